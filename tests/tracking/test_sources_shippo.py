"""What only Shippo's messages have."""

from __future__ import annotations

import json
from datetime import date, datetime, timezone
from typing import Any

import pytest

from tests.tracking.reports import WIRE
from tracking.errors import NotUnderstoodError
from tracking.sources import shippo
from tracking.sources.report import Decoded, Estimate

JOURNEY = json.loads((WIRE / "shippo" / "whole_journey.json").read_bytes())
LATEST = JOURNEY["data"]["tracking_status"]


def decode(**changes: Any) -> Decoded:
    return shippo.decode(json.dumps(JOURNEY | {"data": JOURNEY["data"] | changes}).encode())


def test_the_current_status_is_the_last_of_the_history_and_no_scan_more() -> None:
    (report,) = decode().reports
    assert (report.tracking_number, report.carrier, len(report.scans)) == ("4731248290", "dhl", 10)
    # Without a history it is all there is.
    (report,) = decode(tracking_history=[]).reports
    assert [scan.milestone.value for scan in report.scans] == ["delivered"]
    assert report.stated_at == datetime(2026, 11, 17, 18, 40, tzinfo=timezone.utc)


def test_a_repeated_message_with_new_ids_tells_of_the_same_scans() -> None:
    renamed = [scan | {"object_id": "f" * 32, "object_created": "2026-11-20T00:00:00Z"}
               for scan in JOURNEY["data"]["tracking_history"]]  # fmt: skip
    first, again = decode().reports[0], decode(tracking_history=renamed[::-1]).reports[0]
    assert {scan.source_id for scan in first.scans} == {scan.source_id for scan in again.scans}


def test_an_unknown_substatus_is_counted_once_and_leaves_its_status() -> None:
    strange = LATEST | {"status": "TRANSIT", "substatus": {"code": "teleported"}}
    decoded = decode(tracking_history=[strange], tracking_status=strange)
    assert decoded.unknown == {"TRANSIT/teleported": 1}
    assert decoded.reports[0].scans[0].milestone.value == "in_transit"
    assert decode(tracking_history=[], tracking_status=strange).unknown == {"TRANSIT/teleported": 1}
    assert not shippo.knows("TRANSIT/teleported")
    assert shippo.knows("TRANSIT/package_held")
    assert shippo.knows("TRANSIT")


@pytest.mark.parametrize(
    "substatus", ["notice_left", {"code": "notice_left", "text": "", "action_required": True}]
)
def test_a_substatus_is_read_in_both_of_its_forms(substatus: Any) -> None:
    scan = LATEST | {"status": "TRANSIT", "substatus": substatus, "status_details": None}
    (report,) = decode(tracking_history=[scan], tracking_status=None).reports
    assert (report.scans[0].milestone.value, report.scans[0].code) == (
        "delivery_attempted",
        "TRANSIT/notice_left",
    )
    assert not report.scans[0].has_offset


@pytest.mark.parametrize(
    ("eta", "country", "wanted"),
    [
        ("2026-11-16T00:00:00Z", "US", Estimate(date(2026, 11, 16))),
        # In the destination's own calendar.
        ("2026-11-16T23:30:00Z", "FR",
         Estimate(date(2026, 11, 17), datetime(2026, 11, 16, 23, 30, tzinfo=timezone.utc))),
        (None, "US", None),
        (["soon"], "US", None),
    ],
)  # fmt: skip
def test_the_current_estimate_counts(eta: Any, country: str, wanted: Estimate | None) -> None:
    assert decode(eta=eta, address_to={"country": country}).reports[0].estimate == wanted


def test_a_message_about_something_else_says_nothing_of_parcels() -> None:
    for event in ("transaction_created", "batch_purchased"):
        decoded = shippo.decode(json.dumps({"event": event, "data": {"object_id": "1"}}).encode())
        assert (decoded.reports, decoded.rejected) == ((), [])
    with pytest.raises(NotUnderstoodError, match="event: expected track_updated"):
        shippo.decode(b'{"event": "teapot", "data": {}}')


def test_the_answer_to_a_question_says_the_same_as_a_webhook() -> None:
    assert shippo.decode(json.dumps(JOURNEY["data"]).encode()).reports == decode().reports
