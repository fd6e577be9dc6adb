"""A real front door with a morning's queue, and an agent in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

from playwright.sync_api import Page, expect

from bot.desk.accounts import Role
from bot.settings import BotSettings
from tests.bot.conftest import Door, listening
from tests.bot.desk_cases import fill
from tests.bot.desk_team import PASSWORD, hire
from tracking.db import open_engine
from tracking.migrations import upgrade
from tracking.settings import Settings


@contextmanager
def open_desk(folder: Path) -> Iterator[Door]:
    """The desk on a real port, with cases, and Ana (agent), Ben (agent) and Rita (reader) as its team."""
    engine = open_engine(f"sqlite:///{folder / 'wismo.db'}")
    upgrade(engine)
    fill(engine, datetime.now(timezone.utc))
    hire(engine, "ana", Role.AGENT)
    hire(engine, "ben", Role.AGENT, "Ben")
    hire(engine, "rita", Role.READER, "Rita")
    bot = BotSettings.from_environment(
        {
            "WISMO_SESSION_SECRET": "a session secret that only tests know",
            "WISMO_RELAY_SECRET": "a relay secret that only tests know",
        }
    )
    store = Settings.from_environment({"WISMO_VAR": str(folder / "var")})
    try:
        with listening(engine, bot, store, folder / "page") as door:
            yield door
    finally:
        engine.dispose()


def sign_in(page: Page, door: Door, login: str = "ana", to: str = "/desk") -> None:
    """Fill in the form, by keyboard."""
    page.goto(door.url + to)
    expect(page.locator("#login")).to_be_focused()
    page.keyboard.type(login)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".live[data-live=on]")).to_be_attached()
