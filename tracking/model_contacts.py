"""The tables of who shoppers are on somebody's word: a platform's (`contacts`), the shop's (`sign_ins`)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from tracking.columns import CONVERSATION_ID, UtcDateTime, metadata

contacts = Table(
    "contacts",
    metadata,
    Column(
        "conversation_id",
        CONVERSATION_ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("channel", String(16), nullable=False),
    Column("user_id", String(160), index=True),  # the platform's own; empty where it gave none
    Column("phone", String(32), index=True),  # "+" and digits, verified by the platform; empty if hidden
    Column("wrote_at", UtcDateTime, nullable=False),  # the shopper's last message, by the platform's clock
)

#: The shop's signed words that a page has handed in, each bound to the conversation that it served first.
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_digest", String(64), primary_key=True),  # SHA-256, hex
    Column(
        "conversation_id",
        CONVERSATION_ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("shopper", String(64), nullable=False),  # keyed hash of the shop's own id of the shopper
    Column("signed_in_at", UtcDateTime, nullable=False, index=True),
)
