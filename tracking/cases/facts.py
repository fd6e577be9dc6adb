"""What a case knows when it is opened, read from the store; the same for shoppers, bot and clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from tracking import disclosure, store
from tracking.cases.case import Case, conversations_of
from tracking.explain import explain
from tracking.model import conversations, orders
from tracking.parcels import Parcel
from tracking.settings import settings
from tracking.vocabulary import Tier

#: Key in a summary: what a person agreed with the shopper before.
AGREED = "agreed"


@dataclass(frozen=True)
class Reach:
    """How the shopper can be reached. Only an order that was proven gives an address or a number."""

    #: The conversation that asked last; None where none has.
    conversation_id: str | None
    channel: str | None
    name: str | None
    email: str | None
    phone: str | None


def facts(
    connection: Connection,
    conversation_id: str | None,
    order_id: int | None,
    now: datetime,
    *,
    only: Parcel | None = None,
) -> dict[str, Any]:
    """The order, its parcels as they are explained at `now`, and what a person agreed before; as JSON.

    Args:
        order_id: an order that is proven in the conversation, or that a silence is about.
        only: the one parcel of the order that the case is about; else all of them.
    """
    parcels = [only] if only else store.parcels_of(connection, order_id) if order_id else []
    order = parcels[0].order if parcels else store.order_by_id(connection, order_id) if order_id else None
    agreed = None
    if conversation_id is not None:
        agreed = connection.execute(
            select(conversations.c.agreed).where(conversations.c.id == conversation_id)
        ).scalar_one_or_none()
    return {
        "order": order.number if order else None,
        "parcels": [
            explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone).as_dict()
            for parcel in parcels
        ],
        **({AGREED: agreed} if agreed else {}),
    }


def proven_order(connection: Connection, conversation_id: str, now: datetime) -> int | None:
    """The order that was proven last in a conversation; None where none is."""
    return next(iter(disclosure.verified_orders(connection, conversation_id, now=now)), None)


def reach(connection: Connection, case: Case) -> Reach:
    """How to reach the shopper of a case, as the store knows it now: none of it is copied into the case."""
    asked = conversations_of(connection, case.id)
    conversation_id = asked[0] if asked else case.conversation_id
    order = None
    if case.order_id is not None:
        order = connection.execute(
            select(orders.c.name, orders.c.email, orders.c.phone).where(orders.c.id == case.order_id)
        ).one_or_none()
    return Reach(
        conversation_id=conversation_id,
        channel=conversation_id.partition(":")[0] if conversation_id else None,
        name=order.name if order else None,
        email=order.email if order else None,
        phone=order.phone if order else None,
    )
