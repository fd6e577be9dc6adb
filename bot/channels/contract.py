"""What every channel is to the front door and to the sender.

A channel names its conversations "<channel>:<its own id>", commits what comes in to the inbox before it
acknowledges, and hands out what lies in the outbox. There are two kinds. The clients of a *fetching* channel
keep a connection to us (website, REST): the front door wakes it when a reply is there. A *pushing* channel
(Telegram, WhatsApp) calls somebody's API: the worker's sender claims each reply and calls `send` once. It has
two halves of one name: a receiver in the front door, and a sender in the worker.

What all of them hold to, and `tests/bot/test_channel_contract.py` tries: a message is committed before it is
acknowledged, and once, by the platform's own id; a conversation keeps its order; what cannot be read, is too
long or too much gets a helpful line and not silence (`bot.channels.receiving`); a button means what we issued
it for, in the conversation that we issued it to; a text is text, also one that starts with a slash; a reply
fits the platform (`bot.channels.rendering`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from starlette.routing import BaseRoute

from tracking.conversations import Incoming, Received
from tracking.errors import WismoError

#: Longest text that we take from a shopper, in characters; the limit of the chat box.
MAX_TEXT = 2000
#: Messages a minute and conversation that we take.
MESSAGES_A_MINUTE = 20

#: Commits a message to the inbox and wakes a worker; the shopper may be told "received" when it returns.
Accept = Callable[[Incoming], Awaitable[Received]]


class NotSentError(WismoError):
    """The reply surely did not arrive; `retry_after` seconds are to pass before the next try."""

    def __init__(self, text: str, retry_after: float = 1.0) -> None:
        super().__init__(text)
        self.retry_after = retry_after


class RefusedError(WismoError):
    """The platform will never take this reply.

    `reason` says why in a word, for the desk: refused, window_closed (too long after the shopper's last
    message), undeliverable (the shopper cannot be reached), unsupported, account (ours is not in order).
    """

    def __init__(self, text: str, reason: str = "refused") -> None:
        super().__init__(text)
        self.reason = reason


class UnconfirmedError(WismoError):
    """Nobody can know whether the reply arrived, such as after a time-out; it is not sent again."""


@runtime_checkable
class FetchingChannel(Protocol):
    """What the front door needs of a channel: one whose clients are connected to it, or a receiver."""

    name: str

    def routes(self) -> Sequence[BaseRoute]:
        """The public paths of this channel."""

    async def deliver(self, conversation_id: str) -> None:
        """Something new is in the outbox of a conversation of this channel."""


@runtime_checkable
class Closing(Protocol):
    """A half of a channel that holds connections to its platform."""

    async def close(self) -> None:
        """Drop them."""


@runtime_checkable
class PushingChannel(Protocol):
    """The sending half of a channel with somebody else's API."""

    name: str

    async def send(self, conversation_id: str, reply: Mapping[str, Any]) -> str | None:
        """Send one neutral reply {"id", "language", "text", "buttons": [{"title", "token"}], "card"} once.

        `id` is that of its row in the outbox, `language` the conversation's. Gives the platform's own id of
        the message, if the platform will report on it under this id.

        Raises:
            NotSentError, RefusedError, UnconfirmedError: how it failed. Anything else counts as unconfirmed.
        """
