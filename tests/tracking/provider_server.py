"""A provider on a real port: it answers questions the way the real ones do, or as badly as a test wants."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

KEY = "a-key-that-only-tests-know"
HEADERS = {"aftership": "as-api-key", "seventeentrack": "17token", "ship24": "Authorization"}
#: When each parcel was delivered; carriers are not asked about what was long ago.
AT = (datetime.now(timezone.utc) - timedelta(hours=1)).isoformat(timespec="seconds")


@dataclass
class Trouble:
    """One bad answer: a status, or a body that is cut short, or late."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    #: Announce more than is sent, then close.
    cut: bool = False
    seconds: float = 0.0


@dataclass
class ProviderServer:
    """What it was asked, and how it answers."""

    source: str
    url: str = ""
    #: For each request the tracking numbers it named, and when it came.
    asked: list[tuple[list[str], float]] = field(default_factory=list)
    #: Bad answers, given first, one a request.
    troubles: list[Trouble] = field(default_factory=list)
    #: Gives trouble by the numbers asked, at any time.
    trouble_with: Callable[[list[str]], Trouble | None] = lambda _: None
    not_registered: set[str] = field(default_factory=set)
    #: Before each answer.
    seconds: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def numbers(self) -> list[str]:
        """Every number asked about, as often as it was."""
        with self.lock:
            return [number for numbers, _ in self.asked for number in numbers]

    def answer(self, numbers: list[str]) -> tuple[int, Any]:
        """What the real one would say."""
        known = [number for number in numbers if number not in self.not_registered]
        if self.source == "aftership":
            return 200, {"meta": {"code": 200}, "data": {"trackings": [_aftership(each) for each in known]}}
        if self.source == "seventeentrack":
            refused = [
                {"number": each, "error": {"code": -18019902}} for each in numbers if each not in known
            ]
            return 200, {
                "code": 0,
                "data": {"accepted": [_17track(each) for each in known], "rejected": refused},
            }
        if not known:
            return 404, {"errors": [{"code": "tracker_not_found"}]}
        return 200, {"data": {"trackings": [_ship24(each) for each in known]}}


def _aftership(number: str) -> dict[str, Any]:
    scan = {"checkpoint_time": AT, "message": "Delivered", "slug": "dpd-uk", "tag": "Delivered",
            "subtag": "Delivered_001"}  # fmt: skip
    return {"id": f"t-{number}", "tracking_number": number, "slug": "dpd-uk", "checkpoints": [scan]}


def _17track(number: str) -> dict[str, Any]:
    scan = {"time_iso": AT, "time_utc": AT, "description": "Delivered", "stage": "Delivered",
            "sub_status": "Delivered_Other"}  # fmt: skip
    providers = [{"provider": {"key": 100003, "name": "DPD UK"}, "events": [scan]}]
    return {"number": number, "track_info": {"tracking": {"providers": providers}}}


def _ship24(number: str) -> dict[str, Any]:
    scan = {"eventId": f"e-{number}", "status": "Delivered", "occurrenceDatetime": AT, "hasNoTime": False,
            "statusCode": "delivery_delivered", "statusMilestone": "delivered"}  # fmt: skip
    return {
        "tracker": {"trackingNumber": number},
        "shipment": {"statusMilestone": "delivered"},
        "events": [scan],
    }


def _numbers(source: str, method: str, path: str, body: bytes) -> list[str]:
    parts = urlsplit(path)
    if source == "aftership":
        assert (method, parts.path) == ("GET", "/v/trackings")
        return parse_qs(parts.query)["tracking_numbers"][0].split(",")
    if source == "seventeentrack":
        assert (method, parts.path) == ("POST", "/v/gettrackinfo")
        return [each["number"] for each in json.loads(body)]
    assert (method, parts.path.endswith("/results")) == ("GET", True)
    return [unquote(parts.path.split("/")[-2])]


@contextmanager
def serving(source: str) -> Iterator[ProviderServer]:
    """Serve a provider until the block ends."""
    made = ProviderServer(source)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def log_message(self, *_: object) -> None:
            pass

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            numbers = _numbers(source, self.command, self.path, body)
            with made.lock:
                made.asked.append((numbers, time.monotonic()))
                trouble = made.troubles.pop(0) if made.troubles else made.trouble_with(numbers)
            given = self.headers.get(HEADERS[source], "").removeprefix("Bearer ")
            if given != KEY:
                trouble = Trouble(401)
            if trouble is not None:
                self._trouble(trouble)
                return
            time.sleep(made.seconds)
            status, content = made.answer(numbers)
            self._send(status, {}, json.dumps(content).encode())

        def _trouble(self, trouble: Trouble) -> None:
            time.sleep(trouble.seconds)
            self._send(trouble.status, trouble.headers, trouble.body, more=1000 if trouble.cut else 0)
            if trouble.cut:
                self.close_connection = True

        def _send(self, status: int, headers: dict[str, str], body: bytes, more: int = 0) -> None:
            try:
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body) + more), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_address[1]}/v"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
