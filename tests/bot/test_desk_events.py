"""What open desks are told, over a real stream; and what it costs."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone

import httpx
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.desk.accounts import Role
from tests.bot.conftest import Door, eventually
from tests.bot.desk_cases import put
from tests.bot.desk_team import Browser, at_desk
from tracking.conversations import Incoming, receive_all
from tracking.db import begin_write
from tracking.model import conversations, outbox

NOW = datetime.now(timezone.utc)
TALK = "website:0123"


class Heard:
    """A stream that somebody reads: the names of its events, and when they came."""

    def __init__(self, browser: Browser, query: str = "") -> None:
        self.names: list[str] = []
        self._browser, self._query, self._stop = browser, query, threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)

    def _read(self) -> None:
        # The server goes away before its streams end.
        with contextlib.suppress(httpx.RemoteProtocolError):
            self._listen()

    def _listen(self) -> None:
        headers = {"Accept": "text/event-stream"}
        with self._browser.stream("GET", f"/desk/events{self._query}", headers=headers) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            for line in answer.iter_lines():
                if line.startswith("event: "):
                    self.names.append(line.removeprefix("event: "))
                if self._stop.is_set():
                    return

    @contextmanager
    def open(self) -> Iterator[Heard]:
        self._thread.start()
        try:
            eventually(lambda: "hello" in self.names)
            # The first look at the store follows the greeting.
            time.sleep(0.5)
            yield self
        finally:
            self._stop.set()


def write(engine: Engine, number: int, author: str = "bot") -> None:
    with begin_write(engine) as connection:
        connection.execute(
            outbox.insert().values(
                conversation_id=TALK,
                author=author,
                reply={"text": f"{number}"},
                created_at=NOW,
                state="sent",
                attempts=0,
            )
        )


def talk(engine: Engine) -> None:
    with begin_write(engine) as connection:
        connection.execute(
            conversations.insert().values(
                id=TALK, channel="website", owner="bot", created_at=NOW, updated_at=NOW
            )
        )


def test_a_new_case_is_heard_of_within_two_seconds(door: Door) -> None:
    with Heard(at_desk(door, Role.READER)).open() as desk:
        # As another process writes it, without any signal.
        put(door.engine, NOW)
        eventually(lambda: "queue" in desk.names, 2)


def test_what_is_said_is_heard_by_who_looks_at_that_conversation(door: Door) -> None:
    talk(door.engine)
    ana = at_desk(door)
    with (
        Heard(ana, f"?conversation={TALK}").open() as here,
        Heard(ana, "?conversation=website:9").open() as there,
    ):
        write(door.engine, 1)
        eventually(lambda: f"conversation:{TALK}" in here.names, 2)
        incoming = Incoming(conversation_id=TALK, channel="website", message_id="m1", text="Hello?")
        receive_all(door.engine, [incoming], NOW)
        eventually(lambda: here.names.count(f"conversation:{TALK}") >= 2, 2)
    assert set(there.names) == {"hello"}


def test_open_desks_are_told_without_asking_the_store_each(door: Door) -> None:
    talk(door.engine)
    ana = at_desk(door)
    desks = [Heard(ana) for _ in range(3)]
    asked: list[str] = []

    def counting(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "case_events" in statement:
            asked.append(statement)

    event.listen(door.engine, "before_cursor_execute", counting)
    try:
        time.sleep(1.5)
        assert asked == []  # nobody watches
        with desks[0].open(), desks[1].open(), desks[2].open():
            asked.clear()
            time.sleep(3)
            assert 1 <= len(asked) <= 5
            put(door.engine, NOW)
            for desk in desks:
                eventually(lambda desk=desk: "queue" in desk.names, 2)  # type: ignore[misc]
    finally:
        event.remove(door.engine, "before_cursor_execute", counting)


def test_a_change_is_told_once(door: Door) -> None:
    with Heard(at_desk(door)).open() as desk:
        put(door.engine, NOW)
        eventually(lambda: "queue" in desk.names, 2)
        time.sleep(2.5)
        assert desk.names.count("queue") == 1


def test_a_row_that_commits_after_a_later_one_is_told(door: Door) -> None:
    if door.engine.dialect.name == "sqlite":
        return  # there one writes at a time, so ids appear in order
    talk(door.engine)
    with Heard(at_desk(door), f"?conversation={TALK}").open() as desk:
        slow = door.engine.connect()
        begun = slow.begin()
        slow.execute(
            outbox.insert().values(
                conversation_id=TALK, author="bot", reply={}, created_at=NOW, state="sent", attempts=0
            )
        )
        write(door.engine, 2)
        eventually(lambda: desk.names.count(f"conversation:{TALK}") == 1, 2)
        begun.commit()
        slow.close()
        eventually(lambda: desk.names.count(f"conversation:{TALK}") == 2, 2)
