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

import socketio as _socketio
from sqlalchemy.engine import Engine
from starlette.routing import BaseRoute, Mount

from bot.channels.contract import MAX_TEXT, Accept
from bot.channels.identity import ShopLogin
from bot.channels.openings import Openings
from bot.channels.sessions import ForbiddenError, Session, SessionExpiredError, Sessions
from bot.limits import RateLimit
from tracking import outbox
from tracking.conversations import Incoming, Item, accepted, transcript
from tracking.db import begin_read, relaxed
from tracking.errors import StoreUnavailableError
from tracking.takeover import Holder, holder

logger = logging.getLogger(__name__)

#: python-socketio carries no types.
socketio: Any = _socketio

#: A client's own message id: a UUID has 36 characters.
MAX_MESSAGE_ID = 64
#: Largest packet that a socket may send, in bytes: 2,000 characters of four bytes, escaped, and some.
MAX_PACKET = 32_768
#: Where front doors tell each other what to send.
REDIS_CHANNEL = "wismo:website"
#: How long a person counts as writing after the last sign of it.
TYPING_SECONDS = 6.0
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
        redis_url: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._engine = engine
        #: A "seen" mark that a power cut undoes is made again.
        self._marks = relaxed(engine)
        self._accept = accept
        self._sessions = sessions
        self._messages = RateLimit(messages_a_minute, 60)
        self._openings = Openings(
            engine, sessions, channel=self.name, allowed_origins=allowed_origins, login=login, clock=clock
        )
        self._now = clock
        self._sockets: dict[str, _Socket] = {}
        self._watched: dict[str, _Watched] = {}
        self._seen: dict[str, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        #: What ends the dots of each conversation in which a person writes.
        self._typing: dict[str, asyncio.TimerHandle] = {}
        self._server = socketio.AsyncServer(
            # With Redis, what is sent to a conversation reaches its tabs on every front door.
            client_manager=socketio.AsyncRedisManager(redis_url, REDIS_CHANNEL) if redis_url else None,
            async_mode="asgi",
            cors_allowed_origins=self._openings.origin_may,
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
            *self._openings.routes(),
            Mount("/chat/socket.io", socketio.ASGIApp(self._server, socketio_path="/chat/socket.io")),
        ]

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
                items, told, person = await asyncio.to_thread(self._history, conversation_id, after)
            except StoreUnavailableError:
                # The client comes back by itself.
                logger.warning("no history could be read: the database does not answer")
                await self._server.disconnect(sid)
                return
            if sid not in watched.sockets:
                return
            await self._server.emit(
                "history", {"items": [_shown(item) for item in items]}, to=sid, ignore_queue=True
            )
            await self._server.emit("owner", _owner(person), to=sid, ignore_queue=True)
            watched.sockets[sid] = told
            await self._server.enter_room(sid, conversation_id)
        # What was committed while the history was read.
        await self.deliver(conversation_id)

    def _history(self, conversation_id: str, after: str | None) -> tuple[list[Item], int, Holder | None]:
        with begin_read(self._engine) as connection:
            person = holder(connection, conversation_id)
            items = transcript(connection, conversation_id, after=after)
            told = max((int(i.id[1:]) for i in items if i.id[0] == "o"), default=0)
            if told == 0:
                replies = outbox.items_after(connection, conversation_id, 0)
                told = int(replies[-1].id[1:]) if replies else 0
        return items, told, person

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
                items, person = await asyncio.to_thread(self._items_after, conversation_id, since)
            except StoreUnavailableError:
                # The front door looks again in a second.
                logger.warning("replies could not be read: the database does not answer")
                return
            for item in items:
                number = int(item.id[1:])
                for sid, told in list(watched.sockets.items()):
                    if told is not None and told < number:
                        watched.sockets[sid] = number
                        await self._server.emit("reply", _shown(item), to=sid, ignore_queue=True)
            if items:
                await self._to_all(conversation_id, "typing", {"on": False})
                # Who takes over or hands back says so in the conversation: there is always an item.
                await self._to_all(conversation_id, "owner", _owner(person))

    async def show_typing(self, conversation_id: str) -> None:
        """A person is writing: the dots of the widget move for a while; telling it again prolongs it."""
        before = self._typing.pop(conversation_id, None)
        if before is not None:
            before.cancel()
        await self._to_all(conversation_id, "typing", {"on": True})

        def over() -> None:
            self._typing.pop(conversation_id, None)
            self._keep(self._to_all(conversation_id, "typing", {"on": False}))

        self._typing[conversation_id] = asyncio.get_running_loop().call_later(TYPING_SECONDS, over)

    def _items_after(self, conversation_id: str, since: int) -> tuple[list[Item], Holder | None]:
        with begin_read(self._engine) as connection:
            items = outbox.items_after(connection, conversation_id, since)
            return items, holder(connection, conversation_id) if items else None

    async def _to_all(self, conversation_id: str, event: str, body: Mapping[str, Any]) -> None:
        await self._server.emit(event, body, room=conversation_id)

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


def _owner(person: Holder | None) -> dict[str, Any]:
    """Who has the conversation, as the widget shows it."""
    return {"person": person is not None, "name": person.agent.name if person else None}


def _shown(item: Item) -> dict[str, Any]:
    """An item as the widget draws it."""
    return {
        "id": item.id,
        "author": item.author,
        "name": item.name,
        "text": item.text,
        "buttons": [dict(button) for button in item.buttons],
        "card": item.card,
        "at": item.at.isoformat(),
        "client_id": item.message_id,
    }
