"""The receiving half of the channel `whatsapp`: what the Cloud API delivers for a number of the shop's own.

What is delivered is believed because it is signed, and committed before it is acknowledged: a 503 has it
delivered again, for days if need be. A conversation is named by a keyed hash of the platform's own id of the
shopper, so that neither ids nor logs hold a phone number.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timezone

from sqlalchemy.engine import Engine
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.asides import notice
from bot.channels.contract import Accept
from bot.channels.receiving import Receiving, Said, Taken
from bot.channels.whatsapp_api import WhatsAppApi
from bot.channels.whatsapp_wire import Delivered, Message, read
from bot.receivers import read_body
from bot.turn import kind_and_place
from bot.whatsapp_settings import WhatsAppSettings
from tracking import contacts, conversations, receipts
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError, TooLargeError
from tracking.vocabulary import Owner

logger = logging.getLogger(__name__)

PATH = "/channels/whatsapp"
#: The platform's own largest delivery.
MAX_BODY_BYTES = 3 * 1024 * 1024
#: A challenge is a number; what is longer is none.
MAX_CHALLENGE = 128
#: Longest id of a message that is kept as it is.
MAX_MESSAGE_ID = 128
#: Read marks under way; what comes on top goes without.
MAX_MARKS = 32
RETRY_AFTER = {"Retry-After": "5"}


class WhatsApp:
    """Takes WhatsApp's deliveries; in the front door."""

    name = "whatsapp"

    def __init__(
        self,
        engine: Engine,
        accept: Accept,
        settings: WhatsAppSettings,
        *,
        messages_a_minute: int,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._receiving = Receiving(self.name, accept, messages_a_minute=messages_a_minute)
        self._now = clock
        self._api = WhatsAppApi(settings)
        self._marks: set[asyncio.Task[None]] = set()

    def routes(self) -> Sequence[BaseRoute]:
        """One path: GET proves to the platform that it is ours, POST is what it delivers."""
        return [
            Route(PATH, self._verify, methods=["GET"]),
            Route(PATH, self._webhook, methods=["POST"]),
        ]

    async def deliver(self, conversation_id: str) -> None:
        """A reply is there: the sender sends it, which ends the typing dots, too."""

    async def close(self) -> None:
        """Drop the connections to the platform."""
        for mark in self._marks:
            mark.cancel()
        await self._api.close()

    async def _verify(self, request: Request) -> Response:
        given = request.query_params
        token = given.get("hub.verify_token", "").encode()
        challenge = given.get("hub.challenge", "")
        known = hmac.compare_digest(token, self._settings.verify_token.encode())
        if not known or given.get("hub.mode") != "subscribe":
            return PlainTextResponse("forbidden", 403)
        if not (challenge.isascii() and challenge.isalnum() and len(challenge) <= MAX_CHALLENGE):
            return PlainTextResponse("malformed", 400)
        return PlainTextResponse(challenge)

    async def _webhook(self, request: Request) -> Response:
        try:
            body = await read_body(request, MAX_BODY_BYTES)
        except TooLargeError:
            return JSONResponse({"error": "too large"}, 413)
        except ClientDisconnect:
            return JSONResponse({"error": "the request ended early"}, 400)
        if not self._is_signed(request.headers.get("x-hub-signature-256", ""), body):
            logger.warning("whatsapp: a delivery was refused: it is not signed with the app's secret")
            return JSONResponse({"error": "not signed"}, 401)
        delivered = await asyncio.to_thread(read, body, self._settings.phone_id, self._now())
        if delivered.broken:
            # Once more would not help: it is not as the platform documents it.
            logger.error("whatsapp: %d parts of a delivery could not be read", delivered.broken)
        if await self._take_all(delivered):
            return JSONResponse({"received": True})
        return JSONResponse({"error": "unavailable"}, 503, headers=RETRY_AFTER)

    def _is_signed(self, header: str, body: bytes) -> bool:
        secret = self._settings.app_secret.encode()
        if not secret:
            return False
        wanted = "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted.encode(), header.strip().lower().encode())

    async def _take_all(self, delivered: Delivered) -> bool:
        """Commit everything; False if some of it is to be delivered again. Nothing sinks anything else."""
        fine, whose = True, list[tuple[str, Owner]]()
        try:
            if delivered.moves or delivered.receipts:
                await asyncio.to_thread(self._note, delivered)
        except StoreUnavailableError:
            fine = False
        try:
            if delivered.messages:
                whose = await asyncio.to_thread(self._whose, delivered.messages)
        except StoreUnavailableError:
            return False
        taken = await asyncio.gather(
            *(
                self._take(message, conversation_id)
                for message, (conversation_id, _) in zip(delivered.messages, whose, strict=True)
            ),
            return_exceptions=True,
        )
        answered: dict[str, str] = {}
        for message, (conversation_id, owner), outcome in zip(delivered.messages, whose, taken, strict=True):
            if isinstance(outcome, BaseException):
                fine = False
                if not isinstance(outcome, StoreUnavailableError):
                    logger.error("whatsapp: a message could not be taken: %s", kind_and_place(outcome))
            elif outcome in (Taken.ACCEPTED, Taken.LIMITED) and owner is Owner.BOT:
                answered[conversation_id] = message.id
        for message_id in answered.values():
            self._mark(message_id)
        return fine

    def _note(self, delivered: Delivered) -> None:
        """Write what the platform reports of shoppers and of our own messages."""
        for move in delivered.moves:
            known = contacts.moved(self._engine, self.name, move.before, move.after)
            logger.info("whatsapp: a shopper is known by another number now (%s)", known or "no conversation")
        if delivered.receipts:
            receipts.apply(self._engine, self.name, delivered.receipts)

    def _whose(self, messages: Sequence[Message]) -> list[tuple[str, Owner]]:
        """The conversation of each message and who answers it."""
        found = []
        with begin_read(self._engine) as connection:
            for message in messages:
                conversation_id = contacts.conversation_of(connection, self.name, message.contact)
                found.append((conversation_id, conversations.owner(connection, conversation_id)))
        return found

    async def _take(self, message: Message, conversation_id: str) -> Taken:
        said = Said(
            sender=conversation_id.partition(":")[2],
            message_id=_short(message.id),
            kind=message.kind,
            text=message.text,
            button=message.button,
            sequence=int(message.contact.wrote_at.timestamp()),
            contact=message.contact,
        )
        taken = await self._receiving.take(said)
        if taken is Taken.FOREIGN:
            # Such as a button of a conversation that is no longer kept: it says nothing, but not in silence.
            old = replace(said, button=None, text=message.text or "…", payload=notice("channel-old-button"))
            return await self._receiving.take(old)
        return taken

    def _mark(self, message_id: str) -> None:
        """Show that the message was read and is being answered, without waiting for it."""
        if len(self._marks) >= MAX_MARKS:
            return
        mark = asyncio.create_task(self._api.mark_read(message_id, typing=True))
        self._marks.add(mark)
        mark.add_done_callback(self._marks.discard)


def _short(message_id: str) -> str:
    """The platform's id of a message, or its hash if it is longer than we keep; no length is promised."""
    if len(message_id) <= MAX_MESSAGE_ID:
        return message_id
    return f"sha256:{hashlib.sha256(message_id.encode('utf-8', 'surrogatepass')).hexdigest()}"
