"""Pages: templates, the words of whoever reads them, times as people say them."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_datetime, format_timedelta
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.desk.accounts import DeskUser, Role
from bot.desk.context import PREFIX, Desk
from bot.desk.security import FORM_COOKIE, csrf_token
from bot.desk.sessions import DeskSession
from tracking.settings import settings
from tracking.spoken import WRITTEN_LANGUAGES
from tracking.wording import Wording, wording

HERE = Path(__file__).parent
STATIC = HERE / "static"
#: htmx, put there when the widget is built.
VENDORED = HERE.parent / "widget" / "dist"

#: Each language by its own name.
_NAMES = [(code, str(Locale.parse(code).get_language_name(code)).capitalize()) for code in WRITTEN_LANGUAGES]

_environment = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    found: Desk = request.state.desk
    return found


def current_user(request: Request) -> DeskUser:
    """Who is signed in; every route but the sign-in page has somebody.

    Raises:
        LookupError: nobody is.
    """
    session = _session(request)
    if session is None:
        raise LookupError("nobody is signed in")
    return session.user


def language_of(request: Request) -> str:
    """The language of whoever reads: their own setting, else the first one their browser asks for."""
    session = _session(request)
    if session is not None and session.user.language:
        return session.user.language
    wanted = []
    for position, part in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        tag, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), position, tag.split("-")[0].lower()))
        except ValueError:
            continue
    spoken = (tag for _, _, tag in sorted(wanted) if tag in WRITTEN_LANGUAGES)
    return next(spoken, settings().default_language)


def words_of(request: Request) -> Wording:
    """The texts of whoever reads."""
    return wording(language_of(request))


def csrf_of(request: Request) -> str:
    """What our own forms and htmx carry, for this browser."""
    session = _session(request)
    if session is not None:
        return csrf_token(session.token)
    return csrf_token(getattr(request.state, "desk_form_key", request.cookies.get(FORM_COOKIE, "")))


def csrf_field(request: Request) -> Markup:
    """The hidden field of a form."""
    return Markup('<input type="hidden" name="csrf" value="{}">').format(csrf_of(request))


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, or part of one.

    Templates have, beside `values`: `t(id, …)` texts, `user` (None on the sign-in page), `may(role)`,
    `csrf_field` (a whole hidden input), `csrf`, `language`, `now`, `path`, `prefix`, `static(file)`;
    `ago(at)` and `moment(at)` say times.
    """
    desk, words, session = desk_of(request), words_of(request), _session(request)
    now = desk.clock()
    user = session.user if session else None

    def may(role: str) -> bool:
        return user is not None and user.role.includes(Role(role))

    text = _environment.get_template(template).render(
        t=words.text,
        words=words,
        user=user,
        may=may,
        csrf=csrf_of(request),
        csrf_field=csrf_field(request),
        language=words.language,
        now=now,
        path=request.url.path,
        prefix=PREFIX,
        static=static_url,
        shop=settings().shop_name,
        languages=_NAMES,
        language_name=lambda code: language_name(words.language, code),
        ago=lambda at: ago(words.language, at, now),
        moment=lambda at: moment(words.language, at),
        **values,
    )
    return HTMLResponse(text, status)


def language_name(language: str, code: str) -> str:
    """`German`: a language as readers of `language` call it; the code where nobody has a name for it."""
    try:
        return str(Locale.parse(code, sep="-").get_language_name(language) or code)
    except (ValueError, UnknownLocaleError):
        return code


def ago(language: str, at: datetime, now: datetime) -> str:
    """`12 minutes`, `3 hours`: how long since, or until."""
    return str(format_timedelta(abs(now - at), threshold=1.5, locale=language))


def moment(language: str, at: datetime) -> str:
    """`21 Nov, 14:05`, on the shop's clock; the year where it is another one."""
    local = at.astimezone(settings().shop_zone)
    pattern = _PATTERNS[language]
    return str(format_datetime(local, pattern, locale=language))


_PATTERNS = {"en": "d MMM, HH:mm", "fr": "d MMM, HH:mm", "es": "d MMM, H:mm", "de": "d. MMM, HH:mm"}


@lru_cache(maxsize=100)
def static_url(name: str) -> str:
    """The address of one of our files, another one when its content changes."""
    path = file_of(name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "missing"
    return f"{PREFIX}/static/{name}?v={digest}"


def file_of(name: str) -> Path:
    """Where one of our files lies."""
    return (VENDORED if name == "htmx.min.js" else STATIC) / name


def _session(request: Request) -> DeskSession | None:
    found: DeskSession | None = getattr(request.state, "desk_session", None)
    return found
