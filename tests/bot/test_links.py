"""Links that carry a signed order."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.links import MAX_LENGTH, LinkError, read, sign

SECRET = "a link secret that only tests know"
NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
LATER = NOW + timedelta(days=30)


@pytest.mark.parametrize("number", ["1", "10042", "WIS-2026-10042", "X" * 27, "№ 42"])
def test_a_link_names_its_order(number: str) -> None:
    link = sign(number, SECRET, LATER)
    assert len(link) <= MAX_LENGTH
    assert read(link, SECRET, NOW) == number


@pytest.mark.parametrize("number", ["", " ", "X" * 28])
def test_an_order_number_that_no_link_carries(number: str) -> None:
    with pytest.raises(LinkError, match="27 bytes"):
        sign(number, SECRET, LATER)


def test_it_expires() -> None:
    link = sign("10042", SECRET, LATER)
    assert read(link, SECRET, LATER - timedelta(minutes=1)) == "10042"
    with pytest.raises(LinkError, match="expired"):
        read(link, SECRET, LATER)


def test_every_changed_character_is_noticed() -> None:
    link = sign("10042", SECRET, LATER)
    for place, character in enumerate(link):
        for other in "Aa0_-":
            if other != character:
                with pytest.raises(LinkError):
                    read(link[:place] + other + link[place + 1 :], SECRET, NOW)


@pytest.mark.parametrize("secret", ["", "another secret"])
def test_only_our_secret_opens_it(secret: str) -> None:
    with pytest.raises(LinkError):
        read(sign("10042", "another" if not secret else SECRET, LATER), secret, NOW)


@given(st.text(max_size=80) | st.binary(max_size=48).map(lambda data: data.hex()))
def test_nothing_else_is_a_link(text: str) -> None:
    with pytest.raises(LinkError):
        read(text, SECRET, NOW)


def test_the_format_is_as_documented() -> None:
    """A shop's own code may make links, as docs/telegram.md tells it to."""
    said = b"\x01" + (29_744_000).to_bytes(4, "big") + b"10042"
    mac = hmac.new(SECRET.encode(), said, hashlib.sha256).digest()[:16]
    link = base64.urlsafe_b64encode(said + mac).decode().rstrip("=")
    assert read(link, SECRET, datetime.fromtimestamp(29_744_000 * 60 - 1, timezone.utc)) == "10042"
    assert sign("10042", SECRET, datetime.fromtimestamp(29_744_000 * 60, timezone.utc)) == link


def test_the_code_in_the_documentation_makes_links() -> None:
    """What a shop copies from docs/telegram.md."""
    documented = (Path(__file__).parents[2] / "docs" / "telegram.md").read_text()
    code = documented.split("```python\n")[1].split("```")[0]
    found: dict[str, Any] = {}
    exec(code, found)  # noqa: S102 - our own documentation
    now = datetime.now(timezone.utc)
    assert read(found["start"]("10042", SECRET), SECRET, now + timedelta(days=29)) == "10042"
    with pytest.raises(LinkError, match="expired"):
        read(found["start"]("10042", SECRET), SECRET, now + timedelta(days=31))
