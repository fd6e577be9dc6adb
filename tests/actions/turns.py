"""Turns as the tests of actions make them, and what was said in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


def turn(
    text: str = "",
    *,
    intent: str = "track_order",
    language: str = "en",
    entities: Mapping[str, tuple[str, ...]] | None = None,
    **slots: Any,
) -> Turn:
    """One message of the conversation `rest:1`, with these slots remembered."""
    made = Turn("rest:1", "m-1", "rest", language, intent, entities or {}, slots)
    return replace(made, text=text)


def texts(dispatcher: CollectingDispatcher) -> list[str]:
    """What was said, a text each."""
    return [message["text"] for message in dispatcher.messages]


def remembered(events: list[dict[str, Any]]) -> dict[str, Any]:
    """The slots that events set."""
    return {event["name"]: event["value"] for event in events if event["event"] == "slot"}
