"""`wismo poll`, as it is typed."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone

import pytest
import typer
from click.testing import Result
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot import serve
from bot.commands import poll
from tests.tracking.provider_server import KEY, ProviderServer, serving
from tracking import store
from tracking.errors import ConfigurationError


def typed(monkeypatch: pytest.MonkeyPatch, engine: Engine, server: ProviderServer, *words: str) -> Result:
    monkeypatch.setattr("tracking.db.default_engine", lambda: engine)
    monkeypatch.setenv(f"WISMO_{server.source.upper()}_URL", server.url)
    app = typer.Typer()
    app.command()(poll.poll)
    return CliRunner().invoke(app, list(words))


def order(engine: Engine) -> None:
    now = datetime.now(timezone.utc)
    shipment = {"carrier": "DPD UK", "tracking_number": "15501234567890"}
    placed = (now - timedelta(days=1)).isoformat()
    store.import_orders(engine, [{"number": "10042", "placed_at": placed, "shipments": [shipment]}], now)


def test_one_round_says_what_it_came_to(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    order(engine)
    with serving("ship24") as server:
        monkeypatch.setenv("WISMO_SHIP24_KEY", KEY)
        first = typed(monkeypatch, engine, server, "--once", "--source", "ship24")
        again = typed(monkeypatch, engine, server, "--once")
    assert first.exit_code == 0
    assert "ship24: 1 of 1 parcels asked, 1 new scans, 0 without news" in first.output
    assert (again.exit_code, again.output) == (0, "nothing is due\n")
    assert len(server.asked) == 1


def test_a_key_that_is_refused_ends_with_a_clear_error(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    order(engine)
    with serving("aftership") as server:
        monkeypatch.setenv("WISMO_AFTERSHIP_KEY", "wrong-key")
        # Without --once, too: nothing is left to be asked.
        result = typed(monkeypatch, engine, server)
    assert result.exit_code == 1
    assert "refuses the key" in result.output
    assert "WISMO_AFTERSHIP_KEY" in result.output
    assert "wrong-key" not in result.output


def test_without_a_key_it_says_which_to_set(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving("aftership") as server:
        result = typed(monkeypatch, engine, server, "--source", "aftership")
    assert isinstance(result.exception, ConfigurationError)
    assert "WISMO_AFTERSHIP_KEY" in str(result.exception)


def test_the_worker_asks_too_and_ends_when_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    order(engine)
    monkeypatch.setattr("tracking.db.default_engine", lambda: engine)

    async def work(server: ProviderServer) -> None:
        stop = asyncio.Event()
        polling = asyncio.create_task(serve._poll(stop))
        for _ in range(500):
            if server.asked:
                break
            await asyncio.sleep(0.02)
        stop.set()
        await asyncio.wait_for(polling, 10)

    with serving("aftership") as server:
        monkeypatch.setenv("WISMO_AFTERSHIP_URL", server.url)
        # Without a key there is nobody to ask.
        asyncio.run(asyncio.wait_for(serve._poll(asyncio.Event()), 10))
        monkeypatch.setenv("WISMO_AFTERSHIP_KEY", KEY)
        asyncio.run(work(server))
    assert server.numbers == ["15501234567890"]
