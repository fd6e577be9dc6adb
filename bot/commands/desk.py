"""`wismo desk`: who of the team may sign in to the support desk."""

from __future__ import annotations

import getpass
import sys
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Connection, Engine


class RoleName(str, Enum):
    """What somebody may do: read, work on cases, or lead the team as well."""

    reader = "reader"
    agent = "agent"
    lead = "lead"


_Login = Annotated[str, typer.Argument(metavar="LOGIN", help="What they sign in with.")]


def add_user(
    login: _Login,
    name: Annotated[str, typer.Option(help="The first name that shoppers read.")],
    role: Annotated[RoleName, typer.Option(help="What they may do.")] = RoleName.agent,
    language: Annotated[str | None, typer.Option(help="en, fr, es or de; else the browser's.")] = None,
) -> None:
    """Let somebody sign in. The password is asked for, or read from standard input."""
    from bot.desk import accounts, audit
    from tracking.db import begin_write

    engine, password, now = _engine(), _password(), datetime.now(timezone.utc)
    with begin_write(engine) as connection:
        made = accounts.add_user(connection, login, name, accounts.Role(role.value), password, now, language)
        audit.record(connection, made.login, "account_made", now, detail=made.role.value)
    typer.echo(f"{made.login}: {made.name}, {made.role.value}; signs in at /desk")


def users() -> None:
    """List the accounts."""
    from bot.desk import accounts
    from tracking.db import begin_read

    with begin_read(_engine()) as connection:
        found = accounts.users(connection)
    if not found:
        typer.echo("nobody yet: wismo desk add-user LOGIN --name NAME")
    for user in found:
        disabled = f", disabled since {user.disabled_at:%Y-%m-%d}" if user.disabled_at else ""
        typer.echo(f"{user.login}: {user.name}, {user.role.value}{disabled}")


def set_password(login: _Login) -> None:
    """Give somebody another password, asked for or read from standard input; they sign in again."""
    from bot.desk import accounts

    password = _password()
    _change(
        login, "password_set", lambda connection, _now: accounts.set_password(connection, login, password)
    )
    typer.echo(f"{login}: has another password, and is signed out everywhere")


def set_role(login: _Login, role: Annotated[RoleName, typer.Argument(help="What they may do.")]) -> None:
    """Let somebody do more, or less; they sign in again."""
    from bot.desk import accounts

    new = accounts.Role(role.value)
    _change(login, "role_set", lambda connection, _now: accounts.set_role(connection, login, new), role.value)
    typer.echo(f"{login}: {role.value}, and is signed out everywhere")


def disable_user(login: _Login) -> None:
    """Let somebody sign in no more, at once; what they did keeps their name."""
    from bot.desk import accounts

    _change(login, "account_disabled", lambda connection, now: accounts.disable(connection, login, now))
    typer.echo(f"{login}: disabled, and signed out everywhere")


def enable_user(login: _Login) -> None:
    """Let somebody sign in again."""
    from bot.desk import accounts

    _change(login, "account_enabled", lambda connection, _now: accounts.enable(connection, login))
    typer.echo(f"{login}: may sign in again")


def log(
    login: Annotated[str | None, typer.Option(help="Only what this account saw and did.")] = None,
    case: Annotated[str | None, typer.Option(help="Only what concerns this case: C-000123.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many lines.")] = 100,
) -> None:
    """Who of the team saw and did what, the latest first."""
    from bot.desk import accounts, audit
    from tracking.db import begin_read
    from tracking.errors import WismoError

    case_id = None
    if case is not None:
        number = case.upper().removeprefix("C").removeprefix("-")
        if not (number.isascii() and number.isdigit()):
            raise WismoError(f"{case!r} is no reference of a case, such as C-000123")
        case_id = int(number)
    with begin_read(_engine()) as connection:
        of = None if login is None else accounts.normal_login(login)
        found = audit.entries(connection, login=of, case_id=case_id, limit=limit)
    for entry in found:
        about = [f"C-{entry.case_id:06d}"] if entry.case_id is not None else []
        about += [part for part in (entry.conversation_id, entry.detail) if part]
        typer.echo(" ".join([f"{entry.at:%Y-%m-%d %H:%M:%S}", entry.login, entry.what, *about]))


def _change(
    login: str, what: str, change: Callable[[Connection, datetime], None], detail: str | None = None
) -> None:
    from bot.desk import accounts, audit
    from tracking.db import begin_write

    now = datetime.now(timezone.utc)
    with begin_write(_engine()) as connection:
        change(connection, now)
        audit.record(connection, accounts.normal_login(login), what, now, detail=detail)


def _password() -> str:
    """From the terminal, twice and unseen; else the first line of standard input. Never an argument:
    those show in the list of processes and in the shell's history.

    Raises:
        AccountError: the two differ.
    """
    from bot.desk.accounts import AccountError

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise AccountError("the two passwords differ")
    return password


def _engine() -> Engine:
    from tracking.db import default_engine
    from tracking.migrations import upgrade

    engine = default_engine()
    upgrade(engine)
    return engine
