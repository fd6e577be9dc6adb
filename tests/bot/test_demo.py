"""The demo shop in the store: what its stories promise is what its parcels show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Engine

from bot.demo import Loaded, NotTheDemoError, load, write
from bot.demo_stories import stories
from tracking import inbox, model
from tracking.db import begin_read, begin_write, open_engine
from tracking.journey import Journey, journey
from tracking.migrations import upgrade
from tracking.parcels import Parcel
from tracking.silence import silence
from tracking.store import find_order, import_orders, parcels_by_tracking, parcels_of
from tracking.vocabulary import TRUSTED_UPDATES, Milestone

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=PARIS)
REPORTED = (model.events, model.promises, model.payloads, model.legs, model.shipments, model.orders)

#: Ordinary and awkward moments: days of the week, ends of summer time, public holidays, midnights.
MOMENTS = [
    "2026-11-16T09:30+01:00",  # Monday
    "2026-11-18T14:10+01:00",
    "2026-11-20T18:45+01:00",  # Friday
    "2026-11-21T11:00+01:00",
    "2026-11-22T00:04+01:00",  # Sunday, just after midnight
    "2026-11-22T23:56+01:00",
    "2026-10-25T02:30+01:00",  # the hour that comes twice
    "2027-03-28T03:01+02:00",  # just after the hour that does not come
    "2026-12-25T12:00+01:00",
    "2027-01-01T00:00+01:00",
    "2027-03-29T08:00+02:00",  # Easter Monday
    "2027-05-14T16:00+02:00",
    "2028-02-29T07:00+01:00",
]


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Engine]:
    """An empty store, for tests that the kind of database makes no difference to."""
    made = open_engine(f"sqlite:///{tmp_path / 'demo.db'}")
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The demo shop at NOW, for tests that only read."""
    made = open_engine(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    upgrade(made)
    load(made, NOW)
    yield made
    made.dispose()


def parcels(engine: Engine, number: str) -> list[Parcel]:
    with begin_read(engine) as connection:
        order = find_order(connection, number)
        assert order is not None
        return parcels_of(connection, order.id)


def shown(engine: Engine, now: datetime, number: str, position: int = 1) -> Journey:
    return journey(parcels(engine, number)[position - 1], now)


def rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that the store holds of orders and parcels."""
    with begin_read(engine) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]
            for table in REPORTED
        }


def assert_told_as_written(engine: Engine, now: datetime) -> None:
    """Every parcel shows the state, reason and silence that its story names."""
    for story in stories():
        found = parcels(engine, story.number)
        assert len(found) == max(len(story.shipments), 1), story.number
        for shipment, parcel in zip(story.shipments, found, strict=False):
            state = journey(parcel, now)
            about = f"{story.number}/{parcel.position} at {now}"
            assert state.milestone.value == shipment.state, about
            assert (state.reason.value if state.reason else None) == shipment.reason, about
            assert not state.announced, about
            quiet = silence(state, parcel, now=now, zone=PARIS)
            if shipment.silence:
                assert quiet is not None, about
                assert quiet.stage.value == shipment.silence, about
            else:
                assert quiet is None or quiet.stage.value in {"normal", "late"}, about


def test_every_parcel_shows_what_its_story_says(engine: Engine) -> None:
    loaded = load(engine, NOW)
    assert loaded.orders.new == loaded.orders.received == len(stories())
    assert loaded.scans.new == loaded.scans.received > 250
    assert not loaded.orders.rejected + loaded.scans.rejected
    assert loaded.scans.waiting == 0
    assert loaded.scans.unknown == {"OnHold_001": 1}
    assert_told_as_written(engine, NOW)


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_stories_hold_on_any_day_at_any_hour(sqlite: Engine, moment: str) -> None:
    now = datetime.fromisoformat(moment)
    loaded = load(sqlite, now)
    assert not loaded.scans.rejected
    assert loaded.scans.waiting == 0
    assert_told_as_written(sqlite, now)


def test_all_milestones_and_all_seven_trusted_updates_occur(shop: Engine) -> None:
    with begin_read(shop) as connection:
        occurring = set(connection.execute(select(model.events.c.milestone)).scalars())
    assert occurring == {milestone.value for milestone in Milestone}
    trusted = {
        state.trusted.milestone
        for story in stories()
        for parcel in parcels(shop, story.number)
        if (state := journey(parcel, NOW)).trusted
    }
    assert trusted == set(TRUSTED_UPDATES)


def test_orders_before_their_parcel(shop: Engine) -> None:
    assert shown(shop, NOW, "10001").milestone is Milestone.ORDER_CONFIRMED
    assert shown(shop, NOW, "10002").milestone is Milestone.PACKED
    assert shown(shop, NOW, "10004").milestone is Milestone.CANCELLED
    made_to_order = parcels(shop, "10005")[0]
    quiet = silence(journey(made_to_order, NOW), made_to_order, now=NOW, zone=PARIS)
    assert quiet is not None
    assert quiet.stage.value == "normal"


def test_camilles_order_is_on_its_way_to_her_door(shop: Engine) -> None:
    (parcel,) = parcels(shop, "10042")
    assert (parcel.order.email, parcel.order.postcode, parcel.order.language) == (
        "camille@example.com",
        "69003",
        "fr",
    )
    assert [line.name for line in parcel.lines] == ["Lampe à poser Opaline", "Abat-jour en lin, 45 cm"]
    state = journey(parcel, NOW)
    assert state.milestone is Milestone.OUT_FOR_DELIVERY
    assert state.carrier == "chronopost-france"
    assert state.event is not None
    assert state.event.place.city == "Lyon"
    assert state.event.occurred_at == datetime(2026, 11, 20, 8, 12, tzinfo=PARIS)
    assert state.event.window == (
        datetime(2026, 11, 20, 14, 0, tzinfo=PARIS),
        datetime(2026, 11, 20, 16, 0, tzinfo=PARIS),
    )
    assert {promise.due_on for promise in parcel.promises} == {NOW.date()}


@pytest.mark.parametrize(
    ("number", "carrier"),
    [("10016", "bpost"), ("10017", "royal-mail"), ("10024", "royal-mail"), ("10029", "swiss-post")],
)
def test_parcels_change_hands_at_the_border(shop: Engine, number: str, carrier: str) -> None:
    assert [handover.receiver for handover in shown(shop, NOW, number).handovers] == [carrier]


def test_parcels_of_one_order_stand_at_different_places(shop: Engine) -> None:
    stands = [shown(shop, NOW, "10071", position).milestone.value for position in (1, 2, 3)]
    assert stands == ["delivered", "out_for_delivery", "packed"]
    assert [len(parcel.lines) for parcel in parcels(shop, "10071")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("number", "proof"),
    [
        ("10050", {"signed_by": "PRICE"}),
        ("10051", {"photo_url": "https://photos.example.com/15507861221387P.jpg", "handed_to": "front_door"}),
        ("10052", {"handed_to": "safe_place"}),
        ("10053", {"signed_by": "Nachbar Krüger", "handed_to": "neighbour"}),
        ("10054", {"handed_to": "mailbox"}),
        ("10055", {"handed_to": "pickup_point"}),
        ("10056", {"handed_to": "front_door"}),
        ("10057", {"signed_by": "R.DESK", "handed_to": "reception"}),
        ("10059", {"handed_to": "mailbox"}),
        ("10090", {"handed_to": "locker"}),
        ("10091", {"handed_to": "household"}),
    ],
)
def test_deliveries_come_with_proof(shop: Engine, number: str, proof: dict[str, str]) -> None:
    delivery = shown(shop, NOW, number).delivery
    assert delivery is not None
    assert {name: value for name, value in vars(delivery.proof).items() if value is not None} == proof


def test_the_disputed_delivery_is_two_days_old(shop: Engine) -> None:
    delivery = shown(shop, NOW, "10056").delivery
    assert delivery is not None
    assert NOW.date() - delivery.event.occurred_at.date() == timedelta(days=2)


def test_a_scan_after_the_delivery_does_not_undo_it(shop: Engine) -> None:
    state = shown(shop, NOW, "10058")
    assert state.history[-1].milestone is not Milestone.DELIVERED
    assert state.milestone is Milestone.DELIVERED


def test_one_shopper_has_two_orders(shop: Engine) -> None:
    with begin_read(shop) as connection:
        numbers = connection.execute(
            select(model.orders.c.number).where(model.orders.c.email == "alice@example.com")
        ).scalars()
        assert sorted(numbers) == ["10073", "10074"]


def test_one_number_belongs_to_two_orders_and_each_keeps_its_own_scans(shop: Engine) -> None:
    with begin_read(shop) as connection:
        bearing = parcels_by_tracking(connection, "CB246813576FR")
    ages = {
        parcel.order.number: {(NOW - event.occurred_at).days > 300 for event in parcel.events}
        for parcel in bearing
    }
    assert ages == {"10075": {True}, "10076": {False}}


@pytest.mark.parametrize("day", range(16, 23))
def test_weekend_silence_spans_a_weekend_from_saturday_to_tuesday(sqlite: Engine, day: int) -> None:
    now = datetime(2026, 11, day, 12, 0, tzinfo=PARIS)
    load(sqlite, now)
    (parcel,) = parcels(sqlite, "10036")
    state = journey(parcel, now)
    assert state.heard is not None
    heard = state.heard.occurred_at.astimezone(PARIS)
    if now.strftime("%a") in {"Sat", "Sun", "Mon", "Tue"}:
        assert heard.strftime("%a") == "Fri"
    assert timedelta(0) < now - heard < timedelta(days=4)


# --- Loading again ------------------------------------------------------------------------------------


def test_loading_again_on_the_same_day_changes_nothing(engine: Engine) -> None:
    load(engine, NOW.replace(hour=0, minute=20, second=31))
    before = rows(engine)
    again = load(engine, NOW.replace(hour=23, minute=50))
    assert rows(engine) == before
    assert (again.orders.new, again.orders.changed) == (0, 0)
    assert (again.scans.new, again.scans.changed) == (0, 0)
    assert again.scans.duplicate == again.scans.received
    assert again.orders.duplicate == again.orders.received


def test_a_load_that_broke_off_is_completed(sqlite: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(inbox, "process_all", stop)
        with pytest.raises(KeyboardInterrupt):
            load(sqlite, NOW)
    load(sqlite, NOW + timedelta(hours=3))
    assert_told_as_written(sqlite, NOW + timedelta(hours=3))


def test_loading_on_a_later_day_starts_the_parcels_afresh(engine: Engine) -> None:
    load(engine, NOW)
    before = rows(engine)
    with begin_write(engine) as connection:
        order = find_order(connection, "10042")
        assert order is not None
        connection.execute(
            insert(model.conversations).values(
                id="rest:someone", channel="rest", owner="bot", created_at=NOW, updated_at=NOW
            )
        )
        connection.execute(
            insert(model.identities).values(
                conversation_id="rest:someone", order_id=order.id, method="email", verified_at=NOW
            )
        )
    later = NOW + timedelta(days=3, hours=2)
    loaded = load(engine, later)
    after = rows(engine)
    assert loaded.orders.new == 0
    assert not loaded.scans.rejected
    for table in ("orders", "events", "payloads", "shipments", "promises"):
        assert len(after[table]) == len(before[table]), table
    assert_told_as_written(engine, later)
    with begin_read(engine) as connection:
        kept = connection.execute(select(model.identities.c.order_id)).scalars().all()
    assert kept == [order.id]


def test_a_clock_set_back_starts_afresh_too(sqlite: Engine) -> None:
    load(sqlite, NOW)
    earlier = NOW - timedelta(hours=3)
    load(sqlite, earlier)
    assert_told_as_written(sqlite, earlier)


def test_a_store_with_another_shops_order_is_left_alone(engine: Engine) -> None:
    load(engine, NOW)
    with begin_write(engine) as connection:
        connection.execute(
            update(model.orders)
            .where(model.orders.c.number == "10042")
            .values(email="someone@shop.example.net")
        )
    before = rows(engine)
    with pytest.raises(NotTheDemoError, match="10042") as refused:
        load(engine, NOW + timedelta(days=1))
    assert "someone" not in str(refused.value)
    assert rows(engine) == before


def test_other_orders_are_not_touched(sqlite: Engine) -> None:
    import_orders(
        sqlite, [{"number": "77001", "email": "someone@example.net", "placed_at": NOW.isoformat()}], NOW
    )
    load(sqlite, NOW)
    load(sqlite, NOW + timedelta(days=1))
    assert [parcel.order.email for parcel in parcels(sqlite, "77001")] == ["someone@example.net"]


# --- By hand ------------------------------------------------------------------------------------------


def test_files_taken_in_by_hand_make_the_same_shop(sqlite: Engine, tmp_path: Path) -> None:
    written = write(tmp_path / "payloads", NOW)
    import_orders(sqlite, json.loads(written[0].read_text()), NOW)
    for path in written[1:]:
        receipt = inbox.receive(sqlite, path.parent.name, path.read_bytes(), NOW)
        assert not inbox.process(sqlite, receipt.payload_id, NOW).rejected
    assert_told_as_written(sqlite, NOW)
    # The demo itself then finds everything known.
    loaded = load(sqlite, NOW)
    assert (loaded.scans.new, loaded.scans.changed) == (0, 0)


def test_counts_as_json() -> None:
    assert set(Loaded().as_dict()) == {"orders", "scans"}
    assert json.dumps(Loaded().as_dict())
