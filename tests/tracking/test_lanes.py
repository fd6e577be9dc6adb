"""Lane history: what past deliveries say about the next one, and when they say nothing."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from tests.tracking.parcels import NOW, parcel, scan
from tests.tracking.reports import easypost, order
from tracking import inbox, lanes, store
from tracking.db import begin_read, begin_write
from tracking.journey import journey
from tracking.lanes import LEAST, WINDOW, Delivered
from tracking.model import deliveries, lane_times, orders, shipments
from tracking.parcels import LaneTimes, Parcel
from tracking.vocabulary import Actor, Milestone
from tracking.watch import watch

M = Milestone
DAY = timedelta(days=1)
AT = datetime(2026, 9, 1, 8, 0, tzinfo=timezone.utc)


def fill(engine: Engine, hours: list[int], *, at: datetime = AT, carrier: str = "dpd-uk") -> None:
    """Deliveries from France to Britain that took so long, each ended at `at`."""
    with begin_write(engine) as connection:
        known = connection.execute(select(func.count()).select_from(orders)).scalar_one()
        for index, took in enumerate(hours, known):
            number = f"9{index:06d}"
            order_id = connection.execute(
                orders.insert().values(number=number, number_key=number, placed_at=at, recorded_at=at)
            ).inserted_primary_key[0]
            parcel_id = connection.execute(
                shipments.insert().values(order_id=order_id, position=1)
            ).inserted_primary_key[0]
            made = Delivered(parcel_id, carrier, "FR", "GB", at - timedelta(hours=took), at)
            lanes.keep(connection, [made])


def known(engine: Engine, carrier: str = "dpd-uk") -> list[LaneTimes]:
    with begin_read(engine) as connection:
        return lanes.times_of(connection, {(carrier, "GB")})


def test_a_lane_has_the_median_and_the_tenths_of_its_deliveries(engine: Engine) -> None:
    fill(engine, list(range(30, 0, -1)))
    assert lanes.refresh(engine, AT) == 1
    hour = timedelta(hours=1)
    assert known(engine) == [LaneTimes("dpd-uk", "FR", "GB", 30, 3 * hour, 15 * hour, 27 * hour)]


@pytest.mark.parametrize(("count", "lanes_known"), [(LEAST - 1, 0), (LEAST, 1)])
def test_few_deliveries_are_no_history(engine: Engine, count: int, lanes_known: int) -> None:
    fill(engine, [48] * count)
    assert lanes.refresh(engine, AT) == lanes_known
    assert len(known(engine)) == lanes_known


@pytest.mark.parametrize(("age", "lanes_known"), [(WINDOW - timedelta(seconds=1), 1), (WINDOW, 0)])
def test_old_deliveries_are_none_either(engine: Engine, age: timedelta, lanes_known: int) -> None:
    fill(engine, [48] * LEAST)
    assert lanes.refresh(engine, AT + age) == lanes_known


def test_deliveries_of_another_carrier_do_not_count(engine: Engine) -> None:
    fill(engine, [48] * (LEAST - 1))
    fill(engine, [48], carrier="royal-mail")
    assert lanes.refresh(engine, AT) == 0


def test_a_lane_that_has_gone_quiet_loses_its_history(engine: Engine) -> None:
    fill(engine, [48] * LEAST)
    lanes.refresh(engine, AT)
    assert lanes.refresh(engine, AT + 2 * WINDOW) == 0
    with begin_read(engine) as connection:
        assert connection.execute(select(lane_times)).all() == []


# --- What a journey adds to it --------------------------------------------------------------------------


def of(whole: Parcel) -> Delivered | None:
    return lanes.delivered(whole, journey(whole, NOW))


def test_a_delivery_counts_from_the_first_scan_in_a_carrier_s_hands() -> None:
    shop = scan(M.PACKED, 90, carrier=None)
    label = scan(M.LABEL_CREATED, 80)
    sent, there = scan(M.CARRIER_RECEIVED, 72), scan(M.DELIVERED, 2, city="Leeds", country="GB")
    made = of(parcel(shop, label, sent, there, country="GB", id=3))
    assert made == Delivered(3, "dhl", "FR", "GB", sent.occurred_at, there.occurred_at)


@pytest.mark.parametrize(
    "scans",
    [
        (scan(M.CARRIER_RECEIVED, 72),),
        (scan(M.OUT_FOR_DELIVERY, 9), scan(M.DELIVERED, 2)),  # not seen from the beginning
        (scan(M.DELIVERED, 2),),
        (scan(M.CARRIER_RECEIVED, 72, actor=Actor.WAREHOUSE), scan(M.DELIVERED, 2)),
        (scan(M.CARRIER_RECEIVED, 72), scan(M.DELIVERED, 20), scan(M.RETURN_STARTED, 2)),
        (scan(M.CARRIER_RECEIVED, 72, country=None), scan(M.DELIVERED, 2, country=None)),
    ],
)
def test_what_was_not_seen_whole_adds_nothing(scans: tuple[object, ...]) -> None:
    assert of(parcel(*scans)) is None


def test_the_watch_keeps_deliveries_and_takes_back_what_did_not_hold(engine: Engine) -> None:
    number = "15501234567890"
    rows = [{**order("10042", ("dpd-uk", number), placed=AT.isoformat()), "country": "GB"}]
    store.import_orders(engine, rows, AT)

    def tell(at: datetime, status: str) -> None:
        place = b'"tracking_location": {"city": "Leeds", "country": "GB"}, "message"'
        body = easypost((at.isoformat(), status), number=number).replace(b'"message"', place)
        inbox.process(engine, inbox.receive(engine, "easypost", body, at).payload_id, at)

    def kept() -> list[int]:
        with begin_read(engine) as connection:
            return list(connection.execute(select(deliveries.c.minutes)).scalars())

    tell(AT + DAY, "in_transit")
    watch(engine, AT + DAY, pause=0)
    tell(AT + 3 * DAY, "delivered")
    watch(engine, AT + 3 * DAY, pause=0)
    assert kept() == [2 * 24 * 60]
    tell(AT + 4 * DAY, "return_to_sender")
    watch(engine, AT + 4 * DAY, pause=0)
    assert kept() == []


def test_a_parcel_is_read_with_the_history_of_its_lane(engine: Engine) -> None:
    fill(engine, [48] * LEAST)
    lanes.refresh(engine, AT)
    rows = [
        {**order("10042", ("dpd-uk", "15501234567890"), placed=AT.isoformat()), "country": "GB"},
        {**order("10043", ("royal-mail", "AB123456785GB"), placed=AT.isoformat()), "country": "GB"},
        {**order("10044", ("dpd-uk", "15501234567891"), placed=AT.isoformat()), "country": "IE"},
    ]
    store.import_orders(engine, rows, AT)
    with begin_read(engine) as connection:
        found = [store.find_order(connection, number) for number in ("10042", "10043", "10044")]
        parcels = store.parcels_of_all(connection, [each.id for each in found if each])
    assert [len(each.lanes) for each in parcels] == [1, 0, 0]
