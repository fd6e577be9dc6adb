"""What the parcel's events do not answer: the shop's own answer and page, and a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import claim_cues
from actions.base import TurnAction
from actions.hand_over import hand_over_upset
from actions.identify import Identified, identify
from actions.policy_answers import (
    TOPICS,
    about_parcel,
    complaint,
    is_with_team,
    nothing_to_return,
    shop_answer,
)
from actions.replies import button, line, say, words_of
from actions.request.goods import INTENTS as GOODS
from actions.request.reading import DOUBTFUL, named_in
from actions.spoken_of import asks_customs, goes_on
from actions.turn import Turn
from actions.upset import is_upset
from tracking.db import default_engine
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
#: Answered here, with the parcel's state where its order is proven; claims about goods go on in their form.
ANSWERED_BY_SHOP = frozenset(TOPICS) - frozenset(GOODS)

#: What a question about customs (“how do I pay?”, “how do I send them?”) may be taken for.
MAY_BE_CUSTOMS = frozenset(
    {"ask_invoice_or_payment", "ask_refund_status", "return_refund", "delivery_options"}
)


def offer(words: Wording, request: str) -> str:
    """The shop's answer to a request and the offer to pass it on; `request` is one of `KINDS`."""
    if answer := shop_answer(words, request):
        return f"{answer}\n\n{line(words, 'shop-pass-on-too')}"
    return line(words, f"offer-{request.replace('_', '-')}")


class ActionOfferPerson(TurnAction):
    """For returns, claims, complaints and questions that the parcel's events do not answer."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_offer_person"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Answer and offer a person, and remember what was offered for a yes."""
        if claim_cues.takes_up(turn) or (turn.intent == "complaint" and claim_cues.is_pending(turn)):
            # "I want to claim it now", said of a parcel that was not received.
            return [FollowupAction("action_answer_order")]
        # A number alone goes on with what was asked before.
        request = turn.intent if turn.intent in KINDS else str(turn.slot("question"))
        if turn.intent in MAY_BE_CUSTOMS and asks_customs(turn):
            # What customs want paid or sent, not an invoice or a shipment of ours.
            return [FollowupAction("action_answer_order")]
        if request == "complaint" and is_upset(turn, now):
            return hand_over_upset(dispatcher, turn, now)
        if turn.typed and turn.slot("said") and turn.intent in ANSWERED_BY_SHOP:
            unsure = turn.confidence < DOUBTFUL and named_in(turn.typed) is None and not goes_on(turn)
            if unsure:
                # The shop's delivery fees are no answer to "where do I collect it?".
                return [FollowupAction("action_unclear")]
        words = words_of(turn.language)
        if request in GOODS and turn.confidence < DOUBTFUL and named_in(turn.typed) not in (None, request):
            # "The second one hasn't come" is not about what was in it.
            return [FollowupAction("action_answer_order")]
        if request in GOODS and shop_answer(words, request) is None:
            what = request.removeprefix("report_").replace("_", "-")
            say(dispatcher, line(words, f"goods-sorry-{what}", unlike=turn.before))
            return [SlotSet("question", request), FollowupAction("action_answer_order")]
        found = identify(default_engine(), turn, now)
        text = _text(words, request, found, turn, now)
        if request == "complaint" and is_with_team(turn):
            # Nothing is offered: somebody has it already.
            say(dispatcher, text, [button(words, "track_order"), button(words, "human_agent")])
            return [
                SlotSet("offer", None),
                SlotSet("question", "track_order"),
                ActiveLoop(None),
                SlotSet("requested_slot", None),
            ]
        say(dispatcher, text, [button(words, "affirm"), button(words, "deny")])
        # One open question at a time: the offer takes the place of a number or an address still asked for.
        return [
            SlotSet("offer", KINDS[request].value),
            SlotSet("question", request),
            SlotSet("tried", found.tried or turn.slot("tried")),
            ActiveLoop(None),
            SlotSet("requested_slot", None),
        ]


def _text(words: Wording, request: str, found: Identified, turn: Turn, now: datetime) -> str:
    """The parcel's state where it matters, the shop's answer, the offer."""
    if request == "complaint":
        return complaint(found, turn, now)
    about, dated = about_parcel(request, found, turn, now)
    if not about:
        return offer(words, request)
    if nothing_to_return(request, found, now):
        # Lost, cancelled or back with us: what is wanted is the money.
        answer = shop_answer(words, "ask_refund_status")
    else:
        answer = shop_answer(words, request, days=not dated)
    asked = line(words, "shop-pass-on-too" if answer else "shop-pass-on")
    return "\n\n".join(filter(None, (about, answer, asked)))
