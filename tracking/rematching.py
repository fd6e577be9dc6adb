"""Looking again at what was attached to parcels, when an order arrives that it may be about instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection, Row

from tracking.matching import CLOCK_TOLERANCE, batches
from tracking.model import events, legs, orders, promises, shipments
from tracking.sources import shop, shopify, woocommerce
from tracking.waiting import READ, wake

#: Who speaks of orders as a whole.
_SHOPS = (shop.SOURCE, shopify.SOURCE, woocommerce.SOURCE)


def reconsider(connection: Connection, added: Iterable[tuple[int, str]], grown: Iterable[str]) -> None:
    """Set payloads to `received` that would now be read otherwise.

    Args:
        connection: of the transaction that adds the orders.
        added: (shipment id, tracking number) of each leg just added. Where another parcel bears the number
            too, what was attached to that one since the new order was placed is detached.
        grown: keys of known orders that got another parcel: what the shop said of all parcels of these.
    """
    wake(connection, grown, states=READ, sources=_SHOPS)
    wake(connection, _detach(connection, list(added)), states=READ)


def _detach(connection: Connection, added: list[tuple[int, str]]) -> list[str]:
    """Detach from other parcels what may be about the added legs; gives the numbers to read about again."""
    fresh = {parcel_id for parcel_id, _ in added}
    bearing: dict[str, list[Row]] = defaultdict(list)
    for some in batches(sorted({number for _, number in added})):
        query = (
            select(legs.c.tracking_number, legs.c.id, legs.c.shipment_id, orders.c.placed_at)
            .join(shipments, shipments.c.id == legs.c.shipment_id)
            .join(orders, orders.c.id == shipments.c.order_id)
            .where(legs.c.tracking_number.in_(some))
        )
        for row in connection.execute(query):
            bearing[row.tracking_number].append(row)
    again = []
    for number, rows in bearing.items():
        others = [row for row in rows if row.shipment_id not in fresh]
        placed = [row.placed_at for row in rows if row.shipment_id in fresh]
        if not others or not placed:
            continue
        again.append(number)
        since = min(placed) - CLOCK_TOLERANCE
        connection.execute(
            delete(events).where(
                events.c.leg_id.in_([row.id for row in others]),
                events.c.occurred_at >= since,
                # Without its payload it could not be read again.
                events.c.payload_id.is_not(None),
                events.c.source.not_in(_SHOPS),
            )
        )
        connection.execute(
            delete(promises).where(
                promises.c.shipment_id.in_([row.shipment_id for row in others]),
                promises.c.stated_at >= since,
            )
        )
    return again
