"""The tables of what people do in a conversation besides answering: writing, and judging the bot."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from tracking.columns import CONVERSATION_ID, Id, UtcDateTime, metadata

#: Who is writing an answer now. A row is worth nothing after `until`.
writing = Table(
    "writing",
    metadata,
    Column(
        "conversation_id",
        CONVERSATION_ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("agent", String(80), primary_key=True),  # account
    Column("agent_name", String(80), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

#: Replies of the bot that a person called wrong, for the training review.
marked_turns = Table(
    "marked_turns",
    metadata,
    Column("outbox_id", Id, ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True),
    # The message that was answered; empty for what the bot said by itself.
    Column("inbox_id", Id, ForeignKey("inbox.id", ondelete="SET NULL"), index=True),
    Column("by", String(80), nullable=False),  # account
    Column("at", UtcDateTime, nullable=False),
    Column("intent", String(64)),  # what the shopper wanted; empty where nobody said
    Column("comment", Text),
    Index("ix_marked_turns_at", "at"),
)
