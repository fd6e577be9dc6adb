"""Which conversation each signed word of the shop about a shopper served first"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import tracking.model

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TIME = tracking.model.UtcDateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "sign_ins",
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=160), nullable=False),
        sa.Column("shopper", sa.String(length=64), nullable=False),
        sa.Column("signed_in_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_sign_ins_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_digest", name=op.f("pk_sign_ins")),
    )
    op.create_index(op.f("ix_sign_ins_conversation_id"), "sign_ins", ["conversation_id"])
    op.create_index(op.f("ix_sign_ins_signed_in_at"), "sign_ins", ["signed_in_at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("sign_ins")
