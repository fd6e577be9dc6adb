"""Domain, rules and text files say the same things, in every language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from fluent.syntax import FluentParser, ast

from tracking.settings import WRITTEN_LANGUAGES

ROOT = Path(__file__).parent.parent
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text())
RULES: dict[str, Any] = yaml.safe_load((ROOT / "data" / "rules.yml").read_text())
#: WhatsApp's reply buttons: the shortest title of the channels.
MAX_TITLE = 20


def messages(language: str) -> dict[str, ast.Message]:
    """Every message of a language's files, by id."""
    found: dict[str, ast.Message] = {}
    for path in sorted((ROOT / "tracking" / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text()).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path.name} repeats {entry.id.name}"
                found[entry.id.name] = entry
    return found


def variables(node: ast.BaseNode, among: dict[str, ast.Message]) -> set[str]:
    """The names of the values that a message needs, those of the messages that it refers to included."""
    found: set[str] = set()

    def walk(item: Any) -> None:
        if isinstance(item, ast.VariableReference):
            found.add(item.id.name)
        elif isinstance(item, ast.MessageReference):
            found.update(variables(among[item.id.name], among))
        elif isinstance(item, ast.BaseNode):
            for value in vars(item).values():
                walk(value)
        elif isinstance(item, list):
            for each in item:
                walk(each)

    walk(node)
    return found


ALL = {language: messages(language) for language in WRITTEN_LANGUAGES}
ENGLISH = ALL["en"]


#: Parts of sentences that one language needs and others do not, such as a case of “the carrier”.
PART = "part-"
#: Values that are always given together: whoever gets the first gets the others.
TOGETHER = {"carrier": {"brand"}, "time": {"hour"}, "in": {"place", "placed"}, "at": {"since"}}


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_language_has_the_same_messages(language: str) -> None:
    parts = {name for name in ALL[language] if name.startswith(PART)}
    assert ALL[language].keys() - parts == ENGLISH.keys()


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_part_of_a_language_is_used_in_it(language: str) -> None:
    written = "".join(path.read_text() for path in (ROOT / "tracking" / "locales" / language).glob("*.ftl"))
    for name in ALL[language]:
        if name.startswith(PART):
            assert f"{{ {name} }}" in written, name


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_no_language_needs_a_value_that_english_does_not_get(language: str) -> None:
    for name in ALL[language]:
        if name.startswith(PART):
            continue
        # $Carrier is $carrier at the start of a sentence: which of them a text needs is up to its word order.
        needed, given = (
            {each.casefold() for each in variables(of[name], of)} for of in (ALL[language], ENGLISH)
        )
        for first in given & TOGETHER.keys():
            given |= TOGETHER[first]
        assert needed <= given, name


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_response_of_the_domain_has_words(language: str) -> None:
    wanted = {name.replace("_", "-") for name in DOMAIN["responses"]}
    assert wanted <= ALL[language].keys()
    assert {name for name in ALL[language] if name.startswith("utter-")} == wanted


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_buttons_are_short_enough_for_every_channel(language: str) -> None:
    for name, message in ALL[language].items():
        if name.startswith("button-"):
            text = "".join(
                element.value if isinstance(element, ast.TextElement) else "9"
                for element in message.value.elements
            )
            assert 0 < len(text) <= MAX_TITLE, f"{name}: {text}"


def test_buttons_of_the_domain_mean_an_intent_and_have_a_title() -> None:
    for name, variants in DOMAIN["responses"].items():
        for button in variants[0].get("buttons", []):
            intent = re.match(r"/(\w+)", button["payload"])
            assert intent, name
            assert intent[1] in DOMAIN["intents"], name
            assert f"button-{intent[1].replace('_', '-')}" in ENGLISH, name


def test_every_intent_has_a_rule_and_every_rule_an_intent_of_the_domain() -> None:
    steps = [step for rule in RULES["rules"] for step in rule["steps"]]
    ruled = {step["intent"] for step in steps if "intent" in step}
    assert ruled == {*DOMAIN["intents"], "nlu_fallback"}


def test_every_action_of_the_domain_is_in_its_own_file() -> None:
    files = {path.stem for path in (ROOT / "actions").glob("*.py")}
    for action in DOMAIN["actions"]:
        assert action.removeprefix("action_") in files
