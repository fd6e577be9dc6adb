"""WhatsApp's deliveries: what is believed, what is taken, and what is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from bot.settings import BotSettings
from bot.words import words_for
from tests.bot.conftest import Door, eventually, listening
from tests.bot.whatsapp_api import (
    PATH,
    TOKEN,
    VERIFY_TOKEN,
    Cloud,
    Shopper,
    deliver,
    envelope,
    serving,
    signed,
    status,
    value,
    write,
)
from tracking import contacts
from tracking.db import begin_read, begin_write
from tracking.errors import StoreUnavailableError
from tracking.model import contacts as contacts_table
from tracking.model import conversations, inbox
from tracking.settings import Settings

JANE = Shopper()
MIA = Shopper("33687654321", "FR.22222222222222222222")


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with serving() as made:
        yield made


@pytest.fixture
def door(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path, cloud: Cloud
) -> Iterator[Door]:
    """A front door on WhatsApp, without a worker behind it."""
    bot = replace(bot_settings, whatsapp=cloud.settings())
    with listening(engine, bot, store_settings, tmp_path / "page") as made:
        yield made


def said(engine: Engine) -> list[tuple[str, str | None]]:
    """What came in: text and payload."""
    with begin_read(engine) as connection:
        rows = connection.execute(select(inbox.c.text, inbox.c.payload).order_by(inbox.c.id)).all()
    return [(row.text, row.payload) for row in rows]


def known(engine: Engine) -> list[Any]:
    with begin_read(engine) as connection:
        return list(connection.execute(select(contacts_table).order_by(contacts_table.c.wrote_at)))


# --- who is believed ------------------------------------------------------------------------------


def verify(url: str, **query: str) -> httpx.Response:
    given = {"mode": "subscribe", "verify_token": VERIFY_TOKEN, "challenge": "1158201444", **query}
    return httpx.get(f"{url}{PATH}", params={f"hub.{name}": text for name, text in given.items() if text})


def test_the_platform_is_told_that_the_address_is_ours(door: Door) -> None:
    answer = verify(door.url)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"verify_token": "another token"}, 403),
        ({"verify_token": ""}, 403),
        ({"verify_token": "clé secrète é"}, 403),
        ({"mode": "unsubscribe"}, 403),
        ({"mode": ""}, 403),
        ({"challenge": "<script>alert(1)</script>"}, 400),
        ({"challenge": ""}, 400),
        ({"challenge": "1" * 200}, 400),
    ],
)
def test_nobody_else_is_told(door: Door, query: dict[str, str], wanted: int) -> None:
    answer = verify(door.url, **query)
    assert answer.status_code == wanted
    assert "script" not in answer.text


def _headers(body: bytes) -> dict[str, dict[str, str]]:
    right = signed(body)["X-Hub-Signature-256"]
    return {
        "none": {},
        "empty": {"X-Hub-Signature-256": ""},
        "no algorithm": {"X-Hub-Signature-256": right.removeprefix("sha256=")},
        "sha1": {"X-Hub-Signature-256": "sha1=" + right.removeprefix("sha256=")[:40]},
        "the older header": {"X-Hub-Signature": right},
        "cut short": {"X-Hub-Signature-256": right[:-1]},
        "another secret": signed(body, "another secret"),
        "the token": signed(body, TOKEN),
        "an empty secret": signed(body, ""),
        "of another body": signed(body + b" "),
        "not ascii": {"X-Hub-Signature-256": "sha256=é".encode().decode("latin-1")},
    }


@pytest.mark.parametrize("forged", sorted(_headers(b"")))
def test_what_is_not_signed_is_refused(door: Door, forged: str) -> None:
    body = envelope(value(JANE.text("where is 10042?"), contacts=[JANE.contact]))
    headers = {name: text.encode("latin-1") for name, text in _headers(body)[forged].items()}
    assert httpx.post(f"{door.url}{PATH}", content=body, headers=headers).status_code == 401
    assert said(door.engine) == []
    assert known(door.engine) == []


def test_the_signature_is_over_the_bytes_as_they_came(door: Door) -> None:
    body = json.dumps(json.loads(envelope(value(JANE.text("où est-il ?")))), indent=3, ensure_ascii=False)
    for raw in (body.encode(), envelope(value(JANE.text("où est-il ?")))):
        upper = {"X-Hub-Signature-256": signed(raw)["X-Hub-Signature-256"].upper()}
        assert httpx.post(f"{door.url}{PATH}", content=raw, headers=upper).status_code == 200
    assert len(said(door.engine)) == 2


def test_what_is_too_large_is_not_read(door: Door) -> None:
    body = b" " * (3 * 1024 * 1024 + 1)
    assert httpx.post(f"{door.url}{PATH}", content=body, headers=signed(body)).status_code == 413


# --- what is taken --------------------------------------------------------------------------------


def test_everything_in_an_envelope_is_taken(door: Door) -> None:
    answer = deliver(
        door.url,
        value(JANE.text("one"), MIA.text("two"), contacts=[JANE.contact, MIA.contact]),
        value(JANE.text("three"), contacts=[JANE.contact]),
        value(JANE.text("of another number"), phone_id="999", contacts=[JANE.contact]),
        value(JANE.text("of another field"), field="smb_message_echoes", contacts=[JANE.contact]),
    )
    assert answer.status_code == 200
    assert sorted(text for text, _ in said(door.engine)) == ["one", "three", "two"]
    assert {row.phone for row in known(door.engine)} == {"+33612345678", "+33687654321"}


def test_messages_of_one_delivery_stand_in_the_order_in_which_they_were_written(door: Door) -> None:
    later, earlier = JANE.text("second", at=1_790_000_060), JANE.text("first", at=1_790_000_000)
    write(door.url, JANE, later, earlier)
    assert [text for text, _ in said(door.engine)] == ["first", "second"]


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "text"},
        {**JANE.text("x"), "timestamp": "never"},
        {**JANE.text("x"), "timestamp": "9" * 40},
        {**JANE.text("x"), "id": ""},
        {**JANE.text("x"), "id": 7},
        {**JANE.text("x"), "text": "not an object"},
        {**JANE.text("x"), "from": None, "from_user_id": None},
        {**JANE.text("x"), "from": "not a number", "from_user_id": ""},
        "not an object",
        None,
    ],
)
def test_a_broken_one_sinks_no_other(door: Door, broken: Any) -> None:
    answer = deliver(door.url, value(broken, JANE.text("fine")), {"field": 7}, value(MIA.text("fine too")))
    assert answer.status_code == 200
    assert sorted(text for text, _ in said(door.engine)) == ["fine", "fine too"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"not json", b'{"entry": [1, {"changes": 2}]}', b"\xff"]
)
def test_what_is_signed_but_no_envelope_is_not_asked_for_again(door: Door, body: bytes) -> None:
    assert httpx.post(f"{door.url}{PATH}", content=body, headers=signed(body)).status_code == 200


def test_one_that_the_database_does_not_take_is_delivered_again_and_sinks_no_other(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = [JANE.text("one"), MIA.text("two"), JANE.text("three")]
    keep = contacts.keep

    def refuse(connection: Any, channel: str, conversation_id: str, contact: contacts.Contact) -> None:
        if contact.phone == "+33687654321":
            raise StoreUnavailableError("the disk is full")
        keep(connection, channel, conversation_id, contact)

    with monkeypatch.context() as patched:
        patched.setattr(contacts, "keep", refuse)
        taken = [deliver(door.url, value(message)).status_code for message in messages]
    assert taken == [200, 503, 200]
    assert deliver(door.url, value(*messages)).status_code == 200
    assert sorted(text for text, _ in said(door.engine)) == ["one", "three", "two"]


def test_a_database_that_is_down_has_it_delivered_again(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    message = JANE.text("where is it?")

    def down(*_: Any) -> Any:
        raise StoreUnavailableError("down")

    with monkeypatch.context() as patched:
        patched.setattr(contacts, "conversation_of", down)
        answer = write(door.url, JANE, message)
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert write(door.url, JANE, message).status_code == 200
    assert [text for text, _ in said(door.engine)] == ["where is it?"]


def test_a_conversation_is_named_by_no_number(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    write(door.url, JANE, JANE.text("hello"))
    deliver(door.url, value({"type": "text"}))
    with begin_read(door.engine) as connection:
        ids = connection.execute(select(conversations.c.id)).scalars().all()
    assert len(ids) == 1
    for text in (*ids, caplog.text):
        assert "612345678" not in text
        assert "13491208655302741918" not in text


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (JANE.message("audio", {"id": "1", "voice": True}), "voice"),
        (JANE.message("image", {"id": "1"}), "image"),
        (JANE.message("video", {"id": "1"}), "image"),
        (JANE.message("document", {"id": "1", "filename": "a.pdf"}), "file"),
        (JANE.message("location", {"latitude": 48.8, "longitude": 2.3}), "location"),
        (JANE.message("sticker", {"id": "1"}), "sticker"),
        (JANE.message("contacts", [{"name": {}}]), "contact"),
        (JANE.message("order", {"catalog_id": "1"}), "other"),
        (JANE.message("something_of_2027", {"new": 1}), "other"),
        (JANE.message("unsupported", {"type": "poll_creation"}, errors=[{"code": 131051}]), "other"),
        (JANE.message("interactive", {"type": "nfm_reply", "nfm_reply": {"name": "flow"}}), "other"),
    ],
    ids=lambda each: each["type"] if isinstance(each, dict) else each,
)
def test_what_is_no_text_waits_for_a_helpful_line(door: Door, message: dict[str, Any], kind: str) -> None:
    assert write(door.url, JANE, message).status_code == 200
    assert said(door.engine) == [(words_for("en").text(f"said-{kind}"), f"notice:channel-{kind}")]


def test_what_stands_below_a_picture_is_read(door: Door) -> None:
    write(door.url, JANE, JANE.message("image", {"id": "1", "caption": "is this 10042?"}))
    assert [text for text, _ in said(door.engine)] == ["is this 10042?", "[picture or video]"]


@pytest.mark.parametrize(
    "message",
    [
        JANE.message("reaction", {"message_id": "wamid.1", "emoji": "👍"}),
        JANE.message("revoke", {"original_message_id": "wamid.1"}),
        JANE.message("unsupported", {"type": "pin"}),
        JANE.message("system", {"type": "customer_identity_changed", "body": "Jane changed"}),
        JANE.text("in a group", group_id="G1"),
    ],
    ids=lambda each: each["type"],
)
def test_what_says_nothing_is_passed_over(door: Door, message: dict[str, Any]) -> None:
    assert write(door.url, JANE, message).status_code == 200
    assert said(door.engine) == []


def test_an_answer_to_one_of_our_messages_is_a_message(door: Door) -> None:
    context = {"from": "15550783881", "id": "wamid.ours"}
    write(door.url, JANE, JANE.text("and this one?", context=context, referral={"source_id": "1"}))
    write(door.url, JANE, JANE.message("button", {"payload": "x", "text": "Tell me more"}, context=context))
    assert said(door.engine) == [("and this one?", None), ("Tell me more", None)]


def test_an_edited_text_counts_as_said_anew(door: Door) -> None:
    first = JANE.text("1004")
    edit = {"original_message_id": first["id"], "message": {"type": "text", "text": {"body": "10042"}}}
    write(door.url, JANE, first)
    write(door.url, JANE, JANE.message("edit", edit))
    assert [text for text, _ in said(door.engine)] == ["1004", "10042"]


def test_a_new_number_goes_on_in_the_same_conversation(door: Door) -> None:
    write(door.url, JANE, JANE.text("hello"))
    body = "User Jane changed from 33612345678 to 33700000001"
    system = {"body": body, "wa_id": "33700000001", "user_id": "FR.3", "type": "user_changed_number"}
    moved = {**JANE.message("system", system), "from_user_id": None}
    assert deliver(door.url, value(moved)).status_code == 200
    new = Shopper("33700000001", "FR.3")
    write(door.url, new, new.text("it's me"))
    (row,) = known(door.engine)
    assert (row.phone, row.user_id) == ("+33700000001", "FR.3")
    assert [text for text, _ in said(door.engine)] == ["hello", "it's me"]


def test_ids_of_any_length(door: Door) -> None:
    long = JANE.text("long", id="wamid." + "x" * 4000)
    nobody = Shopper("33600000001", "FR." + "9" * 400)
    reports = [status("wamid." + "x" * 400, "sent", ours=1)]
    for _ in range(2):
        assert deliver(door.url, value(long, nobody.text("x"), statuses=reports)).status_code == 200
    assert [text for text, _ in said(door.engine)] == ["long"]


def test_a_clock_that_is_ahead_holds_no_window_open(door: Door) -> None:
    write(door.url, JANE, JANE.text("hello", at=4_000_000_000))
    (row,) = known(door.engine)
    assert row.wrote_at.year < 2090


# --- what the shopper sees at once ----------------------------------------------------------------


def test_read_and_typing_are_shown_once_it_is_kept(door: Door, cloud: Cloud) -> None:
    message = JANE.text("where is it?")
    write(door.url, JANE, message)
    eventually(lambda: cloud.marked == [(message["id"], True)])
    # What is delivered again is not answered again.
    write(door.url, JANE, message, JANE.message("reaction", {"emoji": "👍"}))
    write(door.url, MIA, MIA.text("hello", id="wamid.mia"))
    eventually(lambda: len(cloud.marked) > 1)
    assert cloud.marked == [(message["id"], True), ("wamid.mia", True)]


def test_nothing_is_shown_as_read_that_a_person_has_to_read(door: Door, cloud: Cloud) -> None:
    write(door.url, JANE, JANE.text("hello", id="wamid.1"))
    eventually(lambda: len(cloud.marked) == 1)
    with begin_write(door.engine) as connection:
        connection.execute(update(conversations).values(owner="person"))
    write(door.url, JANE, JANE.text("anybody there?", id="wamid.2"))
    write(door.url, MIA, MIA.text("hello", id="wamid.3"))
    eventually(lambda: len(cloud.marked) == 2)
    assert [message_id for message_id, _ in cloud.marked] == ["wamid.1", "wamid.3"]


def test_a_platform_that_does_not_listen_keeps_nobody_waiting(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> None:
    nobody = Cloud(url="http://127.0.0.1:9")
    bot = replace(bot_settings, whatsapp=nobody.settings())
    with listening(engine, bot, store_settings, tmp_path / "page") as door:
        assert write(door.url, JANE, JANE.text("hello")).status_code == 200
    assert [text for text, _ in said(engine)] == ["hello"]


def test_statuses_alone_are_acknowledged(door: Door) -> None:
    statuses = [
        status("wamid.x", "sent", ours=1),
        status("wamid.x", "played"),
        {"id": 7},
        status("y", "read"),
    ]
    assert deliver(door.url, value(statuses=statuses)).status_code == 200


def test_a_shop_without_whatsapp_has_no_such_address(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> None:
    with listening(engine, bot_settings, store_settings, tmp_path / "page") as door:
        assert write(door.url, JANE, JANE.text("hello")).status_code == 404
        assert verify(door.url).status_code == 404
