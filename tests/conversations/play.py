"""One scripted conversation with the running assistant: what is said, what must be true of each answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import Assistant
from tests.bot.conftest import eventually
from tests.conversations.case_checks import CASE_CHECKS, case_problems
from tracking import takeover
from tracking.cases import JOINED, Case, read
from tracking.conversations import Item, transcript
from tracking.db import begin_read
from tracking.model import case_messages, cases

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.yml"))
#: What a person of the team does, instead of the shopper saying something.
BY_PERSON = {"joins", "person", "hands_back"}
#: silent: the bot says nothing, since a person has the conversation.
CHECKS = {
    "say",
    *BY_PERSON,
    "silent",
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
#: What a script may hold; `shown` puts it into docs/conversations.md.
KEYS = {"name", "turns", "shown"}


def scripts(path: Path) -> list[dict[str, Any]]:
    """The scripts of a file."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def play(
    script: dict[str, Any], sender: str, assistant: Assistant, store: Engine, remembered: dict[str, str]
) -> Iterator[str]:
    """Have one conversation; yields what was wrong with it."""
    shown: list[dict[str, str]] = []
    before = ""
    for turn in script["turns"]:
        if BY_PERSON & turn.keys():
            shown = act(turn, f"rest:{sender}", store)
            continue
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
        if "silent" in turn:
            if text:
                yield f"a person has the conversation, and the bot speaks\n    {said}\n    → {text}"
            continue
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


def act(turn: dict[str, Any], conversation_id: str, store: Engine) -> list[dict[str, str]]:
    """Somebody of the team joins, writes or hands back; the buttons that the shopper has then."""
    now = datetime.now(timezone.utc)
    if "joins" in turn:
        takeover.take_over(store, conversation_id, agent(turn["joins"]), now)
    with begin_read(store) as connection:
        held = takeover.holder(connection, conversation_id)
    assert held is not None, "somebody has to join first"
    if "person" in turn:
        takeover.reply(store, conversation_id, held.agent, turn["person"], now)
    if "hands_back" not in turn:
        return []
    takeover.hand_back(store, conversation_id, held.agent, now, agreed=turn["hands_back"])
    # The bot says so, and asks by itself how the person did.
    eventually(lambda: len(_since(store, conversation_id, now)) > 1, 20)
    return [dict(button) for item in _since(store, conversation_id, now) for button in item.buttons]


def _since(store: Engine, conversation_id: str, moment: datetime) -> list[Item]:
    with begin_read(store) as connection:
        return [item for item in transcript(connection, conversation_id) if item.at >= moment]


def agent(name: str) -> takeover.Agent:
    """The person of the team who is called `name`."""
    return takeover.Agent(f"{name.lower()}@shop.example", name)


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
    with begin_read(store) as connection:
        return [
            details
            for case in read(connection.execute(select(cases).where(cases.c.id.in_(asked))).all())
            for details in confirmed_in(case, conversation_id)
        ]


def confirmed_in(case: Case, conversation_id: str) -> list[dict[str, Any]]:
    """The same of one case."""
    own = [case.summary] if case.conversation_id == conversation_id else []
    own += [
        each["summary"] for each in case.summary.get(JOINED, ()) if each["conversation"] == conversation_id
    ]
    found = [summary["details"] for summary in own if "details" in summary]
    return [{name: value for name, value in each.items() if name != "said"} for each in found]
