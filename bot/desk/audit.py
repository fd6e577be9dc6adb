"""Who of the team saw and did what. What a case's own trail says is not repeated here, seeing it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from tracking.model import desk_audit

#: Who does something before anybody is signed in.
NOBODY = "-"


@dataclass(frozen=True)
class Entry:
    """One line."""

    at: datetime
    login: str
    what: str
    case_id: int | None
    conversation_id: str | None
    detail: str | None


def record(
    connection: Connection,
    login: str,
    what: str,
    at: datetime,
    *,
    case_id: int | None = None,
    conversation_id: str | None = None,
    detail: str | None = None,
) -> None:
    """Write one line: `what` in a word or two, such as `saw_case`; `detail` holds no words of a shopper."""
    connection.execute(
        insert(desk_audit).values(
            at=at,
            login=login,
            what=what,
            case_id=case_id,
            conversation_id=conversation_id,
            detail=None if detail is None else detail[:200],
        )
    )


def entries(
    connection: Connection, *, login: str | None = None, case_id: int | None = None, limit: int = 100
) -> Sequence[Entry]:
    """The latest lines, the newest first; of one person or case, or of all."""
    query = select(desk_audit).order_by(desk_audit.c.id.desc()).limit(limit)
    if login is not None:
        query = query.where(desk_audit.c.login == login)
    if case_id is not None:
        query = query.where(desk_audit.c.case_id == case_id)
    return [
        Entry(row.at, row.login, row.what, row.case_id, row.conversation_id, row.detail)
        for row in connection.execute(query)
    ]
