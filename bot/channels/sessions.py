"""Website sessions: a signed, expiring token names the one conversation that its holder may speak in."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import ipaddress
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import jwt

AUDIENCE = "wismo-website"
ALGORITHM = "HS256"
LIFETIME = timedelta(days=7)
#: "website:" and 32 hexadecimal digits.
PREFIX = "website:"


class SessionExpiredError(Exception):
    """The token was ours; its time is over."""


class ForbiddenError(Exception):
    """The token is not one of ours."""


@dataclass(frozen=True)
class Session:
    """What a token says."""

    conversation_id: str
    expires_at: datetime


class Sessions:
    """Signs and reads tokens with a key made from the secret for this purpose alone."""

    def __init__(self, secret: str) -> None:
        self._key = hmac.digest(secret.encode(), b"website session", hashlib.sha256)
        self._network_key = hmac.digest(secret.encode(), b"network", hashlib.sha256)

    def open(self, token: str | None, now: datetime) -> tuple[str, Session]:
        """A fresh token; a valid one given keeps its conversation, anything else begins a new one."""
        conversation_id = f"{PREFIX}{uuid.uuid4().hex}"
        if token is not None:
            with contextlib.suppress(SessionExpiredError, ForbiddenError):
                conversation_id = self.read(token, now).conversation_id
        session = Session(conversation_id, (now + LIFETIME).replace(microsecond=0))
        claims = {"sub": conversation_id, "aud": AUDIENCE, "exp": int(session.expires_at.timestamp())}
        return jwt.encode(claims, self._key, algorithm=ALGORITHM), session

    def read(self, token: object, now: datetime) -> Session:
        """What a token says.

        Raises:
            SessionExpiredError: it was ours and has expired.
            ForbiddenError: it is not ours, or not for the website.
        """
        if not isinstance(token, str) or len(token) > 1000:
            raise ForbiddenError("not a token")
        try:
            claims = jwt.decode(
                token,
                self._key,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                options={"require": ["exp", "sub", "aud"], "verify_exp": False},
            )
            expires_at = datetime.fromtimestamp(int(claims["exp"]), timezone.utc)
        except (jwt.PyJWTError, ValueError, OverflowError, OSError) as error:
            raise ForbiddenError("not a token of ours") from error
        if not claims["sub"].startswith(PREFIX):
            raise ForbiddenError("not a token for the website")
        if expires_at <= now:
            raise SessionExpiredError("the session has expired")
        return Session(claims["sub"], expires_at)

    def network(self, address: str | None) -> str | None:
        """A keyed hash of a network address, for throttling; the address itself is not kept.

        An IPv6 address counts by its /64, which is what one household or server is given.
        """
        if not address:
            return None
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return None
        if parsed.version == 6:
            address = parsed.exploded[:19]
        return hmac.new(self._network_key, address.encode(), hashlib.sha256).hexdigest()[:32]
