"""“Will it be here by Friday?”: a yes only for what has happened, and every answer with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, promise, scan
from tests.tracking.reading import problems
from tracking.by_day import Because, ByDay, Chance, by_day, delivery_calendars
from tracking.explain import explain
from tracking.parcels import Event, LaneTimes, Parcel
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Explanation
from tracking.vocabulary import Milestone, Reason, Tier
from tracking.wording import wording
from tracking.words import situations

M, C, B = Milestone, Chance, Because
#: `NOW` is a Thursday.
TODAY, FRIDAY, SATURDAY, SUNDAY = (NOW.date() + timedelta(days=ahead) for ahead in range(4))
MONDAY, TUESDAY, WEDNESDAY = (SUNDAY + timedelta(days=ahead) for ahead in (1, 2, 3))
MORNING = NOW.replace(hour=9)


def told(whole: Parcel, now: datetime = NOW) -> Explanation:
    return explain(whole, now=now, tier=Tier.FULL, zone=PARIS)


def asked(whole: Parcel, day: date, now: datetime = NOW) -> ByDay:
    return by_day(told(whole, now), day, delivery_calendars(whole))


def short(found: ByDay) -> tuple[Chance, Because]:
    return found.chance, found.because


def moving(*promises: Any, at: Milestone = M.IN_TRANSIT, ago: float = 5, **more: Any) -> Parcel:
    return parcel(scan(M.CARRIER_RECEIVED, ago + 20), scan(at, ago), promises=promises, **more)


@pytest.mark.parametrize(
    ("milestone", "chance", "because"),
    [
        (M.DELIVERED, C.YES, B.DELIVERED),
        (M.READY_FOR_PICKUP, C.YES, B.WAITING),
        (M.RETURN_STARTED, C.NO, B.COMING_BACK),
        (M.RETURNED, C.NO, B.COMING_BACK),
        (M.LOST, C.NO, B.LOST),
        (M.DAMAGED, C.NO, B.DAMAGED),
        (M.CANCELLED, C.NO, B.CANCELLED),
    ],
)
@pytest.mark.parametrize("day", [TODAY, FRIDAY, TODAY + timedelta(days=300)])
def test_what_is_settled_is_certain_whatever_the_day(
    milestone: Milestone, chance: Chance, because: Because, day: date
) -> None:
    assert short(asked(parcel(scan(milestone, 5)), day)) == (chance, because)


@pytest.mark.parametrize(
    ("due", "day", "chance"),
    [
        (FRIDAY, FRIDAY, C.LIKELY),
        (FRIDAY, MONDAY, C.LIKELY),
        (MONDAY, FRIDAY, C.UNLIKELY),
        (MONDAY, TODAY, C.NO),
    ],
)
def test_the_carriers_day_decides(due: date, day: date, chance: Chance) -> None:
    whole = moving(promise(due, stated=3))
    found = asked(whole, day)
    assert short(found) == (chance, B.EXPECTED)
    assert found.facts.promise_ids == (90,)
    assert found.facts.event_ids


def test_what_is_expected_today_and_not_out_by_the_afternoon_seldom_comes() -> None:
    whole = moving(promise(TODAY, stated=30), ago=20)
    assert short(asked(whole, TODAY, MORNING)) == (C.LIKELY, B.EXPECTED)
    assert short(asked(whole, TODAY)) == (C.UNLIKELY, B.NOT_OUT)


def test_the_shops_promise_counts_only_once_the_parcel_is_on_its_way() -> None:
    soon = datetime(2026, 11, 20, 18, tzinfo=PARIS)
    assert short(asked(moving(promised_by=soon), FRIDAY)) == (C.LIKELY, B.EXPECTED)
    still_here = parcel(scan(M.PACKED, 5), promised_by=soon)
    assert short(asked(still_here, FRIDAY)) == (C.UNLIKELY, B.NOT_COLLECTED)
    assert short(asked(still_here, TODAY)) == (C.NO, B.NOT_COLLECTED)
    assert short(asked(parcel(scan(M.ORDER_CONFIRMED, 5)), TODAY)) == (C.NO, B.WITH_SHOP)
    later = datetime(2026, 11, 27, 18, tzinfo=PARIS)
    assert short(asked(parcel(scan(M.PACKED, 5), promised_by=later), date(2026, 11, 27))) == (
        C.LIKELY,
        B.EXPECTED,
    )


def test_a_date_that_has_passed_says_nothing_of_the_next_one() -> None:
    whole = moving(promise(TODAY - timedelta(days=2), stated=90))
    assert short(asked(whole, TODAY)) == (C.UNLIKELY, B.OVERDUE)
    assert short(asked(whole, TUESDAY)) == (C.UNTOLD, B.OVERDUE)


def test_lane_history_gives_a_range() -> None:
    times = LaneTimes("dhl", "FR", "FR", 40, timedelta(days=2), timedelta(days=3), timedelta(days=5))
    whole = moving(lanes=(times,), ago=4)
    by = told(whole).by_when
    assert by is not None
    assert by.day is not None
    assert by.earliest is not None
    assert short(asked(whole, by.day)) == (C.LIKELY, B.EXPECTED)
    assert short(asked(whole, by.earliest)) == (C.UNTOLD, B.EXPECTED)
    assert short(asked(whole, by.earliest - timedelta(days=1)))[0] in {C.UNLIKELY, C.NO}


def test_with_the_driver_it_is_likely_and_never_certain() -> None:
    out = scan(M.OUT_FOR_DELIVERY, 6)
    assert short(asked(parcel(out), TODAY)) == (C.LIKELY, B.ROUND)
    stale = parcel(scan(M.OUT_FOR_DELIVERY, 30))
    assert short(asked(stale, TODAY)) == (C.UNTOLD, B.ROUND_STALE)


def test_a_window_that_is_over_is_told() -> None:
    hours = tuple(NOW.replace(hour=hour).astimezone(timezone.utc) for hour in (10, 12))
    whole = parcel(scan(M.OUT_FOR_DELIVERY, 7, window=hours))
    assert short(asked(whole, TODAY, MORNING)) == (C.LIKELY, B.ROUND)
    assert short(asked(whole, TODAY)) == (C.UNTOLD, B.ROUND_STALE)


@pytest.mark.parametrize(
    ("reason", "because"),
    [
        (Reason.CUSTOMS_DUTIES_DUE, B.CUSTOMS_ASK),
        (Reason.CUSTOMS_DOCUMENTS_MISSING, B.CUSTOMS_ASK),
        (Reason.CUSTOMS_INVOICE_MISSING, B.CUSTOMS_ASK),
        (Reason.CUSTOMS_INSPECTION, B.CUSTOMS),
        (None, B.CUSTOMS),
    ],
)
def test_what_customs_hold_is_never_promised(reason: Reason | None, because: Because) -> None:
    whole = parcel(scan(M.CUSTOMS_HELD, 5, city="Tokyo", country="JP", reason=reason), country="JP")
    assert short(asked(whole, told(whole).today)) == (C.NO, because)
    tomorrow = asked(whole, told(whole).today + timedelta(days=1))
    assert short(tomorrow) == (C.UNLIKELY, because)
    assert tomorrow.shortest is not None
    assert tomorrow.longest is not None
    assert asked(whole, told(whole).today + timedelta(days=60)).chance is C.UNTOLD


def test_a_missed_delivery_is_tried_again_within_days() -> None:
    absent = parcel(scan(M.DELIVERY_ATTEMPTED, 3, reason=Reason.DELIVERY_RECIPIENT_ABSENT))
    assert asked(absent, TODAY).chance is C.UNLIKELY
    assert asked(absent, FRIDAY).chance is C.UNTOLD
    assert short(asked(absent, MONDAY)) == (C.LIKELY, B.ATTEMPTED)
    address = parcel(scan(M.DELIVERY_ATTEMPTED, 3, reason=Reason.DELIVERY_ADDRESS_INCOMPLETE))
    assert short(asked(address, WEDNESDAY)) == (C.UNTOLD, B.ATTEMPTED_ASK)


def test_long_silence_beats_an_old_promise() -> None:
    whole = moving(promise(FRIDAY, stated=200), ago=8 * 24)
    assert short(asked(whole, FRIDAY)) == (C.UNLIKELY, B.SILENT)


def test_without_a_date_nobody_can_tell_except_over_days_off() -> None:
    whole = moving()
    assert short(asked(whole, TUESDAY)) == (C.UNTOLD, B.NO_DATE)
    friday_night = NOW + timedelta(days=1)
    assert short(asked(moving(ago=-10), SUNDAY, friday_night))[1] is B.DAY_OFF


def test_from_the_local_depot_it_goes_out_within_days() -> None:
    whole = moving(at=M.AT_LOCAL_DEPOT)
    assert short(asked(whole, MONDAY)) == (C.LIKELY, B.DEPOT)
    assert short(asked(whole, FRIDAY)) == (C.UNTOLD, B.DEPOT)
    assert short(asked(whole, TODAY)) == (C.UNLIKELY, B.NOT_OUT)


def test_a_problem_without_a_new_date_is_open() -> None:
    whole = moving(promise(FRIDAY, stated=40), at=M.EXCEPTION)
    assert short(asked(whole, FRIDAY)) == (C.UNTOLD, B.TROUBLE)
    assert short(asked(whole, TODAY)) == (C.UNLIKELY, B.TROUBLE)


def every_state() -> Sequence[Event]:
    reasons = {
        M.CUSTOMS_HELD: [*(reason for reason in Reason if reason.family == "customs")],
        M.DELIVERY_ATTEMPTED: [*(reason for reason in Reason if reason.family == "delivery")],
    }
    found = []
    for milestone in M:
        for reason in (None, *reasons.get(milestone, ())):
            found += [scan(milestone, ago, reason=reason) for ago in (2, 60, 200, 300)]
    return found


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_judgement_reads_well(language: str) -> None:
    """All states, several days, with and without a date: whole sentences of one language, and no promise."""
    words = wording(language)
    hard = {"en": "Yes:", "fr": "Oui :", "es": "Sí:", "de": "Ja –"}[language]
    for event in every_state():
        for promises in ((), (promise(FRIDAY, stated=1),), (promise(TODAY - timedelta(days=3), stated=99),)):
            whole = parcel(event, promises=promises)
            of = told(whole)
            for day in (of.today, of.today + timedelta(days=1), of.today + timedelta(days=6)):
                judged = by_day(of, day, delivery_calendars(whole))
                text = situations.by_day(words, of, judged)
                assert not problems(text, language), (event.milestone, event.reason, text)
                assert text.replace("\N{NO-BREAK SPACE}", " ").startswith(hard) == (judged.chance is C.YES)
            gone = situations.due(words, of, of.today - timedelta(days=2))
            assert gone
            assert not problems(gone, language), (event.milestone, gone)


def test_whoever_was_promised_an_earlier_day_is_told_that_they_are_right() -> None:
    words = wording("en")
    overdue = told(moving(promise(TODAY - timedelta(days=1), stated=60)))
    assert situations.due(words, overdue, TODAY - timedelta(days=1)).startswith("You’re right: DHL")
    in_time = told(moving(promise(MONDAY, stated=3)))
    assert situations.due(words, in_time, TODAY - timedelta(days=1)).startswith("It isn’t overdue yet: DHL")
    unknown = told(moving())
    assert "can’t tell whether it’s late" in situations.due(words, unknown, TODAY - timedelta(days=1))
