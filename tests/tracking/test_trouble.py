"""What went wrong lately in a conversation, read from what was understood."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from tracking import cases
from tracking.cases import CaseReason
from tracking.cases.trouble import LATELY, failed_again, failures_before, strayed_again
from tracking.conversations import receive
from tracking.db import begin_read, begin_write
from tracking.model import inbox
from tracking.vocabulary import CaseKind

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.utc)
TALK = "website:anne"
UNCLEAR = {"intent": "nlu_fallback", "actions": ["action_unclear"]}
STRAYED = {"intent": "out_of_scope", "actions": ["action_out_of_scope"]}
ANSWERED = {"intent": "track_order", "actions": ["action_answer_order"]}
#: Looked like nothing, and was the answer to an open question.
TAKEN = {"intent": "nlu_fallback", "actions": ["validate_request_form", "action_ask_request_answer"]}
WENT_ON = {"intent": "nlu_fallback", "actions": ["action_unclear", "action_answer_order"]}
ANGRY = {"intent": "complaint", "actions": ["action_offer_person"]}


def after(engine: Engine, *understood: dict[str, Any] | None, at: datetime = NOW) -> None:
    """Messages of which this was understood, and then one that is being answered: `now`."""
    for number, found in enumerate([*understood, None]):
        last = number == len(understood)
        receive(
            engine,
            channel="website",
            conversation_id=TALK,
            message_id="now" if last else f"m{number}",
            text="…",
            now=NOW if last else at,
        )
        if found is not None:
            with begin_write(engine) as connection:
                this = inbox.c.message_id == f"m{number}"
                connection.execute(inbox.update().where(this).values(understood=found, state="done"))


def before_now(engine: Engine, what: Any) -> Any:
    with begin_read(engine) as connection:
        return what(connection, TALK, "now", NOW)


@pytest.mark.parametrize(
    ("understood", "failed", "strayed"),
    [
        ([], False, False),
        ([UNCLEAR], True, True),
        ([STRAYED], True, False),
        ([STRAYED, STRAYED], True, True),
        ([UNCLEAR, ANSWERED], False, False),
        ([STRAYED, ANSWERED, STRAYED], True, False),
        ([UNCLEAR, TAKEN], False, False),
        ([WENT_ON], False, False),
        # Written to a person, or ended in an error.
        ([UNCLEAR, None], False, False),
    ],
)
def test_failures_in_a_row(
    engine: Engine, understood: list[dict[str, Any] | None], failed: bool, strayed: bool
) -> None:
    after(engine, *understood)
    assert before_now(engine, failed_again) is failed
    assert before_now(engine, strayed_again) is strayed


def test_what_was_long_ago_is_another_talk(engine: Engine) -> None:
    after(engine, UNCLEAR, ANGRY, at=NOW - LATELY - timedelta(minutes=1))
    assert before_now(engine, failures_before) == []
    assert before_now(engine, cases.complained_before) is False


def test_another_conversation_does_not_count(engine: Engine) -> None:
    after(engine, UNCLEAR)
    with begin_read(engine) as connection:
        assert not failed_again(connection, "website:bob", "now", NOW)


@pytest.mark.parametrize(
    ("understood", "upset"), [([], False), ([ANSWERED], False), ([ANGRY, ANSWERED], True)]
)
def test_a_second_complaint(engine: Engine, understood: list[dict[str, Any]], upset: bool) -> None:
    after(engine, *understood)
    assert before_now(engine, cases.complained_before) is upset


def test_a_message_that_was_given_up_has_one_case_however_often(engine: Engine) -> None:
    after(engine)
    given = {"conversation_id": TALK, "message_id": "now", "channel": "website", "language": "en", "now": NOW}
    case = cases.open_for_failure(engine, **given)
    assert cases.open_for_failure(engine, **given) == case
    assert (case.kind, case.reason) == (CaseKind.BOT_FAILED, CaseReason.GAVE_UP)
