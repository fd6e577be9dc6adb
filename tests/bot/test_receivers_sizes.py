"""How large a webhook may be, and how much may be in it."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator

from sqlalchemy.engine import Engine

from bot.receivers import MAX_BODY_BYTES
from tests.bot.providers import Provider
from tests.bot.receiving import Door, door, kept, provider, says_what_to_do, told

__all__ = ["door", "provider"]
SCANS = 10_000
#: For all of them in one payload, which the provider waits for; a database across a socket may take longer.
SECONDS = {"sqlite": 10.0, "postgresql": 30.0}


def padded(provider: Provider, length: int) -> bytes:
    body = provider.body()
    return body + b" " * (length - len(body))


def test_a_body_of_exactly_the_limit_is_taken(door: Door, provider: Provider) -> None:
    body = padded(provider, MAX_BODY_BYTES)
    assert door.post(provider.path, body, provider.signed(body)).status_code == 200


def test_a_body_of_one_byte_more_is_not(door: Door, engine: Engine, provider: Provider) -> None:
    body = padded(provider, MAX_BODY_BYTES + 1)
    answer = door.post(provider.path, body, provider.signed(body))
    assert answer.status_code == 413
    assert says_what_to_do(answer)
    assert kept(engine) == []


def test_no_more_is_read_than_the_limit_whatever_is_announced(
    door: Door, engine: Engine, provider: Provider
) -> None:
    """A body in parts, with no length, a lie or nonsense announced."""
    for announced in (None, "10", "-1", "many", "9" * 5000):
        read = 0

        async def parts() -> AsyncIterator[bytes]:
            nonlocal read
            for _ in range(128):
                read += 65536
                yield b"x" * 65536

        headers = provider.signed(b"") | ({"Content-Length": announced} if announced else {})
        assert door.post(provider.path, parts(), headers).status_code == 413
        assert read <= MAX_BODY_BYTES + 2 * 65536
    assert kept(engine) == []


def test_ten_thousand_records_at_once(door: Door, engine: Engine, provider: Provider) -> None:
    body = json.dumps(provider.many(SCANS), separators=(",", ":")).encode()
    began = time.perf_counter()
    answer = door.post(provider.path, body, provider.signed(body))
    seconds = time.perf_counter() - began
    assert answer.status_code == 200
    assert (answer.json()["new"], answer.json()["waiting"]) == (SCANS, 0)
    assert told(engine) == (SCANS // 2 if provider.makes_orders else SCANS)
    assert seconds < SECONDS[engine.dialect.name]
    again = door.post(provider.path, body, provider.signed(body))
    assert (again.json()["new"], again.json()["duplicate"]) == (0, SCANS)
