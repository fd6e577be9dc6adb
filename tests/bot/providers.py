"""How each provider of webhooks sends and signs, for the contract that all receivers keep."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WIRE = Path(__file__).parents[1] / "wire"
#: Holds a character that Unicode can write in two ways.
SECRET = "sécret-of-the-tests"


def _easypost(body: bytes, secret: str) -> str:
    key = unicodedata.normalize("NFKD", secret).encode()
    return "hmac-sha256-hex=" + hmac.new(key, body, hashlib.sha256).hexdigest()


def _sha256(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _base64(body: bytes, secret: str) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def _17track(body: bytes, secret: str) -> str:
    return hashlib.sha256(body + b"/" + secret.encode()).hexdigest()


def _shippo(body: bytes, secret: str) -> str:
    signed = b"1794825600." + body
    return f"t=1794825600,v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


def _bearer(_body: bytes, secret: str) -> str:
    return f"Bearer {secret}"


@dataclass(frozen=True)
class Provider:
    """How one provider sends, and what."""

    source: str
    path: str
    header: str
    sign: Callable[[bytes, str], str]
    #: Its recorded payload, and the parcel that this is about.
    case: str
    order: str
    carrier: str
    number: str
    #: Records in that payload: scans, and orders.
    records: int
    #: Makes a payload of this many records.
    many: Callable[[int], Any]
    #: A payload of a type that nobody knows.
    strange: Any
    #: True for a shop's system, whose payloads make the order themselves.
    makes_orders: bool = False
    #: A payload about an order that is not known yet; one of `many` with other numbers, if not given.
    early: Any = None
    #: Scans that the store holds of that payload, where they are not its records.
    scans: int = 0
    #: False where the header is the same for every body.
    signs_body: bool = True

    @property
    def secret(self) -> str:
        """The secret; one that is sent in a header itself can hold no other characters."""
        return SECRET if self.signs_body else "secret-of-the-tests"

    def body(self) -> bytes:
        return (WIRE / self.source / f"{self.case}.json").read_bytes()

    def signed(self, body: bytes, secret: str | None = None) -> dict[str, str]:
        proof = self.sign(body, self.secret if secret is None else secret)
        return {self.header: proof, "Content-Type": "application/json"}

    def too_early(self) -> bytes:
        """A payload of one record about an order that is not known yet."""
        if self.early is not None:
            return json.dumps(self.early).encode()
        return json.dumps(self.many(1)).replace(self.order, "99").replace(self.number, "99").encode()


def _seconds(count: int) -> Iterator[str]:
    return (
        f"2026-11-1{n // 86400 + 1}T{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}Z" for n in range(count)
    )


#: Of the parcel whose whole journey every carriers' provider tells.
_TOLD = ("whole_journey", "10090", "DHL Express", "4731248290", 10)


def _shopify_order(n: int) -> dict[str, Any]:
    at = "2026-11-11T00:00:00Z"
    return {"id": 5000 + n, "name": f"#{20000 + n}", "created_at": at, "updated_at": at}


def _woo_order(n: int) -> dict[str, Any]:
    at = "2026-11-11T00:00:00"
    return {
        "id": 5000 + n, "number": f"{20000 + n}", "status": "processing", "line_items": [],
        "date_created_gmt": at, "date_modified_gmt": at,
    }  # fmt: skip


PROVIDERS = [
    Provider(
        "easypost", "/carriers/easypost", "X-Hmac-Signature", _easypost, "delivered_with_signature",
        "10042", "Colissimo", "6A12345678901", 6,
        lambda count: {
            "description": "tracker.updated",
            "result": {
                "tracking_code": "6A12345678901",
                "tracking_details": [{"datetime": at, "status": "in_transit"} for at in _seconds(count)],
            },
        },
        {"description": "teapot.brewed", "result": {}},
    ),
    Provider(
        "aftership", "/carriers/aftership", "aftership-hmac-sha256", _base64,
        "out_for_delivery_with_window", "10077", "DPD UK", "15501234567890", 4,
        lambda count: {
            "msg": {
                "tracking_number": "15501234567890",
                "checkpoints": [{"checkpoint_time": at, "tag": "InTransit"} for at in _seconds(count)],
            }
        },
        {"event": "teapot_brewed", "msg": {"teapot": 1}},
    ),
    Provider(
        "seventeentrack", "/carriers/seventeentrack", "sign", _17track, *_TOLD,
        lambda count: {
            "event": "TRACKING_UPDATED",
            "data": {
                "number": "4731248290",
                "carrier": 100001,
                "track_info": {
                    "tracking": {
                        "providers": [
                            {
                                "provider": {"key": 100001},
                                "events": [{"time_iso": at, "stage": "InTransit"} for at in _seconds(count)],
                            }
                        ]
                    }
                },
            },
        },
        {"event": "TEAPOT_BREWED", "data": {}},
    ),
    Provider(
        "shippo", "/carriers/shippo", "Shippo-Auth-Signature", _shippo, *_TOLD,
        lambda count: {
            "event": "track_updated",
            "data": {
                "carrier": "dhl_express",
                "tracking_number": "4731248290",
                "tracking_history": [{"status": "TRANSIT", "status_date": at} for at in _seconds(count)],
            },
        },
        {"event": "teapot_brewed", "data": {}},
    ),
    Provider(
        "ship24", "/carriers/ship24", "Authorization", _bearer, *_TOLD,
        lambda count: {
            "trackings": [
                {
                    "tracker": {"trackingNumber": "4731248290"},
                    "events": [
                        {"eventId": f"{n}", "occurrenceDatetime": at, "statusMilestone": "in_transit"}
                        for n, at in enumerate(_seconds(count))
                    ],
                }
            ]
        },
        {"teapots": []},
        signs_body=False,
    ),
    Provider(
        "feed", "/carriers/feed", "X-Wismo-Signature", _sha256, *_TOLD,
        lambda count: {
            "shipments": [
                {
                    "parcel": "4731248290",
                    "line": "DHL Express",
                    "events": [{"at": at, "code": "20"} for at in _seconds(count)],
                }
            ]
        },
        {"teapots": []},
    ),
    Provider(
        "shop", "/orders/events", "X-Wismo-Signature", _sha256, "confirmed_and_packed",
        "10042", "Colissimo", "6A12345678901", 2,
        lambda count: [
            {"id": f"{n}", "order": "10042", "milestone": "packed", "occurred_at": at}
            for n, at in enumerate(_seconds(count))
        ],
        [{"id": "1", "order": "10042", "milestone": "brewed", "occurred_at": "2026-11-11T00:00:00Z"}],
    ),
    Provider(
        "shopify", "/orders/shopify", "X-Shopify-Hmac-Sha256", _base64,
        "order_fulfilled_in_two_parcels", "1042", "Colissimo", "6A12345678901", 4,
        # Each order is confirmed: two records.
        lambda count: [_shopify_order(n) for n in range(count // 2)],
        {"id": 1, "title": "A teapot"},
        makes_orders=True,
        # Both parcels are told that the order is confirmed.
        scans=4,
        early={"id": 1, "order_id": 99, "status": "success", "tracking_numbers": [],
               "updated_at": "2026-11-11T00:00:00Z"},
    ),
    Provider(
        "woocommerce", "/orders/woocommerce", "X-WC-Webhook-Signature", _base64,
        "order_completed_with_number", "1042", "Colissimo", "6A12345678901", 3,
        lambda count: [_woo_order(n) for n in range(count // 2)],
        {"id": 1, "name": "A teapot", "status": "publish"},
        makes_orders=True,
        scans=2,
        early={"id": 99},
    ),
]  # fmt: skip
