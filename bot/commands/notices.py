"""`wismo notices`: how many shoppers asked to be told, what became of it, and how they rated the help."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


def notices(
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Count the notices that shoppers asked for and were sent, and the ratings they gave."""
    from tracking import ratings, subscriptions
    from tracking.db import begin_read

    with begin_read(_engine()) as connection:
        told, rated = subscriptions.totals(connection), ratings.totals(connection)
    if as_json:
        consents = {"given": told.given, "holding": told.holding, "ended": told.ended}
        figures = {"consents": consents, "sent": told.notices, "ratings": rated}
        typer.echo(json.dumps(figures, indent=2))
        return
    ended = ", ".join(f"{count} {_ENDED[why]}" for why, count in told.ended.items())
    typer.echo(f"asked for {told.given} times, {told.holding} hold; ended: {ended}; {told.notices} sent")
    for about, counts in rated.items():
        typer.echo(
            f"{about} rated: asked {counts['asked']} times; "
            f"{counts['good']} good, {counts['middling']} so-so, {counts['bad']} not good"
        )


_ENDED = {"shopper": "by the shopper", "arrived": "arrived", "expired": "expired"}


def _engine() -> Engine:
    from tracking.db import default_engine
    from tracking.migrations import upgrade

    engine = default_engine()
    upgrade(engine)
    return engine
