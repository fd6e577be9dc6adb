"""Accepting messages in groups, and limits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DataError

from bot import intake as intake_module
from bot.intake import MAX_GROUP, Intake
from bot.limits import RateLimit
from bot.signals import INBOX, UnixSignals
from tracking.conversations import Incoming, Received, receive_all, transcript
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError


def message(number: int, conversation: str = "website:x") -> Incoming:
    return Incoming("website", conversation, f"m{number}", f"text {number}")


def accept(engine: Engine, path: Path, messages: Sequence[Incoming]) -> list[object]:
    async def test() -> list[object]:
        signals = UnixSignals(path)
        intake = Intake(engine, signals)
        try:
            return list(await asyncio.gather(*(intake.accept(m) for m in messages), return_exceptions=True))
        finally:
            await signals.close()

    return asyncio.run(test())


def test_a_burst_is_committed_in_few_groups_and_in_order(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups: list[int] = []

    def counted(engine: Engine, messages: Sequence[Incoming], now: object) -> list[Received]:
        groups.append(len(messages))
        return receive_all(engine, messages, now)  # type: ignore[arg-type]

    monkeypatch.setattr(intake_module, "receive_all", counted)
    received = accept(engine, tmp_path, [message(n) for n in range(100)])
    assert all(isinstance(r, Received) and not r.duplicate for r in received)
    assert len(groups) <= 3
    assert max(groups) <= MAX_GROUP
    with begin_read(engine) as connection:
        assert [i.text for i in transcript(connection, "website:x")] == [f"text {n}" for n in range(100)]


def test_the_same_message_twice_in_a_group(engine: Engine, tmp_path: Path) -> None:
    first, second = accept(engine, tmp_path, [message(1), message(1)])
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.duplicate, second.duplicate) == (False, True)
    assert first.inbox_id == second.inbox_id


def test_one_refused_message_sinks_no_other(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def picky(engine: Engine, messages: Sequence[Incoming], now: object) -> list[Received]:
        if any(m.text == "text 3" for m in messages):
            raise DataError("insert", {}, Exception("no"))
        return receive_all(engine, messages, now)  # type: ignore[arg-type]

    monkeypatch.setattr(intake_module, "receive_all", picky)
    received = accept(engine, tmp_path, [message(n) for n in range(6)])
    assert [isinstance(r, Received) for r in received] == [True, True, True, False, True, True]


def test_a_database_that_is_away_accepts_nothing(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> list[Received]:
        raise StoreUnavailableError("away")

    monkeypatch.setattr(intake_module, "receive_all", away)
    received = accept(engine, tmp_path, [message(1), message(2)])
    assert all(isinstance(r, StoreUnavailableError) for r in received)


def test_a_database_that_hangs_is_not_waited_for(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    def slow(engine: Engine, messages: Sequence[Incoming], now: object) -> list[Received]:
        time.sleep(0.5)
        return receive_all(engine, messages, now)  # type: ignore[arg-type]

    monkeypatch.setattr(intake_module, "receive_all", slow)
    monkeypatch.setattr(intake_module, "ACCEPT_SECONDS", 0.1)
    (received,) = accept(engine, tmp_path, [message(1)])
    assert isinstance(received, StoreUnavailableError)


def test_workers_are_woken_after_the_commit(engine: Engine, tmp_path: Path) -> None:
    async def test() -> list[int]:
        signals, found = UnixSignals(tmp_path), list[int]()
        woken = asyncio.Event()

        def heard(_body: str) -> None:
            with begin_read(engine) as connection:
                found.append(len(transcript(connection, "website:x")))
            woken.set()

        await signals.listen(INBOX, heard)
        await Intake(engine, signals).accept(message(1))
        await asyncio.wait_for(woken.wait(), 5)
        await signals.close()
        return found

    assert asyncio.run(test()) == [1]


class TestRateLimit:
    def test_a_window_slides(self) -> None:
        clock = [0.0]
        limit = RateLimit(2, 10, lambda: clock[0])
        allowed = []
        for moment in (0, 4, 9, 10, 13.9, 14, 14.1):
            clock[0] = moment
            allowed.append(limit.allows("a"))
        assert allowed == [True, True, False, True, False, True, False]

    def test_keys_do_not_share(self) -> None:
        limit = RateLimit(1, 10, lambda: 0.0)
        assert [limit.allows(key) for key in "abab"] == [True, True, False, False]

    def test_memory_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.limits.MAX_KEYS", 100)
        limit = RateLimit(1, 10, lambda: 0.0)
        for n in range(1000):
            limit.allows(str(n))
        assert len(limit._happened) == 100
        assert not limit.allows("999")


def test_what_arrives_together_is_put_in_the_platforms_order(engine: Engine, tmp_path: Path) -> None:
    accept(engine, tmp_path, [replace(message(number), sequence=number) for number in (3, 1, 2)])
    with begin_read(engine) as connection:
        said = [item.text for item in transcript(connection, "website:x")]
    assert said == ["text 1", "text 2", "text 3"]


def test_what_did_not_happen_does_not_count() -> None:
    limit = RateLimit(1, 60)
    assert limit.allows("x")
    limit.take_back("x")
    assert limit.allows("x")
    assert not limit.allows("x")
    limit.take_back("nobody")
