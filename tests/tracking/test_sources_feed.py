"""A feed that nobody wrote a module for: its description, and what it says by it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.tracking.feeds import described
from tests.tracking.reports import WIRE
from tracking.errors import ConfigurationError, NotUnderstoodError
from tracking.parcels import Proof
from tracking.sources import feed
from tracking.sources.description import describe, read_description
from tracking.sources.report import Decoded, Estimate, Report

BASIC: dict[str, Any] = {
    "fields": {"number": "no", "time": "at", "status": "st"},
    "statuses": {"10": "in_transit", "40": "delivery_attempted/delivery.recipient_absent"},
}
ROW = {"no": "6A1", "at": "2026-11-18T10:00:00+01:00", "st": "10"}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """The description that this process has; write it."""
    path = tmp_path / "feed.yml"
    with described(path):
        yield path


def decode(file: Path, content: Any, **parts: Any) -> Decoded:
    # JSON is YAML too.
    file.write_text(json.dumps(BASIC | parts), encoding="utf-8")
    return feed.decode(content if isinstance(content, bytes) else json.dumps(content).encode())


def only(decoded: Decoded) -> Report:
    assert decoded.rejected == []
    (report,) = decoded.reports
    return report


def test_rows_of_one_parcel_come_in_one_report_in_the_order_of_the_feed(file: Path) -> None:
    rows = [ROW, ROW | {"no": "6a 2"}, ROW | {"st": "40", "at": "2026-11-19T10:00:00+01:00"}, ROW]
    first, second = decode(file, rows).reports
    assert (first.tracking_number, second.tracking_number) == ("6A1", "6A2")
    assert [(scan.milestone.value, scan.reason and scan.reason.value) for scan in first.scans] == [
        ("in_transit", None),
        ("delivery_attempted", "delivery.recipient_absent"),
    ]
    assert first.scans[0].actor.value == "carrier"
    assert first.scans[1].actor.value == "last_mile_carrier"
    assert first.scans[0].occurred_at.utcoffset() == timedelta(hours=1)
    # A single row, and a list of them, say the same.
    assert only(decode(file, ROW)).scans == (first.scans[0],)


def test_a_field_is_looked_for_in_the_row_and_then_around_it(file: Path) -> None:
    report = only(decode(
        file,
        {"carrier": "DPD UK", "parcels": [
            {"no": 15501234567890, "events": [
                {"at": ROW["at"], "st": "10", "place": {"city": "Hagen", "land": "NO"}, "text": None,
                 "who": "USPS"},
            ]},
        ]},
        items="parcels.events",
        fields={**BASIC["fields"], "carrier": "carrier", "city": "place.city", "country": "place.land",
                "words": ["text", "place.city"], "scanned_by": "who"},
    ))  # fmt: skip
    assert (report.tracking_number, report.carrier) == ("15501234567890", "dpd-uk")
    scan = report.scans[0]
    assert (scan.place.city, scan.place.country, scan.words, scan.carrier) == ("Hagen", "NO", "Hagen", "usps")


def test_what_is_the_same_for_all_rows_is_said_once(file: Path) -> None:
    fields = BASIC["fields"] | {"carrier": "by"}
    always = {"carrier": "Colissimo", "country": "France"}
    report = only(decode(file, ROW, fields=fields, always=always))
    assert (report.carrier, report.scans[0].carrier, report.scans[0].place.country) == (
        "colissimo",
        "colissimo",
        "FR",
    )
    assert only(decode(file, ROW | {"by": "DHL"}, fields=fields, always=always)).carrier == "dhl"


def test_an_order_number_is_enough(file: Path) -> None:
    report = only(decode(file, ROW | {"o": "#10042"}, fields={"order": "o", "time": "at", "status": "st"}))
    assert (report.order_number, report.tracking_number) == ("10042", None)


@pytest.mark.parametrize(
    ("clock", "written", "at", "has_offset"),
    [
        ({}, "2026-11-18T10:00:00Z", "2026-11-18T10:00:00", False),
        ({"zone": "Asia/Tokyo"}, "2026-11-18 10:00", "2026-11-18T01:00:00", False),
        ({"zone": "Asia/Tokyo"}, "2026-11-18T10:00:00Z", "2026-11-18T10:00:00", False),
        ({"zone": "Asia/Tokyo"}, "2026-11-18T10:00:00+01:00", "2026-11-18T09:00:00", True),
        ({"format": "%d.%m.%Y %H:%M"}, "18.11.2026 10:00", "2026-11-18T10:00:00", False),
        (
            {"format": "%d.%m.%Y %H:%M", "zone": "Europe/Berlin"},
            "18.11.2026 10:00",
            "2026-11-18T09:00:00",
            False,
        ),
        ({"format": "%d.%m.%Y %H:%M %z"}, "18.11.2026 10:00 -0500", "2026-11-18T15:00:00", True),
        ({"format": "unix"}, "1795082400", "2026-11-19T10:00:00", False),
        ({"format": "unix_ms"}, 1795082400000, "2026-11-19T10:00:00", False),
    ],
)
def test_times_in_the_feeds_own_form(
    file: Path, clock: dict[str, str], written: object, at: str, has_offset: bool
) -> None:
    scan = only(decode(file, ROW | {"at": written}, time=clock)).scans[0]
    assert scan.occurred_at == datetime.fromisoformat(at).replace(tzinfo=timezone.utc)
    assert scan.has_offset is has_offset


@pytest.mark.parametrize(
    ("clock", "written"),
    [
        ({}, "18.11.2026"),
        ({"format": "%d.%m.%Y"}, "2026-11-18"),
        ({"format": "%d.%m.%Y"}, "18.11.1026"),
        ({"format": "%d.%m.%Y %z"}, "18.11.1026 +0100"),
        ({"format": "unix"}, "nan"),
        ({"format": "unix"}, "inf"),
        ({"format": "unix"}, "soon"),
        ({"format": "unix"}, None),
    ],
)
def test_a_row_whose_time_is_none_is_rejected(file: Path, clock: dict[str, str], written: object) -> None:
    with pytest.raises(NotUnderstoodError, match="row 1: time: "):
        decode(file, [ROW | {"at": written}], time=clock)


def test_a_row_that_is_wrong_does_not_take_the_others_along(file: Path) -> None:
    decoded = decode(file, [7, ROW, {}, ROW | {"at": None}, [[ROW | {"st": "40"}]], None])
    assert len(decoded.reports[0].scans) == 2
    assert [reason.partition(":")[0] for reason in decoded.rejected] == ["row 1", "row 3", "row 4", "row 6"]


def test_an_unknown_code_is_kept_verbatim_and_counted(file: Path) -> None:
    fields = BASIC["fields"] | {"reason": "why"}
    decoded = decode(file, [ROW | {"st": "77"}, ROW | {"why": "9"}, ROW | {"st": None}], fields=fields)
    assert [scan.milestone.value for scan in decoded.reports[0].scans] == ["unknown", "in_transit", "unknown"]
    assert [scan.code for scan in decoded.reports[0].scans] == ["77", "10/9", None]
    assert decoded.unknown == {"77": 1, "10/9": 1, "(none)": 1}
    assert feed.knows("10")
    assert not feed.knows("10/9")


def test_a_status_can_have_lines_for_its_reasons(file: Path) -> None:
    statuses = {"50": "exception", "50/3": "customs_held/customs.duties_due", "60": "delivered"}
    rows = [ROW | {"st": "50"}, ROW | {"st": "50", "why": 3}]
    report = only(decode(file, rows, fields=BASIC["fields"] | {"reason": "why"}, statuses=statuses))
    assert [(scan.milestone.value, scan.actor.value) for scan in report.scans] == [
        ("exception", "carrier"),
        ("customs_held", "customs"),
    ]


def test_carriers_words_make_a_vague_status_precise(file: Path) -> None:
    fields = BASIC["fields"] | {"words": "text"}
    report = only(decode(file, ROW | {"text": "Held in customs: invoice missing"}, fields=fields))
    assert (report.scans[0].milestone.value, report.scans[0].reason) == (
        "customs_held",
        "customs.invoice_missing",
    )


def test_proof_and_estimate(file: Path) -> None:
    fields = BASIC["fields"] | {
        "id": "id", "estimate": "due", "signed_by": "who", "photo": "pic", "signature": "sig"
    }  # fmt: skip
    row = ROW | {
        "id": 7,
        "due": "2026-11-24",
        "who": "A. Martin",
        "pic": "https://p.example/1",
        "sig": "file:///1",
    }
    report = only(decode(file, row, fields=fields, statuses={"10": "delivered"}))
    assert report.estimate == Estimate(date(2026, 11, 24))
    assert report.scans[0].proof == Proof(photo_url="https://p.example/1", signed_by="A. Martin")
    assert report.scans[0].source_id == "7"


CSV = 'no;at;st;text\n6A1;"18.11.2026; 10:00";10;Zürich\n6A1;18.11.2026;10\n;"18.11.2026; 11:00";10;x\n'


def test_a_csv_is_read_by_its_header(file: Path) -> None:
    parts: dict[str, Any] = {
        "format": "csv",
        "delimiter": ";",
        "fields": BASIC["fields"] | {"words": "text"},
        "time": {"format": "%d.%m.%Y; %H:%M", "zone": "Europe/Zurich"},
    }
    for body in (CSV.encode(), CSV.encode("utf-8-sig"), CSV.replace("\n", "\r\n").encode()):
        decoded = decode(file, body, **parts)
        assert [scan.words for scan in decoded.reports[0].scans] == ["Zürich"]
        assert decoded.rejected == [
            "row 2: time: not written as %d.%m.%Y; %H:%M",
            "row 3: it has neither a tracking number nor an order number",
        ]
    for body, problem in (
        (b"no;at\n1;2\n", "status: the header has no column 'st'"),
        (b"", "the header has no column"),
        (CSV.encode("latin-1"), "not UTF-8 at byte"),
    ):
        with pytest.raises(NotUnderstoodError, match=problem):
            decode(file, body, **parts)


def test_a_cell_without_an_end_is_no_csv(file: Path) -> None:
    before = csv.field_size_limit(1000)
    try:
        with pytest.raises(NotUnderstoodError, match="not CSV after line 1: "):
            decode(file, b'no,at,st\n6A1,"' + b"x" * 2000, format="csv")
    finally:
        csv.field_size_limit(before)


def test_freight_codes_that_expect_are_no_scans() -> None:
    path = WIRE / "feed" / "freight.json"
    rows = json.loads(path.read_bytes())
    with described(path.with_suffix(".yml")):
        report = only(feed.decode(path.read_bytes()))
        assert len(report.scans) == len(rows) - 1
        assert report.estimate == Estimate(date(2026, 11, 16))
        timed = rows[-1] | {"AT701": "X2", "AT706": "1430"}
        due = only(feed.decode(json.dumps(timed).encode())).estimate
        assert due == Estimate(date(2026, 11, 16), datetime(2026, 11, 16, 14, 30, tzinfo=timezone.utc))
        for code in ("B6", "C1"):
            assert feed.decode(json.dumps(rows[-1] | {"AT701": code}).encode()).reports == ()


def test_without_a_description_nothing_is_understood_and_it_is_said_what_to_do(tmp_path: Path) -> None:
    with described(None), pytest.raises(NotUnderstoodError, match="WISMO_FEED_MAPPING is not set"):
        feed.decode(json.dumps(ROW).encode())
    with (
        described(tmp_path / "gone.yml"),
        pytest.raises(NotUnderstoodError, match=r"gone.yml cannot be read"),
    ):
        feed.decode(json.dumps(ROW).encode())


def test_a_description_is_read_again_when_it_has_changed(file: Path) -> None:
    assert decode(file, ROW).unknown == {}
    file.write_text(
        "fields: {number: no, time: at, status: st}\nstatuses: {'11': delivered}\n", encoding="utf-8"
    )
    assert feed.decode(json.dumps(ROW).encode()).unknown == {"10": 1}
    file.write_text("fields: [", encoding="utf-8")
    with pytest.raises(NotUnderstoodError, match=r"feed.yml: not YAML: .*; mend it"):
        feed.decode(json.dumps(ROW).encode())


def test_what_looks_like_something_else_stays_a_text(tmp_path: Path) -> None:
    path = tmp_path / "feed.yml"
    path.write_text(
        "fields: {number: no, time: at, status: st}\nalways: {country: NO}\n"
        "statuses: {010: in_transit, yes: delivered, 1e3: lost/loss.lost}\n",
        encoding="utf-8",
    )
    read = read_description(path)
    assert read.always == {"country": "NO"}
    assert read.mapping.read("010", None, None).milestone.value == "in_transit"
    assert read.mapping.read("yes", None, None).milestone.value == "delivered"
    assert read.mapping.read("1e3", None, None).milestone.value == "lost"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"colour": "red"}, "the file: 'colour' is none of always, codes"),
        ({"format": "xml"}, "format: 'xml' is none of json, csv"),
        ({"delimiter": "tab"}, "delimiter: give one character"),
        ({"fields": {"number": "no", "status": "st"}}, "fields: time: say where it is"),
        (
            {"fields": {"time": "at", "status": "st"}},
            "fields: number: say where it is, or where the order is",
        ),
        ({"fields": BASIC["fields"] | {"colour": "c"}}, "fields: 'colour' is none of"),
        ({"fields": BASIC["fields"] | {"city": []}}, "fields: city: expected a name"),
        ({"fields": BASIC["fields"] | {"city": {"a": "b"}}}, "fields: city: expected a name"),
        ({"fields": "all"}, "fields: expected names with values"),
        ({"always": {"city": "x"}}, "always: 'city' is none of carrier, country, scanned_by"),
        ({"always": {"carrier": ["x"]}}, "always: carrier: expected a text"),
        ({"time": {"zone": "Mars/Olympus"}}, "time: zone: 'Mars/Olympus' is no zone"),
        ({"time": {"zone": "../../etc/passwd"}}, "time: zone: "),
        ({"time": {"format": "DD.MM.YYYY"}}, "time: format: 'DD.MM.YYYY' is neither like"),
        ({"statuses": {"1": "flying"}}, "statuses: 1: 'flying' is none of order_confirmed"),
        ({"statuses": {"1": "lost/because"}}, "statuses: 1: 'because' is none of customs.inspection"),
        ({"statuses": {"1/2": "lost"}}, "statuses: 1/2: give a line for 1 alone too"),
        ({"statuses": None}, "statuses: expected names with values"),
        ({"codes": "x12"}, "give statuses, or codes: emsevt or x12"),
    ],
)
def test_a_description_that_makes_no_sense_says_where(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        describe(BASIC | change)
    assert str(caught.value).startswith(problem)


def test_a_description_names_one_of_the_code_lists() -> None:
    given = {"fields": BASIC["fields"], "codes": "morse"}
    with pytest.raises(ConfigurationError, match="codes: 'morse' is none of emsevt, x12"):
        describe(given)
    with pytest.raises(ConfigurationError, match="give statuses, or codes"):
        describe({"fields": BASIC["fields"]})
    for wrong in (None, [], "text"):
        with pytest.raises(ConfigurationError, match="the file: expected names with values"):
            describe(wrong)


def test_the_example_of_the_manual_works(file: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "shops.md").read_text(encoding="utf-8")
    example = manual.partition("### A feed of your own")[2].partition("```yaml\n")[2].partition("```")[0]
    file.write_text(example, encoding="utf-8")
    body = b"parcel;date;time;event;remark;depot\n6A1;18.11.2026;10:00;40;carded;Leeds\n"
    report = only(feed.decode(body))
    assert (report.tracking_number, report.carrier) == ("6A1", "dpd-uk")
    assert report.scans[0].milestone.value == "delivery_attempted"
    assert report.scans[0].place.country == "GB"
