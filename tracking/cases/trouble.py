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
HELPLESS = ("action_unclear", "action_out_of_scope", "action_default_fallback")
#: What was said longer ago is another talk.
LATELY = timedelta(hours=12)
#: So many messages back at most.
_BACK = 10


def failed_before(connection: Connection, conversation_id: str, message_id: str, now: datetime) -> bool:
    """Whether the assistant could do nothing with the message before this one, either."""
    before = _before(connection, conversation_id, message_id, now)
    ran: list[str] = before[0].get("actions", []) if before else []
    # The intent alone does not tell: an open question takes an answer whatever it looks like.
    return bool(ran) and ran[-1] in HELPLESS


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
