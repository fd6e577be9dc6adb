"""State in, Explanation out: everything a shopper wants to know, each part with the facts behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from tracking.calendars import SUNDAY
from tracking.carriers import by_slug
from tracking.clock import local_time, local_zone
from tracking.expectation import by_when, next_step
from tracking.journey import Journey, journey
from tracking.outlook import clearance, outlook
from tracking.parcels import Event, Order, Parcel
from tracking.places import zone_of
from tracking.progress import ahead, progress, state_facts
from tracking.silence import Silence, silence
from tracking.statements import (
    Contents,
    Delivered,
    Explanation,
    Facts,
    Follow,
    HandedOver,
    Quiet,
    Scan,
    Since,
    State,
    Todo,
    Where,
    Who,
    Why,
    Words,
)
from tracking.vocabulary import MUST_ACT, Actor, Milestone, Reason, Tier

M = Milestone

#: Longer words of a provider are cut: they are shown beside ours, not instead of them.
MAX_WORDS = 160
#: States whose reason, if an old scan left one, is over.
REASON_IS_OVER = frozenset({M.DELIVERED, M.CUSTOMS_CLEARED, M.OUT_FOR_DELIVERY, M.ORDER_CONFIRMED, M.PACKED})
#: States of which a shopper asks why: where nobody gave a reason, that is said.
ASKS_WHY = frozenset({M.CUSTOMS_HELD, M.DELIVERY_ATTEMPTED, M.DELAYED, M.EXCEPTION, M.RETURN_STARTED})
#: States in which what a reason asks of the shopper still helps.
SHOPPER_CAN_HELP = (
    frozenset(M)
    - REASON_IS_OVER
    - {
        M.RETURN_STARTED,
        M.RETURNED,
        M.LOST,
        M.DAMAGED,
        M.CANCELLED,
        M.UNKNOWN,
    }
)


def explain(parcel: Parcel, *, now: datetime, tier: Tier, zone: tzinfo, count: int = 1) -> Explanation:
    """The explanation of `parcel` at `now` (aware), as far as `tier` may see it.

    `zone` is the shop's: it is used where a place has no known clock of its own. `count` is the number of
    parcels of the order.
    """
    found = journey(parcel, now)
    order = parcel.order
    there = zone_of(order.country) or local_zone(found.event, zone)
    facts = state_facts(found, order)
    status = Explanation(
        tier=tier,
        now=now.astimezone(there),
        today=now.astimezone(there).date(),
        order_number=None,
        position=1,
        count=1,
        tracking_number=None,
        state=State(facts, found.milestone, at=None),
        who=Who(facts, found.holder, found.carrier),
        where=_country_only(found),
        next=next_step(found, facts, reason=None),
        progress=progress(found, order),
        ahead=ahead(found),
    )
    if tier is Tier.STATUS:
        return status
    why = _why(found, facts)
    quiet = silence(found, parcel, now=now, zone=zone)
    return replace(
        status,
        order_number=order.number,
        position=parcel.position,
        count=max(count, parcel.position),
        tracking_number=_tracking_number(parcel, found),
        state=_state(found, order, facts, zone),
        where=_where(found, zone),
        since=_since(found, zone),
        why=why,
        outlook=outlook(found, why, zone) if found.milestone in SHOPPER_CAN_HELP else None,
        clearance=clearance(found, order, zone),
        words=_words(found),
        handed_over=_handed_over(found, zone),
        next=next_step(found, facts, why.reason if why else None),
        by_when=by_when(parcel, found, quiet, now=now, there=there, shop=zone),
        todo=_todo(found, facts, why),
        silence=_quiet(quiet, order, zone) if quiet else None,
        trusted=_scan(found.trusted, zone) if found.trusted else None,
        proof=_proof(found),
        follow=_follow(parcel, found),
        contents=_contents(parcel),
        progress=progress(found, order, zone),
        timeline=tuple(_scan(event, zone) for event in reversed(found.history)),
    )


def _state(found: Journey, order: Order, facts: Facts, zone: tzinfo) -> State:
    if found.event is None:
        return State(facts, found.milestone, order.placed_at.astimezone(zone))
    at, exact = local_time(found.event, zone)
    return State(facts, found.milestone, at, exact)


def _country_only(found: Journey) -> Where | None:
    seen = _seen(found)
    if seen is None or not seen.place.country:
        return None
    return Where(Facts.of(seen), city=None, country=seen.place.country, at=None)


def _where(found: Journey, zone: tzinfo) -> Where | None:
    seen = _seen(found)
    if seen is None:
        return None
    at, exact = local_time(seen, zone)
    return Where(Facts.of(seen), seen.place.city, seen.place.country, at, exact)


def _seen(found: Journey) -> Event | None:
    """The scan that says where it is: for a delivery only its own, a depot's city is not the door's."""
    if found.delivery is None:
        return found.seen
    named = (event for event in found.delivery.reports if event.place.city or event.place.country)
    return next(named, None)


def _since(found: Journey, zone: tzinfo) -> Since | None:
    if found.custody is None:
        return None
    at, exact = local_time(found.custody, zone)
    return Since(Facts.of(found.custody), at, exact)


def _why(found: Journey, facts: Facts) -> Why | None:
    if found.milestone in REASON_IS_OVER:
        return None
    if found.reason and found.reason is not Reason.CUSTOMS_NO_REASON_GIVEN:
        return Why(Facts.of(found.reason_event), found.reason, MUST_ACT[found.reason])
    at_customs = found.holder is Actor.CUSTOMS and found.milestone is not M.CUSTOMS_STARTED
    if at_customs or found.reason:
        reason = Reason.CUSTOMS_NO_REASON_GIVEN
        return Why(facts, reason, MUST_ACT[reason])
    return Why(facts, None, None) if found.milestone in ASKS_WHY else None


def _words(found: Journey) -> Words | None:
    """The provider's words for the state: one line, without control characters, not too long."""
    event = found.reason_event if found.reason_event and found.reason_event.words else found.event
    if event is None or not event.words:
        return None
    printable = "".join(each if each.isprintable() else " " for each in event.words)
    text = " ".join(printable.split())
    if not text:
        return None
    return Words(Facts.of(event), text if len(text) <= MAX_WORDS else f"{text[: MAX_WORDS - 1].rstrip()}…")


def _handed_over(found: Journey, zone: tzinfo) -> HandedOver | None:
    if not found.handovers:
        return None
    last = found.handovers[-1]
    at, exact = local_time(last.event, zone)
    return HandedOver(Facts.of(last.event), last.giver, last.receiver, at, exact)


def _todo(found: Journey, facts: Facts, why: Why | None) -> Todo | None:
    if found.milestone is M.READY_FOR_PICKUP:
        return Todo(facts, None)
    if why is None or why.actor is not Actor.SHOPPER or found.milestone not in SHOPPER_CAN_HELP:
        return None
    return Todo(why.facts, why.reason)


def _quiet(quiet: Silence, order: Order, zone: tzinfo) -> Quiet:
    holiday = next((day for day in quiet.stretched_by if day.country), None)
    weekend = {day.day.weekday() for day in quiet.stretched_by if day.country is None}
    offered = quiet.case_offered_at.astimezone(local_zone(quiet.heard, zone)).date()
    return Quiet(
        Facts.of(quiet.heard) if quiet.heard else Facts.of(order=order),
        stretch=quiet.stretch,
        stage=quiet.stage,
        days=quiet.days,
        shortest=quiet.gap.shortest,
        longest=quiet.gap.longest,
        normal_until=quiet.normal_until,
        promised_later=quiet.promised_later,
        weekend=bool(weekend),
        sundays=weekend == {SUNDAY},
        holiday=holiday.day if holiday else None,
        holiday_country=holiday.country if holiday else None,
        case_offered_on=offered,
        case=quiet.case,
        case_opened=quiet.case_opened,
    )


def _proof(found: Journey) -> Delivered | None:
    if found.delivery is None or found.delivery.proof is None:
        return None
    shown = [event for event in found.delivery.reports if event.proof]
    return Delivered(Facts.of(*shown), found.delivery.proof)


def _contents(parcel: Parcel) -> Contents | None:
    if not parcel.lines:
        return None
    items = tuple((line.name, line.quantity) for line in parcel.lines)
    return Contents(Facts.of(order=parcel.order), items)


def _tracking_number(parcel: Parcel, found: Journey) -> str | None:
    """The number of the leg in force, else of the first one."""
    leg = found.leg or next(iter(parcel.legs), None)
    return leg.tracking_number if leg else None


def _follow(parcel: Parcel, found: Journey) -> Follow | None:
    """The page of the carrier whose number it is: not always the one that has the parcel now."""
    leg = found.leg or next(iter(parcel.legs), None)
    url = by_slug(leg.carrier).tracking_link(leg.tracking_number) if leg else None
    return Follow(Facts.of(order=parcel.order), leg.carrier, url) if leg and url else None


def _scan(event: Event, zone: tzinfo) -> Scan:
    at, exact = local_time(event, zone)
    return Scan(
        Facts.of(event), event.milestone, at, exact, event.place.city, event.place.country, event.carrier
    )
