"""Writing what was reported of parcels: events, promises, and legs that only scans speak of.

The outcome is a function of the set of reports: coming in any order, any number of times, they leave the
same rows. A scan is recognised by its `source_id`. What a later payload adds to it (proof, window) replaces
what an earlier one stated, by the time the provider gives, not by the time of arrival.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.engine import Connection, Row

from tracking import carriers
from tracking.matching import KnownLeg, KnownParcel, batches
from tracking.model import events, legs, promises, shipments, subscriptions
from tracking.sources.report import Estimate, Scan
from tracking.vocabulary import FINAL

#: Position of legs that only scans spoke of: after all that the shop named, in the order of their scans.
LEARNT = 1000

#: What we read into a scan, and may read better later.
_READING = ("milestone", "reason", "actor", "carrier", "leg_id")
#: What a later statement may add to a scan.
_DETAILS = ("proof", "window_from", "window_to")
#: A scan's own facts, should a source ever give one id to two different ones: the greater ones count.
_FACTS = ("occurred_at", "code", "words", "city", "country")

#: Milestones that may end a parcel's way.
_ENDING = frozenset(milestone.value for milestone in FINAL)

#: Who asked to be told of a parcel is told so long after its first scan: scans come several at a time.
SETTLED = timedelta(seconds=2)

Key = tuple[int, str, str]


def leg_of(
    connection: Connection, parcel: KnownParcel, carrier: str | None, number: str | None
) -> KnownLeg | None:
    """The leg of a carrier's scan; a new one where another carrier has taken the parcel over."""
    if number is None:
        return None
    bearing = [leg for leg in parcel.legs if leg.number == number]
    if carrier is None:
        return bearing[0] if len(bearing) == 1 else None
    return (
        next((leg for leg in bearing if leg.carrier == carrier), None)
        or next((leg for leg in bearing if carriers.same(leg.carrier, carrier)), None)
        # The shop gave the number without the carrier.
        or next((leg for leg in bearing if leg.carrier == carriers.UNKNOWN), None)
        # Its own number for the parcel is known from elsewhere.
        or next((leg for leg in parcel.legs if leg.carrier == carrier), None)
        or _add_leg(connection, parcel, carrier, number)
    )


def next_leg(
    connection: Connection, parcel: KnownParcel, carrier: str, number: str, before: str | None
) -> None:
    """Note that a carrier takes over, and its number; scans under the number `before` told of it, or will."""
    named = next((leg for leg in parcel.legs if (leg.carrier, leg.number) == (carrier, number)), None)
    told = next((leg for leg in parcel.legs if (leg.carrier, leg.number) == (carrier, before)), None)
    if told is None or number == before:
        if named is None:
            _add_leg(connection, parcel, carrier, number)
        return
    if named is None:
        told.number = number
        connection.execute(update(legs).where(legs.c.id == told.id).values(tracking_number=number))
        return
    connection.execute(update(events).where(events.c.leg_id == told.id).values(leg_id=named.id))
    connection.execute(delete(legs).where(legs.c.id == told.id))
    parcel.legs.remove(told)


def _add_leg(connection: Connection, parcel: KnownParcel, carrier: str, number: str) -> KnownLeg:
    values = {
        "shipment_id": parcel.shipment_id,
        "carrier": carrier,
        "tracking_number": number,
        "position": LEARNT,
    }
    made = KnownLeg(connection.execute(insert(legs).values(values)).inserted_primary_key[0], carrier, number)
    parcel.legs.append(made)
    return made


def event_row(
    parcel: KnownParcel, leg: KnownLeg | None, source: str, scan: Scan, stated_at: datetime | None
) -> dict[str, Any]:
    """The row of a scan; `payload_id` and `recorded_at` are left to be added."""
    offset = scan.occurred_at.utcoffset() if scan.has_offset else None
    detailed = scan.proof is not None or scan.window is not None
    return {
        "shipment_id": parcel.shipment_id,
        "leg_id": leg.id if leg else None,
        "source": source,
        "source_id": scan.source_id,
        "milestone": scan.milestone.value,
        "reason": scan.reason.value if scan.reason else None,
        "actor": scan.actor.value,
        "carrier": scan.carrier,
        "occurred_at": scan.occurred_at.astimezone(timezone.utc),
        "offset_minutes": int(offset.total_seconds() // 60) if offset is not None else None,
        "city": scan.place.city,
        "country": scan.place.country,
        "code": scan.code,
        "words": scan.words,
        "proof": {name: value for name, value in asdict(scan.proof).items() if value is not None}
        if scan.proof
        else None,
        "window_from": scan.window[0] if scan.window else None,
        "window_to": scan.window[1] if scan.window else None,
        "stated_at": stated_at if detailed else None,
    }


def merge(stored: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a stored scan that a newly given account of it changes."""
    old, new = _facts(stored), _facts(given)
    changes: dict[str, Any] = {}
    if new >= old:
        changes = {name: given[name] for name in (*_READING, *_FACTS)}
    offsets = [row["offset_minutes"] for row in (stored, given) if row["offset_minutes"] is not None]
    changes["offset_minutes"] = max(offsets, default=None)
    if _statement(given) > _statement(stored):
        changes |= {name: given[name] for name in (*_DETAILS, "stated_at")}
    return {name: value for name, value in changes.items() if stored[name] != value}


def _facts(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (row["occurred_at"], *(row[name] or "" for name in _FACTS[1:]))


def _statement(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """How late a statement of details was made; one without details is before all others."""
    details = [row[name] for name in _DETAILS]
    stated = row["stated_at"]
    return (
        any(detail is not None for detail in details),
        stated is not None,
        stated or datetime.min.replace(tzinfo=timezone.utc),
        str(sorted((details[0] or {}).items())),
        str(details[1:]),
    )


def write_events(connection: Connection, rows: Iterable[dict[str, Any]], now: datetime) -> dict[Key, str]:
    """Store rows of `event_row`, and say of each scan whether it is new, changed or a duplicate."""
    given: dict[Key, dict[str, Any]] = {}
    for row in rows:
        key = (row["shipment_id"], row["source"], row["source_id"])
        if key in given:
            given[key] |= merge(given[key], row)
        else:
            given[key] = row
    stored = _stored(connection, {key[0] for key in given}, {key[1] for key in given})
    outcome: dict[Key, str] = {}
    fresh, changed = [], []
    for key, row in given.items():
        known = stored.get(key)
        if known is None:
            fresh.append(row | {"recorded_at": now})
            outcome[key] = "new"
        elif changes := merge(known._mapping, row):
            changed.append({**_columns(known), **changes, "_id": known.id})
            outcome[key] = "changed"
        else:
            outcome[key] = "duplicate"
    if fresh:
        connection.execute(insert(events), fresh)
    if changed:
        names = (*_READING, *_DETAILS, *_FACTS, "offset_minutes", "stated_at")
        connection.execute(
            update(events)
            .where(events.c.id == bindparam("_id"))
            .values({name: bindparam(f"_{name}") for name in names}),
            [{"_id": row["_id"], **{f"_{name}": row[name] for name in names}} for row in changed],
        )
    _wake_watch(connection, [*fresh, *changed], now)
    _wake_notices(connection, {row["shipment_id"] for row in (*fresh, *changed)}, now)
    return outcome


def _wake_watch(connection: Connection, news: Iterable[Mapping[str, Any]], now: datetime) -> None:
    """Have parcels judged anew (see `tracking.watch`): those that rested, and those whose way may be over."""
    ids: set[int] = set()
    ended: set[int] = set()
    for row in news:
        (ended if row["milestone"] in _ENDING else ids).add(row["shipment_id"])
    for some in batches(ended):
        later = or_(shipments.c.judge_at.is_(None), shipments.c.judge_at > now)
        connection.execute(update(shipments).where(shipments.c.id.in_(some), later).values(judge_at=now))
    for some in batches(ids - ended):
        at_rest = shipments.c.judge_at.is_(None)
        connection.execute(update(shipments).where(shipments.c.id.in_(some), at_rest).values(judge_at=now))


def _wake_notices(connection: Connection, parcels: set[int], now: datetime) -> None:
    """Have news looked for on behalf of those who asked to be told of these parcels: `tracking.notices`."""
    soon = now + SETTLED
    for some in batches(sorted(parcels)):
        # Locked before `look_at` is read, in one order for everybody: a look that is under way has not seen
        # what is being written here, and must not be the last one.
        asked = connection.execute(
            select(subscriptions.c.id, subscriptions.c.look_at)
            .join(shipments, shipments.c.order_id == subscriptions.c.order_id)
            .where(shipments.c.id.in_(some), subscriptions.c.stopped_at.is_(None))
            .order_by(subscriptions.c.id)
            .with_for_update(of=subscriptions)
        )
        ids = {row.id for row in asked if row.look_at is None or row.look_at > soon}
        if ids:
            connection.execute(update(subscriptions).where(subscriptions.c.id.in_(ids)).values(look_at=soon))


def _columns(row: Row) -> dict[str, Any]:
    return dict(row._mapping)


def _stored(connection: Connection, parcels: set[int], sources: set[str]) -> dict[Key, Row]:
    found = {}
    for ids in batches(sorted(parcels)):
        query = select(events).where(events.c.shipment_id.in_(ids), events.c.source.in_(sorted(sources)))
        for row in connection.execute(query):
            found[row.shipment_id, row.source, row.source_id] = row
    return found


def write_promises(
    connection: Connection, stated: Iterable[tuple[int, str, Estimate, datetime]], now: datetime
) -> None:
    """Store the carriers' estimates, each as (shipment id, source, estimate, when it was stated)."""
    given = {
        (shipment, source, estimate.due_on, at): {
            "shipment_id": shipment,
            "basis": "carrier",
            "due_on": estimate.due_on,
            "due_at": estimate.due_at,
            "source": source,
            "stated_at": at,
            "recorded_at": now,
        }
        for shipment, source, estimate, at in stated
    }
    for ids in batches(sorted({key[0] for key in given})):
        known = connection.execute(
            select(promises.c.shipment_id, promises.c.source, promises.c.due_on, promises.c.stated_at).where(
                promises.c.shipment_id.in_(ids)
            )
        )
        for row in known:
            given.pop(tuple(row), None)
    if given:
        connection.execute(insert(promises), list(given.values()))
