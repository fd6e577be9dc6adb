"""The inbox: everything that providers and the shop send is kept as it came, then interpreted.

A payload is `received`, and from then on nothing loses it. Interpreting makes it `done`, `waiting` (the
parcel of some scan is not known yet; it is replayed when the order comes) or `rejected` (some part was not
understood; a better mapping may replay it). Interpreting again changes nothing that is not better known.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking import matching, recording
from tracking.counts import Counts
from tracking.db import begin_read, begin_write, take_lock
from tracking.errors import NotUnderstoodError
from tracking.model import mentions, payloads
from tracking.orders import statements as order_statements
from tracking.sources import SOURCES
from tracking.sources.report import Decoded, Estimate, Report
from tracking.waiting import ORDERS_LOCK

#: Payloads that are interpreted in one transaction; each may be as large as a receiver takes.
SLICE = 50
#: Reasons that are kept with a payload.
_REASONS_KEPT = 20
#: Rounds of reading what was woken; each wakes less than the one before, what is left the worker reads.
_PASSES = 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What became of a payload that was handed in: it is stored, if it was not already."""

    payload_id: int
    duplicate: bool


@dataclass(frozen=True)
class _Payload:
    id: int
    source: str
    body: bytes
    received_at: datetime


def receive(engine: Engine, source: str, body: bytes, now: datetime) -> Receipt:
    """Commit a payload to the inbox. A payload that came before, byte for byte, is not stored again.

    Raises:
        StoreUnavailableError: it could not be committed; whoever sent it must send it again.
    """
    return receive_all(engine, source, [body], now)[0]


def receive_all(engine: Engine, source: str, bodies: Sequence[bytes], now: datetime) -> list[Receipt]:
    """Commit several payloads of one source at once, see `receive`."""
    if source not in SOURCES:
        raise ValueError(f"no such source: {source}")
    digests = [hashlib.sha256(body).hexdigest() for body in bodies]
    with begin_write(engine) as connection:
        known = _ids(connection, source, digests)
        fresh = {
            digest: {
                "source": source,
                "digest": digest,
                "body": body,
                "received_at": now,
                "state": "received",
            }
            for digest, body in zip(digests, bodies, strict=True)
            if digest not in known
        }
        if fresh:
            dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
            # Another process may be handed the same payload at the same moment.
            connection.execute(dialect.insert(payloads).on_conflict_do_nothing(), list(fresh.values()))
        ids = known | _ids(connection, source, list(fresh))
    seen: set[str] = set(known)
    receipts = []
    for digest in digests:
        receipts.append(Receipt(ids[digest], digest in seen))
        seen.add(digest)
    return receipts


def process(engine: Engine, payload_id: int, now: datetime) -> Counts:
    """Interpret one payload: write its events and promises, or let it wait.

    Raises:
        NotUnderstoodError: nothing of it was understood; it is marked `rejected` and kept.
        StoreUnavailableError: the database does not answer; the payload stays as it was.
    """
    return _process_all(engine, [payload_id], now, strict=True)


def process_all(engine: Engine, ids: Sequence[int], now: datetime) -> Counts:
    """Interpret several payloads, see `process`; one that is not understood is only counted."""
    return _process_all(engine, ids, now)


def replay(
    engine: Engine, now: datetime, states: Sequence[str] = ("received", "waiting", "rejected")
) -> Counts:
    """Interpret again every payload in one of these states; with `done` too, all history."""
    total = Counts()
    for ids in _slices(engine, states):
        total.add(_read(engine, ids, now)[0])
    _read_woken(engine, now)
    return total


def _process_all(engine: Engine, ids: Sequence[int], now: datetime, *, strict: bool = False) -> Counts:
    total = Counts()
    woke = False
    for some in matching.batches(ids, SLICE):
        counts, took_orders = _read(engine, some, now, strict=strict)
        total.add(counts)
        woke = woke or took_orders
    if woke:
        _read_woken(engine, now)
    return total


def _read_woken(engine: Engine, now: datetime) -> None:
    """Interpret what waited for the orders just written, and what waited for that."""
    for _ in range(_PASSES):
        took_orders = False
        for ids in _slices(engine, ("received",)):
            took_orders = _read(engine, ids, now)[1] or took_orders
        if not took_orders:
            return


def _read(engine: Engine, ids: Sequence[int], now: datetime, *, strict: bool = False) -> tuple[Counts, bool]:
    """Interpret a few payloads; gives the counts, and whether there were orders among them."""
    total = Counts()
    with begin_read(engine) as connection:
        rows = connection.execute(
            select(payloads.c.id, payloads.c.source, payloads.c.body, payloads.c.received_at).where(
                payloads.c.id.in_(ids)
            )
        )
        stored = {row.id: _Payload(row.id, row.source, bytes(row.body), row.received_at) for row in rows}
    # One that is named twice is read twice, and counted as a repetition.
    found = [stored[payload_id] for payload_id in ids if payload_id in stored]
    # Reading a payload needs no database, so nobody waits for it.
    understood: list[tuple[_Payload, Decoded]] = []
    refused: list[tuple[int, str]] = []
    for payload in found:
        try:
            understood.append((payload, SOURCES[payload.source].decode(payload.body)))
        except NotUnderstoodError as error:
            refused.append((payload.id, str(error)))
        except Exception as error:  # noqa: BLE001 - one payload must not keep all others from being read
            # Its text may quote the payload, so only its kind is told.
            _log.error("%s: payload %d: %s while reading it", payload.source, payload.id, type(error))
            refused.append((payload.id, f"an error of ours while reading it: {type(error).__name__}"))
    takes_orders = any(decoded.orders for _, decoded in understood)
    with begin_write(engine) as connection:
        # Before any payload is touched: whoever writes orders touches payloads too.
        take_lock(connection, ORDERS_LOCK, shared=not takes_orders)
        if refused:
            _settle(connection, [_Outcome(id_, "rejected", [reason]) for id_, reason in refused])
        total.add(Counts(received=len(refused), rejected=[reason for _, reason in refused]))
        if understood:
            total.add(_write(connection, understood, now))
    if strict and refused:
        raise NotUnderstoodError(refused[0][1])
    return total, takes_orders


def _ids(connection: Connection, source: str, digests: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in matching.batches(digests):
        query = select(payloads.c.digest, payloads.c.id).where(
            payloads.c.source == source, payloads.c.digest.in_(some)
        )
        found.update((row.digest, row.id) for row in connection.execute(query))
    return found


def _slices(engine: Engine, states: Sequence[str]) -> Iterator[list[int]]:
    last = 0
    while True:
        with begin_read(engine) as connection:
            ids = list(
                connection.execute(
                    select(payloads.c.id)
                    .where(payloads.c.state.in_(states), payloads.c.id > last)
                    .order_by(payloads.c.id)
                    .limit(SLICE)
                ).scalars()
            )
        if not ids:
            return
        yield ids
        last = ids[-1]


@dataclass(frozen=True)
class _Outcome:
    """What became of a payload, why, and of which numbers it speaks."""

    payload_id: int
    state: str
    reasons: Iterable[str] = ()
    keys: frozenset[str] = frozenset()


def _settle(connection: Connection, outcomes: Sequence[_Outcome]) -> None:
    # Most end alike, so they are written together.
    alike: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for outcome in outcomes:
        error = "\n".join(list(dict.fromkeys(outcome.reasons))[:_REASONS_KEPT]) or None
        alike[outcome.state, error].append(outcome.payload_id)
    for (state, error), some in alike.items():
        connection.execute(update(payloads).where(payloads.c.id.in_(some)).values(state=state, error=error))
    ids = [outcome.payload_id for outcome in outcomes]
    connection.execute(delete(mentions).where(mentions.c.payload_id.in_(ids)))
    spoken = {(outcome.payload_id, key) for outcome in outcomes for key in outcome.keys}
    if spoken:
        connection.execute(
            insert(mentions), [{"payload_id": payload_id, "key": key} for payload_id, key in sorted(spoken)]
        )


def _write(connection: Connection, understood: Sequence[tuple[_Payload, Decoded]], now: datetime) -> Counts:
    written = _write_orders(connection, understood, now)
    # An order's statement is reported of before anything else that came with it.
    reports = [
        [report for outcome in orders for report in outcome.reports] + list(decoded.reports)
        for orders, (_, decoded) in zip(written, understood, strict=True)
    ]
    known = matching.load(connection, [report for some in reports for report in some])
    counts = Counts()
    outcomes: list[_Outcome] = []
    rows: list[dict[str, object]] = []
    scans: list[list[recording.Key]] = []
    promised: list[tuple[int, str, Estimate, datetime]] = []
    for (payload, decoded), orders, given in zip(understood, written, reports, strict=True):
        intake = _Intake(connection, payload, known)
        for outcome in orders:
            intake.take_order(outcome)
            counts.add(replace(outcome.counts, rejected=[]))
        for report in given:
            intake.take(report)
        rows += intake.rows
        scans += intake.scans
        promised += intake.promised
        reasons = [*decoded.rejected, *intake.rejected]
        state = "waiting" if intake.waiting else "rejected" if reasons else "done"
        outcomes.append(_Outcome(payload.id, state, [*reasons, *intake.waiting], intake.keys))
        counts.received += intake.taken + len(decoded.rejected)
        counts.waiting += sum(intake.waiting.values())
        counts.rejected += reasons
        counts.unknown.update(decoded.unknown)
    _settle(connection, outcomes)
    results_of = recording.write_events(connection, rows, now)
    recording.write_promises(connection, promised, now)
    seen: set[recording.Key] = set()
    for keys in scans:
        # The same scan twice in one go: the first is counted as what it is, the others as duplicates.
        results = {results_of[key] for key in keys if key not in seen}
        seen.update(keys)
        if "new" in results:
            counts.new += 1
        elif "changed" in results:
            counts.changed += 1
        else:
            counts.duplicate += 1
    return counts


def _write_orders(
    connection: Connection, understood: Sequence[tuple[_Payload, Decoded]], now: datetime
) -> list[list[order_statements.Outcome]]:
    """Write the orders that each payload states, all before any scan is sorted to its parcel."""
    statements = [
        order_statements.Statement(payload.source, payload.received_at, said)
        for payload, decoded in understood
        for said in decoded.orders
    ]
    outcomes = iter(order_statements.write(connection, statements, now) if statements else ())
    return [[next(outcomes) for _ in decoded.orders] for _, decoded in understood]


class _Intake:
    """What the reports of one payload come to."""

    def __init__(self, connection: Connection, payload: _Payload, known: matching.Known) -> None:
        self._connection = connection
        self._payload = payload
        self._known = known
        self.taken = 0
        self.rows: list[dict[str, object]] = []
        #: For each scan that found its parcels the keys of its events.
        self.scans: list[list[recording.Key]] = []
        self.promised: list[tuple[int, str, Estimate, datetime]] = []
        self.waiting: Counter[str] = Counter()
        self._keys: set[str] = set()
        self.rejected: list[str] = []

    @property
    def keys(self) -> frozenset[str]:
        """The order and tracking keys that the payload speaks of."""
        return frozenset(self._keys)

    def take_order(self, outcome: order_statements.Outcome) -> None:
        """Note what became of the statement of an order."""
        self._keys.update(outcome.keys)
        self.rejected += outcome.counts.rejected
        if outcome.waiting:
            # Counted with the statement.
            self.waiting[outcome.waiting] += 0

    def take(self, report: Report) -> None:
        """Sort the scans of a report to their parcels."""
        self._keys.update(filter(None, (report.order_number, report.tracking_number)))
        source = self._payload.source
        stated_at = report.stated_at or max(
            (scan.occurred_at for scan in report.scans), default=self._payload.received_at
        )
        if report.estimate or report.next_legs or not report.scans:
            self._take_whole(report, stated_at)
        for scan in report.scans:
            self.taken += 1
            match = self._known.find(report, scan.occurred_at)
            if match.rejected:
                self.rejected.append(match.rejected)
            if match.waiting:
                self.waiting[match.waiting] += 1
            keys = []
            for parcel in match.parcels:
                leg = recording.leg_of(self._connection, parcel, scan.carrier, report.tracking_number)
                row = recording.event_row(parcel, leg, source, scan, stated_at)
                self.rows.append(row | {"payload_id": self._payload.id})
                keys.append((parcel.shipment_id, source, scan.source_id))
            if keys:
                self.scans.append(keys)

    def _take_whole(self, report: Report, stated_at: datetime) -> None:
        """What is said of the parcel as a whole."""
        latest = max((scan.occurred_at for scan in report.scans), default=stated_at)
        match = self._known.find(report, latest)
        if match.waiting and not report.scans:
            # Counted are scans, and there is none: but the payload waits.
            self.waiting[match.waiting] += 0
        if len(match.parcels) != 1:
            return
        parcel = match.parcels[0]
        for carrier, number in report.next_legs:
            recording.next_leg(self._connection, parcel, carrier, number, report.tracking_number)
        if report.estimate:
            self.promised.append((parcel.shipment_id, self._payload.source, report.estimate, stated_at))
