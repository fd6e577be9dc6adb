"""Reading orders and parcels; importing orders.

`import_orders` is re-exported from `tracking.orders.imports`: readers and writers of orders have one address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Row

from tracking import lanes
from tracking.matching import batches
from tracking.model import events, legs, order_lines, orders, promises, shipment_lines, shipments
from tracking.numbers import order_key, tracking_key
from tracking.orders.imports import import_orders
from tracking.parcels import Event, Leg, Line, Order, Parcel, Place, Promise, Proof
from tracking.vocabulary import Actor, Milestone, Reason

__all__ = [
    "find_order",
    "import_orders",
    "order_by_id",
    "parcels_by_id",
    "parcels_by_tracking",
    "parcels_of",
    "parcels_of_all",
]


def find_order(connection: Connection, number: str) -> Order | None:
    """The order with this number, however it is written: `#lhq 80517` finds `LHQ-80517`."""
    key = order_key(number)
    found = _orders(connection, orders.c.number_key == key) if key else {}
    return next(iter(found.values()), None)


def order_by_id(connection: Connection, order_id: int) -> Order | None:
    """The order with this row id."""
    return _orders(connection, orders.c.id == order_id).get(order_id)


def parcels_of(connection: Connection, order_id: int) -> list[Parcel]:
    """The parcels of an order by position; their events in the order in which they happened."""
    return parcels_of_all(connection, [order_id])


def parcels_of_all(connection: Connection, order_ids: Iterable[int]) -> list[Parcel]:
    """The parcels of several orders, by order id and position."""
    found: list[Parcel] = []
    for ids in batches(sorted(set(order_ids))):
        found += _parcels(connection, shipments.c.order_id.in_(ids))
    return found


def parcels_by_id(connection: Connection, shipment_ids: Iterable[int]) -> list[Parcel]:
    """The parcels with these row ids, by order id and position."""
    found: list[Parcel] = []
    for ids in batches(sorted(set(shipment_ids))):
        found += _parcels(connection, shipments.c.id.in_(ids))
    return found


def parcels_by_tracking(connection: Connection, tracking_number: str) -> list[Parcel]:
    """Every parcel that bears this tracking number: carriers reuse numbers, so there may be several."""
    key = tracking_key(tracking_number)
    if not key:
        return []
    bearing = select(legs.c.shipment_id).where(legs.c.tracking_number == key)
    return _parcels(connection, shipments.c.id.in_(bearing))


def _orders(connection: Connection, condition: Any) -> dict[int, Order]:
    rows = connection.execute(select(orders).where(condition)).all()
    lines = _lines(connection, [row.id for row in rows])
    return {row.id: _order(row, [line for _, line in lines[row.id]]) for row in rows}


def _order(row: Row, lines: Sequence[Line]) -> Order:
    return Order(
        number=row.number,
        placed_at=row.placed_at,
        id=row.id,
        email=row.email,
        phone=row.phone,
        name=row.name,
        postcode=row.postcode,
        country=row.country,
        language=row.language,
        promised_by=row.promised_by,
        lines=tuple(lines),
    )


def _lines(connection: Connection, order_ids: Sequence[int]) -> dict[int, list[tuple[int, Line]]]:
    """The lines of each order with their row ids, in the order in which they were given."""
    query = select(order_lines).where(order_lines.c.order_id.in_(order_ids)).order_by(order_lines.c.id)
    found: dict[int, list[tuple[int, Line]]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.order_id].append((row.id, Line(row.sku, row.name, row.quantity)))
    return found


def _parcels(connection: Connection, condition: Any) -> list[Parcel]:
    rows = connection.execute(
        select(shipments).where(condition).order_by(shipments.c.order_id, shipments.c.position)
    ).all()
    if not rows:
        return []
    ids = [row.id for row in rows]
    order_ids = sorted({row.order_id for row in rows})
    found = _orders(connection, orders.c.id.in_(order_ids))
    lines = _lines(connection, order_ids)
    query = select(shipments.c.order_id, func.count()).where(shipments.c.order_id.in_(order_ids))
    siblings = dict(map(tuple, connection.execute(query.group_by(shipments.c.order_id))))
    packed: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(select(shipment_lines).where(shipment_lines.c.shipment_id.in_(ids))):
        packed[row.shipment_id].add(row.line_id)
    happened: dict[int, list[Row]] = defaultdict(list)
    by_time = (events.c.occurred_at, events.c.source, events.c.source_id)
    for row in connection.execute(select(events).where(events.c.shipment_id.in_(ids)).order_by(*by_time)):
        happened[row.shipment_id].append(row)
    promised: dict[int, list[Promise]] = defaultdict(list)
    by_statement = (promises.c.stated_at, promises.c.due_on)
    query = select(promises).where(promises.c.shipment_id.in_(ids)).order_by(*by_statement)
    for row in connection.execute(query):
        promised[row.shipment_id].append(Promise(row.due_on, row.source, row.stated_at, row.due_at, row.id))
    travelled = _legs(connection, ids, happened)
    ends = {shipment: _lane_end(travelled[shipment.id], found[shipment.order_id]) for shipment in rows}
    history = lanes.times_of(connection, {end for end in ends.values() if end})
    return [
        Parcel(
            order=found[row.order_id],
            position=row.position,
            id=row.id,
            # A parcel of which nobody said what is in it holds the whole order, if it is the only one.
            lines=tuple(
                line
                for line_id, line in lines[row.order_id]
                if line_id in packed[row.id] or (not packed[row.id] and siblings[row.order_id] == 1)
            ),
            legs=travelled[row.id],
            events=tuple(map(_event, happened[row.id])),
            promises=tuple(promised[row.id]),
            lanes=tuple(each for each in history if (each.carrier, each.destination) == ends[row]),
        )
        for row in rows
    ]


def _lane_end(travelled: Sequence[Leg], order: Order) -> tuple[str, str] | None:
    """Who carries a parcel first and where to, which its lane's history goes by."""
    return (travelled[0].carrier, order.country) if travelled and order.country else None


def _legs(
    connection: Connection, shipment_ids: Sequence[int], happened: dict[int, list[Row]]
) -> dict[int, tuple[Leg, ...]]:
    """The legs of each parcel: as the shop named them, then those learnt from scans, by their first scan."""
    first: dict[int, datetime] = {}
    for rows in happened.values():
        for row in rows:
            if row.leg_id is not None:
                first.setdefault(row.leg_id, row.occurred_at)
    never = datetime.max.replace(tzinfo=timezone.utc)
    found: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(select(legs).where(legs.c.shipment_id.in_(shipment_ids))):
        found[row.shipment_id].append(row)
    return {
        shipment: tuple(
            Leg(row.carrier, row.tracking_number, row.id)
            for row in sorted(
                found[shipment],
                key=lambda row: (row.position, first.get(row.id, never), row.carrier, row.tracking_number),
            )
        )
        for shipment in shipment_ids
    }


def _event(row: Row) -> Event:
    at = row.occurred_at
    if row.offset_minutes is not None:
        at = at.astimezone(timezone(timedelta(minutes=row.offset_minutes)))
    return Event(
        milestone=Milestone(row.milestone),
        occurred_at=at,
        source=row.source,
        source_id=row.source_id,
        recorded_at=row.recorded_at,
        actor=Actor(row.actor),
        place=Place(row.city, row.country),
        reason=Reason(row.reason) if row.reason else None,
        carrier=row.carrier,
        code=row.code,
        words=row.words,
        proof=Proof(**row.proof) if row.proof else None,
        window=(row.window_from, row.window_to) if row.window_from and row.window_to else None,
        has_offset=row.offset_minutes is not None,
        id=row.id,
    )
