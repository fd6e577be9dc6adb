"""`make bench`: our assistant, and the same assistant with Rasa's default pipeline, in one run.

Both have 100,000 orders in their store, answer over the website channel with the action server, and are
driven by the same shoppers. Only the ratios between the two mean much: machines are noisy. Trains both
pipelines from nothing: the default one's 100 epochs over our data take most of half an hour on two cores.
`--epochs 10` shortens that; how fast it answers does not depend on it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from tests.assistant import ROOT, Assistant, environment, start
from tests.benchmarks import baseline
from tests.benchmarks.load import Waits, percentile, run
from tests.benchmarks.report import milliseconds, resident_megabytes, table
from tracking import store
from tracking.db import open_engine
from tracking.migrations import upgrade

ORDERS = 100_000
SIDE_BY_SIDE = (1, 32)


@dataclass
class Measured:
    """What one pipeline took."""

    train_seconds: float
    start_seconds: float
    memory: dict[str, float]
    waits: dict[int, Waits]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--epochs", type=int, default=100, help="of the default pipeline's training")
    parser.add_argument("--seconds", type=float, default=40.0, help="how long each load lasts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wismo-bench-") as folder:
        work = Path(folder)
        orders = fill(work / "filled.db")
        measured = {}
        for name in ("ours", "default"):
            project = work / name
            make_project(project, name, options.epochs)
            measured[name] = measure(project, work / "filled.db", orders, options.seconds)
    print(report(measured, options.epochs))


def fill(database: Path) -> list[tuple[str, str]]:
    """A store with `ORDERS` orders on their way; returns some numbers with the e-mail that opens them."""
    engine = open_engine(f"sqlite:///{database}")
    upgrade(engine)
    now = datetime.now(timezone.utc)
    rows = [row(index, now) for index in range(ORDERS)]
    began = time.perf_counter()
    counts = store.import_orders(engine, rows, now)
    assert counts.new == ORDERS, counts.rejected[:3]
    print(f"imported {ORDERS} orders in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    with contextlib.closing(engine.raw_connection()) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return [(str(each["number"]), str(each["email"])) for each in rows[:: ORDERS // 64]]


def row(index: int, now: datetime) -> dict[str, Any]:
    """One plausible order."""
    placed = now - timedelta(days=1 + index % 20)
    return {
        "number": str(1_000_000 + index),
        "email": f"shopper{index}@example.com",
        "phone": None,
        "name": f"Shopper {index}",
        "postcode": f"{10_000 + index % 80_000}",
        "country": "FR",
        "placed_at": placed.isoformat(),
        "promised_by": (placed + timedelta(days=6)).isoformat(),
        "language": "en",
        "lines": [{"sku": "LAMP-1", "name": "Desk lamp", "quantity": 1}],
        "shipments": [{"carrier": "dpd-fr", "tracking_number": f"BENCH{index:09d}", "lines": ["LAMP-1"]}],
    }


def make_project(project: Path, name: str, epochs: int) -> None:
    """A folder to run in: our own configuration, or the default pipeline's."""
    baseline.write(ROOT, project)
    for file in ("endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / file, project)
    if name == "ours":
        shutil.copy(ROOT / "config.yml", project)
    else:
        # The encoder is ours alone: nothing to warm.
        (project / "credentials.yml").write_text("bot.channels.relay.RelayInput:\n")
        config = (project / "config.yml").read_text()
        (project / "config.yml").write_text(config.replace("epochs: 100", f"epochs: {epochs}"))


def measure(project: Path, filled: Path, orders: list[tuple[str, str]], seconds: float) -> Measured:
    """Train, start, and drive one of them."""
    var = project / "var"
    var.mkdir()
    shutil.copy(filled, var / "wismo.db")
    env = {**environment(var), "WISMO_MESSAGES_A_MINUTE": "100000", "RASA_TELEMETRY_ENABLED": "false"}
    began = time.perf_counter()
    trained = subprocess.run(
        [sys.executable, "-m", "bot.cli", "train", "--force"],
        env=env,
        cwd=project,
        check=False,
        capture_output=True,
    )
    assert trained.returncode == 0, trained.stderr.decode()[-2000:]
    train_seconds = time.perf_counter() - began
    began = time.perf_counter()
    with started(project, env, var) as assistant:
        start_seconds = time.perf_counter() - began
        waits = {}
        for conversations in SIDE_BY_SIDE:
            run(assistant.url, orders, conversations, min(5.0, seconds))  # warm up
            waits[conversations] = run(assistant.url, orders, conversations, seconds)
        memory = resident_megabytes(assistant.process.pid)
    return Measured(train_seconds, start_seconds, memory, waits)


@contextlib.contextmanager
def started(project: Path, env: dict[str, str], var: Path) -> Iterator[Assistant]:
    """The assistant, run from `project`."""
    with start(env, var / "up.log", cwd=project) as assistant:
        yield assistant


def report(measured: dict[str, Measured], epochs: int) -> str:
    """Everything as a table, ours beside the default, with the ratio."""
    ours, default = measured["ours"], measured["default"]
    rows: list[tuple[str, str, str, str]] = [
        _row("training, from nothing", ours.train_seconds, default.train_seconds, "{:.0f} s"),
        _row("start until everything answers", ours.start_seconds, default.start_seconds, "{:.0f} s"),
    ]
    for count in SIDE_BY_SIDE:
        mine, theirs = ours.waits[count], default.waits[count]
        beside = f"{count} conversation{'s' if count > 1 else ''}"
        rows.append(_row(f"turns/s, {beside}", mine.turns_per_second, theirs.turns_per_second, "{:.1f}"))
        for what, share in (("p50", 0.5), ("p99", 0.99)):
            rows.append(_wait(f"answer {what}, {beside}", mine.answered, theirs.answered, share))
            rows.append(
                _wait(f"acknowledged {what}, {beside}", mine.acknowledged, theirs.acknowledged, share)
            )
    for part in sorted(ours.memory):
        rows.append(
            _row(
                f"memory of {part} (PSS)",
                ours.memory[part],
                default.memory.get(part, float("nan")),
                "{:.0f} MB",
            )
        )
    title = (
        f"{os.cpu_count()} cores, SQLite, {ORDERS:,} orders, website channel, action server on; "
        f"default pipeline trained for {epochs} epochs"
    )
    return f"{title}\n\n{table(('', 'ours', 'default pipeline', 'ours / default'), rows)}"


def _row(name: str, mine: float, theirs: float, form: str) -> tuple[str, str, str, str]:
    return name, form.format(mine), form.format(theirs), f"{mine / theirs:.2f}"


def _wait(name: str, mine: list[float], theirs: list[float], share: float) -> tuple[str, str, str, str]:
    one, other = percentile(mine, share), percentile(theirs, share)
    return name, milliseconds(one), milliseconds(other), f"{one / other:.2f}"


if __name__ == "__main__":
    main()
