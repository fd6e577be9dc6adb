"""17TRACK: tracking webhooks of its API, versions 2.2 and 2.4.

A message is `{"event": "TRACKING_UPDATED", "data": {"number", "carrier", "track_info": {"shipping_info",
"time_metrics", "misc_info", "tracking": {"providers": [{"provider": {"key", "name"}, "events": [{"time_iso",
"time_utc", "time_raw", "description", "location", "address", "stage", "sub_status"}]}]}}}}`: one list of
events a carrier. TRACKING_STOPPED says that 17TRACK looks no more, and nothing of the parcel. The answer of
its API to a question, `{"code": 0, "data": {"accepted": […]}}`, is read too. It is signed in the header
`sign`: the SHA-256 of the raw body, a slash and the account's key, in hexadecimal. Statuses are read by
`seventeentrack.csv`.
"""

from __future__ import annotations

import hashlib
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
from tracking.sources.details import as_scan, estimate, window, with_window
from tracking.sources.report import Decoded, Estimate, Report, Scan

SOURCE = "seventeentrack"
SIGNATURE_HEADER = "sign"
#: Who makes an estimate that is the carrier's own; all others are 17TRACK's.
ESTIMATE_OF_CARRIER = frozenset({"official", "carrier"})
_PROVIDER = "17track"
_MAPPING = mapping.load(Path(__file__).with_suffix(".csv"))


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that 17TRACK sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_SEVENTEENTRACK_SECRET")
    expected = hashlib.sha256(body + b"/" + secret.encode()).hexdigest()
    wire.check_signature(wire.header(headers, SIGNATURE_HEADER), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What a message, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "message", _message)


def knows(code: str) -> bool:
    """Whether the table has the code that is stored with a scan."""
    return _MAPPING.knows(*_status(code))


def _message(message: Any, reading: wire.Reading) -> None:
    message = wire.record(message, "the message")
    data = wire.record(message.get("data"), "data")
    event = message.get("event")
    if event == "TRACKING_STOPPED":
        return
    if event is None and message.get("code") == 0:
        accepted = data.get("accepted") or []
        if not isinstance(accepted, list):
            raise NotUnderstoodError(f"data.accepted: expected a list, found {wire.kind(accepted)}")
        reading.reports += reading.each(accepted, "accepted", lambda tracking: _report(tracking, reading))
        return
    if event != "TRACKING_UPDATED":
        raise NotUnderstoodError("event: expected TRACKING_UPDATED or TRACKING_STOPPED")
    reading.reports.append(_report(data, reading))


def _report(data: Any, reading: wire.Reading) -> Report:
    data = wire.record(data, "the tracking")
    number = tracking_key(wire.text(data.get("number"), wire.MAX_NUMBER) or "")
    if not number:
        raise NotUnderstoodError("data.number: missing")
    info = wire.record(data.get("track_info") or {}, "data.track_info")
    carrier = _carrier(data.get("carrier"), None)
    # A scan in two lists is that of the other carrier: the first one's list often copies the second's scans.
    providers = sorted(
        ((provider, _carrier_of(provider) or carrier) for provider in _providers(info)),
        key=lambda pair: pair[1] != carrier,
    )
    scans = [scan for provider, by in providers for scan in _scans(provider, number, by, reading)]
    synced = [wire.stated(provider.get("latest_sync_time")) for provider, _ in providers]
    due, part_of_day = _estimate(info)
    return Report(
        tracking_number=number,
        carrier=carrier,
        scans=with_window({scan.source_id: scan for scan in scans}.values(), part_of_day),
        estimate=due,
        next_legs=_next_legs(info, number, [by for _, by in providers if by and by != carrier]),
        stated_at=max(filter(None, synced), default=None),
    )


def _providers(info: dict[str, Any]) -> list[dict[str, Any]]:
    given = wire.part(info, "tracking").get("providers") or []
    if not isinstance(given, list):
        raise NotUnderstoodError(f"tracking.providers: expected a list, found {wire.kind(given)}")
    return [wire.record(provider, "a provider") for provider in given]


def _carrier_of(provider: dict[str, Any]) -> str | None:
    of = wire.part(provider, "provider")
    return _carrier(of.get("key"), of.get("name"))


def _scans(provider: dict[str, Any], number: str, carrier: str | None, reading: wire.Reading) -> list[Scan]:
    events = provider.get("events") or []
    if not isinstance(events, list):
        raise NotUnderstoodError(f"events: expected a list, found {wire.kind(events)}")
    return reading.each(events, "event", lambda event: _scan(event, number, carrier, reading.unknown))


def _scan(event: Any, number: str, carrier: str | None, unknown: Counter[str]) -> Scan:
    event = wire.record(event, "the event")
    address = wire.part(event, "address")
    country = country_code(wire.text(address.get("country"), wire.MAX_CITY))
    city = wire.text(address.get("city"), wire.MAX_CITY) or wire.text(event.get("location"), wire.MAX_CITY)
    at = _moment(event, country)
    code = wire.text(event.get("sub_status"), wire.MAX_CODE) or wire.text(event.get("stage"), wire.MAX_CODE)
    words = wire.text(event.get("description"), wire.MAX_WORDS)
    meaning = _MAPPING.read(*_status(code or ""), words)
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


def _status(code: str) -> tuple[str, str]:
    """Main status and sub-status; a stage has no sub-status, and InfoReceived is its own."""
    main, underscore, _ = code.partition("_")
    return (main, code) if underscore else (code, "")


def _moment(event: dict[str, Any], country: str | None) -> wire.Moment:
    """When it happened: with the place's offset where given, else in UTC, else as the carrier wrote it."""
    for name in ("time_iso", "time_utc"):
        if event.get(name):
            return wire.moment(event[name], country, name)
    raw = wire.part(event, "time_raw")
    written = [wire.text(raw.get(name), 40) for name in ("date", "time", "timezone")]
    if not written[1]:
        return wire.moment(written[0], country, "time_raw")
    return wire.moment(f"{written[0]}T{written[1]}{written[2] or ''}", country, "time_raw")


def _carrier(key: Any, name: Any) -> str | None:
    """Slug of the carrier with 17TRACK's number or name; none where only a number is known of it."""
    number = str(key) if isinstance(key, int) else wire.text(key, wire.MAX_NUMBER)
    if number and (known := carriers.by_code(_PROVIDER, number)):
        return known.slug
    called = wire.text(name, wire.MAX_NUMBER)
    return carriers.by_name(called).slug if called else None


def _next_legs(info: dict[str, Any], number: str, others: list[str]) -> tuple[tuple[str, str], ...]:
    """The other carriers that have it, with the local number where 17TRACK knows one."""
    misc = wire.part(info, "misc_info")
    local = _carrier(misc.get("local_key"), misc.get("local_provider"))
    local_number = tracking_key(wire.text(misc.get("local_number"), wire.MAX_NUMBER) or "")
    named = [*others, *([local] if local and local_number else [])]
    return tuple(
        (carrier, local_number if carrier == local and local_number else number)
        for carrier in dict.fromkeys(named)
    )


def _estimate(info: dict[str, Any]) -> tuple[Estimate | None, tuple[datetime, datetime] | None]:
    """The carrier's own estimate and delivery window; those of 17TRACK are no promise and are left aside."""
    given = wire.part(wire.part(info, "time_metrics"), "estimated_delivery_date")
    if (wire.text(given.get("source"), 40) or "").casefold() not in ESTIMATE_OF_CARRIER:
        return None, None
    recipient = wire.part(wire.part(info, "shipping_info"), "recipient_address")
    country = country_code(wire.text(recipient.get("country"), wire.MAX_CITY))
    first, last = given.get("from"), given.get("to")
    return estimate(last or first, country), window(first, last, country)
