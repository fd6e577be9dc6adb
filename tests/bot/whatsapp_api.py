"""WhatsApp's Cloud API on a real port, as its documentation describes it, and the shoppers behind it.

It refuses what the real one refuses: a wrong token, what is too long or has too many buttons, free texts
after the 24 hours. A test may have it fail in any way that the real one is known to.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from bot.whatsapp_settings import WhatsAppSettings

TOKEN = "a token that only tests know"
APP_SECRET = "an app secret that only tests know"
VERIFY_TOKEN = "a verify token that only tests know"
PHONE_ID = "106540352242922"
ACCOUNT_ID = "102290129340398"
SHOP_NUMBER = "15550783881"
WEBHOOK = "https://shop.example/channels/whatsapp"
PATH = "/channels/whatsapp"
_numbers = itertools.count(1)


@dataclass
class Trouble:
    """One bad answer to a send: a status and error, or silence."""

    status: int = 500
    code: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    #: Seconds of silence before anything is said.
    seconds: float = 0.0
    #: The message goes out all the same, but the connection breaks before the answer.
    cut: bool = False
    #: What is said instead of JSON.
    body: bytes | None = None


@dataclass
class Sent:
    """A message that went out."""

    id: str
    to: str
    message: dict[str, Any]

    @property
    def text(self) -> str:
        """What the shopper reads."""
        kind = self.message["type"]
        if kind == "text":
            return str(self.message["text"]["body"])
        if kind == "template":
            return str(self.message["template"]["components"][0]["parameters"][0]["text"])
        return str(self.message["interactive"]["body"]["text"])

    @property
    def choices(self) -> dict[str, str]:
        """Buttons or rows: title → id."""
        action = self.message.get("interactive", {}).get("action", {})
        buttons = [button["reply"] for button in action.get("buttons", ())]
        rows = [row for section in action.get("sections", ()) for row in section["rows"]]
        return {each["title"]: each["id"] for each in buttons + rows}


@dataclass
class Cloud:
    """The API and what it was asked."""

    url: str = ""
    sent: list[Sent] = field(default_factory=list)
    #: (message id, whether dots were asked for)
    marked: list[tuple[str, bool]] = field(default_factory=list)
    #: Bad answers, given first, one a send.
    troubles: list[Trouble] = field(default_factory=list)
    attempts: int = 0
    #: Numbers whose 24 hours are over.
    closed: set[str] = field(default_factory=set)
    #: Templates: name → the languages they are approved in.
    templates: dict[str, list[str]] = field(default_factory=lambda: {"answer": ["en", "fr_FR"]})
    #: What GET says of the account.
    webhook: str | None = WEBHOOK
    subscribed: bool = True
    scopes: tuple[str, ...] = ("whatsapp_business_messaging", "whatsapp_business_management")
    expires_at: int = 0
    quality: str = "GREEN"
    state: str = "CONNECTED"
    lock: threading.Lock = field(default_factory=threading.Lock)

    def settings(self, **more: Any) -> WhatsAppSettings:
        """How to reach it."""
        given = {"phone_id": PHONE_ID, "token": TOKEN, "app_secret": APP_SECRET, "verify_token": VERIFY_TOKEN}
        return WhatsAppSettings(**{**given, "api": f"{self.url}/v25.0", **more})

    def environment(self, **more: str) -> dict[str, str]:
        """The same as environment variables."""
        return {
            "WISMO_WHATSAPP_TOKEN": TOKEN,
            "WISMO_WHATSAPP_PHONE_ID": PHONE_ID,
            "WISMO_WHATSAPP_APP_SECRET": APP_SECRET,
            "WISMO_WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
            "WISMO_WHATSAPP_API": f"{self.url}/v25.0",
            **more,
        }

    def to(self, number: str) -> list[Sent]:
        """What went out to a number or user id."""
        with self.lock:
            return [each for each in self.sent if each.to == number]

    # --- what it answers --------------------------------------------------------------------------

    def post(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """POST …/messages."""
        if body.get("messaging_product") != "whatsapp":
            return _error(400, 100)
        if body.get("status") == "read":
            with self.lock:
                self.marked.append((body["message_id"], "typing_indicator" in body))
            return 200, {"success": True}
        code = _wrong(body, self.templates)
        if code:
            return _error(400, code)
        to = body.get("to") or body["recipient"]
        if to in self.closed and body["type"] != "template":
            return _error(400, 131047)
        made = f"wamid.{next(_numbers):08d}"
        with self.lock:
            self.sent.append(Sent(made, to, body))
        return 200, {
            "messaging_product": "whatsapp",
            "contacts": [{"input": to, "wa_id": to}],
            "messages": [{"id": made}],
        }

    def get(self, path: str, query: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        """The few things that GET is asked for."""
        proof = query.get("appsecret_proof")
        if proof is not None and proof != hmac.new(APP_SECRET.encode(), TOKEN.encode(), "sha256").hexdigest():
            return _error(400, 100, "Invalid appsecret_proof provided in the API argument")
        if path == PHONE_ID:
            found: dict[str, Any] = {
                "id": PHONE_ID,
                "display_phone_number": "+1 555-078-3881",
                "verified_name": "Maison Lumen",
                "quality_rating": self.quality,
                "status": self.state,
            }
            if "webhook_configuration" in query.get("fields", "") and self.webhook is not None:
                found["webhook_configuration"] = {"application": self.webhook}
            return 200, found
        if path == "debug_token":
            scopes = [{"scope": scope, "target_ids": [ACCOUNT_ID]} for scope in self.scopes]
            return 200, {
                "data": {
                    "app_id": "670843887433847",
                    "application": "Maison Lumen chat",
                    "is_valid": True,
                    "expires_at": self.expires_at,
                    "scopes": list(self.scopes),
                    "granular_scopes": scopes,
                }
            }
        if path == f"{ACCOUNT_ID}/subscribed_apps":
            app = {"whatsapp_business_api_data": {"id": "670843887433847", "name": "Maison Lumen chat"}}
            return 200, {"data": [app] if self.subscribed else []}
        if path == f"{ACCOUNT_ID}/message_templates":
            languages = self.templates.get(query.get("name", ""), [])
            parts = [{"type": "BODY", "text": "News: {{1}} Just answer."}, {"type": "FOOTER", "text": "x"}]
            return 200, {
                "data": [
                    {"name": query["name"], "status": "APPROVED", "language": language, "components": parts}
                    for language in languages
                ]
            }
        return _error(400, 100, "Unsupported get request. Object does not exist")


def _wrong(body: dict[str, Any], templates: Mapping[str, list[str]]) -> int:
    """The error that a message deserves, 0 for none."""
    if not (body.get("to") or body.get("recipient")):
        return 131008
    if len(body.get("biz_opaque_callback_data", "")) > 512:
        return 131009
    kind = body.get("type")
    if kind == "text":
        return 0 if 0 < len(body["text"]["body"]) <= 4096 else 131009
    if kind == "template":
        asked = body["template"]
        if asked["language"]["code"] not in templates.get(asked["name"], ()):
            return 132001
        texts = [each["text"] for part in asked["components"] for each in part["parameters"]]
        return 132018 if any("\n" in text or "\t" in text or "     " in text for text in texts) else 0
    if kind != "interactive":
        return 131051
    interactive = body["interactive"]
    said, action = interactive["body"]["text"], interactive["action"]
    if interactive["type"] == "button":
        buttons = [button["reply"] for button in action["buttons"]]
        fine = (
            1 <= len(buttons) <= 3
            and len({button["title"] for button in buttons}) == len(buttons)
            and all(0 < len(each["title"]) <= 20 and 0 < len(each["id"]) <= 256 for each in buttons)
            and 0 < len(said) <= 1024
        )
        return 0 if fine else 131009
    rows = [row for section in action["sections"] for row in section["rows"]]
    fine = (
        interactive["type"] == "list"
        and 1 <= len(rows) <= 10
        and 0 < len(action["button"]) <= 20
        and all(0 < len(row["title"]) <= 24 and 0 < len(row["id"]) <= 200 for row in rows)
        and all(len(row.get("description", "")) <= 72 for row in rows)
        and 0 < len(said) <= 4096
    )
    return 0 if fine else 131009


def _error(status: int, code: int | None, message: str = "it is wrong") -> tuple[int, dict[str, Any]]:
    error = {"message": f"(#{code}) {message}: 33612345678", "type": "OAuthException", "fbtrace_id": "A1"}
    return status, {"error": {**error, **({"code": code} if code is not None else {})}}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    cloud: Cloud

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._send(*_error(401, 190))
            return
        self._send(*self.cloud.get(parts.path.removeprefix("/v25.0/"), query))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._send(*_error(401, 190))
            return
        if self.path != f"/v25.0/{PHONE_ID}/messages":
            self._send(*_error(400, 100))
            return
        trouble = None
        if body.get("status") != "read":
            with self.cloud.lock:
                self.cloud.attempts += 1
                trouble = self.cloud.troubles.pop(0) if self.cloud.troubles else None
        if trouble is None:
            self._send(*self.cloud.post(body))
            return
        time.sleep(trouble.seconds)
        if trouble.cut:
            self.cloud.post(body)
            self.close_connection = True
            self.connection.close()
            return
        if trouble.body is not None:
            self._raw(trouble.status, trouble.body, trouble.headers)
            return
        status, said = _error(trouble.status, trouble.code)
        self._send(status, said, trouble.headers)

    def _send(self, status: int, body: dict[str, Any], headers: Mapping[str, str] | None = None) -> None:
        self._raw(status, json.dumps(body).encode(), headers or {})

    def _raw(self, status: int, data: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(cloud: Cloud | None = None) -> Iterator[Cloud]:
    """Serve until left."""
    cloud = cloud or Cloud()
    handler = type("Handler", (_Handler,), {"cloud": cloud})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    cloud.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield cloud
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


# --- what it delivers -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Shopper:
    """Somebody with WhatsApp. Without a number they hide it; without an id the platform is of old."""

    number: str | None = "33612345678"
    user_id: str | None = "FR.13491208655302741918"

    def message(self, kind: str, body: Any = None, *, id: str | None = None, at: float | None = None,
                **more: Any) -> dict[str, Any]:  # fmt: skip
        """A message of theirs, `{kind: body}`."""
        return {
            "id": id or f"wamid.in{next(_numbers):08d}",
            "timestamp": str(int(at or time.time())),
            "type": kind,
            **({"from": self.number} if self.number else {}),
            **({"from_user_id": self.user_id} if self.user_id else {}),
            **({kind: body} if body is not None else {}),
            **more,
        }

    def text(self, text: str, **more: Any) -> dict[str, Any]:
        """They write."""
        return self.message("text", {"body": text}, **more)

    def tap(self, title: str, token: str, *, row: bool = False, **more: Any) -> dict[str, Any]:
        """They tap a button or choose a row, below a message of ours."""
        kind = "list_reply" if row else "button_reply"
        interactive = {"type": kind, kind: {"id": token, "title": title}}
        context = {"from": SHOP_NUMBER, "id": "wamid.ours"}
        return self.message("interactive", interactive, context=context, **more)

    @property
    def contact(self) -> dict[str, Any]:
        """How the platform introduces them."""
        named = {"wa_id": self.number, "user_id": self.user_id}
        return {"profile": {"name": "Jane"}, **{name: value for name, value in named.items() if value}}


def status(sent_id: str, name: str, *, ours: int | None = None, code: int | None = None,
           at: float | None = None) -> dict[str, Any]:  # fmt: skip
    """A report on a message of ours; `ours` is what we sent along with it."""
    return {
        "id": sent_id,
        "status": name,
        "timestamp": str(int(at or time.time())),
        "recipient_id": "33612345678",
        **({"biz_opaque_callback_data": str(ours)} if ours is not None else {}),
        **({"errors": [{"code": code, "title": "no", "message": "no"}]} if code is not None else {}),
    }


def value(
    *messages: Any, contacts: Any = (), statuses: Any = (), phone_id: str = PHONE_ID, field: str = "messages"
) -> dict[str, Any]:
    """One change of an envelope."""
    return {
        "field": field,
        "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": SHOP_NUMBER, "phone_number_id": phone_id},
            **({"contacts": list(contacts)} if contacts else {}),
            **({"messages": list(messages)} if messages else {}),
            **({"statuses": list(statuses)} if statuses else {}),
        },
    }


def envelope(*changes: dict[str, Any]) -> bytes:
    """A delivery, one entry a change."""
    entries = [{"id": ACCOUNT_ID, "changes": [change]} for change in changes]
    return json.dumps({"object": "whatsapp_business_account", "entry": entries}).encode()


def signed(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    """The header that goes with a delivery."""
    return {"X-Hub-Signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


def deliver(url: str, *changes: dict[str, Any]) -> httpx.Response:
    """Deliver signed changes to the front door at `url`."""
    body = envelope(*changes)
    return httpx.post(f"{url}{PATH}", content=body, headers=signed(body), timeout=30)


def write(url: str, shopper: Shopper, *messages: dict[str, Any]) -> httpx.Response:
    """A shopper's messages, in one delivery."""
    return deliver(url, value(*messages, contacts=[shopper.contact]))
