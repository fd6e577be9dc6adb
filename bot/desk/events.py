"""What open desks are told at once, over server-sent events.

One look at the store a second for the whole process, however many desks are open, and none while none is;
signals make it sooner. Events name what changed and carry no content: the page then asks for what it shows,
with its own session. They may come twice, and after a reconnect everything is to be asked for anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Column, Table, func, select
from sqlalchemy.engine import Connection, Engine

from bot.signals import INBOX, OUTBOX, Signals
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError
from tracking.model import case_events, case_messages, inbox, outbox

logger = logging.getLogger(__name__)

#: Some case changed: the queue is to be asked for anew.
QUEUE = "queue"
POLL_SECONDS = 1.0
#: Bursts are told together: two looks are at least so far apart.
APART_SECONDS = 0.1
#: Rows are looked for again for so long: transactions may commit in another order than ids.
OVERLAP_SECONDS = 5.0
#: A comment that keeps proxies from closing a quiet stream.
HEARTBEAT_SECONDS = 20.0
#: A desk that does not read loses events, and is told to ask for everything.
MAX_WAITING = 100

Event = tuple[str, Mapping[str, str | int]]


def conversation_event(conversation_id: str) -> str:
    """The name of the event that tells of a conversation: a message, a reply, a change of its case."""
    return f"conversation:{conversation_id}"


@dataclass(eq=False)
class Subscription:
    """One open page and what it wants to hear of."""

    names: frozenset[str]
    waiting: asyncio.Queue[Event] = field(default_factory=lambda: asyncio.Queue(MAX_WAITING))

    async def stream(self, seconds: float) -> AsyncIterator[str]:
        """The text of the stream, until the page goes away or `seconds` have passed."""
        until = time.monotonic() + seconds
        # Tell the browser how soon to come back, and the page that it is heard.
        yield "retry: 2000\nevent: hello\ndata: {}\n\n"
        while time.monotonic() < until:
            try:
                name, data = await asyncio.wait_for(self.waiting.get(), HEARTBEAT_SECONDS)
            except asyncio.TimeoutError:
                yield ": still here\n\n"
            else:
                yield f"event: {_one_line(name)}\ndata: {json.dumps(data)}\n\n"


class Broadcaster:
    """Looks for changes and tells open desks. Lives on one event loop."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._open: set[Subscription] = set()
        self._woken = asyncio.Event()
        self._polling: asyncio.Task[None] | None = None

    async def start(self, signals: Signals) -> None:
        """Begin to listen and to look."""
        self._woken = asyncio.Event()
        for topic in (INBOX, OUTBOX):
            await signals.listen(topic, lambda _body: self._woken.set())
        self._polling = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        """Look no more."""
        if self._polling is not None:
            self._polling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._polling

    @contextlib.contextmanager
    def subscribed(self, *names: str) -> Iterator[Subscription]:
        """A subscription to events of these names."""
        made = Subscription(frozenset(names))
        self._open.add(made)
        self._woken.set()
        try:
            yield made
        finally:
            self._open.discard(made)

    def publish(self, name: str, **data: str | int) -> None:
        """Tell every open desk of this process that wants to hear of it; to be called on the loop."""
        for each in self._open:
            if name in each.names:
                with contextlib.suppress(asyncio.QueueFull):
                    each.waiting.put_nowait((name, data))

    async def _poll(self) -> None:
        look: _Look | None = None
        while True:
            if not self._open:
                # Nobody watches: nothing is asked, and whoever comes sees everything as it is then.
                look = None
                await self._woken.wait()
                self._woken.clear()
                if not self._open:
                    continue
            try:
                if look is None:
                    look = await asyncio.to_thread(_first_look, self._engine)
                else:
                    for name in await asyncio.to_thread(look.again, self._engine):
                        self.publish(name)
            except StoreUnavailableError:
                logger.warning("open desks are not told: the database does not answer")
            await asyncio.sleep(APART_SECONDS)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._woken.wait(), POLL_SECONDS - APART_SECONDS)
            self._woken.clear()


class _Rows:
    """New rows of a table that only grows, each seen once though ids may appear out of order."""

    def __init__(self, table: Table, newest: int) -> None:
        self.table = table
        self._from: deque[tuple[float, int]] = deque([(0.0, newest)])
        self._seen: set[int] = set()

    def new(self, connection: Connection, column: Column, at: float) -> set[object]:
        """The values of `column` in rows that were not there before."""
        since = self._from[0][1]
        query = select(self.table.c.id, column).where(self.table.c.id > since).order_by(self.table.c.id)
        rows = connection.execute(query).all()
        found = {row[1] for row in rows if row.id not in self._seen}
        self._seen = {row.id for row in rows}
        self._from.append((at, rows[-1].id if rows else since))
        while len(self._from) > 1 and self._from[1][0] <= at - OVERLAP_SECONDS:
            self._from.popleft()
        return found


class _Look:
    """What the store held when it was looked at last."""

    def __init__(self, connection: Connection) -> None:
        self._inbox, self._outbox, self._changes = (
            _Rows(table, connection.execute(select(func.max(table.c.id))).scalar_one() or 0)
            for table in (inbox, outbox, case_events)
        )

    def again(self, engine: Engine) -> set[str]:
        """The names of events that tell what has changed since."""
        at = time.monotonic()
        with begin_read(engine) as connection:
            touched = self._inbox.new(connection, inbox.c.conversation_id, at)
            touched |= self._outbox.new(connection, outbox.c.conversation_id, at)
            changed = self._changes.new(connection, case_events.c.case_id, at)
            if changed:
                asked = select(case_messages.c.conversation_id).where(
                    case_messages.c.case_id.in_(sorted(changed, key=str)[:MAX_WAITING])
                )
                touched |= set(connection.execute(asked).scalars())
        names = {conversation_event(str(conversation_id)) for conversation_id in touched}
        return names | {QUEUE} if changed else names


def _first_look(engine: Engine) -> _Look:
    with begin_read(engine) as connection:
        return _Look(connection)


def _one_line(name: str) -> str:
    return name.replace("\r", " ").replace("\n", " ")
