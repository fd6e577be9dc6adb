"""How every command prints what became of the records it took in."""

from __future__ import annotations

import typer

from tracking.counts import Counts

#: Reasons for rejection that are printed; the others are only counted.
REASONS_SHOWN = 50


def print_counts(counts: Counts, what: str) -> None:
    """Print the counts of records called `what`, and on standard error why some were rejected."""
    typer.echo(
        f"{what}: received {counts.received}, new {counts.new}, changed {counts.changed}, "
        f"duplicate {counts.duplicate}, waiting {counts.waiting}, rejected {len(counts.rejected)}"
    )
    for code, times in counts.unknown.most_common():
        typer.echo(f"unknown code, kept as it is: {code} ({times} times)")
    for reason in counts.rejected[:REASONS_SHOWN]:
        typer.echo(f"rejected: {reason}", err=True)
    if len(counts.rejected) > REASONS_SHOWN:
        typer.echo(f"rejected: {len(counts.rejected) - REASONS_SHOWN} more", err=True)
