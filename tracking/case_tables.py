"""The tables of cases: what a person must do, who asked for it, and what became of it."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from tracking.columns import CONVERSATION_ID, Id, UtcDateTime, metadata, own_id, to

cases = Table(
    "cases",
    metadata,
    own_id(),
    # The conversation that asked first; empty for what a silence opened, until a shopper asks about it.
    Column(
        "conversation_id", CONVERSATION_ID, ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    ),
    Column("order_id", Id, ForeignKey("orders.id", ondelete="SET NULL"), index=True),
    # The parcel whose silence opened it; empty for a case that a message opened.
    Column("shipment_id", Id, ForeignKey("shipments.id", ondelete="SET NULL"), index=True),
    # Opening is idempotent on it: the message's, or which silence of which parcel it was.
    Column("message_id", String(160), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("state", String(24), nullable=False),  # tracking.cases.CaseState
    Column("reason", String(24)),  # tracking.cases.CaseReason
    Column("urgency", SmallInteger, nullable=False, server_default="1"),  # 0 low … 3 urgent
    Column("urgency_reason", String(24)),  # tracking.cases.UrgencyReason; empty where nothing is special
    Column("channel", String(16)),
    Column("language", String(8), nullable=False),
    Column("summary", JSON, nullable=False),  # the facts: explanation, parcels, what was asked
    Column("opened_at", UtcDateTime, nullable=False),
    # Since when it waits for us; empty while it waits for the shopper, and once it is solved.
    Column("waiting_since", UtcDateTime),
    Column("due_at", UtcDateTime),  # by when an answer was promised
    Column("answered_at", UtcDateTime),  # when a person first answered
    Column("assignee", String(80)),  # account of the person who works on it
    Column("snoozed_until", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("outcome", String(24)),  # tracking.cases.Outcome
    Column("version", Integer, nullable=False, server_default="1"),  # counts changes: the optimistic lock
    UniqueConstraint("conversation_id", "kind", "message_id"),
)
# A silence opens one case, whoever sees it first.
Index(
    "ix_cases_silence",
    cases.c.message_id,
    unique=True,
    sqlite_where=cases.c.shipment_id.is_not(None),
    postgresql_where=cases.c.shipment_id.is_not(None),
)
# Written out: a database only sees that a query fits an index if both say the same.
UNSOLVED = text("state <> 'solved' AND order_id IS NOT NULL")
ACTIVE = text("state IN ('new', 'open')")
WAITING = text("state = 'waiting_for_shopper'")
SNOOZED = text("state = 'snoozed'")
SOLVED = text("state = 'solved'")
# One unsolved case an order and kind, whoever opens it.
Index(
    "uq_cases_unsolved",
    cases.c.order_id,
    cases.c.kind,
    unique=True,
    sqlite_where=UNSOLVED,
    postgresql_where=UNSOLVED,
)
# One for each view of the queue, in its order.
_IN_TURN = (cases.c.urgency.desc(), cases.c.waiting_since, cases.c.id)
Index("ix_cases_active", *_IN_TURN, sqlite_where=ACTIVE, postgresql_where=ACTIVE)
Index("ix_cases_mine", cases.c.assignee, *_IN_TURN, sqlite_where=ACTIVE, postgresql_where=ACTIVE)
Index("ix_cases_waiting", cases.c.opened_at, cases.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_cases_snoozed", cases.c.snoozed_until, cases.c.id, sqlite_where=SNOOZED, postgresql_where=SNOOZED)
Index("ix_cases_closed", cases.c.closed_at, cases.c.id, sqlite_where=SOLVED, postgresql_where=SOLVED)

#: Every message that asked for a case, the one that opened it included.
case_messages = Table(
    "case_messages",
    metadata,
    Column(
        "conversation_id",
        CONVERSATION_ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("message_id", String(160), primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("at", UtcDateTime, nullable=False),
)

case_labels = Table(
    "case_labels",
    metadata,
    Column("label", String(40), primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True, index=True),
)

#: The audit trail: who changed what, from what, to what; private notes are part of it.
case_events = Table(
    "case_events",
    metadata,
    own_id(),
    to("cases.id"),
    Column("at", UtcDateTime, nullable=False),
    Column("by", String(80), nullable=False),  # an account; "bot", or "store" for what the clock did
    Column("what", String(24), nullable=False),  # tracking.cases.Change
    Column("before", Text),
    Column("after", Text),
)
