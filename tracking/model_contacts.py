"""The table of how shoppers are reached through platforms that know them; see `tracking.contacts`."""

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
