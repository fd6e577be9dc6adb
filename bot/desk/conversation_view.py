"""What the page of a conversation shows, read from the store in one go; the templates only place it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy.engine import Connection

from bot.desk.conversation_words import Told, confirmed, delivered
from tracking import cases, desk_view, store
from tracking.canned import canned, offered
from tracking.carriers import by_slug
from tracking.cases import Case, Entry, Reach
from tracking.desk_view import Said, Shopper, Talk
from tracking.evidence import Piece, evidence, page_facts
from tracking.explain import explain
from tracking.parcels import Event, Order, Parcel
from tracking.policy import policy
from tracking.settings import settings
from tracking.statements import Explanation, Facts
from tracking.vocabulary import Tier
from tracking.wording import Wording, wording
from tracking.words.handover import case_line, language_or_default, urgency_line
from tracking.words.hours import hours_sentence
from tracking.writing import others_writing

#: Proven orders whose parcels stand beside the conversation.
MAX_ORDERS = 5


@dataclass(frozen=True)
class Line:
    """A line of the transcript, in pieces that each name what they rest on."""

    said: Said
    pieces: tuple[Piece, ...]
    delivery: Told | None
    #: It was made to answer, and nothing in it could be found to rest on an event.
    unfounded: bool = False


@dataclass(frozen=True)
class Row:
    """A row of an explanation: `refs` names what it rests on, as `e12 p3 o7`."""

    label: str
    text: str
    refs: str


@dataclass(frozen=True)
class Scanned:
    """One event of the timeline."""

    ref: str
    event: Event
    label: str
    place: str
    carrier: str
    #: Another report of what stands in the timeline already.
    repeated: bool


@dataclass(frozen=True)
class ParcelView:
    """A parcel with its explanation and everything that was reported of it."""

    parcel: Parcel
    explanation: Explanation
    title: str
    state: str
    rows: tuple[Row, ...]
    events: tuple[Scanned, ...]


@dataclass(frozen=True)
class OrderView:
    """An order with its parcels; one that nothing is known of has none."""

    order: Order
    parcels: tuple[ParcelView, ...]


@dataclass(frozen=True)
class CaseView:
    """A case with what people did to it."""

    case: Case
    sentence: str
    urgency: str
    labels: tuple[str, ...]
    notes: tuple[Entry, ...]
    trail: tuple[Entry, ...]
    details: tuple[tuple[str, str], ...]
    unconfirmed: tuple[tuple[str, str], ...]
    reach: Reach


@dataclass(frozen=True)
class View:
    """Everything on the page."""

    now: datetime
    zone: tzinfo
    talk: Talk | None
    case: CaseView | None
    lines: tuple[Line, ...]
    #: There is more before the first line.
    more_before: bool
    orders: tuple[OrderView, ...]
    shopper: Shopper
    #: Every case of this conversation but the one shown.
    other_cases: tuple[Case, ...]
    others_writing: tuple[str, ...]
    canned: tuple[tuple[str, str, str], ...]
    #: What is true of the team's hours, in the shopper's language and as an agent reads it.
    hours: str
    is_open: bool
    labels_in_use: tuple[str, ...] = field(default=())

    @property
    def window_open(self) -> bool:
        """Whether the platform takes a free answer now."""
        closes = self.talk.window_closes_at if self.talk else None
        return closes is None or self.now < closes


def case_view(
    connection: Connection, case: Case, login: str, name: str, language: str, now: datetime
) -> View:
    """The page of a case. `login`, `name` and `language` are of the agent who looks."""
    reach = cases.reach(connection, case)
    words = wording(language_or_default(language))
    entries = cases.trail(connection, case.id)
    unconfirmed = case.summary.get("unconfirmed") or {}
    shown = CaseView(
        case=case,
        sentence=case_line(words, case),
        urgency=urgency_line(words, case),
        labels=tuple(cases.labels_of(connection, case.id)),
        notes=tuple(entry for entry in entries if entry.what is cases.Change.NOTE),
        trail=tuple(entry for entry in entries if entry.what is not cases.Change.NOTE),
        details=tuple(confirmed(case.summary)),
        unconfirmed=tuple(confirmed({"details": unconfirmed.get("fields") or {}})),
        reach=reach,
    )
    return _view(connection, reach.conversation_id, shown, login, name, words, now)


def talk_view(
    connection: Connection, conversation_id: str, login: str, name: str, language: str, now: datetime
) -> View:
    """The page of a conversation without a case."""
    words = wording(language_or_default(language))
    return _view(connection, conversation_id, None, login, name, words, now)


def _view(
    connection: Connection,
    conversation_id: str | None,
    case: CaseView | None,
    login: str,
    name: str,
    words: Wording,
    now: datetime,
) -> View:
    talk = desk_view.talk(connection, conversation_id) if conversation_id else None
    order_id = case.case.order_id if case else None
    shopper = desk_view.shopper(connection, conversation_id, order_id, now)
    shown = shopper.proven[:MAX_ORDERS]
    parcels = store.parcels_of_all(connection, shown)
    said = desk_view.transcript(connection, conversation_id) if conversation_id else []
    zone = policy().zone
    views = tuple(_orders(connection, shown, parcels, words, now))
    others = desk_view.cases_of(connection, conversation_id) if conversation_id else []
    return View(
        now=now,
        zone=zone,
        talk=talk,
        case=case,
        lines=tuple(lines(said, parcels, talk)),
        more_before=len(said) == desk_view.SHOWN,
        orders=views,
        shopper=shopper,
        other_cases=tuple(each for each in others if case is None or each.id != case.case.id),
        others_writing=tuple(others_writing(connection, conversation_id, login, now))
        if conversation_id
        else (),
        canned=tuple(_canned(talk, case, views, name)),
        hours=hours_sentence(words, now),
        is_open=policy().hours.is_open(now),
        labels_in_use=tuple(cases.labels_in_use(connection)) if case else (),
    )


def lines(said: Sequence[Said], parcels: Sequence[Parcel], talk: Talk | None) -> list[Line]:
    """The transcript, each reply of the bot with what it rests on."""
    found = []
    for each in said:
        pieces: tuple[Piece, ...] = (Piece(each.text),)
        if each.author == "bot" and talk is not None:
            words = wording(language_or_default(talk.language))
            pieces = evidence(each.text, parcels, at=each.at, words=words, zone=settings().shop_zone)
        found.append(
            Line(
                said=each,
                pieces=pieces,
                delivery=delivered(each.delivery) if each.delivery else None,
                unfounded=each.author == "bot" and not any(piece.facts for piece in pieces),
            )
        )
    return found


def refs(facts: Facts | None) -> str:
    """What facts name, as the page marks it: `e12 e13 p3 o7`."""
    if facts is None:
        return ""
    named = [f"e{id}" for id in facts.event_ids] + [f"p{id}" for id in facts.promise_ids]
    return " ".join([*named, *([f"o{facts.order_id}"] if facts.order_id is not None else [])])


def _orders(
    connection: Connection, order_ids: Sequence[int], parcels: Sequence[Parcel], words: Wording, now: datetime
) -> list[OrderView]:
    found = []
    for order_id in order_ids:
        mine = [parcel for parcel in parcels if parcel.order.id == order_id]
        order = mine[0].order if mine else store.order_by_id(connection, order_id)
        if order is not None:
            found.append(OrderView(order, tuple(_parcel(each, len(mine), words, now) for each in mine)))
    return found


def _parcel(parcel: Parcel, count: int, words: Wording, now: datetime) -> ParcelView:
    of = explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=count)
    card = words.card(of)
    told = {id for scan in of.timeline for id in scan.facts.event_ids}
    return ParcelView(
        parcel=parcel,
        explanation=of,
        title=card["title"],
        state=card["status"],
        rows=tuple(Row(label, text, refs(facts)) for label, text, facts in page_facts(of, words)),
        events=tuple(_scanned(event, words, told) for event in reversed(parcel.events)),
    )


def _scanned(event: Event, words: Wording, told: set[int]) -> Scanned:
    return Scanned(
        ref=f"e{event.id}",
        event=event,
        label=words.text(f"label-{event.milestone.value.replace('_', '-')}"),
        place=words.phrases.place(event.place.city, event.place.country),
        carrier=by_slug(event.carrier).name if event.carrier else "",
        repeated=event.id not in told,
    )


def _canned(
    talk: Talk | None, case: CaseView | None, orders: Sequence[OrderView], agent: str
) -> list[tuple[str, str, str]]:
    language = (talk.language if talk else None) or (case.case.language if case else None)
    about = orders[0] if orders else None
    carrier = about.parcels[0].explanation.who.carrier if about and about.parcels else None
    values: dict[str, Any] = {
        "name": next(iter((about.order.name or "").split()), None) if about else None,
        "order": about.order.number if about else None,
        "carrier": by_slug(carrier).name if carrier else None,
        "agent": agent,
    }
    return offered(canned(), language_or_default(language), values)
