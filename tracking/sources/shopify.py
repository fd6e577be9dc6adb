"""Shopify: webhooks about orders and fulfilments.

Topics `orders/create`, `orders/updated`, `orders/cancelled`, `orders/fulfilled`, `orders/delete`,
`fulfillments/create` and `fulfillments/update`. The body itself says which kind it is: an order has a `name`
and its `line_items`, a fulfilment the `order_id` that it belongs to, and of a deleted order only the `id` is
left. Read are

- of an order: `id`, `name` or `order_number`, `created_at`, `updated_at`, `cancelled_at`, `email`, `phone`,
  `customer_locale`, `shipping_address`, `billing_address`, `customer`, `line_items`, `fulfillments`;
- of a fulfilment: `id`, `order_id`, `status`, `created_at`, `updated_at`, `tracking_company`,
  `tracking_numbers`, `line_items`. One that succeeded says that its articles are packed.

E-mail, phone and address are missing where the app may not see protected customer data.

Signed in the header `X-Shopify-Hmac-Sha256`: the HMAC-SHA256 of the raw body in base64.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.sources import shop_system, wire
from tracking.sources.report import Consignment, Decoded, OrderStatement, Scan
from tracking.vocabulary import Milestone

SOURCE = "shopify"
SIGNATURE_HEADER = "X-Shopify-Hmac-Sha256"

#: States of a fulfilment that is not sent, or not any more.
_CALLED_OFF = frozenset({"cancelled", "error", "failure"})
_FULFILLED = "success"
#: All that is left of a deleted order.
_DELETED = frozenset({"id", "admin_graphql_api_id"})
#: What only fulfilments have, of all that belongs to an order.
_FULFILMENT = frozenset({"tracking_number", "tracking_numbers", "tracking_company", "shipment_status"})


def verify(headers: Mapping[str, str], body: bytes, secret: str) -> None:
    """Check that Shopify sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_SHOPIFY_SECRET")
    shop_system.check_base64_hmac(headers, SIGNATURE_HEADER, body, secret)


def decode(body: bytes) -> Decoded:
    """What a webhook, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "webhook", _webhook)


def _webhook(content: Any, reading: wire.Reading) -> None:
    content = wire.record(content, "the webhook")
    if "order_id" in content and content.keys() & _FULFILMENT:
        order = shop_system.identity(content, "order_id")
        reading.orders.append(
            OrderStatement(f"{SOURCE}:{order}", consignments=(_consignment(content, None),))
        )
    elif "created_at" in content and content.keys() & {"name", "order_number"}:
        reading.orders.append(_order(content, reading))
    elif "id" in content and content.keys() <= _DELETED:
        reading.orders.append(OrderStatement(f"{SOURCE}:{shop_system.identity(content, 'id')}", deleted=True))
    else:
        raise NotUnderstoodError("neither an order nor a fulfilment; subscribe to these topics only")


def _order(order: dict[str, Any], reading: wire.Reading) -> OrderStatement:
    identity = shop_system.identity(order, "id")
    placed_at = shop_system.moment(order, "created_at")
    if placed_at is None:
        raise NotUnderstoodError("created_at: missing")
    stated_at = shop_system.moment(order, "updated_at") or placed_at
    scans = [shop_system.scan(f"order:{identity}:confirmed", Milestone.ORDER_CONFIRMED, placed_at, "created")]
    if cancelled_at := shop_system.moment(order, "cancelled_at"):
        scans.append(
            shop_system.scan(f"order:{identity}:cancelled", Milestone.CANCELLED, cancelled_at, "cancelled")
        )
    fulfilments = shop_system.objects(order, "fulfillments")[: shop_system.MAX_PARCELS]
    return OrderStatement(
        reference=f"{SOURCE}:{identity}",
        stated_at=stated_at,
        row=_row(order, placed_at),
        consignments=tuple(
            reading.each(fulfilments, "fulfillment", lambda each: _consignment(each, stated_at))
        ),
        scans=tuple(scans),
    )


def _row(order: dict[str, Any], placed_at: datetime) -> dict[str, Any]:
    shipping, billing = (wire.part(order, f"{kind}_address") for kind in ("shipping", "billing"))
    customer = wire.part(order, "customer")
    to = shipping or billing
    number = order.get("order_number")
    written = str(number) if isinstance(number, int) and not isinstance(number, bool) else number
    return {
        "number": (shop_system.first(order.get("name"), written, limit=wire.MAX_NUMBER) or "").lstrip("# "),
        "placed_at": placed_at.isoformat(),
        "email": shop_system.first(
            order.get("email"), order.get("contact_email"), customer.get("email"), limit=320
        ),
        "phone": shop_system.first(
            order.get("phone"), shipping.get("phone"), billing.get("phone"), customer.get("phone"), limit=32
        ),
        "name": shop_system.first(to.get("name"), to.get("first_name"), limit=200),
        "postcode": shop_system.first(to.get("zip"), limit=16),
        "country": shop_system.first(to.get("country_code"), to.get("country"), limit=60),
        "language": shop_system.first(order.get("customer_locale"), limit=8),
        "lines": shop_system.lines(
            [
                (
                    _sku(line),
                    shop_system.first(line.get("name"), line.get("title"), limit=300),
                    line.get("current_quantity", line.get("quantity")),
                )
                for line in shop_system.objects(order, "line_items")
            ]
        ),
    }


def _sku(line: dict[str, Any]) -> str | None:
    return shop_system.sku(line, "variant_id", "product_id", "id")


def _consignment(fulfilment: dict[str, Any], order_stated_at: datetime | None) -> Consignment:
    identity = shop_system.identity(fulfilment, "id")
    created_at = shop_system.moment(fulfilment, "created_at")
    stated_at = shop_system.moment(fulfilment, "updated_at") or created_at or order_stated_at
    if stated_at is None:
        raise NotUnderstoodError("updated_at: missing")
    status = wire.text(fulfilment.get("status"), wire.MAX_CODE)
    articles = shop_system.objects(fulfilment, "line_items")
    sent = [line for line in articles if line.get("requires_shipping") is not False]
    # A download or a gift card is fulfilled without a parcel.
    if status in _CALLED_OFF or (articles and not sent):
        return Consignment(identity, stated_at)
    numbers = fulfilment.get("tracking_numbers") or [fulfilment.get("tracking_number")]
    company = shop_system.first(fulfilment.get("tracking_company"), limit=wire.MAX_NUMBER)
    scans: tuple[Scan, ...] = ()
    if status == _FULFILLED:
        packed = f"sent:{identity}:packed"
        scans = (shop_system.scan(packed, Milestone.PACKED, created_at or stated_at, "fulfilled"),)
    return Consignment(
        identity,
        stated_at,
        shop_system.sent(
            [(number, _carrier(company)) for number in numbers] if isinstance(numbers, list) else [],
            tuple(dict.fromkeys(filter(None, map(_sku, sent)))),
        ),
        scans,
    )


def _carrier(company: str | None) -> str | None:
    """The carrier that a shop chose; "Other" is no name of one."""
    return None if company is None or company.casefold() in {"other", "custom"} else company
