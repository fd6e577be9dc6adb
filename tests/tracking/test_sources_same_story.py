"""One parcel's story, told by every provider in its own words: it is explained the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from tests.tracking.feeds import described, description_of
from tests.tracking.parcels import PARIS
from tests.tracking.reports import WIRE, order, parcel, take
from tracking import store
from tracking.db import open_engine
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.vocabulary import Milestone, Tier

NUMBER = "4731248290"
STORY = [
    ("label_created", None),
    ("carrier_received", None),
    ("departed_origin", None),
    ("arrived_destination", None),
    ("customs_held", "customs.documents_missing"),
    ("customs_cleared", None),
    ("handed_over", None),
    ("out_for_delivery", None),
    ("delivery_attempted", "delivery.recipient_absent"),
    ("delivered", None),
]
#: What is the provider's own, or a row's id.
OWN = frozenset({"events", "promises", "order", "words", "code", "offset", "exact"})
#: What a provider's format has no room for.
LACKING = {
    # One carrier for all scans, so the page of the next one cannot be known.
    "shippo": frozenset({"carrier", "receiver", "follow"}),
    # No label and no estimate.
    "postal": frozenset({"timeline", "by_when"}),
}
TOLD = [
    *(WIRE / source / "whole_journey.json" for source in ("easypost", "aftership", "seventeentrack")),
    *(WIRE / source / "whole_journey.json" for source in ("shippo", "ship24", "feed")),
    WIRE / "feed" / "postal.csv",
    WIRE / "feed" / "freight.json",
]


def stored(engine: Engine, path: Path) -> Parcel:
    row = order("10090", ("DHL Express", NUMBER), placed="2026-11-08T09:00:00Z") | {"country": "US"}
    store.import_orders(engine, [row], datetime(2026, 11, 8, 10, tzinfo=timezone.utc))
    with described(description_of(path)):
        counts = take(engine, path.parent.name, path.read_bytes())
    assert (counts.rejected, counts.waiting, counts.unknown) == ([], 0, {})
    assert counts.new == counts.received
    return parcel(engine, "10090")


def essence(value: Any, left_out: frozenset[str]) -> Any:
    """What the explanation says, without some of it; times as moments."""
    if isinstance(value, dict):
        return {name: essence(each, left_out) for name, each in value.items() if name not in left_out}
    if isinstance(value, list):
        return [essence(each, left_out) for each in value]
    if isinstance(value, str) and value[10:11] == "T":
        return datetime.fromisoformat(value).astimezone(timezone.utc)
    return value


def explanations(told: Parcel, left_out: frozenset[str]) -> list[Any]:
    """What is said an hour after each scan but the label, and again when nothing has come for days."""
    found = []
    label = told.events[0].milestone is Milestone.LABEL_CREATED
    for count in range(2 if label else 1, len(told.events) + 1):
        known = replace(told, events=told.events[:count])
        for later in (timedelta(hours=1), timedelta(days=6)):
            now = known.events[-1].occurred_at + later
            said = explain(known, now=now, tier=Tier.FULL, zone=PARIS).as_dict()
            found.append(essence(said, OWN | left_out))
    return found


@pytest.mark.parametrize("path", TOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_provider_tells_the_same_story(engine: Engine, path: Path) -> None:
    told = stored(engine, path)
    story = [(event.milestone.value, event.reason and event.reason.value) for event in told.events]
    assert story == STORY[-len(story) :]
    assert [promise.due_on.isoformat() for promise in told.promises] == (
        [] if path.stem == "postal" else ["2026-11-16"]
    )


@pytest.mark.parametrize("path", TOLD[1:], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_same_story_is_explained_the_same(path: Path, migrated_sqlite: Path, tmp_path: Path) -> None:
    left_out = LACKING.get(path.stem, LACKING.get(path.parent.name, frozenset()))
    explained = []
    for number, each in enumerate((TOLD[0], path)):
        copy = tmp_path / f"{number}.db"
        shutil.copy(migrated_sqlite, copy)
        engine = open_engine(f"sqlite:///{copy}")
        explained.append(explanations(stored(engine, each), left_out))
        engine.dispose()
    for number, (wanted, said) in enumerate(zip(*explained, strict=True), 2):
        assert said == wanted, f"after scan {number // 2 + 1}"
