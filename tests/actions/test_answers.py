"""From a message to a reply: orders in the shopper's words, lists, days, repetition. On a real store."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import insert
from sqlalchemy.engine import Engine

from actions.affirm import ActionAffirm
from actions.answer_order import ActionAnswerOrder
from actions.base import TurnAction
from actions.deny import ActionDeny
from actions.greet import ActionGreet
from actions.out_of_scope import ActionOutOfScope
from actions.switch_language import ActionSwitchLanguage
from actions.turn import Turn
from actions.unclear import ActionUnclear
from actions.validate_identify_form import ValidateIdentifyForm
from tests.actions.turns import remembered, texts
from tests.tracking.reports import aftership, order, take
from tracking.db import begin_write
from tracking.disclosure import bind_signed
from tracking.model import conversations
from tracking.orders.imports import import_orders
from tracking.settings import WRITTEN_LANGUAGES
from tracking.store import find_order

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
#: The first is one that a carrier could have given, by its check digit: it may be taken for one.
NUMBERS = ["123448347820", *(f"1550123456789{n}" for n in range(1, 7))]
MOVING = ("2026-11-20T10:00:00+00:00", "InTransit_002", "dpd-uk")
HELD = ("2026-11-20T12:00:00+00:00", "Exception_004", "dpd-uk")
OUT = ("2026-11-21T07:00:00+00:00", "OutForDelivery_001", "dpd-uk")


class Talk:
    """A conversation: slots and what was said last go from one turn to the next, as Rasa keeps them."""

    def __init__(self) -> None:
        self.slots: dict[str, Any] = {}
        self.before: tuple[str, ...] = ()
        self.buttons: list[str] = []
        self.events: list[dict[str, Any]] = []

    def run(
        self,
        action: TurnAction,
        text: str,
        intent: str = "track_order",
        entities: Mapping[str, tuple[str, ...]] | None = None,
        language: str = "en",
    ) -> str:
        """One message, answered by `action`."""
        turn = replace(
            Turn("rest:1", f"m-{text}", "rest", language, intent, entities or {}, dict(self.slots)),
            text=text,
            before=self.before,
        )
        dispatcher = CollectingDispatcher()
        self.events = action.reply(dispatcher, turn, NOW)
        self.slots |= remembered(self.events)
        self.before = tuple(texts(dispatcher))
        self.buttons = [button["title"] for message in dispatcher.messages for button in message["buttons"]]
        return "\n".join(self.before)

    def ask(self, text: str, intent: str = "track_order", **entities: str) -> str:
        """A question about an order."""
        said = {name: (value,) for name, value in entities.items()}
        return self.run(ActionAnswerOrder(), text, intent, said)

    @property
    def follows(self) -> list[str]:
        """The actions that are to run next."""
        return [event["name"] for event in self.events if event["event"] == "followup"]


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """Lamp and shoes in two orders of one parcel, another order in five parcels; all are the shopper's."""
    lamp = order("10042", ("DPD UK", NUMBERS[0]))
    lamp |= {"placed_at": (NOW - timedelta(days=4)).isoformat(), "lines": [line("Paper lamp")]}
    shoes = order("10043", ("DPD UK", NUMBERS[1]))
    shoes |= {"placed_at": (NOW - timedelta(days=9)).isoformat(), "lines": [line("Running shoes")]}
    many = order("10044", *(("DPD UK", number) for number in NUMBERS[2:7]))
    many |= {"placed_at": (NOW - timedelta(days=12)).isoformat(), "lines": [line("Running socks")]}
    import_orders(engine, [lamp, shoes, many], NOW)
    for number in NUMBERS[:7]:
        take(engine, "aftership", aftership(MOVING, number=number))
    with begin_write(engine) as connection:
        connection.execute(
            insert(conversations).values(
                id="rest:1", channel="rest", owner="bot", created_at=NOW, updated_at=NOW
            )
        )
    return engine


def line(name: str) -> dict[str, Any]:
    return {"sku": name.upper()[:6], "name": name, "quantity": 1}


@pytest.fixture
def talk(shop: Engine) -> Talk:
    """A conversation in which all three orders are proven."""
    prove(shop, "10044", "10042", "10043")
    return Talk()


def prove(shop: Engine, *numbers: str) -> None:
    with begin_write(shop) as connection:
        for number in numbers:
            found = find_order(connection, number)
            assert found is not None
            bind_signed(connection, "rest:1", found.id, NOW)


def test_the_last_order_is_the_one_placed_last(talk: Talk) -> None:
    talk.ask("10043", "inform", order_number="10043")
    assert "10042" in talk.ask("where is my last order?")


def test_an_order_is_known_by_what_is_in_it(talk: Talk) -> None:
    assert "10042" in talk.ask("where is the lamp")
    assert "10043" in talk.ask("and my shoes?", "ask_eta")
    assert "10043" in talk.ask("when will it come", "ask_eta")


def test_where_two_fit_the_shopper_says_which(talk: Talk) -> None:
    talk.ask("10042", "inform", order_number="10042")
    text = talk.ask("where are the running things")
    assert "Which order" in text
    assert "Running shoes" in text
    assert "Running socks" in text
    assert "lamp" not in text
    assert talk.buttons == ["10043", "10044"]
    assert "10044" in talk.ask("the second one", "ask_other_parcel")


def test_the_day_an_order_was_placed_chooses_it(talk: Talk) -> None:
    placed = (NOW - timedelta(days=9)).date().isoformat()
    assert "10043" in talk.ask("the thing I ordered that day", date=placed)


def test_nothing_of_another_shoppers_orders_is_chosen(shop: Engine) -> None:
    prove(shop, "10043")
    assert "10042" not in Talk().ask("where is my lamp, my last order")


def test_five_parcels_are_picked_by_number(talk: Talk) -> None:
    text = talk.ask("10044", "inform", order_number="10044")
    assert "5 parcels" in text
    assert "“Parcel 5”" in text
    assert talk.buttons == ["Parcel 1", "Parcel 2", "Parcel 3"]
    assert "parcel 4 of 5" in talk.ask("parcel 4", "ask_other_parcel")
    assert "parcel 5 of 5" in talk.ask("the last one", "nlu_fallback")


def test_three_parcels_need_no_such_hint(talk: Talk) -> None:
    text = talk.ask("where are my orders")
    assert "type its number" not in text


def test_will_it_all_be_here_by_then_is_told_of_each(talk: Talk) -> None:
    text = talk.ask("10044", "ask_eta", order_number="10044", date="2026-11-27")
    assert text.count("I can’t say for sure") == 5


def test_asked_again_it_is_another_fact_in_other_words(talk: Talk) -> None:
    said = [talk.ask("where is 10042", order_number="10042")]
    said += [talk.ask("where is it") for _ in range(5)]
    assert all(one != other for one, other in itertools.pairwise(said))
    assert len({*said}) >= 4
    assert "Nothing new" in said[1]
    assert all(len(each) < len(said[0]) for each in said[1:])
    assert talk.buttons[0] == "Talk to a person"


def test_news_is_called_news(talk: Talk, shop: Engine) -> None:
    talk.ask("where is 10042", order_number="10042")
    assert "Nothing new" in talk.ask("where is it")
    take(shop, "aftership", aftership(MOVING, OUT, number=NUMBERS[0]))
    text = talk.ask("where is it")
    assert text.startswith("There’s news")
    assert "out for delivery" in text


def test_another_order_named_by_its_number_is_no_other_parcel(talk: Talk) -> None:
    talk.ask("10042", "inform", order_number="10042")
    text = talk.ask("and 10043?", "ask_other_parcel", order_number="10043")
    assert "your order 10043" in text.casefold()


@pytest.mark.parametrize("text", ["?", "parcel 2"])
def test_unclear_goes_on_where_that_is_possible(talk: Talk, text: str) -> None:
    talk.ask("10044", "inform", order_number="10044")
    talk.run(ActionUnclear(), text, "nlu_fallback")
    assert talk.follows == ["action_answer_order"]


def test_how_to_pay_customs_is_no_small_talk(talk: Talk, shop: Engine) -> None:
    take(shop, "aftership", aftership(MOVING, HELD, number=NUMBERS[0]))
    talk.ask("10042", "inform", order_number="10042")
    assert talk.slots["about"] == "customs"
    talk.run(ActionOutOfScope(), "how do I pay?", "out_of_scope")
    assert talk.follows == ["action_answer_order"]
    assert "Nobody has asked for an amount" in talk.ask("how do I pay?", "out_of_scope")
    talk.ask("10043", "inform", order_number="10043")
    talk.run(ActionOutOfScope(), "how do I pay?", "out_of_scope")
    assert not talk.follows


def test_a_no_with_a_number_is_a_correction(talk: Talk) -> None:
    talk.run(ActionDeny(), "no, 10043", "deny", {"order_number": ("10043",)})
    assert talk.follows == ["action_answer_order"]
    talk.run(ActionDeny(), "no", "deny")
    assert not talk.follows


def test_a_yes_or_hello_to_an_open_question_leaves_it_to_the_form(talk: Talk) -> None:
    talk.slots["requested_slot"] = "order_number"
    assert talk.run(ActionAffirm(), "yes", "affirm") == ""
    assert talk.run(ActionGreet(), "hello?", "greet") == ""


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize(
    ("action", "intent"),
    [
        (ActionGreet(), "greet"),
        (ActionOutOfScope(), "out_of_scope"),
        (ActionUnclear(), "nlu_fallback"),
        (ActionDeny(), "deny"),
        (ActionAffirm(), "affirm"),
    ],
)
def test_nothing_is_said_twice_in_a_row_and_a_next_step_is_always_there(
    shop: Engine, action: TurnAction, intent: str, language: str
) -> None:
    talk, before = Talk(), ""
    for _ in range(4):
        said = talk.run(action, "…la la", intent, language=language)
        assert said
        assert said != before
        assert 1 <= len(talk.buttons) <= 3
        before = said


def test_after_an_answer_the_new_language_gives_it_again(talk: Talk) -> None:
    talk.ask("10042", "inform", order_number="10042")
    turn = Turn(
        "rest:1",
        "m",
        "rest",
        "de",
        "switch_language",
        {},
        dict(talk.slots),
        asked_language="de",
        text="Deutsch",
    )
    dispatcher = CollectingDispatcher()
    events = ActionSwitchLanguage().reply(dispatcher, turn, NOW)
    assert [event["name"] for event in events] == ["action_answer_order"]
    assert texts(dispatcher) == ["Gern, machen wir auf Deutsch weiter."]


@pytest.mark.parametrize("number", [NUMBERS[0], "10042"])
def test_a_number_that_answers_ends_the_form(talk: Talk, number: str) -> None:
    """A tracking number, or an order proven before, where the order number is asked for."""
    turn = Turn("rest:1", "m", "rest", "en", "inform", {"order_number": (number,)}, {"order_number": number})
    events = ValidateIdentifyForm().reply(
        CollectingDispatcher(), replace(turn, filled=frozenset({"order_number"})), NOW
    )
    assert remembered(events) == {"order_number": number, "requested_slot": None}


def test_a_number_that_answers_nothing_leaves_the_form_open(shop: Engine) -> None:
    turn = Turn(
        "rest:1", "m", "rest", "en", "inform", {"order_number": ("10042",)}, {"order_number": "10042"}
    )
    events = ValidateIdentifyForm().reply(
        CollectingDispatcher(), replace(turn, filled=frozenset({"order_number"})), NOW
    )
    assert remembered(events) == {"order_number": "10042"}
    assert ValidateIdentifyForm().reply(CollectingDispatcher(), turn, NOW) == []
