"""Which codes of providers are in none of today's tables, so that somebody can add them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, func, select
from sqlalchemy.engine import Connection

from tracking.errors import NotUnderstoodError
from tracking.model import events, orders, shipments
from tracking.sources import KNOWS

#: Words that come with one code and are shown, at most.
WORDS_SHOWN = 3
#: Shoppers whose parcels these words must have been said of: words for one of them may hold a name.
SHOPPERS_NEEDED = 2


@dataclass(frozen=True)
class Unmapped:
    """A code of a provider that no table has."""

    source: str
    #: Verbatim; None: scans without any code.
    code: str | None
    #: Scans that are stored with it.
    count: int
    #: When the latest of them was made.
    newest: datetime
    #: What carriers say with it, the most frequent first; only what was said of several shoppers' parcels.
    words: tuple[str, ...] = ()


def unmapped(connection: Connection, sources: Sequence[str] = tuple(KNOWS)) -> list[Unmapped]:
    """The codes of stored scans that today's tables lack, the most frequent first."""
    query = (
        select(events.c.source, events.c.code, func.count().label("count"), func.max(events.c.occurred_at))
        .where(events.c.source.in_(list(sources)))
        .group_by(events.c.source, events.c.code)
    )
    lacking = [row for row in connection.execute(query) if not _knows(row.source, row.code)]
    found = [
        Unmapped(source, code, count, newest, _words(connection, source, code))
        for source, code, count, newest in lacking
    ]
    return sorted(found, key=lambda each: (-each.count, each.source, each.code or ""))


def _knows(source: str, code: str | None) -> bool:
    try:
        return KNOWS[source](code or "")
    except NotUnderstoodError:
        # A feed whose description is gone: nothing is known of its codes.
        return False


def _words(connection: Connection, source: str, code: str | None) -> tuple[str, ...]:
    # One shopper's orders have one e-mail address; an order without one counts for itself.
    shopper = func.coalesce(orders.c.email, cast(orders.c.id, String))
    query = (
        select(events.c.words)
        .join(shipments, shipments.c.id == events.c.shipment_id)
        .join(orders, orders.c.id == shipments.c.order_id)
        .where(events.c.source == source, events.c.words.is_not(None))
        .where(events.c.code.is_(None) if code is None else events.c.code == code)
        .group_by(events.c.words)
        .having(func.count(shopper.distinct()) >= SHOPPERS_NEEDED)
        .order_by(func.count().desc(), events.c.words)
        .limit(WORDS_SHOWN)
    )
    return tuple(connection.execute(query).scalars())
