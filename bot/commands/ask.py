"""`wismo ask`: one turn against the running assistant, started for the occasion if it is not."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from tracking.errors import WismoError

#: Until every process answers; Rasa's imports are slow when the cores are busy.
START_SECONDS = 180.0
ANSWER_SECONDS = 60.0


class NoAnswerError(WismoError):
    """The assistant did not start, or did not answer."""


def ask(
    text: Annotated[str, typer.Argument(help="What the shopper says.")],
    sender: Annotated[
        str, typer.Option(help="Who says it; the same sender goes on with a conversation.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print text, buttons, intent, entities and timings as JSON.")
    ] = False,
) -> None:
    """Say one thing to the assistant and print what it answers."""
    import httpx

    from bot.settings import settings

    bot = settings()
    url = f"http://127.0.0.1:{bot.web_port}"
    sender = sender or f"ask-{time.time_ns()}"
    with _running(url):
        began = time.perf_counter()
        try:
            response = httpx.post(
                f"{url}/webhooks/rest/webhook",
                params={"debug": "1"},
                json={"sender": sender, "message": text},
                timeout=ANSWER_SECONDS,
                trust_env=False,
            )
        except httpx.HTTPError as error:
            raise NoAnswerError(f"{url} does not answer ({type(error).__name__})") from error
        seconds = time.perf_counter() - began
    if response.status_code == 404:
        raise NoAnswerError(f"{url} has no REST channel: `wismo ask` needs `wismo up --profile demo`")
    if response.status_code != 200:
        raise NoAnswerError(f"{url} answered {response.status_code}: {response.text[:200]}")
    answer = response.json()
    typer.echo(_as_json(answer, sender, seconds) if as_json else _as_text(answer["replies"]))


def _as_json(answer: dict[str, Any], sender: str, seconds: float) -> str:
    understood = answer["understood"] or {}
    found = {
        "sender": sender,
        "text": "\n\n".join(reply["text"] for reply in answer["replies"]),
        "buttons": [button for reply in answer["replies"] for button in reply["buttons"]],
        "replies": answer["replies"],
        "intent": understood.get("intent"),
        "confidence": understood.get("confidence"),
        "entities": understood.get("entities", []),
        "ms": {"round_trip": round(seconds * 1000, 1), **understood.get("ms", {})},
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _as_text(replies: list[dict[str, Any]]) -> str:
    lines = []
    for reply in replies:
        lines.append(reply["text"])
        lines += [f"  [{button['title']}]" for button in reply["buttons"]]
    return "\n".join(lines)


@contextmanager
def _running(url: str) -> Iterator[None]:
    """Make sure that the assistant runs; one started here is stopped again."""
    if _status(url) is not None:
        _wait(url, None)
        yield
        return
    typer.echo("nothing answers yet: starting the assistant for this question …", err=True)
    with tempfile.TemporaryFile() as log:
        started = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "up"], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait(url, started)
            yield
        except NoAnswerError as error:
            log.seek(0)
            tail = log.read().decode("utf-8", "replace")[-2000:]
            raise NoAnswerError(f"{error}\n{tail}") from error
        finally:
            started.terminate()
            started.wait()


def _status(url: str) -> str | None:
    """What /healthz says, None if nothing answers."""
    import httpx

    try:
        return str(httpx.get(f"{url}/healthz", timeout=5, trust_env=False).json()["status"])
    except (httpx.HTTPError, ValueError, KeyError):
        return None


def _wait(url: str, started: subprocess.Popen[bytes] | None) -> None:
    until = time.monotonic() + START_SECONDS
    while _status(url) != "ok":
        if started is not None and started.poll() is not None:
            raise NoAnswerError("the assistant did not start")
        if time.monotonic() > until:
            raise NoAnswerError(f"not every process answered within {START_SECONDS:.0f} s")
        time.sleep(0.2)
