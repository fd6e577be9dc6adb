"""Hello, and hello again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.turn import Turn


class ActionGreet(TurnAction):
    """Introduce ourselves once; whoever says hello later only wants to know that somebody is there."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_greet"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was being asked is asked again by its form."""
        if turn.slot("requested_slot"):
            return []
        words = words_of(turn.language)
        known = bool(turn.slot("said"))
        message = "greet-back" if known else "utter-greet"
        first = "ask_eta" if known and turn.slot("parcel") else "track_order"
        say(
            dispatcher,
            line(words, message, unlike=turn.before),
            [button(words, first), button(words, "human_agent")],
        )
        return []
