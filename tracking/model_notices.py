"""The tables of what shoppers agreed to and what they thought of it: consents to notices, ratings."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, SmallInteger, String, Table, Text

from tracking.columns import UtcDateTime, metadata, own_id, to

#: “Tell me when it moves”: one row a consent, kept after it ended, as the proof that it was given.
subscriptions = Table(
    "subscriptions",
    metadata,
    own_id(),
    to("conversations.id"),
    to("orders.id"),
    Column("channel", String(16), nullable=False),
    Column("language", String(8), nullable=False),  # that notices are written in
    Column("consented_at", UtcDateTime, nullable=False),
    Column("consent_message_id", String(160), nullable=False),  # the shopper's message that asked for it
    Column("consent_words", Text, nullable=False),  # what it said, or the title of the button tapped
    Column("stopped_at", UtcDateTime),  # empty while it holds
    Column("stopped_by", String(16)),  # shopper | arrived | expired
    Column("stop_message_id", String(160)),
    Column("told", JSON, nullable=False),  # by parcel id: the state told last, see tracking.notices.Told
    Column("told_at", UtcDateTime),  # of the last notice
    Column("notices", Integer, nullable=False, default=0),
    # When to look for news next; set with every scan of the order's parcels, empty: not before there is one.
    Column("look_at", UtcDateTime, index=True),
)
# One that holds, for a conversation and an order.
Index(
    "ix_subscriptions_holding",
    subscriptions.c.conversation_id,
    subscriptions.c.order_id,
    unique=True,
    sqlite_where=subscriptions.c.stopped_at.is_(None),
    postgresql_where=subscriptions.c.stopped_at.is_(None),
)

#: “How did it go?”: one row a question, with the answer if there is one.
ratings = Table(
    "ratings",
    metadata,
    own_id(),
    to("conversations.id"),
    Column("about", String(8), nullable=False),  # bot | person: who was at work
    # A question that a person's work brought up waits here until the bot may put it.
    Column("ask_at", UtcDateTime, index=True),
    Column("asked_at", UtcDateTime),
    Column("message_id", String(160)),  # whose turn asked it; empty for one that nobody's turn asked
    Column("score", SmallInteger),  # 1 bad, 2 so-so, 3 good
    Column("rated_at", UtcDateTime),
    Column("comment", Text),  # what the shopper said of it in words
)
