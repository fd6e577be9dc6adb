"""The worker: takes turns from the inbox to Rasa, and puts the replies into the outbox.

Nothing here is lost by killing it: a message stays waiting until its replies are committed, and what a dead
worker had claimed is free again, at once on the same machine, after `LEASE_SECONDS` elsewhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Protocol, TypeVar

from sqlalchemy.engine import Engine

from bot import asides, metrics, notices
from bot.relay_client import Answer, RasaAwayError, RelayClient, TurnFailedError, UnavailableError
from bot.replies import one
from bot.signals import INBOX, OUTBOX, POLL_SECONDS, Signals
from bot.turn import kind_and_place
from bot.worker_identity import Identity
from tracking import turns
from tracking.cases import open_for_failure
from tracking.db import relaxed
from tracking.errors import StoreUnavailableError
from tracking.outbox import Reply
from tracking.turns import LEASE_SECONDS, LeaseLostError, Turn
from tracking.vocabulary import Owner
from tracking.words.handover import language_or_default

logger = logging.getLogger(__name__)

T = TypeVar("T")

#: A turn that crashes so often is given up, with an honest sentence.
MAX_ATTEMPTS = 3
#: Seconds before the next attempt; doubled each time up to the second figure.
BACKOFF_SECONDS = (0.5, 8.0)
#: A shopper who has waited so long without an answer is told so, once.
PATIENCE_SECONDS = 20.0
#: How often Rasa is asked whether it is back.
PROBE_SECONDS = 0.25
#: How often leases of workers that died on this machine are looked for.
RECOVER_SECONDS = 2.0

#: How long turns under way may take to end when the worker is asked to stop.
GRACE_SECONDS = 5.0


class Say(Protocol):
    """A named sentence in a language; None: the shop's own."""

    def __call__(self, language: str | None, message: str, **values: str) -> str:
        """The text, with its values filled in."""


def utc_now() -> datetime:
    """The time that rows are stamped with."""
    return datetime.now(timezone.utc)


class Worker:
    """Runs turns on one event loop, up to `concurrency` at a time; `held` names the fetching channels."""

    def __init__(
        self,
        engine: Engine,
        relay: RelayClient,
        signals: Signals,
        identity: Identity,
        say: Say,
        *,
        held: Collection[str],
        one_message: Collection[str] = (),
        concurrency: int,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._engine = engine
        #: For what a power cut may undo without harm.
        self._leases = relaxed(engine)
        self._relay = relay
        self._signals = signals
        self._identity = identity
        self._conversations: dict[int, str] = {}
        self._say = say
        self._held = frozenset(held)
        #: Channels on which all replies to a turn are one message.
        self._one_message = frozenset(one_message)
        self._concurrency = concurrency
        self._patience = timedelta(seconds=patience)
        # SQLite takes one writer at a time: our own writers had better queue here than wait for each other.
        writers = 1 if engine.dialect.name == "sqlite" else concurrency
        self._threads = ThreadPoolExecutor(writers, thread_name_prefix="worker-db")
        self._wake = asyncio.Event()
        self._rasa_is_there = asyncio.Event()
        self._rasa_is_there.set()
        self._away_since: float | None = None
        self._running: dict[int, asyncio.Task[None]] = {}
        self._started: dict[int, float] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`; turns under way may end then, what is cut off is run by the next worker."""
        await self._signals.listen(INBOX, lambda _body: self._wake.set())
        loops = [self._take, self._renew, self._recover, self._watch_rasa, self._tell]
        tasks = [asyncio.create_task(self._forever(loop)) for loop in loops]
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
        ended = [task for task in tasks if task.done()]
        for task in tasks:
            task.cancel()
        if self._running:
            await asyncio.wait(self._running.values(), timeout=GRACE_SECONDS)
        self._threads.shutdown(wait=False)
        for task in ended:
            task.result()  # raises: a loop never ends by itself

    async def _forever(self, loop: Callable[[], Awaitable[None]]) -> None:
        """Repeat `loop`; a database that does not answer is waited for."""
        while True:
            try:
                await loop()
            except StoreUnavailableError:
                logger.warning("the database does not answer")
                await asyncio.sleep(POLL_SECONDS)

    async def _take(self) -> None:
        """Claim what waits, then sleep until a signal, a finished turn or the next poll."""
        await self._rasa_is_there.wait()
        self._wake.clear()
        free = self._concurrency - len(self._running)
        if free:
            claimed = await self._db(turns.claim, self._leases, self._identity.name, free, utc_now())
            for turn in claimed:
                if turn.inbox_id in self._running:
                    continue  # our own lease ran out while its turn goes on; that one finishes it
                task = asyncio.create_task(self._guarded(turn))
                self._running[turn.inbox_id] = task
                self._conversations[turn.inbox_id] = turn.conversation_id
                self._started[turn.inbox_id] = time.monotonic()
                task.add_done_callback(partial(self._done, turn.inbox_id))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._wake.wait(), POLL_SECONDS)

    def _done(self, inbox_id: int, _task: asyncio.Task[None]) -> None:
        del self._running[inbox_id], self._started[inbox_id], self._conversations[inbox_id]
        self._wake.set()

    async def _guarded(self, turn: Turn) -> None:
        """Run a turn to its end, whatever goes wrong; what could not be written is run again later."""
        try:
            await self._turn(turn)
        except LeaseLostError:
            metrics.turns.labels("lease_lost").inc()
            logger.warning("another worker took a turn over (inbox id %d)", turn.inbox_id)
        except StoreUnavailableError:
            # Nobody renews the lease of a turn that has ended: it runs out, the turn is run again, and Rasa
            # gives the same replies.
            logger.warning("a turn could not be committed: the database does not answer")
        except Exception as error:  # noqa: BLE001 - one message must never stop its conversation
            # The words of an unexpected error may quote the shopper: only its kind and place are logged.
            logger.error("a turn broke (inbox id %d): %s", turn.inbox_id, kind_and_place(error))
            await self._broken(turn)

    async def _broken(self, turn: Turn) -> None:
        """Try again a few times, then say so."""
        with contextlib.suppress(LeaseLostError, StoreUnavailableError):
            if turn.attempts + 1 < MAX_ATTEMPTS:
                metrics.turns.labels("failed").inc()
                await self._again(turn, BACKOFF_SECONDS[0] * 2**turn.attempts, count=True)
            else:
                await self._finish(turn, "given_up", [await self._sorry(turn)])

    async def _turn(self, turn: Turn) -> None:
        # The bot is silent while a person has the conversation: then it is no word of the bot's.
        author = "system" if turn.owner is Owner.PERSON else "bot"
        try:
            if notices.may_end_them(turn):
                ended = await self._db(notices.end_them, self._engine, turn)
                if ended is not None:
                    await self._finish(turn, "stopped", ended.replies, ended, author=author)
                    return
            if asides.is_aside(turn.payload):
                # A person on the team cannot see a picture here either.
                said = await self._db(asides.answer, self._engine, turn)
                await self._finish(turn, "aside", said, author=author)
                return
            if turn.owner is Owner.PERSON:
                await self._finish(turn, "person", ())
                return
            with metrics.relay_seconds.time():
                answer = await self._relay.run(turn)
            if answer.replies:
                await self._finish(turn, "answered", answer.replies, answer)
            else:
                logger.error("a turn had nothing to say (inbox id %d)", turn.inbox_id)
                await self._finish(turn, "empty", [await self._sorry(turn)], answer)
        except RasaAwayError:
            self._rasa_went_away()
            await self._again(turn, 0.0, count=False)
        except UnavailableError:
            metrics.turns.labels("unavailable").inc()
            waited = (utc_now() - turn.received_at).total_seconds()
            await self._again(turn, min(max(waited, BACKOFF_SECONDS[0]), BACKOFF_SECONDS[1]), count=False)
        except TurnFailedError as error:
            logger.error("a turn failed (inbox id %d): %s", turn.inbox_id, error)
            await self._broken(turn)

    async def _finish(
        self,
        turn: Turn,
        result: str,
        replies: Sequence[Reply],
        answer: Answer | None = None,
        *,
        author: str = "bot",
    ) -> None:
        now = utc_now()
        if turn.channel not in self._held:
            # A channel that is pushed to shows no more than the newest events of a parcel.
            replies = asides.unfolding(replies, turn, answer.language if answer else None)
        if turn.channel in self._one_message:
            replies = one(replies)
        await self._db(
            turns.finish,
            self._engine,
            turn,
            replies=replies,
            hold=turn.channel in self._held,
            now=now,
            author=author,
            language=answer.language if answer else None,
            understood=answer.understood if answer else None,
        )
        self._signals.send(OUTBOX, turn.conversation_id)
        metrics.turns.labels(result).inc()
        metrics.turn_seconds.observe((now - turn.received_at).total_seconds())

    async def _sorry(self, turn: Turn) -> Reply:
        """The honest sentence, with a person behind it; once a message, however often it is given up."""
        try:
            case = await self._db(
                open_for_failure,
                self._engine,
                conversation_id=turn.conversation_id,
                message_id=turn.message_id,
                channel=turn.channel,
                language=language_or_default(turn.language),
                now=utc_now(),
            )
        except StoreUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - the shopper is told in any case
            logger.error("no case could be opened (inbox id %d): %s", turn.inbox_id, kind_and_place(error))
            return Reply(self._say(turn.language, "turn-given-up"))
        return Reply(self._say(turn.language, "handover-gave-up", reference=case.reference))

    async def _again(self, turn: Turn, seconds: float, *, count: bool) -> None:
        now = utc_now()
        retry_at = now + timedelta(seconds=seconds)
        await self._db(turns.retry_later, self._leases, turn, retry_at, count=count, now=now)
        asyncio.get_running_loop().call_later(seconds, self._wake.set)

    def _rasa_went_away(self) -> None:
        if self._rasa_is_there.is_set():
            logger.warning("rasa does not answer: messages wait")
            self._rasa_is_there.clear()
            self._away_since = time.monotonic()

    async def _watch_rasa(self) -> None:
        """While Rasa is away, ask until it is back; turns start again then."""
        if self._rasa_is_there.is_set():
            await asyncio.sleep(PROBE_SECONDS)
            return
        if await self._relay.ready():
            logger.info("rasa is back")
            self._away_since = None
            self._rasa_is_there.set()
            self._wake.set()
        else:
            await asyncio.sleep(PROBE_SECONDS)

    async def _renew(self) -> None:
        await asyncio.sleep(LEASE_SECONDS / 3)
        if self._running:
            await self._db(
                turns.renew, self._leases, self._identity.name, [*self._conversations.values()], utc_now()
            )

    async def _recover(self) -> None:
        """Free what workers that died on this machine had claimed."""
        holders = await self._db(turns.lease_holders, self._leases)
        dead = [name for name in holders if self._identity.is_dead(name)]
        if dead:
            freed = await self._db(turns.release_all, self._leases, dead)
            logger.info("took over %d conversations of a worker that has died", freed)
            self._identity.forget(dead)
            self._wake.set()
        await asyncio.sleep(RECOVER_SECONDS)

    async def _tell(self) -> None:
        """Tell shoppers who have waited long, because something is down, that their message is kept."""
        await asyncio.sleep(POLL_SECONDS)
        long_ago = time.monotonic() - self._patience.total_seconds()
        all_of_them = self._away_since is not None and self._away_since <= long_ago
        slow = {inbox_id for inbox_id, started in self._started.items() if started <= long_ago}
        for kept in await self._db(turns.kept_waiting, self._engine, utc_now() - self._patience):
            # A message that merely stands in line, or has just been found after a restart, is answered soon.
            if not (all_of_them or kept.was_tried or kept.inbox_id in slow):
                continue
            text = self._say(kept.language, "turn-failed")
            hold = kept.channel in self._held
            if await self._db(turns.tell, self._engine, kept, text, hold=hold, now=utc_now()):
                self._signals.send(OUTBOX, kept.conversation_id)
                metrics.turns.labels("kept_waiting").inc()

    async def _db(self, function: Callable[..., T], *args: object, **kwargs: object) -> T:
        call = partial(function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)
