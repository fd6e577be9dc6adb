"""`wismo notices`, as it is typed."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest
import typer
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot.commands import notices as command
from tests.bot.test_notices import TALK, agree, bring
from tracking import ratings, subscriptions
from tracking.ratings import Score


def test_the_figures_are_printed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_engine", lambda: engine)
    app = typer.Typer()
    app.command()(command.notices)
    nothing = "asked for 0 times, 0 hold; ended: 0 by the shopper, 0 arrived, 0 expired; 0 sent\n"
    assert CliRunner().invoke(app, []).stdout == nothing
    now = datetime.now(timezone.utc)
    order_id = bring(engine)
    agree(engine, order_id)
    agree(engine, order_id, talk="website:2")
    subscriptions.stop(engine, TALK, "m", now)
    ratings.ask(engine, TALK, "m", now)
    ratings.rate(engine, TALK, Score.GOOD, now)
    assert CliRunner().invoke(app, []).stdout.splitlines() == [
        "asked for 2 times, 1 hold; ended: 1 by the shopper, 0 arrived, 0 expired; 0 sent",
        "bot rated: asked 1 times; 1 good, 0 so-so, 0 not good",
    ]
    assert json.loads(CliRunner().invoke(app, ["--json"]).stdout) == {
        "consents": {"given": 2, "holding": 1, "ended": {"shopper": 1, "arrived": 0, "expired": 0}},
        "sent": 0,
        "ratings": {"bot": {"asked": 1, "good": 1, "middling": 0, "bad": 0}},
    }
