"""A message that was not understood: one short question with buttons, never a guess."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asks_team import told_of_team
from actions.base import TurnAction
from actions.hand_over import hand_over_failed
from actions.replies import MAX_BUTTONS, button, has_button, line, say, words_of
from actions.spoken_of import goes_on
from actions.turn import Turn
from tracking import cases
from tracking.db import begin_read, default_engine

#: An intent less likely than this (0 to 1) is not worth a button.
PLAUSIBLE = 0.12
#: To nothing that was asked, a yes or no says nothing; a person is offered beside whatever else it may be.
NO_MEANING = frozenset({"human_agent", "affirm", "deny"})


class ActionUnclear(TurnAction):
    """Ask which of the likeliest meanings it is; the second time in a row, fetch a person unasked."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_unclear"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was asked for before stays open."""
        if told_of_team(dispatcher, turn, now):
            return []
        refers = turn.typed and turn.said("order_number", "tracking_number", "email")
        if goes_on(turn) or refers:
            # Whoever names an order is told about it, whatever else was meant.
            return [FollowupAction("action_answer_order")]
        with begin_read(default_engine()) as connection:
            again = cases.failed_again(connection, turn.conversation_id, turn.message_id, now)
        if again:
            return hand_over_failed(dispatcher, turn, now)
        words = words_of(turn.language)
        likely = [
            intent
            for intent, confidence in turn.ranking
            if confidence >= PLAUSIBLE and intent not in NO_MEANING and has_button(words, intent)
        ][: MAX_BUTTONS - 1]
        message = "unclear-which" if likely else "utter-unclear"
        offered = [*(likely or ["track_order"]), "human_agent"]
        say(
            dispatcher,
            line(words, message, unlike=turn.before),
            [button(words, intent) for intent in offered],
        )
        # The buttons are the question now: a number typed next answers them, not an older one.
        return [SlotSet("offer", None), ActiveLoop(None), SlotSet("requested_slot", None)]
