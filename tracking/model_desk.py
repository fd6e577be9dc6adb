"""The tables of the support desk: who may sign in, who is signed in, and who saw and did what."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from tracking.columns import CONVERSATION_ID, Id, UtcDateTime, metadata, own_id

LOGIN = String(80)

desk_users = Table(
    "desk_users",
    metadata,
    Column("login", LOGIN, primary_key=True),  # lower case; what cases name as assignee
    Column("name", String(80), nullable=False),  # the first name that shoppers read
    Column("role", String(8), nullable=False),  # reader | agent | lead
    Column("language", String(8)),  # empty: the browser's
    Column("password", String(200), nullable=False),  # argon2id, with its salt and costs
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),  # empty: may sign in
)

desk_sessions = Table(
    "desk_sessions",
    metadata,
    Column("token_digest", String(64), primary_key=True),  # SHA-256 of what the cookie holds, hex
    Column("login", LOGIN, ForeignKey("desk_users.login", ondelete="CASCADE"), nullable=False, index=True),
    Column("started_at", UtcDateTime, nullable=False, index=True),
    Column("seen_at", UtcDateTime, nullable=False),
)

#: Sign-ins that failed, for throttling. Both are keyed hashes: what was typed may be somebody's password.
desk_failures = Table(
    "desk_failures",
    metadata,
    own_id(),
    Column("login_hash", String(64), nullable=False),
    Column("network", String(64)),
    Column("failed_at", UtcDateTime, nullable=False, index=True),
    Index("ix_desk_failures_login", "login_hash", "failed_at"),
    Index("ix_desk_failures_network", "network", "failed_at"),
)

#: Outlives what it tells of: neither a user nor a conversation is referred to.
desk_audit = Table(
    "desk_audit",
    metadata,
    own_id(),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("login", LOGIN, nullable=False, index=True),  # "-" where nobody was signed in
    Column("what", String(40), nullable=False),  # such as signed_in, saw_case, solved
    Column("case_id", Id, index=True),
    Column("conversation_id", CONVERSATION_ID, index=True),
    Column("detail", String(200)),  # never a shopper's words or address
)
