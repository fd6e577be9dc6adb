"""Reading what comes over the wire: strict JSON, one part after the other, texts that fit the store, times,
signatures.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

from tracking.errors import NotUnderstoodError, SignatureError
from tracking.places import in_zone
from tracking.sources.report import Decoded, OrderStatement, Report

#: Longest texts that the store keeps of a scan.
MAX_CODE, MAX_WORDS, MAX_CITY, MAX_URL = 96, 2000, 120, 1000
#: Longest tracking and order numbers that the store keeps.
MAX_NUMBER = 64
#: Times outside these years are a mistake of whoever sent them.
FIRST_YEAR, LAST_YEAR = 2000, 2100
#: Reasons that the error about a payload of which nothing was understood repeats.
_REASONS_TOLD = 5

_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE | re.ASCII,
)


_Part = TypeVar("_Part")


@dataclass
class Reading:
    """What has been understood of a payload so far, while its parts are read one after the other."""

    #: Which part is read; the beginning of every reason for rejecting some of it.
    where: str = ""
    reports: list[Report] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    orders: list[OrderStatement] = field(default_factory=list)

    def each(self, values: Iterable[Any], name: str, read: Callable[[Any], _Part]) -> list[_Part]:
        """What each of the values says; one that is not understood is rejected and the others are read on."""
        found = []
        for position, value in enumerate(values, 1):
            try:
                found.append(read(value))
            except NotUnderstoodError as error:
                self.rejected.append(f"{self.where}{name} {position}: {error}")
        return found

    def decoded(self) -> Decoded:
        """All of it.

        Raises:
            NotUnderstoodError: there are reasons for rejecting it and nothing else.
        """
        if self.rejected and not self.reports and not self.orders:
            raise NotUnderstoodError("; ".join(self.rejected[:_REASONS_TOLD]))
        return Decoded(tuple(self.reports), self.rejected, self.unknown, tuple(self.orders))


def decode(body: bytes, name: str, read: Callable[[Any, Reading], None]) -> Decoded:
    """What a payload says: one part, called `name` in errors, or a list of them.

    `read` adds to the reading what a part says, or raises `NotUnderstoodError`; a part that is right but says
    nothing of a parcel adds nothing.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    content = parse(body)
    reading = Reading()
    for number, part in enumerate(content if isinstance(content, list) else [content], 1):
        reading.where = f"{name} {number}: " if isinstance(content, list) else ""
        try:
            read(part, reading)
        except NotUnderstoodError as error:
            reading.rejected.append(f"{reading.where}{error}")
    return reading.decoded()


def parse(body: bytes) -> Any:
    """The JSON in a payload.

    Raises:
        NotUnderstoodError: it is not UTF-8 or not JSON, is nested too deep, or holds NaN or infinity.
    """
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise NotUnderstoodError(f"not UTF-8 at byte {error.start}; send JSON in UTF-8") from error
    except json.JSONDecodeError as error:
        raise NotUnderstoodError(
            f"not JSON: {error.msg} (line {error.lineno}, column {error.colno}); "
            "was it cut short or edited on its way?"
        ) from error
    except RecursionError as error:
        raise NotUnderstoodError("JSON nested too deep; send the provider's own payload") from error
    except ValueError as error:  # a number of thousands of digits, NaN, infinity
        raise NotUnderstoodError(f"not JSON that can be kept: {error}") from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def record(value: Any, what: str) -> dict[str, Any]:
    """The value, if it is a JSON object.

    Raises:
        NotUnderstoodError: it is not; the text says where.
    """
    if not isinstance(value, dict):
        raise NotUnderstoodError(f"{what}: expected a JSON object, found {kind(value)}")
    return value


def part(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The JSON object under a name; an empty one where there is none."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def kind(value: Any) -> str:
    """What a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number")


def text(value: Any, limit: int) -> str | None:
    """A text as it can be stored: no NUL, no half characters, at most `limit` characters; else nothing."""
    if not isinstance(value, str):
        return None
    if not value.isascii():
        value = value.encode("utf-8", "replace").decode("utf-8")
    return value.replace("\x00", "").strip()[:limit] or None


@dataclass(frozen=True)
class Moment:
    """A point in time as it was written."""

    at: datetime
    has_offset: bool
    has_time: bool


def moment(value: Any, country: str | None, what: str, zone: tzinfo | None = None) -> Moment:
    """The time written in ISO 8601.

    A numeric offset is kept. `Z` says that the time is in UTC and nothing of the place's own clock
    (RFC 9557), so it counts as no offset. A time without either is the clock of the zone, where one is given,
    else of the country where the scan took place, or UTC where that is unknown or has several clocks.

    Raises:
        NotUnderstoodError: it is no such time, or far from our days.
    """
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise NotUnderstoodError(f"{what}: not a time such as 2026-11-21T10:04:00+01:00")
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    try:
        naive = datetime(  # noqa: DTZ001 - its zone is found out below
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            int((fraction or "")[:6].ljust(6, "0")),
        )  # fmt: skip
        if not FIRST_YEAR <= naive.year <= LAST_YEAR:
            raise NotUnderstoodError(f"{what}: the year {naive.year} is out of the question")
        if offset and offset.upper() != "Z":
            return Moment(naive.replace(tzinfo=_offset(offset)), True, True)
    except ValueError as error:
        raise NotUnderstoodError(f"{what}: no such day or time") from error
    clock = timezone.utc if offset else zone
    zoned = naive.replace(tzinfo=clock) if clock else in_zone(naive, country)
    return Moment(zoned.astimezone(timezone.utc), False, hour is not None)


@lru_cache(maxsize=256)
def _offset(written: str) -> timezone:
    digits = written[1:].replace(":", "")
    apart = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if int(digits[2:] or 0) > 59 or apart > timedelta(hours=14):
        raise ValueError("no such offset")
    return timezone(-apart if written[0] == "-" else apart)


def stated(value: Any) -> datetime | None:
    """When a provider says that it wrote its payload, if it says so legibly."""
    try:
        return moment(value, None, "").at
    except NotUnderstoodError:
        return None


def epoch(value: Any) -> datetime | None:
    """A Unix time in seconds, if it is one of our days."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    first, last = (datetime(year, 1, 1, tzinfo=timezone.utc) for year in (FIRST_YEAR, LAST_YEAR))
    if not first.timestamp() <= value < last.timestamp():
        return None
    return datetime.fromtimestamp(value, timezone.utc)


def day(value: Any) -> date | None:
    """The day of a text that begins with one, such as 2026-11-24 or 2026-11-24T20:00:00."""
    try:
        found = date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def fingerprint(*facts: str | datetime | None) -> str:
    """A stable id of a scan from its own facts, for providers that give none."""
    written = [
        fact.astimezone(timezone.utc).isoformat() if isinstance(fact, datetime) else fact for fact in facts
    ]
    # As unambiguous as JSON, whatever the facts hold, and written several times as fast.
    return hashlib.sha256(ascii(written).encode()).hexdigest()[:40]


def header(headers: Mapping[str, str], name: str) -> str:
    """The value of a header whatever the case of its name; empty if it is missing."""
    return next((value for key, value in headers.items() if key.lower() == name.lower()), "")


def check_signature(given: str, expected: str, name: str) -> None:
    """Compare two signatures in constant time.

    Raises:
        SignatureError: none was given, or they differ.
    """
    if not given:
        raise SignatureError(f"the header {name} is missing")
    if not hmac.compare_digest(given.strip().encode("utf-8", "replace"), expected.encode()):
        raise SignatureError(
            f"the header {name} does not fit the body; is the secret the same on both sides?"
        )


def require_secret(secret: str, variable: str) -> None:
    """Fail closed: without a secret nothing can be verified.

    Raises:
        SignatureError: the secret is empty.
    """
    if not secret:
        raise SignatureError(f"{variable} is not set here, so nothing can be verified; set it and send again")
