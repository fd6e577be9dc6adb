"""Which days count: weekends and public holidays of the countries that a parcel passes through.

A calendar is named by its country (`FR`) or, where a region has holidays of its own, by both (`GB-SCT`), see
`tracking.regions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from tracking.regions import region_of_city

SATURDAY, SUNDAY = 5, 6
#: No chain of days off is longer; it ends the search in a calendar that is wrong.
LONGEST_CLOSURE = 60


@dataclass(frozen=True)
class DayOff:
    """A day on which little moves. `country` (ISO alpha-2) is set for a public holiday, not for a weekend."""

    day: date
    country: str | None = None


@lru_cache(maxsize=2048)
def is_holiday(day: date, country: str) -> bool:
    """Whether `day` is a public holiday of this calendar; False where it is not known."""
    calendar = _calendar(country)
    return calendar is not None and day in calendar


@lru_cache(maxsize=2048)
def is_weekend(day: date, country: str | None) -> bool:
    """Whether `day` is on the weekend of this calendar; Saturday and Sunday where it is not known."""
    calendar = _calendar(country) if country else None
    if calendar is None:
        return day.weekday() >= SATURDAY
    return day.weekday() in calendar.weekend and not calendar.is_working_day(day)


def day_off(day: date, calendars: Iterable[str], *, saturdays: bool = False) -> DayOff | None:
    """The reason why `day` does not count in one of `calendars`, or None if it counts in all of them.

    With `saturdays` a Saturday counts like any other day, where it is not a public holiday.
    """
    known = tuple(calendars)
    weekend = is_weekend(day, None) if not known else any(is_weekend(day, name) for name in known)
    if weekend and not (saturdays and day.weekday() == SATURDAY):
        return DayOff(day)
    return next((DayOff(day, name[:2]) for name in known if is_holiday(day, name)), None)


def add_working_days(
    start: date, count: int, calendars: Iterable[str], *, saturdays: bool = False
) -> tuple[date, tuple[DayOff, ...]]:
    """The day that is `count` (≥ 0) working days after `start`, and the days off on the way there.

    `saturdays` as in `day_off`.
    """
    known = tuple(calendars)
    day, skipped = start, list[DayOff]()
    while count > 0:
        day += timedelta(days=1)
        off = day_off(day, known, saturdays=saturdays) if len(skipped) < LONGEST_CLOSURE else None
        if off:
            skipped.append(off)
        else:
            count -= 1
    return day, tuple(skipped)


def working_day_from(day: date, calendars: Iterable[str]) -> date:
    """`day` itself, or the first one after it that counts in all of `calendars`."""
    known = tuple(calendars)
    return next(
        (
            later
            for later in (day + timedelta(days=passed) for passed in range(LONGEST_CLOSURE))
            if day_off(later, known) is None
        ),
        day,
    )


@lru_cache(maxsize=256)
def calendar_of_city(country: str, city: str | None) -> str:
    """The calendar of a scan's place: of the region that its words name, else of its country."""
    if not city or "," not in city:
        return country
    calendar = _calendar(country)
    if calendar is None:
        return country
    known = {name.casefold(): code for name, code in calendar.subdivisions_aliases.items()}
    return region_of_city(
        country, city, {**known, **{code.casefold(): code for code in calendar.subdivisions}}
    )


def _calendar(name: str) -> Any | None:
    """The calendar of this name, or None; a region that nobody knows keeps its country's holidays."""
    country, _, region = name.partition("-")
    found = _exactly(name)
    # Not "or": a calendar is empty, and so false, until it is asked about a year.
    return found if found is not None or not region else _exactly(country)


def has_calendar(name: str) -> bool:
    """Whether the public holidays of a country ("FR"), or of a part of it ("GB-SCT"), are known."""
    return _exactly(name) is not None


@lru_cache(maxsize=256)
def _exactly(name: str) -> Any | None:
    # The package is large: it is loaded when first needed.
    import holidays

    country, _, region = name.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=region or None)
    except NotImplementedError:
        # How the package says that it knows no such calendar.
        return None
