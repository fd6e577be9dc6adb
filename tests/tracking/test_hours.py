"""Opening hours: when somebody is there, by when there is an answer, and how both are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracking.reading import prose
from tracking.hours import Hours, Interval
from tracking.policy import DEFAULT, Policy, read_policy
from tracking.settings import WRITTEN_LANGUAGES
from tracking.wording import wording
from tracking.words.hours import answer_time, hours_sentence

PARIS = ZoneInfo("Europe/Paris")
#: 09:00-12:30 and 13:30-18:00 from Monday to Thursday.
OFFICE = {day: (Interval(540, 750), Interval(810, 1080)) for day in range(4)}
ALL_WEEK = {day: (Interval(0, 1440),) for day in range(7)}


def at(text: str, zone: str = "Europe/Paris") -> datetime:
    """A moment on the clock of a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def utc(moment: datetime | None) -> datetime:
    """The same moment in UTC: one that a clock shows twice equals none in another zone."""
    assert moment is not None
    return moment.astimezone(timezone.utc)


def hours(week: dict[int, tuple[Interval, ...]] = OFFICE, answer: float | None = 4, **more: object) -> Hours:
    """Hours in Paris with an answer within so many hours."""
    promised = None if answer is None else timedelta(hours=answer)
    return replace(Hours(PARIS, week, answer=promised), **more)  # type: ignore[arg-type]


# --- One moment after another ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "is_open", "opens", "by"),
    [
        ("2026-11-23T08:59", False, "2026-11-23T09:00", "2026-11-23T14:00"),
        ("2026-11-23T09:00", True, "2026-11-23T09:00", "2026-11-23T14:00"),
        ("2026-11-23T12:29", True, "2026-11-23T12:29", "2026-11-23T17:29"),
        # The first moment at which nobody is there any more.
        ("2026-11-23T12:30", False, "2026-11-23T13:30", "2026-11-23T17:30"),
        ("2026-11-23T14:00", True, "2026-11-23T14:00", "2026-11-23T18:00"),
        ("2026-11-23T17:00", True, "2026-11-23T17:00", "2026-11-24T12:00"),
        ("2026-11-26T18:00", False, "2026-11-30T09:00", "2026-11-30T14:00"),
    ],
)
def test_a_week_of_office_hours(now: str, is_open: bool, opens: str, by: str) -> None:
    office = hours()
    assert office.is_open(at(now)) is is_open
    assert office.next_opening(at(now)) == at(opens)
    assert office.answer_by(at(now)) == at(by)


def test_moments_are_told_on_the_shops_clock_wherever_they_come_from() -> None:
    asked = datetime(2026, 11, 23, 7, 0, tzinfo=timezone.utc)
    opens, by = hours().next_opening(asked), hours().answer_by(asked)
    assert opens is not None
    assert by is not None
    assert (opens.hour, opens.tzinfo) == (9, PARIS)
    assert (by.hour, by.tzinfo) == (14, PARIS)
    tokyo = replace(hours(), zone=ZoneInfo("Asia/Tokyo"))
    assert tokyo.is_open(datetime(2026, 11, 23, 1, 0, tzinfo=timezone.utc))
    assert not tokyo.is_open(datetime(2026, 11, 23, 10, 0, tzinfo=timezone.utc))


def test_closing_time_is_the_end_of_what_is_open_without_a_break() -> None:
    assert hours().closes(at("2026-11-23T10:00")) == at("2026-11-23T12:30")
    assert hours().closes(at("2026-11-23T12:30")) is None
    touching = hours({0: (Interval(540, 720), Interval(720, 1440)), 1: (Interval(0, 120),)})
    assert touching.closes(at("2026-11-23T10:00")) == at("2026-11-24T02:00")
    assert touching.closes(at("2026-11-24T01:00")) == at("2026-11-24T02:00")


def test_holidays_and_closed_days_do_not_count() -> None:
    # Friday 1 May 2026 is a holiday in France; so is Thursday 14 May, Ascension.
    week = {day: (Interval(540, 1080),) for day in range(5)}
    bank = hours(week, holidays="FR")
    assert not bank.is_open(at("2026-05-01T10:00"))
    assert hours(week).is_open(at("2026-05-01T10:00"))
    assert bank.next_opening(at("2026-05-01T10:00")) == at("2026-05-04T09:00")
    assert bank.answer_by(at("2026-04-30T17:00")) == at("2026-05-04T12:00")
    closed = hours(week, holidays="FR", closed=frozenset({date(2026, 5, 4), date(2026, 5, 5)}))
    assert closed.answer_by(at("2026-04-30T17:00")) == at("2026-05-06T12:00")
    # St Andrew's Day, and not in England.
    assert not hours(week, holidays="GB-SCT").is_open(at("2026-11-30T10:00"))
    assert hours(week, holidays="GB-ENG").is_open(at("2026-11-30T10:00"))


def test_hours_that_nobody_gave_say_nothing() -> None:
    unknown = hours({})
    now = at("2026-11-23T10:00")
    assert not unknown.known
    assert not unknown.is_open(now)
    assert unknown.next_opening(now) is unknown.answer_by(now) is unknown.closes(now) is None


def test_a_team_that_never_comes_back_promises_nothing() -> None:
    ever = frozenset(date(2026, 1, 1) + timedelta(days=passed) for passed in range(1000))
    gone = hours(closed=ever)
    assert gone.next_opening(at("2026-11-23T10:00")) is None
    assert gone.answer_by(at("2026-11-23T10:00")) is None


# --- When clocks change -------------------------------------------------------------------------------------


def test_a_day_of_23_hours_has_one_hour_less() -> None:
    # In Paris it is 03:00 right after 01:59 on 29 March 2026.
    open_all = hours(ALL_WEEK, answer=4)
    assert open_all.answer_by(at("2026-03-29T00:00")) == at("2026-03-29T05:00")
    night = hours({6: (Interval(60, 240),)}, answer=2)
    assert night.answer_by(at("2026-03-29T00:00")) == at("2026-03-29T04:00")


def test_a_time_that_the_clock_jumps_over_is_the_moment_of_the_jump() -> None:
    jump = datetime(2026, 3, 29, 1, 0, tzinfo=timezone.utc)
    assert hours({6: (Interval(150, 240),)}).next_opening(at("2026-03-29T00:00")) == jump
    assert hours({6: (Interval(60, 150),)}).closes(at("2026-03-29T01:30")) == jump
    # Nothing is left of it: it opens a week later.
    gone = hours({6: (Interval(130, 170),)}, answer=0.5)
    assert gone.next_opening(at("2026-03-29T00:00")) == at("2026-04-05T02:10")


def test_a_time_that_comes_twice_opens_the_first_time_and_closes_the_second() -> None:
    # In Paris it is 02:00 again right after 02:59 on 25 October 2026.
    twice = hours({6: (Interval(135, 165),)}, answer=1)
    first, last = (datetime(2026, 10, 25, hour, tzinfo=timezone.utc) for hour in (0, 1))
    assert utc(twice.next_opening(at("2026-10-25T00:00"))) == first + timedelta(minutes=15)
    assert utc(twice.closes(first + timedelta(minutes=15))) == last + timedelta(minutes=45)
    assert utc(twice.answer_by(at("2026-10-25T00:00"))) == last + timedelta(minutes=15)
    # What ends as the clock shows that time for the first time has ended.
    before = hours({6: (Interval(60, 120),)})
    assert utc(before.closes(at("2026-10-25T01:30"))) == first
    assert not before.is_open(first + timedelta(minutes=30))
    # Where both count twice, the hour is still counted once.
    both = hours({6: (Interval(60, 135), Interval(165, 240))}, answer=4)
    assert utc(both.answer_by(at("2026-10-25T00:00"))) == datetime(2026, 10, 25, 3, 0, tzinfo=timezone.utc)


def test_an_evening_that_comes_again_after_midnight() -> None:
    # In Beirut it is 23:00 again right after 23:59 on 24 October 2026.
    beirut = Hours(ZoneInfo("Asia/Beirut"), {5: (Interval(1380, 1440),)})
    second = datetime(2026, 10, 24, 21, 30, tzinfo=timezone.utc)
    assert beirut.is_open(second - timedelta(hours=1))
    assert beirut.is_open(second)
    assert not beirut.is_open(second + timedelta(minutes=30))


# --- Whatever the hours are ---------------------------------------------------------------------------------


@st.composite
def weeks(draw: st.DrawFn) -> dict[int, tuple[Interval, ...]]:
    """Some days of a week with one to three intervals each."""
    week = {}
    for day in draw(st.sets(st.integers(0, 6), min_size=1)):
        # On quarters of an hour, so that intervals often touch, and fall into the hours that clocks change.
        cuts = sorted(draw(st.sets(st.integers(0, 96), min_size=2, max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        week[day] = tuple(Interval(start * 15, end * 15) for start, end in pairs)
    return week


#: Paris and New York change at night, Lord Howe by half an hour, Beirut at midnight, Kolkata never.
ZONES = ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "Asia/Kolkata")
ANY_HOURS = st.builds(
    Hours,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    week=weeks(),
    closed=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20),
    holidays=st.sampled_from((None, "FR", "US", "GB-SCT")),
    answer=st.integers(1, 16 * 60).map(lambda minutes: timedelta(minutes=minutes)),
)
MOMENTS = st.integers(0, 364 * 24 * 3600).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
)
#: Days around which the clocks of these zones change.
CHANGES = st.sampled_from(
    [
        datetime(2026, *day, tzinfo=timezone.utc)
        for day in ((3, 28), (3, 8), (4, 4), (10, 24), (10, 3), (11, 1))
    ]
).flatmap(lambda day: st.integers(0, 48 * 60).map(lambda minutes: day + timedelta(minutes=minutes)))

#: Moments on any clock, that of the shop among them.
ASKED = st.builds(datetime.astimezone, MOMENTS | CHANGES, st.sampled_from((*ZONES, "UTC")).map(ZoneInfo))


def open_time(of: Hours, start: datetime, end: datetime) -> timedelta:
    """The time that it is open between two moments, counted with openings and closings alone."""
    total, moment, end = timedelta(), utc(start), utc(end)
    while (found := of.next_opening(moment)) is not None and (opens := utc(found)) < end:
        moment = utc(of.closes(opens))
        assert moment > opens
        total += min(moment, end) - opens
    return total


@settings(max_examples=250, deadline=None)
@given(of=ANY_HOURS, now=ASKED)
def test_an_answer_comes_after_exactly_the_promised_time_of_opening_and_never_outside(
    of: Hours, now: datetime
) -> None:
    found = of.answer_by(now)
    if found is None:
        # Closed weekdays and holidays may leave less than that in a year.
        assert of.answer is not None
        assert open_time(of, now, now + timedelta(days=395)) < of.answer
        return
    by = utc(found)
    assert by > now
    assert of.is_open(by - timedelta(microseconds=1))
    assert open_time(of, now, by) == of.answer
    told = utc(answer_time(of, now))
    assert by <= told < by + timedelta(minutes=15)
    assert of.is_open(told - timedelta(seconds=1))


@settings(max_examples=250, deadline=None)
@given(of=ANY_HOURS, now=ASKED, later=st.integers(0, 72 * 60))
def test_who_asks_later_is_never_answered_sooner(of: Hours, now: datetime, later: int) -> None:
    first, second = of.answer_by(now), of.answer_by(utc(now) + timedelta(minutes=later))
    if first is not None and second is not None:
        assert utc(first) <= utc(second)


@settings(max_examples=250, deadline=None)
@given(of=ANY_HOURS, now=ASKED)
def test_next_opening_is_the_first_open_moment(of: Hours, now: datetime) -> None:
    found, now = of.next_opening(now), utc(now)
    if found is None:
        assert not of.is_open(now)
        return
    opens = utc(found)
    assert opens >= now
    assert of.is_open(opens)
    assert (opens == now) is of.is_open(now)
    assert opens == now or not of.is_open(opens - timedelta(microseconds=1))
    assert found.tzinfo is of.zone
    assert not of.is_closed_on(found.date())


@settings(max_examples=150, deadline=None)
@given(of=ANY_HOURS, now=MOMENTS)
def test_in_a_zone_without_changes_it_is_open_when_the_clock_says_so(of: Hours, now: datetime) -> None:
    of = replace(of, zone=ZoneInfo("Asia/Kolkata"))
    local = now.astimezone(of.zone)
    minutes = local.hour * 60 + local.minute
    within = any(each.start <= minutes < each.end for each in of.week.get(local.weekday(), ()))
    assert of.is_open(now) is (within and not of.is_closed_on(local.date()))


# --- Told ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shop() -> Policy:
    """The demo shop's policy."""
    return read_policy(DEFAULT)


@pytest.mark.parametrize(
    ("now", "english", "french", "spanish", "german"),
    [
        (
            "2026-11-23T09:05",
            "Our team is here right now; you can expect an answer by 14:15 today.",
            "Notre équipe est là en ce moment ; "
            "vous pouvez compter sur une réponse aujourd’hui avant 14 h 15.",
            "Nuestro equipo está aquí en este momento; "
            "puedes contar con una respuesta hoy antes de las 14:15.",
            "Unser Team ist gerade da; du kannst bis heute 14:15 Uhr mit einer Antwort rechnen.",
        ),
        (
            "2026-11-21T19:00",
            "Our team isn’t here at the moment and will be back on Monday 23 November at 09:00; "
            "you can expect an answer by 14:00 that day.",
            "Notre équipe n’est pas là pour le moment et revient le lundi 23 novembre à 9 h ; "
            "vous pouvez compter sur une réponse ce jour-là avant 14 h.",
            "Nuestro equipo no está en este momento y vuelve el lunes 23 de noviembre a las 9:00; "
            "puedes contar con una respuesta ese mismo día antes de las 14:00.",
            "Unser Team ist gerade nicht da und am Montag, 23. November um 9 Uhr zurück; "
            "du kannst an diesem Tag bis 14 Uhr mit einer Antwort rechnen.",
        ),
    ],
)
def test_what_is_said(shop: Policy, now: str, english: str, french: str, spanish: str, german: str) -> None:
    expected = {"en": english, "fr": french, "es": spanish, "de": german}
    for language, text in expected.items():
        assert prose(hours_sentence(wording(language), at(now), policy=shop)) == text


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_no_answer_is_promised_unless_the_shop_does(shop: Policy, language: str) -> None:
    silent = replace(shop, hours=replace(shop.hours, answer=None))
    words = wording(language)
    for now in ("2026-11-23T10:00", "2026-11-23T20:00"):
        told = hours_sentence(words, at(now), policy=silent)
        assert told
        assert told in hours_sentence(words, at(now), policy=shop).replace(";", ".").replace(
            "\N{NO-BREAK SPACE}.", "."
        )


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_unknown_hours_are_not_told(shop: Policy, language: str) -> None:
    unknown = replace(shop, hours=Hours(PARIS))
    assert hours_sentence(wording(language), at("2026-11-23T10:00"), policy=unknown) == ""


def test_the_team_has_the_name_that_the_shop_gives_it(shop: Policy) -> None:
    named = replace(shop, team={"en": "the Lumen workshop"})
    assert hours_sentence(wording("en"), at("2026-11-23T10:00"), policy=named).startswith(
        "The Lumen workshop is"
    )
    assert hours_sentence(wording("de"), at("2026-11-23T10:00"), policy=named).startswith("Unser Team ist")


def test_a_time_is_not_told_too_early_nor_after_closing() -> None:
    assert answer_time(hours(answer=1), at("2026-11-23T09:02")) == at("2026-11-23T10:15")
    assert answer_time(hours(answer=1), at("2026-11-23T09:15")) == at("2026-11-23T10:15")
    odd = hours({0: (Interval(540, 607),)}, answer=1)
    assert answer_time(odd, at("2026-11-23T09:05:30")) == at("2026-11-23T10:06")
    assert answer_time(hours(answer=None), at("2026-11-23T09:05")) is None


def test_this_process_speaks_by_its_own_policy() -> None:
    assert hours_sentence(wording("en"), at("2026-11-23T10:00")).startswith("Our team is here right now")
