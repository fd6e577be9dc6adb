"""Answer a question about an order, or start asking for what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import Answer
from actions.asks_team import told_of_team
from actions.bare_proof import with_bare_proof
from actions.base import TurnAction
from actions.claim_cues import CLAIMING, takes_up
from actions.compose import answer_orders, answer_status
from actions.cues import says_all_orders
from actions.hand_over import hand_over, open_for
from actions.identify import Identified, Need, identify
from actions.notify_me import ASKING, tell_when_it_moves
from actions.offer_person import ANSWERED_BY_SHOP, KINDS, offer
from actions.repeats import freshen
from actions.replies import button, line, say, words_of
from actions.request.draft import Draft
from actions.request.form import is_asking
from actions.request.reading import DOUBTFUL, as_meant, named_in
from actions.request.registry import REQUESTS, begin_wish
from actions.spoken_of import (
    asks_a_day,
    asks_customs,
    goes_on,
    in_context,
    misses_request,
    with_pick,
    without_codes,
)
from actions.turn import Turn
from tracking.db import default_engine
from tracking.numbers.slips import likely_meant
from tracking.parcels import Parcel
from tracking.vocabulary import CaseKind
from tracking.words.hours import hours_sentence

#: Questions about an order; any other intent (a bare number, say) goes on with the last one asked.
QUESTIONS = (
    "track_order",
    "ask_eta",
    "ask_why",
    "ask_other_parcel",
    "report_delay",
    "report_not_received",
    "ask_customs",
    "report_missed_delivery",
    "ask_carrier_change",
    "ask_proof_of_delivery",
)

#: A request understood with less confidence (0 to 1) than this may be a detail of the last answer.
SURE = 0.75


class ActionAnswerOrder(TurnAction):
    """Who has it, where, since when, why, what next and by when; or the question that is still open."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_answer_order"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply, and remember what was asked."""
        if told_of_team(dispatcher, turn, now):
            return []
        if misses_request(turn):
            return hand_over(dispatcher, turn, now)
        meant = in_context(turn)
        wish = _sure_wish(turn) if meant is turn else meant
        if wish is None:
            return [FollowupAction("action_unclear")]
        picked = with_pick(wish)
        turn = as_meant(without_codes(picked))
        asked = turn.intent in {*QUESTIONS, ASKING, *REQUESTS, *ANSWERED_BY_SHOP}
        asking = Draft.of(turn) if is_asking(turn) else None
        open_question = asking.request if asking else turn.slot("question") or "track_order"
        question = turn.intent if asked else open_question
        unsure = turn.confidence < SURE and asks_customs(turn)
        if goes_on(turn) and (turn.intent not in REQUESTS or unsure):
            question = _followed(turn) or question
        found = identify(default_engine(), turn, now)
        # An offer stands for one answer: a later yes must not accept what is no longer on the table.
        events: list[dict[str, Any]] = [
            SlotSet("question", question),
            SlotSet("tried", found.tried),
            SlotSet("offer", None),
            SlotSet("also", None),
            SlotSet("suggested_email", None),
        ]
        if question in ANSWERED_BY_SHOP:
            return [*events, FollowupAction("action_offer_person")]
        also = turn.also or turn.slot("also")
        events += begin_wish(turn, question, also, asking)
        if turn.slot("order_number") != picked.slot("order_number"):
            events.append(SlotSet("order_number", turn.slot("order_number")))
        if both := with_bare_proof(turn):
            # A postcode that did not fit is no order to ask about next.
            events.append(SlotSet("order_number", both.said("order_number")))
        if found.need is Need.DETAILS or (found.status_of and question in {ASKING, *REQUESTS}):
            return [*events, SlotSet("also", also), FollowupAction("identify_form")]
        if found.need is not Need.NOTHING:
            return [*events, *_say_problem(dispatcher, turn, found, now)]
        if question == ASKING:
            # Said once: a number that comes later asks where that order is.
            events.append(SlotSet("question", "track_order"))
            return [*events, *_say_answer(dispatcher, tell_when_it_moves(found, turn, now), turn)]
        if question in REQUESTS:
            return [*events, *REQUESTS[question].start(dispatcher, turn, found, now, request=question)]
        if found.status_of:
            return [*events, *_say_status(dispatcher, found.status_of, turn, now)]
        answer = answer_orders(default_engine(), found, question, turn, now)
        if also in REQUESTS and answer.offer is None:
            said = _say_answer(dispatcher, replace(answer, buttons=[]), turn)
            second = REQUESTS[also].start(dispatcher, turn, found, now, request=also, told=True)
            return [*events, *said, *second]
        return [*events, *_say_answer(dispatcher, _with_second(answer, also, turn), turn)]


def _sure_wish(turn: Turn) -> Turn | None:
    """The turn, if it is sure enough to start a request; else what it says beside; None if it says nothing.

    Nobody is told that it is too late for a change that they never asked for.
    """
    doubtful = turn.typed and turn.intent in {ASKING, *REQUESTS} and turn.confidence < DOUBTFUL
    if not doubtful or is_asking(turn) or named_in(turn.typed) == turn.intent:
        return turn
    if set(turn.entities) & {"order_number", "tracking_number", "email", "postcode"}:
        return turn  # numbers and addresses cost confidence
    known = turn.slot("requested_slot") or goes_on(turn) or named_in(turn.typed)
    return replace(turn, intent="inform") if known or says_all_orders(turn.typed) else None


def _followed(turn: Turn) -> str | None:
    """The question that goes on with the last answer; None where that is the one asked then."""
    if takes_up(turn):
        return "report_not_received"
    if asks_customs(turn):
        return "ask_customs"
    return "ask_eta" if asks_a_day(turn) else None


def _say_problem(
    dispatcher: CollectingDispatcher, turn: Turn, found: Identified, now: datetime
) -> list[dict[str, Any]]:
    """What stands in the way, and a way out of it."""
    words = words_of(turn.language)
    if found.need is Need.PERSON:
        case = open_for(turn, CaseKind.IDENTITY_TROUBLE, now)
        text = f"{line(words, 'order-locked', reference=case.reference)} {hours_sentence(words, now)}"
        say(dispatcher, text.strip())
        return []
    typed = turn.said("email", "postcode") or str(turn.slot("proof") or "")
    meant = likely_meant(typed) if found.need is Need.RIGHT_DETAILS else None
    if meant:
        # Asked of any such address, whether or not there is an order: it tells nothing.
        say(
            dispatcher,
            line(words, "order-email-slip", email=meant),
            [button(words, "affirm"), button(words, "deny"), button(words, "human_agent")],
        )
        return [SlotSet("suggested_email", meant)]
    message = {
        Need.RIGHT_DETAILS: "order-not-matched",
        Need.ORDER_FOR_TRACKING: "order-ask-number-for-tracking",
        Need.KNOWN_TRACKING: "order-ask-number-no-tracking",
    }[found.need]
    say(dispatcher, line(words, message, unlike=turn.before), [button(words, "human_agent")])
    return []


def _with_second(answer: Answer, also: str | None, turn: Turn) -> Answer:
    """The answer, and the offer for what else the same message asked."""
    if also not in KINDS or answer.offer is not None:
        return answer
    words = words_of(turn.language)
    return replace(
        answer,
        text=f"{answer.text}\n\n{offer(words, also)}",
        buttons=[button(words, "affirm"), button(words, "deny")],
        offer=KINDS[also].value,
    )


def _say_answer(dispatcher: CollectingDispatcher, answer: Answer, turn: Turn) -> list[dict[str, Any]]:
    """Send it, not in the very same words as before, and remember what it was about."""
    said, memory = freshen(answer, turn, words_of(turn.language))
    say(dispatcher, said.text, said.buttons, said.card)
    return [
        SlotSet("said", memory),
        SlotSet("parcel", answer.parcel),
        SlotSet("offer", answer.offer),
        SlotSet("order_number", answer.order_number or turn.slot("order_number")),
        SlotSet("choices", [list(each) for each in answer.choices] or turn.slot("choices")),
        SlotSet("about", answer.about),
        *([SlotSet("claim", f"{answer.order_number}/{answer.parcel}")] if answer.offer in CLAIMING else []),
    ]


def _say_status(
    dispatcher: CollectingDispatcher, parcel: Parcel, turn: Turn, now: datetime
) -> list[dict[str, Any]]:
    """What a tracking number alone shows; it asks for the rest itself, so that no form has to."""
    events = _say_answer(dispatcher, answer_status(parcel, turn, now), turn)
    # A number of digits alone was taken for the order's: it is none, and the order's is asked for.
    return [*events, SlotSet("order_number", None), ActiveLoop(None), SlotSet("requested_slot", None)]
