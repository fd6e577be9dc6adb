"""Importing orders and reading them out."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from tracking import store
from tracking.db import begin_read
from tracking.errors import PayloadError
from tracking.model import legs, metadata, order_lines, orders, shipment_lines, shipments
from tracking.orders.files import read_orders
from tracking.orders.rows import RowError, read_row
from tracking.parcels import Leg, Line

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
ORDER: dict[str, Any] = {
    "number": "#LHQ-80517",
    "email": "Camille.Moreau@Example.org",
    "phone": "06 12 34 56 78",
    "name": "Camille Moreau",
    "postcode": "44000",
    "country": "fr",
    "placed_at": "2026-11-15T19:24:00+01:00",
    "promised_by": "2026-11-25",
    "language": "FR",
    "lines": [
        {"sku": "LAMP-1", "name": "Linen lamp", "quantity": 1},
        {"sku": "VASE-2", "name": "Blue vase", "quantity": 2},
    ],
    "shipments": [
        {"carrier": "Colissimo", "tracking_number": "6A 123 456 789 01", "lines": ["LAMP-1"]},
        {"carrier": "DPD UK", "tracking_number": "15501234567890", "lines": ["VASE-2"]},
    ],
}
MINIMAL: dict[str, Any] = {"number": "10043", "placed_at": "2026-11-18T08:00:00Z"}


def contents(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the store, without row ids' meaning lost: what must not change when nothing is new."""
    with begin_read(engine) as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def parcels(engine: Engine, number: str = "#LHQ-80517") -> list[Any]:
    with begin_read(engine) as connection:
        order = store.find_order(connection, number)
        assert order is not None
        return store.parcels_of(connection, order.id)


def test_an_order_is_found_however_its_number_is_written(engine: Engine) -> None:
    counts = store.import_orders(engine, [ORDER], NOW)
    assert (counts.received, counts.new, counts.rejected) == (1, 1, [])
    with begin_read(engine) as connection:
        for written in ("#LHQ-80517", "lhq 80517", "LHQ80517"):
            order = store.find_order(connection, written)
            assert order is not None
            assert order.number == "#LHQ-80517"
        assert order.email == "camille.moreau@example.org"
        assert order.phone == "+33612345678"
        assert order.country == "FR"
        assert order.language == "fr"
        assert order.placed_at == datetime(2026, 11, 15, 18, 24, tzinfo=timezone.utc)
        # A day promised by the shop lasts until its end on the shop's clock (Europe/Paris).
        assert order.promised_by == datetime(2026, 11, 25, 22, 59, 59, tzinfo=timezone.utc)
        assert order.lines == (Line("LAMP-1", "Linen lamp", 1), Line("VASE-2", "Blue vase", 2))
        assert store.order_by_id(connection, order.id) == order
        assert store.find_order(connection, "80517") is None
        assert store.find_order(connection, "—") is None
        assert store.order_by_id(connection, order.id + 1) is None


def test_parcels_know_their_lines_and_legs(engine: Engine) -> None:
    store.import_orders(engine, [ORDER, MINIMAL], NOW)
    first, second = parcels(engine)
    assert (first.position, second.position) == (1, 2)
    assert first.lines == (Line("LAMP-1", "Linen lamp", 1),)
    assert [(leg.carrier, leg.tracking_number) for leg in first.legs] == [("colissimo", "6A12345678901")]
    assert [(leg.carrier, leg.tracking_number) for leg in second.legs] == [("dpd-uk", "15501234567890")]
    with begin_read(engine) as connection:
        assert store.parcels_by_tracking(connection, "6a12345678901") == [first]
        assert store.parcels_by_tracking(connection, "nobody's") == []
        assert store.parcels_by_tracking(connection, "") == []


def test_an_order_without_parcels_gets_one_that_holds_everything(engine: Engine) -> None:
    store.import_orders(engine, [MINIMAL | {"lines": ORDER["lines"]}], NOW)
    (parcel,) = parcels(engine, "10043")
    assert parcel.position == 1
    assert parcel.legs == ()
    assert len(parcel.lines) == 2


def test_importing_again_changes_nothing(engine: Engine) -> None:
    store.import_orders(engine, [ORDER, MINIMAL], NOW)
    before = contents(engine)
    counts = store.import_orders(engine, [deepcopy(ORDER), MINIMAL], NOW)
    assert (counts.new, counts.changed, counts.duplicate) == (0, 0, 2)
    assert contents(engine) == before


def test_an_order_twice_in_one_file_is_one_order(engine: Engine) -> None:
    counts = store.import_orders(engine, [MINIMAL, MINIMAL | {"name": "Ada"}, MINIMAL], NOW)
    assert (counts.received, counts.new, counts.changed, counts.duplicate) == (3, 1, 1, 1)
    assert parcels(engine, "10043")[0].order.name == "Ada"


def test_a_changed_order_is_updated_and_what_is_left_out_is_kept(engine: Engine) -> None:
    store.import_orders(engine, [ORDER], NOW)
    counts = store.import_orders(
        engine,
        [
            {
                "number": "LHQ 80517",
                "placed_at": ORDER["placed_at"],
                "email": "new@example.org",
                "phone": "",
                "lines": [
                    {"sku": "LAMP-1", "name": "Linen lamp, grey", "quantity": 2},
                    {"sku": "RUG-3", "name": "Rug", "quantity": 1},
                ],
            }
        ],
        NOW,
    )
    assert (counts.new, counts.changed) == (0, 1)
    first, second = parcels(engine)
    assert first.order.email == "new@example.org"
    assert first.order.phone == "+33612345678"
    assert first.order.lines == (Line("LAMP-1", "Linen lamp, grey", 2), Line("RUG-3", "Rug", 1))
    assert first.lines == (Line("LAMP-1", "Linen lamp, grey", 2),)
    assert second.lines == ()


def numbers(engine: Engine) -> list[list[str]]:
    return [[leg.tracking_number for leg in parcel.legs] for parcel in parcels(engine, "10043")]


def shipped(*given: str | None) -> dict[str, Any]:
    return MINIMAL | {
        "shipments": [{"carrier": "GLS", "tracking_number": number} if number else {} for number in given]
    }


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([shipped(), shipped("A1")], [["A1"]]),
        ([shipped(), shipped("A1", "B2")], [["A1"], ["B2"]]),
        ([shipped(None, None), shipped("A1", None)], [["A1"], []]),
        ([shipped("A1"), shipped("A1", "B2")], [["A1"], ["B2"]]),
        ([shipped("A1", "B2"), shipped("B2", "A1")], [["A1"], ["B2"]]),
        ([shipped("A1", "B2"), shipped("B2")], [["A1"], ["B2"]]),
        ([shipped("A1", "B2"), shipped("B2", "C3")], [["A1"], ["B2"], ["C3"]]),
        # Another number for the only parcel: a further leg of it, not another parcel.
        ([shipped("A1"), shipped("C3")], [["A1", "C3"]]),
        ([shipped("A1"), shipped("C3"), shipped("A1"), shipped("C3")], [["A1", "C3"]]),
        ([shipped("A1"), shipped()], [["A1"]]),
    ],
)
def test_parcels_and_legs_are_added_and_never_doubled(
    engine: Engine, steps: list[dict[str, Any]], expected: list[list[str]]
) -> None:
    for step in steps:
        store.import_orders(engine, [step], NOW)
    assert numbers(engine) == expected
    before = contents(engine)
    store.import_orders(engine, [steps[-1]], NOW)
    assert contents(engine) == before


def test_the_same_carrier_under_another_name_is_no_second_leg(engine: Engine) -> None:
    store.import_orders(
        engine, [MINIMAL | {"shipments": [{"carrier": "DPD", "tracking_number": "1550"}]}], NOW
    )
    store.import_orders(
        engine, [MINIMAL | {"shipments": [{"carrier": "DPD UK", "tracking_number": "15-50"}]}], NOW
    )
    (parcel,) = parcels(engine, "10043")
    assert parcel.legs == (Leg("dpd", "1550", parcel.legs[0].id),)


def test_one_article_on_two_lines_is_one_line(engine: Engine) -> None:
    lines = [{"sku": "A", "name": "Cup", "quantity": 2}, {"sku": "A", "name": "Cup", "quantity": 1}]
    store.import_orders(engine, [MINIMAL | {"lines": lines}], NOW)
    assert parcels(engine, "10043")[0].order.lines == (Line("A", "Cup", 3),)


SHIPMENT = {"carrier": "GLS", "tracking_number": "1"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"number": ""}, "number: give"),
        ({"number": "—"}, "number: give"),
        ({"number": "1" * 65}, "number: longer than 64"),
        ({"number": True}, "number: expected a text"),
        ({"number": "1\x000"}, None),
        ({"number": "1\n0"}, "number: holds control characters"),
        ({"placed_at": None}, "placed_at: give"),
        ({"placed_at": "yesterday"}, "placed_at: not a time"),
        ({"placed_at": "2026-02-30"}, "placed_at: no such day"),
        ({"placed_at": "1026-02-20"}, "placed_at: the year"),
        ({"placed_at": "0001-01-01T00:00:00+14:00"}, "placed_at: the year"),
        ({"placed_at": 1795075920}, "placed_at: not a time"),
        ({"email": "nobody"}, "email: not an e-mail address"),
        ({"email": ["a@b.fr"]}, "email: expected a text, found a list"),
        ({"country": "Atlantis"}, "country: no such country"),
        ({"language": "français"}, "language: no language code"),
        ({"postcode": "4" * 17}, "postcode: longer than 16"),
        ({"emial": "a@b.fr"}, "emial: no such column"),
        ({"lines": {}}, "lines: expected a list, found an object"),
        ({"lines": "[{"}, "lines: not JSON"),
        ({"lines": [1]}, "lines[1]: expected an object"),
        ({"lines": [{"name": "Cup"}]}, "lines[1].sku: missing"),
        ({"lines": [{"sku": "A", "quantity": 0}]}, "lines[1].quantity: give"),
        ({"lines": [{"sku": "A", "quantity": 1.5}]}, "lines[1].quantity: give"),
        ({"lines": [{"sku": "A", "price": 1}]}, "lines[1].price: no such field"),
        ({"shipments": [{"tracking_number": "1"}]}, "shipments[1].carrier: missing"),
        ({"shipments": [{"carrier": "GLS", "tracking_number": "—"}]}, "shipments[1].tracking_number: no"),
        ({"shipments": [SHIPMENT, SHIPMENT]}, "shipments[2].tracking_number: the same parcel twice"),
        ({"shipments": [SHIPMENT | {"lines": ["A"]}]}, "shipments[1].lines: names an article"),
        ({"shipments": [SHIPMENT | {"lines": "A"}]}, "shipments[1].lines: expected a list"),
        ({"shipments": [SHIPMENT] * 101}, "shipments: more than 100"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_without_its_values(
    change: dict[str, Any], reason: str | None
) -> None:
    if reason is None:
        assert read_row(MINIMAL | change, ZONE).key == "10"
        return
    with pytest.raises(RowError) as caught:
        read_row(MINIMAL | change, ZONE)
    assert str(caught.value).startswith(reason)
    for value in change.values():
        assert not isinstance(value, str) or len(value) < 6 or value not in str(caught.value)


def test_a_row_that_cannot_be_used_stops_no_other(engine: Engine) -> None:
    rows: list[Any] = [ORDER, MINIMAL | {"country": "Atlantis"}, "10043", None, MINIMAL]
    counts = store.import_orders(engine, rows, NOW)
    assert (counts.received, counts.new) == (5, 2)
    assert [reason.split(":")[0] for reason in counts.rejected] == ["row 2", "row 3", "row 4"]


def test_a_csv_says_the_same_as_the_json(engine: Engine, tmp_path: Path) -> None:
    columns = ["number", "email", "placed_at", "lines", "shipments"]
    as_csv = tmp_path / "orders.csv"
    cells = [
        json.dumps(ORDER[name]).replace('"', '""') if name in ("lines", "shipments") else ORDER[name]
        for name in columns
    ]
    as_csv.write_text(
        "\ufeff" + ",".join(columns) + "\r\n" + ",".join(f'"{cell}"' for cell in cells) + "\r\n", "utf-8"
    )
    as_json = tmp_path / "orders.json"
    as_json.write_text(json.dumps([{name: ORDER[name] for name in columns}]), "utf-8")
    assert store.import_orders(engine, read_orders(as_json), NOW).new == 1
    before = contents(engine)
    counts = store.import_orders(engine, read_orders(as_csv), NOW)
    assert (counts.duplicate, counts.rejected) == (1, [])
    assert contents(engine) == before


def test_a_csv_with_semicolons_and_short_lines(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "orders.CSV"
    file.write_text("number;placed_at;name\n1;2026-11-18;Ada\n\n2;2026-11-18\n3;2026-11-18;\n", "utf-8")
    counts = store.import_orders(engine, read_orders(file), NOW)
    assert counts.new == 2
    assert counts.rejected == ["row 2: the line: has 2 cells, the first line has 3"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("o.json", b"", "empty"),
        ("o.json", b"[{", "not JSON"),
        ("o.json", b'{"number": "1"}', "expected a list of orders, found an object"),
        ("o.json", b"\xff\xfe[]", "not UTF-8"),
        ("o.json", b"[NaN]", "NaN"),
        ("o.json", b"[" * 100_000, "nested too deep"),
        ("o.csv", b"number,placed_at\n\xe9,2026-11-18\n", "not UTF-8 at byte 17"),
        ("o.csv", b'number,placed_at\n"1,2026-11-18\n', "cut short"),
        ("o.csv", b"number,email\n1,a@b.fr\n", "the first line must name"),
        ("o.csv", b"number,placed_at,total\n", "the first line must name"),
        ("o.csv", b"number,placed_at,number\n", "the first line must name"),
        ("o.xlsx", b"PK", "ends in .json or .csv"),
    ],
)
def test_a_file_that_is_none_of_orders_is_refused_as_a_whole(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PayloadError, match=problem):
        read_orders(tmp_path / name)


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PayloadError, match="cannot be read"):
        read_orders(tmp_path / "none.json")


def test_more_orders_than_fit_one_transaction(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracking.orders.imports.CHUNK", 7)
    rows = [
        ORDER | {"number": f"N{number}", "shipments": [{"carrier": "GLS", "tracking_number": f"T{number}"}]}
        for number in range(40)
    ]
    assert store.import_orders(engine, iter(rows), NOW).new == 40
    with begin_read(engine) as connection:
        counted = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (orders, order_lines, shipments, legs, shipment_lines)
        ]
    assert counted == [40, 80, 40, 40, 0]
    assert store.import_orders(engine, iter(rows), NOW).duplicate == 40
