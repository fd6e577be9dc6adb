"""What the desk shows of a conversation: everything that was said and how it got there, who else it may be.

Only what the shopper has proven joins conversations: the same order, or orders of the same e-mail address.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from tracking import cases, contacts, disclosure
from tracking.cases import Case
from tracking.conversations import item_of
from tracking.model import case_messages, conversations, identities, inbox, marked_turns, orders, outbox
from tracking.model import cases as case_table
from tracking.takeover import Agent, Holder
from tracking.vocabulary import Owner

#: Items of a conversation that the desk shows at once; older ones are fetched.
SHOWN = 200
#: Other orders, and earlier conversations, of a shopper that are listed.
LISTED = 20


@dataclass(frozen=True)
class Understood:
    """What the assistant took a message for; `confidence` is 0 to 1."""

    intent: str | None
    confidence: float | None
    language: str | None


@dataclass(frozen=True)
class Delivery:
    """How far a reply got: its state in the outbox, what the platform reported, or why it failed."""

    state: str
    receipt: str | None
    problem: str | None


@dataclass(frozen=True)
class Said:
    """One line of a transcript, as the team sees it; `author` is shopper, bot, person or system."""

    id: str
    author: str
    text: str
    at: datetime
    name: str | None = None
    #: A tap on a button of ours, not a text.
    tapped: bool = False
    buttons: tuple[str, ...] = ()
    has_card: bool = False
    understood: Understood | None = None
    delivery: Delivery | None = None
    #: Not answered yet.
    waiting: bool = False
    #: Marked for the training review.
    marked: bool = False


@dataclass(frozen=True)
class Talk:
    """A conversation, and who has it."""

    id: str
    channel: str
    language: str | None
    holder: Holder | None
    #: What a person agreed with the shopper before: {"text", "by", "at"}.
    agreed: Mapping[str, Any] | None
    begun_at: datetime
    #: Until when the platform takes a free answer; None where there is no such limit.
    window_closes_at: datetime | None


@dataclass(frozen=True)
class OtherOrder:
    """Another order of the same e-mail address."""

    id: int
    number: str
    placed_at: datetime


@dataclass(frozen=True)
class OtherTalk:
    """Another conversation in which one of the shopper's orders was proven."""

    id: str
    channel: str
    begun_at: datetime
    updated_at: datetime
    order_number: str


@dataclass(frozen=True)
class Shopper:
    """What else is known of the shopper of a conversation."""

    proven: tuple[int, ...]
    orders: tuple[OtherOrder, ...]
    talks: tuple[OtherTalk, ...]
    cases: tuple[Case, ...]


def talk(connection: Connection, conversation_id: str) -> Talk | None:
    """The conversation; None where there is none of this id."""
    row = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).one_or_none()
    if row is None:
        return None
    person = None
    if row.owner == Owner.PERSON.value:
        person = Holder(Agent(row.agent or "", row.agent_name or ""), row.taken_at)
    address = contacts.address_of(connection, conversation_id)
    # Telegram has no such window: a shopper who has written may be answered at any time.
    limited = address is not None and row.channel == "whatsapp"
    return Talk(
        id=row.id,
        channel=row.channel,
        language=row.language,
        holder=person,
        agreed=row.agreed,
        begun_at=row.created_at,
        window_closes_at=address.window_closes_at if address and limited else None,
    )


def transcript(
    connection: Connection, conversation_id: str, *, before: datetime | None = None, limit: int = SHOWN
) -> list[Said]:
    """The last `limit` lines of a conversation, or of what was said before a moment, oldest first."""
    came = select(inbox).where(inbox.c.conversation_id == conversation_id)
    went = select(outbox).where(outbox.c.conversation_id == conversation_id)
    if before is not None:
        came, went = came.where(inbox.c.received_at < before), went.where(outbox.c.created_at < before)
    messages = connection.execute(came.order_by(inbox.c.id.desc()).limit(limit)).all()
    replies = connection.execute(went.order_by(outbox.c.id.desc()).limit(limit)).all()
    marked = set(
        connection.execute(
            select(marked_turns.c.outbox_id).where(marked_turns.c.outbox_id.in_([row.id for row in replies]))
        ).scalars()
    )
    lines = [_message(row) for row in messages] + [_reply(row, row.id in marked) for row in replies]
    # Rows of one kind keep their own order, whatever the clocks said.
    lines.sort(key=lambda line: (line.at, line.id[0], int(line.id[1:])))
    return lines[-limit:]


def _message(row: Any) -> Said:
    found = row.understood or {}
    language = found.get("language")
    understood = None
    if found:
        understood = Understood(
            found.get("intent"),
            found.get("confidence"),
            language.get("code") if isinstance(language, Mapping) else language,
        )
    return Said(
        id=f"i{row.id}",
        author="shopper",
        text=row.text,
        at=row.received_at,
        tapped=row.payload is not None,
        understood=understood,
        waiting=row.state == "waiting",
    )


def _reply(row: Any, marked: bool) -> Said:
    item = item_of(row)
    return Said(
        id=item.id,
        author=item.author,
        text=item.text,
        at=item.at,
        name=item.name,
        buttons=tuple(button["title"] for button in item.buttons),
        has_card=item.card is not None,
        delivery=Delivery(row.state, row.receipt, row.problem),
        marked=marked,
    )


def shopper(
    connection: Connection, conversation_id: str | None, order_id: int | None, now: datetime
) -> Shopper:
    """What else is known of a shopper, by the orders that were proven and that a case is about."""
    proven = disclosure.verified_orders(connection, conversation_id, now=now) if conversation_id else []
    known = list(dict.fromkeys([*([order_id] if order_id else []), *proven]))
    others = _same_address(connection, known)
    every = [*known, *(order.id for order in others)]
    return Shopper(
        proven=tuple(known),
        orders=tuple(others),
        talks=tuple(_talks_about(connection, every, conversation_id)),
        cases=tuple(cases.cases_about(connection, every)) if every else (),
    )


def _same_address(connection: Connection, order_ids: Sequence[int]) -> list[OtherOrder]:
    if not order_ids:
        return []
    addresses = connection.execute(
        select(orders.c.email).where(orders.c.id.in_(order_ids), orders.c.email.is_not(None)).distinct()
    ).scalars()
    found = connection.execute(
        select(orders.c.id, orders.c.number, orders.c.placed_at)
        .where(orders.c.email.in_(list(addresses)), orders.c.id.not_in(order_ids))
        .order_by(orders.c.placed_at.desc())
        .limit(LISTED)
    )
    return [OtherOrder(*row) for row in found]


def _talks_about(connection: Connection, order_ids: Sequence[int], but: str | None) -> list[OtherTalk]:
    if not order_ids:
        return []
    rows = connection.execute(
        select(
            conversations.c.id,
            conversations.c.channel,
            conversations.c.created_at,
            conversations.c.updated_at,
            orders.c.number,
        )
        .join(identities, identities.c.conversation_id == conversations.c.id)
        .join(orders, orders.c.id == identities.c.order_id)
        .where(identities.c.order_id.in_(order_ids), conversations.c.id != (but or ""))
        .order_by(conversations.c.updated_at.desc(), identities.c.id.desc())
        .limit(LISTED * 4)
    )
    found: dict[str, OtherTalk] = {}
    for row in rows:
        found.setdefault(row.id, OtherTalk(*row))
    return list(found.values())[:LISTED]


def names(connection: Connection, order_ids: Collection[int]) -> dict[int, str]:
    """The numbers of orders by their row ids."""
    rows = connection.execute(select(orders.c.id, orders.c.number).where(orders.c.id.in_(list(order_ids))))
    return dict(map(tuple, rows))


def cases_of(connection: Connection, conversation_id: str) -> list[Case]:
    """Every case that a conversation has asked for, solved ones too, the newest first."""
    asked = select(case_messages.c.case_id).where(case_messages.c.conversation_id == conversation_id)
    return cases.read(
        connection.execute(
            select(case_table).where(case_table.c.id.in_(asked)).order_by(case_table.c.id.desc())
        ).all()
    )
