"""What a person does with a case. Each change is one transaction, and a line of the audit trail.

A change may say which `version` of the case its author has seen. If somebody has changed it since, nothing is
written and the error says who.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from tracking import ratings
from tracking.cases.case import (
    UNSOLVED,
    Case,
    CaseState,
    Outcome,
    Urgency,
    UrgencyReason,
    by_id,
    conversations_of,
    read,
)
from tracking.cases.trail import STORE, Change, Entry, last_entry, record
from tracking.conversations import insert_new
from tracking.db import begin_write
from tracking.errors import WismoError
from tracking.model import case_labels, case_messages, cases
from tracking.policy import policy
from tracking.words.hours import answer_time

MAX_LABEL = 40
MAX_NOTE = 10_000


class StaleCaseError(WismoError):
    """Somebody else changed the case in the meantime; `last` is what they did, `case` how it is now."""

    def __init__(self, case: Case, last: Entry | None) -> None:
        who = f"{last.by} changed it ({last.what.value})" if last else "it was changed"
        super().__init__(f"{case.reference}: {who} while you had it open; look at it again")
        self.case, self.last = case, last


class AlreadyOpenError(WismoError):
    """There is an unsolved case for the same order and kind; work on that one."""

    def __init__(self, other: Case) -> None:
        super().__init__(f"{other.reference} is open for the same; work on that one")
        self.other = other


def take(engine: Engine, case_id: int, by: str, now: datetime, *, version: int | None = None) -> Case:
    """`by` begins to work on a case: it is theirs, and open. One that is solved stays as it is.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        if case.state is CaseState.SOLVED:
            return case
        _assign(connection, case, by, by, now)
        if case.state in (CaseState.NEW, CaseState.SNOOZED):
            _move(connection, case, CaseState.OPEN, by, now, snoozed_until=None)
        return by_id(connection, case_id)


def assign(
    engine: Engine, case_id: int, to: str | None, by: str, now: datetime, *, version: int | None = None
) -> Case:
    """Give a case to somebody, or with None back to all.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        _assign(connection, case, to, by, now)
        return by_id(connection, case_id)


def set_urgency(
    engine: Engine, case_id: int, urgency: Urgency, by: str, now: datetime, *, version: int | None = None
) -> Case:
    """A person judges otherwise than the rules.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        if case.urgency is not urgency:
            values = {"urgency": urgency.value, "urgency_reason": UrgencyReason.SET_BY_PERSON.value}
            _write(connection, case, **values)
            record(
                connection, case_id, Change.URGENCY, by, now, case.urgency.name.lower(), urgency.name.lower()
            )
        return by_id(connection, case_id)


def label(engine: Engine, case_id: int, name: str, by: str, now: datetime) -> Case:
    """Put a label on a case; one that it bears stays. Labels are compared in lower case.

    Raises:
        ValueError: an empty label, or one that is too long.
        UnknownCaseError: no case has this id.
    """
    name = _label(name)
    with _changing(engine, case_id, None) as (connection, _case):
        if insert_new(connection, case_labels, {"label": name, "case_id": case_id}) is not None:
            record(connection, case_id, Change.LABELLED, by, now, after=name)
        return by_id(connection, case_id)


def unlabel(engine: Engine, case_id: int, name: str, by: str, now: datetime) -> Case:
    """Take a label off a case.

    Raises:
        ValueError: an empty label, or one that is too long.
        UnknownCaseError: no case has this id.
    """
    name = _label(name)
    with _changing(engine, case_id, None) as (connection, _case):
        borne = case_labels.c.label == name, case_labels.c.case_id == case_id
        if connection.execute(case_labels.delete().where(*borne)).rowcount:
            record(connection, case_id, Change.UNLABELLED, by, now, before=name)
        return by_id(connection, case_id)


def labels_of(connection: Connection, case_id: int) -> list[str]:
    """The labels of a case, in alphabetical order."""
    query = select(case_labels.c.label).where(case_labels.c.case_id == case_id).order_by(case_labels.c.label)
    return list(connection.execute(query).scalars())


def note(engine: Engine, case_id: int, text: str, by: str, now: datetime) -> Case:
    """Write a private note, for the team alone.

    Raises:
        ValueError: an empty note, or one that is too long.
        UnknownCaseError: no case has this id.
    """
    text = text.strip()
    if not 0 < len(text) <= MAX_NOTE:
        raise ValueError(f"a note has 1 to {MAX_NOTE} characters")
    with _changing(engine, case_id, None) as (connection, case):
        record(connection, case_id, Change.NOTE, by, now, after=text)
        return case


def await_shopper(
    engine: Engine, case_id: int, by: str, now: datetime, *, version: int | None = None
) -> Case:
    """It is the shopper's turn now.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        if case.state is not CaseState.SOLVED:
            _move(
                connection, case, CaseState.WAITING_FOR_SHOPPER, by, now,
                waiting_since=None, due_at=None, snoozed_until=None,
            )  # fmt: skip
        return by_id(connection, case_id)


def snooze(
    engine: Engine, case_id: int, until: datetime, by: str, now: datetime, *, version: int | None = None
) -> Case:
    """Put a case aside until (aware) `until`; then `tracking.cases.tick` brings it back.

    Raises:
        ValueError: `until` has passed.
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    if until <= now:
        raise ValueError("a case is put aside until a time that is still to come")
    with _changing(engine, case_id, version) as (connection, case):
        if case.state is not CaseState.SOLVED:
            if case.state is CaseState.SNOOZED and case.snoozed_until != until:
                _write(connection, case, snoozed_until=until)
                record(connection, case_id, Change.STATE, by, now, "snoozed", f"snoozed {until.isoformat()}")
            _move(connection, case, CaseState.SNOOZED, by, now, snoozed_until=until)
        return by_id(connection, case_id)


def unsnooze(engine: Engine, case_id: int, by: str, now: datetime, *, version: int | None = None) -> Case:
    """Bring a case back before its time.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        if case.state is CaseState.SNOOZED:
            back_to_work(connection, case, by, now)
        return by_id(connection, case_id)


def solve(
    engine: Engine,
    case_id: int,
    outcome: Outcome,
    by: str,
    now: datetime,
    *,
    version: int | None = None,
) -> Case:
    """The case is done; one that was solved before keeps the time and outcome of then.

    Raises:
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    with _changing(engine, case_id, version) as (connection, case):
        if case.state is not CaseState.SOLVED:
            solve_in(connection, case, outcome, by, now)
            for conversation_id in conversations_of(connection, case_id):
                ratings.want(connection, conversation_id, now)
        return by_id(connection, case_id)


def solve_in(
    connection: Connection, case: Case, outcome: Outcome, by: str, now: datetime, **values: Any
) -> None:
    """`solve` in a transaction that is under way."""
    _move(
        connection, case, CaseState.SOLVED, by, now, after=outcome.value,
        closed_at=now, outcome=outcome.value, waiting_since=None, due_at=None, snoozed_until=None, **values,
    )  # fmt: skip


def reopen(engine: Engine, case_id: int, by: str, now: datetime, *, version: int | None = None) -> Case:
    """A solved case is to be worked on again.

    Raises:
        AlreadyOpenError: another case is unsolved for the same order and kind.
        UnknownCaseError, StaleCaseError: nothing was written.
    """
    try:
        with _changing(engine, case_id, version) as (connection, case):
            if case.state is CaseState.SOLVED:
                _move(
                    connection, case, CaseState.OPEN, by, now,
                    closed_at=None, outcome=None, waiting_since=now, due_at=answer_time(policy().hours, now),
                )  # fmt: skip
            return by_id(connection, case_id)
    except IntegrityError:
        with begin_write(engine) as connection:
            case = by_id(connection, case_id)
            same = cases.c.order_id == case.order_id, cases.c.kind == case.kind.value
            query = select(cases).where(*same, cases.c.state.in_(UNSOLVED))
            (other,) = read(connection.execute(query).all())
        raise AlreadyOpenError(other) from None


def back_to_work(connection: Connection, case: Case, by: str, now: datetime) -> None:
    """It is the team's turn again; whoever waited before has waited since then."""
    _move(
        connection, case, CaseState.OPEN, by, now,
        snoozed_until=None, waiting_since=case.waiting_since or now,
        due_at=case.due_at or answer_time(policy().hours, now),
    )  # fmt: skip


def answered(connection: Connection, conversation_id: str, by: str, now: datetime) -> None:
    """A person has written to the shopper: what waited in this conversation waits for the shopper now.

    Cases of other people stay as they are.
    """
    for case in _of(connection, conversation_id, (CaseState.NEW, CaseState.OPEN)):
        if case.assignee not in (None, by):
            continue
        record(connection, case.id, Change.ANSWERED, by, now)
        _move(
            connection, case, CaseState.WAITING_FOR_SHOPPER, by, now,
            waiting_since=None, due_at=None, assignee=by, answered_at=case.answered_at or now,
        )  # fmt: skip


def shopper_wrote(connection: Connection, conversation_id: str, now: datetime) -> None:
    """The shopper has written to a person: what waited for that is the team's again."""
    for case in _of(connection, conversation_id, (CaseState.WAITING_FOR_SHOPPER,)):
        back_to_work(connection, case, STORE, now)


def _of(connection: Connection, conversation_id: str, states: tuple[CaseState, ...]) -> list[Case]:
    """Cases that this conversation opened, or has joined, in one of these states; locked, in one order."""
    asked = select(case_messages.c.case_id).where(case_messages.c.conversation_id == conversation_id)
    return read(
        connection.execute(
            select(cases)
            .where(cases.c.id.in_(asked), cases.c.state.in_(states))
            .order_by(cases.c.id)
            .with_for_update()
        ).all()
    )


@contextmanager
def _changing(engine: Engine, case_id: int, version: int | None) -> Iterator[tuple[Connection, Case]]:
    """The case as it is now, kept from others until the block ends."""
    with begin_write(engine) as connection:
        case = by_id(connection, case_id, lock=True)
        if version is not None and case.version != version:
            raise StaleCaseError(case, last_entry(connection, case_id))
        yield connection, case


def _write(connection: Connection, case: Case, **values: Any) -> None:
    # Counted by the database: one change may write more than once.
    connection.execute(
        cases.update().where(cases.c.id == case.id).values(version=cases.c.version + 1, **values)
    )


def _assign(connection: Connection, case: Case, to: str | None, by: str, now: datetime) -> None:
    if case.assignee != to:
        _write(connection, case, assignee=to)
        record(connection, case.id, Change.ASSIGNED, by, now, case.assignee, to)


def _move(
    connection: Connection,
    case: Case,
    to: CaseState,
    by: str,
    now: datetime,
    *,
    after: str | None = None,
    **values: Any,
) -> None:
    if case.state is not to:
        _write(connection, case, state=to.value, **values)
        record(
            connection, case.id, Change.STATE, by, now,
            case.state.value, f"{to.value}: {after}" if after else to.value,
        )  # fmt: skip


def _label(name: str) -> str:
    name = " ".join(name.lower().split())
    if not 0 < len(name) <= MAX_LABEL:
        raise ValueError(f"a label has 1 to {MAX_LABEL} characters")
    return name
