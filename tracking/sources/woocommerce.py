"""WooCommerce: webhooks about orders.

Topics `order.created`, `order.updated`, `order.restored` and `order.deleted`. Of a deleted order only the
`id` is left. Read are `id`, `number`, `status`, `date_created_gmt`, `date_modified_gmt`,
`date_completed_gmt`, `billing`, `shipping`, `line_items` and, from the `meta_data`, the tracking numbers of
the plugins for shipment tracking:

- `_wc_shipment_tracking_items` (Shipment Tracking, Advanced Shipment Tracking): `tracking_provider` or
  `custom_tracking_provider`, `tracking_number`;
- `_aftership_tracking_items` (AfterShip): `slug`, `tracking_number`;
- `_wot_tracking_number`, `_wot_tracking_carrier` of an order and `_vi_wot_order_item_tracking_data` of a line
  (Orders Tracking): `carrier_name` or `carrier_slug`, `tracking_number`.

An order that is completed is packed; one that was never placed (a draft at checkout) says nothing.

Signed in the header `X-WC-Webhook-Signature`: the HMAC-SHA256 of the raw body in base64. When a webhook is
set up, WooCommerce first sends `webhook_id=…` without a signature and wants it accepted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.sources import shop_system, wire
from tracking.sources.report import Consignment, Decoded, OrderStatement, Scan
from tracking.vocabulary import Milestone

SOURCE = "woocommerce"
SIGNATURE_HEADER = "X-WC-Webhook-Signature"

#: Its times are in UTC and do not say so.
_UTC = "Z"
_DRAFTS = frozenset({"auto-draft", "checkout-draft", "draft", "new"})
#: Not paid for: nothing that the shop has confirmed.
_UNPAID = frozenset({"pending", "failed"})
_CANCELLED = frozenset({"cancelled", "trash"})
_COMPLETED = "completed"
_PING = re.compile(rb"webhook_id=\d{1,20}")
#: Of each plugin that keeps a list of parcels with an order: where it names the carrier.
_LISTS = {
    "_wc_shipment_tracking_items": ("tracking_provider", "custom_tracking_provider"),
    "_aftership_tracking_items": ("slug",),
}
_ONE_NUMBER, _ONE_CARRIER = "_wot_tracking_number", "_wot_tracking_carrier"
_OF_LINE = "_vi_wot_order_item_tracking_data"


def verify(headers: Mapping[str, str], body: bytes, secret: str) -> None:
    """Check that WooCommerce sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_WOOCOMMERCE_SECRET")
    shop_system.check_base64_hmac(headers, SIGNATURE_HEADER, body, secret)


def is_ping(body: bytes) -> bool:
    """Whether this is what WooCommerce sends, unsigned, to see whether anybody listens; it says nothing."""
    return _PING.fullmatch(body) is not None


def decode(body: bytes) -> Decoded:
    """What a webhook, or a list of them, says.

    Raises:
        NotUnderstoodError: nothing of it could be understood.
    """
    return wire.decode(body, "webhook", _webhook)


def _webhook(content: Any, reading: wire.Reading) -> None:
    content = wire.record(content, "the webhook")
    identity = shop_system.identity(content, "id")
    if content.keys() == {"id"}:
        reading.orders.append(OrderStatement(f"{SOURCE}:{identity}", deleted=True))
        return
    if "status" not in content or "line_items" not in content:
        raise NotUnderstoodError("no order; subscribe to the topics of orders only")
    status = wire.text(content["status"], wire.MAX_CODE)
    if status not in _DRAFTS:
        reading.orders.append(_order(content, identity, status))


def _order(order: dict[str, Any], identity: str, status: Any) -> OrderStatement:
    placed_at = shop_system.moment(order, "date_created_gmt", _UTC)
    if placed_at is None:
        raise NotUnderstoodError("date_created_gmt: missing")
    stated_at = shop_system.moment(order, "date_modified_gmt", _UTC) or placed_at
    scans = []
    if status not in _UNPAID:
        scans.append(("confirmed", Milestone.ORDER_CONFIRMED, placed_at))
    if status in _CANCELLED:
        scans.append(("cancelled", Milestone.CANCELLED, stated_at))
    lines = shop_system.objects(order, "line_items")
    numbers = list(_numbers(order, lines))
    completed_at = shop_system.moment(order, "date_completed_gmt", _UTC) if status == _COMPLETED else None
    packed: tuple[Scan, ...] = ()
    if completed_at:
        packed = (shop_system.scan(f"sent:{identity}:packed", Milestone.PACKED, completed_at, _COMPLETED),)
    # Without parcels, a number that was there before was taken back.
    parcels = shop_system.sent(numbers, ()) if numbers or completed_at else ()
    return OrderStatement(
        reference=f"{SOURCE}:{identity}",
        stated_at=stated_at,
        row=_row(order, identity, placed_at, lines),
        consignments=(Consignment(identity, stated_at, parcels, packed),),
        scans=tuple(
            shop_system.scan(f"order:{identity}:{name}", milestone, at, wire.text(status, wire.MAX_CODE))
            for name, milestone, at in scans
        ),
    )


def _row(
    order: dict[str, Any], identity: str, placed_at: datetime, lines: list[dict[str, Any]]
) -> dict[str, Any]:
    shipping, billing = wire.part(order, "shipping"), wire.part(order, "billing")
    to = shipping if shipping.get("postcode") or shipping.get("country") else billing
    names = [shop_system.first(to.get(part), limit=99) for part in ("first_name", "last_name")]
    return {
        "number": shop_system.first(order.get("number"), identity, limit=wire.MAX_NUMBER),
        "placed_at": placed_at.isoformat(),
        "email": shop_system.first(billing.get("email"), limit=320),
        "phone": shop_system.first(billing.get("phone"), shipping.get("phone"), limit=32),
        "name": " ".join(filter(None, names)) or None,
        "postcode": shop_system.first(to.get("postcode"), limit=16),
        "country": shop_system.first(to.get("country"), limit=60),
        "lines": shop_system.lines(
            [
                (
                    shop_system.sku(line, "variation_id", "product_id", "id"),
                    shop_system.first(line.get("name"), limit=300),
                    line.get("quantity"),
                )
                for line in lines
            ]
        ),
    }


def _numbers(order: dict[str, Any], lines: list[dict[str, Any]]) -> Iterator[tuple[Any, str | None]]:
    """Every (tracking number, carrier) that a plugin keeps with the order."""
    meta = _meta(order)
    for key, names in _LISTS.items():
        for item in shop_system.objects(meta, key):
            yield item.get("tracking_number"), _carrier(item, names)
    if meta.get(_ONE_NUMBER):
        yield meta[_ONE_NUMBER], _carrier(meta, (_ONE_CARRIER,))
    for line in lines:
        given = _meta(line).get(_OF_LINE)
        try:
            given = json.loads(given) if isinstance(given, str) else given
        except (ValueError, RecursionError):
            continue
        for item in shop_system.objects({_OF_LINE: given}, _OF_LINE):
            yield item.get("tracking_number"), _carrier(item, ("carrier_name", "carrier_slug"))


def _meta(record: dict[str, Any]) -> dict[str, Any]:
    found = shop_system.objects(record, "meta_data")
    return {each["key"]: each.get("value") for each in found if isinstance(each.get("key"), str)}


def _carrier(item: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The carrier that is named; "custom" means that another field names it."""
    found = (shop_system.first(item.get(name), limit=wire.MAX_NUMBER) for name in names)
    return next((name for name in found if name and name.casefold() not in {"custom", "other"}), None)
