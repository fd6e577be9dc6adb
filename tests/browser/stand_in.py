"""A small real server that speaks the website channel's protocol: the widget is tested without Rasa."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import uuid4

import jwt
import socketio
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DIST = Path(__file__).parents[2] / "bot" / "widget" / "dist"
SECRET = "a secret that only this server needs to know"
#: As strict as a shop's policy can be: nothing inline, nothing from elsewhere, no markup from strings.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)

Reply = dict[str, Any]


@dataclass
class Talk:
    """One conversation: its items as the widget gets them, and what has been done to its sockets."""

    items: list[dict[str, Any]] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)


class StandIn:
    """The server and the strings that tests pull."""

    def __init__(self) -> None:
        self.talks: dict[str, Talk] = {}
        #: Every message and tap that arrived, again and again if it did: (client id, text or token).
        self.arrived: list[tuple[str, str]] = []
        self.answer: Callable[[str], list[Reply]] = lambda text: [reply(f"You said: {text}")]
        #: Acknowledgements to give instead of taking a message, first one first.
        self.refusals: deque[str] = deque()
        #: What happens between committing a message and acknowledging it.
        self.before_ack: Callable[[str], Awaitable[None]] | None = None
        self.orders: list[dict[str, Any]] | None = None
        #: Refusals for the next sockets.
        self.refuse_connect: deque[str] = deque()
        #: Conversations whose tokens are no longer good.
        self.ended: set[str] = set()
        self.sessions_down = False
        self.sessions_asked: list[dict[str, Any]] = []
        self.seen: list[str] = []
        #: What becomes of the shop's logins that pages hand in.
        self.login = "accepted"
        self.thinking = 0.0
        self.headers = {"Content-Security-Policy": CSP}
        self.lifetime = timedelta(days=7)
        self.port = _free_port()
        self._counter = 0
        self._sockets: dict[str, str] = {}
        self._wires: dict[str, Send] = {}
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        """What shoppers said, as committed: each message once."""
        return [i["text"] for talk in self.talks.values() for i in talk.items if i["author"] == "shopper"]

    # --- the server ------------------------------------------------------------------------------

    def start(self) -> None:
        config = uvicorn.Config(
            self._app(), host="127.0.0.1", port=self.port, log_level="error", lifespan="off", ws="wsproto"
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, args=(self._server,), daemon=True)
        self._thread.start()
        _until(lambda: self._server is not None and self._server.started, "the stand-in did not start")

    def _run(self, server: uvicorn.Server) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            await server.serve()

        asyncio.run(serve())

    def stop(self) -> None:
        """Gone, sockets and all, as when a cable is cut; `start` brings it back on the same port."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(10)
        assert not self._thread.is_alive()
        self._sockets.clear()
        self._server = None

    def run(self, work: Awaitable[Any]) -> Any:
        """Run a coroutine on the server's loop and wait for it."""
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(_awaited(work), self._loop).result(10)

    def _app(self) -> ASGIApp:
        self.sio = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*", namespaces=["/"])
        for event, handler in {
            "connect": self._connect,
            "disconnect": self._disconnect,
            "message": self._message,
            "tap": self._tap,
            "seen": self._mark_seen,
        }.items():
            self.sio.on(event, handler)
        app = Starlette(
            routes=[
                Route("/", lambda request: FileResponse(DIST / "index.html")),
                Route("/bare", self._bare),
                Route("/demo/orders", self._orders),
                Route("/chat/session", self._session, methods=["POST"]),
                Mount("/chat/socket.io", socketio.ASGIApp(self.sio, socketio_path="")),
                Mount("/widget", StaticFiles(directory=DIST)),
            ]
        )
        return _with_headers(app, self.headers)

    async def _bare(self, request: Request) -> Response:
        """A shop's page with nothing but the one script tag."""
        html = "<!doctype html><html lang=en><title>Shop</title><h1>Shop</h1>"
        return Response(html + "<script src=/widget/wismo-chat.js></script>", media_type="text/html")

    async def _orders(self, request: Request) -> Response:
        return JSONResponse(self.orders) if self.orders is not None else Response(status_code=404)

    async def _session(self, request: Request) -> Response:
        body = await request.json()
        self.sessions_asked.append(body)
        if self.sessions_down:
            return Response(status_code=503, headers={"Retry-After": "1"})
        conversation = self._read(body.get("token")) or f"web:{uuid4()}"
        opened = {"token": self.token(conversation, self.lifetime), "expires_at": "2026-12-01T00:00:00Z"}
        if body.get("identity"):
            opened["identity"] = self.login
        return JSONResponse(opened)

    def token(self, conversation: str, lifetime: timedelta) -> str:
        claims = {"sub": conversation, "exp": datetime.now(timezone.utc) + lifetime}
        return jwt.encode(claims, SECRET, "HS256")

    def _read(self, token: object) -> str | None:
        try:
            conversation = str(jwt.decode(str(token), SECRET, ["HS256"])["sub"])
        except jwt.InvalidTokenError:
            return None
        return None if conversation in self.ended else conversation

    # --- the socket -------------------------------------------------------------------------------

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        if self.refuse_connect:
            raise socketio.exceptions.ConnectionRefusedError(self.refuse_connect.popleft())
        conversation = self._read((auth or {}).get("token"))
        if conversation is None:
            raise socketio.exceptions.ConnectionRefusedError("expired")
        self._sockets[sid] = conversation
        self._wires[sid] = environ["asgi.send"]
        await self.sio.enter_room(sid, conversation)
        items = self.talks.setdefault(conversation, Talk()).items
        after = (auth or {}).get("after")
        known = [item["id"] for item in items]
        missed = items[known.index(after) + 1 :] if after in known else items
        self.sio.start_background_task(self.sio.emit, "history", {"items": missed}, to=sid)

    async def _disconnect(self, sid: str, *_: Any) -> None:
        self._sockets.pop(sid, None)

    async def _message(self, sid: str, data: dict[str, Any]) -> dict[str, Any]:
        return await self._take(sid, data["id"], data["text"])

    async def _tap(self, sid: str, data: dict[str, Any]) -> dict[str, Any]:
        titles = {
            button["token"]: button["title"]
            for item in self.talks[self._sockets[sid]].items
            for button in item["buttons"]
        }
        return await self._take(sid, data["id"], titles[data["token"]], data["token"])

    async def _mark_seen(self, sid: str, data: dict[str, Any]) -> None:
        self.seen.append(data["id"])

    async def _take(self, sid: str, client_id: str, text: str, token: str | None = None) -> dict[str, Any]:
        self.arrived.append((client_id, token or text))
        if self.refusals:
            return {"ok": False, "error": self.refusals.popleft()}
        conversation = self._sockets[sid]
        talk = self.talks[conversation]
        if client_id in talk.taken:
            return {"ok": True, "item": talk.taken[client_id]}
        item = self._add(talk, "i", "shopper", {"text": text}, client_id)
        talk.taken[client_id] = item["id"]
        await self.sio.emit("reply", item, room=conversation, skip_sid=sid)
        if self.before_ack:
            await self.before_ack(sid)
        self.sio.start_background_task(self._reply, conversation, text)
        return {"ok": True, "item": item["id"]}

    async def _reply(self, conversation: str, text: str) -> None:
        await self.sio.emit("typing", {"on": True}, room=conversation)
        await asyncio.sleep(self.thinking)
        for made in self.answer(text):
            await self.say(conversation, made)
        await self.sio.emit("typing", {"on": False}, room=conversation)

    async def say(self, conversation: str, made: Reply) -> None:
        """Add a line to a conversation and tell its sockets."""
        item = self._add(self.talks[conversation], "o", made.get("author", "bot"), made)
        await self.sio.emit("reply", item, room=conversation)

    def _add(
        self, talk: Talk, kind: str, author: str, made: Reply, client_id: str | None = None
    ) -> dict[str, Any]:
        self._counter += 1
        item = {
            "id": f"{kind}{self._counter}",
            "author": author,
            "name": made.get("name"),
            "text": made.get("text", ""),
            "buttons": made.get("buttons", []),
            "card": made.get("card"),
            "at": (made.get("at") or datetime.now(timezone.utc)).isoformat(),
            "client_id": client_id,
        }
        talk.items.append(item)
        return item

    async def own(self, conversation: str, name: str | None) -> None:
        """Tell a conversation's sockets that a person has it, or with None that the assistant has."""
        await self.sio.emit("owner", {"person": name is not None, "name": name}, room=conversation)

    def drop_all(self) -> None:
        """Close every connection; the browsers may come back at once."""
        for sid in list(self._sockets):
            self.run(self.drop(sid))

    async def drop(self, sid: str) -> None:
        """Close a socket's connection without a word, before what was to be sent leaves."""
        await self._wires[sid]({"type": "websocket.close", "code": 1001})


def reply(text: str = "", *, buttons: tuple[str, ...] = (), **more: Any) -> Reply:
    """A reply with buttons of these titles."""
    return {"text": text, "buttons": [{"title": title, "token": uuid4().hex} for title in buttons], **more}


def card(**change: Any) -> Reply:
    """A parcel card as the server words it."""
    made: Reply = json.loads((Path(__file__).parent / "card.json").read_text())
    return made | change


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until(true: Callable[[], bool], why: str, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, why
        time.sleep(0.01)


async def _awaited(work: Awaitable[Any]) -> Any:
    return await work


def _with_headers(app: ASGIApp, added: dict[str, str]) -> ASGIApp:
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(added)
            await send(message)

        await app(scope, receive, sending)

    return wrapped
