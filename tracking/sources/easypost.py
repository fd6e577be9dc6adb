"""EasyPost: tracker events.

An event wraps a tracker: `{"description": "tracker.updated", "result": {"tracking_code", "carrier",
"est_delivery_date", "signed_by", "tracking_details": [{"status", "status_detail", "message", "datetime",
"source", "tracking_location"}]}}`. It is signed in the header `X-Hmac-Signature: hmac-sha256-hex=…`: the
HMAC-SHA256 of the raw body, keyed with the webhook's secret in Unicode form NFKD. Statuses are read by
`easypost.csv`.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import Counter
from collections.abc import Mapping as Headers
from datetime import datetime, time
from pathlib import Path
from typing import Any

from tracking import carriers
from tracking.errors import NotUnderstoodError
from tracking.numbers import tracking_key
from tracking.parcels import Place, Proof
from tracking.places import country_code, in_zone, zone_of
from tracking.sources import mapping, wire
from tracking.sources.details import estimate, signer, with_proof
from tracking.sources.report import Decoded, Estimate, Report, Scan
from tracking.vocabulary import Milestone

SOURCE = "easypost"
SIGNATURE_HEADER = "X-Hmac-Signature"
_MAPPING = mapping.load(Path(__file__).with_suffix(".csv"))
#: What a scan says of a parcel on its way back: the recipient is the shop. All others: it is on its way back.
_BACK = {
    Milestone.DELIVERED: Milestone.RETURNED,
    Milestone.LABEL_CREATED: Milestone.LABEL_CREATED,
    Milestone.CANCELLED: Milestone.CANCELLED,
    Milestone.DAMAGED: Milestone.DAMAGED,
    Milestone.LOST: Milestone.LOST,
    Milestone.UNKNOWN: Milestone.UNKNOWN,
}
#: Objects whose events go to the same address and say nothing of a parcel's way.
_OTHER_OBJECTS = frozenset(
    {
        "batch",
        "claim",
        "insurance",
        "payment",
        "refund",
        "report",
        "scan_form",
        "shipment",
        "shipment_invoice",
    }
)


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that EasyPost sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_EASYPOST_SECRET")
    key = unicodedata.normalize("NFKD", secret).encode()
    expected = "hmac-sha256-hex=" + hmac.new(key, body, hashlib.sha256).hexdigest()
    wire.check_signature(wire.header(headers, SIGNATURE_HEADER), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What an event, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "event", _event)


def knows(code: str) -> bool:
    """Whether the table has the code that is stored with a scan."""
    status, _, detail = code.partition("/")
    return _MAPPING.knows(status, detail)


def _event(event: Any, reading: wire.Reading) -> None:
    tracker = _tracker(event)
    if tracker is not None:
        reading.reports.append(_report(tracker, reading))


def _tracker(event: Any) -> dict[str, Any] | None:
    event = wire.record(event, "the event")
    description = event.get("description")
    subject = description.split(".")[0] if isinstance(description, str) else ""
    if subject in _OTHER_OBJECTS:
        return None
    if subject != "tracker":
        raise NotUnderstoodError("description: expected tracker.created or tracker.updated")
    return wire.record(event.get("result"), "result")


def _report(tracker: dict[str, Any], reading: wire.Reading) -> Report:
    number = tracking_key(wire.text(tracker.get("tracking_code"), wire.MAX_NUMBER) or "")
    if not number:
        raise NotUnderstoodError("result.tracking_code: missing")
    details = tracker.get("tracking_details") or []
    if not isinstance(details, list):
        raise NotUnderstoodError(f"result.tracking_details: expected a list, found {wire.kind(details)}")
    name = wire.text(tracker.get("carrier"), wire.MAX_NUMBER)
    carrier = (carriers.by_code(SOURCE, name) or carriers.by_name(name)).slug if name else None
    is_return = tracker.get("is_return") is True
    scans = reading.each(
        details,
        "tracking_details",
        lambda detail: _scan(detail, number, carrier, is_return, reading.unknown),
    )
    proof = Proof(signed_by=signer(tracker.get("signed_by")))
    return Report(
        tracking_number=number,
        carrier=carrier,
        scans=with_proof(scans, proof),
        estimate=_estimate(tracker),
        stated_at=wire.stated(tracker.get("updated_at")),
    )


def _scan(detail: Any, number: str, carrier: str | None, is_return: bool, unknown: Counter[str]) -> Scan:
    detail = wire.record(detail, "the scan")
    location = detail.get("tracking_location")
    location = location if isinstance(location, dict) else {}
    city = wire.text(location.get("city"), wire.MAX_CITY)
    country = country_code(wire.text(location.get("country"), wire.MAX_CITY))
    at = wire.moment(detail.get("datetime"), country, "datetime")
    status = wire.text(detail.get("status"), wire.MAX_CODE)
    more = wire.text(detail.get("status_detail"), wire.MAX_CODE)
    words = wire.text(detail.get("message"), wire.MAX_WORDS)
    code = "/".join(filter(None, (status, more)))[: wire.MAX_CODE] or None
    meaning = _MAPPING.read(status, more, words)
    if not meaning.known:
        unknown[code or "(none)"] += 1
    milestone = _BACK.get(meaning.milestone, Milestone.RETURN_STARTED) if is_return else meaning.milestone
    scanned_by = carriers.find(wire.text(detail.get("source"), wire.MAX_NUMBER) or "")
    return Scan(
        source_id=wire.fingerprint(number, at.at, code, words, city, country),
        milestone=milestone,
        actor=meaning.actor,
        occurred_at=at.at,
        has_offset=at.has_offset,
        reason=meaning.reason,
        place=Place(city, country),
        carrier=scanned_by.slug if scanned_by else carrier,
        code=code,
        words=words,
        proof=Proof(handed_to=meaning.handed_to) if meaning.handed_to else None,
    )


def _estimate(tracker: dict[str, Any]) -> Estimate | None:
    """The carrier's own local date where EasyPost passes it on, else the date of its UTC time."""
    detail = tracker.get("carrier_detail")
    detail = detail if isinstance(detail, dict) else {}
    destination = detail.get("destination_tracking_location")
    place = destination.get("country") if isinstance(destination, dict) else None
    country = country_code(wire.text(place, wire.MAX_CITY))
    if local := wire.day(detail.get("est_delivery_date_local")):
        clock = _clock(detail.get("est_delivery_time_local"))
        known = clock is not None and zone_of(country) is not None
        return Estimate(local, in_zone(datetime.combine(local, clock), country) if clock and known else None)
    return estimate(tracker.get("est_delivery_date"), country)


def _clock(value: Any) -> time | None:
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
