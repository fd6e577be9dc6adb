"""A queue to look at: cases of several kinds, shoppers, channels and ages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.engine import Connection, Engine

from tracking.cases import Change, record
from tracking.db import begin_write
from tracking.model import case_labels, cases, conversations, legs, orders, shipments


def order(connection: Connection, number: str, name: str, email: str, tracking: str, now: datetime) -> int:
    """An order with one parcel; its id."""
    made = connection.execute(
        orders.insert().values(
            number=number, number_key=number, name=name, email=email, placed_at=now, recorded_at=now
        )
    )
    order_id = int(made.inserted_primary_key[0])
    parcel = connection.execute(shipments.insert().values(order_id=order_id, position=1))
    connection.execute(
        legs.insert().values(
            shipment_id=parcel.inserted_primary_key[0], position=1, carrier="dhl", tracking_number=tracking
        )
    )
    return order_id


def put(engine: Engine, now: datetime, label: str | None = None, **given: Any) -> int:
    """A case, written as it is, with a line in its trail as every case has; its id."""
    row = {
        "message_id": f"m-{given.get('order_id')}-{given.get('kind')}-{now.isoformat()}-{len(repr(given))}",
        "kind": "person_wanted",
        "state": "new",
        "language": "en",
        "summary": {},
        "opened_at": now,
        "waiting_since": now,
        "channel": "website",
        **given,
    }
    with begin_write(engine) as connection:
        case_id = int(connection.execute(cases.insert().values(row)).inserted_primary_key[0])
        record(connection, case_id, Change.OPENED, "bot", now)
        if label:
            connection.execute(case_labels.insert().values(case_id=case_id, label=label))
    return case_id


def parcel(milestone: str, carrier: str, city: str, at: datetime, back_from: str | None = None) -> Any:
    """What of a parcel's explanation the list reads."""
    return {
        "state": {"milestone": milestone, "at": at.isoformat()},
        "who": {"carrier": carrier},
        "where": {"city": city},
        "outlook": {"back_from": back_from},
    }


def fill(engine: Engine, now: datetime) -> dict[str, int]:
    """A morning's queue; the ids of some of its cases, by what they are."""

    def ago(**span: float) -> datetime:
        return now - timedelta(**span)

    with begin_write(engine) as connection:
        for channel in ("website", "telegram", "whatsapp"):
            connection.execute(
                conversations.insert().values(
                    id=f"{channel}:1", channel=channel, owner="bot", created_at=now, updated_at=now
                )
            )
        camille = order(connection, "10042", "Camille Durand", "camille@example.com", "JD0001234567", now)
        jose = order(connection, "10043", "José Álvarez", "jose@example.com", "JD0001234568", now)
        lena = order(connection, "10044", "Lena Schäfer", "lena@example.com", "JD0001234569", now)
        tom = order(connection, "10045", "Tom Ashworth", "tom@example.com", "JD0001234570", now)
    held = parcel("customs_held", "dhl", "Leipzig", ago(days=6), (now + timedelta(days=2)).date().isoformat())
    return {
        "deadline": put(
            engine, ago(hours=3), kind="stuck", order_id=camille, urgency=3, urgency_reason="deadline",
            language="fr", conversation_id="website:1", due_at=ago(minutes=40), label="customs",
            summary={"order": "10042", "parcels": [held]},
        ),
        "change": put(
            engine, ago(minutes=50), kind="change_request", order_id=jose, urgency=2,
            urgency_reason="in_time", language="es", channel="whatsapp", conversation_id="whatsapp:1",
            due_at=now + timedelta(hours=2), assignee="ana", state="open",
            summary={"order": "10043", "parcels": [parcel("in_transit", "correos", "Madrid", ago(hours=20))]},
        ),
        "not_received": put(
            engine, ago(hours=20), kind="not_received", order_id=lena, language="de", channel="telegram",
            conversation_id="telegram:1", due_at=now + timedelta(hours=1), assignee="ben", state="open",
            label="claim",
            summary={"order": "10044", "parcels": [parcel("delivered", "dhl", "Köln", ago(days=2))]},
        ),
        "person": put(engine, ago(minutes=4), kind="person_wanted", due_at=now + timedelta(hours=4)),
        "return": put(
            engine, ago(days=1), kind="return_request", order_id=tom, urgency=0, urgency_reason="can_wait",
            summary={"order": "10045", "parcels": [parcel("delivered", "dpd-uk", "Leeds", ago(days=4))]},
        ),
        "waiting": put(
            engine, ago(days=2), kind="goods_claim", order_id=tom, state="waiting_for_shopper",
            waiting_since=None, assignee="ana", summary={"order": "10045"},
        ),
        "snoozed": put(
            engine, ago(days=3), kind="lost", order_id=lena, state="snoozed", language="de",
            snoozed_until=now + timedelta(days=1), assignee="ana", channel=None, summary={"order": "10044"},
        ),
        "solved": put(
            engine, ago(days=5), kind="seized", order_id=jose, state="solved", waiting_since=None,
            closed_at=ago(days=1), outcome="answered", language="es", summary={"order": "10043"},
        ),
    }  # fmt: skip
