"""The demo shop: load it, list its orders, or write its payloads as files to try `wismo ingest` on."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.counting import print_counts
from bot.commands.run import up


def demo(context: typer.Context) -> None:
    """Load the demo shop's parcels and run everything in the foreground."""
    if context.invoked_subcommand is None:
        load()
        up(profile="demo")


def load() -> None:
    """Load the demo shop's orders and parcels, as of now. Again on the same day nothing changes."""
    from bot.demo import load as load_demo
    from tracking.db import default_engine
    from tracking.migrations import upgrade

    engine = default_engine()
    upgrade(engine)
    loaded = load_demo(engine, datetime.now(timezone.utc))
    for name, counts in (("orders", loaded.orders), ("scans", loaded.scans)):
        print_counts(counts, name)


def write(
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")],
) -> None:
    """Write the demo's orders and payloads as of now, for `wismo orders import` and `wismo ingest`."""
    from bot.demo import write as write_demo

    written = write_demo(folder, datetime.now(timezone.utc))
    typer.echo(f"{len(written)} files in {folder}")


def orders() -> None:
    """List the demo's orders with what proves them yours, as a Markdown table."""
    from bot.demo import table

    typer.echo(table())
