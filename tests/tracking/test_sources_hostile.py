"""Whoever has the secret may still send anything: a decoder understands it, or says why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracking.feeds import described, description_of
from tests.tracking.reports import WIRE
from tracking.errors import NotUnderstoodError
from tracking.sources import SOURCES, wire
from tracking.sources.report import Decoded, Scan

SAMPLES: dict[str, list[Path]] = {
    source: [path for path in sorted((WIRE / source).iterdir()) if path.suffix in (".json", ".csv")]
    for source in SOURCES
    if (WIRE / source).exists()
}
#: As long as the columns that hold them.
MAX_SOURCE_ID, MAX_CARRIER = 128, 64

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["", "-", "0000-00-00", "2026-02-30T10:00:00Z", "2026-11-18T10:00:00+99:00", "9999-12-31T23:59:59Z",
         "2026-11-18", "\x00", "\ud800", "x" * 5000, "//", "*", "|", "javascript:alert(1)", "GBR", "١٢٣",
         10**400, -1, 1e308, 1795075920]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, as the names and positions that lead there."""
    yield at
    named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in named:
        yield from places(inner, (*at, name))


@st.composite
def mutations(draw: st.DrawFn, content: Any) -> Any:
    """The content with a few of its parts left out, doubled or replaced by something odd."""
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.sampled_from(sorted(places(content), key=str)))
        if not place:
            content = draw(st.sampled_from([content, [content], {"data": content}]) | ODD)
            continue
        holder = content
        for name in place[:-1]:
            holder = holder[name]
        change = draw(st.sampled_from(["replace", "replace", "leave out", "double"]))
        if change == "leave out":
            del holder[place[-1]]
        elif change == "double":
            holder[place[-1]] = [holder[place[-1]]] * 2
        else:
            holder[place[-1]] = draw(ODD)
    return content


def scans_of(decoded: Decoded) -> Iterator[Scan]:
    for report in decoded.reports:
        assert report.tracking_number is None or 0 < len(report.tracking_number) <= wire.MAX_NUMBER
        assert report.order_number is None or 0 < len(report.order_number) <= wire.MAX_NUMBER
        assert all(len(carrier) <= MAX_CARRIER and len(number) > 0 for carrier, number in report.next_legs)
        yield from report.scans
    for statement in decoded.orders:
        yield from statement.scans


def fits_the_store(scan: Scan) -> None:
    assert 0 < len(scan.source_id) <= MAX_SOURCE_ID
    assert scan.occurred_at.tzinfo is not None
    assert wire.FIRST_YEAR - 1 <= scan.occurred_at.year <= wire.LAST_YEAR + 1
    limits = ((scan.code, wire.MAX_CODE), (scan.words, wire.MAX_WORDS), (scan.place.city, wire.MAX_CITY))
    for text, limit in ((scan.source_id, MAX_SOURCE_ID), (scan.carrier, MAX_CARRIER), *limits):
        if text is not None:
            assert len(text) <= limit
            assert "\x00" not in text
            text.encode()


def decode(source: str, body: bytes) -> None:
    try:
        decoded = SOURCES[source].decode(body)
    except NotUnderstoodError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
        return
    for scan in scans_of(decoded):
        fits_the_store(scan)


def test_every_source_has_samples() -> None:
    assert set(SAMPLES) == set(SOURCES)


@pytest.mark.parametrize("source", SOURCES)
@settings(max_examples=150)
@given(data=st.data())
def test_a_payload_with_anything_anywhere_is_understood_or_refused(source: str, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(SAMPLES[source]))
    with described(description_of(path)) if source == "feed" else nullcontext():
        if path.suffix == ".csv":
            cells = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]
            changed = data.draw(mutations(cells))
            rows = changed if isinstance(changed, list) else [changed]
            lines = [";".join(map(str, row)) if isinstance(row, list) else str(row) for row in rows]
            decode(source, "\n".join(lines).encode("utf-8", "surrogatepass"))
        else:
            decode(source, json.dumps(data.draw(mutations(json.loads(path.read_bytes())))).encode())


@pytest.mark.parametrize("source", SOURCES)
@settings(max_examples=100)
@given(inside=ODD)
def test_nothing_that_is_json_makes_a_decoder_fail(source: str, inside: Any) -> None:
    for content in (
        inside,
        {"description": "tracker.updated", "result": inside, "msg": inside},
        {"event": "TRACKING_UPDATED", "data": inside, "trackings": inside},
        {"event": "track_updated", "data": {"tracking_number": "1", "tracking_history": inside}},
        {"trackings": [{"tracker": {"trackingNumber": "1"}, "events": inside, "shipment": inside}]},
        {"event": "TRACKING_UPDATED", "data": {"number": "1", "track_info": {"tracking": inside}}},
    ):
        decode(source, json.dumps(content).encode())
