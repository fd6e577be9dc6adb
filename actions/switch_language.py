"""Go on in the language that the shopper asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from babel import Locale
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.turn import Turn
from tracking.settings import settings


class ActionSwitchLanguage(TurnAction):
    """The language itself is read with the message; this says so in that language."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_switch_language"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply in the language asked for, or say which ones there are."""
        words = words_of(turn.language)
        if turn.asked_language in settings().languages:
            say(dispatcher, line(words, "language-switched"), [button(words, "track_order")])
            return []
        names = [Locale(code).get_display_name(turn.language) or code for code in settings().languages]
        say(dispatcher, line(words, "language-not-spoken", languages=", ".join(names)))
        return []
