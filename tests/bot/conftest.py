"""Fixtures of the conversation side: a stand-in for Rasa, the front door on a real port."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import uvicorn
from sqlalchemy.engine import Engine

from bot.settings import BotSettings
from bot.web import FrontDoor, listening_on
from tests.bot.stand_in import SECRET, StandIn, serving
from tracking.settings import Settings


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """Rasa's stand-in, listening."""
    with serving(StandIn()) as made:
        yield made


@pytest.fixture
def store_settings(tmp_path: Path) -> Settings:
    """Settings of a store of this test's own."""
    return Settings.from_environment({"WISMO_VAR": str(tmp_path / "var")})


@pytest.fixture
def bot_settings() -> BotSettings:
    """Settings of the demo profile on free ports."""
    return BotSettings.from_environment(
        {
            "WISMO_SESSION_SECRET": "a session secret that only tests know",
            "WISMO_RELAY_SECRET": SECRET,
            "WISMO_WEB_PORT": str(free_port()),
            "WISMO_RASA_PORT": str(free_port()),
            "WISMO_ACTIONS_PORT": str(free_port()),
            "WISMO_ALLOWED_ORIGINS": "https://shop.example",
        }
    )


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until `holds()`; fail after `seconds`."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


@dataclass(frozen=True)
class Door:
    """A front door that listens."""

    url: str
    engine: Engine
    bot: BotSettings
    store: Settings


@contextmanager
def listening(engine: Engine, bot: BotSettings, store: Settings, page: Path) -> Iterator[Door]:
    """Serve the front door on a real port, in a thread."""
    bot = replace(bot, web_port=free_port())
    front = FrontDoor(engine, bot, store, page=page)
    server = uvicorn.Server(listening_on(front.app, bot.host, bot.web_port, bot.trusted_proxies))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        eventually(lambda: server.started)
        yield Door(f"http://127.0.0.1:{bot.web_port}", engine, bot, store)
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def door(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> Iterator[Door]:
    """The front door, listening, without a worker behind it."""
    with listening(engine, bot_settings, store_settings, tmp_path / "page") as made:
        yield made
