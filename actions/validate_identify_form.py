"""A message while the order number or its proof is asked for: some need no further question."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.bare_proof import with_bare_proof
from actions.base import TurnAction
from actions.identify import is_answerable
from actions.turn import Turn
from tracking.db import default_engine

#: What the form asks for.
ASKED = ("order_number", "proof")


class ValidateIdentifyForm(TurnAction):
    """Take what was said; end the form where a tracking number or a proven order came instead."""

    def name(self) -> str:
        """As in domain.yml: Rasa runs it before the form goes on."""
        return "validate_identify_form"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """The slots that this message filled; nothing where it filled none, so that its own rule answers."""
        said = [SlotSet(slot, turn.slot(slot)) for slot in ASKED if slot in turn.filled]
        if said and is_answerable(default_engine(), turn, now):
            return [*said, SlotSet("requested_slot", None)]
        both = with_bare_proof(turn)
        if both is not None:
            number = SlotSet("order_number", both.said("order_number"))
            asked = turn.slot("requested_slot") == "order_number"
            # Where nobody was asked, the two may be two orders.
            return [number, SlotSet("proof", both.said("postcode"))] if asked else [number]
        return said
