"""Notices: what is told, once, when, and to whom."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from tests.tracking.consents import NOW, PARIS, agree, bring, look, number, row, scan, told
from tests.tracking.reports import easypost
from tracking import disclosure, inbox, notices
from tracking.db import begin_read, begin_write
from tracking.disclosure import IDENTITY_LIFETIME
from tracking.model import conversations as talks
from tracking.model import events, identities, issued_buttons, outbox
from tracking.model import subscriptions as table
from tracking.notices import PERSON_AT_WORK, is_news, may_ring_at, send_due
from tracking.recording import SETTLED
from tracking.subscriptions import LIFETIME, Ended, Told
from tracking.vocabulary import Milestone

# --- What is told ---------------------------------------------------------------------------------------


def test_news_is_told_within_seconds_with_the_way_to_end_it(engine: Engine) -> None:
    agree(engine, bring(engine))
    assert look(engine, NOW + timedelta(minutes=1)) == 0
    at = NOW + timedelta(hours=1)
    scan(engine, at, "out_for_delivery")
    assert look(engine, at) == 0  # scans come several at a time
    assert look(engine, at + SETTLED) == 1
    (text,) = told(engine)
    assert "10042" in text
    assert "STOP" in text
    with begin_read(engine) as connection:
        sent = connection.execute(select(outbox)).one()
        payloads = connection.execute(select(issued_buttons.c.payload)).scalars().all()
    assert (sent.author, sent.state, sent.inbox_id) == ("bot", "held", None)
    assert sent.reply["card"]["title"]
    assert '/ask_eta{"order_number": "10042", "parcel": 1}' in payloads
    assert {"/human_agent", "/stop_notifications"} < set(payloads)


def test_the_same_is_never_told_twice(engine: Engine) -> None:
    agree(engine, bring(engine))
    at = NOW + timedelta(hours=1)
    for minutes in (0, 10, 20):  # the same scan, then another like it
        scan(engine, at + timedelta(minutes=minutes // 20), "out_for_delivery", received=at)
        look(engine, at + timedelta(minutes=minutes) + SETTLED)
    assert len(told(engine)) == 1


def test_several_scans_make_one_notice_of_the_newest_state(engine: Engine) -> None:
    agree(engine, bring(engine))
    at = NOW + timedelta(hours=6)
    scan(engine, at - timedelta(hours=3), "out_for_delivery", received=at)
    scan(engine, at, "available_for_pickup", received=at)
    assert look(engine, at + SETTLED) == 1
    (text,) = told(engine)
    assert "pick" in text.lower() or "collect" in text.lower()


def test_a_late_report_of_something_older_is_not_told(engine: Engine) -> None:
    agree(engine, bring(engine))
    at = NOW + timedelta(hours=6)
    scan(engine, at, "out_for_delivery")
    assert look(engine, at + SETTLED) == 1
    scan(engine, at - timedelta(hours=4), "failure", received=at + timedelta(hours=1))
    assert look(engine, at + timedelta(hours=2)) == 0


def test_what_happened_before_but_was_reported_after_the_consent_is_news(engine: Engine) -> None:
    agree(engine, bring(engine))
    scan(engine, NOW - timedelta(hours=1), "out_for_delivery", received=NOW + timedelta(hours=1))
    assert look(engine, NOW + timedelta(hours=2)) == 1


def test_a_scan_that_was_being_written_while_the_shopper_agreed_is_found(engine: Engine) -> None:
    order_id = bring(engine)
    scan(engine, NOW, "out_for_delivery")
    with begin_write(engine) as connection:  # as if it was committed just after
        connection.execute(
            update(events).where(events.c.milestone == "out_for_delivery").values(milestone="unknown")
        )
    agree(engine, order_id)
    with begin_write(engine) as connection:
        connection.execute(
            update(events).where(events.c.milestone == "unknown").values(milestone="out_for_delivery")
        )
    assert look(engine, NOW + timedelta(minutes=1)) == 1


def test_nothing_is_told_after_the_delivery(engine: Engine) -> None:
    agree(engine, bring(engine))
    at = NOW + timedelta(hours=2)
    scan(engine, at, "delivered")
    assert look(engine, at + SETTLED) == 1
    (text,) = told(engine)
    assert "STOP" not in text
    kept = row(engine)
    assert (kept.stopped_by, kept.notices, kept.look_at) == (Ended.ARRIVED.value, 1, None)
    scan(engine, at + timedelta(days=1), "return_to_sender")
    assert look(engine, at + timedelta(days=2)) == 0


def test_an_order_in_two_parcels_is_told_of_parcel_by_parcel_and_ends_with_the_last(engine: Engine) -> None:
    agree(engine, bring(engine, parcels=2))
    at = NOW + timedelta(hours=1)
    scan(engine, at, "delivered", parcel=0)
    look(engine, at + SETTLED)
    assert row(engine).stopped_at is None
    assert "STOP" in told(engine)[0]
    scan(engine, at + timedelta(hours=1), "out_for_delivery", parcel=1)
    look(engine, at + timedelta(hours=1) + SETTLED)
    scan(engine, at + timedelta(hours=2), "delivered", parcel=1)
    look(engine, at + timedelta(hours=2) + SETTLED)
    assert len(told(engine)) == 3
    assert row(engine).stopped_by == Ended.ARRIVED.value


def test_news_of_two_parcels_at_once_is_one_notice_with_a_line_each(engine: Engine) -> None:
    agree(engine, bring(engine, parcels=2), language="de")
    at = NOW + timedelta(hours=1)
    for parcel in (0, 1):
        scan(engine, at, "out_for_delivery", parcel=parcel)
    assert look(engine, at + SETTLED) == 1
    (text,) = told(engine)
    assert [line[:2] for line in text.splitlines()[1:3]] == ["1.", "2."]
    assert "10042" in text
    assert "STOPP" in text


def test_a_scan_dated_ahead_is_told_when_its_time_has_come(engine: Engine) -> None:
    agree(engine, bring(engine))
    later = NOW + timedelta(hours=5)
    scan(engine, later, "out_for_delivery", received=NOW)
    assert look(engine, NOW + timedelta(hours=1)) == 0
    assert look(engine, later) == 1


def state(milestone: str, day: int = 1, reason: str | None = None, hour: int = 9) -> Told:
    at = datetime(2026, 9, day, hour, tzinfo=timezone.utc)
    return Told(milestone, reason, at.isoformat(), at.date().isoformat())


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        (None, state("label_created"), False),
        (None, state("packed"), False),
        (None, state("carrier_received"), True),
        (state("label_created"), state("in_transit"), True),
        (state("packed"), state("label_created", 2), False),
        (state("carrier_received"), state("in_transit", 2), False),
        (state("carrier_received"), state("departed_origin", 2), True),
        (state("arrived_destination"), state("customs_started", 2), True),
        (state("customs_started"), state("customs_held", 2), True),
        (state("customs_held"), state("customs_held", 3), False),
        (state("customs_held"), state("customs_held", 3, "customs.duties_due"), True),
        (state("customs_held", 1, "customs.duties_due"), state("customs_held", 3), False),
        (state("customs_held"), state("in_transit", 3), True),
        (state("customs_held"), state("customs_cleared", 3), True),
        (state("customs_cleared"), state("at_local_depot", 3), False),
        (state("customs_cleared"), state("handed_over", 3), True),
        (state("out_for_delivery"), state("out_for_delivery", 1, hour=12), False),
        (state("out_for_delivery"), state("out_for_delivery", 2), True),
        (state("delivery_attempted"), state("delivery_attempted", 2), True),
        (state("delivery_attempted"), state("at_local_depot", 2), True),
        (state("out_for_delivery", 3), state("customs_held", 2), False),
        (state("out_for_delivery"), state("unknown", 2), False),
        (state("out_for_delivery"), state("delivered", 1), True),
        (state("delivered"), state("return_started", 5), False),
        (state("lost"), state("out_for_delivery", 9), True),
        (state("exception"), state("returned", 9), True),
    ],
)
def test_what_is_news(before: Told | None, now: Told, news: bool) -> None:
    assert is_news(before, now) is news


def test_every_milestone_is_told_quiet_or_no_move() -> None:
    parts = (notices.WORTH_TELLING, notices.ON_THE_WAY, notices.NO_MOVE)
    assert sorted(each.value for part in parts for each in part) == sorted(each.value for each in Milestone)


# --- When -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clock", "milestone", "rings"),
    [
        ("08 08:00", "customs_held", "08 08:00"),
        ("08 20:59", "customs_held", "08 20:59"),
        ("08 21:00", "customs_held", "09 08:00"),
        ("08 03:00", "delivered", "08 08:00"),
        ("08 05:59", "out_for_delivery", "08 06:00"),
        ("08 06:00", "out_for_delivery", "08 06:00"),
        ("08 07:30", "customs_held", "08 08:00"),
        ("08 23:00", "out_for_delivery", "09 06:00"),
    ],
)
def test_a_phone_does_not_ring_at_night(clock: str, milestone: str, rings: str) -> None:
    at, expected = (
        datetime.strptime(f"2026-09-{each}", "%Y-%m-%d %H:%M").replace(tzinfo=PARIS)
        for each in (clock, rings)
    )
    assert may_ring_at(at.astimezone(timezone.utc), PARIS, {Milestone(milestone)}) == expected


def test_what_comes_at_night_is_told_in_the_morning_as_it_is_then(engine: Engine) -> None:
    order_id = bring(engine)
    agree(engine, order_id, talk="telegram:1")
    night = datetime(2026, 9, 8, 23, 0, tzinfo=PARIS)
    scan(engine, night, "failure")
    assert look(engine, night + timedelta(minutes=1)) == 0
    scan(engine, night + timedelta(hours=6), "available_for_pickup")
    assert look(engine, night + timedelta(hours=7)) == 0
    assert look(engine, night + timedelta(hours=9)) == 1
    assert len(told(engine, "telegram:1")) == 1
    with begin_read(engine) as connection:
        assert connection.execute(select(outbox.c.state)).scalar_one() == "waiting"


def test_a_parcel_that_comes_today_may_ring_early(engine: Engine) -> None:
    agree(engine, bring(engine), talk="telegram:1")
    early = datetime(2026, 9, 9, 6, 10, tzinfo=PARIS)
    scan(engine, early - timedelta(hours=2), "failure")
    assert look(engine, early) == 0
    scan(engine, early, "out_for_delivery")
    assert look(engine, early + SETTLED) == 1


def test_where_shoppers_come_for_their_messages_no_hour_is_too_late(engine: Engine) -> None:
    agree(engine, bring(engine))
    night = datetime(2026, 9, 8, 23, 0, tzinfo=PARIS)
    scan(engine, night, "failure")
    assert look(engine, night + SETTLED) == 1


def test_while_a_person_has_the_conversation_news_waits_and_is_told_as_it_is_afterwards(
    engine: Engine,
) -> None:
    agree(engine, bring(engine))
    with begin_write(engine) as connection:
        connection.execute(update(talks).values(owner="person"))
    at = NOW + timedelta(hours=1)
    scan(engine, at, "failure")
    assert look(engine, at + SETTLED) == 0
    with begin_write(engine) as connection:
        connection.execute(update(talks).values(owner="bot"))
    scan(engine, at + timedelta(seconds=30), "out_for_delivery")
    assert look(engine, at + SETTLED + PERSON_AT_WORK) == 1
    assert look(engine, at + timedelta(days=1)) == 0


# --- To whom --------------------------------------------------------------------------------------------


def test_after_the_proof_expired_the_notice_says_no_more_than_a_tracking_number_would(engine: Engine) -> None:
    agree(engine, bring(engine))
    late = NOW + IDENTITY_LIFETIME + timedelta(days=1)
    disclosure.forget_expired(engine, late)
    with begin_read(engine) as connection:
        assert connection.execute(select(identities)).first() is None
    body = easypost((late.isoformat(), "out_for_delivery"), number=number(420)).replace(
        b'"message"', b'"tracking_location": {"city": "Lyon", "country": "FR"}, "message"'
    )
    inbox.process(engine, inbox.receive(engine, "easypost", body, late).payload_id, late)
    assert look(engine, late + SETTLED) == 1
    (text,) = told(engine)
    assert "10042" not in text
    assert "Lyon" not in text
    assert "STOP" in text
    with begin_read(engine) as connection:
        assert "Lyon" not in str(connection.execute(select(outbox.c.reply)).scalar_one())


def test_a_consent_ends_by_itself_in_the_end(engine: Engine) -> None:
    agree(engine, bring(engine))
    late = NOW + LIFETIME
    scan(engine, late, "out_for_delivery")
    assert look(engine, late + SETTLED) == 0
    assert row(engine).stopped_by == Ended.EXPIRED.value


# --- Once, whoever looks --------------------------------------------------------------------------------


def test_several_workers_tell_each_shopper_once(engine: Engine) -> None:
    order_id = bring(engine)
    count = 2 * notices.BATCH + 7
    for index in range(count):
        agree(engine, order_id, talk=f"website:{index}")
    scan(engine, NOW, "out_for_delivery")

    def work(_: int) -> int:
        done = 0
        for _ in range(count):
            passed = send_due(engine, NOW + timedelta(minutes=2))
            done += len(passed.told)
        return done

    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(work, range(4)))
    assert sum(sent) == count
    assert all(len(told(engine, f"website:{index}")) == 1 for index in range(count))


def test_a_look_that_breaks_off_leaves_no_trace_and_is_made_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(engine, bring(engine))
    scan(engine, NOW, "out_for_delivery")
    written = notices._write

    def cut(*args: Any) -> None:
        written(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(notices, "_write", cut)
    with pytest.raises(KeyboardInterrupt):
        look(engine, NOW + timedelta(minutes=1))
    assert told(engine) == []
    monkeypatch.setattr(notices, "_write", written)
    assert look(engine, NOW + timedelta(minutes=1)) == 1


def test_a_consent_that_cannot_be_judged_keeps_no_other_from_being_told(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = bring(engine), bring(engine, name="10043")
    agree(engine, bad)
    agree(engine, good, talk="website:2")
    judged = notices._judge

    def judge(row: Any, *args: Any) -> Any:
        if row.order_id == bad:
            raise ValueError("a@example.com")
        return judged(row, *args)

    monkeypatch.setattr(notices, "_judge", judge)
    for name in ("10042", "10043"):
        scan(engine, NOW, "out_for_delivery", name=name)
    assert look(engine, NOW + timedelta(minutes=1)) == 1
    assert "ValueError" in caplog.text
    assert "a@example.com" not in caplog.text
    monkeypatch.setattr(notices, "_judge", judged)
    assert look(engine, NOW + timedelta(hours=2)) == 1


def test_a_scan_written_while_a_look_is_under_way_is_looked_at_again(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        return  # it has one writer at a time
    agree(engine, bring(engine))
    look(engine, NOW + timedelta(minutes=1))
    at = NOW + timedelta(hours=1)
    scan(engine, at, "failure")
    due = select(table.c.id).where(table.c.look_at <= at + SETTLED).with_for_update()
    with ThreadPoolExecutor(1) as pool:
        with begin_write(engine) as connection:  # the look: it has read the scans, and is about to commit
            connection.execute(due)
            writing = pool.submit(scan, engine, at + timedelta(seconds=1), "out_for_delivery")
            while not waiting_for_lock(engine):
                pass
            connection.execute(update(table).values(look_at=None))
        writing.result(20)
    assert row(engine).look_at is not None
    assert look(engine, at + timedelta(minutes=1)) == 1


def waiting_for_lock(engine: Engine) -> bool:
    query = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    with begin_read(engine) as connection:
        return connection.exec_driver_sql(query).first() is not None


def test_what_is_due_is_found_by_the_index(engine: Engine) -> None:
    query = "SELECT id FROM subscriptions WHERE look_at <= '2026-01-01' LIMIT 1"
    with begin_read(engine) as connection:
        if engine.dialect.name == "sqlite":
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
        else:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            plan = connection.exec_driver_sql(f"EXPLAIN {query}").all()
    assert "ix_subscriptions_look_at" in str(plan)
