"""Reading the fields of a shop's policy: each is checked, and everything that is wrong is said at once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from tracking.calendars import has_calendar
from tracking.errors import ConfigurationError
from tracking.hours import WEEKDAYS, Interval
from tracking.spoken import WRITTEN_LANGUAGES

T = TypeVar("T")

MAX_LINK = 500
#: A closed period longer than this is a slip of the pen.
MAX_CLOSED_DAYS = 366

_DURATION = re.compile(r"(?:(\d{1,3})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?")
_INTERVAL = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)")
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})\s+to\s+(\d{4}-\d{2}-\d{2})")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
_CALENDAR = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


class _Loader(yaml.SafeLoader):
    """YAML as everybody reads it, but for two things.

    A key that comes twice is an error: the first of them would be lost unseen. Dates are texts, so that one
    which does not exist is said with its place.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - the library's own name for it
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} comes twice", problem_mark=key.start_mark)
            if isinstance(key, yaml.ScalarNode):
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def load(path: Path) -> Any:
    """The content of a YAML file.

    Raises:
        ConfigurationError: it is not there, or not YAML; the text says where.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}; WISMO_POLICY names the shop's policy") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise ConfigurationError(f"{path}: {at}not YAML that can be used: {error.problem}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: a value that is not what its explicit tag says.
        raise ConfigurationError(f"{path}: not YAML that can be used: {_first_line(error)}") from error


class Fields:
    """Reads fields by their place, such as `hours.monday[1]`, and keeps what is wrong with them.

    Every reading returns a value to go on with, even if the field is wrong: `finish` raises in the end.
    Fields of no `file` are variables of the environment.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = f"{file}: " if file else ""
        self.problems: list[str] = []

    def wrong(self, place: str, what: str) -> None:
        """Keep a problem: what is wrong at this place, and what to write instead."""
        self.problems.append(f"{place}: {what}" if place else what)

    def finish(self) -> None:
        """End the reading.

        Raises:
            ConfigurationError: something was wrong; the text says everything that was.
        """
        if len(self.problems) == 1:
            raise ConfigurationError(f"{self._file}{self.problems[0]}")
        if self.problems:
            lines = "".join(f"\n  {problem}" for problem in self.problems)
            raise ConfigurationError(f"{self._file}{len(self.problems)} things to mend:{lines}")

    def table(self, value: Any, place: str, known: Iterable[str]) -> dict[str, Any]:
        """A mapping with keys that are all known; an empty one if there is nothing."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(place, f"{_shown(value)} is not a mapping; write keys and values below it")
            return {}
        names = tuple(known)
        for key in value:
            if key not in names:
                near = get_close_matches(str(key), names, n=1)
                hint = f"did you mean {near[0]}?" if near else f"it may be {_listed(names)}"
                self.wrong(_join(place, key), f"there is no such key; {hint}")
        return {key: each for key, each in value.items() if key in names}

    def text(self, value: Any, place: str, limit: int) -> str:
        """A text in one line of at most `limit` characters."""
        if isinstance(value, str) and 0 < len(text := " ".join(value.split())) <= limit:
            return text
        self.wrong(place, f"{_shown(value)} is not a text of 1 to {limit} characters; put it in quotes")
        return ""

    def choice(self, value: Any, place: str, choices: Mapping[str, T]) -> T | None:
        """The meaning of one of these words."""
        if isinstance(value, str) and value in choices:
            return choices[value]
        self.wrong(place, f"{_shown(value)} is none of {', '.join(choices)}")
        return None

    def zone(self, value: Any, place: str) -> ZoneInfo:
        """An IANA time zone."""
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
            self.wrong(place, f"{_shown(value)} is not an IANA time zone, such as Europe/Paris")
            return ZoneInfo("UTC")

    def languages(self, value: Any, place: str) -> tuple[str, ...]:
        """Languages with texts, the first of them the shop's own."""
        found = list(value) if isinstance(value, list) else []
        unknown = [str(code) for code in found if code not in WRITTEN_LANGUAGES]
        if not found or unknown:
            told = ", ".join(unknown) or ("an empty list" if value in ([], None) else _shown(value))
            self.wrong(place, f"no texts for {told}; choose from {', '.join(WRITTEN_LANGUAGES)}")
            return WRITTEN_LANGUAGES
        return tuple(dict.fromkeys(found))

    def by_language(self, value: Any, place: str) -> dict[str, Any]:
        """What is given a language: values by language."""
        if not isinstance(value, dict):
            example = "{en: …, fr: …}"
            self.wrong(place, f"{_shown(value)} has no language; write one a language, such as {example}")
            return {}
        return self.table(value, place, WRITTEN_LANGUAGES)

    def links(self, value: Any, place: str) -> dict[str, str]:
        """Addresses by language; one text is the address for all of them."""
        if isinstance(value, str):
            return dict.fromkeys(WRITTEN_LANGUAGES, self._link(value, place))
        given = self.by_language(value, place)
        return {code: self._link(each, _join(place, code)) for code, each in given.items()}

    def _link(self, value: Any, place: str) -> str:
        text = value if isinstance(value, str) else ""
        try:
            parts = urlsplit(text)
            host, secure = parts.hostname or "", parts.scheme == "https" and parts.username is None
        except ValueError:
            host, secure = "", False
        if secure and _HOST.fullmatch(host) and not re.search(r"\s", text) and len(text) <= MAX_LINK:
            return text
        self.wrong(place, f"{_shown(value)} is not an address that starts with https://")
        return ""

    def duration(
        self, value: Any, place: str, least: timedelta, most: timedelta, *, days: bool = True
    ) -> timedelta:
        """A length of time such as `24h`, `1h30m`, `15m` or, with `days`, `2d`."""
        found = _DURATION.fullmatch(value) if isinstance(value, str) and value else None
        example = "24h, 90m or 2d" if days else "4h, 90m or 1h30m, without days"
        if found and (days or not found[1]):
            count, hours, minutes = (int(number or 0) for number in found.groups())
            length = timedelta(days=count, hours=hours, minutes=minutes)
            if least <= length <= most:
                return length
            self.wrong(place, f"{_shown(value)} must be from {_told(least)} to {_told(most)}")
        else:
            self.wrong(place, f"{_shown(value)} is not a length of time; write it like {example}")
        return least

    def number(self, value: Any, place: str, least: int, most: int) -> int:
        """A whole number."""
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(place, f"{_shown(value)} is not a whole number from {least} to {most}")
        return least

    def calendar(self, value: Any, place: str) -> str | None:
        """The public holidays of a country or of a part of it."""
        if isinstance(value, str) and _CALENDAR.fullmatch(value) and has_calendar(value):
            return value
        self.wrong(place, f"{_shown(value)} has no calendar; write a country like FR, or a part like GB-SCT")
        return None

    def days(self, value: Any, place: str) -> frozenset[date]:
        """Dates, and periods of dates such as `2026-12-24 to 2027-01-02`."""
        found: set[date] = set()
        for number, each in enumerate(self._list(value, place, "dates such as 2026-12-24")):
            first, last = _period(each)
            if first is None or last is None:
                example = "write 2026-12-24, or 2026-12-24 to 2027-01-02"
                self.wrong(f"{place}[{number}]", f"{_shown(each)} is not a date; {example}")
            elif not 0 <= (last - first).days <= MAX_CLOSED_DAYS:
                self.wrong(f"{place}[{number}]", f"{_shown(each)} must end after it starts, within a year")
            else:
                found.update(first + timedelta(days=passed) for passed in range((last - first).days + 1))
        return frozenset(found)

    def intervals(self, value: Any, place: str) -> tuple[Interval, ...]:
        """When a day is open: one interval such as `09:00-18:00`, or a list of them in their order."""
        if isinstance(value, str):
            return (one,) if (one := self._interval(value, place)) else ()
        found: list[Interval] = []
        for number, each in enumerate(self._list(value, place, 'intervals such as ["09:00-18:00"]')):
            at = f"{place}[{number}]"
            interval = self._interval(each, at)
            if interval and found and interval.start < found[-1].end:
                before = f"the interval before it ends at {_clock(found[-1].end)}"
                self.wrong(at, f"{_shown(each)} starts too early: {before}; write them one after the other")
            elif interval:
                found.append(interval)
        return tuple(found)

    def _interval(self, value: Any, place: str) -> Interval | None:
        found = _INTERVAL.fullmatch(value.strip()) if isinstance(value, str) else None
        numbers = [int(part) for part in found.groups()] if found else []
        start, end = (numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]) if numbers else (-1, -1)
        if not numbers or start >= 24 * 60 or end > 24 * 60:
            self.wrong(place, f"{_shown(value)} is not an interval; write it like 09:00-18:00, in quotes")
            return None
        if start < end:
            return Interval(start, end)
        first = f"{_clock(start)}-24:00 here"
        rest = f" and 00:00-{_clock(end)} on the next day" if end else ""
        hint = f"if it goes past midnight, write {first}{rest}"
        self.wrong(place, f"{_shown(value)} does not end after it starts; {hint}")
        return None

    def _list(self, value: Any, place: str, what: str) -> list[Any]:
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(place, f"{_shown(value)} is not a list; write {what}")
        return []


def weekday(name: str) -> int:
    """The number of a day of the week; 0 is Monday."""
    return WEEKDAYS.index(name)


def _period(value: Any) -> tuple[date | None, date | None]:
    """The first and the last day of a period or of one day; None where this is neither."""
    text = value.strip() if isinstance(value, str) else ""
    found = _PERIOD.fullmatch(text)
    try:
        first, last = (date.fromisoformat(part) for part in (found.groups() if found else (text, text)))
    except ValueError:
        return None, None
    return first, last


def _join(place: str, key: Any) -> str:
    return f"{place}.{key}" if place else str(key)


def _shown(value: Any) -> str:
    """A value as its writer knows it, cut short."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _told(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    if minutes and minutes % (24 * 60) == 0:
        return f"{minutes // (24 * 60)}d"
    return f"{minutes // 60}h" if minutes and minutes % 60 == 0 else f"{minutes}m"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
