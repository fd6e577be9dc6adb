"""What the team's desk lists: views over all cases, filters, search, counts. Pages go on from a cursor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import func, literal, or_, select, tuple_
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql import ColumnElement

from tracking.case_tables import ACTIVE, SNOOZED, SOLVED, WAITING
from tracking.cases.case import UNSOLVED, Case, Urgency, read
from tracking.db import begin_read
from tracking.errors import WismoError
from tracking.matching import batches
from tracking.model import case_labels, cases, legs, orders, shipments
from tracking.numbers import order_key, tracking_key
from tracking.vocabulary import CaseKind

PAGE = 50
MAX_PAGE = 200
#: A search finds at most so many orders by a name.
MAX_ORDERS = 500
_REFERENCE = re.compile(r"C-?(\d{1,18})", re.IGNORECASE)


class View(str, Enum):
    """The saved views of the queue."""

    #: Everything that the team is to act on.
    ACTIVE = "active"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    #: For the shopper.
    WAITING = "waiting"
    SNOOZED = "snoozed"
    SOLVED = "solved"


@dataclass(frozen=True)
class Filter:
    """What of a view is shown; None: all."""

    kind: CaseKind | None = None
    channel: str | None = None
    urgency: Urgency | None = None
    label: str | None = None
    assignee: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Page:
    """Some cases, and the cursor of the page that follows; None on the last one."""

    cases: Sequence[Case]
    after: str | None = None


class BadCursorError(WismoError):
    """The cursor is none of this view's; begin at the first page."""


def list_cases(
    connection: Connection,
    view: View,
    *,
    me: str | None = None,
    only: Filter = Filter(),
    after: str | None = None,
    limit: int = PAGE,
) -> Page:
    """One page of a view.

    What the team is to act on is ordered by urgency, then by who has waited longest; the others by what
    happens, or happened, to them next: snoozed by when they come back, waiting and solved the latest first.

    Args:
        me: whose cases `MINE` are.
        after: the cursor that the page before gave.

    Raises:
        BadCursorError: `after` is no cursor of this view.
        ValueError: `MINE` without `me`.
    """
    limit = max(1, min(limit, MAX_PAGE))
    query = select(cases).where(*_view(view, me), *_filters(only))
    keys = _keys(view)
    if after is not None:
        query = query.where(_beyond(view, keys, _read_cursor(view, after)))
    rows = connection.execute(query.order_by(*_order(view, keys)).limit(limit + 1)).all()
    found = read(rows[:limit])
    return Page(found, _cursor(view, found[-1]) if len(rows) > limit else None)


def counts(connection: Connection, me: str | None = None, only: Filter = Filter()) -> dict[View, int]:
    """How many cases each view has; solved ones are not counted."""
    views = [view for view in View if view is not View.SOLVED and (me or view is not View.MINE)]
    row = connection.execute(
        select(
            *(
                select(func.count())
                .select_from(cases)
                .where(*_view(view, me), *_filters(only))
                .scalar_subquery()
                for view in views
            )
        )
    ).one()
    return dict(zip(views, row, strict=True))


def counts_by(connection: Connection, what: str) -> dict[str, int]:
    """How many cases wait for the team by `kind`, `channel`, `urgency`, `reason` or `assignee`.

    Raises:
        KeyError: `what` is none of these.
    """
    column = {name: cases.c[name] for name in ("kind", "channel", "urgency", "reason", "assignee")}[what]
    rows = connection.execute(select(column, func.count()).where(ACTIVE).group_by(column))
    return {str(value): count for value, count in rows}


def labels_in_use(connection: Connection) -> dict[str, int]:
    """Labels of unsolved cases, and how many bear each."""
    rows = connection.execute(
        select(case_labels.c.label, func.count())
        .join(cases, cases.c.id == case_labels.c.case_id)
        .where(cases.c.state.in_(UNSOLVED))
        .group_by(case_labels.c.label)
        .order_by(case_labels.c.label)
    )
    return dict(rows.all())


def labels_of_all(connection: Connection, case_ids: Sequence[int]) -> dict[int, list[str]]:
    """The labels of several cases at once, by case."""
    found: dict[int, list[str]] = {}
    for some in batches(case_ids):
        query = select(case_labels).where(case_labels.c.case_id.in_(some)).order_by(case_labels.c.label)
        for row in connection.execute(query):
            found.setdefault(row.case_id, []).append(row.label)
    return found


def search(connection: Connection, text: str, limit: int = PAGE) -> list[Case]:
    """Cases by reference, order number, tracking number, e-mail address, or the shopper's name.

    Solved ones too; the newest first. A name is found by any part of it of at least three letters.
    """
    text = text.strip()
    if not text:
        return []
    wanted: list[ColumnElement] = []
    if match := _REFERENCE.fullmatch(text):
        wanted.append(cases.c.id == int(match[1]))
    ids = _orders_of(connection, text, by_name=match is None)
    if ids:
        wanted.append(cases.c.order_id.in_(ids))
    if not wanted:
        return []
    query = select(cases).where(or_(*wanted)).order_by(cases.c.id.desc()).limit(max(1, min(limit, MAX_PAGE)))
    return read(connection.execute(query).all())


def case_by_reference(engine: Engine, reference: str) -> Case | None:
    """The case with a quoted reference, `C-000123` or `c123`; None when there is none.

    For the team's desk: references count up, so to a shopper one proves nothing.
    """
    match = _REFERENCE.fullmatch(reference.strip())
    if match is None:
        return None
    with begin_read(engine) as connection:
        found = read(connection.execute(select(cases).where(cases.c.id == int(match[1]))).all())
    return found[0] if found else None


def _orders_of(connection: Connection, text: str, *, by_name: bool) -> list[int]:
    """Orders that a search names: by number, by tracking number, by e-mail address, else by name."""
    if "@" in text:
        return _ids(connection, orders.c.email == text.lower())
    found = _ids(connection, orders.c.number_key == order_key(text))
    if key := tracking_key(text):
        bearing = (
            select(shipments.c.order_id)
            .join(legs, legs.c.shipment_id == shipments.c.id)
            .where(legs.c.tracking_number == key)
            .limit(MAX_ORDERS)
        )
        found += connection.execute(bearing).scalars()
    if found or not by_name or len(text) < 3:
        return found
    # Only orders with a case are looked at: the shop may have millions of others.
    query = (
        select(cases.c.order_id)
        .join(orders, orders.c.id == cases.c.order_id)
        .where(_named(connection, text))
        .order_by(cases.c.order_id.desc())
        .limit(MAX_ORDERS)
    )
    return list(connection.execute(query).scalars())


def _named(connection: Connection, text: str) -> ColumnElement:
    """Whether an order's name holds `text`, in whatever case."""
    part = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    if connection.dialect.name == "postgresql":
        return orders.c.name.ilike(f"%{part}%", escape="\\")
    # SQLite sees no difference between a and A, but between á and Á.
    spellings = {part} if part.isascii() else {part, part.lower(), part.upper(), part.title()}
    return or_(*(orders.c.name.like(f"%{spelling}%", escape="\\") for spelling in sorted(spellings)))


def _ids(connection: Connection, condition: ColumnElement) -> list[int]:
    return list(connection.execute(select(orders.c.id).where(condition).limit(MAX_ORDERS)).scalars())


def _view(view: View, me: str | None) -> list[ColumnElement]:
    if view is View.MINE:
        if me is None:
            raise ValueError("whose cases?")
        return [ACTIVE, cases.c.assignee == me]
    return {
        View.ACTIVE: [ACTIVE],
        View.UNASSIGNED: [ACTIVE, cases.c.assignee.is_(None)],
        View.WAITING: [WAITING],
        View.SNOOZED: [SNOOZED],
        View.SOLVED: [SOLVED],
    }[view]


def _filters(only: Filter) -> list[ColumnElement]:
    found = []
    if only.kind is not None:
        found.append(cases.c.kind == only.kind.value)
    if only.channel is not None:
        found.append(cases.c.channel == only.channel)
    if only.urgency is not None:
        found.append(cases.c.urgency == only.urgency.value)
    if only.assignee is not None:
        found.append(cases.c.assignee == only.assignee)
    if only.language is not None:
        found.append(cases.c.language == only.language)
    if only.label is not None:
        bearing = select(case_labels.c.case_id).where(case_labels.c.label == only.label)
        found.append(cases.c.id.in_(bearing))
    return found


#: Views whose latest case comes first.
_LATEST_FIRST = (View.WAITING, View.SOLVED)


def _keys(view: View) -> list[Any]:
    return {
        View.WAITING: [cases.c.opened_at, cases.c.id],
        View.SNOOZED: [cases.c.snoozed_until, cases.c.id],
        View.SOLVED: [cases.c.closed_at, cases.c.id],
    }.get(view, [cases.c.urgency, cases.c.waiting_since, cases.c.id])


def _order(view: View, keys: list[Any]) -> list[Any]:
    if view in _LATEST_FIRST:
        return [key.desc() for key in keys]
    return [key.desc() if key is cases.c.urgency else key for key in keys]


def _beyond(view: View, keys: list[Any], values: list[Any]) -> Any:
    """What comes after the case with these values."""
    rest = tuple_(*keys[-2:])
    given = tuple_(*(literal(value, key.type) for key, value in zip(keys[-2:], values[-2:], strict=True)))
    if view in _LATEST_FIRST:
        return rest < given
    if len(keys) == 2:
        return rest > given
    return or_(keys[0] < values[0], (keys[0] == values[0]) & (rest > given))


def _cursor(view: View, case: Case) -> str:
    at = {
        View.WAITING: case.opened_at,
        View.SNOOZED: case.snoozed_until,
        View.SOLVED: case.closed_at,
    }.get(view, case.waiting_since)
    first = f"{case.urgency.value} " if len(_keys(view)) == 3 else ""
    return f"{first}{at.isoformat() if at else ''} {case.id}"


def _read_cursor(view: View, given: str) -> list[Any]:
    parts = given.split(" ")
    try:
        if len(parts) != len(_keys(view)):
            raise ValueError(given)
        at = datetime.fromisoformat(parts[-2])
        if at.tzinfo is None:
            raise ValueError(given)
        return [*(int(part) for part in parts[:-2]), at, int(parts[-1])]
    except ValueError:
        raise BadCursorError("this is no page of the list; begin at the first one") from None
