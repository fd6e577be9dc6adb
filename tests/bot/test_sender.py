"""The sender: each reply of a pushing channel leaves at most once, in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from starlette.routing import BaseRoute

from bot import sender as sender_module
from bot.channels.contract import NotSentError, PushingChannel, RefusedError, UnconfirmedError
from bot.sender import MAX_ATTEMPTS, Sender
from bot.signals import UnixSignals
from tracking import outbox
from tracking.conversations import receive
from tracking.db import begin_read, begin_write
from tracking.model import outbox as table
from tracking.outbox import Reply


class Platform:
    """A platform that does with each text what the test says."""

    name = "push"

    def __init__(self, does: Callable[[str, int], object] = lambda text, attempt: None) -> None:
        self.does = does
        self.sent: list[str] = []

    def routes(self) -> Sequence[BaseRoute]:
        return []

    async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> None:
        text = reply["text"]
        self.sent.append(text)
        error = self.does(text, self.sent.count(text))
        if isinstance(error, BaseException):
            raise error


def put(engine: Engine, conversation: str, *texts: str, channel: str = "push") -> None:
    receive(engine, channel=channel, conversation_id=conversation, message_id="1", text="hi", now=now())
    with begin_write(engine) as connection:
        outbox.put(
            connection,
            conversation,
            [Reply(text) for text in texts],
            author="bot",
            inbox_id=None,
            hold=False,
            now=now(),
        )


def now() -> datetime:
    return datetime.now(timezone.utc)


def states(engine: Engine) -> list[str]:
    with begin_read(engine) as connection:
        return list(connection.execute(select(table.c.state).order_by(table.c.id)).scalars())


def send(engine: Engine, platform: Platform, tmp_path: Path, wanted: list[str], seconds: float = 20) -> None:
    """Run a sender until the outbox is as wanted."""

    async def test() -> None:
        signals, stop = UnixSignals(tmp_path), asyncio.Event()
        working = asyncio.create_task(Sender(engine, signals, [platform]).run(stop))
        until = asyncio.get_running_loop().time() + seconds
        while await asyncio.to_thread(states, engine) != wanted:
            assert asyncio.get_running_loop().time() < until, states(engine)
            await asyncio.sleep(0.02)
        stop.set()
        await working
        await signals.close()

    asyncio.run(test())


def test_in_order(engine: Engine, tmp_path: Path) -> None:
    platform = Platform()
    put(engine, "push:x", "1", "2", "3")
    send(engine, platform, tmp_path, ["sent"] * 3)
    assert platform.sent == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (UnconfirmedError("time-out"), "unconfirmed"),
        (RuntimeError("a bug"), "unconfirmed"),
        (RefusedError("blocked"), "failed"),
    ],
)
def test_never_twice(engine: Engine, tmp_path: Path, error: Exception, state: str) -> None:
    platform = Platform(lambda text, attempt: error if text == "1" else None)
    put(engine, "push:x", "1", "2")
    send(engine, platform, tmp_path, [state, "sent"])
    assert platform.sent == ["1", "2"]


def test_what_surely_did_not_arrive_is_tried_again_before_anything_else(
    engine: Engine, tmp_path: Path
) -> None:
    platform = Platform(
        lambda text, attempt: NotSentError("busy", 0.1) if text == "1" and attempt < 3 else None
    )
    put(engine, "push:x", "1", "2")
    send(engine, platform, tmp_path, ["sent", "sent"])
    assert platform.sent == ["1", "1", "1", "2"]


def test_it_is_given_up_in_the_end(engine: Engine, tmp_path: Path) -> None:
    platform = Platform(lambda text, attempt: NotSentError("busy", 0.001))
    put(engine, "push:x", "1")
    send(engine, platform, tmp_path, ["failed"])
    assert platform.sent == ["1"] * MAX_ATTEMPTS


def test_a_platform_that_hangs(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_module, "SEND_SECONDS", 0.2)

    class Hanging(Platform):
        async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> None:
            self.sent.append(reply["text"])
            await asyncio.sleep(60)

    platform = Hanging()
    put(engine, "push:x", "1")
    send(engine, platform, tmp_path, ["unconfirmed"])
    assert platform.sent == ["1"]


def test_one_slow_conversation_holds_up_no_other(engine: Engine, tmp_path: Path) -> None:
    class Slow(Platform):
        async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> None:
            if conversation_id == "push:slow":
                await asyncio.sleep(1)
            self.sent.append(reply["text"])

    platform = Slow()
    put(engine, "push:slow", "s1")
    put(engine, "push:x", "1", "2")
    send(engine, platform, tmp_path, ["sent"] * 3)
    assert platform.sent == ["1", "2", "s1"]


def test_a_platform_that_hangs_holds_up_no_other(engine: Engine, tmp_path: Path) -> None:
    class Hanging(Platform):
        name = "stuck"

        async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> None:
            await asyncio.sleep(60)

    for number in range(sender_module.MAX_SENDS + 1):
        put(engine, f"stuck:{number}", "x", channel="stuck")
    put(engine, "push:x", "1")
    platform = Platform()

    async def test() -> None:
        signals, stop = UnixSignals(tmp_path), asyncio.Event()
        senders = [Sender(engine, signals, [each]) for each in (Hanging(), platform)]
        working = [asyncio.create_task(each.run(stop)) for each in senders]
        while platform.sent != ["1"]:  # noqa: ASYNC110 - it is watched from outside
            await asyncio.sleep(0.02)
        for task in working:
            task.cancel()
        await signals.close()

    asyncio.run(asyncio.wait_for(test(), 20))


def test_the_platform_is_a_channel() -> None:
    assert isinstance(Platform(), PushingChannel)
