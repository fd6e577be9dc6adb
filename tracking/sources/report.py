"""What every source turns its payloads into, whoever sent them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tracking.parcels import Place, Proof
from tracking.vocabulary import Actor, Milestone, Reason


@dataclass(frozen=True)
class Scan:
    """One scan of a parcel, as its provider reported it.

    `milestone`, `reason` and `actor` are our reading of it and may get better; the rest are the scan's own
    facts and never change.
    """

    source_id: str
    milestone: Milestone
    actor: Actor
    #: Aware, with the offset as reported; see `has_offset`.
    occurred_at: datetime
    has_offset: bool = True
    reason: Reason | None = None
    place: Place = field(default_factory=Place)
    #: Slug of the carrier that scanned it.
    carrier: str | None = None
    code: str | None = None
    words: str | None = None
    proof: Proof | None = None
    window: tuple[datetime, datetime] | None = None


@dataclass(frozen=True)
class Estimate:
    """The day, and where it was given the time, by which a carrier says a parcel will arrive."""

    due_on: date
    due_at: datetime | None = None


@dataclass(frozen=True)
class Report:
    """Everything that one provider says of one parcel, and how to find that parcel."""

    #: tracking_key, where the provider goes by tracking numbers.
    tracking_number: str | None = None
    #: Slug of the carrier whose number it is, where given.
    carrier: str | None = None
    #: order_key, where given.
    order_number: str | None = None
    #: 1-based position within the order, where given.
    position: int | None = None
    #: The shop system's own id of the parcel, where given.
    reference: str | None = None
    #: True where it is said of all parcels of the order.
    all_parcels: bool = False
    scans: tuple[Scan, ...] = ()
    estimate: Estimate | None = None
    #: Carriers that take the parcel over, and their numbers for it.
    next_legs: tuple[tuple[str, str], ...] = ()
    #: When the provider said all this; empty where it did not say.
    stated_at: datetime | None = None


@dataclass(frozen=True)
class Sent:
    """A parcel that a shop system speaks of."""

    #: As the shop calls the carrier; empty where it does not name it.
    carrier: str | None = None
    #: tracking_key; empty where there is none.
    number: str | None = None
    #: Of the articles in it, where that is known.
    skus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Consignment:
    """What a shop system sends off at once, by its own id; without parcels it was called off."""

    reference: str
    stated_at: datetime
    parcels: tuple[Sent, ...] = ()
    #: Said of each of its parcels.
    scans: tuple[Scan, ...] = ()


@dataclass(frozen=True)
class OrderStatement:
    """What a shop system says of one of its orders, or of what it sends off for one."""

    #: "<source>:<the shop system's own id of the order>"
    reference: str
    #: When the order was last changed; empty where it does not say, then it counts from when it came.
    stated_at: datetime | None = None
    #: The order as a row of `tracking.orders.rows` without `shipments`; empty where only what was sent, or
    #: that the order was deleted, is said of an order that is known from elsewhere.
    row: Mapping[str, Any] | None = None
    consignments: tuple[Consignment, ...] = ()
    #: Said of the order as a whole: of all its parcels.
    scans: tuple[Scan, ...] = ()
    #: True where the order was deleted, which cancels it.
    deleted: bool = False


def of_order(statement: OrderStatement) -> str:
    """How the `source_id` of a scan that is said of the order as a whole begins."""
    return f"order:{statement.reference.partition(':')[2]}:"


@dataclass(frozen=True)
class Decoded:
    """A payload, understood as far as it can be."""

    reports: tuple[Report, ...] = ()
    #: Why a part could not be understood and what to do; no personal data.
    rejected: list[str] = field(default_factory=list)
    #: Codes that the mapping does not know.
    unknown: Counter[str] = field(default_factory=Counter)
    orders: tuple[OrderStatement, ...] = ()
