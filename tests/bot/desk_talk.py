"""A shopper's conversation and somebody of the team, for tests of the desk's page of a case."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import httpx
from sqlalchemy.engine import Engine

from tests.bot.conftest import Door
from tests.bot.desk_team import PASSWORD
from tracking import cases, turns
from tracking.cases import Case
from tracking.conversations import Incoming, receive_all, transcript
from tracking.db import begin_read
from tracking.outbox import Button, Reply
from tracking.vocabulary import CaseKind

TALK = "website:shopper-1"
SCRIPT = "<script>alert(1)</script>"


def now() -> datetime:
    return datetime.now(timezone.utc)


def say(engine: Engine, text: str, message_id: str, talk: str = TALK, reply: Reply | None = None) -> None:
    """A message, and what the bot makes of it."""
    receive_all(engine, [Incoming(talk.partition(":")[0], talk, message_id, text)], now())
    (turn,) = turns.claim(engine, "worker", 1, now())
    understood = {"intent": "track_order", "confidence": 0.97, "language": {"code": "en"}}
    replies = [reply or Reply(f"About {text[:10]}", (Button("Ask a person", "/human_agent"),))]
    turns.finish(engine, turn, replies=replies, hold=True, now=now(), language="en", understood=understood)


def open_case(engine: Engine, talk: str = TALK, order_id: int | None = None, **summary: Any) -> Case:
    with begin_read(engine) as connection:
        known = cases.facts(connection, talk, order_id, now())
    return cases.open_case(
        engine,
        conversation_id=talk,
        kind=CaseKind.PERSON_WANTED,
        message_id="m1",
        language="en",
        order_id=order_id,
        summary={**known, **summary},
        now=now(),
    )


class Member:
    """Somebody of the team, signed in."""

    def __init__(self, door: Door, login: str) -> None:
        self.client = httpx.Client(base_url=door.url, timeout=30)
        page = self.client.get("/desk/sign-in").text
        answer = self.client.post(
            "/desk/sign-in", data={"csrf": csrf(page), "login": login, "password": PASSWORD}
        )
        assert answer.status_code == 303
        self.csrf = csrf(self.client.get("/desk").text)

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(f"/desk{path}", headers=headers)

    def post(self, path: str, **fields: Any) -> httpx.Response:
        return self.client.post(f"/desk{path}", data={"csrf": self.csrf, **fields})


def csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def read(engine: Engine, case: Case) -> Case:
    with begin_read(engine) as connection:
        return cases.by_id(connection, case.id)


def said(engine: Engine, talk: str = TALK) -> list[tuple[str, str]]:
    with begin_read(engine) as connection:
        return [(item.author, item.text) for item in transcript(connection, talk)]
