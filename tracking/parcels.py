"""The records that the store reads out, and that journeys and explanations are made from.

They are plain frozen values: no database, no language. Times are aware; an event's time carries the
offset that the provider reported (UTC where it reported none, then `has_offset` is false).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tracking.vocabulary import Actor, Milestone, Reason


@dataclass(frozen=True)
class Place:
    """A city as the provider wrote it, an ISO 3166-1 alpha-2 country; either may be missing."""

    city: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Proof:
    """What shows that a parcel was handed over. Links are for tier 1 only."""

    photo_url: str | None = None
    signature_url: str | None = None
    signed_by: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    #: mailbox, front_door, reception, household, neighbour, safe_place, locker or pickup_point
    handed_to: str | None = None


@dataclass(frozen=True)
class Event:
    """One scan, whoever reported it."""

    milestone: Milestone
    occurred_at: datetime
    source: str
    source_id: str
    recorded_at: datetime
    actor: Actor
    place: Place = Place()
    reason: Reason | None = None
    #: Slug of `tracking.carriers`.
    carrier: str | None = None
    #: The provider's own code and words, verbatim.
    code: str | None = None
    words: str | None = None
    proof: Proof | None = None
    #: Delivery window, from and to, where the scan gave one.
    window: tuple[datetime, datetime] | None = None
    has_offset: bool = True
    #: Row id in the store; what a statement of an explanation points to. 0 before it is stored.
    id: int = 0


@dataclass(frozen=True)
class Leg:
    """One carrier's part of the way."""

    carrier: str
    tracking_number: str
    id: int = 0


@dataclass(frozen=True)
class Line:
    """One line of an order."""

    sku: str
    name: str
    quantity: int


@dataclass(frozen=True)
class Promise:
    """When a carrier says the parcel will arrive."""

    due_on: date
    source: str
    stated_at: datetime
    due_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True)
class LaneTimes:
    """How long a carrier's recent parcels took from one country to another; see `tracking.lanes`."""

    carrier: str
    origin: str
    destination: str
    #: How many deliveries the figures rest on.
    parcels: int
    #: One parcel in ten is quicker, one in ten slower than these.
    fast: timedelta
    median: timedelta
    slow: timedelta


@dataclass(frozen=True)
class Order:
    """What was bought. Everything but number and dates is personal data."""

    number: str
    placed_at: datetime
    id: int = 0
    email: str | None = None
    phone: str | None = None
    name: str | None = None
    postcode: str | None = None
    country: str | None = None
    language: str | None = None
    promised_by: datetime | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Parcel:
    """One shipment of an order, with everything that was reported about it."""

    order: Order
    position: int = 1
    id: int = 0
    lines: tuple[Line, ...] = ()
    legs: tuple[Leg, ...] = ()
    events: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = field(default=())
    #: The history of the lanes that it may be on.
    lanes: tuple[LaneTimes, ...] = field(default=())
