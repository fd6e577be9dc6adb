"""The tables of the store. Times are aware, in UTC; the offset a provider reported is kept beside them."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

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


def _id() -> Column:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _to(column: str) -> Column:
    name = {"orders.id": "order_id", "order_lines.id": "line_id"}.get(
        column, column.split(".")[0].rstrip("s") + "_id"
    )
    kind = CONVERSATION_ID if column == "conversations.id" else Id
    return Column(name, kind, ForeignKey(column, ondelete="CASCADE"), nullable=False, index=True)


# --- What was bought, and the parcels it travels in ---------------------------------------------------

orders = Table(
    "orders",
    metadata,
    _id(),
    Column("number", String(64), nullable=False, unique=True),  # as the shop prints it
    Column("number_key", String(64), nullable=False, unique=True),  # as compared: tracking.numbers.order_key
    Column("email", String(320), index=True),  # lower case
    Column("phone", String(32), index=True),  # E.164 where it could be read so
    Column("name", String(200)),
    Column("postcode", String(16)),  # as given
    Column("country", String(2)),  # ISO 3166-1 alpha-2, upper case
    Column("language", String(8)),
    Column("placed_at", UtcDateTime, nullable=False),
    Column("promised_by", UtcDateTime),  # what the shop promised at checkout
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("reference", String(64), index=True),  # the shop system's own, as "<source>:<id>"
    # By column, `lines`, `milestones` and consignment: the statement that counts, see orders.precedence.
    Column("stated", JSON(none_as_null=True)),
)

order_lines = Table(
    "order_lines",
    metadata,
    _id(),
    _to("orders.id"),
    Column("sku", String(64), nullable=False),
    Column("name", String(300), nullable=False),
    Column("quantity", Integer, nullable=False),
    UniqueConstraint("order_id", "sku"),
)

shipments = Table(
    "shipments",
    metadata,
    _id(),
    _to("orders.id"),
    Column("position", SmallInteger, nullable=False),  # 1-based within the order
    Column("reference", String(64)),  # the shop system's own, of what it sent off
    # When tracking.watch judges its silence next; empty: not before there is news of it.
    Column("judge_at", UtcDateTime, default=LONG_AGO, index=True),
    UniqueConstraint("order_id", "position"),
)

shipment_lines = Table(
    "shipment_lines",
    metadata,
    Column("shipment_id", Id, ForeignKey("shipments.id", ondelete="CASCADE"), primary_key=True),
    Column("line_id", Id, ForeignKey("order_lines.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# A number alone is never a key: carriers reuse numbers, so it is only indexed.
legs = Table(
    "legs",
    metadata,
    _id(),
    _to("shipments.id"),
    # 1-based within the shipment; tracking.recording.LEARNT for one that only scans spoke of
    Column("position", SmallInteger, nullable=False),
    Column("carrier", String(64), nullable=False),  # slug of tracking.carriers
    Column("tracking_number", String(64), nullable=False, index=True),  # tracking.numbers.tracking_key
    UniqueConstraint("shipment_id", "carrier", "tracking_number"),
)

# --- What happened ------------------------------------------------------------------------------------

#: Everything a provider or the shop sent, before it is interpreted.
payloads = Table(
    "payloads",
    metadata,
    _id(),
    Column("source", String(32), nullable=False),
    Column("digest", String(64), nullable=False),  # SHA-256 of the raw bytes, hex
    Column("body", LargeBinary, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    # received → done | waiting (its parcel is not known yet) | rejected (not understood)
    Column("state", String(16), nullable=False),
    Column("error", Text),  # why it waits or was rejected, without personal data
    UniqueConstraint("source", "digest"),
    Index("ix_payloads_state", "state"),
)

#: The numbers that a payload speaks of. When an order with one of them arrives, what waits is replayed.
mentions = Table(
    "mentions",
    metadata,
    Column("payload_id", Id, ForeignKey("payloads.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True, index=True),  # tracking_key or order_key
)

events = Table(
    "events",
    metadata,
    _id(),
    _to("shipments.id"),
    Column("leg_id", Id, ForeignKey("legs.id", ondelete="SET NULL")),
    Column("payload_id", Id, ForeignKey("payloads.id", ondelete="SET NULL")),
    Column("source", String(32), nullable=False),
    Column("source_id", String(128), nullable=False),  # stable over repeats of the same scan
    Column("milestone", String(32), nullable=False),
    Column("reason", String(48)),
    Column("actor", String(32), nullable=False),
    Column("carrier", String(64)),
    Column("occurred_at", UtcDateTime, nullable=False),
    Column("offset_minutes", SmallInteger),  # as reported; empty where the provider gave none
    Column("city", String(120)),
    Column("country", String(2)),
    Column("code", String(96)),  # the provider's own
    Column("words", Text),  # the provider's own
    Column("proof", JSON(none_as_null=True)),  # see tracking.parcels.Proof
    Column("window_from", UtcDateTime),  # delivery window given with an out-for-delivery scan
    Column("window_to", UtcDateTime),
    Column("stated_at", UtcDateTime),  # when the provider stated proof or window: the latest statement counts
    Column("recorded_at", UtcDateTime, nullable=False),
    UniqueConstraint("shipment_id", "source", "source_id"),
)

#: When the carrier says a parcel will arrive. The latest stated one counts, in whatever order they came.
promises = Table(
    "promises",
    metadata,
    _id(),
    _to("shipments.id"),
    Column("basis", String(16), nullable=False),  # carrier
    Column("due_at", UtcDateTime),  # where a time was given
    Column("due_on", Date, nullable=False),  # the day, in the destination's own calendar
    Column("source", String(32), nullable=False),
    Column("stated_at", UtcDateTime, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    UniqueConstraint("shipment_id", "source", "due_on", "stated_at"),
)

#: When a provider was last asked about a leg, and who asks now: after a crash polling goes on from here.
polls = Table(
    "polls",
    metadata,
    Column("leg_id", Id, ForeignKey("legs.id", ondelete="CASCADE"), primary_key=True),
    Column("source", String(32), primary_key=True),
    Column("asked_at", UtcDateTime),  # when its answer was last kept
    Column("leased_by", String(64)),
    Column("leased_until", UtcDateTime),
)

#: How long parcels took that were delivered, one row each; what `lane_times` is made of.
deliveries = Table(
    "deliveries",
    metadata,
    Column("shipment_id", Id, ForeignKey("shipments.id", ondelete="CASCADE"), primary_key=True),
    Column("carrier", String(64), nullable=False),  # slug of the one that received it from the shop
    Column("origin", String(2), nullable=False),
    Column("destination", String(2), nullable=False),
    Column("set_off_at", UtcDateTime, nullable=False),  # first physical scan
    Column("delivered_at", UtcDateTime, nullable=False, index=True),
    Column("minutes", Integer, nullable=False),  # between the two
)

#: How long parcels of a carrier take from country to country, over recent deliveries: see tracking.lanes.
lane_times = Table(
    "lane_times",
    metadata,
    Column("carrier", String(64), primary_key=True),
    Column("origin", String(2), primary_key=True),
    Column("destination", String(2), primary_key=True),
    Column("parcels", Integer, nullable=False),  # that the figures rest on
    Column("fast", Integer, nullable=False),  # minutes: one parcel in ten is quicker
    Column("median", Integer, nullable=False),  # minutes
    Column("slow", Integer, nullable=False),  # minutes: one parcel in ten is slower
    Column("computed_at", UtcDateTime, nullable=False),
)

# --- Who talks to whom --------------------------------------------------------------------------------

conversations = Table(
    "conversations",
    metadata,
    Column("id", CONVERSATION_ID, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("language", String(8)),  # sticky
    Column("owner", String(8), nullable=False),  # bot | person
    Column("network", String(64)),  # keyed hash of the address last seen, for throttling
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    # A worker that takes a turn leases the conversation: one turn at a time.
    Column("leased_by", String(64)),
    Column("leased_until", UtcDateTime),
)

inbox = Table(
    "inbox",
    metadata,
    _id(),
    _to("conversations.id"),
    Column("message_id", String(160), nullable=False),  # the channel's own
    Column("text", Text, nullable=False),
    Column("payload", Text),  # of a button that we issued, already resolved; never from the message
    Column("received_at", UtcDateTime, nullable=False),
    Column("state", String(12), nullable=False),  # waiting → done
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("retry_at", UtcDateTime),
    Column("done_at", UtcDateTime),
    Column("understood", JSON),  # intent, confidence, entities, language, timings of the turn
    UniqueConstraint("conversation_id", "message_id"),
    Index("ix_inbox_waiting", "state", "id"),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),  # ascending: the order in which a conversation's replies are shown
    _to("conversations.id"),
    Column("inbox_id", Id, ForeignKey("inbox.id", ondelete="SET NULL"), index=True),
    Column("author", String(8), nullable=False),  # bot | person | system
    Column("reply", JSON, nullable=False),  # neutral: text, buttons, card
    Column("created_at", UtcDateTime, nullable=False),
    # waiting → sending → sent | unconfirmed (an ambiguous time-out) | failed
    Column("state", String(12), nullable=False),
    Column("attempts", SmallInteger, nullable=False, default=0),
    Column("retry_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Index("ix_outbox_waiting", "state", "id"),
)

issued_buttons = Table(
    "issued_buttons",
    metadata,
    Column("token", String(32), primary_key=True),
    _to("conversations.id"),
    Column("title", String(120), nullable=False),
    Column("payload", Text, nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
)

#: Server-side state of who proved what. No message can write here.
identities = Table(
    "identities",
    metadata,
    _id(),
    _to("conversations.id"),
    _to("orders.id"),
    Column("method", String(16), nullable=False),  # email | postcode | signed | phone
    Column("verified_at", UtcDateTime, nullable=False),
    UniqueConstraint("conversation_id", "order_id"),
)

#: Failed proofs, for throttling. The order number is a keyed hash: a guess is not an order.
failed_proofs = Table(
    "failed_proofs",
    metadata,
    _id(),
    _to("conversations.id"),
    Column("order_hash", String(64), nullable=False),
    Column("network", String(64)),
    Column("failed_at", UtcDateTime, nullable=False),
    Index("ix_failed_proofs_order", "order_hash", "failed_at"),
    Index("ix_failed_proofs_network", "network", "failed_at"),
)

cases = Table(
    "cases",
    metadata,
    _id(),
    # Empty for a case that a parcel's silence opened, until a shopper asks about it.
    Column(
        "conversation_id", CONVERSATION_ID, ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    ),
    Column("order_id", Id, ForeignKey("orders.id", ondelete="SET NULL"), index=True),
    # The parcel whose silence opened it; empty for a case that a message opened.
    Column("shipment_id", Id, ForeignKey("shipments.id", ondelete="SET NULL"), index=True),
    # Opening is idempotent on it: the message's, or which silence of which parcel it was.
    Column("message_id", String(160), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("state", String(16), nullable=False),  # new | open | solved
    Column("language", String(8), nullable=False),
    Column("summary", JSON, nullable=False),  # the facts: explanation, parcels, what was asked
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    UniqueConstraint("conversation_id", "kind", "message_id"),
    Index("ix_cases_state", "state", "opened_at"),
)
# A silence opens one case, whoever sees it first.
Index(
    "ix_cases_silence",
    cases.c.message_id,
    unique=True,
    sqlite_where=cases.c.shipment_id.is_not(None),
    postgresql_where=cases.c.shipment_id.is_not(None),
)

__all__ = [
    "UtcDateTime",
    "cases",
    "conversations",
    "deliveries",
    "events",
    "failed_proofs",
    "identities",
    "inbox",
    "issued_buttons",
    "lane_times",
    "legs",
    "mentions",
    "metadata",
    "order_lines",
    "orders",
    "outbox",
    "payloads",
    "polls",
    "promises",
    "shipment_lines",
    "shipments",
]
