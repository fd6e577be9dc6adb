"""Conversations as shoppers have them, over the real server, action server and store.

A script is data, `scripts/<theme>.yml`: what is said or tapped, and what must be true of the answer. Facts
and cases are asserted, never whole sentences.
"""

from __future__ import annotations

import hashlib
import hmac
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import EASYPOST_SECRET, Assistant
from tests.bot.conftest import eventually
from tests.conversations.case_checks import CASE_CHECKS, case_problems
from tests.tracking.reports import easypost, order
from tracking.conversations import Item, transcript
from tracking.db import begin_read
from tracking.model import case_messages, cases, outbox, subscriptions
from tracking.sources.easypost import SIGNATURE_HEADER
from tracking.store import import_orders

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
    "details",
    "details_have",
    "remember",
    "same_as",
    "remember_button",
    *CASE_CHECKS,
}

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]


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


def test_a_shopper_who_asked_is_told_of_a_scan_and_after_stop_of_none(
    assistant: Assistant, store: Engine
) -> None:
    now, number = datetime.now(timezone.utc), "15501234599007"
    placed = (now - timedelta(days=2)).isoformat()
    bought = {**order("77001", ("dpd-uk", number), placed=placed), "email": "kim@example.com"}
    assert import_orders(store, [{**bought, "country": "FR"}], now).rejected == []
    sender = f"test-{uuid.uuid4().hex}"
    report(assistant, number, now - timedelta(hours=9), "in_transit")
    asked = assistant.ask(sender, "let me know when my order 77001 moves, kim@example.com")
    assert asked["understood"]["intent"] == "notify_me"
    assert "77001" in asked["replies"][0]["text"]
    assert told(store, sender) == []

    began = time.monotonic()
    report(assistant, number, now - timedelta(hours=3), "out_for_delivery")
    eventually(lambda: bool(told(store, sender)), 20)
    assert time.monotonic() - began < 10, "news takes seconds"
    (notice,) = told(store, sender)
    assert "77001" in notice.text
    assert "STOP" in notice.text
    assert notice.author == "bot"
    assert [button["title"] for button in notice.buttons] == [
        "When will it arrive?",
        "Talk to a person",
        "Stop updates",
    ]
    when = assistant.ask(sender, notice.buttons[0]["token"])
    assert when["understood"]["intent"] == "ask_eta"

    assistant.ask(sender, "where is my order 10042?")  # a question is open: which e-mail?
    stopped = assistant.ask(sender, "stop")
    assert stopped["understood"]["intent"] == "stop_notifications"
    report(assistant, number, now - timedelta(hours=1), "delivered")
    with begin_read(store) as connection:
        kept = connection.execute(
            select(subscriptions).where(subscriptions.c.conversation_id == f"rest:{sender}")
        ).one()
    assert (kept.channel, kept.stopped_by, kept.notices) == ("rest", "shopper", 1)
    assert "let me know when" in kept.consent_words
    # The receiver has answered, so a notice would be due by now, and looked for every second.
    time.sleep(5)
    assert told(store, sender) == [notice]


def report(assistant: Assistant, number: str, at: datetime, status: str) -> None:
    """A scan arrives by its provider's signed webhook."""
    body = easypost((at.isoformat(), status), number=number)
    signature = hmac.new(EASYPOST_SECRET.encode(), body, hashlib.sha256).hexdigest()
    answer = httpx.post(
        f"{assistant.url}/carriers/easypost",
        content=body,
        headers={SIGNATURE_HEADER: f"hmac-sha256-hex={signature}"},
        timeout=30,
    )
    assert answer.status_code == 200, answer.text


def told(store: Engine, sender: str) -> list[Item]:
    """What came to a conversation by itself."""
    with begin_read(store) as connection:
        by_itself = select(outbox.c.id).where(
            outbox.c.conversation_id == f"rest:{sender}", outbox.c.inbox_id.is_(None)
        )
        ids = {f"o{each}" for each in connection.execute(by_itself).scalars()}
        return [item for item in transcript(connection, f"rest:{sender}") if item.id in ids]


def play(
    script: dict[str, Any], assistant: Assistant, store: Engine, remembered: dict[str, str]
) -> Iterator[str]:
    """Have one conversation; yields what was wrong with it."""
    sender, shown, before = f"test-{uuid.uuid4().hex}", [], ""
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
        if text and text == before:
            yield f"the same reply twice in a row\n    {said}\n    → {text}"
        before = text
        for problem in check(turn, answer, text, shown, opened(store, f"rest:{sender}"), remembered):
            yield f"{problem}\n    {said}\n    → {text}"
        for problem in case_problems(turn, answer, text, remembered, store, f"rest:{sender}"):
            yield f"{problem}\n    {said}\n    → {text}"
        if "details" in turn and turn["details"] not in (kept := confirmed(store, f"rest:{sender}")):
            yield f"confirmed were {kept}\n    {said}\n    → {text}"
        if "details_have" in turn and not any(
            holds(each, turn["details_have"]) for each in confirmed(store, f"rest:{sender}")
        ):
            yield f"confirmed were {confirmed(store, f'rest:{sender}')}\n    {said}\n    → {text}"
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
    """Kinds of the cases that a conversation has asked for, those that were open before included."""
    asked = select(case_messages.c.case_id).where(case_messages.c.conversation_id == conversation_id)
    with begin_read(store) as connection:
        return list(connection.execute(select(cases.c.kind).where(cases.c.id.in_(asked))).scalars())


def holds(found: Any, wanted: Any) -> bool:
    """Whether `found` says all that `wanted` says, at any depth, and maybe more."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            name in found and holds(found[name], value) for name, value in wanted.items()
        )
    return bool(found == wanted)


def confirmed(store: Engine, conversation_id: str) -> list[dict[str, Any]]:
    """The fields that the shopper of a conversation confirmed, one for each time; without the first words."""
    asked = select(case_messages.c.case_id).where(case_messages.c.conversation_id == conversation_id)
    found = []
    with begin_read(store) as connection:
        for case in connection.execute(select(cases).where(cases.c.id.in_(asked))):
            own = [case.summary] if case.conversation_id == conversation_id else []
            joined = case.summary.get("joined", [])
            own += [each["summary"] for each in joined if each["conversation"] == conversation_id]
            found += [summary["details"] for summary in own if "details" in summary]
    return [{name: value for name, value in each.items() if name != "said"} for each in found]
