"""`make transcripts`: writes docs/conversations.md, conversations as the assistant really has them.

Those scripts are shown that say so (`shown`: the situation, a title, what happens). All scripts are played,
in the order of the tests: what one shopper asked for is known to the team when the next one does. The tests
compare what is said with the file, see `outdated`.
"""

from __future__ import annotations

import contextlib
import difflib
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Engine

from tests.assistant import ROOT, Assistant, running
from tests.conversations.play import SCRIPTS, confirmed_in, play, scripts
from tests.conversations.timeless import timeless
from tracking.cases import Case, open_cases
from tracking.conversations import Item, transcript
from tracking.db import begin_read, open_engine
from tracking.wording import wording
from tracking.words.handover import case_line

FILE = ROOT / "docs" / "conversations.md"
#: The situations, in the order of the page.
SITUATIONS = {
    "where": "Where is it, and when does it come?",
    "triggers": "What makes shoppers ask",
    "not received": "Shown as delivered, and not there",
    "customs": "Customs",
    "changes": "Something is to be different",
    "goods": "Returns, refunds, broken and missing things, papers",
    "notices": "Tell me when it moves",
    "person": "A person",
    "around": "All around it",
}
HEAD = """# Conversations

What the assistant says, situation by situation: real conversations with the demo shop, written down by
`make transcripts`. Days and hours are those of that moment. Each conversation is a script in
`tests/conversations/scripts/`; the tests fail as soon as the assistant says something else.

[Brackets] are buttons to tap, “Card” is the heading of the parcel’s journey that the chat shows, and “For the
team” is the case that a person gets.
"""
SPEAKERS = {"shopper": "Shopper", "bot": "Assistant", "system": "Assistant"}
#: Names of confirmed fields, in the order in which they are told; the rest is for the desk.
CONFIRMED = ("change", "claim", "wanted", "item", "value", "problem", "checks")


@dataclass(frozen=True)
class Said:
    """One conversation, and the cases that it asked for."""

    items: list[Item]
    cases: list[Case]
    #: What the shopper confirmed in it, by the id of the case.
    confirmed: dict[int, list[dict[str, Any]]]


def read(conversation_id: str, store: Engine) -> Said:
    """What was said in a conversation, and what became of it."""
    with begin_read(store) as connection:
        items, asked = transcript(connection, conversation_id), open_cases(connection, conversation_id)
    return Said(items, asked, {case.id: confirmed_in(case, conversation_id) for case in asked})


def section(script: Mapping[str, Any], said: Said) -> str:
    """One conversation as Markdown, under its title."""
    told = "\n\n".join(
        [*_dialogue(said.items), *(_case(case, said.confirmed[case.id]) for case in said.cases)]
    )
    quoted = "\n".join(f"> {line}".rstrip() for line in told.split("\n"))
    return f"### {script['shown']['title']}\n\n{script['shown']['what']}\n\n{quoted}"


def _dialogue(items: list[Item]) -> Iterator[str]:
    for item in items:
        speaker = item.name if item.author == "person" else SPEAKERS[item.author]
        yield f"**{speaker}:** {_plain(item.text)}"
        if item.card:
            told = (item.card.get(name) for name in ("title", "status", "carrier", "tracking_number"))
            yield f"*Card:* {' · '.join(_plain(str(each)) for each in told if each)}"
        if item.buttons:
            yield " ".join(f"[{_plain(button['title'])}]" for button in item.buttons)


def _case(case: Case, confirmed: list[dict[str, Any]]) -> str:
    """What the team got: the kind and the facts in one line, the reason, the urgency, what was confirmed."""
    told = [case_line(wording("en"), case)]
    if case.reason:
        told.append(f"why: {case.reason.value.replace('_', ' ')}")
    told.append(f"urgency: {case.urgency.name.lower()}")
    for details in confirmed:
        fields = [f"{name} {_flat(details[name])}" for name in CONFIRMED if details.get(name)]
        told.append(f"confirmed: {', '.join(fields)}")
    return f"*For the team:* {case.reference}: {_plain('; '.join(told))}"


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return " and ".join(f"{_flat(name)} {_flat(each)}" for name, each in value.items())
    return str(value).replace("_", " ")


def _plain(text: str) -> str:
    """A text that Markdown leaves as it is, lines too."""
    for sign in "\\*_[]<>":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\\n")


def page(sections: Mapping[str, list[str]]) -> str:
    """The whole file, of the sections of each situation."""
    parts = [HEAD.strip()]
    for key, heading in SITUATIONS.items():
        parts += [f"## {heading}", *sections[key]]
    return "\n\n".join(parts) + "\n"


def shown_in_file() -> dict[str, str]:
    """The sections of the file by their titles; empty where there is no file."""
    if not FILE.exists():
        return {}
    found: dict[str, str] = {}
    for part in FILE.read_text(encoding="utf-8").split("\n### ")[1:]:
        title, _, rest = part.partition("\n")
        found[title] = f"### {title}\n{rest.partition(chr(10) + '## ')[0]}".rstrip()
    return found


def outdated(script: Mapping[str, Any], said: Said) -> Iterator[str]:
    """Where the file says otherwise than what was said now; days, hours and numbers aside."""
    before, now = (
        [timeless(line) for line in text.splitlines() if line.strip(" >")]
        for text in (shown_in_file().get(script["shown"]["title"], ""), section(script, said))
    )
    different = [line for line in difflib.ndiff(before, now) if line[0] in "+-"]
    if different:
        yield "docs/conversations.md says otherwise; if that is as it should be: make transcripts\n    " + (
            "\n    ".join(different)
        )


def written(assistant: Assistant, store: Engine) -> tuple[str, list[str]]:
    """The page, and what was wrong with the conversations."""
    sections: dict[str, list[str]] = {key: [] for key in SITUATIONS}
    wrong: list[str] = []
    for path in SCRIPTS:
        remembered: dict[str, str] = {}
        for script in scripts(path):
            sender = f"shown-{uuid.uuid4().hex}"
            wrong += [
                f"“{script['name']}”: {each}" for each in play(script, sender, assistant, store, remembered)
            ]
            if "shown" in script:
                sections[script["shown"]["in"]].append(section(script, read(f"rest:{sender}", store)))
    return page(sections), wrong


def main() -> None:
    """Start the assistant, have every conversation, write the file."""
    with contextlib.ExitStack() as stack:
        var = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wismo-transcripts-")))
        assistant = stack.enter_context(running(var))
        store = open_engine(f"sqlite:///{var}/wismo.db")
        text, wrong = written(assistant, store)
        store.dispose()
    FILE.write_text(text, encoding="utf-8")
    for each in wrong:
        print(each)
    print(f"{FILE.relative_to(ROOT)}: {text.count(chr(10) + '### ')} conversations")


if __name__ == "__main__":
    main()
