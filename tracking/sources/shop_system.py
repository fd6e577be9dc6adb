"""What the sources that are shop systems have in common: ids, texts that fit, signatures.

What a shopper typed at checkout may be anything, and the shop cannot correct it: a field that does not fit is
left out, or cut, and never keeps an order from being known.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.numbers import tracking_key
from tracking.orders.limits import MAX_LINES, MAX_QUANTITY, MAX_SKU
from tracking.sources import wire
from tracking.sources.report import Scan, Sent
from tracking.vocabulary import Actor, Milestone

#: Parcels of one order that are read; more is a mistake.
MAX_PARCELS = 100
_MAX_ID = 24


def check_base64_hmac(headers: Mapping[str, str], name: str, body: bytes, secret: str) -> None:
    """Check a header that holds the HMAC-SHA256 of the raw body in base64.

    Raises:
        SignatureError: the signature is missing, or does not fit the body.
    """
    expected = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    wire.check_signature(wire.header(headers, name), expected, name)


def identity(record: Mapping[str, Any], name: str) -> str:
    """A shop system's own id: a whole number, or its digits.

    Raises:
        NotUnderstoodError: it is missing or no such number.
    """
    value = record.get(name)
    written = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not (isinstance(written, str) and written.isascii() and written.isdigit() and len(written) <= _MAX_ID):
        raise NotUnderstoodError(f"{name}: expected a whole number")
    return written


def moment(record: Mapping[str, Any], name: str, suffix: str = "") -> datetime | None:
    """The time in a field, if there is one; `suffix` is the offset that all times of the system have.

    Raises:
        NotUnderstoodError: there is something else.
    """
    value = record.get(name)
    if value is None or value == "":
        return None
    return wire.moment(f"{value}{suffix}" if isinstance(value, str) else value, None, name).at


def objects(record: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects of the list in a field; PHP writes a list with gaps as an object."""
    value = record.get(name)
    listed = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, dict)]


def first(*values: Any, limit: int) -> str | None:
    """The first of some values that is a text, cut to fit."""
    for value in values:
        if found := wire.text(value, limit):
            return " ".join(found.split())
    return None


def sku(line: Mapping[str, Any], *names: str) -> str | None:
    """What a line's article is known by: its sku, else the first of these ids that it has."""
    if found := first(line.get("sku"), limit=MAX_SKU):
        return found
    for name in names:
        value = line.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**_MAX_ID:
            return str(value)
    return None


def lines(found: list[tuple[str | None, str | None, Any]]) -> list[dict[str, Any]]:
    """Order lines out of (sku, name, quantity); what is no article, or was removed, is left out."""
    return [
        {"sku": article, "name": name or article, "quantity": quantity}
        for article, name, quantity in found[:MAX_LINES]
        if article
        and isinstance(quantity, int)
        and not isinstance(quantity, bool)
        and 0 < quantity <= MAX_QUANTITY
    ]


def sent(numbers: list[tuple[Any, str | None]], skus: tuple[str, ...]) -> tuple[Sent, ...]:
    """Parcels by (tracking number, carrier); without any number the one parcel that all of it is in."""
    found: dict[str, Sent] = {}
    for written, carrier in numbers:
        # Shops write a number as one, and sometimes its whole tracking address in its place.
        value = str(written) if isinstance(written, int) and not isinstance(written, bool) else written
        key = tracking_key(wire.text(value, wire.MAX_URL) or "")
        if key and len(key) <= wire.MAX_NUMBER and len(found) < MAX_PARCELS:
            found.setdefault(key, Sent(carrier, key))
    if len(found) > 1:
        # What is in which of them is not said.
        return tuple(found.values())
    return tuple(Sent(each.carrier, each.number, skus) for each in found.values()) or (Sent(skus=skus),)


def scan(source_id: str, milestone: Milestone, at: datetime, code: str | None) -> Scan:
    """A milestone of the shop's own; its offset is UTC or the shop's, which may not be the place's."""
    actor = Actor.WAREHOUSE if milestone is Milestone.PACKED else Actor.SHOP
    return Scan(source_id, milestone, actor, at, has_offset=False, code=code)
