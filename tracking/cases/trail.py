"""The audit trail of cases: who changed what, when, from what, to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import select
from sqlalchemy.engine import Connection

from tracking.conversations import storable
from tracking.model import case_events

#: Who changes cases without being a person: the conversation's bot, and the clock.
BOT = "bot"
STORE = "store"


class Change(str, Enum):
    """What happened to a case."""

    OPENED = "opened"
    JOINED = "joined"
    ASSIGNED = "assigned"
    STATE = "state"
    URGENCY = "urgency"
    LABELLED = "labelled"
    UNLABELLED = "unlabelled"
    NOTE = "note"
    ANSWERED = "answered"
    MOVED = "moved"


@dataclass(frozen=True)
class Entry:
    """One line of the trail. A private note is one whose `after` is its text."""

    id: int
    case_id: int
    at: datetime
    by: str
    what: Change
    before: str | None
    after: str | None


def record(
    connection: Connection,
    case_id: int,
    what: Change,
    by: str,
    at: datetime,
    before: str | None = None,
    after: str | None = None,
) -> None:
    """Write one line, in the transaction of the change itself."""
    connection.execute(
        case_events.insert().values(
            case_id=case_id,
            at=at,
            by=by,
            what=what.value,
            before=before,
            after=None if after is None else storable(after),
        )
    )


def trail(connection: Connection, case_id: int) -> list[Entry]:
    """Everything that happened to a case, oldest first."""
    rows = connection.execute(
        select(case_events).where(case_events.c.case_id == case_id).order_by(case_events.c.id)
    )
    return [Entry(r.id, r.case_id, r.at, r.by, Change(r.what), r.before, r.after) for r in rows]


def last_entry(connection: Connection, case_id: int) -> Entry | None:
    """The latest line of a case's trail."""
    row = connection.execute(
        select(case_events).where(case_events.c.case_id == case_id).order_by(case_events.c.id.desc()).limit(1)
    ).first()
    return (
        Entry(row.id, row.case_id, row.at, row.by, Change(row.what), row.before, row.after) if row else None
    )
