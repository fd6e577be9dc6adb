"""What a message says to the open question of a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.request.draft import Draft
from actions.request.form import read
from actions.request.registry import REQUESTS
from actions.turn import Turn


class ValidateRequestForm(TurnAction):
    """Read the message as an answer. What is none is left to its own rule, and the form asks again."""

    def name(self) -> str:
        """As in domain.yml: Rasa runs it before the form goes on."""
        return "validate_request_form"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """The answer, remembered; nothing at all where the message is none, so that the form steps back."""
        draft = Draft.of(turn)
        if draft is None or draft.request not in REQUESTS:
            return []
        found = read(REQUESTS[draft.request], draft, turn)
        if found is None:
            return []
        return [
            *found.draft.events(),
            SlotSet("request_answer", "confirmed" if found.confirmed else None),
            # A house number or postcode of an answer is not the order's.
            SlotSet("order_number", draft.order_number),
            SlotSet("proof", draft.proof),
        ]
