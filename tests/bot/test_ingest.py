"""`wismo orders import`, `wismo ingest` and `wismo replay`, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from click.testing import Result
from sqlalchemy import select
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot.commands import ingest
from bot.commands.counting import REASONS_SHOWN
from tests.tracking.feeds import described
from tests.tracking.reports import NOW
from tracking import store
from tracking.db import begin_read
from tracking.errors import PayloadError, TooLargeError
from tracking.model import orders, payloads
from tracking.orders import files as order_files
from tracking.sources import SOURCES

WIRE = Path(__file__).parents[1] / "wire"
ORDER = {
    "number": "10042",
    "placed_at": "2026-11-10T09:00:00Z",
    "shipments": [{"carrier": "Colissimo", "tracking_number": "6A12345678901"}],
}
DELIVERED = WIRE / "easypost" / "delivered_with_signature.json"

Run = Callable[..., Result]


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(ingest, "_engine", lambda: engine)
    app = typer.Typer()
    app.command("import")(ingest.import_orders)
    app.command("ingest")(ingest.ingest)
    app.command("replay")(ingest.replay)

    def type_in(*words: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return type_in


@pytest.fixture
def order_file(tmp_path: Path) -> Path:
    file = tmp_path / "orders.json"
    file.write_text(json.dumps([ORDER]))
    return file


def told(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return sum(len(parcel.events) for parcel in store.parcels_by_tracking(connection, "6A12345678901"))


def test_orders_then_scans_then_both_again(run: Run, engine: Engine, order_file: Path) -> None:
    result = run("import", order_file)
    assert result.exit_code == 0
    assert "received 1, new 1, changed 0, duplicate 0, waiting 0, rejected 0" in result.output
    result = run("ingest", "--source", "easypost", DELIVERED)
    assert result.exit_code == 0
    assert "received 6, new 6, changed 0, duplicate 0, waiting 0, rejected 0" in result.output
    assert "duplicate 1" in run("import", order_file).output
    assert "new 0, changed 0, duplicate 6" in run("ingest", "--source", "easypost", DELIVERED).output
    assert told(engine) == 6


def test_scans_from_standard_input_before_their_order(run: Run, engine: Engine, order_file: Path) -> None:
    result = run("ingest", "--source", "easypost", "-", "--json", stdin=DELIVERED.read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.output)["waiting"] == 6
    run("import", order_file)
    assert told(engine) == 6


def test_a_list_of_payloads_is_taken_one_by_one(
    run: Run, engine: Engine, order_file: Path, tmp_path: Path
) -> None:
    run("import", order_file)
    payload = json.loads(DELIVERED.read_bytes())
    file = tmp_path / "many.json"
    file.write_text(json.dumps([payload, {"description": "tracker.updated"}, payload, 7]))
    result = run("ingest", "--source", "easypost", file)
    assert result.exit_code == ingest.EXIT_REJECTED
    assert "received 14, new 6, changed 0, duplicate 6, waiting 0, rejected 2" in result.output
    assert "payload 2: result: expected a JSON object" in result.output
    assert "payload 4: " in result.output
    with begin_read(engine) as connection:
        assert len(connection.execute(select(payloads.c.id)).all()) == 1


def test_rejected_orders_are_named_and_make_the_command_fail(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("number,placed_at,email\n1,2026-11-18,a@b.fr\n2,never,secret@example.org\n")
    result = run("import", file)
    assert result.exit_code == ingest.EXIT_REJECTED
    assert "received 2, new 1" in result.output
    assert "rejected: row 2: placed_at: not a time" in result.output
    assert "secret@example.org" not in result.output


def test_many_reasons_are_not_all_printed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "orders.json"
    file.write_text(json.dumps([{}] * (REASONS_SHOWN + 3)))
    result = run("import", file)
    assert "rejected: 3 more" in result.output


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "empty"), (DELIVERED.read_bytes()[:-9], "not JSON"), (b"\xff", "not UTF-8"), (b"[NaN]", "NaN")],
)
def test_a_file_that_cannot_be_read_leaves_the_store_untouched(
    run: Run, engine: Engine, tmp_path: Path, content: bytes, problem: str
) -> None:
    file = tmp_path / "payload.json"
    file.write_bytes(content)
    result = run("ingest", "--source", "easypost", file)
    assert isinstance(result.exception, PayloadError)
    assert problem in str(result.exception)
    with begin_read(engine) as connection:
        assert connection.execute(select(payloads.c.id)).all() == []
        assert connection.execute(select(orders.c.id)).all() == []


def test_a_mistyped_payload_leaves_the_store_untouched(run: Run, engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "payload.json"
    file.write_text('{"description": "tracker.updated", "result": {"tracking_code": 7}}')
    result = run("ingest", "--source", "easypost", file)
    assert result.exit_code == ingest.EXIT_REJECTED
    assert "result.tracking_code: missing" in result.output
    with begin_read(engine) as connection:
        assert connection.execute(select(payloads.c.id)).all() == []


def test_a_file_that_is_too_large_is_not_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_files, "MAX_FILE_BYTES", 1000)
    file = tmp_path / "payload.json"
    file.write_bytes(b"x" * 1001)
    result = run("ingest", "--source", "easypost", file)
    assert isinstance(result.exception, TooLargeError)
    assert "split it" in str(result.exception)


def test_a_source_that_there_is_not(run: Run) -> None:
    result = run("ingest", "--source", "pigeon", DELIVERED)
    assert isinstance(result.exception, PayloadError)
    assert "none of easypost, aftership, " in str(result.exception)


def test_replaying_history_changes_nothing(run: Run, order_file: Path) -> None:
    run("import", order_file)
    run("ingest", "--source", "easypost", DELIVERED)
    assert "received 0" in run("replay").output
    assert "received 6, new 0, changed 0, duplicate 6" in run("replay", "--done").output


def test_unknown_codes_are_said(run: Run) -> None:
    result = run("ingest", "--source", "easypost", WIRE / "easypost" / "unknown_code.json")
    assert "unknown code, kept as it is: levitating/hovering (1 times)" in result.output


def test_a_feed_in_csv_is_one_payload(run: Run, engine: Engine) -> None:
    row = ORDER | {"shipments": [{"carrier": "DHL Express", "tracking_number": "4731248290"}]}
    store.import_orders(engine, [row], NOW)
    with described(WIRE / "feed" / "postal.yml"):
        result = run("ingest", "--source", "feed", WIRE / "feed" / "postal.csv", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["new"] == 9
    with begin_read(engine) as connection:
        assert connection.execute(select(payloads.c.state)).scalars().all() == ["done"]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("depth", [900, 960, 985, 990, 100_000])
def test_deep_nesting_and_endless_numbers_are_said(run: Run, tmp_path: Path, source: str, depth: int) -> None:
    file = tmp_path / "payload.json"
    for content in ("[" * depth + "]" * depth, '[{"a":' * depth, '[{"id":' + "1" * 5000 + "}]"):
        file.write_text(content)
        result = run("ingest", "--source", source, file)
        assert isinstance(result.exception, (PayloadError, SystemExit))
        assert result.exit_code != 0
        imported = run("import", file)
        assert isinstance(imported.exception, (PayloadError, SystemExit))
        assert imported.exit_code != 0


@pytest.mark.parametrize(
    ("source", "case", "said"),
    [
        ("shopify", "order_fulfilled_in_two_parcels", "received 4, new 4"),
        ("woocommerce", "order_completed_with_number", "received 3, new 3"),
    ],
)
def test_orders_of_a_shop_system_make_the_order(
    run: Run, engine: Engine, source: str, case: str, said: str
) -> None:
    file = WIRE / source / f"{case}.json"
    assert said in run("ingest", "--source", source, file).output
    assert "new 0, changed 0" in run("ingest", "--source", source, file).output
    with begin_read(engine) as connection:
        order = store.find_order(connection, "1042")
    assert order is not None
    assert (order.email, order.postcode, order.name) == ("camille@example.com", "69003", "Camille Martin")
