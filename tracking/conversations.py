"""Who talks to whom: messages in, who answers, and what was said.

A message is accepted when its row in the inbox is committed; a channel acknowledges it only then. Turns are
taken from the inbox by `tracking.turns`, replies leave through `tracking.outbox`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking import contacts
from tracking.contacts import Contact
from tracking.db import begin_write
from tracking.disclosure import bind_link
from tracking.model import conversations, inbox, issued_buttons, outbox
from tracking.vocabulary import Owner

#: How many items of a conversation a channel shows to a shopper who comes back.
TRANSCRIPT_ITEMS = 100


@dataclass(frozen=True)
class SignedOrder:
    """An order that a link of the shop names; the channel has checked the shop's signature.

    It is bound to the conversation together with the message. If it cannot be (nobody knows the order, or
    the link is somebody else's already) the dialogue gets `otherwise` instead of the message's payload.
    """

    number: str
    otherwise: str


@dataclass(frozen=True)
class Incoming:
    """One message of a shopper, as a channel hands it over.

    `button` is a token that a channel took from a tap. If we issued it to this conversation, its title
    becomes the text and its payload goes to the dialogue; otherwise only `text` counts. With `text` None
    such a message is refused instead.
    """

    channel: str
    conversation_id: str
    message_id: str
    text: str | None
    button: str | None = None
    #: Keyed hash of the address it came from, for throttling; never the address.
    network: str | None = None
    #: What the dialogue gets instead of the text; made by a channel's own code, never read from a message.
    payload: str | None = None
    #: What a new conversation probably speaks, as the platform says; the first message decides.
    language: str | None = None
    order: SignedOrder | None = None
    #: The platform's own count of its messages: those that arrive together are put in this order.
    sequence: int = 0
    #: How the platform names the shopper, for one that verifies whom it names.
    contact: Contact | None = None


@dataclass(frozen=True)
class Received:
    """What became of a message; `inbox_id` is None for a tap on a button that was never issued here."""

    inbox_id: int | None
    duplicate: bool
    #: What stands in the transcript: the message, or the title of the button.
    text: str = ""


@dataclass(frozen=True)
class Item:
    """One line of a transcript.

    `id` is "i<inbox id>" or "o<outbox id>"; `author` is shopper, bot, person or system.
    """

    id: str
    author: str
    text: str
    at: datetime
    buttons: Sequence[Mapping[str, str]] = ()
    card: Mapping[str, Any] | None = None
    #: The channel's own id of a shopper's message.
    message_id: str | None = None
    #: The first name of a person of the team who wrote it.
    name: str | None = None


def receive(
    engine: Engine,
    *,
    channel: str,
    conversation_id: str,
    message_id: str,
    text: str | None,
    button: str | None = None,
    network: str | None = None,
    now: datetime,
) -> Received:
    """Commit one message to the inbox; the same message id again is reported as a duplicate.

    Raises:
        sqlalchemy.exc.OperationalError: the database does not answer; nothing was accepted.
    """
    message = Incoming(channel, conversation_id, message_id, text, button, network)
    return receive_all(engine, [message], now)[0]


def receive_all(engine: Engine, messages: Sequence[Incoming], now: datetime) -> list[Received]:
    """Commit several messages in one transaction, in the order given: all are accepted or none."""
    with begin_write(engine) as connection:
        # In one order for everybody, so that two processes never wait for each other's rows.
        for message in sorted({m.conversation_id: m for m in messages}.values(), key=_conversation):
            _know(connection, message, now)
        for message in sorted((m for m in messages if m.contact is not None), key=_conversation):
            _reach(connection, message)
        return [_accept(connection, message, now) for message in messages]


def _conversation(message: Incoming) -> str:
    return message.conversation_id


_NETWORK = select(conversations.c.network).where(conversations.c.id == bindparam("conversation"))
_SET_NETWORK = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation"))
    .values(network=bindparam("seen"))
)
_BUTTON = select(issued_buttons.c.title, issued_buttons.c.payload).where(
    issued_buttons.c.token == bindparam("given"),
    issued_buttons.c.conversation_id == bindparam("conversation"),
)
_ACCEPTED = select(inbox.c.id).where(
    inbox.c.conversation_id == bindparam("conversation"), inbox.c.message_id == bindparam("message")
)


def _know(connection: Connection, message: Incoming, now: datetime) -> None:
    """Make sure that the conversation has a row and that it names the network last seen."""
    this = {"conversation": message.conversation_id}
    known = connection.execute(_NETWORK, this).first()
    if known is None:
        row = {
            "id": message.conversation_id,
            "channel": message.channel,
            "owner": Owner.BOT.value,
            "language": message.language,
            "network": message.network,
            "created_at": now,
            "updated_at": now,
        }
        insert_new(connection, conversations, row)
    elif message.network not in (None, known.network):
        connection.execute(_SET_NETWORK, {**this, "seen": message.network})


def _reach(connection: Connection, message: Incoming) -> None:
    """Remember how to reach the shopper."""
    if message.contact is not None:
        contacts.keep(connection, message.channel, message.conversation_id, message.contact)


def _accept(connection: Connection, message: Incoming, now: datetime) -> Received:
    text, payload = message.text, message.payload
    if message.button is not None:
        asked = {"given": storable(message.button), "conversation": message.conversation_id}
        issued = connection.execute(_BUTTON, asked).first()
        if issued is not None:
            text, payload = issued
    if text is None:
        return Received(None, duplicate=False)
    if message.order is not None and not bind_link(
        connection, conversation_id=message.conversation_id, order_number=message.order.number, now=now
    ):
        payload = message.order.otherwise
    row = {
        "conversation_id": message.conversation_id,
        "message_id": storable(message.message_id),
        "text": storable(text),
        "payload": payload,
        "received_at": now,
        "state": "waiting",
        "attempts": 0,
    }
    inbox_id = insert_new(connection, inbox, row)
    if inbox_id is not None:
        return Received(inbox_id, duplicate=False, text=text)
    return Received(accepted(connection, message.conversation_id, message.message_id), duplicate=True)


@lru_cache
def _insert_new(table: Table, columns: tuple[str, ...], dialect: str) -> Any:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(table).values({name: bindparam(name) for name in columns}).on_conflict_do_nothing()
    if dialect == "postgresql":
        return statement.returning(table.primary_key.columns.values()[0])
    return statement


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> Any | None:
    """Insert a row unless a unique one like it is there; give its primary key, None if it was there."""
    result = connection.execute(_insert_new(table, tuple(row), connection.dialect.name), row)
    if connection.dialect.name == "postgresql":
        return result.scalar_one_or_none()
    return result.lastrowid if result.rowcount else None


def storable(text: str) -> str:
    """`text` without what no database keeps: NUL characters and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def accepted(connection: Connection, conversation_id: str, message_id: str) -> int | None:
    """The inbox id of a message that was accepted before, None for a new one."""
    asked = {"conversation": conversation_id, "message": storable(message_id)}
    found: int | None = connection.execute(_ACCEPTED, asked).scalar_one_or_none()
    return found


def owner(connection: Connection, conversation_id: str) -> Owner:
    """Who answers this conversation; the bot answers one that nobody knows yet."""
    value = connection.execute(
        select(conversations.c.owner).where(conversations.c.id == conversation_id)
    ).scalar_one_or_none()
    return Owner(value) if value is not None else Owner.BOT


def language_of(connection: Connection, conversation_id: str) -> str | None:
    """What the conversation speaks, None if nobody knows yet."""
    found: str | None = connection.execute(
        select(conversations.c.language).where(conversations.c.id == conversation_id)
    ).scalar_one_or_none()
    return found


def transcript(
    connection: Connection, conversation_id: str, *, after: str | None = None, limit: int = TRANSCRIPT_ITEMS
) -> list[Item]:
    """What was said, oldest first: the last `limit` items, or those that came after the item `after`.

    An `after` that is not an item of this conversation counts as none. Items of the same moment as `after`
    are repeated: whoever shows them knows them by id.
    """
    since = _moment(connection, conversation_id, after) if after else None
    said = select(inbox).where(inbox.c.conversation_id == conversation_id)
    replied = select(outbox).where(outbox.c.conversation_id == conversation_id)
    if since is not None:
        said = said.where(inbox.c.received_at >= since)
        replied = replied.where(outbox.c.created_at >= since)
    items = [
        Item(f"i{row.id}", "shopper", row.text, row.received_at, message_id=row.message_id)
        for row in connection.execute(said.order_by(inbox.c.id.desc()).limit(limit))
    ]
    items += [item_of(row) for row in connection.execute(replied.order_by(outbox.c.id.desc()).limit(limit))]
    # Rows of one kind keep their own order, whatever the clocks said.
    items.sort(key=lambda item: (item.at, item.id[0], int(item.id[1:])))
    return [item for item in items[-limit:] if item.id != after]


def item_of(row: Any) -> Item:
    """The transcript item of an outbox row."""
    reply = row.reply
    return Item(
        f"o{row.id}",
        row.author,
        reply["text"],
        row.created_at,
        reply.get("buttons", ()),
        reply.get("card"),
        name=reply.get("name"),
    )


def _moment(connection: Connection, conversation_id: str, cursor: str) -> datetime | None:
    kind, number = cursor[:1], cursor[1:]
    if kind not in ("i", "o") or not (number.isascii() and number.isdigit()) or len(number) > 18:
        return None
    table, at = (inbox, inbox.c.received_at) if kind == "i" else (outbox, outbox.c.created_at)
    moment: datetime | None = connection.execute(
        select(at).where(table.c.id == int(number), table.c.conversation_id == conversation_id)
    ).scalar_one_or_none()
    return moment
