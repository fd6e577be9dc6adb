"""Replies on WhatsApp: one compact message in the limits, sent at most once, after a day as a template."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.channels import whatsapp_api
from bot.channels.contract import NotSentError, PushingChannel, RefusedError, UnconfirmedError
from bot.channels.whatsapp_message import free, template
from bot.channels.whatsapp_sender import WhatsAppSender
from bot.channels.whatsapp_wire import read
from bot.replies import one
from bot.sender import Sender
from bot.signals import UnixSignals
from bot.words import words_for
from tests.bot.whatsapp_api import PHONE_ID, Cloud, Trouble, envelope, serving, status, value
from tracking import contacts, outbox, receipts
from tracking.contacts import Contact
from tracking.conversations import Incoming, receive_all
from tracking.db import begin_read, begin_write
from tracking.model import outbox as table
from tracking.outbox import Button, Reply

NUMBER = "33612345678"
CONVERSATION = "whatsapp:1"


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with serving() as made:
        yield made


def now() -> datetime:
    return datetime.now(timezone.utc)


def put(engine: Engine, *replies: Reply, hours_ago: float = 0, contact: Contact | None = None) -> list[int]:
    """Replies to a shopper who wrote so long ago."""
    at = now() - timedelta(hours=hours_ago)
    contact = contact or Contact("FR.1", f"+{NUMBER}", at)
    message = Incoming("whatsapp", CONVERSATION, "m1", "hi", language="en", contact=contact)
    receive_all(engine, [message], at)
    with begin_write(engine) as connection:
        return outbox.put(
            connection, CONVERSATION, replies, author="bot", inbox_id=None, hold=False, now=now()
        )


def rows(engine: Engine) -> list[Any]:
    with begin_read(engine) as connection:
        return connection.execute(select(table).order_by(table.c.id)).all()


def send(
    engine: Engine, cloud: Cloud, tmp_path: Path, until: Callable[[list[Any]], bool], **settings: Any
) -> list[Any]:
    """Run a sender until the outbox is as wanted; gives its rows."""

    async def test() -> None:
        signals, stop = UnixSignals(tmp_path), asyncio.Event()
        channel = WhatsAppSender(engine, cloud.settings(**settings))
        working = asyncio.create_task(Sender(engine, signals, [channel]).run(stop))
        deadline = asyncio.get_running_loop().time() + 20
        while not until(await asyncio.to_thread(rows, engine)):
            assert asyncio.get_running_loop().time() < deadline, rows(engine)
            await asyncio.sleep(0.02)
        stop.set()
        await working
        await channel.close()
        await signals.close()

    asyncio.run(test())
    return rows(engine)


def ended(found: list[Any]) -> bool:
    return all(row.state not in ("waiting", "sending") for row in found)


# --- what leaves ----------------------------------------------------------------------------------


def test_a_reply_leaves_once_and_its_id_is_kept(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    (row_id,) = put(engine, Reply("It is in Lyon."))
    (row,) = send(engine, cloud, tmp_path, ended)
    (sent,) = cloud.to(NUMBER)
    assert (row.state, row.platform_id, row.problem) == ("sent", sent.id, None)
    assert sent.message["biz_opaque_callback_data"] == str(row_id)
    assert (sent.message["type"], sent.text) == ("text", "It is in Lyon.")


def test_buttons_and_a_tap_on_them_are_tokens(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    put(
        engine, Reply("Late?", (Button("When will it come?", "/ask_eta"), Button("A person", "/human_agent")))
    )
    send(engine, cloud, tmp_path, ended)
    (sent,) = cloud.to(NUMBER)
    assert list(sent.choices) == ["When will it come?", "A person"]
    assert not any("/" in token for token in sent.choices.values())


def test_a_shopper_who_hides_the_number_is_reached_by_id(
    engine: Engine, cloud: Cloud, tmp_path: Path
) -> None:
    put(engine, Reply("hello"), contact=Contact("FR.77", None, now()))
    send(engine, cloud, tmp_path, ended)
    assert [sent.text for sent in cloud.to("FR.77")] == ["hello"]


def test_one_who_is_known_no_more_is_not_reached(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    put(engine, Reply("hello"))
    contacts.moved(engine, "whatsapp", Contact("FR.1", None, now()), Contact("FR.2", None, now()))
    receive_all(
        engine,
        [Incoming("whatsapp", "whatsapp:2", "m", "hi", contact=Contact("FR.9", f"+{NUMBER}", now()))],
        now(),
    )
    assert [sent.text for sent in cloud.sent] == []
    send(engine, cloud, tmp_path, ended)
    assert cloud.to(NUMBER) == []
    assert [sent.text for sent in cloud.to("FR.2")] == ["hello"]


def test_it_is_a_channel(engine: Engine) -> None:
    assert isinstance(WhatsAppSender(engine, Cloud(url="http://127.0.0.1:9").settings()), PushingChannel)


# --- the 24 hours ---------------------------------------------------------------------------------


def test_after_a_day_nothing_leaves_without_a_template(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    put(engine, Reply("It has arrived."), hours_ago=24.1)
    (row,) = send(engine, cloud, tmp_path, ended)
    assert (row.state, row.problem) == ("failed", "window_closed")
    assert cloud.attempts == 0


def test_after_a_day_the_template_carries_it(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    put(engine, Reply("It has arrived.\n\nIn the locker."), hours_ago=24.1)
    (row,) = send(engine, cloud, tmp_path, ended, template="answer", template_languages=("en", "fr_FR"))
    (sent,) = cloud.to(NUMBER)
    assert (row.state, row.platform_id) == ("sent", sent.id)
    assert (sent.message["type"], sent.text) == ("template", "It has arrived. In the locker.")
    assert sent.message["template"]["language"] == {"code": "en"}


def test_the_platforms_clock_counts(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    cloud.closed.add(NUMBER)
    put(engine, Reply("It has arrived."), hours_ago=23.9)
    (row,) = send(engine, cloud, tmp_path, ended)
    assert (row.state, row.problem) == ("failed", "window_closed")
    put(engine, Reply("It has arrived."))
    row = send(engine, cloud, tmp_path, ended, template="answer", template_languages=("en",))[-1]
    assert (row.state, cloud.to(NUMBER)[0].message["type"]) == ("sent", "template")


def test_the_templates_language() -> None:
    settings = Cloud().settings(template="answer", template_languages=("fr_FR", "en_GB", "en_US", "de"))
    wanted = {"en": "en_GB", "fr": "fr_FR", "de": "de", "es": "fr_FR", None: "fr_FR"}
    assert {spoken: settings.template_language(spoken) for spoken in wanted} == wanted


# --- what goes wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(429, 130429),
        Trouble(400, 131056),
        Trouble(400, 80007),
        Trouble(429, None, {"Retry-After": "0"}),
        Trouble(503, 131016),
        Trouble(500, 2),
        Trouble(401, 190),
        Trouble(403, 10),
    ],
    ids=lambda trouble: f"{trouble.status}-{trouble.code}",
)
def test_what_surely_did_not_leave_is_sent_again_first(
    engine: Engine, cloud: Cloud, tmp_path: Path, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Waiting is tried elsewhere; here only what comes after it.
    for waits in ("RATES", "BUSY"):
        monkeypatch.setattr(whatsapp_api, waits, dict.fromkeys(getattr(whatsapp_api, waits), 0.05))
    monkeypatch.setattr(whatsapp_api, "ACCESS_SECONDS", 0.05)
    cloud.troubles = [trouble]
    put(engine, Reply("one"), Reply("two"))
    found = send(engine, cloud, tmp_path, ended)
    assert [row.state for row in found] == ["sent", "sent"]
    assert [sent.text for sent in cloud.to(NUMBER)] == ["one", "two"]


@pytest.mark.parametrize(
    ("trouble", "problem"),
    [
        (Trouble(400, 131026), "undeliverable"),
        (Trouble(400, 131030), "undeliverable"),
        (Trouble(400, 131051), "unsupported"),
        (Trouble(403, 131031), "account"),
        (Trouble(403, 368), "account"),
        (Trouble(400, 131009), "refused"),
        (Trouble(400, 100), "refused"),
        (Trouble(404, None), "refused"),
        (Trouble(400, body=b"<html>"), "refused"),
    ],
    ids=lambda each: f"{each.status}-{each.code}" if isinstance(each, Trouble) else each,
)
def test_what_will_never_be_taken_is_given_up(
    engine: Engine, cloud: Cloud, tmp_path: Path, trouble: Trouble, problem: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    cloud.troubles = [trouble]
    put(engine, Reply("one"), Reply("two"))
    found = send(engine, cloud, tmp_path, ended)
    assert [(row.state, row.problem) for row in found] == [("failed", problem), ("sent", None)]
    assert cloud.attempts == 2
    assert "612345678" not in caplog.text


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(500, 131000),
        Trouble(500, 1),
        Trouble(500, body=b"Internal Server Error"),
        Trouble(502, body=b"<html>bad gateway</html>"),
        Trouble(503, body=b""),
        Trouble(504, body=b""),
        Trouble(cut=True),
        Trouble(seconds=1.0, cut=True),
        Trouble(200, body=b"{}"),
        Trouble(200, body=b"not json"),
    ],
    ids=repr,
)
def test_what_may_have_left_is_never_sent_twice(
    engine: Engine, cloud: Cloud, tmp_path: Path, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whatsapp_api, "SEND_SECONDS", 0.4)
    cloud.troubles = [trouble]
    put(engine, Reply("one"), Reply("two"))
    found = send(engine, cloud, tmp_path, ended)
    assert [row.state for row in found] == ["unconfirmed", "sent"]
    assert cloud.attempts == 2


def test_a_report_settles_what_was_left_open(
    engine: Engine, cloud: Cloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud.troubles = [Trouble(cut=True)]
    put(engine, Reply("one"))
    (row,) = send(engine, cloud, tmp_path, ended)
    assert (row.state, row.platform_id) == ("unconfirmed", None)
    (sent,) = cloud.to(NUMBER)
    ours = int(sent.message["biz_opaque_callback_data"])
    statuses = [status(sent.id, name, ours=ours) for name in ("read", "sent", "delivered", "sent")]
    delivered = read(envelope(value(statuses=statuses)), PHONE_ID, now())
    receipts.apply(engine, "whatsapp", delivered.receipts)
    (row,) = rows(engine)
    assert (row.state, row.receipt, row.platform_id) == ("sent", "read", sent.id)


def test_a_failure_that_is_reported_later_says_why(engine: Engine, cloud: Cloud, tmp_path: Path) -> None:
    put(engine, Reply("one"))
    (row,) = send(engine, cloud, tmp_path, ended)
    failed = status(row.platform_id, "failed", code=131026)
    delivered = read(envelope(value(statuses=[failed])), PHONE_ID, now())
    receipts.apply(engine, "whatsapp", delivered.receipts)
    (row,) = rows(engine)
    assert (row.state, row.receipt, row.problem) == ("failed", "failed", "undeliverable")


def attempt(cloud: Cloud, **settings: Any) -> Exception | None:
    """One call of the API alone; gives how it failed."""

    async def call() -> Exception | None:
        api = whatsapp_api.WhatsAppApi(cloud.settings(**settings))
        try:
            await api.send({"to": NUMBER, "type": "text", "text": {"body": "hello"}})
        except (NotSentError, RefusedError, UnconfirmedError) as error:
            return error
        finally:
            await api.close()
        return None

    return asyncio.run(call())


def test_how_long_to_wait(cloud: Cloud) -> None:
    waits = {130429: 2.0, 131056: 6.0, 131048: 60.0}
    cloud.troubles = [Trouble(429, code) for code in waits] + [Trouble(429, None, {"Retry-After": "17"})]
    for seconds in [*waits.values(), 17.0]:
        error = attempt(cloud)
        assert isinstance(error, NotSentError)
        assert error.retry_after == seconds


def test_an_api_out_of_reach_took_nothing() -> None:
    assert isinstance(attempt(Cloud(url="http://127.0.0.1:9")), NotSentError)


# --- what it looks like ---------------------------------------------------------------------------


def button(number: int, title: str = "") -> dict[str, str]:
    return {"title": title or f"Choice {number}", "token": f"token{number}"}


@pytest.mark.parametrize("text", ["short", "word " * 1000, "🎁" * 3000])
@pytest.mark.parametrize("titles", [0, 1, 3, 4, 10, 14])
@pytest.mark.parametrize("longest", [20, 24, 90])
def test_every_reply_is_within_the_limits(cloud: Cloud, text: str, titles: int, longest: int) -> None:
    buttons = [button(n, f"{n} {'x' * longest}"[:longest]) for n in range(titles)]
    message = free({"id": 1, "text": text, "buttons": buttons, "card": None}, words_for("de"))
    found, answer = cloud.post({"messaging_product": "whatsapp", "to": NUMBER, **message})
    assert found == 200, answer
    assert len(cloud.sent[-1].choices) == min(titles, 10)


def test_a_long_answer_with_buttons_becomes_a_list_before_it_is_cut(cloud: Cloud) -> None:
    text = "word " * 400
    message = free({"id": 1, "text": text, "buttons": [button(1)], "card": None}, words_for("en"))
    assert message["interactive"]["type"] == "list"
    assert message["interactive"]["body"]["text"] == text.strip()
    message = free({"id": 1, "text": "word " * 180, "buttons": [button(1)], "card": None}, words_for("en"))
    assert message["interactive"]["type"] == "button"


def test_the_cards_heading_is_bold() -> None:
    card = {"title": "Order 10042", "status": "In transit", "eta": "Tuesday"}
    message = free({"id": 1, "text": "It is in Lyon.", "buttons": [], "card": card}, words_for("en"))
    assert "\n\n*Order 10042 · In transit*\n" in message["text"]["body"]


@pytest.mark.parametrize("text", ["a\n\nb\tc      d", "word " * 2000])
def test_a_templates_variable_is_one_line(text: str) -> None:
    made = template(
        {"id": 1, "text": text, "buttons": [button(1)], "card": None}, "answer", "en", words_for("en")
    )
    (variable,) = made["template"]["components"][0]["parameters"]
    assert not re.search(r"\s\s|\n|\t", variable["text"])
    assert len(variable["text"]) <= 800


def test_the_replies_of_a_turn_are_one_message() -> None:
    more, person = Button("More", "/more"), Button("A person", "/human_agent")
    card = {"title": "Order 10042"}
    found = one(
        [
            Reply("First.", (more,), card),
            Reply("Second.", (person, more)),
            Reply("First."),
            Reply("", (), {"title": "Order 10043"}),
        ]
    )
    assert found == [Reply("First.\n\nSecond.", (more, person), {"title": "Order 10043"})]
    assert one([]) == []
    assert one([Reply("Alone.", (more,), card)]) == [Reply("Alone.", (more,), card)]
