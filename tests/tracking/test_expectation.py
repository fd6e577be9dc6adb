"""What comes next and by when: honest, or not said at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, promise, scan
from tests.tracking.reading import problems, prose
from tracking.explain import explain
from tracking.parcels import Event, LaneTimes, Parcel
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Basis, Explanation, Step
from tracking.vocabulary import Actor, Milestone, Reason, Tier
from tracking.wording import wording

M = Milestone


def told(whole: Parcel, now: datetime = NOW) -> Explanation:
    return explain(whole, now=now, tier=Tier.FULL, zone=PARIS)


# --- What next ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("milestone", "country", "step"),
    [
        (M.ORDER_CONFIRMED, "FR", Step.PACKING),
        (M.LABEL_CREATED, "FR", Step.COLLECTION),
        (M.CARRIER_RECEIVED, "FR", Step.DEPARTURE),
        (M.DEPARTED_ORIGIN, "FR", Step.LOCAL_DEPOT),
        (M.DEPARTED_ORIGIN, "JP", Step.ARRIVAL_ABROAD),
        (M.IN_TRANSIT, "DE", Step.ARRIVAL_ABROAD),
        (M.CUSTOMS_HELD, "JP", Step.CUSTOMS_RELEASE),
        (M.OUT_FOR_DELIVERY, "FR", Step.DOORSTEP),
        (M.RETURN_STARTED, "FR", Step.COMING_BACK),
    ],
)
def test_what_comes_next(milestone: Milestone, country: str, step: Step) -> None:
    found = told(parcel(scan(milestone, 5), country=country))
    assert found.next is not None
    assert found.next.step is step


def test_customs_come_next_only_where_there_are_customs_and_only_once() -> None:
    def step(destination: str, *more: Event) -> Step:
        sent = scan(M.CARRIER_RECEIVED, 90)
        there = scan(M.ARRIVED_DESTINATION, 5, city=None, country=destination)
        found = told(parcel(sent, *more, there, country=destination)).next
        assert found is not None
        return found.step

    assert step("DE") is Step.LOCAL_DEPOT
    assert step("CH") is Step.CUSTOMS_CHECK
    assert step("CH", scan(M.CUSTOMS_CLEARED, 20)) is Step.LOCAL_DEPOT


@pytest.mark.parametrize(
    ("milestone", "reason", "step"),
    [
        (M.DELIVERY_ATTEMPTED, Reason.DELIVERY_RECIPIENT_ABSENT, Step.NEW_ATTEMPT),
        (M.DELIVERY_ATTEMPTED, Reason.DELIVERY_REFUSED, Step.SHOP_SETTLES),
        (M.DELAYED, Reason.DELIVERY_RESCHEDULED, Step.ROUND),
        (M.DELAYED, Reason.TRANSIT_WEATHER, Step.CARRIER_RESUMES),
        (M.EXCEPTION, Reason.CUSTOMS_VALUATION, Step.CUSTOMS_RELEASE),
        (M.EXCEPTION, Reason.DELIVERY_NO_ACCESS, Step.NEW_ATTEMPT),
        (M.EXCEPTION, Reason.LOSS_DAMAGED, Step.SHOP_SETTLES),
        (M.EXCEPTION, Reason.RETURN_UNCLAIMED, Step.COMING_BACK),
    ],
)
def test_trouble_goes_on_as_its_reason_does(milestone: Milestone, reason: Reason, step: Step) -> None:
    found = told(parcel(scan(milestone, 5, reason=reason)))
    assert found.next is not None
    assert found.next.step is step


def test_a_delay_at_the_shop_is_followed_by_packing() -> None:
    found = told(parcel(scan(M.DELAYED, 5, actor=Actor.SHOP, carrier=None)))
    assert found.next is not None
    assert (found.who.holder, found.next.step) == (Actor.SHOP, Step.PACKING)


def test_after_a_delivery_nothing_comes_next() -> None:
    assert told(parcel(scan(M.DELIVERED, 5))).next is None


# --- By when --------------------------------------------------------------------------------------------

DUE = date(2026, 11, 24)


def test_the_carrier_s_last_promise_outweighs_the_shop_s_and_rests_on_itself() -> None:
    later = promise(DUE, stated=5, id=91)
    whole = parcel(
        scan(M.IN_TRANSIT, 9),
        promises=(later, promise(date(2026, 11, 20))),
        promised_by=NOW + timedelta(days=9),
    )
    found = told(whole).by_when
    assert found is not None
    assert (found.basis, found.day, found.facts.promise_ids) == (Basis.CARRIER, DUE, (91,))


def test_a_promise_stated_after_now_is_not_known_yet() -> None:
    whole = parcel(scan(M.IN_TRANSIT, 9), promises=(promise(DUE, stated=-5),))
    assert told(whole).by_when.basis is Basis.UNKNOWN


def test_before_the_carrier_says_anything_the_shop_s_promise_counts() -> None:
    found = told(parcel(scan(M.PACKED, 9), promised_by=datetime(2026, 11, 24, 23, 0, tzinfo=PARIS))).by_when
    assert found is not None
    assert (found.basis, found.day, found.facts.order_id, found.overdue) == (Basis.SHOP, DUE, 7, False)


@pytest.mark.parametrize("milestone", [M.CUSTOMS_HELD, M.EXCEPTION])
def test_a_date_is_hidden_where_it_would_mislead_but_not_that_it_has_passed(milestone: Milestone) -> None:
    assert told(parcel(scan(milestone, 5), promises=(promise(DUE),))).by_when is None
    passed = told(parcel(scan(milestone, 5), promises=(promise(date(2026, 11, 18)),))).by_when
    assert passed is not None
    assert passed.overdue


@pytest.mark.parametrize(
    "milestone",
    [M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP, M.DELIVERED, M.RETURN_STARTED, M.LOST, M.CANCELLED],
)
def test_no_date_is_shown_for_a_parcel_that_is_there_or_goes_elsewhere(milestone: Milestone) -> None:
    for due in (DUE, date(2026, 11, 18)):
        assert told(parcel(scan(milestone, 5), promises=(promise(due),))).by_when is None


def test_out_for_delivery_shows_the_window_and_nothing_else() -> None:
    window = (NOW + timedelta(hours=1), NOW + timedelta(hours=3))
    with_window = told(parcel(scan(M.OUT_FOR_DELIVERY, 5, window=window), promises=(promise(DUE),))).by_when
    assert with_window is not None
    assert (with_window.basis, with_window.start, with_window.end) == (Basis.WINDOW, *window)
    assert told(parcel(scan(M.OUT_FOR_DELIVERY, 5), promises=(promise(DUE),))).by_when is None


def test_a_date_from_before_a_delay_is_hidden_and_one_from_after_it_is_shown() -> None:
    delayed = scan(M.DELAYED, 20)
    assert told(parcel(delayed, promises=(promise(DUE, stated=48),))).by_when is None
    assert told(parcel(delayed, promises=(promise(DUE, stated=2),))).by_when.day == DUE


def test_a_promised_day_is_over_at_its_end_where_the_parcel_goes() -> None:
    whole = parcel(scan(M.IN_TRANSIT, 9), promises=(promise(date(2026, 11, 19)),), country="JP")
    last_minute = datetime(2026, 11, 19, 14, 59, tzinfo=timezone.utc)
    assert told(whole, now=last_minute).by_when.overdue is False
    assert told(whole, now=last_minute + timedelta(minutes=1)).by_when.overdue is True


def test_a_promised_hour_is_over_when_it_is() -> None:
    at_six = datetime(2026, 11, 19, 18, 0, tzinfo=PARIS)
    whole = parcel(scan(M.IN_TRANSIT, 9), promises=(promise(at_six.date(), due_at=at_six),))
    assert told(whole, now=at_six).by_when.overdue is False
    assert told(whole, now=at_six + timedelta(minutes=1)).by_when.overdue is True


def test_nobody_s_date_is_said_to_be_nobody_s() -> None:
    found = told(parcel(scan(M.IN_TRANSIT, 9))).by_when
    assert found is not None
    assert (found.basis, found.day, found.facts.order_id) == (Basis.UNKNOWN, None, 7)


# --- Promise and estimate -------------------------------------------------------------------------------


def promised(day: int) -> datetime:
    return datetime(2026, 11, day, 23, 59, 59, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("by", "shown", "english"),
    [
        (27, date(2026, 11, 27), " (we promised it for Friday 27 November)."),
        (23, date(2026, 11, 23), ", later than the day we promised (Monday 23 November)."),
        (24, None, "."),
    ],
)
def test_the_carrier_s_day_wins_and_the_shop_s_is_told_beside_it_where_it_differs(
    by: int, shown: date | None, english: str
) -> None:
    found = told(parcel(scan(M.IN_TRANSIT, 9), promises=(promise(DUE),), promised_by=promised(by)))
    assert found.by_when is not None
    assert (found.by_when.basis, found.by_when.day, found.by_when.promised) == (Basis.CARRIER, DUE, shown)
    assert (found.by_when.facts.order_id == 7) is (shown is not None)
    expected = "DHL Express expects to deliver it by Tuesday 24 November"
    assert f"{expected}{english}" in prose(wording("en").when(found))


def test_a_chat_keeps_no_lateness_back_and_spends_no_words_on_what_comes_sooner() -> None:
    later, sooner = (
        told(parcel(scan(M.IN_TRANSIT, 9), promises=(promise(DUE),), promised_by=promised(by)))
        for by in (23, 27)
    )
    assert "later than the day we promised" in wording("en").chat(later)
    assert "promised" not in wording("en").chat(sooner)


def test_a_promise_from_before_the_order_was_made_for_another_parcel() -> None:
    old = promise(DUE, stated=10 * 24 + 1)
    assert told(parcel(scan(M.IN_TRANSIT, 9), promises=(old,))).by_when.basis is Basis.UNKNOWN


# --- Lane history ---------------------------------------------------------------------------------------


def lane(fast: float, slow: float, *, carrier: str = "dhl", origin: str = "FR") -> LaneTimes:
    """What 40 parcels took from there to France: one in ten less, one in ten more days than these."""
    return LaneTimes(carrier, origin, "FR", 40, *(timedelta(days=each) for each in (fast, 2.5, slow)))


def on_its_way(
    *lanes: LaneTimes, milestone: Milestone = M.AT_LOCAL_DEPOT, ago: float = 9, **more: Any
) -> Parcel:
    """Received 48 hours before NOW, a Thursday at 15:30."""
    return parcel(scan(M.CARRIER_RECEIVED, 48, id=11), scan(milestone, ago), lanes=lanes, **more)


@pytest.mark.parametrize(
    ("fast", "slow", "earliest", "day", "english"),
    [
        # 22 November is a Sunday.
        (3, 5, date(2026, 11, 20), date(2026, 11, 23), "between tomorrow and Monday 23 November."),
        (3, 3.1, date(2026, 11, 20), date(2026, 11, 20), "tomorrow."),
        (1, 2.5, date(2026, 11, 19), date(2026, 11, 20), "between today and tomorrow."),
    ],
)
def test_where_nobody_gave_a_date_past_parcels_tell_when_it_usually_comes(
    fast: float, slow: float, earliest: date, day: date, english: str
) -> None:
    found = told(on_its_way(lane(fast, slow)))
    assert found.by_when is not None
    assert (found.by_when.basis, found.by_when.earliest, found.by_when.day) == (Basis.LANE, earliest, day)
    assert found.by_when.facts.event_ids == (11,)
    assert f"On this way parcels usually arrive {english}" in prose(wording("en").when(found))
    for language in WRITTEN_LANGUAGES:
        said = wording(language)
        for text in (said.chat(found), said.when(found), said.line(found), str(said.card(found)["eta"])):
            assert not problems(text, language), text


@pytest.mark.parametrize(
    "history",
    [(), (lane(3, 5, carrier="ups"),), (lane(3, 5, origin="DE"),), (lane(0.5, 1.2),)],
    ids=["none", "another carrier's", "from elsewhere", "it is slower than they were"],
)
def test_a_history_that_says_nothing_about_this_parcel_is_not_told(history: tuple[LaneTimes, ...]) -> None:
    assert told(on_its_way(*history)).by_when.basis is Basis.UNKNOWN


def test_any_promise_outweighs_the_history() -> None:
    assert told(on_its_way(lane(3, 5), promises=(promise(DUE),))).by_when.basis is Basis.CARRIER
    assert told(on_its_way(lane(3, 5), promised_by=promised(24))).by_when.basis is Basis.SHOP


@pytest.mark.parametrize("milestone", [M.EXCEPTION, M.CUSTOMS_HELD, M.DELAYED])
def test_in_trouble_nothing_is_as_usual(milestone: Milestone) -> None:
    found = told(on_its_way(lane(3, 5), milestone=milestone)).by_when
    assert found is None or found.basis is Basis.UNKNOWN


@pytest.mark.parametrize(
    "milestone", [M.DELIVERY_ATTEMPTED, M.READY_FOR_PICKUP, M.OUT_FOR_DELIVERY, M.DELIVERED]
)
def test_the_history_is_hidden_where_any_date_is(milestone: Milestone) -> None:
    assert told(on_its_way(lane(3, 5), milestone=milestone)).by_when is None


def test_a_parcel_that_is_silent_for_too_long_is_not_as_usual() -> None:
    sent = scan(M.CARRIER_RECEIVED, 5 * 24, id=11)
    assert told(parcel(sent, lanes=(lane(4, 9),))).by_when.basis is Basis.UNKNOWN
    assert told(parcel(sent, scan(M.IN_TRANSIT, 5), lanes=(lane(4, 9),))).by_when.basis is Basis.LANE


def test_a_parcel_first_seen_on_its_way_tells_no_time_of_arrival() -> None:
    whole = parcel(scan(M.AT_LOCAL_DEPOT, 9), lanes=(lane(3, 5),))
    assert told(whole).by_when.basis is Basis.UNKNOWN
