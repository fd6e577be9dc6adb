"""One neutral reply as the message that WhatsApp takes: text, reply buttons, a list, or a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.channels.rendering import Limits, Rendered, Words, render, trim

#: Reply buttons stand below a shorter text than a list does.
LIMITS = Limits(
    text=4096, buttons=3, title=20, list_rows=10, row_title=24, row_description=72, text_with_choices=1024
)
LIST_LIMITS = replace(LIMITS, buttons=0, text_with_choices=4096)
#: What opens a list.
OPENER = 20
#: The variable of a template; with the template's own words it must stay below 1,024.
VARIABLE = 800


def free(reply: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """What is sent within 24 hours of the shopper's last message."""
    found = render(reply, LIMITS, words)
    if found.trimmed and found.buttons:
        # A list leaves room for all that is said.
        found = render(reply, LIST_LIMITS, words)
    text = _with_heading(found, words) or words.text("channel-choose")
    if found.buttons:
        buttons = [
            {"type": "reply", "reply": {"id": each.token, "title": each.title}} for each in found.buttons
        ]
        return _interactive({"type": "button", "body": {"text": text}, "action": {"buttons": buttons}})
    if found.rows:
        rows = [
            {"id": each.token, "title": each.title}
            | ({"description": each.description} if each.description else {})
            for each in found.rows
        ]
        opener = trim(words.text("channel-choose"), OPENER)
        return _interactive(
            {
                "type": "list",
                "body": {"text": text},
                "action": {"button": opener, "sections": [{"rows": rows}]},
            }
        )
    return {"type": "text", "text": {"preview_url": False, "body": text}}


def _interactive(interactive: dict[str, Any]) -> dict[str, Any]:
    return {"type": "interactive", "interactive": interactive}


def _with_heading(found: Rendered, words: Words) -> str:
    """The text, the card's heading in bold where there is room for the two asterisks."""
    if found.heading is None or found.trimmed:
        return found.text
    start, end = found.heading
    heading = found.text[start:end]
    if "*" in heading or "\n" in heading or len(found.text) > LIMITS.text - 100:
        return found.text
    bold = f"{found.text[:start]}*{heading}*{found.text[end:]}"
    longest = LIMITS.text_with_choices if found.buttons else LIMITS.text
    return bold if len(bold.encode("utf-16-le")) // 2 <= (longest or LIMITS.text) else found.text


def template(reply: Mapping[str, Any], name: str, language: str, words: Words) -> dict[str, Any]:
    """What is sent later: the shop's approved template with the reply as its one variable.

    A variable may hold no line breaks; buttons would have to be part of the template.
    """
    flat = " ".join(render({**reply, "buttons": ()}, LIMITS, words).text.split())
    variable = trim(flat, VARIABLE, words.text("channel-shortened"))
    return {
        "type": "template",
        "template": {
            "name": name,
            "language": {"code": language},
            "components": [{"type": "body", "parameters": [{"type": "text", "text": variable}]}],
        },
    }
