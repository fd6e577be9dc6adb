"""The demo shop: its parcels, made relative to now, through the real ingestion.

Loaded again on the same day, nothing changes: the moment of the first load is read back from the store, so
the same payloads come again and are known. Loaded on a later day, the parcels start afresh: what was
reported of the demo's parcels is deleted, orders, conversations and cases are kept, and the stories happen
again, counted from the new today.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection, Engine

from bot.demo_payloads import order_rows, payloads
from bot.demo_stories import age, stories
from tracking import inbox, store
from tracking.counts import Counts
from tracking.db import begin_write
from tracking.errors import WismoError
from tracking.model import events, orders, shipments
from tracking.model import payloads as stored_payloads
from tracking.settings import settings


class NotTheDemoError(WismoError):
    """The store holds another shop's order under the number of a demo order."""


@dataclass
class Loaded:
    """What became of the demo's orders and of the scans of its parcels."""

    orders: Counts = field(default_factory=Counts)
    scans: Counts = field(default_factory=Counts)

    def as_dict(self) -> dict[str, object]:
        """These counts as JSON."""
        return {"orders": self.orders.as_dict(), "scans": self.scans.as_dict()}


def load(engine: Engine, now: datetime) -> Loaded:
    """Load the demo shop as it stands at `now` (aware) into a migrated store.

    Raises:
        NotTheDemoError: the store holds orders of another shop under the demo's numbers; nothing is changed.
    """
    with begin_write(engine) as connection:
        moment = _moment(connection, now)
        if moment is None:
            _forget(connection)
            moment = now
    loaded = Loaded(orders=store.import_orders(engine, order_rows(moment), now))
    # The shop tells what it did before the carriers tell what they did.
    for source, sent in groupby(payloads(moment), key=lambda payload: payload.source):
        receipts = inbox.receive_all(engine, source, [payload.body for payload in sent], now)
        loaded.scans.add(inbox.process_all(engine, [receipt.payload_id for receipt in receipts], now))
    return loaded


def write(folder: Path, now: datetime) -> list[Path]:
    """Write the orders and payloads as files, for `wismo orders import` and `wismo ingest` by hand."""
    written = []
    for name, content in _files(now):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written


def demo_orders() -> list[dict[str, Any]]:
    """The orders worth asking about: `{"number", "email", "situation": {"en", "fr"}}`."""
    return [
        {"number": story.number, "email": story.shopper.email, "situation": dict(story.situation)}
        for story in stories()
        if story.ask
    ]


def table() -> str:
    """All demo orders with what proves that they are one's own, as a Markdown table."""
    rows = [
        f"| {'**' + story.number + '**' if story.ask else story.number} | {story.shopper.email} "
        f"| {story.shopper.postcode} | {story.situation['en']} |"
        for story in stories()
    ]
    return "\n".join(["| Order | E-mail | Postcode | Situation |", "| --- | --- | --- | --- |", *rows])


def _files(now: datetime) -> Iterator[tuple[str, Any]]:
    yield "orders.json", order_rows(now)
    for payload in payloads(now):
        yield f"{payload.source}/{payload.name}.json", payload.content


def _moment(connection: Connection, now: datetime) -> datetime | None:
    """The moment that the demo in the store counts from, if that was earlier today by the shop's clock."""
    emails = {story.number: story.shopper.email for story in stories()}
    query = select(orders.c.number, orders.c.email, orders.c.placed_at).where(orders.c.number.in_(emails))
    known = {row.number: row for row in connection.execute(query)}
    if strangers := sorted(number for number, row in known.items() if row.email != emails[number]):
        raise NotTheDemoError(
            f"this store holds order {strangers[0]} of another shop; give the demo a database of its own"
        )
    # The first order was placed so many minutes before the moment that its stories count from.
    first = stories()[0]
    if first.number not in known:
        return None
    moment = known[first.number].placed_at + age(first)
    zone = settings().shop_zone
    today = moment.astimezone(zone).date() == now.astimezone(zone).date()
    return moment if today and moment <= now else None


def _forget(connection: Connection) -> None:
    """Delete what was reported of the demo's parcels; the orders stay, and who proved to own them."""
    numbers = [story.number for story in stories()]
    parcels = select(shipments.c.id).join(orders).where(orders.c.number.in_(numbers))
    reported = select(events.c.payload_id).where(events.c.shipment_id.in_(parcels))
    connection.execute(delete(stored_payloads).where(stored_payloads.c.id.in_(reported)))
    connection.execute(delete(shipments).where(shipments.c.id.in_(parcels)))
