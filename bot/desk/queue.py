"""The queue: saved views over all cases, filters, search; the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import urlencode

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk import accounts
from bot.desk.accounts import AccountError, Role
from bot.desk.context import PREFIX, Desk
from bot.desk.pages import page
from bot.desk.render import current_user, desk_of, render, words_of
from bot.desk.security import form
from tracking.cases import (
    BadCursorError,
    Case,
    Filter,
    Urgency,
    View,
    counts,
    labels_in_use,
    labels_of_all,
    list_cases,
    search,
)
from tracking.db import begin_read, begin_write
from tracking.model import orders
from tracking.spoken import WRITTEN_LANGUAGES
from tracking.vocabulary import CaseKind
from tracking.wording import Wording
from tracking.words.handover import parcels_line, urgency_line

#: In the order in which they are shown.
VIEWS = (View.MINE, View.UNASSIGNED, View.ACTIVE, View.WAITING, View.SNOOZED, View.SOLVED)
CHANNELS = ("website", "telegram", "whatsapp")
#: Longest text that is searched for.
MAX_SEARCH = 200

_Choice = TypeVar("_Choice", bound=Enum)


@dataclass(frozen=True)
class Asked:
    """What of the queue is asked for, as the address says it."""

    view: View
    only: Filter
    after: str | None
    search: str

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """Read the address; what makes no sense counts as not said."""
        urgency = query.get("urgency", "")
        only = Filter(
            kind=_one_of(CaseKind, query.get("kind")),
            channel=query.get("channel") or None,
            urgency=Urgency(int(urgency)) if urgency in ("0", "1", "2", "3") else None,
            label=query.get("label") or None,
            language=query.get("language") or None,
        )
        return cls(
            _one_of(View, query.get("view")) or View.ACTIVE,
            only,
            query.get("after") or None,
            query.get("q", "").strip()[:MAX_SEARCH],
        )

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, as the address names them."""
        only = self.only
        found = {
            "kind": only.kind.value if only.kind else None,
            "urgency": str(only.urgency.value) if only.urgency is not None else None,
            "channel": only.channel,
            "language": only.language,
            "label": only.label,
        }
        return {name: value for name, value in found.items() if value}

    def address(self, view: View | None = None, after: str | None = None) -> str:
        """The address of this list, of another view of it, or of a page of it."""
        if self.search and view is None:
            return f"{PREFIX}?{urlencode({'q': self.search})}"
        wanted = {"view": (view or self.view).value, **self.filters, **({"after": after} if after else {})}
        return f"{PREFIX}?{urlencode(wanted)}"


@dataclass(frozen=True)
class Listing:
    """What one page of the queue shows."""

    cases: Sequence[Case]
    after: str | None
    #: The page that was asked for is gone; this is the first one.
    moved: bool
    counts: Mapping[View, int]
    #: Labels that any unsolved case bears, for the filter.
    labels: Sequence[str]
    labels_of: Mapping[int, Sequence[str]]
    #: First names of the team, by login.
    team: Mapping[str, str]
    #: Shoppers' names, by order id.
    shoppers: Mapping[int, str]


def load(engine: Engine, asked: Asked, me: str) -> Listing:
    """Read what is asked for, in one transaction."""
    with begin_read(engine) as connection:
        moved, after = False, None
        found: Sequence[Case]
        if asked.search:
            found = search(connection, asked.search)
        else:
            try:
                listed = list_cases(connection, asked.view, me=me, only=asked.only, after=asked.after)
            except BadCursorError:
                moved = True
                listed = list_cases(connection, asked.view, me=me, only=asked.only)
            found, after = listed.cases, listed.after
        return Listing(
            cases=found,
            after=after,
            moved=moved,
            counts=counts(connection, me, asked.only),
            labels=list(labels_in_use(connection)),
            labels_of=labels_of_all(connection, [case.id for case in found]),
            team={user.login: user.name for user in accounts.users(connection)},
            shoppers=_shoppers(connection, found),
        )


@page("", role=Role.READER)
async def queue(request: Request) -> Response:
    """The queue; only the list itself for htmx."""
    desk, user, asked = desk_of(request), current_user(request), Asked.of(request.query_params)
    listing = await run_in_threadpool(load, desk.engine, asked, user.login)
    words, now = words_of(request), desk.clock()
    part = request.headers.get("hx-target") == "queue"
    return render(
        request,
        "queue_list.html" if part else "queue.html",
        asked=asked,
        searched=asked.search,
        views=VIEWS,
        kinds=list(CaseKind),
        urgencies=sorted(Urgency, reverse=True),
        channels=CHANNELS,
        spoken=WRITTEN_LANGUAGES,
        listing=listing,
        rows=[row(words, case, listing, user.login, now) for case in listing.cases],
    )


@page("/language", role=Role.READER, methods=("POST",))
async def set_language(request: Request) -> Response:
    """The language that somebody reads the desk in."""
    fields = await form(request)
    await run_in_threadpool(
        _set_language, desk_of(request), current_user(request).login, fields.get("language") or None
    )
    back = fields.get("back", "")
    return RedirectResponse(back if back.startswith(f"{PREFIX}/") else PREFIX, 303)


PAGES = (queue, set_language)


def row(words: Wording, case: Case, listing: Listing, me: str, now: datetime) -> dict[str, Any]:
    """One case as the list shows it."""
    return {
        "case": case,
        "kind": words.text(f"case-kind-{case.kind.value.replace('_', '-')}"),
        "order": case.summary.get("order"),
        "channel": channel_name(words, case.channel),
        "shopper": listing.shoppers.get(case.order_id or 0),
        "parcels": parcels_line(words, case),
        "because": urgency_line(words, case),
        "labels": listing.labels_of.get(case.id, ()),
        "with": None if case.assignee is None else listing.team.get(case.assignee, case.assignee),
        "mine": case.assignee == me,
        "late": case.due_at is not None and case.due_at <= now and case.waiting_since is not None,
    }


def channel_name(words: Wording, channel: str | None) -> str:
    """What the team calls a channel; one that has no name yet, its own."""
    message = f"desk-channel-{channel or 'none'}"
    return words.text(message) if words.has(message) else str(channel)


def _set_language(desk: Desk, login: str, language: str | None) -> None:
    with begin_write(desk.engine) as connection:
        try:
            accounts.set_language(connection, login, language)
        except AccountError:
            return


def _shoppers(connection: Connection, found: Sequence[Case]) -> dict[int, str]:
    ids = sorted({case.order_id for case in found if case.order_id is not None})
    query = select(orders.c.id, orders.c.name).where(orders.c.id.in_(ids), orders.c.name.is_not(None))
    return dict(connection.execute(query).all())


def _one_of(kind: type[_Choice], value: str | None) -> _Choice | None:
    try:
        return kind(value)
    except ValueError:
        return None
