"""Where website sessions begin: which pages may ask for one, how often, and what the shop's login says."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.identity import BadIdentityError, IdentityExpiredError, ShopLogin
from bot.channels.sessions import Session, Sessions
from bot.limits import RateLimit
from tracking.errors import StoreUnavailableError
from tracking.sign_ins import SignIn, sign_in

logger = logging.getLogger(__name__)

#: Largest request for a session, in bytes: two tokens.
MAX_OPENING = 16_384
#: Sessions that one network address may begin in a minute.
SESSIONS_A_MINUTE = 240


class Openings:
    """The path that gives sessions of the channel `channel`."""

    def __init__(
        self,
        engine: Engine,
        sessions: Sessions,
        *,
        channel: str,
        allowed_origins: Collection[str],
        login: ShopLogin | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._engine = engine
        self._sessions = sessions
        self._channel = channel
        self._origins = frozenset(allowed_origins)
        self._login = login
        self._openings = RateLimit(SESSIONS_A_MINUTE, 60)
        self._now = clock

    def routes(self) -> Sequence[BaseRoute]:
        """Where sessions begin."""
        return [Route("/chat/session", self._session, methods=["POST", "OPTIONS"])]

    def origin_may(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        """Our own page, a page of the shop, or something that is no browser (which still needs a token)."""
        if not origin or origin in self._origins:
            return True
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc == environ.get("HTTP_HOST")

    async def _session(self, request: Request) -> Response:
        origin = request.headers.get("origin")
        if not self.origin_may(origin, {"HTTP_HOST": request.headers.get("host")}):
            return JSONResponse({"error": "forbidden"}, 403)
        headers = {"Vary": "Origin", "Cache-Control": "no-store"}
        if origin in self._origins:
            headers |= {
                "Access-Control-Allow-Origin": origin,
                "Access-Control-Allow-Methods": "POST",
                "Access-Control-Allow-Headers": "Content-Type",
                "Access-Control-Max-Age": "86400",
            }
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
        body = await _small_json(request)
        if body is None:
            return JSONResponse({"error": "malformed"}, 400, headers=headers)
        address = request.client.host if request.client else ""
        if not self._openings.allows(address):
            return JSONResponse({"error": "rate"}, 429, headers={**headers, "Retry-After": "60"})
        given = body.get("token")
        token, session = self._sessions.open(given if isinstance(given, str) else None, self._now())
        answer = {"token": token, "expires_at": session.expires_at.isoformat()}
        identity = body.get("identity")
        if isinstance(identity, str) and identity:
            try:
                answer |= await asyncio.to_thread(self._sign_in, identity, token, session)
            except StoreUnavailableError:
                return JSONResponse({"error": "unavailable"}, 503, headers={**headers, "Retry-After": "2"})
        return JSONResponse(answer, headers=headers)

    def _sign_in(self, identity: str, token: str, session: Session) -> dict[str, str]:
        """What the shop's word about the shopper came to; the chat goes on without it, asking as ever."""
        if self._login is None:
            logger.warning("a page handed in a shop login, but none is configured: see docs/shops.md")
            return {"identity": "refused"}
        try:
            shopper = self._login.read(identity, self._now())
        except IdentityExpiredError:
            return {"identity": "expired"}
        except BadIdentityError as error:
            logger.warning("a shop login was refused: %s", error)
            return {"identity": "refused"}
        answer = {"identity": "accepted"}
        for _ in range(2):
            outcome = sign_in(
                self._engine,
                channel=self._channel,
                conversation_id=session.conversation_id,
                shopper=shopper,
                token=identity,
                now=self._now(),
            )
            if outcome is SignIn.DONE:
                return answer
            if outcome is SignIn.REPLAYED:
                logger.warning("a shop login that served another conversation was refused")
                return {"identity": "refused"}
            # Someone else was signed in in this browser: the new shopper sees nothing of theirs.
            token, session = self._sessions.open(None, self._now())
            answer |= {"token": token, "expires_at": session.expires_at.isoformat()}
        return {"identity": "refused"}


async def _small_json(request: Request) -> dict[str, Any] | None:
    """The request's JSON object if it is one of at most 16 kB."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_OPENING:
            return None
    try:
        found = msgspec.json.decode(body or b"{}")
    except msgspec.DecodeError:
        return None
    return found if isinstance(found, dict) else None
