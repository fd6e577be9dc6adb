"""Thanks after an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.feedback import say_in_closing
from actions.replies import line, words_of
from actions.turn import Turn


class ActionThanks(TurnAction):
    """You're welcome; and how was it?"""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_thanks"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was being asked stays open."""
        say_in_closing(
            dispatcher, line(words_of(turn.language), "utter-thanks", unlike=turn.before), turn, now
        )
        return []
