"""Several providers' accounts of one parcel: whoever repeats what, by whatever clock, moves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracking.parcels import NOW, parcel, scan
from tracking.echoes import SKEW, UNKNOWN_CLOCK
from tracking.journey import Journey, journey
from tracking.parcels import Event, Proof
from tracking.vocabulary import Actor, Milestone, Reason

M = Milestone
SECOND = timedelta(seconds=1)


def at(*scans: Event, country: str | None = "FR", **more: object) -> Journey:
    return journey(parcel(*scans, country=country, **more), NOW)


def copied(event: Event, skew: timedelta, *, offset: bool = True) -> Event:
    """The same scan as another provider reports it, by a clock that is off by `skew`."""
    return replace(
        event,
        source="aftership",
        source_id=f"copy of {event.source_id}",
        occurred_at=event.occurred_at.astimezone(timezone.utc) + skew,
        has_offset=offset,
    )


def state(found: Journey) -> tuple[object, ...]:
    at_event = found.event.occurred_at if found.event else None
    seen = found.seen.place if found.seen else None
    return found.milestone, at_event, found.holder, found.carrier, found.reason, seen, len(found.history)


#: A parcel's way as one provider tells it: any milestones, some hours apart, in several towns.
stories = st.lists(
    st.tuples(
        st.sampled_from(list(M)),
        st.integers(1, 40),
        st.sampled_from(["Lyon", "Paris", "Lille"]),
        st.sampled_from(
            [None, Reason.DELIVERY_ADDRESS_WRONG, Reason.CUSTOMS_DUTIES_DUE, Reason.TRANSIT_WEATHER]
        ),
    ),
    max_size=9,
).map(
    lambda given: [
        scan(milestone, 20 * 24 - hours, city=city, reason=reason, source_id=f"scan {hours}")
        for (milestone, _, city, reason), hours in zip(
            given, accumulate(each[1] for each in given), strict=True
        )
    ]
)


@settings(max_examples=200)
@given(stories, st.data(), st.integers(-14 * 60, 14 * 60))
def test_a_provider_that_copies_another_by_a_wrong_clock_changes_nothing(
    story: list[Event], data: st.DataObject, minutes: int
) -> None:
    kept = data.draw(st.lists(st.sampled_from(story), unique=True)) if story else []
    copies = [copied(event, timedelta(minutes=minutes), offset=False) for event in kept]
    assert state(at(*story, *copies)) == state(at(*story))


@settings(max_examples=200)
@given(stories, st.integers(-119, 119))
def test_a_whole_copy_by_a_clock_that_is_a_little_off_is_the_same_way(
    story: list[Event], minutes: int
) -> None:
    copies = [copied(event, timedelta(minutes=minutes)) for event in story]
    both, one = at(*story, *copies), at(*story)
    assert (both.milestone, both.holder, both.reason) == (one.milestone, one.holder, one.reason)
    assert len(both.history) == len(one.history)


@pytest.mark.parametrize(
    ("offset", "skew", "cleared"),
    [
        (True, SKEW, True),
        (True, SKEW + SECOND, False),
        (False, UNKNOWN_CLOCK, True),
        (False, UNKNOWN_CLOCK + SECOND, False),
    ],
)
def test_an_echo_does_not_take_a_parcel_back_to_customs(offset: bool, skew: timedelta, cleared: bool) -> None:
    held = scan(M.CUSTOMS_HELD, 90)
    out = scan(M.CUSTOMS_CLEARED, timedelta(hours=90) - timedelta(minutes=30))
    found = at(held, out, copied(held, skew, offset=offset))
    assert found.milestone is (M.CUSTOMS_CLEARED if cleared else M.CUSTOMS_HELD)
    assert len(found.history) == (2 if cleared else 3)


def test_a_second_hold_by_the_same_provider_is_no_echo() -> None:
    held, out = scan(M.CUSTOMS_HELD, 90), scan(M.CUSTOMS_CLEARED, 89)
    assert at(held, out, scan(M.CUSTOMS_HELD, 88)).milestone is M.CUSTOMS_HELD


def test_each_scan_has_one_echo_and_a_further_one_is_news() -> None:
    held, out = scan(M.CUSTOMS_HELD, 90), scan(M.CUSTOMS_CLEARED, timedelta(hours=89, minutes=30))
    first = copied(held, timedelta(minutes=10))
    again = replace(copied(held, timedelta(minutes=100)), source_id="held again")
    assert at(held, out, first).milestone is M.CUSTOMS_CLEARED
    assert at(held, out, first, again).milestone is M.CUSTOMS_HELD


@pytest.mark.parametrize(
    "other", [{"city": "Nice"}, {"country": "GB"}, {"reason": Reason.CUSTOMS_INSPECTION}]
)
def test_what_contradicts_is_no_echo_and_the_later_one_counts(other: dict[str, object]) -> None:
    ours = scan(M.CUSTOMS_HELD, 9, reason=Reason.CUSTOMS_DUTIES_DUE)
    theirs = scan(M.CUSTOMS_HELD, 8, source="aftership", **{"reason": Reason.CUSTOMS_DUTIES_DUE, **other})
    found = at(ours, theirs)
    assert len(found.history) == 2
    assert found.seen is not None
    assert (found.seen.place, found.reason) == (theirs.place, theirs.reason)


def test_providers_that_contradict_each_other_on_the_milestone_are_read_as_one() -> None:
    ours = [scan(M.IN_TRANSIT, 9), scan(M.OUT_FOR_DELIVERY, 5)]
    theirs = [scan(M.EXCEPTION, 4, source="aftership", reason=Reason.DELIVERY_ADDRESS_WRONG)]
    assert at(*ours, *theirs).milestone is M.EXCEPTION
    assert at(*ours, *theirs, scan(M.OUT_FOR_DELIVERY, 1)).milestone is M.OUT_FOR_DELIVERY
    assert (
        at(*ours, *theirs, scan(M.DELIVERED, 3, source="shop"), scan(M.IN_TRANSIT, 1)).milestone
        is M.DELIVERED
    )


def test_an_echo_adds_reason_place_and_proof_but_not_its_time() -> None:
    ours = scan(M.CUSTOMS_HELD, 9, city=None)
    theirs = copied(scan(M.CUSTOMS_HELD, 9, reason=Reason.CUSTOMS_ID_REQUIRED), timedelta(hours=1))
    found = at(ours, theirs)
    assert found.seen is not None
    assert (found.reason, found.seen.place.city) == (Reason.CUSTOMS_ID_REQUIRED, "Lyon")
    assert found.event is not None
    assert found.event.occurred_at == ours.occurred_at
    assert found.reason_event is not None
    assert found.reason_event.source == "aftership"
    home = scan(M.DELIVERED, 5)
    signed = replace(copied(home, timedelta(hours=1)), proof=Proof(signed_by="A. Example"))
    delivery = at(home, signed).delivery
    assert delivery is not None
    assert (delivery.event.occurred_at, delivery.proof) == (home.occurred_at, Proof(signed_by="A. Example"))


def test_a_delivery_that_was_taken_back_is_not_made_again_by_its_echo() -> None:
    home = scan(M.DELIVERED, 9)
    back = scan(M.EXCEPTION, timedelta(hours=8, minutes=30), reason=Reason.DELIVERY_ADDRESS_WRONG)
    assert at(home, back, copied(home, timedelta(hours=1))).milestone is M.EXCEPTION


def test_trouble_that_a_delivery_solved_does_not_come_back_by_its_echo() -> None:
    wrong = scan(M.EXCEPTION, 9, reason=Reason.DELIVERY_ADDRESS_WRONG)
    home = scan(M.DELIVERED, 6)
    assert at(wrong, home, copied(wrong, timedelta(hours=5), offset=False)).milestone is M.DELIVERED


def test_a_window_is_kept_though_the_other_provider_gives_none() -> None:
    window = (NOW, NOW + timedelta(hours=2))
    out = scan(M.OUT_FOR_DELIVERY, 5, window=window)
    found = at(out, replace(copied(out, timedelta(minutes=5)), window=None))
    assert found.windowed is not None
    assert found.windowed.window == window


def test_the_window_of_yesterday_s_round_says_nothing_about_today_s() -> None:
    window = (NOW - timedelta(hours=26), NOW - timedelta(hours=24))
    assert at(scan(M.OUT_FOR_DELIVERY, 30, window=window), scan(M.OUT_FOR_DELIVERY, 5)).windowed is None


def test_the_shop_s_own_word_is_an_account_like_any_other() -> None:
    carrier = scan(M.DELIVERED, 5)
    shop = scan(M.DELIVERED, 4, source="shop", actor=Actor.SHOP, carrier=None)
    assert len(at(carrier, shop).history) == 1
