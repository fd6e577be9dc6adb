"""Notices that shoppers asked for, and what they thought of the help"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import tracking.model

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = tracking.model.UtcDateTime(timezone=True)


def _to(table: str, of: str, name: str, kind: sa.types.TypeEngine) -> tuple[sa.Column, sa.Constraint]:
    return (
        sa.Column(name, kind, nullable=False),
        sa.ForeignKeyConstraint(
            [name], [f"{of}.id"], name=op.f(f"fk_{table}_{name}_{of}"), ondelete="CASCADE"
        ),
    )


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "subscriptions",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        *_to("subscriptions", "conversations", "conversation_id", sa.String(length=160)),
        *_to("subscriptions", "orders", "order_id", _ID),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("consented_at", _TIME, nullable=False),
        sa.Column("consent_message_id", sa.String(length=160), nullable=False),
        sa.Column("consent_words", sa.Text(), nullable=False),
        sa.Column("stopped_at", _TIME, nullable=True),
        sa.Column("stopped_by", sa.String(length=16), nullable=True),
        sa.Column("stop_message_id", sa.String(length=160), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("told_at", _TIME, nullable=True),
        sa.Column("notices", sa.Integer(), nullable=False),
        sa.Column("look_at", _TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
    )
    op.create_index(op.f("ix_subscriptions_conversation_id"), "subscriptions", ["conversation_id"])
    op.create_index(op.f("ix_subscriptions_order_id"), "subscriptions", ["order_id"])
    op.create_index(op.f("ix_subscriptions_look_at"), "subscriptions", ["look_at"])
    holding = sa.text("stopped_at IS NULL")
    op.create_index(
        "ix_subscriptions_holding",
        "subscriptions",
        ["conversation_id", "order_id"],
        unique=True,
        sqlite_where=holding,
        postgresql_where=holding,
    )
    op.create_table(
        "ratings",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        *_to("ratings", "conversations", "conversation_id", sa.String(length=160)),
        sa.Column("about", sa.String(length=8), nullable=False),
        sa.Column("ask_at", _TIME, nullable=True),
        sa.Column("asked_at", _TIME, nullable=True),
        sa.Column("message_id", sa.String(length=160), nullable=True),
        sa.Column("score", sa.SmallInteger(), nullable=True),
        sa.Column("rated_at", _TIME, nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
    )
    op.create_index(op.f("ix_ratings_conversation_id"), "ratings", ["conversation_id"])
    op.create_index(op.f("ix_ratings_ask_at"), "ratings", ["ask_at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("ratings")
    op.drop_table("subscriptions")
