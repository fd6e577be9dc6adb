"""Turns: one message of a conversation at a time, in order, by whichever worker holds its lease.

A worker claims a conversation for a few seconds and renews while it works. Who finishes must still hold
the lease: of two workers, one commits. A message stays `waiting` until the replies to it, and only then it is
`done`, in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy.engine import Connection, Engine

from tracking import outbox as replies_out
from tracking.cases import shopper_wrote
from tracking.db import begin_read, begin_write
from tracking.errors import WismoError
from tracking.model import UtcDateTime, conversations, inbox, outbox
from tracking.outbox import Reply
from tracking.vocabulary import Owner

#: How long a conversation is kept from other workers without being renewed.
LEASE_SECONDS = 15


class LeaseLostError(WismoError):
    """Another worker took the conversation over; this one's work on it does not count."""


@dataclass(frozen=True)
class Turn:
    """A claimed message and what the dialogue needs to know about its conversation."""

    inbox_id: int
    conversation_id: str
    channel: str
    message_id: str
    text: str
    payload: str | None
    language: str | None
    network: str | None
    owner: Owner
    attempts: int
    received_at: datetime
    #: Who claimed it; needed to finish.
    worker: str
    #: When a person handed the conversation back, if no turn has been finished since.
    handed_back_at: datetime | None = None


#: The oldest waiting message of each conversation.
_OLDEST = (
    select(inbox.c.conversation_id, func.min(inbox.c.id).label("id"))
    .where(inbox.c.state == "waiting")
    .group_by(inbox.c.conversation_id)
    .subquery()
)
_NOW = bindparam("now", type_=UtcDateTime())
_MAY_RUN = and_(
    or_(conversations.c.leased_until.is_(None), conversations.c.leased_until <= _NOW),
    or_(inbox.c.retry_at.is_(None), inbox.c.retry_at <= _NOW),
)
# Built once: putting such a statement together takes longer than running it.
_TURNS = (
    select(
        inbox,
        conversations.c.channel,
        conversations.c.language,
        conversations.c.network,
        conversations.c.owner,
        conversations.c.handed_back_at,
    )
    .join(_OLDEST, _OLDEST.c.id == inbox.c.id)
    .join(conversations, conversations.c.id == inbox.c.conversation_id)
    .where(_MAY_RUN)
    .order_by(inbox.c.id)
)
_SOME_TURNS = _TURNS.limit(bindparam("most"))
_TURNS_OF = _TURNS.where(inbox.c.conversation_id.in_(bindparam("locked", expanding=True)))
_LOCK = (
    select(conversations.c.id)
    .join(_OLDEST, _OLDEST.c.conversation_id == conversations.c.id)
    .join(inbox, inbox.c.id == _OLDEST.c.id)
    .where(_MAY_RUN)
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=conversations, skip_locked=True)
)
_LEASE = (
    update(conversations)
    .where(conversations.c.id.in_(bindparam("ids", expanding=True)))
    .values(leased_by=bindparam("worker"), leased_until=bindparam("until"))
)


def claim(engine: Engine, worker: str, limit: int, now: datetime) -> list[Turn]:
    """Take the oldest waiting message of up to `limit` free conversations.

    A conversation whose oldest message waits for its next attempt is left alone: later messages never
    overtake. On PostgreSQL rows that another worker is claiming are skipped, not waited for.

    A lease that a power cut undoes is harmless: `engine` may be one whose commits do not wait for the disk.
    """
    with begin_write(engine) as connection:
        if connection.dialect.name == "postgresql":
            locked = connection.execute(_LOCK, {"now": now, "most": limit}).scalars().all()
            if not locked:
                return []
            # Read under the lock: another worker may have finished the message that was seen waiting.
            rows = connection.execute(_TURNS_OF, {"now": now, "locked": locked}).all()
        else:
            rows = connection.execute(_SOME_TURNS, {"now": now, "most": limit}).all()
        if rows:
            until = now + timedelta(seconds=LEASE_SECONDS)
            ids = [row.conversation_id for row in rows]
            connection.execute(_LEASE, {"ids": ids, "worker": worker, "until": until})
    return [_turn(row, worker) for row in rows]


def _turn(row: Any, worker: str) -> Turn:
    return Turn(
        inbox_id=row.id,
        conversation_id=row.conversation_id,
        channel=row.channel,
        message_id=row.message_id,
        text=row.text,
        payload=row.payload,
        language=row.language,
        network=row.network,
        owner=Owner(row.owner),
        attempts=row.attempts,
        received_at=row.received_at,
        worker=worker,
        handed_back_at=row.handed_back_at,
    )


_RELEASE = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation"), conversations.c.leased_by == bindparam("worker"))
    .values(
        leased_by=None,
        leased_until=None,
        updated_at=bindparam("now"),
        language=func.coalesce(
            bindparam("spoken", type_=conversations.c.language.type), conversations.c.language
        ),
    )
)
_OWNER = select(conversations.c.owner).where(conversations.c.id == bindparam("conversation"))
_RESUMED = (
    update(conversations)
    .where(
        conversations.c.id == bindparam("conversation"),
        conversations.c.handed_back_at == bindparam("seen", type_=UtcDateTime()),
    )
    .values(handed_back_at=None)
)
_DONE = (
    update(inbox)
    # Answered once: a claim that was lost and won again must not answer it twice.
    .where(inbox.c.id == bindparam("inbox"), inbox.c.state == "waiting")
    .values(
        state="done",
        done_at=bindparam("now"),
        attempts=bindparam("tried"),
        retry_at=None,
        understood=bindparam("found"),
    )
)


def renew(engine: Engine, worker: str, running: Collection[str], now: datetime) -> int:
    """Prolong the worker's leases on the conversations whose turns are `running`; gives their number."""
    with begin_write(engine) as connection:
        mine = select(conversations.c.id).where(
            conversations.c.leased_by == worker, conversations.c.id.in_(running)
        )
        if connection.dialect.name == "postgresql":
            # In one order for everybody; see `conversations.receive_all`.
            mine = mine.order_by(conversations.c.id).with_for_update()
        ids = connection.execute(mine).scalars().all()
        if ids:
            connection.execute(
                update(conversations)
                .where(conversations.c.id.in_(ids))
                .values(leased_until=now + timedelta(seconds=LEASE_SECONDS))
            )
    return len(ids)


def lease_holders(engine: Engine) -> set[str]:
    """The workers that hold a lease, dead ones included."""
    with begin_read(engine) as connection:
        query = select(conversations.c.leased_by).where(conversations.c.leased_by.is_not(None)).distinct()
        return set(connection.execute(query).scalars())


def release_all(engine: Engine, workers: Collection[str]) -> int:
    """Free what workers known to be dead had claimed; gives the number of conversations."""
    with begin_write(engine) as connection:
        freed: int = connection.execute(
            update(conversations)
            .where(conversations.c.leased_by.in_(tuple(workers)))
            .values(leased_by=None, leased_until=None)
        ).rowcount
    return freed


def finish(
    engine: Engine,
    turn: Turn,
    *,
    replies: Sequence[Reply],
    hold: bool,
    now: datetime,
    author: str = "bot",
    language: str | None = None,
    understood: Mapping[str, Any] | None = None,
) -> list[int]:
    """Commit the replies, the issued buttons, the language and "done" together; gives the outbox ids.

    Who has the conversation may have changed since the turn was claimed. Where a person has taken over, what
    the bot would have said is dropped; a message that was left to a person who has handed back stays, for the
    bot to answer.

    Raises:
        LeaseLostError: another worker took over; nothing was written.
    """
    with begin_write(engine) as connection:
        _let_go(connection, turn, now, language)
        owner = connection.execute(_OWNER, {"conversation": turn.conversation_id}).scalar_one()
        if owner == Owner.PERSON.value:
            replies = () if author == "bot" else replies
            shopper_wrote(connection, turn.conversation_id, turn.received_at)
        elif turn.owner is Owner.PERSON:
            return []
        elif turn.handed_back_at is not None:
            seen = {"conversation": turn.conversation_id, "seen": turn.handed_back_at}
            connection.execute(_RESUMED, seen)
        done = {
            "inbox": turn.inbox_id,
            "now": now,
            "tried": turn.attempts + 1,
            "found": dict(understood) if understood else None,
        }
        if not connection.execute(_DONE, done).rowcount:
            raise LeaseLostError("this message was answered already")
        return replies_out.put(
            connection,
            turn.conversation_id,
            replies,
            author=author,
            inbox_id=turn.inbox_id,
            hold=hold,
            now=now,
        )


def retry_later(engine: Engine, turn: Turn, retry_at: datetime, *, count: bool, now: datetime) -> None:
    """Let the message wait for its next attempt; `count` says whether this one counts as failed.

    Raises:
        LeaseLostError: another worker took over; nothing was written.
    """
    with begin_write(engine) as connection:
        _let_go(connection, turn, now)
        connection.execute(
            update(inbox)
            .where(inbox.c.id == turn.inbox_id)
            .values(retry_at=retry_at, attempts=turn.attempts + (1 if count else 0))
        )


def _let_go(connection: Connection, turn: Turn, now: datetime, language: str | None = None) -> None:
    mine = {"conversation": turn.conversation_id, "worker": turn.worker, "now": now, "spoken": language}
    if not connection.execute(_RELEASE, mine).rowcount:
        raise LeaseLostError("another worker took this conversation over")


@dataclass(frozen=True)
class Kept:
    """A conversation whose shopper has waited too long for an answer."""

    conversation_id: str
    channel: str
    language: str | None
    inbox_id: int
    #: Whether an attempt was put off; otherwise it has merely been standing in line.
    was_tried: bool


def kept_waiting(engine: Engine, since: datetime, limit: int = 500) -> list[Kept]:
    """Conversations with a message that waits since before `since`, whose shopper was not told so yet.

    The last thing the shopper was told decides: one notice holds until the next real reply.
    """
    last = (
        select(outbox.c.author)
        .where(outbox.c.conversation_id == conversations.c.id)
        .order_by(outbox.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            conversations.c.id,
            conversations.c.channel,
            conversations.c.language,
            inbox.c.id,
            inbox.c.retry_at.is_not(None),
        )
        .join(_OLDEST, _OLDEST.c.conversation_id == conversations.c.id)
        .join(inbox, inbox.c.id == _OLDEST.c.id)
        .where(
            inbox.c.received_at <= since,
            conversations.c.owner == Owner.BOT.value,
            func.coalesce(last, "") != "system",
        )
        .order_by(inbox.c.id)
        .limit(limit)
    )
    with begin_read(engine) as connection:
        return [Kept(*row) for row in connection.execute(query)]


def tell(engine: Engine, kept: Kept, text: str, *, hold: bool, now: datetime) -> bool:
    """Put an honest notice into the outbox while the message keeps waiting; once, whoever else tries.

    Gives False if the message has been answered, or the shopper told, in the meantime.
    """
    with begin_write(engine) as connection:
        row = select(conversations.c.id).where(conversations.c.id == kept.conversation_id)
        if connection.dialect.name == "postgresql":
            row = row.with_for_update()
        connection.execute(row)
        state = connection.execute(select(inbox.c.state).where(inbox.c.id == kept.inbox_id)).scalar_one()
        last = connection.execute(
            select(outbox.c.author)
            .where(outbox.c.conversation_id == kept.conversation_id)
            .order_by(outbox.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        if state != "waiting" or last == "system":
            return False
        replies_out.put(
            connection,
            kept.conversation_id,
            [Reply(text)],
            author="system",
            inbox_id=kept.inbox_id,
            hold=hold,
            now=now,
        )
        return True


def depth(connection: Connection) -> dict[str, int]:
    """How many messages and replies wait: {"inbox": …, "outbox": …}."""
    waiting_in = select(func.count()).select_from(inbox).where(inbox.c.state == "waiting")
    waiting_out = select(func.count()).select_from(outbox).where(outbox.c.state.in_(("waiting", "sending")))
    return {
        "inbox": connection.execute(waiting_in).scalar_one(),
        "outbox": connection.execute(waiting_out).scalar_one(),
    }
