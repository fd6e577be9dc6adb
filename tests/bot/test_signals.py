"""Signals between processes, over Unix sockets and over Redis: quick when they work, harmless when not."""

from __future__ import annotations

import asyncio
import os
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.signals import MAX_BODY, RedisSignals, Signals, UnixSignals, open_signals

REDIS = os.environ.get("WISMO_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")

Make = Callable[[], Signals]


@pytest.fixture(params=["unix", "redis"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Signals of one more process."""
    if request.param == "redis":
        return lambda: RedisSignals(REDIS)
    return lambda: UnixSignals(tmp_path / "run")


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        await asyncio.wait_for(test(), 20)

    asyncio.run(limited())


async def until(holds: Callable[[], bool]) -> None:
    async def poll() -> None:
        while not holds():  # noqa: ASYNC110 - it watches what a callback fills
            await asyncio.sleep(0.01)

    await asyncio.wait_for(poll(), 5)


def test_every_listener_of_a_topic_hears_it(make: Make) -> None:
    topic, other = uuid.uuid4().hex, uuid.uuid4().hex
    heard: list[list[str]] = [[], [], []]

    async def test() -> None:
        first, second, sender = make(), make(), make()
        await first.listen(topic, heard[0].append)
        await second.listen(topic, heard[1].append)
        await second.listen(other, heard[2].append)
        sender.send(topic, "website:1")
        sender.send(topic)
        await until(lambda: all(len(some) == 2 for some in heard[:2]))
        assert sorted(heard[0]) == sorted(heard[1]) == ["", "website:1"]
        assert heard[2] == []
        for signals in (first, second, sender):
            await signals.close()

    run(test)


def test_nobody_listens(make: Make) -> None:
    async def test() -> None:
        signals = make()
        signals.send(uuid.uuid4().hex, "x" * (MAX_BODY * 3))
        await asyncio.sleep(0.1)
        await signals.close()

    run(test)


def test_after_closing_nothing_is_heard(make: Make) -> None:
    topic, heard = uuid.uuid4().hex, list[str]()

    async def test() -> None:
        listener, sender = make(), make()
        await listener.listen(topic, heard.append)
        await listener.close()
        sender.send(topic, "late")
        await asyncio.sleep(0.2)
        await sender.close()

    run(test)
    assert heard == []


def sockets(directory: Path) -> int:
    return len(list(directory.glob("inbox.*.sock")))


def test_a_dead_process_socket_is_cleared_away(tmp_path: Path) -> None:
    heard: list[str] = []

    async def test() -> None:
        dead, alive, sender = (UnixSignals(tmp_path) for _ in range(3))
        await dead.listen("inbox", heard.append)
        for listener, _ in dead._listeners:
            asyncio.get_running_loop().remove_reader(listener.fileno())
            listener.close()  # as the kernel does: the file stays
        await alive.listen("inbox", heard.append)
        assert sockets(tmp_path) == 2
        sender.send("inbox")
        await until(lambda: heard == [""])
        assert sockets(tmp_path) == 1
        await alive.close()
        assert sockets(tmp_path) == 0
        for signals in (dead, sender):
            signals._listeners.clear()
            await signals.close()

    run(test)


def test_a_full_socket_holds_nobody_up(tmp_path: Path) -> None:
    async def test() -> None:
        listener, sender = UnixSignals(tmp_path), UnixSignals(tmp_path)
        await listener.listen("inbox", lambda _body: None)
        for _ in range(5000):
            sender.send("inbox", "x")  # without giving the loop a chance to read
        await listener.close()
        await sender.close()

    run(test)


def test_a_deep_directory_is_no_obstacle(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 100) / ("e" * 100)
    heard: list[str] = []

    async def test() -> None:
        signals = UnixSignals(deep)
        await signals.listen("inbox", heard.append)
        signals.send("inbox", "hi")
        await until(lambda: heard == ["hi"])
        await signals.close()

    run(test)
    assert deep.stat().st_mode & 0o077 == 0


def test_redis_away_is_survived() -> None:
    async def test() -> None:
        signals = RedisSignals("redis://127.0.0.1:1/0")
        await signals.listen("inbox", lambda _body: None)
        signals.send("inbox")
        await asyncio.sleep(0.2)
        await signals.close()

    run(test)


def test_a_redis_url_decides(tmp_path: Path) -> None:
    assert isinstance(open_signals(tmp_path, ""), UnixSignals)

    async def test() -> None:
        signals = open_signals(tmp_path, REDIS)
        assert isinstance(signals, RedisSignals)
        await signals.close()

    run(test)
