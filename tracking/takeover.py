"""A person answers: who has a conversation, what they write, and how the bot gets it back.

The row of the conversation says who has it; it is read before every turn, and again when a turn is finished,
so that nobody answers while somebody else does. It outlives every process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine

from tracking import cases, outbox, ratings
from tracking.cases import UnknownConversationError
from tracking.conversations import storable
from tracking.db import begin_write
from tracking.errors import WismoError
from tracking.model import conversations
from tracking.outbox import FETCHED, Button, Reply
from tracking.vocabulary import Owner
from tracking.wording import wording
from tracking.words.handover import language_or_default, told

MAX_TEXT = 4000
MAX_AGREED = 500


@dataclass(frozen=True)
class Agent:
    """A person of the team: their account, and the first name that shoppers are told."""

    login: str
    name: str


@dataclass(frozen=True)
class Holder:
    """Who has a conversation, and since when."""

    agent: Agent
    since: datetime


class HeldByOtherError(WismoError):
    """Somebody else has the conversation; `holder` is who."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(f"{holder.agent.name} has this conversation; ask them, or take it from them")
        self.holder = holder


class NotHeldError(WismoError):
    """The bot has the conversation: take it over first."""


def holder(connection: Connection, conversation_id: str) -> Holder | None:
    """The person who has a conversation; None while the bot has it, or nobody knows it."""
    row = connection.execute(_row(conversation_id)).one_or_none()
    return _holder(row) if row is not None else None


def take_over(
    engine: Engine, conversation_id: str, agent: Agent, now: datetime, *, from_other: bool = False
) -> Holder:
    """From now on `agent` answers, and the shopper is told who it is, once; the bot is silent.

    Args:
        from_other: take it from a person who has it.

    Raises:
        HeldByOtherError: a person has it; nothing was changed.
        UnknownConversationError: there is no such conversation.
    """
    with begin_write(engine) as connection:
        row = _locked(connection, conversation_id)
        held = _holder(row)
        if held is not None and held.agent.login == agent.login:
            return held
        if held is not None and not from_other:
            raise HeldByOtherError(held)
        _give(
            connection,
            conversation_id,
            now,
            owner=Owner.PERSON.value,
            agent=agent.login,
            agent_name=agent.name,
            taken_at=now,
        )
        text = told(row.language, "handover-joined", now, name=agent.name)
        _put(connection, row, Reply(text), "system", now, name=agent.name)
        return Holder(agent, now)


def reply(engine: Engine, conversation_id: str, agent: Agent, text: str, now: datetime) -> int:
    """`agent` writes to the shopper; gives the outbox id. Their cases here wait for the shopper now.

    Raises:
        NotHeldError, HeldByOtherError: it is not theirs to answer; nothing was written.
        UnknownConversationError: there is no such conversation.
        ValueError: an empty text, or one that is too long.
    """
    text = text.strip()
    if not 0 < len(text) <= MAX_TEXT:
        raise ValueError(f"a reply has 1 to {MAX_TEXT} characters")
    with begin_write(engine) as connection:
        row = _held_by(connection, conversation_id, agent)
        _give(connection, conversation_id, now)
        outbox_id = _put(connection, row, Reply(text), "person", now, name=agent.name)
        cases.answered(connection, conversation_id, agent.login, now)
        return outbox_id


def hand_back(
    engine: Engine,
    conversation_id: str,
    agent: Agent,
    now: datetime,
    *,
    agreed: str | None = None,
    from_other: bool = False,
) -> None:
    """From now on the bot answers again: it says so, and what was agreed, and asks nothing of before again.

    Args:
        agreed: what the person agreed with the shopper, in the shopper's language: they are shown it. It
            stays with the conversation and goes into every later case.
        from_other: hand back what another person has.

    Raises:
        NotHeldError, HeldByOtherError: it is not theirs to hand back; nothing was changed.
        UnknownConversationError: there is no such conversation.
        ValueError: `agreed` is too long.
    """
    agreed = storable(agreed or "").strip()
    if len(agreed) > MAX_AGREED:
        raise ValueError(f"what was agreed is told in at most {MAX_AGREED} characters")
    with begin_write(engine) as connection:
        row = _held_by(connection, conversation_id, agent, from_other=from_other)
        values: dict[str, Any] = {
            "owner": Owner.BOT.value,
            "agent": None,
            "agent_name": None,
            "taken_at": None,
            "handed_back_at": now,
        }
        if agreed:
            values["agreed"] = {"text": agreed, "by": agent.login, "at": now.isoformat()}
        _give(connection, conversation_id, now, **values)
        message = "handover-back-agreed" if agreed else "handover-back"
        text = told(row.language, message, now, name=row.agent_name, agreed=agreed)
        words = wording(language_or_default(row.language))
        # The payloads of the dialogue's own buttons.
        taps = tuple(
            Button(words.text(f"button-{intent.replace('_', '-')}"), f"/{intent}")
            for intent in ("track_order", "human_agent")
        )
        _put(connection, row, Reply(text, taps), "bot", now)
        ratings.want(connection, conversation_id, now)


def _row(conversation_id: str) -> Any:
    return select(
        conversations.c.id,
        conversations.c.channel,
        conversations.c.language,
        conversations.c.owner,
        conversations.c.agent,
        conversations.c.agent_name,
        conversations.c.taken_at,
    ).where(conversations.c.id == conversation_id)


def _locked(connection: Connection, conversation_id: str) -> Any:
    row = connection.execute(_row(conversation_id).with_for_update(key_share=True)).one_or_none()
    if row is None:
        raise UnknownConversationError("there is no such conversation")
    return row


def _held_by(connection: Connection, conversation_id: str, agent: Agent, *, from_other: bool = False) -> Any:
    row = _locked(connection, conversation_id)
    held = _holder(row)
    if held is None:
        raise NotHeldError("the assistant has this conversation; take it over first")
    if held.agent.login != agent.login and not from_other:
        raise HeldByOtherError(held)
    return row


def _holder(row: Any) -> Holder | None:
    if row.owner != Owner.PERSON.value:
        return None
    return Holder(Agent(row.agent or "", row.agent_name or ""), row.taken_at)


def _give(connection: Connection, conversation_id: str, now: datetime, **values: Any) -> None:
    connection.execute(
        update(conversations).where(conversations.c.id == conversation_id).values(updated_at=now, **values)
    )


def _put(
    connection: Connection, row: Any, said: Reply, author: str, now: datetime, name: str | None = None
) -> int:
    (outbox_id,) = outbox.put(
        connection,
        row.id,
        [said],
        author=author,
        inbox_id=None,
        hold=row.channel in FETCHED,
        now=now,
        name=name,
    )
    return outbox_id
