"""A change from the wish to the case, on a real store: nothing without proof, nothing twice, nothing done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import insert, select
from sqlalchemy.engine import Engine, Row

from actions.answer_order import ActionAnswerOrder
from actions.ask_request_answer import ActionAskRequestAnswer
from actions.base import TurnAction
from actions.deny import ActionDeny
from actions.record_request import ActionRecordRequest
from actions.validate_request_form import ValidateRequestForm
from tests.actions.turns import remembered, texts, turn
from tests.tracking.reports import aftership, order, take
from tracking.db import begin_read, begin_write
from tracking.model import cases, conversations
from tracking.orders.imports import import_orders
from tracking.settings import WRITTEN_LANGUAGES

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
EMAIL = "ada@example.com"
MOVING, OUT = "15501234567891", "15501234567892"
ADDRESS = "12 rue de la Paix, 75002 Paris"


class Form:
    """A conversation with the form: slots go from one action to the next, as Rasa keeps them."""

    def __init__(self) -> None:
        self.slots: dict[str, Any] = {}
        self.said = ""
        self.buttons: list[str] = []
        self.count = 0

    def hear(self, text: str, intent: str, language: str = "en", **entities: str) -> Form:
        """A new message; no action runs yet."""
        self.count += 1
        named = {name: (value,) for name, value in entities.items()}
        self.slots |= {name: value for name, value in entities.items() if name == "order_number"}
        made = turn(text, intent=intent, language=language, entities=named, **self.slots)
        self.turn = replace(made, message_id=f"m-{self.count}", ranking=((intent, 0.99),))
        return self

    def run(self, *actions: TurnAction) -> Form:
        """These actions one after the other; what they said is in `said`."""
        dispatcher = CollectingDispatcher()
        for action in actions:
            self.turn = replace(self.turn, slots=dict(self.slots))
            self.events = action.reply(dispatcher, self.turn, NOW)
            self.slots |= remembered(self.events)
        self.said = "\n".join(texts(dispatcher))
        self.buttons = [button["title"] for each in dispatcher.messages for button in each["buttons"]]
        return self

    def wish(self, text: str, intent: str, **entities: str) -> Form:
        """The message that the request begins with."""
        self.hear(text, intent, **entities).run(ActionAnswerOrder())
        if self.follows == ["request_form"]:
            self.slots["requested_slot"] = "request_answer"
            began = self.said
            self.run(ActionAskRequestAnswer())
            self.said = "\n".join(filter(None, (began, self.said)))
        return self

    def answer(self, text: str, intent: str = "inform", **entities: str) -> Form:
        """A message to the form; the request is recorded once it is confirmed."""
        self.hear(text, intent, **entities).run(ValidateRequestForm())
        done = self.slots.get("request_answer") == "confirmed"
        return self.run(ActionRecordRequest() if done else ActionAskRequestAnswer())

    @property
    def follows(self) -> list[str]:
        """The actions that are to run next."""
        return [event["name"] for event in self.events if event["event"] == "followup"]


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """10040 is confirmed, 10041 on its way, 10042 out for delivery, 10043 in two parcels of these kinds."""
    placed = {"placed_at": (NOW - timedelta(days=4)).isoformat(), "email": EMAIL}
    orders = [
        order("10040"),
        order("10041", ("DPD UK", MOVING)),
        order("10042", ("DPD UK", OUT)),
        order("10043", ("DPD UK", "15501234567893"), ("DPD UK", "15501234567894")),
    ]
    assert import_orders(engine, [{**each, **placed} for each in orders], NOW).rejected == []
    moving = ("2026-11-20T10:00:00+00:00", "InTransit_002", "dpd-uk")
    out = ("2026-11-21T07:00:00+00:00", "OutForDelivery_001", "dpd-uk")
    for scan, number in ((moving, MOVING), (out, OUT), (moving, "15501234567893"), (out, "15501234567894")):
        take(engine, "aftership", aftership(scan, number=number))
    with begin_write(engine) as connection:
        connection.execute(
            insert(conversations).values(
                id="rest:1", channel="rest", owner="bot", created_at=NOW, updated_at=NOW
            )
        )
    return engine


def kept(engine: Engine) -> list[Row]:
    with begin_read(engine) as connection:
        return list(connection.execute(select(cases).order_by(cases.c.id)))


def test_without_proof_it_asks_who_it_is_and_says_nothing_of_the_parcel(shop: Engine) -> None:
    form = Form().wish("leave it in the shed, order 10041", "delivery_instructions", order_number="10041")
    assert form.follows == ["identify_form"]
    assert form.said == ""
    form.wish("bob@example.com", "inform", email="bob@example.com")
    assert form.follows == []
    assert "DPD" not in form.said
    assert form.slots.get("request_fields") is None
    form.wish(EMAIL, "inform", email=EMAIL)
    assert form.slots["request"] == "delivery_instructions"
    # Said three messages ago, and not asked for again.
    assert "“leave it in the shed”" in form.said
    assert kept(shop) == []


def test_a_tracking_number_alone_begins_no_request(shop: Engine) -> None:
    form = Form().wish(f"change the address of {MOVING}", "change_address", tracking_number=MOVING)
    assert form.follows == ["identify_form"]
    assert form.said == ""


def test_only_a_yes_opens_the_case_with_what_was_confirmed(shop: Engine) -> None:
    form = Form().wish("change it, 10040", "change_address", order_number="10040", email=EMAIL)
    assert "full new address" in form.said
    form.answer(ADDRESS, postcode="75002")
    assert f"“{ADDRESS}”" in form.said
    assert kept(shop) == []
    form.answer("no, 14 rue de la Paix, 75002 Paris", "deny")
    assert "“14 rue de la Paix, 75002 Paris”" in form.said
    assert kept(shop) == []
    form.answer("yes", "affirm")
    (case,) = kept(shop)
    assert case.kind == "change_request"
    assert case.summary["order"] == "10040"
    assert case.summary["details"]["change"] == "address"
    assert case.summary["details"]["value"] == "14 rue de la Paix, 75002 Paris"
    assert "parcel" not in case.summary["details"]
    assert "whether it’s still possible" in form.said
    assert form.slots["request_fields"] is None


def test_a_wish_uttered_anew_takes_up_no_answer_of_before(shop: Engine) -> None:
    form = Form().wish("change it, 10040", "change_address", order_number="10040", email=EMAIL)
    form.answer(ADDRESS, postcode="75002")
    form.slots["requested_slot"] = None  # a goodbye ends the form
    form.wish("I have to change the address", "change_address")
    assert ADDRESS not in form.said
    assert "new address" in form.said


def test_the_order_may_be_corrected_and_the_answer_stays(shop: Engine) -> None:
    form = Form().wish("another day, 10041", "reschedule", order_number="10041", email=EMAIL)
    form.answer("monday", "reschedule", date="2031-11-24")
    form.wish("sorry, 10042", "inform", order_number="10042", email=EMAIL)
    assert "Order 10042, new delivery day: Monday" in form.said


def test_the_same_change_again_joins_the_open_case_and_says_so(shop: Engine) -> None:
    form = Form().wish("cancel 10040", "cancel_order", order_number="10040", email=EMAIL)
    form.answer("yes", "affirm")
    form.wish("cancel it", "cancel_order").answer("yes", "affirm")
    assert "already has" in form.said
    assert len(kept(shop)) == 1


def test_an_order_that_is_no_longer_proven_is_not_written_about(shop: Engine) -> None:
    form = Form().wish("cancel 10040", "cancel_order", order_number="10040", email=EMAIL)
    # Slots are what was said; what was proven is the store's to say.
    form.slots["request_fields"] = {**form.slots["request_fields"], "order_id": 2, "order_number": "10041"}
    form.answer("yes", "affirm")
    assert form.follows == ["identify_form"]
    assert kept(shop) == []


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize(
    "intent", ["change_address", "delivery_instructions", "reschedule", "cancel_order", "change_order"]
)
def test_every_change_has_its_words_early_and_late(shop: Engine, intent: str, language: str) -> None:
    for number in ("10040", "10042"):
        form = Form().hear("x", intent, language, order_number=number, email=EMAIL).run(ActionAnswerOrder())
        late = number == "10042" and intent != "reschedule"
        assert (form.follows == []) is late
        assert (form.slots.get("offer") == "change_request") is late
        if late:
            assert len(form.buttons) == 2
        else:
            assert form.run(ActionAskRequestAnswer()).said
    assert kept(shop) == []


def test_of_several_parcels_only_those_that_it_is_possible_for_are_asked_about(shop: Engine) -> None:
    form = Form().wish("leave it, 10043", "delivery_instructions", order_number="10043", email=EMAIL)
    assert "Parcel 1 is the only one" in form.said
    form.answer("ring twice", "delivery_instructions").answer("yes", "affirm")
    (case,) = kept(shop)
    assert case.summary["details"]["parcel"] == "1"
    other = Form().wish("another day, 10043", "reschedule", order_number="10043", email=EMAIL)
    assert other.buttons == ["Parcel 1", "Parcel 2", "All of them"]
    other.answer("/reschedule", "reschedule", order_number="10043", parcel="0")
    assert "Which day" in other.said


def test_what_has_left_cannot_be_cancelled_not_even_in_part(shop: Engine) -> None:
    form = Form().wish("cancel 10043", "cancel_order", order_number="10043", email=EMAIL)
    assert form.follows == []
    assert "can’t stop it" in form.said
    assert form.slots["offer"] == "change_request"


def test_a_no_to_the_form_leaves_nothing_behind(shop: Engine) -> None:
    form = Form().wish("cancel 10040", "cancel_order", order_number="10040", email=EMAIL)
    form.hear("no", "deny").run(ActionDeny())
    assert "haven’t passed anything on" in form.said
    assert form.slots["request_fields"] is None
    assert kept(shop) == []
