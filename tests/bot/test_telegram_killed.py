"""kill -9 at random moments while shoppers write on Telegram: real processes, only Rasa is a stand-in.

Every message is run once and in order. Every answer leaves at most once; one whose send was cut off in the
middle is marked as unconfirmed, since nobody can know whether it arrived.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.bot.conftest import eventually, free_port
from tests.bot.messengers import TelegramShoppers
from tests.bot.stand_in import SECRET as RELAY_SECRET
from tests.bot.stand_in import StandIn
from tests.bot.telegram_api import LINK_SECRET, SECRET, TOKEN
from tests.bot.test_killed import START_SECONDS, Part, answers
from tracking.db import begin_read
from tracking.model import outbox

SHOPPERS = range(1, 6)
MESSAGES = 8
PLAY_SECONDS = 120.0


@contextmanager
def parts(
    engine: Engine, stand_in: StandIn, shoppers: TelegramShoppers, tmp_path: Path
) -> Iterator[tuple[str, list[Part]]]:
    """The front door's address, and the processes: the front door and a worker."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("WISMO_")},
        "WISMO_VAR": str(tmp_path / "var"),
        "WISMO_DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "WISMO_WEB_PORT": str(port),
        "WISMO_RASA_PORT": str(stand_in.port),
        "WISMO_RELAY_SECRET": RELAY_SECRET,
        "WISMO_SESSION_SECRET": "a session secret that only tests know",
        "WISMO_TELEGRAM_TOKEN": TOKEN,
        "WISMO_TELEGRAM_SECRET": SECRET,
        "WISMO_TELEGRAM_API": shoppers.api.url,
        "WISMO_LINK_SECRET": LINK_SECRET,
        "WISMO_MESSAGES_A_MINUTE": "10000",
    }
    with ExitStack() as stack:
        made = []
        for name in ("web", "worker"):
            part = Part(name, environment, tmp_path / "parts.log")
            stack.callback(part.kill)
            made.append(part)
        url = f"http://127.0.0.1:{port}"
        eventually(lambda: answers(url), START_SECONDS)
        yield url, made


def write(shoppers: TelegramShoppers, url: str, shopper: int, chance: random.Random) -> None:
    """Deliver each message until it is acknowledged, as Telegram does; now and then once more."""
    until = time.monotonic() + PLAY_SECONDS
    for n in range(MESSAGES):
        left = 2 if chance.random() < 0.3 else 1
        while left:
            assert time.monotonic() < until
            try:
                left -= shoppers.say(url, shopper, shopper * 100 + n, f"{n}") == 200
            except httpx.HTTPError:
                time.sleep(0.1)
        time.sleep(chance.uniform(0, 1))


def kill(url: str, made: list[Part], done: threading.Event, chance: random.Random) -> int:
    """Kill one part after the other and start it again, until `done`."""
    kills = 0
    while not done.wait(chance.uniform(0.2, 1.0)):
        part = chance.choice(made)
        part.kill()
        kills += 1
        part.restart()
        while not answers(url) and not done.wait(0.2):
            continue
        done.wait(chance.uniform(0.5, 2))
    return kills


def test_every_message_is_run_once_and_every_answer_leaves_at_most_once(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    shoppers, done = TelegramShoppers(), threading.Event()
    with (
        shoppers.playing(),
        parts(engine, stand_in, shoppers, tmp_path) as (url, made),
        ThreadPoolExecutor(len(SHOPPERS) + 1) as pool,
    ):
        killing = pool.submit(kill, url, made, done, random.Random(3))
        writing = [pool.submit(write, shoppers, url, each, random.Random(each)) for each in SHOPPERS]
        try:
            for one in writing:
                one.result()
        finally:
            done.set()
        assert killing.result() >= 1
        eventually(lambda: all(sum(states(engine, each).values()) == MESSAGES for each in SHOPPERS), 60)
        eventually(lambda: not waiting(engine), 90)

    for shopper in SHOPPERS:
        said = [f"{n}" for n in range(MESSAGES)]
        assert stand_in.order[f"telegram:{shopper}"] == said
        arrived, counted = shoppers.texts(shopper), states(engine, shopper)
        assert arrived == sorted(set(arrived), key=lambda text: int(text.removeprefix("re ")))
        # What is not there was cut off, and is marked; what is marked may be there.
        assert counted.get("sent", 0) <= len(arrived) <= MESSAGES
        assert counted.get("sent", 0) + counted.get("unconfirmed", 0) == MESSAGES


def states(engine: Engine, shopper: int) -> dict[str, int]:
    """How many replies to a shopper ended how."""
    found: dict[str, int] = {}
    with begin_read(engine) as connection:
        query = select(outbox.c.state).where(outbox.c.conversation_id == f"telegram:{shopper}")
        for state in connection.execute(query).scalars():
            found[state] = found.get(state, 0) + 1
    return found


def waiting(engine: Engine) -> bool:
    """Whether a reply is still to be sent, or to be called unconfirmed."""
    with begin_read(engine) as connection:
        open_states = outbox.c.state.in_(("waiting", "sending"))
        return connection.execute(select(outbox.c.id).where(open_states)).first() is not None
