"""A person takes a conversation over and hands it back, over the real assistant."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from datetime import datetime, timezone

import httpx
import pytest
from sqlalchemy.engine import Engine

from tests.assistant import Assistant
from tests.bot.conftest import eventually
from tracking import cases, takeover
from tracking.cases import CaseState, Outcome
from tracking.conversations import Item, transcript
from tracking.db import begin_read
from tracking.takeover import Agent

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]

ANA = Agent("ana@shop.example", "Ana")


def now() -> datetime:
    return datetime.now(timezone.utc)


def said(store: Engine, conversation: str) -> list[Item]:
    with begin_read(store) as connection:
        return transcript(connection, conversation)


def by_bot(store: Engine, conversation: str) -> list[str]:
    return [item.text for item in said(store, conversation) if item.author == "bot"]


def write(assistant: Assistant, sender: str, text: str) -> None:
    """A message that nobody answers at once: the caller gives up waiting."""
    with httpx.Client(timeout=3) as client:
        try:
            client.post(f"{assistant.url}/webhooks/rest/webhook", json={"sender": sender, "message": text})
        except httpx.TimeoutException:
            return


@pytest.fixture
def talk() -> tuple[str, str]:
    """A sender of this test's own, and the conversation that is theirs."""
    sender = f"test-{uuid.uuid4().hex}"
    return sender, f"rest:{sender}"


def test_a_person_joins_answers_and_hands_back(
    assistant: Assistant,
    store: Engine,
    talk: tuple[str, str],
) -> None:
    sender, conversation = talk
    asked = assistant.ask(sender, "where is my order 10042? camille@example.com")
    assert "10042" in asked["replies"][0]["text"]
    assistant.ask(sender, "i want to speak to a person")
    with begin_read(store) as connection:
        case = next(
            each for each in cases.open_cases(connection, conversation) if each.kind.value == "person_wanted"
        )
        reached = cases.reach(connection, case)
    assert (reached.conversation_id, reached.email) == (conversation, "camille@example.com")
    cases.take(store, case.id, ANA.login, now())
    takeover.take_over(store, conversation, ANA, now())
    before = by_bot(store, conversation)

    write(assistant, sender, "where is my order?")
    write(assistant, sender, "are you there?")
    takeover.reply(store, conversation, ANA, "I am here. It goes out again on Monday.", now())
    # What is done is answered by nobody else: the bot would have been quicker than this.
    time.sleep(3)
    assert by_bot(store, conversation) == before
    texts = [item.text for item in said(store, conversation)]
    assert "are you there?" in texts
    person = next(item for item in said(store, conversation) if item.author == "person")
    assert (person.name, person.text) == ("Ana", "I am here. It goes out again on Monday.")

    takeover.hand_back(store, conversation, ANA, now(), agreed="It goes out again on Monday.")
    cases.solve(store, case.id, Outcome.ANSWERED, ANA.login, now())
    assert "It goes out again on Monday." in by_bot(store, conversation)[-1]
    back = assistant.ask(sender, "where is my order?")
    # Still proven, and not taken for a repetition of what was said before the person came.
    assert "Lyon" in back["replies"][0]["text"]
    assert back["replies"][0]["card"]


@pytest.mark.parametrize(
    ("opening", "question", "answer"),
    [
        ("where is my order?", "order number", "10042"),
        ("i want to cancel my order 10042, camille@example.com", "", "yes"),
    ],
)
def test_what_was_asked_before_a_person_came_is_not_asked_again(
    assistant: Assistant,
    store: Engine,
    talk: tuple[str, str],
    opening: str,
    question: str,
    answer: str,
) -> None:
    sender, conversation = talk
    first = assistant.ask(sender, opening)
    assert question in first["replies"][-1]["text"]
    takeover.take_over(store, conversation, ANA, now())
    takeover.hand_back(store, conversation, ANA, now())
    thanked = assistant.ask(sender, "thank you")
    assert question == "" or all(question not in reply["text"] for reply in thanked["replies"])
    assert len(thanked["replies"]) == 1
    assistant.ask(sender, answer)
    with begin_read(store) as connection:
        kinds = {case.kind.value for case in cases.open_cases(connection, conversation)}
    # A yes to what lay on the table before opens nothing any more.
    assert "change_request" not in kinds


def test_a_turn_under_way_when_a_person_comes_says_nothing(
    assistant: Assistant,
    store: Engine,
    talk: tuple[str, str],
) -> None:
    sender, conversation = talk
    assistant.ask(sender, "hello")
    takeover.take_over(store, conversation, ANA, now())
    before = len(by_bot(store, conversation))
    write(assistant, sender, "where is my order 10042? camille@example.com")

    def heard() -> bool:
        return "10042" in said(store, conversation)[-1].text

    eventually(heard)
    time.sleep(2)
    assert len(by_bot(store, conversation)) == before
    takeover.hand_back(store, conversation, ANA, now())
    answered: Callable[[], bool] = lambda: "Lyon" in str(by_bot(store, conversation))  # noqa: E731
    assert not answered()
    assistant.ask(sender, "10042 camille@example.com")
    assert answered()


def test_a_case_waits_for_the_shopper_and_then_for_the_team(
    assistant: Assistant,
    store: Engine,
    talk: tuple[str, str],
) -> None:
    sender, conversation = talk
    assistant.ask(sender, "a human please")

    def state() -> CaseState:
        with begin_read(store) as connection:
            (case,) = cases.open_cases(connection, conversation)
        return case.state

    assert state() is CaseState.NEW
    takeover.take_over(store, conversation, ANA, now())
    takeover.reply(store, conversation, ANA, "Which order is it?", now())
    assert state() is CaseState.WAITING_FOR_SHOPPER
    write(assistant, sender, "10042")
    eventually(lambda: state() is CaseState.OPEN)
