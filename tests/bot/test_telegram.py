"""Telegram's own: links, taps, groups, what is shown meanwhile, and what its errors mean."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.engine import Engine

from bot.channels import links
from bot.channels.contract import NotSentError, PushingChannel, RefusedError, UnconfirmedError
from bot.channels.telegram_api import TelegramSender, open_bot
from bot.settings import BotSettings
from bot.words import words_for
from tests.bot.conftest import eventually, free_port
from tests.bot.messengers import Talk, TelegramShoppers
from tests.bot.stand_in import StandIn
from tests.bot.telegram_api import LINK_SECRET, message, tap
from tests.bot.test_rendering import CARD
from tracking.db import begin_read, begin_write
from tracking.disclosure import verified_orders
from tracking.errors import ConfigurationError, StoreUnavailableError
from tracking.model import conversations, identities, orders
from tracking.outbox import Reply, put
from tracking.settings import Settings

ANNE, BEN = 7, 8


@pytest.fixture
def talk(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, stand_in: StandIn
) -> Iterator[Talk]:
    """A shop on Telegram."""
    shoppers = TelegramShoppers()
    with shoppers.playing():
        yield Talk(shoppers, engine, shoppers.settings(bot_settings), store_settings, stand_in)


def order(engine: Engine, number: str) -> int:
    now = datetime.now(timezone.utc)
    row = {
        "number": number,
        "number_key": number,
        "email": "anne@example.com",
        "country": "FR",
        "placed_at": now,
        "recorded_at": now,
        "updated_at": now,
    }
    with begin_write(engine) as connection:
        known = {name: value for name, value in row.items() if name in orders.c}
        return int(connection.execute(insert(orders), known).inserted_primary_key[0])


def link(number: str, days: int = 30) -> str:
    return links.sign(number, LINK_SECRET, datetime.now(timezone.utc) + timedelta(days=days))


def proven(engine: Engine, chat: int) -> list[int]:
    with begin_read(engine) as connection:
        return verified_orders(connection, f"telegram:{chat}")


def words(text: str, language: str = "en") -> str:
    return words_for(language).text(text)


# --- /start -------------------------------------------------------------------------------------------


def test_a_link_of_the_shop_proves_its_order(talk: Talk) -> None:
    order_id = order(talk.engine, "10042")
    with talk.open(), talk.working():
        assert talk.messenger.post(talk.url, message(1, ANNE, f"/start {link('10042')}")) == 200
        eventually(lambda: bool(talk.messenger.texts(ANNE)))
    assert talk.said(ANNE) == [(words("button-track-order"), '/track_order{"order_number": "10042"}')]
    assert proven(talk.engine, ANNE) == [order_id]
    with begin_read(talk.engine) as connection:
        assert connection.execute(select(identities.c.method)).scalars().all() == ["link"]


def test_it_serves_whom_it_served_first(talk: Talk) -> None:
    order(talk.engine, "10042")
    used = link("10042")
    with talk.open(), talk.working():
        for update, chat in enumerate((ANNE, BEN, ANNE), 1):
            talk.messenger.post(talk.url, message(update, chat, f"/start {used}"))
        eventually(lambda: talk.messenger.texts(BEN) == [words("channel-link-taken")])
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 2)
    assert proven(talk.engine, ANNE)
    assert proven(talk.engine, BEN) == []


@pytest.mark.parametrize("days", [30, -1])
def test_a_link_that_proves_nothing(talk: Talk, days: int) -> None:
    order(talk.engine, "10042")
    given = link("10042", days) if days < 0 else link("10042")[:-1] + "~"
    with talk.open(), talk.working():
        talk.messenger.post(talk.url, message(1, ANNE, f"/start {given}"))
        eventually(lambda: talk.messenger.texts(ANNE) == [words("channel-link-old")])
    assert proven(talk.engine, ANNE) == []


def test_an_order_that_nobody_knows_is_told_like_a_link_of_somebody_else(talk: Talk) -> None:
    with talk.open(), talk.working():
        talk.messenger.post(talk.url, message(1, ANNE, f"/start {link('999')}"))
        eventually(lambda: talk.messenger.texts(ANNE) == [words("channel-link-taken")])


def test_start_alone_is_a_greeting_and_no_other_command_is_one(talk: Talk) -> None:
    with talk.open(), talk.working():
        for update, text in enumerate(("/start", "/start@LumenDeliveryBot", "/started", "/help"), 1):
            talk.messenger.post(talk.url, message(update, ANNE, text))
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 4)
    assert [payload for _, payload in talk.said(ANNE)] == ["/greet", "/greet", None, None]


# --- Taps ---------------------------------------------------------------------------------------------


def test_every_tap_is_answered_foreign_ones_with_a_word(talk: Talk) -> None:
    with talk.open(), talk.working():
        talk.messenger.say(talk.url, ANNE, 1, "buttons")
        eventually(lambda: bool(talk.messenger.texts(ANNE)))
        token = talk.messenger.buttons(ANNE)["More"]
        assert len(token.encode()) <= 64
        group = tap(4, token, ANNE)
        group["callback_query"]["message"]["chat"] = {"id": -5, "type": "group"}
        german = tap(3, token, BEN)
        german["callback_query"]["from"]["language_code"] = "de-AT"
        for update in (tap(2, token, ANNE), german, group):
            assert talk.messenger.post(talk.url, update) == 200
        answered = talk.messenger.api.done["answerCallbackQuery"]
        eventually(lambda: len(answered) == 3)
    told = {each["callback_query_id"]: each.get("text") for each in answered}
    assert told == {
        "callback-2": None,
        "callback-3": words("channel-old-button", "de"),
        "callback-4": words("channel-old-button"),
    }


def test_all_events_are_shown_on_request(talk: Talk) -> None:
    with talk.open():
        talk.messenger.say(talk.url, ANNE, 1, "card")
        talk.stand_in.card = CARD
        with talk.working():
            eventually(lambda: bool(talk.messenger.texts(ANNE)))
            assert "Set off" not in talk.messenger.texts(ANNE)[0]
            (shown,) = talk.messenger.api.done["sendMessage"]
            assert [each["type"] for each in shown["entities"]] == ["bold"]
            assert shown["link_preview_options"] == {"is_disabled": True}
            token = talk.messenger.buttons(ANNE)[words("button-show-all")]
            assert talk.messenger.tap(talk.url, BEN, 2, token) == 200  # not Ben's parcel
            assert talk.messenger.tap(talk.url, ANNE, 3, token) == 200
            eventually(lambda: len(talk.messenger.texts(ANNE)) == 2)
    lines = talk.messenger.texts(ANNE)[1].split("\n")
    assert lines[0] == "All updates · Order 10042 · parcel 1 of 2"
    assert len(lines) == 1 + len(CARD["timeline"])
    assert talk.messenger.texts(BEN) == []
    assert [turn["text"] for turn in talk.stand_in.turns] == ["card"]


# --- What comes in ------------------------------------------------------------------------------------


def test_groups_are_asked_once_to_write_in_private(talk: Talk) -> None:
    def said(update: int) -> dict[str, Any]:
        found = message(update, ANNE, "where is 10042?")
        found["message"]["chat"] = {"id": -5, "type": "supergroup"}
        return found

    with talk.open(), talk.working():
        for update in (1, 2, 3):
            assert talk.messenger.post(talk.url, said(update)) == 200
        eventually(lambda: talk.messenger.texts(-5) == [words("channel-group")])
    assert talk.said(-5) == [(words("said-group"), "notice:channel-group")]
    assert talk.stand_in.turns == []


def test_what_nobody_said_to_us_is_let_go(talk: Talk) -> None:
    edited = {"update_id": 1, "edited_message": message(1, ANNE, "edited")["message"]}
    bot = message(2, ANNE, "I am a bot")
    bot["message"]["from"]["is_bot"] = True
    pinned = message(3, ANNE, pinned_message={"message_id": 1})
    post = {"update_id": 4, "channel_post": message(4, -9, "news")["message"]}
    unknown = {"update_id": 5, "something_new": {"a": [1, 2]}}
    with talk.open():
        for update in (edited, bot, pinned, post, unknown):
            assert talk.messenger.post(talk.url, update) == 200
        for broken in (b"", b"[]", b"{}", b'{"update_id": "x"}', b"\xff"):
            assert talk.messenger.post(talk.url, broken) == 400
    assert talk.said(ANNE) == []


def test_what_stands_below_a_picture_is_said_and_an_album_is_told_once(talk: Talk) -> None:
    with talk.open(), talk.working():
        photo = [{"file_id": "f"}]
        first = message(1, ANNE, photo=photo, caption="it came broken", media_group_id="a")
        for update in (first, message(2, ANNE, photo=photo, media_group_id="a")):
            talk.messenger.post(talk.url, update)
        eventually(lambda: talk.messenger.texts(ANNE) == ["re it came broken", words("channel-image")])
        talk.messenger.say(talk.url, ANNE, 3, "well?")
        eventually(lambda: len(talk.messenger.texts(ANNE)) == 3)


def test_the_language_of_the_app_is_a_hint(talk: Talk) -> None:
    first = message(1, ANNE, sticker={"file_id": "f"})
    first["message"]["from"]["language_code"] = "es-MX"
    other = message(2, BEN, sticker={"file_id": "f"})
    other["message"]["from"]["language_code"] = "ja"
    with talk.open(), talk.working():
        talk.messenger.post(talk.url, first)
        talk.messenger.post(talk.url, other)
        eventually(lambda: talk.messenger.texts(ANNE) == [words("channel-sticker", "es")])
        eventually(lambda: talk.messenger.texts(BEN) == [words("channel-sticker", "en")])


def test_when_nothing_can_be_committed_telegram_is_to_come_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot import intake

    def away(*_args: object) -> None:
        raise StoreUnavailableError("away")

    with talk.open():
        with monkeypatch.context() as patch:
            patch.setattr(intake, "receive_all", away)
            assert talk.messenger.say(talk.url, ANNE, 1, "hello") == 503
        assert talk.messenger.say(talk.url, ANNE, 1, "hello") == 200


def test_typing_is_shown_until_the_reply_is_there(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.TYPING_SECONDS", 0.1)
    typing = talk.messenger.api.done["sendChatAction"]
    with talk.open():
        talk.messenger.say(talk.url, ANNE, 1, "slow")
        eventually(lambda: len(typing) >= 3)
        with talk.working():
            eventually(lambda: bool(talk.messenger.texts(ANNE)))
            seen = len(typing)
            time.sleep(0.5)
            assert len(typing) <= seen + 1
    assert typing[0] == {"chat_id": ANNE, "action": "typing"}


# --- What goes out ------------------------------------------------------------------------------------


def send(talk: Talk, reply: dict[str, Any], **changed: Any) -> str | None:
    async def run() -> str | None:
        assert talk.bot.telegram is not None
        sender = TelegramSender(open_bot(replace(talk.bot.telegram, **changed), connections=1))
        assert isinstance(sender, PushingChannel)
        try:
            return await sender.send(f"telegram:{ANNE}", {"buttons": [], "card": None, **reply})
        finally:
            await sender.close()

    return asyncio.run(run())


def test_a_reply_is_plain_text(talk: Talk) -> None:
    assert send(talk, {"text": "*10042* <b>_[x](y)"}) == "1"
    (sent,) = talk.messenger.api.done["sendMessage"]
    assert sent["text"] == "*10042* <b>_[x](y)"
    assert "parse_mode" not in sent


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        ("429", NotSentError),
        ("500", NotSentError),
        ("502", NotSentError),
        ("504", UnconfirmedError),
        ("403", RefusedError),
        ("400", RefusedError),
        ("close", UnconfirmedError),
        ("refuse", UnconfirmedError),
    ],
)
def test_what_errors_mean(talk: Talk, trouble: str, error: type[Exception]) -> None:
    talk.messenger.trouble(trouble)
    with pytest.raises(error) as raised:
        send(talk, {"text": "hello"})
    assert "hello" not in str(raised.value)
    if trouble == "429":
        assert raised.value.retry_after == 1  # type: ignore[attr-defined]


def test_nobody_there_is_surely_not_sent(talk: Talk) -> None:
    with pytest.raises(NotSentError):
        send(talk, {"text": "hello"}, api=f"http://127.0.0.1:{free_port()}")


def test_a_token_that_telegram_does_not_know_is_waited_for(talk: Talk) -> None:
    with pytest.raises(NotSentError) as raised:
        send(talk, {"text": "hello"}, token="1:wrong")
    assert raised.value.retry_after >= 10


def test_a_shopper_who_blocked_the_bot_stops_nobody_else(talk: Talk) -> None:
    now = datetime.now(timezone.utc)
    for chat in (ANNE, BEN):
        with begin_write(talk.engine) as connection:
            row = {"id": f"telegram:{chat}", "channel": "telegram", "owner": "bot"}
            connection.execute(insert(conversations), {**row, "created_at": now, "updated_at": now})
            put(
                connection,
                f"telegram:{chat}",
                [Reply("news")],
                author="bot",
                inbox_id=None,
                hold=False,
                now=now,
            )
    talk.messenger.api.blocked.add(ANNE)
    with talk.working():
        eventually(lambda: talk.messenger.texts(BEN) == ["news"])
        eventually(lambda: talk.sends(ANNE) == ["failed"])


# --- Settings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["", "has spaces", "ünïcode", "x" * 257])
def test_no_bot_without_a_secret(secret: str) -> None:
    given = {"WISMO_TELEGRAM_TOKEN": "1:token", "WISMO_TELEGRAM_SECRET": secret}
    with pytest.raises(ConfigurationError, match="WISMO_TELEGRAM_SECRET"):
        BotSettings.from_environment(given)


def test_a_shop_that_is_not_on_telegram_takes_no_updates(talk: Talk) -> None:
    talk.bot = replace(talk.bot, telegram=None)
    with talk.open():
        assert talk.messenger.say(talk.url, ANNE, 1, "hello") == 404


def test_an_empty_secret_opens_nothing(talk: Talk) -> None:
    assert talk.bot.telegram is not None
    talk.bot = replace(talk.bot, telegram=replace(talk.bot.telegram, secret=""))
    with talk.open():
        assert set(talk.messenger.forged(talk.url)) == {401}


def test_secrets_are_not_shown(talk: Talk) -> None:
    assert talk.bot.telegram is not None
    shown = repr(talk.bot)
    for secret in (talk.bot.telegram.token, talk.bot.telegram.secret, talk.bot.telegram.link_secret):
        assert secret not in shown
