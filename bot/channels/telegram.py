"""The receiving half of the channel `telegram`: Telegram's updates in, acknowledged when they are committed.

Whoever knows the webhook's secret is Telegram; whom Telegram names is the shopper. The conversation is the
private chat; in groups nothing is said about orders.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import msgspec
from sqlalchemy.engine import Engine
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.asides import notice
from bot.channels import links
from bot.channels.contract import Accept
from bot.channels.receiving import Kind, Receiving, Said, Taken, spoken
from bot.channels.telegram_updates import Callback, Message, decode, start_of
from bot.receivers import read_body
from bot.settings import TelegramSettings
from bot.words import words_for
from tracking.conversations import SignedOrder, language_of
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError, TooLargeError

PATH = "/channels/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, not the secret
#: An update of two texts of 4,096 characters, escaped, has 100 kB.
MAX_BODY = 1_000_000
#: Telegram shows "typing" for five seconds.
TYPING_SECONDS = 4.5
#: A turn that takes longer than this is announced no more.
TYPING_LIMIT_SECONDS = 25.0
#: Calls of ours to Telegram that may be under way; beyond that shoppers go without "typing".
MAX_CALLS = 64


class Telegram:
    """Takes Telegram's updates; in the front door."""

    name = "telegram"

    def __init__(
        self,
        engine: Engine,
        accept: Accept,
        bot: Bot,
        settings: TelegramSettings,
        *,
        messages_a_minute: int,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._engine = engine
        self._receiving = Receiving(self.name, accept, messages_a_minute=messages_a_minute)
        self._bot = bot
        self._settings = settings
        self._now = clock
        self._calls: set[asyncio.Task[None]] = set()
        self._typing: dict[str, asyncio.Task[None]] = {}

    def routes(self) -> Sequence[BaseRoute]:
        """Where Telegram delivers."""
        return [Route(PATH, self._webhook, methods=["POST"])]

    async def deliver(self, conversation_id: str) -> None:
        """A reply is there: the sender sends it, and nobody is typing any more."""
        typing = self._typing.pop(conversation_id, None)
        if typing is not None:
            typing.cancel()

    async def close(self) -> None:
        """Call Telegram no more."""
        for task in (*self._typing.values(), *self._calls):
            task.cancel()
        await self._bot.request.shutdown()

    async def _webhook(self, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        secret = self._settings.secret.encode()
        if not secret or not hmac.compare_digest(given, secret):
            return JSONResponse({"error": "forbidden"}, 401)
        try:
            update = decode(await read_body(request, MAX_BODY))
        except TooLargeError:
            return JSONResponse({"error": "too long"}, 413)
        except (msgspec.DecodeError, ClientDisconnect):
            return JSONResponse({"error": "not an update"}, 400)
        try:
            if update.message is not None:
                await self._message(update.update_id, update.message)
            elif update.callback_query is not None:
                await self._tap(update.update_id, update.callback_query)
        except StoreUnavailableError:
            # Telegram delivers it again.
            return JSONResponse({"error": "unavailable"}, 503, headers={"Retry-After": "5"})
        return Response()

    async def _message(self, update_id: int, message: Message) -> None:
        kind = message.kind()
        if kind is None or message.sender is None or message.sender.is_bot:
            return
        said = Said(
            sender=str(message.chat.id),
            message_id=str(update_id),
            kind=kind if message.chat.type == "private" else Kind.GROUP,
            text=message.text or message.caption,
            album=message.media_group_id,
            language=message.sender.language_code,
            sequence=update_id,
        )
        link = start_of(message.text) if said.kind is Kind.TEXT else None
        taken = await self._receiving.take(said if link is None else self._started(said, link))
        if taken is Taken.ACCEPTED:
            self._show_typing(f"{self.name}:{said.sender}")

    def _started(self, said: Said, link: str) -> Said:
        """What /start means: a greeting, or with a link of the shop the question about its order."""
        if not link:
            return replace(said, payload="/greet")
        words = words_for(spoken(said.language))
        text = words.text("button-track-order")
        old = notice("channel-link-old")
        try:
            number = links.read(link, self._settings.link_secret, self._now())
        except links.LinkError:
            return replace(said, text=text, payload=old)
        question = f"/track_order{json.dumps({'order_number': number})}"
        order = SignedOrder(number, otherwise=notice("channel-link-taken"))
        return replace(said, text=text, payload=question, order=order)

    async def _tap(self, update_id: int, callback: Callback) -> None:
        """A tap on a button; Telegram's clock on it runs until it is answered, whoever tapped."""
        conversation = f"{self.name}:{callback.sender.id}"
        chat = callback.message.chat if callback.message else None
        taken = Taken.FOREIGN
        if callback.data and (chat is None or chat.type == "private"):
            taken = await self._receiving.take(
                Said(
                    sender=str(callback.sender.id),
                    message_id=str(update_id),
                    button=callback.data,
                    language=callback.sender.language_code,
                    sequence=update_id,
                )
            )
        word = None
        if taken is Taken.FOREIGN:
            word = await self._word(conversation, callback, "channel-old-button")
        elif taken is Taken.LIMITED:
            word = await self._word(conversation, callback, "channel-too-many")
        self._call(self._bot.answer_callback_query(callback.id, text=word))
        if taken is Taken.ACCEPTED:
            self._show_typing(conversation)

    async def _word(self, conversation: str, callback: Callback, message: str) -> str:
        language = spoken(callback.sender.language_code)
        with contextlib.suppress(StoreUnavailableError):
            language = await asyncio.to_thread(self._language, conversation) or language
        return words_for(language).text(message)

    def _language(self, conversation: str) -> str | None:
        with begin_read(self._engine) as connection:
            return language_of(connection, conversation)

    def _show_typing(self, conversation: str) -> None:
        """Until the reply is there, or for a while."""
        if conversation not in self._typing and len(self._typing) < MAX_CALLS:
            task = asyncio.create_task(self._type(conversation))
            self._typing[conversation] = task
            task.add_done_callback(lambda _task: self._typed(conversation, task))

    def _typed(self, conversation: str, task: asyncio.Task[None]) -> None:
        if self._typing.get(conversation) is task:
            del self._typing[conversation]

    async def _type(self, conversation: str) -> None:
        chat = int(conversation.partition(":")[2])
        until = asyncio.get_running_loop().time() + TYPING_LIMIT_SECONDS
        with contextlib.suppress(TelegramError):
            while asyncio.get_running_loop().time() < until:
                await self._bot.send_chat_action(chat, ChatAction.TYPING)
                await asyncio.sleep(TYPING_SECONDS)

    def _call(self, call: Coroutine[Any, Any, Any]) -> None:
        """Call Telegram without anybody waiting for it."""
        task = asyncio.create_task(_quietly(call))
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)


async def _quietly(call: Coroutine[Any, Any, Any]) -> None:
    """What is lost here is an ornament: the message itself is kept."""
    with contextlib.suppress(TelegramError):
        await call
