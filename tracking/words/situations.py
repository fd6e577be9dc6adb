"""Answers to what makes shoppers write: a day they need it by, a missed delivery, a new carrier, customs.

Each is made of the same sentences as every answer, in the order that this question wants.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from tracking.by_day import ByDay
from tracking.silence import Stage
from tracking.statements import Explanation
from tracking.vocabulary import FINAL, Milestone, Reason
from tracking.wording import Wording
from tracking.words import by_day as days
from tracking.words.sentences import Sentences

M = Milestone

#: States that nobody has to worry about, or about which our team acts already.
_NO_WORRY = FINAL | {M.DAMAGED, M.READY_FOR_PICKUP, M.OUT_FOR_DELIVERY}
#: Reasons of a missed delivery that say something of whoever was, or was not, at the door.
_SAYS_ABSENT = frozenset({Reason.DELIVERY_RECIPIENT_ABSENT, Reason.DELIVERY_BUSINESS_CLOSED, None})


class Topic(str, Enum):
    """What a shopper asks about a parcel that customs hold."""

    PAY = "pay"
    COST = "cost"
    DOCUMENTS = "documents"
    HOW_LONG = "how_long"
    UNLESS = "unless"


def is_told(words: Wording, of: Explanation, before: Iterable[str]) -> bool:
    """Whether one of the texts said `before` tells where the parcel is, so that it need not be said again."""
    state = _said(words, of).state()
    return any(state in text for text in before)


def by_day(words: Wording, of: Explanation, judged: ByDay, *, known: bool = False) -> str:
    """“Will it be here by Friday?”: the judgement, its reason and, if not `known`, where the parcel is."""
    return days.told(judged, of, _said(words, of), words.phrases, known=known)


def by_day_short(words: Wording, of: Explanation, judged: ByDay) -> str:
    """The same without where the parcel is, for a list."""
    return days.answer(judged, of, _said(words, of), words.phrases)


def due(words: Wording, of: Explanation, day: date, *, known: bool = False) -> str:
    """“It was due on Monday”: what was promised, where it is (if not `known`) and what comes next."""
    said = _said(words, of)
    lead = days.due(of, day, said, words.phrases)
    if not lead:
        return late(words, of, known=known)
    then = said.silence() if _worrying(of) else said.next(dated=False)
    state = "" if known else said.state()
    return _joined(lead, state, said.why() or then, said.todo() or worry(words, of))


def late(words: Wording, of: Explanation, *, known: bool = False) -> str:
    """“Why does it take so long?”: everything (if `known`, only why), and from when on we look into it."""
    return _joined(words.why(of) if known else words.chat(of), worry(words, of))


def worry(words: Wording, of: Explanation) -> str:
    """From which day on our team looks into a silence; empty where that is said already or no question."""
    quiet = of.silence
    if quiet is None or quiet.stage is not Stage.NORMAL or of.state.milestone in _NO_WORRY or of.todo:
        return ""
    start = words.phrases.day("day-from", quiet.case_offered_on, of.today)
    return words.text("worry-from", **{"from": start})


def missed(words: Wording, of: Explanation) -> str:
    """“I was at home!”: what the carrier reported, as its word; what happens next, and what to do today."""
    said = _said(words, of)
    if of.state.milestone is not M.DELIVERY_ATTEMPTED:
        reported = any(scan.milestone is M.DELIVERY_ATTEMPTED for scan in of.timeline)
        told = words.chat(of)
        return told if reported or of.state.milestone in FINAL else _joined(words.text("missed-none"), told)
    at = of.state.at
    told = words.text(
        "missed-reported" if is_disputed(of) else "missed-reason",
        at=words.phrases.at(at, of.now, exact=of.state.exact) if at else "",
        known="yes" if of.why and of.why.reason else "no",
        why=said.why().rstrip("."),
        **_carrier(words, of),
    )
    link = of.follow.url if of.follow else ""
    today = words.text("missed-today", linked="yes" if link else "no", url=link)
    return _joined(told, said.next(), said.todo() or today)


def is_disputed(of: Explanation) -> bool:
    """Whether the carrier says that nobody was there, or nothing at all of why a delivery was missed."""
    reason = of.why.reason if of.why else None
    return of.state.milestone is M.DELIVERY_ATTEMPTED and reason in _SAYS_ABSENT


def carriers(words: Wording, of: Explanation) -> str:
    """“Why does another firm have it?”: the handover, the parcel's number there, and when to worry."""
    if of.handed_over is None:
        return words.carriers(of)
    number, link = of.tracking_number, of.follow.url if of.follow else ""
    found = ""
    if number and link and of.follow and of.follow.carrier == of.handed_over.receiver:
        found = words.text("carrier-follow", number=number, url=link, **_carrier(words, of))
    said = _said(words, of)
    state = "" if of.state.milestone is M.HANDED_OVER else said.state()
    return _joined(said.handed_over(), words.text("carrier-change-usual"), state, said.todo(), found)


def customs_detail(words: Wording, of: Explanation, topic: Topic, before: Iterable[str] = ()) -> str:
    """One thing about a parcel that customs hold; all about why where there is nothing special to say.

    What the shopper must do is left out if one of the texts `before` has just said it and nobody asks for it.
    """
    said, reason = _said(words, of), of.why.reason if of.why else None
    todo = said.todo()
    todo = "" if any(todo in text for text in before) else todo
    values = _carrier(words, of)
    if topic is Topic.PAY:
        if reason is Reason.CUSTOMS_DUTIES_DUE:
            return _joined(said.todo(), words.text("customs-pay-safe", **values))
        return _joined(words.text("costs-none"), said.next())
    if topic is Topic.COST:
        exact = reason is Reason.CUSTOMS_DUTIES_DUE
        return _joined(said.cost(), words.text("customs-amount", **values) if exact else "")
    if topic is Topic.DOCUMENTS:
        key = f"customs-papers-{reason.key.removeprefix('customs-')}" if reason else ""
        papers = words.text(key if words.has(key) else "customs-papers-none", **values)
        return _joined(papers, said.next(deadline=True))
    if topic is Topic.UNLESS:
        return _joined(said.unless() or words.text("customs-nothing-yet"), todo)
    return _joined(said.next(deadline=True), said.silence() if _worrying(of) else worry(words, of), todo)


def key_facts(words: Wording, of: Explanation) -> tuple[str, ...]:
    """Sentences of which each alone still answers the question, the most telling first."""
    said = _said(words, of)
    facts = (said.state(), said.by_when() or said.next(dated=False), said.todo() or said.silence())
    return tuple(dict.fromkeys(filter(None, facts)))


def _worrying(of: Explanation) -> bool:
    return of.silence is not None and of.silence.stage is not Stage.NORMAL


def _said(words: Wording, of: Explanation) -> Sentences:
    return Sentences(of, words.phrases)


def _carrier(words: Wording, of: Explanation) -> dict[str, str]:
    """The carrier's name as every sentence may need it."""
    slug = of.who.carrier
    return {
        "carrier": words.phrases.carrier(slug),
        "Carrier": words.phrases.carrier_first(slug),
        "brand": "yes" if words.phrases.brand(slug) else "no",
    }


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
