"""Returns, refunds, invoices, delivery: the shop's own answer and page, and what the parcel's state means."""

from __future__ import annotations

from datetime import datetime, timedelta

from actions.identify import Identified, Need
from actions.replies import line, words_of
from actions.turn import Turn
from tracking import cases, store
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.policy import policy
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.thresholds import crossed
from tracking.vocabulary import CaseKind, Milestone, Tier
from tracking.wording import Wording
from tracking.words.sentences import Sentences

M = Milestone

#: Which of the shop's pages and sentences a request is about.
TOPICS = {
    "return_refund": "returns",
    "ask_refund_status": "refund",
    "report_damaged": "damaged",
    "report_missing_item": "missing",
    "ask_invoice_or_payment": "invoice",
    "delivery_options": "delivery",
}
#: States that say by themselves what becomes of a return: it travels back, or nothing comes any more.
_BACK = (M.RETURN_STARTED, M.RETURNED)
_OVER = (M.LOST, M.DAMAGED, M.CANCELLED)


def shop_answer(words: Wording, request: str, *, days: bool = True) -> str | None:
    """What the shop has configured about `request`, with its page; None where it has configured nothing.

    `days` names how long a return is possible; not, where a date is told instead.
    """
    topic = TOPICS.get(request)
    if topic is None:
        return None
    said, url = policy().answer(topic, words.language), policy().link(topic, words.language)
    if said and url and url not in said:
        return f"{said} {line(words, 'shop-page-more', url=url)}"
    if said or not url:
        return said
    if topic == "returns" and days and policy().returns_days:
        return line(words, "shop-page-returns-days", url=url, days=policy().returns_days)
    return line(words, f"shop-page-{topic}", url=url)


def about_parcel(request: str, found: Identified, turn: Turn, now: datetime) -> tuple[str, bool]:
    """What the state of the order in question means for `request`; and whether a date for returning was told.

    Empty where no order is proven, or where the state makes no difference.
    """
    if request not in ("return_refund", "ask_refund_status"):
        return "", False
    explanations = _proven(found, now)
    if not explanations:
        return "", False
    words = words_of(turn.language)
    back = [each for each in explanations if each.state.milestone in _BACK]
    if back:
        return words.chat(back[0]), True
    if request == "ask_refund_status":
        return line(words, "refund-no-return", order=explanations[0].order_number), True
    over = [each for each in explanations if _is_over(each)]
    if over:
        return words.chat(over[0]), True
    here = [each for each in explanations if each.state.milestone is M.DELIVERED]
    if not here:
        return f"{_state(words, explanations[0])} {line(words, 'return-not-yet')}", False
    return _until(words, max(here, key=lambda each: each.state.at or now), now)


def _until(words: Wording, delivered: Explanation, now: datetime) -> tuple[str, bool]:
    """Until when the parcel that was delivered last can be sent back."""
    days, at = policy().returns_days, delivered.state.at
    state = _state(words, delivered)
    if days is None or at is None:
        return state, False
    today = now.astimezone(at.tzinfo).date()
    last = at.date() + timedelta(days=days)
    if today <= last:
        until = words.phrases.day("day-until", last, today)
        return f"{state} {line(words, 'return-until', until=until)}", True
    on = words.phrases.day("day-on", last, today)
    return f"{state} {line(words, 'return-over', days=days, on=on)}", True


def _state(words: Wording, of: Explanation) -> str:
    """Where it is, in one sentence."""
    return Sentences(of, words.phrases).state()


def complaint(found: Identified, turn: Turn, now: datetime) -> str:
    """A word of regret and the truth about the parcel; without a proven order, an offer to look it up."""
    words = words_of(turn.language)
    explanations = _proven(found, now)
    if not explanations:
        return line(words, "offer-complaint", unlike=turn.before)
    shown = next((each for each in explanations if each.position == turn.slot("parcel")), explanations[0])
    # Told once in full; who is angry about it does not need to read it again.
    state = _state(words, shown) if turn.slot("said") else words.chat(shown)
    told = line(words, "complaint-known", state=state)
    known = _open_cases(turn)
    if known:
        return f"{told} {line(words, 'complaint-case', reference=known[-1].reference)}"
    return f"{told}\n\n{line(words, 'shop-pass-on')}"


def is_with_team(turn: Turn) -> bool:
    """Whether this conversation has a case open."""
    return bool(_open_cases(turn))


def _open_cases(turn: Turn) -> list[cases.Case]:
    with begin_read(default_engine()) as connection:
        return list(cases.open_cases(connection, turn.conversation_id))


def nothing_to_return(request: str, found: Identified, now: datetime) -> bool:
    """Whether what is wanted back is not with the shopper and never comes: no page for returns helps."""
    if request != "return_refund":
        return False
    return any(each.state.milestone in _BACK or _is_over(each) for each in _proven(found, now))


def _is_over(of: Explanation) -> bool:
    """Whether it will not come, or counts as lost: to be told to wait for it first would be mockery."""
    given_up = of.silence is not None and of.silence.case is CaseKind.LOST
    why = of.why.reason if of.why else None
    return of.state.milestone in _OVER or given_up or crossed(of.state.milestone, why) is not None


def _proven(found: Identified, now: datetime) -> list[Explanation]:
    """The parcels of the proven order that the conversation is about."""
    if found.need is not Need.NOTHING or not found.order_ids:
        return []
    with begin_read(default_engine()) as connection:
        parcels: list[Parcel] = store.parcels_of(connection, found.order_ids[0])
    return [
        explain(each, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=len(parcels))
        for each in parcels
    ]
