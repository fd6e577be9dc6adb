"""A worker watches over silent parcels by itself: the real process, on both databases."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import ROOT, environment
from tests.bot.conftest import eventually
from tests.tracking.reports import easypost, order
from tracking import inbox, store
from tracking.db import begin_read
from tracking.model import cases, shipments


def test_the_worker_opens_the_case_of_a_parcel_that_has_long_been_silent(
    engine: Engine, tmp_path: Path
) -> None:
    now = datetime.now(timezone.utc)
    placed, heard = now - timedelta(days=45), now - timedelta(days=44)
    number = "15501234567890"
    store.import_orders(engine, [order("10042", ("dpd-uk", number), placed=placed.isoformat())], now)
    body = easypost((heard.isoformat(), "in_transit"), number=number)
    inbox.process(engine, inbox.receive(engine, "easypost", body, now).payload_id, now)
    env = environment(tmp_path, engine.url.render_as_string(hide_password=False))

    for judged in (1, 0):  # the second worker finds nothing left to do
        log = tmp_path / f"{judged}.log"
        with log.open("wb") as output:
            worker = subprocess.Popen(
                [sys.executable, "-m", "bot.serve", "worker"], cwd=ROOT, env=env, stderr=output
            )
        try:
            eventually(lambda log=log, judged=judged: f"judged={judged}," in log.read_text(), 60)
        finally:
            os.kill(worker.pid, signal.SIGTERM)
            ended = worker.wait(30)
        assert ended == 0, log.read_text()
        with begin_read(engine) as connection:
            opened = connection.execute(select(cases.c.kind, cases.c.state)).all()
            assert [tuple(row) for row in opened] == [("lost", "new")]
            assert connection.execute(select(shipments.c.judge_at)).scalar_one() is None
