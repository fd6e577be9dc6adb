"""The supervisor: what it refuses, restarts and stops, and that nothing outlives it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.processes import PARTS, STOP_SECONDS, Supervisor
from bot.settings import BotSettings
from tests.bot.conftest import eventually, free_port
from tracking.errors import ConfigurationError
from tracking.settings import Settings

ROOT = Path(__file__).parents[2]


class Up:
    """A supervisor over stand-ins."""

    def __init__(self, var: Path) -> None:
        self.var = var
        var.mkdir()
        self._log = var / "log"
        with self._log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.bot.supervised", str(var)],
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        eventually(lambda: all(self.pids(part) for part in PARTS), 60)

    def pids(self, part: str) -> list[int]:
        """The process ids that a part has had."""
        path = self.var / part
        return [int(line) for line in path.read_text().split()] if path.exists() else []

    def alive(self) -> list[str]:
        """The parts whose newest process runs."""
        return [part for part in PARTS if _is_alive(self.pids(part)[-1])]

    def log(self) -> str:
        """What it printed."""
        return self._log.read_text()


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Up]:
    made = Up(tmp_path / "var")
    yield made
    made.process.kill()
    made.process.wait()
    eventually(lambda: not made.alive())


def test_everything_starts_and_its_lines_are_passed_on(up: Up) -> None:
    assert up.alive() == list(PARTS)
    for part in PARTS:
        eventually(lambda part=part: f"{part}| {part} at work" in up.log())  # type: ignore[misc]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_dies_is_started_again(up: Up, number: signal.Signals) -> None:
    os.kill(up.pids("worker")[0], number)
    eventually(lambda: len(up.pids("worker")) == 2)
    assert up.alive() == list(PARTS)
    assert "worker ended" in up.log()
    assert [len(up.pids(part)) for part in PARTS] == [2 if part == "worker" else 1 for part in PARTS]


def test_what_keeps_dying_is_started_ever_more_rarely(up: Up) -> None:
    for times in (1, 2, 3):
        os.kill(up.pids("web")[-1], signal.SIGKILL)
        eventually(lambda times=times: len(up.pids("web")) > times, 15)  # type: ignore[misc]
    waits = [line.split()[-2] for line in up.log().splitlines() if "starting it again" in line]
    assert waits == ["0.5", "1.0", "2.0"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_everything_even_what_does_not_heed(up: Up, number: signal.Signals) -> None:
    began = time.monotonic()
    up.process.send_signal(number)
    up.process.wait(STOP_SECONDS + 20)
    assert up.process.returncode == 0
    assert up.alive() == []
    assert time.monotonic() - began < STOP_SECONDS + 10


def test_nothing_outlives_a_killed_supervisor(up: Up) -> None:
    up.process.kill()
    up.process.wait()
    eventually(lambda: up.alive() == [], 5)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "model.tar.gz").touch()
    return folder


def test_it_starts_only_with_a_model(
    bot_settings: BotSettings, store_settings: Settings, tmp_path: Path, models: Path
) -> None:
    Supervisor(bot_settings, store_settings, print, models).check()
    with pytest.raises(ConfigurationError, match="wismo train"):
        Supervisor(bot_settings, store_settings, print, tmp_path).check()


@pytest.mark.parametrize("port", ["web_port", "rasa_port", "actions_port"])
def test_a_taken_port_is_named(
    bot_settings: BotSettings, store_settings: Settings, models: Path, port: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bot = replace(bot_settings, **{port: taken.getsockname()[1]})  # type: ignore[arg-type]
        with pytest.raises(ConfigurationError, match=f"{taken.getsockname()[1]}.*WISMO_{port.upper()}"):
            Supervisor(bot, store_settings, print, models).check()


def test_two_parts_cannot_share_a_port(
    bot_settings: BotSettings, store_settings: Settings, models: Path
) -> None:
    same = free_port()
    bot = replace(bot_settings, rasa_port=same, actions_port=same)
    with pytest.raises(ConfigurationError, match="WISMO_ACTIONS_PORT"):
        Supervisor(bot, store_settings, print, models).check()
