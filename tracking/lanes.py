"""Lane history: how long one carrier's parcels take from one country to another, by our own deliveries.

Every delivery that `tracking.watch` sees leaves one row; from these the table `lane_times` is made, by the
clock and never while a shopper waits. A lane with few deliveries has no history: it would only be a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking.db import begin_read, begin_write, take_lock
from tracking.journey import Journey
from tracking.model import deliveries, lane_times
from tracking.parcels import LaneTimes, Parcel

#: Fewer deliveries say nothing about the next one.
LEAST = 20
#: Older ones say nothing about today.
WINDOW = timedelta(days=120)
#: Held on PostgreSQL while the table is made anew, so that two workers do not both fill it.
_LOCK = 7_265_003


@dataclass(frozen=True)
class Delivered:
    """A delivery as the history keeps it; times are aware."""

    shipment_id: int
    carrier: str
    origin: str
    destination: str
    set_off_at: datetime
    delivered_at: datetime


def delivered(parcel: Parcel, found: Journey) -> Delivered | None:
    """What the journey of a delivered parcel adds to the history; None where a part of it is not known."""
    first, last = found.set_off, found.delivery.event if found.delivery else None
    lane = found.lane
    if first is None or last is None:
        return None
    carrier = first.carrier or (parcel.legs[0].carrier if parcel.legs else None)
    if not (carrier and lane.origin and lane.destination) or last.occurred_at <= first.occurred_at:
        return None
    return Delivered(parcel.id, carrier, lane.origin, lane.destination, first.occurred_at, last.occurred_at)


def keep(connection: Connection, made: Iterable[Delivered]) -> None:
    """Keep deliveries; one that is known already is brought up to date."""
    rows = [
        {**vars(each), "minutes": int((each.delivered_at - each.set_off_at) / timedelta(minutes=1))}
        for each in made
    ]
    if not rows:
        return
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(deliveries)
    changed = {name: statement.excluded[name] for name in rows[0] if name != "shipment_id"}
    connection.execute(statement.on_conflict_do_update(index_elements=["shipment_id"], set_=changed), rows)


def forget(connection: Connection, shipment_ids: Collection[int]) -> None:
    """Take back deliveries that did not hold."""
    connection.execute(delete(deliveries).where(deliveries.c.shipment_id.in_(shipment_ids)))


def refresh(engine: Engine, now: datetime) -> int:
    """Make the table of lanes anew from the deliveries of the last `WINDOW`; gives the number of lanes.

    Raises:
        StoreUnavailableError: the database does not answer; the table stays as it was.
    """
    lane = (deliveries.c.carrier, deliveries.c.origin, deliveries.c.destination)
    ranked = (
        select(
            *lane,
            deliveries.c.minutes,
            func.row_number()
            .over(partition_by=lane, order_by=(deliveries.c.minutes, deliveries.c.shipment_id))
            .label("place"),
            func.count().over(partition_by=lane).label("parcels"),
        )
        .where(deliveries.c.delivered_at > now - WINDOW, deliveries.c.delivered_at <= now)
        .subquery()
    )
    place, parcels = ranked.c.place, ranked.c.parcels
    # The places, from 1, of the tenth, the half and the nine tenths of them; integers divide to integers.
    wanted = or_(place == (parcels + 9) / 10, place == (parcels + 1) / 2, place == (parcels * 9 + 9) / 10)
    query = select(ranked).where(parcels >= LEAST, wanted).order_by(place)
    minutes: dict[tuple[str, str, str, int], list[int]] = defaultdict(list)
    with begin_read(engine) as connection:
        for row in connection.execute(query):
            minutes[row.carrier, row.origin, row.destination, row.parcels].append(row.minutes)
    rows = [
        {
            "carrier": carrier,
            "origin": origin,
            "destination": destination,
            "parcels": count,
            "fast": fast,
            "median": median,
            "slow": slow,
            "computed_at": now,
        }
        for (carrier, origin, destination, count), (fast, median, slow) in minutes.items()
    ]
    with begin_write(engine) as connection:
        take_lock(connection, _LOCK)
        connection.execute(delete(lane_times))
        if rows:
            connection.execute(insert(lane_times), rows)
    return len(rows)


def times_of(connection: Connection, ends: Collection[tuple[str, str]]) -> list[LaneTimes]:
    """The history of every lane of these (carrier, destination), whatever its origin."""
    if not ends:
        return []
    fitting = [
        and_(lane_times.c.carrier == carrier, lane_times.c.destination == destination)
        for carrier, destination in sorted(ends)
    ]
    return [
        LaneTimes(
            row.carrier,
            row.origin,
            row.destination,
            row.parcels,
            *(timedelta(minutes=each) for each in (row.fast, row.median, row.slow)),
        )
        for row in connection.execute(select(lane_times).where(or_(*fitting)))
    ]
