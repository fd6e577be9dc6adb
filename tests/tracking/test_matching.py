"""Which parcel a scan is about, when tracking numbers are reused and carriers take over."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine

from tests.tracking.reports import (
    FIRST,
    NOW,
    NUMBER,
    WIRE,
    aftership,
    easypost,
    essence,
    order,
    parcel,
    parcels,
    states,
    take,
    told,
)
from tracking import store
from tracking.matching import AMBIGUOUS, OTHER_CARRIER, PLACED_LATER


@pytest.mark.parametrize("carrier", ["DPDUK", "DPD"])
def test_of_two_parcels_with_one_number_the_carrier_decides(engine: Engine, carrier: str) -> None:
    store.import_orders(engine, [order("1", ("GLS", NUMBER)), order("2", ("DPD UK", NUMBER))], NOW)
    take(engine, "easypost", easypost(FIRST, carrier=carrier))
    assert told(parcel(engine, "1")) == []
    assert told(parcel(engine, "2")) == ["in_transit"]


def test_of_two_parcels_with_one_number_the_order_number_decides(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER)), order("2", ("DPD UK", NUMBER))], NOW)
    take(
        engine, "aftership", aftership(("2026-11-12T09:00:00Z", "InTransit_001", "dpd-uk"), order_number="#2")
    )
    assert told(parcel(engine, "1")) == []
    assert told(parcel(engine, "2")) == ["in_transit"]


def test_of_two_parcels_with_one_number_the_dates_decide(engine: Engine) -> None:
    rows = [
        order("1", ("DPD UK", NUMBER), placed="2025-10-01T09:00:00Z"),
        order("2", ("DPD UK", NUMBER)),
        order("3", ("DPD UK", NUMBER), placed="2026-11-20T09:00:00Z"),
    ]
    store.import_orders(engine, rows, NOW)
    take(engine, "easypost", easypost(FIRST, ("2025-10-03T09:00:00Z", "in_transit")))
    assert [len(parcel(engine, number).events) for number in ("1", "2", "3")] == [1, 1, 0]


def test_where_nothing_decides_a_scan_is_attached_to_none(engine: Engine) -> None:
    rows = [order("1", ("DPD UK", NUMBER)), order("2", ("DPD UK", NUMBER), placed="2026-11-09")]
    store.import_orders(engine, rows, NOW)
    counts = take(engine, "easypost", easypost(FIRST))
    assert counts.waiting == 1
    assert states(engine) == [("waiting", AMBIGUOUS)]
    assert essence(engine, "1", "2") == [
        ("1", 1, [("dpd-uk", NUMBER)], [], []),
        ("2", 1, [("dpd-uk", NUMBER)], [], []),
    ]


def test_a_scan_that_may_be_about_a_later_order_is_taken_from_the_earlier(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER), placed="2026-05-01T09:00:00Z")], NOW)
    take(engine, "easypost", easypost(("2026-05-03T09:00:00Z", "delivered"), est_delivery_date="2026-05-03"))
    take(
        engine, "easypost", easypost(FIRST, est_delivery_date="2026-11-12", updated_at="2026-11-11T19:00:00Z")
    )
    assert told(parcel(engine, "1")) == ["delivered", "in_transit"]
    store.import_orders(engine, [order("2", ("DPD UK", NUMBER))], NOW)
    assert told(parcel(engine, "1")) == ["delivered"]
    assert [promise.due_on.month for promise in parcel(engine, "1").promises] == [5]
    assert told(parcel(engine, "2")) == ["in_transit"]
    assert [promise.due_on.month for promise in parcel(engine, "2").promises] == [11]


def test_an_order_number_that_nobody_knows_yet_is_waited_for(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    take(
        engine, "aftership", aftership(("2026-11-12T09:00:00Z", "InTransit_001", "dpd-uk"), order_number="2")
    )
    assert told(parcel(engine, "1")) == []
    store.import_orders(engine, [order("2", ("DPD UK", NUMBER))], NOW)
    assert told(parcel(engine, "2")) == ["in_transit"]


def test_the_number_of_another_carrier_is_another_number(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("GLS", NUMBER))], NOW)
    take(engine, "easypost", easypost(FIRST))
    assert states(engine) == [("waiting", OTHER_CARRIER)]


def test_a_scan_from_before_the_order_is_not_about_it(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    counts = take(engine, "easypost", easypost(("2026-02-01T09:00:00Z", "delivered"), FIRST))
    assert (counts.new, counts.waiting) == (1, 1)
    assert states(engine) == [("waiting", PLACED_LATER)]
    assert told(parcel(engine, "1")) == ["in_transit"]


def test_a_number_learnt_from_the_provider_becomes_the_parcels_leg(engine: Engine) -> None:
    store.import_orders(
        engine,
        [order("1", ("GLS", "A")) | {"shipments": [{}, {"carrier": "GLS", "tracking_number": "A"}]}],
        NOW,
    )
    take(
        engine, "aftership", aftership(("2026-11-12T09:00:00Z", "InTransit_001", "dpd-uk"), order_number="1")
    )
    first, second = parcels(engine, "1")
    assert [(leg.carrier, leg.tracking_number) for leg in first.legs] == [("dpd-uk", NUMBER)]
    assert (told(first), told(second)) == (["in_transit"], [])


def test_a_carrier_that_takes_over_becomes_a_leg(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("YunExpress", "UK473124829YP"), placed="2026-11-01")], NOW)
    take(engine, "aftership", (WIRE / "aftership" / "handover_keeps_the_number.json").read_bytes())
    found = parcel(engine, "1")
    assert [(leg.carrier, leg.tracking_number) for leg in found.legs] == [
        ("yunexpress", "UK473124829YP"),
        ("colissimo", "8R00123456789"),
    ]
    # The last-mile carrier's own number finds the parcel from now on.
    take(
        engine,
        "easypost",
        easypost(("2026-11-13T08:00:00Z", "delivered"), carrier="ColissimoAPI", number="8R00123456789"),
    )
    assert told(parcel(engine, "1"))[-2:] == ["in_transit", "delivered"]
