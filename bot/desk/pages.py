"""How a page of the desk is declared: its path, and who may open it. Nothing is served that declares neither.

    @page("/cases/{case_id:int}", role=Role.READER)
    async def show(request: Request) -> Response: ...

    @page("/cases/{case_id:int}/note", role=Role.AGENT, methods=("POST",))
    async def add_note(request: Request) -> Response: ...

Every check is here, in this order: another site's request is refused, then one without a session, then a
change without our token, then one that the role does not allow.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.desk import sessions
from bot.desk.accounts import Role
from bot.desk.context import PREFIX, Desk
from bot.desk.render import render
from bot.desk.security import (
    FORM_COOKIE,
    SAFE,
    SESSION_COOKIE,
    TooLongError,
    has_token,
    is_our_own,
    protect,
)

#: A page that keeps itself fresh says so: nobody is kept signed in by it.
LIVE_HEADER = "x-desk-live"

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Page:
    """A declared page; `route(desk)` serves it."""

    path: str
    handler: Handler
    #: Who may open it; None: anybody, signed in or not.
    role: Role | None
    methods: Sequence[str]
    #: Whether somebody is there who asks for it, and not a page that keeps itself fresh.
    by_hand: bool = True

    def route(self, desk: Desk) -> DeskRoute:
        """The route, guarded."""

        async def guarded(request: Request) -> Response:
            request.state.desk = desk
            try:
                return protect(await self._answer(desk, request))
            except TooLongError:
                return protect(refused(request, "desk-refused-size", 413))

        return DeskRoute(self, guarded)

    async def _answer(self, desk: Desk, request: Request) -> Response:
        unsafe = request.method not in SAFE
        if unsafe and not is_our_own(request):
            return refused(request, "desk-refused-site")
        if self.role is None:
            if unsafe and not await has_token(request, request.cookies.get(FORM_COOKIE, "")):
                return refused(request, "desk-refused-form")
            return await self.handler(request)
        token = request.cookies.get(SESSION_COOKIE, "")
        active = self.by_hand and LIVE_HEADER not in request.headers
        session = await run_in_threadpool(sessions.find, desk.engine, token, desk.clock(), active=active)
        if session is None:
            return _sign_in_first(request)
        request.state.desk_session = session
        if unsafe and not await has_token(request, session.token):
            return refused(request, "desk-refused-form")
        if not session.user.role.includes(self.role):
            return refused(request, "desk-refused-role")
        return await self.handler(request)


class DeskRoute(Route):
    """A route of the desk that knows what it declared."""

    def __init__(self, page: Page, endpoint: Handler) -> None:
        super().__init__(PREFIX + page.path, endpoint, methods=list(page.methods), name=page.handler.__name__)
        self.page = page


def page(
    path: str, *, role: Role | None, methods: Sequence[str] = ("GET",), by_hand: bool = True
) -> Callable[[Handler], Page]:
    """Declare a page at `path` (below the desk's own) for those who have at least `role`."""

    def declared(handler: Handler) -> Page:
        return Page(path, handler, role, tuple(methods), by_hand)

    return declared


def refused(request: Request, message: str, status: int = 403) -> Response:
    """A page that says why not, in the words of a text."""
    return render(request, "refused.html", status, message=message)


def _sign_in_first(request: Request) -> Response:
    """To the sign-in page and back again; what is no page of its own just fails."""
    sign_in = f"{PREFIX}/sign-in"
    if "hx-request" in request.headers:
        # htmx follows redirects by itself and would put the sign-in page into a corner of this one.
        return PlainTextResponse("sign in", 401, {"HX-Redirect": sign_in})
    wants_page = "text/event-stream" not in request.headers.get("accept", "")
    if request.method not in SAFE or not wants_page:
        return PlainTextResponse("sign in", 401)
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"{sign_in}?next={quote(target, safe='')}", 303)
