"""“Will it be here by Friday?” and “it was due on Monday”, in words."""

from __future__ import annotations

from datetime import date

from tracking.by_day import Because, ByDay, Chance
from tracking.silence import Stage
from tracking.statements import Basis, Explanation
from tracking.words.phrases import Phrases
from tracking.words.sentences import Sentences

#: What the answer has said already, the sentence about the state need not repeat.
_SAYS_STATE = frozenset({Because.WITH_SHOP, Because.NOT_COLLECTED})


def told(judged: ByDay, of: Explanation, said: Sentences, say: Phrases, *, known: bool) -> str:
    """The answer with its reason and, if that is not `known`, where the parcel is."""
    reply = answer(judged, of, said, say)
    if judged.because in _SAYS_STATE:
        return " ".join(filter(None, (reply, said.by_when(), said.todo())))
    return " ".join(
        filter(None, (reply, "" if known and judged.chance is not Chance.YES else said.state(), said.todo()))
    )


def answer(judged: ByDay, of: Explanation, said: Sentences, say: Phrases) -> str:
    """The answer with its reason."""
    return say.texts.text(
        "by-day-answer",
        chance=judged.chance.value,
        near="today" if judged.day <= of.today else "other",
        day=say.day("day-of-range", judged.day, of.today),
        reason=_reason(judged, of, said, say),
    )


def _reason(judged: ByDay, of: Explanation, said: Sentences, say: Phrases) -> str:
    """The clause behind the colon."""
    because = judged.because
    if because in {Because.EXPECTED, Because.OVERDUE} and (when := said.eta()):
        return when
    values: dict[str, str | int] = {
        "carrier": say.carrier(of.who.carrier),
        "brand": "yes" if say.brand(of.who.carrier) else "no",
        "days": of.silence.days if of.silence else 0,
        "shortest": judged.shortest or 0,
        "longest": judged.longest or 0,
    }
    if because is Because.ROUND and of.by_when and of.by_when.basis is Basis.WINDOW:
        return say.texts.text("by-day-round-window", when=said.eta())
    return say.texts.text(f"by-day-{because.value}", **values)


def due(of: Explanation, day: date, said: Sentences, say: Phrases) -> str:
    """Whether it is late, for a shopper who says that it was due on `day`; empty where no date is shown."""
    by = of.by_when
    if by is None:
        return ""
    when = said.eta(in_full=True)
    if by.day is None:
        return say.texts.text("due-unknown")
    broken = by.overdue or (by.promised is not None and by.promised < by.day and by.promised <= of.today)
    late = broken or (of.silence is not None and of.silence.stage is not Stage.NORMAL and day < of.today)
    if not late:
        return say.texts.text("due-not-yet", when=when)
    return say.texts.text("due-right" if broken else "due-on-record", when=when)
