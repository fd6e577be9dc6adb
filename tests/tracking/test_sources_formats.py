"""Decoding what the providers send: recorded cases, and everything that can be wrong with a payload."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tracking.errors import NotUnderstoodError
from tracking.parcels import Proof
from tracking.sources import SOURCES, aftership, easypost, wire
from tracking.sources.report import Report

WIRE = Path(__file__).parents[1] / "wire"
#: Feeds are told apart by their description, see test_sources_feed.
CASES = sorted(path for path in WIRE.glob("*/*.json") if path.parent.name != "feed")


def only(source: str, case: str) -> Report:
    decoded = SOURCES[source].decode((WIRE / source / f"{case}.json").read_bytes())
    assert decoded.rejected == []
    (report,) = decoded.reports
    return report


def told(report: Report) -> list[str]:
    return [
        scan.milestone.value + (f" ({scan.reason.value})" if scan.reason else "") for scan in report.scans
    ]


def changed(source: str, case: str, **changes: Any) -> bytes:
    payload = json.loads((WIRE / source / f"{case}.json").read_bytes())
    payload["result" if source == "easypost" else "msg"] |= changes
    return json.dumps(payload).encode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_recorded_case_is_understood_and_survives_being_in_a_list(path: Path) -> None:
    source = SOURCES[path.parent.name]
    alone = source.decode(path.read_bytes())
    assert alone.rejected == []
    content = json.loads(path.read_bytes())
    content = content if isinstance(content, list) else [content]
    twice = source.decode(json.dumps(content + content).encode())
    assert twice.reports == alone.reports * 2
    for report in alone.reports:
        assert len({scan.source_id for scan in report.scans}) == len(report.scans)


@pytest.mark.parametrize(
    ("source", "case", "expected"),
    [
        (
            "easypost",
            "customs_hold_documents",
            "label_created carrier_received departed_origin arrived_destination customs_started "
            "customs_held (customs.invoice_missing)",
        ),
        ("easypost", "customs_hold_without_reason", "carrier_received customs_started "
         "customs_held (customs.no_reason_given)"),
        ("easypost", "attempt_recipient_absent", "carrier_received out_for_delivery "
         "delivery_attempted (delivery.recipient_absent)"),
        ("easypost", "ready_for_pickup", "carrier_received ready_for_pickup"),
        ("easypost", "return_label_delivered", "return_started returned"),
        ("aftership", "customs_documents_missing", "carrier_received departed_origin arrived_destination "
         "customs_started customs_held (customs.documents_missing)"),
        ("aftership", "duties_due_then_cleared", "customs_started customs_held (customs.duties_due) "
         "customs_cleared"),
    ],
)  # fmt: skip
def test_the_story_that_a_payload_tells(source: str, case: str, expected: str) -> None:
    assert " ".join(told(only(source, case))) == expected


def test_easypost_gives_number_carrier_proof_and_estimate() -> None:
    report = only("easypost", "delivered_with_signature")
    assert report.tracking_number == "6A12345678901"
    assert report.carrier == "colissimo"
    assert report.scans[-1].proof == Proof(signed_by="C MOREAU", handed_to="mailbox")
    assert [scan.proof for scan in report.scans[:-1]] == [None] * 5
    assert report.estimate is not None
    assert report.estimate.due_on == date(2026, 11, 18)
    assert report.estimate.due_at is None
    assert report.stated_at == datetime(2026, 11, 18, 10, 52, 9, tzinfo=timezone.utc)
    assert report.scans[0].words == "Étiquette créée"
    assert report.scans[0].code == "pre_transit/label_created"


def test_easypost_names_the_carrier_of_each_scan() -> None:
    report = only("easypost", "customs_cleared_then_handed_over")
    assert [scan.carrier for scan in report.scans] == ["asendia-uk"] * 4 + ["usps"]
    assert report.scans[-1].occurred_at.utcoffset() == timedelta(hours=-6)
    assert report.scans[-1].has_offset


def test_a_zulu_time_is_a_moment_without_a_local_offset() -> None:
    scan = only("easypost", "unknown_code").scans[0]
    assert scan.occurred_at == datetime(2026, 11, 18, 10, 0, tzinfo=timezone.utc)
    assert not scan.has_offset


def test_an_unknown_code_is_kept_verbatim_and_counted() -> None:
    decoded = easypost.decode((WIRE / "easypost" / "unknown_code.json").read_bytes())
    scan = decoded.reports[0].scans[1]
    assert scan.milestone.value == "unknown"
    assert (scan.code, scan.words) == ("levitating/hovering", "Item is above the facility")
    assert decoded.unknown == {"levitating/hovering": 1}


def test_an_event_about_something_else_says_nothing_of_parcels() -> None:
    decoded = easypost.decode((WIRE / "easypost" / "not_about_a_parcel.json").read_bytes())
    assert decoded.reports == ()


@pytest.mark.parametrize("nobody", ["", "Signature not required", "N/A", "-", None, 7])
def test_a_signature_by_nobody_is_no_signature(nobody: object) -> None:
    body = changed("easypost", "delivered_with_signature", signed_by=nobody)
    assert easypost.decode(body).reports[0].scans[-1].proof == Proof(handed_to="mailbox")


@pytest.mark.parametrize(
    ("given", "detail", "due_on", "due_at"),
    [
        (None, None, None, None),
        ("2026-11-24T00:00:00Z", None, date(2026, 11, 24), None),
        ("2026-11-24", None, date(2026, 11, 24), None),
        ("2026-11-24T19:00:00+01:00", None, date(2026, 11, 24),
         datetime(2026, 11, 24, 18, tzinfo=timezone.utc)),
        ("2026-11-24T00:00:00Z", {"est_delivery_date_local": "2026-11-23"}, date(2026, 11, 23), None),
        (None, {"est_delivery_date_local": "2026-11-23", "est_delivery_time_local": "20:00:00",
                "destination_tracking_location": {"country": "FR"}}, date(2026, 11, 23),
         datetime(2026, 11, 23, 19, tzinfo=timezone.utc)),
        ("soon", None, None, None),
    ],
)  # fmt: skip
def test_easypost_estimates(given: Any, detail: Any, due_on: date | None, due_at: datetime | None) -> None:
    body = changed("easypost", "ready_for_pickup", est_delivery_date=given, carrier_detail=detail)
    estimate = easypost.decode(body).reports[0].estimate
    assert (estimate.due_on if estimate else None) == due_on
    assert (estimate.due_at if estimate else None) == due_at


def test_aftership_gives_order_window_and_estimate() -> None:
    report = only("aftership", "out_for_delivery_with_window")
    assert report.order_number == "10077"
    assert report.scans[-1].window == (
        datetime(2026, 11, 19, 10, 30, tzinfo=timezone.utc),
        datetime(2026, 11, 19, 11, 30, tzinfo=timezone.utc),
    )
    assert report.estimate is not None
    assert report.estimate.due_at == datetime(2026, 11, 19, 11, 30, tzinfo=timezone.utc)


def test_aftership_gives_proof_with_links() -> None:
    scan = only("aftership", "delivered_to_neighbour_with_proof").scans[-1]
    assert scan.proof == Proof(
        photo_url="https://proof.example/p/1.jpg",
        signature_url="https://proof.example/s/1.png",
        signed_by="J. de Vries",
        handed_to="neighbour",
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://proof.example/1", "https://a b", "https://" + "x" * 1000, 7]
)
def test_only_a_plain_https_link_is_a_proof(url: object) -> None:
    body = changed(
        "aftership", "delivered_to_neighbour_with_proof", proof_of_delivery={"type": "photo", "url": url}
    )
    proof = aftership.decode(body).reports[0].scans[-1].proof
    assert proof is not None
    assert proof.photo_url is None


def test_aftership_reads_the_older_form_of_its_format() -> None:
    report = only("aftership", "older_format")
    assert [scan.place.country for scan in report.scans] == ["US", "US"]
    assert report.estimate is not None
    assert report.estimate.due_on == date(2026, 11, 19)
    assert report.scans[-1].proof == Proof(handed_to="front_door")


def test_only_the_carriers_own_estimate_is_a_promise() -> None:
    guess = {"estimated_delivery_date": "2026-11-30"}
    body = changed("aftership", "unknown_subtag", aftership_estimated_delivery_date=guess)
    assert aftership.decode(body).reports[0].estimate is None
    of_carrier = {"type": "specific", "source": "Carrier EDD", "datetime": "2026-11-29"}
    body = changed("aftership", "unknown_subtag", latest_estimated_delivery=of_carrier)
    estimate = aftership.decode(body).reports[0].estimate
    assert estimate is not None
    assert estimate.due_on == date(2026, 11, 29)
    body = changed(
        "aftership", "unknown_subtag", latest_estimated_delivery=of_carrier | {"source": "AfterShip EDD"}
    )
    assert aftership.decode(body).reports[0].estimate is None


def test_a_time_without_an_offset_is_the_clock_of_the_place() -> None:
    hagen, chicago, nowhere = only("aftership", "times_without_offset").scans
    assert hagen.occurred_at == datetime(2026, 11, 18, 2, 12, tzinfo=timezone.utc)
    # The United States have several clocks: nothing is guessed.
    assert chicago.occurred_at == datetime(2026, 11, 18, 21, 0, tzinfo=timezone.utc)
    assert nowhere.occurred_at == datetime(2026, 11, 19, tzinfo=timezone.utc)
    assert not any(scan.has_offset for scan in (hagen, chicago, nowhere))


def test_aftership_tells_of_the_carrier_that_takes_over() -> None:
    report = only("aftership", "handover_keeps_the_number")
    assert report.next_legs == (("colissimo", "8R00123456789"),)
    assert [scan.carrier for scan in report.scans] == ["yunexpress"] * 4 + ["colissimo"]


def test_aftership_answers_a_question_with_the_same_trackings() -> None:
    message = json.loads((WIRE / "aftership" / "older_format.json").read_bytes())
    tracking = message["msg"] | {"updated_at": None}
    wanted = aftership.decode(json.dumps({"msg": tracking}).encode()).reports
    for data in ({"trackings": [tracking]}, {"tracking": tracking}, tracking):
        assert aftership.decode(json.dumps({"meta": {"code": 200}, "data": data}).encode()).reports == wanted


def test_a_scan_keeps_its_id_whatever_else_its_payload_says() -> None:
    first = only("easypost", "delivered_with_signature")
    later = easypost.decode(
        changed(
            "easypost",
            "delivered_with_signature",
            updated_at="2026-11-20T00:00:00Z",
            signed_by="X",
            id="trk_2",
        )
    ).reports[0]
    assert [scan.source_id for scan in first.scans] == [scan.source_id for scan in later.scans]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"7", b'"text"', b"true", b"{}", b"[[]]", b"[null]", b"{", b"\xff", b"[" * 100_000,
        b'{"a":' * 50_000, b"NaN", b'{"msg": Infinity}', b"1" * 10_000, b'{"result": 7, "msg": 7}',
        b'{"description": "tracker.updated", "result": {"tracking_code": ""}}',
        b'{"msg": {"tracking_number": "-"}}',
        b'{"description": "tracker.updated", "result": {"tracking_code": "1", "tracking_details": {"a": 1}},'
        b' "msg": {"tracking_number": "1", "checkpoints": "x"}}',
    ],
)  # fmt: skip
def test_what_is_no_payload_is_not_understood(source: str, body: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        SOURCES[source].decode(body)


@pytest.mark.parametrize("source", ["easypost", "aftership"])
def test_a_scan_that_is_wrong_does_not_take_the_others_along(source: str) -> None:
    scan, scans, at = (
        ("ready_for_pickup", "tracking_details", "datetime")
        if source == "easypost"
        else ("customs_documents_missing", "checkpoints", "checkpoint_time")
    )
    payload = json.loads((WIRE / source / f"{scan}.json").read_bytes())
    holder = payload["result" if source == "easypost" else "msg"]
    good = len(holder[scans])
    holder[scans] += [None, {}, holder[scans][0] | {at: "2026-13-01T00:00:00Z"}, [], "x"]
    decoded = SOURCES[source].decode(json.dumps(payload).encode())
    assert len(decoded.reports[0].scans) == good
    assert len(decoded.rejected) == 5


@pytest.mark.parametrize("source", ["easypost", "aftership"])
def test_texts_that_no_database_takes_are_cleaned(source: str) -> None:
    words = "null \x00, half a pair \ud800, " + "x" * 5000
    scan = {"datetime": "2026-11-18T10:00:00Z", "message": words, "tracking_location": {"city": "y" * 500}}
    payload: dict[str, Any] = {
        "description": "tracker.updated",
        "result": {"tracking_code": "1", "tracking_details": [scan]},
    }
    if source == "aftership":
        scan = {"checkpoint_time": "2026-11-18T10:00:00Z", "message": words, "city": "y" * 500}
        payload = {"msg": {"tracking_number": "1", "checkpoints": [scan]}}
    (report,) = SOURCES[source].decode(json.dumps(payload).encode()).reports
    kept = report.scans[0]
    assert kept.words is not None
    assert len(kept.words) == wire.MAX_WORDS
    assert kept.words.startswith("null , half a pair ?")
    assert len(kept.place.city or "") == wire.MAX_CITY


@pytest.mark.parametrize(
    ("written", "at", "has_offset"),
    [
        ("2026-11-18T10:00:00+01:00", "2026-11-18T09:00:00", True),
        ("2026-11-18T10:00:00+0100", "2026-11-18T09:00:00", True),
        ("2026-11-18 10:00:00 -05", "2026-11-18T15:00:00", True),
        ("2026-11-18T10:00:00+00:00", "2026-11-18T10:00:00", True),
        ("2026-11-18T10:00:00.123456789Z", "2026-11-18T10:00:00.123456", False),
        ("2026-11-18T10:00z", "2026-11-18T10:00:00", False),
        ("2026-07-18T10:00:00", "2026-07-18T08:00:00", False),
        ("2026-11-18", "2026-11-17T23:00:00", False),
    ],
)
def test_moments(written: str, at: str, has_offset: bool) -> None:
    read = wire.moment(written, "FR", "at")
    assert read.at == datetime.fromisoformat(at).replace(tzinfo=timezone.utc)
    assert read.has_offset is has_offset


@pytest.mark.parametrize(
    "written",
    ["", "now", "2026-11-18T25:00:00Z", "2026-11-18T10:00:00+15:00", "2026-11-18T10:00:00+01:75",
     "1999-12-31", "2101-01-01", "18.11.2026", "2026-W47-3", "٢٠٢٦-11-18", None, 1795075920, {},
     "2026-11-18T10:00:00Z; DROP"],
)  # fmt: skip
def test_what_is_no_moment(written: object) -> None:
    with pytest.raises(NotUnderstoodError, match=r"^at: "):
        wire.moment(written, None, "at")
