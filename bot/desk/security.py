"""What keeps the desk shut: the policy of its pages, its cookies, and proof that a form is our own."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.desk.context import PREFIX

SESSION_COOKIE = "wismo_desk"
#: Before anybody is signed in, the sign-in form is bound to the browser by this one.
FORM_COOKIE = "wismo_desk_form"
#: The form field, and the header that htmx sends, with the token.
CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: Longest form that is read, in bytes: a long reply, percent-encoded.
MAX_FORM = 256 * 1024

#: Everything from our own files; nothing inline, nothing evaluated, nothing framed.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    # Shoppers' data: no copy in any cache, no address of a page to any other site.
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class TooLongError(Exception):
    """A form is longer than any that we serve."""


def protect(response: Response) -> Response:
    """Put the desk's headers on an answer."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def csrf_token(secret: str) -> str:
    """What our own forms carry for whoever holds this cookie."""
    return hmac.new(secret.encode(), b"wismo desk form", hashlib.sha256).hexdigest()


def is_our_own(request: Request) -> bool:
    """Whether a request that changes something comes from a page of ours, by the browser's own word.

    A browser that says neither origin nor site is held by the token alone.
    """
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host", "")
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


async def form(request: Request) -> Mapping[str, str]:
    """The fields of a posted form (the last of each name), as browsers and htmx send them.

    Raises:
        TooLongError: it is longer than `MAX_FORM`.
    """
    known: Mapping[str, str] | None = getattr(request.state, "desk_form", None)
    if known is not None:
        return known
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_FORM:
            raise TooLongError
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=200)
    except ValueError:
        raise TooLongError from None
    found = {name: values[-1] for name, values in fields.items()}
    request.state.desk_form = found
    return found


async def has_token(request: Request, secret: str) -> bool:
    """Whether the request carries the token of whoever holds this cookie."""
    if not secret:
        return False
    given = request.headers.get(CSRF_HEADER) or (await form(request)).get(CSRF_FIELD, "")
    return hmac.compare_digest(given.encode("utf-8", "replace"), csrf_token(secret).encode())


def is_encrypted(request: Request) -> bool:
    """Whether the browser came by TLS. A wrong word here only makes the cookie stricter."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))


def set_cookie(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    """A cookie that no script reads and no other site's form sends along."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=PREFIX,
        secure=is_encrypted(request),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Have the browser forget a cookie of ours."""
    response.delete_cookie(name, path=PREFIX, secure=is_encrypted(request), httponly=True, samesite="lax")
