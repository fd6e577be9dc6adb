"""A delivered parcel that is not there, in one turn after the other, on the store."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from actions import ask_proof_of_delivery, report_not_received
from actions.answer import Answer
from actions.claim_cues import LOOKING, WAITING, said_in
from actions.turn import Turn
from tests.tracking.reports import aftership, order, parcel, parcels, take
from tracking.conversations import receive
from tracking.db import begin_read
from tracking.model import cases
from tracking.orders.imports import import_orders
from tracking.settings import WRITTEN_LANGUAGES
from tracking.wording import wording

NUMBER = "15501234567890"
DELIVERED = ("2026-11-20T12:30:00+00:00", "Delivered_001", "dpd-uk")
#: The wait of a day is over from 13:00 on the 21st.
EARLY = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
LATE = EARLY + timedelta(hours=4)


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """Order 10042, delivered a while ago, and a conversation about it."""
    import_orders(engine, [order("10042", ("DPD UK", NUMBER))], EARLY)
    take(engine, "aftership", aftership(DELIVERED, number=NUMBER))
    receive(engine, channel="rest", conversation_id="rest:1", message_id="m-0", text="hello", now=EARLY)
    return engine


class Talk:
    """One conversation about the parcel: what is said goes in, and what is remembered is kept."""

    def __init__(self, engine: Engine, now: datetime, language: str = "en") -> None:
        self._engine, self._now, self._language = engine, now, language
        self._slots: dict[str, Any] = {}
        self._count = 0

    def say(self, text: str, intent: str = "report_not_received", checked: str | None = None) -> Answer:
        """The answer to a message, or to a tap that says `checked`."""
        self._count += 1
        entities = {"checked": (checked,)} if checked else {}
        shown = f"/{intent}" if checked else text
        turn = Turn(
            "rest:1", f"m-{self._count}", "rest", self._language, intent, entities, self._slots, text=shown
        )
        found = parcel(self._engine, "10042")
        given = (
            ask_proof_of_delivery.answer(found, 1, turn, self._now)
            if intent == "ask_proof_of_delivery"
            else report_not_received.answer(found, 1, turn, self._now)
        )
        self._slots = {**self._slots, "offer": given.offer}
        if given.offer in (LOOKING, WAITING):
            self._slots["claim"] = report_not_received.key(found)
        return given

    def claims(self) -> list[dict[str, Any]]:
        """The details of the claims that were opened."""
        with begin_read(self._engine) as connection:
            rows = connection.execute(select(cases.c.summary).where(cases.c.kind == "not_received")).scalars()
            return [row["details"] for row in rows]


def titles(answer: Answer) -> list[str]:
    return [button["title"] for button in answer.buttons]


def test_after_the_wait_the_checks_lead_to_a_claim(shop: Engine) -> None:
    talk = Talk(shop, LATE)
    first = talk.say("it says delivered but I have nothing")
    assert "If it’s nowhere, I’ll open a claim" in first.text
    assert (first.offer, talk.claims()) == (LOOKING, [])
    talk.say("", checked="all")
    (claim,) = talk.claims()
    assert claim["before_wait"] is False
    assert set(claim["checks"].values()) == {"not_there"}
    assert claim["reported"]["events"]


def test_within_the_wait_the_shopper_is_told_until_when_and_may_still_insist(shop: Engine) -> None:
    talk = Talk(shop, EARLY)
    first = talk.say("it says delivered but I have nothing")
    assert "isn’t with you by 13:00 today, tell me here" in first.text
    told = talk.say("", checked="all")
    assert talk.claims() == []
    assert (told.offer, titles(told)[:2]) == (WAITING, ["Claim it now", "I’ll wait"])
    talk.say("no, claim it now!", "deny")
    (claim,) = talk.claims()
    assert (claim["before_wait"], claim["said"]) == (True, "no, claim it now!")
    assert datetime.fromisoformat(claim["claimable_from"]) > EARLY


def test_saying_again_that_it_is_not_there_is_a_claim_in_the_shoppers_words(shop: Engine) -> None:
    talk = Talk(shop, EARLY)
    talk.say("it is not here")
    talk.say("but nothing came, really")
    (claim,) = talk.claims()
    assert claim["said"] == "but nothing came, really"
    assert set(claim["checks"].values()) == {"not_answered"}


def test_whoever_goes_to_look_opens_nothing_yet(shop: Engine) -> None:
    talk = Talk(shop, LATE)
    talk.say("it is not here")
    looking = talk.say("I'll ask my neighbour", "goodbye")
    assert looking.offer == LOOKING
    assert talk.say("found it!", "feedback").offer is None
    assert talk.claims() == []


def test_a_claim_is_opened_once_a_parcel(shop: Engine) -> None:
    talk = Talk(shop, LATE)
    talk.say("it is not here")
    talk.say("", checked="all")
    again = talk.say("it is still not here")
    assert "C-" in again.text
    assert len(talk.claims()) == 1


def test_a_message_delivered_twice_gets_the_same_words(shop: Engine) -> None:
    found = parcel(shop, "10042")
    slots = {"offer": LOOKING, "claim": "10042/1"}
    turn = Turn("rest:1", "m-9", "rest", "en", "affirm", {}, slots, text="yes")
    first, second = (report_not_received.answer(found, 1, turn, LATE).text for _ in range(2))
    assert first == second


def test_who_signed_asks_the_carrier_where_nothing_shows_it(shop: Engine) -> None:
    talk = Talk(shop, LATE)
    assert talk.say("who signed?", "ask_proof_of_delivery").offer == ask_proof_of_delivery.OFFER


def test_someone_else_signed_is_a_claim_once_the_shopper_was_asked_to_look(shop: Engine) -> None:
    talk = Talk(shop, LATE)
    talk.say("it is not here")
    talk.say("it was signed by someone else!", "ask_proof_of_delivery")
    assert [claim["said"] for claim in talk.claims()] == ["it was signed by someone else!"]


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("now", [EARLY, LATE])
def test_every_step_has_short_words_in_every_language(shop: Engine, language: str, now: datetime) -> None:
    talk = Talk(shop, now, language)
    for checked in ("first", "later", "all", "wait", "now"):
        told = talk.say("nothing came", "track_order", None if checked == "first" else checked)
        assert 20 < len(told.text) < 640, checked
        assert len(told.buttons) <= 3
        assert all(len(title) <= 20 for title in titles(told))


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_there_are_words_for_every_place_that_a_parcel_is_looked_for_in(language: str) -> None:
    places = ("mailbox", "front-door", "safe-place", "reception", "neighbour", "household")
    for place in (*places, "locker", "pickup-point", "signed", "unknown"):
        assert wording(language).has(f"claim-look-{place}")


def test_of_several_delivered_parcels_each_has_a_button(engine: Engine) -> None:
    import_orders(engine, [order("10043", ("DPD UK", NUMBER), ("DPD UK", "15501234567891"))], EARLY)
    found = parcels(engine, "10043")
    turn = Turn("rest:1", "m-1", "rest", "en", "report_not_received", {}, {})
    asked = report_not_received.ask_which(found, "", "report_not_received", turn)
    assert titles(asked) == ["Parcel 1", "Parcel 2"]
    assert all(button["payload"].startswith("/report_not_received{") for button in asked.buttons)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I’ve looked everywhere, it’s not there", "all"),
        ("j'ai cherché partout", "all"),
        ("he mirado en todas partes", "all"),
        ("ich habe überall gesucht", "all"),
        ("Je vais vérifier", "later"),
        ("ich schaue mal nach", "later"),
        ("¡lo firmó otra persona!", "now"),
        ("das ist nicht meine Unterschrift", "now"),
        ("c'est quelqu'un d'autre qui a signé", "now"),
        ("I don't want to wait", "now"),
        ("nein, ich warte nicht", "now"),
        ("ich warte noch", "wait"),
        ("lo he encontrado", "found"),
        ("no lo he encontrado", None),
        ("ich habe es nicht gefunden", None),
        ("where is my order", None),
    ],
)
def test_what_is_said_after_being_asked_to_look(text: str, meant: str | None) -> None:
    assert said_in(text) == meant
