"""How to reach shoppers through a platform that knows them: its id for them, their phone number, and when
they last wrote.

All of it comes from the platform's signed webhooks, so a phone number here is one that the platform has
verified: it counts as proof (see `tracking.disclosure`). It stays in this table. A conversation is named by
a keyed hash, and no log holds more than that.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking.db import begin_write
from tracking.model import contacts, conversations
from tracking.pepper import pepper

#: How long after a shopper's last message a platform takes free answers; later only approved templates.
WINDOW = timedelta(hours=24)
#: A number without a user id is taken for the same person so long; operators pass numbers on after 45 days.
SAME_PERSON = timedelta(days=30)


@dataclass(frozen=True)
class Contact:
    """A shopper as a platform names them in one message."""

    #: The platform's own id of the shopper, which stays when only the phone number is hidden.
    user_id: str | None = field(repr=False)
    #: "+" and digits, as the platform verified it; None where the shopper hides it.
    phone: str | None = field(repr=False)
    #: When the shopper wrote.
    wrote_at: datetime


@dataclass(frozen=True)
class Address:
    """Where to send to."""

    user_id: str | None = field(repr=False)
    phone: str | None = field(repr=False)
    wrote_at: datetime
    #: The language of the conversation, where it is known.
    language: str | None

    @property
    def window_closes_at(self) -> datetime:
        """Until when the platform takes a free answer."""
        return self.wrote_at + WINDOW

    def window_open(self, now: datetime) -> bool:
        """Whether the platform takes a free answer now."""
        return now < self.window_closes_at


def conversation_of(connection: Connection, channel: str, contact: Contact) -> str:
    """The id of the shopper's conversation: the one they had, or the one that they begin.

    The user id decides. A conversation that is known by its number alone is continued by a user id that
    comes with this number, but never one of another user id: numbers are passed on.

    Raises:
        ValueError: the platform gave neither user id nor number.
    """
    mine = contacts.c.channel == channel
    if contact.user_id:
        found = _newest(connection, mine, contacts.c.user_id == contact.user_id)
        if found is not None:
            return found
    if contact.phone:
        same = contacts.c.phone == contact.phone
        if contact.user_id:
            since = contact.wrote_at - SAME_PERSON
            found = _newest(connection, mine, same, contacts.c.user_id.is_(None), contacts.c.wrote_at > since)
        else:
            found = _newest(connection, mine, same)
        if found is not None:
            return found
    return begun_by(channel, contact)


def begun_by(channel: str, contact: Contact) -> str:
    """The id of a conversation that a shopper begins: the same in every process.

    Raises:
        ValueError: the platform gave neither user id nor number.
    """
    if not (contact.user_id or contact.phone):
        raise ValueError("a contact has a user id or a phone number")
    known_as = f"user:{contact.user_id}" if contact.user_id else f"phone:{contact.phone}"
    return f"{channel}:{hmac.digest(pepper(), f'{channel}:{known_as}'.encode(), 'sha256').hex()[:32]}"


def _newest(connection: Connection, *conditions: Any) -> str | None:
    found: str | None = connection.execute(
        select(contacts.c.conversation_id)
        .where(*conditions)
        .order_by(contacts.c.wrote_at.desc(), contacts.c.conversation_id)
        .limit(1)
    ).scalar_one_or_none()
    return found


def keep(connection: Connection, channel: str, conversation_id: str, contact: Contact) -> None:
    """Remember how to reach the shopper of a conversation; an older message never undoes a newer one."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    new = insert(contacts).values(
        conversation_id=conversation_id,
        channel=channel,
        user_id=contact.user_id,
        phone=contact.phone,
        wrote_at=contact.wrote_at,
    )
    newer = contacts.c.wrote_at <= new.excluded.wrote_at

    def latest(column: Any) -> Any:
        return case((newer, func.coalesce(new.excluded[column.name], column)), else_=column)

    connection.execute(
        new.on_conflict_do_update(
            index_elements=["conversation_id"],
            set_={column.name: latest(column) for column in (*_IDS, contacts.c.wrote_at)},
        )
    )
    if contact.phone:
        # Whoever had this number before is no longer reached, and proves nothing, by it.
        connection.execute(
            update(contacts)
            .where(
                contacts.c.channel == channel,
                contacts.c.phone == contact.phone,
                contacts.c.conversation_id != conversation_id,
                contacts.c.wrote_at <= contact.wrote_at,
            )
            .values(phone=None)
        )


_IDS = (contacts.c.user_id, contacts.c.phone)


def moved(engine: Engine, channel: str, before: Contact, after: Contact) -> str | None:
    """The platform says that a shopper's number or id has changed: their conversation goes on under the new
    one.

    Where they have written under the new one already, the old conversation is merely no longer reached.
    Gives the id of the conversation that was known, None for none.
    """
    with begin_write(engine) as connection:
        mine = contacts.c.channel == channel
        known = [
            column == value
            for column, value in zip(_IDS, (before.user_id, before.phone), strict=True)
            if value
        ]
        old = _newest(connection, mine, or_(*known)) if known else None
        if old is None:
            return None
        new = (
            _newest(connection, mine, contacts.c.user_id == after.user_id)
            if after.user_id
            else _newest(connection, mine, contacts.c.phone == after.phone)
        )
        if new == old:
            new = None
        values: dict[str, str | None] = {"user_id": None, "phone": None}
        if new is None:
            values = {name: value for name, value in _named(after).items() if value is not None}
            if after.phone:
                others = update(contacts).where(mine, contacts.c.phone == after.phone)
                connection.execute(others.values(phone=None))
        connection.execute(update(contacts).where(contacts.c.conversation_id == old).values(**values))
        return old


def _named(contact: Contact) -> dict[str, str | None]:
    return {"user_id": contact.user_id, "phone": contact.phone}


def address_of(connection: Connection, conversation_id: str) -> Address | None:
    """How to reach the shopper of a conversation; None for one that came through no such platform."""
    row = connection.execute(
        select(contacts.c.user_id, contacts.c.phone, contacts.c.wrote_at, conversations.c.language)
        .join(conversations, conversations.c.id == contacts.c.conversation_id)
        .where(contacts.c.conversation_id == conversation_id)
    ).one_or_none()
    return None if row is None else Address(*row)


def verified_phone(connection: Connection, conversation_id: str) -> str | None:
    """The phone number that the platform verified for the shopper of a conversation."""
    found: str | None = connection.execute(
        select(contacts.c.phone).where(contacts.c.conversation_id == conversation_id)
    ).scalar_one_or_none()
    return found


def window_open(connection: Connection, conversation_id: str, now: datetime) -> bool:
    """Whether a free text still reaches the shopper of a conversation; always, where there is no window."""
    address = address_of(connection, conversation_id)
    return address is None or address.window_open(now)
