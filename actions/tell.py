"""Which answer a question wants: each question about one parcel has a way of being told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from actions.cues import topic_of
from actions.replies import line, words_of
from actions.turn import Turn
from tracking.by_day import by_day, delivery_calendars
from tracking.parcels import Parcel
from tracking.settings import settings
from tracking.statements import Border, Explanation
from tracking.vocabulary import CaseKind
from tracking.wording import Wording
from tracking.words import situations

#: Questions that a day ahead changes: “will it be here by Friday?”.
ASKS_A_DAY = frozenset({"track_order", "ask_eta", "report_delay"})
#: Questions that a day gone by changes: “it was due on Monday”.
ASKS_A_PROMISE = frozenset({"ask_eta", "report_delay"})
#: What a shopper asks in detail about customs may be understood as one of these.
ASKS_DETAILS = frozenset({"ask_customs", "ask_why", "ask_eta", "track_order"})


@dataclass(frozen=True)
class Told:
    """What is said of one parcel, and what goes with it."""

    text: str
    #: Whether the card stands beside it: a short answer to “when?” or “why?” does without.
    card: bool = False
    offer: CaseKind | None = None
    offer_text: str | None = None
    #: Sentences of which each still answers this question alone; empty where any about the parcel does.
    facts: tuple[str, ...] = ()


def tell(parcel: Parcel, of: Explanation, question: str, turn: Turn) -> Told:
    """The answer to `question` about one parcel."""
    words = words_of(turn.language)
    topic = topic_of(turn.typed) if has_customs(of) and question in ASKS_DETAILS else None
    if topic is not None:
        return Told(situations.customs_detail(words, of, topic, turn.before))
    known = situations.is_told(words, of, turn.before)
    if turn.day is not None and (told := _about_day(parcel, of, question, turn.day, words, known=known)):
        return Told(told, facts=(by_day_line(parcel, of, question, turn) or told,))
    if question == "report_missed_delivery" and situations.is_disputed(of):
        carrier = words.phrases.carrier(of.who.carrier)
        brand = "yes" if words.phrases.brand(of.who.carrier) else "no"
        offer = line(words, "missed-offer", carrier=carrier, brand=brand)
        return Told(situations.missed(words, of), offer=CaseKind.PERSON_WANTED, offer_text=offer)
    if question == "report_delay":
        return Told(situations.late(words, of, known=known))
    if question == "ask_eta":
        whole = words.when(of)
        # Asked once more it is the same answer: that nothing is new is then said.
        again = any(whole in text for text in turn.before)
        return Told(words.when(of, known=True) if known and not again else whole)
    say = _SAY.get(question)
    return Told(say(words, of)) if say else Told(words.chat(of), card=True)


_SAY: dict[str, Callable[[Wording, Explanation], str]] = {
    "ask_why": Wording.why,
    "ask_customs": Wording.customs,
    "ask_carrier_change": situations.carriers,
    "ask_proof_of_delivery": Wording.delivery_proof,
    "report_missed_delivery": situations.missed,
}


def has_customs(of: Explanation) -> bool:
    """Whether customs have it now."""
    return of.clearance is not None and of.clearance.border is Border.WITH_CUSTOMS


def _about_day(
    parcel: Parcel, of: Explanation, question: str, day: date, words: Wording, *, known: bool
) -> str:
    """What the day that was named changes; empty where it changes nothing."""
    is_ahead = day > of.today or (day == of.today and question != "report_delay")
    if is_ahead and question in ASKS_A_DAY:
        return situations.by_day(words, of, by_day(of, day, delivery_calendars(parcel)), known=known)
    # The day it was ordered is no promise.
    placed = parcel.order.placed_at.astimezone(settings().shop_zone).date()
    if not is_ahead and question in ASKS_A_PROMISE and day != placed:
        return situations.due(words, of, day, known=known)
    return ""


def by_day_line(parcel: Parcel, of: Explanation, question: str, turn: Turn) -> str:
    """“Will it be here by Friday?” for one of several parcels; empty where no day ahead is asked about."""
    day = turn.day
    if day is None or day < of.today or question not in ASKS_A_DAY:
        return ""
    words = words_of(turn.language)
    return situations.by_day_short(words, of, by_day(of, day, delivery_calendars(parcel)))
