"""What the contract test needs of a channel: a driver that plays the platform and its shoppers.

A driver is a class with what `Channel` says, of a messenger what `Messenger` says. A shopper is a number; a
message's number is the platform's own count of messages.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.channels import telegram_api
from bot.channels.contract import Closing
from bot.channels.pushing import senders
from bot.channels.telegram import PATH, SECRET_HEADER
from bot.relay_client import RelayClient
from bot.sender import Sender
from bot.settings import BotSettings, TelegramSettings
from bot.signals import open_signals
from bot.words import words_for
from bot.worker import Worker
from bot.worker_identity import Identity
from tests.bot.conftest import Door, listening
from tests.bot.stand_in import SECRET as RELAY_SECRET
from tests.bot.stand_in import StandIn
from tests.bot.telegram_api import LINK_SECRET, SECRET, TOKEN, message, tap, telegram
from tests.bot.website_shoppers import WebsiteShoppers
from tests.bot.whatsapp_shoppers import WhatsAppShoppers
from tracking.db import begin_read
from tracking.model import inbox, outbox
from tracking.settings import Settings

#: What shoppers send besides texts, named as `bot.channels.receiving.Kind` does.
OTHER_KINDS = ("voice", "image", "file", "location", "sticker", "contact")


class Channel(Protocol):
    """A channel with shoppers."""

    name: str
    #: Where the front door is now.
    url: str

    def playing(self) -> AbstractContextManager[None]:
        """The platform is there."""

    def settings(self, bot: BotSettings) -> BotSettings:
        """The settings of a shop on this platform."""

    def say(self, url: str, shopper: int, number: int, text: str) -> int:
        """Deliver a text; gives the status."""

    def tap(self, url: str, shopper: int, number: int, token: str) -> int:
        """Deliver a tap on a button."""

    def forged(self, url: str) -> Sequence[int]:
        """Deliver what is not the platform's, in all ways; gives the statuses."""

    def oversize(self, url: str) -> int:
        """Deliver a body that is too large, well signed."""

    def conversation(self, shopper: int) -> str:
        """The conversation of a shopper."""

    def texts(self, shopper: int) -> list[str]:
        """What arrived at a shopper, in order."""

    def buttons(self, shopper: int) -> dict[str, str]:
        """Title → token of the buttons of the last message that arrived."""


class Messenger(Channel, Protocol):
    """A channel on somebody's platform."""

    def impatient(self, patch: pytest.MonkeyPatch) -> None:
        """From now on an answer of the platform is waited for half a second."""

    def send(self, url: str, shopper: int, number: int, kind: str) -> int:
        """Deliver something that is no text."""

    def trouble(self, *what: str) -> None:
        """What goes wrong with the next sends: a status, "hang" or "close" (taken, but no answer)."""


class TelegramShoppers:
    """Telegram."""

    name = "telegram"

    @contextmanager
    def playing(self) -> Iterator[None]:
        with telegram() as self.api, httpx.Client(timeout=20) as self.client:
            yield

    def settings(self, bot: BotSettings) -> BotSettings:
        return replace(bot, telegram=TelegramSettings(self.api.url, TOKEN, SECRET, LINK_SECRET))

    def impatient(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(telegram_api, "ANSWER_SECONDS", 0.5)

    def post(self, url: str, update: dict[str, Any] | bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        if isinstance(update, bytes):
            return self.client.post(url + PATH, content=update, headers=headers).status_code
        return self.client.post(url + PATH, json=update, headers=headers).status_code

    def say(self, url: str, shopper: int, number: int, text: str) -> int:
        return self.post(url, message(number, shopper, text))

    def send(self, url: str, shopper: int, number: int, kind: str) -> int:
        part = {"image": "photo", "file": "document"}.get(kind, kind)
        return self.post(url, message(number, shopper, **{part: {"file_id": "f"}}))

    def tap(self, url: str, shopper: int, number: int, token: str) -> int:
        return self.post(url, tap(number, token, shopper))

    def forged(self, url: str) -> list[int]:
        update = message(1, 7, "hello")
        return [self.post(url, update, secret) for secret in (None, "", "x", SECRET + "x", SECRET[:-1])]

    def oversize(self, url: str) -> int:
        return self.post(url, b'{"update_id": 1, "padding": "' + b"x" * 1_100_000 + b'"}')

    def conversation(self, shopper: int) -> str:
        return f"telegram:{shopper}"

    def trouble(self, *what: str) -> None:
        self.api.trouble["sendMessage"].extend(what)

    def texts(self, shopper: int) -> list[str]:
        return self.api.texts(shopper)

    def buttons(self, shopper: int) -> dict[str, str]:
        return self.api.buttons(shopper)


MESSENGERS = (TelegramShoppers, WhatsAppShoppers)
CHANNELS = (*MESSENGERS, WebsiteShoppers)


@dataclass
class Talk:
    """A shop on one messenger, with the front door open; `working` adds a worker."""

    messenger: Any
    engine: Engine
    bot: BotSettings
    store: Settings
    stand_in: StandIn
    url: str = ""

    @contextmanager
    def open(self) -> Iterator[Door]:
        """The front door is there; once it is left it has crashed."""
        with listening(self.engine, self.bot, self.store, Path("none")) as door:
            self.url = self.messenger.url = door.url
            yield door

    @contextmanager
    def working(self) -> Iterator[None]:
        """A worker and a sender are there."""
        ready, ended = threading.Event(), threading.Event()
        thread = threading.Thread(target=lambda: asyncio.run(self._work(ready, ended)))
        thread.start()
        assert ready.wait(20)
        try:
            yield
        finally:
            ended.set()
            thread.join(40)

    async def _work(self, ready: threading.Event, ended: threading.Event) -> None:
        signals, identity = open_signals(self.store.var, ""), Identity(self.store.var / "run")
        relay = RelayClient(
            f"http://127.0.0.1:{self.stand_in.port}/webhooks/relay", RELAY_SECRET, connections=8
        )
        sending = senders(self.engine, self.bot)
        worker = Worker(
            self.engine,
            relay,
            signals,
            identity,
            lambda language, text, **values: words_for(language).text(text, **values),
            held=("website", "rest"),
            concurrency=8,
        )
        stop = asyncio.Event()
        working = asyncio.gather(worker.run(stop), Sender(self.engine, signals, sending).run(stop))
        ready.set()
        await asyncio.to_thread(ended.wait)
        stop.set()
        await working
        for channel in sending:
            if isinstance(channel, Closing):
                await channel.close()
        await relay.close()
        await signals.close()
        identity.close()

    def said(self, shopper: int) -> list[tuple[str, str | None]]:
        """Text and payload of a shopper's messages in the inbox, in order."""
        query = (
            select(inbox.c.text, inbox.c.payload)
            .where(inbox.c.conversation_id == self.messenger.conversation(shopper))
            .order_by(inbox.c.id)
        )
        with begin_read(self.engine) as connection:
            return [tuple(row) for row in connection.execute(query)]

    def sends(self, shopper: int) -> list[str]:
        """How each reply to a shopper ended, in order."""
        query = (
            select(outbox.c.state)
            .where(outbox.c.conversation_id == self.messenger.conversation(shopper))
            .order_by(outbox.c.id)
        )
        with begin_read(self.engine) as connection:
            return list(connection.execute(query).scalars())
