"""The shop's own login: a signed token (JWT) that the shop's page hands in says who the shopper is.

With it nobody is asked for an order number or an address. It is signed with a secret that the shop's server
and wismo share (HS256), or with the shop's private key, whose public half wismo has (RS256). It names its
audience and lives at most an hour: the page gets a fresh one from the shop's server whenever it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

from tracking.sign_ins import SignedShopper

#: A token that lives longer is refused: one that was overheard must not open orders for days.
MAX_LIFETIME = timedelta(hours=1)
#: Clocks of two machines may differ by so much.
LEEWAY = timedelta(seconds=30)
MAX_LENGTH = 8_000
MAX_ORDER_NUMBERS = 200


class BadIdentityError(Exception):
    """The token is not the shop's, not for us or not a sensible one; the text says why, for the log."""


class IdentityExpiredError(BadIdentityError):
    """It was the shop's; its time is over."""


@dataclass(frozen=True)
class ShopLogin:
    """How the shop signs."""

    #: The shared secret, or the public key as PEM.
    key: str
    #: HS256 or RS256, never what a token asks for.
    algorithm: str
    audience: str

    def read(self, token: str, now: datetime) -> SignedShopper:
        """Who the shopper is.

        Claims: `sub` (the shop's id of the shopper), `aud`, `iat`, `exp`, and `email` (an address that the
        shop has confirmed), `orders` (order numbers), or both.

        Raises:
            IdentityExpiredError, BadIdentityError: it opens nothing.
        """
        if len(token) > MAX_LENGTH:
            raise BadIdentityError("the token is too long")
        try:
            claims = jwt.decode(
                token,
                self.key,
                algorithms=[self.algorithm],
                audience=self.audience,
                options={
                    "require": ["sub", "aud", "iat", "exp"],
                    # By the given clock, below.
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        except jwt.PyJWTError as error:
            raise BadIdentityError(f"{type(error).__name__}") from error
        self._check_times(claims, now)
        return _shopper(claims)

    def _check_times(self, claims: dict[str, Any], now: datetime) -> None:
        try:
            begins, ends = float(claims["iat"]), float(claims["exp"])
            starts = max(begins, float(claims.get("nbf", begins)))
        except (TypeError, ValueError) as error:
            raise BadIdentityError("iat, nbf and exp are seconds since 1970") from error
        moment, leeway = now.timestamp(), LEEWAY.total_seconds()
        # Written so that what is no number (NaN) is refused.
        if not starts <= moment + leeway:
            raise BadIdentityError("it is not valid yet")
        if not 0 < ends - begins <= MAX_LIFETIME.total_seconds():
            raise BadIdentityError("exp is to lie within an hour after iat")
        if not moment < ends + leeway:
            raise IdentityExpiredError("it has expired")


def _shopper(claims: dict[str, Any]) -> SignedShopper:
    subject, email, numbers = claims["sub"], claims.get("email"), claims.get("orders", [])
    if not isinstance(subject, str) or not 0 < len(subject) <= 200:
        raise BadIdentityError("sub is to be a text of up to 200 characters")
    if email is not None and (not isinstance(email, str) or "@" not in email or len(email) > 320):
        raise BadIdentityError("email is to be an address")
    # Shops that do not confirm addresses are asked to say so, as OpenID Connect has it.
    if claims.get("email_verified") is False:
        email = None
    if not isinstance(numbers, list) or not all(isinstance(each, str) for each in numbers):
        raise BadIdentityError("orders is to be a list of order numbers, as texts")
    if len(numbers) > MAX_ORDER_NUMBERS:
        raise BadIdentityError(f"orders is to hold at most {MAX_ORDER_NUMBERS} numbers")
    return SignedShopper(subject, email, tuple(numbers))
