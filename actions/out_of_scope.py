"""Something else than parcels: one line on what we can do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.spoken_of import goes_on
from actions.turn import Turn


class ActionOutOfScope(TurnAction):
    """Say what we can do, not twice in the same words; unless it goes on with the last answer after all."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_out_of_scope"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was being asked is asked again by its form."""
        if goes_on(turn):
            return [FollowupAction("action_answer_order")]
        words = words_of(turn.language)
        say(
            dispatcher,
            line(words, "utter-out-of-scope", unlike=turn.before),
            [button(words, "track_order"), button(words, "human_agent")],
        )
        return []
