"""Parcels as the tests of journeys, explanations and wording make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tracking.parcels import Event, Leg, Line, Order, Parcel, Place, Promise
from tracking.places import zone_of
from tracking.vocabulary import Actor, Milestone

PARIS = ZoneInfo("Europe/Paris")
#: A Thursday afternoon in a week without holidays in France, Great Britain, Japan or the United States.
NOW = datetime(2026, 11, 19, 15, 30, tzinfo=PARIS)

_ACTORS = {
    Milestone.ORDER_CONFIRMED: Actor.SHOP,
    Milestone.PACKED: Actor.WAREHOUSE,
    Milestone.CUSTOMS_STARTED: Actor.CUSTOMS,
    Milestone.CUSTOMS_HELD: Actor.CUSTOMS,
    Milestone.CUSTOMS_CLEARED: Actor.CUSTOMS,
}


def scan(
    milestone: Milestone,
    ago: float | timedelta,
    *,
    city: str | None = "Lyon",
    country: str | None = "FR",
    carrier: str | None = "dhl",
    id: int = 0,
    now: datetime = NOW,
    **more: Any,
) -> Event:
    """A scan `ago` (hours, or a duration) before `now`, with the offset of its place.

    Two of the same milestone and time are one scan.
    """
    at = now - (ago if isinstance(ago, timedelta) else timedelta(hours=ago))
    at = at.astimezone(zone_of(country) or PARIS)
    made: dict[str, Any] = {
        "source": "easypost",
        "source_id": f"{milestone.value}@{at.isoformat()}",
        "recorded_at": at,
        "actor": _ACTORS.get(milestone, Actor.CARRIER),
        **more,
    }
    return Event(milestone, at, place=Place(city, country), carrier=carrier, id=id, **made)


def parcel(*events: Event, country: str | None = "FR", **more: Any) -> Parcel:
    """A parcel of order 10042, placed nine days ago or right before its first event, if that is earlier.

    Events without an id are numbered from 1.
    """
    first = min((event.occurred_at for event in events), default=NOW) - timedelta(minutes=1)
    order = Order(
        number="10042",
        placed_at=more.pop("placed_at", min(NOW - timedelta(days=9), first)),
        id=7,
        email="ada@example.com",
        name="Ada Example",
        postcode="69003",
        country=country,
        promised_by=more.pop("promised_by", None),
    )
    return Parcel(
        order=order,
        legs=more.pop("legs", (Leg("dhl", "JD0146"),)),
        lines=more.pop("lines", (Line("L-1", "Paper lamp", 2),)),
        events=tuple(event if event.id else replace(event, id=n) for n, event in enumerate(events, 1)),
        **more,
    )


def promise(due_on: date, stated: float = 48, id: int = 90, due_at: datetime | None = None) -> Promise:
    """A carrier's promise, stated `stated` hours before NOW."""
    return Promise(due_on, "easypost", NOW - timedelta(hours=stated), due_at=due_at, id=id)
