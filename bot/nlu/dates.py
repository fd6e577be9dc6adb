"""Dates in a message: "by Friday", "le 12", "tomorrow", "il y a 3 jours".

dateparser knows the words of each language but is slow and generous: it sees dates in any text. So a pattern
of each language finds the few spans that look like a date, and dateparser reads only those.
"""

from __future__ import annotations

import calendar
import contextlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.text import head, is_payload
from tracking.settings import settings

#: Dates read in one message; more is no shopper's question.
MAX_DATES = 5
#: Characters around a date in which a word tells past from future.
NEAR = 40

#: Words behind a number that is no day of a month, in all languages at once.
_NOT_DAYS = r"euros?\b|articles?\b|colis\b|art[íi]culos?\b|artikel\b|paquetes?\b|pakete?\b|uhr\b"
#: What dateparser reads wrongly, and the same in words that it reads.
_INSTEAD = {"pasado mañana": "en 2 días", "pasado manana": "en 2 días"}

#: dateparser reads "hace 2 semanas", but "hace dos semanas" only now and then.
_NUMBERS = {"dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "diez": "10"}

_WORDS: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("date_words.json").read_text("utf-8"))


@dataclass(frozen=True)
class FoundDate:
    """A date and where the message says it."""

    value: date
    start: int
    end: int


@dataclass(frozen=True)
class _Patterns:
    spans: re.Pattern[str]
    modifier: re.Pattern[str]
    past: re.Pattern[str]
    future: re.Pattern[str]


@lru_cache(maxsize=16)
def _patterns(language: str) -> _Patterns | None:
    words = _WORDS.get(language)
    if words is None:
        return None
    # The modifier of "next friday" stands before the weekday in English, that of "vendredi prochain" behind.
    weekday, month, ordinal = words["weekday"], words["month"], words["ordinal"]
    modifier = f"(?:{words['modifier']})?" if words["modifier"] else ""
    spans = [
        r"(?P<iso>\d{4}-\d{2}-\d{2})",
        # A dot alone is a price ("12.50"), so a dotted date has its second dot.
        r"(?P<numeric>\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?)(?![\d/]|[.,]\d)",
        rf"(?P<named>\d{{1,2}}{ordinal} (?:{month})\b\.?(?:(?: de)? \d{{4}})?)",
        rf"(?P<month_first>(?:{month})\b\.? \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?)",
        rf"(?P<relative>{words['relative']})",
        rf"(?P<weekday>{modifier}(?:{weekday}))(?!\w)",
        rf"(?:{words['day']})(?!\w|[/.-]\d)(?!{ordinal} (?:{month})\b)(?! ?(?:[%€$£]|{_NOT_DAYS}|{month}\b))",
    ]
    return _Patterns(
        spans=re.compile(rf"(?<![\w/.,-])(?:{'|'.join(spans)})(?!\w)", re.IGNORECASE),
        modifier=re.compile(rf"^(?:{words['modifier']})" if words["modifier"] else r"(?!)", re.IGNORECASE),
        past=re.compile(rf"(?<!\w)(?:{words['past']})(?!\w)", re.IGNORECASE),
        future=re.compile(rf"(?<!\w)(?:{words['future']})(?!\w)", re.IGNORECASE),
    )


def find_dates(
    text: str, language: str, now: datetime, taken: Sequence[tuple[int, int]] = ()
) -> list[FoundDate]:
    """The dates of a text, in the zone of the aware `now`; spans in `taken` (references) are no dates."""
    patterns = _patterns(language)
    if patterns is None:
        return []
    found: list[FoundDate] = []
    for match in patterns.spans.finditer(text):
        start, end = match.span()
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        value = _read(match, language, now, past=_is_past(patterns, text, start, end))
        if value is not None:
            found.append(FoundDate(value, start, end))
        if len(found) == MAX_DATES:
            break
    return found


def _is_past(patterns: _Patterns, text: str, start: int, end: int) -> bool:
    """Whether the words around a date speak of what has been; the nearest one before it decides."""
    before = text[max(0, start - NEAR) : start]
    around = before + text[start : end + NEAR // 4]
    last_past = max((match.start() for match in patterns.past.finditer(around)), default=-1)
    last_future = max((match.start() for match in patterns.future.finditer(around)), default=-1)
    return last_past > last_future


def _read(match: re.Match[str], language: str, now: datetime, past: bool) -> date | None:
    kind = match.lastgroup
    if kind == "iso":
        try:
            return date.fromisoformat(match["iso"])
        except ValueError:
            return None
    if kind == "numeric":
        return _numeric([int(part) for part in re.findall(r"\d+", match["numeric"])], now.date(), past)
    if kind is None:  # only the day of the month, the one group without a name
        day = next(group for group in reversed(match.groups()) if group)
        return _day_of_month(int(day), now.date(), past)
    span = match[0]
    patterns = _patterns(language)
    if patterns is not None and kind == "weekday":
        span = patterns.modifier.sub("", span)
    return _parse(span, language, now.date(), past)


@lru_cache(maxsize=512)
def _parse(span: str, language: str, today: date, past: bool) -> date | None:
    import dateparser

    words = (_NUMBERS.get(word, word) for word in span.lower().split())
    parsed = dateparser.parse(
        _INSTEAD.get(span.lower()) or " ".join(words),
        languages=[language],
        settings={
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 - its zone is the shop's
            "PREFER_DATES_FROM": "past" if past else "future",
            "PREFER_DAY_OF_MONTH": "first",
            "DATE_ORDER": "DMY",
        },
    )
    return None if parsed is None else parsed.date()


def _numeric(parts: Sequence[int], today: date, past: bool) -> date | None:
    """Day and month, perhaps a year; without one the nearest such date in the direction asked for."""
    day, month, *given = parts
    years = (
        [given[0] + 2000 if given[0] < 100 else given[0]]
        if given
        else [today.year - 1, today.year, today.year + 1]
    )
    found = []
    for year in years:
        with contextlib.suppress(ValueError):  # 31 February, or a month 13
            found.append(date(year, month, day))
    if given:
        return found[0] if found else None
    fitting = [each for each in found if (each <= today if past else each >= today)]
    return min(fitting, key=lambda each: abs(each - today), default=None)


def _day_of_month(day: int, today: date, past: bool) -> date | None:
    """The nearest date with this day in the direction asked for, today included."""
    if not 1 <= day <= 31:
        return None
    month_start = today.replace(day=1)
    for _ in range(13):
        if day <= calendar.monthrange(month_start.year, month_start.month)[1]:
            candidate = month_start.replace(day=day)
            if candidate <= today if past else candidate >= today:
                return candidate
        step = timedelta(days=-1 if past else 32)
        month_start = (month_start + step).replace(day=1)
    return None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DateExtractor(GraphComponent, EntityExtractorMixin):
    """Adds `date` entities with ISO values, read in the message's language and the shop's zone."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DateExtractor:
        """A new extractor; dateparser loads a language's data on first use, 50 ms, so that is done now."""
        for language in settings().languages:
            _parse("2/1", language, date(2026, 1, 1), past=False)
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the dates of each message to its entities."""
        now = datetime.now(settings().shop_zone)
        for message in messages:
            sent = message.get(TEXT) or ""
            if is_payload(sent):
                continue
            entities = message.get(ENTITIES, [])
            language = (message.get("language") or {}).get("code") or settings().default_language
            taken = [(entity["start"], entity["end"]) for entity in entities]
            found = [
                {
                    "entity": "date",
                    "value": one.value.isoformat(),
                    "start": one.start,
                    "end": one.end,
                    "confidence_entity": 1.0,
                }
                for one in find_dates(head(sent), language, now, taken)
            ]
            message.set(ENTITIES, entities + self.add_extractor_name(found), add_to_output=True)
        return messages
