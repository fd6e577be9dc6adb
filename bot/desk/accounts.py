"""Who may sign in to the desk: logins, first names, roles, passwords."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Row

from tracking.errors import WismoError
from tracking.model import desk_sessions, desk_users
from tracking.spoken import WRITTEN_LANGUAGES

#: Shorter passwords are refused. Longer ones than the other, too: hashing them costs time.
MIN_PASSWORD, MAX_PASSWORD = 10, 200
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,79}")

_hasher = PasswordHasher()
#: Checked against where nobody has the login, so that both take the same time.
_NOBODYS = _hasher.hash("nobody's password")


class Role(str, Enum):
    """What somebody may do; each may do what those before it may."""

    #: Sees everything, changes nothing.
    READER = "reader"
    #: Works on cases and answers shoppers.
    AGENT = "agent"
    #: Also sees how the team does.
    LEAD = "lead"

    def includes(self, other: Role) -> bool:
        """Whether this role may do what `other` may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)


class AccountError(WismoError):
    """An account cannot be made or changed so; the text says why."""


@dataclass(frozen=True)
class DeskUser:
    """Somebody of the team."""

    #: What they sign in with, and what cases name as assignee.
    login: str
    #: The first name that shoppers read.
    name: str
    role: Role
    #: The language they chose; None: whatever their browser asks for.
    language: str | None = None
    disabled_at: datetime | None = None


def normal_login(login: str) -> str:
    """A login as it is kept and compared."""
    return login.strip().lower()


def add_user(
    connection: Connection,
    login: str,
    name: str,
    role: Role,
    password: str,
    now: datetime,
    language: str | None = None,
) -> DeskUser:
    """Make an account.

    Raises:
        AccountError: the login is taken or none, the name is empty, or the password too short or too long.
    """
    login, name = normal_login(login), " ".join(name.split())
    if not _LOGIN.fullmatch(login):
        raise AccountError("a login has letters, digits, and . _ - + @, and begins with a letter or digit")
    if not name or len(name) > 80 or not name.isprintable():
        raise AccountError("a name has 1 to 80 characters")
    if find(connection, login) is not None:
        raise AccountError(f"there is already an account {login}")
    _check_language(language)
    row = {
        "login": login,
        "name": name,
        "role": role.value,
        "language": language,
        "password": _hash(password),
        "created_at": now,
    }
    connection.execute(insert(desk_users).values(row))
    return DeskUser(login, name, role, language)


def set_password(connection: Connection, login: str, password: str) -> None:
    """Give an account another password; whoever is signed in with it has to sign in again.

    Raises:
        AccountError: nobody has the login, or the password is too short or too long.
    """
    _change(connection, login, password=_hash(password))


def set_role(connection: Connection, login: str, role: Role) -> None:
    """Let somebody do more, or less; they have to sign in again.

    Raises:
        AccountError: nobody has the login.
    """
    _change(connection, login, role=role.value)


def disable(connection: Connection, login: str, now: datetime) -> None:
    """Let nobody sign in with it any more, and end what is signed in; cases keep the name.

    Raises:
        AccountError: nobody has the login.
    """
    _change(connection, login, disabled_at=now)


def enable(connection: Connection, login: str) -> None:
    """Let somebody sign in again.

    Raises:
        AccountError: nobody has the login.
    """
    _change(connection, login, disabled_at=None)


def set_language(connection: Connection, login: str, language: str | None) -> None:
    """The language that somebody reads the desk in; None: the browser's.

    Raises:
        AccountError: the desk is not written in it.
    """
    _check_language(language)
    connection.execute(update(desk_users).where(desk_users.c.login == login).values(language=language))


def find(connection: Connection, login: str) -> DeskUser | None:
    """The account with this login, disabled or not."""
    query = select(desk_users).where(desk_users.c.login == normal_login(login))
    row = connection.execute(query).one_or_none()
    return None if row is None else user_of(row)


def users(connection: Connection) -> Sequence[DeskUser]:
    """All accounts, by name."""
    rows = connection.execute(select(desk_users).order_by(desk_users.c.name, desk_users.c.login))
    return [user_of(row) for row in rows]


def verified(connection: Connection, login: str, password: str) -> DeskUser | None:
    """The account, if the password is its own and it may sign in. Takes as long whether it exists or not.

    Costs some 40 ms and 64 MB by design: run few at once, and not on the event loop.
    """
    query = select(desk_users).where(desk_users.c.login == normal_login(login))
    row = connection.execute(query).one_or_none()
    known = row.password if row is not None else _NOBODYS
    try:
        _hasher.verify(known, password[: MAX_PASSWORD + 1])
    except (VerificationError, InvalidHashError):
        return None
    return None if row is None or row.disabled_at is not None else user_of(row)


def user_of(row: Row) -> DeskUser:
    """The account that a row of the table is."""
    return DeskUser(row.login, row.name, Role(row.role), row.language, row.disabled_at)


def _hash(password: str) -> str:
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise AccountError(f"a password has {MIN_PASSWORD} to {MAX_PASSWORD} characters")
    return _hasher.hash(password)


def _check_language(language: str | None) -> None:
    if language is not None and language not in WRITTEN_LANGUAGES:
        raise AccountError(f"the desk is not written in {language!r}: {', '.join(WRITTEN_LANGUAGES)}")


def _change(connection: Connection, login: str, **values: object) -> None:
    login = normal_login(login)
    changed = connection.execute(update(desk_users).where(desk_users.c.login == login).values(**values))
    if changed.rowcount == 0:
        raise AccountError(f"there is no account {login}")
    connection.execute(delete(desk_sessions).where(desk_sessions.c.login == login))
