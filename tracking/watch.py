"""The watch over silent parcels: what time alone changes is noticed by the clock, not when someone asks.

Every parcel has a time at which its silence is judged next (`shipments.judge_at`, indexed): when its order
comes, then whenever its silence, if it lasts, would open a case. A parcel that nothing is expected of has
none, until there is news of it (`tracking.recording`). So each pass reads only what is due.

A silence that has lasted too long opens a case for the team, once: whichever worker sees it first, and
however often. If the parcel moves again, a case that nobody has touched is solved; one that a person works
on, or that a shopper has asked about, is marked and left to them.

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
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking import lanes, store
from tracking.cases import UNSOLVED, Case, CaseState, cases_about
from tracking.db import begin_write
from tracking.explain import explain
from tracking.journey import Journey, journey
from tracking.model import cases, shipments
from tracking.parcels import Event, Parcel
from tracking.settings import Settings, settings
from tracking.silence import Silence, silence
from tracking.vocabulary import CaseKind, Tier

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
#: Key in a case's summary: the parcel has moved since, and how.
MOVED = "moved"


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
    verdicts = [_judge_safely(parcel, known, now, config) for parcel in parcels]
    connection.execute(
        update(shipments).where(shipments.c.id == bindparam("_id")).values(judge_at=bindparam("_judge_at")),
        [{"_id": verdict.parcel.id, "_judge_at": verdict.judge_at} for verdict in verdicts],
    )
    for verdict in verdicts:
        for case, news in verdict.moved:
            _tell(connection, case, news, now, total)
    openings = [verdict.opening for verdict in verdicts if verdict.opening]
    if openings:
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        for row in openings:
            total.opened += connection.execute(dialect.insert(cases).on_conflict_do_nothing(), row).rowcount
    made = [verdict.delivered for verdict in verdicts if verdict.delivered]
    lanes.forget(connection, [each.parcel.id for each in verdicts if each.delivered is None])
    lanes.keep(connection, made)
    total.judged += len(verdicts)


def _judge_safely(parcel: Parcel, known: Sequence[Case], now: datetime, config: Settings) -> _Verdict:
    """The verdict; a parcel that cannot be judged is put off, so that it keeps no other from being judged."""
    try:
        return _judge(parcel, known, now, config)
    except Exception as error:  # noqa: BLE001
        # Its words may quote the parcel: only its kind is told.
        _log.error("parcel %d: %s while judging its silence", parcel.id, type(error).__name__)
        return _Verdict(parcel, judge_at=now + RECHECK)


def _judge(parcel: Parcel, known: Sequence[Case], now: datetime, config: Settings) -> _Verdict:
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
    too_old = max(order.placed_at, order.promised_by or order.placed_at) < now - TOO_OLD
    if quiet is None or quiet.heard is None or too_old:
        return verdict  # news of it wakes it
    if not quiet.case_opened:
        verdict.judge_at = max(quiet.case_opens_at, now + timedelta(hours=1))
        return verdict
    solved = {case.id for case, news in verdict.moved if _nobody_has(case)}
    if any(case.kind in _ALIKE and case.id not in solved for case in about):
        verdict.judge_at = now + RECHECK
    else:
        verdict.opening = _opening(parcel, quiet, quiet.heard, now, config)
    return verdict


def _opening(parcel: Parcel, quiet: Silence, heard: Event, now: datetime, config: Settings) -> dict[str, Any]:
    """The row of the case that a silence opens, with the facts as a conversation would give them."""
    since = heard.occurred_at.astimezone(timezone.utc)
    language = parcel.order.language
    return {
        "conversation_id": None,
        "order_id": parcel.order.id,
        "shipment_id": parcel.id,
        "message_id": f"silence:{parcel.id}:{since:%Y-%m-%dT%H:%M:%SZ}",
        "kind": (quiet.case or CaseKind.STUCK).value,
        "state": CaseState.NEW.value,
        "language": language if language in config.languages else config.default_language,
        "summary": {
            "asked": None,
            "channel": None,
            "order": parcel.order.number,
            "silent_since": since.isoformat(),
            "parcels": [explain(parcel, now=now, tier=Tier.FULL, zone=config.shop_zone).as_dict()],
        },
        "opened_at": now,
    }


def _news(case: Case, found: Journey) -> dict[str, Any] | None:
    """What was heard of the parcel after the silence that opened the case; None if nothing new."""
    if found.heard is None:
        return None
    at = found.heard.occurred_at.astimezone(timezone.utc)
    since = datetime.fromisoformat(case.summary["silent_since"])
    if at <= since:
        return None
    news = {"at": at.isoformat(), "milestone": found.milestone.value, "events": [found.heard.id]}
    return None if case.summary.get(MOVED) == news else news


def _nobody_has(case: Case) -> bool:
    return case.state is CaseState.NEW and case.conversation_id is None


def _tell(connection: Connection, case: Case, news: dict[str, Any], now: datetime, total: Watched) -> None:
    """Note on a case that its parcel has moved; solve it where nobody has begun."""
    values: dict[str, Any] = {"summary": {**case.summary, MOVED: news}}
    if _nobody_has(case):
        values |= {"state": CaseState.SOLVED.value, "closed_at": now}
        total.solved += 1
    else:
        total.marked += 1
    connection.execute(update(cases).where(cases.c.id == case.id).values(values))
