"""Rasa's memory of a conversation: one row, read and written once a turn.

Rasa's own SQL store writes a row an event and counts them all again on each save; its table is named as one
of ours. Here a conversation is one row with the events of its current session, cut to the last turns: a
turn costs the same after a thousand messages as after ten. A turn is saved whole or not at all.

On PostgreSQL the table lies in the shop's database and several Rasa processes share it. With SQLite it
has a file of its own, so that Rasa, which does one thing at a time, never waits for another writer.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, insert, select, update
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.turn import RUNNING, Failure
from tracking.db import begin_read, begin_write, open_engine
from tracking.errors import StoreUnavailableError
from tracking.settings import settings

logger = logging.getLogger(__name__)

#: A session is cut when it has more turns than this …
MAX_TURNS = 6
#: … to this many; what slots and forms held before is kept as events of its own.
KEPT_TURNS = 3
#: Held on PostgreSQL while the table is made.
_LOCK = 7_265_002

_metadata = MetaData()

trackers = Table(
    "trackers",
    _metadata,
    Column("conversation_id", String(255), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("events", LargeBinary, nullable=False),  # JSON list of Rasa's event dicts
)


class VersionError(Exception):
    """Another Rasa process saved this conversation in the meantime."""


class Trackers(TrackerStore):
    """Tracker store for `endpoints.yml`: `tracker_store: {type: bot.tracker_store.Trackers}`."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Open the store; `host`, the `url` of endpoints.yml, defaults to the shop's database."""
        super().__init__(domain, event_broker, **kwargs)
        self._engine = open_trackers(host or settings().database_url)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker's current session, unless the running turn has failed.

        Raises:
            VersionError: another process has saved the conversation since it was read.
        """
        await self.stream_events(tracker)
        turn = RUNNING.get()
        if turn is not None and turn.failure is not None:
            return
        if not tracker.events:
            return
        start = time.perf_counter()
        session = current_session(list(tracker.events), self.domain)
        events = msgspec.json.encode([event.as_dict() for event in session])
        try:
            version = self._write(tracker.sender_id, events, None if turn is None else turn.version)
        except (StoreUnavailableError, SQLAlchemyError, VersionError):
            # Rasa would go on with a store in memory and call the turn a success.
            if turn is not None:
                turn.fail(Failure.UNAVAILABLE)
            raise
        if turn is not None:
            turn.version = version
            turn.took("tracker", time.perf_counter() - start)

    def _write(self, conversation_id: str, events: bytes, known: int | None) -> int:
        key = trackers.c.conversation_id == conversation_id
        with begin_write(self._engine) as connection:
            if known is None:
                found = connection.execute(select(trackers.c.version).where(key)).scalar_one_or_none()
                known = found or 0
            version = known + 1
            if known == 0:
                row = {"conversation_id": conversation_id, "version": version, "events": events}
                try:
                    connection.execute(insert(trackers).values(row))
                except IntegrityError as error:
                    raise VersionError("the conversation was saved by another process") from error
                return version
            same = connection.execute(
                update(trackers)
                .where(key, trackers.c.version == known)
                .values(version=version, events=events)
            ).rowcount
            if not same:
                raise VersionError("the conversation was saved by another process")
        return version

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The current session of a conversation, None for a new one."""
        turn = RUNNING.get()
        if turn is not None and turn.tracker is not None:
            return cast(DialogueStateTracker, turn.tracker)
        start = time.perf_counter()
        try:
            with begin_read(self._engine) as connection:
                row = connection.execute(
                    select(trackers.c.version, trackers.c.events).where(
                        trackers.c.conversation_id == sender_id
                    )
                ).first()
        except (StoreUnavailableError, SQLAlchemyError):
            # Rasa would go on with an empty tracker and forget the conversation.
            if turn is not None:
                turn.fail(Failure.UNAVAILABLE)
            raise
        if turn is not None:
            turn.version = row.version if row else 0
        if row is None:
            return None
        tracker = DialogueStateTracker.from_dict(
            sender_id, msgspec.json.decode(row.events), self.domain.slots
        )
        if turn is not None:
            turn.took("tracker", time.perf_counter() - start)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations."""
        with begin_read(self._engine) as connection:
            ids: list[str] = connection.execute(select(trackers.c.conversation_id)).scalars().all()
        return ids


def open_trackers(url: str) -> Engine:
    """The engine that holds the trackers of the store at `url`, with their table made."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        beside = Path(parsed.database).with_name("rasa.db")
        # A power cut may cost the last turns' context, never a message: those are in the inbox.
        engine = open_engine(f"sqlite:///{beside}", durable=False)
    else:
        engine = open_engine(url)
    with begin_write(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        _metadata.create_all(connection)
    return engine


def current_session(events: Sequence[Event], domain: Domain) -> list[Event]:
    """The events that the next turn needs: the last session, cut to its last turns when it is long.

    What the cut-off part left in slots and forms is put in front as events, so that a tracker made of the
    result is in the same state.
    """
    starts = [i for i, e in enumerate(events) if isinstance(e, SessionStarted)]
    # The action that started the session stands before it.
    session = list(events[max(starts[-1] - 1, 0) :] if starts else events)
    turns = [i for i, e in enumerate(session) if isinstance(e, UserUttered)]
    if len(turns) <= MAX_TURNS:
        return session
    cut = turns[-KEPT_TURNS]
    before, kept = session[:cut], session[cut:]
    old = DialogueStateTracker.from_events("", before, slots=domain.slots, domain=domain)
    opening = before[:2] if starts else []
    state: list[Event] = [
        SlotSet(name, slot.value) for name, slot in old.slots.items() if slot.value != slot.initial_value
    ]
    if old.active_loop_name:
        state.append(ActiveLoop(old.active_loop_name))
    return [*opening, *state, ActionExecuted(ACTION_LISTEN_NAME), *kept]
