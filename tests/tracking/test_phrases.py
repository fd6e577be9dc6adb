"""Dates, times, places and carriers as phrases."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from tests.tracking.parcels import NOW, PARIS
from tests.tracking.reading import NBSP, prose
from tracking.wording import wording
from tracking.words.phrases import Phrases, town
from tracking.words.texts import Texts


def test_dates_and_times_are_the_language_s_own() -> None:
    english, french = wording("en"), wording("fr")
    first = datetime(2026, 12, 1, 8, 5, tzinfo=PARIS)
    assert prose(english.date(first.date(), NOW)) == "Tuesday 1 December"
    assert prose(french.date(first.date(), NOW)) == "mardi 1er décembre"
    assert prose(french.date(date(2025, 11, 19), NOW)) == "mercredi 19 novembre 2025"
    assert [english.date((NOW + timedelta(days=n)).date(), NOW) for n in (-1, 0, 1)] == [
        "yesterday",
        "today",
        "tomorrow",
    ]
    assert (english.time(first), prose(french.time(first))) == ("08:05", "8 h 05")


def test_a_line_never_breaks_inside_a_time_or_between_a_day_and_its_month() -> None:
    at = datetime(2026, 11, 18, 16, 41, tzinfo=PARIS)
    french = wording("fr")
    assert (french.time(at), french.time(at.replace(minute=0))) == (f"16{NBSP}h{NBSP}41", f"16{NBSP}h")
    days = [date(2026, 12, 18), date(2026, 12, 1), date(2025, 12, 18)]
    assert [french.date(day, NOW) for day in days] == [
        f"vendredi 18{NBSP}décembre",
        f"mardi 1er{NBSP}décembre",
        f"jeudi 18{NBSP}décembre 2025",
    ]
    assert wording("en").date(days[0], NOW) == f"Friday 18{NBSP}December"


@pytest.mark.parametrize(
    ("hour", "english", "french"),
    [
        (2, "since 02:00 last night", "depuis cette nuit, 2 h"),
        (5, "since 05:00 this morning", "depuis ce matin, 5 h"),
        (12, "since 12:00 this afternoon", "depuis cet après-midi, 12 h"),
        (18, "since 18:00 this evening", "depuis ce soir, 18 h"),
    ],
)
def test_since_when_names_the_part_of_the_day(hour: int, english: str, french: str) -> None:
    now = datetime(2026, 11, 19, 23, 30, tzinfo=PARIS)
    at = now.replace(hour=hour, minute=0)
    assert Phrases(Texts("en")).since(at, now) == english
    assert prose(Phrases(Texts("fr")).since(at, now)) == french


def test_today_is_today_where_it_happened() -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    at = datetime(2026, 11, 19, 23, 30, tzinfo=auckland)
    an_hour_later = (at + timedelta(hours=1)).astimezone(PARIS)
    assert Phrases(Texts("en")).since(at, an_hour_later) == "since yesterday at 23:30"


@pytest.mark.parametrize(
    ("city", "country", "english", "french"),
    [
        ("Lyon", "FR", "in Lyon, France", "à Lyon (France)"),
        ("Le Havre", "FR", "in Le Havre, France", "au Havre (France)"),
        ("LES ULIS", None, "in Les Ulis", "aux Ulis"),
        ("La Rochelle", None, "in La Rochelle", "à La Rochelle"),
        (None, "US", "in the United States", "aux États-Unis"),
        (None, "JP", "in Japan", "au Japon"),
        (None, "FR", "in France", "en France"),
        (None, "GB", "in the United Kingdom", "au Royaume-Uni"),
        (None, "HK", "in Hong Kong", "à Hong Kong"),
        (None, "CU", "in Cuba", "à Cuba"),
        (None, "IM", "on the Isle of Man", "sur l’île de Man"),
        (None, None, "", ""),
    ],
)
def test_places_take_the_right_preposition(
    city: str | None, country: str | None, english: str, french: str
) -> None:
    assert Phrases(Texts("en")).in_place(city, country) == english
    assert Phrases(Texts("fr")).in_place(city, country) == french


def test_every_country_has_a_name_and_a_preposition_that_fits_it() -> None:
    english, french = Phrases(Texts("en")), Phrases(Texts("fr"))
    codes = [code for code in Locale("fr").territories if re.fullmatch(r"[A-Z]{2}", code)]
    assert len(codes) > 240
    for code in codes:
        assert re.match(r"(in|on) (the )?[A-ZÅ]", english.in_country(code)), code
        there = french.in_country(code)
        assert not re.match(r"(au|à la|en) (Îles|Pays|États|Émirats)", there), there
        assert not re.match(r"au [AEIOUÉÈÎ]", there), there
        assert not re.match(r"aux? (le|la|les) ", there), there


@pytest.mark.parametrize(
    ("city", "country", "spanish", "german"),
    [
        ("Lyon", "FR", "en Lyon (Francia)", "in Lyon (Frankreich)"),
        ("Le Havre", "FR", "en Le Havre (Francia)", "in Le Havre (Frankreich)"),
        (None, "CH", "en Suiza", "in der Schweiz"),
        (None, "NL", "en los Países Bajos", "in den Niederlanden"),
        (None, "GB", "en el Reino Unido", "im Vereinigten Königreich"),
        (None, "US", "en Estados Unidos", "in den USA"),
        (None, "TR", "en Turquía", "in der Türkei"),
        (None, "AE", "en los Emiratos Árabes Unidos", "in den Vereinigten Arabischen Emiraten"),
        (None, "DO", "en la República Dominicana", "in der Dominikanischen Republik"),
        (None, "IM", "en la isla de Man", "auf der Isle of Man"),
        (None, "CU", "en Cuba", "auf Kuba"),
        (None, "FO", "en las islas Feroe", "auf den Färöern"),
        (None, "HK", "en Hong Kong", "in Hongkong"),
        (None, None, "", ""),
    ],
)
def test_places_take_the_right_article_and_case(
    city: str | None, country: str | None, spanish: str, german: str
) -> None:
    assert Phrases(Texts("es")).in_place(city, country) == spanish
    assert Phrases(Texts("de")).in_place(city, country) == german


def test_every_country_has_a_phrase_that_fits_it_in_spanish_and_german() -> None:
    spanish, german = Phrases(Texts("es")), Phrases(Texts("de"))
    for code in (code for code in Locale("de").territories if re.fullmatch(r"[A-Z]{2}", code)):
        there = spanish.in_country(code)
        assert re.match(r"en ((el|la|los|las) )?[\w«]", there), code
        assert not re.match(r"en (Islas?|República|Reino|Territorio|Emiratos|Países)\b", there), there
        there = german.in_country(code)
        assert re.match(r"(in|im|auf)( der| den)? [\w]", there), code
        # Plurals and adjectives stand in the dative.
        assert not re.search(r"(Inseln?|Staaten|Republik|Emirate|Niederlande|gebiete)$", there) or re.search(
            r" (der|den) ", there
        ), there
        assert not re.search(r"(Emirate|Niederlande|gebiete)$", there), there
        assert not re.search(r" (Vereinigte|Britische|Amerikanische|Demokratische)\b", there), there


@pytest.mark.parametrize(
    ("hour", "minute", "spanish", "german"),
    [
        (1, 5, "hoy a la 1:05", "heute um 1:05 Uhr"),
        (9, 0, "hoy a las 9:00", "heute um 9 Uhr"),
        (13, 30, "hoy a las 13:30", "heute um 13:30 Uhr"),
    ],
)
def test_times_are_spanish_and_german(hour: int, minute: int, spanish: str, german: str) -> None:
    now = datetime(2026, 11, 19, 23, 30, tzinfo=PARIS)
    at = now.replace(hour=hour, minute=minute)
    assert Phrases(Texts("es")).at(at, now) == spanish
    assert prose(Phrases(Texts("de")).at(at, now)) == german


def test_dates_are_spanish_and_german() -> None:
    spanish, german = wording("es"), wording("de")
    first = date(2026, 12, 1)
    assert spanish.date(first, NOW) == f"martes 1{NBSP}de{NBSP}diciembre"
    assert german.date(first, NOW) == f"Dienstag, 1.{NBSP}Dezember"
    assert prose(spanish.date(date(2025, 11, 19), NOW)) == "miércoles 19 de noviembre de 2025"
    assert prose(german.date(date(2025, 11, 19), NOW)) == "Mittwoch, 19. November 2025"


def test_towns_that_feeds_shout_are_said_calmly() -> None:
    assert town("SAINT-DENIS") == "Saint-Denis"
    assert town("ROISSY  CDG") == "Roissy CDG"
    assert town("PARIS 15") == "Paris 15"
    assert town("’s-Hertogenbosch") == "’s-Hertogenbosch"
