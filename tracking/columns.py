"""What columns of the store's tables are made of: identities, references, aware times."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, MetaData, String, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator):  # type: ignore[misc]
    """An aware point in time, kept in UTC. A naive value is refused: nobody would know what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Refuse naive times, turn the others to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        value = value.astimezone(timezone.utc)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Give an aware UTC time, whatever the driver gave."""
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


#: SQLite only numbers rows by itself in a column of the exact type INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


#: Before anything that the store knows of: what is due since then is due at once.
LONG_AGO = datetime(1970, 1, 1, tzinfo=timezone.utc)

#: "<channel>:<id on that channel>"
CONVERSATION_ID = String(160)


def own_id() -> Column:
    """A row's own number, ascending."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def to(column: str) -> Column:
    """A reference to another table's row, which goes when that row goes."""
    name = {"orders.id": "order_id", "order_lines.id": "line_id"}.get(
        column, column.split(".")[0].rstrip("s") + "_id"
    )
    kind = CONVERSATION_ID if column == "conversations.id" else Id
    return Column(name, kind, ForeignKey(column, ondelete="CASCADE"), nullable=False, index=True)
