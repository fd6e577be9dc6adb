"""`wismo up`, and each of its processes alone."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Annotated

import typer

COLORS = {"web": "cyan", "worker": "green", "rasa": "magenta", "actions": "yellow", "up": "blue"}


def up(
    profile: Annotated[
        str, typer.Option(help="demo (also a REST channel for this machine) or production.")
    ] = "",
) -> None:
    """Run everything in the foreground: migrate, start, restart what dies. Ctrl-C stops all."""
    if profile:
        os.environ["WISMO_PROFILE"] = profile
    from bot.processes import Supervisor
    from bot.settings import settings
    from tracking.db import default_engine
    from tracking.migrations import upgrade
    from tracking.polling.configuration import Configuration
    from tracking.settings import settings as store_settings

    bot = settings()
    # Said here, where somebody sees it, and not by a worker that starts again and again.
    Configuration.from_environment()

    def log(name: str, line: str) -> None:
        mark = typer.style(f"{name:>7} |", fg=COLORS[name])
        typer.echo(f"{mark} {line}")
        sys.stdout.flush()

    def ready(seconds: float) -> None:
        host = "localhost" if bot.host == "127.0.0.1" else bot.host
        log("up", f"ready after {seconds:.0f} s: http://{host}:{bot.web_port}")

    async def supervise() -> None:
        supervisor = Supervisor(bot, store_settings(), log)
        supervisor.check()
        await asyncio.to_thread(upgrade, default_engine())
        await supervisor.run(ready)

    asyncio.run(supervise())


def web() -> None:
    """The front door alone."""
    _serve("web")


def worker() -> None:
    """One worker alone; several may run side by side on PostgreSQL."""
    _serve("worker")


def rasa() -> None:
    """Rasa alone, behind the relay."""
    _serve("rasa")


def actions() -> None:
    """The action server alone."""
    _serve("actions")


def _serve(part: str) -> None:
    from tracking.settings import settings as store_settings

    # What makes no sense is said before anything starts.
    store_settings()
    # In this process's place: signals reach it, and nothing of the command line stays in memory.
    os.execv(sys.executable, [sys.executable, "-m", "bot.serve", part])  # noqa: S606
