"""Facts arrive late, twice and out of order: what is known is a function of their set."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.engine import Engine

from tests.tracking.reports import (
    FIRST,
    NOW,
    NUMBER,
    SECOND,
    THIRD,
    aftership,
    easypost,
    essence,
    order,
    shop,
    take,
)
from tracking import store
from tracking.db import begin_write
from tracking.model import orders, payloads

BODIES: Sequence[tuple[str, bytes]] = [
    ("easypost", easypost(FIRST, updated_at="2026-11-11T19:00:00Z", est_delivery_date="2026-11-13")),
    ("easypost", easypost(FIRST, SECOND, THIRD, updated_at="2026-11-12T12:01:00Z")),
    ("easypost", easypost(THIRD, SECOND, updated_at="2026-11-12T13:00:00Z", signed_by="ADA")),
    ("easypost", easypost(THIRD, updated_at="2026-11-12T14:00:00Z", signed_by="ADA L")),
    (
        "aftership",
        aftership(
            ("2026-11-11T18:00:00+00:00", "InTransit_002", "dpd-uk"),
            ("2026-11-12T09:00:00+00:00", "InTransit_003", "yodel"),
            last_mile={"slug": "yodel", "tracking_number": "JJD1"},
            ts=1794477600,
        ),
    ),
    ("aftership", aftership(("2026-11-12T09:30:00+00:00", "OutForDelivery_001", "yodel"))),
    ("aftership", aftership(("2026-11-12T09:40:00+00:00", "InTransit_003", "myhermes-uk"))),
    (
        "aftership",
        aftership(
            ("2026-11-12T09:30:00+00:00", "OutForDelivery_001", "yodel"),
            courier_estimated_delivery_date={
                "estimated_delivery_date_min": "2026-11-12T11:00:00+00:00",
                "estimated_delivery_date_max": "2026-11-12T12:00:00+00:00",
            },
            ts=1794477700,
        ),
    ),
    ("shop", shop({"id": "a", "order": "1", "milestone": "confirmed"})),
    ("shop", shop({"id": "b", "order": "1", "shipment": 1, "milestone": "packed"})),
]
ORDERS = [order("1", ("DPD UK", NUMBER)), order("2", ("GLS", NUMBER))]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_of_arrival_and_any_repetition_leave_the_same(engine: Engine, data: st.DataObject) -> None:
    def clear() -> None:
        with begin_write(engine) as connection:
            connection.execute(delete(orders))
            connection.execute(delete(payloads))

    clear()
    store.import_orders(engine, ORDERS, NOW)
    for source, body in BODIES:
        take(engine, source, body)
    expected = essence(engine, "1", "2")
    assert len(expected[0][3]) == 9

    clear()
    steps = [("order", row) for row in ORDERS] + list(BODIES)
    again = data.draw(st.lists(st.sampled_from(steps), max_size=4))
    for step in data.draw(st.permutations(steps + again)):
        if step[0] == "order":
            store.import_orders(engine, [step[1]], NOW)
        else:
            take(engine, step[0], step[1])
    assert essence(engine, "1", "2") == expected
