"""Shippo: tracking webhooks.

A message is `{"event": "track_updated", "test", "data": {"carrier", "tracking_number", "eta",
"tracking_status", "tracking_history": [{"status", "status_details", "status_date", "substatus": {"code",
"text", "action_required"}, "location": {"city", "country"}}]}}`; the answer of its API to a question is
`data` alone. It is signed in the header `Shippo-Auth-Signature: t=…,v1=…`: the HMAC-SHA256 of `t`, a point
and the raw body, in hexadecimal. No `t` is too old: Shippo repeats messages, and one that comes again changes
nothing. Scans have no ids that stay, so their own facts tell them apart. Statuses are read by `shippo.csv`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping as Headers
from datetime import datetime
from pathlib import Path
from typing import Any

from tracking import carriers
from tracking.errors import NotUnderstoodError
from tracking.numbers import tracking_key
from tracking.parcels import Place
from tracking.places import country_code
from tracking.sources import mapping, wire
from tracking.sources.details import as_scan, estimate
from tracking.sources.report import Decoded, Report, Scan

SOURCE = "shippo"
SIGNATURE_HEADER = "Shippo-Auth-Signature"
_MAPPING = mapping.load(Path(__file__).with_suffix(".csv"))
#: Events that go to the same address and say nothing of a parcel's way.
_OTHER_EVENTS = frozenset(
    {"all", "batch_created", "batch_purchased", "transaction_created", "transaction_updated"}
)


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that Shippo sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_SHIPPO_SECRET")
    given = wire.header(headers, SIGNATURE_HEADER)
    fields = dict(field.strip().partition("=")[::2] for field in given.split(","))
    signed = fields.get("t", "").encode("utf-8", "replace") + b"." + body
    expected = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    wire.check_signature(fields.get("v1", ""), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What a message, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "message", _message)


def knows(code: str) -> bool:
    """Whether the table has the code that is stored with a scan."""
    status, _, detail = code.partition("/")
    return _MAPPING.knows(status, detail)


def _message(message: Any, reading: wire.Reading) -> None:
    message = wire.record(message, "the message")
    event = message.get("event")
    if isinstance(event, str) and event in _OTHER_EVENTS:
        return
    if event is None and "tracking_number" in message:
        reading.reports.append(_report(message, reading))
        return
    if event != "track_updated":
        raise NotUnderstoodError("event: expected track_updated")
    reading.reports.append(_report(wire.record(message.get("data"), "data"), reading))


def _report(track: dict[str, Any], reading: wire.Reading) -> Report:
    number = tracking_key(wire.text(track.get("tracking_number"), wire.MAX_NUMBER) or "")
    if not number:
        raise NotUnderstoodError("data.tracking_number: missing")
    history = track.get("tracking_history") or []
    if not isinstance(history, list):
        raise NotUnderstoodError(f"data.tracking_history: expected a list, found {wire.kind(history)}")
    carrier = _carrier(track.get("carrier"))
    scans = reading.each(
        history, "tracking_history", lambda scan: _scan(scan, number, carrier, reading.unknown)
    )
    current = track.get("tracking_status")
    if current is not None:
        # As a rule it is in the history too.
        unknown: Counter[str] = Counter()
        latest = reading.each(
            [current], "tracking_status", lambda scan: _scan(scan, number, carrier, unknown)
        )
        if not {scan.source_id for scan in latest} & {scan.source_id for scan in scans}:
            scans += latest
            reading.unknown.update(unknown)
    return Report(
        tracking_number=number,
        carrier=carrier,
        scans=tuple({scan.source_id: scan for scan in scans}.values()),
        # The one at the start (`original_eta`) is left aside.
        estimate=estimate(track.get("eta"), _destination(track)),
        stated_at=_stated(current),
    )


def _scan(scan: Any, number: str, carrier: str | None, unknown: Counter[str]) -> Scan:
    scan = wire.record(scan, "the scan")
    location = wire.part(scan, "location")
    city = wire.text(location.get("city"), wire.MAX_CITY)
    country = country_code(wire.text(location.get("country"), wire.MAX_CITY))
    at = wire.moment(scan.get("status_date"), country, "status_date")
    status = wire.text(scan.get("status"), wire.MAX_CODE)
    given = scan.get("substatus")
    detail = wire.text(given.get("code") if isinstance(given, dict) else given, wire.MAX_CODE)
    words = wire.text(scan.get("status_details"), wire.MAX_WORDS)
    code = "/".join(filter(None, (status, detail)))[: wire.MAX_CODE] or None
    meaning = _MAPPING.read(status, detail, words)
    if not meaning.known:
        unknown[code or "(none)"] += 1
    return as_scan(
        meaning,
        at,
        Place(city, country),
        source_id=wire.fingerprint(number, at.at, code, words, city, country),
        carrier=carrier,
        code=code,
        words=words,
    )


def _carrier(token: Any) -> str | None:
    given = wire.text(token, wire.MAX_NUMBER)
    if given is None:
        return None
    return (carriers.by_code(SOURCE, given) or carriers.by_name(given)).slug


def _destination(track: dict[str, Any]) -> str | None:
    return country_code(wire.text(wire.part(track, "address_to").get("country"), wire.MAX_CITY))


def _stated(current: Any) -> datetime | None:
    """When Shippo last looked, where it says so."""
    if not isinstance(current, dict):
        return None
    return wire.stated(current.get("object_updated")) or wire.stated(current.get("object_created"))
