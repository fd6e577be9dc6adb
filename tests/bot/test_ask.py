"""`wismo ask` against a running assistant, and when there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot import settings as settings_module
from bot.commands.ask import NoAnswerError, ask
from bot.settings import BotSettings
from bot.worker_identity import Identity
from tests.bot.conftest import Door, free_port, listening
from tests.bot.stand_in import StandIn
from tests.bot.test_rest import answering
from tracking.outbox import Button, Reply
from tracking.settings import Settings
from tracking.turns import Turn


@pytest.fixture
def running(
    engine: Engine,
    bot_settings: BotSettings,
    store_settings: Settings,
    stand_in: StandIn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Door]:
    """An assistant of which every part answers."""
    worker = Identity(store_settings.var / "run")
    bot = replace(bot_settings, rasa_port=stand_in.port, actions_port=stand_in.port)

    def reply(turn: Turn) -> list[Reply]:
        return [Reply(f"re {turn.text}", (Button("More", "/more"),)), Reply("and more")]

    with listening(engine, bot, store_settings, tmp_path) as door, answering(engine, reply):
        monkeypatch.setattr(settings_module, "settings", lambda: door.bot)
        yield door
    worker.close()


def test_it_prints_what_is_answered(running: Door, capsys: pytest.CaptureFixture[str]) -> None:
    ask("where is it?")
    assert capsys.readouterr().out == "re where is it?\n  [More]\nand more\n"


def test_json(running: Door, capsys: pytest.CaptureFixture[str]) -> None:
    ask("où est-il ?", sender="anne", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["sender"] == "anne"
    assert found["text"] == "re où est-il ?\n\nand more"
    assert [button["title"] for button in found["buttons"]] == ["More"]
    assert found["intent"] == "greet"
    assert found["entities"] == []
    assert found["ms"]["round_trip"] > 0


def test_production_is_not_asked(
    engine: Engine,
    running: Door,
    bot_settings: BotSettings,
    store_settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    production = replace(running.bot, profile="production")
    with listening(engine, production, store_settings, tmp_path) as door:
        monkeypatch.setattr(settings_module, "settings", lambda: door.bot)
        with pytest.raises(NoAnswerError, match="--profile demo"):
            ask("hi")


def test_what_keeps_it_from_starting_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("WEB", "RASA", "ACTIONS"):
        monkeypatch.setenv(f"WISMO_{name}_PORT", str(free_port()))
    monkeypatch.setenv("WISMO_VAR", str(tmp_path / "var"))
    settings_module.settings.cache_clear()
    with pytest.raises(NoAnswerError, match="wismo train"):
        ask("hi")
    settings_module.settings.cache_clear()
