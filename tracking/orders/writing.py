"""Writing orders: whatever a file or a shop system says of them goes through here.

What a file names is added, never taken away: whatever was sent on its way is on its way. A shop system may
take back what it said itself, see `tracking.orders.consignments`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.engine import Connection

from tracking.counts import Counts
from tracking.matching import batches
from tracking.model import legs, order_lines, orders, shipment_lines, shipments
from tracking.orders.changes import Plan, StoredOrder, StoredParcel
from tracking.orders.plan import plan
from tracking.orders.rows import OrderRow
from tracking.rematching import reconsider
from tracking.waiting import READ, wake

#: Added to the positions of an order's parcels while they are put in another order: no two are ever alike.
_ASIDE = 10_000


@dataclass(frozen=True)
class Written:
    """An order as it now is in the store, and what was done to it."""

    order_id: int
    row: OrderRow
    plan: Plan

    def count(self, counts: Counts) -> None:
        """Count it as new, changed or a duplicate."""
        if self.plan.is_new:
            counts.new += 1
        elif self.plan.changes_anything:
            counts.changed += 1
        else:
            counts.duplicate += 1


def write_orders(connection: Connection, rows: list[OrderRow], now: datetime) -> list[Written]:
    """Add and update orders, each named once, within a transaction that holds `ORDERS_LOCK`."""
    known = _stored(connection, rows)
    plans = {row.key: plan(row, known.get(row.key), now) for row in rows}
    ids = {key: order.id for key, order in known.items()}
    ids |= _write_orders(connection, [(row, plans[row.key]) for row in rows if row.key not in known], now)
    _update_orders(connection, {ids[row.key]: plans[row.key] for row in rows if row.key in known})
    written = [Written(ids[row.key], row, plans[row.key]) for row in rows]
    changed = [item for item in written if item.plan.changes_anything]
    if changed:
        _write_changes(connection, changed)
    return written


def known_references(connection: Connection, references: Collection[str]) -> dict[str, str]:
    """The number keys of the orders with these ids of a shop system."""
    query = select(orders.c.reference, orders.c.number_key).where(orders.c.reference.in_(references))
    return {row.reference: row.number_key for row in connection.execute(query.order_by(orders.c.id))}


def _write_changes(connection: Connection, changed: list[Written]) -> None:
    line_ids = _write_lines(connection, changed)
    parcel_ids = _write_parcels(connection, changed)
    _write_contents(connection, changed, line_ids, parcel_ids)
    added = _write_legs(connection, changed, parcel_ids)
    _move_parcels(connection, changed, parcel_ids)
    keys = [item.row.key for item in changed] + sorted({leg[1] for leg in added})
    wake(connection, keys + [item.row.reference for item in changed if item.row.reference])
    # What was told under a number that is no longer this order's may be told of another parcel.
    wake(connection, sorted({number for item in changed for number in item.plan.gone_numbers}), states=READ)
    grown = [item.row.key for item in changed if item.plan.new_positions and not item.plan.is_new]
    reconsider(connection, added, grown)


def _stored(connection: Connection, given: list[OrderRow]) -> dict[str, StoredOrder]:
    """The orders that these rows are about: by number, else by the shop system's own id."""
    wanted_keys = {row.key for row in given}
    references = {row.reference: row.key for row in given if row.reference}
    wanted = orders.c.number_key.in_(list(wanted_keys))
    if references:
        wanted = or_(wanted, orders.c.reference.in_(list(references)))
    rows = connection.execute(select(orders).where(wanted)).all()
    by_id = {row.id: StoredOrder(row.id, dict(row._mapping)) for row in rows}
    if not by_id:
        return {}
    for row in connection.execute(
        select(order_lines).where(order_lines.c.order_id.in_(by_id)).order_by(order_lines.c.id)
    ):
        by_id[row.order_id].lines[row.sku] = (row.id, row.name, row.quantity)
    parcels: dict[int, StoredParcel] = {}
    for row in connection.execute(
        select(shipments).where(shipments.c.order_id.in_(by_id)).order_by(shipments.c.position)
    ):
        parcels[row.id] = StoredParcel(row.id, row.position, reference=row.reference)
        by_id[row.order_id].parcels.append(parcels[row.id])
    for some in batches(parcels):
        for row in connection.execute(
            select(legs).where(legs.c.shipment_id.in_(some)).order_by(legs.c.position, legs.c.id)
        ):
            parcels[row.shipment_id].legs.append((row.id, row.carrier, row.tracking_number, row.position))
        for row in connection.execute(
            select(shipment_lines.c.shipment_id, order_lines.c.sku)
            .join(order_lines, order_lines.c.id == shipment_lines.c.line_id)
            .where(shipment_lines.c.shipment_id.in_(some))
        ):
            parcels[row.shipment_id].skus.add(row.sku)
    renamed = {references[row.reference]: by_id[row.id] for row in rows if row.reference in references}
    return renamed | {row.number_key: by_id[row.id] for row in rows if row.number_key in wanted_keys}


def _write_orders(
    connection: Connection, fresh: list[tuple[OrderRow, Plan]], now: datetime
) -> dict[str, int]:
    if not fresh:
        return {}
    names = [column.name for column in orders.columns if column.name != "id"]
    connection.execute(
        insert(orders),
        [
            {name: row.values.get(name) for name in names}
            | {"number_key": row.key, "recorded_at": now, "stated": made.stated}
            for row, made in fresh
        ],
    )
    query = select(orders.c.number_key, orders.c.id).where(
        orders.c.number_key.in_([row.key for row, _ in fresh])
    )
    return dict(map(tuple, connection.execute(query)))


def _update_orders(connection: Connection, plans: Mapping[int, Plan]) -> None:
    for order_id, made in plans.items():
        values = made.values if made.stated is None else {**made.values, "stated": made.stated}
        if values:
            connection.execute(update(orders).where(orders.c.id == order_id).values(values))


def _write_lines(connection: Connection, written: list[Written]) -> dict[tuple[int, str], int]:
    """Bring the lines up to date; gives the row id of every line of these orders, by order id and sku."""
    gone = [line_id for item in written for line_id in item.plan.gone_lines]
    for some in batches(gone):
        connection.execute(delete(order_lines).where(order_lines.c.id.in_(some)))
    changed = [
        {"_id": line_id, "_name": line.name, "_quantity": line.quantity}
        for item in written
        for line_id, line in item.plan.changed_lines
    ]
    if changed:
        connection.execute(
            update(order_lines)
            .where(order_lines.c.id == bindparam("_id"))
            .values(name=bindparam("_name"), quantity=bindparam("_quantity")),
            changed,
        )
    fresh = [
        {"order_id": item.order_id, "sku": line.sku, "name": line.name, "quantity": line.quantity}
        for item in written
        for line in item.plan.new_lines
    ]
    if fresh:
        connection.execute(insert(order_lines), fresh)
    query = select(order_lines.c.order_id, order_lines.c.sku, order_lines.c.id).where(
        order_lines.c.order_id.in_([item.order_id for item in written])
    )
    return {(row.order_id, row.sku): row.id for row in connection.execute(query)}


def _write_parcels(connection: Connection, written: list[Written]) -> dict[tuple[int, int], int]:
    """Add and take away parcels; gives the row id of every one of these orders, by order id and position."""
    gone = [parcel_id for item in written for parcel_id in item.plan.gone_parcels]
    for some in batches(gone):
        connection.execute(delete(shipments).where(shipments.c.id.in_(some)))
    fresh = [
        {"order_id": item.order_id, "position": position}
        for item in written
        for position in item.plan.new_positions
    ]
    if fresh:
        connection.execute(insert(shipments), fresh)
    named = [
        {"_order": item.order_id, "_position": position, "_reference": reference}
        for item in written
        for position, reference in item.plan.references.items()
    ]
    if named:
        connection.execute(
            update(shipments)
            .where(
                shipments.c.order_id == bindparam("_order"), shipments.c.position == bindparam("_position")
            )
            .values(reference=bindparam("_reference")),
            named,
        )
    query = select(shipments.c.order_id, shipments.c.position, shipments.c.id).where(
        shipments.c.order_id.in_([item.order_id for item in written])
    )
    return {(row.order_id, row.position): row.id for row in connection.execute(query)}


def _write_contents(
    connection: Connection,
    written: list[Written],
    line_ids: Mapping[tuple[int, str], int],
    parcel_ids: Mapping[tuple[int, int], int],
) -> None:
    """What is in which parcel; what is given for a parcel replaces what was known of it."""
    contents = [
        (parcel_ids[item.order_id, position], line_ids[item.order_id, sku])
        for item in written
        for position, skus in item.plan.contents.items()
        for sku in skus
    ]
    for some in batches(sorted({parcel_id for parcel_id, _ in contents})):
        connection.execute(delete(shipment_lines).where(shipment_lines.c.shipment_id.in_(some)))
    if contents:
        connection.execute(
            insert(shipment_lines),
            [{"shipment_id": parcel_id, "line_id": line_id} for parcel_id, line_id in contents],
        )


def _write_legs(
    connection: Connection, written: list[Written], parcel_ids: Mapping[tuple[int, int], int]
) -> list[tuple[int, str]]:
    """Add the legs; gives shipment id and tracking number of each that is new."""
    fresh: list[dict[str, Any]] = [
        {
            "shipment_id": parcel_ids[item.order_id, leg.parcel],
            "carrier": leg.carrier,
            "tracking_number": leg.number,
            "position": leg.position,
        }
        for item in written
        for leg in item.plan.new_legs
    ]
    if fresh:
        connection.execute(insert(legs), fresh)
    for item in written:
        for leg_id, position in item.plan.named_legs:
            connection.execute(update(legs).where(legs.c.id == leg_id).values(position=position))
    return [(leg["shipment_id"], leg["tracking_number"]) for leg in fresh]


def _move_parcels(
    connection: Connection, written: list[Written], parcel_ids: Mapping[tuple[int, int], int]
) -> None:
    """Number parcels anew; for a moment they are set aside, since no two may have one position."""
    moves = [
        {"_id": parcel_ids[item.order_id, before], "_position": after}
        for item in written
        for before, after in item.plan.moves.items()
    ]
    if not moves:
        return
    here = update(shipments).where(shipments.c.id == bindparam("_id"))
    connection.execute(here.values(position=bindparam("_position") + _ASIDE), moves)
    connection.execute(here.values(position=bindparam("_position")), moves)
