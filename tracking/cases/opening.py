"""Opening cases: once an order and kind, whoever asks, and however often a message is delivered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking.cases.case import (
    JOINED,
    REASON_OF,
    UNSOLVED,
    Case,
    CaseReason,
    CaseState,
    UnknownConversationError,
    Urgency,
    UrgencyReason,
    by_id,
    read,
    times_asked,
)
from tracking.cases.trail import BOT, Change, record
from tracking.cases.urgency import PATIENCE, Judged, judge, raised, stronger
from tracking.db import begin_write
from tracking.model import case_messages, cases, conversations, orders
from tracking.policy import policy
from tracking.vocabulary import CaseKind
from tracking.words.hours import answer_time

#: So many joining messages keep what they knew; of older ones it is known that they asked, and when.
KEPT_JOINED = 20


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
    reason: CaseReason | None = None,
) -> Case:
    """Open a case, or join the one that is unsolved for the same order and kind.

    Whichever conversation asks, one order has one case of a kind. Without an order a case is joined by its
    like of the same conversation only: nothing says that another one is the same shopper's. Idempotent on
    `message_id`: a message that is delivered again gets the case it had, even a solved one.

    Args:
        order_id: an order that is proven in this conversation.
        summary: facts for the person who takes it, as JSON; a joining message keeps its own under `joined`.
        reason: why; by default what the kind says.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with begin_write(engine) as connection:
        return open_in(
            connection,
            conversation_id=conversation_id,
            kind=kind,
            message_id=message_id,
            language=language,
            order_id=order_id,
            summary=summary,
            now=now,
            reason=reason,
        )


def open_in(
    connection: Connection,
    *,
    conversation_id: str,
    kind: CaseKind,
    message_id: str,
    language: str,
    order_id: int | None,
    summary: dict[str, Any],
    now: datetime,
    reason: CaseReason | None = None,
) -> Case:
    """`open_case` in a transaction that is under way."""
    channel = _lock(connection, conversation_id, order_id)
    if known := _asked_before(connection, conversation_id, kind, message_id):
        return known
    reason = reason or REASON_OF[kind]
    judged = judge(kind, reason, summary.get("parcels", ()), now)
    if (case := _alike(connection, conversation_id, kind, order_id)) is None:
        row = {
            "conversation_id": conversation_id,
            "order_id": order_id,
            "message_id": message_id,
            "kind": kind.value,
            "state": CaseState.NEW.value,
            "reason": reason.value,
            "urgency": judged[0].value,
            "urgency_reason": judged[1].value if judged[1] else None,
            "channel": channel,
            "language": language,
            "summary": summary,
            "opened_at": now,
            "waiting_since": now,
            "due_at": answer_time(policy().hours, now),
        }
        number = insert_case(connection, row, by=BOT)
        if number is not None:
            _asked(connection, number, conversation_id, message_id, now)
            return by_id(connection, number)
        # The clock opened one in the meantime, which this transaction has waited for.
        case = _alike(connection, conversation_id, kind, order_id)
        assert case is not None  # noqa: S101 - that is what the insertion ran into
    return _join(connection, case, conversation_id, message_id, summary, judged, now)


def insert_case(connection: Connection, row: dict[str, Any], *, by: str) -> int | None:
    """Write a new case and the first line of its trail; None if there is one for the same already."""
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(cases).values(row).on_conflict_do_nothing()
    if connection.dialect.name == "postgresql":
        number = connection.execute(statement.returning(cases.c.id)).scalar_one_or_none()
    else:
        result = connection.execute(statement)
        number = result.lastrowid if result.rowcount else None
    if number is not None:
        record(connection, number, Change.OPENED, by, row["opened_at"], after=row["reason"])
        return int(number)
    return None


def _lock(connection: Connection, conversation_id: str, order_id: int | None) -> str:
    """One opening at a time in a conversation and for an order; gives the channel.

    (SQLite has one writer at a time as it is.) Rows that refer to these may be written meanwhile.
    """
    channel: str | None = connection.execute(
        select(conversations.c.channel)
        .where(conversations.c.id == conversation_id)
        .with_for_update(key_share=True)
    ).scalar_one_or_none()
    if channel is None:
        raise UnknownConversationError("a case needs a conversation that exists")
    if order_id is not None:
        connection.execute(select(orders.c.id).where(orders.c.id == order_id).with_for_update(key_share=True))
    return channel


def _asked_before(
    connection: Connection, conversation_id: str, kind: CaseKind, message_id: str
) -> Case | None:
    """The case of this kind that this very message has asked for already."""
    found = connection.execute(
        select(cases)
        .join(case_messages, case_messages.c.case_id == cases.c.id)
        .where(
            case_messages.c.conversation_id == conversation_id,
            case_messages.c.message_id == message_id,
            cases.c.kind == kind.value,
        )
    ).all()
    return next(iter(read(found)), None)


def _alike(connection: Connection, conversation_id: str, kind: CaseKind, order_id: int | None) -> Case | None:
    """The unsolved case that asks for the same, this transaction's alone.

    One that this conversation opened before it was known which order it is about gets that order now.
    """
    here = cases.c.order_id.is_(None) & (cases.c.conversation_id == conversation_id)
    for same in (here,) if order_id is None else (cases.c.order_id == order_id, here):
        found = connection.execute(
            select(cases)
            .where(same, cases.c.kind == kind.value, cases.c.state.in_(UNSOLVED))
            .order_by(cases.c.id)
            .limit(1)
            .with_for_update()
        ).all()
        for case in read(found):
            if case.order_id != order_id:
                connection.execute(cases.update().where(cases.c.id == case.id).values(order_id=order_id))
            return case
    return None


def _asked(
    connection: Connection, case_id: int, conversation_id: str, message_id: str, now: datetime
) -> None:
    connection.execute(
        case_messages.insert().values(
            case_id=case_id, conversation_id=conversation_id, message_id=message_id, at=now
        )
    )


def _join(
    connection: Connection,
    case: Case,
    conversation_id: str,
    message_id: str,
    summary: dict[str, Any],
    judged: Judged,
    now: datetime,
) -> Case:
    """Keep what a later message knows with the case that is open; what slept, or waited for it, wakes."""
    _asked(connection, case.id, conversation_id, message_id, now)
    repeat = {
        "message_id": message_id,
        "conversation": conversation_id,
        "at": now.isoformat(),
        "summary": summary,
    }
    kept = [*case.summary.get(JOINED, ()), repeat][-KEPT_JOINED:]
    before = (case.urgency, case.urgency_reason)
    after = stronger(before, judged)
    if times_asked(connection, case.id, conversation_id) == PATIENCE:
        after = stronger(after, (raised(Urgency.NORMAL), UrgencyReason.WAITING_LONG))
    values: dict[str, Any] = {
        "summary": {**case.summary, JOINED: kept},
        "urgency": after[0].value,
        "urgency_reason": after[1].value if after[1] else None,
        "version": case.version + 1,
    }
    if case.conversation_id is None:
        channel = conversation_id.partition(":")[0]
        values |= {"conversation_id": conversation_id, "channel": channel}
    if case.state in (CaseState.WAITING_FOR_SHOPPER, CaseState.SNOOZED):
        values |= {
            "state": CaseState.OPEN.value,
            "snoozed_until": None,
            "waiting_since": now,
            "due_at": answer_time(policy().hours, now),
        }
        record(connection, case.id, Change.STATE, BOT, now, case.state.value, CaseState.OPEN.value)
    connection.execute(cases.update().where(cases.c.id == case.id).values(values))
    record(connection, case.id, Change.JOINED, BOT, now, after=conversation_id)
    if after != before:
        record(connection, case.id, Change.URGENCY, BOT, now, before[0].name.lower(), after[0].name.lower())
    return by_id(connection, case.id)
