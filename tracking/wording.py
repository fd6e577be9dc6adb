"""Explanation in, sentences out. Every word comes from `tracking/locales/<language>/*.ftl`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any

from tracking.policy import policy
from tracking.silence import Stage, Stretch
from tracking.statements import Explanation, Mark
from tracking.vocabulary import FINAL, Milestone, Tier
from tracking.words.phrases import Phrases, capital
from tracking.words.sentences import Sentences
from tracking.words.texts import Texts

#: Sentences of a chat answer, before what the shopper must do.
MAX_SENTENCES = 3
#: One line fits a text message.
MAX_LINE = 160
#: Stretches whose silence is explained before it worries: nothing is scanned there for days.
LONG_STRETCHES = frozenset({Stretch.LINE_HAUL, Stretch.CUSTOMS, Stretch.RETURN})
#: Elsewhere silence is explained from this many days on.
QUIET_DAYS = 1


@cache
def wording(language: str) -> Wording:
    """The words of `language`, read once.

    Raises:
        KeyError: no texts are written in it.
    """
    return Wording(language)


class Wording:
    """What is said, in one language."""

    def __init__(self, language: str, register: str | None = None) -> None:
        """Read the texts, in this register; by default in that of the shop's policy."""
        self.language = language
        self._texts = Texts(language, register or policy().tone.get(language))
        self._phrases = Phrases(self._texts)

    @property
    def phrases(self) -> Phrases:
        """What sentences about an explanation are made with."""
        return self._phrases

    def has(self, message_id: str) -> bool:
        """Whether there is a message of this id."""
        return self._texts.has(message_id)

    def text(self, message_id: str, **values: str | int) -> str:
        """Any message of the language's files.

        Raises:
            KeyError: there is no such message.
            ValueError: a value that it needs is missing.
        """
        return self._texts.text(message_id, **values)

    def date(self, day: datetime.date, now: datetime.datetime) -> str:
        """`today`, `yesterday`, `tomorrow` or `Tuesday 18 November`."""
        return self._phrases.day("day", day, now.date())

    def time(self, at: datetime.datetime) -> str:
        """`08:12`."""
        return self._phrases.time(at)

    def moment(self, at: datetime.datetime, now: datetime.datetime) -> str:
        """`tomorrow at 09:00`, on the clock that `at` carries."""
        return self._phrases.at(at, now)

    def chat(self, explanation: Explanation) -> str:
        """At most three sentences, and one more where the shopper must do something.

        Who has it, where, since when; why; what next and by when; what silence means.
        """
        return self._told(explanation)

    def why(self, explanation: Explanation) -> str:
        """The answer to “why?”: the reason, what it costs, how long it takes and what happens if nobody acts.

        Without a reason it is what the silence means; without that, all.
        """
        said = self._sentences(explanation)
        # Once its date has passed, nobody is told that silence is normal.
        calm = _is_overdue(explanation) and not _is_worrying(explanation)
        because = said.why() or ("" if calm else said.silence())
        if not because:
            return self.chat(explanation)
        worrying = said.silence() if said.why() and _is_worrying(explanation) else ""
        follows = _what_follows(explanation, said, deadline=True)
        told = (because, *_first(iter((worrying, said.cost(known=True), follows)), MAX_SENTENCES - 1))
        return " ".join(filter(None, (*told, said.todo())))

    def customs(self, explanation: Explanation) -> str:
        """The answer to “is it with customs?”: why they hold it; else that they do not, and where it is."""
        said = self._sentences(explanation)
        elsewhere = said.clearance()
        if elsewhere and explanation.state.milestone is not Milestone.CUSTOMS_CLEARED:
            return self._told(explanation, lead=elsewhere)
        return self.chat(explanation) if elsewhere else self.why(explanation)

    def _told(self, explanation: Explanation, lead: str = "") -> str:
        """The sentences of a chat answer, `lead` the first of them."""
        said = self._sentences(explanation)
        if explanation.tier is Tier.STATUS:
            return " ".join(filter(None, (said.status(), said.next())))
        told = [each for each in (lead, said.state()) if each]
        told += _first(_in_order(explanation, said), MAX_SENTENCES - len(told))
        return " ".join(filter(None, (*told, said.todo())))

    def when(self, explanation: Explanation, *, known: bool = False) -> str:
        """The answer to “when?”: the date and who says so, or honestly none, and what comes before it.

        Where the parcel is goes along unless that is `known`, just said.
        """
        said = self._sentences(explanation)
        if explanation.tier is Tier.STATUS or explanation.state.milestone in FINAL:
            return self.chat(explanation)
        expected = said.by_when() or self.text("eta-no-date")
        state = "" if known else said.state()
        return " ".join(filter(None, (state, expected, said.next(dated=False), said.todo())))

    def carriers(self, explanation: Explanation) -> str:
        """The answer to “who has it now?”: the last handover, or that there was none; and where it is."""
        said = self._sentences(explanation)
        if explanation.tier is Tier.STATUS or explanation.state.milestone is Milestone.HANDED_OVER:
            return self.chat(explanation)
        return " ".join(filter(None, (said.handed_over() or said.same_carrier(), said.state(), said.todo())))

    def delivery_proof(self, explanation: Explanation) -> str:
        """The answer to “who signed?”: what the carrier gave, or that it gave nothing, or nothing yet."""
        said = self._sentences(explanation)
        if explanation.tier is Tier.STATUS:
            return self.chat(explanation)
        if explanation.state.milestone is not Milestone.DELIVERED:
            return self._told(explanation, lead=self.text("proof-not-yet"))
        return " ".join((said.state(), said.proof_told() or self.text("proof-none")))

    def reported(self, explanation: Explanation) -> str:
        """What the carrier reports of a delivery that the shopper has not received: when, where, to whom."""
        said = self._sentences(explanation)
        return " ".join(filter(None, (said.reported(), said.proof_told())))

    def carrier(self, explanation: Explanation) -> str:
        """The carrier's name as people say it, or `the carrier`, in the middle of a sentence."""
        return self._phrases.carrier(explanation.who.carrier)

    def by(self, at: datetime.datetime, now: datetime.datetime) -> str:
        """`by 14:00 tomorrow`, on the clock that `at` carries."""
        return self._phrases.by(at.date(), at, now.astimezone(at.tzinfo).date())

    def line(self, explanation: Explanation) -> str:
        """One line: state, carrier, place, when and by when; if too long, without what is missed least."""
        said = self._sentences(explanation)
        parts = {
            "status": said.label(),
            "carrier": self._phrases.brand(explanation.who.carrier),
            "place": self._place(explanation),
            "when": said.when(),
            "expected": said.expected(),
        }
        for dropped in ("", "expected", "carrier", "place", "when"):
            parts.pop(dropped, None)
            line = " · ".join(filter(None, parts.values()))
            if len(line) <= MAX_LINE:
                break
        return line

    def page(self, explanation: Explanation) -> list[tuple[str, str]]:
        """Everything, as rows of label and text."""
        said = self._sentences(explanation)
        rows = {
            "page-status": said.label(),
            "page-who": said.who(),
            "page-where": said.where(),
            "page-since": said.since(),
            "page-why": said.why(),
            "page-act": said.act(),
            "page-words": explanation.words.text if explanation.words else "",
            "page-handed-over": said.handed_over(),
            "page-next": said.next(dated=False),
            "page-unless": said.unless(),
            "page-cost": said.cost(),
            "page-when": said.by_when(),
            "page-todo": said.todo() or said.nothing_to_do(),
            "page-silence": said.silence(),
            "page-trusted": said.trusted(),
            "page-proof": said.proof(),
            "page-contents": said.contents(),
            "page-follow": said.follow(),
        }
        return [(self.text(label), text) for label, text in rows.items() if text]

    def card(self, explanation: Explanation) -> dict[str, Any]:
        """The card that the website shows beside the answer, as JSON."""
        said = self._sentences(explanation)
        return {
            "title": said.title(),
            "carrier": self._phrases.brand(explanation.who.carrier),
            "tracking_number": explanation.tracking_number,
            "status": said.label(),
            "when": said.when() or None,
            "place": self._place(explanation) or None,
            "progress": [
                *(self._step(mark, explanation.now) for mark in explanation.progress),
                *(
                    {"milestone": each.value, "label": said.label(each), "state": "todo", "at": None}
                    for each in explanation.ahead
                ),
            ],
            "timeline": [
                {
                    "at": self._phrases.short(scan.at, explanation.now, exact=scan.exact),
                    "place": self._phrases.place(scan.city, scan.country),
                    "label": said.label(scan.milestone),
                }
                for scan in explanation.timeline
            ],
            "eta": capital(said.expected()) or None,
            "action": said.todo() or None,
        }

    def _place(self, explanation: Explanation) -> str:
        where = explanation.where
        return self._phrases.place(where.city, where.country) if where else ""

    def _step(self, mark: Mark, now: datetime.datetime) -> dict[str, Any]:
        return {
            "milestone": mark.milestone.value,
            "label": self.text(f"label-{_key(mark.milestone)}"),
            "state": mark.state,
            "at": self._phrases.short(mark.at, now, exact=mark.exact) if mark.at else None,
        }

    def _sentences(self, explanation: Explanation) -> Sentences:
        return Sentences(explanation, self._phrases)


def _in_order(explanation: Explanation, said: Sentences) -> Iterator[str]:
    """What a chat answer says after the state, the most important first."""
    quiet = explanation.silence
    worrying = _is_worrying(explanation)
    yield said.why()
    if worrying:
        yield said.silence()
    yield _what_follows(explanation, said)
    if explanation.state.milestone is Milestone.DELIVERED:
        yield said.proof_told()
        yield said.missing()
    if (
        quiet
        and not worrying
        and not _is_overdue(explanation)
        and (quiet.stretch in LONG_STRETCHES or quiet.days >= QUIET_DAYS)
    ):
        yield said.silence()
    if explanation.state.milestone is not Milestone.HANDED_OVER:
        yield said.handed_over()


def _is_overdue(explanation: Explanation) -> bool:
    return explanation.by_when is not None and explanation.by_when.overdue


def _is_worrying(explanation: Explanation) -> bool:
    return explanation.silence is not None and explanation.silence.stage is not Stage.NORMAL


def _what_follows(explanation: Explanation, said: Sentences, *, deadline: bool = False) -> str:
    """What comes next and by when; of a parcel that has stopped, only what comes of that, or its date passed.

    `deadline` adds the first day on which it may be sent back.
    """
    stopped = explanation.silence is not None and explanation.silence.case is not None
    return (said.unless() or said.by_when()) if stopped else said.next(deadline=deadline)


def _first(sentences: Iterator[str], count: int) -> list[str]:
    """The first `count` of those that say something."""
    return [sentence for sentence in sentences if sentence][:count]


def _key(milestone: Milestone) -> str:
    return milestone.value.replace("_", "-")
