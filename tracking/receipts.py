"""What a platform reports about replies that it took: sent, delivered, read, or failed.

Reports come late, twice and out of order. What a reply's row says is a function of the set of them: the one
that goes furthest counts. A reply whose sending was left open becomes `sent` by its first report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.engine import Connection, Engine

from tracking.db import begin_write
from tracking.model import conversations, outbox


class Reached(str, Enum):
    """How far a reply got, the least first. A failure that a delivery follows was none."""

    SENT = "sent"
    FAILED = "failed"
    DELIVERED = "delivered"
    READ = "read"


_ORDER = tuple(Reached)


@dataclass(frozen=True)
class Receipt:
    """One report of a platform."""

    platform_id: str
    reached: Reached
    at: datetime
    #: Of our own row, where the platform hands back what we sent along; None: the platform's id finds it.
    outbox_id: int | None = None
    #: Why it failed, see `bot.channels.contract.RefusedError.reason`.
    problem: str | None = None


def apply(engine: Engine, channel: str, receipts: Sequence[Receipt]) -> int:
    """Write reports about replies of a channel; gives how many of them said something new."""
    with begin_write(engine) as connection:
        # In one order for everybody, so that two processes never wait for each other's rows.
        ordered = sorted(receipts, key=lambda receipt: (receipt.outbox_id or 0, receipt.platform_id))
        return sum(_apply(connection, channel, receipt) for receipt in ordered)


def _apply(connection: Connection, channel: str, receipt: Receipt) -> int:
    found = outbox.c.platform_id == receipt.platform_id
    if receipt.outbox_id is not None:
        # Its id may not be written yet: reports overtake the answer to the send.
        ours = and_(outbox.c.id == receipt.outbox_id, outbox.c.platform_id.is_(None))
        found = or_(found, ours)
    of_channel = select(conversations.c.id).where(conversations.c.channel == channel)
    before = [each.value for each in _ORDER[: _ORDER.index(receipt.reached)]]
    failed = receipt.reached is Reached.FAILED
    changed: int = connection.execute(
        update(outbox)
        .where(
            found,
            outbox.c.conversation_id.in_(of_channel),
            or_(outbox.c.receipt.is_(None), outbox.c.receipt.in_(before)),
        )
        .values(
            platform_id=receipt.platform_id,
            receipt=receipt.reached.value,
            receipt_at=receipt.at,
            state="failed" if failed else "sent",
            problem=(receipt.problem or "refused") if failed else None,
            sent_at=outbox.c.sent_at if failed else func.coalesce(outbox.c.sent_at, receipt.at),
        )
        .execution_options(synchronize_session=False)
    ).rowcount
    return changed
