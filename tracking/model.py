"""The tables of the store. Times are aware, in UTC; the offset a provider reported is kept beside them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tracking.case_tables import case_events, case_labels, case_messages, cases
from tracking.columns import CONVERSATION_ID, LONG_AGO, Id, UtcDateTime, metadata
from tracking.columns import own_id as _id
from tracking.columns import to as _to
from tracking.model_contacts import contacts, sign_ins
from tracking.model_desk import desk_audit, desk_failures, desk_sessions, desk_users
from tracking.model_notices import ratings, subscriptions
from tracking.model_review import marked_turns, writing

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
    # The person who has it: their account, the name that the shopper is told, and since when.
    Column("agent", String(80)),
    Column("agent_name", String(80)),
    Column("taken_at", UtcDateTime),
    # What a person agreed with the shopper before the bot got it back: {"text", "by", "at"}.
    Column("agreed", JSON(none_as_null=True)),
    # Set when a person hands it back, until the dialogue has dropped what it was asking before.
    Column("handed_back_at", UtcDateTime),
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
    Column("problem", String(16)),  # why it failed: bot.channels.contract.RefusedError.reason
    # What the platform reported: its id of the message, how far it got (tracking.receipts.Reached), when.
    Column("platform_id", String(160), index=True),
    Column("receipt", String(12)),
    Column("receipt_at", UtcDateTime),
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

__all__ = [
    "CONVERSATION_ID",
    "LONG_AGO",
    "Id",
    "UtcDateTime",
    "case_events",
    "case_labels",
    "case_messages",
    "cases",
    "contacts",
    "conversations",
    "deliveries",
    "desk_audit",
    "desk_failures",
    "desk_sessions",
    "desk_users",
    "events",
    "failed_proofs",
    "identities",
    "inbox",
    "issued_buttons",
    "lane_times",
    "legs",
    "marked_turns",
    "mentions",
    "metadata",
    "order_lines",
    "orders",
    "outbox",
    "payloads",
    "polls",
    "promises",
    "ratings",
    "shipment_lines",
    "shipments",
    "sign_ins",
    "subscriptions",
    "writing",
]
