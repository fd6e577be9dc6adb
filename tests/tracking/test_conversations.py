"""Messages in: accepted once, in order, for the right conversation; buttons; owner; transcript."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import conversations, turns
from tracking.conversations import Incoming, receive, receive_all, transcript
from tracking.db import begin_read
from tracking.model import conversations as conversation_table
from tracking.model import inbox
from tracking.outbox import Button, Reply
from tracking.vocabulary import Owner

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
ANNE = "website:anne"
BOB = "website:bob"


def say(engine: Engine, conversation: str, message_id: str, text: str | None, **more: object) -> int | None:
    given = {"now": NOW, **more}
    return receive(
        engine,
        channel="website",
        conversation_id=conversation,
        message_id=message_id,
        text=text,
        **given,  # type: ignore[arg-type]
    ).inbox_id


def answer(engine: Engine, replies: list[Reply], at: datetime = NOW) -> None:
    """Take the one waiting turn and answer it."""
    (turn,) = turns.claim(engine, "worker", 1, at)
    turns.finish(engine, turn, replies=replies, hold=True, now=at)


def issued_token(engine: Engine, conversation: str) -> str:
    with begin_read(engine) as connection:
        return transcript(connection, conversation)[-1].buttons[0]["token"]


def test_the_same_message_id_is_one_message(engine: Engine) -> None:
    first = receive(engine, channel="website", conversation_id=ANNE, message_id="1", text="hi", now=NOW)
    again = receive(engine, channel="website", conversation_id=ANNE, message_id="1", text="hi", now=NOW)
    assert (first.duplicate, again.duplicate) == (False, True)
    assert again.inbox_id == first.inbox_id
    with begin_read(engine) as connection:
        assert len(transcript(connection, ANNE)) == 1
        assert conversations.accepted(connection, ANNE, "1") == first.inbox_id
        assert conversations.accepted(connection, BOB, "1") is None


def test_the_same_message_id_elsewhere_is_another_message(engine: Engine) -> None:
    assert say(engine, ANNE, "1", "hi") != say(engine, BOB, "1", "hi")


def test_a_group_is_committed_in_the_order_given(engine: Engine) -> None:
    group = [
        Incoming("website", conversation, f"{conversation}-{n}", f"{n}")
        for n in range(3)
        for conversation in (BOB, ANNE)
    ]
    received = receive_all(engine, [*group, group[0]], NOW)
    ids = [r.inbox_id for r in received[:-1]]
    assert ids == sorted(ids, key=lambda value: value or 0)
    assert received[-1].duplicate
    assert received[-1].inbox_id == ids[0]


def test_a_group_is_accepted_whole_or_not_at_all(engine: Engine) -> None:
    broken = Incoming("website", "x" * 10, "2", "ok", network=object())  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r".+"):
        receive_all(engine, [Incoming("website", ANNE, "1", "hi"), broken], NOW)
    with begin_read(engine) as connection:
        assert transcript(connection, ANNE) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a\0b", "ab"), ("half \ud83d of a pair", "half ? of a pair"), ("日本 🎁 مرحبا", "日本 🎁 مرحبا")],
)
def test_any_text_can_be_kept(engine: Engine, given: str, kept: str) -> None:
    say(engine, ANNE, "1", given)
    with begin_read(engine) as connection:
        assert [item.text for item in transcript(connection, ANNE)] == [kept]


def test_the_network_last_seen_is_kept(engine: Engine) -> None:
    for number, network in enumerate(["home", None, "office"]):
        say(engine, ANNE, str(number), "hi", network=network)
    with begin_read(engine) as connection:
        seen = connection.execute(select(conversation_table.c.network)).scalar_one()
    assert seen == "office"


class TestButtons:
    @pytest.fixture(autouse=True)
    def _offered(self, engine: Engine) -> None:
        say(engine, ANNE, "1", "hi")
        answer(engine, [Reply("Which one?", (Button("The first", '/choose{"n":1}'),))])

    def test_a_tap_carries_the_payload_that_we_issued(self, engine: Engine) -> None:
        say(engine, ANNE, "2", None, button=issued_token(engine, ANNE))
        (turn,) = turns.claim(engine, "worker", 1, NOW)
        assert (turn.text, turn.payload) == ("The first", '/choose{"n":1}')

    def test_the_payload_never_leaves(self, engine: Engine) -> None:
        with begin_read(engine) as connection:
            shown = transcript(connection, ANNE)[-1]
        assert [set(button) for button in shown.buttons] == [{"title", "token"}]
        assert "choose" not in str(shown)

    def test_another_conversations_token_is_just_text(self, engine: Engine) -> None:
        token = issued_token(engine, ANNE)
        say(engine, BOB, "1", token, button=token)
        (turn,) = turns.claim(engine, "worker", 1, NOW)
        assert (turn.conversation_id, turn.text, turn.payload) == (BOB, token, None)

    @pytest.mark.parametrize("token", ["", "nope", '/choose{"n":1}', "x" * 5000, "a\0b"])
    def test_a_tap_on_nothing_that_we_issued_is_refused(self, engine: Engine, token: str) -> None:
        received = receive(
            engine, channel="website", conversation_id=ANNE, message_id="2", text=None, button=token, now=NOW
        )
        assert received.inbox_id is None
        assert turns.claim(engine, "worker", 1, NOW) == []

    def test_a_text_that_looks_like_a_payload_has_none(self, engine: Engine) -> None:
        say(engine, ANNE, "2", '/choose{"n":1}')
        (turn,) = turns.claim(engine, "worker", 1, NOW)
        assert turn.payload is None

    def test_tokens_cannot_be_guessed(self, engine: Engine) -> None:
        say(engine, ANNE, "2", "more")
        answer(engine, [Reply("?", tuple(Button(str(n), f"/n{n}") for n in range(20)))])
        with begin_read(engine) as connection:
            tokens = {button["token"] for button in transcript(connection, ANNE)[-1].buttons}
        assert len(tokens) == 20
        assert all(len(token) == 22 for token in tokens)


def test_the_bot_has_a_conversation_until_a_person_takes_it(engine: Engine) -> None:
    say(engine, ANNE, "1", "hi")
    with begin_read(engine) as connection:
        assert conversations.owner(connection, ANNE) is Owner.BOT
        assert conversations.owner(connection, "website:unknown") is Owner.BOT


class TestTranscript:
    def at(self, seconds: int) -> datetime:
        return NOW + timedelta(seconds=seconds)

    def lines(self, engine: Engine, after: str | None = None, limit: int = 100) -> list[str]:
        with begin_read(engine) as connection:
            items = transcript(connection, ANNE, after=after, limit=limit)
        return [f"{item.author}: {item.text}" for item in items]

    @pytest.fixture(autouse=True)
    def _talk(self, engine: Engine) -> None:
        say(engine, BOB, "1", "not hers", now=self.at(0))
        answer(engine, [Reply("not to her")], self.at(1))
        for turn in range(3):
            say(engine, ANNE, f"m{turn}", f"question {turn}", now=self.at(10 * turn))
            answer(engine, [Reply(f"answer {turn}a"), Reply(f"answer {turn}b")], self.at(10 * turn + 1))

    def test_it_is_in_order(self, engine: Engine) -> None:
        assert self.lines(engine) == [
            line
            for n in range(3)
            for line in (f"shopper: question {n}", f"bot: answer {n}a", f"bot: answer {n}b")
        ]

    def test_the_last_items_only(self, engine: Engine) -> None:
        assert self.lines(engine, limit=2) == ["bot: answer 2a", "bot: answer 2b"]

    def test_after_a_cursor_comes_what_followed(self, engine: Engine) -> None:
        with begin_read(engine) as connection:
            items = transcript(connection, ANNE)
            rest = transcript(connection, ANNE, after=items[5].id)
        assert [item.id for item in rest][-3:] == [item.id for item in items][6:]
        # What has the same moment is repeated rather than missed.
        assert {item.id for item in rest} - {item.id for item in items[6:]} <= {items[4].id}

    @pytest.mark.parametrize("cursor", ["", "x1", "o", "o-1", "o9999999", "i" + "9" * 40, "o²", "o1 OR 1=1"])
    def test_a_cursor_that_means_nothing_gives_everything(self, engine: Engine, cursor: str) -> None:
        assert len(self.lines(engine, after=cursor)) == 9

    def test_a_cursor_of_another_conversation_means_nothing(self, engine: Engine) -> None:
        with begin_read(engine) as connection:
            other = transcript(connection, BOB)[-1].id
        assert len(self.lines(engine, after=other)) == 9

    def test_shoppers_items_bear_their_own_ids(self, engine: Engine) -> None:
        with begin_read(engine) as connection:
            ids = [item.message_id for item in transcript(connection, ANNE) if item.author == "shopper"]
            query = select(inbox.c.message_id).where(inbox.c.conversation_id == ANNE)
            stored = connection.execute(query.order_by(inbox.c.id))
            assert ids == list(stored.scalars())
