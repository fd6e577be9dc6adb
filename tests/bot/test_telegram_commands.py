"""`wismo telegram`, against the stand-in of the Bot API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bot.settings
import tracking.db
import tracking.settings
from bot.channels.links import read
from bot.cli import app
from tests.bot.telegram_api import LINK_SECRET, SECRET, TOKEN, TelegramApi, telegram
from tests.bot.test_telegram import order
from tracking.db import default_engine
from tracking.errors import WismoError
from tracking.migrations import upgrade

ADDRESS = "https://chat.shop.example/channels/telegram"


@pytest.fixture
def api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TelegramApi]:
    """Telegram, and a shop that is on it."""
    with telegram() as made:
        for name, value in {
            "WISMO_VAR": str(tmp_path / "var"),
            "WISMO_DATABASE_URL": f"sqlite:///{tmp_path / 'wismo.db'}",
            "WISMO_TELEGRAM_TOKEN": TOKEN,
            "WISMO_TELEGRAM_SECRET": SECRET,
            "WISMO_TELEGRAM_API": made.url,
            "WISMO_LINK_SECRET": LINK_SECRET,
        }.items():
            monkeypatch.setenv(name, value)
        cached = (bot.settings.settings, tracking.settings.settings, tracking.db.default_engine)
        for each in cached:
            each.cache_clear()
        yield made
        for each in cached:
            each.cache_clear()


def run(*words: str) -> tuple[int, str]:
    """The exit code and what was printed; of an error of ours, its text."""
    result = CliRunner().invoke(app, ["telegram", *words])
    if isinstance(result.exception, WismoError):
        return 2, str(result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize("given", ["https://chat.shop.example", "https://chat.shop.example/", ADDRESS])
def test_the_webhook_is_set_with_the_secret(api: TelegramApi, given: str) -> None:
    code, said = run("set-webhook", given)
    assert code == 0
    assert "@LumenDeliveryBot" in said
    assert api.webhook["url"] == ADDRESS
    assert api.webhook["secret_token"] == SECRET
    assert api.webhook["allowed_updates"] == ["message", "callback_query"]
    assert SECRET not in said


@pytest.mark.parametrize("given", ["http://chat.shop.example", "chat.shop.example", "https://x?y=1"])
def test_an_address_that_telegram_would_not_deliver_to(api: TelegramApi, given: str) -> None:
    code, said = run("set-webhook", given)
    assert (code, "https://" in said) == (2, True)
    assert api.calls == []


def test_check(api: TelegramApi) -> None:
    code, said = run("check")
    assert (code, "no webhook is set" in said) == (1, True)
    run("set-webhook", ADDRESS)
    code, said = run("check")
    assert (code, said.splitlines()[-1]) == (0, "all is well")
    now = int(datetime.now(timezone.utc).timestamp())
    api.webhook["info"] = {"last_error_date": now, "last_error_message": "Wrong response: 503"}
    code, said = run("check")
    assert (code, "Wrong response: 503" in said) == (1, True)
    api.webhook = {"url": "https://elsewhere.example/hook", "allowed_updates": ["message"]}
    code, said = run("check")
    assert (code, "it is not ours" in said, "callback_query" in said) == (1, True, True)


def test_a_link_for_an_order(api: TelegramApi) -> None:
    upgrade(default_engine())
    order(default_engine(), "10042")
    code, said = run("link", "10042")
    found = re.fullmatch(r"https://t\.me/LumenDeliveryBot\?start=([A-Za-z0-9_-]{1,64})\n", said)
    assert code == 0
    assert found is not None
    assert read(found[1], LINK_SECRET, datetime.now(timezone.utc)) == "10042"
    code, said = run("link", "999")
    assert (code, "import it first" in said) == (2, True)


def test_a_wrong_token_and_none(api: TelegramApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WISMO_TELEGRAM_TOKEN", "1:wrong")
    bot.settings.settings.cache_clear()
    code, said = run("check")
    assert (code, "BotFather" in said, "1:wrong" in said) == (2, True, False)
    monkeypatch.delenv("WISMO_TELEGRAM_TOKEN")
    bot.settings.settings.cache_clear()
    code, said = run("check")
    assert (code, "WISMO_TELEGRAM_TOKEN" in said) == (2, True)


def test_telegram_is_not_there(api: TelegramApi, monkeypatch: pytest.MonkeyPatch) -> None:
    api.trouble["getMe"].extend(["500"])
    code, said = run("check")
    assert (code, TOKEN in said) == (2, False)
