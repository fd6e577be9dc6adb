"""Whose parcel is it: numbers that may be an order's or a carrier's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from actions.identify import Identified, Need, identify
from actions.turn import Turn
from tracking import disclosure
from tracking.db import begin_write
from tracking.model import conversations, legs, orders, shipments
from tracking.numbers import order_key

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
#: FedEx's, by its check digit; the shop could have numbered an order so.
PARCEL = "123448347820"
#: A parcel of two orders, one after the other: carriers use their numbers again.
REUSED = "837167868434"
#: No carrier's: the check digits fit none.
NOBODYS = "10042"


@pytest.fixture
def shop(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Order 10042 with two parcels, order 10043 with one, and an order numbered like another one's parcel."""
    monkeypatch.setattr(disclosure, "pepper", lambda: b"a pepper for tests")
    with begin_write(engine) as connection:
        connection.execute(
            conversations.insert().values(
                id="website:1", channel="website", owner="bot", created_at=NOW, updated_at=NOW
            )
        )
        for number, bearing in (
            ("10042", (PARCEL, REUSED)),
            ("10043", (REUSED, NOBODYS)),
            ("453265020146", ()),
        ):
            order_id = connection.execute(
                orders.insert().values(
                    number=number,
                    number_key=order_key(number),
                    email="jane@example.com",
                    placed_at=NOW,
                    recorded_at=NOW,
                )
            ).inserted_primary_key[0]
            for position, tracking_number in enumerate(bearing, 1):
                shipment_id = connection.execute(
                    shipments.insert().values(order_id=order_id, position=position)
                ).inserted_primary_key[0]
                connection.execute(
                    legs.insert().values(
                        shipment_id=shipment_id, position=1, carrier="fedex", tracking_number=tracking_number
                    )
                )
    return engine


def ask(engine: Engine, slots: Mapping[str, Any] | None = None, **entities: str) -> Identified:
    """One turn that names `entities`."""
    said = {name: (value,) for name, value in entities.items()}
    turn = Turn("website:1", "m1", "website", "en", "track_order", said, slots or {})
    return identify(engine, turn, NOW)


def test_a_bare_number_that_is_no_order_but_a_parcel_shows_its_status_and_no_more(shop: Engine) -> None:
    found = ask(shop, order_number=PARCEL)
    assert found.need is Need.NOTHING
    assert found.order_ids == ()
    assert found.status_of is not None
    assert found.status_of.order.number == "10042"


def test_spaces_in_it_do_not_matter(shop: Engine) -> None:
    assert ask(shop, order_number="1234 4834-7820").status_of is not None


def test_remembered_from_before_it_is_one_too(shop: Engine) -> None:
    assert ask(shop, {"order_number": PARCEL}).status_of is not None


def test_several_parcels_with_the_number_ask_for_the_order(shop: Engine) -> None:
    assert ask(shop, order_number=REUSED).need is Need.ORDER_FOR_TRACKING


def test_an_order_comes_first(shop: Engine) -> None:
    """Order 10042 is asked for, though a parcel of another order bears the number 10042."""
    assert ask(shop, order_number="10042").need is Need.DETAILS
    assert ask(shop, order_number="453265020146").need is Need.DETAILS


def test_a_number_that_no_carrier_gives_is_not_looked_up_as_one(shop: Engine) -> None:
    with begin_write(shop) as connection:
        connection.execute(orders.delete().where(orders.c.number == "453265020146"))
        connection.execute(
            legs.update().where(legs.c.tracking_number == PARCEL).values(tracking_number="987654")
        )
    assert ask(shop, order_number="987654").need is Need.DETAILS


def test_an_unknown_number_is_an_order_not_found(shop: Engine) -> None:
    assert ask(shop, order_number="720168493400").need is Need.DETAILS
    assert ask(shop, order_number="720168493400", email="jane@example.com").need is Need.RIGHT_DETAILS


def test_a_proven_order_opens_the_parcel_that_bears_the_number(shop: Engine) -> None:
    assert ask(shop, order_number="10042", email="jane@example.com").need is Need.NOTHING
    found = ask(shop, order_number=PARCEL)
    assert found.status_of is None
    assert len(found.order_ids) == 1
    assert found.position == 1
