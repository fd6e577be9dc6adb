"""Silence judged by the clock: cases that open themselves, once, and close when the parcel moves."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Engine

from tests.tracking.reports import easypost, order
from tracking import cases, inbox, store
from tracking.cases import Case, CaseState, Outcome, Urgency, UrgencyReason
from tracking.db import begin_read, begin_write, open_engine
from tracking.model import cases as table
from tracking.model import conversations, events, orders, shipments
from tracking.vocabulary import CaseKind
from tracking.watch import BATCH, MOVED, RECHECK, Watched
from tracking.watch import watch as watch_slowly

#: A Tuesday without a holiday in France near it.
PLACED = datetime(2026, 9, 1, 8, 0, tzinfo=timezone.utc)
HEARD = PLACED + timedelta(days=1)
LOST_FROM = HEARD + timedelta(days=10)


def watch(engine: Engine, now: datetime) -> Watched:
    return watch_slowly(engine, now, pause=0)


def number(index: int = 0) -> str:
    return f"155012345{index:05d}"


def bring(engine: Engine, count: int = 1, *, placed: datetime = PLACED, **more: Any) -> None:
    """Orders of one parcel each, and a first scan of each a day after it was placed."""
    rows = [
        {**order(f"5{index:05d}", ("dpd-uk", number(index)), placed=placed.isoformat()), **more}
        for index in range(count)
    ]
    assert store.import_orders(engine, rows, placed).rejected == []
    for index in range(count):
        tell(engine, placed + timedelta(days=1), index=index)


def tell(
    engine: Engine,
    at: datetime,
    status: str = "in_transit",
    index: int = 0,
    received: datetime | None = None,
) -> None:
    """A scan of that time; it reaches us at once unless `received` says when."""
    body = easypost((at.isoformat(), status), number=number(index))
    receipt = inbox.receive(engine, "easypost", body, received or at)
    assert inbox.process(engine, receipt.payload_id, received or at).rejected == []


def everyone(engine: Engine) -> list[Case]:
    with begin_read(engine) as connection:
        return cases.read(connection.execute(select(table).order_by(table.c.id)).all())


def due_at(engine: Engine) -> list[datetime | None]:
    with begin_read(engine) as connection:
        return list(connection.execute(select(shipments.c.judge_at).order_by(shipments.c.id)).scalars())


def only(engine: Engine) -> Case:
    (case,) = everyone(engine)
    return case


def test_a_parcel_is_judged_when_its_order_comes_and_then_when_its_silence_would_open_a_case(
    engine: Engine,
) -> None:
    bring(engine)
    assert watch(engine, HEARD) == Watched(judged=1)
    assert due_at(engine) == [LOST_FROM]
    assert watch(engine, LOST_FROM - timedelta(seconds=1)) == Watched()
    assert everyone(engine) == []


def test_a_silence_that_has_lasted_too_long_opens_one_case_with_the_facts(engine: Engine) -> None:
    bring(engine, language="fr")
    assert watch(engine, LOST_FROM) == Watched(judged=1, opened=1)
    case = only(engine)
    assert (case.kind, case.state, case.language) == (CaseKind.LOST, CaseState.NEW, "fr")
    assert (case.conversation_id, case.opened_at) == (None, LOST_FROM)
    assert case.summary["order"] == "500000"
    assert case.summary["parcels"][0]["silence"]["stage"] == "lost"
    assert case.summary["parcels"][0]["silence"]["events"]
    with begin_read(engine) as connection:
        assert cases.list_cases(connection, cases.View.UNASSIGNED).cases == [case]


@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=1), timedelta(days=20)])
def test_the_same_silence_opens_no_second_case_even_after_the_first_is_solved(
    engine: Engine, later: timedelta
) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    cases.solve(engine, only(engine).id, Outcome.DONE, "ana", LOST_FROM)
    with begin_write(engine) as connection:
        connection.execute(update(shipments).values(judge_at=PLACED))
    assert watch(engine, LOST_FROM + later).opened == 0
    assert len(everyone(engine)) == 1


def test_several_workers_open_each_case_once(engine: Engine) -> None:
    bring(engine, 2 * BATCH + 7)
    with ThreadPoolExecutor(4) as pool:
        passes = list(pool.map(lambda _: watch(engine, LOST_FROM), range(4)))
    assert sum(each.opened for each in passes) == sum(each.judged for each in passes) == 2 * BATCH + 7
    assert len({case.shipment_id for case in everyone(engine)}) == 2 * BATCH + 7


@pytest.mark.parametrize(("status", "kind"), [("in_transit", CaseKind.LOST), ("pre_transit", CaseKind.STUCK)])
def test_what_a_carrier_has_is_lost_and_what_the_shop_has_is_stuck(
    engine: Engine, status: str, kind: CaseKind
) -> None:
    store.import_orders(engine, [order("500000", ("dpd-uk", number()), placed=PLACED.isoformat())], PLACED)
    tell(engine, HEARD, status)
    watch(engine, LOST_FROM)
    assert only(engine).kind is kind


@pytest.mark.parametrize("status", ["delivered", "available_for_pickup", "cancelled"])
def test_a_parcel_of_which_nothing_is_expected_opens_nothing_and_is_not_looked_at_again(
    engine: Engine, status: str
) -> None:
    bring(engine)
    tell(engine, HEARD + timedelta(days=1), status)
    watch(engine, LOST_FROM + timedelta(days=20))
    assert everyone(engine) == []
    assert due_at(engine) == [None]


def test_a_parcel_that_nobody_ever_reported_on_opens_nothing(engine: Engine) -> None:
    store.import_orders(engine, [order("500000", ("dpd-uk", number()), placed=PLACED.isoformat())], PLACED)
    watch(engine, PLACED + timedelta(days=30))
    assert everyone(engine) == []


def test_an_order_of_long_ago_opens_nothing_and_one_promised_for_later_still_does(engine: Engine) -> None:
    bring(engine)
    too_late = PLACED + timedelta(days=60, seconds=1)
    assert watch(engine, too_late) == Watched(judged=1)
    assert due_at(engine) == [None]
    promised = {**order("500000", placed=PLACED.isoformat()), "promised_by": "2026-10-01"}
    store.import_orders(engine, [promised], PLACED)
    with begin_write(engine) as connection:
        connection.execute(update(shipments).values(judge_at=PLACED))
    assert watch(engine, too_late).opened == 1


def test_the_last_day_on_which_an_order_can_open_a_case(engine: Engine) -> None:
    bring(engine)
    assert watch(engine, PLACED + timedelta(days=60)).opened == 1


@pytest.mark.parametrize(
    ("milestone", "reason", "kind", "why"),
    [
        ("lost", "loss.lost", CaseKind.LOST, UrgencyReason.LOST),
        ("customs_held", "customs.prohibited", CaseKind.SEIZED, UrgencyReason.SEIZED),
    ],
)
def test_what_is_lost_or_seized_opens_a_case_at_once(
    engine: Engine, milestone: str, reason: str, kind: CaseKind, why: UrgencyReason
) -> None:
    bring(engine)
    now = HEARD + timedelta(hours=2)
    watch(engine, HEARD)
    with begin_write(engine) as connection:
        parcel = connection.execute(select(shipments.c.id)).scalar_one()
        connection.execute(
            insert(events).values(
                shipment_id=parcel,
                source="feed",
                source_id=reason,
                milestone=milestone,
                reason=reason,
                actor="carrier",
                occurred_at=now,
                recorded_at=now,
            )
        )
        connection.execute(update(shipments).values(judge_at=now))
    assert watch(engine, now) == Watched(judged=1, opened=1)
    case = only(engine)
    assert (case.kind, case.urgency_reason, case.order_id is not None) == (kind, why, True)
    assert case.urgency is (Urgency.URGENT if kind is CaseKind.SEIZED else Urgency.HIGH)
    with begin_write(engine) as connection:
        connection.execute(update(shipments).values(judge_at=now))
    watch(engine, now + timedelta(hours=1))
    assert len(everyone(engine)) == 1


# --- It moves again -------------------------------------------------------------------------------------


def test_a_parcel_that_moves_again_solves_the_case_that_nobody_has_touched(engine: Engine) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    moved = LOST_FROM + timedelta(days=1)
    tell(engine, moved, "out_for_delivery")
    assert watch(engine, moved + timedelta(days=200)).judged == 1
    case = only(engine)
    assert (case.state, case.summary[MOVED]["at"]) == (CaseState.SOLVED, moved.isoformat())


def test_a_case_that_a_person_works_on_is_marked_and_left_to_them(engine: Engine) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    cases.take(engine, only(engine).id, "ana", LOST_FROM)
    moved = LOST_FROM + timedelta(days=1)
    tell(engine, moved)
    assert watch(engine, moved).marked == 1
    assert only(engine).state is CaseState.OPEN
    assert only(engine).summary[MOVED]["milestone"] == "in_transit"
    with begin_write(engine) as connection:
        connection.execute(update(shipments).values(judge_at=moved))
    assert watch(engine, moved).marked == 0


def test_a_late_report_of_something_older_is_no_move(engine: Engine) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    tell(engine, HEARD - timedelta(hours=3), received=LOST_FROM + timedelta(days=1))
    assert watch(engine, LOST_FROM + timedelta(days=1)) == Watched(judged=1)
    assert only(engine).state is CaseState.NEW


def test_a_second_silence_opens_a_second_case_once_the_first_is_solved(engine: Engine) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    moved = LOST_FROM + timedelta(days=1)
    tell(engine, moved)
    assert watch(engine, moved) == Watched(judged=1, solved=1)
    assert watch(engine, moved + timedelta(days=10)) == Watched(judged=1, opened=1)
    assert [case.state for case in everyone(engine)] == [CaseState.SOLVED, CaseState.NEW]


def test_delivery_ends_the_watch_and_a_delivery_that_did_not_hold_resumes_it(engine: Engine) -> None:
    bring(engine)
    watch(engine, HEARD)
    tell(engine, HEARD + timedelta(days=1), "delivered")
    watch(engine, HEARD + timedelta(days=100))
    assert due_at(engine) == [None]
    tell(engine, HEARD + timedelta(days=3), "return_to_sender")
    assert due_at(engine) != [None]


# --- Beside conversations -------------------------------------------------------------------------------


@pytest.fixture
def talk(engine: Engine) -> Callable[..., Case]:
    """Opens, or joins, a case in a conversation about the first order."""
    with begin_write(engine) as connection:
        for name in ("website:1", "website:2"):
            connection.execute(
                insert(conversations).values(
                    id=name, channel="website", owner="bot", created_at=PLACED, updated_at=PLACED
                )
            )

    def opened(kind: CaseKind = CaseKind.LOST, conversation: str = "website:1") -> Case:
        with begin_read(engine) as connection:
            found = store.find_order(connection, "500000")
        assert found is not None
        return cases.open_case(
            engine,
            conversation_id=conversation,
            kind=kind,
            message_id="m1",
            language="en",
            order_id=found.id,
            summary={"asked": "report_delay"},
            now=LOST_FROM,
        )

    return opened


def test_a_shopper_who_asks_joins_the_case_that_the_silence_opened(
    engine: Engine, talk: Callable[..., Case]
) -> None:
    bring(engine)
    watch(engine, LOST_FROM)
    joined = talk()
    assert (joined.id, joined.conversation_id, joined.joined) == (only(engine).id, "website:1", ("m1",))
    again = talk(conversation="website:2")
    assert (again.id, again.conversation_id) == (joined.id, "website:1")
    with begin_read(engine) as connection:
        assert set(cases.conversations_of(connection, joined.id)) == {"website:1", "website:2"}
    tell(engine, LOST_FROM + timedelta(days=1))
    assert watch(engine, LOST_FROM + timedelta(days=1)).marked == 1
    assert {case.state for case in everyone(engine)} == {CaseState.NEW}


@pytest.mark.parametrize("kind", [CaseKind.LOST, CaseKind.STUCK, CaseKind.NOT_RECEIVED])
def test_what_a_shopper_has_a_case_about_opens_no_other(
    engine: Engine, talk: Callable[..., Case], kind: CaseKind
) -> None:
    bring(engine)
    talk(kind)
    assert watch(engine, LOST_FROM) == Watched(judged=1)
    assert due_at(engine) == [LOST_FROM + RECHECK]
    cases.solve(engine, only(engine).id, Outcome.DONE, "ana", LOST_FROM)
    assert watch(engine, LOST_FROM + RECHECK).opened == 1


def test_a_case_about_something_else_does_not_stand_in_the_way(
    engine: Engine, talk: Callable[..., Case]
) -> None:
    bring(engine)
    talk(CaseKind.CHANGE_REQUEST)
    assert watch(engine, LOST_FROM).opened == 1


def test_a_parcel_that_cannot_be_judged_keeps_no_other_from_it(engine: Engine) -> None:
    bring(engine)
    tokyo = b'"tracking_location": {"city": "Tokyo", "country": "JP"}, "message"'
    local = HEARD.astimezone(timezone(timedelta(hours=9))).isoformat()
    body = easypost((local, "pre_transit"), number=number(1)).replace(b'"message"', tokyo)
    rows = [order(f"50000{n}", ("dpd-uk", number(n)), placed=PLACED.isoformat()) for n in (1, 2)]
    store.import_orders(engine, rows, PLACED)
    inbox.process(engine, inbox.receive(engine, "easypost", body, HEARD).payload_id, HEARD)
    # No order comes in like this: the end of the calendar, seen from a clock that is ahead of it.
    end = datetime(9999, 12, 31, 22, 59, tzinfo=timezone.utc)
    with begin_write(engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "500001").values(promised_by=end))
    tell(engine, HEARD, index=2)
    assert watch(engine, LOST_FROM) == Watched(judged=3, opened=2)
    assert due_at(engine) == [None, LOST_FROM + RECHECK, None]


def test_what_is_due_is_found_by_the_index(migrated_sqlite: Path) -> None:
    engine = open_engine(f"sqlite:///{migrated_sqlite}")
    query = "SELECT id FROM shipments WHERE judge_at <= '2026-01-01' ORDER BY judge_at LIMIT 50"
    with begin_read(engine) as connection:
        (step,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    engine.dispose()
    assert "USING COVERING INDEX ix_shipments_judge_at" in step[-1]


def test_it_stops_when_told(engine: Engine) -> None:
    bring(engine, 3)
    assert watch_slowly(engine, LOST_FROM, stop=lambda: True) == Watched()
    with begin_read(engine) as connection:
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
