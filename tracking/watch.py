"""The watch over silent parcels: what time alone changes is noticed by the clock, not when someone asks.

Every parcel has a time at which its silence is judged next (`shipments.judge_at`, indexed): when its order
comes, then whenever its silence, if it lasts, would open a case. A parcel that nothing is expected of has
none, until there is news of it (`tracking.recording`). So each pass reads only what is due.

A silence that has lasted too long opens a case for the team, once: whichever worker sees it first, and
however often. So does a parcel that its carrier calls lost, or that customs will not let in. If the parcel
moves again, a case that nobody has touched is solved; one that a person works on, or that a shopper has asked
about, is marked and left to them.

No case is opened for a parcel of which nothing was ever reported, as nobody can tell whether it is the parcel
that is silent or its carrier's feed; nor for an order older than `TOO_OLD`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.engine import Connection, Engine

from tracking import lanes, store
from tracking.cases import (
    REASON_OF,
    STORE,
    UNSOLVED,
    Case,
    CaseState,
    Change,
    Outcome,
    by_id,
    cases_about,
    facts,
    insert_case,
    record,
    solve_in,
)
from tracking.cases.urgency import judge
from tracking.db import begin_write
from tracking.journey import Journey, journey
from tracking.model import cases, shipments
from tracking.parcels import Event, Parcel
from tracking.policy import policy
from tracking.settings import Settings, settings
from tracking.silence import silence
from tracking.thresholds import crossed
from tracking.vocabulary import CaseKind
from tracking.words.hours import answer_time

_log = logging.getLogger(__name__)

#: Parcels judged in one transaction; on SQLite it keeps other writers waiting for some 50 ms.
BATCH = 50
#: Seconds between two of these, in which others write and turns are taken.
PAUSE = 0.05
#: An order placed, or promised, longer ago opens no case any more.
TOO_OLD = timedelta(days=60)
#: A silent parcel that someone has a case about already is looked at again after this.
RECHECK = timedelta(days=1)
#: Cases about a parcel that does not arrive: one of them is enough.
_ALIKE = frozenset({CaseKind.STUCK, CaseKind.LOST, CaseKind.NOT_RECEIVED})
#: A parcel that customs keep is its own matter, whatever else somebody has asked about the order.
_OWN = frozenset({CaseKind.SEIZED})
#: Key in a case's summary: the parcel has moved since, and how.
MOVED = "moved"
#: Key in the summary of a case that no shopper opened: when the scan was made that it rests on.
HEARD = "silent_since"


@dataclass
class Watched:
    """What one pass came to."""

    judged: int = 0
    opened: int = 0
    #: Cases solved because the parcel moved again, and cases marked so for whoever has them.
    solved: int = 0
    marked: int = 0


@dataclass
class _Verdict:
    """What becomes of one parcel."""

    parcel: Parcel
    judge_at: datetime | None = None
    opening: dict[str, Any] | None = None
    #: Cases that its silence opened, and what it has done since.
    moved: list[tuple[Case, dict[str, Any]]] = field(default_factory=list)
    delivered: lanes.Delivered | None = None


def watch(
    engine: Engine,
    now: datetime,
    *,
    stop: Callable[[], bool] = lambda: False,
    pause: float = PAUSE,
    config: Settings | None = None,
) -> Watched:
    """Judge every parcel that is due at `now` (aware), until none is or `stop` says so.

    Raises:
        StoreUnavailableError: the database does not answer; what was judged by then stays.
    """
    total = Watched()
    while not stop():
        with begin_write(engine) as connection:
            due = _claim(connection, now)
            if not due:
                break
            _judge_all(connection, due, now, config or settings(), total)
        time.sleep(pause)
    return total


def _claim(connection: Connection, now: datetime) -> list[int]:
    """Parcels that are due, this transaction's alone."""
    query = (
        select(shipments.c.id)
        .where(shipments.c.judge_at <= now)
        .order_by(shipments.c.judge_at)
        .limit(BATCH)
        # Rows that refer to a parcel may be written meanwhile; another worker takes the next ones.
        .with_for_update(key_share=True, skip_locked=True)
    )
    return list(connection.execute(query).scalars())


def _judge_all(
    connection: Connection, due: Sequence[int], now: datetime, config: Settings, total: Watched
) -> None:
    parcels = store.parcels_by_id(connection, due)
    known = cases_about(connection, [parcel.order.id for parcel in parcels])
    verdicts = [_judge_safely(connection, parcel, known, now, config) for parcel in parcels]
    moved = [each for verdict in verdicts for each in verdict.moved]
    for case, news in sorted(moved, key=lambda each: each[0].id):
        _tell(connection, case.id, news, now, total)
    for verdict in verdicts:
        if verdict.opening is None:
            continue
        if insert_case(connection, verdict.opening, by=STORE) is not None:
            total.opened += 1
        elif not _was_opened(connection, verdict.opening["message_id"]):
            # Another parcel of the order has such a case, or a shopper was quicker.
            verdict.judge_at = now + RECHECK
    connection.execute(
        update(shipments).where(shipments.c.id == bindparam("_id")).values(judge_at=bindparam("_judge_at")),
        [{"_id": verdict.parcel.id, "_judge_at": verdict.judge_at} for verdict in verdicts],
    )
    made = [verdict.delivered for verdict in verdicts if verdict.delivered]
    lanes.forget(connection, [each.parcel.id for each in verdicts if each.delivered is None])
    lanes.keep(connection, made)
    total.judged += len(verdicts)


def _was_opened(connection: Connection, message_id: str) -> bool:
    """Whether this silence has opened its case already, be it solved."""
    query = select(cases.c.id).where(cases.c.message_id == message_id, cases.c.shipment_id.is_not(None))
    return connection.execute(query).first() is not None


def _judge_safely(
    connection: Connection, parcel: Parcel, known: Sequence[Case], now: datetime, config: Settings
) -> _Verdict:
    """The verdict; a parcel that cannot be judged is put off, so that it keeps no other from being judged."""
    try:
        return _judge(connection, parcel, known, now, config)
    except Exception as error:  # noqa: BLE001
        # Its words may quote the parcel: only its kind is told.
        _log.error("parcel %d: %s while judging its silence", parcel.id, type(error).__name__)
        return _Verdict(parcel, judge_at=now + RECHECK)


def _judge(
    connection: Connection, parcel: Parcel, known: Sequence[Case], now: datetime, config: Settings
) -> _Verdict:
    found = journey(parcel, now)
    verdict = _Verdict(parcel, delivered=lanes.delivered(parcel, found))
    quiet = silence(found, parcel, now=now, zone=config.shop_zone)
    about = [case for case in known if case.order_id == parcel.order.id and case.state in UNSOLVED]
    verdict.moved = [
        (case, news)
        for case in about
        if case.shipment_id == parcel.id and (news := _news(case, found)) is not None
    ]
    order = parcel.order
    if max(order.placed_at, order.promised_by or order.placed_at) < now - TOO_OLD:
        return verdict
    kind, heard, what = crossed(found.milestone, found.reason), found.heard, "crossed"
    if kind is None:
        if quiet is None or quiet.heard is None:
            return verdict  # news of it wakes it
        if not quiet.case_opened:
            verdict.judge_at = max(quiet.case_opens_at, now + timedelta(hours=1))
            return verdict
        kind, heard, what = quiet.case or CaseKind.STUCK, quiet.heard, "silence"
    if heard is None:
        return verdict
    solved = {case.id for case, news in verdict.moved if _nobody_has(case)}
    alike = _OWN if kind in _OWN else _ALIKE
    if any(case.kind in alike and case.id not in solved for case in about):
        verdict.judge_at = now + RECHECK
    else:
        verdict.opening = _opening(connection, parcel, kind, heard, what, now, config)
    return verdict


def _opening(
    connection: Connection,
    parcel: Parcel,
    kind: CaseKind,
    heard: Event,
    what: str,
    now: datetime,
    config: Settings,
) -> dict[str, Any]:
    """The row of the case that a parcel opens, with the facts as a conversation would give them."""
    since = heard.occurred_at.astimezone(timezone.utc)
    language = parcel.order.language
    known = facts(connection, None, parcel.order.id, now, only=parcel)
    urgency, why = judge(kind, REASON_OF[kind], known["parcels"], now)
    return {
        "conversation_id": None,
        "order_id": parcel.order.id,
        "shipment_id": parcel.id,
        "message_id": f"{what}:{parcel.id}:{since:%Y-%m-%dT%H:%M:%SZ}",
        "kind": kind.value,
        "state": CaseState.NEW.value,
        "reason": REASON_OF[kind].value,
        "urgency": urgency.value,
        "urgency_reason": why.value if why else None,
        "language": language if language in config.languages else config.default_language,
        "summary": {"asked": None, "channel": None, HEARD: since.isoformat(), **known},
        "opened_at": now,
        "waiting_since": now,
        "due_at": answer_time(policy().hours, now),
    }


def _news(case: Case, found: Journey) -> dict[str, Any] | None:
    """What was heard of the parcel after the silence that opened the case; None if nothing new."""
    if found.heard is None:
        return None
    at = found.heard.occurred_at.astimezone(timezone.utc)
    since = datetime.fromisoformat(case.summary[HEARD])
    if at <= since:
        return None
    news = {"at": at.isoformat(), "milestone": found.milestone.value, "events": [found.heard.id]}
    return None if case.summary.get(MOVED) == news else news


def _nobody_has(case: Case) -> bool:
    return case.state is CaseState.NEW and case.conversation_id is None


def _tell(connection: Connection, case_id: int, news: dict[str, Any], now: datetime, total: Watched) -> None:
    """Note on a case that its parcel has moved; solve it where nobody has begun."""
    case = by_id(connection, case_id, lock=True)  # a shopper may have joined it since it was read
    if case.state is CaseState.SOLVED:
        return
    summary = {**case.summary, MOVED: news}
    record(connection, case.id, Change.MOVED, STORE, now, after=str(news["milestone"]))
    if _nobody_has(case):
        solve_in(connection, case, Outcome.MOVED, STORE, now, summary=summary)
        total.solved += 1
    else:
        values = {"summary": summary, "version": cases.c.version + 1}
        connection.execute(update(cases).where(cases.c.id == case.id).values(values))
        total.marked += 1
