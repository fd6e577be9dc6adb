"""The progress line: which of the updates that shoppers trust a parcel has reached, and which are ahead."""

from __future__ import annotations

from datetime import tzinfo

from tracking.clock import local_time
from tracking.fold import LATEST_COUNTS
from tracking.journey import Journey
from tracking.parcels import Event, Order
from tracking.statements import Facts, Mark
from tracking.vocabulary import TRUSTED_UPDATES, Milestone

M = Milestone

#: Milestones beside the line, and the trusted updates that they imply: the first one on the parcel's line.
_IMPLIES: dict[Milestone, tuple[Milestone, ...]] = {
    M.IN_TRANSIT: (M.CARRIER_RECEIVED,),
    M.HANDED_OVER: (M.CARRIER_RECEIVED,),
    M.CUSTOMS_STARTED: (M.DEPARTED_ORIGIN,),
    M.CUSTOMS_HELD: (M.DEPARTED_ORIGIN,),
    M.AT_LOCAL_DEPOT: (M.CUSTOMS_CLEARED, M.ARRIVED_DESTINATION, M.DEPARTED_ORIGIN),
    M.DELIVERY_ATTEMPTED: (M.OUT_FOR_DELIVERY,),
    M.READY_FOR_PICKUP: (M.OUT_FOR_DELIVERY,),
}
#: These parcels are not on their way to the shopper any more.
_TURNED_BACK = frozenset({M.RETURN_STARTED, M.RETURNED, M.LOST, M.DAMAGED, M.CANCELLED})


def state_facts(found: Journey, order: Order) -> Facts:
    """What the state rests on: its event, or the order where there is none."""
    return Facts.of(found.event) if found.event else Facts.of(order=order)


def progress(found: Journey, order: Order, zone: tzinfo | None = None) -> tuple[Mark, ...]:
    """The trusted updates that are reached, the last one current; with times where `zone` is given."""
    reached = _line(found)[: _reached(found)]
    return tuple(_mark(found, order, each, each is reached[-1], zone) for each in reached)


def ahead(found: Journey) -> tuple[Milestone, ...]:
    """The trusted updates still to come."""
    return () if found.milestone in _TURNED_BACK else _line(found)[_reached(found) :]


def _line(found: Journey) -> tuple[Milestone, ...]:
    """The trusted updates on this parcel's way: those at a border only where it crosses one."""
    skipped = set()
    if not found.lane.abroad:
        skipped.add(M.ARRIVED_DESTINATION)
    if not found.lane.customs:
        skipped.add(M.CUSTOMS_CLEARED)
    skipped -= {event.milestone for event in found.history}
    return tuple(each for each in TRUSTED_UPDATES if each not in skipped)


def _reached(found: Journey) -> int:
    """How many updates of the line are behind the parcel, the one it is at included."""
    line = _line(found)
    states = {found.milestone, *(event.milestone for event in found.history)}
    if found.milestone is not M.DELIVERED:
        states.discard(M.DELIVERED)  # it did not hold
    implied = [next(each for each in _IMPLIES[state] if each in line) for state in states & _IMPLIES.keys()]
    places = [line.index(each) for each in (*states, *implied) if each in line]
    return max(places, default=0) + 1


def _mark(found: Journey, order: Order, milestone: Milestone, last: bool, zone: tzinfo | None) -> Mark:
    state = "current" if last and milestone is not M.DELIVERED else "done"
    event = _event(found, milestone)
    if event is None:
        placed = milestone is M.ORDER_CONFIRMED
        at = order.placed_at.astimezone(zone) if zone and placed else None
        return Mark(Facts.of(order=order) if placed else state_facts(found, order), milestone, state, at)
    if zone is None:
        return Mark(Facts.of(event), milestone, state, at=None)
    at, exact = local_time(event, zone)
    return Mark(Facts.of(event), milestone, state, at, exact)


def _event(found: Journey, milestone: Milestone) -> Event | None:
    """The event that stands for an update of the line."""
    if milestone is M.DELIVERED and found.delivery:
        return found.delivery.event
    events = [event for event in found.history if event.milestone is milestone]
    if not events:
        return None
    return events[-1 if milestone in LATEST_COUNTS else 0]
