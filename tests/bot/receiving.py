"""What the tests of the receivers share: a door to send to, and looks at what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timezone

import httpx
import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from starlette.applications import Starlette

from bot.receivers import routes
from tests.bot.providers import PROVIDERS, SECRET, WIRE, Provider
from tests.tracking.feeds import described, description_of
from tracking import store
from tracking.db import begin_read
from tracking.model import events, payloads

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


class Door:
    """The receivers, served to a client in this process."""

    def __init__(self, engine: Engine, secrets: Mapping[str, str]) -> None:
        self.app = Starlette(routes=routes(lambda: engine, lambda: secrets))

    def post(
        self, path: str, content: bytes | AsyncIterator[bytes], headers: Mapping[str, str | bytes]
    ) -> httpx.Response:
        given = {name: value.encode() if isinstance(value, str) else value for name, value in headers.items()}

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
                return await client.post(path, content=content, headers=given)  # type: ignore[arg-type]

        return asyncio.run(send())

    def get(self, path: str) -> httpx.Response:
        async def fetch() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
                return await client.get(path)

        return asyncio.run(fetch())


def open_door(engine: Engine, provider: Provider) -> Door:
    """A door for one provider, to a store that holds the order its payload is about."""
    row = {
        "number": provider.order,
        "placed_at": "2026-11-08T09:00:00Z",
        "shipments": [{"carrier": provider.carrier, "tracking_number": provider.number}],
    }
    if not provider.makes_orders:
        store.import_orders(engine, [row], NOW)
    return Door(engine, {provider.source: provider.secret})


def told(engine: Engine) -> int:
    """Scans in the store."""
    with begin_read(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(events)).scalar_one())


def kept(engine: Engine) -> list[tuple[bytes, str]]:
    """Every payload in the inbox, and its state."""
    with begin_read(engine) as connection:
        return [
            (bytes(row.body), row.state)
            for row in connection.execute(select(payloads.c.body, payloads.c.state).order_by(payloads.c.id))
        ]


def says_what_to_do(answer: httpx.Response) -> bool:
    """Whether a refusal says what is wrong and what to do, and no secret."""
    said = answer.json()
    return bool(said["error"]) and bool(said["do"]) and SECRET not in answer.text


@pytest.fixture(params=PROVIDERS, ids=lambda provider: provider.source)
def provider(request: pytest.FixtureRequest) -> Iterator[Provider]:
    """Each provider; the feed is the shop's own, so it is described beside its recorded payload."""
    made: Provider = request.param
    with described(description_of(WIRE / made.source / f"{made.case}.json")):
        yield made


@pytest.fixture
def door(engine: Engine, provider: Provider) -> Door:
    """A door for the provider."""
    return open_door(engine, provider)
