"""Signing in to the desk, over real HTTP: passwords, sessions, lockout, and what is written down of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from bot.desk import accounts, audit
from bot.desk.accounts import AccountError, Role
from bot.desk.lockout import ANYWHERE, HERE, NETWORK
from tests.bot.conftest import Door
from tests.bot.desk_team import PASSWORD, Browser, at_desk, hire, token_in
from tracking.db import begin_read, begin_write
from tracking.model import desk_failures, desk_sessions, desk_users

WRONG = "The login or the password is wrong, or there were too many attempts."


def now() -> datetime:
    return datetime.now(timezone.utc)


def session_of(browser: Browser) -> str:
    return browser.cookies["wismo_desk"]


def is_in(browser: Browser) -> bool:
    answer = browser.get("/desk")
    assert answer.status_code == 200
    return "Sign out" in answer.text


def age(engine: Engine, column: Any, by: timedelta) -> None:
    """Let time pass for what a table holds."""
    with begin_write(engine) as connection:
        for row in connection.execute(select(column.table)).all():
            key = next(iter(column.table.primary_key))
            at = getattr(row, column.name) - by
            connection.execute(update(column.table).where(key == row[0]).values({column.name: at}))


def written_down(engine: Engine) -> list[tuple[str, str]]:
    with begin_read(engine) as connection:
        return [(entry.login, entry.what) for entry in reversed(audit.entries(connection))]


def test_somebody_signs_in_to_the_page_they_wanted_and_out_again(door: Door) -> None:
    hire(door.engine, "ana", Role.AGENT)
    ana = Browser(door)
    sent_away = ana.get("/desk?view=mine")
    assert sent_away.url.params["next"] == "/desk?view=mine"
    answer = ana.sign_in("ANA ", to="/desk?view=mine")
    assert answer.url.params["view"] == "mine"
    assert is_in(ana)
    kept = session_of(ana)
    assert ana.submit("/desk/sign-out").url.path == "/desk/sign-in"
    assert "wismo_desk" not in ana.cookies
    ana.cookies.set("wismo_desk", kept, path="/desk")
    assert not is_in(ana)
    assert written_down(door.engine) == [("ana", "signed_in"), ("ana", "signed_out")]


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/deskevil", "/desk/\\evil", "/desk\n/x", "/", ""]
)
def test_signing_in_leads_nowhere_else(door: Door, target: str) -> None:
    hire(door.engine, "ana", Role.AGENT)
    answer = Browser(door).sign_in("ana", to=target)
    assert (answer.status_code, answer.url.path) == (200, "/desk")


def test_the_cookie_is_out_of_reach(door: Door) -> None:
    hire(door.engine, "ana", Role.AGENT)
    for proxy, is_secure in ({}, False), ({"X-Forwarded-Proto": "https"}, True):
        ana = Browser(door)
        ana.follow_redirects = False
        csrf = token_in(ana.get("/desk/sign-in").text)
        fields = {"login": "ana", "password": PASSWORD, "csrf": csrf}
        answer = ana.post("/desk/sign-in", data=fields, headers={"Origin": door.url, **proxy})
        given = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("wismo_desk="))
        flags = {part.strip().lower() for part in given.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/desk"} <= flags
        assert ("secure" in flags) is is_secure


def test_the_store_keeps_neither_password_nor_token(door: Door) -> None:
    ana = at_desk(door)
    with begin_read(door.engine) as connection:
        user = connection.execute(select(desk_users)).one()
        session = connection.execute(select(desk_sessions)).one()
    assert user.password.startswith("$argon2id$")
    assert PASSWORD not in repr(user)
    assert session_of(ana) not in repr(session)


def test_a_wrong_password_an_unknown_login_and_a_disabled_one_look_alike(door: Door) -> None:
    hire(door.engine, "ana", Role.AGENT)
    hire(door.engine, "ben", Role.AGENT)
    with begin_write(door.engine) as connection:
        accounts.disable(connection, "ben", now())
    pages = set()
    for login, password in (("ana", "not my password"), ("zoe", PASSWORD), ("ben", PASSWORD), ("x y", "")):
        browser = Browser(door)
        answer = browser.sign_in(login, password)
        assert answer.status_code == 401
        assert not is_in(browser)
        pages.add(answer.text.replace(token_in(answer.text), "").replace(f'value="{login}"', ""))
    assert len(pages) == 1
    assert WRONG in pages.pop()
    # A password typed into the wrong field is not kept.
    assert written_down(door.engine) == [(who, "sign_in_failed") for who in ("ana", "-", "ben", "-")]


def test_every_attempt_costs_one_hash_whoever_it_is(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    hire(door.engine, "ana", Role.AGENT)
    real, hashes = accounts._hasher, []

    class Counting:
        def verify(self, known: str, password: str) -> bool:
            hashes.append(known)
            return real.verify(known, password)

    monkeypatch.setattr(accounts, "_hasher", Counting())
    for login in ("ana", "zoe", *["ana"] * (HERE + 1)):
        before = len(hashes)
        Browser(door).sign_in(login, "not my password")
        assert len(hashes) == before + 1


def test_a_login_is_locked_after_a_few_guesses_for_a_quarter_of_an_hour(door: Door) -> None:
    hire(door.engine, "ana", Role.AGENT)
    hire(door.engine, "ben", Role.AGENT)
    for _ in range(HERE):
        assert Browser(door).sign_in("ana", "a guess or two").status_code == 401
    locked = Browser(door).sign_in("ana")
    assert locked.status_code == 401
    assert WRONG in locked.text
    assert Browser(door).sign_in("ben").status_code == 200
    age(door.engine, desk_failures.c.failed_at, timedelta(minutes=16))
    assert Browser(door).sign_in("ana").status_code == 200


def test_who_signs_in_begins_anew(door: Door) -> None:
    hire(door.engine, "ana", Role.AGENT)
    for _ in range(3):
        for _ in range(HERE - 1):
            Browser(door).sign_in("ana", "a guess or two")
        assert Browser(door).sign_in("ana").status_code == 200


@pytest.mark.parametrize(
    ("guesses", "login_of_each", "network_of_each"),
    [(NETWORK, "login-{}", None), (ANYWHERE, "ana", "network-{}")],
    ids=["one network, many logins", "one login, many networks"],
)
def test_guessing_widely_is_noticed_too(
    door: Door, guesses: int, login_of_each: str, network_of_each: str | None
) -> None:
    from bot.desk.lockout import count_failure, is_locked

    def failed(number: int) -> None:
        network = network_of_each.format(number) if network_of_each else "network"
        count_failure(connection, login_of_each.format(number), network, now())

    with begin_write(door.engine) as connection:
        for number in range(guesses - 1):
            failed(number)
        assert not is_locked(connection, "ana", "network", now())
        failed(guesses)
        assert is_locked(connection, "ana", "network", now())


def test_the_session_is_another_after_every_signing_in(door: Door) -> None:
    ana = at_desk(door)
    before = session_of(ana)
    assert ana.sign_in("ana").status_code == 200
    assert session_of(ana) != before
    old = Browser(door)
    old.cookies.set("wismo_desk", before, path="/desk")
    assert not is_in(old)
    # A session that somebody planted before does not become hers.
    planted = Browser(door)
    planted.cookies.set("wismo_desk", "planted", path="/desk")
    planted.sign_in("ana")
    assert [each.value for each in planted.cookies.jar if each.name == "wismo_desk"] != ["planted"]


@pytest.mark.parametrize("what", ["password", "role", "disabled"])
def test_a_change_of_the_account_ends_its_sessions(door: Door, what: str) -> None:
    ana, ben = at_desk(door), at_desk(door, login="ben")
    with begin_write(door.engine) as connection:
        if what == "password":
            accounts.set_password(connection, "ana", "another password")
        elif what == "role":
            accounts.set_role(connection, "ana", Role.READER)
        else:
            accounts.disable(connection, "ana", now())
    assert not is_in(ana)
    assert is_in(ben)


def test_who_is_away_for_an_hour_or_here_for_twelve_signs_in_again(door: Door) -> None:
    ana = at_desk(door)
    age(door.engine, desk_sessions.c.seen_at, timedelta(minutes=59))
    assert is_in(ana)  # and is seen
    age(door.engine, desk_sessions.c.seen_at, timedelta(minutes=59))
    assert is_in(ana)
    age(door.engine, desk_sessions.c.seen_at, timedelta(minutes=61))
    assert not is_in(ana)
    ana.sign_in("ana")
    age(door.engine, desk_sessions.c.started_at, timedelta(hours=12))
    assert not is_in(ana)


def test_a_page_that_keeps_itself_fresh_keeps_nobody_signed_in(door: Door) -> None:
    ana = at_desk(door)
    age(door.engine, desk_sessions.c.seen_at, timedelta(minutes=59))
    assert ana.get("/desk", headers={"X-Desk-Live": "1"}).status_code == 200
    age(door.engine, desk_sessions.c.seen_at, timedelta(minutes=2))
    assert not is_in(ana)


def test_what_is_over_is_forgotten(door: Door) -> None:
    at_desk(door)
    age(door.engine, desk_sessions.c.started_at, timedelta(hours=13))
    at_desk(door, login="ben")
    with begin_read(door.engine) as connection:
        assert connection.execute(select(desk_sessions.c.login)).scalars().all() == ["ben"]


@pytest.mark.parametrize(
    ("login", "name", "password"),
    [
        ("", "Ana", PASSWORD),
        ("-ana", "Ana", PASSWORD),
        ("a na", "Ana", PASSWORD),
        ("ána", "Ana", PASSWORD),
        ("ana", " ", PASSWORD),
        ("ana", "x" * 81, PASSWORD),
        ("ana", "A\u202ena", PASSWORD),
        ("ana", "Ana", "short"),
        ("ana", "Ana", "x" * 201),
        ("BEN", "Ben", PASSWORD),
    ],
)
def test_an_account_that_makes_no_sense_is_not_made(
    engine: Engine, login: str, name: str, password: str
) -> None:
    hire(engine, "ben", Role.AGENT)
    with begin_write(engine) as connection, pytest.raises(AccountError):
        accounts.add_user(connection, login, name, Role.AGENT, password, now())
    with begin_read(engine) as connection:
        assert [user.login for user in accounts.users(connection)] == ["ben"]


def test_somebody_chooses_their_language(door: Door) -> None:
    ana = at_desk(door, language="fr-FR,fr;q=0.9,en;q=0.8")
    assert "Se déconnecter" in ana.get("/desk").text
    assert "Abmelden" in ana.submit("/desk/language", language="de", back="/desk").text
    assert "Abmelden" in ana.submit("/desk/language", language="tlh").text
    assert "Se déconnecter" in ana.submit("/desk/language", language="").text
