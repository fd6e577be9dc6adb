"""`wismo explain`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.commands import explain
from tests.tracking.parcels import NOW
from tracking import db, inbox, store
from tracking.migrations import upgrade

Run = Callable[..., Result]

ORDERS = [
    {
        "number": "70001",
        "email": "ada@example.com",
        "postcode": "69003",
        "country": "FR",
        "placed_at": "2026-11-14T09:00:00+01:00",
        "promised_by": "2026-11-24",
        "lines": [
            {"sku": "A", "name": "Paper lamp", "quantity": 1},
            {"sku": "B", "name": "Rug", "quantity": 1},
        ],
        "shipments": [
            {"carrier": "Colissimo", "tracking_number": "6A12345678901", "lines": ["A"]},
            {"carrier": "UPS", "tracking_number": "1Z999AA10123456784", "lines": ["B"]},
        ],
    },
    {
        "number": "70002",
        "country": "FR",
        "placed_at": "2026-11-18T09:00:00+01:00",
        "lines": [{"sku": "A", "name": "Paper lamp", "quantity": 1}],
    },
]
SCANS = [
    {
        "id": "p-1",
        "order": "70001",
        "shipment": 1,
        "milestone": "packed",
        "occurred_at": "2026-11-19T08:12:00+01:00",
        "city": "Lyon",
        "country": "FR",
    }
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command over a store with one order of two parcels and one without any."""
    engine = db.open_engine(f"sqlite:///{tmp_path / 'wismo.db'}")
    upgrade(engine)
    assert store.import_orders(engine, ORDERS, NOW).new == 2
    receipt = inbox.receive(engine, "shop", json.dumps(SCANS).encode(), NOW)
    inbox.process(engine, receipt.payload_id, NOW)
    monkeypatch.setattr(db, "default_engine", lambda: engine)
    app = typer.Typer()
    app.command()(explain.explain)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, [*arguments, "--at", "2026-11-19T15:30+01:00"])

    return invoke


def test_an_order_number_explains_all_its_parcels(run: Run) -> None:
    output = run("70001").output
    assert "Order 70001 · parcel 1 of 2" in output
    assert "is packed and has been ready in Lyon, France since 08:12 this morning" in output
    assert "Order 70001 · parcel 2 of 2" in output
    assert "In this parcel" in output


def test_a_tracking_number_explains_its_parcel_in_the_language_asked_for(run: Run) -> None:
    output = run("1Z 999 AA1 0123 4567 84", "--lang", "fr").output
    assert "Commande 70001 · colis 2 sur 2" in output
    assert "colis 1 sur 2" not in output


def test_an_order_that_has_no_parcel_yet_is_explained_all_the_same(run: Run) -> None:
    result = run("70002")
    assert result.exit_code == 0
    assert "Order 70002" in result.output
    assert "getting it ready" in result.output


def test_json_has_every_statement_with_its_facts_and_the_words(run: Run) -> None:
    first, second = json.loads(run("70001", "--json").output)["parcels"]
    assert (first["state"]["milestone"], second["state"]["milestone"]) == ("packed", "order_confirmed")
    assert first["state"]["events"]
    assert second["state"]["order"]
    assert first["by_when"]["basis"] == "shop"
    assert set(first["text"]) == {"language", "chat", "line", "page", "card"}


def test_the_status_tier_shows_what_a_tracking_number_alone_may(run: Run) -> None:
    output = run("6A12345678901", "--tier", "status").output
    assert "packed and ready; Colissimo" in output
    for private in ("70001", "Lyon", "lamp", "November"):
        assert private not in output


def test_the_moment_decides(run: Run) -> None:
    app = typer.Typer()
    app.command()(explain.explain)
    before = CliRunner().invoke(app, ["6A12345678901", "--at", "2026-11-18T10:00Z"])
    assert "is confirmed" in before.output
    much_later = CliRunner().invoke(app, ["6A12345678901", "--at", "2026-12-20"])
    assert "far too long" in much_later.output


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("79999",), explain.NothingFoundError),
        (("70001", "--lang", "xx"), explain.BadOptionError),
    ],
)
def test_bad_input_is_said_plainly(run: Run, arguments: tuple[str, ...], error: type[Exception]) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, error)
    assert "70001" not in str(result.exception)


@pytest.mark.parametrize("at", ["yesterday", "2026-13-01T10:00Z", "Z", "9999-12-31T23:59Z", "0001-01-01"])
def test_a_moment_that_is_none_is_refused(run: Run, at: str) -> None:
    app = typer.Typer()
    app.command()(explain.explain)
    result = CliRunner().invoke(app, ["70001", "--at", at])
    assert isinstance(result.exception, explain.BadOptionError)
