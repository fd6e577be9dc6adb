"""`wismo unmapped`, as it is typed."""

from __future__ import annotations

import json

import pytest
import typer
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot.commands import unmapped as command
from tests.tracking.reports import NOW, easypost, order, take
from tracking import store


def test_codes_are_printed_and_the_command_ends_well(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_engine", lambda: engine)
    app = typer.Typer()
    app.command()(command.unmapped)
    result = CliRunner().invoke(app, [])
    assert (result.exit_code, result.stdout) == (0, "every code is in its table\n")
    for hour, (number, tracking) in enumerate([("1001", "15501234567890"), ("1002", "15501234567891")], 10):
        store.import_orders(engine, [order(number, ("DPD UK", tracking))], NOW)
        take(engine, "easypost", easypost((f"2026-11-12T{hour}:00:00Z", "wárped"), number=tracking))
    result = CliRunner().invoke(app, [])
    assert result.stdout == "easypost: wárped: 2 scans, the latest 2026-11-12 11:00 UTC\n  wárped scan\n"
    result = CliRunner().invoke(app, ["--json", "--source", "easypost"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "unmapped": [
            {
                "source": "easypost",
                "code": "wárped",
                "count": 2,
                "newest": "2026-11-12T11:00:00+00:00",
                "words": ["wárped scan"],
            }
        ]
    }
    assert CliRunner().invoke(app, ["--source", "aftership"]).stdout == "every code is in its table\n"
    assert "none of easypost, aftership" in str(CliRunner().invoke(app, ["--source", "teapot"]).exception)
