"""What went wrong lately in a conversation, read from what was understood of its messages.

Nothing is counted in a slot: a message that is run again, or by another process, finds the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine

from tracking.cases.case import Case, CaseReason
from tracking.cases.facts import facts, proven_order
from tracking.cases.opening import open_in
from tracking.conversations import storable
from tracking.db import begin_write
from tracking.model import inbox
from tracking.vocabulary import CaseKind

COMPLAINT = "complaint"
#: Actions that say that the assistant can do nothing with a message.
UNCLEAR = "action_unclear"
HELPLESS = (UNCLEAR, "action_out_of_scope", "action_default_fallback")
#: What was said longer ago is another talk.
LATELY = timedelta(hours=12)
#: So many messages back at most.
_BACK = 10


def failures_before(
    connection: Connection, conversation_id: str, message_id: str, now: datetime
) -> list[str]:
    """What the assistant did with the messages just before this one that it could not help with.

    Latest first; empty where it could help with the last one. The intent alone does not tell: an open
    question takes an answer whatever it looks like.
    """
    found: list[str] = []
    for understood in _before(connection, conversation_id, message_id, now):
        ran: list[str] = understood.get("actions", [])
        if not ran or ran[-1] not in HELPLESS:
            break
        found.append(ran[-1])
    return found


def failed_again(connection: Connection, conversation_id: str, message_id: str, now: datetime) -> bool:
    """Whether a message that was not understood comes after one that the assistant could not help with."""
    return bool(failures_before(connection, conversation_id, message_id, now))


def strayed_again(connection: Connection, conversation_id: str, message_id: str, now: datetime) -> bool:
    """Whether a message about something else comes after one that was not understood, or two like itself.

    Who asks for a joke and then for the weather has not met a failure; but it is not always that.
    """
    before = failures_before(connection, conversation_id, message_id, now)
    return len(before) >= 2 or before[:1] == [UNCLEAR]


def complained_before(connection: Connection, conversation_id: str, message_id: str, now: datetime) -> bool:
    """Whether the shopper complained in one of the messages before this one."""
    before = _before(connection, conversation_id, message_id, now)
    return any(found.get("intent") == COMPLAINT for found in before)


def _before(
    connection: Connection, conversation_id: str, message_id: str, now: datetime
) -> list[dict[str, Any]]:
    """What was understood of the messages before one, the latest first.

    It is empty for what was written to a person, or ended in an error.
    """
    this = select(inbox.c.id).where(
        inbox.c.conversation_id == conversation_id, inbox.c.message_id == storable(message_id)
    )
    query = (
        select(inbox.c.understood)
        .where(
            inbox.c.conversation_id == conversation_id,
            inbox.c.id < this.scalar_subquery(),
            inbox.c.received_at > now - LATELY,
        )
        .order_by(inbox.c.id.desc())
        .limit(_BACK)
    )
    return [found or {} for found in connection.execute(query).scalars()]


def open_for_failure(
    engine: Engine, *, conversation_id: str, message_id: str, channel: str, language: str, now: datetime
) -> Case:
    """Open, or join, the case of a message that the assistant could not answer at all.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with begin_write(engine) as connection:
        order_id = proven_order(connection, conversation_id, now)
        known: dict[str, Any] = {"order": None, "parcels": []}
        try:
            known = facts(connection, conversation_id, order_id, now)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            # They may be what broke the turn: the case is opened without them.
            order_id = None
        return open_in(
            connection,
            conversation_id=conversation_id,
            kind=CaseKind.BOT_FAILED,
            message_id=message_id,
            language=language,
            order_id=order_id,
            summary={"asked": None, "channel": channel, **known},
            now=now,
            reason=CaseReason.GAVE_UP,
        )
