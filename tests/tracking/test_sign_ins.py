"""The shop vouches for a shopper: which orders that opens, where, and for whom it does not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import sign_ins
from tracking.db import begin_read, begin_write
from tracking.disclosure import IDENTITY_LIFETIME, verified_orders
from tracking.model import conversations, orders
from tracking.numbers import order_key
from tracking.sign_ins import SignedShopper, SignIn, forget_old, sign_in

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
JANE = SignedShopper("customer-7", "Jane@Example.com", ("10040",))


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """Jane's orders of three days, one that was a present (another address), and a stranger's."""
    with begin_write(engine) as connection:
        for day, (number, email) in enumerate(
            [("10041", "jane@example.com"), ("10042", "jane@example.com"), ("10043", "jane@example.com"),
             ("10040", "gift@example.com"), ("10050", "john@example.com")]
        ):  # fmt: skip
            connection.execute(
                orders.insert().values(
                    number=number,
                    number_key=order_key(number),
                    email=email,
                    placed_at=NOW - timedelta(days=9 - day),
                    recorded_at=NOW,
                )
            )
    return engine


def come(engine: Engine, shopper: SignedShopper = JANE, at: str = "website:1", word: str = "t1") -> SignIn:
    return sign_in(engine, channel="website", conversation_id=at, shopper=shopper, token=word, now=NOW)


def open_in(engine: Engine, conversation_id: str = "website:1", now: datetime = NOW) -> list[str]:
    """Numbers of the orders that are open there, the one "my order" means first."""
    with begin_read(engine) as connection:
        return [
            connection.execute(select(orders.c.number).where(orders.c.id == order_id)).scalar_one()
            for order_id in verified_orders(connection, conversation_id, now=now)
        ]


def test_all_orders_of_the_shopper_and_no_others(shop: Engine) -> None:
    assert come(shop) is SignIn.DONE
    assert open_in(shop) == ["10040", "10043", "10042", "10041"]
    assert open_in(shop, "website:2") == []


def test_without_an_address_only_the_numbers_that_the_shop_names(shop: Engine) -> None:
    assert come(shop, SignedShopper("customer-7", None, ("#10042", "no such order"))) is SignIn.DONE
    assert open_in(shop) == ["10042"]


def test_a_shopper_without_orders_signs_in_too(shop: Engine) -> None:
    assert come(shop, SignedShopper("customer-8", "new@example.com")) is SignIn.DONE
    assert open_in(shop) == []


def test_a_word_serves_one_conversation(shop: Engine) -> None:
    come(shop)
    assert come(shop, at="website:2") is SignIn.REPLAYED
    assert open_in(shop, "website:2") == []
    assert come(shop) is SignIn.DONE


def test_of_many_at_once_one_is_served(shop: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda number: come(shop, at=f"website:{number}"), range(8)))
    assert sorted(outcomes).count(SignIn.DONE) == 1
    assert sum(bool(open_in(shop, f"website:{number}")) for number in range(8)) == 1


def test_the_next_shopper_of_a_browser_begins_anew(shop: Engine) -> None:
    come(shop)
    assert come(shop, SignedShopper("customer-9", "john@example.com"), word="t2") is SignIn.OTHER_SHOPPER
    assert "10050" not in open_in(shop)


def test_a_later_word_opens_later_orders(shop: Engine) -> None:
    come(shop)
    with begin_write(shop) as connection:
        connection.execute(
            orders.update().where(orders.c.number == "10050").values(email="jane@example.com", placed_at=NOW)
        )
    assert come(shop, word="t2") is SignIn.DONE
    assert open_in(shop)[0] == "10050"


def test_a_conversation_that_has_begun_is_kept(shop: Engine) -> None:
    with begin_write(shop) as connection:
        connection.execute(
            conversations.insert().values(
                id="website:1", channel="website", owner="person", created_at=NOW, updated_at=NOW
            )
        )
    assert come(shop) is SignIn.DONE
    with begin_read(shop) as connection:
        assert connection.execute(select(conversations.c.owner)).scalar_one() == "person"


def test_at_most_so_many_the_newest(shop: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_ins, "MAX_ORDERS", 2)
    come(shop)
    assert open_in(shop) == ["10040", "10043"]


def test_what_is_old_is_forgotten(shop: Engine) -> None:
    come(shop)
    assert forget_old(shop, NOW + IDENTITY_LIFETIME - timedelta(seconds=1)) == 0
    assert forget_old(shop, NOW + IDENTITY_LIFETIME) == 1
    assert open_in(shop, now=NOW + IDENTITY_LIFETIME) == []
