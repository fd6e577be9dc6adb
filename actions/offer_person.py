"""Say that a person does this, and offer one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.spoken_of import goes_on
from actions.turn import Turn
from tracking.vocabulary import CaseKind
from tracking.wording import Wording

#: What a person is asked to do when the shopper takes the offer.
KINDS = {
    "change_address": CaseKind.CHANGE_REQUEST,
    "cancel_order": CaseKind.CHANGE_REQUEST,
    "change_order": CaseKind.CHANGE_REQUEST,
    "delivery_instructions": CaseKind.CHANGE_REQUEST,
    "reschedule": CaseKind.CHANGE_REQUEST,
    "return_refund": CaseKind.RETURN_REQUEST,
    "ask_refund_status": CaseKind.RETURN_REQUEST,
    "report_damaged": CaseKind.GOODS_CLAIM,
    "report_missing_item": CaseKind.GOODS_CLAIM,
    "delivery_options": CaseKind.PERSON_WANTED,
    "ask_invoice_or_payment": CaseKind.PERSON_WANTED,
    "complaint": CaseKind.PERSON_WANTED,
}


def offer(words: Wording, request: str) -> str:
    """The offer to pass a request on; `request` is one of `KINDS`."""
    return line(words, f"offer-{request.replace('_', '-')}")


class ActionOfferPerson(TurnAction):
    """For changes, returns and questions that the parcel's events do not answer."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_offer_person"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Offer, and remember what was offered for a yes."""
        if turn.intent == "ask_invoice_or_payment" and goes_on(turn):
            # What customs want paid, not an invoice of ours.
            return [FollowupAction("action_answer_order")]
        words = words_of(turn.language)
        say(dispatcher, offer(words, turn.intent), [button(words, "affirm"), button(words, "deny")])
        # One open question at a time: the offer takes the place of a number or an address still asked for.
        return [
            SlotSet("offer", KINDS[turn.intent].value),
            SlotSet("question", turn.intent),
            ActiveLoop(None),
            SlotSet("requested_slot", None),
        ]
