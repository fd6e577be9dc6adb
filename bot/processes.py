"""The supervisor behind `wismo up`: starts every process, restarts what dies, stops them all."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx

from bot.serve import HOST, SUPERVISOR
from bot.settings import BotSettings
from tracking.errors import ConfigurationError
from tracking.settings import Settings

#: Started in this order; stopped in the other, so that turns under way can end.
PARTS = ("rasa", "actions", "worker", "web")
#: Seconds before a process that died is started again: doubled each time, up to the second figure.
BACKOFF_SECONDS = (0.5, 15.0)
#: A process that ran so long was well: its next restart is quick again.
WELL_SECONDS = 30.0
#: How long a process may take to end by itself.
STOP_SECONDS = 8.0
READY_POLL_SECONDS = 0.25

#: Libraries that would each start a thread a core for work that is one sentence at a time.
_FEW_THREADS = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SANIC_ACCESS_LOG": "false",
    "PYTHONUNBUFFERED": "1",
}

Log = Callable[[str, str], None]


class Supervisor:
    """Runs the processes of one machine until told to stop. `log(name, line)` gets what they write."""

    def __init__(
        self,
        bot: BotSettings,
        store: Settings,
        log: Log,
        models: Path = Path("models"),
        command: Sequence[str] = (sys.executable, "-m", "bot.serve"),
    ) -> None:
        self._bot = bot
        self._store = store
        self._log = log
        self._models = models
        self._command = command
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._stop = asyncio.Event()

    def check(self) -> None:
        """Refuse to start what cannot run.

        Raises:
            ConfigurationError: no trained model, or a port is taken.
        """
        if not any(self._models.glob("*.tar.gz")):
            raise ConfigurationError("there is no trained model in models/: run `wismo train`")
        taken: set[int] = set()
        for name, host, port in (
            ("WISMO_WEB_PORT", self._bot.host, self._bot.web_port),
            ("WISMO_RASA_PORT", HOST, self._bot.rasa_port),
            ("WISMO_ACTIONS_PORT", HOST, self._bot.actions_port),
        ):
            if port in taken:
                raise ConfigurationError(f"{name}: {port} is already another part's port")
            taken.add(port)
            _check_port(name, host, port)

    async def run(self, ready: Callable[[float], None]) -> None:
        """Start everything, call `ready(seconds)` when every part answers, end on SIGINT or SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        metrics = self._store.var / "run" / "metrics"
        shutil.rmtree(metrics, ignore_errors=True)
        metrics.mkdir(parents=True)
        environment = self._environment(metrics)
        keepers = {part: asyncio.create_task(self._keep(part, environment)) for part in PARTS}
        announcing = asyncio.create_task(self._announce(ready))
        await self._stop.wait()
        announcing.cancel()
        for part in reversed(PARTS):
            process = self._processes.get(part)
            if process is not None:
                await _end(process)
        await asyncio.gather(*keepers.values(), return_exceptions=True)

    def _environment(self, metrics: Path) -> Mapping[str, str]:
        bot = self._bot
        given = dict(os.environ)
        # Compiling every module at every start would take longer than all the rest of it.
        given.pop("PYTHONDONTWRITEBYTECODE", None)
        return {
            **given,
            **{name: value for name, value in _FEW_THREADS.items() if name not in os.environ},
            **_QUIET,
            "WISMO_PROFILE": bot.profile,
            "WISMO_ACTIONS_PORT": str(bot.actions_port),
            "PROMETHEUS_MULTIPROC_DIR": str(metrics),
            SUPERVISOR: str(os.getpid()),
        }

    async def _keep(self, part: str, environment: Mapping[str, str]) -> None:
        """Keep one part running."""
        wait = BACKOFF_SECONDS[0]
        while not self._stop.is_set():
            began = time.monotonic()
            process = await asyncio.create_subprocess_exec(
                *self._command,
                part,
                env=environment,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                # Ctrl-C is for us: we stop them in order.
                start_new_session=True,
            )
            self._processes[part] = process
            await self._pass_on(part, process)
            code = await process.wait()
            if self._stop.is_set():
                return
            wait = BACKOFF_SECONDS[0] if time.monotonic() - began > WELL_SECONDS else wait
            self._log("up", f"{part} ended ({_how(code)}); starting it again in {wait:.1f} s")
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._stop.wait(), wait)
            wait = min(wait * 2, BACKOFF_SECONDS[1])

    async def _pass_on(self, part: str, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101 - asked for above
        while True:
            try:
                line = await process.stdout.readline()
            except ValueError:
                continue  # longer than the buffer
            if not line:
                return
            self._log(part, line.decode("utf-8", "replace").rstrip())

    async def _announce(self, ready: Callable[[float], None]) -> None:
        began = time.monotonic()
        host = HOST if self._bot.host in ("0.0.0.0", "::") else self._bot.host  # noqa: S104 - compared, not bound
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                with contextlib.suppress(httpx.HTTPError, ValueError):
                    health = await client.get(f"http://{host}:{self._bot.web_port}/healthz")
                    if health.json().get("status") == "ok":
                        break
                await asyncio.sleep(READY_POLL_SECONDS)
        ready(time.monotonic() - began)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask a process to end; kill it if it does not."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except asyncio.TimeoutError:
            process.kill()
            await process.wait()


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _check_port(name: str, host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"{host}:{port} is taken ({error.strerror}): stop what listens there, or set {name}"
            ) from error
