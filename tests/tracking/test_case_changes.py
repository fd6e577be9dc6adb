"""What people and the clock do with cases: each change once, on the record, never over somebody else's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import cases
from tracking.cases import (
    AlreadyOpenError,
    Case,
    CaseState,
    Change,
    Outcome,
    StaleCaseError,
    Ticked,
    UnknownCaseError,
    Urgency,
    UrgencyReason,
)
from tracking.db import begin_read, begin_write
from tracking.model import cases as table
from tracking.model import conversations, orders
from tracking.vocabulary import CaseKind

#: A Friday, in opening hours.
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.utc)
ANA, BEN = "ana@shop.example", "ben@shop.example"


def later(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


@pytest.fixture
def desk(engine: Engine) -> Engine:
    """A store with a conversation and two orders."""
    with begin_write(engine) as connection:
        connection.execute(
            conversations.insert().values(
                id="website:1", channel="website", owner="bot", created_at=NOW, updated_at=NOW
            )
        )
        for number in ("10041", "10042"):
            connection.execute(
                orders.insert().values(number=number, number_key=number, placed_at=NOW, recorded_at=NOW)
            )
    return engine


def opened(engine: Engine, message_id: str = "m1", order_id: int | None = 1) -> Case:
    return cases.open_case(
        engine,
        conversation_id="website:1",
        kind=CaseKind.NOT_RECEIVED,
        message_id=message_id,
        language="en",
        order_id=order_id,
        summary={},
        now=NOW,
    )


def now_is(engine: Engine, case_id: int) -> Case:
    with begin_read(engine) as connection:
        return cases.by_id(connection, case_id)


def trail(engine: Engine, case_id: int) -> list[tuple[str, str, str | None, str | None]]:
    with begin_read(engine) as connection:
        return [(e.what.value, e.by, e.before, e.after) for e in cases.trail(connection, case_id)]


def test_the_trail_says_who_changed_what_from_what_to_what(desk: Engine) -> None:
    case = opened(desk)
    cases.take(desk, case.id, ANA, later(1))
    cases.label(desk, case.id, "  Fragile  Goods ", ANA, later(1))
    cases.note(desk, case.id, " called the carrier ", ANA, later(1))
    cases.assign(desk, case.id, BEN, ANA, later(2))
    cases.set_urgency(desk, case.id, Urgency.URGENT, BEN, later(2))
    cases.await_shopper(desk, case.id, BEN, later(3))
    cases.unlabel(desk, case.id, "fragile goods", BEN, later(3))
    cases.solve(desk, case.id, Outcome.NOT_POSSIBLE, BEN, later(4))
    cases.reopen(desk, case.id, ANA, later(5))
    assert trail(desk, case.id) == [
        ("opened", "bot", None, "claim"),
        ("assigned", ANA, None, ANA),
        ("state", ANA, "new", "open"),
        ("labelled", ANA, None, "fragile goods"),
        ("note", ANA, None, "called the carrier"),
        ("assigned", ANA, ANA, BEN),
        ("urgency", BEN, "normal", "urgent"),
        ("state", BEN, "open", "waiting_for_shopper"),
        ("unlabelled", BEN, "fragile goods", None),
        ("state", BEN, "waiting_for_shopper", "solved: not_possible"),
        ("state", ANA, "solved", "open"),
    ]
    with begin_read(desk) as connection:
        times = [entry.at for entry in cases.trail(connection, case.id)]
    assert times == [NOW, *(later(hours) for hours in (1, 1, 1, 1, 2, 2, 3, 3, 4, 5))]


def test_a_case_is_taken_and_solved(desk: Engine) -> None:
    case = opened(desk)
    taken = cases.take(desk, case.id, ANA, later(1))
    assert (taken.state, taken.assignee, taken.waiting_since) == (CaseState.OPEN, ANA, NOW)
    solved = cases.solve(desk, case.id, Outcome.DONE, ANA, later(2))
    assert (solved.state, solved.outcome, solved.closed_at) == (CaseState.SOLVED, Outcome.DONE, later(2))
    assert (solved.waiting_since, solved.due_at) == (None, None)
    # Done is done: nothing of it changes any more, but by opening it again.
    assert cases.solve(desk, case.id, Outcome.DUPLICATE, BEN, later(3)) == solved
    assert cases.take(desk, case.id, BEN, later(3)) == solved
    assert cases.snooze(desk, case.id, later(9), BEN, later(3)) == solved
    assert cases.await_shopper(desk, case.id, BEN, later(3)) == solved
    again = cases.reopen(desk, case.id, BEN, later(4))
    assert (again.state, again.outcome, again.closed_at, again.assignee) == (CaseState.OPEN, None, None, ANA)
    assert again.waiting_since == later(4)


def test_a_solved_case_stays_solved_where_another_is_open_for_the_same(desk: Engine) -> None:
    first = opened(desk)
    cases.solve(desk, first.id, Outcome.DONE, ANA, NOW)
    second = opened(desk, "m2")
    assert second.id != first.id
    with pytest.raises(AlreadyOpenError, match=second.reference) as error:
        cases.reopen(desk, first.id, ANA, later(1))
    assert error.value.other.id == second.id
    assert now_is(desk, first.id).state is CaseState.SOLVED
    assert trail(desk, first.id)[-1][-1] == "solved: done"


@pytest.mark.parametrize(
    "change",
    [
        lambda engine, case: cases.take(engine, case.id, BEN, later(1), version=case.version),
        lambda engine, case: cases.assign(engine, case.id, BEN, BEN, later(1), version=case.version),
        lambda engine, case: cases.snooze(engine, case.id, later(5), BEN, later(1), version=case.version),
        lambda engine, case: cases.unsnooze(engine, case.id, BEN, later(1), version=case.version),
        lambda engine, case: cases.await_shopper(engine, case.id, BEN, later(1), version=case.version),
        lambda engine, case: cases.reopen(engine, case.id, BEN, later(1), version=case.version),
        lambda engine, case: cases.solve(engine, case.id, Outcome.DONE, BEN, later(1), version=case.version),
        lambda engine, case: cases.set_urgency(
            engine, case.id, Urgency.LOW, BEN, later(1), version=case.version
        ),
    ],
)
def test_who_has_not_seen_the_latest_change_changes_nothing_and_is_told_whose_it_was(
    desk: Engine, change: Callable[[Engine, Case], Case]
) -> None:
    seen = opened(desk)
    taken = cases.take(desk, seen.id, ANA, NOW, version=seen.version)
    with pytest.raises(StaleCaseError, match=ANA) as error:
        change(desk, seen)
    assert error.value.last is not None
    assert (error.value.last.by, error.value.last.what) == (ANA, Change.STATE)
    assert error.value.case == now_is(desk, seen.id) == taken
    change(desk, taken)


def test_of_two_people_at_once_one_gets_the_case(desk: Engine) -> None:
    seen = opened(desk)

    def attempt(number: int) -> bool:
        who = (ANA, BEN)[number % 2]
        try:
            cases.take(desk, seen.id, who, NOW, version=seen.version)
        except StaleCaseError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(attempt, range(16)))
    assert sum(won) == 1
    assert [what for what, *_ in trail(desk, seen.id)] == ["opened", "assigned", "state"]


def test_a_joining_shopper_is_a_change_too(desk: Engine) -> None:
    seen = opened(desk)
    opened(desk, "m2")
    with pytest.raises(StaleCaseError, match="joined"):
        cases.solve(desk, seen.id, Outcome.DONE, ANA, later(1), version=seen.version)


@pytest.mark.parametrize(
    "change",
    [
        lambda engine: cases.take(engine, 77, ANA, NOW),
        lambda engine: cases.solve(engine, 77, Outcome.DONE, ANA, NOW),
        lambda engine: cases.label(engine, 77, "x", ANA, NOW),
        lambda engine: cases.note(engine, 77, "x", ANA, NOW),
        lambda engine: cases.reopen(engine, 77, ANA, NOW),
    ],
)
def test_an_unknown_case_cannot_change(desk: Engine, change: Callable[[Engine], Case]) -> None:
    with pytest.raises(UnknownCaseError):
        change(desk)


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_label_is_short_and_not_empty(desk: Engine, name: str) -> None:
    case = opened(desk)
    with pytest.raises(ValueError, match="label"):
        cases.label(desk, case.id, name, ANA, NOW)


def test_a_label_is_put_on_once(desk: Engine) -> None:
    case = opened(desk)
    for name in ("vip", "VIP ", "carrier"):
        cases.label(desk, case.id, name, ANA, NOW)
    cases.unlabel(desk, case.id, "unknown", ANA, NOW)
    with begin_read(desk) as connection:
        assert cases.labels_of(connection, case.id) == ["carrier", "vip"]
    assert [what for what, *_ in trail(desk, case.id)] == ["opened", "labelled", "labelled"]


# --- The clock ------------------------------------------------------------------------------------------


def test_what_was_put_aside_comes_back_at_its_time(desk: Engine) -> None:
    case = cases.snooze(desk, opened(desk).id, later(2), ANA, NOW)
    assert (case.state, case.snoozed_until) == (CaseState.SNOOZED, later(2))
    assert cases.tick(desk, later(1.9)) == Ticked()
    assert cases.tick(desk, later(2)) == Ticked(woken=1)
    back = now_is(desk, case.id)
    assert (back.state, back.snoozed_until, back.waiting_since) == (CaseState.OPEN, None, NOW)
    assert trail(desk, case.id)[-1] == ("state", "store", "snoozed", "open")
    assert cases.tick(desk, later(3)).woken == 0


def test_it_can_be_put_aside_for_longer_or_brought_back_by_hand(desk: Engine) -> None:
    case = opened(desk)
    cases.snooze(desk, case.id, later(2), ANA, NOW)
    assert cases.snooze(desk, case.id, later(4), BEN, later(1)).snoozed_until == later(4)
    assert cases.tick(desk, later(3)).woken == 0
    assert cases.unsnooze(desk, case.id, BEN, later(3)).state is CaseState.OPEN
    with pytest.raises(ValueError, match="still to come"):
        cases.snooze(desk, case.id, NOW, ANA, NOW)


def test_several_workers_wake_each_case_once(desk: Engine) -> None:
    with begin_write(desk) as connection:
        connection.execute(
            table.insert(),
            [
                {
                    "conversation_id": "website:1",
                    "message_id": f"n{number}",
                    "kind": "person_wanted",
                    "state": "snoozed",
                    "snoozed_until": later(1),
                    "language": "en",
                    "summary": {},
                    "opened_at": NOW,
                }
                for number in range(250)
            ],
        )
    with ThreadPoolExecutor(4) as pool:
        passes = list(pool.map(lambda _: cases.tick(desk, later(2)), range(4)))
    assert sum(each.woken for each in passes) == 250
    with begin_read(desk) as connection:
        numbers = connection.execute(select(table.c.id)).scalars().all()
    assert all(len(trail(desk, number)) == 1 for number in numbers)


def test_an_answer_that_is_overdue_makes_a_case_more_urgent_once(desk: Engine) -> None:
    case = opened(desk)
    assert case.due_at is not None
    assert cases.tick(desk, case.due_at - timedelta(minutes=1)) == Ticked()
    assert cases.tick(desk, case.due_at) == Ticked(raised=1)
    raised = now_is(desk, case.id)
    assert (raised.urgency, raised.urgency_reason) == (Urgency.HIGH, UrgencyReason.WAITING_LONG)
    assert cases.tick(desk, case.due_at + timedelta(days=3)) == Ticked()


def test_what_was_answered_or_waits_for_the_shopper_is_not_overdue(desk: Engine) -> None:
    case = opened(desk)
    with begin_write(desk) as connection:
        cases.answered(connection, "website:1", ANA, later(1))
    assert case.due_at is not None
    assert cases.tick(desk, case.due_at + timedelta(days=1)) == Ticked()
    assert now_is(desk, case.id).answered_at == later(1)


def test_what_a_person_has_judged_is_left_alone(desk: Engine) -> None:
    case = opened(desk)
    cases.set_urgency(desk, case.id, Urgency.LOW, ANA, NOW)
    assert case.due_at is not None
    assert cases.tick(desk, case.due_at + timedelta(days=1)) == Ticked()
