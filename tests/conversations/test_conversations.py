"""Conversations as shoppers have them, over the real server, action server and store.

A script is data, `scripts/<theme>.yml`: what is said or tapped, and what must be true of the answer. Facts
and cases are asserted, never whole sentences.
"""

from __future__ import annotations

import hashlib
import hmac
import time
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import EASYPOST_SECRET, Assistant
from tests.bot.conftest import eventually
from tests.conversations.play import CHECKS, KEYS, SCRIPTS, play, scripts
from tests.conversations.transcripts import SITUATIONS, outdated, read, shown_in_file
from tests.tracking.reports import easypost, order
from tracking.conversations import Item, transcript
from tracking.db import begin_read
from tracking.model import outbox, subscriptions
from tracking.sources.easypost import SIGNATURE_HEADER
from tracking.store import import_orders

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]


def test_every_script_uses_known_checks() -> None:
    every = [(path.name, script) for path in SCRIPTS for script in scripts(path)]
    for name, script in every:
        assert script.keys() <= KEYS, f"{name}: {script['name']}"
        for turn in script["turns"]:
            assert turn.keys() <= CHECKS, f"{name}: {script['name']}"
    names = [script["name"] for _, script in every]
    assert len(names) == len(set(names))


def test_the_page_of_conversations_shows_every_situation_and_what_is_marked() -> None:
    shown = [script["shown"] for path in SCRIPTS for script in scripts(path) if "shown" in script]
    assert all(each.keys() == {"in", "title", "what"} for each in shown)
    assert {each["in"] for each in shown} == SITUATIONS.keys()
    titles = [each["title"] for each in shown]
    assert len(titles) == len(set(titles))
    assert shown_in_file().keys() == set(titles)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_conversations(path: Path, assistant: Assistant, store: Engine) -> None:
    remembered: dict[str, str] = {}
    failures = []
    for script in scripts(path):
        sender = f"test-{uuid.uuid4().hex}"
        wrong = list(play(script, sender, assistant, store, remembered))
        if "shown" in script and not wrong:
            wrong = list(outdated(script, read(f"rest:{sender}", store)))
        failures += [f"“{script['name']}”: {problem}" for problem in wrong]
    assert not failures, "\n" + "\n".join(failures)


def test_a_shopper_who_asked_is_told_of_a_scan_and_after_stop_of_none(
    assistant: Assistant, store: Engine
) -> None:
    now, number = datetime.now(timezone.utc), "15501234599007"
    placed = (now - timedelta(days=2)).isoformat()
    bought = {**order("77001", ("dpd-uk", number), placed=placed), "email": "kim@example.com"}
    assert import_orders(store, [{**bought, "country": "FR"}], now).rejected == []
    sender = f"test-{uuid.uuid4().hex}"
    report(assistant, number, now - timedelta(hours=9), "in_transit")
    asked = assistant.ask(sender, "let me know when my order 77001 moves, kim@example.com")
    assert asked["understood"]["intent"] == "notify_me"
    assert "77001" in asked["replies"][0]["text"]
    assert told(store, sender) == []

    began = time.monotonic()
    report(assistant, number, now - timedelta(hours=3), "out_for_delivery")
    eventually(lambda: bool(told(store, sender)), 20)
    assert time.monotonic() - began < 10, "news takes seconds"
    (notice,) = told(store, sender)
    assert "77001" in notice.text
    assert "STOP" in notice.text
    assert notice.author == "bot"
    assert [button["title"] for button in notice.buttons] == [
        "When will it arrive?",
        "Talk to a person",
        "Stop updates",
    ]
    when = assistant.ask(sender, notice.buttons[0]["token"])
    assert when["understood"]["intent"] == "ask_eta"

    assistant.ask(sender, "where is my order 10042?")  # a question is open: which e-mail?
    stopped = assistant.ask(sender, "stop")
    assert stopped["understood"]["intent"] == "stop_notifications"
    report(assistant, number, now - timedelta(hours=1), "delivered")
    with begin_read(store) as connection:
        kept = connection.execute(
            select(subscriptions).where(subscriptions.c.conversation_id == f"rest:{sender}")
        ).one()
    assert (kept.channel, kept.stopped_by, kept.notices) == ("rest", "shopper", 1)
    assert "let me know when" in kept.consent_words
    # The receiver has answered, so a notice would be due by now, and looked for every second.
    time.sleep(5)
    assert told(store, sender) == [notice]


def report(assistant: Assistant, number: str, at: datetime, status: str) -> None:
    """A scan arrives by its provider's signed webhook."""
    body = easypost((at.isoformat(), status), number=number)
    signature = hmac.new(EASYPOST_SECRET.encode(), body, hashlib.sha256).hexdigest()
    answer = httpx.post(
        f"{assistant.url}/carriers/easypost",
        content=body,
        headers={SIGNATURE_HEADER: f"hmac-sha256-hex={signature}"},
        timeout=30,
    )
    assert answer.status_code == 200, answer.text


def told(store: Engine, sender: str) -> list[Item]:
    """What came to a conversation by itself."""
    with begin_read(store) as connection:
        by_itself = select(outbox.c.id).where(
            outbox.c.conversation_id == f"rest:{sender}", outbox.c.inbox_id.is_(None)
        )
        ids = {f"o{each}" for each in connection.execute(by_itself).scalars()}
        return [item for item in transcript(connection, f"rest:{sender}") if item.id in ids]
