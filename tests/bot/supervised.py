"""A supervisor over small stand-ins, as a process of its own: `python -m tests.bot.supervised VAR [PART]`.

Each stand-in writes its process id to VAR/<part> and waits; `actions` does not heed SIGTERM.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from bot.processes import Supervisor
from bot.serve import end_with_supervisor
from bot.settings import BotSettings
from tracking.settings import Settings


def part(var: Path, name: str) -> None:
    end_with_supervisor()
    if name == "actions":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with (var / name).open("a") as pids:
        pids.write(f"{os.getpid()}\n")
    print(f"{name} at work", flush=True)
    while True:
        time.sleep(60)


def supervise(var: Path) -> None:
    environment = {"WISMO_VAR": str(var)}
    supervisor = Supervisor(
        BotSettings.from_environment(environment),
        Settings.from_environment(environment),
        lambda name, line: print(f"{name}| {line}", flush=True),
        command=(sys.executable, "-m", "tests.bot.supervised", str(var)),
    )
    asyncio.run(supervisor.run(lambda seconds: print("ready", flush=True)))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        part(Path(sys.argv[1]), sys.argv[2])
    supervise(Path(sys.argv[1]))
