"""Two wishes in one message."""

from __future__ import annotations

import pytest

from bot.nlu.clauses import clauses, two_wishes

QUESTIONS, REQUESTS = frozenset({"track_order", "ask_eta"}), frozenset({"change_address", "cancel_order"})


def classify(clause: str) -> tuple[str, float]:
    if "address" in clause:
        return "change_address", 0.9
    if "where" in clause:
        return "track_order", 0.95
    if "maybe" in clause:
        return "cancel_order", 0.6
    return "out_of_scope", 0.99


def both(words: str, whole: str) -> tuple[str, str] | None:
    return two_wishes(words, whole, classify, QUESTIONS, REQUESTS)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("where is my order and can i change the address?", 2),
        ("wo ist mein paket und kann ich die adresse ändern", 2),
        ("où est mon colis? je veux aussi changer l'adresse", 2),
        ("dónde está mi pedido y puedo cambiar la dirección", 2),
        ("black and white", 0),
        ("where is my order", 0),
        ("one two three. four five six. seven eight nine. ten eleven twelve. one more of them", 0),
    ],
)
def test_clauses(words: str, parts: int) -> None:
    assert len(clauses(words)) == parts


def test_the_question_leads_whichever_came_first() -> None:
    pair = ("track_order", "change_address")
    assert both("where is my order and can i change the address?", "track_order") == pair
    assert both("please change my address, and where is my parcel", "change_address") == pair


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("where is my order and is it nice weather there", "track_order"),
        ("where is my order and maybe cancel the thing", "track_order"),
        ("where is my order and where is the other one", "track_order"),
        # Both clauses are sure, but the message as a whole says something else.
        ("where is my order and can i change the address?", "complaint"),
        ("where is my order and can i change the address?", "cancel_order"),
    ],
)
def test_one_wish_stays_one(words: str, whole: str) -> None:
    assert both(words, whole) is None
