"""Something else than parcels: one line on what we can do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.asks_team import told_of_team
from actions.base import TurnAction
from actions.hand_over import hand_over_failed
from actions.replies import button, line, say, words_of
from actions.spoken_of import goes_on
from actions.turn import Turn
from tracking import cases
from tracking.db import begin_read, default_engine


class ActionOutOfScope(TurnAction):
    """Say what we can do, not twice in the same words; unless it goes on with the last answer after all."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_out_of_scope"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was being asked is asked again by its form."""
        if told_of_team(dispatcher, turn, now):
            return []
        if goes_on(turn):
            return [FollowupAction("action_answer_order")]
        with begin_read(default_engine()) as connection:
            again = cases.strayed_again(connection, turn.conversation_id, turn.message_id, now)
        if again:
            return hand_over_failed(dispatcher, turn, now)
        words = words_of(turn.language)
        say(
            dispatcher,
            line(words, "utter-out-of-scope", unlike=turn.before),
            [button(words, "track_order"), button(words, "human_agent")],
        )
        return []
