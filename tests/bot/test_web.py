"""The front door: health, figures, headers, and what it says when the database is away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine

from bot.settings import BotSettings
from bot.worker_identity import Identity, worker_is_alive
from tests.bot.browser import Browser, open_session
from tests.bot.conftest import Door, listening
from tests.bot.stand_in import StandIn
from tracking.settings import Settings

HEADERS = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")


def test_alone_it_is_degraded_but_takes_messages(door: Door) -> None:
    answer = httpx.get(f"{door.url}/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "degraded",
        "parts": {"database": "up", "worker": "down", "rasa": "down", "actions": "down"},
    }
    with Browser(door.url, open_session(door.url).json()["token"]) as browser:
        assert browser.say("1", "hi")["ok"]


def test_with_every_part_it_is_ok(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, stand_in: StandIn, tmp_path: Path
) -> None:
    worker = Identity(store_settings.var / "run")
    bot = replace(bot_settings, rasa_port=stand_in.port, actions_port=stand_in.port)
    with listening(engine, bot, store_settings, tmp_path) as door:
        assert httpx.get(f"{door.url}/healthz").json()["status"] == "ok"
        worker.close()
        assert httpx.get(f"{door.url}/healthz").json()["parts"]["worker"] == "down"


def test_without_the_database_it_says_so_and_accepts_nothing(
    bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> None:
    away = create_engine("postgresql://postgres@127.0.0.1:1/none", future=True)
    with listening(away, bot_settings, store_settings, tmp_path) as door:
        health = httpx.get(f"{door.url}/healthz")
        assert (health.status_code, health.json()["status"]) == (503, "down")
        rest = httpx.post(f"{door.url}/webhooks/rest/webhook", json={"sender": "a", "message": "hi"})
        figures = httpx.get(f"{door.url}/metrics")
        for answer in (health, rest, figures):
            assert answer.status_code == 503
            assert int(answer.headers["retry-after"]) > 0
        # A page that cannot be greeted is let go, so that it comes back.
        with Browser(door.url, open_session(door.url).json()["token"]) as browser:
            assert not browser.greeted.wait(1)


def test_figures(door: Door) -> None:
    with Browser(door.url, open_session(door.url).json()["token"]) as browser:
        browser.say("1", "hi")
        browser.say("1", "hi")
    text = httpx.get(f"{door.url}/metrics").text
    assert 'wismo_waiting{table="inbox"} 1.0' in text
    assert 'wismo_messages_total{channel="website",result="accepted"}' in text
    assert 'wismo_messages_total{channel="website",result="duplicate"}' in text
    assert 'wismo_requests_total{route="/chat/session",status="200"}' in text


@pytest.mark.parametrize("path", ["/healthz", "/metrics", "/nowhere", "/"])
def test_every_answer_is_guarded(door: Door, path: str) -> None:
    answer = httpx.get(f"{door.url}{path}")
    assert all(name in answer.headers for name in HEADERS)
    assert "server" not in answer.headers
    assert "unsafe-eval" not in answer.headers["content-security-policy"]


def test_the_page(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> None:
    page = tmp_path / "page"
    page.mkdir()
    (page / "index.html").write_text("<h1>A shop</h1>")
    (page / "shop.css").write_text("h1 {}")
    (tmp_path / "private").write_text("private")
    with listening(engine, bot_settings, store_settings, page) as door:
        assert httpx.get(door.url).text == "<h1>A shop</h1>"
        assert httpx.get(f"{door.url}/widget/shop.css").headers["content-type"].startswith("text/css")
        for path in ("/widget/../../private", "/widget/%2e%2e/private", "/widget/..%2fprivate"):
            assert httpx.get(f"{door.url}{path}").status_code == 404


def test_a_worker_is_alive_as_long_as_its_process(tmp_path: Path) -> None:
    assert not worker_is_alive(tmp_path)
    first, second = Identity(tmp_path), Identity(tmp_path)
    assert worker_is_alive(tmp_path)
    assert not first.is_dead(second.name)
    assert not first.is_dead(first.name)
    second.close()
    assert not first.is_dead("elsewhere/0123456789ab")
    assert not first.is_dead(f"{first.name.partition('/')[0]}/../../etc/passwd")
    first.close()
    assert not worker_is_alive(tmp_path)
