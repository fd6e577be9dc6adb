"""Notices from the worker: quick, once whatever is killed, and ended by a word whatever else goes on."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.engine import Engine

from bot.notices import Notices
from bot.signals import OUTBOX, UnixSignals
from tests.assistant import ROOT, environment
from tests.bot.conftest import eventually, free_port
from tests.bot.stand_in import StandIn
from tests.bot.test_worker import at_work, lines, run, say, until
from tests.tracking.reports import easypost, order
from tracking import conversations, disclosure, inbox, notices, store, subscriptions
from tracking.db import begin_read, begin_write
from tracking.model import conversations as talks
from tracking.model import inbox as messages
from tracking.model import outbox
from tracking.model import subscriptions as table
from tracking.outbox import Button, Reply, put

NUMBER = "15501234567890"
TALK = "website:1"


def bring(engine: Engine) -> int:
    """An order whose parcel the carrier has; its id."""
    now = datetime.now(timezone.utc)
    row = order("10042", ("dpd-uk", NUMBER), placed=(now - timedelta(days=2)).isoformat())
    store.import_orders(engine, [{**row, "email": "a@example.com", "country": "FR"}], now)
    scan(engine, now - timedelta(days=1), "in_transit")
    with begin_read(engine) as connection:
        found = store.find_order(connection, "10042")
    assert found is not None
    return found.id


def scan(engine: Engine, at: datetime, status: str) -> None:
    now = datetime.now(timezone.utc)
    body = easypost((at.isoformat(), status), number=NUMBER)
    inbox.process(engine, inbox.receive(engine, "easypost", body, now).payload_id, now)


def agree(engine: Engine, order_id: int, talk: str = TALK, language: str = "en") -> None:
    now = datetime.now(timezone.utc)
    conversations.receive(
        engine,
        channel=talk.partition(":")[0],
        conversation_id=talk,
        message_id=f"asked {talk}",
        text="tell me",
        now=now,
    )
    disclosure.prove(
        engine, conversation_id=talk, order_number="10042", kind="email", value="a@example.com", now=now
    )
    subscriptions.subscribe(
        engine,
        conversation_id=talk,
        order_id=order_id,
        channel=talk.partition(":")[0],
        language=language,
        message_id=f"asked {talk}",
        asking=True,
        now=now,
    )


def by_themselves(engine: Engine) -> Counter[str]:
    """How many notices each conversation has."""
    with begin_read(engine) as connection:
        query = select(outbox.c.conversation_id).where(outbox.c.inbox_id.is_(None), outbox.c.author == "bot")
        return Counter(connection.execute(query).scalars())


def test_news_is_in_the_outbox_within_seconds_and_the_channel_is_woken(
    engine: Engine, tmp_path: Path
) -> None:
    order_id = bring(engine)
    agree(engine, order_id)
    heard: list[str] = []

    async def test() -> None:
        signals, stop = UnixSignals(tmp_path), asyncio.Event()
        await signals.listen(OUTBOX, heard.append)
        looking = asyncio.create_task(Notices(engine, signals, {"website"}).run(stop))
        began = time.monotonic()
        await asyncio.to_thread(scan, engine, datetime.now(timezone.utc), "out_for_delivery")
        await until(lambda: bool(heard))
        assert time.monotonic() - began < 10
        stop.set()
        await looking
        await signals.close()

    run(test)
    assert heard == [TALK]
    assert by_themselves(engine) == {TALK: 1}


def test_a_pass_that_fails_is_tried_again_and_says_nothing_of_the_shopper(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    agree(engine, bring(engine))
    scan(engine, datetime.now(timezone.utc), "out_for_delivery")
    real, failures = notices.send_due, [RuntimeError("a@example.com")]

    def send_due(*args: object, **kwargs: object) -> object:
        if failures:
            raise failures.pop()
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(notices, "send_due", send_due)
    monkeypatch.setattr("bot.notices.FAILED_SECONDS", 0.1)

    async def test() -> None:
        signals, stop = UnixSignals(tmp_path), asyncio.Event()
        looking = asyncio.create_task(Notices(engine, signals, {"website"}).run(stop))
        await until(lambda: bool(by_themselves(engine)))
        stop.set()
        await looking
        await signals.close()

    run(test)
    assert "RuntimeError" in caplog.text
    assert "a@example.com" not in caplog.text


# --- One word ------------------------------------------------------------------------------------------


def holding(engine: Engine) -> int:
    with begin_read(engine) as connection:
        query = select(func.count()).select_from(table).where(table.c.stopped_at.is_(None))
        return int(connection.execute(query).scalar_one())


def test_a_word_ends_them_and_the_dialogue_hears_nothing_of_it(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    agree(engine, bring(engine))
    say(engine, TALK, "Arrêt", "stop")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: len(lines(engine, TALK)) == 3)

    run(test)
    first, ended, again = lines(engine, TALK)
    assert first == "re tell me"
    assert "no more updates" in ended
    assert again == "re stop", "with nothing to end it is a word like others"
    assert stand_in.order[TALK] == ["tell me", "stop"]
    assert holding(engine) == 0


def test_a_word_ends_them_while_rasa_is_away(engine: Engine, tmp_path: Path) -> None:
    agree(engine, bring(engine))
    finish_all(engine)
    say(engine, TALK, "STOP")

    async def test() -> None:
        async with at_work(engine, free_port(), tmp_path):
            await until(lambda: bool(lines(engine, TALK)))

    run(test)
    assert holding(engine) == 0


def test_a_word_ends_them_while_a_person_has_the_conversation(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    agree(engine, bring(engine))
    finish_all(engine)
    with begin_write(engine) as connection:
        connection.execute(update(talks).values(owner="person"))
    say(engine, TALK, "where are you?", "stop")

    async def test() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: bool(lines(engine, TALK, "system")))

    run(test)
    assert lines(engine, TALK) == []
    assert ["no more updates" in line for line in lines(engine, TALK, "system")] == [True]
    assert holding(engine) == 0
    assert stand_in.turns == []


def test_a_tap_ends_them_and_a_text_that_looks_like_one_does_not(
    engine: Engine, stand_in: StandIn, tmp_path: Path
) -> None:
    agree(engine, bring(engine))
    finish_all(engine)
    say(engine, TALK, "/stop_notifications")

    async def typed() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: bool(lines(engine, TALK)))

    run(typed)
    assert holding(engine) == 1
    now = datetime.now(timezone.utc)
    with begin_write(engine) as connection:
        put(
            connection,
            TALK,
            [Reply("news", (Button("Stop updates", "/stop_notifications"),))],
            author="bot",
            inbox_id=None,
            hold=True,
            now=now,
        )
    with begin_read(engine) as connection:
        shown = connection.execute(select(outbox.c.reply).order_by(outbox.c.id.desc()).limit(1)).scalar_one()
    token = shown["buttons"][0]["token"]
    conversations.receive(
        engine, channel="website", conversation_id=TALK, message_id="tap", text=None, button=token, now=now
    )

    async def tapped() -> None:
        async with at_work(engine, stand_in.port, tmp_path):
            await until(lambda: holding(engine) == 0)

    run(tapped)


def finish_all(engine: Engine) -> None:
    """Every message that waits is answered."""
    with begin_write(engine) as connection:
        connection.execute(update(messages).values(state="done"))


# --- Once, whatever is killed ---------------------------------------------------------------------------


@contextmanager
def workers(engine: Engine, tmp_path: Path, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Real workers, killed in the end."""
    env = environment(tmp_path / "var", engine.url.render_as_string(hide_password=False))
    with (tmp_path / "workers.log").open("ab") as log:
        made = [
            subprocess.Popen([sys.executable, "-m", "bot.serve", "worker"], env=env, cwd=ROOT, stderr=log)
            for _ in range(count)
        ]
        try:
            yield made
        finally:
            for each in made:
                each.kill()
                each.wait()


def test_workers_that_are_killed_tell_every_shopper_once(engine: Engine, tmp_path: Path) -> None:
    order_id, shoppers, chance = bring(engine), 60, random.Random(7)
    for index in range(shoppers):
        agree(engine, order_id, talk=f"website:{index}")
    finish_all(engine)
    scan(engine, datetime.now(timezone.utc), "out_for_delivery")
    with workers(engine, tmp_path, 2):
        eventually(lambda: bool(by_themselves(engine)), 90)
        # Killed in the middle of it, at whatever statement they are.
        time.sleep(chance.uniform(0.0, 0.05))
    told = sum(by_themselves(engine).values())
    assert told > 0
    with workers(engine, tmp_path, 2):
        eventually(lambda: len(by_themselves(engine)) == shoppers, 90)
        time.sleep(2)
    assert set(by_themselves(engine).values()) == {1}
