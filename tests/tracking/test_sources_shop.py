"""The shop's own events."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

from tracking.errors import NotUnderstoodError
from tracking.sources import shop

SHOP_EVENT: dict[str, Any] = {
    "id": "e-1",
    "order": "10042",
    "shipment": 2,
    "milestone": "packed",
    "occurred_at": "2026-11-16T10:05:00",
    "city": "Lyon",
    "country": "FR",
}


def test_a_shop_event_is_read() -> None:
    (report,) = shop.decode(json.dumps(SHOP_EVENT).encode()).reports
    assert (report.order_number, report.position, report.all_parcels) == ("10042", 2, False)
    (scan,) = report.scans
    assert scan.source_id == "e-1"
    assert scan.occurred_at == datetime(2026, 11, 16, 9, 5, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("shipment", "position", "number"),
    [
        (1, 1, None),
        ("3", 3, None),
        ("6A 123", None, "6A123"),
        ("12345678", None, "12345678"),
        (None, None, None),
    ],
)
def test_a_shop_names_a_parcel_by_place_or_number(
    shipment: object, position: int | None, number: str | None
) -> None:
    (report,) = shop.decode(json.dumps(SHOP_EVENT | {"shipment": shipment}).encode()).reports
    assert (report.position, report.tracking_number) == (position, number)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"id": None}, "id: missing"),
        ({"id": "x" * 121}, "id: longer than 120"),
        ({"order": "#"}, "order: give"),
        ({"milestone": "delivered"}, "milestone: give one of confirmed, packed, cancelled"),
        ({"milestone": ["packed"]}, "milestone: give one of"),
        ({"occurred_at": "16/11/2026"}, "occurred_at: not a time"),
        ({"country": "Atlantis"}, "country: give"),
        ({"shipment": 0}, "shipment: give"),
        ({"shipment": 10**30}, "shipment: give"),
        ({"shipment": True}, "shipment: give"),
        ({"shipment": "—"}, "shipment: give"),
        ({"shopper": "Ada"}, "'shopper' is no field"),
    ],
)
def test_a_shop_event_that_says_something_else_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        shop.decode(json.dumps(SHOP_EVENT | change).encode())
    assert str(caught.value).startswith(problem)
    decoded = shop.decode(json.dumps([SHOP_EVENT | change, SHOP_EVENT]).encode())
    assert len(decoded.reports) == 1
    assert decoded.rejected[0].startswith(f"event 1: {problem}")
