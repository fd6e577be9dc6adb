"""What a short message refers to: a pick from a list, one detail of a customs matter, an order described."""

from __future__ import annotations

import pytest

from actions.cues import is_only_marks, picked, says_all_orders, says_last_order, topic_of
from actions.spoken_of import goes_on, with_pick
from tests.actions.turns import turn
from tracking.words.situations import Topic


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("parcel 4", 4),
        ("Parcel 4, please", 4),
        ("4", 4),
        ("the second one", 2),
        ("and the 3rd?", 3),
        ("the last one", 5),
        ("le 2", 2),
        ("le colis numéro 2 s'il vous plaît", None),  # more than a pick: left to understanding
        ("la deuxième", 2),
        ("colis 5 svp", 5),
        ("le dernier", 5),
        ("el segundo", 2),
        ("paquete 3 por favor", 3),
        ("la última", 5),
        ("das zweite", 2),
        ("Paket 3 bitte", 3),
        ("und das dritte?", 3),
        ("das fünfte", 5),
        ("parcel 6", None),
        ("0", None),
        ("where is it", None),
        ("I ordered 2 lamps", None),
        ("", None),
    ],
)
def test_a_pick_names_one_of_the_list_and_nothing_else(text: str, number: int | None) -> None:
    assert picked(text, 5) == number


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how do I pay?", Topic.PAY),
        ("where can i pay it", Topic.PAY),
        ("how much is it?", Topic.COST),
        ("which documents do they need?", Topic.DOCUMENTS),
        ("how do I send them?", Topic.DOCUMENTS),
        ("comment je les envoie ?", Topic.DOCUMENTS),
        ("¿cómo los envío?", Topic.DOCUMENTS),
        ("wie schicke ich die?", Topic.DOCUMENTS),
        ("¿y si no los envío?", Topic.UNLESS),
        ("how long will it take?", Topic.HOW_LONG),
        ("what if I don't pay?", Topic.UNLESS),
        ("what happens if I don’t pay", Topic.UNLESS),
        ("comment je paie ?", Topic.PAY),
        ("où est-ce que je peux payer ?", Topic.PAY),
        ("c’est combien ?", Topic.COST),
        ("quels documents faut-il ?", Topic.DOCUMENTS),
        ("combien de temps ça prend ?", Topic.HOW_LONG),
        ("et si je ne paie pas ?", Topic.UNLESS),
        ("¿cómo lo pago?", Topic.PAY),
        ("¿cuánto es?", Topic.COST),
        ("¿qué documentos necesitan?", Topic.DOCUMENTS),
        ("¿cuánto tarda?", Topic.HOW_LONG),
        ("¿y si no pago?", Topic.UNLESS),
        ("wie kann ich bezahlen?", Topic.PAY),
        ("wie viel ist es?", Topic.COST),
        ("welche Unterlagen brauchen die?", Topic.DOCUMENTS),
        ("wie lange dauert das?", Topic.HOW_LONG),
        ("was ist, wenn ich nicht zahle?", Topic.UNLESS),
        ("where is my parcel", None),
        ("wo ist mein Paket", None),
        ("¿dónde está?", None),
        ("pourquoi ?", None),
    ],
)
def test_what_is_asked_about_customs(text: str, topic: Topic | None) -> None:
    assert topic_of(text) is topic


@pytest.mark.parametrize(
    "text",
    [
        "where is my last order?",
        "où est ma dernière commande",
        "¿dónde está mi último pedido?",
        "wo ist meine letzte Bestellung",
    ],
)
def test_the_last_order(text: str) -> None:
    assert says_last_order(text)
    assert not says_all_orders(text)


@pytest.mark.parametrize(
    "text",
    [
        "where are my orders",
        "où sont mes commandes ?",
        "¿dónde están mis pedidos?",
        "wo sind meine Bestellungen",
    ],
)
def test_all_orders(text: str) -> None:
    assert says_all_orders(text)
    assert not says_last_order(text)


@pytest.mark.parametrize("text", ["?", "??", "…", "!!!"])
def test_only_marks(text: str) -> None:
    assert is_only_marks(text)
    assert not is_only_marks(text + "a")


def test_a_pick_takes_order_and_parcel_of_the_list() -> None:
    listed = turn(
        "the second one", intent="ask_other_parcel", choices=[["10071", 1], ["10071", 2]], said="{}"
    )
    found = with_pick(listed)
    assert found.entities == {"order_number": ("10071",), "parcel": ("2",)}
    assert found.intent == "inform"


def test_nothing_is_picked_where_a_number_is_asked_for_or_nothing_is_listed() -> None:
    asked = turn("2", choices=[["10071", 1], ["10071", 2]], requested_slot="order_number")
    assert with_pick(asked) is asked
    nothing = turn("parcel 2")
    assert with_pick(nothing) is nothing
    tapped = turn("/track_order", choices=[["10071", 1], ["10071", 2]])
    assert with_pick(tapped) is tapped


def test_a_question_mark_goes_on_only_after_an_answer() -> None:
    assert goes_on(turn("?", said="{}"))
    assert not goes_on(turn("?"))
    assert not goes_on(turn("?", said="{}", requested_slot="proof"))


def test_how_to_pay_goes_on_only_with_customs() -> None:
    assert goes_on(turn("how do I pay?", intent="out_of_scope", said="{}", about="customs"))
    assert not goes_on(turn("how do I pay?", intent="out_of_scope", said="{}"))
