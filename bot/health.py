"""Which parts of the assistant are up."""

from __future__ import annotations

import asyncio

import httpx
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from bot.settings import BotSettings
from bot.worker_identity import worker_is_alive
from tracking.db import begin_read
from tracking.errors import StoreUnavailableError
from tracking.model import inbox
from tracking.settings import Settings

SECONDS = 2.0


class Health:
    """Asks the parts; Rasa and the action server over loopback, the worker by its lock."""

    def __init__(self, engine: Engine, bot: BotSettings, store: Settings) -> None:
        self._engine = engine
        self._run = store.var / "run"
        self._client = httpx.AsyncClient(timeout=SECONDS, trust_env=False)
        self._urls = {
            "rasa": f"http://127.0.0.1:{bot.rasa_port}/webhooks/relay/",
            "actions": f"http://127.0.0.1:{bot.actions_port}/health",
        }

    async def parts(self) -> dict[str, bool]:
        """{"database", "worker", "rasa", "actions"} → whether it answers."""
        names = ["database", "worker", *self._urls]
        answers = await asyncio.gather(
            asyncio.to_thread(self._database),
            asyncio.to_thread(worker_is_alive, self._run),
            *(self._answers(url) for url in self._urls.values()),
        )
        return dict(zip(names, answers, strict=True))

    def _database(self) -> bool:
        try:
            with begin_read(self._engine) as connection:
                connection.execute(select(inbox.c.id).limit(1))
        except (StoreUnavailableError, DBAPIError):
            return False
        return True

    async def _answers(self, url: str) -> bool:
        try:
            return (await self._client.get(url)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        """Drop the connections."""
        await self._client.aclose()
