"""Several providers' accounts of one parcel, made one.

Of providers that contradict each other the later scan counts, as if one had said it all: nobody is trusted
more than another, and what ended a parcel's way holds (see `tracking.fold`). But what one provider has said
another often says again, later and by another clock; at its word such an echo would take the parcel back.

A scan is an echo of another provider's scan if both say the same milestone, neither place nor reason
contradict, and they are at most `SKEW` apart, or `UNKNOWN_CLOCK` where one of them carries no offset. Each
scan has one echo in each other account at most, the earliest first. An echo is read at the time of the scan
that it repeats: it may add a reason, a place or a proof, it moves nothing. Time is told by the account whose
clock is known, then by the one that holds the most scans, then by the one that begins first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tracking.parcels import Event, Place
from tracking.vocabulary import Milestone, Reason

#: How far two clocks of which the offset is known are apart at most, delays of scanners included.
SKEW = timedelta(hours=2)
#: The same where an offset was not given: as far as time zones reach.
UNKNOWN_CLOCK = timedelta(hours=14)
_SAYS_NOTHING = frozenset({None, Reason.CUSTOMS_NO_REASON_GIVEN})


@dataclass
class Told:
    """One scan, and its echoes in other accounts, read at its own time."""

    scan: Event
    echoes: list[Event] = field(default_factory=list)


def made_one(events: Sequence[Event]) -> list[Told]:
    """Every scan once, in no order in particular; `events` are in the order in which they happened."""
    accounts: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        accounts[event.source].append(event)
    told: dict[Milestone, list[Told]] = defaultdict(list)
    for source in sorted(accounts, key=lambda name: _authority(name, accounts[name])):
        for milestone, scans in _by_milestone(accounts[source]).items():
            told[milestone] = sorted(
                (*told[milestone], *_unheard(scans, told[milestone])), key=lambda each: each.scan.occurred_at
            )
    return [each for of_milestone in told.values() for each in of_milestone]


def _authority(source: str, scans: Sequence[Event]) -> tuple[bool, int, datetime, str]:
    return not all(event.has_offset for event in scans), -len(scans), scans[0].occurred_at, source


def _by_milestone(scans: Sequence[Event]) -> dict[Milestone, list[Event]]:
    found: dict[Milestone, list[Event]] = defaultdict(list)
    for event in scans:
        found[event.milestone].append(event)
    return found


def _unheard(scans: Sequence[Event], told: Sequence[Told]) -> list[Told]:
    """The scans of one account that are no echo; echoes are put to what they repeat."""
    new: list[Told] = []
    free = list(told)
    for event in scans:
        repeated = next((each for each in free if _is_echo(event, each.scan)), None)
        if repeated is None:
            new.append(Told(event))
            continue
        # What is earlier than it is free no more: accounts tell a story in the same order.
        free = free[free.index(repeated) + 1 :]
        scan = repeated.scan
        repeated.echoes.append(replace(event, occurred_at=scan.occurred_at, has_offset=scan.has_offset))
    return new


def _is_echo(event: Event, scan: Event) -> bool:
    allowed = SKEW if event.has_offset and scan.has_offset else UNKNOWN_CLOCK
    return (
        abs(event.occurred_at - scan.occurred_at) <= allowed
        and not _contradict(event.place, scan.place)
        and (event.reason == scan.reason or not _SAYS_NOTHING.isdisjoint({event.reason, scan.reason}))
    )


def _contradict(one: Place, other: Place) -> bool:
    pairs = ((one.country, other.country), (one.city, other.city))
    return any(a and b and " ".join(a.casefold().split()) != " ".join(b.casefold().split()) for a, b in pairs)
