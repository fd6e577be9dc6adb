"""When silence is normal, late, stuck or presumed lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, scan
from tracking.calendars import add_working_days, calendar_of_city, day_off, is_holiday, is_weekend
from tracking.journey import journey
from tracking.parcels import Event
from tracking.regions import region_of_postcode
from tracking.silence import Silence, Stage, Stretch, silence
from tracking.vocabulary import Actor, CaseKind, Milestone

M = Milestone
SECOND = timedelta(seconds=1)


def quiet(*scans: Event, now: datetime, country: str = "FR", **more: object) -> Silence:
    whole = parcel(*scans, country=country, **more)
    found = silence(journey(whole, now), whole, now=now, zone=PARIS)
    assert found is not None
    return found


def after(
    milestone: Milestone, at: datetime, silent: timedelta, *, country: str = "FR", **more: object
) -> Silence:
    """The silence of a parcel whose last scan was this one."""
    event = scan(milestone, timedelta(0), now=at, **more)
    return quiet(event, now=at + silent, country=country, placed_at=at)


#: A Monday morning; no public holiday in France within the four weeks after it.
MONDAY = datetime(2026, 9, 7, 10, 0, tzinfo=PARIS)


# --- Calendars ------------------------------------------------------------------------------------------


def test_weekends_are_the_country_s_own() -> None:
    friday, saturday, sunday = date(2026, 9, 4), date(2026, 9, 5), date(2026, 9, 6)
    assert [is_weekend(day, "FR") for day in (friday, saturday, sunday)] == [False, True, True]
    assert [is_weekend(day, "SA") for day in (friday, saturday, sunday)] == [True, True, False]


def test_a_country_without_a_known_calendar_has_saturday_and_sunday_off() -> None:
    assert is_weekend(date(2026, 9, 5), "XX")
    assert not is_holiday(date(2026, 12, 25), "XX")


def test_a_holiday_says_whose_it_is() -> None:
    found = day_off(date(2026, 11, 11), ["GB", "FR"])
    assert found is not None
    assert found.country == "FR"
    assert day_off(date(2026, 11, 11), ["GB"]) is None


def test_working_days_skip_weekends_and_the_holidays_of_every_country_on_the_way() -> None:
    wednesday = date(2026, 11, 25)
    # Thursday 26 November is Thanksgiving in the United States.
    assert add_working_days(wednesday, 2, ["FR"])[0] == date(2026, 11, 27)
    day, skipped = add_working_days(wednesday, 2, ["FR", "US"])
    assert day == date(2026, 11, 30)
    assert [off.country for off in skipped] == ["US", None, None]


def test_no_working_days_is_the_same_day_even_on_a_weekend() -> None:
    assert add_working_days(date(2026, 9, 5), 0, ["FR"]) == (date(2026, 9, 5), ())


# --- The expected gap -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "shortest", "longest", "until"),
    [
        ("FR", 1, 3, date(2026, 9, 10)),
        ("DE", 2, 4, date(2026, 9, 11)),
        (None, 2, 4, date(2026, 9, 11)),
        ("GB", 2, 4, date(2026, 9, 11)),
        ("US", 3, 6, date(2026, 9, 15)),
    ],
)
def test_line_haul_is_quiet_the_longer_the_farther_it_goes(
    country: str | None, shortest: int, longest: int, until: date
) -> None:
    found = quiet(scan(M.DEPARTED_ORIGIN, timedelta(0), now=MONDAY), now=MONDAY, country=country)
    assert (found.stretch, found.gap.shortest, found.gap.longest) == (Stretch.LINE_HAUL, shortest, longest)
    assert found.normal_until == until


def test_a_ship_takes_weeks_where_the_carrier_says_it_is_one() -> None:
    by_ship = scan(M.DEPARTED_ORIGIN, timedelta(0), now=MONDAY, words="Vessel departed from port of loading")
    found = quiet(by_ship, now=MONDAY + timedelta(days=25), country="US")
    assert (found.gap.longest, found.stage) == (35, Stage.NORMAL)
    by_air = quiet(
        scan(M.DEPARTED_ORIGIN, timedelta(0), now=MONDAY), now=MONDAY + timedelta(days=25), country="US"
    )
    assert by_air.stage is Stage.LOST
    at_home = quiet(by_ship, now=MONDAY + timedelta(days=25))
    assert at_home.stage is Stage.LOST


def test_once_it_is_in_the_country_the_long_way_is_behind_it() -> None:
    sent = scan(M.DEPARTED_ORIGIN, timedelta(days=6), now=MONDAY)
    there = scan(M.ARRIVED_DESTINATION, timedelta(days=1), now=MONDAY, city="Newark", country="US")
    onward = scan(M.IN_TRANSIT, timedelta(0), now=MONDAY, city="Chicago", country="US")
    found = quiet(sent, there, onward, now=MONDAY, country="US")
    assert (found.gap.shortest, found.gap.longest) == (1, 3)


def test_a_weekend_stretches_it() -> None:
    thursday = MONDAY + timedelta(days=3)
    found = after(M.DEPARTED_ORIGIN, thursday, timedelta(hours=1), country="DE")
    assert found.normal_until == date(2026, 9, 16)
    assert [off.day for off in found.stretched_by] == [date(2026, 9, 12), date(2026, 9, 13)]


def test_a_holiday_of_either_end_stretches_line_haul() -> None:
    monday = datetime(2026, 11, 23, 10, 0, tzinfo=PARIS)
    there, and_back = (after(M.DEPARTED_ORIGIN, monday, timedelta(0), country=end) for end in ("JP", "US"))
    # Thanksgiving on Thursday; in Japan the holiday is this Monday itself.
    assert there.normal_until == date(2026, 12, 1)
    assert and_back.normal_until == date(2026, 12, 2)


def test_at_a_depot_only_the_days_off_of_its_country_count() -> None:
    tuesday = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)
    assert after(M.AT_LOCAL_DEPOT, tuesday, timedelta(0), country="US").normal_until == date(2026, 11, 26)
    at_home = after(M.AT_LOCAL_DEPOT, tuesday + timedelta(days=1), timedelta(0), country="US", city="Troy")
    assert at_home.normal_until == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("country", "postcode", "day", "rests"),
    [
        ("FR", "67000", date(2026, 4, 3), True),  # Good Friday in Strasbourg
        ("FR", "69003", date(2026, 4, 3), False),
        ("DE", "80331", date(2026, 6, 4), True),  # Corpus Christi in Munich
        ("DE", "10115", date(2026, 6, 4), False),
        ("GB", "EH1 1AA", date(2026, 11, 30), True),  # Saint Andrew's Day in Edinburgh
        ("GB", "LS1 1AA", date(2026, 11, 30), False),
        ("ES", "08001", date(2026, 9, 11), True),  # the national day of Catalonia
        ("ES", "28001", date(2026, 9, 11), False),
        ("ES", None, date(2026, 9, 11), False),
    ],
)
def test_a_region_s_own_holidays_count_at_the_shopper_s_door(
    country: str, postcode: str | None, day: date, rests: bool
) -> None:
    assert (day_off(day, [region_of_postcode(country, postcode)]) is not None) is rests


def test_near_the_door_it_is_the_shopper_s_region_that_rests() -> None:
    thursday = datetime(2026, 4, 2, 10, 0, tzinfo=PARIS)
    whole = parcel(scan(M.AT_LOCAL_DEPOT, timedelta(0), now=thursday), placed_at=thursday)
    nearby = replace(whole, order=replace(whole.order, postcode="67000"))
    found = [silence(journey(each, thursday), each, now=thursday, zone=PARIS) for each in (whole, nearby)]
    # Good Friday, the weekend, Easter Monday.
    assert [each.normal_until for each in found if each] == [date(2026, 4, 7), date(2026, 4, 8)]


def test_a_region_that_a_scan_names_rests_too_and_an_unknown_one_changes_nothing() -> None:
    assert calendar_of_city("DE", "München, Bayern") == "DE-BY"
    assert calendar_of_city("US", "Austin, TX") == "US-TX"
    assert calendar_of_city("DE", "München, Atlantis") == "DE"
    assert calendar_of_city("XX", "Nowhere, NW") == "XX"
    assert is_holiday(date(2026, 12, 25), "FR-ZZ")


@pytest.mark.parametrize(
    ("carrier", "until"), [("royal-mail", date(2026, 9, 14)), ("dhl", date(2026, 9, 15))]
)
def test_some_carriers_are_out_on_saturdays(carrier: str, until: date) -> None:
    friday = MONDAY + timedelta(days=4)
    depot = {"city": "Leeds", "country": "GB", "carrier": carrier}
    found = quiet(
        scan(M.AT_LOCAL_DEPOT, timedelta(0), now=friday, **depot), now=friday, country="GB", legs=()
    )
    assert found.normal_until == until


def test_a_public_holiday_on_a_saturday_is_one_for_these_carriers_too() -> None:
    assert day_off(date(2026, 8, 15), ["FR"], saturdays=True) is not None
    assert day_off(date(2026, 8, 22), ["FR"], saturdays=True) is None


@pytest.mark.parametrize("milestone", list(M))
def test_every_milestone_has_an_expected_gap_or_expects_no_scan(milestone: Milestone) -> None:
    at_rest = {
        M.READY_FOR_PICKUP,
        M.DELIVERED,
        M.RETURNED,
        M.LOST,
        M.DAMAGED,
        M.CANCELLED,
    }
    whole = parcel(scan(milestone, 40 * 24))
    found = silence(journey(whole, NOW), whole, now=NOW, zone=PARIS)
    assert (found is None) == (milestone in at_rest)


def test_an_order_without_events_is_silent_since_it_was_placed() -> None:
    found = quiet(now=MONDAY + timedelta(days=3), placed_at=MONDAY)
    assert (found.stage, found.days, found.heard) == (Stage.LATE, 3, None)


def test_what_is_promised_for_later_is_not_late_before_it_must_set_off() -> None:
    promised = MONDAY + timedelta(days=30)
    early = quiet(now=MONDAY + timedelta(days=20), placed_at=MONDAY, promised_by=promised)
    assert (early.stage, early.promised_later) == (Stage.NORMAL, True)
    assert early.normal_until == (promised - timedelta(days=4)).date()
    missed = quiet(now=MONDAY + timedelta(days=27), placed_at=MONDAY, promised_by=promised)
    assert missed.stage is Stage.STUCK


# --- Late, stuck, lost ----------------------------------------------------------------------------------


def test_the_last_day_of_the_gap_is_normal_to_its_end_and_the_next_is_late() -> None:
    midnight = datetime(2026, 9, 11, 0, 0, tzinfo=PARIS)
    event = scan(M.DEPARTED_ORIGIN, timedelta(0), now=MONDAY)
    assert quiet(event, now=midnight - SECOND).stage is Stage.NORMAL
    late = quiet(event, now=midnight)
    assert (late.stage, late.case) == (Stage.LATE, None)


def test_stuck_begins_at_seven_days_to_the_second() -> None:
    before = after(M.AT_LOCAL_DEPOT, MONDAY, timedelta(days=7) - SECOND)
    assert (before.stage, before.case, before.days) == (Stage.LATE, None, 6)
    stuck = after(M.AT_LOCAL_DEPOT, MONDAY, timedelta(days=7))
    assert (stuck.stage, stuck.case, stuck.case_opened, stuck.days) == (Stage.STUCK, CaseKind.STUCK, False, 7)
    assert stuck.case_offered_at == MONDAY + timedelta(days=7)


def test_presumed_lost_begins_at_ten_days_to_the_second() -> None:
    before = after(M.AT_LOCAL_DEPOT, MONDAY, timedelta(days=10) - SECOND)
    assert (before.stage, before.case_opened) == (Stage.STUCK, False)
    lost = after(M.AT_LOCAL_DEPOT, MONDAY, timedelta(days=10))
    assert (lost.stage, lost.case, lost.case_opened) == (Stage.LOST, CaseKind.LOST, True)
    assert before.case_opens_at == lost.case_opens_at == MONDAY + timedelta(days=10)


@pytest.mark.parametrize(
    ("milestone", "actor"),
    [(M.LABEL_CREATED, Actor.CARRIER), (M.PACKED, Actor.WAREHOUSE), (M.CUSTOMS_HELD, Actor.CUSTOMS)],
)
def test_what_the_shop_or_customs_hold_is_stuck_but_nobody_has_lost_it(
    milestone: Milestone, actor: Actor
) -> None:
    found = after(milestone, MONDAY, timedelta(days=30), actor=actor)
    assert (found.stage, found.case, found.case_opened) == (Stage.STUCK, CaseKind.STUCK, True)


def test_a_gap_that_holidays_stretch_is_waited_out_before_anything_is_stuck() -> None:
    # In Japan the last days of the year and the first of the next are one long weekend.
    before_new_year = datetime(2026, 12, 30, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    event = scan(M.CUSTOMS_STARTED, timedelta(0), now=before_new_year, city="Tokyo", country="JP")
    found = quiet(event, now=before_new_year + timedelta(days=7), country="JP")
    assert found.stage is Stage.NORMAL
    assert found.normal_until == date(2027, 1, 7)
    assert found.case_offered_at == datetime(2027, 1, 8, 0, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


def test_a_return_may_take_longer_than_a_delivery() -> None:
    assert after(M.RETURN_STARTED, MONDAY, timedelta(days=12)).stage is Stage.NORMAL
    assert after(M.RETURN_STARTED, MONDAY, timedelta(days=16)).stage is Stage.STUCK


# --- Clocks ---------------------------------------------------------------------------------------------


def test_the_end_of_summer_time_moves_no_boundary() -> None:
    # Clocks in France go back on Sunday 25 October 2026: these seven days have 169 hours.
    friday = datetime(2026, 10, 23, 10, 0, tzinfo=PARIS)
    event = scan(M.AT_LOCAL_DEPOT, timedelta(0), now=friday)
    stuck_from = datetime(2026, 10, 30, 9, 0, tzinfo=PARIS)
    for zone in (PARIS, ZoneInfo("UTC")):
        assert quiet(event, now=(stuck_from - SECOND).astimezone(zone)).stage is Stage.LATE
        assert quiet(event, now=stuck_from.astimezone(zone)).stage is Stage.STUCK


def test_the_day_ends_when_it_ends_at_the_place_of_the_last_scan() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    event = scan(
        M.ARRIVED_DESTINATION,
        timedelta(0),
        now=datetime(2026, 9, 7, 23, 30, tzinfo=tokyo),
        city="Tokyo",
        country="JP",
    )
    late_from = datetime(2026, 9, 11, 0, 0, tzinfo=tokyo)
    assert quiet(event, now=late_from - SECOND, country="JP").stage is Stage.NORMAL
    assert quiet(event, now=late_from, country="JP").stage is Stage.LATE
