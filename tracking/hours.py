"""When the shop's team is there, and until when it has answered if it answers within some hours of opening.

Hours are told by the shop's own clock. Where clocks change, a time that the clock jumps over counts as the
moment of the jump, and one that comes twice opens the first time and closes the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from tracking.calendars import is_holiday

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: How far ahead an open day is looked for: no shop that says when it answers is closed for longer.
HORIZON_DAYS = 400


@dataclass(frozen=True, order=True)
class Interval:
    """Open from `start` to `end`, in minutes after midnight on the clock of one day; `end` at most 24:00."""

    start: int
    end: int


@dataclass(frozen=True)
class Hours:
    """The opening hours of a team."""

    zone: ZoneInfo
    #: Weekday (0 is Monday) → when it is open. A day that is left out is closed; all of them: nobody knows.
    week: Mapping[int, tuple[Interval, ...]] = field(default_factory=dict)
    #: Days on which it is closed whatever weekday they are.
    closed: frozenset[date] = frozenset()
    #: The calendar of public holidays on which it is closed, such as `FR` or `GB-SCT`; None: none.
    holidays: str | None = None
    #: How much opening time passes at most before somebody answers; None: nothing is promised.
    answer: timedelta | None = None

    @property
    def known(self) -> bool:
        """Whether the shop says when it is open. If not, nothing else here says anything."""
        return bool(self.week)

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at this (aware) moment; False where hours are not known."""
        return self.closes(at) is not None

    def next_opening(self, at: datetime) -> datetime | None:
        """When somebody is there: `at` itself while it is open. None: hours are not known, or never."""
        # In UTC: on a clock that changes, the hours between two times are not their difference.
        at = at.astimezone(timezone.utc)
        for start, _ in self._from(at):
            return max(start, at).astimezone(self.zone)
        return None

    def closes(self, at: datetime) -> datetime | None:
        """Until when it stays open, if it is open at this moment; None if not."""
        at, closing = at.astimezone(timezone.utc), None
        for start, end in self._from(at, days=2):
            if start > (closing or at):
                break
            closing = end
        return closing.astimezone(self.zone) if closing else None

    def answer_by(self, at: datetime) -> datetime | None:
        """Until when a question asked at this moment is answered: `answer` of opening time later.

        None where hours are not known or no answer is promised.
        """
        if self.answer is None:
            return None
        at, left = at.astimezone(timezone.utc), self.answer
        for start, end in self._from(at):
            begins = max(start, at)
            if end - begins >= left:
                return (begins + left).astimezone(self.zone)
            left -= end - begins
        return None

    def is_closed_on(self, day: date) -> bool:
        """Whether this whole day is closed: by its weekday, as a holiday, or because the shop says so."""
        return (
            not self.week.get(day.weekday())
            or day in self.closed
            or (self.holidays is not None and is_holiday(day, self.holidays))
        )

    def _from(self, at: datetime, days: int = HORIZON_DAYS) -> Iterator[tuple[datetime, datetime]]:
        """The spans, in UTC, that end after `at`, in order; none that starts `days` days later or more."""
        if not self.known:
            return
        reached = datetime.min.replace(tzinfo=timezone.utc)
        # From yesterday on: where clocks are set back at midnight, its evening may come again.
        first = at.astimezone(self.zone).date() - timedelta(days=1)
        for day in (first + timedelta(days=passed) for passed in range(days + 1)):
            if self.is_closed_on(day):
                continue
            for interval in self.week[day.weekday()]:
                start = max(reached, _first_at(day, interval.start, self.zone))
                reached = max(reached, _last_before(day, interval.end, self.zone))
                if start < reached and reached > at:
                    yield start, reached


def _first_at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, at which the clock of `zone` shows this time or has jumped over it."""
    return _moments(datetime.combine(day, time()) + timedelta(minutes=minutes), zone)[0]


def _last_before(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, after which the clock of `zone` shows no time of this day before this one."""
    # One that comes twice has ended at its last second, not when the same hour starts again.
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes, seconds=-1)
    _, last = _moments(wall, zone)
    return last if _is_jumped(wall, zone) else last + timedelta(seconds=1)


def _is_jumped(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock never shows this time."""
    return wall.replace(tzinfo=zone).astimezone(timezone.utc).astimezone(zone).replace(tzinfo=None) != wall


def _moments(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and the last moment, in UTC, at which the clock shows this time; that of the jump over it."""
    first, last = (wall.replace(tzinfo=zone, fold=fold).astimezone(timezone.utc) for fold in (0, 1))
    if first <= last:
        return first, last
    # The clock never shows it: the jump is after `before` and not after `after`.
    before, after = last, first
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after, after
