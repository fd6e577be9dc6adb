"""One event after the other: what each scan changes about a parcel, and what it does not.

`tracking.journey` hands in the events in the order in which they happened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from tracking.carriers import same
from tracking.lane import Lane
from tracking.parcels import Event, Parcel, Place
from tracking.vocabulary import Actor, Milestone, Reason

M = Milestone

#: Known before any carrier has touched the parcel, and how far each brings it. A label alone is less than
#: a packed parcel, whenever it was printed.
BEFORE_THE_CARRIER: dict[Milestone, int] = {M.ORDER_CONFIRMED: 0, M.LABEL_CREATED: 1, M.PACKED: 2}
#: What moves a parcel on after its delivery. Any other scan after a delivery is a late one.
REOPENING = frozenset({M.RETURN_STARTED, M.RETURNED, M.LOST, M.DAMAGED})
#: So do these, if they say why the delivery did not hold: a reason of these families, or a wrong turn.
DISPUTING = frozenset({M.EXCEPTION, M.DELAYED, M.IN_TRANSIT, M.AT_LOCAL_DEPOT})
REOPENING_FAMILIES = frozenset({"delivery", "return", "loss"})
#: States that say more than "in transit": such a scan without a new place does not erase them.
SPECIFIC = frozenset(
    {
        M.DEPARTED_ORIGIN,
        M.ARRIVED_DESTINATION,
        M.CUSTOMS_STARTED,
        M.CUSTOMS_HELD,
        M.CUSTOMS_CLEARED,
        M.HANDED_OVER,
        M.AT_LOCAL_DEPOT,
        M.OUT_FOR_DELIVERY,
        M.DELIVERY_ATTEMPTED,
        M.READY_FOR_PICKUP,
    }
)
#: Scans that only happen where the shopper lives.
AT_THE_SHOPPERS = frozenset({M.AT_LOCAL_DEPOT, M.OUT_FOR_DELIVERY, M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP})
#: Of several scans of these the latest one counts as "when"; of all others the first.
LATEST_COUNTS = frozenset(
    {M.IN_TRANSIT, M.OUT_FOR_DELIVERY, M.DELIVERY_ATTEMPTED, M.DELAYED, M.EXCEPTION, M.UNKNOWN}
)
RANK = {milestone: position for position, milestone in enumerate(M)}
# At the same minute, trouble comes before a delivery: it was solved by it.
RANK[M.DELAYED] = RANK[M.EXCEPTION] = RANK[M.DELIVERED]
RANK[M.DELIVERED] += 1


@dataclass(frozen=True)
class Handover:
    """A parcel going from one carrier to the next; `receiver` is empty where nobody said who it is."""

    giver: str | None
    receiver: str | None
    event: Event


class Fold:
    """The state while events are taken in, oldest first."""

    def __init__(self, parcel: Parcel, lane: Lane) -> None:
        self.lane = lane
        self.legs = parcel.legs
        self.milestone = M.ORDER_CONFIRMED
        #: The unbroken run of events that say the current milestone at the current place.
        self.run: list[Event] = []
        self.holder = Actor.SHOP
        self.carrier: str | None = parcel.legs[0].carrier if parcel.legs else None
        self.moving = False  # a carrier has physically had it
        self.returning = False  # on its way back, also while it is lost or damaged there
        self.custody: Event | None = None
        self.seen: Event | None = None
        self.reason_event: Event | None = None
        self.handovers: list[Handover] = []
        self.passed: set[str] = set()  # carriers that have handed it over
        self.arrived = False  # in the country it is going to
        self.origin_city: str | None = None
        self.shopper_cities: set[str] = set()

    @property
    def event(self) -> Event | None:
        """The event that stands for the current milestone."""
        if not self.run:
            return None
        return self.run[-1 if self.milestone in LATEST_COUNTS else 0]

    def take(self, event: Event) -> None:
        """Move on by one event, or note that it changes nothing."""
        if event.milestone is M.UNKNOWN:
            if not self.run:
                self._enter(M.UNKNOWN, event)
            return
        returning = self.milestone is M.RETURN_STARTED
        milestone = self._meaning(event)
        if not self._moves_to(milestone, event):
            if returning:
                self._place(event)
            return
        if milestone is M.DELIVERED and self.milestone is M.DELIVERED:
            self.run.append(event)  # another report of the same delivery
            return
        changed_place = self._place(event)
        held_by = (self.holder, self.carrier)
        self._hand(milestone, event)
        if changed_place or held_by != (self.holder, self.carrier) or self.custody is None:
            self.custody = event
        self._enter(milestone, event, new_run=changed_place)

    def _meaning(self, event: Event) -> Milestone:
        """What the event says, given what is known before it."""
        milestone = event.milestone
        if milestone is M.DELIVERED and self.returning and not self._at_shoppers(event):
            return M.RETURNED
        if milestone is M.CARRIER_RECEIVED and self._is_new_carrier(event):
            return M.HANDED_OVER
        if milestone in {M.CARRIER_RECEIVED, M.DEPARTED_ORIGIN} and self.arrived:
            return M.IN_TRANSIT  # nothing leaves its origin after it has arrived
        return milestone

    def _moves_to(self, milestone: Milestone, event: Event) -> bool:
        current = self.milestone
        if milestone in BEFORE_THE_CARRIER:
            if self.moving or current not in BEFORE_THE_CARRIER | {M.UNKNOWN: 0}:
                return False
            return not self.run or BEFORE_THE_CARRIER[milestone] >= BEFORE_THE_CARRIER.get(current, 0)
        if current is M.DELIVERED:
            return milestone is M.DELIVERED or (_reopens(milestone, event) and _is_later(event, self.run[0]))
        if current is M.RETURNED:
            return milestone is M.RETURNED
        if current is M.RETURN_STARTED:
            return milestone in REOPENING | {M.DELIVERED}
        if milestone is M.IN_TRANSIT and current in SPECIFIC:
            return self._says_something_new(event)
        return True

    def _says_something_new(self, event: Event) -> bool:
        """Whether an "in transit" scan after a more telling one shows that the parcel has moved."""
        if self.milestone is M.OUT_FOR_DELIVERY and _day(event) > _day(self.run[-1]):
            return True  # it came back from its round
        return is_elsewhere(event.place, self.seen.place if self.seen else Place())

    def _enter(self, milestone: Milestone, event: Event, new_run: bool = False) -> None:
        goes_on = milestone is self.milestone and not new_run
        keeps_reason = goes_on or (self.milestone, milestone) in _REASON_STAYS
        if event.reason not in _NO_REASON or not keeps_reason:
            self.reason_event = event if event.reason else None
        elif self.reason_event is None and event.reason:
            self.reason_event = event
        self.run = [*self.run, event] if goes_on else [event]
        self.arrived |= milestone in AT_THE_SHOPPERS | {M.ARRIVED_DESTINATION}
        if milestone is M.RETURN_STARTED:
            self.returning = True
        elif milestone in {M.DELIVERED, M.RETURNED}:
            self.returning = False
        self.milestone = milestone

    def _place(self, event: Event) -> bool:
        """Note where the event happened; True if that is somewhere else than before."""
        if not (event.place.city or event.place.country):
            return False
        before = self.seen.place if self.seen else Place()
        moved = self.seen is None or is_elsewhere(event.place, before)
        if moved or event.place.city or not before.city:
            self.seen = event
        city = _folded(event.place.city)
        if city and event.milestone in AT_THE_SHOPPERS:
            self.shopper_cities.add(city)
        if city and self.origin_city is None:
            self.origin_city = city
        return moved

    def _at_shoppers(self, event: Event) -> bool:
        """Whether a delivery after a return was started went to the shopper after all, not to the shop."""
        if event.actor in {Actor.SHOP, Actor.WAREHOUSE}:
            return False
        if self.lane.abroad and event.place.country:
            return event.place.country == self.lane.destination
        city = _folded(event.place.city)
        return bool(city) and city in self.shopper_cities and city != self.origin_city

    def _hand(self, milestone: Milestone, event: Event) -> None:
        """Note who has the parcel after the event."""
        if milestone is M.RETURN_STARTED:
            self.passed.clear()  # on the way back it may meet the same carriers again
        if milestone in BEFORE_THE_CARRIER or milestone is M.CANCELLED:
            self.holder = Actor.SHOP if milestone is not M.PACKED else Actor.WAREHOUSE
            if milestone is M.LABEL_CREATED and event.carrier:
                self.carrier = event.carrier
            return
        if event.actor in {Actor.SHOP, Actor.WAREHOUSE} and milestone is not M.RETURNED:
            if not self.moving:
                self.holder = event.actor
            return
        self._carry(milestone, event)
        self.moving = True
        self.holder = _holder(milestone, event)

    def _carry(self, milestone: Milestone, event: Event) -> None:
        if self._is_new_carrier(event):
            self._hand_over(event.carrier, event)
        elif milestone is M.HANDED_OVER:
            if self.milestone is not M.HANDED_OVER:  # else it is said twice
                self._hand_over(self._next_leg(), event)
        elif event.carrier and not self.moving:
            self.carrier = event.carrier

    def _hand_over(self, receiver: str | None, event: Event) -> None:
        if self.carrier:
            self.passed.add(self.carrier)
        last = self.handovers[-1] if self.handovers else None
        if last and receiver and last.receiver is None and self.carrier is None:
            self.handovers[-1] = replace(last, receiver=receiver)  # now it is known to whom
        else:
            self.handovers.append(Handover(self.carrier, receiver, event))
        self.carrier = receiver

    def _is_new_carrier(self, event: Event) -> bool:
        """Whether the event names a carrier that has not had the parcel yet, after one that has.

        The first carrier's feed often copies the scans of the second under its own name.
        """
        if not (self.moving and event.carrier) or event.actor in {Actor.SHOP, Actor.WAREHOUSE}:
            return False
        had = {*self.passed, *([self.carrier] if self.carrier else [])}
        return not any(same(event.carrier, carrier) for carrier in had)

    def _next_leg(self) -> str | None:
        carriers = [leg.carrier for leg in self.legs]
        after = carriers[carriers.index(self.carrier) + 1 :] if self.carrier in carriers else []
        return next((carrier for carrier in after if carrier not in self.passed), None)


_NO_REASON = frozenset({None, Reason.CUSTOMS_NO_REASON_GIVEN})
#: From a state to the next one for the same reason, where the next one gives none.
_REASON_STAYS = frozenset(
    {
        (M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP),
        (M.RETURN_STARTED, M.RETURNED),
        (M.CUSTOMS_STARTED, M.CUSTOMS_HELD),
    }
)


def _holder(milestone: Milestone, event: Event) -> Actor:
    if milestone is M.DELIVERED:
        return Actor.SHOPPER
    if milestone is M.RETURNED:
        return Actor.SHOP
    if milestone is M.READY_FOR_PICKUP:
        return Actor.PICKUP_POINT
    at_customs = bool(event.reason) and event.reason is not None and event.reason.family == "customs"
    troubled = milestone in {M.DELAYED, M.EXCEPTION}
    if milestone in {M.CUSTOMS_STARTED, M.CUSTOMS_HELD} or (troubled and at_customs):
        return Actor.CUSTOMS
    return Actor.CARRIER


def _reopens(milestone: Milestone, event: Event) -> bool:
    # What is only read as "in transit", as a first scan after the delivery is, disputes nothing.
    if event.milestone in DISPUTING and event.reason is not None:
        return event.reason.family in REOPENING_FAMILIES or event.reason is Reason.TRANSIT_MISROUTED
    return milestone in REOPENING


def _is_later(event: Event, delivery: Event) -> bool:
    """Whether the event is known to have happened after a delivery; midnight is how feeds write a day."""
    if delivery.occurred_at.time() == time() and _day(event) == _day(delivery):
        return False
    return event.occurred_at > delivery.occurred_at


def is_elsewhere(place: Place, before: Place) -> bool:
    """Whether `place` says something that contradicts or refines `before`."""
    if place.country and before.country and place.country != before.country:
        return True
    if place.city:
        return _folded(place.city) != _folded(before.city)
    return bool(place.country and not before.country and not before.city)


def _folded(city: str | None) -> str:
    return " ".join((city or "").casefold().split())


def _day(event: Event) -> int:
    """The day it happened, in the place's own calendar."""
    return event.occurred_at.toordinal()
