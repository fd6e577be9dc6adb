"""What every page of the desk is given: the store, the clock, whom to tell, and where it is served."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone

from sqlalchemy.engine import Engine

from bot.desk.events import Broadcaster
from bot.signals import Signals

#: Where the desk is served.
PREFIX = "/desk"


def utc_now() -> datetime:
    """Now, aware."""
    return datetime.now(timezone.utc)


@dataclass(frozen=True)
class Desk:
    """The desk of one process; routes get it with `desk_of(request)`."""

    engine: Engine
    #: Wakes workers and front doors: `signals.send(OUTBOX, conversation_id)` after a committed reply.
    signals: Signals
    #: Tells open desks what changed: `events.publish(conversation_event(id))`.
    events: Broadcaster
    #: A keyed hash of a network address, for throttling; None where there is none.
    network: Callable[[str | None], str | None] = field(default=lambda _address: None)
    clock: Callable[[], datetime] = utc_now
    #: Shows the shopper of a conversation that somebody is writing, where their channel can.
    typing: Callable[[str], Awaitable[None]] | None = None
