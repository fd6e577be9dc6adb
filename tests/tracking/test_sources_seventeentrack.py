"""What only 17TRACK's messages have."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.tracking.reports import WIRE
from tracking.errors import NotUnderstoodError
from tracking.parcels import Place
from tracking.sources import seventeentrack
from tracking.sources.report import Estimate, Report, Scan

JOURNEY = json.loads((WIRE / "seventeentrack" / "whole_journey.json").read_bytes())


def only(**track_info: Any) -> Report:
    data = JOURNEY["data"] | {"track_info": JOURNEY["data"]["track_info"] | track_info}
    decoded = seventeentrack.decode(json.dumps(JOURNEY | {"data": data}).encode())
    assert decoded.rejected == []
    return decoded.reports[0]


def scan(*events: dict[str, Any], key: Any = 21051, name: str | None = None) -> tuple[Scan, ...]:
    provider = {"provider": {"key": key, "name": name}, "events": list(events)}
    return only(tracking={"providers": [provider]}).scans


def test_each_carriers_list_of_events_is_that_carriers() -> None:
    report = only()
    assert (report.tracking_number, report.carrier) == ("4731248290", "dhl")
    assert [each.carrier for each in report.scans] == ["dhl"] * 6 + ["usps"] * 4
    assert report.next_legs == (("usps", "4731248290"),)
    assert report.stated_at == datetime(2026, 11, 17, 18, 40, tzinfo=timezone.utc)


def test_the_local_number_is_that_of_the_carrier_that_took_over() -> None:
    misc = {"local_number": "9400 1000 0000", "local_provider": "USPS", "local_key": 21051}
    assert only(misc_info=misc).next_legs == (("usps", "940010000000"),)
    # Known before that carrier has scanned it.
    assert only(misc_info=misc, tracking={"providers": []}).next_legs == (("usps", "940010000000"),)
    assert only(misc_info=misc | {"local_number": ""}, tracking={}).next_legs == ()


def test_a_carrier_of_which_only_a_number_is_known_has_no_name() -> None:
    event = {"time_utc": "2026-11-16T14:10:00Z", "sub_status": "InTransit_Other"}
    report = json.loads(json.dumps(JOURNEY["data"] | {"carrier": 999999}))
    report["track_info"]["tracking"]["providers"] = [{"provider": {"key": 888888}, "events": [event]}]
    decoded = seventeentrack.decode(json.dumps({"event": "TRACKING_UPDATED", "data": report}).encode())
    assert (decoded.reports[0].carrier, decoded.reports[0].scans[0].carrier) == (None, None)
    assert decoded.reports[0].next_legs == ()
    assert scan(event, key=888888, name="Nordpost AB")[0].carrier == "nordpost-ab"
    assert scan(event, key="21051")[0].carrier == "usps"


@pytest.mark.parametrize(
    ("event", "at", "offset"),
    [
        ({"time_iso": "2026-11-16T08:10:00-06:00", "time_utc": "2026-11-16T14:10:00Z"}, "14:10", -6),
        ({"time_iso": None, "time_utc": "2026-11-16T14:10:00Z"}, "14:10", None),
        ({"time_raw": {"date": "2026-11-16", "time": "08:10:00", "timezone": "-06:00"}}, "14:10", -6),
        # The clock of the place, where that has one.
        ({"time_raw": {"date": "2026-11-16", "time": "08:10:00", "timezone": None},
          "address": {"country": "FR"}}, "07:10", None),
        ({"time_raw": {"date": "2026-11-16", "time": None, "timezone": None}}, "00:00", None),
    ],
)  # fmt: skip
def test_a_time_is_read_as_precisely_as_it_is_given(
    event: dict[str, Any], at: str, offset: int | None
) -> None:
    (read,) = scan(event)
    assert f"{read.occurred_at.astimezone(timezone.utc):%H:%M}" == at
    assert read.has_offset is (offset is not None)
    if offset is not None:
        assert read.occurred_at.utcoffset() == timedelta(hours=offset)


def test_a_stage_speaks_where_there_is_no_sub_status() -> None:
    event = {"time_utc": "2026-11-16T14:10:00Z", "stage": "Arrival", "sub_status": None, "location": "Roissy"}
    (read,) = scan(event)
    assert (read.milestone.value, read.code, read.place) == (
        "arrived_destination",
        "Arrival",
        Place("Roissy"),
    )
    (read,) = scan(event | {"stage": None, "description": "Held by customs"})
    assert (read.milestone.value, read.code) == ("unknown", None)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"source": "Official", "from": None, "to": "2026-11-16"}, Estimate(date(2026, 11, 16))),
        ({"source": "Official", "from": "2026-11-15", "to": None}, Estimate(date(2026, 11, 15))),
        (
            {"source": "Official", "from": None, "to": "2026-11-16T20:00:00-06:00"},
            Estimate(date(2026, 11, 16), datetime(2026, 11, 17, 2, tzinfo=timezone.utc)),
        ),
        # By which clock, nobody says: the United States have several.
        ({"source": "Official", "to": "2026-11-16T20:00:00"}, Estimate(date(2026, 11, 16))),
        ({"source": "17TRACK", "to": "2026-11-16"}, None),
        ({"source": None, "to": "2026-11-16"}, None),
        ({"source": "Official", "to": "soon"}, None),
    ],
)
def test_only_the_carriers_own_estimate_is_a_promise(given: dict[str, Any], wanted: Estimate | None) -> None:
    assert only(time_metrics={"estimated_delivery_date": given}).estimate == wanted


def test_the_window_belongs_to_the_round_of_that_day() -> None:
    given = {"source": "Official", "from": "2026-11-16T10:00:00-06:00", "to": "2026-11-16T14:00:00-06:00"}
    windows = {
        scan.milestone.value: scan.window
        for scan in only(time_metrics={"estimated_delivery_date": given}).scans
    }
    assert [name for name, window in windows.items() if window] == ["out_for_delivery"]
    assert windows["out_for_delivery"] == (
        datetime(2026, 11, 16, 16, tzinfo=timezone.utc),
        datetime(2026, 11, 16, 20, tzinfo=timezone.utc),
    )


def test_that_tracking_has_stopped_says_nothing_of_the_parcel() -> None:
    decoded = seventeentrack.decode((WIRE / "seventeentrack" / "tracking_stopped.json").read_bytes())
    assert (decoded.reports, decoded.rejected) == ((), [])


def test_the_answer_to_a_question_says_the_same_as_a_webhook() -> None:
    answer = {"code": 0, "data": {"accepted": [JOURNEY["data"]], "rejected": [{"number": "2", "error": {}}]}}
    asked = seventeentrack.decode(json.dumps(answer).encode())
    assert asked.reports == seventeentrack.decode(json.dumps(JOURNEY).encode()).reports
    with pytest.raises(NotUnderstoodError, match="event: expected TRACKING_UPDATED"):
        seventeentrack.decode(json.dumps({"code": -18010002, "data": {}}).encode())


@pytest.mark.parametrize("keys", [(100001, 21051), (21051, 100001)])
def test_a_scan_that_two_lists_repeat_is_one_and_of_the_carrier_that_took_over(keys: tuple[int, int]) -> None:
    event = {"time_utc": "2026-11-16T14:10:00Z", "sub_status": "InTransit_Other", "description": "On its way"}
    report = only(tracking={"providers": [{"provider": {"key": key}, "events": [event]} for key in keys]})
    assert [each.carrier for each in report.scans] == ["usps"]
