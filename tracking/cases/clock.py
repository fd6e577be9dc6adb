"""What time alone does to cases: those put aside come back, those that wait too long become more urgent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql import ColumnElement

from tracking.case_tables import ACTIVE, SNOOZED
from tracking.cases.case import Case, Urgency, UrgencyReason, read
from tracking.cases.changes import back_to_work
from tracking.cases.trail import STORE, Change, record
from tracking.cases.urgency import raised
from tracking.db import begin_write
from tracking.model import cases

#: Cases of one transaction.
BATCH = 100


@dataclass
class Ticked:
    """What one pass came to."""

    woken: int = 0
    raised: int = 0


def tick(engine: Engine, now: datetime) -> Ticked:
    """Wake what was put aside until `now` (aware), raise what should have been answered; safe side by side.

    Raises:
        StoreUnavailableError: the database does not answer; what was done by then stays.
    """
    total = Ticked()
    while True:
        with begin_write(engine) as connection:
            due = _due(connection, SNOOZED, cases.c.snoozed_until <= now)
            for case in due:
                back_to_work(connection, case, STORE, now)
        total.woken += len(due)
        if len(due) < BATCH:
            break
    while True:
        with begin_write(engine) as connection:
            # Once a case: what was raised for its wait, or by a person, is left alone.
            late = _due(
                connection,
                ACTIVE,
                cases.c.due_at <= now,
                cases.c.answered_at.is_(None),
                cases.c.urgency < Urgency.URGENT.value,
                cases.c.urgency_reason.is_(None)
                | cases.c.urgency_reason.not_in(
                    [UrgencyReason.WAITING_LONG.value, UrgencyReason.SET_BY_PERSON.value]
                ),
            )
            for case in late:
                _raise(connection, case, now)
        total.raised += len(late)
        if len(late) < BATCH:
            return total


def _due(connection: Connection, *conditions: ColumnElement) -> list[Case]:
    query = select(cases).where(*conditions).order_by(cases.c.id).limit(BATCH)
    return read(connection.execute(query.with_for_update(skip_locked=True)).all())


def _raise(connection: Connection, case: Case, now: datetime) -> None:
    to = raised(case.urgency)
    connection.execute(
        cases.update()
        .where(cases.c.id == case.id)
        .values(
            urgency=to.value,
            urgency_reason=UrgencyReason.WAITING_LONG.value,
            version=cases.c.version + 1,
        )
    )
    record(connection, case.id, Change.URGENCY, STORE, now, case.urgency.name.lower(), to.name.lower())
