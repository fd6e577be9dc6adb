"""Every milestone with every reason, for both tiers, in every language and every form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, promise, scan
from tests.tracking.reading import problems, prose, sentences, told
from tracking.explain import explain
from tracking.parcels import Parcel, Proof
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Explanation
from tracking.vocabulary import Milestone, Reason, Tier
from tracking.wording import MAX_LINE, MAX_SENTENCES, wording

M = Milestone
#: What a chat answer may not exceed: WhatsApp folds away what is longer.
MAX_CHAT = 760
#: The longest answer to “why?”: what customs want, what it costs, how long it takes and what to do.
MAX_WHY = 1024
PROOF = Proof(
    photo_url="https://p.example/1.jpg",
    signature_url="https://p.example/2.png",
    signed_by="PRICE",
    latitude=49.49437,
    longitude=0.10793,
    handed_to="neighbour",
)
#: Nothing of these may be seen by somebody who knows no more than a tracking number.
PERSONAL = re.compile(r"10042|https?://|geo:|PRICE|HAVRE|Havre|\d\d:\d\d|JD0146|lamp", re.IGNORECASE)


def variants(milestone: Milestone, reason: Reason | None) -> list[Parcel]:
    """A parcel in this state with everything known about it, and one with next to nothing."""
    rich = parcel(
        scan(M.CARRIER_RECEIVED, 60, city="Lille"),
        scan(milestone, 29, city="LE HAVRE", country="FR", reason=reason, proof=PROOF),
        country="JP",
        promises=(promise(date(2026, 11, 24)),),
    )
    poor = parcel(
        scan(milestone, 8 * 24, city=None, country=None, carrier=None, reason=reason, has_offset=False),
        legs=(),
    )
    return [rich, poor]


@cache
def explanations(milestone: Milestone) -> tuple[Explanation, ...]:
    """Of a milestone with every reason, for both tiers; two that are equal read the same and are one."""
    found = (
        explain(whole, now=NOW, tier=tier, zone=PARIS, count=2)
        for reason, tier in product([None, *Reason], Tier)
        for whole in variants(milestone, reason)
    )
    return tuple(dict.fromkeys(found))


@cache
def plain(milestone: Milestone) -> tuple[Explanation, ...]:
    """The same for no reason alone."""
    found = product(variants(milestone, None), Tier)
    return tuple(explain(whole, now=NOW, tier=tier, zone=PARIS, count=2) for whole, tier in found)


# --- Chat, line and page, everywhere --------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("milestone", list(M))
def test_every_state_reads_well_in_chat_and_in_one_line(milestone: Milestone, language: str) -> None:
    words = wording(language)
    for found in explanations(milestone):
        chat, line = words.chat(found), words.line(found)
        assert not problems(chat, language), chat
        assert not problems(line, language), line
        assert len(chat) <= MAX_CHAT, chat
        assert len(line) <= MAX_LINE, line
        assert chat[0].isupper(), chat
        assert chat.endswith("."), chat
        asked = found.todo is not None
        assert len(sentences(chat)) <= MAX_SENTENCES + asked, chat


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("milestone", list(M))
def test_every_reason_reads_well_on_the_page_and_when_asked_why(milestone: Milestone, language: str) -> None:
    words = wording(language)
    for found in explanations(milestone):
        why = words.why(found)
        rows = words.page(found)
        for text in (why, *(text for row in rows for text in row)):
            assert not problems(text, language), text
        assert why.endswith("."), why
        assert len(sentences(why)) <= MAX_SENTENCES + (found.todo is not None), why
        assert len(why) <= MAX_WHY, why
        labels = [label for label, _text in rows]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_every_state_reads_well_on_the_card_and_in_every_other_answer(language: str) -> None:
    words = wording(language)
    for found in (each for milestone in M for each in plain(milestone)):
        card = words.card(found)
        answers = [
            words.when(found),
            words.customs(found),
            words.carriers(found),
            words.delivery_proof(found),
        ]
        texts = [
            *(card[key] for key in ("title", "status", "when", "place", "eta", "action") if card[key]),
            *(step["label"] for step in card["progress"]),
            *(scan["label"] for scan in card["timeline"]),
        ]
        for text in (*answers, *texts):
            assert not problems(text, language), (found.state.milestone, found.tier, text)
        for answer in answers:
            assert len(sentences(answer)) <= MAX_SENTENCES + 1, answer


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("days", [0, 1, 3, 6, 7, 9, 10, 25])
def test_every_silence_reads_well(days: int, language: str) -> None:
    words = wording(language)
    for milestone, reason in product(M, (None, Reason.CUSTOMS_DUTIES_DUE)):
        ago = days * 24 + 1
        found = told(scan(milestone, ago, reason=reason), country="US", promised_by=NOW - timedelta(days=1))
        text = words.why(found)
        assert not problems(text, language), (milestone, text)
        assert not re.search(r"\b[01] (days|jours|días|Tage)\b", prose(text)), text


# --- What a tracking number alone may show --------------------------------------------------------------


def everything(found: Explanation, language: str) -> Iterator[str]:
    """Every text in every form."""
    words = wording(language)
    yield from (words.chat(found), words.why(found), words.when(found), words.customs(found))
    yield from (words.line(found), words.carriers(found), words.delivery_proof(found))
    yield from (text for row in words.page(found) for text in row)
    yield repr(words.card(found))


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_a_tracking_number_alone_shows_no_proof_no_link_no_hour_and_no_town(language: str) -> None:
    for found in (each for milestone in M for each in plain(milestone) if each.tier is Tier.STATUS):
        for text in everything(found, language):
            assert not PERSONAL.search(text), text
    # The pattern would notice: to the shopper it is all there.
    full = next(each for each in plain(M.DELIVERED) if each.tier is Tier.FULL)
    assert {match.casefold() for text in everything(full, language) for match in PERSONAL.findall(text)} >= {
        "10042",
        "https://",
        "geo:",
        "price",
        "havre",
    }


# --- One line stays one line ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("length", [10, 60, 120, 400])
def test_a_line_that_would_be_too_long_loses_whole_parts(length: int, language: str) -> None:
    city = ("Llanfair" * 50)[:length].capitalize()
    found = told(scan(M.AT_LOCAL_DEPOT, 5, city=city), promises=(promise(date(2026, 11, 24)),))
    line, card = wording(language).line(found), wording(language).card(found)
    assert len(line) <= MAX_LINE
    assert line.startswith(card["status"])
    parts = {card[name].casefold() for name in ("status", "carrier", "place", "when", "eta")}
    assert {part.casefold() for part in line.split(" · ")} <= parts
    assert (card["place"] in line) == (length < 120)


# --- The checks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "problem"),
    [
        ("fr", "Il est avec the carrier.", "other language"),
        ("fr", "Livré le Tuesday 18.", "other language"),
        ("es", "Está en Francia with DHL.", "other language"),
        ("es", "Llegó el Dienstag.", "other language"),
        ("de", "Es ist in Lyon since gestern.", "other language"),
        ("de", "Es ist in Lyon, Francia.", "other language"),
        ("en", "It arrived hier soir avec DHL.", "other language"),
        ("en", "It is at { $place }.", "placeholder"),
        ("en", "Held: customs.duties_due.", "code"),
        ("en", "It is at in Lyon.", "clash"),
        ("fr", "Demandez à le transporteur.", "clash"),
        ("es", "Pregunta a el transportista.", "clash"),
        ("de", "Es ist mit der Paketdienst.", "clash"),
        ("de", "Es ist in Schweiz.", "clash"),
        ("fr", "Où est-il ?", "break before punctuation"),
        ("es", "Está en Lyon ; espera.", "space before a mark"),
        ("es", "Cuándo llega?", "no opening mark"),
        ("de", "Am 18. November.", "break in a date"),
        ("es", "El 18 de noviembre.", "break in a date"),
        ("de", "Um 9 Uhr.", "break in a time"),
        ("en", "Two  spaces.", "two spaces"),
        ("en", "An (open bracket.", "unbalanced marks"),
    ],
)
def test_the_checks_notice_what_they_look_for(language: str, text: str, problem: str) -> None:
    assert problem in problems(text, language)


def test_a_date_does_not_end_a_sentence() -> None:
    held = told(scan(M.CUSTOMS_HELD, 100, reason=Reason.CUSTOMS_DUTIES_DUE))
    german = wording("de").why(held)
    assert "November" in german
    assert len(sentences(german)) == MAX_SENTENCES + 1
