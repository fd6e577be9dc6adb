"""AfterShip: tracking webhooks.

A message wraps a tracking: `{"event": "tracking_update", "ts": …, "msg": {"tracking_number", "slug",
"order_number", "signed_by", "checkpoints": [{"checkpoint_time", "message", "slug", "tag", "subtag", "city",
"country_region"}]}}`. It is signed in the header `aftership-hmac-sha256`: the HMAC-SHA256 of the raw body
in base64. Names that changed between versions of the format (country_iso3 and country_region,
next_couriers and last_mile, expected_delivery and courier_estimated_delivery_date) are read in both forms.
The answer of the API to a question, with its trackings in `data`, is read too.
Sub-statuses are read by `aftership.csv`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping as Headers
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from tracking import carriers
from tracking.errors import NotUnderstoodError
from tracking.numbers import order_key, tracking_key
from tracking.parcels import Place, Proof
from tracking.places import country_code, zone_of
from tracking.sources import mapping, wire
from tracking.sources.details import as_scan, link, signer, with_proof, with_window
from tracking.sources.report import Decoded, Estimate, Report, Scan

SOURCE = "aftership"
SIGNATURE_HEADER = "aftership-hmac-sha256"
_MAPPING = mapping.load(Path(__file__).with_suffix(".csv"))


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that AfterShip sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_AFTERSHIP_SECRET")
    expected = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    wire.check_signature(wire.header(headers, SIGNATURE_HEADER), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What a message, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "message", _message)


def knows(code: str) -> bool:
    """Whether the table has the code that is stored with a scan."""
    return _MAPPING.knows(code.partition("_")[0], code if "_" in code else None)


def _message(message: Any, reading: wire.Reading) -> None:
    message = wire.record(message, "the message")
    data = wire.part(message, "data")
    if "msg" in message or not data:
        reading.reports.append(_report(message, reading))
        return
    listed = data.get("trackings")
    trackings = listed if isinstance(listed, list) else [data.get("tracking") or data]
    reading.reports += reading.each(
        trackings, "tracking", lambda tracking: _report({"msg": tracking}, reading)
    )


def _report(message: dict[str, Any], reading: wire.Reading) -> Report:
    tracking = wire.record(message.get("msg"), "msg")
    number = tracking_key(wire.text(tracking.get("tracking_number"), wire.MAX_NUMBER) or "")
    if not number:
        raise NotUnderstoodError("msg.tracking_number: missing")
    checkpoints = tracking.get("checkpoints") or []
    if not isinstance(checkpoints, list):
        raise NotUnderstoodError(f"msg.checkpoints: expected a list, found {wire.kind(checkpoints)}")
    carrier = _carrier(tracking.get("slug"))
    scans = reading.each(
        checkpoints, "checkpoint", lambda checkpoint: _scan(checkpoint, number, carrier, reading.unknown)
    )
    destination = _country(tracking, "destination_country")
    estimate, window = _estimate(tracking, destination)
    return Report(
        tracking_number=number,
        carrier=carrier,
        order_number=order_key(wire.text(tracking.get("order_number"), wire.MAX_NUMBER) or "") or None,
        scans=with_window(with_proof(scans, _proof(tracking)), window),
        estimate=estimate,
        next_legs=_next_legs(tracking, number),
        stated_at=wire.epoch(message.get("ts")) or wire.stated(tracking.get("updated_at")),
    )


def _scan(checkpoint: Any, number: str, carrier: str | None, unknown: Counter[str]) -> Scan:
    checkpoint = wire.record(checkpoint, "the checkpoint")
    city = wire.text(checkpoint.get("city"), wire.MAX_CITY)
    country = _country(checkpoint, "country")
    at = wire.moment(checkpoint.get("checkpoint_time"), country, "checkpoint_time")
    tag = wire.text(checkpoint.get("tag"), wire.MAX_CODE)
    subtag = wire.text(checkpoint.get("subtag"), wire.MAX_CODE)
    words = wire.text(checkpoint.get("message"), wire.MAX_WORDS)
    code = subtag or tag
    # A sub-status begins with the status that it belongs to.
    meaning = _MAPPING.read(tag or (subtag or "").partition("_")[0], subtag, words)
    if not meaning.known:
        unknown[code or "(none)"] += 1
    return as_scan(
        meaning,
        at,
        Place(city, country),
        source_id=wire.fingerprint(number, at.at, code, words, city, country),
        carrier=_carrier(checkpoint.get("slug")) or carrier,
        code=code,
        words=words,
    )


def _carrier(slug: Any) -> str | None:
    name = wire.text(slug, wire.MAX_NUMBER)
    return carriers.by_name(name).slug if name else None


def _country(value: dict[str, Any], name: str) -> str | None:
    """The country under its name of any version of the format."""
    for suffix in ("_region", "_iso3", "_name", "_region_name"):
        if found := country_code(wire.text(value.get(name + suffix), wire.MAX_CITY)):
            return found
    return None


def _next_legs(tracking: dict[str, Any], number: str) -> tuple[tuple[str, str], ...]:
    """The carriers that take over; they often keep the number."""
    given = tracking.get("next_couriers")
    legs = [*(given if isinstance(given, list) else []), tracking.get("last_mile")]
    found = []
    for leg in legs:
        if isinstance(leg, dict) and (carrier := _carrier(leg.get("slug"))):
            other = tracking_key(wire.text(leg.get("tracking_number"), wire.MAX_NUMBER) or "")
            found.append((carrier, other or number))
    return tuple(dict.fromkeys(found))


def _proof(tracking: dict[str, Any]) -> Proof:
    given = tracking.get("proof_of_delivery")
    photo = signature = None
    for item in given if isinstance(given, list) else [given]:
        if isinstance(item, dict) and (url := link(item.get("url"))):
            if "sign" in str(item.get("type")).casefold():
                signature = signature or url
            else:
                photo = photo or url
    return Proof(photo, signature, signer(tracking.get("signed_by")))


def _estimate(
    tracking: dict[str, Any], country: str | None
) -> tuple[Estimate | None, tuple[datetime, datetime] | None]:
    """The carrier's own estimate and, where it is a part of one day, the delivery window.

    AfterShip's and the shop's estimates are not promises of the carrier and are left aside.
    """
    carriers_own = tracking.get("courier_estimated_delivery_date")
    latest = tracking.get("latest_estimated_delivery")
    if isinstance(carriers_own, dict):
        prefix = "estimated_delivery_date"
        first, last = carriers_own.get(f"{prefix}_min"), carriers_own.get(f"{prefix}_max")
        last = last or carriers_own.get(prefix)
    elif isinstance(latest, dict) and str(latest.get("source")).casefold().startswith(("carrier", "courier")):
        first, last = latest.get("datetime_min"), latest.get("datetime_max") or latest.get("datetime")
    else:
        first, last = None, tracking.get("expected_delivery")
    due_on = wire.day(last)
    if due_on is None:
        return None, None
    try:
        due = wire.moment(last, country, "estimate")
        start = wire.moment(first, country, "estimate") if first else None
    except NotUnderstoodError:
        return Estimate(due_on), None
    # Midnight is how a day without a time was written before 2023.
    if (
        not due.has_time
        or due.at.timetz().replace(tzinfo=None) == time.min
        or not (due.has_offset or zone_of(country))
    ):
        return Estimate(due_on), None
    window = None
    if start and start.has_time and timedelta() < due.at - start.at < timedelta(days=1):
        window = (start.at, due.at)
    return Estimate(due_on, due.at), window
