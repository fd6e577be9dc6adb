"""`wismo unmapped`: which codes of providers no table has, so that somebody can add them."""

from __future__ import annotations

import json
from datetime import timezone
from typing import TYPE_CHECKING, Annotated

import typer

from tracking.errors import PayloadError

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


def unmapped(
    source: Annotated[str, typer.Option(help="Only this provider's codes, such as easypost.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the codes as JSON.")] = False,
) -> None:
    """List the codes of stored scans that are in none of today's tables, the most frequent first.

    A provider's own words are shown where they were said of several shoppers' parcels: others may hold names.
    """
    from tracking.db import begin_read
    from tracking.sources import KNOWS
    from tracking.unmapped import unmapped as read

    if source and source not in KNOWS:
        raise PayloadError(f"--source: {source!r} is none of {', '.join(KNOWS)}")
    with begin_read(_engine()) as connection:
        found = read(connection, [source] if source else tuple(KNOWS))
    if as_json:
        codes = [
            {
                "source": each.source,
                "code": each.code,
                "count": each.count,
                "newest": each.newest.astimezone(timezone.utc).isoformat(),
                "words": list(each.words),
            }
            for each in found
        ]
        typer.echo(json.dumps({"unmapped": codes}, ensure_ascii=False, indent=2))
        return
    for each in found:
        typer.echo(
            f"{each.source}: {each.code or '(no code)'}: {each.count} scans, "
            f"the latest {each.newest.astimezone(timezone.utc):%Y-%m-%d %H:%M} UTC"
        )
        for words in each.words:
            typer.echo(f"  {words}")
    if not found:
        typer.echo("every code is in its table")


def _engine() -> Engine:
    from tracking.db import default_engine
    from tracking.migrations import upgrade

    engine = default_engine()
    upgrade(engine)
    return engine
