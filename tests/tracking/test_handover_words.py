"""What is said around people, in every language: who, since when, by when; and a case in one line."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tracking.cases import Case, CaseState, UrgencyReason
from tracking.settings import WRITTEN_LANGUAGES
from tracking.vocabulary import CaseKind
from tracking.wording import wording
from tracking.words.handover import case_line, known_to_team, language_or_default, told, urgency_line

#: A Friday, 11:00 in Paris: the demo shop's team is there.
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.utc)
#: A Sunday night.
NIGHT = datetime(2026, 11, 22, 2, 0, tzinfo=timezone.utc)
PARCEL = {
    "state": {"milestone": "customs_held", "at": "2026-11-18T08:12:00+01:00"},
    "who": {"carrier": "dpd-uk"},
    "where": {"city": "Lyon"},
    "outlook": {"back_from": "2026-11-25"},
}


def case(kind: CaseKind = CaseKind.STUCK, **given: object) -> Case:
    fields = {"summary": {"order": "10042", "parcels": [PARCEL]}, **given}
    return Case(
        id=7,
        conversation_id=None,
        kind=kind,
        state=CaseState.NEW,
        message_id="m",
        language="fr",
        opened_at=NOW,
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_handing_over_says_the_reference_and_what_is_true_of_the_hours(language: str) -> None:
    at_work, at_night = (told(language, "hand-over", now, reference="C-000007") for now in (NOW, NIGHT))
    assert "C-000007" in at_work
    assert at_work != at_night
    assert told(language, "hand-over", NOW + timedelta(hours=5), reference="C-000007") != at_work


def test_at_night_nobody_is_said_to_be_there() -> None:
    text = told("en", "hand-over", NIGHT, reference="C-000007")
    assert "isn’t here at the moment" in text
    assert "Monday" in text or "tomorrow" in text


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_asking_again_is_told_since_when_and_by_when_never_the_same_as_before(language: str) -> None:
    words = wording(language)
    since = NOW - timedelta(hours=3)
    said = [
        known_to_team(words, NOW, reference="C-000007", since=since, due=due)
        for due in (NOW + timedelta(hours=2), None, NOW - timedelta(minutes=5))
    ]
    assert len({*said, told(language, "hand-over", NOW, reference="C-000007")}) == 4
    assert all("C-000007" in text and words.phrases.time(since.astimezone(_paris())) in text for text in said)
    assert words.phrases.time((NOW + timedelta(hours=2)).astimezone(_paris())) in said[0]
    # What is overdue is not promised anew.
    assert words.phrases.time((NOW - timedelta(minutes=5)).astimezone(_paris())) not in said[2]


def _paris() -> timezone:
    return timezone(timedelta(hours=1))


def test_a_language_that_the_shop_does_not_speak() -> None:
    assert language_or_default("it") == language_or_default(None) == "en"
    assert language_or_default("de") == "de"


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("kind", CaseKind)
def test_every_kind_of_case_has_its_line(language: str, kind: CaseKind) -> None:
    words = wording(language)
    full = case_line(words, case(kind))
    assert "10042" in full
    assert "DPD" in full
    assert "Lyon" in full
    assert "18" in full
    assert "C-" not in full
    nothing = case_line(words, case(kind, summary={}))
    assert "10042" not in nothing
    assert nothing.split(" · ")[0] == full.split(" · ")[0]
    assert "10042" in case_line(words, case(kind, summary={"order": "10042", "parcels": []}))


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("reason", UrgencyReason)
def test_every_urgency_has_its_reason(language: str, reason: UrgencyReason) -> None:
    line = urgency_line(wording(language), case(urgency_reason=reason))
    assert line
    assert ("25" in line) == (reason is UrgencyReason.DEADLINE)


def test_an_ordinary_case_needs_no_reason() -> None:
    assert urgency_line(wording("en"), case()) == ""


def test_a_line_never_says_today() -> None:
    today = {**PARCEL, "state": {"milestone": "customs_held", "at": NOW.isoformat()}}
    line = case_line(wording("en"), case(summary={"order": "10042", "parcels": [today]}))
    assert "today" not in line
    assert "20 November" in line
