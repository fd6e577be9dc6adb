"""A stand-in for Telegram's Bot API: real HTTP on loopback, the documented methods, and what goes wrong.

It remembers what it was asked. `trouble` says what happens to the next calls of a method: "429", "500",
"502", "504", "403", "400", "hang" (it takes the message and does not answer), "close" (the same, and it hangs
up), "refuse" (it hangs up before it reads).
"""

from __future__ import annotations

import json
import socket
import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TOKEN = "12345:a-token-that-only-tests-know"
SECRET = "a_webhook_secret_that_only_tests_know"
LINK_SECRET = "a link secret that only tests know"
BOT = {"id": 12345, "is_bot": True, "first_name": "Lumen", "username": "LumenDeliveryBot"}
#: The errors as the Bot API words them.
ERRORS = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    429: "Too Many Requests: retry after 1",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass
class TelegramApi:
    """What Telegram was asked, and how it is to behave."""

    port: int = 0
    #: Method → parameters of each call that was done, in order.
    done: defaultdict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    #: Method → what goes wrong with the next calls.
    trouble: defaultdict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))
    #: Methods in the order in which they were called, whatever came of it.
    calls: list[str] = field(default_factory=list)
    webhook: dict[str, Any] = field(default_factory=dict)
    #: A shopper who blocked the bot.
    blocked: set[int] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Where it listens: WISMO_TELEGRAM_API."""
        return f"http://127.0.0.1:{self.port}"

    def texts(self, chat: int) -> list[str]:
        """What a shopper was sent."""
        return [each["text"] for each in self.done["sendMessage"] if each["chat_id"] == chat]

    def buttons(self, chat: int) -> dict[str, str]:
        """Title → token of the buttons below the last message that a shopper was sent."""
        last = [each for each in self.done["sendMessage"] if each["chat_id"] == chat][-1]
        rows = last.get("reply_markup", {}).get("inline_keyboard", [])
        return {button["text"]: button["callback_data"] for row in rows for button in row}

    def do(self, method: str, given: dict[str, Any]) -> tuple[int, Any]:
        """Run a method: status and result."""
        with self.lock:
            if method == "sendMessage" and given["chat_id"] in self.blocked:
                return 403, None
            if method == "sendMessage" and not 0 < len(given["text"].encode("utf-16-le")) // 2 <= 4096:
                return 400, None
            self.done[method].append(given)
            if method == "getMe":
                return 200, BOT
            if method == "setWebhook":
                self.webhook = given
                return 200, True
            if method == "getWebhookInfo":
                known = {name: self.webhook[name] for name in ("url", "allowed_updates") if self.webhook}
                return 200, {
                    "url": "",
                    "has_custom_certificate": False,
                    "pending_update_count": 0,
                    **known,
                    **self.webhook.get("info", {}),
                }
            if method == "sendMessage":
                number = len(self.done[method])
                chat = {"id": given["chat_id"], "type": "private"}
                return 200, {"message_id": number, "date": 1, "chat": chat, "text": given["text"]}
            if method in ("answerCallbackQuery", "sendChatAction"):
                return 200, True
            return 404, None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    api: TelegramApi

    def do_POST(self) -> None:
        token, _, method = urlsplit(self.path).path.removeprefix("/bot").partition("/")
        with self.api.lock:
            self.api.calls.append(method)
            trouble = self.api.trouble[method].popleft() if self.api.trouble[method] else ""
        if trouble == "refuse":
            self._hang_up()
            return
        given = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        if token != TOKEN:
            self._send(401, None)
        elif trouble.isdecimal():
            self._send(int(trouble), None)
        else:
            status, result = self.api.do(method, {name: _value(name, text) for name, text in given.items()})
            if trouble == "hang":
                self.api.stopping.wait(60)
            if trouble in ("hang", "close"):
                self._hang_up()
                return
            self._send(status, result)

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _send(self, status: int, result: Any) -> None:
        body: dict[str, Any] = {"ok": status == 200}
        if status == 200:
            body["result"] = result
        else:
            body |= {"error_code": status, "description": ERRORS[status]}
            if status == 429:
                body["parameters"] = {"retry_after": 1}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


#: Parameters arrive as a form; these are no plain text, but JSON in it.
STRUCTURED = (
    *("chat_id", "entities", "reply_markup", "link_preview_options"),
    *("allowed_updates", "max_connections", "show_alert"),
)


def _value(name: str, text: str) -> Any:
    return json.loads(text) if name in STRUCTURED else text


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that gave up is none of our business."""


@contextmanager
def telegram() -> Iterator[TelegramApi]:
    """Serve until left."""
    api = TelegramApi()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"api": api}))
    api.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield api
    finally:
        api.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()


def message(update: int, chat: int = 7, text: str | None = None, **parts: Any) -> dict[str, Any]:
    """An update with a message in a private chat."""
    return {
        "update_id": update,
        "message": {
            "message_id": update + 1000,
            "date": 1,
            "from": {"id": chat, "is_bot": False, "first_name": "Anne", "language_code": "en"},
            "chat": {"id": chat, "type": "private", "first_name": "Anne"},
            **({} if text is None else {"text": text}),
            **parts,
        },
    }


def tap(update: int, data: str, chat: int = 7) -> dict[str, Any]:
    """An update with a tap on a button."""
    return {
        "update_id": update,
        "callback_query": {
            "id": f"callback-{update}",
            "from": {"id": chat, "is_bot": False, "first_name": "Anne", "language_code": "en"},
            "message": {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}},
            "chat_instance": "1",
            "data": data,
        },
    }
