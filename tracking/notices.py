"""Telling shoppers who asked for it that their parcel has moved.

Every consent has a time at which it is looked at next (`subscriptions.look_at`, indexed). A scan of the
order's parcels sets it (`tracking.recording`): nothing is read of parcels that have no news. A look compares
the state of each parcel with the one told last, and says the newest state in one notice, however many scans
led to it. The notice in the outbox and the mark of what it told are one transaction under the row's lock:
whichever worker looks, killed at whatever moment, it is put there once.

- Told is what changes what a shopper would do or expect: see `WORTH_TELLING`. A label is not progress, the
  packing table neither. A scan on the way is told if it ends a standstill, or is the first.
- Never the same state twice; a second attempt, or round, on another day is another.
- Never what is older than what was told. Nothing after the end.
- While a person has the conversation the bot is silent; once they hand it back, what is new by then is told.
- A phone rings only between 8 and 21 o'clock where the shopper lives, and from 6 on where the parcel comes
  today: the driver may be there at 8. Where shoppers come for their messages, nobody is woken at any hour.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine, Row

from tracking import disclosure, outbox, store
from tracking.db import begin_read, begin_write
from tracking.explain import explain
from tracking.journey import journey
from tracking.model import conversations, subscriptions
from tracking.outbox import FETCHED, Button, Reply
from tracking.parcels import Parcel
from tracking.places import zone_of
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.subscriptions import LIFETIME, OVER, STOPPING, Ended, Told, stop_word
from tracking.vocabulary import Milestone, Owner, Tier
from tracking.wording import Wording, wording

_log = logging.getLogger(__name__)

M = Milestone
#: Consents looked at in one transaction; on SQLite it keeps other writers waiting for some 50 ms.
BATCH = 10
#: While a person has the conversation, and when a look has failed, the next one is so much later.
PERSON_AT_WORK = timedelta(minutes=1)
RECHECK = timedelta(hours=1)
#: On the shopper's clock: when a phone may ring, and from when on the day of delivery.
MORNING, EVENING, EARLY = time(8), time(21), time(6)

#: Before anything has moved, or not to be read as movement.
NO_MOVE = frozenset({M.ORDER_CONFIRMED, M.PACKED, M.LABEL_CREATED, M.UNKNOWN})
#: Scans on the way that are told only where they end a standstill or are the first.
ON_THE_WAY = frozenset({M.IN_TRANSIT, M.AT_LOCAL_DEPOT})
WORTH_TELLING = frozenset(M) - NO_MOVE - ON_THE_WAY
STANDSTILL = frozenset(
    {M.CUSTOMS_HELD, M.DELIVERY_ATTEMPTED, M.DELAYED, M.EXCEPTION, M.RETURN_STARTED, M.LOST, M.DAMAGED}
)
#: Told anew if it happens on another day.
EACH_DAY = frozenset({M.OUT_FOR_DELIVERY, M.DELIVERY_ATTEMPTED})


@dataclass
class Passed:
    """What one pass came to."""

    looked: int = 0
    #: Conversations with a new notice in the outbox.
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Verdict:
    """What becomes of one consent."""

    reply: Reply | None = None
    told: dict[str, Any] | None = None
    look_at: datetime | None = None
    ended: Ended | None = None


def send_due(
    engine: Engine, now: datetime, *, fetched: Collection[str] = FETCHED, limit: int = BATCH
) -> Passed:
    """Look at up to `limit` consents that are due at `now` (aware), and put the notices into the outbox.

    `fetched` names the channels whose shoppers come for their messages.

    Raises:
        StoreUnavailableError: the database does not answer; nothing was written.
    """
    passed = Passed()
    due = select(subscriptions.c.id).where(subscriptions.c.look_at <= now).limit(1)
    with begin_read(engine) as connection:
        if connection.execute(due).first() is None:
            return passed
    with begin_write(engine) as connection:
        rows = _claim(connection, now, limit)
        parcels: dict[int, list[Parcel]] = defaultdict(list)
        for parcel in store.parcels_of_all(connection, [row.order_id for row in rows]):
            parcels[parcel.order.id].append(parcel)
        for row in rows:
            tier = disclosure.tier(connection, row.conversation_id, row.order_id, now=now)
            verdict = _judge_safely(row, parcels[row.order_id], tier, now, fetched)
            _write(connection, row, verdict, now, fetched)
            passed.looked += 1
            if verdict.reply is not None:
                passed.told.append(row.conversation_id)
    return passed


def is_news(before: Told | None, current: Told) -> bool:
    """Whether a shopper who knows the state `before` (None: of nothing) is to be told of `current`."""
    milestone = M(current.milestone)
    if milestone in NO_MOVE:
        return False
    known = M(before.milestone) if before else None
    if before is None or known in NO_MOVE:
        return True
    if known in OVER or _moment(current) < _moment(before):
        return False
    if milestone is known:
        other_day = milestone in EACH_DAY and current.day != before.day
        return other_day or (current.reason is not None and current.reason != before.reason)
    return milestone in WORTH_TELLING or known in STANDSTILL


def may_ring_at(now: datetime, zone: tzinfo, milestones: Collection[Milestone]) -> datetime:
    """When a notice of these states may be sent by the shopper's clock: `now`, or the next morning."""
    local = now.astimezone(zone)
    opens = EARLY if M.OUT_FOR_DELIVERY in milestones else MORNING
    if opens <= local.time() < EVENING:
        return now
    day = local.date() + timedelta(days=1 if local.time() >= EVENING else 0)
    return datetime.combine(day, opens, tzinfo=zone)


def _moment(state: Told) -> datetime:
    return datetime.fromisoformat(state.at) if state.at else datetime.min.replace(tzinfo=settings().shop_zone)


def _claim(connection: Connection, now: datetime, limit: int) -> Sequence[Row]:
    """Consents that are due, with the owner of their conversation; this transaction's alone."""
    query = (
        select(subscriptions, conversations.c.owner)
        .join(conversations, conversations.c.id == subscriptions.c.conversation_id)
        .where(subscriptions.c.look_at <= now)
        .order_by(subscriptions.c.look_at, subscriptions.c.id)
        .limit(limit)
        .with_for_update(of=subscriptions, skip_locked=True)
    )
    return connection.execute(query).all()  # type: ignore[no-any-return]


def _judge_safely(
    row: Row, parcels: Sequence[Parcel], tier: Tier, now: datetime, fetched: Collection[str]
) -> _Verdict:
    """The verdict; a consent that cannot be judged is put off, so that it keeps no other from being told."""
    try:
        return _judge(row, parcels, tier, now, fetched)
    except Exception as error:  # noqa: BLE001
        # Its words may quote the parcel: only its kind is told.
        _log.error("consent %d: %s while looking for news", row.id, type(error).__name__)
        return _Verdict(look_at=now + RECHECK)


def _judge(
    row: Row, parcels: Sequence[Parcel], tier: Tier, now: datetime, fetched: Collection[str]
) -> _Verdict:
    if row.stopped_at is not None:
        return _Verdict()
    if now >= row.consented_at + LIFETIME:
        return _Verdict(ended=Ended.EXPIRED)
    journeys = {parcel.id: journey(parcel, now) for parcel in parcels}
    states = {parcel_id: Told.of(found) for parcel_id, found in journeys.items()}
    before = {int(key): Told(**value) for key, value in row.told.items()}
    over = bool(states) and all(M(state.milestone) in OVER for state in states.values())
    ended = Ended.ARRIVED if over else None
    # What is dated after now is news then.
    later = min((event.occurred_at for each in journeys.values() for event in each.announced), default=None)
    news = [parcel for parcel in parcels if is_news(before.get(parcel.id), states[parcel.id])]
    if not news:
        return _Verdict(look_at=later, ended=ended)
    if Owner(row.owner) is Owner.PERSON:
        return _Verdict(look_at=now + PERSON_AT_WORK)
    if row.channel not in fetched:
        zone = zone_of(parcels[0].order.country) or settings().shop_zone
        rings = may_ring_at(now, zone, {journeys[parcel.id].milestone for parcel in news})
        if rings > now:
            return _Verdict(look_at=rings)
    told = {**before, **{parcel.id: states[parcel.id] for parcel in news}}
    return _Verdict(
        reply=_reply(wording(row.language), news, len(parcels), tier, now, over=over),
        told={str(parcel_id): asdict(state) for parcel_id, state in told.items()},
        look_at=later,
        ended=ended,
    )


def _write(
    connection: Connection, row: Row, verdict: _Verdict, now: datetime, fetched: Collection[str]
) -> None:
    values: dict[str, Any] = {"look_at": None if verdict.ended else verdict.look_at}
    if verdict.reply is not None:
        values |= {"told": verdict.told, "told_at": now, "notices": row.notices + 1}
        hold = row.channel in fetched
        outbox.put(
            connection, row.conversation_id, [verdict.reply], author="bot", inbox_id=None, hold=hold, now=now
        )
    if verdict.ended is not None:
        values |= {"stopped_at": now, "stopped_by": verdict.ended.value}
    connection.execute(update(subscriptions).where(subscriptions.c.id == row.id).values(values))


def _reply(
    words: Wording, news: Sequence[Parcel], count: int, tier: Tier, now: datetime, *, over: bool
) -> Reply:
    """The newest state of one parcel in full, of several in a line each; and how to end it."""
    zone = settings().shop_zone
    told = [explain(parcel, now=now, tier=tier, zone=zone, count=count) for parcel in news]
    if len(told) == 1:
        text = words.chat(told[0])
    elif tier is Tier.STATUS:
        text = "\n".join(words.line(each) for each in told)
    else:
        head = words.text("notice-several", order=news[0].order.number, count=len(news))
        lines = (
            words.text("order-parcel-line", position=parcel.position, line=words.line(each))
            for parcel, each in zip(news, told, strict=True)
        )
        text = "\n".join((head, *lines))
    closed = words.text("order-status-only") if tier is Tier.STATUS else ""
    ending = "" if over else words.text("notice-end", word=stop_word(words.language))
    return Reply(
        text="\n\n".join(filter(None, (text, closed, ending))),
        buttons=_buttons(words, news, told, over=over),
        card=words.card(told[0]) if len(told) == 1 else None,
    )


def _buttons(
    words: Wording, news: Sequence[Parcel], told: Sequence[Explanation], *, over: bool
) -> tuple[Button, ...]:
    """What is asked next of such news, a person, and the end of it."""
    parcel, explained = news[0], told[0]
    asked: str | None = None
    if explained.state.milestone is M.DELIVERED:
        asked = "report_not_received"
    elif explained.why is not None:
        asked = "ask_why"
    elif explained.ahead:
        asked = "ask_eta"
    about = {"order_number": parcel.order.number, "parcel": parcel.position}
    payloads = {
        **({asked: f"/{asked}{json.dumps(about)}"} if asked and len(news) == 1 else {}),
        "human_agent": "/human_agent",
        **({} if over else {STOPPING: f"/{STOPPING}"}),
    }
    return tuple(
        Button(words.text(f"button-{intent.replace('_', '-')}"), payload)
        for intent, payload in payloads.items()
    )
