"""Delivered but not received: the checks that fit the proof, and from when on it can be claimed."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, scan
from tracking.claims import Check, checks, claimable_from, facts, where_to_look
from tracking.explain import explain
from tracking.parcels import Proof
from tracking.statements import Explanation, Facts, State
from tracking.vocabulary import Milestone, Tier

M = Milestone
SOURCES = Path(__file__).parents[2] / "tracking" / "sources"
DAY = timedelta(hours=24)


def shown(*events: object) -> Explanation:
    """The explanation of a parcel with these events."""
    return explain(parcel(*events), now=NOW, tier=Tier.FULL, zone=PARIS)  # type: ignore[arg-type]


def delivered(at: datetime, *, exact: bool = True) -> State:
    return State(Facts((1,)), M.DELIVERED, at, exact)


@pytest.mark.parametrize(
    ("place", "first"),
    [
        ("mailbox", Check.MAILBOX),
        ("front_door", Check.FRONT_DOOR),
        ("safe_place", Check.SAFE_PLACE),
        ("reception", Check.RECEPTION),
        ("neighbour", Check.NEIGHBOURS),
        ("household", Check.HOUSEHOLD),
        ("locker", Check.LOCKER),
        ("pickup_point", Check.PICKUP_POINT),
    ],
)
def test_the_place_of_the_scan_is_looked_at_first(place: str, first: Check) -> None:
    assert checks(Proof(handed_to=place))[0] is first
    assert where_to_look(Proof(handed_to=place)) == place


def test_every_place_that_a_provider_can_name_has_checks_of_its_own() -> None:
    named = set()
    for table in SOURCES.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as rows:
            named |= {row["handed_to"] for row in csv.DictReader(rows) if row.get("handed_to")}
    assert len(named) >= 8
    assert {where_to_look(Proof(handed_to=place)) for place in named} == named


def test_a_parcel_in_a_locker_is_not_looked_for_at_the_door() -> None:
    assert set(checks(Proof(handed_to="locker"))) == {Check.LOCKER, Check.HOUSEHOLD}


def test_who_signed_and_the_photo_come_before_the_places() -> None:
    proof = Proof(handed_to="neighbour", signed_by="Krüger", photo_url="https://photos.example.com/1.jpg")
    assert checks(proof)[:3] == (Check.PHOTO, Check.SIGNATURE, Check.NEIGHBOURS)
    assert len(set(checks(proof))) == len(checks(proof))


def test_a_signature_without_a_place_asks_who_that_is() -> None:
    assert where_to_look(Proof(signed_by="PRICE")) == "signed"
    assert checks(Proof(signed_by="PRICE"))[0] is Check.SIGNATURE


@pytest.mark.parametrize("proof", [None, Proof(), Proof(handed_to="the moon")])
def test_without_proof_the_usual_places_are_looked_at(proof: Proof | None) -> None:
    assert where_to_look(proof) == "unknown"
    assert checks(proof) == (Check.MAILBOX, Check.SAFE_PLACE, Check.NEIGHBOURS, Check.HOUSEHOLD)


def test_the_wait_ends_on_the_next_full_hour() -> None:
    at = datetime(2026, 11, 19, 13, 52, tzinfo=PARIS)
    assert claimable_from(delivered(at), DAY) == datetime(2026, 11, 20, 14, 0, tzinfo=PARIS)
    full = datetime(2026, 11, 19, 14, 0, tzinfo=PARIS)
    assert claimable_from(delivered(full), DAY) == datetime(2026, 11, 20, 14, 0, tzinfo=PARIS)


def test_where_only_the_day_is_known_the_wait_begins_when_it_ends() -> None:
    at = datetime(2026, 11, 19, 0, 0, tzinfo=PARIS)
    assert claimable_from(delivered(at, exact=False), DAY) == datetime(2026, 11, 21, 0, 0, tzinfo=PARIS)


def test_a_day_is_24_hours_when_the_clocks_change_and_told_by_the_clock_of_the_place() -> None:
    zone = ZoneInfo("Europe/London")
    until = claimable_from(delivered(datetime(2026, 10, 24, 14, 0, tzinfo=zone)), DAY)
    assert until is not None
    assert (until.isoformat(), until.tzinfo) == ("2026-10-25T13:00:00+00:00", zone)


def test_a_parcel_that_is_not_delivered_has_nothing_to_wait_for() -> None:
    assert claimable_from(State(Facts((1,)), M.OUT_FOR_DELIVERY, NOW), DAY) is None


def test_the_facts_name_their_events_and_not_who_signed() -> None:
    proof = Proof(signed_by="Krüger", handed_to="neighbour")
    told = facts(shown(scan(M.OUT_FOR_DELIVERY, 8), scan(M.DELIVERED, 5, proof=proof)))
    assert told["events"] == [2]
    assert (told["handed_to"], told["signed"], told["photo"]) == ("neighbour", True, False)
    assert "Krüger" not in str(told)
    assert told["delivered_at"] == (NOW - timedelta(hours=5)).isoformat()
