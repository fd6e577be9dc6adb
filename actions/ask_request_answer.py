"""The next question of a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.request.draft import Draft
from actions.request.form import ask
from actions.request.registry import REQUESTS
from actions.turn import Turn


class ActionAskRequestAnswer(TurnAction):
    """Ask for what the request lacks, or whether all of it is right."""

    def name(self) -> str:
        """As in domain.yml: Rasa runs it whenever `request_form` wants its slot."""
        return "action_ask_request_answer"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Ask, and remember what was asked."""
        draft = Draft.of(turn)
        if draft is None or draft.request not in REQUESTS:
            return []
        return ask(dispatcher, REQUESTS[draft.request], draft, turn, now)
