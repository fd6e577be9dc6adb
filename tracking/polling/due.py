"""Which parcels are asked about next. What was asked is kept in the store, so a crash forgets nothing.

A poller leases what it is about to ask, so several side by side ask about each parcel once; the lease of one
that died runs out, and others go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql import Select

from tracking.db import begin_read, begin_write, take_lock
from tracking.model import events, legs, orders, polls, shipments
from tracking.vocabulary import FINAL

#: Held while parcels are leased, so that two pollers never lease the same.
POLLS_LOCK = 7_265_003
#: Parcels of older orders are not asked about: carriers forget them.
OLDEST = timedelta(days=90)


@dataclass(frozen=True)
class Due:
    """A leg to ask about."""

    leg_id: int
    number: str


def count(engine: Engine, source: str, before: datetime, now: datetime) -> int:
    """How many legs nobody asked this provider about since `before`."""
    with begin_read(engine) as connection:
        wanted = _due(source, before, now).with_only_columns(func.count()).order_by(None)
        return int(connection.execute(wanted).scalar_one())


def lease(
    engine: Engine, source: str, owner: str, most: int, before: datetime, now: datetime, until: datetime
) -> list[Due]:
    """Lease the legs that wait longest, at most so many."""
    with begin_write(engine) as connection:
        take_lock(connection, POLLS_LOCK)
        rows = connection.execute(_due(source, before, now).limit(most)).all()
        found = [Due(row.id, row.tracking_number) for row in rows]
        if found:
            _note(connection, source, found, {"leased_by": owner, "leased_until": until})
        return found


def renew(engine: Engine, source: str, owner: str, leased: Sequence[Due], until: datetime) -> None:
    """Keep legs leased while their provider is waited for."""
    _set(engine, source, owner, leased, leased_until=until)


def done(engine: Engine, source: str, owner: str, leased: Sequence[Due], now: datetime) -> None:
    """Note that these legs were asked about."""
    _set(engine, source, owner, leased, asked_at=now, leased_by=None, leased_until=None)


def give_back(engine: Engine, source: str, owner: str, leased: Sequence[Due]) -> None:
    """Let others ask about these legs."""
    _set(engine, source, owner, leased, leased_by=None, leased_until=None)


def _due(source: str, before: datetime, now: datetime) -> Select:
    over = exists().where(
        events.c.shipment_id == legs.c.shipment_id,
        events.c.milestone.in_(sorted(milestone.value for milestone in FINAL)),
    )
    return (
        select(legs.c.id, legs.c.tracking_number)
        .select_from(
            legs.join(shipments, shipments.c.id == legs.c.shipment_id)
            .join(orders, orders.c.id == shipments.c.order_id)
            .outerjoin(polls, and_(polls.c.leg_id == legs.c.id, polls.c.source == source))
        )
        .where(
            orders.c.placed_at >= now - OLDEST,
            ~over,
            or_(polls.c.asked_at.is_(None), polls.c.asked_at < before),
            or_(polls.c.leased_until.is_(None), polls.c.leased_until < now),
        )
        .order_by(func.coalesce(polls.c.asked_at, orders.c.placed_at), legs.c.id)
    )


def _note(connection: Connection, source: str, found: Sequence[Due], values: dict[str, object]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(polls).on_conflict_do_update(index_elements=["leg_id", "source"], set_=values),
        [{"leg_id": each.leg_id, "source": source, **values} for each in found],
    )


def _set(engine: Engine, source: str, owner: str, leased: Sequence[Due], **values: object) -> None:
    with begin_write(engine) as connection:
        connection.execute(
            update(polls)
            .where(
                polls.c.leg_id.in_([each.leg_id for each in leased]),
                polls.c.source == source,
                # A lease that ran out may be another's by now.
                polls.c.leased_by == owner,
            )
            .values(values)
        )
