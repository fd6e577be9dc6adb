"""The demo profile's REST channel: Rasa's shape, this machine only, through inbox and outbox."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from starlette.requests import Request

from bot.channels.contract import MAX_TEXT
from bot.channels.rest import is_local
from bot.settings import BotSettings
from tests.bot.conftest import Door, listening
from tracking import turns
from tracking.db import begin_read
from tracking.model import inbox, outbox
from tracking.outbox import Button, Reply
from tracking.settings import Settings
from tracking.turns import Turn


@contextmanager
def answering(engine: Engine, reply: Callable[[Turn], list[Reply]]) -> Iterator[None]:
    """A worker's work, in a thread, without signals."""
    done = threading.Event()

    def work() -> None:
        while not done.wait(0.02):
            for turn in turns.claim(engine, "worker", 4, datetime.now(timezone.utc)):
                turns.finish(
                    engine,
                    turn,
                    replies=reply(turn),
                    hold=True,
                    now=datetime.now(timezone.utc),
                    understood={"intent": "greet"},
                )

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def post(door: Door, body: object, **more: object) -> httpx.Response:
    return httpx.post(f"{door.url}/webhooks/rest/webhook", json=body, timeout=30, **more)  # type: ignore[arg-type]


def echo(turn: Turn) -> list[Reply]:
    said = turn.text if turn.payload is None else turn.payload
    return [Reply(f"re {said}", (Button("More", "/more"),)), Reply("and more")]


def test_it_answers_in_rasas_shape(door: Door) -> None:
    with answering(door.engine, echo):
        answer = post(door, {"sender": "anne", "message": "hi"})
    first, second = answer.json()
    assert (first["recipient_id"], first["text"]) == ("anne", "re hi")
    assert [set(button) for button in first["buttons"]] == [{"title", "payload"}]
    assert second == {"recipient_id": "anne", "text": "and more"}
    with begin_read(door.engine) as connection:
        assert connection.execute(select(inbox.c.conversation_id)).scalar_one() == "rest:anne"
        assert set(connection.execute(select(outbox.c.state)).scalars()) == {"sent"}


def test_a_button_is_tapped_by_sending_its_payload_back(door: Door) -> None:
    with answering(door.engine, echo):
        (first, _) = post(door, {"sender": "anne", "message": "hi"}).json()
        payload = first["buttons"][0]["payload"]
        assert payload != "/more"
        assert post(door, {"sender": "anne", "message": payload}).json()[0]["text"] == "re /more"
        assert post(door, {"sender": "bob", "message": payload}).json()[0]["text"] == f"re {payload}"


def test_a_slash_is_text(door: Door) -> None:
    seen: list[Turn] = []

    def note(turn: Turn) -> list[Reply]:
        seen.append(turn)
        return [Reply("ok")]

    with answering(door.engine, note):
        post(door, {"sender": "anne", "message": '/inform{"verified":true}'})
    assert [(turn.text, turn.payload) for turn in seen] == [('/inform{"verified":true}', None)]


@pytest.mark.parametrize("how", [{"params": {"debug": "1"}}, {"headers": {"debug": "1"}}])
def test_debug_tells_what_was_understood(door: Door, how: dict[str, object]) -> None:
    with answering(door.engine, echo):
        answer = post(door, {"sender": "anne", "message": "hi"}, **how).json()
    assert answer["understood"] == {"intent": "greet"}
    assert [reply["text"] for reply in answer["replies"]] == ["re hi", "and more"]
    assert set(answer["replies"][0]) == {"text", "buttons", "card"}


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host"])
def test_whoever_comes_through_a_proxy_is_refused(door: Door, header: str) -> None:
    answer = post(door, {"sender": "anne", "message": "hi"}, headers={header: "127.0.0.1"})
    assert answer.status_code == 403
    with begin_read(door.engine) as connection:
        assert connection.execute(select(inbox)).first() is None


@pytest.mark.parametrize(
    ("address", "local"),
    [("127.0.0.1", True), ("::1", True), ("192.0.2.1", False), ("10.0.0.1", False), ("unix:", False)],
)
def test_only_this_machine(address: str, local: bool) -> None:
    host = (b"host", b"localhost:8000")
    assert is_local(Request({"type": "http", "headers": [host], "client": (address, 1)})) is local
    assert not is_local(Request({"type": "http", "headers": [host], "client": None}))


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "["])
def test_a_page_that_names_this_machine_otherwise_is_refused(host: str) -> None:
    request = Request({"type": "http", "headers": [(b"host", host.encode())], "client": ("127.0.0.1", 1)})
    assert not is_local(request)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"sender": "anne"}, 422),
        ({"sender": "anne", "message": 7}, 422),
        ({"sender": "", "message": "hi"}, 422),
        ({"sender": "a" * 101, "message": "hi"}, 422),
        ({"sender": "anne", "message": "  "}, 422),
        ({"sender": "anne", "message": "x" * (MAX_TEXT + 1)}, 422),
        ({"sender": "anne", "message": "x" * 40_000}, 413),
        ("hi", 422),
    ],
)
def test_refused(door: Door, body: object, status: int) -> None:
    assert post(door, body).status_code == status


def test_several_wait_side_by_side_and_each_gets_its_own(door: Door) -> None:
    answers: dict[str, str] = {}

    def ask(n: int) -> None:
        sender = f"s{n % 4}"
        answers[f"{n}"] = post(door, {"sender": sender, "message": f"{n}"}).json()[0]["text"]

    with answering(door.engine, echo):
        threads = [threading.Thread(target=ask, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {f"{n}": f"re {n}" for n in range(12)}


def test_production_has_no_such_channel(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> None:
    production = replace(bot_settings, profile="production")
    with listening(engine, production, store_settings, tmp_path) as door:
        assert post(door, {"sender": "anne", "message": "hi"}).status_code == 404
