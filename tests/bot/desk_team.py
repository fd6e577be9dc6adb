"""The desk as its team uses it over HTTP: accounts, signing in, posting forms."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from html import unescape

import httpx
from sqlalchemy.engine import Engine

from bot.desk import accounts
from bot.desk.accounts import Role
from tests.bot.conftest import Door
from tracking.db import begin_write

PASSWORD = "a password for tests"


def hire(engine: Engine, login: str, role: Role, name: str = "Ana", language: str | None = None) -> None:
    """Make an account."""
    with begin_write(engine) as connection:
        accounts.add_user(connection, login, name, role, PASSWORD, datetime.now(timezone.utc), language)


class Browser(httpx.Client):
    """A browser at the desk: it keeps cookies and says where its forms come from."""

    def __init__(self, door: Door, language: str = "en") -> None:
        super().__init__(
            base_url=door.url,
            follow_redirects=True,
            timeout=30,
            headers={"Accept-Language": language},
            verify=False,  # nothing to verify, and reading certificates takes its time
        )
        self.origin = door.url
        self.csrf = ""

    def sign_in(self, login: str, password: str = PASSWORD, to: str = "/desk") -> httpx.Response:
        """Fill in the form."""
        page = self.get("/desk/sign-in", params={"next": to})
        token = token_in(page.text)
        fields = {"login": login, "password": password, "csrf": token, "next": to}
        answer = self.post("/desk/sign-in", data=fields, headers={"Origin": self.origin})
        if answer.status_code == 200:
            self.csrf = token_in(answer.text)
        return answer

    def submit(self, path: str, **fields: str) -> httpx.Response:
        """Post a form of our own."""
        return self.post(path, data={"csrf": self.csrf, **fields}, headers={"Origin": self.origin})


def token_in(html: str) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrf" value="([^"]*)"', html)
    assert found, "no form on this page"
    return unescape(found[1])


def at_desk(door: Door, role: Role = Role.AGENT, login: str = "ana", language: str = "en") -> Browser:
    """Somebody with this role, signed in."""
    hire(door.engine, login, role)
    browser = Browser(door, language)
    answer = browser.sign_in(login)
    assert answer.status_code == 200, answer.text
    return browser
