"""Turns: one a conversation at a time, in order, finished by whoever holds the lease."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import takeover, turns
from tracking.conversations import receive, transcript
from tracking.db import begin_read
from tracking.model import conversations as conversation_table
from tracking.model import inbox, issued_buttons, outbox
from tracking.outbox import Button, Reply
from tracking.takeover import Agent
from tracking.turns import LEASE_SECONDS, LeaseLostError, Turn

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def say(engine: Engine, conversation: str, message_id: str, at: datetime = NOW) -> None:
    receive(
        engine,
        channel="website",
        conversation_id=conversation,
        message_id=message_id,
        text=message_id,
        now=at,
    )


def finish(engine: Engine, turn: Turn, *replies: str, at: datetime = NOW) -> None:
    turns.finish(engine, turn, replies=[Reply(text) for text in replies], hold=True, now=at)


def texts(claimed: list[Turn]) -> list[str]:
    return [turn.text for turn in claimed]


def test_nothing_waits(engine: Engine) -> None:
    assert turns.claim(engine, "a", 8, NOW) == []


def test_one_turn_of_a_conversation_at_a_time_in_order(engine: Engine) -> None:
    for message in ("x1", "y1", "x2", "y2", "x3"):
        say(engine, message[0], message)
    first = turns.claim(engine, "a", 8, NOW)
    assert texts(first) == ["x1", "y1"]
    assert turns.claim(engine, "b", 8, NOW) == []
    finish(engine, first[0], "ok")
    assert texts(turns.claim(engine, "b", 8, NOW)) == ["x2"]


def test_the_limit_is_kept_and_the_oldest_go_first(engine: Engine) -> None:
    for message in "dcba":
        say(engine, message, message)
    assert texts(turns.claim(engine, "a", 3, NOW)) == ["d", "c", "b"]


def test_everything_of_a_finished_turn_is_there_together(engine: Engine) -> None:
    say(engine, "x", "x1")
    (turn,) = turns.claim(engine, "a", 1, NOW)
    ids = turns.finish(
        engine,
        turn,
        replies=[Reply("one", (Button("B", "/b"),)), Reply("two", card={"status": "ok"})],
        hold=True,
        now=after(1),
        language="fr",
        understood={"intent": "greet"},
    )
    assert ids == sorted(ids)
    with begin_read(engine) as connection:
        row = connection.execute(select(inbox)).one()
        assert (row.state, row.done_at, row.attempts) == ("done", after(1), 1)
        assert row.understood == {"intent": "greet"}
        assert connection.execute(select(conversation_table.c.language)).scalar_one() == "fr"
        rows = connection.execute(select(outbox).order_by(outbox.c.id)).all()
        assert [r.state for r in rows] == ["held", "held"]
        assert [r.inbox_id for r in rows] == [turn.inbox_id] * 2
        assert rows[1].reply["card"] == {"status": "ok"}
        assert connection.execute(select(issued_buttons.c.payload)).scalars().all() == ["/b"]
    say(engine, "x", "x2")
    (turn,) = turns.claim(engine, "a", 1, NOW)
    assert turn.language == "fr"
    finish(engine, turn)
    with begin_read(engine) as connection:
        assert connection.execute(select(conversation_table.c.language)).scalar_one() == "fr"


def test_a_lease_that_runs_out_is_taken_over_and_the_late_worker_changes_nothing(engine: Engine) -> None:
    say(engine, "x", "x1")
    (slow,) = turns.claim(engine, "slow", 1, NOW)
    assert turns.claim(engine, "quick", 1, after(LEASE_SECONDS - 0.1)) == []
    (quick,) = turns.claim(engine, "quick", 1, after(LEASE_SECONDS))
    assert quick.inbox_id == slow.inbox_id
    with pytest.raises(LeaseLostError):
        finish(engine, slow, "late")
    with pytest.raises(LeaseLostError):
        turns.retry_later(engine, slow, NOW, count=True, now=NOW)
    finish(engine, quick, "in time")
    with pytest.raises(LeaseLostError):
        finish(engine, quick, "twice")
    with begin_read(engine) as connection:
        assert [item.text for item in transcript(connection, "x")] == ["x1", "in time"]


#: Conversations whose turns go on.
RUNNING = ("x",)


def test_a_renewed_lease_holds(engine: Engine) -> None:
    say(engine, "x", "x1")
    (turn,) = turns.claim(engine, "a", 1, NOW)
    assert turns.renew(engine, "a", RUNNING, after(10)) == 1
    assert turns.renew(engine, "b", RUNNING, after(10)) == 0
    assert turns.claim(engine, "b", 1, after(LEASE_SECONDS + 5)) == []
    finish(engine, turn, "ok")
    assert turns.renew(engine, "a", RUNNING, after(11)) == 0


def test_the_lease_of_a_turn_that_has_ended_is_not_renewed(engine: Engine) -> None:
    say(engine, "x", "x1")
    turns.claim(engine, "a", 1, NOW)
    assert turns.renew(engine, "a", (), after(10)) == 0
    assert [turn.worker for turn in turns.claim(engine, "b", 1, after(LEASE_SECONDS + 1))] == ["b"]


def test_a_message_claimed_twice_by_one_worker_is_answered_once(engine: Engine) -> None:
    say(engine, "x", "x1")
    (slow,) = turns.claim(engine, "a", 1, NOW)
    (again,) = turns.claim(engine, "a", 1, after(LEASE_SECONDS + 1))
    finish(engine, again, "once")
    say(engine, "x", "x2")
    (following,) = turns.claim(engine, "a", 1, after(LEASE_SECONDS + 2))
    with pytest.raises(LeaseLostError):
        finish(engine, slow, "twice")
    finish(engine, following, "the next")
    with begin_read(engine) as connection:
        answers = [item.text for item in transcript(connection, "x") if item.author == "bot"]
    assert answers == ["once", "the next"]


def test_what_a_dead_worker_held_is_freed(engine: Engine) -> None:
    for conversation in "xyz":
        say(engine, conversation, conversation)
    turns.claim(engine, "dead", 2, NOW)
    turns.claim(engine, "alive", 1, NOW)
    assert turns.lease_holders(engine) == {"dead", "alive"}
    assert turns.release_all(engine, ["dead"]) == 2
    assert texts(turns.claim(engine, "new", 8, NOW)) == ["x", "y"]


def test_later_messages_never_overtake_one_that_is_tried_again(engine: Engine) -> None:
    say(engine, "x", "x1")
    say(engine, "x", "x2")
    (turn,) = turns.claim(engine, "a", 1, NOW)
    turns.retry_later(engine, turn, after(5), count=True, now=NOW)
    assert turns.claim(engine, "a", 1, after(4.9)) == []
    (again,) = turns.claim(engine, "a", 1, after(5))
    assert (again.text, again.attempts) == ("x1", 1)
    turns.retry_later(engine, again, after(6), count=False, now=after(5))
    (again,) = turns.claim(engine, "a", 1, after(6))
    assert (again.text, again.attempts) == ("x1", 1)


class TestNotice:
    """Shoppers who wait are told so, once."""

    def kept(self, engine: Engine, since: datetime) -> list[str]:
        return [kept.conversation_id for kept in turns.kept_waiting(engine, since)]

    def tell(self, engine: Engine) -> list[bool]:
        return [
            turns.tell(engine, kept, "please wait", hold=True, now=after(30))
            for kept in turns.kept_waiting(engine, after(10))
        ]

    def test_only_those_who_have_waited(self, engine: Engine) -> None:
        say(engine, "old", "1", after(0))
        say(engine, "new", "1", after(20))
        assert self.kept(engine, after(10)) == ["old"]

    def test_once_until_the_next_answer(self, engine: Engine) -> None:
        say(engine, "x", "x1")
        say(engine, "x", "x2")
        (kept,) = turns.kept_waiting(engine, after(10))
        assert turns.tell(engine, kept, "please wait", hold=True, now=after(20))
        assert not turns.tell(engine, kept, "please wait", hold=True, now=after(20))
        assert self.tell(engine) == []
        (turn,) = turns.claim(engine, "a", 1, after(30))
        assert turn.text == "x1"
        finish(engine, turn, "sorry for the wait", at=after(30))
        assert self.tell(engine) == [True]
        with begin_read(engine) as connection:
            said = [(item.author, item.text) for item in transcript(connection, "x")]
        assert [text for author, text in said if author == "system"] == ["please wait"] * 2

    def test_not_when_the_answer_came_first(self, engine: Engine) -> None:
        say(engine, "x", "x1")
        (kept,) = turns.kept_waiting(engine, after(10))
        (turn,) = turns.claim(engine, "a", 1, NOW)
        finish(engine, turn, "here it is")
        assert not turns.tell(engine, kept, "please wait", hold=True, now=NOW)

    def test_not_when_a_person_answers(self, engine: Engine) -> None:
        say(engine, "x", "x1")
        takeover.take_over(engine, "x", Agent("ana", "Ana"), NOW)
        assert self.kept(engine, after(10)) == []

    def test_it_says_whether_an_attempt_was_put_off(self, engine: Engine) -> None:
        say(engine, "x", "x1")
        assert [kept.was_tried for kept in turns.kept_waiting(engine, after(10))] == [False]
        (turn,) = turns.claim(engine, "a", 1, NOW)
        turns.retry_later(engine, turn, after(1), count=False, now=NOW)
        assert [kept.was_tried for kept in turns.kept_waiting(engine, after(10))] == [True]


def test_depth(engine: Engine) -> None:
    say(engine, "x", "x1")
    say(engine, "x", "x2")
    (turn,) = turns.claim(engine, "a", 1, NOW)
    turns.finish(engine, turn, replies=[Reply("pushed")], hold=False, now=NOW)
    with begin_read(engine) as connection:
        assert turns.depth(connection) == {"inbox": 1, "outbox": 1}


def test_workers_side_by_side_answer_everything_once_and_in_order(engine: Engine) -> None:
    """Four workers and two receivers at once: each message has one answer, in the order it was sent."""
    conversation_ids = [f"c{n}" for n in range(6)]
    messages = 12
    total = len(conversation_ids) * messages
    answered: Counter[int] = Counter()
    done = threading.Event()

    def work(name: str) -> None:
        while not done.is_set():
            for turn in turns.claim(engine, name, 2, datetime.now(timezone.utc)):
                finish(engine, turn, f"re {turn.text}", at=datetime.now(timezone.utc))
                answered[turn.inbox_id] += 1
                if sum(answered.values()) >= total:
                    done.set()

    def send(some: list[str]) -> None:
        for n in range(messages):
            for conversation in some:
                say(engine, conversation, f"{n}", datetime.now(timezone.utc))

    with ThreadPoolExecutor(6) as pool:
        jobs = [pool.submit(work, f"w{n}") for n in range(4)]
        jobs += [pool.submit(send, conversation_ids[:3]), pool.submit(send, conversation_ids[3:])]
        try:
            assert done.wait(60), f"{sum(answered.values())} of {total} answered"
        finally:
            done.set()
        for job in jobs:
            job.result()
    assert set(answered.values()) == {1}
    with begin_read(engine) as connection:
        for conversation in conversation_ids:
            rows = connection.execute(
                select(outbox.c.reply).where(outbox.c.conversation_id == conversation).order_by(outbox.c.id)
            ).scalars()
            assert [reply["text"] for reply in rows] == [f"re {n}" for n in range(messages)]
