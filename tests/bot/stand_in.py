"""A stand-in for Rasa behind the relay: real HTTP on loopback, with Rasa's memory of what it has answered.

What a shopper says decides what happens: "crash …" fails always, "crash twice …" the first two times,
"silent …" says nothing, "twice …" says two things, "long …" says it twenty times, "unavailable …" is that
until `recover` is called, "slow …" takes half a second.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "a relay secret that only tests know"


@dataclass
class StandIn:
    """What the stand-in was asked."""

    port: int = 0
    #: conversation → texts in the order in which they were first run
    order: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    #: (conversation, message id) → how often it was asked for
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    turns: list[dict[str, Any]] = field(default_factory=list)
    most_at_once: int = 0
    recovered: bool = False
    #: Shown with the answer to "card …".
    card: dict[str, Any] | None = None
    _known: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def recover(self) -> None:
        """From now on "unavailable …" is answered."""
        self.recovered = True

    def answer(self, turn: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Run one turn: status and body."""
        key = turn["conversation"], turn["message_id"]
        with self._lock:
            self.asked[key] += 1
            self.turns.append(turn)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            attempt = self.asked[key]
        try:
            if turn["text"].startswith("slow"):
                time.sleep(0.5)
            return self._run(key, turn, attempt)
        finally:
            with self._lock:
                self._at_once -= 1

    def _run(self, key: tuple[str, str], turn: dict[str, Any], attempt: int) -> tuple[int, dict[str, Any]]:
        text = turn["text"]
        if text.startswith("unavailable") and not self.recovered:
            return 503, {"error": "unavailable"}
        if text.startswith("crash") and (not text.startswith("crash twice") or attempt <= 2):
            return 500, {"error": "failed"}
        with self._lock:
            if key not in self._known:
                self.order[key[0]].append(text)
                replies = [] if text.startswith("silent") else [_reply(text, turn["payload"], self.card)]
                if text.startswith("twice"):
                    replies.append({"text": "and more", "buttons": [], "card": None})
                self._known[key] = {
                    "replies": replies,
                    "language": "fr" if text.startswith("bonjour") else turn["language"],
                    "understood": {"intent": "said", "confidence": 1.0, "entities": [], "ms": {"total": 1.0}},
                }
            return 200, self._known[key]


def _reply(text: str, payload: str | None, card: dict[str, Any] | None) -> dict[str, Any]:
    said = f"re {text}" if payload is None else f"re {payload}"
    if text.startswith("long"):
        said = " ".join([said] * 20)
    buttons = [{"title": "More", "payload": '/more{"n":1}'}] if text.startswith("buttons") else []
    return {"text": said, "buttons": buttons, "card": card if text.startswith("card") else None}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    stand_in: StandIn

    def do_GET(self) -> None:
        self._send(200, {"ready": True})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Bearer {SECRET}" or self.path != "/webhooks/relay/turn":
            self._send(401, {"error": "forbidden"})
            return
        self._send(*self.stand_in.answer(json.loads(body)))

    def _send(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(stand_in: StandIn, port: int = 0) -> Iterator[StandIn]:
    """Serve until left; `port` 0 takes a free one."""
    handler = type("Handler", (_Handler,), {"stand_in": stand_in})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    stand_in.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
