"""What Shopify and WooCommerce send, as short as a test needs it, and all that the store makes of it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.tracking.reports import parcels
from tracking import store
from tracking.db import begin_read
from tracking.model import payloads


def moment(day: int, hour: int) -> str:
    return f"2026-11-{day:02}T{hour:02}:00:00Z"


def fulfilment(
    identity: int, updated: str, *numbers: str, company: str | None = "DPD UK", **more: Any
) -> dict[str, Any]:
    """A fulfilment of order 5001 as Shopify sends it by itself and within the order."""
    return {
        "id": identity,
        "order_id": 5001,
        "status": "success",
        "created_at": moment(11, identity % 10),
        "updated_at": updated,
        "tracking_company": company,
        "tracking_number": numbers[0] if numbers else None,
        "tracking_numbers": list(numbers),
        "line_items": [{"id": 1, "sku": "LAMP-1", "quantity": 1, "requires_shipping": True}],
        **more,
    }


def order(updated: str, *fulfilments: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Shopify's order 5001, which shoppers know as #1042."""
    return {
        "id": 5001,
        "name": "#1042",
        "order_number": 1042,
        "created_at": moment(10, 9),
        "updated_at": updated,
        "cancelled_at": None,
        "email": "camille@example.com",
        "phone": None,
        "customer_locale": "fr-FR",
        "shipping_address": {"name": "Camille Martin", "zip": "69003", "country_code": "FR"},
        "line_items": [
            {"id": 1, "sku": "LAMP-1", "name": "Desk lamp", "quantity": 1},
            {"id": 2, "sku": "", "variant_id": 77, "name": "Bulb", "quantity": 2},
        ],
        "fulfillments": list(fulfilments),
        **more,
    }


def woo(modified: str, status: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """WooCommerce's order 731 with the parcels that a plugin keeps with it."""
    return {
        "id": 731,
        "number": "1042",
        "status": status,
        "date_created_gmt": "2026-11-10T09:00:00",
        "date_modified_gmt": modified.removesuffix("Z"),
        "date_completed_gmt": modified.removesuffix("Z") if status == "completed" else None,
        "billing": {"email": "camille@example.com", "phone": "06 12 34 56 78", "country": "FR"},
        "shipping": {"first_name": "Camille", "last_name": "Martin", "postcode": "69003", "country": "FR"},
        "line_items": [{"id": 1, "product_id": 9, "variation_id": 0, "sku": "LAMP-1", "name": "Desk lamp",
                        "quantity": 1}],
        "meta_data": [{"id": 1, "key": "_wc_shipment_tracking_items", "value": list(items)}],
        **more,
    }  # fmt: skip


def item(number: str, provider: str = "dpd-uk") -> dict[str, Any]:
    """A parcel as the plugin Shipment Tracking keeps it."""
    return {"tracking_provider": provider, "tracking_number": number, "date_shipped": "1762851600"}


def body(content: object) -> bytes:
    return json.dumps(content).encode()


def states(engine: Engine) -> list[str]:
    with begin_read(engine) as connection:
        return list(connection.execute(select(payloads.c.state).order_by(payloads.c.id)).scalars())


def everything(engine: Engine, number: str = "1042") -> Any:
    """All that the store holds of an order, but for row ids and when it was written."""
    with begin_read(engine) as connection:
        found = store.find_order(connection, number)
    if found is None:
        return None
    return (
        (found.number, found.email, found.phone, found.name, found.postcode, found.country, found.language),
        found.placed_at,
        sorted(found.lines, key=lambda line: line.sku),
        [
            (
                parcel.position,
                [(leg.carrier, leg.tracking_number) for leg in parcel.legs],
                sorted(line.sku for line in parcel.lines),
                [(event.source, event.source_id, event.milestone.value, event.occurred_at)
                 for event in parcel.events],
            )
            for parcel in parcels(engine, number)
        ],
    )  # fmt: skip


def milestones(engine: Engine, number: str = "1042") -> list[list[str]]:
    """Of each parcel, the milestones of its events."""
    return [[event.milestone.value for event in parcel.events] for parcel in parcels(engine, number)]


def numbers(engine: Engine, number: str = "1042") -> list[list[str]]:
    """Of each parcel, the tracking numbers of its legs."""
    return [[leg.tracking_number for leg in parcel.legs] for parcel in parcels(engine, number)]
