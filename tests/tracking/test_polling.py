"""Polling against a real server: what is asked, what becomes of it, and what if it answers badly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Engine

from tests.tracking.provider_server import KEY, ProviderServer, Trouble, serving
from tracking import inbox, store
from tracking.db import begin_read, begin_write
from tracking.errors import ConfigurationError
from tracking.model import events, orders, payloads, polls
from tracking.polling import PROVIDERS
from tracking.polling.client import Pace
from tracking.polling.configuration import Account, Configuration
from tracking.polling.engine import Poller, Progress, run
from tracking.polling.errors import KeyRefusedError, NoAnswerError

HOURLY = timedelta(hours=1)
#: As quick as a test needs it.
QUICK = Pace(first_pause=0.01, longest_pause=0.05, longest_asked_for=1.5, silence=0.4, answer=0.8)
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=list(PROVIDERS))
def server(request: pytest.FixtureRequest) -> Iterator[ProviderServer]:
    with serving(request.param) as made:
        yield made


@pytest.fixture
def aftership() -> Iterator[ProviderServer]:
    with serving("aftership") as made:
        yield made


def shop(engine: Engine, count: int) -> list[str]:
    """Orders placed yesterday with a parcel each; their tracking numbers."""
    placed = (datetime.now(timezone.utc) - timedelta(days=1)).isoformat()
    numbers = [f"1550123456{index:04}" for index in range(count)]
    rows = [
        {
            "number": f"{10_000 + index}",
            "placed_at": placed,
            "shipments": [{"carrier": "DPD UK", "tracking_number": number}],
        }
        for index, number in enumerate(numbers)
    ]
    store.import_orders(engine, rows, datetime.now(timezone.utc))
    return numbers


_made: list[Poller] = []


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    while _made:
        _made.pop().close()


def poller(
    engine: Engine,
    server: ProviderServer,
    key: str = KEY,
    pace: Pace = QUICK,
    stop: threading.Event | None = None,
) -> Poller:
    account = Account(server.source, server.url, key)
    _made.append(Poller(engine, account, HOURLY, stop or threading.Event(), pace=pace))
    return _made[-1]


def delivered(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(events)).scalar_one())


def leased(engine: Engine) -> int:
    query = select(func.count()).select_from(polls).where(polls.c.leased_by.is_not(None))
    with begin_read(engine) as connection:
        return int(connection.execute(query).scalar_one())


def test_every_parcel_is_asked_once_and_what_is_answered_is_kept_and_told(
    engine: Engine, server: ProviderServer
) -> None:
    numbers = shop(engine, 5)
    server.not_registered = {numbers[3]}
    progress = poller(engine, server).round()
    assert sorted(server.numbers) == numbers
    assert (progress.due, progress.asked, progress.not_known, progress.scans.new) == (5, 5, 1, 4)
    assert delivered(engine) == 4
    with begin_read(engine) as connection:
        assert set(connection.execute(select(payloads.c.source, payloads.c.state))) == {
            (server.source, "done")
        }
    # What is not registered is not asked again at once either.
    assert poller(engine, server).round().asked == 0
    assert len(server.numbers) == 5


def test_a_request_names_as_many_parcels_as_the_provider_allows(
    engine: Engine, server: ProviderServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PROVIDERS[server.source], "REQUESTS_A_SECOND", 1000.0)
    batch = PROVIDERS[server.source].BATCH
    shop(engine, batch * 2 + 1)
    poller(engine, server).round()
    assert [len(numbers) for numbers, _ in server.asked] == [batch, batch, 1]


def test_no_faster_than_the_provider_allows(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 101)
    poller(engine, aftership).round()
    times = [at for _, at in aftership.asked]
    assert len(times) == 3
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19


def test_only_what_is_on_its_way_and_due_is_asked(engine: Engine, aftership: ProviderServer) -> None:
    numbers = shop(engine, 3)
    poller(engine, aftership).round()
    with begin_write(engine) as connection:
        connection.execute(delete(events).where(events.c.id > 1))
        long_ago = datetime.now(timezone.utc) - HOURLY - timedelta(seconds=1)
        connection.execute(update(polls).where(polls.c.leg_id > 2).values(asked_at=long_ago))
    aftership.asked.clear()
    poller(engine, aftership).round()
    # The first was delivered, the second was asked within the hour.
    assert aftership.numbers == [numbers[2]]
    with begin_write(engine) as connection:
        connection.execute(update(orders).values(placed_at=datetime.now(timezone.utc) - timedelta(days=91)))
        connection.execute(update(polls).values(asked_at=long_ago))
    assert poller(engine, aftership).round().asked == 0


def test_an_answer_that_says_the_same_is_not_kept_again(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 2)
    poller(engine, aftership).round()
    with begin_write(engine) as connection:
        connection.execute(delete(events))
        connection.execute(update(polls).values(asked_at=datetime(2026, 1, 1, tzinfo=timezone.utc)))
    progress = poller(engine, aftership).round()
    assert (progress.asked, progress.unchanged) == (2, 2)
    with begin_read(engine) as connection:
        assert connection.execute(select(func.count()).select_from(payloads)).scalar_one() == 2


TROUBLES = {
    "three errors of its own": [Trouble(500), Trouble(502), Trouble(503)],
    "too many requests": [Trouble(429)],
    "slow": [Trouble(seconds=0.6)],
    "cut": [Trouble(body=b'{"data": {"tracki', cut=True), Trouble(cut=True)],
    "a page of a proxy": [Trouble(body=b"<html>")],
    "nonsense about when to come back": [
        Trouble(429, {"Retry-After": "soon"}),
        Trouble(503, {"Retry-After": ""}),
    ],
}


@pytest.mark.parametrize("case", TROUBLES)
def test_a_bad_answer_is_asked_for_again(engine: Engine, server: ProviderServer, case: str) -> None:
    shop(engine, 1)
    server.troubles = list(TROUBLES[case])
    assert poller(engine, server).round().asked == 1
    assert len(server.asked) == len(TROUBLES[case]) + 1
    assert delivered(engine) == 1


@pytest.mark.parametrize("as_date", [False, True])
def test_a_pause_that_is_asked_for_is_kept(engine: Engine, aftership: ProviderServer, as_date: bool) -> None:
    shop(engine, 1)
    until = datetime.now(timezone.utc) + timedelta(seconds=2)
    wanted = format_datetime(until, usegmt=True) if as_date else "1"
    pace = Pace(first_pause=0.01, longest_asked_for=3)
    aftership.troubles = [Trouble(429, {"Retry-After": wanted})]
    poller(engine, aftership, pace=pace).round()
    first, second = (at for _, at in aftership.asked)
    assert second - first >= (0.5 if as_date else 1.0)


def test_a_pause_too_long_ends_the_round_and_loses_nothing(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 1)
    aftership.troubles = [Trouble(429, {"Retry-After": "3600"})]
    with pytest.raises(NoAnswerError, match="pause of 3600 s"):
        poller(engine, aftership).round()
    assert (len(aftership.asked), leased(engine)) == (1, 0)
    assert poller(engine, aftership).round().scans.new == 1


def test_a_server_that_stays_down_ends_the_round(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 1)
    aftership.trouble_with = lambda _: Trouble(500)
    with pytest.raises(NoAnswerError, match=r"in 6 attempts \(status 500\)"):
        poller(engine, aftership).round()
    assert (len(aftership.asked), leased(engine)) == (6, 0)


def test_nobody_there_ends_the_round(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 1)
    aftership.url = "http://127.0.0.1:9/v"
    with pytest.raises(NoAnswerError, match="ConnectError"):
        poller(engine, aftership).round()


def test_a_key_that_is_refused_stops_at_once_and_is_not_repeated(
    engine: Engine, server: ProviderServer, caplog: pytest.LogCaptureFixture
) -> None:
    shop(engine, 1)
    with pytest.raises(KeyRefusedError, match=f"WISMO_{server.source.upper()}_KEY") as told:
        poller(engine, server, key="wrong-key").round()
    assert len(server.asked) == 1
    assert leased(engine) == 0
    assert "wrong-key" not in f"{told.value}{caplog.text}"


def test_a_code_of_17track_for_a_bad_key_is_understood(engine: Engine) -> None:
    shop(engine, 1)
    with serving("seventeentrack") as server:
        server.troubles = [Trouble(body=b'{"code": -18010002, "data": {"errors": []}}')]
        with pytest.raises(KeyRefusedError):
            poller(engine, server).round()


def test_one_number_that_is_refused_keeps_no_other_from_being_asked(
    engine: Engine, aftership: ProviderServer
) -> None:
    numbers = shop(engine, 8)
    aftership.trouble_with = lambda asked: Trouble(400) if numbers[5] in asked else None
    progress = poller(engine, aftership).round()
    assert (progress.asked, progress.refused, progress.scans.new) == (8, 1, 7)


def test_two_at_once_ask_about_each_parcel_once(
    engine: Engine, aftership: ProviderServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PROVIDERS["aftership"], "BATCH", 5)
    monkeypatch.setattr(PROVIDERS["aftership"], "REQUESTS_A_SECOND", 1000.0)
    numbers = shop(engine, 60)
    aftership.seconds = 0.02
    both = [poller(engine, aftership) for _ in range(2)]
    threads = [threading.Thread(target=each.round) for each in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(aftership.numbers) == numbers
    assert delivered(engine) == 60


POLL = """
import sys, threading
from datetime import timedelta
from tracking.db import open_engine
from tracking.polling import PROVIDERS
from tracking.polling.configuration import Account
from tracking.polling.engine import Poller
PROVIDERS["aftership"].BATCH = 4
url, database, key = sys.argv[1:]
account = Account("aftership", url, key)
every = timedelta(hours=1)
Poller(open_engine(database), account, every, threading.Event(), lease=timedelta(seconds=1)).round()
"""


def test_killed_in_the_middle_the_next_goes_on(
    engine: Engine, aftership: ProviderServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = shop(engine, 40)
    database = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", POLL, aftership.url, database, KEY]
    first = subprocess.Popen(command, cwd=ROOT)
    try:
        until = time.monotonic() + 60
        while len(aftership.asked) < 4:
            assert time.monotonic() < until, "it did not begin to ask"
            time.sleep(0.005)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    asked = len(aftership.numbers)
    assert asked < 40
    time.sleep(1.1)  # until the lease of the dead one has run out
    progress = poller(engine, aftership).round()
    # Asked twice is at most what was on its way when it was killed.
    assert 40 <= len(aftership.numbers) <= 44
    assert set(aftership.numbers) == set(numbers)
    assert progress.asked <= 40 - (asked - 8)
    inbox.replay(engine, datetime.now(timezone.utc), states=("received",))
    assert delivered(engine) == 40


def test_stopped_while_it_waits_it_ends_and_gives_back(engine: Engine, aftership: ProviderServer) -> None:
    shop(engine, 1)
    aftership.trouble_with = lambda _: Trouble(503)
    stop = threading.Event()
    patient = poller(engine, aftership, pace=Pace(first_pause=30), stop=stop)
    thread = threading.Thread(target=patient.round)
    thread.start()
    time.sleep(0.5)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
    assert leased(engine) == 0


def test_side_by_side_one_that_refuses_the_key_keeps_no_other_from_being_asked(engine: Engine) -> None:
    shop(engine, 2)
    with serving("aftership") as first, serving("ship24") as second:
        accounts = [Account("aftership", first.url, "wrong"), Account("ship24", second.url, KEY)]
        failures: list[Exception] = []
        said: list[Progress] = []
        run(
            engine, accounts, HOURLY, threading.Event(),
            once=True, said=said.append, failed=failures.append,
        )  # fmt: skip
    assert [type(failure) for failure in failures] == [KeyRefusedError]
    assert delivered(engine) == 2
    assert {progress.source for progress in said} == {"ship24"}


@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        ({}, "WISMO_AFTERSHIP_KEY"),
        ({"WISMO_AFTERSHIP_KEY": KEY, "WISMO_POLL_MINUTES": "often"}, "WISMO_POLL_MINUTES"),
        ({"WISMO_AFTERSHIP_KEY": KEY, "WISMO_POLL_MINUTES": "0"}, "WISMO_POLL_MINUTES"),
        ({"WISMO_SHIP24_KEY": KEY, "WISMO_SHIP24_URL": "ship24"}, "WISMO_SHIP24_URL"),
        ({"WISMO_SHIP24_KEY": "line\nbreak"}, "WISMO_SHIP24_KEY"),
    ],
)
def test_settings_that_make_no_sense_are_said(environ: dict[str, str], problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem) as told:
        Configuration.from_environment(environ).chosen(None)
    assert KEY not in str(told.value)
