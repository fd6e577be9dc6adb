"""The inbox: nothing is lost, nothing counts twice, a better mapping reads history anew."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.engine import Engine

from tests.tracking.reports import (
    FIRST,
    NOW,
    NUMBER,
    SECOND,
    THIRD,
    WIRE,
    easypost,
    order,
    parcel,
    parcels,
    shop,
    states,
    take,
    told,
)
from tracking import inbox, store
from tracking.counts import Counts
from tracking.db import begin_write
from tracking.errors import NotUnderstoodError
from tracking.matching import NO_ORDER, NO_PARCEL, SAY_WHICH
from tracking.model import events
from tracking.sources import easypost as easypost_source
from tracking.sources.report import Decoded
from tracking.vocabulary import Milestone


def test_scans_find_their_parcel_and_the_estimate_becomes_a_promise(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER)), order("2", ("GLS", "777"))], NOW)
    counts = take(engine, "easypost", easypost(FIRST, THIRD, est_delivery_date="2026-11-12", signed_by="ADA"))
    assert (counts.received, counts.new, counts.waiting, counts.rejected) == (2, 2, 0, [])
    found = parcel(engine, "1")
    assert told(found) == ["in_transit", "delivered"]
    assert found.events[1].proof is not None
    assert found.events[1].proof.signed_by == "ADA"
    assert [promise.due_on.isoformat() for promise in found.promises] == ["2026-11-12"]
    assert parcel(engine, "2").events == ()
    assert states(engine) == [("done", None)]


def test_the_same_payload_again_changes_nothing(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    body = easypost(FIRST, SECOND, est_delivery_date="2026-11-12")
    take(engine, "easypost", body)
    before = parcels(engine, "1")
    receipt = inbox.receive(engine, "easypost", body, NOW + timedelta(hours=1))
    assert receipt.duplicate
    counts = inbox.process(engine, receipt.payload_id, NOW + timedelta(hours=1))
    assert (counts.received, counts.new, counts.changed, counts.duplicate) == (2, 0, 0, 2)
    assert parcels(engine, "1") == before
    assert len(states(engine)) == 1


def test_a_longer_history_adds_only_what_is_new(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    take(engine, "easypost", easypost(FIRST))
    counts = take(engine, "easypost", easypost(FIRST, SECOND, SECOND))
    assert (counts.received, counts.new, counts.duplicate) == (3, 1, 2)
    assert told(parcel(engine, "1")) == ["in_transit", "out_for_delivery"]


def test_scans_that_come_before_their_order_wait_for_it(engine: Engine) -> None:
    counts = take(engine, "easypost", easypost(FIRST, SECOND))
    assert (counts.received, counts.new, counts.waiting) == (2, 0, 2)
    assert states(engine) == [("waiting", NO_PARCEL)]
    store.import_orders(engine, [order("9", ("GLS", "1"))], NOW)
    assert states(engine) == [("waiting", NO_PARCEL)]
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    assert told(parcel(engine, "1")) == ["in_transit", "out_for_delivery"]
    assert states(engine) == [("done", None)]


def test_a_shop_event_waits_for_its_order_and_for_its_parcel(engine: Engine) -> None:
    body = shop({"id": "a", "order": "#1", "shipment": 2, "milestone": "packed"})
    assert take(engine, "shop", body).waiting == 1
    assert states(engine)[0] == ("waiting", NO_ORDER)
    store.import_orders(engine, [order("1", ("GLS", "A"))], NOW)
    assert states(engine)[0][0] == "waiting"
    store.import_orders(engine, [order("1", ("GLS", "A"), ("GLS", "B"))], NOW)
    assert [told(found) for found in parcels(engine, "1")] == [[], ["packed"]]


def test_a_confirmed_order_without_parcels_has_something_to_tell(engine: Engine) -> None:
    store.import_orders(engine, [order("1")], NOW)
    take(engine, "shop", shop({"id": "a", "order": "1", "milestone": "confirmed"}))
    assert told(parcel(engine, "1")) == ["order_confirmed"]


def test_confirmed_is_said_of_every_parcel_also_of_those_that_come_later(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("GLS", "A"), ("GLS", "B"))], NOW)
    counts = take(engine, "shop", shop({"id": "a", "order": "1", "milestone": "confirmed"}))
    assert (counts.received, counts.new) == (1, 1)
    store.import_orders(engine, [order("1", ("GLS", "A"), ("GLS", "B"), ("GLS", "C"))], NOW)
    assert [told(found) for found in parcels(engine, "1")] == [["order_confirmed"]] * 3


def test_which_parcel_was_packed_must_be_said_where_there_are_several(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("GLS", "A"), ("GLS", "B"))], NOW)
    packed = {"id": "a", "order": "1", "milestone": "packed"}
    counts = take(engine, "shop", shop(packed))
    assert counts.rejected == [SAY_WHICH]
    assert states(engine) == [("rejected", SAY_WHICH)]
    assert take(engine, "shop", shop(packed | {"shipment": "b"})).new == 1
    assert [told(found) for found in parcels(engine, "1")] == [[], ["packed"]]


def test_a_payload_left_behind_by_a_crash_is_picked_up(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    inbox.receive(engine, "easypost", easypost(FIRST), NOW)
    assert states(engine) == [("received", None)]
    counts = inbox.replay(engine, NOW, states=("received",))
    assert counts.new == 1
    assert told(parcel(engine, "1")) == ["in_transit"]
    assert inbox.replay(engine, NOW, states=("received",)).received == 0


def test_a_crash_between_importing_and_replaying_leaves_the_payload_to_the_worker(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(engine, "easypost", easypost(FIRST))
    with monkeypatch.context() as patched:
        patched.setattr(inbox, "replay", lambda *_, **__: Counts())
        store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    assert told(parcel(engine, "1")) == []
    assert states(engine)[0][0] == "received"
    inbox.replay(engine, NOW, states=("received",))
    assert told(parcel(engine, "1")) == ["in_transit"]


def test_what_is_not_understood_is_kept_with_its_reason(engine: Engine) -> None:
    receipt = inbox.receive(engine, "easypost", b'{"description": "tracker.updated"}', NOW)
    with pytest.raises(NotUnderstoodError, match="result"):
        inbox.process(engine, receipt.payload_id, NOW)
    ((state, error),) = states(engine)
    assert state == "rejected"
    assert error is not None
    assert error.startswith("result: expected a JSON object")
    counts = inbox.replay(engine, NOW)
    assert (counts.received, len(counts.rejected)) == (1, 1)


def test_an_error_of_ours_stops_no_other_payload(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    decode = easypost_source.decode

    def fails_on_one(body: bytes) -> Decoded:
        return decode(body) if b"poison" not in body else {}["poison"]

    monkeypatch.setattr(easypost_source, "decode", fails_on_one)
    inbox.receive(engine, "easypost", b"poison", NOW)
    inbox.receive(engine, "easypost", easypost(FIRST), NOW)
    counts = inbox.replay(engine, NOW, states=("received",))
    assert (counts.new, counts.rejected) == (1, ["an error of ours while reading it: KeyError"])
    assert [state for state, _ in states(engine)] == ["rejected", "done"]


def test_the_good_part_of_a_payload_counts_and_the_rest_is_kept(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    counts = take(engine, "easypost", easypost(FIRST, ("yesterday", "delivered")))
    assert (counts.received, counts.new) == (2, 1)
    assert counts.rejected == ["tracking_details 2: datetime: not a time such as 2026-11-21T10:04:00+01:00"]
    assert states(engine)[0][0] == "rejected"
    assert inbox.replay(engine, NOW).duplicate == 1


def test_a_better_mapping_reads_history_anew(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    take(engine, "easypost", easypost(FIRST, SECOND, THIRD, signed_by="ADA"))
    before = parcels(engine, "1")
    with begin_write(engine) as connection:
        # As an older mapping, that knew less, would have read them.
        connection.execute(update(events).values(milestone="unknown", reason=None, actor="carrier"))
    assert inbox.replay(engine, NOW).received == 0
    counts = inbox.replay(engine, NOW, states=("done",))
    assert (counts.received, counts.changed, counts.new) == (3, 3, 0)
    assert parcels(engine, "1") == before
    assert inbox.replay(engine, NOW, states=("done",)).duplicate == 3


def test_unknown_codes_are_kept_and_counted(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("USPS", "9400111899223100012345"))], NOW)
    counts = take(engine, "easypost", (WIRE / "easypost" / "unknown_code.json").read_bytes())
    assert counts.unknown == {"levitating/hovering": 1}
    last = parcel(engine, "1").events[-1]
    assert (last.milestone, last.code) == (Milestone.UNKNOWN, "levitating/hovering")


def test_an_event_id_used_for_two_things_counts_once_whatever_came_first(engine: Engine) -> None:
    packed = {"id": "a", "order": "1", "shipment": 1, "milestone": "packed"}
    later = packed | {"occurred_at": "2026-11-10T15:00:00Z"}
    for number, bodies in (("1", (packed, later)), ("2", (later, packed))):
        store.import_orders(engine, [order(number)], NOW)
        take(engine, "shop", *(shop(body | {"order": number}) for body in bodies))
        (event,) = parcel(engine, number).events
        assert event.occurred_at == datetime(2026, 11, 10, 15, 0, tzinfo=timezone.utc)


def test_ten_thousand_scans_in_one_payload(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    start = datetime(2026, 11, 11, tzinfo=timezone.utc)
    scans = [((start + timedelta(seconds=second)).isoformat(), "in_transit") for second in range(10_000)]
    assert take(engine, "easypost", easypost(*scans)).new == 10_000
    assert take(engine, "easypost", easypost(*scans)).duplicate == 10_000


def test_many_payloads_at_once(engine: Engine) -> None:
    rows = [order(str(number), ("GLS", f"T{number}")) for number in range(120)]
    store.import_orders(engine, rows, NOW)
    bodies = [easypost(FIRST, carrier="GLS", number=f"T{number}") for number in range(120)]
    receipts = inbox.receive_all(engine, "easypost", [*bodies, bodies[0], b"[1]"], NOW)
    assert [receipt.duplicate for receipt in receipts].count(True) == 1
    counts = inbox.process_all(engine, [receipt.payload_id for receipt in receipts], NOW)
    assert (counts.received, counts.new, counts.duplicate, len(counts.rejected)) == (122, 120, 1, 1)


def test_processes_that_take_in_the_same_parcel_at_once(engine: Engine) -> None:
    store.import_orders(engine, [order("1", ("DPD UK", NUMBER))], NOW)
    scans = [(f"2026-11-11T{hour:02}:00:00Z", "in_transit") for hour in range(20)]
    failures: list[Exception] = []

    def work(offset: int) -> None:
        try:
            for length in range(1, 6):
                take(engine, "easypost", easypost(*scans[: length * 4 - offset]))
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=work, args=(offset,)) for offset in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(parcel(engine, "1").events) == 20


def test_an_order_that_is_imported_while_its_scans_arrive_gets_them_all(engine: Engine) -> None:
    numbers = [f"T{number}" for number in range(25)]
    rows = [order(number, ("GLS", number)) for number in numbers]
    failures: list[Exception] = []

    def work(job: Any) -> None:
        try:
            job()
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    def scan() -> None:
        for number in numbers:
            take(engine, "easypost", easypost(FIRST, carrier="GLS", number=number))

    def bring() -> None:
        for row in rows:
            store.import_orders(engine, [row], NOW)

    threads = [threading.Thread(target=work, args=(job,)) for job in (scan, bring)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [len(parcel(engine, number).events) for number in numbers] == [1] * 25


def test_a_source_that_there_is_not(engine: Engine) -> None:
    with pytest.raises(ValueError, match="no such source"):
        inbox.receive(engine, "carrier-pigeon", b"{}", NOW)
