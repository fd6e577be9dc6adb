"""What arrived is damaged, incomplete or not what was ordered: which item, and what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.identify import Identified
from actions.replies import MAX_BUTTONS, MAX_TITLE, button, line, order_button, say, words_of
from actions.request.draft import Draft, forgotten
from actions.request.form import begun, going_on
from actions.request.kinds import Again, Asking, Question, Request
from actions.request.reading import is_something_else, only_a_reference, spoken, trimmed
from actions.request.said import Said
from actions.turn import Turn
from tracking import store
from tracking.cases import Case
from tracking.choosing import plain
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.parcels import Line, Order, Parcel
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.vocabulary import CaseKind, Milestone, Tier
from tracking.wording import Wording
from tracking.words.handover import about_team

#: Intents that begin it.
INTENTS = ("report_damaged", "report_missing_item")
#: The parcel has not come, and comes no more: there is nothing in it to claim, the shop settles it.
_SETTLED = frozenset(
    {Milestone.DAMAGED, Milestone.LOST, Milestone.CANCELLED, Milestone.RETURN_STARTED, Milestone.RETURNED}
)
#: Words of a first message that say what is wrong; fewer only say that something is.
TELLING = {"report_damaged": 6, "report_missing_item": 9}
SHORTEST = 3
#: Words of an item's name that are worth looking for in an answer.
_WORD = re.compile(r"\w{4,}")
_NUMBER = re.compile(r"(?<!\d)\d(?!\d)")
#: Answers that a button gives.
MISSING, WRONG = "missing", "wrong"


class GoodsClaim(Request):
    """The item and what is wrong with it, confirmed; a person decides."""

    case = CaseKind.GOODS_CLAIM

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
        """See `Request.start`. Parcels that are still on their way are told of first: it may be in there."""
        words = words_of(turn.language)
        before = going_on(turn, request)
        if len(found.order_ids) > 1:
            return _ask_which_order(dispatcher, words, found, request)
        order, parcels = _order(found.order_ids[0])
        explanations = [_explain(each, len(parcels), now) for each in parcels]
        settled = [each for each in explanations if each.state.milestone in _SETTLED]
        if settled and len(settled) == len(explanations):
            return _offer_person(dispatcher, words, words.chat(settled[0]), request)
        coming = [each for each in explanations if each.state.milestone is not Milestone.DELIVERED]
        if coming and before is None and not told:
            text = line(words, "goods-not-here", order=order.number, count=len(explanations))
            say(dispatcher, "\n".join([text, *(_parcel_line(words, each) for each in coming)]))
        if turn.slot("question") != request and before is None:
            say(dispatcher, line(words, f"goods-sorry-{request.removeprefix('report_').replace('_', '-')}"))
        said = Said.of(turn, request)
        draft = Draft(
            request=request,
            order_id=order.id,
            order_number=order.number,
            message_id=turn.message_id,
            said=before.said if before else said.text,
            values=dict(before.values) if before else {"lines": json.dumps(_names(order.lines))},
            asked=before.asked if before else None,
            times=before.times if before else 0,
            proof=turn.slot("proof"),
        )
        if before is None:
            item = _item_in(said.text, _lines(draft)) if said.text else None
            if len(order.lines) == 1:
                item = "1"
            draft = draft.put(**({"item": item} if item else {}))
            if len(said.text.split()) >= TELLING[request] and "?" not in said.text:
                draft = draft.put(problem=said.text)
        return begun(draft)

    def questions(self, draft: Draft) -> Sequence[Question]:
        """Which item, and what is wrong with it."""
        return [
            Question("item", lambda words, draft, now: _ask_item(words, draft), _read_item),
            Question(
                "problem", lambda words, draft, now: _ask_problem(words, draft), _read_problem, _other_problem
            ),
        ]

    def summary(self, words: Wording, draft: Draft, now: datetime) -> str:
        """The order, the item and what is wrong."""
        return line(
            words,
            f"goods-confirm-{_key(draft)}",
            order=draft.order_number,
            item=_item(draft),
            problem=_problem(words, draft),
        )

    def details(self, draft: Draft) -> dict[str, Any]:
        """What is wrong with which line; the parcel that it came in, where the store knows."""
        problem = draft.values["problem"]
        chosen = draft.values["item"]
        found = {
            "claim": "damaged" if draft.request == "report_damaged" else "missing_or_wrong",
            "item": _item(draft),
            "sku": _lines(draft)[int(chosen) - 1][1] if chosen.isdigit() else None,
            "problem": problem,
            "parcel": _parcel_of(draft) if chosen.isdigit() else None,
            "said": draft.said,
        }
        return {name: value for name, value in found.items() if value}

    def recorded(self, words: Wording, draft: Draft, case: Case, *, joined: bool) -> str:
        """The reference, what to keep, and who answers when."""
        team = about_team(words, case.opened_at)
        message = "goods-recorded-again" if joined else "goods-recorded"
        return line(words, message, reference=case.reference, team=team["team"])


def _order(order_id: int) -> tuple[Order, list[Parcel]]:
    """A proven order and its parcels."""
    with begin_read(default_engine()) as connection:
        parcels = store.parcels_of(connection, order_id)
        order = store.order_by_id(connection, order_id)
    if order is None:
        raise LookupError("a proven order is gone")
    return order, parcels


def _explain(parcel: Parcel, count: int, now: datetime) -> Explanation:
    return explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=count)


def _parcel_line(words: Wording, of: Explanation) -> str:
    """A parcel that is not there yet: where it stands, and what is in it."""
    items = ", ".join(name for name, _ in of.contents.items) if of.contents else ""
    told = line(words, "order-parcel-line", position=of.position, line=words.line(of))
    return f"{told} · {items}" if items else told


def _names(lines: Sequence[Line]) -> list[list[str]]:
    """Name and sku of each line, as they are remembered."""
    return [[each.name, each.sku] for each in lines]


def _lines(draft: Draft) -> list[list[str]]:
    found: list[list[str]] = json.loads(draft.values["lines"])
    return found


def _item(draft: Draft) -> str:
    """The item's name, or what the shopper called it."""
    chosen = draft.values["item"]
    return _lines(draft)[int(chosen) - 1][0] if chosen.isdigit() else chosen


def _problem(words: Wording, draft: Draft) -> str:
    problem = draft.values["problem"]
    if problem in (MISSING, WRONG):
        return words.text(f"goods-{problem}")
    return words.text("goods-quoted", value=problem)


def _parcel_of(draft: Draft) -> int | None:
    """Position of the parcel that the line travelled in."""
    sku = _lines(draft)[int(draft.values["item"]) - 1][1]
    _, parcels = _order(draft.order_id)
    return next((each.position for each in parcels if any(one.sku == sku for one in each.lines)), None)


def _key(draft: Draft) -> str:
    return draft.request.removeprefix("report_").replace("_", "-")


def _ask_item(words: Wording, draft: Draft) -> Asking:
    """The order's lines, by number and by button; free words where none are known."""
    lines = _lines(draft)
    text = line(words, f"goods-ask-item-{_key(draft)}", order=draft.order_number)
    if not lines:
        return Asking(text)
    listed = [f"{number}. {name}" for number, (name, _) in enumerate(lines, 1)]
    buttons = [
        _choice(draft, _title(name), str(number)) for number, (name, _) in enumerate(lines[:MAX_BUTTONS], 1)
    ]
    return Asking("\n".join([text, *listed]), buttons)


def _ask_problem(words: Wording, draft: Draft) -> Asking:
    text = line(words, f"goods-ask-problem-{_key(draft)}", item=_item(draft))
    if draft.request == "report_damaged":
        return Asking(text)
    taps = [_choice(draft, words.text(f"button-goods-{each}"), each) for each in (MISSING, WRONG)]
    return Asking(text, taps)


def _choice(draft: Draft, title: str, choice: str) -> dict[str, str]:
    return {"title": title, "payload": f"/{draft.request}{json.dumps({'choice': choice})}"}


def _title(name: str) -> str:
    """A name that fits a button, cut between words where it is too long."""
    if len(name) <= MAX_TITLE:
        return name
    cut = name[: MAX_TITLE - 1]
    whole = cut[: cut.rfind(" ")] if " " in cut[SHORTEST:] else cut
    return f"{whole.rstrip(' ,;:–-')}…"


def _read_item(turn: Turn, draft: Draft) -> str | Again | None:
    """The line that was tapped, numbered or named; else the shopper's own words for it."""
    lines = _lines(draft)
    chosen = turn.said("choice")
    if chosen and chosen.isdigit() and 1 <= int(chosen) <= len(lines):
        return chosen
    text = trimmed(spoken(turn))
    if item := _item_in(text, lines):
        return item
    return None if _is_no_answer(turn) or len(text) < SHORTEST else text


def _item_in(text: str, lines: list[list[str]]) -> str | None:
    """The number of the one line that a text names, by its number or by words of its name."""
    typed = [each for each in _NUMBER.findall(text) if 1 <= int(each) <= len(lines)]
    if len(typed) == 1 and len(text.split()) <= 3:
        return str(typed[0])
    said = set(_WORD.findall(plain(text)))
    named = [str(n) for n, (name, _) in enumerate(lines, 1) if said & set(_WORD.findall(plain(name)))]
    return named[0] if len(named) == 1 else None


def _read_problem(turn: Turn, draft: Draft) -> str | Again | None:
    chosen = turn.said("choice")
    if chosen in (MISSING, WRONG):
        return chosen
    if _is_no_answer(turn):
        return None
    text = trimmed(spoken(turn))
    return text if len(text) >= SHORTEST else None


def _other_problem(turn: Turn, draft: Draft) -> str | None:
    """What is wrong, said again in other words where a yes was asked for."""
    text = trimmed(spoken(turn))
    again = turn.intent in INTENTS and "?" not in text and len(text.split()) >= SHORTEST
    return text if again else None


#: What an answer about goods is often understood as.
_OWN = frozenset({*INTENTS, "return_refund", "complaint", "report_not_received"})


def _is_no_answer(turn: Turn) -> bool:
    return turn.text.startswith("/") or only_a_reference(turn) or is_something_else(turn, _OWN)


def _ask_which_order(
    dispatcher: CollectingDispatcher, words: Wording, found: Identified, request: str
) -> list[dict[str, Any]]:
    """One claim is about one order."""
    with begin_read(default_engine()) as connection:
        orders = [store.order_by_id(connection, order_id) for order_id in found.order_ids]
    numbers = [order.number for order in orders if order]
    taps = [
        {**order_button(words, each), "payload": f"/{request}{json.dumps({'order_number': each})}"}
        for each in numbers
    ]
    say(dispatcher, line(words, "change-which-order", numbers=", ".join(numbers)), taps)
    return [SlotSet("question", request)]


def _offer_person(
    dispatcher: CollectingDispatcher, words: Wording, text: str, request: str
) -> list[dict[str, Any]]:
    """Nothing of the order has come, or will: what is known, and a colleague all the same."""
    taps = [button(words, "affirm"), button(words, "deny")]
    say(dispatcher, f"{text}\n\n{line(words, 'shop-pass-on')}", taps)
    return [
        *forgotten(),
        SlotSet("offer", CaseKind.GOODS_CLAIM.value),
        SlotSet("question", request),
        ActiveLoop(None),
        SlotSet("requested_slot", None),
    ]


#: For the registry.
GOODS_CLAIM = GoodsClaim()
