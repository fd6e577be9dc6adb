"""A number that the platform verified: it opens the orders that carry it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from actions.identify import Identified, Need, identify
from actions.turn import Turn
from tracking import contacts, disclosure, store
from tracking.contacts import Contact
from tracking.conversations import Incoming, receive_all
from tracking.db import begin_read, begin_write
from tracking.model import events, identities, orders, shipments

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
JANE, MIA = "+33612345678", "+33687654321"
CONVERSATION = "whatsapp:1"


@pytest.fixture
def shop(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Of Jane one order under way, one delivered, one of last year; one of Mia; one without a number."""
    for module in (disclosure, contacts):
        monkeypatch.setattr(module, "pepper", lambda: b"a pepper for tests")
    rows = [
        ("10040", JANE, 400),
        ("10041", JANE, 40),
        ("10042", JANE, 3),
        ("10050", MIA, 2),
        ("10060", None, 1),
    ]
    store.import_orders(
        engine,
        [
            {
                "number": number,
                "placed_at": (NOW - timedelta(days=days)).isoformat(),
                "email": f"{number}@example.com",
                **({"phone": phone} if phone else {}),
                "shipments": [{"carrier": "dpd-uk", "tracking_number": f"1550123{number}"}],
            }
            for number, phone, days in rows
        ],
        NOW,
    )
    with begin_write(engine) as connection:
        delivered = connection.execute(
            select(shipments.c.id).join(orders).where(orders.c.number == "10041")
        ).scalar_one()
        connection.execute(
            events.insert().values(
                shipment_id=delivered,
                source="test",
                source_id="1",
                milestone="delivered",
                actor="carrier",
                occurred_at=NOW - timedelta(days=30),
                recorded_at=NOW,
            )
        )
    return engine


def write(engine: Engine, phone: str | None, conversation: str = CONVERSATION, at: datetime = NOW) -> None:
    """A message of a shopper whose number the platform verified, or who hides it."""
    contact = Contact(f"id of {conversation}", phone, at)
    message = Incoming("whatsapp", conversation, f"m{at}", "hi", contact=contact)
    receive_all(engine, [message], at)


def ask(
    engine: Engine,
    slots: Mapping[str, Any] | None = None,
    *,
    intent: str = "track_order",
    conversation: str = CONVERSATION,
    now: datetime = NOW,
    **entities: str,
) -> Identified:
    said = {name: (value,) for name, value in entities.items()}
    turn = Turn(conversation, "m1", "whatsapp", "en", intent, said, slots or {})
    return identify(engine, turn, now)


def number_of(engine: Engine, found: Identified) -> list[str]:
    with begin_read(engine) as connection:
        rows = connection.execute(select(orders.c.id, orders.c.number)).all()
    names = {row.id: row.number for row in rows}
    return [names[order_id] for order_id in found.order_ids]


def test_where_is_my_order_needs_no_number(shop: Engine) -> None:
    write(shop, JANE)
    found = ask(shop)
    assert found.need is Need.NOTHING
    # The one that is under way; the delivered one is not meant, last year's is not proven.
    assert number_of(shop, found) == ["10042"]
    with begin_read(shop) as connection:
        proven = connection.execute(select(identities.c.method, identities.c.conversation_id)).all()
    assert {tuple(row) for row in proven} == {("phone", CONVERSATION)}
    assert len(proven) == 2


def test_the_next_question_stays_with_it(shop: Engine) -> None:
    write(shop, JANE)
    ask(shop)
    assert number_of(shop, ask(shop, intent="ask_eta")) == ["10042"]
    assert number_of(shop, ask(shop, {"order_number": "10042"}, intent="ask_eta")) == ["10042"]


def test_a_delivered_order_is_meant_when_it_was_not_received(shop: Engine) -> None:
    write(shop, JANE)
    assert "10041" in number_of(shop, ask(shop, intent="report_not_received"))


def test_only_delivered_orders_means_the_newest(shop: Engine) -> None:
    with begin_write(shop) as connection:
        connection.execute(update(orders).where(orders.c.number == "10042").values(phone=None))
    write(shop, JANE)
    assert number_of(shop, ask(shop)) == ["10041"]


def test_a_named_order_needs_no_other_proof(shop: Engine) -> None:
    write(shop, JANE)
    assert number_of(shop, ask(shop, order_number="10041")) == ["10041"]
    assert number_of(shop, ask(shop, tracking_number="155012310042")) == ["10042"]


@pytest.mark.parametrize("number", ["10050", "10060", "10040", "99999"])
def test_an_order_with_another_number_or_none_is_asked_for_like_an_unknown_one(
    shop: Engine, number: str
) -> None:
    write(shop, JANE)
    found = ask(shop, order_number=number)
    assert found == Identified(Need.DETAILS)


def test_a_hidden_number_proves_nothing(shop: Engine) -> None:
    write(shop, None)
    assert ask(shop) == Identified(Need.DETAILS)


def test_no_message_can_name_the_number(shop: Engine) -> None:
    """What is said, remembered or done on another channel is no verified number."""
    write(shop, None)
    receive_all(shop, [Incoming("website", f"website:{JANE}", "m1", JANE)], NOW)
    slots = {"phone": JANE, "proof": JANE, "verified": True}
    assert ask(shop, slots, phone=JANE) == Identified(Need.DETAILS)
    assert ask(shop, slots, conversation=f"website:{JANE}", phone=JANE) == Identified(Need.DETAILS)


def test_and_when_stays_with_the_order_before(shop: Engine) -> None:
    write(shop, JANE)
    ask(shop)
    later = NOW + timedelta(days=10)
    row = {"number": "10070", "placed_at": later.isoformat(), "phone": JANE}
    store.import_orders(shop, [row], later)
    write(shop, JANE, at=later)
    known = {"order_number": "10042"}
    assert number_of(shop, ask(shop, known, intent="ask_eta", now=later)) == ["10042"]


def test_where_is_it_means_a_new_order_when_there_is_one(shop: Engine) -> None:
    write(shop, JANE)
    ask(shop)
    later = NOW + timedelta(days=10)
    row = {"number": "10070", "placed_at": later.isoformat(), "phone": JANE}
    store.import_orders(shop, [row], later)
    write(shop, JANE, at=later)
    # The one from before is under way still.
    assert number_of(shop, ask(shop, {"order_number": "10042"}, now=later)) == ["10070", "10042"]


def test_a_number_passed_on_proves_only_for_its_new_owner(shop: Engine) -> None:
    write(shop, JANE)
    write(shop, JANE, "whatsapp:2", NOW + timedelta(hours=1))
    assert ask(shop).need is Need.DETAILS


def test_strangers_failures_do_not_lock_it_out(shop: Engine) -> None:
    write(shop, JANE)
    for stranger in range(disclosure.MAX_FAILURES_AN_ORDER):
        receive_all(shop, [Incoming("website", f"website:{stranger}", "m1", "hi")], NOW)
        disclosure.prove(
            shop,
            conversation_id=f"website:{stranger}",
            order_number="10042",
            kind="email",
            value="not@example.com",
            now=NOW,
        )
    assert number_of(shop, ask(shop, order_number="10042")) == ["10042"]


def test_the_proof_is_renewed_by_writing_again(shop: Engine) -> None:
    write(shop, JANE)
    ask(shop)
    later = NOW + disclosure.IDENTITY_LIFETIME + timedelta(days=1)
    assert number_of(shop, ask(shop, now=later)) == ["10042"]
