"""“Will it be here by Friday?”: yes, likely, unlikely, no or nobody can tell, each with its reason.

A yes is only for what has happened: the parcel is delivered, or waits to be collected. What somebody expects
is likely, never certain. The judgement is a function of the explanation and rests on the same facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from tracking.calendars import day_off
from tracking.parcels import Parcel
from tracking.regions import region_of_postcode
from tracking.silence import GAPS, SATURDAY_ROUNDS, Stage, Stretch
from tracking.statements import Basis, Border, ByWhen, Explanation, Facts, Statement
from tracking.vocabulary import Actor, Milestone

M = Milestone

#: Days beyond this are not counted one by one: anything may happen until then.
HORIZON = 30
#: Vans are loaded in the morning: what is not out by this hour (local) seldom comes the same day.
LOADED_BY_HOUR = 14


class Chance(str, Enum):
    """How likely it is."""

    YES = "yes"
    LIKELY = "likely"
    UNLIKELY = "unlikely"
    NO = "no"
    #: Nobody can tell.
    UNTOLD = "untold"


class Because(str, Enum):
    """What the judgement rests on."""

    DELIVERED = "delivered"
    WAITING = "waiting"  # at a pickup point
    ROUND = "round"  # with the driver
    ROUND_STALE = "round-stale"  # it was, and nothing has been reported since
    EXPECTED = "expected"  # the date that somebody gave, or the lane's history
    OVERDUE = "overdue"  # that date has passed
    CUSTOMS = "customs"
    CUSTOMS_ASK = "customs-ask"  # they wait for something
    ATTEMPTED = "attempted"
    ATTEMPTED_ASK = "attempted-ask"  # somebody has to do something before the next attempt
    TROUBLE = "trouble"  # a delay or a problem, and no new date
    SILENT = "silent"
    WITH_SHOP = "with-shop"
    NOT_COLLECTED = "not-collected"
    DEPOT = "depot"
    NOT_OUT = "not-out"  # asked about today, and no driver has it
    DAY_OFF = "day-off"
    NO_DATE = "no-date"
    COMING_BACK = "coming-back"
    LOST = "lost"
    DAMAGED = "damaged"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class ByDay(Statement):
    """Whether it will be there by the end of `day`, in the calendar of the destination.

    `shortest` and `longest` are working days that the reason usually takes, where it takes any.
    """

    kind = "by_day"
    day: date
    chance: Chance
    because: Because
    shortest: int | None = None
    longest: int | None = None


#: States in which the answer is known, whatever the day.
_SETTLED = {
    M.DELIVERED: (Chance.YES, Because.DELIVERED),
    M.READY_FOR_PICKUP: (Chance.YES, Because.WAITING),
    M.RETURN_STARTED: (Chance.NO, Because.COMING_BACK),
    M.RETURNED: (Chance.NO, Because.COMING_BACK),
    M.LOST: (Chance.NO, Because.LOST),
    M.DAMAGED: (Chance.NO, Because.DAMAGED),
    M.CANCELLED: (Chance.NO, Because.CANCELLED),
}
_WITH_SHOP = {
    M.ORDER_CONFIRMED: Because.WITH_SHOP,
    M.PACKED: Because.NOT_COLLECTED,
    M.LABEL_CREATED: Because.NOT_COLLECTED,
}


def delivery_calendars(parcel: Parcel) -> tuple[str, ...]:
    """Whose days off count at the shopper's door; see `tracking.calendars` for the names."""
    country = parcel.order.country
    return (region_of_postcode(country, parcel.order.postcode),) if country else ()


def by_day(explanation: Explanation, day: date, calendars: Sequence[str]) -> ByDay:
    """Whether the parcel will be there by `day`, which is today (at the destination) or later.

    `calendars` are those of the destination.
    """
    return _Judge(explanation, day, tuple(calendars)).judge()


class _Judge:
    """One question about one explanation."""

    def __init__(self, of: Explanation, day: date, calendars: tuple[str, ...]) -> None:
        self._of = of
        self._day = day
        self._is_today = day <= of.today
        saturdays = of.who.carrier in SATURDAY_ROUNDS
        self._rounds = sum(
            day_off(of.today + timedelta(days=ahead), calendars, saturdays=saturdays) is None
            for ahead in range(1, min((day - of.today).days, HORIZON) + 1)
        )

    def judge(self) -> ByDay:
        of, state = self._of, self._of.state.milestone
        if state in _SETTLED:
            return self._say(*_SETTLED[state])
        if state is M.OUT_FOR_DELIVERY:
            return self._round()
        if of.silence and of.silence.stage in {Stage.STUCK, Stage.LOST}:
            return self._say(Chance.UNLIKELY, Because.SILENT, of.silence.facts)
        if self._has_customs():
            return self._customs()
        if state is M.DELIVERY_ATTEMPTED:
            return self._attempted()
        if state in _WITH_SHOP and self._rounds <= 1:
            return self._say(Chance.UNLIKELY if self._rounds else Chance.NO, _WITH_SHOP[state])
        return self._dated()

    def _round(self) -> ByDay:
        at, by, now = self._of.state.at, self._of.by_when, self._of.now
        left_today = at is not None and at.date() == now.astimezone(at.tzinfo).date()
        over = by is not None and by.end is not None and by.end < now and self._is_today
        if not left_today or over:
            return self._say(Chance.UNTOLD, Because.ROUND_STALE)
        return self._say(Chance.LIKELY, Because.ROUND, by.facts if by else None)

    def _has_customs(self) -> bool:
        of = self._of
        held = of.clearance is not None and of.clearance.border is Border.WITH_CUSTOMS
        # While they only look at it, a date that somebody gave still counts.
        dated = of.by_when is not None and of.by_when.day is not None and not of.by_when.overdue
        return of.state.milestone is M.CUSTOMS_HELD or (held and not dated)

    def _customs(self) -> ByDay:
        of = self._of
        usual = GAPS[Stretch.CUSTOMS]
        shortest = of.outlook.shortest if of.outlook and of.outlook.shortest is not None else usual.shortest
        longest = of.outlook.longest if of.outlook and of.outlook.longest is not None else usual.longest
        waiting = of.outlook is not None and of.outlook.actor in {Actor.SHOPPER, Actor.SHOP}
        because = Because.CUSTOMS_ASK if waiting else Because.CUSTOMS
        # After the release there is at least the way to the door.
        if self._is_today:
            chance = Chance.NO
        else:
            chance = Chance.UNLIKELY if self._rounds <= shortest else Chance.UNTOLD
        return self._say(chance, because, of.outlook.facts if of.outlook else None, (shortest, longest))

    def _attempted(self) -> ByDay:
        usual = GAPS[Stretch.NEW_ATTEMPT]
        if self._is_today:
            chance = Chance.UNLIKELY
        else:
            chance = Chance.LIKELY if self._rounds >= usual.longest else Chance.UNTOLD
        if self._of.todo is not None:
            return self._say(min(chance, Chance.UNTOLD, key=_cautious), Because.ATTEMPTED_ASK)
        return self._say(chance, Because.ATTEMPTED, takes=(usual.shortest, usual.longest))

    def _dated(self) -> ByDay:
        of, by = self._of, self._of.by_when
        if by is None:
            trouble = of.state.milestone in {M.DELAYED, M.EXCEPTION}
            chance = Chance.UNLIKELY if self._is_today else Chance.UNTOLD
            return self._say(chance, Because.TROUBLE if trouble else Because.NO_DATE)
        if by.day is None or by.overdue:
            return self._undated(by)
        if by.day <= self._day:
            return self._in_time(by)
        if by.basis is Basis.LANE and by.earliest and by.earliest <= self._day:
            return self._say(Chance.UNTOLD, Because.EXPECTED, by.facts)
        # Somebody expects it later; today it would have to be with a driver already.
        return self._say(Chance.NO if self._is_today else Chance.UNLIKELY, Because.EXPECTED, by.facts)

    def _in_time(self, by: ByWhen) -> ByDay:
        of = self._of
        if of.silence and of.silence.stage is Stage.LATE:
            return self._say(Chance.UNTOLD, Because.SILENT, of.silence.facts)
        if self._is_today and of.now.hour >= LOADED_BY_HOUR:
            return self._say(Chance.UNLIKELY, Because.NOT_OUT, by.facts)
        return self._say(Chance.LIKELY, Because.EXPECTED, by.facts)

    def _undated(self, by: ByWhen) -> ByDay:
        usual = GAPS[Stretch.LOCAL_DEPOT]
        if self._of.state.milestone is M.AT_LOCAL_DEPOT and not self._is_today and self._rounds:
            chance = Chance.LIKELY if self._rounds >= usual.longest else Chance.UNTOLD
            return self._say(chance, Because.DEPOT, takes=(usual.shortest, usual.longest))
        if self._is_today:
            return self._say(Chance.UNLIKELY, Because.OVERDUE if by.overdue else Because.NOT_OUT, by.facts)
        if not self._rounds:
            return self._say(Chance.UNLIKELY, Because.DAY_OFF)
        return self._say(Chance.UNTOLD, Because.OVERDUE if by.overdue else Because.NO_DATE, by.facts)

    def _say(
        self,
        chance: Chance,
        because: Because,
        facts: Facts | None = None,
        takes: tuple[int | None, int | None] = (None, None),
    ) -> ByDay:
        """The judgement; the state is always one of its grounds."""
        return ByDay(_together(self._of.state.facts, facts), self._day, chance, because, *takes)


def _cautious(chance: Chance) -> int:
    """For `min`: the less is promised, the lower."""
    return [Chance.NO, Chance.UNLIKELY, Chance.UNTOLD, Chance.LIKELY, Chance.YES].index(chance)


def _together(first: Facts, second: Facts | None) -> Facts:
    if second is None:
        return first
    return Facts(
        event_ids=tuple(dict.fromkeys((*first.event_ids, *second.event_ids))),
        promise_ids=tuple(dict.fromkeys((*first.promise_ids, *second.promise_ids))),
        order_id=first.order_id if first.order_id is not None else second.order_id,
    )
