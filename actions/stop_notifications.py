"""No more messages, said in a sentence; a bare word and the button are seen to before any dialogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import line, say, words_of
from actions.turn import Turn
from tracking import subscriptions
from tracking.db import default_engine


class ActionStopNotifications(TurnAction):
    """End all notices of the conversation, or say that there are none."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_stop_notifications"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; what was being asked stays open."""
        stopped = subscriptions.stop(default_engine(), turn.conversation_id, turn.message_id, now)
        say(dispatcher, line(words_of(turn.language), "notices-stopped" if stopped else "notices-none"))
        return []
