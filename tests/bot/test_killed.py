"""kill -9 at random moments: nothing that was acknowledged is lost, doubled or answered out of order.

Real processes: the front door and two workers, killed and started again while shoppers write over the website
channel's socket and a provider posts scans. Only Rasa is a stand-in, which remembers what it has answered as
the real one's tracker does.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import socketio
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.bot.browser import Browser, conversation_of, open_session
from tests.bot.conftest import eventually, free_port
from tests.bot.stand_in import SECRET, StandIn
from tracking.conversations import transcript
from tracking.db import begin_read
from tracking.model import inbox, payloads

ROOT = Path(__file__).parents[2]
SHOPPERS = 6
MESSAGES = 10
SHOP_SECRET = "a shop secret that only tests know"
START_SECONDS = 120.0
PLAY_SECONDS = 150.0


class Part:
    """One real process that can be killed and started again."""

    def __init__(self, name: str, environment: dict[str, str], log: Path) -> None:
        self._name = name
        self._environment = environment
        self._log = log
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "bot.serve", self._name],
                env=self._environment,
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def restart(self) -> None:
        self.process = self._start()


@contextmanager
def parts(engine: Engine, stand_in: StandIn, tmp_path: Path) -> Iterator[tuple[str, list[Part]]]:
    """The front door's address, and all processes: the front door and two workers."""
    web_port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("WISMO_")},
        "WISMO_VAR": str(tmp_path / "var"),
        "WISMO_DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "WISMO_WEB_PORT": str(web_port),
        "WISMO_RASA_PORT": str(stand_in.port),
        "WISMO_RELAY_SECRET": SECRET,
        "WISMO_SESSION_SECRET": "a session secret that only tests know",
        "WISMO_SHOP_SECRET": SHOP_SECRET,
        "WISMO_MESSAGES_A_MINUTE": "10000",
        "WISMO_CONCURRENT_TURNS": "3",
    }
    with ExitStack() as stack:
        made = []
        for name in ("web", "worker", "worker"):
            part = Part(name, environment, tmp_path / "parts.log")
            stack.callback(part.kill)
            made.append(part)
        url = f"http://127.0.0.1:{web_port}"
        eventually(lambda: answers(url), START_SECONDS)
        yield url, made


def answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


@dataclass
class Talk:
    """One shopper's side: what was acknowledged, and what arrived, by item id."""

    name: str
    conversation: str = ""
    acknowledged: list[str] = field(default_factory=list)
    arrived: dict[str, dict[str, Any]] = field(default_factory=dict)

    def run(self, url: str, chance: random.Random) -> None:
        """Send each message, under the same id, until it is acknowledged; then the next, without waiting."""
        token = self._token(url)
        self.conversation = conversation_of(token)
        browser: Browser | None = None
        todo = [f"{self.name}-{n}" for n in range(MESSAGES)]
        until = time.monotonic() + PLAY_SECONDS
        while todo or len(self._answers()) < MESSAGES:
            assert time.monotonic() < until, f"{len(todo)} to say, {len(self._answers())} answers arrived"
            try:
                if browser is None or not browser.connected:
                    browser = Browser(url, token, after=max(self.arrived, key=_age, default=None))
                if todo and browser.say(todo[0], todo[0], timeout=3).get("ok"):
                    self.acknowledged.append(todo.pop(0))
            except (socketio.exceptions.SocketIOError, OSError):
                browser = self._left(browser)
            else:
                self._note(browser)
            time.sleep(chance.uniform(0, 0.15))
        self._left(browser)

    def _token(self, url: str) -> str:
        while True:
            try:
                return str(open_session(url).json()["token"])
            except (httpx.HTTPError, ValueError):
                time.sleep(0.1)

    def _note(self, browser: Browser) -> None:
        self.arrived.update((item["id"], item) for item in browser.items)

    def _left(self, browser: Browser | None) -> None:
        if browser is not None:
            self._note(browser)
            browser.close()

    def _answers(self) -> list[str]:
        return [item["text"] for item in self.arrived.values() if item["author"] == "bot"]


def _age(item_id: str) -> int:
    """The newest reply is the cursor; a shopper's own messages have ids of another row."""
    return int(item_id[1:]) if item_id[0] == "o" else 0


def provide(url: str, done: threading.Event) -> list[str]:
    """Post milestones until `done`; gives the bodies that were accepted."""
    accepted: list[str] = []
    event = {
        "order": "none",
        "shipment": 1,
        "milestone": "packed",
        "occurred_at": "2026-11-20T10:00:00+01:00",
    }
    with httpx.Client(timeout=3) as client:
        for number in itertools.count():
            if done.wait(0.05):
                break
            body = json.dumps([{"id": f"e{number}", "city": None, "country": None, **event}])
            mac = hmac.new(SHOP_SECRET.encode(), body.encode(), hashlib.sha256).hexdigest()
            headers = {"X-Wismo-Signature": f"sha256={mac}"}
            try:
                answer = client.post(f"{url}/orders/events", content=body, headers=headers)
            except httpx.HTTPError:
                continue
            if answer.status_code == 200:
                accepted.append(body)
    return accepted


def kill(url: str, made: list[Part], done: threading.Event, chance: random.Random) -> int:
    """Kill one part after the other at random moments, and start it again, until `done`."""
    kills = 0
    while not done.wait(chance.uniform(0.2, 1.2)):
        part = chance.choice(made)
        part.kill()
        kills += 1
        time.sleep(chance.uniform(0, 0.3))
        part.restart()
        # Now and then while it is still starting, mostly when everybody is at work.
        while chance.random() < 0.9 and not answers(url) and not done.wait(0.2):
            continue
        done.wait(chance.uniform(0, 2))
    return kills


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_when_processes_are_killed(
    engine: Engine, stand_in: StandIn, tmp_path: Path, seed: int
) -> None:
    talks = [Talk(f"s{n}") for n in range(SHOPPERS)]
    done = threading.Event()
    with parts(engine, stand_in, tmp_path) as (url, made), ThreadPoolExecutor(SHOPPERS + 2) as pool:
        killing = pool.submit(kill, url, made, done, random.Random(seed))
        posting = pool.submit(provide, url, done)
        talking = [pool.submit(talk.run, url, random.Random(seed + n)) for n, talk in enumerate(talks)]
        try:
            for one in talking:
                one.result()
        finally:
            done.set()
        # How many depends on how fast this machine starts a process again.
        assert killing.result() >= 1
        accepted = posting.result()
        eventually(lambda: not _waiting(engine), 60)

    for talk in talks:
        assert len(talk.acknowledged) == MESSAGES
        with begin_read(engine) as connection:
            items = transcript(connection, talk.conversation, limit=1000)
        # Exactly once and in order: what was said, what Rasa ran, what was answered.
        assert [i.text for i in items if i.author == "shopper"] == talk.acknowledged
        assert stand_in.order[talk.conversation] == talk.acknowledged
        answers_to = [f"re {text}" for text in talk.acknowledged]
        assert [i.text for i in items if i.author == "bot"] == answers_to
        # And so the shopper saw it, in the order of the cursors.
        shown = sorted(
            (i for i in talk.arrived.values() if i["author"] == "bot"), key=lambda i: _age(i["id"])
        )
        assert [item["text"] for item in shown] == answers_to

    assert accepted
    with begin_read(engine) as connection:
        kept = {bytes(body).decode() for body in connection.execute(select(payloads.c.body)).scalars()}
    assert set(accepted) <= kept


def _waiting(engine: Engine) -> bool:
    with begin_read(engine) as connection:
        return connection.execute(select(inbox.c.id).where(inbox.c.state == "waiting")).first() is not None
