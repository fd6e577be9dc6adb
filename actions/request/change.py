"""Another address, day or pickup point, a word to the driver, other contents, or no order at all.

Whether it is still possible depends on how far the parcel is (`tracking.requests`) and on the shop's policy.
What is possible becomes a case; a colleague finds out whether it works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.engine import Engine

from actions.identify import Identified
from actions.replies import MAX_BUTTONS, button, line, say, words_of
from actions.request import answers
from actions.request.draft import Draft, forgotten
from actions.request.form import begun, going_on
from actions.request.kinds import Asking, Question, Request
from actions.request.said import Said
from actions.turn import Turn
from tracking import store
from tracking.cases import Case
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.policy import policy
from tracking.requests import OVER, ChangeKind, Instead, Judgement, Standing, judge
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.vocabulary import CaseKind, Milestone, Tier
from tracking.wording import Wording
from tracking.words.sentences import Sentences

#: What each intent asks for; a pickup point is found by words, see `answers.change_of`.
INTENTS = {
    "change_address": ChangeKind.ADDRESS,
    "delivery_instructions": ChangeKind.DELIVERY_INSTRUCTIONS,
    "reschedule": ChangeKind.RESCHEDULE,
    "cancel_order": ChangeKind.CANCEL,
    "change_order": ChangeKind.CONTENTS,
}
#: Stands for all parcels that the change is still possible for.
ALL = "0"


class ChangeRequest(Request):
    """Every kind of change: they differ in one question."""

    case = CaseKind.CHANGE_REQUEST

    def start(
        self,
        dispatcher: CollectingDispatcher,
        turn: Turn,
        found: Identified,
        now: datetime,
        *,
        request: str,
        told: bool = False,
    ) -> list[dict[str, Any]]:
        """See `Request.start`."""
        words = words_of(turn.language)
        before = going_on(turn, request)
        if len(found.order_ids) > 1:
            return _ask_which_order(dispatcher, words, default_engine(), found, request)
        explanations = _explanations(default_engine(), found.order_ids[0], now)
        said = Said.of(turn, request)
        change = ChangeKind(before.values["change"]) if before else answers.change_of(INTENTS[request], said)
        named = turn.said("parcel") or (str(found.position) if found.position else None)
        judged = [judge(change, each, policy().changes[change.value].until) for each in explanations]
        possible = _possible(change, judged, named)
        order = explanations[0].order_number or ""
        if not possible:
            late = _too_late(change, judged, named)
            explanation = next(each for each in explanations if each.position == late.position)
            text = _cannot(words, late, explanation, told=told or _just_told(words, explanation, turn))
            return [*_offer_person(dispatcher, words, text, late), SlotSet("question", request)]
        lead = []
        if len(judged) > len(possible) == 1 and not named:
            lead.append(line(words, "change-only-parcel", order=order, parcel=possible[0]))
        if before is None and not told and (change.of_the_order or len(possible) == 1):
            # Why it may still be possible: how far the parcel is.
            first = next(each for each in explanations if str(each.position) == possible[0])
            lead += [] if _just_told(words, first, turn) else [Sentences(first, words.phrases).state()]
        if lead:
            say(dispatcher, " ".join(lead))
        draft = Draft(
            request=request,
            order_id=found.order_ids[0],
            order_number=order,
            message_id=turn.message_id,
            said=before.said if before else said.text,
            values={
                **({"value": before.values["value"]} if before and "value" in before.values else {}),
                "change": change.value,
                "parcels": ",".join(possible),
            },
            asked=before.asked if before else None,
            times=before.times if before else 0,
            proof=turn.slot("proof"),
        )
        if len(judged) == 1 or change.of_the_order:
            draft = draft.put(parcel="")
        elif len(possible) == 1:
            draft = draft.put(parcel=possible[0])
        if value := None if "value" in draft.values else answers.value_in(change, said, now):
            draft = draft.put(value=value)
        return begun(draft)

    def questions(self, draft: Draft) -> Sequence[Question]:
        """Which parcel, where several are possible; and what is wished for, unless it is a cancellation."""
        change = ChangeKind(draft.values["change"])
        parcel = Question("parcel", _ask_which_parcel, answers.read_parcel)
        value = Question(
            "value",
            lambda words, draft, now: _ask_value(words, draft),
            lambda turn, draft: answers.read_value(change, turn),
            lambda turn, draft: answers.correction(change, turn),
            names=change in {ChangeKind.ADDRESS, ChangeKind.PICKUP_POINT},
        )
        asked = [] if len(draft.values["parcels"].split(",")) == 1 or change.of_the_order else [parcel]
        if change is ChangeKind.CANCEL:
            return [replace(value, correct=lambda turn, draft: answers.why_in(turn), volunteered=True)]
        return [*asked, value]

    def summary(self, words: Wording, draft: Draft, now: datetime) -> str:
        """The order, the parcel and the wish, and that a colleague checks."""
        change = ChangeKind(draft.values["change"])
        what = line(words, "change-what", order=draft.order_number, **_parcels_said(draft))
        value = self._value(words, draft, now)
        why = "-why" if change is ChangeKind.CANCEL and value else ""
        text = line(words, f"change-confirm-{change.key}{why}", what=what, value=value)
        page = policy().changes[change.value].link(words.language)
        return f"{text}\n\n{line(words, 'change-page', url=page)}" if page else text

    def details(self, draft: Draft) -> dict[str, Any]:
        """The change, its value, the parcel, and the words it was first wished for in."""
        parcels = _chosen(draft)
        found = {
            "change": draft.values["change"],
            "value": draft.values.get("value"),
            "parcel": ", ".join(parcels) if parcels else None,
            "said": draft.said,
        }
        return {name: value for name, value in found.items() if value}

    def recorded(self, words: Wording, draft: Draft, case: Case, *, joined: bool) -> str:
        """The reference, and that nothing is changed yet."""
        change = ChangeKind(draft.values["change"])
        message = "change-recorded-again" if joined else "change-recorded"
        return line(words, message, reference=case.reference, change=change.key)

    @staticmethod
    def _value(words: Wording, draft: Draft, now: datetime) -> str:
        """The wish as it is said back: a plain day as days are told, all else word for word."""
        value = draft.values.get("value", "")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return line(words, "change-quoted", value=value) if value else ""
        today = now.astimezone(settings().shop_zone).date()
        return words.phrases.day("day", day, today)


def _explanations(engine: Engine, order_id: int, now: datetime) -> list[Explanation]:
    """What is known of each parcel of a proven order, by position."""
    with begin_read(engine) as connection:
        parcels = store.parcels_of(connection, order_id)
        order = store.order_by_id(connection, order_id)
    if not parcels and order:
        parcels = [Parcel(order=order, lines=order.lines)]
    return [
        explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=len(parcels))
        for parcel in parcels
    ]


def _possible(change: ChangeKind, judged: list[Judgement], named: str | None) -> list[str]:
    """Positions of the parcels that it is possible for; of the order as a whole only if of all of them."""
    possible = [str(each.position) for each in judged if each.standing is Standing.POSSIBLE]
    if change.of_the_order:
        return possible if len(possible) == len(judged) else []
    return [each for each in possible if named in (None, ALL, each)]


def _too_late(change: ChangeKind, judged: list[Judgement], named: str | None) -> Judgement:
    """The parcel to speak of: the one that was named, else one that is not over, else the first."""
    late = [each for each in judged if each.standing is not Standing.POSSIBLE]
    asked = [each for each in late if str(each.position) == named]
    coming = [each for each in late if each.standing is not Standing.OVER]
    return next(iter(asked or coming or late))


def _just_told(words: Wording, explanation: Explanation, turn: Turn) -> bool:
    """Whether the sentence about its state was in what was said just before."""
    state = Sentences(explanation, words.phrases).state()
    return any(state in said for said in turn.before)


def _cannot(words: Wording, late: Judgement, explanation: Explanation, *, told: bool) -> str:
    """Why it cannot be, what the parcel's events say about it, and what is left to do."""
    language = words.language
    change, parts = late.change, [] if told else [Sentences(explanation, words.phrases).state()]
    if late.standing is Standing.NEVER:
        parts = [line(words, f"change-never-{change.key}")]
        if page := policy().changes[change.value].link(language):
            parts.append(line(words, "change-never-page", url=page))
        return " ".join(parts)
    over = explanation.state.milestone in OVER - {Milestone.DELIVERED}
    parts.append(line(words, "change-over" if over else f"change-late-{change.key}"))
    returns = policy().link("returns", language) or ""
    for each in late.instead:
        there = "yes" if explanation.state.milestone is Milestone.DELIVERED else "no"
        values = {"url": returns, "there": there} if each is Instead.RETURN else {}
        if each is Instead.CARRIER_PAGE and explanation.follow:
            values = {"url": explanation.follow.url}
        message = f"instead-{each.value.replace('_', '-')}"
        if each is Instead.RETURN and not returns:
            message = "instead-return-no-page"
        parts.append(line(words, message, **values))
    return " ".join(parts)


def _offer_person(
    dispatcher: CollectingDispatcher, words: Wording, text: str, late: Judgement
) -> list[dict[str, Any]]:
    """Say it, and offer a colleague all the same: a yes opens the case."""
    text = f"{text}\n\n{line(words, 'change-person')}"
    say(dispatcher, text, [button(words, "affirm"), button(words, "deny")])
    return [
        *forgotten(),
        SlotSet("offer", CaseKind.CHANGE_REQUEST.value),
        ActiveLoop(None),
        SlotSet("requested_slot", None),
    ]


def _ask_which_order(
    dispatcher: CollectingDispatcher, words: Wording, engine: Engine, found: Identified, request: str
) -> list[dict[str, Any]]:
    """One request is about one order: a tap says which."""
    with begin_read(engine) as connection:
        orders = [store.order_by_id(connection, order_id) for order_id in found.order_ids]
    numbers = [order.number for order in orders if order]
    buttons = [
        {"title": number[:20], "payload": f'/{request}{{"order_number": "{number}"}}'} for number in numbers
    ]
    say(dispatcher, line(words, "change-which-order", numbers=", ".join(numbers)), buttons)
    return [SlotSet("question", request)]


def _ask_which_parcel(words: Wording, draft: Draft, now: datetime) -> Asking:
    """Each possible parcel in a line, with a button."""
    possible = draft.values["parcels"].split(",")
    lines = [line(words, "change-which-parcel", order=draft.order_number)]
    lines += [
        line(words, "order-parcel-line", position=each.position, line=words.line(each))
        for each in _explanations(default_engine(), draft.order_id, now)
        if str(each.position) in possible
    ]
    buttons = [
        _parcel_button(words, draft, each, words.text("button-parcel", position=int(each)))
        for each in possible[:MAX_BUTTONS]
    ]
    if len(buttons) < MAX_BUTTONS:
        buttons.append(_parcel_button(words, draft, ALL, words.text("button-request-all-parcels")))
    return Asking("\n".join(lines), buttons)


def _ask_value(words: Wording, draft: Draft) -> Asking:
    change = ChangeKind(draft.values["change"])
    message = "change-ask" if draft.times <= 1 else "change-again"
    return Asking(line(words, f"{message}-{change.key}", order=draft.order_number))


def _parcel_button(words: Wording, draft: Draft, parcel: str, title: str) -> dict[str, str]:
    payload = f'/{draft.request}{{"order_number": "{draft.order_number}", "parcel": "{parcel}"}}'
    return {"title": title, "payload": payload}


def _chosen(draft: Draft) -> list[str]:
    """Positions of the parcels that the wish is for; empty where it is for the order."""
    chosen = draft.values.get("parcel", "")
    return draft.values["parcels"].split(",") if chosen == ALL else [chosen] if chosen else []


def _parcels_said(draft: Draft) -> dict[str, str]:
    chosen = _chosen(draft)
    count = "none" if not chosen else "one" if len(chosen) == 1 else "several"
    return {"parcel": ", ".join(chosen), "count": count}


#: For the registry.
CHANGE_REQUEST = ChangeRequest()
