"""The website as the contract test of the channels drives it: a page and a socket for each shopper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import Any

import socketio

from bot.channels.sessions import Sessions
from bot.settings import BotSettings
from tests.bot.browser import Browser, conversation_of, open_session

#: As statuses: what the socket says instead.
STATUSES = {"rate": 429, "too_long": 413, "expired": 410, "unavailable": 503, "empty": 422}


class WebsiteShoppers:
    """The website."""

    name = "website"
    url = ""

    @contextmanager
    def playing(self) -> Iterator[None]:
        """Shoppers have a browser."""
        self.tokens: dict[int, str] = {}
        self.pages: dict[int, Browser] = {}
        self.items: dict[int, dict[str, dict[str, Any]]] = {}
        self.lock = threading.Lock()
        try:
            yield
        finally:
            for page in self.pages.values():
                page.close()

    def settings(self, bot: BotSettings) -> BotSettings:
        """Any shop has a website."""
        return bot

    def page(self, url: str, shopper: int) -> Browser:
        """The shopper's open page; opened anew if the front door went away."""
        page = self.pages.get(shopper)
        if page is None or not page.connected:
            if shopper not in self.tokens:
                self.tokens[shopper] = str(open_session(url).json()["token"])
            page = Browser(url, self.tokens[shopper])
            with self.lock:
                self.pages[shopper] = page
        return page

    def say(self, url: str, shopper: int, number: int, text: str) -> int:
        """Send a message under the id that the number makes."""
        return _status(self.page(url, shopper).say(f"m{number}", text))

    def tap(self, url: str, shopper: int, number: int, token: str) -> int:
        """Tap a button."""
        return _status(self.page(url, shopper).call("tap", {"id": f"m{number}", "token": token}))

    def forged(self, url: str) -> list[int]:
        """Sockets without a session of ours, and from another's page."""
        now = datetime.now(timezone.utc)
        mine = str(open_session(url).json()["token"])
        stolen, _ = Sessions("a secret that is not ours, and long enough").open(None, now)
        refused = [_refused(url, token) for token in ("", "nonsense", stolen, mine[:-2])]
        return [*refused, _refused(url, mine, origin="https://evil.example")]

    def oversize(self, url: str) -> int:
        """A message that is too long."""
        return self.say(url, 7, 1, "x" * 2001)

    def conversation(self, shopper: int) -> str:
        """As the shopper's token says."""
        return conversation_of(self.tokens[shopper]) if shopper in self.tokens else "website:nobody"

    def texts(self, shopper: int) -> list[str]:
        """What the page shows from us."""
        shown = self._shown(shopper)
        return [shown[item]["text"] for item in sorted(shown, key=lambda item: int(item[1:]))]

    def buttons(self, shopper: int) -> dict[str, str]:
        """Of the last message."""
        shown = self._shown(shopper)
        last = shown[max(shown, key=lambda item: int(item[1:]))]
        return {button["title"]: button["token"] for button in last["buttons"]}

    def _shown(self, shopper: int) -> dict[str, dict[str, Any]]:
        kept = self.items.setdefault(shopper, {})
        if shopper in self.tokens:
            page = self.page(self.url, shopper)
            kept.update((item["id"], item) for item in list(page.items) if item["author"] == "bot")
        return kept


def _status(answer: dict[str, Any]) -> int:
    return 200 if answer.get("ok") else STATUSES[answer["error"]]


def _refused(url: str, token: str, origin: str | None = None) -> int:
    try:
        Browser(url, token, origin=origin).close()
    except socketio.exceptions.ConnectionError:
        return 401
    return 200
