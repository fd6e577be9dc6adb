"""Conversations as shoppers have them, over the real server, action server and store.

A script is data, `scripts/<theme>.yml`: what is said or tapped, and what must be true of the answer. Facts
and cases are asserted, never whole sentences.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import Assistant, running
from tests.conftest import postgres_database
from tracking.db import begin_read, open_engine
from tracking.model import cases

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.yml"))
CHECKS = {
    "say",
    "tap",
    "say_remembered_button",
    "has",
    "lacks",
    "buttons",
    "card",
    "intent",
    "entities",
    "case",
    "no_case",
    "remember",
    "same_as",
    "remember_button",
}

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]


# It ends with this folder's tests, and on PostgreSQL it has a database of its own: its worker would take the
# messages of other tests.
@pytest.fixture(scope="package", params=["sqlite", "postgresql"])
def assistant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """The whole assistant with the demo shop, on each database."""
    var = tmp_path_factory.mktemp(f"assistant-{request.param}")
    with contextlib.ExitStack() as stack:
        url = stack.enter_context(postgres_database()) if request.param == "postgresql" else None
        yield stack.enter_context(running(var, url))


@pytest.fixture(scope="package")
def store(assistant: Assistant) -> Iterator[Engine]:
    """The store of that assistant."""
    url = assistant.environment.get(
        "WISMO_DATABASE_URL", f"sqlite:///{assistant.environment['WISMO_VAR']}/wismo.db"
    )
    engine = open_engine(url)
    yield engine
    engine.dispose()


def test_every_script_uses_known_checks() -> None:
    for path in SCRIPTS:
        for script in yaml.safe_load(path.read_text()):
            for turn in script["turns"]:
                assert turn.keys() <= CHECKS, f"{path.name}: {script['name']}"
    names = [script["name"] for path in SCRIPTS for script in yaml.safe_load(path.read_text())]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_conversations(path: Path, assistant: Assistant, store: Engine) -> None:
    remembered: dict[str, str] = {}
    failures = [
        f"“{script['name']}”: {problem}"
        for script in yaml.safe_load(path.read_text())
        for problem in play(script, assistant, store, remembered)
    ]
    assert not failures, "\n" + "\n".join(failures)


def play(
    script: dict[str, Any], assistant: Assistant, store: Engine, remembered: dict[str, str]
) -> Iterator[str]:
    """Have one conversation; yields what was wrong with it."""
    sender, shown = f"test-{uuid.uuid4().hex}", []
    for turn in script["turns"]:
        said = turn.get("say")
        if "tap" in turn:
            tapped = [button["token"] for button in shown if button["title"] == turn["tap"]]
            if not tapped:
                yield f"no button “{turn['tap']}” among {[button['title'] for button in shown]}"
                return
            said = tapped[0]
        if "say_remembered_button" in turn:
            said = remembered["button"]
        answer = assistant.ask(sender, str(said))
        shown = [button for reply in answer["replies"] for button in reply["buttons"]]
        # Scripts are typed with ordinary spaces.
        text = "\n".join(reply["text"] for reply in answer["replies"]).replace("\N{NO-BREAK SPACE}", " ")
        for problem in check(turn, answer, text, shown, opened(store, f"rest:{sender}"), remembered):
            yield f"{problem}\n    {said}\n    → {text}"
        if "remember" in turn:
            remembered[turn["remember"]] = text
        if "remember_button" in turn:
            remembered["button"] = {b["title"]: b["token"] for b in shown}[turn["remember_button"]]


def check(
    turn: dict[str, Any],
    answer: dict[str, Any],
    text: str,
    shown: list[dict[str, str]],
    kinds: list[str],
    remembered: dict[str, str],
) -> Iterator[str]:
    """What is wrong with one answer."""
    if not text.strip():
        yield "nothing was said"
    for wanted in turn.get("has", ()):
        if wanted not in text:
            yield f"lacks “{wanted}”"
    for unwanted in turn.get("lacks", ()):
        if unwanted in text or unwanted in str([reply["card"] for reply in answer["replies"]]):
            yield f"says “{unwanted}”"
    titles = [button["title"] for button in shown]
    if "buttons" in turn and titles != turn["buttons"]:
        yield f"buttons are {titles}"
    if "card" in turn and any(reply["card"] for reply in answer["replies"]) != turn["card"]:
        yield "the card"
    understood = answer["understood"]
    if "intent" in turn and understood["intent"] not in turn["intent"]:
        yield f"understood as {understood['intent']}"
    for kind, values in turn.get("entities", {}).items():
        found = [entity["value"] for entity in understood["entities"] if entity["type"] == kind]
        if found != values:
            yield f"{kind}: {found}"
    if "case" in turn and turn["case"] not in kinds:
        yield f"cases are {kinds}"
    if "no_case" in turn and kinds:
        yield f"cases are {kinds}"
    if "same_as" in turn and text != remembered[turn["same_as"]]:
        yield f"differs from “{remembered[turn['same_as']]}”"


def opened(store: Engine, conversation_id: str) -> list[str]:
    """Kinds of the cases of a conversation."""
    with begin_read(store) as connection:
        return list(
            connection.execute(
                select(cases.c.kind).where(cases.c.conversation_id == conversation_id)
            ).scalars()
        )
