"""The whole assistant as a test sees it: real processes, real HTTP, a store of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parent.parent
#: Seconds for all four processes to answer: Rasa's imports are slow when the cores are busy.
START_SECONDS = 180
#: Signs the webhooks of the carriers' middleman.
EASYPOST_SECRET = "an EasyPost secret that only tests know"


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Assistant:
    """A running assistant."""

    url: str
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, sender: str, text: str) -> dict[str, Any]:
        """One turn: `replies` and what was `understood`."""
        answer = httpx.post(
            f"{self.url}/webhooks/rest/webhook",
            params={"debug": "1"},
            json={"sender": sender, "message": text},
            timeout=60,
        )
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def environment(var: Path, database_url: str | None = None) -> dict[str, str]:
    """The environment of an assistant with ports and data of its own."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("WISMO_")},
        "WISMO_VAR": str(var),
        "WISMO_WEB_PORT": str(free_port()),
        "WISMO_RASA_PORT": str(free_port()),
        "WISMO_ACTIONS_PORT": str(free_port()),
        "WISMO_EASYPOST_SECRET": EASYPOST_SECRET,
        **({"WISMO_DATABASE_URL": database_url} if database_url else {}),
    }


def wismo(*words: str, env: dict[str, str], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the `wismo` command to its end."""
    return subprocess.run(
        [str(Path(sys.executable).parent / "wismo"), *words],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=options.pop("timeout", 300),
        check=False,
        **options,
    )


@contextmanager
def running(var: Path, database_url: str | None = None) -> Iterator[Assistant]:
    """Load the demo shop's parcels and start everything; stop it all on leaving."""
    env = environment(var, database_url)
    loaded = wismo("demo", "load", env=env)
    assert loaded.returncode == 0, loaded.stderr
    with start(env, var / "up.log") as assistant:
        yield assistant


@contextmanager
def start(env: dict[str, str], log: Path, cwd: Path = ROOT) -> Iterator[Assistant]:
    """Start everything in `cwd` and wait until it answers; stop it all on leaving."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(Path(sys.executable).parent / "wismo"), "up"],
            env=env,
            cwd=cwd,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    assistant = Assistant(f"http://127.0.0.1:{env['WISMO_WEB_PORT']}", env, process, log)
    try:
        wait_until_ready(assistant)
        yield assistant
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_until_ready(assistant: Assistant) -> None:
    """Until every process answers."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert assistant.process.poll() is None, assistant.log.read_text()[-4000:]
        try:
            health = httpx.get(f"{assistant.url}/healthz", timeout=2)
            if health.status_code == 200 and health.json().get("status") == "ok":
                return
        except (httpx.HTTPError, ValueError):
            pass
        time.sleep(0.3)
    raise AssertionError(f"not ready after {START_SECONDS} s: {assistant.log.read_text()[-4000:]}")
