"""The sender: hands the outbox of pushing channels to their platforms, each reply at most once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy.engine import Engine

from bot import metrics
from bot.channels.contract import NotSentError, PushingChannel, RefusedError
from bot.signals import OUTBOX, POLL_SECONDS, Signals
from tracking import outbox
from tracking.errors import StoreUnavailableError
from tracking.outbox import Outgoing

logger = logging.getLogger(__name__)

#: Replies sent side by side.
MAX_SENDS = 8
#: A reply that surely did not arrive so often is given up.
MAX_ATTEMPTS = 8
MAX_BACKOFF_SECONDS = 300.0
#: A platform that has not answered by then leaves the outcome open.
SEND_SECONDS = 30.0


@dataclass(frozen=True)
class _Ended:
    """How a send ended, as `outbox.settle` takes it."""

    state: str
    retry_at: datetime | None = None
    platform_id: str | None = None
    problem: str | None = None


class Sender:
    """Sends on one event loop for the given channels."""

    def __init__(self, engine: Engine, signals: Signals, channels: Iterable[PushingChannel]) -> None:
        self._engine = engine
        self._signals = signals
        self._channels = {channel.name: channel for channel in channels}
        self._wake = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop`, then let sends under way end: whether they arrived should be known."""
        if not self._channels:
            return
        await self._signals.listen(OUTBOX, lambda _body: self._wake.set())
        while not stop.is_set():
            self._wake.clear()
            try:
                await self._claim()
            except StoreUnavailableError:
                logger.warning("the database does not answer")
            woken = [asyncio.create_task(self._wake.wait()), asyncio.create_task(stop.wait())]
            await asyncio.wait(woken, timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in woken:
                task.cancel()
        if self._sending:
            await asyncio.wait(self._sending, timeout=SEND_SECONDS)

    async def _claim(self) -> None:
        free = MAX_SENDS - len(self._sending)
        if free <= 0:
            return
        now = datetime.now(timezone.utc)
        claimed = await asyncio.to_thread(outbox.claim_sends, self._engine, tuple(self._channels), free, now)
        for outgoing in claimed:
            task = asyncio.create_task(self._send(outgoing))
            self._sending.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._wake.set()

    async def _send(self, outgoing: Outgoing) -> None:
        ended = await self._attempt(outgoing)
        metrics.sends.labels(outgoing.channel, ended.state).inc()
        now = datetime.now(timezone.utc)
        try:
            await asyncio.to_thread(
                outbox.settle,
                self._engine,
                outgoing.id,
                ended.state,
                now,
                ended.retry_at,
                platform_id=ended.platform_id,
                problem=ended.problem,
            )
        except StoreUnavailableError:
            # It stays `sending` and becomes unconfirmed: it may have arrived.
            logger.warning("a send could not be noted: the database does not answer")

    async def _attempt(self, outgoing: Outgoing) -> _Ended:
        channel = self._channels[outgoing.channel]
        try:
            reply = {**outgoing.reply, "id": outgoing.id, "language": outgoing.language}
            platform_id = await asyncio.wait_for(channel.send(outgoing.conversation_id, reply), SEND_SECONDS)
        except NotSentError as error:
            if outgoing.attempts >= MAX_ATTEMPTS:
                logger.error("outbox id %d given up after %d attempts", outgoing.id, outgoing.attempts)
                return _Ended("failed", problem="gave_up")
            seconds = min(error.retry_after * 2 ** (outgoing.attempts - 1), MAX_BACKOFF_SECONDS)
            asyncio.get_running_loop().call_later(seconds, self._wake.set)
            return _Ended("waiting", datetime.now(timezone.utc) + timedelta(seconds=seconds))
        except RefusedError as error:
            logger.error("outbox id %d refused by %s: %s", outgoing.id, outgoing.channel, error)
            return _Ended("failed", problem=error.reason)
        except Exception as error:  # noqa: BLE001 - whatever it was, it may have arrived: never send twice
            logger.warning("outbox id %d unconfirmed (%s)", outgoing.id, type(error).__name__)
            return _Ended("unconfirmed")
        return _Ended("sent", platform_id=platform_id)
