"""A shopper's browser as the website channel sees it: a session, a socket, and what arrived on it."""

from __future__ import annotations

import base64
import json
import threading
from typing import Any

import httpx
import socketio


def open_session(url: str, token: str | None = None, **headers: str) -> httpx.Response:
    """Ask for a session."""
    return httpx.post(f"{url}/chat/session", json={"token": token}, headers=headers, timeout=5)


def conversation_of(token: str) -> str:
    """The conversation that a token names."""
    part = token.split(".")[1]
    return str(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["sub"])


class Browser:
    """One open page. Raises `socketio.exceptions.ConnectionError`, with the reason, when it is refused."""

    def __init__(
        self,
        url: str,
        token: str,
        after: str | None = None,
        origin: str | None = None,
        forwarded_for: str | None = None,
    ) -> None:
        self.items: list[dict[str, Any]] = []
        self.events: list[tuple[str, Any]] = []
        self.greeted = threading.Event()
        self._client = socketio.Client(
            reconnection=False,
            handle_sigint=False,
            websocket_extra_options={"origin": origin} if origin else {"suppress_origin": True},
        )
        for event in ("history", "reply", "typing", "owner"):
            self._client.on(event, self._hear(event))
        refusals: list[object] = []
        self._client.on("connect_error", refusals.append)
        try:
            self._client.connect(
                url,
                headers={"X-Forwarded-For": forwarded_for} if forwarded_for else {},
                socketio_path="/chat/socket.io",
                transports=["websocket"],
                auth={"token": token, "after": after},
                wait_timeout=5,
            )
        except socketio.exceptions.ConnectionError as error:
            raise socketio.exceptions.ConnectionError(str(refusals or error)) from error

    def _hear(self, event: str) -> Any:
        def heard(body: Any) -> None:
            self.events.append((event, body))
            if event == "history":
                self.items.extend(body["items"])
                self.greeted.set()
            elif event == "reply":
                self.items.append(body)

        return heard

    @property
    def connected(self) -> bool:
        """Whether the socket is open."""
        return bool(self._client.connected)

    def call(self, event: str, body: object, timeout: float = 10) -> dict[str, Any]:
        """Send and wait for the acknowledgement."""
        answer: dict[str, Any] = self._client.call(event, body, timeout=timeout)
        return answer

    def say(self, message_id: str, text: str, timeout: float = 10) -> dict[str, Any]:
        """Send a message."""
        return self.call("message", {"id": message_id, "text": text}, timeout)

    def seen(self, item: str) -> None:
        """Tell what was shown."""
        self._client.emit("seen", {"id": item})

    def texts(self, author: str = "bot") -> list[str]:
        """What arrived from one side, in the order of arrival."""
        return [item["text"] for item in self.items if item["author"] == author]

    def close(self) -> None:
        """Leave the page."""
        self._client.disconnect()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
