"""`wismo poll`: ask providers for news of parcels."""

from __future__ import annotations

import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.ingest import EXIT_REJECTED

if TYPE_CHECKING:
    from tracking.polling.engine import Progress

#: Between two lines about how far a round is.
SAY_SECONDS = 5.0


def poll(
    source: Annotated[
        str, typer.Option(help="Only this provider: aftership, seventeentrack or ship24.")
    ] = "",
    once: Annotated[bool, typer.Option("--once", help="Ask about what is due now, then end.")] = False,
) -> None:
    """Ask providers about every parcel that is on its way, each WISMO_POLL_MINUTES; Ctrl-C ends it.

    What was asked is kept in the store: started again, it goes on where it was. Several may run side by side.
    """
    from tracking.db import default_engine
    from tracking.migrations import upgrade
    from tracking.polling.configuration import Configuration
    from tracking.polling.engine import run

    configuration = Configuration.from_environment()
    accounts = configuration.chosen(source or None)
    engine = default_engine()
    upgrade(engine)
    stop = threading.Event()

    def end(_number: int, _frame: Any) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    telling = _Telling()
    run(engine, accounts, configuration.every, stop, once=once, said=telling.say, failed=telling.fail)
    telling.sum_up()
    if telling.failures:
        raise typer.Exit(EXIT_REJECTED)


class _Telling:
    """Says how far each round is, now and then, and what it came to."""

    def __init__(self) -> None:
        self.failures: list[str] = []
        self._began = time.monotonic()
        self._said: dict[str, float] = {}
        self._latest: dict[str, Progress] = {}
        self._lock = threading.Lock()

    def say(self, progress: Progress) -> None:
        """Take note of a step; print it if nothing was printed for a while."""
        with self._lock:
            self._latest[progress.source] = progress
            now = time.monotonic()
            if now - self._said.get(progress.source, self._began) >= SAY_SECONDS:
                self._said[progress.source] = now
                self._print(progress)

    def fail(self, error: Exception) -> None:
        """Print what went wrong."""
        with self._lock:
            self.failures.append(str(error))
            typer.echo(f"wismo: {error}", err=True)

    def sum_up(self) -> None:
        """Print what the last round of each provider came to."""
        for progress in self._latest.values():
            self._print(progress)
        if not self._latest and not self.failures:
            typer.echo("nothing is due")

    def _print(self, progress: Progress) -> None:
        seconds = time.monotonic() - self._began
        typer.echo(
            f"{progress.source}: {progress.asked} of {max(progress.due, progress.asked)} parcels asked, "
            f"{progress.scans.new} new scans, {progress.unchanged} without news, "
            f"{progress.not_known} not registered there, {progress.refused} refused; {seconds:.0f} s"
        )
        sys.stdout.flush()
