"""Schema, domain, data, rules, actions and texts name the same intents."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
import yaml

from actions.answer_order import QUESTIONS
from actions.offer_person import KINDS
from bot.nlu import schema
from tests.nlu.corpus import HELD_OUT, ROOT, TRAINING
from tracking.settings import WRITTEN_LANGUAGES
from tracking.wording import wording

#: Given by Rasa where nothing is sure enough; nobody says it.
FALLBACK = "nlu_fallback"
#: Wishes that no button can stand for: they are said, answered, or made of what is typed.
WITHOUT_BUTTON = frozenset(
    {
        "out_of_scope",
        "inform",
        "greet",
        "thanks",
        "goodbye",
        "feedback",
        "complaint",
        "bot_challenge",
        "switch_language",
    }
)
WISHES = frozenset(schema.schema())


@pytest.fixture(scope="module")
def domain() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def rules() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((ROOT / "data" / "rules.yml").read_text("utf-8"))["rules"]
    return read


def test_the_domain_lists_exactly_the_schema(domain: dict[str, Any]) -> None:
    assert set(domain["intents"]) == WISHES
    assert len(domain["intents"]) == len(WISHES)


def test_every_wish_has_exactly_one_rule(rules: list[dict[str, Any]]) -> None:
    heard = [step["intent"] for rule in rules for step in rule["steps"] if "intent" in step]
    assert sorted(heard) == sorted(WISHES | {FALLBACK})


def test_every_wish_is_trained_and_held_out_in_every_language() -> None:
    for folder, language in product((TRAINING, HELD_OUT), schema.LANGUAGES):
        assert {path.stem for path in (folder / language).glob("*.yml")} == WISHES, folder / language


def test_order_questions_are_those_that_the_action_answers() -> None:
    assert set(QUESTIONS) == schema.order_questions()


def test_requests_are_those_that_a_person_is_offered_for() -> None:
    # A complaint is no request, but a person is offered all the same.
    assert set(KINDS) == schema.requests() | {"complaint"}


def test_no_wish_is_both_a_question_and_a_request() -> None:
    assert schema.order_questions() & schema.requests() == set()


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_request_has_words_and_every_wish_that_can_be_tapped_a_button(language: str) -> None:
    words = wording(language)
    assert [kind for kind in KINDS if not words.has(f"offer-{kind.replace('_', '-')}")] == []
    tapped = WISHES - WITHOUT_BUTTON
    assert [wish for wish in tapped if not words.has(f"button-{wish.replace('_', '-')}")] == []


def test_no_two_wishes_share_an_example() -> None:
    for language in schema.LANGUAGES:
        examples = [wish.examples[language] for wish in schema.schema().values()]
        assert len(set(examples)) == len(examples)
