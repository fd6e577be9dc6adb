"""`wismo orders import`, `wismo ingest` and `wismo replay`: taking in orders and scans from files."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.counting import print_counts
from tracking.counts import Counts

#: Of a command that rejected some of what it was given.
EXIT_REJECTED = 1

AsJson = Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")]


def import_orders(
    file: Annotated[Path, typer.Argument(help="A .json or .csv file of orders.")], as_json: AsJson = False
) -> None:
    """Add and update orders from a file; importing it again changes nothing."""
    from tracking import store
    from tracking.orders.files import read_orders

    rows = read_orders(file)
    _report(store.import_orders(_engine(), rows, _now()), "orders", as_json)


def ingest(
    file: Annotated[
        Path, typer.Argument(help="A payload or a list of them in JSON; - reads standard input.")
    ],
    source: Annotated[str, typer.Option(help="Who sent it, such as easypost, aftership, shop or feed.")],
    as_json: AsJson = False,
) -> None:
    """Take in what a provider or the shop sent; taking it in again changes nothing.

    What cannot be understood is rejected and not kept: it can be taken in again from the file.
    """
    from tracking import inbox
    from tracking.errors import NotUnderstoodError, PayloadError
    from tracking.orders.files import MAX_FILE_BYTES, checked, read_file
    from tracking.sources import SOURCES, feed, wire

    if source not in SOURCES:
        raise PayloadError(f"--source: {source!r} is none of {', '.join(SOURCES)}")
    if file == Path("-"):
        content = checked(sys.stdin.buffer.read(MAX_FILE_BYTES + 1), "standard input")
    else:
        content = read_file(file)
    try:
        # The rows of a feed are one payload, and may be CSV.
        parsed = None if source == feed.SOURCE else wire.parse(content)
    except NotUnderstoodError as error:
        raise PayloadError(f"{file}: {error}") from error
    counts = Counts()
    bodies = []
    payloads = parsed if isinstance(parsed, list) else [parsed]
    for number, payload in enumerate(payloads, 1):
        # A single payload is kept as it came; one of a list is written down by itself.
        try:
            body = _compact(payload) if isinstance(parsed, list) else content
            SOURCES[source].decode(body)
        except NotUnderstoodError as error:
            where = f"payload {number}: " if isinstance(parsed, list) else ""
            counts.add(Counts(received=1, rejected=[f"{where}{error}"]))
        else:
            bodies.append(body)
    if bodies:
        engine = _engine()
        receipts = inbox.receive_all(engine, source, bodies, _now())
        counts.add(inbox.process_all(engine, [receipt.payload_id for receipt in receipts], _now()))
    _report(counts, "scans", as_json)


def replay(
    done: Annotated[
        bool, typer.Option(help="Interpret all history again, not only what is left over.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Interpret again what the inbox holds: after a better mapping, or when orders came late."""
    from tracking import inbox

    states = ("received", "waiting", "rejected", *(("done",) if done else ()))
    _report(inbox.replay(_engine(), _now(), states), "scans", as_json)


def _compact(payload: Any) -> bytes:
    """A payload written down by itself.

    Raises:
        NotUnderstoodError: it is nested so deep that it could be read but not written.
    """
    from tracking.errors import NotUnderstoodError

    try:
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    except RecursionError as error:
        raise NotUnderstoodError("JSON nested too deep; send the provider's own payload") from error


def _engine() -> Any:
    """The store, with its tables in place."""
    from tracking.db import default_engine
    from tracking.migrations import upgrade

    engine = default_engine()
    upgrade(engine)
    return engine


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _report(counts: Counts, what: str, as_json: bool) -> None:
    """Print the counts; end with an error if anything was rejected."""
    if as_json:
        typer.echo(json.dumps(counts.as_dict(), ensure_ascii=False))
    else:
        print_counts(counts, what)
    if counts.rejected:
        raise typer.Exit(EXIT_REJECTED)
