"""Where providers and the shop send what happens: webhooks that are checked, kept, then interpreted.

`POST /carriers/<source>` for scans; `/orders/shopify`, `/orders/woocommerce` and `/orders/events` for the
shop's system and the shop itself. The answer is 200 once the payload is committed and understood, with
counts; 401 if it is not signed as it must be; 413 if it is too large; 422 if it is signed but some of it was
not understood: it is kept, and interpreted again once we know better; 503 if the database does not answer:
send it again. Every other answer but 200 says in `do` what to do. `GET /openapi.json` describes all this.

What a request calls itself (its content type) does not matter: the signature covers the bytes, and the
bytes say what they are.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from functools import partial

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.openapi import description
from tracking import inbox
from tracking.counts import Counts
from tracking.db import default_engine
from tracking.errors import NotUnderstoodError, SignatureError, StoreUnavailableError, TooLargeError
from tracking.settings import settings
from tracking.sources import SOURCES, shop, shopify, woocommerce

#: Longest body that is read. A tracker with ten thousand scans has about 3 MB.
MAX_BODY_BYTES = 4 * 1024 * 1024
#: When to come back after a 503.
RETRY_AFTER_SECONDS = 30
#: Reasons that an answer repeats.
_REASONS_SHOWN = 20

#: Sources that speak of orders; all others are carriers, or speak for them.
_ORDERS = {shop.SOURCE: "/orders/events"} | {
    source.SOURCE: f"/orders/{source.SOURCE}" for source in (shopify, woocommerce)
}
#: Where each source sends to.
PATHS: Mapping[str, str] = {source: _ORDERS.get(source, f"/carriers/{source}") for source in SOURCES}

_log = logging.getLogger(__name__)


def routes(
    engine: Callable[[], Engine] = default_engine,
    secrets: Callable[[], Mapping[str, str]] = lambda: settings().secrets,
) -> list[Route]:
    """The receivers' routes and their description; engine and secrets are asked for when a request comes."""
    described = JSONResponse(description(PATHS, MAX_BODY_BYTES))

    async def openapi(_request: Request) -> Response:
        return described

    receivers = [
        Route(
            path,
            partial(_receive, source=source, engine=engine, secrets=secrets),
            methods=["POST"],
            name=source,
        )
        for source, path in PATHS.items()
    ]
    return [*receivers, Route("/openapi.json", openapi, methods=["GET"])]


async def _receive(
    request: Request, *, source: str, engine: Callable[[], Engine], secrets: Callable[[], Mapping[str, str]]
) -> Response:
    try:
        body = await read_body(request)
        if source == woocommerce.SOURCE and woocommerce.is_ping(body):
            return JSONResponse({"listening": True})
        SOURCES[source].verify(request.headers, body, secrets().get(source, ""))
    except TooLargeError as error:
        return _answer(413, str(error), f"send at most {MAX_BODY_BYTES} bytes at once")
    except SignatureError as error:
        _log.warning("%s: a request was refused: %s", source, error)
        return _answer(401, str(error), "sign the raw body with the secret that is set on both sides")
    except ClientDisconnect:
        return _answer(400, "the request ended early", "send it again")
    try:
        return await run_in_threadpool(_take, engine(), source, body)
    except StoreUnavailableError as error:
        _log.error("%s: nothing could be stored: %s", source, error)
        return _answer(
            503, "nothing was stored", "send it again later", {"Retry-After": str(RETRY_AFTER_SECONDS)}
        )


async def read_body(request: Request, limit: int = MAX_BODY_BYTES) -> bytes:
    """The body, reading no more than the limit whatever the request says of its length.

    Raises:
        TooLargeError: it is longer.
    """
    announced = request.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > limit:
        raise TooLargeError("the body is too large")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise TooLargeError("the body is too large")
    return bytes(body)


def _take(engine: Engine, source: str, body: bytes) -> Response:
    """Keep the payload, then interpret it. Runs in a thread: the database may take its time."""
    now = datetime.now(timezone.utc)
    receipt = inbox.receive(engine, source, body, now)
    try:
        counts = inbox.process(engine, receipt.payload_id, now)
    except NotUnderstoodError as error:
        counts = Counts(received=1, rejected=[str(error)])
    except StoreUnavailableError as error:
        # It is committed, so it counts as taken: the worker interprets what is left as `received`.
        _log.error("%s: payload %d is kept but not interpreted yet: %s", source, receipt.payload_id, error)
        return JSONResponse({"kept": receipt.payload_id, "interpreted": False})
    for code, times in counts.unknown.items():
        _log.warning("%s: no mapping knows the code %r (%d times)", source, code, times)
    found = {"kept": receipt.payload_id, "interpreted": True, "repeated": receipt.duplicate}
    answer = counts.as_dict() | {"rejected": counts.rejected[:_REASONS_SHOWN]} | found
    if counts.rejected:
        answer |= {
            "error": "some of it was not understood",
            "do": "see `rejected`; it is kept and interpreted again later, correct what you send from now on",
        }
        return JSONResponse(answer, 422)
    return JSONResponse(answer)


def _answer(status: int, error: str, do: str, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse({"error": error, "do": do}, status, headers=dict(headers or {}))
