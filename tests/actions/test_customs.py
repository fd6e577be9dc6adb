"""“Is it stuck in customs?”: the parcel that customs have comes first; where none has, that is said."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from actions.answer import Answer
from actions.compose import answer_orders
from actions.identify import Identified, Need
from actions.turn import Turn
from tests.tracking.reports import aftership, order, take
from tracking.db import begin_read
from tracking.model import orders
from tracking.orders.imports import import_orders
from tracking.settings import WRITTEN_LANGUAGES

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
ONE, TWO, THREE = "15501234567890", "15501234567891", "15501234567892"
MOVING = ("2026-11-20T10:00:00+00:00", "InTransit_002", "dpd-uk")
HELD = ("2026-11-20T12:00:00+00:00", "Exception_004", "dpd-uk")
CLEARED = ("2026-11-20T13:00:00+00:00", "InTransit_005", "dpd-uk")


def asked(engine: Engine, *numbers: str, language: str = "en") -> Answer:
    """The answer to “is it with customs?” about these orders, all proven."""
    with begin_read(engine) as connection:
        rows = connection.execute(select(orders.c.number, orders.c.id)).all()
    ids = {row.number: row.id for row in rows}
    found = Identified(Need.NOTHING, order_ids=tuple(ids[number] for number in numbers))
    turn = Turn("rest:1", "m-1", "rest", language, "ask_customs", {}, {})
    return answer_orders(engine, found, "ask_customs", turn, NOW)


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """Order 10042 in three parcels, order 10043 in one."""
    rows = [order("10042", ("DPD UK", ONE), ("DPD UK", TWO)), order("10043", ("DPD UK", THREE))]
    import_orders(engine, rows, NOW)
    for number in (ONE, TWO, THREE):
        take(engine, "aftership", aftership(MOVING, number=number))
    return engine


def test_the_one_that_customs_have_is_the_answer_wherever_it_stands(shop: Engine) -> None:
    take(shop, "aftership", aftership(HELD, number=TWO))
    answer = asked(shop, "10042")
    assert answer.text.startswith("DPD UK gave no reason for the hold")
    assert answer.parcel == 2
    assert asked(shop, "10043", "10042").order_number == "10042"


def test_where_several_are_held_those_come_first(shop: Engine) -> None:
    take(shop, "aftership", aftership(HELD, number=TWO), aftership(HELD, number=THREE))
    text = asked(shop, "10042", "10043").text
    assert text.index("2. Held by customs") < text.index("1. With the carrier")
    assert asked(shop, "10042", "10043").text.count("Held by customs") == 2


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_where_none_is_held_that_is_said_before_each_is_listed(shop: Engine, language: str) -> None:
    starts = {
        "en": "None of these parcels is with customs at the moment.",
        "fr": "Aucun de ces colis n’est à la douane en ce moment.",
        "es": "En este momento ninguno de estos paquetes está en la aduana.",
        "de": "Von diesen Paketen ist gerade keines beim Zoll.",
    }
    paragraphs = asked(shop, "10042", language=language).text.split("\n\n")
    assert paragraphs[0] == starts[language]
    assert len(paragraphs[1].splitlines()) == 3


def test_a_single_parcel_says_that_it_is_through_before_where_it_is(shop: Engine) -> None:
    moved = ("2026-11-20T20:00:00+00:00", "OutForDelivery_001", "dpd-uk")
    take(shop, "aftership", aftership(CLEARED, moved, number=THREE))
    text = asked(shop, "10043").text
    assert text.startswith("It’s through customs: they released it yesterday at ")
    assert "your order 10043" in text.casefold()


def test_a_single_parcel_far_from_customs_says_so(shop: Engine) -> None:
    assert asked(shop, "10043").text.startswith(
        "It isn’t with customs at the moment. DPD UK has had your order 10043"
    )
