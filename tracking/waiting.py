"""Payloads that wait for an order or a parcel, and what sets them to be read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from tracking.matching import batches
from tracking.model import mentions, payloads

#: Shared while interpreting, exclusive while writing orders: no scan goes to wait for an order that is just
#: being written.
ORDERS_LOCK = 7_265_002
#: Every state but that of what is still to be read anyway.
READ = ("done", "waiting", "rejected")


def wake(
    connection: Connection,
    keys: Iterable[str],
    *,
    states: Sequence[str] = ("waiting",),
    sources: Iterable[str] | None = None,
) -> None:
    """Set payloads that speak of one of these order or tracking keys to `received`.

    Done where the order is written, so that either both are committed or neither.
    """
    conditions = [payloads.c.state.in_(states)]
    if sources is not None:
        conditions.append(payloads.c.source.in_(list(sources)))
    for some in batches(keys):
        speaking = select(mentions.c.payload_id).where(mentions.c.key.in_(some))
        connection.execute(
            update(payloads).where(payloads.c.id.in_(speaking), *conditions).values(state="received")
        )
