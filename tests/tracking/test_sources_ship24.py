"""What only Ship24's messages have."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from tests.tracking.reports import WIRE, order, parcel, take
from tracking import store
from tracking.journey import journey
from tracking.parcels import Place, Proof
from tracking.sources import ship24
from tracking.sources.report import Decoded, Scan

JOURNEY = json.loads((WIRE / "ship24" / "whole_journey.json").read_bytes())
TRACKING = JOURNEY["trackings"][0]
DELIVERED = TRACKING["events"][0]


def decode(**changes: Any) -> Decoded:
    return ship24.decode(json.dumps({"trackings": [TRACKING | changes]}).encode())


def scan(**changes: Any) -> Scan:
    decoded = decode(events=[DELIVERED | changes])
    assert decoded.rejected == []
    return decoded.reports[0].scans[0]


def test_scans_keep_the_ids_that_ship24_gives_them() -> None:
    (report,) = decode().reports
    assert report.tracking_number == "4731248290"
    assert [each.source_id for each in report.scans] == [each["eventId"] for each in TRACKING["events"]]
    # The next message brings only what is new.
    (report,) = decode(events=TRACKING["events"][:1]).reports
    assert [each.source_id for each in report.scans] == [DELIVERED["eventId"]]
    assert scan(eventId=None).source_id == scan(eventId=None, order=99).source_id


@pytest.mark.parametrize(
    ("written", "more", "at", "offset"),
    [
        ("2026-11-17T12:30:00", {"utcOffset": "-06:00"}, "17 18:30", -6),
        ("2026-11-17T12:30:00-06:00", {"utcOffset": "+01:00"}, "17 18:30", -6),
        ("2026-11-17T12:30:00Z", {"utcOffset": "-06:00"}, "17 12:30", None),
        ("2026-11-17T12:30:00", {"utcOffset": None}, "17 12:30", None),
        ("2026-11-17T12:30:00", {"utcOffset": None, "location": "Lyon, FR"}, "17 11:30", None),
        ("2026-11-17T12:30:00", {"utcOffset": "west"}, "17 12:30", None),
        # A day without a time is no midnight of another zone.
        ("2026-11-17T00:00:00", {"hasNoTime": True, "location": "Lyon, FR"}, "16 23:00", None),
    ],
)
def test_a_time_is_that_of_the_place(written: str, more: dict[str, Any], at: str, offset: int | None) -> None:
    read = scan(occurrenceDatetime=written, **more)
    assert f"{read.occurred_at.astimezone(timezone.utc):%d %H:%M}" == at
    assert read.has_offset is (offset is not None)
    if offset is not None:
        assert read.occurred_at.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Lyon, FR", Place("Lyon", "FR")),
        ("Lyon, France", Place("Lyon", "FR")),
        ("FRANCE", Place(None, "FR")),
        # A state, or a country that the parcel has nothing to do with: nothing is guessed.
        ("SAN RAFAEL, CA", Place("SAN RAFAEL, CA")),
        ("SAN RAFAEL, CA 94901", Place("SAN RAFAEL, CA 94901")),
        ("Wilmington, DE", Place("Wilmington, DE")),
        ("London, GB", Place("London", "GB")),
        ("Hub", Place("Hub")),
        (", FR", Place(None, "FR")),
        (None, Place()),
        ({"city": "Lyon"}, Place()),
    ],
)
def test_a_place_is_read_from_a_free_text(location: Any, place: Place) -> None:
    assert scan(location=location).place == place


def test_a_country_that_may_be_a_state_counts_where_the_parcel_goes_there() -> None:
    shipment = TRACKING["shipment"] | {"destinationCountryCode": "DE"}
    (report,) = decode(shipment=shipment, events=[DELIVERED | {"location": "Hamburg, DE"}]).reports
    assert report.scans[0].place == Place("Hamburg", "DE")


def test_the_milestone_speaks_where_the_code_is_missing_or_new() -> None:
    quiet = {"status": None}
    assert scan(statusCode=None, statusMilestone="in_transit", **quiet).milestone.value == "in_transit"
    decoded = decode(
        events=[DELIVERED | quiet | {"statusCode": "drone_away", "statusMilestone": "in_transit"}]
    )
    assert decoded.unknown == {"drone_away": 1}
    assert (decoded.reports[0].scans[0].milestone.value, decoded.reports[0].scans[0].code) == (
        "in_transit",
        "drone_away",
    )
    assert scan(statusCode=None, statusMilestone="in_transit", status="Held by customs").reason is not None
    assert not ship24.knows("drone_away")
    assert ship24.knows("customs_cleared")


def test_a_courier_that_is_not_in_the_catalogue_is_not_named_by_its_code() -> None:
    assert [scan(courierCode=code).carrier for code in ("us-post", "xx-nobody", None, ["dhl"])] == [
        "usps",
        None,
        None,
        None,
    ]


def test_two_numbers_are_a_handover() -> None:
    shipment = TRACKING["shipment"] | {
        "trackingNumbers": [{"tn": "4731248290"}, {"tn": "9400100000"}, "x", {"tn": 7}]
    }
    event = DELIVERED | {"eventTrackingNumber": "9400100000"}
    assert decode(shipment=shipment, events=[event]).reports[0].next_legs == (("usps", "9400100000"),)
    assert decode(shipment=shipment).reports[0].next_legs == ()


def test_the_second_courier_that_receives_it_takes_it_over(engine: Engine) -> None:
    row = order("10090", ("DHL Express", "4731248290"), placed="2026-11-08T09:00:00Z")
    store.import_orders(engine, [row], datetime(2026, 11, 8, 10, tzinfo=timezone.utc))
    event = DELIVERED | {"statusCode": "transit_handover", "statusMilestone": "in_transit", "status": None}
    received = [
        event | {"eventId": by, "courierCode": by, "occurrenceDatetime": f"2026-11-1{day}T12:00:00"}
        for day, by in enumerate(("dhl", "us-post"))
    ]
    take(engine, "ship24", json.dumps({"trackings": [TRACKING | {"events": received}]}).encode())
    found = journey(parcel(engine, "10090"), datetime(2026, 11, 12, tzinfo=timezone.utc))
    assert found.milestone.value == "handed_over"
    assert [(each.giver, each.receiver) for each in found.handovers] == [("dhl", "usps")]


def test_who_signed_is_proof_of_the_delivery() -> None:
    delivery = {"estimatedDeliveryDate": None, "signedBy": "A. Martin"}
    (report,) = decode(shipment=TRACKING["shipment"] | {"delivery": delivery}).reports
    assert report.scans[0].proof == Proof(signed_by="A. Martin")
    assert report.estimate is None


@pytest.mark.parametrize(
    ("country", "first", "last", "hours"),
    [
        ("FR", "2026-11-17T13:00:00", "2026-11-17T15:00:00", (12, 14)),
        ("US", "2026-11-17T13:00:00-06:00", "2026-11-17T15:00:00-06:00", (19, 21)),
        # By which of its clocks, nobody says.
        ("US", "2026-11-17T13:00:00", "2026-11-17T15:00:00", None),
        ("FR", "2026-11-17", "2026-11-18", None),
        ("FR", "2026-11-17T15:00:00", "2026-11-17T13:00:00", None),
        ("FR", None, "2026-11-17T15:00:00", None),
    ],
)
def test_the_courier_gives_a_window(
    country: str, first: str, last: str, hours: tuple[int, int] | None
) -> None:
    delivery = {
        "estimatedDeliveryDate": "2026-11-30",
        "courierEstimatedDeliveryDate": {"from": first, "to": last},
    }
    out = DELIVERED | {"statusCode": "delivery_out_for_delivery", "status": None}
    shipment = TRACKING["shipment"] | {"destinationCountryCode": country, "delivery": delivery}
    (report,) = decode(
        shipment=shipment, events=[out | {"occurrenceDatetime": "2026-11-17T06:00:00"}]
    ).reports
    window = report.scans[0].window
    assert (window and tuple(end.astimezone(timezone.utc).hour for end in window)) == hours
    assert report.estimate is not None
    assert report.estimate.due_on.isoformat() == last[:10]


def test_the_answer_to_a_question_says_the_same_as_a_webhook() -> None:
    assert ship24.decode(json.dumps({"data": JOURNEY}).encode()).reports == decode().reports


def test_one_tracking_that_is_wrong_does_not_take_the_others_along() -> None:
    body = {"trackings": [None, TRACKING | {"tracker": {}}, TRACKING, TRACKING | {"events": "none"}]}
    decoded = ship24.decode(json.dumps(body).encode())
    assert len(decoded.reports) == 1
    assert [reason.partition(":")[0] for reason in decoded.rejected] == [
        "tracking 1",
        "tracking 2",
        "tracking 4",
    ]
