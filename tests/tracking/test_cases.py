"""Cases: opened once, joined by what asks for the same, taken and solved."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from tracking import cases
from tracking.cases import Case, CaseState, open_case, open_cases, solve_case, take_case
from tracking.db import begin_read, begin_write
from tracking.model import cases as table
from tracking.model import conversations, orders
from tracking.vocabulary import CaseKind

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


@pytest.fixture
def desk(engine: Engine) -> Engine:
    """A store with two conversations and two orders, ids 1 and 2."""
    with begin_write(engine) as connection:
        for number in (1, 2):
            connection.execute(
                conversations.insert().values(
                    id=f"website:{number}", channel="website", owner="bot", created_at=NOW, updated_at=NOW
                )
            )
            connection.execute(
                orders.insert().values(
                    number=f"1004{number}", number_key=f"1004{number}", placed_at=NOW, recorded_at=NOW
                )
            )
    return engine


def opened(engine: Engine, message_id: str = "m1", **given: Any) -> Case:
    """A case in the first conversation about the first order, unless told otherwise."""
    return open_case(
        engine,
        **{
            "conversation_id": "website:1",
            "kind": CaseKind.NOT_RECEIVED,
            "message_id": message_id,
            "language": "fr",
            "order_id": 1,
            "summary": {
                "asked": "report_not_received",
                "channel": "website",
                "parcels": [{"status": "delivered"}],
            },
            "now": NOW,
            **given,
        },
    )


def unsolved(engine: Engine, conversation: str = "website:1") -> list[Case]:
    with begin_read(engine) as connection:
        return open_cases(connection, conversation)


def how_many(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_a_case_carries_the_facts(desk: Engine) -> None:
    case = opened(desk)
    assert case == Case(
        id=case.id,
        conversation_id="website:1",
        kind=CaseKind.NOT_RECEIVED,
        state=CaseState.NEW,
        message_id="m1",
        language="fr",
        summary={"asked": "report_not_received", "channel": "website", "parcels": [{"status": "delivered"}]},
        opened_at=NOW,
        order_id=1,
    )
    assert case.reference == f"C-{case.id:06d}"
    assert unsolved(desk) == [case]


def test_the_same_message_again_gets_the_same_case(desk: Engine) -> None:
    assert opened(desk) == opened(desk, now=NOW + timedelta(minutes=5))
    assert how_many(desk) == 1


def test_a_later_message_about_the_same_joins_it(desk: Engine) -> None:
    first = opened(desk)
    later = opened(desk, "m2", summary={"asked": "human_agent"}, now=NOW + timedelta(hours=1))
    assert later.id == first.id
    assert later.message_id == "m1"
    assert later.joined == ("m2",)
    assert later.summary["parcels"] == first.summary["parcels"]
    assert later.summary[cases.JOINED][0]["summary"] == {"asked": "human_agent"}
    # … and again, delivered twice:
    assert opened(desk, "m2").joined == ("m2",)
    assert how_many(desk) == 1


@pytest.mark.parametrize(
    "other", [{"order_id": 2}, {"order_id": None}, {"kind": CaseKind.STUCK}, {"conversation_id": "website:2"}]
)
def test_another_order_kind_or_conversation_is_another_case(desk: Engine, other: dict[str, Any]) -> None:
    assert opened(desk).id != opened(desk, "m2", **other).id


def test_cases_about_no_order_are_joined_too(desk: Engine) -> None:
    assert opened(desk, order_id=None).id == opened(desk, "m2", order_id=None).id


def test_a_case_is_taken_and_solved(desk: Engine) -> None:
    case = opened(desk)
    assert take_case(desk, case.id).state is CaseState.OPEN
    assert unsolved(desk) == [take_case(desk, case.id)]
    solved = solve_case(desk, case.id, NOW + timedelta(hours=2))
    assert (solved.state, solved.closed_at) == (CaseState.SOLVED, NOW + timedelta(hours=2))
    assert unsolved(desk) == []


def test_a_solved_case_stays_solved(desk: Engine) -> None:
    case = opened(desk)
    solved = solve_case(desk, case.id, NOW)
    assert take_case(desk, case.id) == solved
    assert solve_case(desk, case.id, NOW + timedelta(days=1)) == solved


def test_after_a_solved_case_a_new_message_opens_another_but_an_old_one_does_not(desk: Engine) -> None:
    case = opened(desk)
    opened(desk, "m2")
    solve_case(desk, case.id, NOW)
    assert opened(desk).id == opened(desk, "m2").id == case.id
    assert opened(desk, "m3").id != case.id
    assert how_many(desk) == 2


def test_a_case_needs_a_conversation(desk: Engine) -> None:
    with pytest.raises(cases.UnknownConversationError):
        opened(desk, conversation_id="website:nobody")
    assert how_many(desk) == 0


@pytest.mark.parametrize(
    "change", [lambda engine: take_case(engine, 77), lambda engine: solve_case(engine, 77, NOW)]
)
def test_an_unknown_case_cannot_change(desk: Engine, change: Any) -> None:
    with pytest.raises(cases.UnknownCaseError):
        change(desk)


@pytest.mark.parametrize("spelling", ["C-{:06d}", "c-{:06d}", " C{} "])
def test_a_quoted_reference_finds_its_case(desk: Engine, spelling: str) -> None:
    case = opened(desk)
    assert cases.case_by_reference(desk, spelling.format(case.id)) == case


@pytest.mark.parametrize("quoted", ["C-000077", "C-", "", "1", "10042; DROP", "C-" + "9" * 40])
def test_a_reference_that_is_none_finds_nothing(desk: Engine, quoted: str) -> None:
    opened(desk)
    assert cases.case_by_reference(desk, quoted) is None


def test_the_desk_sees_what_waits_longest_first(desk: Engine) -> None:
    late = opened(desk, now=NOW + timedelta(hours=1))
    early = opened(desk, "m2", conversation_id="website:2", order_id=2)
    done = opened(desk, "m3", kind=CaseKind.STUCK)
    solve_case(desk, done.id, NOW)
    with begin_read(desk) as connection:
        assert cases.waiting_cases(connection) == [early, late]
        assert cases.waiting_cases(connection, limit=1) == [early]


def test_messages_at_once_open_one_case(desk: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda number: opened(desk, f"m{number % 6}"), range(24)))
    assert len({case.id for case in made}) == 1
    (case,) = unsolved(desk)
    assert sorted([case.message_id, *case.joined]) == [f"m{number}" for number in range(6)]


def test_an_order_that_is_deleted_leaves_its_case(desk: Engine) -> None:
    opened(desk)
    with begin_write(desk) as connection:
        connection.execute(orders.delete().where(orders.c.id == 1))
    (case,) = unsolved(desk)
    assert case.order_id is None
