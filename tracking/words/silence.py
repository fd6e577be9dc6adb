"""What a silence means, in words: normal until when and why, or what comes of it."""

from __future__ import annotations

from datetime import date

from tracking.silence import Stage, Stretch
from tracking.statements import Explanation, Quiet
from tracking.vocabulary import Actor
from tracking.words.phrases import Phrases

#: Stretches with words of their own for a normal silence.
_NORMAL = frozenset(
    {Stretch.PREPARING, Stretch.WAITING_FOR_CARRIER, Stretch.LINE_HAUL, Stretch.CUSTOMS, Stretch.RETURN}
)
#: Customs wait for one of these: nothing comes until they have what they asked for.
_ASKED = frozenset({Actor.SHOPPER, Actor.SHOP})


def told(quiet: Quiet, of: Explanation, say: Phrases, carrier: dict[str, str], holder: str) -> str:
    """The sentence; `carrier` and `holder` are what every sentence about the parcel may name."""
    text = say.texts.text
    if quiet.stage is Stage.NORMAL:
        return _normal(quiet, of, say)
    if quiet.stage is Stage.LATE:
        offered = say.day("day-from", quiet.case_offered_on, of.today)
        return text("silence-late", days=quiet.days, **{"from": offered})
    if quiet.stage is Stage.LOST:
        key = "silence-lost"
    elif quiet.case_opened:
        key = "silence-stuck-opened"
    elif of.todo and quiet.stretch is Stretch.CUSTOMS:
        key = "silence-stuck-asked"
    else:
        key = "silence-stuck"
    return text(key, days=quiet.days, holder=holder, **carrier)


def _normal(quiet: Quiet, of: Explanation, say: Phrases) -> str:
    key = quiet.stretch.value.replace("_", "-") if quiet.stretch in _NORMAL else "other"
    if quiet.promised_later:
        key = "promised-later"
    if quiet.stretch is Stretch.CUSTOMS and of.why and of.why.actor in _ASKED:
        key = "asked"
    # Nobody waits calmly beyond the day that was promised.
    until = quiet.normal_until
    if of.by_when and of.by_when.day and of.by_when.day > of.today:
        until = min(until, of.by_when.day)
    return say.texts.text(
        f"silence-normal-{key}",
        shortest=quiet.shortest,
        longest=quiet.longest,
        until=say.day("day-until", until, of.today),
        because=_because(quiet, of, say) if until == quiet.normal_until else "",
    )


def _because(quiet: Quiet, of: Explanation, say: Phrases) -> str:
    if quiet.holiday and quiet.holiday_country:
        day: date = quiet.holiday
        place = say.in_country(quiet.holiday_country)
        return say.texts.text("silence-because-holiday", day=say.day("day", day, of.today), **{"in": place})
    if not quiet.weekend:
        return ""
    return say.texts.text("silence-because-sunday" if quiet.sundays else "silence-because-weekend")
