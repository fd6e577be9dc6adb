"""What the desk lists: views, filters, pages, search, counts; each by an index."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Engine

from tracking import cases
from tracking.cases import BadCursorError, Case, CaseState, Filter, Urgency, View
from tracking.db import begin_read, begin_write
from tracking.model import case_labels, conversations, legs, orders, shipments
from tracking.model import cases as table
from tracking.vocabulary import CaseKind

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.utc)
ANA, BEN = "ana@shop.example", "ben@shop.example"
SHOPPERS = [
    ("10041", "anne.martin@example.com", "Anne Martin", "1ZTRACK0001"),
    ("10042", "jo@example.com", "José Álvarez", "1ZTRACK0002"),
    ("10043", "anne.smith@example.com", "Anne Smith", "1ZTRACK0003"),
]


def later(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


@pytest.fixture
def desk(engine: Engine) -> Engine:
    """Three orders with a parcel each, two conversations."""
    with begin_write(engine) as connection:
        for name in ("website:1", "telegram:2"):
            connection.execute(
                conversations.insert().values(
                    id=name, channel=name.split(":")[0], owner="bot", created_at=NOW, updated_at=NOW
                )
            )
        for number, email, name, tracking in SHOPPERS:
            order = connection.execute(
                orders.insert().values(
                    number=number, number_key=number, email=email, name=name, placed_at=NOW, recorded_at=NOW
                )
            ).inserted_primary_key[0]
            parcel = connection.execute(
                shipments.insert().values(order_id=order, position=1)
            ).inserted_primary_key[0]
            connection.execute(
                legs.insert().values(shipment_id=parcel, position=1, carrier="ups", tracking_number=tracking)
            )
    return engine


_COUNT = iter(range(1_000_000))


def put(engine: Engine, **given: Any) -> int:
    """A case, written as it is."""
    row = {
        "message_id": f"m{next(_COUNT)}",
        "kind": "person_wanted",
        "state": "new",
        "language": "en",
        "summary": {},
        "opened_at": NOW,
        "waiting_since": NOW,
        **given,
    }
    with begin_write(engine) as connection:
        return int(connection.execute(table.insert().values(row)).inserted_primary_key[0])


def listed(engine: Engine, view: View, **more: Any) -> list[int]:
    """All of a view, page by page of two."""
    found: list[Case] = []
    after = None
    with begin_read(engine) as connection:
        while True:
            page = cases.list_cases(connection, view, after=after, limit=2, **more)
            assert len(page.cases) <= 2
            found += page.cases
            if page.after is None:
                return [case.id for case in found]
            after = page.after


def test_the_most_urgent_comes_first_then_who_has_waited_longest(desk: Engine) -> None:
    late = put(desk, waiting_since=later(2))
    early = put(desk, waiting_since=later(1))
    same = put(desk, waiting_since=later(1))
    urgent = put(desk, urgency=3, waiting_since=later(5), state="open", assignee=ANA)
    low = put(desk, urgency=0, assignee=BEN)
    put(desk, state="solved", closed_at=later(1))
    put(desk, state="waiting_for_shopper", waiting_since=None)
    assert listed(desk, View.ACTIVE) == [urgent, early, same, late, low]
    assert listed(desk, View.UNASSIGNED) == [early, same, late]
    assert listed(desk, View.MINE, me=ANA) == [urgent]
    assert listed(desk, View.MINE, me=BEN) == [low]


def test_the_other_views(desk: Engine) -> None:
    waiting = [put(desk, state="waiting_for_shopper", opened_at=later(hour)) for hour in (1, 3, 2)]
    snoozed = [put(desk, state="snoozed", snoozed_until=later(hour)) for hour in (30, 10, 20)]
    solved = [put(desk, state="solved", closed_at=later(hour)) for hour in (1, 3, 2, 3)]
    assert listed(desk, View.WAITING) == [waiting[1], waiting[2], waiting[0]]
    assert listed(desk, View.SNOOZED) == [snoozed[1], snoozed[2], snoozed[0]]
    assert listed(desk, View.SOLVED) == [solved[3], solved[1], solved[2], solved[0]]
    assert listed(desk, View.ACTIVE) == []


def test_filters(desk: Engine) -> None:
    lost = put(desk, kind="lost", channel="telegram", urgency=2)
    wanted = put(desk, channel="website", assignee=ANA)
    with begin_write(desk) as connection:
        connection.execute(case_labels.insert().values(label="vip", case_id=wanted))
    for only, found in (
        (Filter(kind=CaseKind.LOST), [lost]),
        (Filter(channel="telegram"), [lost]),
        (Filter(urgency=Urgency.NORMAL), [wanted]),
        (Filter(label="vip"), [wanted]),
        (Filter(label="none such"), []),
        (Filter(assignee=ANA), [wanted]),
        (Filter(kind=CaseKind.LOST, channel="website"), []),
    ):
        assert listed(desk, View.ACTIVE, only=only) == found, only


def test_a_page_goes_on_where_it_was_whatever_came_in_between(desk: Engine) -> None:
    ids = [put(desk, waiting_since=later(hour)) for hour in range(4)]
    with begin_read(desk) as connection:
        first = cases.list_cases(connection, View.ACTIVE, limit=2)
    put(desk, urgency=3)
    with begin_read(desk) as connection:
        second = cases.list_cases(connection, View.ACTIVE, limit=2, after=first.after)
    assert [case.id for case in (*first.cases, *second.cases)] == ids
    assert second.after is None


@pytest.mark.parametrize(
    "after", ["", "1", "x y z", "1 2026-11-20T10:00:00 5", "9 9 9 9", "2026-11-20T10:00:00+00:00 5"]
)
def test_a_cursor_of_something_else_is_refused(desk: Engine, after: str) -> None:
    with begin_read(desk) as connection, pytest.raises(BadCursorError):
        cases.list_cases(connection, View.ACTIVE, after=after)


def test_counts(desk: Engine) -> None:
    put(desk)
    put(desk, assignee=ANA, kind="lost", urgency=2)
    put(desk, state="snoozed", snoozed_until=later(1))
    put(desk, state="waiting_for_shopper")
    put(desk, state="solved", closed_at=NOW)
    with begin_read(desk) as connection:
        assert cases.counts(connection, ANA) == {
            View.ACTIVE: 2,
            View.MINE: 1,
            View.UNASSIGNED: 1,
            View.WAITING: 1,
            View.SNOOZED: 1,
        }
        assert View.MINE not in cases.counts(connection)
        assert cases.counts_by(connection, "kind") == {"person_wanted": 1, "lost": 1}
        assert cases.counts_by(connection, "urgency") == {"1": 1, "2": 1}
        with pytest.raises(KeyError):
            cases.counts_by(connection, "summary")


def test_labels(desk: Engine) -> None:
    one, two, done = put(desk), put(desk), put(desk, state="solved")
    for case_id, name in ((one, "vip"), (one, "carrier"), (two, "vip"), (done, "vip")):
        cases.label(desk, case_id, name, ANA, NOW)
    with begin_read(desk) as connection:
        assert cases.labels_in_use(connection) == {"carrier": 1, "vip": 2}
        assert cases.labels_of_all(connection, [one, two]) == {one: ["carrier", "vip"], two: ["vip"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10042", ["10042"]),
        ("#10042", ["10042"]),
        ("1ztrack0003", ["10043"]),
        ("1Z TRACK 0003", ["10043"]),
        ("Anne.Martin@Example.com", ["10041"]),
        ("anne", ["10041", "10043"]),
        ("smith", ["10043"]),
        ("álvarez", ["10042"]),
        ("jo", []),
        ("%", []),
        ("_nn_", []),
        ("anne'; --", []),
        ("", []),
        ("nobody@example.com", []),
        ("C-999999", []),
    ],
)
def test_search(desk: Engine, text: str, found: list[str]) -> None:
    by_case = {put(desk, order_id=number + 1): SHOPPERS[number][0] for number in range(3)}
    put(desk)
    with begin_read(desk) as connection:
        assert sorted(by_case[case.id] for case in cases.search(connection, text)) == found


def test_search_finds_solved_cases_too_and_the_newest_first(desk: Engine) -> None:
    done = put(desk, order_id=1, state="solved", closed_at=NOW)
    new = put(desk, order_id=1)
    with begin_read(desk) as connection:
        assert [case.id for case in cases.search(connection, "10041")] == [new, done]
        assert [case.id for case in cases.search(connection, f"c-{done:06d}")] == [done]
        assert [case.state for case in cases.search(connection, "10041", limit=1)] == [CaseState.NEW]


# --- By index -------------------------------------------------------------------------------------------


class Watched:
    """Keeps what a connection runs, and explains it."""

    def __init__(self, connection: Any) -> None:
        self._connection, self.plans = connection, []
        self.dialect = connection.dialect

    def execute(self, statement: Any, *args: Any) -> Any:
        compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"render_postcompile": True})
        parameters = tuple(
            str(compiled.params[name])
            if isinstance(compiled.params[name], datetime)
            else compiled.params[name]
            for name in compiled.positiontup
        )
        rows = self._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", parameters)
        self.plans.append(" | ".join(row[-1] for row in rows))
        return self._connection.execute(statement, *args)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("view", "index"),
    [
        (View.ACTIVE, "ix_cases_active"),
        (View.UNASSIGNED, "ix_cases_mine"),
        (View.MINE, "ix_cases_mine"),
        (View.WAITING, "ix_cases_waiting"),
        (View.SNOOZED, "ix_cases_snoozed"),
        (View.SOLVED, "ix_cases_closed"),
    ],
)
def test_a_view_is_read_by_its_index_and_never_sorted(desk: Engine, view: View, index: str) -> None:
    with begin_read(desk) as connection:
        watched = Watched(connection)
        cases.list_cases(watched, view, me=ANA)
    (plan,) = watched.plans
    assert f"USING INDEX {index}" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("text", ["10042", "1ZTRACK0003", "anne@example.com", "C-000001"])
def test_a_search_reads_no_table_from_end_to_end(desk: Engine, text: str) -> None:
    with begin_read(desk) as connection:
        watched = Watched(connection)
        put_in = cases.search(watched, text)
    assert put_in == []
    for plan in watched.plans:
        if "LIKE" not in plan:
            assert "SCAN orders" not in plan, plan
            assert "SCAN legs" not in plan, plan
