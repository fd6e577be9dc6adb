"""Rasa's texts: in the shopper's language, and never twice in a row in the same words."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlg import Texts, said_last
from tracking.settings import WRITTEN_LANGUAGES

ASKED = "utter_ask_identify_form_order_number"


def tracker(*events: UserUttered | BotUttered) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("rest:1", list(events))


def user(language: str = "en") -> UserUttered:
    return UserUttered("hello", parse_data={"language": {"code": language}})


def said(*events: UserUttered | BotUttered, response: str = ASKED) -> str:
    found = asyncio.run(Texts().generate(response, tracker(*events), "rest"))
    assert found is not None
    return str(found["text"])


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_a_question_asked_again_is_asked_in_other_words(language: str) -> None:
    events: list[UserUttered | BotUttered] = []
    before = ""
    for _ in range(5):
        events.append(user(language))
        text = said(*events)
        assert text != before
        events.append(BotUttered(text))
        before = text


def test_a_question_of_long_ago_is_asked_in_its_own_words() -> None:
    first = said(user())
    assert said(user(), BotUttered(first), user(), BotUttered("Something else."), user()) == first


def test_in_another_language_it_is_not_the_same_question() -> None:
    assert said(user(), BotUttered(said(user())), user("fr")) == said(user("fr"))


def test_what_was_said_last_are_the_replies_to_the_message_before_and_to_this_one() -> None:
    events = (
        user(),
        BotUttered("one"),
        user(),
        BotUttered("two"),
        BotUttered("three"),
        user(),
        BotUttered("four"),
    )
    assert sorted(said_last(tracker(*events))) == ["four", "three", "two"]
