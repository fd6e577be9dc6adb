"""Ship24: tracking webhooks.

A message is `{"trackings": [{"metadata", "tracker": {"trackingNumber"}, "shipment": {"statusMilestone",
"destinationCountryCode", "delivery": {"courierEstimatedDeliveryDate", "signedBy"}, "trackingNumbers":
[{"tn"}]}, "events": [{"eventId", "eventTrackingNumber", "status", "occurrenceDatetime", "hasNoTime",
"utcOffset", "location", "courierCode", "statusCode", "statusMilestone"}]}]}`, newest event first, with the
events since the message before; the answer of its API to a question wraps it in `data`. It is not signed:
it brings the webhook's secret in the header `Authorization: Bearer …`. A second number in `trackingNumbers`
is that of the carrier that took over. `shipmentReference` may be anything, so it is not taken for an order's
number. Statuses are read by `ship24.csv`: the code where it is known, else the milestone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from collections.abc import Mapping as Headers
from contextlib import suppress
from pathlib import Path
from typing import Any

from tracking import carriers
from tracking.errors import NotUnderstoodError
from tracking.numbers import tracking_key
from tracking.parcels import Place, Proof
from tracking.places import country_code
from tracking.sources import mapping, wire
from tracking.sources.details import as_scan, estimate, signer, window, with_proof, with_window
from tracking.sources.report import Decoded, Report, Scan

SOURCE = "ship24"
SIGNATURE_HEADER = "Authorization"
_MAPPING = mapping.load(Path(__file__).with_suffix(".csv"))
#: States of the United States and provinces of Canada whose abbreviation is the code of a country too.
_STATES = frozenset(
    ["AL", "AR", "AZ", "CA", "CO", "DE", "GA", "ID", "IL", "IN", "KY", "LA", "MA", "MD", "ME", "MN", "MO",
     "MS", "MT", "NC", "NE", "NL", "PA", "PE", "SC", "SD", "SK", "TN", "VA"]
)  # fmt: skip
_OFFSET = re.compile(r"[+-]\d\d:?\d\d", re.ASCII)


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that whoever sent this body knows the webhook's secret.

    Raises:
        SignatureError: the secret is missing here or there, or they differ.
    """
    wire.require_secret(secret, "WISMO_SHIP24_SECRET")
    given = wire.header(headers, SIGNATURE_HEADER)
    with suppress(UnicodeError):
        # A web server reads the bytes of a header as Latin-1.
        given = given.encode("latin-1").decode()
    wire.check_signature(given, f"Bearer {secret}", SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What a message, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "message", _message)


def knows(code: str) -> bool:
    """Whether the table has the code that is stored with a scan."""
    return _MAPPING.knows(code)


def _message(message: Any, reading: wire.Reading) -> None:
    message = wire.record(message, "the message")
    trackings = (wire.part(message, "data") or message).get("trackings")
    if not isinstance(trackings, list):
        raise NotUnderstoodError(f"trackings: expected a list, found {wire.kind(trackings)}")
    reading.reports += reading.each(trackings, "tracking", lambda tracking: _report(tracking, reading))


def _report(tracking: Any, reading: wire.Reading) -> Report:
    tracking = wire.record(tracking, "the tracking")
    number = _number(wire.part(tracking, "tracker").get("trackingNumber"))
    if not number:
        raise NotUnderstoodError("tracker.trackingNumber: missing")
    events = tracking.get("events") or []
    if not isinstance(events, list):
        raise NotUnderstoodError(f"events: expected a list, found {wire.kind(events)}")
    shipment = wire.part(tracking, "shipment")
    delivery = wire.part(shipment, "delivery")
    ends = [
        country_code(wire.text(shipment.get(f"{end}CountryCode"), wire.MAX_CITY))
        for end in ("origin", "destination")
    ]
    scans = reading.each(events, "event", lambda event: _scan(event, number, ends, reading.unknown))
    proof = Proof(signed_by=signer(delivery.get("signedBy")))
    of_courier = wire.part(delivery, "courierEstimatedDeliveryDate")
    first, last = of_courier.get("from"), of_courier.get("to")
    return Report(
        tracking_number=number,
        carrier=_one_carrier(wire.part(tracking, "tracker").get("courierCode")),
        scans=with_window(
            with_proof({scan.source_id: scan for scan in scans}.values(), proof), window(first, last, ends[1])
        ),
        # The courier's own counts before that of Ship24.
        estimate=estimate(last or first or delivery.get("estimatedDeliveryDate"), ends[1]),
        next_legs=_next_legs(shipment, events, number),
        stated_at=wire.stated(wire.part(tracking, "metadata").get("generatedAt")),
    )


def _scan(event: Any, number: str, ends: Collection[str | None], unknown: Counter[str]) -> Scan:
    event = wire.record(event, "the event")
    city, country = _place(event.get("location"), ends)
    at = wire.moment(_time(event), country, "occurrenceDatetime")
    code = wire.text(event.get("statusCode"), wire.MAX_CODE)
    overall = wire.text(event.get("statusMilestone"), wire.MAX_CODE)
    words = wire.text(event.get("status"), wire.MAX_WORDS)
    meaning = _MAPPING.read(code or overall, None, words)
    if not meaning.known:
        unknown[code or overall or "(none)"] += 1
        meaning = _MAPPING.read(overall, None, words)
    identity = wire.text(event.get("eventId"), wire.MAX_NUMBER)
    return as_scan(
        meaning,
        at,
        Place(city, country),
        source_id=identity or wire.fingerprint(number, at.at, code, words, city, country),
        carrier=_carrier(event.get("courierCode")),
        code=code or overall,
        words=words,
    )


def _time(event: dict[str, Any]) -> str | None:
    """The time as written, with the offset that is given beside it; a day where it has no time."""
    written = wire.text(event.get("occurrenceDatetime"), 40)
    offset = wire.text(event.get("utcOffset"), 6)
    if written is None or event.get("hasNoTime") is True:
        return written[:10] if written else None
    naive = len(written) > 10 and written[-1] not in "Zz" and not _OFFSET.search(written, 10)
    return f"{written}{offset}" if naive and offset and _OFFSET.fullmatch(offset) else written


def _place(location: Any, ends: Collection[str | None]) -> tuple[str | None, str | None]:
    """City and country of a free text such as `Lyon, FR` or `FRANCE`; `ends`: where the way has its ends."""
    written = wire.text(location, wire.MAX_CITY)
    if written is None:
        return None, None
    city, comma, last = (each.strip() for each in written.rpartition(","))
    country = country_code(last) if comma else None
    # CA is California or Canada: two letters that may be a state are a country only if it is known to be one.
    if country and (last.upper() not in _STATES or country in ends):
        return city or None, country
    whole = country_code(written) if len(written) > 3 else None
    return (None, whole) if whole else (written, None)


def _carrier(code: Any) -> str | None:
    """Slug of the courier with this code, if the catalogue knows it: the codes are no names."""
    given = wire.text(code, wire.MAX_NUMBER)
    known = carriers.by_code(SOURCE, given) if given else None
    return known.slug if known else None


def _one_carrier(codes: Any) -> str | None:
    """Slug of the tracker's courier, where it has one and no more."""
    if isinstance(codes, list):
        return _carrier(codes[0]) if len(codes) == 1 else None
    return _carrier(codes)


def _number(value: Any) -> str:
    return tracking_key(wire.text(value, wire.MAX_NUMBER) or "")


def _next_legs(shipment: dict[str, Any], events: list[Any], number: str) -> tuple[tuple[str, str], ...]:
    """The carriers of the parcel's other numbers, as far as events name them."""
    given = shipment.get("trackingNumbers")
    listed = given if isinstance(given, list) else []
    others = {_number(item.get("tn")) for item in listed if isinstance(item, dict)} - {"", number}
    legs = []
    for event in events:
        if isinstance(event, dict) and (by := _carrier(event.get("courierCode"))):
            own = _number(event.get("eventTrackingNumber"))
            if own in others:
                legs.append((by, own))
    return tuple(dict.fromkeys(legs))
