"""What usually comes of a reason: who must act, how long it takes, what it costs, and what if nobody acts."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, scan
from tests.tracking.reading import prose, told
from tracking.explain import explain
from tracking.outlook import PICKUP, usual
from tracking.parcels import Event, Parcel, Proof
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Border, Explanation, Statement
from tracking.vocabulary import MUST_ACT, Actor, Milestone, Reason, Tier
from tracking.wording import wording

M = Milestone
CUSTOMS = [reason for reason in Reason if reason.family == "customs"]


def whole(found: Parcel, tier: Tier = Tier.FULL) -> Explanation:
    return explain(found, now=NOW, tier=tier, zone=PARIS)


def held(reason: Reason | None = Reason.CUSTOMS_DUTIES_DUE, *more: Event, country: str = "FR") -> Parcel:
    """From Tokyo, presented to customs four days ago and held since yesterday."""
    way = (
        scan(M.CARRIER_RECEIVED, 190, city="Tokyo", country="JP"),
        scan(M.ARRIVED_DESTINATION, 130, country=country),
        scan(M.CUSTOMS_STARTED, 100, country=country),
        scan(M.CUSTOMS_HELD, 29, country=country, reason=reason),
    )
    return parcel(*way, *more, country=country)


# --- The table ------------------------------------------------------------------------------------------


def test_every_customs_reason_and_the_pickup_have_figures_that_make_sense() -> None:
    assert {*(reason.value for reason in CUSTOMS), PICKUP} <= usual().keys()
    assert usual().keys() <= {PICKUP, *(reason.value for reason in Reason)}
    for reason, row in usual().items():
        for low, high in ((row.shortest, row.longest), (row.least, row.most)):
            assert (low is None) == (high is None), reason
            assert low is None or (high is not None and 0 < low < high <= 30), reason
    for reason_at_customs in CUSTOMS:
        assert usual()[reason_at_customs.value].longest, reason_at_customs


def test_every_row_says_what_it_rests_on() -> None:
    path = Path(__file__).parents[2] / "tracking" / "outlooks.csv"
    with path.open(encoding="utf-8", newline="") as file:
        assert all(len(row["basis"]) > 10 for row in csv.DictReader(file))


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("reason", CUSTOMS)
def test_every_customs_reason_says_all_six_things(reason: Reason, language: str) -> None:
    words = wording(language)
    found = whole(held(reason))
    rows = dict(words.page(found))
    for label in ("page-why", "page-act", "page-next", "page-unless", "page-cost", "page-todo"):
        assert rows[words.text(label)], label
    figures = usual()[reason.value]
    assert f"{figures.shortest}" in rows[words.text("page-next")]
    assert f"{figures.longest}" in rows[words.text("page-next")]
    if figures.most is not None:
        assert f"{figures.most}" in rows[words.text("page-unless")]
    mine = rows[words.text("page-todo")] != words.text("todo-nothing")
    assert mine == (MUST_ACT[reason] is Actor.SHOPPER)


# --- The statement --------------------------------------------------------------------------------------


def test_days_are_counted_from_when_customs_took_it_in() -> None:
    found = whole(held()).outlook
    assert found is not None
    # Presented on 15 November; 7 days later at the earliest, however often it was scanned there since.
    assert (found.least, found.back_from) == (7, date(2026, 11, 22))
    assert (found.reason, found.actor) == (Reason.CUSTOMS_DUTIES_DUE, Actor.SHOPPER)


def test_a_day_that_has_passed_is_not_told() -> None:
    early = whole(parcel(scan(M.CUSTOMS_HELD, 30, reason=Reason.CUSTOMS_DUTIES_DUE)))
    late = whole(parcel(scan(M.CUSTOMS_HELD, 20 * 24, reason=Reason.CUSTOMS_DUTIES_DUE)))
    assert "so from Wednesday 25 November at the earliest" in prose(wording("en").why(early))
    assert "at the earliest" not in str(wording("en").page(late))
    assert "sent back after 7 to 21 days." in str(wording("en").page(late))


def test_it_costs_what_the_country_it_goes_to_charges() -> None:
    rows = {
        country: dict(wording("en").page(whole(held(country=country))))["What it costs"]
        for country in ("FR", "GB", "US")
    }
    assert "VAT at 17 to 27%" in rows["FR"]
    assert "VAT" not in rows["GB"] + rows["US"]
    assert "handling fee" in rows["GB"]


@pytest.mark.parametrize(
    ("milestone", "reason"),
    [
        (M.DELIVERED, Reason.DELIVERY_RECIPIENT_ABSENT),
        (M.CUSTOMS_CLEARED, Reason.CUSTOMS_DUTIES_DUE),
        (M.RETURN_STARTED, Reason.CUSTOMS_DUTIES_DUE),
        (M.LOST, Reason.DELIVERY_ADDRESS_WRONG),
        (M.IN_TRANSIT, None),
        (M.DELAYED, Reason.TRANSIT_STRIKE),
        (M.CUSTOMS_STARTED, None),
    ],
)
def test_nothing_is_foretold_where_nothing_hangs_on_anybody(milestone: M, reason: Reason | None) -> None:
    assert whole(parcel(scan(milestone, 29, reason=reason))).outlook is None


def test_a_parcel_to_be_collected_says_when_it_goes_back() -> None:
    found = whole(parcel(scan(M.DELIVERY_ATTEMPTED, 50), scan(M.READY_FOR_PICKUP, 29)))
    assert found.outlook is not None
    assert (found.outlook.reason, found.outlook.actor) == (None, Actor.SHOPPER)
    assert found.outlook.back_from == date(2026, 11, 21)
    assert "sent back after 3 to 15 days" in wording("en").chat(found)


def test_a_shopper_who_did_not_refuse_it_is_asked_to_say_so() -> None:
    found = told(scan(M.DELIVERY_ATTEMPTED, 5, reason=Reason.DELIVERY_REFUSED))
    said = {language: wording(language).chat(found) for language in WRITTEN_LANGUAGES}
    assert "wasn’t you who refused it" in said["en"]
    assert "pas vous qui l’avez refusé" in said["fr"]
    assert "no fuiste tú quien lo rechazó" in said["es"]
    assert "nicht du die Annahme verweigert hast" in said["de"]


# --- Nothing is said that rests on nothing --------------------------------------------------------------


def resting_on(found: Explanation, event: int) -> set[tuple[str, Statement]]:
    """The statements that this event alone carries, by kind."""
    return {
        (statement.kind, statement)
        for statement in found.statements
        if statement.facts.event_ids == (event,) and not statement.facts.promise_ids
    }


def test_a_stripped_event_takes_its_statements_with_it() -> None:
    proof = Proof(signed_by="B. Martin", handed_to="neighbour")
    journeys = [
        held(),
        held(Reason.CUSTOMS_NO_REASON_GIVEN),
        held(None, scan(M.CUSTOMS_CLEARED, 20), scan(M.AT_LOCAL_DEPOT, 9)),
        parcel(scan(M.DELIVERY_ATTEMPTED, 50), scan(M.READY_FOR_PICKUP, 29)),
        parcel(scan(M.CARRIER_RECEIVED, 60), scan(M.DELIVERED, 5, proof=proof)),
        parcel(scan(M.DELIVERY_ATTEMPTED, 9, reason=Reason.DELIVERY_ADDRESS_WRONG, words="No such street")),
    ]
    gone: set[str] = set()
    for journey in journeys:
        before = whole(journey)
        for event in journey.events:
            rest = tuple(each for each in journey.events if each is not event)
            after = whole(replace(journey, events=rest))
            assert all(event.id not in statement.facts.event_ids for statement in after.statements)
            lost = resting_on(before, event.id)
            assert not lost & resting_on(after, event.id)
            gone |= {kind for kind, _statement in lost}
    assert gone >= {"state", "why", "outlook", "clearance", "todo", "proof", "words", "scan", "next"}


def test_the_words_go_with_the_statements() -> None:
    said = wording("en")
    before, after = held(), held()
    after = replace(after, events=after.events[:-1])
    assert "duty or tax" in said.why(whole(before))
    assert "duty or tax" not in str(said.page(whole(after))) + said.why(whole(after))
    assert "If nobody acts" not in dict(said.page(whole(after)))


def test_a_tracking_number_alone_hears_of_no_outlook_and_no_customs() -> None:
    found = whole(held(), Tier.STATUS)
    assert (found.outlook, found.clearance, found.why) == (None, None, None)


# --- Asked about customs --------------------------------------------------------------------------------


CLEARED = held(None, scan(M.CUSTOMS_CLEARED, 53), scan(M.AT_LOCAL_DEPOT, 9))
AHEAD = parcel(scan(M.CARRIER_RECEIVED, 30, city="Osaka", country="JP"))
NONE = parcel(scan(M.CARRIER_RECEIVED, 30, city="Lille"))
UNKNOWN = parcel(scan(M.CARRIER_RECEIVED, 30, city=None, country=None), country=None)


@pytest.mark.parametrize(
    ("found", "border"),
    [
        (held(), Border.WITH_CUSTOMS),
        (parcel(scan(M.EXCEPTION, 30, reason=Reason.CUSTOMS_INSPECTION)), Border.WITH_CUSTOMS),
        (CLEARED, Border.CLEARED),
        (AHEAD, Border.AHEAD),
        (NONE, Border.NONE),
        (UNKNOWN, Border.NOT_NOW),
        (replace(CLEARED, events=CLEARED.events[:2] + CLEARED.events[5:]), Border.NOT_NOW),
    ],
)
def test_where_a_parcel_is_with_regard_to_customs(found: Parcel, border: Border) -> None:
    stated = whole(found).clearance
    assert stated is not None
    assert stated.border is border


@pytest.mark.parametrize(
    ("language", "cleared", "ahead"),
    [
        ("en", "It’s through customs: they released it on Tuesday 17 November at 10:30.", "It isn’t with"),
        (
            "fr",
            "Le colis a passé la douane : elle l’a libéré le mardi 17 novembre à 10 h 30.",
            "Le colis n’est",
        ),
        ("es", "Ya ha pasado la aduana: lo dejó salir el martes 17 de noviembre a las 10:30.", "Todavía no"),
        (
            "de",
            "Es ist durch den Zoll: Freigegeben wurde es am Dienstag, 17. November um",
            "Es ist noch nicht",
        ),
    ],
)
def test_a_parcel_that_customs_do_not_have_is_said_not_to_be_there(
    language: str, cleared: str, ahead: str
) -> None:
    words = wording(language)
    for found, start in ((CLEARED, cleared), (AHEAD, ahead)):
        answer = prose(words.customs(whole(found)))
        assert answer.startswith(start)
        assert prose(words.chat(whole(found)))[:40] in answer


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_asked_about_customs_while_they_have_it_is_asked_why(language: str) -> None:
    words, found = wording(language), whole(held())
    assert words.customs(found) == words.why(found)
    released = whole(held(None, scan(M.CUSTOMS_CLEARED, 5)))
    assert words.customs(released) == words.chat(released)


# --- While customs wait ---------------------------------------------------------------------------------


def test_customs_that_wait_for_the_shopper_are_not_said_to_take_their_time() -> None:
    rows = dict(wording("en").page(whole(held())))
    assert rows["No news?"].startswith("Customs are waiting for what they asked for")
    inspected = dict(wording("en").page(whole(held(Reason.CUSTOMS_INSPECTION))))
    assert inspected["No news?"].startswith("Customs often take")


def test_a_long_wait_for_the_shopper_asks_whether_they_did_their_part() -> None:
    stuck = parcel(scan(M.CUSTOMS_HELD, 9 * 24, reason=Reason.CUSTOMS_ID_REQUIRED))
    answer = wording("en").why(whole(stuck))
    assert "if you’ve already done your part, our team can ask DHL Express what’s missing" in answer
    assert "Please look for the request" in answer


# --- The page does not contradict the sentence ----------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_since_when_is_one_moment_in_the_row_and_in_the_sentence(language: str) -> None:
    words, found = wording(language), whole(held())
    row = dict(words.page(found))[words.text("page-since")]
    assert prose(row).split(", ")[1] in prose(words.chat(found))
