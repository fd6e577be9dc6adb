"""Who is writing an answer now, and replies of the bot that a person called wrong"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import tracking.model

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TIME = tracking.model.UtcDateTime(timezone=True)
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "writing",
        sa.Column("conversation_id", sa.String(length=160), nullable=False),
        sa.Column("agent", sa.String(length=80), nullable=False),
        sa.Column("agent_name", sa.String(length=80), nullable=False),
        sa.Column("until", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_writing_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "agent", name=op.f("pk_writing")),
    )
    op.create_table(
        "marked_turns",
        sa.Column("outbox_id", _ID, nullable=False),
        sa.Column("inbox_id", _ID),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("intent", sa.String(length=64)),
        sa.Column("comment", sa.Text()),
        sa.ForeignKeyConstraint(
            ["outbox_id"],
            ["outbox.id"],
            name=op.f("fk_marked_turns_outbox_id_outbox"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
            name=op.f("fk_marked_turns_inbox_id_inbox"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("outbox_id", name=op.f("pk_marked_turns")),
    )
    op.create_index(op.f("ix_marked_turns_inbox_id"), "marked_turns", ["inbox_id"])
    op.create_index("ix_marked_turns_at", "marked_turns", ["at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("marked_turns")
    op.drop_table("writing")
