"""The page of a case and of a conversation: what was said, the parcel beside it, who else the shopper is.

What people do there is in `actions`; both show the same page, so that whoever is refused sees why and keeps
what they wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote

from babel.dates import format_date
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.desk import accounts, audit
from bot.desk.accounts import DeskUser, Role
from bot.desk.context import PREFIX, Desk
from bot.desk.conversation_view import View, case_view, refs, talk_view
from bot.desk.conversation_words import CHOSEN, by_whom, changed, language_name
from bot.desk.pages import LIVE_HEADER, page, refused
from bot.desk.render import current_user, desk_of, language_of, moment, render, words_of
from bot.nlu.schema import schema
from tracking import cases
from tracking.cases import Case
from tracking.db import begin_read, begin_write
from tracking.policy import policy
from tracking.wording import Wording

#: What the help lists: the key, and the text that says what it does.
KEYS = (
    ("r", "desk-talk-key-reply"),
    ("n", "desk-talk-key-note"),
    ("e", "desk-talk-key-solve"),
    ("t", "desk-talk-key-take"),
)
SNOOZE_HOURS = (1, 4)
SNOOZE_DAYS = (1, 3, 7)


@dataclass(frozen=True)
class Where:
    """Which page it is: of a case, or of a conversation by itself."""

    case: str | None = None
    conversation: str | None = None

    @property
    def path(self) -> str:
        """Its address."""
        if self.case is not None:
            return f"{PREFIX}/cases/{self.case}"
        return talk_path(self.conversation or "")


@dataclass(frozen=True)
class Shown:
    """What the page needs from the store."""

    view: View
    people: Mapping[str, str]


@page("/cases/{reference}", role=Role.READER)
async def show_case(request: Request) -> Response:
    """A case: the conversation that asked last, the parcels, and what people did."""
    return await show(request, Where(case=request.path_params["reference"]))


@page("/conversations/{conversation}", role=Role.READER)
async def show_talk(request: Request) -> Response:
    """A conversation by itself."""
    return await show(request, Where(conversation=request.path_params["conversation"]))


def talk_path(conversation_id: str) -> str:
    """The address of a conversation's page."""
    return f"{PREFIX}/conversations/{quote(conversation_id, safe=':')}"


async def show(
    request: Request, where: Where, status: int = 200, problem: str | None = None, **drafts: str
) -> Response:
    """The page; with `problem`, what could not be done, and what was written for it."""
    desk, user, words = desk_of(request), current_user(request), words_of(request)
    seen = status == 200 and LIVE_HEADER not in request.headers
    found = await run_in_threadpool(_read, desk, where, user, language_of(request), seen)
    if found is None:
        return refused(request, "desk-missing", 404)
    return _page(request, where, found, user, words, status, problem, drafts)


def case_named(desk: Desk, reference: str) -> Case | None:
    """The case that an address names, by its reference or its bare number."""
    return cases.case_by_reference(desk.engine, f"C-{reference}" if reference.isdecimal() else reference)


def _read(desk: Desk, where: Where, user: DeskUser, language: str, seen: bool) -> Shown | None:
    now = desk.clock()
    case = case_named(desk, where.case) if where.case is not None else None
    with begin_read(desk.engine) as connection:
        if where.case is not None:
            if case is None:
                return None
            view = case_view(connection, case, user.login, user.name, language, now)
        else:
            view = talk_view(connection, where.conversation or "", user.login, user.name, language, now)
            if view.talk is None:
                return None
        people = {each.login: each.name for each in accounts.users(connection) if each.disabled_at is None}
    if seen:
        with begin_write(desk.engine) as connection:
            audit.record(
                connection,
                user.login,
                "saw_case" if case else "saw_conversation",
                now,
                case_id=case.id if case else None,
                conversation_id=view.talk.id if view.talk else None,
            )
    return Shown(view, people)


def _page(
    request: Request,
    where: Where,
    shown: Shown,
    user: DeskUser,
    words: Wording,
    status: int,
    problem: str | None,
    drafts: Mapping[str, str],
) -> Response:
    view, people = shown.view, shown.people
    talk, case = view.talk, view.case.case if view.case else None
    about = view.orders[0].order if view.orders else None
    reach = view.case.reach if view.case else None
    holder = talk.holder if talk else None
    spoken = (talk.language if talk else None) or (case.language if case else None)
    name = (reach.name if reach else None) or (about.name if about else None) or ""
    return render(
        request,
        "conversation.html",
        status,
        view=view,
        people=people,
        problem=problem,
        here=talk_path(talk.id) if talk else "",
        path_here=where.path,
        kind=words.text(f"case-kind-{case.kind.value.replace('_', '-')}") if case else "",
        channel=channel_name(talk.channel, words) if talk else "",
        channel_name=lambda channel: channel_name(channel, words),
        shopper_language=language_name(spoken, words),
        shopper_name=(name.split() or [""])[0],
        full_name=name,
        email=(reach.email if reach else None) or (about.email if about else None),
        phone=(reach.phone if reach else None) or (about.phone if about else None),
        holder=holder,
        mine=holder is not None and holder.agent.login == user.login,
        case_field=_hidden("case", case.reference) if case else "",
        refs=refs,
        day=lambda day: _day(words.language, day),
        changed=lambda entry: changed(entry, words, people),
        by=lambda login: by_whom(login, words, people),
        outcomes=CHOSEN,
        snoozes=snoozes(view.now, words),
        intents=tuple(schema()),
        keys=KEYS,
        draft=drafts.get("draft", ""),
        agreed_draft=drafts.get("agreed_draft", ""),
        note_draft=drafts.get("note_draft", ""),
    )


def channel_name(channel: str, words: Wording) -> str:
    """`WhatsApp`; a channel without a name of its own by what it is called in the store."""
    message = f"desk-channel-{channel}"
    return words.text(message) if words.has(message) else channel


def snoozes(now: datetime, words: Wording) -> list[tuple[str, str]]:
    """Until when a case may be put aside with one choice: the moment, and how it is told."""
    found = [
        (now + timedelta(hours=hours), words.text("desk-talk-snooze-hours", count=hours))
        for hours in SNOOZE_HOURS
    ]
    opens = policy().hours.next_opening(now)
    if opens is not None:
        found.append((opens, words.text("desk-talk-snooze-opening", at=moment(words.language, opens))))
    found += [
        (now + timedelta(days=days), words.text("desk-talk-snooze-days", count=days)) for days in SNOOZE_DAYS
    ]
    return [(at.isoformat(timespec="seconds"), told) for at, told in found]


def _day(language: str, day: date) -> str:
    return str(format_date(day, "EEE d MMM", locale=language))


def _hidden(name: str, value: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, value)


#: What this page is made of; what people do there is in `actions`.
PAGES = [show_case, show_talk]
