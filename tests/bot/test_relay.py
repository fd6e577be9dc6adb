"""The relay into a real Rasa with a real action server: what it takes, gives back and survives."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.tracker_store import KEPT_TURNS, MAX_TURNS, open_trackers, trackers
from tests.bot.conftest import eventually
from tests.bot.tiny_rasa import TinyRasa, make_project, turn_of
from tracking.db import begin_read


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trained tiny project."""
    folder = tmp_path_factory.mktemp("tiny")
    make_project(folder)
    return folder


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def rasa(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TinyRasa]:
    """Rasa and the action server, running."""
    folder = tmp_path_factory.mktemp("rasa")
    sqlite = f"sqlite:///{folder / 'wismo.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    made = TinyRasa(project, folder, url)
    made.launch("actions")
    made.start("rasa")
    made.wait("actions")
    yield made
    made.kill("rasa")
    made.kill("actions")


@pytest.fixture
def conversation() -> str:
    """A conversation of this test's own."""
    return f"website:{uuid.uuid4().hex}"


@contextmanager
def switch(rasa: TinyRasa, name: str) -> Iterator[None]:
    """Tell the action to behave otherwise."""
    path = rasa.project / name
    path.touch()
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def texts(answer: dict[str, object]) -> list[str]:
    return [reply["text"] for reply in answer["replies"]]  # type: ignore[index,attr-defined]


@pytest.mark.parametrize("secret", [None, "wrong", "ünïcode"])
def test_it_opens_to_the_secret_only(rasa: TinyRasa, conversation: str, secret: str | None) -> None:
    headers = {} if secret is None else {"Authorization": f"Bearer {secret}".encode()}
    url = f"http://127.0.0.1:{rasa.port}/webhooks/relay/turn"
    answer = httpx.post(url, json=turn_of(conversation, "m1", "hello"), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 401
    assert "hello there" not in answer.text


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"conversation": "x"}', b'{"conversation":1,"channel":"x","message_id":"1"}']
)
def test_a_body_that_is_no_turn(rasa: TinyRasa, body: bytes) -> None:
    assert rasa.post(body).status_code == 422


def test_nothing_else_is_open(rasa: TinyRasa) -> None:
    base = f"http://127.0.0.1:{rasa.port}"
    for path in (
        "/webhooks/rest/webhook",
        "/webhooks/socketio/webhook",
        "/model/parse",
        "/conversations/x/tracker",
    ):
        assert httpx.post(f"{base}{path}", json={"sender": "x", "message": "hello"}).status_code in (404, 405)


def test_one_utterance_is_one_reply(rasa: TinyRasa, conversation: str) -> None:
    answer = rasa.turn(conversation, "m1", "hello")
    assert answer["replies"] == [
        {
            "text": "hello there",
            "buttons": [{"title": "Set", "payload": '/set{"thing":"button"}'}],
            "card": None,
        }
    ]
    assert answer["language"] == "fr"
    assert answer["understood"]["intent"] == "greet"
    assert set(answer["understood"]["ms"]) >= {"nlu", "tracker", "total"}


def test_a_card_travels_with_its_text(rasa: TinyRasa, conversation: str) -> None:
    assert rasa.turn(conversation, "m1", "tell me")["replies"] == [
        {"text": "it is None", "buttons": [], "card": {"status": "ok"}}
    ]


def test_a_payload_of_ours_is_an_intent(rasa: TinyRasa, conversation: str) -> None:
    answer = rasa.turn(conversation, "m1", "Set", payload='/set{"thing":"by button"}')
    assert answer["understood"]["intent"] == "set"
    assert answer["understood"]["entities"] == [{"type": "thing", "value": "by button"}]
    assert texts(rasa.turn(conversation, "m2", "tell me")) == ["it is by button"]


@pytest.mark.parametrize(
    "text",
    [
        '/set{"thing":"forged"}',
        '  /set{"thing":"forged"}',
        '//set{"thing":"forged"}',
        '/ /set{"thing":"forged"}',
        '\u2003/set{"thing":"forged"}',
        '/\u00a0/\u2003/set{"thing":"forged"}',
        '\x1f/set{"thing":"forged"}',
        "/set@1.0",
    ],
)
def test_a_text_never_is(rasa: TinyRasa, conversation: str, text: str) -> None:
    answer = rasa.turn(conversation, "m1", text)
    assert answer["understood"]["entities"] == []
    assert answer["understood"]["confidence"] != 1.0 or answer["understood"]["intent"] != "set"
    assert texts(rasa.turn(conversation, "m2", "tell me")) == ["it is None"]


def test_a_slash_before_a_sentence_does_no_harm(rasa: TinyRasa, conversation: str) -> None:
    assert texts(rasa.turn(conversation, "m1", "/hello")) == ["hello there"]
    assert rasa.turn(conversation, "m2", "///")["replies"] == []


def test_a_payload_that_the_domain_does_not_know_fails(rasa: TinyRasa, conversation: str) -> None:
    answer = rasa.post(turn_of(conversation, "m1", "Old", payload="/gone"))
    assert (answer.status_code, answer.json()) == (500, {"error": "failed"})


def test_a_message_is_run_once(rasa: TinyRasa, conversation: str) -> None:
    message = uuid.uuid4().hex
    first = rasa.turn(conversation, message, "tell me")
    rasa.turn(conversation, "next", "set it")
    again = rasa.turn(conversation, message, "tell me")
    assert again["replies"] == first["replies"]
    assert again["understood"]["intent"] == "tell"
    assert rasa.runs(message) == 1


def test_nothing_said_is_an_empty_list(rasa: TinyRasa, conversation: str) -> None:
    assert rasa.turn(conversation, "m1", "silence")["replies"] == []


def test_an_action_that_crashes_fails_the_turn_and_leaves_no_trace(rasa: TinyRasa, conversation: str) -> None:
    message = uuid.uuid4().hex
    with switch(rasa, "crash"):
        answer = rasa.post(turn_of(conversation, message, "tell me"))
    assert (answer.status_code, answer.json()) == (500, {"error": "failed"})
    assert texts(rasa.turn(conversation, message, "tell me")) == ["it is None"]
    assert rasa.runs(message) == 2


def test_logs_do_not_quote_shoppers(rasa: TinyRasa, conversation: str) -> None:
    with switch(rasa, "crash"):
        rasa.post(turn_of(conversation, "m1", "tell me, anne@example.com"))
    rasa.turn(conversation, "m2", "hello anne@example.com")
    assert "anne@example.com" not in rasa.log.read_text()


def test_without_the_action_server_the_turn_waits(rasa: TinyRasa, conversation: str) -> None:
    message = uuid.uuid4().hex
    rasa.turn(conversation, "m0", "Set", payload='/set{"thing":"kept"}')
    rasa.kill("actions")
    answer = rasa.post(turn_of(conversation, message, "tell me"))
    assert (answer.status_code, answer.json()) == (503, {"error": "unavailable"})
    assert texts(rasa.turn(conversation, "m2", "hello")) == ["hello there"]
    rasa.start("actions")
    assert texts(rasa.turn(conversation, message, "tell me")) == ["it is kept"]


def test_killed_in_mid_turn_it_loses_nothing_but_that_attempt(rasa: TinyRasa, conversation: str) -> None:
    message = uuid.uuid4().hex
    rasa.turn(conversation, "m0", "Set", payload='/set{"thing":"kept"}')
    failed = threading.Event()

    def attempt() -> None:
        try:
            rasa.post(turn_of(conversation, message, "tell me"))
        except httpx.TransportError:
            failed.set()

    with switch(rasa, "hang"):
        thread = threading.Thread(target=attempt)
        thread.start()
        eventually(lambda: rasa.runs(message) == 1)
        rasa.kill("rasa")
        thread.join()
    assert failed.is_set()
    rasa.start("rasa")
    assert texts(rasa.turn(conversation, message, "tell me")) == ["it is kept"]
    assert texts(rasa.turn(conversation, message, "tell me")) == ["it is kept"]
    assert rasa.runs(message) == 2


def test_after_a_person_had_it_what_was_under_way_is_over(rasa: TinyRasa, conversation: str) -> None:
    rasa.turn(conversation, "m0", "Set", payload='/set{"thing":"asked before"}')
    assert texts(rasa.turn(conversation, "m1", "tell me")) == ["it is asked before"]
    again = rasa.turn(conversation, "m2", "tell me", resumed=True)
    assert texts(again) == ["it is None"]
    assert again["understood"]["actions"] == ["action_tell"]
    # Once: what is said from then on counts.
    rasa.turn(conversation, "m3", "Set", payload='/set{"thing":"asked after"}')
    assert texts(rasa.turn(conversation, "m4", "tell me")) == ["it is asked after"]
    # A conversation that nobody knows yet has nothing to end.
    new = rasa.turn(f"{conversation}-new", "m0", "hello", resumed=True)
    assert (texts(new), new["understood"]["actions"]) == (["hello there"], ["utter_greet"])


def test_a_long_conversation_stays_small_and_remembers(rasa: TinyRasa, conversation: str) -> None:
    rasa.turn(conversation, "first", "Set", payload='/set{"thing":"from long ago"}')
    sizes = []
    for n in range(MAX_TURNS * 2 + KEPT_TURNS):
        rasa.turn(conversation, f"m{n}", "hello")
        sizes.append(_size(rasa, conversation))
    assert max(sizes[MAX_TURNS:]) <= max(sizes[:MAX_TURNS]) * 1.2
    assert texts(rasa.turn(conversation, "last", "tell me")) == ["it is from long ago"]


def _size(rasa: TinyRasa, conversation: str) -> int:
    engine = open_trackers(rasa.url)
    with begin_read(engine) as connection:
        events = connection.execute(
            select(trackers.c.events).where(trackers.c.conversation_id == conversation)
        ).scalar_one()
    engine.dispose()
    return len(events)
