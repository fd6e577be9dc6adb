"""When no news is no news, and when it is bad news.

Each stretch of the way has an expected gap between two scans, in working days of the countries involved,
longer the farther apart its ends are. Within it silence is normal. Past it the parcel is late; after 7 days
it is stuck, and a case is offered to whoever asks; after 10 days a case is opened, and what a carrier has is
presumed lost. A gap that distance or holidays stretch beyond 7 or 10 days is waited out first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum

from tracking.calendars import DayOff, add_working_days, calendar_of_city
from tracking.clock import local_zone
from tracking.journey import Journey
from tracking.lane import Reach
from tracking.parcels import Event, Parcel
from tracking.regions import region_of_postcode
from tracking.vocabulary import Actor, CaseKind, Milestone

#: Merchants call a parcel stuck after 7 days without a scan and lost after 10.
STUCK_AFTER = timedelta(days=7)
LOST_AFTER = timedelta(days=10)
#: What a shop has promised for a day has to set off this long before.
TRAVEL = timedelta(days=4)


class Stretch(str, Enum):
    """The part of the way that a parcel is silent on."""

    PREPARING = "preparing"
    WAITING_FOR_CARRIER = "waiting_for_carrier"
    FIRST_SORTING = "first_sorting"
    LINE_HAUL = "line_haul"
    ARRIVAL = "arrival"
    CUSTOMS = "customs"
    HANDOVER = "handover"
    LOCAL_DEPOT = "local_depot"
    ROUND = "round"
    NEW_ATTEMPT = "new_attempt"
    TROUBLE = "trouble"
    RETURN = "return"


class Stage(str, Enum):
    """How worrying a silence is."""

    NORMAL = "normal"
    LATE = "late"
    STUCK = "stuck"
    LOST = "lost"


class Where(Enum):
    """Whose days off a stretch waits for."""

    HERE = "here"
    BOTH_ENDS = "both ends"


@dataclass(frozen=True)
class Gap:
    """Working days between two scans, `shortest` to `longest`, as usually seen."""

    shortest: int
    longest: int
    where: Where = Where.HERE


#: Line haul: no scan for 2 to 4 days is what shops tell their customers to expect; see `_BY_REACH` for short
#: and long ways. The others are a working day or two of handling, longer where someone has to decide.
GAPS: dict[Stretch, Gap] = {
    Stretch.PREPARING: Gap(1, 2),
    Stretch.WAITING_FOR_CARRIER: Gap(1, 2),
    Stretch.FIRST_SORTING: Gap(1, 2),
    Stretch.LINE_HAUL: Gap(2, 4, Where.BOTH_ENDS),
    Stretch.ARRIVAL: Gap(1, 3),
    Stretch.CUSTOMS: Gap(2, 5),
    Stretch.HANDOVER: Gap(1, 2),
    Stretch.LOCAL_DEPOT: Gap(1, 2),
    Stretch.ROUND: Gap(0, 1),
    Stretch.NEW_ATTEMPT: Gap(1, 2),
    Stretch.TROUBLE: Gap(1, 3),
    Stretch.RETURN: Gap(4, 10, Where.BOTH_ENDS),
}

#: Where the distance makes a difference. At home a parcel passes a sorting centre nearly every night; by air
#: to another continent it waits for a flight, is flown and unloaded unscanned; a ship takes weeks.
_BY_REACH: dict[tuple[Stretch, Reach], Gap] = {
    (Stretch.FIRST_SORTING, Reach.INTERCONTINENTAL): Gap(1, 3),
    (Stretch.FIRST_SORTING, Reach.SEA): Gap(2, 7),
    (Stretch.LINE_HAUL, Reach.DOMESTIC): Gap(1, 3, Where.BOTH_ENDS),
    (Stretch.LINE_HAUL, Reach.INTERCONTINENTAL): Gap(3, 6, Where.BOTH_ENDS),
    (Stretch.LINE_HAUL, Reach.SEA): Gap(15, 35, Where.BOTH_ENDS),
    (Stretch.HANDOVER, Reach.UNION): Gap(1, 3),
    (Stretch.HANDOVER, Reach.CONTINENT): Gap(1, 3),
    (Stretch.HANDOVER, Reach.INTERCONTINENTAL): Gap(2, 5),
    (Stretch.RETURN, Reach.INTERCONTINENTAL): Gap(6, 15, Where.BOTH_ENDS),
    (Stretch.RETURN, Reach.SEA): Gap(15, 45, Where.BOTH_ENDS),
}

#: Carriers (slugs) whose vans are out on Saturdays as on other days, without asking extra for it.
SATURDAY_ROUNDS = frozenset(
    {
        "colissimo",
        "deutsch-post",
        "dhl-germany",
        "dpd-uk",
        "hermes-de",
        "la-poste-colissimo",
        "myhermes-uk",
        "postnl",
        "royal-mail",
        "usps",
        "yodel",
    }
)
#: Stretches that end with a van's round.
_ROUNDS = frozenset({Stretch.LOCAL_DEPOT, Stretch.ROUND, Stretch.NEW_ATTEMPT})

#: A milestone that is not here ends the journey, or waits for the shopper or the shop: no scan is due.
STRETCHES: dict[Milestone, Stretch] = {
    Milestone.ORDER_CONFIRMED: Stretch.PREPARING,
    Milestone.PACKED: Stretch.WAITING_FOR_CARRIER,
    Milestone.LABEL_CREATED: Stretch.WAITING_FOR_CARRIER,
    Milestone.CARRIER_RECEIVED: Stretch.FIRST_SORTING,
    Milestone.DEPARTED_ORIGIN: Stretch.LINE_HAUL,
    Milestone.IN_TRANSIT: Stretch.LINE_HAUL,
    Milestone.ARRIVED_DESTINATION: Stretch.ARRIVAL,
    Milestone.CUSTOMS_STARTED: Stretch.CUSTOMS,
    Milestone.CUSTOMS_HELD: Stretch.CUSTOMS,
    Milestone.CUSTOMS_CLEARED: Stretch.ARRIVAL,
    Milestone.HANDED_OVER: Stretch.HANDOVER,
    Milestone.AT_LOCAL_DEPOT: Stretch.LOCAL_DEPOT,
    Milestone.OUT_FOR_DELIVERY: Stretch.ROUND,
    Milestone.DELIVERY_ATTEMPTED: Stretch.NEW_ATTEMPT,
    Milestone.DELAYED: Stretch.TROUBLE,
    Milestone.EXCEPTION: Stretch.TROUBLE,
    Milestone.RETURN_STARTED: Stretch.RETURN,
    Milestone.UNKNOWN: Stretch.TROUBLE,
}


@dataclass(frozen=True)
class Silence:
    """How long a parcel has been silent, and what that means."""

    stretch: Stretch
    stage: Stage
    #: The last sign of life; empty where only the order is known.
    heard: Event | None
    #: Whole days without news.
    days: int
    gap: Gap
    #: The last day on which silence is normal, in the calendar of the place last heard from.
    normal_until: date
    #: Weekends and public holidays that stretch the gap.
    stretched_by: tuple[DayOff, ...]
    #: The shop still has it because it is promised for later: the gap is longer than usual on purpose.
    promised_later: bool
    #: When a case is offered if the silence lasts, and when it is opened without asking.
    case_offered_at: datetime
    case_opens_at: datetime
    #: What the silence has led to by now; `case_opened` says whether the case is opened without asking.
    case: CaseKind | None
    case_opened: bool


def silence(journey: Journey, parcel: Parcel, *, now: datetime, zone: tzinfo) -> Silence | None:
    """What the silence of `parcel` means at `now`, or None where no scan is due.

    `zone` is the calendar for reports that carry no offset.
    """
    stretch = STRETCHES.get(journey.milestone)
    if stretch is None:
        return None
    heard = journey.heard
    since = heard.occurred_at if heard else parcel.order.placed_at
    local = local_zone(heard, zone)
    gap = _gap(stretch, journey)
    normal_until, skipped = add_working_days(
        since.astimezone(local).date(),
        gap.longest,
        _calendars(journey, parcel, gap),
        saturdays=stretch in _ROUNDS and journey.carrier in SATURDAY_ROUNDS,
    )
    promised = parcel.order.promised_by
    waits = False
    if journey.holder in {Actor.SHOP, Actor.WAREHOUSE} and promised:
        # What is made to order, or promised for later, is not late as long as it can still arrive in time.
        latest_start = promised.astimezone(local).date() - TRAVEL
        if latest_start > normal_until:
            normal_until, skipped, waits = latest_start, (), True
    stage, case, opened = _judge(journey, over=now.astimezone(local).date() > normal_until)
    over_at = datetime.combine(normal_until + timedelta(days=1), time(), local)
    return Silence(
        stretch=stretch,
        stage=stage,
        heard=heard,
        days=journey.silent_for.days,
        gap=gap,
        normal_until=normal_until,
        stretched_by=skipped,
        promised_later=waits,
        # In UTC: a day of a clock that is put back has 25 hours.
        case_offered_at=max(since.astimezone(timezone.utc) + STUCK_AFTER, over_at),
        case_opens_at=max(since.astimezone(timezone.utc) + LOST_AFTER, over_at),
        case=case,
        case_opened=opened,
    )


def _judge(journey: Journey, *, over: bool) -> tuple[Stage, CaseKind | None, bool]:
    """Stage, case, and whether the case is opened rather than offered. `over`: the expected gap is over."""
    silent = journey.silent_for
    if not over:
        return Stage.NORMAL, None, False
    if silent < STUCK_AFTER:
        return Stage.LATE, None, False
    # What the shop, customs or a return still hold is stuck, however long: nobody has lost it.
    with_carrier = journey.holder is Actor.CARRIER and journey.milestone is not Milestone.RETURN_STARTED
    if silent >= LOST_AFTER and with_carrier:
        return Stage.LOST, CaseKind.LOST, True
    return Stage.STUCK, CaseKind.STUCK, silent >= LOST_AFTER


def _gap(stretch: Stretch, journey: Journey) -> Gap:
    """The gap that is usual on this stretch for as far as the parcel still goes."""
    reach = journey.lane.reach
    if journey.arrived and stretch is not Stretch.RETURN and reach is not Reach.UNKNOWN:
        reach = Reach.DOMESTIC  # the long part of the way is behind it
    return _BY_REACH.get((stretch, reach), GAPS[stretch])


def _calendars(journey: Journey, parcel: Parcel, gap: Gap) -> tuple[str, ...]:
    """Whose days off count, without repetition, the nearest first. See `tracking.calendars` for the names."""
    lane = journey.lane
    here = lane.origin
    if journey.seen and journey.seen.place.country:
        here = calendar_of_city(journey.seen.place.country, journey.seen.place.city)
    there = lane.destination
    if there:
        there = region_of_postcode(there, parcel.order.postcode)
        if here == lane.destination:
            here = there  # near the shopper's door it is their region that rests
    named = (here, lane.origin, there) if gap.where is Where.BOTH_ENDS else (here,)
    return tuple(dict.fromkeys(each for each in named if each))
