"""One row of an order file: what it must hold, and what is wrong with one that does not.

The columns are those of `COLUMNS`; `lines` is a list of `{"sku", "name", "quantity"}`, `shipments` a list of
`{"carrier", "tracking_number", "lines": ["sku"]}`. In a CSV both are JSON in their cells. Only `number` and
`placed_at` must be there. A field that is empty or left out keeps what the store has. Errors name the field
and what to do, never the value: it may be personal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timezone
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers

from tracking import carriers
from tracking.errors import NotUnderstoodError
from tracking.numbers import order_key, tracking_key
from tracking.orders.limits import MAX_LINES, MAX_QUANTITY, MAX_SHIPMENTS, MAX_SKU
from tracking.parcels import Line
from tracking.places import country_code
from tracking.sources import wire

COLUMNS = (
    "number",
    "email",
    "phone",
    "name",
    "postcode",
    "country",
    "placed_at",
    "promised_by",
    "language",
    "lines",
    "shipments",
)
_LINE = frozenset({"sku", "name", "quantity"})
_SHIPMENT = frozenset({"carrier", "tracking_number", "lines"})

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,4})?")


class RowError(NotUnderstoodError):
    """A row cannot be used; the text names the field and says what to do."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        #: The column in which the field is.
        self.column = re.split(r"[.\[]", name)[0]


@dataclass(frozen=True)
class ShipmentRow:
    """One parcel of an order as the shop gives it; without a tracking number its label is not made yet."""

    carrier: str | None
    tracking_number: str | None
    skus: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsignmentRow:
    """What a shop system sends off at once, by its own id; without parcels it was called off."""

    reference: str
    stated_at: datetime
    shipments: tuple[ShipmentRow, ...] = ()

    @property
    def part(self) -> str:
        """Its name in `orders.stated`."""
        return f"consignment {self.reference}"


@dataclass(frozen=True)
class OrderRow:
    """One order as the shop gives it; `values` holds the columns of the order that were filled in."""

    key: str
    values: Mapping[str, Any]
    lines: tuple[Line, ...] | None = None
    shipments: tuple[ShipmentRow, ...] = field(default=())
    #: When a shop system said so, see `tracking.orders.precedence`; empty for a row of a file.
    stated_at: datetime | None = None
    #: The shop system's own id of the order.
    reference: str | None = None
    consignments: tuple[ConsignmentRow, ...] = ()
    #: What the statement says of the order as a whole, in any form that can be compared.
    milestones: object = None


def read_row(row: Mapping[str, Any], zone: ZoneInfo) -> OrderRow:
    """Check a row and read it. A time without an offset is the clock of `zone`, the shop's.

    Raises:
        RowError: it cannot be used.
    """
    if strange := sorted(str(name) for name in row if name not in COLUMNS):
        raise RowError(strange[0][:40], f"no such column; the columns are {', '.join(COLUMNS)}")
    number = _text(row, "number", wire.MAX_NUMBER)
    key = order_key(number or "")
    if not number or not key:
        raise RowError("number", "give the order's number")
    if len(key) > wire.MAX_NUMBER:
        raise RowError("number", f"longer than {wire.MAX_NUMBER} characters")
    country = _country(row)
    values = {
        "number": number,
        "email": _email(row),
        "phone": _phone(_text(row, "phone", 32), country),
        "name": _text(row, "name", 200),
        "postcode": _text(row, "postcode", 16),
        "country": country,
        "language": _language(row),
        "placed_at": _time(row, "placed_at", zone, end_of_day=False),
        "promised_by": _time(row, "promised_by", zone, end_of_day=True),
    }
    if values["placed_at"] is None:
        raise RowError("placed_at", "give the time of the order, such as 2026-11-21T10:04:00+01:00")
    lines = _lines(row)
    return OrderRow(
        key,
        {name: value for name, value in values.items() if value is not None},
        lines,
        _shipments(row, {line.sku for line in lines or ()}),
    )


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _text(row: Mapping[str, Any], name: str, limit: int, where: str = "") -> str | None:
    """A text; a whole number counts as the text it is written as."""
    value = row.get(name)
    if _empty(value):
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise RowError(where + name, f"expected a text, found {wire.kind(value)}")
    found = wire.text(value, limit + 1)
    if found is None or _CONTROL.search(found):
        raise RowError(where + name, "holds control characters; remove them")
    if len(found) > limit:
        raise RowError(where + name, f"longer than {limit} characters")
    return found


def _email(row: Mapping[str, Any]) -> str | None:
    found = _text(row, "email", 320)
    if found is None:
        return None
    if not _EMAIL.fullmatch(found):
        raise RowError("email", "not an e-mail address")
    return found.lower()


def _country(row: Mapping[str, Any]) -> str | None:
    found = _text(row, "country", 60)
    code = country_code(found)
    if found and code is None:
        raise RowError("country", "no such country; give its two letters, such as FR")
    return code


def _language(row: Mapping[str, Any]) -> str | None:
    found = _text(row, "language", 8)
    if found is None:
        return None
    code = found.lower().replace("_", "-")
    if not _LANGUAGE.fullmatch(code):
        raise RowError("language", "no language code; give one such as fr")
    return code


@lru_cache(maxsize=65536)
def _phone(written: str | None, country: str | None) -> str | None:
    """The number in E.164 where it can be read so, else as it was given."""
    if written is None:
        return None
    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return written
    if not phonenumbers.is_possible_number(number):
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _time(row: Mapping[str, Any], name: str, zone: ZoneInfo, *, end_of_day: bool) -> datetime | None:
    value = row.get(name)
    if _empty(value):
        return None
    try:
        read = wire.moment(value, None, name)
    except NotUnderstoodError as error:
        raise RowError(name, str(error).removeprefix(f"{name}: ")) from error
    if read.has_offset or str(value).strip()[-1] in "Zz":
        return read.at.astimezone(timezone.utc)
    naive = read.at.replace(tzinfo=None)
    if end_of_day and not read.has_time:
        naive = datetime.combine(naive.date(), time(23, 59, 59))
    return naive.replace(tzinfo=zone).astimezone(timezone.utc)


def _list(row: Mapping[str, Any], name: str, limit: int) -> list[Any] | None:
    value = row.get(name)
    if _empty(value):
        return None
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise RowError(name, "not JSON; was the cell cut short?") from error
    if not isinstance(value, list):
        raise RowError(name, f"expected a list, found {wire.kind(value)}")
    if len(value) > limit:
        raise RowError(name, f"more than {limit}")
    return value


def _object(value: Any, where: str, fields: frozenset[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RowError(where, f"expected an object, found {wire.kind(value)}")
    if strange := sorted(set(value) - fields):
        raise RowError(f"{where}.{strange[0][:40]}", f"no such field; there are {', '.join(sorted(fields))}")
    return value


def _lines(row: Mapping[str, Any]) -> tuple[Line, ...] | None:
    """The lines; one article on two lines is one line with both quantities."""
    given = _list(row, "lines", MAX_LINES)
    if not given:
        return None
    found: dict[str, Line] = {}
    for number, item in enumerate(given, 1):
        where = f"lines[{number}]"
        line = _object(item, where, _LINE)
        sku = _text(line, "sku", MAX_SKU, f"{where}.")
        name = _text(line, "name", 300, f"{where}.")
        if sku is None:
            raise RowError(f"{where}.sku", "missing")
        quantity = line.get("quantity", 1)
        if isinstance(quantity, bool) or not isinstance(quantity, int) or not 0 < quantity <= MAX_QUANTITY:
            raise RowError(f"{where}.quantity", "give a whole number from 1")
        if known := found.get(sku):
            found[sku] = Line(sku, known.name, known.quantity + quantity)
        else:
            found[sku] = Line(sku, name or sku, quantity)
    return tuple(found.values())


def _shipments(row: Mapping[str, Any], skus: set[str]) -> tuple[ShipmentRow, ...]:
    found: list[ShipmentRow] = []
    for number, item in enumerate(_list(row, "shipments", MAX_SHIPMENTS) or (), 1):
        where = f"shipments[{number}]"
        shipment = _object(item, where, _SHIPMENT)
        carrier = _text(shipment, "carrier", wire.MAX_NUMBER, f"{where}.")
        written = _text(shipment, "tracking_number", wire.MAX_NUMBER, f"{where}.")
        tracking = tracking_key(written or "")
        if written and not 0 < len(tracking) <= wire.MAX_NUMBER:
            raise RowError(f"{where}.tracking_number", "no letters or digits in it")
        if tracking and carrier is None:
            raise RowError(f"{where}.carrier", "missing; name the carrier whose tracking number it is")
        inside = shipment.get("lines") or []
        if not isinstance(inside, list) or not all(isinstance(sku, (str, int)) for sku in inside):
            raise RowError(f"{where}.lines", "expected a list of article numbers (sku)")
        packed = tuple(dict.fromkeys(str(sku).strip() for sku in inside))
        if any(sku not in skus for sku in packed):
            raise RowError(f"{where}.lines", "names an article (sku) that is not in the row's `lines`")
        slug = carriers.by_name(carrier).slug if carrier else None
        if tracking and any(slug == other.carrier and tracking == other.tracking_number for other in found):
            raise RowError(f"{where}.tracking_number", "the same parcel twice; list each parcel once")
        found.append(ShipmentRow(slug, tracking or None, packed))
    return tuple(found)
