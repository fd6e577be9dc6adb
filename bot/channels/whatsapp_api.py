"""The calls to WhatsApp's Cloud API, and what its refusals mean for a reply that is sent at most once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import httpx

from bot.channels.contract import NotSentError, RefusedError, UnconfirmedError
from bot.channels.whatsapp_wire import PROBLEMS, error_code
from bot.whatsapp_settings import WhatsAppSettings

logger = logging.getLogger(__name__)

#: A send may take so long; the sender of the outbox gives up later.
SEND_SECONDS = 15.0
CONNECT_SECONDS = 5.0
#: A read mark or the typing dots are worth no more.
MARK_SECONDS = 5.0

#: Too much at once; seconds before the next try. 131056: one number may get a message every six seconds.
RATES: Mapping[int, float] = {4: 10.0, 80007: 10.0, 130429: 2.0, 131048: 60.0, 131056: 6.0, 133016: 60.0}
#: The platform says itself that it is busy or under maintenance and took nothing.
BUSY: Mapping[int, float] = {2: 5.0, 131016: 5.0, 131057: 60.0, 133004: 5.0}
#: Our token does not open it (any more): the shop can mend that, and nothing was sent.
ACCESS = frozenset({3, 10, 190, 131005, *range(200, 300)})
ACCESS_SECONDS = 30.0
WINDOW_CLOSED = 131047


class WindowClosedError(RefusedError):
    """More than 24 hours have passed since the shopper wrote."""

    def __init__(self) -> None:
        super().__init__("more than 24 hours after the shopper's last message", "window_closed")


class WhatsAppApi:
    """One number's API. Used on one event loop."""

    def __init__(self, settings: WhatsAppSettings) -> None:
        self._settings = settings
        self._made: httpx.AsyncClient | None = None

    def _client(self) -> httpx.AsyncClient:
        if self._made is None:
            self._made = httpx.AsyncClient(
                headers={"Authorization": f"Bearer {self._settings.token}"},
                timeout=httpx.Timeout(SEND_SECONDS, connect=CONNECT_SECONDS),
            )
        return self._made

    async def close(self) -> None:
        """Drop the connections."""
        made, self._made = self._made, None
        if made is not None:
            await made.aclose()

    async def send(self, message: Mapping[str, Any]) -> str:
        """Send one message; gives the platform's id of it.

        Raises:
            NotSentError, RefusedError, UnconfirmedError: see `bot.channels.contract`.
        """
        try:
            answer = await self._client().post(
                self._messages, json={"messaging_product": "whatsapp", **message}
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NotSentError(f"the API is out of reach ({type(error).__name__})", 2.0) from error
        except httpx.HTTPError as error:
            raise UnconfirmedError(f"no answer from the API ({type(error).__name__})") from error
        try:
            body = answer.json()
        except ValueError:
            body = None
        if answer.is_success:
            return _message_id(body)
        raise _refusal(answer, error_code(body), body is not None)

    async def mark_read(self, message_id: str, *, typing: bool) -> None:
        """Show the shopper that their message was read, and, with `typing`, that an answer is being written.

        A mark that fails is let go: nothing depends on it.
        """
        mark: dict[str, Any] = {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
        }
        if typing:
            mark["typing_indicator"] = {"type": "text"}
        try:
            answer = await self._client().post(self._messages, json=mark, timeout=MARK_SECONDS)
        except httpx.HTTPError as error:
            logger.info("a message was not marked as read (%s)", type(error).__name__)
            return
        if not answer.is_success:
            logger.info("a message was not marked as read (%d)", answer.status_code)

    @property
    def _messages(self) -> str:
        return f"{self._settings.api}/{self._settings.phone_id}/messages"


def _message_id(body: Any) -> str:
    try:
        found = body["messages"][0]["id"]
    except (KeyError, IndexError, TypeError) as error:
        raise UnconfirmedError("the API's answer names no message") from error
    if not isinstance(found, str) or not 0 < len(found) <= 160:
        raise UnconfirmedError("the API's answer names no message")
    return found


def _refusal(answer: httpx.Response, code: int, said_why: bool) -> Exception:
    """What an error answer means. Its words may quote the shopper's number: only codes are repeated."""
    status = answer.status_code
    words = f"error {code} (HTTP {status})"
    later = answer.headers.get("retry-after", "")
    if code == WINDOW_CLOSED:
        return WindowClosedError()
    if code in PROBLEMS:
        return RefusedError(words, PROBLEMS[code])
    if code in RATES or status == 429:
        seconds = RATES.get(code, 5.0)
        return NotSentError(words, float(later) if later.isdigit() else seconds)
    if code in BUSY and said_why:
        return NotSentError(words, BUSY[code])
    if status >= 500:
        # It may have gone out before something broke.
        return UnconfirmedError(words)
    if said_why and (status in (401, 403) or code in ACCESS):
        logger.error("WhatsApp refuses our token: %s; see `wismo whatsapp check`", words)
        return NotSentError(words, ACCESS_SECONDS)
    return RefusedError(words)
