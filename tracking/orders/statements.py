"""What shop systems say of their orders, written the way a file's rows are.

A statement that was overtaken changes nothing: neither the order nor what was reported with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from tracking import carriers
from tracking.counts import Counts
from tracking.errors import NotUnderstoodError
from tracking.matching import NO_ORDER, batches
from tracking.model import events, shipments
from tracking.numbers import formats
from tracking.orders.plan import MILESTONES
from tracking.orders.rows import ConsignmentRow, OrderRow, RowError, ShipmentRow, read_row
from tracking.orders.writing import Written, known_references, write_orders
from tracking.parcels import Place
from tracking.settings import settings
from tracking.sources.report import Consignment, OrderStatement, Report, Scan, Sent, of_order
from tracking.vocabulary import Actor, Milestone

#: Orders written together.
CHUNK = 1000
#: Columns without which a row is none.
_NEEDED = frozenset({"number", "placed_at"})


@dataclass(frozen=True)
class Statement:
    """A statement, who made it and when it came."""

    source: str
    received_at: datetime
    said: OrderStatement

    @property
    def stated_at(self) -> datetime:
        """When it was made; when it came, where it does not say so."""
        return self.said.stated_at or self.received_at


@dataclass
class Outcome:
    """What became of a statement."""

    counts: Counts = field(default_factory=lambda: Counts(received=1))
    #: Why it waits.
    waiting: str | None = None
    #: What it reports of parcels, by the part of the order that it is said with, unless that was overtaken.
    reports_by_part: dict[str, list[Report]] = field(default_factory=dict)
    #: The order's key and the shop system's id of it.
    keys: frozenset[str] = frozenset()

    @property
    def reports(self) -> list[Report]:
        """What it reports of parcels."""
        return [report for some in self.reports_by_part.values() for report in some]


def write(connection: Connection, statements: Sequence[Statement], now: datetime) -> list[Outcome]:
    """Write what the statements say, within a transaction that holds `ORDERS_LOCK`; one outcome for each."""
    outcomes = [Outcome(keys=frozenset({each.said.reference})) for each in statements]
    rows: list[tuple[int, OrderRow]] = []
    for index, statement in enumerate(statements):
        try:
            rows.append((index, _row(statement)))
        except NotUnderstoodError as error:
            outcomes[index].counts.rejected.append(f"order: {error}")
    # By order and part: the outcomes whose statement of it counts so far.
    counting: dict[tuple[int, str], list[Outcome]] = {}
    # What is only said of orders known from elsewhere comes last: they may be known by then.
    rows.sort(key=lambda row: not row[1].key)
    for chunk in _chunks(rows):
        known = _known(connection, [row for _, row in chunk])
        there = []
        for index, row in chunk:
            if row.key or row.reference in known:
                there.append((index, row if row.key else replace(row, key=known[row.reference or ""])))
            else:
                outcomes[index].waiting = NO_ORDER
                outcomes[index].counts.waiting += 1
        written = write_orders(connection, [row for _, row in there], now)
        for (index, row), item in zip(there, written, strict=True):
            outcome = outcomes[index]
            item.count(outcome.counts)
            outcome.keys |= {row.key}
            for part in item.plan.news:
                # Nothing of it is written yet, and nothing shall be.
                for overtaken in counting.pop((item.order_id, part), ()):
                    overtaken.reports_by_part.pop(part, None)
            for part, report in _reports(statements[index], item):
                outcome.reports_by_part.setdefault(part, []).append(report)
            for part in item.plan.counting:
                counting.setdefault((item.order_id, part), []).append(outcome)
            _withdraw(connection, statements[index], item)
    return outcomes


def _chunks(rows: Sequence[tuple[int, OrderRow]]) -> Iterator[list[tuple[int, OrderRow]]]:
    """The rows in lists in which no order comes twice."""
    chunk: list[tuple[int, OrderRow]] = []
    seen: set[str | None] = set()
    for index, row in rows:
        names = {row.reference, row.key} - {""}
        if names & seen or len(chunk) == CHUNK:
            yield chunk
            chunk, seen = [], set()
        chunk.append((index, row))
        seen |= names
    if chunk:
        yield chunk


def _known(connection: Connection, rows: Sequence[OrderRow]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in batches([row.reference for row in rows if row.reference and not row.key]):
        found.update(known_references(connection, some))
    return found


def _row(statement: Statement) -> OrderRow:
    """The row of a statement; without a key where it does not tell the order's number.

    Raises:
        RowError: it lacks what every order has.
    """
    said = statement.said
    row = OrderRow("", {}) if said.row is None else _readable(dict(said.row))
    values = dict(row.values)
    if row.key:
        values |= {"number_key": row.key, "reference": said.reference}
    latest: dict[str, Consignment] = {}
    for given in said.consignments:
        known = latest.get(given.reference)
        if known is None or given.stated_at >= known.stated_at:
            latest[given.reference] = given
    return replace(
        row,
        values=values,
        stated_at=statement.stated_at,
        reference=said.reference,
        consignments=tuple(
            ConsignmentRow(each.reference, each.stated_at, tuple(map(_shipment, each.parcels)))
            for each in latest.values()
        ),
        milestones=[(scan.source_id, scan.milestone, scan.occurred_at) for scan in _scans(statement)]
        if said.row is not None or said.deleted
        else None,
    )


def _readable(row: dict[str, object]) -> OrderRow:
    """The row as far as it can be used: a shop cannot correct what a shopper typed at checkout."""
    while True:
        try:
            return read_row(row, settings().shop_zone)
        except RowError as error:
            if error.column in _NEEDED or row.pop(error.column, None) is None:
                raise


def _shipment(sent: Sent) -> ShipmentRow:
    if sent.number is None:
        return ShipmentRow(None, None, sent.skus)
    if sent.carrier:
        return ShipmentRow(carriers.by_name(sent.carrier).slug, sent.number, sent.skus)
    # Shops leave the carrier out; a check digit that only one has names it.
    fitting = formats.fit(sent.number).carriers
    return ShipmentRow(fitting[0] if len(fitting) == 1 else carriers.UNKNOWN, sent.number, sent.skus)


def _scans(statement: Statement) -> tuple[Scan, ...]:
    """What is said of the order as a whole."""
    if not statement.said.deleted:
        return statement.said.scans
    identity = f"{of_order(statement.said)}cancelled"
    at = statement.stated_at
    return (
        Scan(identity, Milestone.CANCELLED, Actor.SHOP, at, has_offset=False, place=Place(), code="deleted"),
    )


def _reports(statement: Statement, written: Written) -> Iterator[tuple[str, Report]]:
    """What the statement reports of parcels, where it counts, each with the part that it is said with."""
    counting = written.plan.counting
    scans = _scans(statement)
    if scans and MILESTONES in counting:
        yield MILESTONES, Report(order_number=written.row.key, all_parcels=True, scans=scans)
    given = {each.reference: each for each in statement.said.consignments}
    for consignment in written.row.consignments:
        scans = given[consignment.reference].scans
        if not scans or consignment.part not in counting:
            continue
        for number in range(1, len(consignment.shipments) + 1):
            reference = consignment.reference if number == 1 else f"{consignment.reference}/{number}"
            yield consignment.part, Report(order_number=written.row.key, reference=reference, scans=scans)


def _withdraw(connection: Connection, statement: Statement, written: Written) -> None:
    """Take back what an earlier statement said of the order as a whole and this one no longer says."""
    if MILESTONES not in written.plan.news or written.plan.is_new:
        return
    parcels = select(shipments.c.id).where(shipments.c.order_id == written.order_id)
    said = [scan.source_id for scan in _scans(statement)]
    connection.execute(
        delete(events).where(
            events.c.shipment_id.in_(parcels),
            events.c.source == statement.source,
            events.c.source_id.startswith(of_order(statement.said), autoescape=True),
            events.c.source_id.not_in(said),
        )
    )
