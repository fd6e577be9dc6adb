"""Dates that shoppers name, on Saturday 21 November 2026 in Paris."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.dates import MAX_DATES, DateExtractor, find_dates

NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    ("language", "sent", "value", "span"),
    [
        ("en", "will it be here by Friday?", "2026-11-27", "Friday"),
        ("en", "it was supposed to be here on Friday", "2026-11-20", "Friday"),
        ("en", "waiting since last friday", "2026-11-20", "last friday"),
        ("en", "deliver it next monday", "2026-11-23", "next monday"),
        ("en", "will it come tomorrow", "2026-11-22", "tomorrow"),
        ("en", "ordered 3 days ago", "2026-11-18", "3 days ago"),
        ("en", "i leave in 2 weeks", "2026-12-05", "in 2 weeks"),
        ("en", "i need it by the 12th", "2026-12-12", "by the 12th"),
        ("en", "it was due the 12th", "2026-11-12", "the 12th"),
        ("en", "on 24 December please", "2026-12-24", "24 December"),
        ("en", "Dec 5th, 2026", "2026-12-05", "Dec 5th, 2026"),
        ("en", "before 2026-12-01", "2026-12-01", "2026-12-01"),
        ("en", "placed on 03/11/2026", "2026-11-03", "03/11/2026"),
        ("fr", "je l'aurai pour vendredi ?", "2026-11-27", "vendredi"),
        ("fr", "il devait arriver vendredi dernier", "2026-11-20", "vendredi"),
        ("fr", "livrez le 12 svp", "2026-12-12", "le 12"),
        ("fr", "commandé le 12", "2026-11-12", "le 12"),
        ("fr", "commandé il y a 3 jours", "2026-11-18", "il y a 3 jours"),
        ("fr", "ça arrive demain ?", "2026-11-22", "demain"),
        ("fr", "après-demain", "2026-11-23", "après-demain"),
        ("fr", "expédié avant-hier", "2026-11-19", "avant-hier"),
        ("fr", "le 1er décembre", "2026-12-01", "1er décembre"),
        ("fr", "pour le 12 déc.", "2026-12-12", "12 déc."),
        ("fr", "dans 2 semaines", "2026-12-05", "dans 2 semaines"),
        ("en", "due 3/12", "2026-12-03", "3/12"),
        ("en", "ordered 3/12", "2025-12-03", "3/12"),
        ("es", "¿llega mañana?", "2026-11-22", "mañana"),
        ("es", "pasado mañana", "2026-11-23", "pasado mañana"),
        ("es", "lo pedí hace dos semanas", "2026-11-07", "hace dos semanas"),
        ("es", "lo necesito para el viernes", "2026-11-27", "viernes"),
        ("es", "lo compré el lunes", "2026-11-16", "lunes"),
        ("es", "el próximo lunes", "2026-11-23", "próximo lunes"),
        ("es", "tenía que llegar el 12 de noviembre de 2026", "2026-11-12", "12 de noviembre de 2026"),
        ("es", "tenía que llegar el día 12", "2026-11-12", "el día 12"),
        ("es", "antes del 24", "2026-11-24", "del 24"),
        ("es", "dentro de 5 dias", "2026-11-26", "dentro de 5 dias"),
        ("de", "kommt es bis Freitag?", "2026-11-27", "Freitag"),
        ("de", "übermorgen", "2026-11-23", "übermorgen"),
        ("de", "vor zwei Wochen bestellt", "2026-11-07", "vor zwei Wochen"),
        ("de", "vor einem Monat bezahlt", "2026-10-21", "vor einem Monat"),
        ("de", "am 12. November bestellt", "2026-11-12", "12. November"),
        ("de", "am 12.11. sollte es kommen", "2026-11-12", "12.11."),
        ("de", "bis zum 24. da sein", "2026-11-24", "bis zum 24."),
        ("de", "letzten Dienstag bestellt", "2026-11-17", "letzten Dienstag"),
        ("de", "in 2 Tagen", "2026-11-23", "in 2 Tagen"),
    ],
)
def test_a_date(language: str, sent: str, value: str, span: str) -> None:
    (found,) = find_dates(sent, language, NOW)
    assert (found.value.isoformat(), sent[found.start : found.end]) == (value, span)


@pytest.mark.parametrize(
    ("language", "sent"),
    [
        ("en", "may i ask where my order is"),
        ("en", "i paid 12.50"),
        ("en", "it sat on the porch in the sun"),
        ("en", "been waiting 2 weeks"),
        ("en", "31/02"),
        ("en", "45/99"),
        ("en", "2026-13-45"),
        ("en", "the 40th"),
        ("fr", "le 3 colis"),
        ("es", "por la mañana"),
        ("es", "esta mañana no había nadie"),
        ("es", "el 3 paquetes"),
        ("de", "guten Morgen"),
        ("de", "am Morgen"),
        ("de", "um 12 Uhr"),
        ("de", "am 31.2."),
        ("fr", "le 15 euros"),
        ("fr", "deux colis"),
        ("xx", "tomorrow"),
    ],
)
def test_no_date(language: str, sent: str) -> None:
    assert find_dates(sent, language, NOW) == []


def test_the_day_that_the_month_does_not_have_is_in_another_month() -> None:
    now = datetime(2026, 2, 10, tzinfo=NOW.tzinfo)
    assert [found.value for found in find_dates("by the 31st", "en", now)] == [date(2026, 3, 31)]


def test_a_reference_is_no_date() -> None:
    sent = "order 12/11 please"
    assert find_dates(sent, "en", NOW, taken=[(6, 11)]) == []


def test_several_dates_in_order_and_at_most_so_many() -> None:
    found = find_dates("not tomorrow but on 24 December", "en", NOW)
    assert [one.value.isoformat() for one in found] == ["2026-11-22", "2026-12-24"]
    assert len(find_dates("12/11 " * 900, "fr", NOW)) == MAX_DATES


def test_the_component_keeps_other_entities_and_adds_iso_dates() -> None:
    number = {"entity": "order_number", "value": "10042", "start": 0, "end": 5}
    message = Message(data={"text": "10042 le 24/12/2026", "language": {"code": "fr"}, "entities": [number]})
    DateExtractor().process([message])
    kept, added = message.get("entities")
    assert kept == number
    assert (added["entity"], added["value"], added["start"], added["end"]) == ("date", "2026-12-24", 9, 19)


def test_the_component_leaves_a_payload_alone() -> None:
    message = Message(data={"text": '/inform{"date":"2026-12-24"}', "language": {"code": "en"}})
    DateExtractor().process([message])
    assert message.get("entities") is None
