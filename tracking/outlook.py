"""What usually comes of a reason: how long it takes, and when the parcel goes back if nobody acts.

The figures are in `outlooks.csv`, one row a reason and one for a parcel that waits to be collected: working
days that are usually needed once what is asked for is there (`shortest` to `longest`), days after which a
parcel that nobody cares for is usually sent back (`least` to `most`), and what they rest on.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from functools import lru_cache
from pathlib import Path

from tracking.clock import local_time
from tracking.journey import Journey
from tracking.parcels import Order
from tracking.progress import state_facts
from tracking.statements import Border, Clearance, Facts, Outlook, Why
from tracking.vocabulary import FINAL, Actor, Milestone, Reason

M = Milestone

PICKUP = "pickup"
#: In these states customs, if they lie on the way, are behind the parcel or no concern of it any more.
_PAST_CUSTOMS = FINAL | {
    M.CUSTOMS_CLEARED,
    M.AT_LOCAL_DEPOT,
    M.OUT_FOR_DELIVERY,
    M.DELIVERY_ATTEMPTED,
    M.READY_FOR_PICKUP,
    M.RETURN_STARTED,
    M.DAMAGED,
    M.UNKNOWN,
}


@dataclass(frozen=True)
class Usual:
    """One row: the figures are None where nothing is waited for."""

    shortest: int | None
    longest: int | None
    least: int | None
    most: int | None


@lru_cache(maxsize=1)
def usual() -> dict[str, Usual]:
    """The figures by reason (its value), and of `pickup`."""
    with Path(__file__).with_name("outlooks.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["reason"]: Usual(
                *(int(row[name]) if row[name] else None for name in ("shortest", "longest", "least", "most"))
            )
            for row in csv.DictReader(file)
        }


def outlook(found: Journey, why: Why | None, zone: tzinfo) -> Outlook | None:
    """What usually comes of the reason told, or of not collecting the parcel; None where nothing is known.

    `zone` is used where a place has no known clock of its own.
    """
    if found.milestone is M.READY_FOR_PICKUP and found.event:
        return _outlook(found, usual()[PICKUP], None, Actor.SHOPPER, zone)
    if why is None or why.reason is None or why.actor is None:
        return None
    figures = usual().get(why.reason.value)
    return _outlook(found, figures, why.reason, why.actor, zone) if figures else None


def _outlook(
    found: Journey, figures: Usual, reason: Reason | None, actor: Actor, zone: tzinfo
) -> Outlook | None:
    told = found.reason_event if reason and found.reason_event else found.event
    # Days are counted from when customs or the pickup point took it in, not from the last scan there.
    since = found.custody if found.holder in {Actor.CUSTOMS, Actor.PICKUP_POINT} else told
    if told is None or since is None:
        return None
    back_from = None
    if figures.least is not None:
        back_from = local_time(since, zone)[0].date() + timedelta(days=figures.least)
    return Outlook(
        Facts.of(told, since),
        reason=reason,
        actor=actor,
        shortest=figures.shortest,
        longest=figures.longest,
        least=figures.least,
        most=figures.most,
        back_from=back_from,
        country=found.lane.destination,
    )


def clearance(found: Journey, order: Order, zone: tzinfo) -> Clearance:
    """Whether the parcel is with customs, has been, will be, or never passes them."""
    facts = state_facts(found, order)
    if found.holder is Actor.CUSTOMS and found.milestone not in _PAST_CUSTOMS:
        return Clearance(facts, Border.WITH_CUSTOMS)
    cleared = [event for event in found.history if event.milestone is M.CUSTOMS_CLEARED]
    if cleared:
        at, exact = local_time(cleared[-1], zone)
        return Clearance(Facts.of(cleared[-1]), Border.CLEARED, at, exact)
    before = not found.arrived or found.milestone is M.ARRIVED_DESTINATION
    if found.lane.customs and before and found.milestone not in _PAST_CUSTOMS:
        return Clearance(facts, Border.AHEAD)
    crosses_none = found.lane.origin and found.lane.destination and not found.lane.customs
    return Clearance(facts, Border.NONE if crosses_none else Border.NOT_NOW)
