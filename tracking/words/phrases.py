"""Dates, places and carriers as phrases of a language, to be set into its sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_time

from tracking.carriers import display_name
from tracking.words.texts import Texts

#: From this many days on a date needs its year.
FAR = 300
#: Towns whose article merges with a preposition in French: Le Havre, Les Ulis.
_ARTICLES = ("le", "les")
_PARTS_OF_DAY = ((5, "night"), (12, "morning"), (18, "afternoon"), (24, "evening"))
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒ")


class Phrases:
    """The phrases of one language. Dates are told as seen from `now`, on the clock of their own place."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        # Weekday before day, hours to 24: the world's English rather than America's.
        self.locale = Locale("en", "GB") if texts.language == "en" else Locale(texts.language)

    # --- Days -----------------------------------------------------------------------------------------

    def full_date(self, day: date, today: date) -> str:
        """`Tuesday 18 November`; with the year where it is far away."""
        if abs((day - today).days) >= FAR:
            pattern = "date-pattern-year"
        else:
            pattern = "date-pattern-first-of-month" if day.day == 1 else "date-pattern"
        return format_date(day, self.texts.text(pattern), locale=self.locale)

    def day(self, form: str, day: date, today: date, **values: str | int) -> str:
        """The day in one of the forms `day`, `day-on`, `day-by`, `day-until`, `day-from`, `day-since`."""
        return self.texts.text(form, near=_near(day, today), date=self.full_date(day, today), **values)

    # --- Moments --------------------------------------------------------------------------------------

    def time(self, at: datetime) -> str:
        """`08:12`, on the clock that the moment carries."""
        pattern = "time-pattern" if at.minute else "time-pattern-full-hour"
        return format_time(at.time(), self.texts.text(pattern), locale=self.locale)

    def _clock(self, at: datetime) -> dict[str, str | int]:
        """The time, and its hour on its own: at one o'clock Spanish says “la”, at all others “las”."""
        return {"time": self.time(at), "hour": at.hour}

    def at(self, at: datetime, now: datetime, *, exact: bool = True) -> str:
        """`today at 08:12`, `yesterday at 17:02`, `on Tuesday 18 November at 09:00`."""
        today = now.astimezone(at.tzinfo).date()
        if not exact:
            return self.day("day-on", at.date(), today)
        return self.day("moment-at", at.date(), today, **self._clock(at))

    def short(self, at: datetime, now: datetime, *, exact: bool = True) -> str:
        """`today, 08:12`."""
        today = now.astimezone(at.tzinfo).date()
        if not exact:
            return self.day("day", at.date(), today)
        return self.day("moment-short", at.date(), today, **self._clock(at))

    def since(self, at: datetime, now: datetime, *, exact: bool = True) -> str:
        """`since 08:12 this morning`, `since yesterday at 17:02`, `since Tuesday 18 November`."""
        today = now.astimezone(at.tzinfo).date()
        if not exact:
            return self.day("day-since", at.date(), today)
        near = _near(at.date(), today)
        if near == "today":
            near = next(part for end, part in _PARTS_OF_DAY if at.hour < end)
        date = self.full_date(at.date(), today)
        return self.texts.text("moment-since", near=near, date=date, **self._clock(at))

    def by(self, day: date, end: datetime | None, today: date) -> str:
        """`by tomorrow`, `by Thursday 20 November`, `by 18:00 today`."""
        if end is None:
            return self.day("day-by", day, today)
        return self.day("day-by-hour", end.date(), today, **self._clock(end))

    def between(self, first: date | None, last: date, today: date) -> str:
        """`between tomorrow and Thursday 20 November`; `on Thursday 20 November` where both are one."""
        if first is None or first == last:
            return self.day("day-on", last, today)
        ends = (self.day("day-of-range", day, today) for day in (first, last))
        return self.texts.text("day-between", **dict(zip(("first", "last"), ends, strict=True)))

    # --- Places ---------------------------------------------------------------------------------------

    def country(self, code: str) -> str:
        """The country's name; the code itself where Unicode knows no name for it."""
        return self.texts.text("country-name", code=code, name=self.locale.territories.get(code, code))

    def in_country(self, code: str) -> str:
        """`in the United States`, `aux États-Unis`."""
        return self.texts.text("country-in", code=code, name=self.country(code))

    def place(self, city: str | None, country: str | None) -> str:
        """`Lyon, France`; empty where neither is known."""
        if not (city or country):
            return ""
        has = "both" if city and country else "city" if city else "country"
        return self.texts.text(
            "place", has=has, city=town(city or ""), country=self.country(country) if country else ""
        )

    def in_place(self, city: str | None, country: str | None) -> str:
        """`in Lyon, France`, `à Lyon (France)`; empty where neither is known."""
        if not city:
            return self.in_country(country) if country else ""
        article, _, rest = town(city).partition(" ")
        merged = rest and article.lower() in _ARTICLES
        incity = self.texts.text(
            "place-in-city",
            article=article.lower() if merged else "none",
            city=rest if merged else town(city),
        )
        if not country:
            return incity
        return self.texts.text("place-in-city-of-country", incity=incity, country=self.country(country))

    # --- Carriers -------------------------------------------------------------------------------------

    def brand(self, slug: str | None) -> str | None:
        """The carrier's name as people say it; None where nobody gave one, or only a number for it."""
        return display_name(slug) if slug else None

    def carrier(self, slug: str | None, *, unknown: str = "carrier-unknown") -> str:
        """The carrier's name as people say it, or `the carrier` where nobody named it."""
        return self.brand(slug) or self.texts.text(unknown)

    def carrier_first(self, slug: str | None, *, unknown: str = "carrier-unknown") -> str:
        """The same at the start of a sentence: our words get a capital, a brand is left as it is."""
        return self.brand(slug) or capital(self.texts.text(unknown))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The text with a small first letter, to go on inside a sentence."""
    return text[:1].lower() + text[1:]


def town(city: str) -> str:
    """A city as people write it: feeds shout (`PARIS 15`, `ROISSY CDG`)."""
    city = " ".join(city.split())
    if not city.isupper():
        return city
    return " ".join(
        "-".join(part if _VOWELS.isdisjoint(part) else part.capitalize() for part in word.split("-"))
        for word in city.split(" ")
    )


def _near(day: date, today: date) -> str:
    """The key of a day's word: today, yesterday, tomorrow or other."""
    words = {timedelta(0): "today", timedelta(-1): "yesterday", timedelta(1): "tomorrow"}
    return words.get(day - today, "other")
