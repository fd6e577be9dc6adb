"""Signing in and out."""

from __future__ import annotations

import secrets
import threading

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk import accounts, audit, lockout, sessions
from bot.desk.accounts import Role
from bot.desk.context import PREFIX, Desk
from bot.desk.pages import page
from bot.desk.render import current_user, desk_of, render
from bot.desk.security import FORM_COOKIE, SESSION_COOKIE, drop_cookie, form, set_cookie
from tracking.db import begin_read, begin_write

#: How long a sign-in page may lie open.
FORM_SECONDS = 24 * 3600
#: Passwords checked at once: each takes 64 MB.
_checking = threading.Semaphore(2)


@page("/sign-in", role=None)
async def sign_in_page(request: Request) -> Response:
    """The form."""
    return _form(request, _target(request.query_params.get("next", "")))


@page("/sign-in", role=None, methods=("POST",))
async def sign_in(request: Request) -> Response:
    """Check the password; to the page that was wanted, under a new session."""
    desk, fields = desk_of(request), await form(request)
    target, login = _target(fields.get("next", "")), fields.get("login", "")[:200]
    network = desk.network(request.client.host if request.client else None)
    token = await run_in_threadpool(
        _try, desk, login, fields.get("password", ""), network, request.cookies.get(SESSION_COOKIE, "")
    )
    if token is None:
        return _form(request, target, login=login, failed=True)
    response = RedirectResponse(target, 303)
    set_cookie(request, response, SESSION_COOKIE, token, int(sessions.LIFETIME.total_seconds()))
    drop_cookie(request, response, FORM_COOKIE)
    return response


@page("/sign-out", role=Role.READER, methods=("POST",))
async def sign_out(request: Request) -> Response:
    """End this session, here and in the store."""
    await run_in_threadpool(
        _end, desk_of(request), current_user(request).login, request.cookies[SESSION_COOKIE]
    )
    response = RedirectResponse(f"{PREFIX}/sign-in", 303)
    drop_cookie(request, response, SESSION_COOKIE)
    return response


def _try(desk: Desk, login: str, password: str, network: str | None, token: str) -> str | None:
    """A new session's token; None if the login or the password is wrong, or too many were."""
    now = desk.clock()
    with begin_read(desk.engine) as connection:
        locked = lockout.is_locked(connection, login, network, now)
        # Checked all the same, so that the time it takes tells nothing.
        with _checking:
            user = accounts.verified(connection, login, password)
    with begin_write(desk.engine) as connection:
        if user is None or locked:
            lockout.count_failure(connection, login, network, now)
            # Whose it was is not written down where nobody has that login: it may be a password.
            known = accounts.find(connection, login)
            audit.record(connection, known.login if known else audit.NOBODY, "sign_in_failed", now)
            return None
        lockout.forgive(connection, login, network)
        sessions.forget_expired(connection, now)
        audit.record(connection, user.login, "signed_in", now)
        return sessions.start(connection, user, now, instead_of=token)


def _end(desk: Desk, login: str, token: str) -> None:
    with begin_write(desk.engine) as connection:
        sessions.end(connection, token)
        audit.record(connection, login, "signed_out", desk.clock())


def _form(request: Request, target: str, *, login: str = "", failed: bool = False) -> Response:
    key = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)
    request.state.desk_form_key = key
    status = 401 if failed else 200
    response = render(request, "sign_in.html", status, target=target, login=login, failed=failed)
    set_cookie(request, response, FORM_COOKIE, key, FORM_SECONDS)
    return response


def _target(wanted: str) -> str:
    """Where to go after signing in: a page of the desk, and nowhere else."""
    inside = wanted == PREFIX or wanted.startswith((f"{PREFIX}/", f"{PREFIX}?"))
    return wanted if inside and wanted.isprintable() and "\\" not in wanted else PREFIX
