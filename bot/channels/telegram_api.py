"""Telegram's Bot API: the bot, what its errors mean, and the sending half of the channel.

A call that may have arrived is never made twice: `sendMessage` is not idempotent.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.channels.contract import NotSentError, RefusedError, UnconfirmedError
from bot.channels.rendering import Limits, Rendered, render
from bot.settings import TelegramSettings
from bot.words import words_for
from tracking.errors import WismoError

# The library writes what it cannot read, words of shoppers included, into the log; we say what went wrong.
logging.getLogger("telegram").setLevel(logging.CRITICAL)

#: https://core.telegram.org/bots/api#sendmessage; a button's title has no limit, but phones cut it.
LIMITS = Limits(text=4096, buttons=10, title=64)
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0
#: An idle connection is dropped before Telegram drops it, so that no reply is sent into a closed one.
KEPT_SECONDS = 10.0
#: Before the next try when the platform names no time.
BUSY_SECONDS = 2.0
#: Before the next try with a token that Telegram does not know: somebody has to set a new one.
TOKEN_SECONDS = 30.0
#: A gateway's word that it waited in vain: what is behind it may have done its work.
GATEWAY_TIMEOUT = 504


class BusyError(TelegramError):
    """Telegram answered that it did not do it, for now."""

    def __init__(self, status: int, retry_after: float) -> None:
        super().__init__(f"Telegram answered {status}")
        self.retry_after = retry_after


class _Request(HTTPXRequest):
    """Tells "not done, try again" from what nobody can know."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As the library's; too many requests and a server's failure raise `BusyError`."""
        status, body = await super().do_request(*args, **kwargs)
        if status == 429 or (status >= 500 and status != GATEWAY_TIMEOUT):
            raise BusyError(status, _retry_after(body))
        return status, body


def _retry_after(body: bytes) -> float:
    try:
        return max(0.0, float(json.loads(body)["parameters"]["retry_after"]))
    except (ValueError, TypeError, KeyError):
        return BUSY_SECONDS


def open_bot(settings: TelegramSettings, *, connections: int) -> Bot:
    """The shop's bot, for one event loop; `request.shutdown` ends it. Asks Telegram nothing yet."""
    request = _Request(
        connection_pool_size=connections,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=ANSWER_SECONDS,
        write_timeout=ANSWER_SECONDS,
        pool_timeout=ANSWER_SECONDS,
        httpx_kwargs={
            "limits": httpx.Limits(
                max_connections=connections,
                max_keepalive_connections=connections,
                keepalive_expiry=KEPT_SECONDS,
            )
        },
    )
    return Bot(settings.token, base_url=f"{settings.api}/bot", request=request)


def meaning(error: TelegramError) -> WismoError:
    """What a failed send means: not sent, refused, or nobody knows. Holds no words of anybody."""
    name = type(error).__name__
    if isinstance(error, BusyError):
        return NotSentError(str(error), error.retry_after)
    if isinstance(error, InvalidToken):
        return NotSentError("Telegram does not know the bot's token", TOKEN_SECONDS)
    if isinstance(error, Forbidden):
        # The shopper has blocked the bot or is gone.
        return RefusedError(name, "undeliverable")
    if isinstance(error, (BadRequest, ChatMigrated)):
        return RefusedError(name)
    never_left = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    if isinstance(error, (TimedOut, NetworkError)) and isinstance(error.__cause__, never_left):
        return NotSentError(f"Telegram cannot be reached ({type(error.__cause__).__name__})")
    return UnconfirmedError(name)


class TelegramSender:
    """The sending half of the channel `telegram`."""

    name = "telegram"

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> str | None:
        """Send one reply as one message: plain text, the heading in bold, a button a line below it."""
        message = render(reply, LIMITS, words_for(reply.get("language")))
        if not message.text:
            raise RefusedError("nothing to say")
        try:
            sent = await self._bot.send_message(
                chat_id=_chat(conversation_id),
                text=message.text,
                entities=_entities(message),
                reply_markup=_keyboard(message),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            raise meaning(error) from None
        return str(sent.message_id)

    async def close(self) -> None:
        """Drop the connections."""
        await self._bot.request.shutdown()


def _chat(conversation_id: str) -> int:
    try:
        return int(conversation_id.partition(":")[2])
    except ValueError:
        raise RefusedError("not a conversation of Telegram") from None


def _entities(message: Rendered) -> list[MessageEntity] | None:
    if message.heading is None:
        return None
    start, end = message.heading
    bold = MessageEntity(MessageEntity.BOLD, start, end - start)
    return list(MessageEntity.adjust_message_entities_to_utf_16(message.text, [bold]))


def _keyboard(message: Rendered) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(each.title, callback_data=each.token)] for each in message.buttons]
    )
