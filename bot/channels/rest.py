"""The demo profile's REST channel, in the shape of Rasa's own, for callers on this machine only.

It goes through inbox, worker and outbox like any other channel and waits for the replies.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import select
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.contract import MAX_TEXT, Accept
from bot.signals import POLL_SECONDS
from tracking import outbox
from tracking.conversations import Incoming, Item
from tracking.db import begin_read, relaxed
from tracking.errors import StoreUnavailableError
from tracking.model import inbox

PREFIX = "rest:"
MAX_SENDER = 100
MAX_BODY = 32_768
#: A caller waits at most so long; the message is answered anyway, and the answer is in the transcript.
ANSWER_SECONDS = 40.0
#: A proxy adds these: then the peer is the proxy, not the caller.
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class _Message(msgspec.Struct):
    sender: str
    message: str


class Rest:
    """The fetching channel `rest`."""

    name = "rest"

    def __init__(self, engine: Engine, accept: Accept) -> None:
        self._engine = engine
        self._marks = relaxed(engine)
        self._accept = accept
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def routes(self) -> Sequence[BaseRoute]:
        """One path, that of Rasa's REST channel."""
        return [Route("/webhooks/rest/webhook", self._webhook, methods=["POST"])]

    async def _webhook(self, request: Request) -> Response:
        if not is_local(request):
            return JSONResponse({"error": "only for callers on this machine"}, 403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY:
                return JSONResponse({"error": "too long"}, 413)
        try:
            given = msgspec.json.decode(body, type=_Message)
        except msgspec.DecodeError as error:
            return JSONResponse({"error": f"expected sender and message: {error}"}, 422)
        text = given.message.strip()
        if not text or not 0 < len(given.sender) <= MAX_SENDER or len(text) > MAX_TEXT:
            return JSONResponse({"error": f"1 to {MAX_TEXT} characters, from a sender"}, 422)
        message = Incoming(self.name, PREFIX + given.sender, uuid.uuid4().hex, text, button=text)
        try:
            received = await self._accept(message)
            items, understood = await self._answer(message.conversation_id, received.inbox_id or 0)
        except StoreUnavailableError:
            return JSONResponse({"error": "unavailable"}, 503, headers={"Retry-After": "5"})
        if items is None:
            return JSONResponse({"error": "no answer yet; it is being worked on"}, 504)
        if request.query_params.get("debug") == "1" or request.headers.get("debug") == "1":
            replies = [{"text": i.text, "buttons": list(i.buttons), "card": i.card} for i in items]
            return JSONResponse({"replies": replies, "understood": understood})
        return JSONResponse([_rasa_shaped(item, given.sender) for item in items])

    async def _answer(
        self, conversation_id: str, inbox_id: int
    ) -> tuple[list[Item] | None, dict[str, Any] | None]:
        """Wait until the message is done; None for no answer in time."""
        new = asyncio.Event()
        self._waiting[conversation_id].add(new)
        deadline = asyncio.get_running_loop().time() + ANSWER_SECONDS
        try:
            while asyncio.get_running_loop().time() < deadline:
                with contextlib.suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(new.wait(), POLL_SECONDS)
                new.clear()
                done, understood, items = await asyncio.to_thread(self._look, inbox_id)
                # A notice that it takes longer is an answer, too: the caller cannot be called back.
                if done or items:
                    if items:
                        up_to = {conversation_id: int(items[-1].id[1:])}
                        await asyncio.to_thread(outbox.seen, self._marks, up_to, items[-1].at)
                    return items, understood
        finally:
            self._waiting[conversation_id].discard(new)
            if not self._waiting[conversation_id]:
                del self._waiting[conversation_id]
        return None, None

    def _look(self, inbox_id: int) -> tuple[bool, dict[str, Any] | None, list[Item]]:
        with begin_read(self._engine) as connection:
            row = connection.execute(
                select(inbox.c.state, inbox.c.understood).where(inbox.c.id == inbox_id)
            ).one()
            return row.state == "done", row.understood, outbox.replies_to(connection, inbox_id)

    async def deliver(self, conversation_id: str) -> None:
        """Wake whoever waits for this conversation."""
        for waiting in self._waiting.get(conversation_id, ()):
            waiting.set()


#: What a caller on this machine calls it.
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


def is_local(request: Request) -> bool:
    """Whether the caller itself, not a proxy in front of it, is on this machine."""
    if any(name in request.headers for name in FORWARDED) or request.client is None:
        return False
    try:
        # A page elsewhere can reach our port, but only under a name of its own.
        named = urlsplit(f"//{request.headers.get('host', '')}").hostname
        return named in LOCAL_NAMES and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _rasa_shaped(item: Item, sender: str) -> dict[str, Any]:
    shaped: dict[str, Any] = {"recipient_id": sender, "text": item.text}
    if item.buttons:
        shaped["buttons"] = [{"title": b["title"], "payload": b["token"]} for b in item.buttons]
    return shaped
