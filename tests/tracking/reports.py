"""Payloads as short as a test needs them, and looks into the store."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import inbox, store
from tracking.counts import Counts
from tracking.db import begin_read
from tracking.model import payloads
from tracking.parcels import Event, Parcel

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
NUMBER = "15501234567890"
WIRE = Path(__file__).parents[1] / "wire"


def order(number: str, *shipments: tuple[str, str], placed: str = "2026-11-10T09:00:00Z") -> dict[str, Any]:
    parcels = [{"carrier": carrier, "tracking_number": tracking} for carrier, tracking in shipments]
    return {"number": number, "placed_at": placed, "shipments": parcels}


def easypost(*scans: tuple[str, str], carrier: str = "DPDUK", number: str = NUMBER, **more: Any) -> bytes:
    """A tracker whose scans are (time, status)."""
    details = [{"datetime": at, "status": status, "message": f"{status} scan"} for at, status in scans]
    tracker = {"tracking_code": number, "carrier": carrier, "tracking_details": details, **more}
    return json.dumps({"description": "tracker.updated", "result": tracker}).encode()


def aftership(*scans: tuple[str, str, str], slug: str = "dpd-uk", number: str = NUMBER, **more: Any) -> bytes:
    """A tracking whose checkpoints are (time, subtag, slug of the scan)."""
    checkpoints = [
        {"checkpoint_time": at, "subtag": subtag, "slug": by, "message": f"{subtag} at {at}"}
        for at, subtag, by in scans
    ]
    tracking = {"tracking_number": number, "slug": slug, "checkpoints": checkpoints, **more}
    return json.dumps({"event": "tracking_update", "msg": tracking}).encode()


def shop(*given: dict[str, Any]) -> bytes:
    return json.dumps([{"occurred_at": "2026-11-10T10:00:00Z", **event} for event in given]).encode()


def take(engine: Engine, source: str, *bodies: bytes) -> Counts:
    total = Counts()
    for body in bodies:
        receipt = inbox.receive(engine, source, body, NOW)
        total.add(inbox.process(engine, receipt.payload_id, NOW))
    return total


def parcels(engine: Engine, number: str) -> list[Parcel]:
    with begin_read(engine) as connection:
        found = store.find_order(connection, number)
        assert found is not None
        return store.parcels_of(connection, found.id)


def parcel(engine: Engine, number: str) -> Parcel:
    (only,) = parcels(engine, number)
    return only


def told(parcel: Parcel) -> list[str]:
    return [event.milestone.value for event in parcel.events]


def states(engine: Engine) -> list[tuple[str, str | None]]:
    with begin_read(engine) as connection:
        query = select(payloads.c.state, payloads.c.error).order_by(payloads.c.id)
        return [tuple(row) for row in connection.execute(query)]


def essence(engine: Engine, *numbers: str) -> list[Any]:
    """What the store knows of orders, without row ids and times of arrival."""

    def of_event(event: Event) -> tuple[Any, ...]:
        facts = (event.source_id, event.milestone, event.reason, event.actor, event.occurred_at.isoformat())
        return (*facts, event.place, event.carrier, event.code, event.words, event.proof, event.window)

    return [
        (
            number,
            parcel.position,
            [(leg.carrier, leg.tracking_number) for leg in parcel.legs],
            [of_event(event) for event in parcel.events],
            [(promise.due_on, promise.due_at, promise.stated_at) for promise in parcel.promises],
        )
        for number in numbers
        for parcel in parcels(engine, number)
    ]


#: Scans of one parcel: (time, status).
FIRST = ("2026-11-11T18:00:00Z", "in_transit")
SECOND = ("2026-11-12T08:00:00Z", "out_for_delivery")
THIRD = ("2026-11-12T12:00:00Z", "delivered")
