"""Who is signed in: the cookie holds a random token, the store its digest, so that its copy opens nothing."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine

from bot.desk.accounts import DeskUser, user_of
from tracking.db import begin_read, begin_write
from tracking.model import desk_sessions, desk_users

#: Without a click for so long, somebody has gone: they sign in again.
IDLE = timedelta(hours=1)
#: However busy: a working day and its extra hours.
LIFETIME = timedelta(hours=12)
#: Being seen is written down at most so often.
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class DeskSession:
    """Somebody signed in, until signing out or `expires_at`."""

    token: str
    user: DeskUser
    expires_at: datetime


def start(connection: Connection, user: DeskUser, now: datetime, *, instead_of: str | None = None) -> str:
    """Sign in: a new token; the one that the browser had before opens nothing any more."""
    if instead_of:
        end(connection, instead_of)
    token = secrets.token_urlsafe(32)
    connection.execute(
        insert(desk_sessions).values(
            token_digest=_digest(token), login=user.login, started_at=now, seen_at=now
        )
    )
    return token


def find(engine: Engine, token: str, now: datetime, *, active: bool = True) -> DeskSession | None:
    """Whose session a token is, if it still is one.

    Args:
        active: somebody did something; a page that keeps itself fresh keeps nobody signed in.
    """
    if not token or len(token) > 100:
        return None
    digest = _digest(token)
    query = (
        select(desk_users, desk_sessions.c.started_at, desk_sessions.c.seen_at)
        .join(desk_sessions, desk_sessions.c.login == desk_users.c.login)
        .where(desk_sessions.c.token_digest == digest, desk_users.c.disabled_at.is_(None))
    )
    with begin_read(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    expires_at = min(row.started_at + LIFETIME, row.seen_at + IDLE)
    if expires_at <= now:
        return None
    if active and row.seen_at <= now - SEEN_EVERY:
        with begin_write(engine) as connection:
            seen = update(desk_sessions).where(desk_sessions.c.token_digest == digest)
            connection.execute(seen.values(seen_at=now))
    return DeskSession(token, user_of(row), expires_at)


def end(connection: Connection, token: str) -> None:
    """Sign out."""
    connection.execute(delete(desk_sessions).where(desk_sessions.c.token_digest == _digest(token)))


def forget_expired(connection: Connection, now: datetime) -> int:
    """Delete sessions whose time is over; returns how many."""
    old = or_(desk_sessions.c.started_at <= now - LIFETIME, desk_sessions.c.seen_at <= now - IDLE)
    return int(connection.execute(delete(desk_sessions).where(old)).rowcount)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
