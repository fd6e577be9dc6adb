"""`wismo demo …`: load, write, orders."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot.commands import demo
from bot.demo import table
from tracking import db

app = typer.Typer()
for command in (demo.load, demo.write, demo.orders):
    app.command()(command)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database file without any table yet, as the process's own."""
    engine = db.open_engine(f"sqlite:///{tmp_path / 'new' / 'wismo.db'}")
    monkeypatch.setattr(db, "default_engine", lambda: engine)
    return engine


def test_load_makes_the_tables_and_counts(store: Engine) -> None:
    first = CliRunner().invoke(app, ["load"])
    assert first.exit_code == 0, first.output
    orders, scans, *unknown = first.output.splitlines()
    assert orders.startswith("orders: received 73, new 73, changed 0, duplicate 0")
    assert scans.startswith("scans: ")
    assert scans.endswith("changed 0, duplicate 0, waiting 0, rejected 0")
    # One story is told in a code that nobody knows.
    assert [line.partition(":")[0] for line in unknown] == ["unknown code, kept as it is"]
    second = CliRunner().invoke(app, ["load"])
    assert "received 73, new 0, changed 0, duplicate 73" in second.output


def test_write_says_where_the_files_are(tmp_path: Path) -> None:
    folder = tmp_path / "payloads"
    result = CliRunner().invoke(app, ["write", str(folder)])
    assert result.exit_code == 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert result.output == f"{len(files)} files in {folder}\n"
    assert {path.relative_to(folder).parts[0] for path in files} == {
        "orders.json",
        "shop",
        "easypost",
        "aftership",
    }


def test_orders_prints_the_table_of_the_documentation() -> None:
    assert CliRunner().invoke(app, ["orders"]).output == table() + "\n"
