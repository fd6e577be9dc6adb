"""The front door: everything public, in one ASGI app. It accepts, acknowledges and shows.

Nothing here calls Rasa. Database calls run in threads, so that a slow one stops nobody else.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

import uvicorn
from sqlalchemy.engine import Engine
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from bot import metrics
from bot.channels.contract import Closing, FetchingChannel
from bot.channels.pushing import receivers
from bot.channels.rest import Rest
from bot.channels.sessions import Sessions
from bot.channels.website import Website
from bot.desk.app import desk_routes
from bot.desk.context import Desk
from bot.desk.events import Broadcaster
from bot.guard import Guard
from bot.health import Health
from bot.intake import Intake
from bot.settings import BotSettings
from bot.signals import OUTBOX, POLL_SECONDS, Signals, open_signals
from tracking import outbox, turns
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError
from tracking.settings import Settings

logger = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "widget" / "dist"
#: A reply is looked for again so long after it appeared: transactions may commit in another order than ids.
OVERLAP_SECONDS = 10.0
RETRY_AFTER = {"Retry-After": "5"}


class FrontDoor:
    """The app and what it needs while it runs."""

    def __init__(
        self,
        engine: Engine,
        bot: BotSettings,
        store: Settings,
        more_routes: Sequence[BaseRoute] = (),
        page: Path = PAGE,
    ) -> None:
        self._engine = engine
        self._bot = bot
        self._store = store
        self._signals: Signals = open_signals(store.var, bot.redis_url)
        self._health = Health(engine, bot, store)
        accept = Intake(engine, self._signals).accept
        website = Website(
            engine,
            accept,
            Sessions(bot.session_secret),
            allowed_origins=bot.allowed_origins,
            messages_a_minute=bot.messages_a_minute,
            login=bot.shop_login,
            redis_url=bot.redis_url,
        )
        channels: list[FetchingChannel] = [website]
        if bot.profile == "demo":
            channels.append(Rest(engine, accept))
        channels += receivers(engine, accept, bot)
        self._channels = {channel.name: channel for channel in channels}
        self._delivering: set[asyncio.Task[None]] = set()
        self._desks = Broadcaster(engine)
        network = Sessions(bot.session_secret).network
        desk = Desk(engine, self._signals, self._desks, network, typing=website.show_typing)
        routes = [
            Route("/healthz", self._healthz),
            Route("/metrics", self._metrics),
            *(route for channel in channels for route in channel.routes()),
            *desk_routes(desk),
            *more_routes,
            *_pages(page, bot),
        ]
        self.app = Guard(
            Starlette(
                routes=routes,
                lifespan=self._lifespan,
                exception_handlers={StoreUnavailableError: _unavailable},
            )
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        await self._signals.listen(OUTBOX, self._heard)
        await self._desks.start(self._signals)
        polling = asyncio.create_task(self._poll())
        try:
            yield
        finally:
            polling.cancel()
            await self._desks.stop()
            await self._signals.close()
            await self._health.close()
            for channel in self._channels.values():
                if isinstance(channel, Closing):
                    await channel.close()

    def _heard(self, conversation_id: str) -> None:
        channel = self._channels.get(conversation_id.partition(":")[0])
        if channel is not None:
            task = asyncio.create_task(channel.deliver(conversation_id))
            self._delivering.add(task)
            task.add_done_callback(self._delivering.discard)

    async def _poll(self) -> None:
        """Look for replies whose signal was lost."""
        newest: deque[int] = deque(maxlen=max(1, round(OVERLAP_SECONDS / POLL_SECONDS)))
        while True:
            try:
                if newest:
                    latest, conversations = await asyncio.to_thread(self._newer_than, newest[0])
                    for conversation_id in conversations:
                        self._heard(conversation_id)
                else:
                    latest, _ = await asyncio.to_thread(self._newer_than, None)
                newest.append(latest)
            except StoreUnavailableError:
                logger.warning("the database does not answer")
            await asyncio.sleep(POLL_SECONDS)

    def _newer_than(self, outbox_id: int | None) -> tuple[int, Iterable[str]]:
        with begin_read(self._engine) as connection:
            if outbox_id is None:
                return outbox.newest_id(connection), ()
            return outbox.newer_than(connection, outbox_id)

    async def _healthz(self, _request: Request) -> Response:
        """200 while the front door can accept messages; "ok" when every part answers, else "degraded"."""
        parts = await self._health.parts()
        status = "ok" if all(parts.values()) else "degraded" if parts["database"] else "down"
        body = {"status": status, "parts": {name: "up" if up else "down" for name, up in parts.items()}}
        if parts["database"]:
            return JSONResponse(body)
        return JSONResponse(body, 503, headers=RETRY_AFTER)

    async def _metrics(self, _request: Request) -> Response:
        depth = await asyncio.to_thread(self._depth)
        return Response(metrics.exposition(depth), media_type="text/plain; version=0.0.4")

    def _depth(self) -> dict[str, int]:
        with begin_read(self._engine) as connection:
            return turns.depth(connection)


def listening_on(app: ASGIApp, host: str, port: int, trusted_proxies: Sequence[str] = ()) -> uvicorn.Config:
    """How the front door listens."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        loop="uvloop",
        http="httptools",
        ws="wsproto",
        lifespan="on",
        access_log=False,
        log_level="warning",
        # Nobody's word about where a request comes from is believed but that of the shop's own proxies.
        proxy_headers=bool(trusted_proxies),
        forwarded_allow_ips=list(trusted_proxies),
        server_header=False,
        timeout_graceful_shutdown=1,
    )


async def _unavailable(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "unavailable"}, 503, headers=RETRY_AFTER)


class _Widget(StaticFiles):
    """The widget's files; a shop's page on an allowed origin may load the script as a module."""

    def __init__(self, directory: Path, origins: Sequence[str]) -> None:
        super().__init__(directory=directory)
        self._allowed = frozenset(origins)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with the header that browsers want before they run another origin's module."""
        response = await super().get_response(path, scope)
        origin = Headers(scope=scope).get("origin")
        response.headers["Vary"] = "Origin"
        if origin in self._allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def _pages(page: Path, bot: BotSettings) -> list[BaseRoute]:
    """The widget's files under /widget, when they are built; the demo shop at / in the demo profile."""

    async def home(_request: Request) -> Response:
        return FileResponse(page / "index.html")

    if not (page / "index.html").is_file():
        return []
    shop = [Route("/", home)] if bot.profile == "demo" else []
    return [*shop, Mount("/widget", _Widget(page, bot.allowed_origins))]
