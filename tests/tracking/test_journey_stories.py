"""Whole ways of parcels, and what is said of each of them at every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from tests.tracking.parcels import NOW, parcel, scan
from tests.tracking.reports import easypost, order, parcels, take, told
from tests.tracking.reports import parcel as stored
from tracking import store
from tracking.journey import OLDER_THAN_ITS_ORDER, Journey, journey
from tracking.parcels import Event, Leg
from tracking.vocabulary import Actor, Milestone, Reason

M = Milestone
LEGS = (Leg("usps", "LZ1"), Leg("royal-mail", "LZ1"))


def at(*scans: Event, legs: tuple[Leg, ...] = (Leg("dhl", "JD0146"),), country: str = "FR") -> Journey:
    return journey(parcel(*scans, legs=legs, country=country), NOW)


def step_by_step(scans: Sequence[Event], **more: object) -> list[Milestone]:
    """The milestone after each scan."""
    return [at(*scans[: count + 1], **more).milestone for count in range(len(scans))]


#: The milestones of a way without trouble, in its order.
PATH = list(M)[: list(M).index(M.DELIVERED) + 1]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PATH), unique=True, min_size=1), st.data())
def test_gaps_change_nothing_about_where_it_is(chosen: list[Milestone], data: st.DataObject) -> None:
    way = [
        scan(milestone, 200 - 5 * place, city=f"Town {place}")
        for place, milestone in enumerate(sorted(chosen, key=PATH.index))
    ]
    kept = [event for event in way[:-1] if data.draw(st.booleans())]
    # A label alone is less than a packed parcel, and is shown as such.
    whole, gapped = at(*way), at(*kept, way[-1])
    if way[-1].milestone is not M.LABEL_CREATED:
        assert whole.milestone is way[-1].milestone
        assert gapped.milestone is whole.milestone
        assert gapped.holder is whole.holder


# --- Deliveries that did not go smoothly ----------------------------------------------------------------


def test_delivered_after_two_attempts_and_two_rounds() -> None:
    way = [
        scan(M.OUT_FOR_DELIVERY, 80),
        scan(M.DELIVERY_ATTEMPTED, 75, reason=Reason.DELIVERY_RECIPIENT_ABSENT),
        scan(M.OUT_FOR_DELIVERY, 56),
        scan(M.DELIVERY_ATTEMPTED, 51, reason=Reason.DELIVERY_NO_ACCESS),
        scan(M.OUT_FOR_DELIVERY, 8),
        scan(M.DELIVERED, 3),
    ]
    assert step_by_step(way) == [event.milestone for event in way]
    assert at(*way[:4]).reason is Reason.DELIVERY_NO_ACCESS
    assert at(*way[:5]).reason is None


def test_out_for_delivery_on_two_days_counts_from_the_second() -> None:
    found = at(scan(M.OUT_FOR_DELIVERY, 30), scan(M.OUT_FOR_DELIVERY, 6))
    assert found.event is not None
    assert (found.milestone, found.event.occurred_at) == (M.OUT_FOR_DELIVERY, NOW - timedelta(hours=6))


@pytest.mark.parametrize("milestone", [M.EXCEPTION, M.IN_TRANSIT, M.DELAYED, M.AT_LOCAL_DEPOT])
@pytest.mark.parametrize(
    ("reason", "reopened"),
    [
        (Reason.DELIVERY_ADDRESS_WRONG, True),
        (Reason.RETURN_UNDELIVERABLE, True),
        (Reason.LOSS_LOST, True),
        (Reason.TRANSIT_MISROUTED, True),
        (Reason.TRANSIT_WEATHER, False),
        (Reason.CUSTOMS_DUTIES_DUE, False),
        (Reason.OTHER, False),
        (None, False),
    ],
)
def test_a_delivery_is_disputed_by_a_later_scan_that_says_why_it_did_not_hold(
    milestone: Milestone, reason: Reason | None, reopened: bool
) -> None:
    home = scan(M.DELIVERED, 30)
    found = at(home, scan(milestone, 4, reason=reason))
    assert found.milestone is (milestone if reopened else M.DELIVERED)
    assert (found.delivery is None) is reopened
    assert found.holder is (Actor.CARRIER if reopened else Actor.SHOPPER)


@pytest.mark.parametrize(
    "milestone",
    [M.CARRIER_RECEIVED, M.DEPARTED_ORIGIN, M.OUT_FOR_DELIVERY, M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP],
)
def test_the_way_that_led_to_a_delivery_does_not_dispute_it_however_late(milestone: Milestone) -> None:
    late = scan(milestone, 4, reason=Reason.DELIVERY_RECIPIENT_ABSENT)
    assert at(scan(M.DELIVERED, 30), late).milestone is M.DELIVERED


def test_a_dispute_is_over_with_the_next_delivery_and_that_one_counts() -> None:
    home, wrong = scan(M.DELIVERED, 50), scan(M.EXCEPTION, 40, reason=Reason.DELIVERY_ADDRESS_WRONG)
    way = [
        home,
        wrong,
        scan(M.IN_TRANSIT, 30, city="Dijon"),
        scan(M.OUT_FOR_DELIVERY, 9),
        scan(M.DELIVERED, 2),
    ]
    assert step_by_step(way) == [event.milestone for event in way]
    delivery = at(*way).delivery
    assert delivery is not None
    assert delivery.event.occurred_at == way[-1].occurred_at
    assert len(delivery.reports) == 1


def test_a_delivery_of_which_only_the_day_is_known_is_not_undone_on_that_day() -> None:
    midnight = NOW.replace(hour=0, minute=0)
    home = scan(M.DELIVERED, NOW - midnight)
    wrong = scan(M.EXCEPTION, 5, reason=Reason.DELIVERY_ADDRESS_WRONG)
    assert at(home, wrong).milestone is M.DELIVERED
    assert at(replace(home, occurred_at=home.occurred_at - timedelta(days=1)), wrong).milestone is M.EXCEPTION


def test_delivered_twice_is_one_delivery_at_its_first_time() -> None:
    found = at(scan(M.DELIVERED, 50), scan(M.DELIVERED, 3))
    assert found.delivery is not None
    assert found.delivery.event.occurred_at == NOW - timedelta(hours=50)
    assert len(found.delivery.reports) == 2


@given(st.sampled_from([m for m in M if m is not M.DELIVERED]), st.integers(1, 300))
def test_a_scan_from_before_a_delivery_never_undoes_it(milestone: Milestone, ago: int) -> None:
    late = scan(milestone, 5 + ago, reason=Reason.DELIVERY_ADDRESS_WRONG, recorded_at=NOW)
    found = at(scan(M.DELIVERED, 5), late).milestone
    back = milestone in {M.RETURN_STARTED, M.RETURNED}
    assert found is M.DELIVERED or (back and found is M.RETURNED)


# --- Before the carrier, and not at all -----------------------------------------------------------------


def test_a_label_that_was_never_used() -> None:
    found = at(scan(M.ORDER_CONFIRMED, 90), scan(M.LABEL_CREATED, 80))
    assert (found.milestone, found.holder, found.set_off) == (M.LABEL_CREATED, Actor.SHOP, None)


def test_cancelled_after_the_label_stays_cancelled() -> None:
    way = [scan(M.LABEL_CREATED, 80), scan(M.CANCELLED, 70), scan(M.PACKED, 60), scan(M.LABEL_CREATED, 50)]
    assert step_by_step(way) == [M.LABEL_CREATED, M.CANCELLED, M.CANCELLED, M.CANCELLED]
    assert at(*way).holder is Actor.SHOP


# --- Back to the shop -----------------------------------------------------------------------------------


def test_refused_at_the_door_and_returned() -> None:
    way = [
        scan(M.CARRIER_RECEIVED, 99, city="Lille"),
        scan(M.DELIVERY_ATTEMPTED, 70, reason=Reason.DELIVERY_REFUSED),
        scan(M.RETURN_STARTED, 60, reason=Reason.RETURN_REFUSED),
        scan(M.IN_TRANSIT, 40, city="Paris"),
        scan(M.OUT_FOR_DELIVERY, 9, city="Lille"),
        scan(M.DELIVERED, 5, city="Lille"),
    ]
    back = M.RETURN_STARTED
    assert step_by_step(way) == [way[0].milestone, way[1].milestone, back, back, back, M.RETURNED]
    assert (at(*way).holder, at(*way).reason) == (Actor.SHOP, Reason.RETURN_REFUSED)


def test_not_collected_and_returned() -> None:
    way = [
        scan(M.CARRIER_RECEIVED, 400, city="Lille"),
        scan(M.READY_FOR_PICKUP, 300),
        scan(M.RETURN_STARTED, 60, reason=Reason.RETURN_UNCLAIMED),
        scan(M.RETURNED, 5, city="Lille"),
        scan(M.READY_FOR_PICKUP, 2),
    ]
    assert step_by_step(way) == [*(event.milestone for event in way[:4]), M.RETURNED]
    assert at(*way).reason is Reason.RETURN_UNCLAIMED


@pytest.mark.parametrize("trouble", [M.LOST, M.DAMAGED])
def test_what_is_found_again_on_its_way_back_goes_back(trouble: Milestone) -> None:
    way = [
        scan(M.CARRIER_RECEIVED, 99, city="Lille"),
        scan(M.RETURN_STARTED, 60),
        scan(trouble, 40),
        scan(M.DELIVERED, 5, city="Lille"),
    ]
    assert step_by_step(way) == [M.CARRIER_RECEIVED, M.RETURN_STARTED, trouble, M.RETURNED]


def test_what_was_lost_on_its_way_here_and_is_found_is_delivered() -> None:
    way = [scan(M.IN_TRANSIT, 99), scan(M.LOST, 60), scan(M.IN_TRANSIT, 20), scan(M.DELIVERED, 2)]
    assert step_by_step(way) == [event.milestone for event in way]


# --- Legs -----------------------------------------------------------------------------------------------


def test_over_three_carriers() -> None:
    legs = (Leg("china-post", "LZ1"), Leg("royal-mail", "LZ1"), Leg("dpd-uk", "155"))
    way = [
        scan(M.CARRIER_RECEIVED, 300, carrier="china-post", city="Shenzhen", country="CN"),
        scan(M.HANDED_OVER, 100, carrier="china-post", city="London", country="GB"),
        scan(M.HANDED_OVER, 99, carrier="china-post", city="London", country="GB"),
        scan(M.CARRIER_RECEIVED, 50, carrier="dpd-uk", city="Leeds", country="GB"),
        scan(M.OUT_FOR_DELIVERY, 5, carrier="dpd-uk", city="Leeds", country="GB"),
    ]
    found = at(*way, legs=legs, country="GB")
    assert [(each.giver, each.receiver) for each in found.handovers] == [
        ("china-post", "royal-mail"),
        ("royal-mail", "dpd-uk"),
    ]
    assert (found.carrier, found.leg) == ("dpd-uk", legs[2])
    assert (found.milestone, found.lane.origin) == (M.OUT_FOR_DELIVERY, "CN")


def test_to_whom_it_was_handed_over_may_be_known_only_later() -> None:
    way = [
        scan(M.CARRIER_RECEIVED, 90, carrier="usps"),
        scan(M.HANDED_OVER, 50, carrier="usps"),
        scan(M.AT_LOCAL_DEPOT, 9, carrier="royal-mail", city="Leeds"),
    ]
    assert [(each.giver, each.receiver) for each in at(*way[:2], legs=LEGS[:1]).handovers] == [("usps", None)]
    found = at(*way, legs=LEGS[:1])
    assert [(each.giver, each.receiver) for each in found.handovers] == [("usps", "royal-mail")]
    assert found.handovers[0].event.milestone is M.HANDED_OVER


# --- Which parcel and which time ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "leaks"),
    [(OLDER_THAN_ITS_ORDER, True), (OLDER_THAN_ITS_ORDER + timedelta(seconds=1), False)],
)
def test_what_is_older_than_the_order_is_of_another_parcel(before: timedelta, leaks: bool) -> None:
    placed = NOW - timedelta(days=5)
    old = scan(M.DELIVERED, NOW - (placed - before))
    found = journey(parcel(old, scan(M.LABEL_CREATED, 9), placed_at=placed), NOW)
    assert found.milestone is (M.DELIVERED if leaks else M.LABEL_CREATED)
    assert len(found.history) == (2 if leaks else 1)


def test_a_number_that_is_used_again_starts_a_way_of_its_own(engine: Engine) -> None:
    number = "15501234567890"
    store.import_orders(engine, [order("1", ("dpd-uk", number), placed="2025-03-01T09:00:00Z")], NOW)
    first = [("2025-03-02T09:00:00Z", "in_transit"), ("2025-03-03T09:00:00Z", "delivered")]
    take(engine, "easypost", easypost(*first, number=number))
    store.import_orders(engine, [order("2", ("dpd-uk", number), placed="2026-11-10T09:00:00Z")], NOW)
    # The provider tells the whole history of the number, as providers do.
    second = [("2026-11-12T09:00:00Z", "in_transit"), ("2026-11-18T09:00:00Z", "out_for_delivery")]
    take(engine, "easypost", easypost(*first, *second, number=number))
    assert told(stored(engine, "1")) == ["in_transit", "delivered"]
    assert told(stored(engine, "2")) == ["in_transit", "out_for_delivery"]
    assert journey(stored(engine, "1"), NOW).milestone is M.DELIVERED
    found = journey(stored(engine, "2"), NOW)
    assert (found.milestone, len(found.history)) == (M.OUT_FOR_DELIVERY, 2)


def test_parcels_of_a_split_order_go_their_own_ways(engine: Engine) -> None:
    one, two = "15501234567890", "15501234567891"
    store.import_orders(engine, [order("1", ("dpd-uk", one), ("dpd-uk", two))], NOW)
    take(engine, "easypost", easypost(("2026-11-12T09:00:00Z", "delivered"), number=two))
    take(engine, "easypost", easypost(("2026-11-12T09:00:00Z", "in_transit"), number=one))
    assert [journey(each, NOW).milestone for each in parcels(engine, "1")] == [M.IN_TRANSIT, M.DELIVERED]


def test_what_is_dated_ahead_is_kept_and_counts_from_then_on() -> None:
    now = NOW
    ahead = scan(M.DELIVERED, -2)
    whole = parcel(scan(M.IN_TRANSIT, 9), ahead)
    before, after = journey(whole, now), journey(whole, now + timedelta(hours=2))
    assert (before.milestone, [event.milestone for event in before.announced]) == (
        M.IN_TRANSIT,
        [M.DELIVERED],
    )
    assert (after.milestone, after.announced) == (M.DELIVERED, ())
