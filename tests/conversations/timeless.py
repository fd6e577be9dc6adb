"""What was said without what the clock decides: days, hours, numbers, silences, whether the team is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta, timezone
from functools import cache

from tests.nlu.corpus import REQUIRED_LANGUAGES
from tracking.policy import policy
from tracking.wording import Wording, wording
from tracking.words.phrases import capital

#: What stands for a day or hour, and for a sentence about the team's hours.
WHEN, HOURS = "☼", "⌛"
#: Every weekday in every month, and dates that need a year.
DAYS = 400
#: Messages of moments.ftl that hold a day, and what they may be told of it.
FORMS = (
    "day", "day-on", "day-of-range", "day-by", "day-by-hour", "day-until", "day-from", "day-since",
    "moment-at", "moment-short", "moment-since",
)  # fmt: skip
NEAR = ("today", "yesterday", "tomorrow", "other", "night", "morning", "afternoon", "evening")


def timeless(text: str) -> str:
    """The words of `text`, in small letters, with every day, hour and number replaced."""
    text = _normal().sub("", _not_counted().sub("", without_days(text)))
    return _hours().sub(HOURS, text).strip()


def without_days(text: str) -> str:
    """The same, with the sentences about the team's hours left in."""
    text = _digits(text)
    for pattern in (_days(), _moments(), _ranges()):
        text = pattern.sub(WHEN, text)
    # Spanish hours: “la 1:00”, “las 2:00”.
    return re.sub(rf"(?:\blas? )?{WHEN}(?: {WHEN})*", WHEN, text)


def _digits(text: str) -> str:
    return re.sub(r"\d+", "0", text.replace("\N{NO-BREAK SPACE}", " ").casefold())


def _any(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of these, the longest first, as whole words."""
    every = sorted({_digits(text) for text in texts}, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)")


def _languages() -> list[Wording]:
    return [wording(language) for language in REQUIRED_LANGUAGES]


@cache
def _days() -> re.Pattern[str]:
    """Dates and times of day, on their own."""
    today = datetime(2026, 6, 1, tzinfo=timezone.utc).date()
    return _any(
        told
        for words in _languages()
        for told in (
            *(words.phrases.full_date(today + timedelta(n), today) for n in range(-DAYS, DAYS)),
            *(f"0 {month}" for month in words.phrases.locale.months["format"]["wide"].values()),
            *(
                words.phrases.time(datetime.combine(today, time(hour, minute), timezone.utc))
                for hour in (1, 13)
                for minute in (0, 30)
            ),
        )
    )


@cache
def _moments() -> re.Pattern[str]:
    """The phrases that hold one: “since 08:12 this morning”."""
    return _any(
        words.text(form, near=near, date=WHEN, time=WHEN, hour=hour)
        for words in _languages()
        for form in FORMS
        for near in NEAR
        for hour in (1, 13)
    )


@cache
def _ranges() -> re.Pattern[str]:
    return _any(words.text("day-between", first=WHEN, last=WHEN) for words in _languages())


@cache
def _not_counted() -> re.Pattern[str]:
    """Which days of a silence do not count."""
    notes = _any(
        words.text(f"silence-because-{why}", day=WHEN, **{"in": "⌂"})
        for words in _languages()
        for why in ("weekend", "sunday", "holiday")
    )
    return re.compile(f" (?:{notes.pattern.replace('⌂', '.+?')})")


@cache
def _normal() -> re.Pattern[str]:
    """That a silence is normal: said only as long as there is a silence."""
    told = _any(
        words.text(f"silence-normal-{why}", shortest=0, longest=0, until=WHEN, because="")
        for words in _languages()
        for why in (
            "preparing",
            "promised-later",
            "waiting-for-carrier",
            "line-haul",
            "customs",
            "return",
            "other",
        )
    )
    return re.compile(f" ?(?:{told.pattern})")


@cache
def _hours() -> re.Pattern[str]:
    """Whether the team is there, and by when it answers."""
    # In them, too, a day is one by now.
    return _any(
        without_days(
            words.text(message, Team=capital(team), by=WHEN, opens=WHEN, time=WHEN, hour=hour, same=same)
        )
        for words in _languages()
        for team in {policy().team.get(words.language) or words.text("hours-team")}
        for message in ("hours-open", "hours-open-answer", "hours-closed", "hours-closed-answer")
        for same in ("yes", "no")
        for hour in (1, 13)
    )
