"""The website channel: socket.io in the front door. A socket may speak in one conversation, its token's."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urlsplit

import msgspec
import socketio as _socketio
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.channels.contract import MAX_TEXT, Accept
from bot.channels.identity import BadIdentityError, IdentityExpiredError, ShopLogin
from bot.channels.sessions import ForbiddenError, Session, SessionExpiredError, Sessions
from bot.limits import RateLimit
from tracking import outbox
from tracking.conversations import Incoming, Item, accepted, transcript
from tracking.db import begin_read, relaxed
from tracking.errors import StoreUnavailableError
from tracking.sign_ins import SignIn, sign_in

logger = logging.getLogger(__name__)

#: python-socketio carries no types.
socketio: Any = _socketio

#: A client's own message id: a UUID has 36 characters.
MAX_MESSAGE_ID = 64
#: Largest packet that a socket may send, in bytes: 2,000 characters of four bytes, escaped, and some.
MAX_PACKET = 32_768
#: Largest request for a session, in bytes: two tokens.
MAX_OPENING = 16_384
#: Sessions that one network address may begin in a minute.
SESSIONS_A_MINUTE = 240
#: How long "seen" marks are gathered before they are written together.
SEEN_SECONDS = 0.5


@dataclass
class _Watched:
    """A conversation that someone has open: its sockets, and how far each has been told; None for not yet."""

    sockets: dict[str, int | None] = field(default_factory=dict)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass
class _Socket:
    session: Session
    network: str | None


class Website:
    """The fetching channel `website`."""

    name = "website"

    def __init__(
        self,
        engine: Engine,
        accept: Accept,
        sessions: Sessions,
        *,
        allowed_origins: Collection[str],
        messages_a_minute: int,
        login: ShopLogin | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._engine = engine
        #: A "seen" mark that a power cut undoes is made again.
        self._marks = relaxed(engine)
        self._accept = accept
        self._sessions = sessions
        self._origins = frozenset(allowed_origins)
        self._login = login
        self._messages = RateLimit(messages_a_minute, 60)
        self._openings = RateLimit(SESSIONS_A_MINUTE, 60)
        self._now = clock
        self._sockets: dict[str, _Socket] = {}
        self._watched: dict[str, _Watched] = {}
        self._seen: dict[str, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = socketio.AsyncServer(
            async_mode="asgi",
            cors_allowed_origins=self._origin_may,
            max_http_buffer_size=MAX_PACKET,
            namespaces=["/"],
        )
        for event, handler in {
            "connect": self._connect,
            "disconnect": self._disconnect,
            "message": self._message,
            "tap": self._tap,
            "seen": self._mark_seen,
        }.items():
            self._server.on(event, handler)

    def routes(self) -> Sequence[BaseRoute]:
        """Where sessions begin, and the socket."""
        return [
            Route("/chat/session", self._session, methods=["POST", "OPTIONS"]),
            Mount("/chat/socket.io", socketio.ASGIApp(self._server, socketio_path="/chat/socket.io")),
        ]

    # --- sessions ---------------------------------------------------------------------------------

    async def _session(self, request: Request) -> Response:
        origin = request.headers.get("origin")
        if not self._origin_may(origin, {"HTTP_HOST": request.headers.get("host")}):
            return JSONResponse({"error": "forbidden"}, 403)
        headers = {"Vary": "Origin", "Cache-Control": "no-store"}
        if origin in self._origins:
            headers |= {
                "Access-Control-Allow-Origin": origin,
                "Access-Control-Allow-Methods": "POST",
                "Access-Control-Allow-Headers": "Content-Type",
                "Access-Control-Max-Age": "86400",
            }
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
        body = await _small_json(request)
        if body is None:
            return JSONResponse({"error": "malformed"}, 400, headers=headers)
        address = request.client.host if request.client else ""
        if not self._openings.allows(address):
            return JSONResponse({"error": "rate"}, 429, headers={**headers, "Retry-After": "60"})
        given = body.get("token")
        token, session = self._sessions.open(given if isinstance(given, str) else None, self._now())
        answer = {"token": token, "expires_at": session.expires_at.isoformat()}
        identity = body.get("identity")
        if isinstance(identity, str) and identity:
            try:
                answer |= await asyncio.to_thread(self._sign_in, identity, token, session)
            except StoreUnavailableError:
                return JSONResponse({"error": "unavailable"}, 503, headers={**headers, "Retry-After": "2"})
        return JSONResponse(answer, headers=headers)

    def _sign_in(self, identity: str, token: str, session: Session) -> dict[str, str]:
        """What the shop's word about the shopper came to; the chat goes on without it, asking as ever."""
        if self._login is None:
            logger.warning("a page handed in a shop login, but none is configured: see docs/shops.md")
            return {"identity": "refused"}
        try:
            shopper = self._login.read(identity, self._now())
        except IdentityExpiredError:
            return {"identity": "expired"}
        except BadIdentityError as error:
            logger.warning("a shop login was refused: %s", error)
            return {"identity": "refused"}
        answer = {"identity": "accepted"}
        for _ in range(2):
            outcome = sign_in(
                self._engine,
                channel=self.name,
                conversation_id=session.conversation_id,
                shopper=shopper,
                token=identity,
                now=self._now(),
            )
            if outcome is SignIn.DONE:
                return answer
            if outcome is SignIn.REPLAYED:
                logger.warning("a shop login that served another conversation was refused")
                return {"identity": "refused"}
            # Someone else was signed in in this browser: the new shopper sees nothing of theirs.
            token, session = self._sessions.open(None, self._now())
            answer |= {"token": token, "expires_at": session.expires_at.isoformat()}
        return {"identity": "refused"}

    def _origin_may(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        """Our own page, a page of the shop, or something that is no browser (which still needs a token)."""
        if not origin or origin in self._origins:
            return True
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc == environ.get("HTTP_HOST")

    # --- sockets ----------------------------------------------------------------------------------

    async def _connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        given = auth if isinstance(auth, dict) else {}
        try:
            session = self._sessions.read(given.get("token"), self._now())
        except SessionExpiredError:
            raise socketio.exceptions.ConnectionRefusedError("expired") from None
        except ForbiddenError:
            raise socketio.exceptions.ConnectionRefusedError("forbidden") from None
        client = environ.get("asgi.scope", {}).get("client")
        self._sockets[sid] = _Socket(
            session, self._sessions.network(_told_apart(client[0] if client else None))
        )
        self._watched.setdefault(session.conversation_id, _Watched()).sockets[sid] = None
        after = given.get("after")
        # Only after the connection is confirmed does the client listen.
        self._keep(self._greet(sid, session.conversation_id, after if isinstance(after, str) else None))

    async def _greet(self, sid: str, conversation_id: str, after: str | None) -> None:
        """Tell a new socket what was said, then let it take part."""
        watched = self._watched.get(conversation_id)
        if watched is None:
            return
        async with watched.turn:
            try:
                items, told = await asyncio.to_thread(self._history, conversation_id, after)
            except StoreUnavailableError:
                # The client comes back by itself.
                logger.warning("no history could be read: the database does not answer")
                await self._server.disconnect(sid)
                return
            if sid not in watched.sockets:
                return
            await self._server.emit("history", {"items": [_shown(item) for item in items]}, to=sid)
            watched.sockets[sid] = told
        # What was committed while the history was read.
        await self.deliver(conversation_id)

    def _history(self, conversation_id: str, after: str | None) -> tuple[list[Item], int]:
        with begin_read(self._engine) as connection:
            items = transcript(connection, conversation_id, after=after)
            told = max((int(i.id[1:]) for i in items if i.id[0] == "o"), default=0)
            if told == 0:
                replies = outbox.items_after(connection, conversation_id, 0)
                told = int(replies[-1].id[1:]) if replies else 0
        return items, told

    async def _disconnect(self, sid: str, *_reason: object) -> None:
        socket = self._sockets.pop(sid, None)
        if socket is None:
            return
        conversation_id = socket.session.conversation_id
        watched = self._watched[conversation_id]
        watched.sockets.pop(sid, None)
        if not watched.sockets:
            del self._watched[conversation_id]

    async def _message(self, sid: str, data: object = None) -> dict[str, Any]:
        given = data if isinstance(data, dict) else {}
        text = given.get("text")
        if not isinstance(text, str) or not text.strip():
            return {"ok": False, "error": "empty"}
        if len(text) > MAX_TEXT:
            return {"ok": False, "error": "too_long"}
        return await self._take(sid, given.get("id"), text=text.strip(), button=None)

    async def _tap(self, sid: str, data: object = None) -> dict[str, Any]:
        given = data if isinstance(data, dict) else {}
        token = given.get("token")
        if not isinstance(token, str) or not token:
            return {"ok": False, "error": "empty"}
        return await self._take(sid, given.get("id"), text=None, button=token[:MAX_MESSAGE_ID])

    async def _take(
        self, sid: str, message_id: object, *, text: str | None, button: str | None
    ) -> dict[str, Any]:
        socket = self._sockets.get(sid)
        if socket is None or socket.session.expires_at <= self._now():
            return {"ok": False, "error": "expired"}
        if not isinstance(message_id, str) or not 0 < len(message_id) <= MAX_MESSAGE_ID:
            return {"ok": False, "error": "empty"}
        conversation_id = socket.session.conversation_id
        message = Incoming(self.name, conversation_id, message_id, text, button, socket.network)
        try:
            if not self._messages.allows(conversation_id):
                # A message that is sent again because its acknowledgement was lost is not one too many.
                known = await asyncio.to_thread(self._accepted, message)
                return {"ok": True, "item": f"i{known}"} if known else {"ok": False, "error": "rate"}
            received = await self._accept(message)
        except StoreUnavailableError:
            return {"ok": False, "error": "unavailable"}
        if received.inbox_id is None:
            return {"ok": False, "error": "expired"}
        if not received.duplicate:
            # The shopper's other tabs show it too; the one it came from knows it by its id.
            said = Item(f"i{received.inbox_id}", "shopper", received.text, self._now(), message_id=message_id)
            await self._to_all(conversation_id, "reply", _shown(said))
            await self._to_all(conversation_id, "typing", {"on": True})
        return {"ok": True, "item": f"i{received.inbox_id}"}

    def _accepted(self, message: Incoming) -> int | None:
        with begin_read(self._engine) as connection:
            return accepted(connection, message.conversation_id, message.message_id)

    async def _mark_seen(self, sid: str, data: object = None) -> None:
        socket = self._sockets.get(sid)
        item = data.get("id") if isinstance(data, dict) else None
        if socket is None or not isinstance(item, str) or item[:1] != "o" or not item[1:].isdecimal():
            return
        conversation_id, outbox_id = socket.session.conversation_id, int(item[1:19])
        if not self._seen:
            self._keep(self._write_seen())
        self._seen[conversation_id] = max(outbox_id, self._seen.get(conversation_id, 0))

    async def _write_seen(self) -> None:
        await asyncio.sleep(SEEN_SECONDS)
        marks, self._seen = self._seen, {}
        # A mark that is lost is made again by the next one.
        with contextlib.suppress(StoreUnavailableError):
            await asyncio.to_thread(outbox.seen, self._marks, marks, self._now())

    # --- replies ----------------------------------------------------------------------------------

    async def deliver(self, conversation_id: str) -> None:
        """Send each open socket of the conversation what it has not been told, in order."""
        watched = self._watched.get(conversation_id)
        if watched is None:
            return
        async with watched.turn:
            since = min((told for told in watched.sockets.values() if told is not None), default=None)
            if since is None:
                return
            try:
                items = await asyncio.to_thread(self._items_after, conversation_id, since)
            except StoreUnavailableError:
                # The front door looks again in a second.
                logger.warning("replies could not be read: the database does not answer")
                return
            for item in items:
                number = int(item.id[1:])
                for sid, told in list(watched.sockets.items()):
                    if told is not None and told < number:
                        watched.sockets[sid] = number
                        await self._server.emit("reply", _shown(item), to=sid)
            if items:
                await self._to_all(conversation_id, "typing", {"on": False})

    def _items_after(self, conversation_id: str, since: int) -> list[Item]:
        with begin_read(self._engine) as connection:
            return outbox.items_after(connection, conversation_id, since)

    async def _to_all(self, conversation_id: str, event: str, body: Mapping[str, Any]) -> None:
        watched = self._watched.get(conversation_id)
        for sid in [sid for sid, told in watched.sockets.items() if told is not None] if watched else ():
            await self._server.emit(event, body, to=sid)

    def _keep(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _told_apart(address: str | None) -> str | None:
    """An address that can be one shopper's; one of a proxy, which all share, must not be throttled."""
    try:
        return address if address and ipaddress.ip_address(address).is_global else None
    except ValueError:
        return None


def _shown(item: Item) -> dict[str, Any]:
    """An item as the widget draws it."""
    return {
        "id": item.id,
        "author": item.author,
        "text": item.text,
        "buttons": [dict(button) for button in item.buttons],
        "card": item.card,
        "at": item.at.isoformat(),
        "client_id": item.message_id,
    }


async def _small_json(request: Request) -> dict[str, Any] | None:
    """The request's JSON object if it is one of at most 16 kB."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_OPENING:
            return None
    try:
        found = msgspec.json.decode(body or b"{}")
    except msgspec.DecodeError:
        return None
    return found if isinstance(found, dict) else None
