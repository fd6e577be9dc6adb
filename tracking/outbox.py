"""Replies out: kept with the turn that made them, each handed to the shopper at most once.

Some channels fetch (website, REST): their rows are `held` until the shopper's client has shown them, then
`sent`. To the others a sender pushes: `waiting` → `sending` → `sent`, or `unconfirmed` when nobody can
know whether the send arrived (it is never repeated), or `failed` when the platform refused it.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine

from tracking.conversations import Item, item_of, storable
from tracking.db import begin_write
from tracking.model import conversations, issued_buttons, outbox

#: 16 random bytes: nobody guesses a button, and 22 characters fit the smallest platform limit (64 bytes).
TOKEN_BYTES = 16
#: Channels whose clients fetch: nobody has to send what waits for them.
FETCHED = frozenset({"website", "rest"})
#: Longest button title that we keep.
MAX_TITLE = 120
#: After so long a send whose outcome was never written counts as unconfirmed.
SEND_SECONDS = 60


@dataclass(frozen=True)
class Button:
    """A choice offered to the shopper; `payload` is what the dialogue gets when it is taken."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One reply before it has a row: text, buttons with their payloads, a card to draw."""

    text: str
    buttons: tuple[Button, ...] = ()
    card: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Outgoing:
    """A reply that a sender has claimed."""

    id: int
    conversation_id: str
    channel: str
    author: str
    reply: Mapping[str, Any]
    attempts: int
    #: What the conversation speaks, for the few words that a channel adds.
    language: str | None = None


_PUT = insert(outbox)
_AFTER = (
    select(outbox)
    .where(outbox.c.conversation_id == bindparam("conversation"), outbox.c.id > bindparam("after"))
    .order_by(outbox.c.id)
)


def put(
    connection: Connection,
    conversation_id: str,
    replies: Sequence[Reply],
    *,
    author: str,
    inbox_id: int | None,
    hold: bool,
    now: datetime,
    name: str | None = None,
) -> list[int]:
    """Write replies into the outbox in this order; button payloads stay here, a token goes out instead.

    `hold` says that the channel fetches, `name` is the first name of the person who writes. Gives the outbox
    ids.
    """
    ids = []
    for reply in replies:
        issued = [
            {
                "token": secrets.token_urlsafe(TOKEN_BYTES),
                "conversation_id": conversation_id,
                "title": storable(button.title)[:MAX_TITLE],
                "payload": button.payload,
                "issued_at": now,
            }
            for button in reply.buttons
        ]
        if issued:
            connection.execute(insert(issued_buttons), issued)
        row = {
            "conversation_id": conversation_id,
            "inbox_id": inbox_id,
            "author": author,
            "reply": {
                "text": storable(reply.text),
                "buttons": [{"title": button["title"], "token": button["token"]} for button in issued],
                "card": reply.card,
                **({"name": storable(name)} if name else {}),
            },
            "created_at": now,
            "state": "held" if hold else "waiting",
            "attempts": 0,
        }
        ids.append(connection.execute(_PUT, row).inserted_primary_key[0])
    return ids


def items_after(connection: Connection, conversation_id: str, outbox_id: int) -> list[Item]:
    """The replies of a conversation with a greater outbox id, oldest first."""
    rows = connection.execute(_AFTER, {"conversation": conversation_id, "after": outbox_id})
    return [item_of(row) for row in rows]


def replies_to(connection: Connection, inbox_id: int) -> list[Item]:
    """The replies made for one message, oldest first."""
    rows = connection.execute(select(outbox).where(outbox.c.inbox_id == inbox_id).order_by(outbox.c.id))
    return [item_of(row) for row in rows]


def seen(engine: Engine, up_to: Mapping[str, int], now: datetime) -> None:
    """Shoppers' clients have shown everything up to these outbox ids: {conversation id: outbox id}."""
    with begin_write(engine) as connection:
        for conversation_id, outbox_id in sorted(up_to.items()):
            connection.execute(
                update(outbox)
                .where(
                    outbox.c.conversation_id == conversation_id,
                    outbox.c.id <= outbox_id,
                    outbox.c.state == "held",
                )
                .values(state="sent", sent_at=now)
            )


def newer_than(connection: Connection, outbox_id: int) -> tuple[int, set[str]]:
    """The newest outbox id, and the conversations with replies newer than `outbox_id`."""
    rows = connection.execute(select(outbox.c.id, outbox.c.conversation_id).where(outbox.c.id > outbox_id))
    newest, found = outbox_id, set()
    for row_id, conversation_id in rows:
        newest = max(newest, row_id)
        found.add(conversation_id)
    return newest, found


def newest_id(connection: Connection) -> int:
    """The newest outbox id of all, 0 if there is none."""
    return connection.execute(select(func.max(outbox.c.id))).scalar_one() or 0


def claim_sends(engine: Engine, channels: Collection[str], limit: int, now: datetime) -> list[Outgoing]:
    """Take up to `limit` replies of these channels to send, one a conversation, oldest first.

    They are committed as `sending` before anybody sends: a reply found so after `SEND_SECONDS` was cut off
    in the middle, becomes `unconfirmed` and is not sent again.
    """
    with begin_write(engine) as connection:
        connection.execute(
            update(outbox)
            .where(outbox.c.state == "sending", outbox.c.retry_at <= now)
            .values(state="unconfirmed")
        )
        earlier = outbox.alias("earlier")
        first = ~exists().where(
            and_(
                earlier.c.conversation_id == outbox.c.conversation_id,
                earlier.c.id < outbox.c.id,
                earlier.c.state.in_(("waiting", "sending")),
            )
        )
        query = (
            select(outbox, conversations.c.channel, conversations.c.language)
            .join(conversations, conversations.c.id == outbox.c.conversation_id)
            .where(
                outbox.c.state == "waiting",
                or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= now),
                conversations.c.channel.in_(tuple(channels)),
                first,
            )
            .order_by(outbox.c.id)
            .limit(limit)
        )
        if connection.dialect.name == "postgresql":
            query = query.with_for_update(of=outbox, skip_locked=True)
        rows = connection.execute(query).all()
        if rows:
            connection.execute(
                update(outbox)
                .where(outbox.c.id.in_([row.id for row in rows]))
                .values(
                    state="sending",
                    attempts=outbox.c.attempts + 1,
                    retry_at=now + timedelta(seconds=SEND_SECONDS),
                )
            )
    return [
        Outgoing(
            row.id, row.conversation_id, row.channel, row.author, row.reply, row.attempts + 1, row.language
        )
        for row in rows
    ]


def settle(
    engine: Engine,
    outbox_id: int,
    state: str,
    now: datetime,
    retry_at: datetime | None = None,
    *,
    platform_id: str | None = None,
    problem: str | None = None,
) -> None:
    """Write how a send ended: `sent`, `unconfirmed`, `failed`, or `waiting` to try again at `retry_at`.

    `platform_id` is what the platform calls it, `problem` why it failed. Where the platform has reported
    already (see `tracking.receipts`), its word stands.
    """
    with begin_write(engine) as connection:
        connection.execute(
            update(outbox)
            .where(outbox.c.id == outbox_id, outbox.c.state == "sending")
            .values(
                state=state,
                sent_at=now if state == "sent" else None,
                retry_at=retry_at,
                platform_id=platform_id,
                problem=problem,
            )
        )
