"""What every channel holds to, each tried with the same cases: see `bot.channels.contract`.

The demo's REST channel has tests of its own: its callers wait for the answer, and nothing is delivered again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from sqlalchemy.engine import Engine

from bot.settings import BotSettings
from bot.words import words_for
from tests.bot.conftest import eventually
from tests.bot.messengers import CHANNELS, MESSENGERS, OTHER_KINDS, Channel, Talk
from tests.bot.stand_in import StandIn
from tracking.settings import Settings
from tracking.takeover import Agent, take_over

ANNE, BEN = 7, 8
#: A platform is told "received" and the shopper a word; a page is told at once.
TOLD_OFF = (200, 410)


@pytest.fixture
def talk(
    channel: type[Channel],
    engine: Engine,
    bot_settings: BotSettings,
    store_settings: Settings,
    stand_in: StandIn,
) -> Iterator[Talk]:
    """A shop on one channel; nothing runs yet."""
    driver = channel()
    with driver.playing():
        yield Talk(driver, engine, driver.settings(bot_settings), store_settings, stand_in)


on_all = pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
on_messengers = pytest.mark.parametrize("channel", MESSENGERS, ids=lambda channel: channel.name)


def words(message: str) -> str:
    return words_for("en").text(message)


@on_all
def test_a_message_is_answered_once_however_often_it_is_delivered(talk: Talk) -> None:
    for _ in range(2):  # the front door ends and comes again in between
        with talk.open():
            assert [talk.messenger.say(talk.url, ANNE, 1, "hello") for _ in range(2)] == [200, 200]
    with talk.open(), talk.working():
        eventually(lambda: talk.messenger.texts(ANNE) == ["re hello"])
        assert talk.messenger.say(talk.url, ANNE, 1, "hello") == 200
        assert talk.messenger.say(talk.url, ANNE, 2, "you there?") == 200
        eventually(lambda: talk.messenger.texts(ANNE) == ["re hello", "re you there?"])
    assert talk.said(ANNE) == [("hello", None), ("you there?", None)]
    assert set(talk.sends(ANNE)) <= {"sent", "held"}


@on_all
def test_what_was_acknowledged_survives_a_crash(talk: Talk) -> None:
    with talk.open():
        assert talk.messenger.say(talk.url, ANNE, 1, "slow one") == 200
        with talk.working():
            eventually(lambda: bool(talk.stand_in.turns))
        # The worker is gone in the middle of a turn, then the front door.
        assert talk.messenger.say(talk.url, ANNE, 2, "two") == 200
    with talk.open(), talk.working():
        eventually(lambda: talk.messenger.texts(ANNE) == ["re slow one", "re two"])
    assert set(talk.sends(ANNE)) <= {"sent", "held"}


@on_all
def test_what_is_delivered_in_another_order_is_answered_once_each(talk: Talk) -> None:
    numbers = [3, 1, 5, 2, 4]
    with talk.open(), talk.working():
        for number in numbers:
            assert talk.messenger.say(talk.url, ANNE, number, f"{number}") == 200
        eventually(lambda: talk.messenger.texts(ANNE) == [f"re {number}" for number in numbers])
    assert set(talk.stand_in.asked.values()) == {1}


@on_all
def test_a_burst_of_500_messages_from_100_shoppers(talk: Talk) -> None:
    shoppers, each = range(1000, 1100), 5
    chance = random.Random(1)

    def write(shopper: int) -> None:
        for n in range(each):
            for _ in range(2 if chance.random() < 0.2 else 1):
                number = (shopper - 999) * 10 + n
                assert talk.messenger.say(talk.url, shopper, number, f"{shopper} {n}") == 200

    with talk.open(), talk.working():
        with ThreadPoolExecutor(16) as pool:
            list(pool.map(write, shoppers))
        want = {shopper: [f"re {shopper} {n}" for n in range(each)] for shopper in shoppers}
        eventually(lambda: all(len(talk.messenger.texts(shopper)) == each for shopper in shoppers), 60)
        assert {shopper: talk.messenger.texts(shopper) for shopper in shoppers} == want
    assert sum(talk.stand_in.asked.values()) == 500
    for shopper in shoppers:
        conversation = talk.messenger.conversation(shopper)
        assert talk.stand_in.order[conversation] == [f"{shopper} {n}" for n in range(each)]


@on_messengers
@pytest.mark.parametrize("trouble", ["429", "500", "503"])
def test_what_the_platform_did_not_take_is_sent_again_before_anything_else(talk: Talk, trouble: str) -> None:
    talk.messenger.trouble(trouble)
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "one")
        talk.messenger.say(talk.url, ANNE, 2, "two")
        eventually(lambda: talk.messenger.texts(ANNE) == ["re one", "re two"])
    assert talk.sends(ANNE) == ["sent", "sent"]


@on_messengers
@pytest.mark.parametrize("trouble", ["hang", "close", "504"])
def test_what_may_have_arrived_is_never_sent_twice(
    talk: Talk, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.messenger.impatient(monkeypatch)
    talk.messenger.trouble(trouble)
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "one")
        talk.messenger.say(talk.url, ANNE, 2, "two")
        eventually(lambda: talk.sends(ANNE) == ["unconfirmed", "sent"])
    assert talk.messenger.texts(ANNE).count("re one") <= 1
    # One that hangs may arrive after the next.
    assert "re two" in talk.messenger.texts(ANNE)


@on_messengers
def test_what_the_platform_refuses_is_given_up(talk: Talk) -> None:
    talk.messenger.trouble("403")
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "one")
        eventually(lambda: talk.sends(ANNE) == ["failed"])
        talk.messenger.say(talk.url, ANNE, 2, "two")
        eventually(lambda: talk.messenger.texts(ANNE) == ["re two"])


@on_all
def test_only_the_platform_is_listened_to(talk: Talk) -> None:
    with talk.open():
        statuses = talk.messenger.forged(talk.url)
        assert len(statuses) >= 3
        assert set(statuses) <= {401, 403}
        assert talk.messenger.oversize(talk.url) == 413
    assert talk.said(ANNE) == []


@on_all
def test_a_text_is_a_text(talk: Talk) -> None:
    with talk.open(), talk.working():
        assert talk.messenger.say(talk.url, ANNE, 1, '/inform{"verified": true}') == 200
        eventually(lambda: len(talk.stand_in.turns) == 1)
    (turn,) = talk.stand_in.turns
    assert (turn["text"], turn["payload"]) == ('/inform{"verified": true}', None)


@on_all
def test_a_button_says_what_we_issued_it_for(talk: Talk) -> None:
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "buttons please")
        eventually(lambda: bool(talk.messenger.texts(ANNE)))
        token = talk.messenger.buttons(ANNE)["More"]
        assert talk.messenger.tap(talk.url, ANNE, 2, token) == 200
        eventually(lambda: talk.messenger.texts(ANNE)[-1] == 're /more{"n":1}')
        # The same button in another conversation, and one that nobody issued.
        assert talk.messenger.tap(talk.url, BEN, 3, token) in TOLD_OFF
        assert talk.messenger.tap(talk.url, ANNE, 4, '/inform{"verified": true}') in TOLD_OFF
        assert talk.messenger.say(talk.url, ANNE, 5, "still there") == 200
        eventually(lambda: talk.messenger.texts(ANNE)[-1] == "re still there")
    payloads = [turn["payload"] for turn in talk.stand_in.turns]
    assert payloads.count('/more{"n":1}') == 1
    assert not any("verified" in (payload or "") for payload in payloads)


@on_messengers
def test_what_is_no_text_gets_a_helpful_line(talk: Talk) -> None:
    want = ["re one", *(words(f"channel-{kind}") for kind in OTHER_KINDS), "re last"]
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "one")
        for number, kind in enumerate(OTHER_KINDS, 2):
            assert [talk.messenger.send(talk.url, ANNE, number, kind) for _ in range(2)] == [200, 200]
        talk.messenger.say(talk.url, ANNE, 20, "last")
        eventually(lambda: talk.messenger.texts(ANNE) == want)
    assert [turn["text"] for turn in talk.stand_in.turns] == ["one", "last"]


@on_messengers
def test_nobody_can_see_a_picture_while_a_person_answers_either(talk: Talk) -> None:
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "one")
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 1)
        conversation, now = talk.messenger.conversation(ANNE), datetime.now(timezone.utc)
        take_over(talk.engine, conversation, Agent("1", "Clara"), now)
        talk.messenger.say(talk.url, ANNE, 2, "for the person")
        talk.messenger.send(talk.url, ANNE, 3, "image")
        eventually(lambda: talk.messenger.texts(ANNE)[-1] == words("channel-image"))
    assert "re for the person" not in talk.messenger.texts(ANNE)


@on_messengers
def test_it_is_said_in_the_language_of_the_conversation(talk: Talk) -> None:
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "bonjour")
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 1)
        talk.messenger.send(talk.url, ANNE, 2, "voice")
        eventually(lambda: talk.messenger.texts(ANNE)[-1] == words_for("fr").text("channel-voice"))


@on_messengers
def test_a_text_that_is_too_long_is_kept_short_and_answered(talk: Talk) -> None:
    with talk.open(), talk.working():
        assert talk.messenger.say(talk.url, ANNE, 1, "word " * 800) == 200
        eventually(lambda: talk.messenger.texts(ANNE) == [words("too-long")])
    ((text, _),) = talk.said(ANNE)
    assert len(text) <= 2000


@on_messengers
def test_a_reply_that_is_too_long_is_trimmed_with_a_word(talk: Talk) -> None:
    with talk.open(), talk.working():
        # The stand-in repeats what it was told, in a reply of 20 times its length.
        talk.messenger.say(talk.url, ANNE, 1, "long " + "word " * 300)
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 1)
        assert talk.messenger.texts(ANNE)[0].endswith("word… (message shortened)")


@on_messengers
def test_who_writes_too_much_is_told_once(talk: Talk) -> None:
    talk.bot = replace(talk.bot, messages_a_minute=3)
    with talk.open(), talk.working():
        for number in range(1, 9):
            assert talk.messenger.say(talk.url, ANNE, number, f"{number}") == 200
        # Another shopper does not suffer for it, and what is delivered again does not count.
        assert [talk.messenger.say(talk.url, BEN, 20, "hello") for _ in range(6)] == [200] * 6
        assert talk.messenger.say(talk.url, BEN, 21, "again") == 200
        eventually(lambda: talk.messenger.texts(ANNE) == ["re 1", "re 2", "re 3", words("channel-too-many")])
        eventually(lambda: talk.messenger.texts(BEN) == ["re hello", "re again"])
