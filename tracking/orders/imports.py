"""Importing orders: new ones are added, known ones brought up to date.

Rows are written in bulk, a thousand in a transaction: a large file keeps nobody else waiting for long.
Importing again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Engine

from tracking import inbox
from tracking.counts import Counts
from tracking.db import begin_write, take_lock
from tracking.errors import NotUnderstoodError
from tracking.orders.rows import OrderRow, read_row
from tracking.orders.writing import write_orders
from tracking.settings import settings
from tracking.waiting import ORDERS_LOCK

#: Orders written in one transaction.
CHUNK = 1000


def import_orders(
    engine: Engine, rows: Iterable[Mapping[str, Any] | NotUnderstoodError], now: datetime
) -> Counts:
    """Add and update orders, then interpret what waited for them.

    A row that cannot be used is counted as rejected, with its number in the file (from 1), and stops no
    other; so is an error that a reader of files left in the place of a row. See `orders.rows` for the
    columns.

    Raises:
        StoreUnavailableError: the database does not answer; what was written by then stays, import again.
    """
    counts = Counts()
    for chunk in _chunks(rows, counts):
        with begin_write(engine) as connection:
            take_lock(connection, ORDERS_LOCK)
            for written in write_orders(connection, chunk, now):
                written.count(counts)
    inbox.replay(engine, now, states=("received",))
    return counts


def _chunks(
    rows: Iterable[Mapping[str, Any] | NotUnderstoodError], counts: Counts
) -> Iterator[list[OrderRow]]:
    """The rows that can be used, in lists in which no order comes twice."""
    zone = settings().shop_zone
    chunk: dict[str, OrderRow] = {}
    for number, row in enumerate(rows, 1):
        counts.received += 1
        try:
            if isinstance(row, NotUnderstoodError):
                raise row
            if not isinstance(row, Mapping):
                raise NotUnderstoodError("expected an object with the columns of an order")
            order = read_row(row, zone)
        except NotUnderstoodError as error:
            counts.rejected.append(f"row {number}: {error}")
            continue
        if order.key in chunk or len(chunk) == CHUNK:
            yield list(chunk.values())
            chunk = {}
        chunk[order.key] = order
    if chunk:
        yield list(chunk.values())
