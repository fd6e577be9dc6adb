"""What the shop decides: name, hours, links, waits, what can still be changed, how shoppers are addressed.

Read once from the YAML that `WISMO_POLICY` names; without it, from the demo shop's `policy.yml` beside this
file. Every key is described in docs/policy.md. `WISMO_SHOP_NAME`, `WISMO_SHOP_ZONE` and `WISMO_LANGUAGES` win
over the file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tracking.hours import WEEKDAYS, Hours
from tracking.policy_fields import Fields, load
from tracking.spoken import FORMAL, INFORMAL, WRITTEN_LANGUAGES, WRITTEN_REGISTER
from tracking.vocabulary import Milestone

#: The demo shop's policy, and the description of all keys.
DEFAULT = Path(__file__).parent / "policy.yml"
#: What a shop may have a page, or a sentence of its own, about.
TOPICS = ("returns", "refund", "damaged", "missing", "invoice", "delivery", "contact", "privacy")
#: What a shopper may ask to change.
CHANGES = ("address", "delivery_instructions", "reschedule", "pickup_point", "cancel", "contents")
_JOURNEY = tuple(Milestone)
#: How a shop may write until when something is possible: a milestone of a journey that goes well, or never.
UNTIL: Mapping[str, Milestone | None] = {
    "never": None,
    # Before an order is confirmed nobody asks for anything.
    **{each.value: each for each in _JOURNEY[1 : _JOURNEY.index(Milestone.DELIVERED) + 1]},
}
#: How a shop may write a register, by language: as the word that it says, or by its name.
TONES = {
    "fr": {"vous": FORMAL, "tu": INFORMAL, FORMAL: FORMAL, INFORMAL: INFORMAL},
    "es": {"usted": FORMAL, "tú": INFORMAL, FORMAL: FORMAL, INFORMAL: INFORMAL},
    "de": {"Sie": FORMAL, "du": INFORMAL, FORMAL: FORMAL, INFORMAL: INFORMAL},
}
MAX_NAME = 60
#: A sentence in a chat, not a page.
MAX_ANSWER = 500
MAX_RETURNS_DAYS = 730
MAX_NOT_RECEIVED = timedelta(days=30)
MAX_RATING = timedelta(days=1)
#: Of opening hours: later than that is no promise.
MAX_ANSWER_WEEKS = 4
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Change:
    """Something that a shopper may ask to change about an order."""

    #: Possible before this milestone is reached; None: never.
    until: Milestone | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    default_language: str = WRITTEN_LANGUAGES[0]

    def link(self, language: str) -> str | None:
        """The page where shoppers do it themselves; in the shop's first language where it has no other."""
        return self.links.get(language) or self.links.get(self.default_language)


@dataclass(frozen=True)
class Waits:
    """How long something is waited for."""

    #: From the delivered scan until a claim that nothing came is opened.
    not_received: timedelta = timedelta(hours=24)
    #: Silence of the shopper, after an answer, before a rating is asked for.
    rating: timedelta = timedelta(minutes=15)


@dataclass(frozen=True)
class Policy:
    """The policy of one shop."""

    shop_name: str
    zone: ZoneInfo
    #: The first is spoken when nothing better is known.
    languages: tuple[str, ...]
    hours: Hours
    changes: Mapping[str, Change]
    waits: Waits
    #: Days after delivery within which a return is possible; None: the shop does not say.
    returns_days: int | None
    #: Language → "formal" or "informal", for every language that has both.
    tone: Mapping[str, str]
    #: How the team is called, in the middle of a sentence, by language; without one the texts say “our team”.
    team: Mapping[str, str]
    links: Mapping[str, Mapping[str, str]]
    answers: Mapping[str, Mapping[str, str]]

    @property
    def default_language(self) -> str:
        """The shop's own language: the first that it speaks."""
        return self.languages[0]

    def link(self, name: str, language: str) -> str | None:
        """The shop's page about one of `TOPICS`; in the shop's first language where it has no other.

        Raises:
            KeyError: `name` is none of them.
        """
        if name not in TOPICS:
            raise KeyError(name)
        pages = self.links.get(name, {})
        return pages.get(language) or pages.get(self.default_language)

    def answer(self, name: str, language: str) -> str | None:
        """The shop's own sentence about one of `TOPICS`, in that language only.

        Raises:
            KeyError: `name` is none of them.
        """
        if name not in TOPICS:
            raise KeyError(name)
        return self.answers.get(name, {}).get(language)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Policy:
        """Read the file that the environment names, and what the environment says itself.

        Raises:
            ConfigurationError: the file is missing or makes no sense; the text says what is wrong, and where.
        """
        named = environ.get("WISMO_POLICY")
        return read_policy(Path(named).absolute() if named else DEFAULT, environ)


@lru_cache(maxsize=1)
def policy() -> Policy:
    """The policy of this process.

    Raises:
        ConfigurationError: it cannot be used; the text says why.
    """
    return Policy.from_environment()


def read_policy(path: Path, environ: Mapping[str, str] | None = None) -> Policy:
    """Read and check a policy; what `environ` says of name, zone and languages wins over the file.

    Raises:
        ConfigurationError: something cannot be used; the text says everything that is wrong, and where.
    """
    variables, fields = _Variables(environ or {}), Fields(path)
    sections = ("shop", "tone", "hours", "waits", "changes", "returns_days", "links", "answers")
    given = fields.table(load(path), "", sections)
    shop = fields.table(given.get("shop"), "shop", ("name", "team", "zone", "languages"))
    zone = variables.zone or fields.zone(shop.get("zone"), "shop.zone")
    written = shop.get("languages", list(WRITTEN_LANGUAGES))
    languages = variables.languages or fields.languages(written, "shop.languages")
    waits = fields.table(given.get("waits"), "waits", ("answer", "not_received", "rating"))
    found = Policy(
        shop_name=variables.name or fields.text(shop.get("name"), "shop.name", MAX_NAME),
        zone=zone,
        languages=languages,
        hours=_hours(fields, given.get("hours"), zone, waits.get("answer")),
        changes=_changes(fields, given.get("changes"), languages[0]),
        waits=_waits(fields, waits),
        returns_days=None
        if given.get("returns_days") is None
        else fields.number(given["returns_days"], "returns_days", 1, MAX_RETURNS_DAYS),
        tone=_tone(fields, given.get("tone")),
        team=_texts(fields, shop["team"], "shop.team", MAX_NAME) if "team" in shop else {},
        links={
            name: fields.links(value, f"links.{name}")
            for name, value in fields.table(given.get("links"), "links", TOPICS).items()
        },
        answers={
            name: _texts(fields, value, f"answers.{name}", MAX_ANSWER)
            for name, value in fields.table(given.get("answers"), "answers", TOPICS).items()
        },
    )
    fields.finish()
    return found


class _Variables:
    """What the environment says of the shop; None where it says nothing."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        fields = Fields(None)
        name, zone, languages = (
            environ.get(f"WISMO_{name}", "").strip() for name in ("SHOP_NAME", "SHOP_ZONE", "LANGUAGES")
        )
        codes = [code.strip().lower() for code in languages.split(",") if code.strip()]
        self.name = fields.text(name, "WISMO_SHOP_NAME", MAX_NAME) if name else None
        self.zone = fields.zone(zone, "WISMO_SHOP_ZONE") if zone else None
        self.languages = fields.languages(codes, "WISMO_LANGUAGES") if languages else None
        fields.finish()


def _texts(fields: Fields, value: Any, place: str, limit: int) -> dict[str, str]:
    given = fields.by_language(value, place)
    return {code: fields.text(each, f"{place}.{code}", limit) for code, each in given.items()}


def _tone(fields: Fields, value: Any) -> dict[str, str]:
    found = dict(WRITTEN_REGISTER)
    for language, each in fields.table(value, "tone", TONES).items():
        found[language] = fields.choice(each, f"tone.{language}", TONES[language]) or found[language]
    return found


def _hours(fields: Fields, value: Any, zone: ZoneInfo, answer: Any) -> Hours:
    given = fields.table(value, "hours", (*WEEKDAYS, "closed", "holidays"))
    week = {
        number: intervals
        for number, name in enumerate(WEEKDAYS)
        if name in given and (intervals := fields.intervals(given[name], f"hours.{name}"))
    }
    open_minutes = sum(each.end - each.start for day in week.values() for each in day)
    if isinstance(value, dict) and len(given) == len(value) and not any(map(given.get, WEEKDAYS)):
        fields.wrong("hours", "no day is open; write intervals below a day, or take hours out")
    if answer is not None and value is None:
        fields.wrong("waits.answer", "counts opening hours; write them under hours, or take this line out")
    return Hours(
        zone=zone,
        week=week,
        closed=fields.days(given.get("closed"), "hours.closed"),
        holidays=fields.calendar(given["holidays"], "hours.holidays") if given.get("holidays") else None,
        answer=fields.duration(
            answer, "waits.answer", _MINUTE, MAX_ANSWER_WEEKS * open_minutes * _MINUTE, days=False
        )
        if answer is not None and week
        else None,
    )


def _waits(fields: Fields, given: Mapping[str, Any]) -> Waits:
    named = {
        name: fields.duration(given[name], f"waits.{name}", least, most)
        for name, least, most in (
            ("not_received", timedelta(0), MAX_NOT_RECEIVED),
            ("rating", _MINUTE, MAX_RATING),
        )
        if given.get(name) is not None
    }
    return Waits(**named)


def _changes(fields: Fields, value: Any, default_language: str) -> dict[str, Change]:
    given = fields.table(value, "changes", CHANGES)
    found = {}
    for name in CHANGES:
        place = f"changes.{name}"
        said = fields.table(given.get(name), place, ("until", "link"))
        if name in given and "until" not in said:
            fields.wrong(place, f"until is missing; write one of {', '.join(UNTIL)}")
        found[name] = Change(
            until=fields.choice(said["until"], f"{place}.until", UNTIL) if "until" in said else None,
            links=fields.links(said["link"], f"{place}.link") if "link" in said else {},
            default_language=default_language,
        )
    return found
