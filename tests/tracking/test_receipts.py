"""What a platform reports of replies: in any order, any number of times, the same in the end."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from tracking import outbox, receipts
from tracking.conversations import Incoming, receive_all
from tracking.db import begin_read, begin_write
from tracking.model import outbox as table
from tracking.outbox import Reply
from tracking.receipts import Reached, Receipt

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


def put(engine: Engine, channel: str = "whatsapp", state: str = "sending") -> int:
    """A reply that is being sent; gives its outbox id."""
    conversation = f"{channel}:x"
    receive_all(engine, [Incoming(channel, conversation, "m1", "hi")], NOW)
    with begin_write(engine) as connection:
        row = outbox.put(
            connection, conversation, [Reply("hello")], author="bot", inbox_id=None, hold=False, now=NOW
        )[0]
        connection.execute(update(table).where(table.c.id == row).values(state=state))
    return row


def row_of(engine: Engine, outbox_id: int) -> Any:
    with begin_read(engine) as connection:
        return connection.execute(select(table).where(table.c.id == outbox_id)).one()


def report(
    reached: Reached, outbox_id: int | None = None, *, platform_id: str = "w1", **more: Any
) -> Receipt:
    at = NOW + timedelta(seconds=list(Reached).index(reached))
    return Receipt(platform_id, reached, at, outbox_id, **more)


@pytest.mark.parametrize("order", list(itertools.permutations(["sent", "delivered", "read"])))
def test_any_order_ends_alike(engine: Engine, order: tuple[str, ...]) -> None:
    row = put(engine)
    for name in order:
        receipts.apply(engine, "whatsapp", [report(Reached(name), row)])
    found = row_of(engine, row)
    assert (found.state, found.receipt, found.platform_id) == ("sent", "read", "w1")
    assert found.receipt_at == NOW + timedelta(seconds=3)


def test_all_at_once_and_again(engine: Engine) -> None:
    row = put(engine)
    reports = [report(each, row) for each in (Reached.READ, Reached.SENT, Reached.DELIVERED)]
    receipts.apply(engine, "whatsapp", reports)
    assert receipts.apply(engine, "whatsapp", reports) == 0
    assert row_of(engine, row).receipt == "read"


def test_a_send_that_was_left_open_is_confirmed(engine: Engine) -> None:
    row = put(engine, state="unconfirmed")
    receipts.apply(engine, "whatsapp", [report(Reached.DELIVERED, row)])
    found = row_of(engine, row)
    assert (found.state, found.sent_at) == ("sent", NOW + timedelta(seconds=2))


def test_a_report_that_overtakes_the_answer_to_the_send_stands(engine: Engine) -> None:
    row = put(engine)
    receipts.apply(engine, "whatsapp", [report(Reached.DELIVERED, row)])
    outbox.settle(engine, row, "unconfirmed", NOW)
    assert row_of(engine, row).state == "sent"
    # Nor is it sent again.
    row = put(engine)
    receipts.apply(
        engine, "whatsapp", [report(Reached.FAILED, row, platform_id="w2", problem="window_closed")]
    )
    outbox.settle(engine, row, "sent", NOW, platform_id="w2")
    found = row_of(engine, row)
    assert (found.state, found.problem) == ("failed", "window_closed")
    assert outbox.claim_sends(engine, ("whatsapp",), 9, NOW + timedelta(days=1)) == []


def test_the_id_of_the_platform_is_enough(engine: Engine) -> None:
    row = put(engine)
    outbox.settle(engine, row, "sent", NOW, platform_id="w1")
    receipts.apply(engine, "whatsapp", [report(Reached.READ)])
    assert row_of(engine, row).receipt == "read"


@pytest.mark.parametrize("order", list(itertools.permutations(["sent", "failed", "delivered"])))
def test_a_failure_that_a_delivery_contradicts_was_none(engine: Engine, order: tuple[str, ...]) -> None:
    row = put(engine)
    for name in order:
        problem = "undeliverable" if name == "failed" else None
        receipts.apply(engine, "whatsapp", [report(Reached(name), row, problem=problem)])
    found = row_of(engine, row)
    assert (found.state, found.receipt, found.problem) == ("sent", "delivered", None)


@pytest.mark.parametrize("order", [("sent", "failed"), ("failed", "sent")])
def test_a_failure_after_sending_stands(engine: Engine, order: tuple[str, ...]) -> None:
    row = put(engine)
    for name in order:
        problem = "undeliverable" if name == "failed" else None
        receipts.apply(engine, "whatsapp", [report(Reached(name), row, problem=problem)])
    found = row_of(engine, row)
    assert (found.state, found.receipt, found.problem) == ("failed", "failed", "undeliverable")


def test_reports_reach_no_other_reply(engine: Engine) -> None:
    ours, website = put(engine), put(engine, "website", "held")
    # Another channel's row; nobody's row; and a row that is known to the platform by another id.
    receipts.apply(engine, "whatsapp", [report(Reached.READ, website), report(Reached.READ, 999)])
    outbox.settle(engine, ours, "sent", NOW, platform_id="w7")
    receipts.apply(engine, "whatsapp", [report(Reached.READ, ours, platform_id="w8")])
    assert row_of(engine, website).receipt is None
    assert row_of(engine, ours).receipt is None
