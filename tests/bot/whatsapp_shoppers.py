"""WhatsApp as the contract test of the channels drives it: see `tests.bot.messengers.Messenger`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import httpx
import pytest

from bot.channels import whatsapp_api
from bot.channels.whatsapp import MAX_BODY_BYTES
from bot.settings import BotSettings
from tests.bot.whatsapp_api import PATH, TOKEN, Shopper, Trouble, envelope, serving, signed, value
from tracking.contacts import Contact, begun_by

#: What goes wrong, as the Cloud API words it. A bare 500 or 503 of it leaves open what became of the message.
TROUBLES = {
    "429": Trouble(429, 130429, {"Retry-After": "0"}),
    "500": Trouble(500, 2),
    "503": Trouble(503, 131016),
    "403": Trouble(403, 131031),
    "504": Trouble(504, body=b"<html>gateway time-out</html>"),
    "hang": Trouble(seconds=1.5, cut=True),
    "close": Trouble(cut=True),
}
PARTS = {"voice": "audio", "file": "document", "contact": "contacts"}


class WhatsAppShoppers:
    """WhatsApp."""

    name = "whatsapp"

    @contextmanager
    def playing(self) -> Iterator[None]:
        """The Cloud API is there."""
        with serving() as self.cloud, httpx.Client(timeout=20) as self.client:
            yield

    def settings(self, bot: BotSettings) -> BotSettings:
        """A shop with a number."""
        return replace(bot, whatsapp=self.cloud.settings())

    def impatient(self, patch: pytest.MonkeyPatch) -> None:
        """Half a second."""
        patch.setattr(whatsapp_api, "SEND_SECONDS", 0.5)
        # What it is busy for is waited for elsewhere.
        patch.setattr(whatsapp_api, "BUSY", dict.fromkeys(whatsapp_api.BUSY, 0.05))

    @staticmethod
    def who(shopper: int) -> Shopper:
        """Number and id of a shopper."""
        return Shopper(f"3360000{shopper:04d}", f"FR.{shopper}")

    def post(self, url: str, shopper: int, message: dict[str, Any]) -> int:
        """Deliver one message."""
        body = envelope(value(message, contacts=[self.who(shopper).contact]))
        return self.client.post(url + PATH, content=body, headers=signed(body)).status_code

    def say(self, url: str, shopper: int, number: int, text: str) -> int:
        """They write."""
        return self.post(url, shopper, self.who(shopper).text(text, id=f"wamid.{shopper}.{number}"))

    def send(self, url: str, shopper: int, number: int, kind: str) -> int:
        """They send something else."""
        part = PARTS.get(kind, kind)
        body: Any = [{}] if part == "contacts" else {"id": "1"}
        return self.post(url, shopper, self.who(shopper).message(part, body, id=f"wamid.{shopper}.{number}"))

    def tap(self, url: str, shopper: int, number: int, token: str) -> int:
        """They tap a button."""
        return self.post(url, shopper, self.who(shopper).tap("More", token, id=f"wamid.{shopper}.{number}"))

    def forged(self, url: str) -> list[int]:
        """Wrong signatures, and a wrong verify token."""
        body = envelope(value(self.who(7).text("hello")))
        right = signed(body)["X-Hub-Signature-256"]
        given = ["", right[:-1], right[7:], signed(body, TOKEN)["X-Hub-Signature-256"]]
        headers: list[dict[str, str]] = [{}, *({"X-Hub-Signature-256": each} for each in given)]
        posted = [self.client.post(url + PATH, content=body, headers=each).status_code for each in headers]
        query = {"hub.mode": "subscribe", "hub.verify_token": "wrong", "hub.challenge": "1"}
        return [*posted, self.client.get(url + PATH, params=query).status_code]

    def oversize(self, url: str) -> int:
        """Well signed, too large."""
        body = b" " * (MAX_BODY_BYTES + 1)
        return self.client.post(url + PATH, content=body, headers=signed(body)).status_code

    def conversation(self, shopper: int) -> str:
        """By the shopper's id."""
        who = self.who(shopper)
        now = datetime.fromtimestamp(time.time(), timezone.utc)
        return begun_by("whatsapp", Contact(who.user_id, f"+{who.number}", now))

    def trouble(self, *what: str) -> None:
        """With the next sends."""
        self.cloud.troubles.extend(TROUBLES[each] for each in what)

    def texts(self, shopper: int) -> list[str]:
        """What arrived."""
        return [sent.text for sent in self.cloud.to(str(self.who(shopper).number))]

    def buttons(self, shopper: int) -> dict[str, str]:
        """Below the last message."""
        return self.cloud.to(str(self.who(shopper).number))[-1].choices
