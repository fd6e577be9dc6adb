"""What a case is: its fields, its states, and reading it from the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row

from tracking.errors import WismoError
from tracking.model import case_messages, cases
from tracking.vocabulary import CaseKind

#: Key in a summary under which the messages that joined the case are kept.
JOINED = "joined"


class CaseState(str, Enum):
    """Where a case is; a shopper who comes back after solved opens a new one."""

    NEW = "new"
    OPEN = "open"
    WAITING_FOR_SHOPPER = "waiting_for_shopper"
    SNOOZED = "snoozed"
    SOLVED = "solved"


UNSOLVED = (CaseState.NEW, CaseState.OPEN, CaseState.WAITING_FOR_SHOPPER, CaseState.SNOOZED)
#: Those in which the team is the one to act.
ACTIVE = (CaseState.NEW, CaseState.OPEN)


class CaseReason(str, Enum):
    """Why a case was opened."""

    ASKED_FOR = "asked_for"
    FAILED_TWICE = "failed_twice"
    #: A turn crashed for good, or had nothing to say.
    GAVE_UP = "gave_up"
    UPSET = "upset"
    #: The parcel is stuck, lost or seized.
    THRESHOLD = "threshold"
    DISCLOSURE_FAILED = "disclosure_failed"
    CLAIM = "claim"
    CHANGE = "change"
    RETURN = "return"


REASON_OF: dict[CaseKind, CaseReason] = {
    CaseKind.PERSON_WANTED: CaseReason.ASKED_FOR,
    CaseKind.IDENTITY_TROUBLE: CaseReason.DISCLOSURE_FAILED,
    CaseKind.BOT_FAILED: CaseReason.FAILED_TWICE,
    CaseKind.NOT_RECEIVED: CaseReason.CLAIM,
    CaseKind.STUCK: CaseReason.THRESHOLD,
    CaseKind.LOST: CaseReason.THRESHOLD,
    CaseKind.SEIZED: CaseReason.THRESHOLD,
    CaseKind.CHANGE_REQUEST: CaseReason.CHANGE,
    CaseKind.RETURN_REQUEST: CaseReason.RETURN,
    CaseKind.GOODS_CLAIM: CaseReason.CLAIM,
}


class Urgency(IntEnum):
    """How soon a case should be looked at."""

    LOW = 0
    NORMAL = 1
    HIGH = 2
    URGENT = 3


class UrgencyReason(str, Enum):
    """What makes a case more, or less, urgent than usual."""

    SEIZED = "seized"
    #: The parcel is sent back, or destroyed, within days.
    DEADLINE = "deadline"
    UPSET = "upset"
    LOST = "lost"
    #: What is asked for is only possible until the parcel has moved on.
    IN_TIME = "in_time"
    #: The promised time of an answer has passed, or the shopper asked again and again.
    WAITING_LONG = "waiting_long"
    #: Nothing is lost by waiting.
    CAN_WAIT = "can_wait"
    SET_BY_PERSON = "set_by_person"


class Outcome(str, Enum):
    """What came of a solved case."""

    ANSWERED = "answered"
    DONE = "done"
    NOT_POSSIBLE = "not_possible"
    #: The shopper did not come back.
    NO_ANSWER = "no_answer"
    DUPLICATE = "duplicate"
    #: The silent parcel moved again before anybody began.
    MOVED = "moved"


class UnknownConversationError(WismoError):
    """A case can only be opened in a conversation that exists."""


class UnknownCaseError(WismoError):
    """No case has this id."""


@dataclass(frozen=True)
class Case:
    """One thing that a person must do."""

    id: int
    #: The conversation that asked first; empty for what a silence opened and no shopper has asked about.
    conversation_id: str | None
    kind: CaseKind
    state: CaseState
    #: The message that opened it, or which silence did.
    message_id: str
    language: str
    #: The facts as they were known: explanations of the parcels, what was asked, the channel.
    summary: dict[str, Any]
    opened_at: datetime
    order_id: int | None = None
    #: The parcel whose silence opened it.
    shipment_id: int | None = None
    reason: CaseReason | None = None
    urgency: Urgency = Urgency.NORMAL
    urgency_reason: UrgencyReason | None = None
    channel: str | None = None
    #: Since when it waits for the team; None while it waits for the shopper, and once it is solved.
    waiting_since: datetime | None = None
    #: By when an answer was promised; None where the shop promises nothing.
    due_at: datetime | None = None
    #: When a person first answered.
    answered_at: datetime | None = None
    #: Account of the person who works on it.
    assignee: str | None = None
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    #: Counts the changes. Given back with a change, it keeps people from overwriting what they have not seen.
    version: int = 1

    @property
    def reference(self) -> str:
        """What the shopper is told and may quote: `C-000123`."""
        return f"C-{self.id:06d}"

    @property
    def joined(self) -> tuple[str, ...]:
        """Ids of later messages that asked for the same, in the order they came; of many, the last ones."""
        return tuple(message["message_id"] for message in self.summary.get(JOINED, ()))


def read(rows: Sequence[Row]) -> list[Case]:
    """The cases that these rows of the table are."""
    return [
        Case(
            id=row.id,
            conversation_id=row.conversation_id,
            kind=CaseKind(row.kind),
            state=CaseState(row.state),
            message_id=row.message_id,
            language=row.language,
            summary=row.summary,
            opened_at=row.opened_at,
            order_id=row.order_id,
            shipment_id=row.shipment_id,
            reason=CaseReason(row.reason) if row.reason else None,
            urgency=Urgency(row.urgency),
            urgency_reason=UrgencyReason(row.urgency_reason) if row.urgency_reason else None,
            channel=row.channel,
            waiting_since=row.waiting_since,
            due_at=row.due_at,
            answered_at=row.answered_at,
            assignee=row.assignee,
            snoozed_until=row.snoozed_until,
            closed_at=row.closed_at,
            outcome=Outcome(row.outcome) if row.outcome else None,
            version=row.version,
        )
        for row in rows
    ]


def by_id(connection: Connection, case_id: int, *, lock: bool = False) -> Case:
    """The case; `lock` keeps others from changing it until the transaction ends.

    Raises:
        UnknownCaseError: no case has this id.
    """
    query = select(cases).where(cases.c.id == case_id)
    if lock:
        query = query.with_for_update()
    found = read(connection.execute(query).all())
    if not found:
        raise UnknownCaseError(f"there is no case {case_id}")
    return found[0]


def open_cases(connection: Connection, conversation_id: str) -> list[Case]:
    """The unsolved cases that a conversation has asked for, the oldest first."""
    asked = select(case_messages.c.case_id).where(case_messages.c.conversation_id == conversation_id)
    return read(
        connection.execute(
            select(cases).where(cases.c.id.in_(asked), cases.c.state.in_(UNSOLVED)).order_by(cases.c.id)
        ).all()
    )


def cases_about(connection: Connection, order_ids: Iterable[int]) -> list[Case]:
    """The unsolved cases about these orders, the oldest first."""
    return read(
        connection.execute(
            select(cases)
            .where(cases.c.order_id.in_(sorted(set(order_ids))), cases.c.state.in_(UNSOLVED))
            .order_by(cases.c.id)
        ).all()
    )


def known_since(
    connection: Connection, case_id: int, conversation_id: str, *, but: str | None = None
) -> datetime | None:
    """When this conversation first asked for the case, other than by the message `but`; None: never before.

    What other conversations asked for is none of its business.
    """
    asked = case_messages.c
    found: datetime | None = connection.execute(
        select(asked.at)
        .where(
            asked.conversation_id == conversation_id,
            asked.case_id == case_id,
            asked.message_id != (but or ""),
        )
        .order_by(asked.at)
        .limit(1)
    ).scalar_one_or_none()
    return found


def times_asked(connection: Connection, case_id: int, conversation_id: str) -> int:
    """How many messages of this conversation have asked for the case."""
    asked = case_messages.c
    query = select(asked.message_id).where(asked.conversation_id == conversation_id, asked.case_id == case_id)
    return len(connection.execute(query).all())


def conversations_of(connection: Connection, case_id: int) -> list[str]:
    """The conversations that have asked for a case, the one that asked last first."""
    asked = case_messages.c
    rows = connection.execute(
        select(asked.conversation_id).where(asked.case_id == case_id).order_by(asked.at.desc())
    ).scalars()
    return list(dict.fromkeys(rows))
