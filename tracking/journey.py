"""Events in, current state out.

The journey is a pure function of the *set* of events and of `now`: the order in which they arrived and
how often they were repeated change nothing, because the events are made unique, several providers' accounts
are made one (`tracking.echoes`), sorted by when they happened, and folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from tracking.carriers import same
from tracking.echoes import made_one
from tracking.fold import AT_THE_SHOPPERS, BEFORE_THE_CARRIER, RANK, Fold, Handover
from tracking.lane import Lane
from tracking.parcels import Event, Leg, Parcel, Proof
from tracking.vocabulary import TRUSTED_UPDATES, Actor, Milestone, Reason

#: What is older than its order by more is of another parcel that bore the same number before. A day, for
#: clocks without a zone and orders with a day only, as in `tracking.matching`.
OLDER_THAN_ITS_ORDER = timedelta(days=1)
_SAYS_NOT_WHO_HAS_IT = frozenset(
    {Milestone.CANCELLED, Milestone.DELAYED, Milestone.EXCEPTION, Milestone.UNKNOWN}
)
_COMES_FIRST = frozenset({Milestone.CARRIER_RECEIVED, Milestone.DEPARTED_ORIGIN, Milestone.IN_TRANSIT})
#: How carriers say in their own words that a parcel goes by ship; no provider has a field for it.
_BY_SEA = re.compile(
    r"\b(ocean (freight|vessel)|sea ?freight|by sea|loaded on (the )?vessel|on board (the )?vessel"
    r"|vessel (departed|departure|arrived|arrival)|port of (loading|discharge))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Delivery:
    """The delivery in force. `proof` gathers what all reports of this delivery showed."""

    event: Event
    proof: Proof | None
    #: Every report of this delivery, the first one first.
    reports: tuple[Event, ...]


@dataclass(frozen=True)
class Journey:
    """Where a parcel stands at one moment."""

    milestone: Milestone
    #: What the milestone rests on; empty where only the order itself is known.
    event: Event | None
    #: Who gave the delivery window of the day the event happened on, if anyone did.
    windowed: Event | None
    #: All events up to now, each scan once, the oldest first.
    history: tuple[Event, ...]
    #: Events dated after now: announced, not happened.
    announced: tuple[Event, ...]
    holder: Actor
    #: The carrier that has the parcel, presents it to customs or delivered it; before that, the one it is
    #: waiting for. Empty where nobody named one.
    carrier: str | None
    leg: Leg | None
    #: Since when this holder has it at this place; empty where only the order is known.
    custody: Event | None
    #: The last scan that named a place.
    seen: Event | None
    reason: Reason | None
    #: The event that gave the reason.
    reason_event: Event | None
    handovers: tuple[Handover, ...]
    #: The last of the updates that shoppers trust most.
    trusted: Event | None
    delivery: Delivery | None
    #: The carrier's first scan; empty where the parcel was first seen later on its way.
    set_off: Event | None
    #: The last sign of life of any kind.
    heard: Event | None
    silent_for: timedelta
    lane: Lane

    @property
    def arrived(self) -> bool:
        """Whether the parcel is known to be in the country it is going to."""
        return any(
            event.milestone in AT_THE_SHOPPERS | {Milestone.ARRIVED_DESTINATION}
            or (self.lane.destination is not None and event.place.country == self.lane.destination)
            for event in self.history
            if event.milestone not in BEFORE_THE_CARRIER
        )


def journey(parcel: Parcel, now: datetime) -> Journey:
    """The state of `parcel` at `now` (aware).

    A parcel without a single event is an order that was placed.
    """
    since_when = parcel.order.placed_at - OLDER_THAN_ITS_ORDER
    events = tuple(event for event in _in_order(parcel.events) if event.occurred_at >= since_when)
    past = tuple(event for event in events if event.occurred_at <= now)
    lane = Lane(_origin(past), parcel.order.country, by_sea=any(map(_goes_by_sea, past)))
    fold = Fold(parcel, lane)
    told = sorted(made_one(past), key=lambda each: _moment(each.scan))
    for scan in told:
        for event in (scan.scan, *scan.echoes):
            fold.take(event)
    heard = past[-1] if past else None
    since = heard.occurred_at if heard else parcel.order.placed_at
    return Journey(
        milestone=fold.milestone,
        event=fold.event,
        windowed=_windowed(fold.run),
        history=tuple(each.scan for each in told),
        announced=events[len(past) :],
        holder=fold.holder,
        carrier=fold.carrier,
        leg=next((leg for leg in parcel.legs if fold.carrier and same(leg.carrier, fold.carrier)), None),
        custody=fold.custody,
        seen=fold.seen,
        reason=fold.reason_event.reason if fold.reason_event else None,
        reason_event=fold.reason_event,
        handovers=tuple(fold.handovers),
        trusted=next((event for event in reversed(past) if event.milestone in TRUSTED_UPDATES), None),
        delivery=_delivery(fold.run) if fold.milestone is Milestone.DELIVERED else None,
        set_off=_set_off(past),
        heard=heard,
        # In UTC: two times of one zone would be subtracted by the wall clock.
        silent_for=max(now.astimezone(timezone.utc) - since.astimezone(timezone.utc), timedelta(0)),
        lane=lane,
    )


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, each (source, source id) once, by when they happened."""
    unique: dict[tuple[str, str], Event] = {}
    for event in sorted(events, key=_version):
        unique[event.source, event.source_id] = event
    return tuple(sorted(unique.values(), key=_moment))


def _version(event: Event) -> tuple[datetime, datetime, str, str]:
    return event.recorded_at, event.occurred_at, event.milestone.value, repr(event)


def _moment(event: Event) -> tuple[datetime, int, str, str]:
    return event.occurred_at, RANK[event.milestone], event.source, event.source_id


def _windowed(run: list[Event]) -> Event | None:
    """The last of these reports that gave a window, of the last one's day."""
    last = run[-1].occurred_at.date() if run else None
    return next((event for event in reversed(run) if event.window and event.occurred_at.date() == last), None)


def _delivery(reports: list[Event]) -> Delivery:
    """The delivery that these reports are about; the first one to show a kind of proof counts."""
    proofs = [event.proof for event in reports if event.proof]
    merged = proofs[0] if proofs else None
    for proof in proofs[1:]:
        missing = {key: value for key, value in vars(proof).items() if getattr(merged, key) is None}
        merged = replace(merged or Proof(), **missing)
    return Delivery(event=reports[0], proof=merged, reports=tuple(reports))


def _set_off(past: tuple[Event, ...]) -> Event | None:
    """The first scan by a carrier that has the parcel in its hands, if it is one of those that come first."""
    apart = BEFORE_THE_CARRIER.keys() | _SAYS_NOT_WHO_HAS_IT
    in_hand = (
        event
        for event in past
        if event.milestone not in apart and event.actor not in {Actor.SHOP, Actor.WAREHOUSE}
    )
    first = next(in_hand, None)
    return first if first and first.milestone in _COMES_FIRST else None


def _goes_by_sea(event: Event) -> bool:
    return event.actor is Actor.CARRIER and bool(event.words and _BY_SEA.search(event.words))


def _origin(past: tuple[Event, ...]) -> str | None:
    return next((event.place.country for event in past if event.place.country), None)
