"""What comes next, and by when: never a date that would mislead."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from tracking.calendars import working_day_from
from tracking.journey import OLDER_THAN_ITS_ORDER, Journey
from tracking.parcels import Event, Parcel, Promise
from tracking.silence import Silence, Stage
from tracking.statements import Basis, ByWhen, Facts, Next, Step
from tracking.vocabulary import FINAL, Actor, Milestone, Reason

M = Milestone

#: In these states a date given before says nothing any more; that it has passed is still said.
MISLEADING = frozenset({M.EXCEPTION, M.CUSTOMS_HELD})
#: In these states no date is shown at all: the parcel is there, was there, or goes elsewhere.
NO_DATE = FINAL | {M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP, M.RETURN_STARTED, M.DAMAGED}

_STEPS: dict[Milestone, Step | None] = {
    M.ORDER_CONFIRMED: Step.PACKING,
    M.PACKED: Step.COLLECTION,
    M.LABEL_CREATED: Step.COLLECTION,
    M.CARRIER_RECEIVED: Step.DEPARTURE,
    M.DEPARTED_ORIGIN: Step.LOCAL_DEPOT,
    M.IN_TRANSIT: Step.LOCAL_DEPOT,
    M.ARRIVED_DESTINATION: Step.LOCAL_DEPOT,
    M.CUSTOMS_STARTED: Step.CUSTOMS_RELEASE,
    M.CUSTOMS_HELD: Step.CUSTOMS_RELEASE,
    M.CUSTOMS_CLEARED: Step.LOCAL_DEPOT,
    M.HANDED_OVER: Step.LOCAL_DEPOT,
    M.AT_LOCAL_DEPOT: Step.ROUND,
    M.OUT_FOR_DELIVERY: Step.DOORSTEP,
    M.DELIVERY_ATTEMPTED: Step.NEW_ATTEMPT,
    M.READY_FOR_PICKUP: Step.PICKUP,
    M.DELIVERED: None,
    M.DELAYED: Step.CARRIER_RESUMES,
    M.EXCEPTION: Step.CARRIER_RESUMES,
    M.RETURN_STARTED: Step.COMING_BACK,
    M.RETURNED: Step.SHOP_SETTLES,
    M.LOST: Step.SHOP_SETTLES,
    M.DAMAGED: Step.SHOP_SETTLES,
    M.CANCELLED: Step.NO_PARCEL,
    M.UNKNOWN: Step.CLEAR_UPDATE,
}
#: Trouble goes on as its reason's family does.
_TROUBLE = {
    "customs": Step.CUSTOMS_RELEASE,
    "delivery": Step.NEW_ATTEMPT,
    "loss": Step.SHOP_SETTLES,
    "return": Step.COMING_BACK,
}
#: What follows from a reason whatever its family.
_AFTER: dict[Reason | None, Step] = {
    Reason.DELIVERY_REFUSED: Step.SHOP_SETTLES,
    Reason.DELIVERY_RESCHEDULED: Step.ROUND,
}


def next_step(journey: Journey, facts: Facts, reason: Reason | None) -> Next | None:
    """What is expected next, or None when the parcel has arrived.

    `reason` is the one that the shopper is told; a customs reason says how customs go on.
    """
    milestone = journey.milestone
    step = _STEPS[milestone]
    if step is None:
        return None
    if milestone in {M.DELAYED, M.EXCEPTION, M.DELIVERY_ATTEMPTED}:
        step = _after_trouble(journey, step)
    if step is Step.LOCAL_DEPOT and journey.lane.abroad:
        step = _abroad(journey)
    at_customs = step is Step.CUSTOMS_RELEASE and reason is not None and reason.family == "customs"
    return Next(
        facts,
        step,
        country=journey.lane.destination if step is Step.ARRIVAL_ABROAD else None,
        customs_reason=reason if at_customs else None,
    )


def _after_trouble(journey: Journey, step: Step) -> Step:
    """How it goes on after trouble, which is `step` unless its reason or its place says otherwise."""
    if journey.reason in _AFTER:
        return _AFTER[journey.reason]
    if journey.holder in {Actor.SHOP, Actor.WAREHOUSE}:
        return Step.PACKING
    if journey.reason is None or journey.milestone is M.DELIVERY_ATTEMPTED:
        return step
    return _TROUBLE.get(journey.reason.family, step)


def _abroad(journey: Journey) -> Step:
    """Towards the depot of a parcel that crosses a border: the country first, then its customs."""
    if not journey.arrived:
        return Step.ARRIVAL_ABROAD
    cleared = any(event.milestone is M.CUSTOMS_CLEARED for event in journey.history)
    if journey.milestone is M.ARRIVED_DESTINATION and journey.lane.customs and not cleared:
        return Step.CUSTOMS_CHECK
    return Step.LOCAL_DEPOT


def by_when(
    parcel: Parcel, journey: Journey, quiet: Silence | None, *, now: datetime, there: tzinfo, shop: tzinfo
) -> ByWhen | None:
    """The expected day and its basis, or None where a date would mislead.

    `there` is the destination's zone, `shop` the shop's: each promise is read in its giver's calendar.
    """
    if journey.milestone in NO_DATE:
        return None
    if journey.milestone is M.OUT_FOR_DELIVERY:
        return _window(journey.windowed, there)
    found = _promised(parcel, now=now, there=there, shop=shop)
    if found.basis is Basis.UNKNOWN and (usual := _usual(parcel, journey, quiet, now=now, there=there)):
        return usual
    if found.overdue or found.basis is Basis.UNKNOWN:
        hidden = found.basis is Basis.UNKNOWN and journey.milestone in MISLEADING
        return None if hidden else found
    if journey.milestone in MISLEADING or (quiet and quiet.stage in {Stage.STUCK, Stage.LOST}):
        return None
    if journey.milestone is M.DELAYED and not _stated_since(parcel, found, journey.event):
        return None
    return found


def _window(event: Event | None, there: tzinfo) -> ByWhen | None:
    if event is None or event.window is None:
        return None
    start, end = (moment.astimezone(there) for moment in event.window)
    return ByWhen(Facts.of(event), Basis.WINDOW, day=start.date(), start=start, end=end)


def _promised(parcel: Parcel, *, now: datetime, there: tzinfo, shop: tzinfo) -> ByWhen:
    """What the carrier promised last; before it has, what the shop did; or that nobody did.

    The carrier's day wins even where it is later: it has the parcel. The shop's is then told beside it.
    """
    order = parcel.order
    day = order.promised_by.astimezone(shop).date() if order.promised_by else None
    since_when = order.placed_at - OLDER_THAN_ITS_ORDER
    stated = [promise for promise in parcel.promises if since_when <= promise.stated_at <= now]
    if stated:
        last = max(stated, key=lambda promise: (promise.stated_at, promise.due_on, promise.id))
        facts = Facts.of(promises=[last])
        end = _hour(last.due_at, there)
        overdue = end < now if end else last.due_on < now.astimezone(there).date()
        differs = day is not None and day != last.due_on
        if differs:
            facts = Facts.of(promises=[last], order=order)
        return ByWhen(
            facts,
            Basis.CARRIER,
            day=last.due_on,
            end=end,
            overdue=overdue,
            promised=day if differs else None,
        )
    if day:
        overdue = day < now.astimezone(there).date()
        return ByWhen(Facts.of(order=order), Basis.SHOP, day=day, overdue=overdue)
    return ByWhen(Facts.of(order=order), Basis.UNKNOWN)


def _usual(
    parcel: Parcel, journey: Journey, quiet: Silence | None, *, now: datetime, there: tzinfo
) -> ByWhen | None:
    """When parcels on this way usually arrive; None where that is not known or this one is not as usual."""
    first = journey.set_off
    unusual = journey.milestone in MISLEADING | {M.DELAYED} or (quiet and quiet.stage is not Stage.NORMAL)
    if first is None or unusual:
        return None
    carrier = first.carrier or (parcel.legs[0].carrier if parcel.legs else None)
    times = next(
        (each for each in parcel.lanes if (each.carrier, each.origin) == (carrier, journey.lane.origin)), None
    )
    if times is None:
        return None
    today = now.astimezone(there).date()
    # A figure knows no weekday; nobody is told of a Sunday on which nothing is delivered.
    earliest, latest = (
        working_day_from((first.occurred_at + took).astimezone(there).date(), (times.destination,))
        for took in (times.fast, times.slow)
    )
    if latest < today:
        return None
    return ByWhen(Facts.of(first), Basis.LANE, day=latest, earliest=max(earliest, today))


def _hour(due_at: datetime | None, there: tzinfo) -> datetime | None:
    """The promised hour; midnight is how providers write a day without one."""
    if due_at is None or due_at.time() == time():
        return None
    return due_at.astimezone(there)


def _stated_since(parcel: Parcel, found: ByWhen, delay: Event | None) -> bool:
    """Whether the date was given after the delay was known."""
    stated: list[Promise] = [each for each in parcel.promises if each.id in found.facts.promise_ids]
    return delay is not None and any(promise.stated_at >= delay.occurred_at for promise in stated)
