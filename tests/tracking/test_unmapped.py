"""The codes that no table has."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from tests.tracking.feeds import described
from tests.tracking.reports import NOW, aftership, easypost, order, take
from tracking import store
from tracking.db import begin_read
from tracking.sources import KNOWS
from tracking.unmapped import WORDS_SHOWN, Unmapped, unmapped

ORDERS = {"1001": "ada@example.com", "1002": "ada@example.com", "1003": "bo@example.com", "1004": None}


@pytest.fixture
def shop(engine: Engine) -> Engine:
    rows = [
        order(number, ("DPD UK", f"1550123456789{index}")) | ({"email": email} if email else {})
        for index, (number, email) in enumerate(ORDERS.items())
    ]
    store.import_orders(engine, rows, NOW)
    return engine


def scanned(engine: Engine, parcel: int, hour: int, status: str, message: str | None) -> None:
    """A scan of the parcel with this index, in its provider's words."""
    detail = {"datetime": f"2026-11-12T{hour:02}:00:00Z", "status": status, "message": message}
    number = f"1550123456789{parcel}"
    body = json.loads(easypost(number=number))
    body["result"]["tracking_details"] = [detail]
    take(engine, "easypost", json.dumps(body).encode())


def found(engine: Engine, *sources: str) -> list[Unmapped]:
    with begin_read(engine) as connection:
        return unmapped(connection, sources or tuple(KNOWS))


def test_codes_are_counted_and_those_in_a_table_are_not_listed(shop: Engine) -> None:
    for hour, (parcel, status) in enumerate(
        [(0, "warped"), (1, "in_transit"), (0, "warped"), (2, "levitated")]
    ):
        scanned(shop, parcel, hour, status, None)
    take(
        shop,
        "aftership",
        aftership(("2026-11-12T09:00:00Z", "InTransit_999", "dpd-uk"), number="15501234567893"),
    )
    assert [(each.source, each.code, each.count, each.newest.hour) for each in found(shop)] == [
        ("easypost", "warped", 2, 2),
        ("aftership", "InTransit_999", 1, 9),
        ("easypost", "levitated", 1, 3),
    ]
    assert [each.code for each in found(shop, "aftership")] == ["InTransit_999"]
    assert found(shop)[0].newest == datetime(2026, 11, 12, 2, tzinfo=timezone.utc)


def test_words_are_shown_where_they_were_said_of_several_shoppers(shop: Engine) -> None:
    said = [
        *((0, "Warped"), (2, "Warped"), (3, "Bent"), (0, "Bent"), (3, "Left with Bo"), (2, None)),
        # Two orders, one shopper.
        *((0, "Given to Ada Martin"), (1, "Given to Ada Martin")),
    ]
    for hour, (parcel, message) in enumerate(said):
        scanned(shop, parcel, hour, "warped", message)
    (only,) = found(shop)
    assert (only.count, only.words) == (len(said), ("Bent", "Warped"))


def test_only_the_most_frequent_words_are_shown(shop: Engine) -> None:
    for number in range(WORDS_SHOWN + 2):
        for parcel in (0, 2):
            scanned(shop, parcel, number, "warped", f"Warped {number}")
    scanned(shop, 3, 20, "warped", "Warped 4")
    (only,) = found(shop)
    assert only.words == ("Warped 4", "Warped 0", "Warped 1")


def test_a_scan_without_a_code_is_listed_as_such(shop: Engine) -> None:
    body = {
        "msg": {
            "tracking_number": "15501234567890",
            "checkpoints": [{"checkpoint_time": "2026-11-12T09:00:00Z"}],
        }
    }
    take(shop, "aftership", json.dumps(body).encode())
    assert [(each.code, each.count) for each in found(shop)] == [(None, 1)]


def test_a_feed_is_measured_by_its_description(shop: Engine, tmp_path: Path) -> None:
    path = tmp_path / "feed.yml"
    path.write_text(
        "fields: {number: n, time: t, status: s}\nstatuses: {'1': in_transit}\n", encoding="utf-8"
    )
    rows = [{"n": "15501234567890", "t": "2026-11-12T09:00:00Z", "s": status} for status in ("1", "2")]
    with described(path):
        take(shop, "feed", json.dumps(rows).encode())
        assert [each.code for each in found(shop)] == ["2"]
    with described(None):
        assert {each.code for each in found(shop)} == {"1", "2"}
