"""Who may speak where on the website channel: sessions, forged tokens, foreign pages, hashed addresses."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
import socketio
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.channels.sessions import AUDIENCE, LIFETIME, Sessions
from bot.settings import BotSettings
from tests.bot.browser import Browser, conversation_of, open_session
from tests.bot.conftest import Door, eventually, listening
from tracking.db import begin_read
from tracking.model import conversations
from tracking.settings import Settings


@pytest.fixture
def token(door: Door) -> str:
    """A fresh session."""
    return str(open_session(door.url).json()["token"])


class TestSession:
    def test_a_new_one_for_each_stranger(self, door: Door) -> None:
        first, second = (open_session(door.url) for _ in range(2))
        assert conversation_of(first.json()["token"]) != conversation_of(second.json()["token"])
        expires = datetime.fromisoformat(first.json()["expires_at"])
        assert abs(expires - datetime.now(timezone.utc) - LIFETIME) < timedelta(minutes=1)
        assert first.headers["cache-control"] == "no-store"

    def test_a_valid_token_keeps_its_conversation(self, door: Door, token: str) -> None:
        renewed = open_session(door.url, token).json()["token"]
        assert conversation_of(renewed) == conversation_of(token)

    @pytest.mark.parametrize("given", ["", "nonsense", "a.b.c", "x" * 5000])
    def test_any_other_token_begins_a_new_one(self, door: Door, token: str, given: str) -> None:
        answer = open_session(door.url, given)
        assert answer.status_code in (200, 400)
        if answer.status_code == 200:
            assert conversation_of(answer.json()["token"]) != conversation_of(token)

    @pytest.mark.parametrize("body", [b"[1]", b"{", b'"x"', b"{" + b" " * 20_000 + b"}"])
    def test_malformed(self, door: Door, body: bytes) -> None:
        assert httpx.post(f"{door.url}/chat/session", content=body).status_code == 400

    @pytest.mark.parametrize(
        ("origin", "status", "allowed"),
        [
            ("https://shop.example", 200, "https://shop.example"),
            ("https://evil.example", 403, None),
            ("https://shop.example.evil.example", 403, None),
            ("null", 403, None),
            (None, 200, None),
        ],
    )
    def test_origins(self, door: Door, origin: str | None, status: int, allowed: str | None) -> None:
        answer = open_session(door.url, **({"Origin": origin} if origin else {}))
        assert answer.status_code == status
        assert answer.headers.get("access-control-allow-origin") == allowed

    def test_our_own_page_needs_no_permission(self, door: Door) -> None:
        assert open_session(door.url, Origin=door.url).status_code == 200

    def test_a_shops_page_may_ask_before(self, door: Door) -> None:
        answer = httpx.options(f"{door.url}/chat/session", headers={"Origin": "https://shop.example"})
        assert answer.status_code == 204
        assert answer.headers["access-control-allow-headers"] == "Content-Type"


Forge = Callable[[str, bytes], object]


def forged(**changes: Any) -> Forge:
    """A token signed with the right key but other claims."""

    def forge(token: str, key: bytes) -> str:
        claims = jwt.decode(token, key, algorithms=["HS256"], audience=AUDIENCE)
        claims = {name: value for name, value in (claims | changes).items() if value is not None}
        return jwt.encode(claims, key, algorithm="HS256")

    return forge


FORGERIES: dict[str, tuple[Forge, str]] = {
    "expired": (forged(exp=int(time.time()) - 5), "expired"),
    "another audience": (forged(aud="wismo-desk"), "forbidden"),
    "no audience": (forged(aud=None), "forbidden"),
    "no expiry": (forged(exp=None), "forbidden"),
    "an endless expiry": (forged(exp=10**30), "forbidden"),
    "no conversation": (forged(sub=None), "forbidden"),
    "another channel's conversation": (forged(sub="rest:anne"), "forbidden"),
    "another key": (lambda token, _key: jwt.encode({"sub": "website:x"}, "k" * 32), "forbidden"),
    "no signature": (lambda token, _key: token.rsplit(".", 1)[0] + ".", "forbidden"),
    "unsigned": (
        lambda token, _key: jwt.encode(
            {"sub": conversation_of(token), "aud": AUDIENCE, "exp": int(time.time()) + 99},
            None,  # type: ignore[arg-type]
            algorithm="none",
        ),
        "forbidden",
    ),
    "a changed payload": (lambda token, _key: _tampered(token), "forbidden"),
    "nothing": (lambda _token, _key: None, "forbidden"),
    "a number": (lambda _token, _key: 7, "forbidden"),
}


def _tampered(token: str) -> str:
    head, payload, signature = token.split(".")
    other = payload[:-2] + ("A" if payload[-2] != "A" else "B") + payload[-1]
    return f"{head}.{other}.{signature}"


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_socket_without_a_valid_token_is_refused(door: Door, token: str, forgery: str) -> None:
    forge, why = FORGERIES[forgery]
    key = Sessions(door.bot.session_secret)._key
    with pytest.raises(socketio.exceptions.ConnectionError, match=why):
        Browser(door.url, forge(token, key))  # type: ignore[arg-type]


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null"])
def test_a_socket_from_a_foreign_page_is_refused(door: Door, token: str, origin: str) -> None:
    with pytest.raises(socketio.exceptions.ConnectionError):
        Browser(door.url, token, origin=origin)


@pytest.mark.parametrize("origin", ["https://shop.example", "own"])
def test_a_socket_from_our_page_or_the_shops_is_taken(door: Door, token: str, origin: str) -> None:
    with Browser(door.url, token, origin=door.url if origin == "own" else origin) as browser:
        assert browser.greeted.wait(10)


def test_a_session_that_ends_while_the_page_is_open(door: Door, token: str) -> None:
    key = Sessions(door.bot.session_secret)._key
    short = forged(exp=int(time.time()) + 2)(token, key)
    with Browser(door.url, str(short)) as browser:
        eventually(lambda: browser.say("1", "hi") == {"ok": False, "error": "expired"})


@pytest.mark.parametrize(
    ("proxies", "forwarded_for", "kept"),
    [
        # A shopper behind the shop's own proxy is told apart; nobody else's word is believed, and an
        # address that many share is no shopper's.
        (("127.0.0.1",), "8.8.8.8", "8.8.8.8"),
        (("127.0.0.1",), None, None),
        (("127.0.0.1",), "10.0.0.7", None),
        ((), "8.8.8.8", None),
        (("192.0.2.1",), "8.8.8.8", None),
    ],
)
def test_whose_network_is_kept(
    engine: Engine,
    bot_settings: BotSettings,
    store_settings: Settings,
    tmp_path: Path,
    proxies: tuple[str, ...],
    forwarded_for: str | None,
    kept: str | None,
) -> None:
    bot = replace(bot_settings, trusted_proxies=proxies)
    with listening(engine, bot, store_settings, tmp_path) as door:
        token = str(open_session(door.url).json()["token"])
        with Browser(door.url, token, forwarded_for=forwarded_for) as browser:
            assert browser.say("m1", "hi")["ok"]
    with begin_read(engine) as connection:
        network = connection.execute(select(conversations.c.network)).scalar_one()
    # A keyed hash, never the address.
    assert network == Sessions(bot.session_secret).network(kept)
    assert kept is None or kept not in network


def test_addresses_are_hashed_by_what_one_household_is_given() -> None:
    network = Sessions("secret").network
    assert network("2001:db8:1:2:aaaa::1") == network("2001:db8:1:2:bbbb::9") != network("2001:db8:1:3::1")
    assert network("192.0.2.1") != network("192.0.2.2")
    assert network(None) is network("not an address") is None
    assert Sessions("other").network("192.0.2.1") != network("192.0.2.1")
