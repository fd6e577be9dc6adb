"""What can still be changed, for every milestone and every kind of change."""

from __future__ import annotations

from itertools import product

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, scan
from tracking.explain import explain
from tracking.parcels import Leg
from tracking.policy import CHANGES, policy
from tracking.requests import OVER, PATH, ChangeKind, Instead, Judgement, Standing, judge, reached
from tracking.statements import Explanation
from tracking.vocabulary import Milestone, Reason, Tier

M = Milestone
CHANGE = ChangeKind
#: The demo shop's rules, from its policy.
UNTIL = {change: policy().changes[change.value].until for change in CHANGE}
#: Changes of what is on its way, not of the order.
OF_PARCELS = [change for change in CHANGE if not change.of_the_order]


def at(*milestones: Milestone, reason: Reason | None = None) -> Explanation:
    """The explanation of a parcel that has passed `milestones`, the last of them with a reason."""
    scans = [
        scan(each, 30 - 2 * n, reason=reason if each is milestones[-1] else None)
        for n, each in enumerate(milestones)
    ]
    legs = (Leg("colissimo", "CB908301669FR"),)
    return explain(parcel(*scans, legs=legs), now=NOW, tier=Tier.FULL, zone=PARIS)


def standing(change: ChangeKind, explanation: Explanation, until: Milestone | None = M.DELIVERED) -> Standing:
    return judge(change, explanation, until).standing


def test_the_kinds_are_those_that_a_policy_can_name() -> None:
    assert {change.value for change in CHANGE} == set(CHANGES)


@pytest.mark.parametrize(("change", "milestone"), product(CHANGE, M))
def test_every_milestone_and_change_gets_one_judgement(change: ChangeKind, milestone: Milestone) -> None:
    explanation = at(milestone)
    found = judge(change, explanation, UNTIL[change])
    assert found.change is change
    assert found.position == 1
    assert (found.standing is Standing.OVER) == (milestone in OVER)
    if found.standing is Standing.POSSIBLE:
        assert found.instead == ()
    assert judge(change, explanation, None).standing in {Standing.NEVER, Standing.OVER}


@pytest.mark.parametrize(
    ("change", "reached_now"), product(CHANGE, [each for each in PATH if each is not M.DELIVERED])
)
def test_possible_is_what_has_not_come_so_far(change: ChangeKind, reached_now: Milestone) -> None:
    """Before the milestone of the rule it is possible, from then on it is not."""
    for until in PATH:
        found = standing(change, at(reached_now), until)
        if reached_now is M.READY_FOR_PICKUP:
            assert found is Standing.TOO_LATE
        elif reached_now is M.DELIVERY_ATTEMPTED:
            expected = PATH.index(M.AT_LOCAL_DEPOT) < PATH.index(until)
            assert (found is Standing.POSSIBLE) == expected
        else:
            assert (found is Standing.POSSIBLE) == (PATH.index(reached_now) < PATH.index(until))


def test_a_label_alone_is_less_than_a_packed_parcel() -> None:
    assert standing(CHANGE.CANCEL, at(M.LABEL_CREATED), M.PACKED) is Standing.POSSIBLE
    assert standing(CHANGE.CANCEL, at(M.PACKED, M.LABEL_CREATED), M.PACKED) is Standing.TOO_LATE


def test_what_was_reached_stays_reached_under_a_state_that_says_less() -> None:
    for state in (M.DELAYED, M.EXCEPTION, M.UNKNOWN):
        explanation = at(M.PACKED, M.CARRIER_RECEIVED, state)
        assert standing(CHANGE.CANCEL, explanation, M.PACKED) is Standing.TOO_LATE
        assert standing(CHANGE.RESCHEDULE, explanation, M.OUT_FOR_DELIVERY) is Standing.POSSIBLE


def test_after_a_round_that_failed_the_next_one_can_be_influenced() -> None:
    for last, reason in (
        (M.DELIVERY_ATTEMPTED, Reason.DELIVERY_RECIPIENT_ABSENT),
        (M.EXCEPTION, Reason.DELIVERY_NO_ACCESS),
    ):
        explanation = at(M.AT_LOCAL_DEPOT, M.OUT_FOR_DELIVERY, last, reason=reason)
        assert reached(explanation) is M.AT_LOCAL_DEPOT
        for change in (CHANGE.DELIVERY_INSTRUCTIONS, CHANGE.PICKUP_POINT, CHANGE.RESCHEDULE):
            assert standing(change, explanation, M.OUT_FOR_DELIVERY) is Standing.POSSIBLE
        assert standing(CHANGE.CANCEL, explanation, M.PACKED) is Standing.TOO_LATE


def test_a_round_that_weather_stopped_is_not_taken_for_one_that_failed_at_the_door() -> None:
    explanation = at(M.OUT_FOR_DELIVERY, M.DELAYED, reason=Reason.TRANSIT_WEATHER)
    assert reached(explanation) is M.OUT_FOR_DELIVERY


@pytest.mark.parametrize(
    "reason", [Reason.DELIVERY_ADDRESS_INCOMPLETE, Reason.DELIVERY_ADDRESS_WRONG], ids=lambda each: each.name
)
def test_an_address_that_the_carrier_waits_for_is_never_too_late(reason: Reason) -> None:
    explanation = at(M.CARRIER_RECEIVED, M.OUT_FOR_DELIVERY, M.EXCEPTION, reason=reason)
    assert standing(CHANGE.ADDRESS, explanation, M.CARRIER_RECEIVED) is Standing.POSSIBLE
    assert standing(CHANGE.CANCEL, explanation, M.CARRIER_RECEIVED) is Standing.TOO_LATE
    # A shop that never changes addresses doesn't then either.
    assert standing(CHANGE.ADDRESS, explanation, None) is Standing.NEVER


def test_a_door_code_is_not_too_late_for_a_driver_who_could_not_get_in() -> None:
    explanation = at(M.OUT_FOR_DELIVERY, M.DELIVERY_ATTEMPTED, reason=Reason.DELIVERY_NO_ACCESS)
    assert standing(CHANGE.DELIVERY_INSTRUCTIONS, explanation, M.PACKED) is Standing.POSSIBLE
    assert standing(CHANGE.ADDRESS, explanation, M.PACKED) is Standing.TOO_LATE


def instead(change: ChangeKind, *milestones: Milestone) -> tuple[Instead, ...]:
    """What is left to do where the shop does it never."""
    return judge(change, at(*milestones), None).instead


def test_what_is_left_to_do() -> None:
    on_its_way = (M.CARRIER_RECEIVED, M.IN_TRANSIT)
    assert instead(CHANGE.CANCEL, *on_its_way) == (Instead.REFUSE, Instead.RETURN)
    assert instead(CHANGE.CONTENTS, *on_its_way) == (Instead.RETURN,)
    assert instead(CHANGE.CANCEL, M.READY_FOR_PICKUP) == (Instead.RETURN,)
    for change in OF_PARCELS:
        assert instead(change, *on_its_way) == (Instead.CARRIER_PAGE,)
        assert instead(change, M.OUT_FOR_DELIVERY) == (Instead.MISSED, Instead.CARRIER_PAGE)
        assert instead(change, M.READY_FOR_PICKUP) == (Instead.COLLECT,)
        assert instead(change, M.DELIVERED) == ()


def test_nothing_is_left_of_a_parcel_that_comes_no_more() -> None:
    for change, milestone in product(CHANGE, OVER - {M.DELIVERED}):
        assert instead(change, M.CARRIER_RECEIVED, milestone) == ()


def test_a_delivered_parcel_can_only_be_sent_back() -> None:
    found = judge(CHANGE.CANCEL, at(M.OUT_FOR_DELIVERY, M.DELIVERED), M.DELIVERED)
    assert found == Judgement(CHANGE.CANCEL, Standing.OVER, 1, (Instead.RETURN,))


def test_the_carriers_page_is_only_named_where_there_is_one() -> None:
    nowhere = explain(parcel(scan(M.IN_TRANSIT, 3), legs=()), now=NOW, tier=Tier.FULL, zone=PARIS)
    assert judge(CHANGE.ADDRESS, nowhere, None).instead == ()


def test_a_refusal_at_the_door_is_not_advised_before_the_carrier_is_out_of_reach() -> None:
    assert judge(CHANGE.CANCEL, at(M.ORDER_CONFIRMED), M.PACKED).instead == ()
