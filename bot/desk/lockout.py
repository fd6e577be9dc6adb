"""Failed sign-ins, and when no more are tried: a guess costs the guesser, not the team.

Counted by login from one network, by login from anywhere, and by network for all logins.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from bot.desk.accounts import normal_login
from tracking.model import desk_failures
from tracking.pepper import pepper

#: Failures count for so long.
WINDOW = timedelta(minutes=15)
#: So many guesses at one login from one network; so many from all networks together, which an attacker
#: needs many for; so many from one network at any login, where a whole team may sit.
HERE, ANYWHERE, NETWORK = 5, 50, 30


def is_locked(connection: Connection, login: str, network: str | None, now: datetime) -> bool:
    """Whether no attempt is to be made at this login from this network now."""
    at_login = desk_failures.c.login_hash == _hashed(login)
    here = desk_failures.c.network == network if network else desk_failures.c.network.is_(None)
    limits = [((at_login, here), HERE), ((at_login,), ANYWHERE)]
    if network:
        limits.append(((here,), NETWORK))
    for conditions, limit in limits:
        count = select(func.count()).select_from(desk_failures)
        count = count.where(*conditions, desk_failures.c.failed_at > now - WINDOW)
        if connection.execute(count).scalar_one() >= limit:
            return True
    return False


def count_failure(connection: Connection, login: str, network: str | None, now: datetime) -> None:
    """Remember that an attempt failed, and forget those that count no more."""
    connection.execute(delete(desk_failures).where(desk_failures.c.failed_at <= now - WINDOW))
    row = {"login_hash": _hashed(login), "network": network, "failed_at": now}
    connection.execute(insert(desk_failures).values(row))


def forgive(connection: Connection, login: str, network: str | None) -> None:
    """Who has signed in begins anew here."""
    here = desk_failures.c.network == network if network else desk_failures.c.network.is_(None)
    at_login = desk_failures.c.login_hash == _hashed(login)
    connection.execute(delete(desk_failures).where(at_login, here))


def _hashed(login: str) -> str:
    return hmac.new(pepper(), f"desk login:{normal_login(login)}".encode(), "sha256").hexdigest()
