"""Accepting messages: committed in groups, so that a burst of shoppers waits for the disk once.

While one group is being committed the next one gathers; under load each commit carries many messages, and
alone a message is committed at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from bot import metrics
from bot.signals import INBOX, Signals
from tracking.conversations import Incoming, Received, receive_all
from tracking.errors import StoreUnavailableError

logger = logging.getLogger(__name__)

#: Messages in one commit.
MAX_GROUP = 64
#: A shopper is not left waiting longer than this for "received".
ACCEPT_SECONDS = 8.0


class Intake:
    """Commits incoming messages and wakes the workers. Lives on one event loop."""

    def __init__(self, engine: Engine, signals: Signals) -> None:
        self._engine = engine
        self._signals = signals
        # A thread of its own: an acknowledgement never stands in line behind pages that are being greeted.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="intake")
        self._gathered: list[tuple[Incoming, asyncio.Future[Received]]] = []
        self._committing: asyncio.Task[None] | None = None

    async def accept(self, message: Incoming) -> Received:
        """Commit `message`; it will be answered, whatever happens after this returns.

        Raises:
            StoreUnavailableError: the database does not answer; the message may be sent again under its id.
        """
        future: asyncio.Future[Received] = asyncio.get_running_loop().create_future()
        self._gathered.append((message, future))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit())
        try:
            with metrics.accept_seconds.time():
                received = await asyncio.wait_for(future, ACCEPT_SECONDS)
        except (asyncio.TimeoutError, StoreUnavailableError) as error:
            metrics.messages.labels(message.channel, "unavailable").inc()
            raise StoreUnavailableError("the database does not answer") from error
        metrics.messages.labels(message.channel, "duplicate" if received.duplicate else "accepted").inc()
        return received

    async def _commit(self) -> None:
        try:
            while self._gathered:
                group, self._gathered = self._gathered[:MAX_GROUP], self._gathered[MAX_GROUP:]
                # A platform may deliver over several connections at once, the later message first.
                group.sort(key=lambda gathered: gathered[0].sequence)
                messages = [message for message, _ in group]
                outcomes = await asyncio.get_running_loop().run_in_executor(
                    self._writer, self._store, messages
                )
                for (_, future), outcome in zip(group, outcomes, strict=True):
                    if future.done():
                        continue  # whoever sent it has given up waiting
                    if isinstance(outcome, Received):
                        future.set_result(outcome)
                    else:
                        future.set_exception(outcome)
                self._signals.send(INBOX)
        finally:
            self._committing = None

    def _store(self, messages: Sequence[Incoming]) -> Sequence[Received | StoreUnavailableError]:
        """Commit a group, in a thread; if one is refused, each alone, so that it cannot sink the others."""
        try:
            return receive_all(self._engine, messages, datetime.now(timezone.utc))
        except StoreUnavailableError as error:
            logger.warning("%d messages could not be committed: %s", len(messages), error)
            return [error for _ in messages]
        except DBAPIError as error:
            if len(messages) == 1:
                logger.error("a message was refused by the database (%s)", type(error).__name__)
                return [StoreUnavailableError("the database refused the message")]
        return [outcome for message in messages for outcome in self._store([message])]
