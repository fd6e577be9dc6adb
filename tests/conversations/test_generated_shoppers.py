"""Generated shoppers on the real assistant; `python -m tests.conversations.shoppers` sends many more."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import delete
from sqlalchemy.engine import Engine

from tests.assistant import Assistant
from tests.conversations.invariants import Facts, problems
from tests.conversations.shoppers import Shopper, orders_of, told, walks
from tracking.db import begin_write
from tracking.model import failed_proofs

pytestmark = [pytest.mark.server, pytest.mark.timeout(900)]

#: The first conversation's, and how many there are on each database: more take too long for every change.
SEED, WALKS = 20_261, 45


def test_nothing_goes_wrong_whatever_shoppers_do(assistant: Assistant, store: Engine) -> None:
    made = list(walks(range(SEED, SEED + WALKS), assistant, store))
    # Their wrong guesses came from one address, which the other tests come from, too.
    with begin_write(store) as connection:
        connection.execute(delete(failed_proofs))
    assert sum(len(each.turns) for each in made) > 5 * WALKS
    assert not [each for each in made if each.problems], "\n\n" + "\n\n".join(
        told(each) for each in made if each.problems
    )


def test_a_seed_is_one_shopper(store: Engine) -> None:
    first, again = (Shopper(random.Random(7), orders_of(store)) for _ in range(2))
    assert [first.next(()) for _ in range(20)] == [again.next(()) for _ in range(20)]


@pytest.mark.parametrize(
    ("replies", "wrong"),
    [
        ([], "nothing was said"),
        ([{"text": " ", "buttons": [], "card": None}], "nothing was said"),
        (
            [{"text": "It is in Lyon. Anything else?", "buttons": [], "card": None}],
            "“lyon” is somebody else's",
        ),
        ([{"text": "Well.", "buttons": [], "card": None}], "no question, no button, no next step"),
        ([{"text": "Order { $order }?", "buttons": [], "card": None}], "something that is no text"),
    ],
)
def test_what_is_wrong_is_noticed(store: Engine, replies: list[dict[str, Any]], wrong: str) -> None:
    answer = {"replies": replies, "understood": {"intent": "track_order"}}
    assert wrong in list(problems("rest:nobody", [("hello", answer)], Facts(store)))


def test_repetition_and_broken_promises_are_noticed(store: Engine) -> None:
    reply = {"text": "Which order?", "buttons": [], "card": None}
    answer = {"replies": [reply], "understood": {"intent": "human_agent"}}
    found = list(problems("rest:nobody", [("a person", answer), ("hello", answer)], Facts(store)))
    assert found == ["the same as before, word for word", "a person was asked for and is not coming"]
