"""How shoppers are reached through platforms that know them, and what became of replies to them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import tracking.model

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TIME = tracking.model.UtcDateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "contacts",
        sa.Column("conversation_id", sa.String(length=160), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("user_id", sa.String(length=160), nullable=True),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.Column("wrote_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_contacts_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_user_id"), "contacts", ["user_id"])
    op.create_index(op.f("ix_contacts_phone"), "contacts", ["phone"])
    op.add_column("outbox", sa.Column("problem", sa.String(length=16), nullable=True))
    op.add_column("outbox", sa.Column("platform_id", sa.String(length=160), nullable=True))
    op.add_column("outbox", sa.Column("receipt", sa.String(length=12), nullable=True))
    op.add_column("outbox", sa.Column("receipt_at", _TIME, nullable=True))
    op.create_index(op.f("ix_outbox_platform_id"), "outbox", ["platform_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index(op.f("ix_outbox_platform_id"), "outbox")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        for column in ("receipt_at", "receipt", "platform_id", "problem"):
            batch_op.drop_column(column)
    op.drop_table("contacts")
