"""How a shop describes a feed of scans that nobody has written a module for.

The file is YAML, and so may be JSON:

    format: csv                     # or json, the default
    delimiter: ";"                  # of csv; a comma by default
    items: shipments.events         # json: where the rows are; left out, the payload is one or a list of them
    fields:                         # our name: theirs, or a list that is joined by a blank
      number: parcel
      time: [date, time]
      status: event
    always: {carrier: dpd-uk}       # where no field says it
    time: {format: "%d.%m.%Y %H:%M", zone: Europe/London}
    statuses:                       # theirs: our milestone, and after a slash the reason
      "10": carrier_received
      "40": delivery_attempted/delivery.recipient_absent
    codes: emsevt                   # instead of statuses: the codes of postal (emsevt) or freight (x12) feeds

Everything in it is read as text: `010` stays `010` and `NO` is Norway.
"""

from __future__ import annotations

from collections.abc import Mapping as Record
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from tracking.errors import ConfigurationError, NotUnderstoodError
from tracking.sources import wire
from tracking.sources.mapping import Mapping, rows_of
from tracking.vocabulary import Actor, Milestone, Reason

#: What can be said of a scan, and of the parcel it is of.
FIELDS = (
    *("number", "order", "carrier", "scanned_by", "time", "status", "reason", "words", "city", "country"),
    *("id", "estimate", "signed_by", "photo", "signature"),
)
#: What may be the same for all scans of a feed.
ALWAYS = ("carrier", "scanned_by", "country")
#: Code lists that come with us.
CODES = ("emsevt", "x12")
FORMATS = ("json", "csv")
#: Time formats that are counted, not spelled: seconds and milliseconds since 1970.
UNIX, UNIX_MS = "unix", "unix_ms"
_PARTS = frozenset({"format", "delimiter", "items", "fields", "always", "time", "statuses", "codes"})
#: X12 statuses whose time is when something is expected; of these the ones that expect the delivery.
_X12_ESTIMATES, _X12_DELIVERIES = frozenset({"AG", "B6", "C1", "X2"}), frozenset({"AG", "X2"})
#: Who acts at these milestones; at all others, and where the reason is customs, see `_actor`.
_ACTORS = {
    Milestone.ORDER_CONFIRMED: Actor.SHOP,
    Milestone.PACKED: Actor.WAREHOUSE,
    Milestone.LABEL_CREATED: Actor.SHOP,
    Milestone.CUSTOMS_STARTED: Actor.CUSTOMS,
    Milestone.CUSTOMS_HELD: Actor.CUSTOMS,
    Milestone.CUSTOMS_CLEARED: Actor.CUSTOMS,
    Milestone.HANDED_OVER: Actor.LAST_MILE_CARRIER,
    Milestone.AT_LOCAL_DEPOT: Actor.LAST_MILE_CARRIER,
    Milestone.OUT_FOR_DELIVERY: Actor.LAST_MILE_CARRIER,
    Milestone.DELIVERY_ATTEMPTED: Actor.LAST_MILE_CARRIER,
    Milestone.READY_FOR_PICKUP: Actor.PICKUP_POINT,
    Milestone.DELIVERED: Actor.LAST_MILE_CARRIER,
    Milestone.CANCELLED: Actor.SHOP,
}


@dataclass(frozen=True)
class Description:
    """A feed, as its shop describes it."""

    format: str
    delimiter: str
    #: The names that lead to the rows of a JSON payload.
    items: tuple[str, ...]
    #: Our name of a field, and theirs; several are joined.
    fields: Record[str, tuple[str, ...]]
    always: Record[str, str]
    mapping: Mapping
    #: As `datetime.strptime` reads it, `unix` or `unix_ms`; none: ISO 8601.
    time_format: str | None = None
    #: The clock of times without an offset; none: that of the scan's country.
    zone: tzinfo | None = None
    #: Statuses whose time is when something is expected, and those of them that expect the delivery.
    estimates: frozenset[str] = frozenset()
    deliveries: frozenset[str] = frozenset()

    def moment(self, written: str | None, country: str | None) -> wire.Moment:
        """The time of a row.

        Raises:
            NotUnderstoodError: it is no time of this feed's format, or far from our days.
        """
        if self.time_format is None:
            return wire.moment(written, country, "time", self.zone)
        if self.time_format in (UNIX, UNIX_MS):
            return _counted(written, 1000 if self.time_format == UNIX_MS else 1)
        try:
            read = datetime.strptime(written or "", self.time_format)  # noqa: DTZ007 - its zone comes below
        except ValueError as error:
            raise NotUnderstoodError(f"time: not written as {self.time_format}") from error
        has_offset = read.tzinfo is not None
        local = wire.moment(read.replace(tzinfo=None).isoformat(), country, "time", self.zone)
        return wire.Moment(read, True, True) if has_offset else local


def _counted(written: str | None, a_second: int) -> wire.Moment:
    try:
        at = wire.epoch(float(written or "") / a_second)
    except ValueError:
        at = None
    if at is None:
        raise NotUnderstoodError("time: not a number of seconds or milliseconds since 1970")
    return wire.Moment(at, False, True)


def read_description(path: Path) -> Description:
    """The description in a file, read again when the file has changed.

    Raises:
        ConfigurationError: it cannot be read or makes no sense; the text names the place.
    """
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ConfigurationError(f"WISMO_FEED_MAPPING: {path} cannot be read: {error.strerror}") from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Description:
    where = f"WISMO_FEED_MAPPING: {path.name}"
    try:
        # The loader that leaves everything a text.
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{where}: not YAML: {' '.join(str(error).split())}") from error
    try:
        return describe(content)
    except ConfigurationError as error:
        raise ConfigurationError(f"{where}: {error}") from error


def describe(content: Any) -> Description:
    """The feed that the content of such a file describes.

    Raises:
        ConfigurationError: it makes no sense; the text names the place.
    """
    given = _texts(content, "the file", _PARTS)
    kind = _one_of(given.get("format", "json"), FORMATS, "format")
    delimiter = given.get("delimiter", ",")
    if not isinstance(delimiter, str) or len(delimiter) != 1:
        raise ConfigurationError("delimiter: give one character")
    fields = {
        name: tuple(_names(value, f"fields: {name}"))
        for name, value in _texts(given.get("fields", {}), "fields", FIELDS).items()
    }
    for needed in ("time", "status"):
        if needed not in fields:
            raise ConfigurationError(f"fields: {needed}: say where it is")
    if not {"number", "order"} & set(fields):
        raise ConfigurationError("fields: number: say where it is, or where the order is")
    always = _texts(given.get("always", {}), "always", ALWAYS)
    for name, value in always.items():
        if not isinstance(value, str):
            raise ConfigurationError(f"always: {name}: expected a text")
    clock = _texts(given.get("time", {}), "time", ("format", "zone"))
    codes = given.get("codes")
    return Description(
        format=kind,
        delimiter=delimiter,
        items=tuple(filter(None, str(given.get("items", "")).split("."))),
        fields=fields,
        always=always,
        mapping=_mapping(given),
        time_format=_format(clock.get("format")),
        zone=_zone(clock.get("zone")),
        estimates=_X12_ESTIMATES if codes == "x12" else frozenset(),
        deliveries=_X12_DELIVERIES if codes == "x12" else frozenset(),
    )


def _mapping(given: Record[str, Any]) -> Mapping:
    if ("codes" in given) == ("statuses" in given):
        raise ConfigurationError(f"give statuses, or codes: {' or '.join(CODES)}")
    if "codes" in given:
        name = _one_of(given["codes"], CODES, "codes")
        return Mapping(rows_of(Path(__file__).with_name(f"{name}.csv")))
    statuses = _texts(given["statuses"], "statuses", None)
    rows = []
    for written, meaning in statuses.items():
        status, slash, detail = written.partition("/")
        if slash and status not in statuses:
            raise ConfigurationError(f"statuses: {written}: give a line for {status} alone too")
        named, _, why = str(meaning).partition("/")
        milestone = _one_of(named.strip(), [each.value for each in Milestone], f"statuses: {written}")
        reason = _one_of(why.strip(), ["", *(each.value for each in Reason)], f"statuses: {written}")
        rows.append(
            {
                "status": status,
                "detail": detail,
                "words": "",
                "milestone": milestone,
                "reason": reason,
                "actor": _actor(milestone, reason).value,
                "handed_to": "",
            }
        )
    return Mapping(rows)


def _actor(milestone: str, reason: str) -> Actor:
    if reason.startswith("customs."):
        return Actor.CUSTOMS
    return _ACTORS.get(Milestone(milestone), Actor.CARRIER)


def _texts(value: Any, where: str, allowed: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise ConfigurationError(f"{where}: expected names with values")
    for name in value:
        if allowed is not None and name not in allowed:
            raise ConfigurationError(f"{where}: {name!r} is none of {', '.join(sorted(allowed))}")
    return value


def _names(value: Any, where: str) -> list[str]:
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) and name for name in names):
        raise ConfigurationError(f"{where}: expected a name or a list of names")
    return names


def _one_of(value: Any, allowed: Any, where: str) -> str:
    if value not in allowed or not isinstance(value, str):
        raise ConfigurationError(f"{where}: {value!r} is none of {', '.join(filter(None, allowed))}")
    return value


def _format(value: Any) -> str | None:
    if value is None:
        return None
    if value in (UNIX, UNIX_MS):
        return str(value)
    if not isinstance(value, str) or "%" not in value:
        raise ConfigurationError(
            f"time: format: {value!r} is neither like %d.%m.%Y %H:%M nor unix nor unix_ms"
        )
    now = datetime(2026, 11, 21, 10, 4)  # noqa: DTZ001 - only its form is looked at
    try:
        datetime.strptime(now.strftime(value), value)  # noqa: DTZ007
    except ValueError as error:
        if "%z" not in value:
            raise ConfigurationError(f"time: format: {value!r} cannot be read back") from error
    return value


def _zone(value: Any) -> ZoneInfo | None:
    try:
        return ZoneInfo(value) if value is not None else None
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError) as error:
        raise ConfigurationError(f"time: zone: {value!r} is no zone such as Europe/Paris") from error
