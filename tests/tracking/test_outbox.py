"""Replies out: seen by fetching channels; pushed at most once, in order."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from tracking import outbox
from tracking.conversations import receive
from tracking.db import begin_read, begin_write
from tracking.model import outbox as table
from tracking.outbox import SEND_SECONDS, Reply

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


def put(engine: Engine, conversation: str, *texts: str, hold: bool = False) -> list[int]:
    channel = conversation.partition(":")[0]
    receive(engine, channel=channel, conversation_id=conversation, message_id="1", text="hi", now=NOW)
    with begin_write(engine) as connection:
        return outbox.put(
            connection,
            conversation,
            [Reply(text) for text in texts],
            author="bot",
            inbox_id=None,
            hold=hold,
            now=NOW,
        )


def claim(engine: Engine, seconds: float = 0, limit: int = 8) -> list[str]:
    claimed = outbox.claim_sends(engine, ["push"], limit, NOW + timedelta(seconds=seconds))
    return [outgoing.reply["text"] for outgoing in claimed]


def states(engine: Engine) -> dict[int, str]:
    with begin_read(engine) as connection:
        return dict(connection.execute(select(table.c.id, table.c.state)).all())


def test_one_reply_a_conversation_at_a_time_in_order(engine: Engine) -> None:
    first, second = put(engine, "push:x", "x1", "x2")
    put(engine, "push:y", "y1")
    assert claim(engine) == ["x1", "y1"]
    assert claim(engine) == []
    outbox.settle(engine, first, "sent", NOW)
    assert claim(engine) == ["x2"]
    assert states(engine)[second] == "sending"


def test_only_the_channels_asked_for_and_nothing_that_is_held(engine: Engine) -> None:
    put(engine, "website:x", "fetched", hold=True)
    put(engine, "other:x", "not ours")
    assert claim(engine) == []


def test_a_send_that_was_cut_off_is_never_repeated(engine: Engine) -> None:
    first, second = put(engine, "push:x", "x1", "x2")
    assert claim(engine) == ["x1"]
    assert claim(engine, SEND_SECONDS - 1) == []
    assert claim(engine, SEND_SECONDS) == ["x2"]
    assert states(engine) == {first: "unconfirmed", second: "sending"}
    # Its outcome comes too late to change anything.
    outbox.settle(engine, first, "waiting", NOW)
    assert states(engine)[first] == "unconfirmed"


def test_a_reply_put_off_is_not_overtaken(engine: Engine) -> None:
    first, _ = put(engine, "push:x", "x1", "x2")
    claim(engine)
    outbox.settle(engine, first, "waiting", NOW, NOW + timedelta(seconds=5))
    assert claim(engine, 4) == []
    assert claim(engine, 5) == ["x1"]


@pytest.mark.parametrize("state", ["failed", "unconfirmed", "sent"])
def test_whatever_became_of_it_the_next_reply_follows(engine: Engine, state: str) -> None:
    first, _ = put(engine, "push:x", "x1", "x2")
    claim(engine)
    outbox.settle(engine, first, state, NOW)
    assert claim(engine) == ["x2"]


def test_attempts_are_counted(engine: Engine) -> None:
    (only,) = put(engine, "push:x", "x1")
    for attempt in (1, 2, 3):
        (outgoing,) = outbox.claim_sends(engine, ["push"], 1, NOW)
        assert outgoing.attempts == attempt
        outbox.settle(engine, only, "waiting", NOW, NOW)


def test_what_a_client_has_shown_is_sent(engine: Engine) -> None:
    shown, unseen = put(engine, "website:x", "one", "two", hold=True)
    (other,) = put(engine, "website:y", "one", hold=True)
    outbox.seen(engine, {"website:x": shown}, NOW)
    assert states(engine) == {shown: "sent", unseen: "held", other: "held"}


def test_newer_than(engine: Engine) -> None:
    with begin_read(engine) as connection:
        assert outbox.newest_id(connection) == 0
    first, last = *put(engine, "website:x", "one", hold=True), *put(engine, "website:y", "two", hold=True)
    with begin_read(engine) as connection:
        assert outbox.newest_id(connection) == last
        assert outbox.newer_than(connection, 0) == (last, {"website:x", "website:y"})
        assert outbox.newer_than(connection, first) == (last, {"website:y"})
        assert outbox.newer_than(connection, last) == (last, set())


def test_items_after(engine: Engine) -> None:
    first, _ = put(engine, "website:x", "one", "two", hold=True)
    put(engine, "website:y", "other", hold=True)
    with begin_write(engine) as connection:
        connection.execute(update(table).where(table.c.id == first).values(state="sent"))
    with begin_read(engine) as connection:
        assert [item.text for item in outbox.items_after(connection, "website:x", 0)] == ["one", "two"]
        assert [item.text for item in outbox.items_after(connection, "website:x", first)] == ["two"]
