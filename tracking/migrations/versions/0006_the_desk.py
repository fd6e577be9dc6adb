"""The support desk: accounts, sessions, failed sign-ins, and who saw and did what"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import tracking.model

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TIME = tracking.model.UtcDateTime(timezone=True)
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "desk_users",
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=8)),
        sa.Column("password", sa.String(length=200), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("disabled_at", _TIME),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_desk_users")),
    )
    op.create_table(
        "desk_sessions",
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("started_at", _TIME, nullable=False),
        sa.Column("seen_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["login"],
            ["desk_users.login"],
            name=op.f("fk_desk_sessions_login_desk_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_desk_sessions")),
    )
    op.create_index(op.f("ix_desk_sessions_login"), "desk_sessions", ["login"])
    op.create_index(op.f("ix_desk_sessions_started_at"), "desk_sessions", ["started_at"])
    op.create_table(
        "desk_failures",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("login_hash", sa.String(length=64), nullable=False),
        sa.Column("network", sa.String(length=64)),
        sa.Column("failed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_failures")),
    )
    op.create_index(op.f("ix_desk_failures_failed_at"), "desk_failures", ["failed_at"])
    op.create_index("ix_desk_failures_login", "desk_failures", ["login_hash", "failed_at"])
    op.create_index("ix_desk_failures_network", "desk_failures", ["network", "failed_at"])
    op.create_table(
        "desk_audit",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("case_id", _ID),
        sa.Column("conversation_id", sa.String(length=160)),
        sa.Column("detail", sa.String(length=200)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_audit")),
    )
    for column in ("at", "login", "case_id", "conversation_id"):
        op.create_index(op.f(f"ix_desk_audit_{column}"), "desk_audit", [column])


def downgrade() -> None:
    """Take back."""
    for table in ("desk_audit", "desk_failures", "desk_sessions", "desk_users"):
        op.drop_table(table)
