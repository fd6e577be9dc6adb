"""The shop itself: what happens to an order before a carrier has it.

A list of events `[{"id", "order", "shipment", "milestone", "occurred_at", "city", "country"}]`, or one of
them:

- `id`: the event's own, at most 120 characters; an event that comes again under its id is not a new one.
- `order`: the order's number. `shipment`: which parcel, by its position (from 1) or tracking number; it may
  be missing for an order of one parcel, and for `confirmed` and `cancelled` it then means all of them.
- `milestone`: `confirmed`, `packed` or `cancelled`. `occurred_at`: ISO 8601; without an offset it is the
  clock of `country`. `city` and `country` may be missing.

Webhooks are signed in the header `X-Wismo-Signature: sha256=…`: the HMAC-SHA256 of the raw body in
hexadecimal, keyed with `WISMO_SHOP_SECRET`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping as Headers
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.numbers import order_key, tracking_key
from tracking.parcels import Place
from tracking.places import country_code
from tracking.sources import wire
from tracking.sources.report import Decoded, Report, Scan
from tracking.vocabulary import Actor, Milestone

SOURCE = "shop"
SIGNATURE_HEADER = "X-Wismo-Signature"
MAX_ID = 120
#: More parcels than this in one order is a mistake.
MAX_POSITION = 999

_MILESTONES = {
    "confirmed": (Milestone.ORDER_CONFIRMED, Actor.SHOP),
    "packed": (Milestone.PACKED, Actor.WAREHOUSE),
    "cancelled": (Milestone.CANCELLED, Actor.SHOP),
}
#: What is said of the order as a whole when no parcel is named.
_OF_ALL = frozenset({"confirmed", "cancelled"})
_FIELDS = frozenset({"id", "order", "shipment", "milestone", "occurred_at", "city", "country"})


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that the shop sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_SHOP_SECRET")
    expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    wire.check_signature(wire.header(headers, SIGNATURE_HEADER), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What the events say.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "event", _event)


def _event(event: Any, reading: wire.Reading) -> None:
    reading.reports.append(_report(wire.record(event, "the event")))


def _report(event: dict[str, Any]) -> Report:
    if strange := sorted(set(event) - _FIELDS):
        raise NotUnderstoodError(f"{strange[0][:40]!r} is no field of an event; leave it out")
    identity = _written(event, "id", MAX_ID)
    order = order_key(_written(event, "order", wire.MAX_NUMBER))
    if not order:
        raise NotUnderstoodError("order: give the order's number")
    named = event.get("milestone")
    if not isinstance(named, str) or named not in _MILESTONES:
        raise NotUnderstoodError(f"milestone: give one of {', '.join(_MILESTONES)}")
    milestone, actor = _MILESTONES[named]
    written = wire.text(event.get("country"), wire.MAX_CITY)
    country = country_code(written)
    if written and country is None:
        raise NotUnderstoodError("country: give its two letters, such as FR")
    at = wire.moment(event.get("occurred_at"), country, "occurred_at")
    position, number = _shipment(event.get("shipment"))
    return Report(
        tracking_number=number,
        order_number=order,
        position=position,
        all_parcels=position is None and number is None and named in _OF_ALL,
        scans=(
            Scan(
                source_id=identity,
                milestone=milestone,
                actor=actor,
                occurred_at=at.at,
                has_offset=at.has_offset,
                place=Place(wire.text(event.get("city"), wire.MAX_CITY), country),
                code=named,
            ),
        ),
    )


def _written(event: dict[str, Any], name: str, limit: int) -> str:
    """A text that must be there; a number counts as the text it is written as."""
    value = event.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    found = wire.text(value, limit + 1)
    if found is None:
        raise NotUnderstoodError(f"{name}: missing")
    if len(found) > limit:
        raise NotUnderstoodError(f"{name}: longer than {limit} characters")
    return found


def _shipment(value: Any) -> tuple[int | None, str | None]:
    """Position or tracking number of the parcel that is meant; neither where none was named."""
    if value is None or value == "":
        return None, None
    if isinstance(value, str):
        if value.isascii() and value.isdigit() and 0 < int(value[:9]) <= MAX_POSITION and len(value) < 4:
            return int(value), None
        if (number := tracking_key(wire.text(value, wire.MAX_NUMBER) or "")) != "":
            return None, number
    elif isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_POSITION:
        return value, None
    raise NotUnderstoodError("shipment: give its position from 1, or its tracking number")
