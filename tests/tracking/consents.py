"""Shoppers who asked to be told when it moves, and the scans that they are told of."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.tracking.reports import easypost, order
from tracking import conversations, disclosure, inbox, store, subscriptions
from tracking.db import begin_read
from tracking.model import outbox
from tracking.model import subscriptions as table
from tracking.notices import send_due
from tracking.subscriptions import Consent

#: A Tuesday; noon in Paris.
NOW = datetime(2026, 9, 8, 10, 0, tzinfo=timezone.utc)
PLACED = NOW - timedelta(days=4)
PARIS = ZoneInfo("Europe/Paris")
TALK = "website:1"


def number(index: int = 0) -> str:
    return f"155012345{index:05d}"


def bring(engine: Engine, parcels: int = 1, name: str = "10042") -> int:
    """An order with parcels, each in the carrier's hands; its id."""
    start = int(name) % 1000 * 10
    legs = [("dpd-uk", number(start + index)) for index in range(parcels)]
    row = {**order(name, *legs, placed=PLACED.isoformat()), "email": "a@example.com", "country": "FR"}
    assert store.import_orders(engine, [row], PLACED).rejected == []
    for index in range(parcels):
        scan(engine, NOW - timedelta(days=2), "in_transit", name=name, parcel=index)
    with begin_read(engine) as connection:
        found = store.find_order(connection, name)
    assert found is not None
    return found.id


def scan(
    engine: Engine,
    at: datetime,
    status: str,
    *,
    name: str = "10042",
    parcel: int = 0,
    received: datetime | None = None,
    detail: str | None = None,
) -> None:
    tracking = number(int(name) % 1000 * 10 + parcel)
    body = easypost((at.isoformat(), status), number=tracking)
    if detail:
        body = body.replace(b'"message"', f'"status_detail": "{detail}", "message"'.encode())
    got = received or at
    counted = inbox.process(engine, inbox.receive(engine, "easypost", body, got).payload_id, got)
    assert counted.rejected == []


def say(engine: Engine, text: str, message: str, talk: str = TALK, now: datetime = NOW) -> None:
    conversations.receive(
        engine,
        channel=talk.partition(":")[0],
        conversation_id=talk,
        message_id=message,
        text=text,
        now=now,
    )


def agree(
    engine: Engine, order_id: int, talk: str = TALK, language: str = "en", now: datetime = NOW
) -> Consent:
    say(engine, "tell me when it moves", "m1", talk, now)
    with begin_read(engine) as connection:
        named = store.order_by_id(connection, order_id)
    assert named is not None
    disclosure.prove(
        engine, conversation_id=talk, order_number=named.number, kind="email", value="a@example.com", now=now
    )
    return subscriptions.subscribe(
        engine,
        conversation_id=talk,
        order_id=order_id,
        channel=talk.partition(":")[0],
        language=language,
        message_id="m1",
        asking=True,
        now=now,
    )


def told(engine: Engine, talk: str = TALK) -> list[str]:
    with begin_read(engine) as connection:
        query = select(outbox.c.reply).where(outbox.c.conversation_id == talk).order_by(outbox.c.id)
        return [row["text"] for row in connection.execute(query).scalars()]


def row(engine: Engine) -> Any:
    with begin_read(engine) as connection:
        return connection.execute(select(table).order_by(table.c.id.desc()).limit(1)).one()


def look(engine: Engine, at: datetime) -> int:
    """Everything that is due; how many notices came of it."""
    count = 0
    while (passed := send_due(engine, at)).looked:
        count += len(passed.told)
    return count
