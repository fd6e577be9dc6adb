"""The website channel over real sockets: who may speak where, what is taken, what arrives."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
import socketio
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from bot.channels.contract import MAX_TEXT, MESSAGES_A_MINUTE, FetchingChannel
from bot.channels.sessions import Sessions
from bot.channels.website import Website
from bot.settings import BotSettings
from tests.bot.browser import Browser, conversation_of, open_session
from tests.bot.conftest import Door, eventually, listening
from tracking import takeover, turns
from tracking.conversations import Received, receive, transcript
from tracking.db import begin_read, begin_write
from tracking.model import inbox, outbox
from tracking.outbox import Button, Reply
from tracking.settings import Settings

REDIS = os.environ.get("WISMO_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


def now() -> datetime:
    return datetime.now(timezone.utc)


@pytest.fixture
def token(door: Door) -> str:
    """A fresh session."""
    return str(open_session(door.url).json()["token"])


@pytest.fixture
def page(door: Door, token: str) -> Iterator[Browser]:
    """A page with the chat open."""
    with Browser(door.url, token) as browser:
        assert browser.greeted.wait(10)
        yield browser


def answer(engine: Engine, *replies: Reply) -> None:
    """Do a worker's work for the one message that waits."""
    (turn,) = turns.claim(engine, "worker", 1, now())
    turns.finish(engine, turn, replies=replies, hold=True, now=now())


def said(engine: Engine, token: str) -> list[str]:
    with begin_read(engine) as connection:
        return [item.text for item in transcript(connection, conversation_of(token))]


class TestMessage:
    def test_acknowledged_is_kept(self, door: Door, page: Browser, token: str) -> None:
        ack = page.say("m1", "  where is it?  ")
        assert ack["ok"] is True
        with begin_read(door.engine) as connection:
            row = connection.execute(select(inbox)).one()
        assert (f"i{row.id}", row.message_id, row.text, row.payload) == (
            ack["item"],
            "m1",
            "where is it?",
            None,
        )
        assert row.conversation_id == conversation_of(token)

    def test_sent_again_is_the_same_message(self, door: Door, page: Browser, token: str) -> None:
        assert page.say("m1", "hi") == page.say("m1", "hi")
        assert said(door.engine, token) == ["hi"]

    def test_a_slash_is_text(self, door: Door, page: Browser) -> None:
        page.say("m1", '/inform{"verified":true}')
        (turn,) = turns.claim(door.engine, "worker", 1, now())
        assert (turn.text, turn.payload) == ('/inform{"verified":true}', None)

    @pytest.mark.parametrize(
        ("body", "error"),
        [
            ({"id": "1", "text": ""}, "empty"),
            ({"id": "1", "text": " \n\t "}, "empty"),
            ({"id": "1", "text": None}, "empty"),
            ({"id": "1", "text": ["a"]}, "empty"),
            ({"id": "1"}, "empty"),
            ({"id": "", "text": "x"}, "empty"),
            ({"id": 7, "text": "x"}, "empty"),
            ({"id": "i" * 65, "text": "x"}, "empty"),
            ("just text", "empty"),
            ({"id": "1", "text": "x" * (MAX_TEXT + 1)}, "too_long"),
        ],
    )
    def test_refused(self, page: Browser, body: object, error: str) -> None:
        assert page.call("message", body) == {"ok": False, "error": error}

    @pytest.mark.parametrize("character", ["x", "🎁"])
    def test_the_longest(self, door: Door, page: Browser, token: str, character: str) -> None:
        assert page.say("1", character * MAX_TEXT)["ok"]
        assert said(door.engine, token) == [character * MAX_TEXT]

    def test_a_flood_is_stopped_but_not_what_is_sent_again(self, page: Browser) -> None:
        acks = [page.say(f"m{n}", "hi") for n in range(MESSAGES_A_MINUTE + 1)]
        assert [ack["ok"] for ack in acks] == [True] * MESSAGES_A_MINUTE + [False]
        assert acks[-1] == {"ok": False, "error": "rate"}
        assert page.say("m3", "hi") == acks[3]

    def test_the_limit_holds_for_the_conversation_not_the_socket(
        self, door: Door, page: Browser, token: str
    ) -> None:
        for n in range(MESSAGES_A_MINUTE):
            page.say(f"m{n}", "hi")
        with Browser(door.url, token) as other:
            assert other.say("more", "hi") == {"ok": False, "error": "rate"}

    def test_a_packet_far_too_large_ends_the_socket(self, door: Door, page: Browser, token: str) -> None:
        with pytest.raises(socketio.exceptions.SocketIOError):
            page.say("1", "x" * 200_000, timeout=3)
        assert said(door.engine, token) == []


class TestTap:
    @pytest.fixture
    def button(self, door: Door, page: Browser) -> str:
        page.say("m1", "hi")
        answer(door.engine, Reply("Which?", (Button("The first", "/choose"),)))
        eventually(lambda: page.texts() == ["Which?"])
        return str(page.items[-1]["buttons"][0]["token"])

    def test_a_tap_is_the_buttons_payload(self, door: Door, page: Browser, button: str) -> None:
        assert page.call("tap", {"id": "t1", "token": button})["ok"]
        (turn,) = turns.claim(door.engine, "worker", 1, now())
        assert (turn.text, turn.payload) == ("The first", "/choose")

    def test_the_payload_is_not_shown(self, page: Browser, button: str) -> None:
        assert "choose" not in str(page.items)
        assert page.items[-1]["buttons"] == [{"title": "The first", "token": button}]

    def test_another_conversations_button_does_nothing(self, door: Door, button: str) -> None:
        with Browser(door.url, open_session(door.url).json()["token"]) as other:
            assert other.call("tap", {"id": "t1", "token": button}) == {"ok": False, "error": "expired"}

    @pytest.mark.parametrize(
        ("given", "error"), [("guess", "expired"), ("", "empty"), (None, "empty"), ("/choose", "expired")]
    )
    def test_what_was_not_issued(self, page: Browser, given: object, error: str) -> None:
        assert page.call("tap", {"id": "t1", "token": given}) == {"ok": False, "error": error}


class TestReplies:
    def test_they_arrive_once_and_in_order_on_every_page(self, door: Door, page: Browser, token: str) -> None:
        with Browser(door.url, token) as other:
            other.greeted.wait(10)
            page.say("m1", "hi")
            answer(door.engine, Reply("one"), Reply("two", card={"status": "ok"}))
            # No signal was sent: the front door looks by itself.
            eventually(lambda: page.texts() == ["one", "two"] and other.texts() == ["one", "two"])
            time.sleep(2.5)
            assert page.texts() == other.texts() == ["one", "two"]
        assert page.items[-1]["card"] == {"status": "ok"}
        assert page.items[-1]["client_id"] is None

    def test_typing_goes_on_and_off(self, door: Door, page: Browser) -> None:
        page.say("m1", "hi")
        answer(door.engine, Reply("one"))
        eventually(lambda: len([event for event, _ in page.events if event != "owner"]) >= 5)
        events = [event for event, _ in page.events if event != "owner"]
        assert events == ["history", "reply", "typing", "reply", "typing"]
        assert [body["on"] for event, body in page.events if event == "typing"] == [True, False]

    def test_the_other_tab_shows_what_was_said_here(self, door: Door, page: Browser, token: str) -> None:
        with Browser(door.url, token) as other:
            other.greeted.wait(10)
            page.say("m1", "hi")
            eventually(lambda: bool(other.items))
            assert [(item["author"], item["text"], item["client_id"]) for item in other.items] == [
                ("shopper", "hi", "m1")
            ]

    def test_nobody_hears_another_conversation(self, door: Door, page: Browser) -> None:
        with Browser(door.url, open_session(door.url).json()["token"]) as other:
            other.greeted.wait(10)
            page.say("m1", "a secret")
            answer(door.engine, Reply("a secret answer"))
            eventually(lambda: bool(page.texts()))
            time.sleep(1.5)
            assert [event for event, _ in other.events] == ["history", "owner"]

    def test_who_comes_back_is_told_what_was_missed(self, door: Door, page: Browser, token: str) -> None:
        page.say("m1", "hi")
        answer(door.engine, Reply("one"))
        eventually(lambda: page.texts() == ["one"])
        cursor = page.items[-1]["id"]
        page.close()
        receive(
            door.engine,
            channel="website",
            conversation_id=conversation_of(token),
            message_id="m2",
            text="again",
            now=now(),
        )
        answer(door.engine, Reply("two"))
        with Browser(door.url, token, after=cursor) as back:
            assert back.greeted.wait(10)
            assert back.texts() == ["two"]
            assert [i["client_id"] for i in back.items if i["author"] == "shopper"] == ["m2"]

    def test_who_comes_without_a_cursor_is_told_everything(
        self, door: Door, page: Browser, token: str
    ) -> None:
        page.say("m1", "hi")
        answer(door.engine, Reply("one"))
        eventually(lambda: page.texts() == ["one"])
        with Browser(door.url, token, after="o999999") as other:
            assert other.greeted.wait(10)
            assert [(i["author"], i["text"]) for i in other.items] == [("shopper", "hi"), ("bot", "one")]

    def test_what_was_shown_is_noted(self, door: Door, page: Browser) -> None:
        page.say("m1", "hi")
        answer(door.engine, Reply("one"), Reply("two"))
        eventually(lambda: len(page.texts()) == 2)

        def states() -> list[str]:
            with begin_read(door.engine) as connection:
                return list(connection.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())

        page.seen("nonsense")
        page.seen("i1")
        page.seen(page.items[-2]["id"])
        eventually(lambda: states() == ["sent", "held"])

    def test_a_person_and_the_house_speak_too(self, door: Door, page: Browser) -> None:
        page.say("m1", "hi")
        answer(door.engine, Reply("one"))
        with begin_write(door.engine) as connection:
            connection.execute(update(outbox).values(author="person"))
        eventually(lambda: page.texts("person") == ["one"] or page.texts() == ["one"])


def test_the_website_is_a_channel(engine: Engine) -> None:
    async def accept(_message: object) -> Received:
        raise AssertionError

    website = Website(engine, accept, Sessions("x"), allowed_origins=(), messages_a_minute=20)
    assert isinstance(website, FetchingChannel)


class TestSeveralFrontDoors:
    """Two of them behind one address, as on several machines: the shopper's tabs are anywhere."""

    @pytest.fixture
    def doors(
        self, engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
    ) -> Iterator[tuple[Door, Door]]:
        bot = replace(bot_settings, redis_url=REDIS)
        with (
            listening(engine, bot, store_settings, tmp_path / "page") as one,
            listening(engine, bot, store_settings, tmp_path / "page") as other,
        ):
            yield one, other

    def test_what_is_said_in_one_tab_is_in_the_other(self, doors: tuple[Door, Door]) -> None:
        token = str(open_session(doors[0].url).json()["token"])
        with Browser(doors[0].url, token) as here, Browser(doors[1].url, token) as there:
            assert here.greeted.wait(10)
            assert there.greeted.wait(10)
            assert here.say("m1", "where is it?")["ok"]
            eventually(lambda: [item["text"] for item in there.items] == ["where is it?"])
            eventually(lambda: ("typing", {"on": True}) in there.events)
            answer(doors[0].engine, Reply("in Lyon"))
            for page in (here, there):
                eventually(lambda page=page: "in Lyon" in [item["text"] for item in page.items])
            # Nothing twice, though both doors saw the reply.
            time.sleep(1.5)
            assert [item["text"] for item in there.items].count("in Lyon") == 1

    def test_another_shopper_hears_none_of_it(self, doors: tuple[Door, Door]) -> None:
        mine, theirs = (str(open_session(door.url).json()["token"]) for door in doors)
        with Browser(doors[0].url, mine) as page, Browser(doors[1].url, theirs) as stranger:
            assert page.greeted.wait(10)
            assert stranger.greeted.wait(10)
            assert page.say("m1", "where is it?")["ok"]
            answer(doors[0].engine, Reply("in Lyon"))
            eventually(lambda: "in Lyon" in [item["text"] for item in page.items])
            assert stranger.items == []


def test_who_has_the_conversation_is_told_with_name(door: Door, page: Browser, token: str) -> None:
    assert page.say("m1", "a person, please")["ok"]
    answer(door.engine, Reply("I've passed it on"))
    agent = takeover.Agent("ana@shop.example", "Ana")
    takeover.take_over(door.engine, conversation_of(token), agent, now())
    takeover.reply(door.engine, conversation_of(token), agent, "Hello, Ana here", now())
    eventually(lambda: ("owner", {"person": True, "name": "Ana"}) in page.events)
    eventually(lambda: ("Ana", "Hello, Ana here") in [(i["name"], i["text"]) for i in page.items])
    with Browser(door.url, token) as later:
        eventually(lambda: ("owner", {"person": True, "name": "Ana"}) in later.events)
    takeover.hand_back(door.engine, conversation_of(token), agent, now())
    eventually(lambda: page.events[-1] == ("owner", {"person": False, "name": None}))
