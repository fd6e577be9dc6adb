"""The demo's stories: told at any moment they are complete, plausible and never ahead of time."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import demo_stories
from bot.demo import demo_orders, table, write
from bot.demo_payloads import order_rows, payloads
from bot.demo_stories import Calendar, stories, zone_of
from tracking.carriers import find
from tracking.errors import ConfigurationError
from tracking.sources import aftership, easypost, shop
from tracking.sources.report import Decoded
from tracking.vocabulary import Milestone

ROOT = Path(__file__).parents[2]
PARIS = ZoneInfo("Europe/Paris")
DECODE = {"easypost": easypost.decode, "aftership": aftership.decode, "shop": shop.decode}
MOMENTS = st.integers(0, 6 * 366 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=minutes)
)
STORY = stories()[0]


def told(now: datetime) -> list[tuple[str, str, Decoded]]:
    """Every payload at `now`: source, name, and what it says."""
    return [(payload.source, payload.name, DECODE[payload.source](payload.body)) for payload in payloads(now)]


# --- What the stories say -----------------------------------------------------------------------------


def test_there_are_enough_orders_and_their_numbers_are_unique() -> None:
    numbers = [story.number for story in stories()]
    assert len(numbers) == len(set(numbers)) >= 44
    assert "10042" in numbers


def test_shoppers_are_invented_and_read_a_language_of_the_demo() -> None:
    for story in stories():
        assert story.shopper.email.endswith(("@example.com", "@example.org")), story.number
        assert story.shopper.email == story.shopper.email.lower()
        assert set(story.situation) == {"en", "fr"}
        assert all(text and text[-1] not in ".!" for text in story.situation.values()), story.number


def test_every_line_travels_in_a_parcel_of_its_order() -> None:
    for story in stories():
        assert set(story.lines) <= set(demo_stories.products())
        packed = [sku for shipment in story.shipments for sku in shipment.lines]
        assert set(packed) == set(story.lines) or not story.shipments, story.number
        assert len(packed) == len(set(packed)), f"{story.number}: an item in two parcels"


def test_carriers_are_in_the_catalogue() -> None:
    for story in stories():
        for shipment in story.shipments:
            for name in (shipment.carrier, *(scan.carrier for scan in shipment.scans if scan.carrier)):
                assert find(name), f"{story.number}: {name}"


def test_ten_orders_are_worth_asking_about() -> None:
    offered = demo_orders()
    assert len(offered) == 10
    assert all(set(order) == {"number", "email", "situation"} for order in offered)
    camille = next(order for order in offered if order["number"] == "10042")
    assert camille["email"] == "camille@example.com"
    assert set(camille["situation"]) == {"en", "fr"}


def test_the_documentation_lists_the_orders_as_they_are() -> None:
    text = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8")
    assert table() in text, "docs/demo.md: put the output of `wismo demo orders` in place of its table"
    assert f"Its {len(stories())} orders" in text


# --- Whenever they are told ---------------------------------------------------------------------------


@given(MOMENTS)
@settings(max_examples=40, deadline=None)
def test_whatever_the_moment_nothing_is_ahead_of_it_and_scans_follow_each_other(now: datetime) -> None:
    for source, name, decoded in told(now):
        assert not decoded.rejected, name
        for report in decoded.reports:
            times = [scan.occurred_at for scan in report.scans]
            assert all(time <= now for time in times), name
            assert source == "shop" or times == sorted(times), name
            assert report.stated_at is None or report.stated_at <= now
    for row in order_rows(now):
        assert datetime.fromisoformat(row["placed_at"]) < now


@given(MOMENTS)
@settings(max_examples=25, deadline=None)
def test_whatever_the_moment_an_order_is_placed_before_it_is_packed_before_it_is_scanned(
    now: datetime,
) -> None:
    for story in stories():
        calendar = Calendar(story, now)
        placed = calendar.moment(story.placed)
        for shipment in story.shipments:
            first = min(calendar.moment(scan.at, zone_of(scan.country, scan.city)) for scan in shipment.scans)
            packed = calendar.moment(shipment.packed, PARIS) if shipment.packed else placed
            assert placed <= packed <= first, story.number


@given(MOMENTS)
@settings(max_examples=25, deadline=None)
def test_whatever_the_moment_a_delivery_window_is_not_over(now: datetime) -> None:
    windows = [
        scan.window for _, _, decoded in told(now) for report in decoded.reports for scan in report.scans
    ]
    given_windows = [window for window in windows if window]
    assert len(given_windows) == 2
    for first, last in given_windows:
        assert now <= last
        assert timedelta(minutes=30) <= last - first <= timedelta(hours=2)
        assert first.astimezone(PARIS).date() == last.astimezone(PARIS).date() == now.astimezone(PARIS).date()


def test_every_milestone_and_every_code_but_one_is_understood() -> None:
    seen: set[Milestone] = set()
    unknown: list[str] = []
    for _, _, decoded in told(datetime(2026, 9, 16, 10, 0, tzinfo=timezone.utc)):
        seen |= {scan.milestone for report in decoded.reports for scan in report.scans}
        unknown += decoded.unknown.elements()
    assert seen == set(Milestone)
    assert unknown == ["OnHold_001"]


def test_times_carry_the_offset_of_their_place() -> None:
    summer = datetime(2026, 7, 15, 10, 0, tzinfo=timezone.utc)
    offsets = {
        scan.place.country: scan.occurred_at.utcoffset()
        for _, _, decoded in told(summer)
        for report in decoded.reports
        for scan in report.scans
        if scan.place.country in {"FR", "GB", "KR"}
    }
    assert offsets == {"FR": timedelta(hours=2), "GB": timedelta(hours=1), "KR": timedelta(hours=9)}
    assert all(
        scan.has_offset
        for _, _, decoded in told(summer)
        for report in decoded.reports
        for scan in report.scans
    )


def test_the_same_minute_gives_the_same_bytes() -> None:
    first = datetime(2026, 11, 21, 10, 4, 1, tzinfo=timezone.utc)
    second = first.replace(second=58, microsecond=7)
    assert [payload.body for payload in payloads(first)] == [payload.body for payload in payloads(second)]
    later = first + timedelta(days=1)
    assert [payload.body for payload in payloads(first)] != [payload.body for payload in payloads(later)]


# --- The notation -------------------------------------------------------------------------------------


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        ("2026-11-21T10:00", "-3d 14:10", "2026-11-18T14:10"),
        ("2026-11-21T10:00", "-25m", "2026-11-21T09:35"),
        ("2026-11-21T10:00", "-2h", "2026-11-21T08:00"),
        # Working days: 21 November 2026 is a Saturday.
        ("2026-11-21T10:00", "-1wd 14:10", "2026-11-20T14:10"),
        ("2026-11-22T10:00", "-1wd 14:10", "2026-11-20T14:10"),
        ("2026-11-23T10:00", "-1wd 14:10", "2026-11-20T14:10"),
        ("2026-11-23T10:00", "-6wd 14:10", "2026-11-13T14:10"),
        # The last Friday, unless it is long ago.
        ("2026-11-21T10:00", "before the weekend 18:40", "2026-11-20T18:40"),
        ("2026-11-24T10:00", "before the weekend 18:40", "2026-11-20T18:40"),
        ("2026-11-25T10:00", "before the weekend 18:40", "2026-11-23T18:40"),
        ("2026-11-27T10:00", "before the weekend 18:40", "2026-11-25T18:40"),
        # Across the ends of summer time: clocks go on, spans are real.
        ("2027-03-28T09:00", "-1d 14:10", "2027-03-27T14:10"),
        ("2027-03-28T04:00", "-2h", "2027-03-28T01:00"),
        ("2026-10-25T04:00", "-2h", "2026-10-25T02:00:00"),
    ],
)
def test_points_in_time(now: str, text: str, expected: str) -> None:
    found = Calendar(STORY, paris(now)).moment(text)
    assert found.replace(tzinfo=None) == datetime.fromisoformat(expected)
    assert found.tzinfo == PARIS


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        ("2026-11-20T10:00", "today", "2026-11-20"),
        ("2026-11-20T10:00", "+1wd", "2026-11-23"),
        ("2026-11-20T10:00", "+1d", "2026-11-21"),
        ("2026-12-31T23:30", "+2d", "2027-01-02"),
        ("2027-01-01T00:05", "-1d", "2026-12-31"),
    ],
)
def test_days(now: str, text: str, expected: str) -> None:
    assert Calendar(STORY, paris(now)).day(text).isoformat() == expected


def test_today_is_drawn_together_when_its_last_time_is_still_to_come() -> None:
    camille = next(story for story in stories() if story.number == "10042")
    scans = [scan.at for scan in camille.shipments[0].scans if scan.at.startswith("today ")]
    assert scans == ["today 07:02", "today 08:12"]
    noon = Calendar(camille, paris("2026-11-20T12:00"))
    assert [noon.moment(at).time() for at in scans] == [time(7, 2), time(8, 12)]
    night = Calendar(camille, paris("2026-11-20T00:30"))
    first, last = (night.moment(at) for at in scans)
    assert paris("2026-11-20T00:00") < first < last < paris("2026-11-20T00:30")


@pytest.mark.parametrize(
    ("now", "window"),
    [
        ("2026-11-20T08:00", ("14:00", "16:00")),
        ("2026-11-20T15:45", ("14:00", "16:00")),
        ("2026-11-20T15:46", ("16:00", "18:00")),
        ("2026-11-20T21:30", ("22:00", "23:59")),
        ("2026-11-20T23:59", ("23:29", "23:59")),
    ],
)
def test_a_delivery_window_that_is_over_moves_on_within_today(now: str, window: tuple[str, str]) -> None:
    found = Calendar(STORY, paris(now)).window("14:00", "16:00")
    assert tuple(f"{edge:%H:%M}" for edge in found) == window
    assert {edge.date() for edge in found} == {paris(now).date()}


@pytest.mark.parametrize("text", ["yesterday", "-3d", "+3d 10:00", "-1wd 25:00", "today", "+2h", ""])
def test_what_is_no_point_in_time_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="data/demo"):
        Calendar(STORY, paris("2026-11-20T12:00")).moment(text)


@pytest.mark.parametrize("text", ["tomorrow", "+1wd 10:00", "", "1d"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="no day"):
        Calendar(STORY, paris("2026-11-20T12:00")).day(text)


def test_a_place_without_a_clock_is_refused() -> None:
    assert zone_of("US", "Memphis") == ZoneInfo("America/Chicago")
    assert zone_of("US", "Hoboken") == ZoneInfo("America/New_York")
    with pytest.raises(ConfigurationError, match="no clock for XX"):
        zone_of("XX")


def test_the_first_order_tells_when_the_demo_was_loaded() -> None:
    assert demo_stories.age(STORY) == timedelta(minutes=25)
    with pytest.raises(ConfigurationError, match="some minutes or hours ago"):
        demo_stories.age(msgspec.structs.replace(STORY, placed="-3d 10:00"))


def test_a_story_with_a_slip_in_it_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders" / "slips.yml").write_text('- number: "1"\n  plaecd: -1d 10:00\n')
    monkeypatch.setattr(demo_stories, "FOLDER", tmp_path)
    with pytest.raises(ConfigurationError, match=r"slips\.yml"):
        demo_stories.stories.__wrapped__()


def test_files_hold_what_is_loaded(tmp_path: Path) -> None:
    now = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
    written = write(tmp_path / "new" / "folder", now)
    assert len(written) == len(set(written)) == 1 + len(list(payloads(now)))
    assert msgspec.json.decode(written[0].read_bytes()) == order_rows(now)
    for path, payload in zip(written[1:], payloads(now), strict=True):
        assert path.parent.name == payload.source
        assert msgspec.json.decode(path.read_bytes()) == payload.content
