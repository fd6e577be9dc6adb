"""Cases: opened once, joined by what asks for the same, taken and solved."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from tracking import cases
from tracking.cases import (
    Case,
    CaseReason,
    CaseState,
    Outcome,
    Urgency,
    UrgencyReason,
    open_case,
    open_cases,
)
from tracking.db import begin_read, begin_write
from tracking.model import cases as table
from tracking.model import conversations, orders
from tracking.policy import policy
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
        reason=CaseReason.CLAIM,
        channel="website",
        waiting_since=NOW,
        due_at=policy().hours.answer_by(NOW),
    )
    assert case.due_at is not None
    assert case.due_at > NOW
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


@pytest.mark.parametrize("other", [{"order_id": 2}, {"order_id": None}, {"kind": CaseKind.STUCK}])
def test_another_order_or_kind_is_another_case(desk: Engine, other: dict[str, Any]) -> None:
    assert opened(desk).id != opened(desk, "m2", **other).id


def test_another_conversation_about_the_same_order_joins_and_learns_nothing_of_the_first(
    desk: Engine,
) -> None:
    first = opened(desk)
    other = opened(desk, conversation_id="website:2", now=NOW + timedelta(hours=1))
    assert (other.id, other.conversation_id, other.joined) == (first.id, "website:1", ("m1",))
    assert unsolved(desk, "website:2") == [other]
    with begin_read(desk) as connection:
        assert cases.known_since(connection, first.id, "website:1") == NOW
        assert cases.known_since(connection, first.id, "website:2") == NOW + timedelta(hours=1)
        assert cases.known_since(connection, first.id, "website:2", but="m1") is None
        assert cases.conversations_of(connection, first.id) == ["website:2", "website:1"]
    assert other.summary[cases.JOINED][0]["conversation"] == "website:2"


def test_without_an_order_another_conversation_is_another_shopper(desk: Engine) -> None:
    first = opened(desk, order_id=None)
    assert opened(desk, conversation_id="website:2", order_id=None).id != first.id


def test_a_case_without_an_order_gets_the_one_that_is_proven_later(desk: Engine) -> None:
    first = opened(desk, order_id=None)
    later = opened(desk, "m2")
    assert (later.id, later.order_id) == (first.id, 1)


def test_what_slept_or_waited_for_the_shopper_wakes_when_they_ask_again(desk: Engine) -> None:
    case = opened(desk)
    cases.snooze(desk, case.id, NOW + timedelta(days=2), "ana", NOW)
    later = opened(desk, "m2", now=NOW + timedelta(hours=1))
    assert (later.state, later.snoozed_until) == (CaseState.OPEN, None)
    cases.await_shopper(desk, case.id, "ana", NOW + timedelta(hours=2))
    third = opened(desk, "m3", now=NOW + timedelta(hours=3))
    assert (third.state, third.waiting_since) == (CaseState.OPEN, NOW + timedelta(hours=3))


def test_of_many_that_joined_the_last_are_kept_and_none_counts_twice(desk: Engine) -> None:
    case = opened(desk)
    for number in range(30):
        opened(desk, f"n{number}")
    again = opened(desk, "n3")
    assert again.joined == tuple(f"n{number}" for number in range(10, 30))
    with begin_read(desk) as connection:
        assert cases.times_asked(connection, case.id, "website:1") == 31


def test_cases_about_no_order_are_joined_too(desk: Engine) -> None:
    assert opened(desk, order_id=None).id == opened(desk, "m2", order_id=None).id


def test_after_a_solved_case_a_new_message_opens_another_but_an_old_one_does_not(desk: Engine) -> None:
    case = opened(desk)
    opened(desk, "m2")
    cases.solve(desk, case.id, Outcome.DONE, "ana", NOW)
    assert opened(desk).id == opened(desk, "m2").id == case.id
    assert opened(desk, "m3").id != case.id
    assert how_many(desk) == 2


def test_a_case_needs_a_conversation(desk: Engine) -> None:
    with pytest.raises(cases.UnknownConversationError):
        opened(desk, conversation_id="website:nobody")
    assert how_many(desk) == 0


@pytest.mark.parametrize("spelling", ["C-{:06d}", "c-{:06d}", " C{} "])
def test_a_quoted_reference_finds_its_case(desk: Engine, spelling: str) -> None:
    case = opened(desk)
    assert cases.case_by_reference(desk, spelling.format(case.id)) == case


@pytest.mark.parametrize("quoted", ["C-000077", "C-", "", "1", "10042; DROP", "C-" + "9" * 40])
def test_a_reference_that_is_none_finds_nothing(desk: Engine, quoted: str) -> None:
    opened(desk)
    assert cases.case_by_reference(desk, quoted) is None


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


def test_shoppers_and_the_clock_at_once_open_one_case_an_order(desk: Engine) -> None:
    def one(number: int) -> int:
        if number % 3 == 0:
            with begin_write(desk) as connection:
                row = {
                    "order_id": 1,
                    "message_id": f"silence:{number}",
                    "kind": "lost",
                    "state": "new",
                    "reason": "threshold",
                    "language": "en",
                    "summary": {},
                    "opened_at": NOW,
                }
                return cases.insert_case(connection, row, by=cases.STORE) or 0
        return opened(desk, f"m{number}", kind=CaseKind.LOST, conversation_id=f"website:{number % 2 + 1}").id

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(one, range(24))) - {0}
    assert len(made) == how_many(desk) == 1


# --- How urgent ------------------------------------------------------------------------------------------

IN_TRANSIT = {"state": {"milestone": "in_transit"}, "why": None, "outlook": None}
PROHIBITED = {"state": {"milestone": "customs_held"}, "why": {"reason": "customs.prohibited"}}
WAITS_FOR_MONEY = {"state": {"milestone": "customs_held"}, "why": {"reason": "customs.duties_due"}}


@pytest.mark.parametrize(
    ("kind", "reason", "parcels", "urgency", "why"),
    [
        (CaseKind.PERSON_WANTED, None, [], Urgency.NORMAL, None),
        (CaseKind.PERSON_WANTED, None, [IN_TRANSIT], Urgency.NORMAL, None),
        (CaseKind.PERSON_WANTED, CaseReason.UPSET, [IN_TRANSIT], Urgency.HIGH, UrgencyReason.UPSET),
        (CaseKind.LOST, None, [IN_TRANSIT], Urgency.HIGH, UrgencyReason.LOST),
        (CaseKind.PERSON_WANTED, None, [PROHIBITED], Urgency.URGENT, UrgencyReason.SEIZED),
        (CaseKind.CHANGE_REQUEST, None, [IN_TRANSIT], Urgency.HIGH, UrgencyReason.IN_TIME),
        (CaseKind.CHANGE_REQUEST, None, [{"state": {"milestone": "delivered"}}], Urgency.NORMAL, None),
        (CaseKind.RETURN_REQUEST, None, [], Urgency.LOW, UrgencyReason.CAN_WAIT),
        (
            CaseKind.STUCK,
            None,
            [{**WAITS_FOR_MONEY, "outlook": {"back_from": "2026-11-24"}}],
            Urgency.URGENT,
            UrgencyReason.DEADLINE,
        ),
        (
            CaseKind.STUCK,
            None,
            [{**WAITS_FOR_MONEY, "outlook": {"back_from": "2026-11-25"}}],
            Urgency.NORMAL,
            None,
        ),
        (CaseKind.STUCK, None, [{**WAITS_FOR_MONEY, "outlook": {"back_from": None}}], Urgency.NORMAL, None),
    ],
)
def test_urgency_rests_on_facts(
    desk: Engine,
    kind: CaseKind,
    reason: CaseReason | None,
    parcels: list[dict[str, Any]],
    urgency: Urgency,
    why: UrgencyReason | None,
) -> None:
    case = opened(desk, kind=kind, reason=reason, summary={"parcels": parcels})
    assert (case.urgency, case.urgency_reason) == (urgency, why)


def test_what_is_learnt_later_raises_the_urgency_and_never_lowers_it(desk: Engine) -> None:
    asked = {"kind": CaseKind.PERSON_WANTED}
    assert opened(desk, **asked).urgency is Urgency.NORMAL
    assert opened(desk, "m2", reason=CaseReason.UPSET, **asked).urgency is Urgency.HIGH
    later = opened(desk, "m3", **asked)
    assert (later.urgency, later.urgency_reason) == (Urgency.HIGH, UrgencyReason.UPSET)


def test_who_asks_for_the_same_three_times_has_waited_too_long(desk: Engine) -> None:
    asked = {"kind": CaseKind.PERSON_WANTED}
    opened(desk, **asked)
    assert opened(desk, "m2", **asked).urgency is Urgency.NORMAL
    third = opened(desk, "m3", **asked)
    assert (third.urgency, third.urgency_reason) == (Urgency.HIGH, UrgencyReason.WAITING_LONG)
