"""A no leaves it there, politely."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import claim_cues
from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.request.draft import forgotten
from actions.request.form import is_asking
from actions.spoken_of import goes_on
from actions.turn import Turn


class ActionDeny(TurnAction):
    """Drop the offer and the open question."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_deny"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Say so; nothing is asked any more."""
        if claim_cues.is_pending(turn):
            return [FollowupAction("action_answer_order")]
        if turn.said("order_number", "tracking_number") or goes_on(turn):
            # "No, 10024": a correction.
            return [FollowupAction("action_answer_order")]
        words = words_of(turn.language)
        if is_asking(turn):
            say(dispatcher, line(words, "request-dropped"), [button(words, "track_order")])
            return [*forgotten(), SlotSet("offer", None), ActiveLoop(None), SlotSet("requested_slot", None)]
        if turn.slot("suggested_email"):
            # The address was right: it is the pair that must be checked.
            say(
                dispatcher,
                line(words, "order-not-matched", unlike=turn.before),
                [button(words, "human_agent")],
            )
            return [SlotSet("suggested_email", None)]
        message = "deny-offer" if turn.slot("offer") else "deny-nothing"
        taps = [button(words, "track_order"), button(words, "human_agent")]
        say(dispatcher, line(words, message, unlike=turn.before), taps)
        return [SlotSet("offer", None), ActiveLoop(None), SlotSet("requested_slot", None)]
