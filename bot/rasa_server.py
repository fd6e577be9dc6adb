"""Rasa, on loopback, behind the relay and nothing else: `python -m bot.rasa_server`.

`rasa run` would do the same with a slower start and without a way to see that an action failed.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import time
from typing import Any

import aiohttp
import msgspec
import structlog
from rasa.core.run import serve_application
from rasa.core.utils import AvailableEndpoints
from rasa.model import get_local_model
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot.rasa_tuning import tune
from bot.settings import settings
from bot.turn import RUNNING, Failure, kind_and_place

HOST = "127.0.0.1"
#: Seconds for one action; the worker gives a turn a little longer.
ACTION_SECONDS = 15.0


class ActionEndpoint(EndpointConfig):
    """The action server over one kept connection pool; failures are noted on the running turn."""

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(url, **kwargs)
        self._url = url
        self._kept: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """The one session, made on the event loop that uses it."""
        if self._kept is None:
            self._kept = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ACTION_SECONDS))
        return self._kept

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Call the action server.

        Raises:
            ClientResponseError: it answered with an error; 400 means that the action declined to run.
            aiohttp.ClientError, asyncio.TimeoutError: it did not answer.
        """
        start = time.perf_counter()
        turn = RUNNING.get()
        try:
            async with self.session().request(
                method,
                self._url,
                data=msgspec.json.encode(kwargs["json"]),
                headers={"Content-Type": "application/json"},
            ) as response:
                body = await response.read()
                if response.status >= 400:
                    raise ClientResponseError(response.status, response.reason or "", body.decode())
                return msgspec.json.decode(body)
        except ClientResponseError:
            raise
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
            if turn is not None:
                turn.fail(Failure.UNAVAILABLE)
            raise
        finally:
            if turn is not None:
                turn.took("actions", time.perf_counter() - start)


class NoteFailures(logging.Filter):
    """Rasa only logs an action that crashed and goes on: this sees it, and keeps the details out of the log.

    An error's words may quote the shopper; the place where it happened does not.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Note the failure on the running turn; always lets a shortened record pass."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is None:
            return True
        turn = RUNNING.get()
        if turn is not None and turn.failure is None:
            turn.fail(Failure.FAILED)
        record.msg = f"{record.getMessage()} {kind_and_place(error)}"
        record.args, record.exc_info, record.exc_text = (), None, None
        return True


def quiet() -> None:
    """Log warnings and worse only: Rasa's debug lines quote shoppers, and structlog prints them."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING), cache_logger_on_first_use=True
    )
    logging.getLogger("rasa").setLevel(logging.WARNING)
    logging.getLogger("rasa.core.processor").addFilter(NoteFailures())


async def settle(*_: Any) -> None:
    """After the start: what is loaded stays, so the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()


def main() -> None:
    """Serve until a signal ends the process."""
    quiet()
    tune()
    os.environ.setdefault("WISMO_ACTIONS_PORT", str(settings().actions_port))
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    if endpoints.action is not None and endpoints.action.url:
        endpoints.action = ActionEndpoint(url=endpoints.action.url, **endpoints.action.kwargs)
    serve_application(
        model_path=get_local_model("models"),
        interface=HOST,
        port=settings().rasa_port,
        credentials="credentials.yml",
        endpoints=endpoints,
        enable_api=False,
        server_listeners=[(settle, "after_server_start")],
    )


if __name__ == "__main__":
    main()
