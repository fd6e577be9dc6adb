"""A goodbye ends what was still being asked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.claim_cues import takes_up
from actions.feedback import say_in_closing
from actions.replies import line, words_of
from actions.turn import Turn


class ActionGoodbye(TurnAction):
    """Say goodbye and ask nothing more."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_goodbye"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Whoever leaves is not asked for an order number; whoever goes to look for a parcel comes back."""
        if takes_up(turn):
            return [FollowupAction("action_answer_order")]
        say_in_closing(dispatcher, line(words_of(turn.language), "goodbye", unlike=turn.before), turn, now)
        return [SlotSet("offer", None), ActiveLoop(None), SlotSet("requested_slot", None)]
