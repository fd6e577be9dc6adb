"""“The lamp I ordered on Tuesday”: by what is in an order and when it was placed."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tracking.choosing import choose, latest
from tracking.parcels import Line, Order

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 17, 23, 30, tzinfo=PARIS)
SHOES = Order("10001", TUESDAY, id=1, lines=(Line("S", "Trail running shoes, size 42", 1),))
LAMP = Order(
    "10002", datetime(2026, 11, 12, 9, tzinfo=PARIS), id=2, lines=(Line("L", "Suspension Céleste", 1),)
)
BOTH = Order(
    "10003",
    datetime(2026, 11, 2, 9, tzinfo=PARIS),
    id=3,
    lines=(Line("T", "Walking shoes", 1), Line("C", "Céleste shade", 2)),
)
ORDERS = (SHOES, LAMP, BOTH)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("where are my running shoes", None, [SHOES]),
        ("where are the runing shoe", None, [SHOES]),  # slips
        ("the shoes", None, [SHOES, BOTH]),
        ("the shoes I ordered on tuesday", date(2026, 11, 17), [SHOES]),
        ("what I ordered on tuesday", date(2026, 11, 17), [SHOES]),
        ("the shoes", date(2026, 11, 12), [SHOES, BOTH]),  # a day on which none was ordered with shoes
        ("ma suspension celeste", None, [LAMP]),
        ("la CÉLESTE", None, [LAMP, BOTH]),
        ("where is it", None, []),
        ("my cat", None, []),
        ("size", date(2026, 1, 1), [SHOES]),
    ],
)
def test_what_the_words_fit(text: str, day: date | None, found: list[Order]) -> None:
    assert list(choose(ORDERS, text, placed_on=day, zone=PARIS)) == found


def test_the_day_is_the_shops() -> None:
    """Half past eleven in Paris is the day before in New York, and the same day in Paris."""
    day = date(2026, 11, 17)
    assert choose(ORDERS, "", placed_on=day, zone=PARIS) == (SHOES,)
    assert choose(ORDERS, "", placed_on=day, zone=ZoneInfo("Asia/Tokyo")) == ()


def test_the_latest_is_the_one_placed_last() -> None:
    assert latest(ORDERS) is SHOES
    assert latest(()) is None
