"""The worker's side of the relay: one HTTP call a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec

from tracking.errors import WismoError
from tracking.outbox import Button, Reply
from tracking.turns import Turn

#: Rasa is on this machine: it takes a connection at once or it is not there.
CONNECT_SECONDS = 2.0
#: Longest turn; a little more than the relay gives one action.
TURN_SECONDS = 20.0
#: An idle connection is dropped before Rasa drops it (30 s), so that no turn is sent into a closed one.
KEPT_SECONDS = 15.0


class RelayError(WismoError):
    """A turn brought no answer."""


class RasaAwayError(RelayError):
    """Nobody listens, or the connection broke: wait until Rasa is back."""


class UnavailableError(RelayError):
    """Rasa is there but something behind it does not answer: try this turn again."""


class TurnFailedError(RelayError):
    """The turn crashed or took too long."""


@dataclass(frozen=True)
class Answer:
    """What Rasa said to one message."""

    replies: tuple[Reply, ...]
    language: str | None
    understood: Mapping[str, Any]


class _Button(msgspec.Struct):
    title: str
    payload: str


class _Reply(msgspec.Struct):
    text: str
    buttons: list[_Button] = []
    card: dict[str, Any] | None = None


class _Answer(msgspec.Struct):
    replies: list[_Reply]
    language: str | None = None
    understood: dict[str, Any] = {}


class RelayClient:
    """Calls the relay at `url` with the shared secret. Made and used on one event loop.

    aiohttp rather than httpx: a call costs 0.5 ms of this process instead of 3.
    """

    def __init__(
        self, url: str, secret: str, *, connections: int, turn_seconds: float = TURN_SECONDS
    ) -> None:
        self._url = url
        self._turn_seconds = turn_seconds
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {secret}"},
            connector=aiohttp.TCPConnector(limit=connections + 1, keepalive_timeout=KEPT_SECONDS),
            timeout=aiohttp.ClientTimeout(total=turn_seconds, connect=CONNECT_SECONDS),
        )

    async def run(self, turn: Turn) -> Answer:
        """Run one turn.

        Raises:
            RasaAwayError, UnavailableError, TurnFailedError: there is no answer, and why.
        """
        body = {
            "conversation": turn.conversation_id,
            "channel": turn.channel,
            "message_id": turn.message_id,
            "text": turn.text,
            "payload": turn.payload,
            "language": turn.language,
            "network": turn.network,
            "resumed": turn.handed_back_at is not None,
        }
        try:
            async with self._session.post(f"{self._url}/turn", data=msgspec.json.encode(body)) as response:
                status, content = response.status, await response.read()
        except aiohttp.ServerTimeoutError as error:
            raise RasaAwayError("rasa takes no connection") from error
        except asyncio.TimeoutError as error:
            raise TurnFailedError(f"no answer within {self._turn_seconds:.0f} s") from error
        except aiohttp.ClientError as error:
            raise RasaAwayError(f"rasa does not answer: {type(error).__name__}") from error
        if status == 503:
            raise UnavailableError("something behind rasa does not answer")
        if status != 200:
            raise TurnFailedError(f"rasa answered {status}")
        try:
            answer = msgspec.json.decode(content, type=_Answer)
        except msgspec.DecodeError as error:
            raise TurnFailedError(f"rasa's answer is not one: {error}") from error
        return Answer(
            tuple(
                Reply(r.text, tuple(Button(b.title, b.payload) for b in r.buttons), r.card)
                for r in answer.replies
            ),
            answer.language,
            answer.understood,
        )

    async def ready(self) -> bool:
        """Whether Rasa listens and has its model."""
        try:
            limit = aiohttp.ClientTimeout(total=CONNECT_SECONDS)
            async with self._session.get(f"{self._url}/", timeout=limit) as response:
                return response.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError):
            return False

    async def close(self) -> None:
        """Drop the connections."""
        await self._session.close()
