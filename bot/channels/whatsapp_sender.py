"""The sending half of the channel `whatsapp`: each reply as one message, after 24 hours as a template."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

from sqlalchemy.engine import Engine

from bot.channels.contract import NotSentError, RefusedError
from bot.channels.whatsapp_api import WhatsAppApi, WindowClosedError
from bot.channels.whatsapp_message import free, template
from bot.whatsapp_settings import WhatsAppSettings
from bot.words import words_for
from tracking import contacts
from tracking.contacts import Address
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError


class WhatsAppSender:
    """Sends through the Cloud API; in the worker."""

    name = "whatsapp"

    def __init__(
        self,
        engine: Engine,
        settings: WhatsAppSettings,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._now = clock
        self._api = WhatsAppApi(settings)

    async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> str | None:
        """Send one reply; gives the platform's id of it.

        Raises:
            NotSentError, RefusedError, UnconfirmedError: see `bot.channels.contract`.
        """
        try:
            address = await asyncio.to_thread(self._address, conversation_id)
        except StoreUnavailableError as error:
            raise NotSentError("the database does not answer") from error
        if address is None or not (address.phone or address.user_id):
            raise RefusedError("the shopper is no longer known by this conversation", "undeliverable")
        # The row's own id comes back with each report: so even a send that timed out is found again.
        envelope = {**_recipient(address), "biz_opaque_callback_data": str(reply["id"])}
        words = words_for(reply.get("language"))
        if address.window_open(self._now()):
            try:
                return await self._api.send(envelope | free(reply, words))
            except WindowClosedError:
                # By the platform's clock it has just closed.
                if not self._settings.template:
                    raise
        if not self._settings.template:
            raise WindowClosedError
        language = self._settings.template_language(reply.get("language"))
        return await self._api.send(envelope | template(reply, self._settings.template, language, words))

    async def close(self) -> None:
        """Drop the connections to the platform."""
        await self._api.close()

    def _address(self, conversation_id: str) -> Address | None:
        with begin_read(self._engine) as connection:
            return contacts.address_of(connection, conversation_id)


def _recipient(address: Address) -> dict[str, str]:
    """By number where it is known; a shopper who hides it is reached by the platform's id of them."""
    if address.phone:
        return {"recipient_type": "individual", "to": address.phone.lstrip("+")}
    return {"recipient_type": "individual", "recipient": address.user_id or ""}
