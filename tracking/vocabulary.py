"""The words every provider's scan is translated into: milestones, actors, reasons.

Nothing here knows a provider or a language. A provider's words become these in `tracking.sources`;
these become a shopper's words in `tracking.wording`.
"""

from __future__ import annotations

from enum import Enum, IntEnum


class Milestone(str, Enum):
    """Where a parcel is on its way; the order of definition is the order of a smooth journey."""

    ORDER_CONFIRMED = "order_confirmed"
    PACKED = "packed"
    LABEL_CREATED = "label_created"
    CARRIER_RECEIVED = "carrier_received"
    DEPARTED_ORIGIN = "departed_origin"
    IN_TRANSIT = "in_transit"
    ARRIVED_DESTINATION = "arrived_destination"
    CUSTOMS_STARTED = "customs_started"
    CUSTOMS_HELD = "customs_held"
    CUSTOMS_CLEARED = "customs_cleared"
    HANDED_OVER = "handed_over"
    AT_LOCAL_DEPOT = "at_local_depot"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERY_ATTEMPTED = "delivery_attempted"
    READY_FOR_PICKUP = "ready_for_pickup"
    DELIVERED = "delivered"
    # Off the path.
    DELAYED = "delayed"
    EXCEPTION = "exception"
    RETURN_STARTED = "return_started"
    RETURNED = "returned"
    LOST = "lost"
    DAMAGED = "damaged"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Actor(str, Enum):
    """Who did, or must do, something with the parcel."""

    SHOP = "shop"
    WAREHOUSE = "warehouse"
    CARRIER = "carrier"
    CUSTOMS = "customs"
    LAST_MILE_CARRIER = "last_mile_carrier"
    PICKUP_POINT = "pickup_point"
    SHOPPER = "shopper"


class Reason(str, Enum):
    """Why a parcel is where it is, in one vocabulary for all providers.

    The part before the dot is the family: customs, delivery, transit, loss, return, other.
    """

    CUSTOMS_INSPECTION = "customs.inspection"
    CUSTOMS_DOCUMENTS_MISSING = "customs.documents_missing"
    CUSTOMS_INVOICE_MISSING = "customs.invoice_missing"
    CUSTOMS_DUTIES_DUE = "customs.duties_due"
    CUSTOMS_ID_REQUIRED = "customs.id_required"
    CUSTOMS_VALUATION = "customs.valuation"
    CUSTOMS_PROHIBITED = "customs.prohibited"
    CUSTOMS_NO_REASON_GIVEN = "customs.no_reason_given"
    DELIVERY_RECIPIENT_ABSENT = "delivery.recipient_absent"
    DELIVERY_BUSINESS_CLOSED = "delivery.business_closed"
    DELIVERY_ADDRESS_INCOMPLETE = "delivery.address_incomplete"
    DELIVERY_ADDRESS_WRONG = "delivery.address_wrong"
    DELIVERY_NO_ACCESS = "delivery.no_access"
    DELIVERY_REFUSED = "delivery.refused"
    DELIVERY_SIGNATURE_NEEDED = "delivery.signature_needed"
    DELIVERY_PAYMENT_DUE = "delivery.payment_due"
    DELIVERY_RESCHEDULED = "delivery.rescheduled"
    TRANSIT_WEATHER = "transit.weather"
    TRANSIT_BACKLOG = "transit.backlog"
    TRANSIT_MISROUTED = "transit.misrouted"
    TRANSIT_STRIKE = "transit.strike"
    TRANSIT_VEHICLE = "transit.vehicle"
    TRANSIT_HOLIDAY = "transit.holiday"
    TRANSIT_SECURITY = "transit.security"
    LOSS_DAMAGED = "loss.damaged"
    LOSS_LOST = "loss.lost"
    RETURN_REFUSED = "return.refused"
    RETURN_UNCLAIMED = "return.unclaimed"
    RETURN_UNDELIVERABLE = "return.undeliverable"
    OTHER = "other"

    @property
    def family(self) -> str:
        """The part before the dot: customs, delivery, transit, loss, return or other."""
        return self.value.split(".", 1)[0]

    @property
    def key(self) -> str:
        """The value as a Fluent message key part: `customs-documents-missing`."""
        return self.value.replace(".", "-").replace("_", "-")


#: Who must act for a parcel with this reason to move on. What they do is worded in the locales.
MUST_ACT: dict[Reason, Actor] = {
    Reason.CUSTOMS_INSPECTION: Actor.CUSTOMS,
    Reason.CUSTOMS_DOCUMENTS_MISSING: Actor.SHOPPER,
    Reason.CUSTOMS_INVOICE_MISSING: Actor.SHOP,
    Reason.CUSTOMS_DUTIES_DUE: Actor.SHOPPER,
    Reason.CUSTOMS_ID_REQUIRED: Actor.SHOPPER,
    Reason.CUSTOMS_VALUATION: Actor.CUSTOMS,
    Reason.CUSTOMS_PROHIBITED: Actor.SHOP,
    Reason.CUSTOMS_NO_REASON_GIVEN: Actor.CUSTOMS,
    Reason.DELIVERY_RECIPIENT_ABSENT: Actor.LAST_MILE_CARRIER,
    Reason.DELIVERY_BUSINESS_CLOSED: Actor.LAST_MILE_CARRIER,
    Reason.DELIVERY_ADDRESS_INCOMPLETE: Actor.SHOPPER,
    Reason.DELIVERY_ADDRESS_WRONG: Actor.SHOPPER,
    Reason.DELIVERY_NO_ACCESS: Actor.SHOPPER,
    Reason.DELIVERY_REFUSED: Actor.SHOP,
    Reason.DELIVERY_SIGNATURE_NEEDED: Actor.SHOPPER,
    Reason.DELIVERY_PAYMENT_DUE: Actor.SHOPPER,
    Reason.DELIVERY_RESCHEDULED: Actor.LAST_MILE_CARRIER,
    Reason.TRANSIT_WEATHER: Actor.CARRIER,
    Reason.TRANSIT_BACKLOG: Actor.CARRIER,
    Reason.TRANSIT_MISROUTED: Actor.CARRIER,
    Reason.TRANSIT_STRIKE: Actor.CARRIER,
    Reason.TRANSIT_VEHICLE: Actor.CARRIER,
    Reason.TRANSIT_HOLIDAY: Actor.CARRIER,
    Reason.TRANSIT_SECURITY: Actor.CARRIER,
    Reason.LOSS_DAMAGED: Actor.SHOP,
    Reason.LOSS_LOST: Actor.SHOP,
    Reason.RETURN_REFUSED: Actor.SHOP,
    Reason.RETURN_UNCLAIMED: Actor.SHOP,
    Reason.RETURN_UNDELIVERABLE: Actor.SHOP,
    Reason.OTHER: Actor.CARRIER,
}

#: The seven updates that shoppers trust most; the last two milestones are one update, delivery with proof.
TRUSTED_UPDATES: tuple[Milestone, ...] = (
    Milestone.ORDER_CONFIRMED,
    Milestone.PACKED,
    Milestone.CARRIER_RECEIVED,
    Milestone.DEPARTED_ORIGIN,
    Milestone.ARRIVED_DESTINATION,
    Milestone.CUSTOMS_CLEARED,
    Milestone.OUT_FOR_DELIVERY,
    Milestone.DELIVERED,
)

#: After these no further scan is expected.
FINAL: frozenset[Milestone] = frozenset(
    {Milestone.DELIVERED, Milestone.RETURNED, Milestone.LOST, Milestone.CANCELLED}
)


class CaseKind(str, Enum):
    """What a person is asked to do."""

    PERSON_WANTED = "person_wanted"
    IDENTITY_TROUBLE = "identity_trouble"
    BOT_FAILED = "bot_failed"
    NOT_RECEIVED = "not_received"
    STUCK = "stuck"
    LOST = "lost"
    #: Customs do not let it in.
    SEIZED = "seized"
    CHANGE_REQUEST = "change_request"
    RETURN_REQUEST = "return_request"
    #: What arrived is damaged, incomplete or not what was ordered.
    GOODS_CLAIM = "goods_claim"


class Owner(str, Enum):
    """Who answers a conversation."""

    BOT = "bot"
    PERSON = "person"


class Tier(IntEnum):
    """How much a conversation may see of a parcel."""

    #: A tracking number alone: milestone, carrier, country, next step.
    STATUS = 0
    #: The order is proven to be the shopper's: everything.
    FULL = 1
