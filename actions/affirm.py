"""A yes takes up what was offered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import ask_proof_of_delivery, claim_cues
from actions.asks_team import told_of_team
from actions.base import TurnAction
from actions.hand_over import hand_over
from actions.replies import button, line, say, words_of
from actions.turn import Turn


class ActionAffirm(TurnAction):
    """Take the address that was suggested, or hand over when that was offered; else ask what to look up."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_affirm"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Go on with the offer, or offer to look an order up."""
        if told_of_team(dispatcher, turn, now):
            return []
        if suggested := turn.slot("suggested_email"):
            return [
                SlotSet("proof", suggested),
                SlotSet("suggested_email", None),
                FollowupAction("action_answer_order"),
            ]
        if claim_cues.is_pending(turn) or ask_proof_of_delivery.is_pending(turn):
            return [FollowupAction("action_answer_order")]
        if turn.slot("offer"):
            return hand_over(dispatcher, turn, now)
        if turn.slot("requested_slot"):
            # A yes to a question for a number is no answer: the form asks again.
            return []
        words = words_of(turn.language)
        if turn.slot("said"):
            taps = [button(words, "track_order"), button(words, "human_agent")]
            say(dispatcher, line(words, "affirm-done", unlike=turn.before), taps)
        else:
            say(dispatcher, line(words, "affirm-nothing", unlike=turn.before), [button(words, "track_order")])
        return []
