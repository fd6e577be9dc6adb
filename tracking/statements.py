"""What an explanation is made of: statements, each with the facts that it rests on.

A statement that rests on nothing cannot be made. Facts are events and carriers' promises (by their id in the
store) and the order itself; `order_id` is set where the order is the fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from tracking.parcels import Event, Order, Promise, Proof
from tracking.silence import Stage, Stretch
from tracking.vocabulary import Actor, CaseKind, Milestone, Reason, Tier


class UnfoundedError(ValueError):
    """A statement was to be made with no event, promise or order behind it."""


class Step(str, Enum):
    """What is expected to happen next."""

    PACKING = "packing"
    COLLECTION = "collection"
    DEPARTURE = "departure"
    ARRIVAL_ABROAD = "arrival_abroad"
    CUSTOMS_CHECK = "customs_check"
    CUSTOMS_RELEASE = "customs_release"
    LOCAL_DEPOT = "local_depot"
    ROUND = "round"
    DOORSTEP = "doorstep"
    NEW_ATTEMPT = "new_attempt"
    PICKUP = "pickup"
    CARRIER_RESUMES = "carrier_resumes"
    COMING_BACK = "coming_back"
    SHOP_SETTLES = "shop_settles"
    NO_PARCEL = "no_parcel"
    CLEAR_UPDATE = "clear_update"


class Basis(str, Enum):
    """What an expected date rests on."""

    WINDOW = "window"  # the carrier's delivery window of the day
    CARRIER = "carrier"
    SHOP = "shop"
    LANE = "lane"  # how long parcels of this carrier took on this way lately
    UNKNOWN = "unknown"  # nobody has given a date


class Border(str, Enum):
    """Where a parcel is with regard to customs."""

    WITH_CUSTOMS = "with_customs"
    CLEARED = "cleared"
    AHEAD = "ahead"
    NONE = "none"  # no customs lie on its way
    NOT_NOW = "not_now"  # it is not with them, and nobody can tell whether it will be


@dataclass(frozen=True)
class Facts:
    """What statements rest on."""

    event_ids: tuple[int, ...] = ()
    promise_ids: tuple[int, ...] = ()
    order_id: int | None = None

    def __post_init__(self) -> None:
        if not self.event_ids and not self.promise_ids and self.order_id is None:
            raise UnfoundedError("a statement needs an event, a promise or the order behind it")

    @classmethod
    def of(
        cls,
        *events: Event | None,
        promises: Iterable[Promise] = (),
        order: Order | None = None,
    ) -> Facts:
        """The ids of these; an event that is None is left out, a repeated one is named once.

        Raises:
            UnfoundedError: there is nothing.
        """
        return cls(
            event_ids=tuple(dict.fromkeys(event.id for event in events if event)),
            promise_ids=tuple(promise.id for promise in promises),
            order_id=order.id if order else None,
        )


@dataclass(frozen=True)
class Statement:
    """One thing that is said about a parcel."""

    kind: ClassVar[str]
    facts: Facts

    def as_dict(self) -> dict[str, Any]:
        """JSON: `kind`, the values, and the ids `events`, `promises` and `order` where they apply."""
        values = {
            each.name: _plain(getattr(self, each.name)) for each in fields(self) if each.name != "facts"
        }
        return {"kind": self.kind, **values, **_ids(self.facts)}


@dataclass(frozen=True)
class State(Statement):
    """The milestone reached, and when. `exact` is false where only the day is known."""

    kind = "state"
    milestone: Milestone
    at: datetime | None
    exact: bool = True


@dataclass(frozen=True)
class Who(Statement):
    """Who has it now; `carrier` (slug) has it, presents it to customs, brought it or will fetch it."""

    kind = "who"
    holder: Actor
    carrier: str | None


@dataclass(frozen=True)
class Where(Statement):
    """The place last named, and when it was scanned there."""

    kind = "where"
    city: str | None
    country: str | None
    at: datetime | None
    exact: bool = True


@dataclass(frozen=True)
class Since(Statement):
    """Since when this holder has it at this place."""

    kind = "since"
    at: datetime
    exact: bool = True


@dataclass(frozen=True)
class Why(Statement):
    """The reason; None says that the carrier gave none. `actor` is who must act."""

    kind = "why"
    reason: Reason | None
    actor: Actor | None


@dataclass(frozen=True)
class Outlook(Statement):
    """What usually comes of a reason, or with none of not collecting the parcel; see `tracking.outlook`.

    `shortest` to `longest` are working days until it goes on once `actor` has acted, `least` to `most` days
    until it is sent back if nobody does; `back_from` is the first day, counted there, on which it may be.
    `country` is the one it goes to, whose taxes and fees apply.
    """

    kind = "outlook"
    reason: Reason | None
    actor: Actor
    shortest: int | None
    longest: int | None
    least: int | None
    most: int | None
    back_from: date | None
    country: str | None


@dataclass(frozen=True)
class Clearance(Statement):
    """Where it is with regard to customs; `at` is when they released it."""

    kind = "clearance"
    border: Border
    at: datetime | None = None
    exact: bool = True


@dataclass(frozen=True)
class Words(Statement):
    """What the provider wrote, verbatim up to a length."""

    kind = "words"
    text: str


@dataclass(frozen=True)
class HandedOver(Statement):
    """The last change of carrier."""

    kind = "handed_over"
    giver: str | None
    receiver: str | None
    at: datetime
    exact: bool = True


@dataclass(frozen=True)
class Next(Statement):
    """What is expected next. `customs_reason` is set where it depends on why customs hold the parcel."""

    kind = "next"
    step: Step
    country: str | None = None
    customs_reason: Reason | None = None


@dataclass(frozen=True)
class ByWhen(Statement):
    """The expected day, in the calendar of the destination, and what that rests on.

    `day` is None where nobody has given one. `overdue` says that it has passed. `start` and `end` are the
    hours of a delivery window, `end` alone the hour of a promise that names one. `promised` is the shop's own
    day where the carrier's is another. With lane history most parcels arrive from `earliest` to `day`.
    """

    kind = "by_when"
    basis: Basis
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    overdue: bool = False
    promised: date | None = None
    earliest: date | None = None


@dataclass(frozen=True)
class Todo(Statement):
    """What the shopper must do: what the reason asks for, or, with none, collect the parcel."""

    kind = "todo"
    reason: Reason | None


@dataclass(frozen=True)
class Quiet(Statement):
    """What the silence means and what it leads to. See `tracking.silence.Silence`."""

    kind = "silence"
    stretch: Stretch
    stage: Stage
    days: int
    shortest: int
    longest: int
    normal_until: date
    promised_later: bool
    #: Whether days of a weekend stretch it, and whether these are Sundays: some carriers work on Saturdays.
    weekend: bool
    sundays: bool
    #: The first public holiday in between, with its country.
    holiday: date | None
    holiday_country: str | None
    case_offered_on: date
    case: CaseKind | None
    case_opened: bool


@dataclass(frozen=True)
class Delivered(Statement):
    """The proof of delivery that the carrier gave."""

    kind = "proof"
    proof: Proof


@dataclass(frozen=True)
class Scan(Statement):
    """One line of the timeline."""

    kind = "scan"
    milestone: Milestone
    at: datetime
    exact: bool
    city: str | None
    country: str | None
    carrier: str | None


@dataclass(frozen=True)
class Mark(Statement):
    """One of the trusted updates on the progress line; `at` is None where a later scan implies it."""

    kind = "mark"
    milestone: Milestone
    state: str  # done | current
    at: datetime | None
    exact: bool = True


@dataclass(frozen=True)
class Follow(Statement):
    """Where the carrier itself shows the parcel; rests on the order, which names carrier and number."""

    kind = "follow"
    #: Slug.
    carrier: str
    url: str


@dataclass(frozen=True)
class Contents(Statement):
    """What is in the parcel: names and quantities."""

    kind = "contents"
    items: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Explanation:
    """Everything there is to say about one parcel at one moment, for one tier.

    What is None is not known, does not apply, or is not for this tier.
    """

    tier: Tier
    now: datetime
    #: Today at the destination.
    today: date
    #: None at tier STATUS: the order number is half of the proof that opens the rest.
    order_number: str | None
    position: int
    count: int
    tracking_number: str | None
    state: State
    who: Who
    next: Next | None
    where: Where | None = None
    since: Since | None = None
    why: Why | None = None
    outlook: Outlook | None = None
    clearance: Clearance | None = None
    words: Words | None = None
    handed_over: HandedOver | None = None
    by_when: ByWhen | None = None
    todo: Todo | None = None
    silence: Quiet | None = None
    trusted: Scan | None = None
    proof: Delivered | None = None
    follow: Follow | None = None
    contents: Contents | None = None
    #: The trusted updates of this parcel's way that are reached, and those still to come.
    progress: tuple[Mark, ...] = ()
    ahead: tuple[Milestone, ...] = ()
    #: Newest first.
    timeline: tuple[Scan, ...] = field(default=())

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All of them, those of the progress line and the timeline included."""
        single = (getattr(self, each.name) for each in fields(self))
        found = [each for each in single if isinstance(each, Statement)]
        return (*found, *self.progress, *self.timeline)

    def as_dict(self) -> dict[str, Any]:
        """JSON: every part by its name; times as ISO 8601 with their offset, enums as their values."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}


def _ids(facts: Facts) -> dict[str, Any]:
    named = {"events": facts.event_ids, "promises": facts.promise_ids}
    found: dict[str, Any] = {name: list(ids) for name, ids in named.items() if ids}
    return found if facts.order_id is None else {**found, "order": facts.order_id}


def _plain(value: Any) -> Any:
    """The value as JSON has it."""
    if isinstance(value, Statement):
        return value.as_dict()
    if isinstance(value, Tier):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
