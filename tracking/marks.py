"""“The bot was wrong”: replies that a person marked, what was wanted instead, for the training review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Engine

from tracking.conversations import insert_new, storable
from tracking.db import begin_write
from tracking.errors import WismoError
from tracking.model import conversations, inbox, marked_turns, outbox

MAX_COMMENT = 1000
#: Marked replies that a page of the review lists.
LISTED = 200


class NotTheBotsError(WismoError):
    """Only what the bot said in this conversation can be marked."""


@dataclass(frozen=True)
class Marked:
    """A reply that was marked, and the message that it answered."""

    outbox_id: int
    conversation_id: str
    language: str | None
    reply: str
    #: What the shopper said; None for what the bot said by itself.
    said: str | None
    #: It was a tap: nothing to be learnt from its words.
    tapped: bool
    understood: str | None
    confidence: float | None
    by: str
    at: datetime
    intent: str | None
    comment: str


def mark(
    engine: Engine,
    conversation_id: str,
    outbox_id: int,
    by: str,
    now: datetime,
    *,
    intent: str | None = None,
    comment: str = "",
) -> None:
    """The bot was wrong here. Marked again, the last word counts.

    Args:
        intent: what the shopper wanted; None where the intent was right, or nobody knows.

    Raises:
        NotTheBotsError: there is no such reply of the bot in this conversation.
        ValueError: the comment is too long.
    """
    comment = storable(comment).strip()
    if len(comment) > MAX_COMMENT:
        raise ValueError(f"a comment has at most {MAX_COMMENT} characters")
    with begin_write(engine) as connection:
        row = connection.execute(
            select(outbox.c.inbox_id).where(
                outbox.c.id == outbox_id,
                outbox.c.conversation_id == conversation_id,
                outbox.c.author == "bot",
            )
        ).one_or_none()
        if row is None:
            raise NotTheBotsError("the assistant said no such thing in this conversation")
        values: dict[str, Any] = {"by": by, "at": now, "intent": intent, "comment": comment}
        new = {"outbox_id": outbox_id, "inbox_id": row.inbox_id, **values}
        if insert_new(connection, marked_turns, new) is None:
            connection.execute(
                update(marked_turns).where(marked_turns.c.outbox_id == outbox_id).values(values)
            )


def unmark(engine: Engine, conversation_id: str, outbox_id: int) -> None:
    """It was right after all."""
    here = select(outbox.c.id).where(outbox.c.conversation_id == conversation_id)
    with begin_write(engine) as connection:
        connection.execute(
            delete(marked_turns).where(
                marked_turns.c.outbox_id == outbox_id, marked_turns.c.outbox_id.in_(here)
            )
        )


def listed(connection: Connection, limit: int = LISTED) -> list[Marked]:
    """What was marked, the newest first."""
    rows = connection.execute(
        select(
            marked_turns,
            outbox.c.conversation_id,
            outbox.c.reply,
            conversations.c.language,
            inbox.c.text,
            inbox.c.payload,
            inbox.c.understood,
        )
        .join(outbox, outbox.c.id == marked_turns.c.outbox_id)
        .join(conversations, conversations.c.id == outbox.c.conversation_id)
        .outerjoin(inbox, inbox.c.id == marked_turns.c.inbox_id)
        .order_by(marked_turns.c.at.desc(), marked_turns.c.outbox_id.desc())
        .limit(limit)
    )
    return [_marked(row) for row in rows]


def _marked(row: Any) -> Marked:
    understood: Mapping[str, Any] = row.understood or {}
    return Marked(
        outbox_id=row.outbox_id,
        conversation_id=row.conversation_id,
        language=row.language,
        reply=row.reply["text"],
        said=row.text,
        tapped=row.payload is not None,
        understood=understood.get("intent"),
        confidence=understood.get("confidence"),
        by=row.by,
        at=row.at,
        intent=row.intent,
        comment=row.comment or "",
    )
