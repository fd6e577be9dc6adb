"""The journey is a pure function of the set of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracking.parcels import NOW, parcel, scan
from tracking.fold import DISPUTING, REOPENING
from tracking.journey import Journey, journey
from tracking.parcels import Event, Leg, Proof
from tracking.vocabulary import Actor, Milestone, Reason

M = Milestone
LEGS = (Leg("usps", "LZ1"), Leg("royal-mail", "LZ1"))

events = st.builds(
    scan,
    st.sampled_from(list(M)),
    st.integers(-48, 400).map(lambda quarters: quarters / 4),
    city=st.sampled_from(["Lyon", "LYON", "Paris", None]),
    country=st.sampled_from(["FR", "GB", None]),
    carrier=st.sampled_from(["usps", "royal-mail", "dhl", None]),
    reason=st.sampled_from([None, *Reason]),
    source=st.sampled_from(["easypost", "aftership"]),
)
sets_of_events = st.lists(events, max_size=12, unique_by=lambda event: (event.source, event.source_id))


def at(*scans: Event, legs: tuple[Leg, ...] = (Leg("dhl", "JD0146"),), country: str = "FR") -> Journey:
    return journey(parcel(*scans, legs=legs, country=country), NOW)


# --- A function of the set ------------------------------------------------------------------------------


@given(sets_of_events, st.data())
def test_any_order_and_any_repetition_give_the_same_journey(found: list[Event], data: st.DataObject) -> None:
    numbered = parcel(*found, legs=LEGS).events
    shuffled = data.draw(st.permutations(numbered))
    repeated = [
        *shuffled,
        *data.draw(st.lists(st.sampled_from(numbered), max_size=5) if numbered else st.just([])),
    ]
    whole = replace(parcel(legs=LEGS), events=numbered)
    assert journey(replace(whole, events=tuple(repeated)), NOW) == journey(whole, NOW)


@given(sets_of_events)
def test_what_is_dated_after_now_changes_nothing_but_what_is_announced(found: list[Event]) -> None:
    numbered = parcel(*found, legs=LEGS).events
    past = tuple(event for event in numbered if event.occurred_at <= NOW)
    whole = replace(parcel(legs=LEGS), events=numbered)
    with_future, without = journey(whole, NOW), journey(replace(whole, events=past), NOW)
    assert replace(with_future, announced=()) == without
    assert len(with_future.announced) == len(numbered) - len(past)


@given(sets_of_events)
def test_once_delivered_only_a_return_a_loss_or_a_failed_delivery_moves_on(found: list[Event]) -> None:
    delivered = scan(M.DELIVERED, 30, source="shop")
    harmless = [
        event
        for event in found
        if event.milestone not in REOPENING and not (event.milestone in DISPUTING and event.reason)
    ]
    assert at(*harmless, delivered, legs=LEGS).milestone is M.DELIVERED


def test_a_milestone_is_never_made_up() -> None:
    for milestone in M:
        assert at(scan(milestone, 5)).milestone is milestone


def test_an_order_without_any_event_is_an_order_that_was_placed() -> None:
    found = at()
    assert found.milestone is M.ORDER_CONFIRMED
    assert (found.holder, found.event, found.heard) == (Actor.SHOP, None, None)
    assert found.silent_for == timedelta(days=9)


# --- What moves a parcel on -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "later", [M.IN_TRANSIT, M.OUT_FOR_DELIVERY, M.AT_LOCAL_DEPOT, M.LABEL_CREATED, M.DELAYED, M.CUSTOMS_HELD]
)
def test_a_late_scan_does_not_undo_a_delivery(later: Milestone) -> None:
    found = at(scan(M.DELIVERED, 20), scan(later, 3, city="Nice"))
    assert found.milestone is M.DELIVERED
    assert found.holder is Actor.SHOPPER


@pytest.mark.parametrize("later", [M.RETURN_STARTED, M.RETURNED, M.LOST, M.DAMAGED])
def test_a_return_or_a_loss_after_a_delivery_moves_on(later: Milestone) -> None:
    assert at(scan(M.DELIVERED, 20), scan(later, 3)).milestone is later


def test_a_delivery_that_the_carrier_takes_back_is_open_again_and_can_be_made_again() -> None:
    first = scan(M.DELIVERED, 40)
    taken_back = scan(M.EXCEPTION, 20, reason=Reason.DELIVERY_ADDRESS_WRONG)
    again = scan(M.DELIVERED, 2)
    assert at(first, taken_back).milestone is M.EXCEPTION
    found = at(first, taken_back, again)
    assert found.milestone is M.DELIVERED
    assert found.delivery is not None
    assert found.delivery.event.occurred_at == again.occurred_at


def test_an_exception_that_says_nothing_of_the_delivery_does_not_undo_it() -> None:
    assert at(scan(M.DELIVERED, 20), scan(M.EXCEPTION, 3)).milestone is M.DELIVERED


def test_a_delivery_reported_twice_is_one_delivery_with_all_its_proof() -> None:
    found = at(
        scan(M.DELIVERED, 5, proof=Proof(signed_by="A. Example")),
        scan(
            M.DELIVERED,
            4,
            source="aftership",
            proof=Proof(signed_by="other", photo_url="https://p.example/1"),
        ),
    )
    assert found.delivery is not None
    assert found.delivery.event.occurred_at == NOW - timedelta(hours=5)
    assert found.delivery.proof == Proof(signed_by="A. Example", photo_url="https://p.example/1")


def test_a_label_is_no_progress() -> None:
    assert at(scan(M.PACKED, 9), scan(M.LABEL_CREATED, 3)).milestone is M.PACKED
    assert at(scan(M.LABEL_CREATED, 9), scan(M.PACKED, 3)).milestone is M.PACKED
    assert at(scan(M.ORDER_CONFIRMED, 9), scan(M.LABEL_CREATED, 3)).holder is Actor.SHOP
    assert at(scan(M.CARRIER_RECEIVED, 9), scan(M.LABEL_CREATED, 3)).milestone is M.CARRIER_RECEIVED


def test_what_the_shop_did_is_over_once_a_carrier_has_it() -> None:
    found = at(scan(M.IN_TRANSIT, 9), scan(M.PACKED, 3), scan(M.ORDER_CONFIRMED, 2))
    assert found.milestone is M.IN_TRANSIT
    assert found.holder is Actor.CARRIER


def test_a_vague_scan_does_not_erase_a_telling_one_unless_the_parcel_has_moved() -> None:
    held = scan(M.CUSTOMS_HELD, 30, reason=Reason.CUSTOMS_DUTIES_DUE)
    assert at(held, scan(M.IN_TRANSIT, 3)).milestone is M.CUSTOMS_HELD
    assert at(held, scan(M.IN_TRANSIT, 3, city=None, country=None)).milestone is M.CUSTOMS_HELD
    moved = at(held, scan(M.IN_TRANSIT, 3, city="Dijon"))
    assert (moved.milestone, moved.holder, moved.reason) == (M.IN_TRANSIT, Actor.CARRIER, None)


def test_a_vague_scan_is_a_sign_of_life_all_the_same() -> None:
    assert at(scan(M.CUSTOMS_HELD, 90), scan(M.UNKNOWN, 3)).silent_for == timedelta(hours=3)


def test_a_round_without_a_result_is_over_the_next_day() -> None:
    assert at(scan(M.OUT_FOR_DELIVERY, 30), scan(M.IN_TRANSIT, 3)).milestone is M.IN_TRANSIT
    assert at(scan(M.OUT_FOR_DELIVERY, 6), scan(M.IN_TRANSIT, 3)).milestone is M.OUT_FOR_DELIVERY


def test_an_unreadable_update_is_the_state_only_when_there_is_nothing_else() -> None:
    assert at(scan(M.UNKNOWN, 3)).milestone is M.UNKNOWN
    assert at(scan(M.IN_TRANSIT, 9), scan(M.UNKNOWN, 3)).milestone is M.IN_TRANSIT
    assert at(scan(M.UNKNOWN, 9), scan(M.LABEL_CREATED, 3)).milestone is M.LABEL_CREATED


def test_delivery_after_an_attempt_is_a_delivery() -> None:
    assert at(scan(M.DELIVERY_ATTEMPTED, 30), scan(M.DELIVERED, 3)).milestone is M.DELIVERED


def test_trouble_at_the_minute_of_a_delivery_was_solved_by_it() -> None:
    assert at(scan(M.DELIVERED, 3), scan(M.DELAYED, 3)).milestone is M.DELIVERED


def test_a_parcel_that_was_cancelled_and_moves_is_not_cancelled() -> None:
    assert at(scan(M.CANCELLED, 30), scan(M.LABEL_CREATED, 20)).milestone is M.CANCELLED
    assert at(scan(M.CANCELLED, 30), scan(M.CARRIER_RECEIVED, 3)).milestone is M.CARRIER_RECEIVED


# --- Returns --------------------------------------------------------------------------------------------


def test_what_is_delivered_after_a_return_was_started_came_back_to_the_shop() -> None:
    sent = [scan(M.CARRIER_RECEIVED, 90, city="Lille"), scan(M.DELIVERY_ATTEMPTED, 60, city="Nice")]
    back = [scan(M.RETURN_STARTED, 50, city="Nice"), scan(M.DELIVERED, 3, city="Lille")]
    found = at(*sent, *back)
    assert (found.milestone, found.holder) == (M.RETURNED, Actor.SHOP)


def test_a_return_that_was_called_off_can_still_be_delivered() -> None:
    sent = [scan(M.CARRIER_RECEIVED, 90, city="Lille"), scan(M.DELIVERY_ATTEMPTED, 60, city="Nice")]
    found = at(*sent, scan(M.RETURN_STARTED, 50, city="Nice"), scan(M.DELIVERED, 3, city="NICE"))
    assert found.milestone is M.DELIVERED


def test_abroad_the_country_tells_whether_a_return_was_called_off() -> None:
    sent = [scan(M.CARRIER_RECEIVED, 90), scan(M.RETURN_STARTED, 50, city="Leeds", country="GB")]
    assert at(*sent, scan(M.DELIVERED, 3), country="GB").milestone is M.RETURNED
    assert at(*sent, scan(M.DELIVERED, 3, city="York", country="GB"), country="GB").milestone is M.DELIVERED


def test_scans_on_the_way_back_change_the_place_not_the_state() -> None:
    found = at(scan(M.RETURN_STARTED, 50, city="Nice"), scan(M.IN_TRANSIT, 3, city="Lyon"))
    assert found.milestone is M.RETURN_STARTED
    assert found.seen is not None
    assert found.seen.place.city == "Lyon"


# --- Custody --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("milestone", "holder"),
    [
        (M.ORDER_CONFIRMED, Actor.SHOP),
        (M.PACKED, Actor.WAREHOUSE),
        (M.LABEL_CREATED, Actor.SHOP),
        (M.CARRIER_RECEIVED, Actor.CARRIER),
        (M.CUSTOMS_STARTED, Actor.CUSTOMS),
        (M.CUSTOMS_HELD, Actor.CUSTOMS),
        (M.CUSTOMS_CLEARED, Actor.CARRIER),
        (M.READY_FOR_PICKUP, Actor.PICKUP_POINT),
        (M.DELIVERED, Actor.SHOPPER),
        (M.RETURN_STARTED, Actor.CARRIER),
        (M.RETURNED, Actor.SHOP),
        (M.CANCELLED, Actor.SHOP),
    ],
)
def test_who_has_it_after(milestone: Milestone, holder: Actor) -> None:
    found = at(scan(milestone, 5))
    assert found.holder is holder
    assert found.carrier == "dhl"


def test_a_handover_names_giver_and_receiver_and_the_leg_in_force() -> None:
    found = at(
        scan(M.CARRIER_RECEIVED, 90, carrier="usps"), scan(M.HANDED_OVER, 50, carrier="usps"), legs=LEGS
    )
    assert [(each.giver, each.receiver) for each in found.handovers] == [("usps", "royal-mail")]
    assert (found.carrier, found.leg) == ("royal-mail", LEGS[1])


def test_a_scan_by_another_carrier_is_a_handover_and_its_first_one_says_so() -> None:
    found = at(scan(M.IN_TRANSIT, 90, carrier="usps"), scan(M.CARRIER_RECEIVED, 50, carrier="royal-mail"))
    assert found.milestone is M.HANDED_OVER
    assert found.carrier == "royal-mail"


def test_the_first_carrier_s_copies_of_later_scans_do_not_take_the_parcel_back() -> None:
    found = at(
        scan(M.IN_TRANSIT, 90, carrier="usps"),
        scan(M.HANDED_OVER, 50, carrier="royal-mail"),
        scan(M.AT_LOCAL_DEPOT, 20, carrier="usps", city="Leeds"),
        scan(M.OUT_FOR_DELIVERY, 5, carrier="royal-mail", city="Leeds"),
        legs=LEGS,
    )
    assert found.carrier == "royal-mail"
    assert len(found.handovers) == 1


def test_a_handover_to_nobody_in_particular_leaves_the_carrier_unknown() -> None:
    found = at(scan(M.IN_TRANSIT, 90), scan(M.HANDED_OVER, 50))
    assert found.carrier is None
    assert found.leg is None


def test_since_when_is_since_this_holder_has_it_at_this_place() -> None:
    found = at(
        scan(M.IN_TRANSIT, 50, city="Paris"),
        scan(M.IN_TRANSIT, 30),
        scan(M.AT_LOCAL_DEPOT, 20),
        scan(M.OUT_FOR_DELIVERY, 5),
    )
    assert found.custody is not None
    assert found.custody.occurred_at == NOW - timedelta(hours=30)


# --- Reasons --------------------------------------------------------------------------------------------


def test_a_reason_holds_until_another_one_is_given_or_the_state_changes() -> None:
    due = scan(M.CUSTOMS_HELD, 50, reason=Reason.CUSTOMS_DUTIES_DUE)
    assert at(due, scan(M.CUSTOMS_HELD, 5)).reason is Reason.CUSTOMS_DUTIES_DUE
    none_given = scan(M.CUSTOMS_HELD, 5, reason=Reason.CUSTOMS_NO_REASON_GIVEN)
    assert at(due, none_given).reason is Reason.CUSTOMS_DUTIES_DUE
    inspection = scan(M.CUSTOMS_HELD, 5, reason=Reason.CUSTOMS_INSPECTION)
    assert at(due, inspection).reason is Reason.CUSTOMS_INSPECTION
    assert at(due, scan(M.CUSTOMS_CLEARED, 5)).reason is None


def test_a_parcel_waits_at_the_pickup_point_for_the_reason_of_the_attempt() -> None:
    absent = scan(M.DELIVERY_ATTEMPTED, 20, reason=Reason.DELIVERY_RECIPIENT_ABSENT)
    assert at(absent, scan(M.READY_FOR_PICKUP, 5)).reason is Reason.DELIVERY_RECIPIENT_ABSENT


# --- What is remembered ---------------------------------------------------------------------------------


def test_one_scan_that_two_providers_report_is_one_line_of_history() -> None:
    first = scan(M.AT_LOCAL_DEPOT, 5)
    second = scan(M.AT_LOCAL_DEPOT, timedelta(hours=5, minutes=-1), source="aftership", city="LYON")
    assert len(at(first, second).history) == 1
    assert len(at(first, replace(second, source="easypost")).history) == 2


def test_the_last_trusted_update_is_not_a_label_or_a_hold() -> None:
    found = at(scan(M.DEPARTED_ORIGIN, 30), scan(M.CUSTOMS_HELD, 5), scan(M.UNKNOWN, 1))
    assert found.trusted is not None
    assert found.trusted.milestone is M.DEPARTED_ORIGIN
