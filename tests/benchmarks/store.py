"""The store's own speed: `python -m tests.benchmarks.store`, part of `make bench`.

Three questions, on SQLite and PostgreSQL. How many scans a second go in, next to the floor: the same rows in
the same transactions, inserted into tables that are alike, with nothing read and nothing decided. How long a
lookup by order number and by tracking number takes as the store grows. Whether memory stays flat while scans
stream in.

Only ratios mean much: machines are noisy, so each figure has its counterpart from the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import os
import random
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import Table, create_engine, func, insert, select
from sqlalchemy.engine import Engine, make_url

from tests.benchmarks.load import percentile
from tests.benchmarks.report import milliseconds, table
from tracking import inbox, store
from tracking.db import begin_read, begin_write, open_engine
from tracking.migrations import upgrade
from tracking.model import events, legs, mentions, order_lines, orders, payloads, shipment_lines, shipments

POSTGRES = os.environ.get("WISMO_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone.utc)
#: What happens to a parcel, a day apart: (EasyPost status, hours after the order).
STORY = (
    ("pre_transit", 3),
    ("in_transit", 20),
    ("in_transit", 31),
    ("in_transit", 44),
    ("in_transit", 55),
    ("out_for_delivery", 68),
    ("out_for_delivery", 92),
    ("delivered", 97),
)
TOWNS = ("Lille", "Paris", "Dijon", "Lyon", "Valence", "Nice", "Nice", "Nice")
#: Payloads handed over at once, as a feed or a replay does; each holds the story of one parcel.
BATCH = 500
#: Lookups that a percentile is taken of, and those before them.
LOOKUPS, WARM_UP = 2000, 100
SIZES = (1_000, 100_000, 1_000_000)
#: On PostgreSQL a million shipments take minutes to make.
POSTGRES_SIZES = SIZES[:2]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, default=10_000, help="of the ingestion, eight scans each")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="number of shipments at most")
    parser.add_argument("--stream", type=int, default=1_000_000, help="scans of the memory measurement")
    options = parser.parse_args()
    print(report(options.parcels, options.largest, options.stream))


def report(parcels: int, largest: int, stream: int) -> str:
    """All measurements as Markdown."""
    ingested, looked_up, notes = [], [], []
    for name in ("SQLite", "PostgreSQL"):
        with database(name) as engine, database(name) as floor_engine:
            ingested.append(ingestion_row(name, engine, floor_engine, parcels))
        sizes = [size for size in (SIZES if name == "SQLite" else POSTGRES_SIZES) if size <= largest]
        with contextlib.ExitStack() as stack:
            engines = [(size, stack.enter_context(database(name))) for size in sizes]
            for size, engine in engines:
                grow(engine, size)
            looked_up += lookup_rows(name, engines)
    if stream:
        with database("SQLite") as engine:
            notes.append(memory(engine, stream))
    head = ("", "scans/s", "floor, scans/s", "ours / floor")
    parts = [table(head, ingested), table(("", *LOOKUP_COLUMNS), looked_up), *notes]
    return "\n\n".join(parts)


@contextlib.contextmanager
def database(name: str) -> Iterator[Engine]:
    """An empty store, gone afterwards."""
    if name == "SQLite":
        with tempfile.TemporaryDirectory(prefix="wismo-bench-") as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'wismo.db'}")
            upgrade(engine)
            yield engine
            engine.dispose()
        return
    own = f"wismo_bench_{uuid.uuid4().hex[:12]}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT", future=True)
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {own}")
    engine = open_engine(make_url(POSTGRES).set(database=own).render_as_string(hide_password=False))
    try:
        upgrade(engine)
        yield engine
    finally:
        engine.dispose()
        with server.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {own} WITH (FORCE)")
        server.dispose()


# --- Ingestion ------------------------------------------------------------------------------------------


def tracking_number(index: int) -> str:
    """The number of the parcel of the order at this index."""
    return f"{15_500_000_000_000 + index}"


def order_rows(first: int, count: int) -> Iterator[dict[str, Any]]:
    """Orders of one parcel each, as a shop exports them."""
    for index in range(first, first + count):
        placed = NOW - timedelta(days=5, minutes=index % 1440)
        yield {
            "number": f"{1_000_000 + index}",
            "email": f"shopper{index}@example.com",
            "name": f"Shopper {index}",
            "postcode": f"{10_000 + index % 80_000}",
            "country": "FR",
            "placed_at": placed.isoformat(),
            "lines": [{"sku": "LAMP-1", "name": "Desk lamp", "quantity": 1}],
            "shipments": [
                {"carrier": "dpd-uk", "tracking_number": tracking_number(index), "lines": ["LAMP-1"]}
            ],
        }


def payload(index: int) -> bytes:
    """The whole story of a parcel, as a provider sends it."""
    placed = NOW - timedelta(days=5, minutes=index % 1440)
    details = [
        {
            "datetime": (placed + timedelta(hours=hours)).isoformat(),
            "status": status,
            "status_detail": "unknown",
            "message": f"{status} at {town}",
            "tracking_location": {"city": town, "country": "FR"},
        }
        for (status, hours), town in zip(STORY, TOWNS, strict=True)
    ]
    tracker = {"tracking_code": tracking_number(index), "carrier": "DPDUK", "tracking_details": details}
    return json.dumps({"description": "tracker.updated", "result": tracker}).encode()


def ingest(engine: Engine, first: int, count: int) -> float:
    """Hand over the payloads of these parcels in batches; seconds until all are interpreted."""
    spent = 0.0
    for start in range(first, first + count, BATCH):
        bodies = [payload(index) for index in range(start, min(start + BATCH, first + count))]
        began = time.perf_counter()
        receipts = inbox.receive_all(engine, "easypost", bodies, NOW)
        counts = inbox.process_all(engine, [receipt.payload_id for receipt in receipts], NOW)
        spent += time.perf_counter() - began
        assert counts.new == len(bodies) * len(STORY), counts
    return spent


def floor(source: Engine, target: Engine) -> float:
    """Insert every row that the ingestion into `source` left into `target`; seconds."""
    spent = 0.0
    with begin_read(source) as connection:
        for name in (orders, order_lines, shipments, shipment_lines, legs):
            rows = [dict(row._mapping) for row in connection.execute(select(name))]
            with begin_write(target) as to:
                to.execute(insert(name), rows)
        count = connection.execute(select(func.max(payloads.c.id))).scalar_one()
        # Payloads are committed as they come, then interpreted some at a time: so here too.
        interpreted = {mentions: "payload_id", events: "payload_id"}
        for names, size in (({payloads: "id"}, BATCH), (interpreted, inbox.SLICE)):
            for start in range(0, count, size):
                rows_of = {
                    name: [
                        dict(row._mapping)
                        for row in connection.execute(
                            select(name).where(name.c[column].between(start + 1, start + size))
                        )
                    ]
                    for name, column in names.items()
                }
                began = time.perf_counter()
                with begin_write(target) as to:
                    for name, rows in rows_of.items():
                        to.execute(insert(name), rows)
                spent += time.perf_counter() - began
    return spent


def ingestion_row(name: str, engine: Engine, floor_engine: Engine, parcels: int) -> tuple[str, ...]:
    """Scans a second, the floor's, and their ratio."""
    store.import_orders(engine, order_rows(0, parcels), NOW)
    ours = ingest(engine, 0, parcels)
    bare = floor(engine, floor_engine)
    scans = parcels * len(STORY)
    return name, f"{scans / ours:,.0f}", f"{scans / bare:,.0f}", f"{bare / ours:.2f}"


# --- Lookup ---------------------------------------------------------------------------------------------

LOOKUP_COLUMNS = ("shipments", "by order, p50", "p99", "by tracking number, p50", "p99")
#: Every so many shipments have scans; these are looked up.
SCANNED = 10


def grow(engine: Engine, size: int, *, scanned: bool = True) -> None:
    """Copy what the ingestion made of one parcel until there are `size` shipments, some of them `scanned`.

    The database does it by itself: importing a million orders would take longer than all else here.
    """
    store.import_orders(engine, order_rows(0, 1), NOW)
    ingest(engine, 0, 1)
    own: dict[Table, dict[str, str]] = {
        orders: {
            "id": "i + 1",
            "number": "CAST(1000000 + i AS VARCHAR(20))",
            "number_key": "CAST(1000000 + i AS VARCHAR(20))",
            "email": "'shopper' || CAST(i AS VARCHAR(20)) || '@example.com'",
        },
        order_lines: {"id": "i + 1", "order_id": "i + 1"},
        shipments: {"id": "i + 1", "order_id": "i + 1"},
        shipment_lines: {"shipment_id": "i + 1", "line_id": "i + 1"},
        legs: {
            "id": "i + 1",
            "shipment_id": "i + 1",
            "tracking_number": "CAST(15500000000000 + i AS VARCHAR(20))",
        },
        # Without ids of their own, which the database gives, and without payloads.
        events: {"id": "", "shipment_id": "i + 1", "leg_id": "i + 1", "payload_id": "NULL"},
    }
    with begin_write(engine) as connection:
        for of, changed in own.items():
            if of is events and not scanned:
                continue
            step = SCANNED if of is events else 1
            columns = [column.name for column in of.columns if changed.get(column.name) != ""]
            values = [changed.get(name, f"template.{name}") for name in columns]
            template = f"(SELECT * FROM {of.name} WHERE {_FIRST.get(of, 'id = 1')}) AS template"  # noqa: S608
            connection.exec_driver_sql(
                f"WITH RECURSIVE series(i) AS (SELECT {step} UNION ALL "  # noqa: S608 - names of our own
                f"SELECT i + {step} FROM series WHERE i + {step} < {size}) "
                f"INSERT INTO {of.name} ({', '.join(columns)}) "
                f"SELECT {', '.join(values)} FROM {template}, series"
            )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")  # as either does by itself, sooner or later


#: Which rows of a table belong to the first parcel, where they are not told by their id.
_FIRST = {shipment_lines: "shipment_id = 1", events: "shipment_id = 1"}


def lookup_rows(name: str, engines: Sequence[tuple[int, Engine]]) -> list[tuple[str, ...]]:
    """Percentiles of lookups at each size, and how much each p99 is above that of the smallest.

    The sizes take turns, lookup by lookup, so that whatever else the machine does falls on all alike.
    """
    chance = random.Random(7)
    taken: list[tuple[list[float], list[float]]] = [([], []) for _ in engines]
    for round_ in range(-WARM_UP, LOOKUPS):
        for (size, engine), (by_order, by_number) in zip(engines, taken, strict=True):
            index = chance.randrange(SCANNED, size, SCANNED)
            waits = _by_order(engine, index), _by_number(engine, index)
            if round_ >= 0:
                by_order.append(waits[0])
                by_number.append(waits[1])
    rows = []
    for (size, _), waits_of in zip(engines, taken, strict=True):
        told: list[str] = []
        for waits, smallest in zip(waits_of, taken[0], strict=True):
            p50, p99 = percentile(waits, 0.5), percentile(waits, 0.99)
            growth = p99 / percentile(smallest, 0.99)
            told += [milliseconds(p50), f"{milliseconds(p99)} (×{growth:.2f})"]
        rows.append((name, f"{size:,}", *told))
    return rows


def _by_order(engine: Engine, index: int) -> float:
    began = time.perf_counter()
    with begin_read(engine) as connection:
        found = store.find_order(connection, f"{1_000_000 + index}")
        assert found is not None
        (parcel,) = store.parcels_of(connection, found.id)
    took = time.perf_counter() - began
    assert len(parcel.events) == len(STORY)
    return took


def _by_number(engine: Engine, index: int) -> float:
    began = time.perf_counter()
    with begin_read(engine) as connection:
        (parcel,) = store.parcels_by_tracking(connection, tracking_number(index))
    took = time.perf_counter() - began
    assert len(parcel.events) == len(STORY)
    return took


# --- Memory ---------------------------------------------------------------------------------------------


def memory(engine: Engine, scans: int) -> str:
    """Resident memory of this process every tenth of the way through `scans`."""
    tenth = scans // len(STORY) // 10 // BATCH * BATCH
    grow(engine, 1 + BATCH + 10 * tenth, scanned=False)
    ingest(engine, 1, BATCH)  # what is loaded and cached once
    gc.collect()
    sizes = [resident()]
    for part in range(10):
        ingest(engine, 1 + BATCH + part * tenth, tenth)
        sizes.append(resident())
    told = " · ".join(f"{size:.0f}" for size in sizes)
    return (
        f"Resident memory while {10 * tenth * len(STORY):,} scans come in, in MB, at the start and at each "
        f"tenth: {told} (×{sizes[-1] / sizes[0]:.2f})."
    )


def resident() -> float:
    """Resident memory of this process, MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
