"""The worker: every message is answered once, in order, and nobody is left in silence."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.relay_client import RelayClient
from bot.signals import INBOX, OUTBOX, UnixSignals
from bot.worker import MAX_ATTEMPTS, Worker
from bot.worker_identity import Identity
from tests.bot.conftest import free_port
from tests.bot.stand_in import SECRET, StandIn, serving
from tracking import cases, takeover, turns
from tracking.cases import CaseReason
from tracking.conversations import receive, transcript
from tracking.db import begin_read
from tracking.model import inbox
from tracking.takeover import Agent
from tracking.vocabulary import CaseKind

ANA = Agent("ana@shop.example", "Ana")


def say(engine: Engine, conversation: str, *texts: str) -> None:
    for text in texts:
        receive(
            engine,
            channel=conversation.partition(":")[0],
            conversation_id=conversation,
            message_id=text,
            text=text,
            now=datetime.now(timezone.utc),
        )


def lines(engine: Engine, conversation: str, author: str = "bot") -> list[str]:
    with begin_read(engine) as connection:
        return [i.text for i in transcript(connection, conversation) if i.author == author]


@asynccontextmanager
async def at_work(
    engine: Engine, port: int, run: Path, *, concurrency: int = 4, patience: float = 20.0
) -> AsyncIterator[asyncio.Event]:
    """A worker that is working; gives the event that stops it."""
    signals, identity = UnixSignals(run), Identity(run)
    relay = RelayClient(f"http://127.0.0.1:{port}/webhooks/relay", SECRET, connections=concurrency)
    worker = Worker(
        engine,
        relay,
        signals,
        identity,
        lambda language, message, **values: " ".join([f"{language}: {message}", *values.values()]),
        held=("website",),
        one_message=("whatsapp",),
        concurrency=concurrency,
        patience=patience,
    )
    stop = asyncio.Event()
    working = asyncio.create_task(worker.run(stop))
    try:
        yield stop
    finally:
        stop.set()
        await working
        await relay.close()
        await signals.close()
        identity.close()


async def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    async def poll() -> None:
        while not await asyncio.to_thread(holds):  # noqa: ASYNC110 - it watches a database
            await asyncio.sleep(0.02)

    await asyncio.wait_for(poll(), seconds)


Test = Callable[[], Awaitable[None]]


def run(test: Test) -> None:
    asyncio.run(asyncio.wait_for(test(), 60))  # type: ignore[arg-type]


def test_messages_of_a_conversation_are_answered_in_order(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    said = [f"{n}" for n in range(8)]
    for conversation in ("website:a", "website:b"):
        say(engine, conversation, *said)

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: len(lines(engine, "website:b")) == 8 and len(lines(engine, "website:a")) == 8)

    run(test)
    for conversation in ("website:a", "website:b"):
        assert lines(engine, conversation) == [f"re {text}" for text in said]
        assert stand_in.order[conversation] == said
    assert set(stand_in.asked.values()) == {1}


def test_conversations_run_side_by_side_up_to_the_limit(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    for n in range(6):
        say(engine, f"website:{n}", "slow")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path, concurrency=3):
            await until(lambda: all(lines(engine, f"website:{n}") for n in range(6)))

    run(test)
    assert stand_in.most_at_once == 3


def test_rasa_gets_what_it_needs_to_know(engine: Engine, stand_in: StandIn, tmp_path: Path) -> None:
    receive(
        engine,
        channel="website",
        conversation_id="website:a",
        message_id="m1",
        text="bonjour",
        network="abc",
        now=datetime.now(timezone.utc),
    )

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: bool(lines(engine, "website:a")))
            await asyncio.to_thread(say, engine, "website:a", "buttons")
            await until(lambda: len(lines(engine, "website:a")) == 2)
            with begin_read(engine) as connection:
                (button,) = transcript(connection, "website:a")[-1].buttons
            receive(
                engine,
                channel="website",
                conversation_id="website:a",
                message_id="m3",
                text=None,
                button=button["token"],
                now=datetime.now(timezone.utc),
            )
            await until(lambda: len(lines(engine, "website:a")) == 3)

    run(test)
    first, second, tap = stand_in.turns
    assert first == {
        "conversation": "website:a",
        "channel": "website",
        "message_id": "m1",
        "text": "bonjour",
        "payload": None,
        "language": None,
        "network": "abc",
        "resumed": False,
    }
    # The language stays with the conversation; a tap carries our own payload.
    assert second["language"] == "fr"
    assert (tap["text"], tap["payload"]) == ("More", '/more{"n":1}')
    assert lines(engine, "website:a")[-1] == 're /more{"n":1}'


def test_a_turn_that_crashes_is_tried_again(engine: Engine, stand_in: StandIn, tmp_path: Path) -> None:
    say(engine, "website:a", "crash twice", "next")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: len(lines(engine, "website:a")) == 2)

    run(test)
    assert lines(engine, "website:a") == ["re crash twice", "re next"]


@pytest.mark.parametrize(("said", "attempts"), [("crash", MAX_ATTEMPTS), ("silent", 1)])
def test_a_turn_without_an_answer_ends_in_an_honest_sentence(
    engine: Engine, stand_in: StandIn, tmp_path: Path, said: str, attempts: int
) -> None:
    say(engine, "website:a", said, "next")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: len(lines(engine, "website:a")) == 2)

    run(test)
    with begin_read(engine) as connection:
        (case,) = cases.open_cases(connection, "website:a")
    assert lines(engine, "website:a") == [f"None: handover-gave-up {case.reference}", "re next"]
    assert stand_in.asked["website:a", said] == attempts
    assert (case.kind, case.reason, case.message_id) == (CaseKind.BOT_FAILED, CaseReason.GAVE_UP, said)


def test_while_something_behind_rasa_is_down_the_shopper_is_told_once_and_answered_later(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    say(engine, "website:a", "unavailable", "next")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path, patience=0.5):
            await until(lambda: bool(lines(engine, "website:a", "system")))
            await asyncio.sleep(2.5)
            assert lines(engine, "website:a") == []
            assert lines(engine, "website:a", "system") == ["None: turn-failed"]
            stand_in.recover()
            await until(lambda: len(lines(engine, "website:a")) == 2)

    run(test)
    assert lines(engine, "website:a") == ["re unavailable", "re next"]
    assert stand_in.asked["website:a", "unavailable"] > MAX_ATTEMPTS


def test_while_rasa_is_away_messages_wait_and_the_shopper_is_told_once(
    engine: Engine, tmp_path: Path
) -> None:
    port = free_port()
    say(engine, "website:a", "1")

    async def test() -> None:
        async with at_work(engine, port, tmp_path, patience=0.5):
            await until(lambda: bool(lines(engine, "website:a", "system")))
            await asyncio.to_thread(say, engine, "website:a", "2")
            await asyncio.sleep(2.5)
            assert lines(engine, "website:a", "system") == ["None: turn-failed"]
            with serving(stand_in, port):
                await until(lambda: len(lines(engine, "website:a")) == 2)

    stand_in = StandIn()
    run(test)
    assert lines(engine, "website:a") == ["re 1", "re 2"]
    assert set(stand_in.asked.values()) == {1}


def test_a_message_that_only_stood_in_line_brings_no_notice(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    say(engine, "website:a", *(f"slow {n}" for n in range(4)))

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path, patience=0.7):
            await until(lambda: len(lines(engine, "website:a")) == 4)

    run(test)
    assert lines(engine, "website:a", "system") == []


def done(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return len(connection.execute(select(inbox.c.id).where(inbox.c.state == "done")).all())


def test_while_a_person_answers_the_bot_is_silent(engine: Engine, stand_in: StandIn, tmp_path: Path) -> None:
    say(engine, "website:a", "1")
    takeover.take_over(engine, "website:a", ANA, datetime.now(timezone.utc))

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: done(engine) == 1)
        # … also for a worker that has just started.
        await asyncio.to_thread(say, engine, "website:a", "2")
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: done(engine) == 2)
            await asyncio.to_thread(takeover.hand_back, engine, "website:a", ANA, datetime.now(timezone.utc))
            await asyncio.to_thread(say, engine, "website:a", "3", "4")
            await until(lambda: done(engine) == 4)

    run(test)
    assert lines(engine, "website:a")[1:] == ["re 3", "re 4"]
    assert lines(engine, "website:a", "shopper") == ["1", "2", "3", "4"]
    assert stand_in.order["website:a"] == ["3", "4"]
    # The dialogue is told once that somebody else had the conversation in between.
    assert [turn["resumed"] for turn in stand_in.turns] == [True, False]


def test_a_reply_of_the_bot_that_comes_after_the_takeover_is_dropped(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    say(engine, "website:a", "slow")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: bool(stand_in.turns))
            now = datetime.now(timezone.utc)
            await asyncio.to_thread(takeover.take_over, engine, "website:a", ANA, now)
            await until(lambda: done(engine) == 1)

    run(test)
    assert lines(engine, "website:a") == []
    assert len(lines(engine, "website:a", "system")) == 1


def test_signals_make_it_quick(engine: Engine, stand_in: StandIn, tmp_path: Path) -> None:
    heard: list[str] = []

    async def test() -> None:
        signals = UnixSignals(tmp_path)
        await signals.listen(OUTBOX, heard.append)
        async with at_work(engine, stand_in.port, tmp_path):
            await asyncio.sleep(0.3)
            await asyncio.to_thread(say, engine, "website:a", "1")
            signals.send(INBOX)
            await until(lambda: bool(heard), 0.8)
        await signals.close()

    run(test)
    assert heard == ["website:a"]


def test_what_a_dead_worker_held_is_taken_over_at_once(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    say(engine, "website:a", "1")
    dead = Identity(tmp_path)
    turns.claim(engine, dead.name, 1, datetime.now(timezone.utc))

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await asyncio.sleep(1.5)
            assert lines(engine, "website:a") == []  # it may still be alive
            os.close(dead._file)  # as the kernel does when a process ends
            await until(lambda: lines(engine, "website:a") == ["re 1"], 8)

    run(test)


def test_a_stopping_worker_ends_its_turn_and_takes_no_other(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    say(engine, "website:a", "slow", "next")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path) as stop:
            await until(lambda: bool(stand_in.turns))
            stop.set()

    run(test)
    assert lines(engine, "website:a") == ["re slow"]


def test_where_messages_cost_money_a_turn_is_one_message(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    for conversation in ("whatsapp:a", "website:a"):
        say(engine, conversation, "twice")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: bool(lines(engine, "whatsapp:a") and lines(engine, "website:a")))

    run(test)
    assert lines(engine, "whatsapp:a") == ["re twice\n\nand more"]
    assert lines(engine, "website:a") == ["re twice", "and more"]
