"""One process of the assistant: `python -m bot.serve web|worker|rasa|actions`.

Heavy imports wait until it is known which part runs.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from bot.settings import settings as bot_settings
from tracking.settings import settings as store_settings

#: The supervisor's process id, for children that must not outlive it.
SUPERVISOR = "WISMO_SUPERVISOR"
#: prctl(2): the signal to get when the parent ends.
PR_SET_PDEATHSIG = 1
HOST = "127.0.0.1"
#: How often payloads that were received but not interpreted, such as before a crash, are looked for.
REPLAY_SECONDS = 30.0
#: How often what expired is forgotten, and the silence of parcels is judged.
HOUR = timedelta(hours=1)
#: How long the end of polling is waited for.
POLL_END_SECONDS = 2.0


def end_with_supervisor() -> None:
    """Have the kernel end this process when the supervisor ends, whatever ends that one."""
    parent = os.environ.get(SUPERVISOR)
    if parent is None:
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != int(parent):
        # It ended before the kernel was told.
        sys.exit(1)


def web() -> None:
    """The front door."""
    import uvicorn
    from starlette.routing import BaseRoute

    from bot.demo_page import routes as demo_routes
    from bot.receivers import routes
    from bot.web import FrontDoor, listening_on
    from tracking.db import default_engine

    settings = bot_settings()
    more: list[BaseRoute] = [*routes(), *(demo_routes() if settings.profile == "demo" else ())]
    front = FrontDoor(default_engine(), settings, store_settings(), more_routes=more)
    uvicorn.Server(listening_on(front.app, settings.host, settings.web_port, settings.trusted_proxies)).run()


def worker() -> None:
    """Turns, sends, and payloads left behind by a crash."""
    import uvloop

    uvloop.install()
    asyncio.run(_work())


async def _work() -> None:
    from bot.channels.contract import Closing
    from bot.channels.pushing import ONE_MESSAGE, senders
    from bot.notices import Notices
    from bot.relay_client import RelayClient
    from bot.sender import Sender
    from bot.signals import open_signals
    from bot.worker import Worker
    from bot.worker_identity import Identity
    from tracking.db import default_engine
    from tracking.outbox import FETCHED
    from tracking.words.handover import told

    settings, store = bot_settings(), store_settings()
    engine = default_engine()
    signals = open_signals(store.var, settings.redis_url)
    identity = Identity(store.var / "run")
    relay = RelayClient(
        f"http://{HOST}:{settings.rasa_port}/webhooks/relay",
        settings.relay_secret,
        connections=settings.concurrent_turns,
    )

    def say(language: str | None, message: str, **values: str) -> str:
        return told(language, message, datetime.now(timezone.utc), **values)

    sending = senders(engine, settings)
    at_work = Worker(
        engine,
        relay,
        signals,
        identity,
        say,
        held=FETCHED,
        one_message=ONE_MESSAGE,
        concurrency=settings.concurrent_turns,
    )
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        await asyncio.gather(
            at_work.run(stop),
            # One each: a platform that hangs holds up no other.
            *(Sender(engine, signals, [channel]).run(stop) for channel in sending),
            _tidy(stop),
            _watch(stop),
            _poll(stop),
            Notices(engine, signals, FETCHED).run(stop),
        )
    finally:
        await signals.close()
        await relay.close()
        for channel in sending:
            if isinstance(channel, Closing):
                await channel.close()
        identity.close()


async def _tidy(stop: asyncio.Event) -> None:
    """Payloads that were committed but not interpreted, cases whose time has come, proofs that expired."""
    from datetime import datetime, timezone

    from tracking import sign_ins
    from tracking.cases import tick
    from tracking.db import default_engine
    from tracking.disclosure import forget_expired
    from tracking.errors import StoreUnavailableError
    from tracking.inbox import replay

    next_forgetting = datetime.min.replace(tzinfo=timezone.utc)
    while not stop.is_set():
        try:
            now = datetime.now(timezone.utc)
            await asyncio.to_thread(replay, default_engine(), now, states=("received",))
            await asyncio.to_thread(tick, default_engine(), now)
            if now >= next_forgetting:
                await asyncio.to_thread(forget_expired, default_engine(), now)
                await asyncio.to_thread(sign_ins.forget_old, default_engine(), now)
                next_forgetting = now + HOUR
        except StoreUnavailableError:
            logging.getLogger(__name__).warning("not tidied: the database does not answer")
        try:
            await asyncio.wait_for(stop.wait(), REPLAY_SECONDS)
        except asyncio.TimeoutError:
            continue


async def _poll(stop: asyncio.Event) -> None:
    """Ask the providers whose key is set for news of parcels; in a thread of its own, which waits a lot."""
    from tracking.db import default_engine
    from tracking.polling.configuration import Configuration
    from tracking.polling.engine import Progress, run

    configuration = Configuration.from_environment()
    if not configuration.accounts:
        return
    logger = logging.getLogger(__name__)

    def said(progress: Progress) -> None:
        logger.info(
            "%s: %d of %d parcels asked, %d new scans",
            progress.source, progress.asked, progress.due, progress.scans.new,
        )  # fmt: skip

    ended = threading.Event()
    polling = threading.Thread(
        target=run,
        args=(default_engine(), configuration.chosen(None), configuration.every, ended),
        kwargs={"once": False, "said": said, "failed": lambda error: logger.error("%s", error)},
        # A request that hangs keeps nobody from ending: what was asked stays due.
        daemon=True,
    )
    polling.start()
    await stop.wait()
    ended.set()
    await asyncio.to_thread(polling.join, POLL_END_SECONDS)


async def _watch(stop: asyncio.Event) -> None:
    """Judge the silence of parcels that are due, and make lane history anew; both may take long."""
    from datetime import datetime, timezone

    from tracking.db import default_engine
    from tracking.errors import StoreUnavailableError
    from tracking.lanes import refresh
    from tracking.watch import watch

    while not stop.is_set():
        try:
            now = datetime.now(timezone.utc)
            watched = await asyncio.to_thread(watch, default_engine(), now, stop=stop.is_set)
            lanes = await asyncio.to_thread(refresh, default_engine(), now)
            logging.getLogger(__name__).info("silences judged: %s; lanes with a history: %d", watched, lanes)
        except StoreUnavailableError:
            logging.getLogger(__name__).warning("silences not judged: the database does not answer")
        try:
            await asyncio.wait_for(stop.wait(), HOUR.total_seconds())
        except asyncio.TimeoutError:
            continue


def rasa() -> None:
    """Understanding and dialogue."""
    from bot.rasa_server import main

    main()


def actions() -> None:
    """The custom actions, on loopback."""
    os.environ["SANIC_HOST"] = HOST
    from datetime import date

    from rasa_sdk.endpoint import run

    from tracking.calendars import is_holiday
    from tracking.wording import wording

    # Read now what the first shopper would otherwise wait for: texts and calendars, some seconds in all.
    for language in store_settings().languages:
        wording(language)
    is_holiday(date.today(), "FR")  # noqa: DTZ011 - any day will do
    run("actions", port=bot_settings().actions_port)


#: nice(2): dialogue may take all cores for a moment; messages are acknowledged at once all the same.
NICENESS = {"rasa": 5, "actions": 5}
PARTS: dict[str, Callable[[], None]] = {"web": web, "worker": worker, "rasa": rasa, "actions": actions}


def main() -> None:
    """Run the part that the command line names."""
    end_with_supervisor()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # Libraries' notes to their own developers; ours are errors in our tests.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    for noisy in ("httpx", "httpcore", "engineio", "socketio", "rasa", "sanic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    part = sys.argv[1]
    os.nice(NICENESS.get(part, 0))
    PARTS[part]()


if __name__ == "__main__":
    main()
