"""What a person must do: handoffs, claims, requests.

A case is opened by a shopper's message, or by a parcel's silence (`tracking.watch`), and carries every fact
that is known then, so that nobody asks twice. The same message, delivered again, finds its own case; a new
message about what is already open joins it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine, Row

from tracking.db import begin_read, begin_write
from tracking.errors import WismoError
from tracking.model import cases, conversations
from tracking.vocabulary import CaseKind

_REFERENCE = re.compile(r"C-?(\d{1,18})", re.IGNORECASE)
#: Key in a summary under which the messages that joined the case are kept.
JOINED = "joined"


class CaseState(str, Enum):
    """Where a case is; nothing follows on solved, a shopper who comes back opens a new one."""

    NEW = "new"
    OPEN = "open"
    SOLVED = "solved"


UNSOLVED = (CaseState.NEW, CaseState.OPEN)


class UnknownConversationError(WismoError):
    """A case can only be opened in a conversation that exists."""


class UnknownCaseError(WismoError):
    """No case has this id."""


@dataclass(frozen=True)
class Case:
    """One thing that a person must do."""

    id: int
    #: Empty for a case that a silence opened and that no shopper has asked about.
    conversation_id: str | None
    kind: CaseKind
    state: CaseState
    #: The message that opened it, or which silence did.
    message_id: str
    language: str
    #: The facts as they were known: explanations of the parcels, what was asked, the channel.
    summary: dict[str, Any]
    opened_at: datetime
    order_id: int | None = None
    closed_at: datetime | None = None
    #: The parcel whose silence opened it.
    shipment_id: int | None = None

    @property
    def reference(self) -> str:
        """What the shopper is told and may quote: `C-000123`."""
        return f"C-{self.id:06d}"

    @property
    def joined(self) -> tuple[str, ...]:
        """Ids of later messages that asked for the same, in the order they came."""
        return tuple(message["message_id"] for message in self.summary.get(JOINED, ()))


def open_case(
    engine: Engine,
    *,
    conversation_id: str,
    kind: CaseKind,
    message_id: str,
    language: str,
    order_id: int | None = None,
    summary: dict[str, Any],
    now: datetime,
) -> Case:
    """Open a case, or join the one that is unsolved for the same conversation, kind and order.

    A case that the silence of a parcel of the order has opened, and that no other conversation has joined,
    is joined too and becomes this conversation's. Idempotent on `message_id`: a message that is delivered
    again gets the case it had, even a solved one.

    Args:
        order_id: the order that it is about; a case about no order in particular is joined by its like only.
        summary: facts for the person who takes it, as JSON; a joining message keeps its own under `joined`.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with begin_write(engine) as connection:
        # One opening at a time in a conversation. (SQLite has one writer at a time as it is.)
        known = connection.execute(
            select(conversations.c.id)
            .where(conversations.c.id == conversation_id)
            .with_for_update(key_share=True)
        ).one_or_none()
        if known is None:
            raise UnknownConversationError("a case needs a conversation that exists")
        alike = _read(
            connection.execute(
                select(cases)
                .where(cases.c.conversation_id == conversation_id, cases.c.kind == kind.value)
                .order_by(cases.c.id)
            ).all()
        )
        for case in alike:
            if message_id == case.message_id or message_id in case.joined:
                return case
        for case in alike:
            if case.order_id == order_id and case.state in UNSOLVED:
                return _join(connection, case, message_id, summary, now)
        if order_id is not None and (silent := _of_silence(connection, order_id, kind)):
            connection.execute(
                cases.update().where(cases.c.id == silent.id).values(conversation_id=conversation_id)
            )
            return _join(connection, silent, message_id, summary, now)
        number = connection.execute(
            cases.insert().values(
                conversation_id=conversation_id,
                order_id=order_id,
                message_id=message_id,
                kind=kind.value,
                state=CaseState.NEW.value,
                language=language,
                summary=summary,
                opened_at=now,
            )
        ).inserted_primary_key[0]
        return _by_id(connection, number)


def take_case(engine: Engine, case_id: int) -> Case:
    """A person begins to work on a case; one that is open or solved already stays as it is.

    Raises:
        UnknownCaseError: no case has this id.
    """
    with begin_write(engine) as connection:
        connection.execute(
            cases.update()
            .where(cases.c.id == case_id, cases.c.state == CaseState.NEW.value)
            .values(state=CaseState.OPEN.value)
        )
        return _by_id(connection, case_id)


def solve_case(engine: Engine, case_id: int, now: datetime) -> Case:
    """The case is done; one that was solved before keeps the time of then.

    Raises:
        UnknownCaseError: no case has this id.
    """
    with begin_write(engine) as connection:
        connection.execute(
            cases.update()
            .where(cases.c.id == case_id, cases.c.state != CaseState.SOLVED.value)
            .values(state=CaseState.SOLVED.value, closed_at=now)
        )
        return _by_id(connection, case_id)


def open_cases(connection: Connection, conversation_id: str) -> list[Case]:
    """The unsolved cases of a conversation, the oldest first."""
    return _read(
        connection.execute(
            select(cases)
            .where(cases.c.conversation_id == conversation_id, cases.c.state.in_(UNSOLVED))
            .order_by(cases.c.id)
        ).all()
    )


def cases_about(connection: Connection, order_ids: Iterable[int]) -> list[Case]:
    """The unsolved cases about these orders, the oldest first."""
    return _read(
        connection.execute(
            select(cases)
            .where(cases.c.order_id.in_(sorted(set(order_ids))), cases.c.state.in_(UNSOLVED))
            .order_by(cases.c.id)
        ).all()
    )


def waiting_cases(connection: Connection, limit: int = 100) -> list[Case]:
    """Unsolved cases of all conversations, the one that waits longest first."""
    return _read(
        connection.execute(
            select(cases)
            .where(cases.c.state.in_(UNSOLVED))
            .order_by(cases.c.opened_at, cases.c.id)
            .limit(limit)
        ).all()
    )


def case_by_reference(engine: Engine, reference: str) -> Case | None:
    """The case with a quoted reference, `C-000123` or `c123`; None when there is none.

    For the team's desk: references count up, so to a shopper one proves nothing.
    """
    match = _REFERENCE.fullmatch(reference.strip())
    if match is None:
        return None
    with begin_read(engine) as connection:
        found = _read(connection.execute(select(cases).where(cases.c.id == int(match[1]))).all())
    return found[0] if found else None


def _of_silence(connection: Connection, order_id: int, kind: CaseKind) -> Case | None:
    """The unsolved case that a silence opened and that no conversation has yet, this transaction's alone."""
    found = connection.execute(
        select(cases)
        .where(
            cases.c.order_id == order_id,
            cases.c.kind == kind.value,
            cases.c.conversation_id.is_(None),
            cases.c.state.in_(UNSOLVED),
        )
        .order_by(cases.c.id)
        .limit(1)
        .with_for_update()
    ).all()
    return next(iter(_read(found)), None)


def _join(
    connection: Connection, case: Case, message_id: str, summary: dict[str, Any], now: datetime
) -> Case:
    """Keep what a later message knows with the case that is open."""
    repeat = {"message_id": message_id, "at": now.isoformat(), "summary": summary}
    joined = {**case.summary, JOINED: [*case.summary.get(JOINED, ()), repeat]}
    connection.execute(cases.update().where(cases.c.id == case.id).values(summary=joined))
    return _by_id(connection, case.id)


def _by_id(connection: Connection, case_id: int) -> Case:
    found = _read(connection.execute(select(cases).where(cases.c.id == case_id)).all())
    if not found:
        raise UnknownCaseError(f"there is no case {case_id}")
    return found[0]


def _read(rows: Sequence[Row]) -> list[Case]:
    return [
        Case(
            id=row.id,
            conversation_id=row.conversation_id,
            kind=CaseKind(row.kind),
            state=CaseState(row.state),
            message_id=row.message_id,
            language=row.language,
            summary=row.summary,
            opened_at=row.opened_at,
            order_id=row.order_id,
            closed_at=row.closed_at,
            shipment_id=row.shipment_id,
        )
        for row in rows
    ]
