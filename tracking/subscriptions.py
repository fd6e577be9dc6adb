"""“Tell me when it moves”: who agreed to be told of which order, when, in which words; and who said stop.

A consent is given in a conversation in which the order is proven. It holds for that conversation and order
alone, and is kept after it has ended. What is told, and when, is in `tracking.notices`.

The proof expires (`disclosure.IDENTITY_LIFETIME`), the consent does not: it was given for as long as the
parcel takes, at most `LIFETIME`, while it was proven whose order it is. A notice sent after the proof has
expired says only what a tracking number alone would (`Tier.STATUS`): somebody else may be reading by then.
"""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row

from tracking import disclosure, store
from tracking.clock import local_zone
from tracking.conversations import storable
from tracking.db import begin_write
from tracking.errors import WismoError
from tracking.journey import Journey, journey
from tracking.model import conversations, inbox, outbox, subscriptions
from tracking.settings import WRITTEN_LANGUAGES, settings
from tracking.vocabulary import Milestone, Tier
from tracking.wording import wording

#: After so long a consent has ended, whatever became of the parcel.
LIFETIME = timedelta(days=90)
#: A scan that was being written while the shopper said yes is found when the parcel is looked at after this.
FIRST_LOOK = timedelta(seconds=30)
#: After these there is nothing to tell. What was lost may be found again.
OVER = frozenset({Milestone.DELIVERED, Milestone.RETURNED, Milestone.CANCELLED})
#: The longest words of a consent that are kept.
MAX_WORDS = 500
#: How many messages back a consent is looked for whose order had to be proven first.
RECENT = 20
#: What shoppers mean who ask for notices, and who want no more.
ASKING, STOPPING = "notify_me", "stop_notifications"


class NotProvenError(WismoError):
    """Nobody is told of an order that is not proven to be theirs."""


class Consent(Enum):
    """What came of asking to be told."""

    GIVEN = "given"
    #: It held already.
    HELD = "held"
    #: Every parcel of the order has arrived, or will not come: nothing is left to tell.
    OVER = "over"


class Ended(str, Enum):
    """Why a consent holds no more."""

    SHOPPER = "shopper"
    ARRIVED = "arrived"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Told:
    """The state of a parcel that the shopper knows of, as JSON keeps it."""

    milestone: str
    reason: str | None
    #: When it happened, ISO 8601; empty where only the order is known.
    at: str | None
    #: The day by the clock of the place, ISO 8601.
    day: str | None

    @classmethod
    def of(cls, found: Journey) -> Told:
        """The state that a journey is in."""
        event, reason = found.event, found.reason.value if found.reason else None
        if event is None:
            return cls(found.milestone.value, reason, None, None)
        local = event.occurred_at.astimezone(local_zone(event, settings().shop_zone))
        return cls(found.milestone.value, reason, event.occurred_at.isoformat(), local.date().isoformat())


@dataclass(frozen=True)
class Totals:
    """How many consents there were, what became of them, and how many notices went out."""

    given: int
    holding: int
    #: By `Ended`.
    ended: dict[str, int]
    notices: int


def subscribe(
    engine: Engine,
    *,
    conversation_id: str,
    order_id: int,
    channel: str,
    language: str,
    message_id: str,
    asking: bool,
    now: datetime,
) -> Consent:
    """Record that the shopper wants to be told of an order, from its present state on.

    Args:
        message_id: the message being answered; `asking` says that it asked for this. Otherwise it only proved
            the order, and the newest message before it that asked is the one that consented.

    Raises:
        NotProvenError: the order is not proven in this conversation.
    """
    with begin_write(engine) as connection:
        _lock(connection, conversation_id)
        if disclosure.tier(connection, conversation_id, order_id, now=now) is not Tier.FULL:
            raise NotProvenError("an order is proven before its shopper is told of it")
        if holds(connection, conversation_id, order_id):
            return Consent.HELD
        states = {
            str(parcel.id): Told.of(journey(parcel, now)) for parcel in store.parcels_of(connection, order_id)
        }
        if states and all(Milestone(state.milestone) in OVER for state in states.values()):
            return Consent.OVER
        asked_in, words = _consent(connection, conversation_id, message_id, asking)
        connection.execute(
            insert(subscriptions).values(
                conversation_id=conversation_id,
                order_id=order_id,
                channel=channel,
                language=language,
                consented_at=now,
                consent_message_id=asked_in,
                consent_words=words,
                told={parcel_id: asdict(state) for parcel_id, state in states.items()},
                notices=0,
                look_at=now + FIRST_LOOK,
            )
        )
        return Consent.GIVEN


def stop(engine: Engine, conversation_id: str, message_id: str, now: datetime) -> bool:
    """End every consent of a conversation; whether there was one, or this very message ended it before.

    A notice that waits to be sent, because its platform does not answer, is not sent any more.
    """
    with begin_write(engine) as connection:
        mine = subscriptions.c.conversation_id == conversation_id
        # In one order for everybody; see `recording`.
        holding = select(subscriptions.c.id).where(mine, subscriptions.c.stopped_at.is_(None))
        ids = connection.execute(holding.order_by(subscriptions.c.id).with_for_update()).scalars().all()
        ended = connection.execute(
            update(subscriptions)
            .where(subscriptions.c.id.in_(ids))
            .values(stopped_at=now, stopped_by=Ended.SHOPPER.value, stop_message_id=message_id, look_at=None)
        ).rowcount
        if ended:
            by_itself = outbox.c.inbox_id.is_(None), outbox.c.author == "bot"
            connection.execute(
                update(outbox)
                .where(outbox.c.conversation_id == conversation_id, *by_itself, outbox.c.state == "waiting")
                .values(state="failed", retry_at=None)
            )
        again = select(func.count()).where(mine, subscriptions.c.stop_message_id == message_id)
        return bool(ended or connection.execute(again).scalar_one())


def holds(connection: Connection, conversation_id: str, order_id: int) -> bool:
    """Whether a conversation is told of an order."""
    return _holding(connection, conversation_id, order_id) is not None


def is_stop_word(text: str) -> bool:
    """Whether a message is nothing but a word that ends notices, in any of the languages."""
    return _plain(text) in _stop_words()


def stop_word(language: str) -> str:
    """The word that shoppers of a language are told."""
    return wording(language).text("notice-stop-words").split(",")[0].strip()


def totals(connection: Connection) -> Totals:
    """All consents of the store, counted."""
    rows = connection.execute(
        select(subscriptions.c.stopped_by, func.count(), func.sum(subscriptions.c.notices)).group_by(
            subscriptions.c.stopped_by
        )
    ).all()
    counts = {row[0]: int(row[1]) for row in rows}
    holding = counts.pop(None, 0)
    return Totals(
        given=holding + sum(counts.values()),
        holding=holding,
        ended={ended.value: counts.get(ended.value, 0) for ended in Ended},
        notices=sum(int(row[2] or 0) for row in rows),
    )


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    named = (wording(code).text("notice-stop-words").split(",") for code in WRITTEN_LANGUAGES)
    return frozenset(_plain(word) for words in named for word in words)


def _plain(text: str) -> str:
    """A word without case, accents and what stands around it: “¡Arrêt !” is “arret”."""
    letters = [each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)]
    # Digits and pictures stay: with them it is another message.
    spaced = (" " if unicodedata.category(each)[0] in "PZC" else each for each in letters)
    return "".join(spaced).strip().casefold()


def _holding(connection: Connection, conversation_id: str, order_id: int) -> Row | None:
    query = select(subscriptions.c.id).where(
        subscriptions.c.conversation_id == conversation_id,
        subscriptions.c.order_id == order_id,
        subscriptions.c.stopped_at.is_(None),
    )
    return connection.execute(query).one_or_none()


def _lock(connection: Connection, conversation_id: str) -> None:
    """One consent at a time in a conversation. (SQLite has one writer at a time as it is.)"""
    connection.execute(
        select(conversations.c.id)
        .where(conversations.c.id == conversation_id)
        .with_for_update(key_share=True)
    )


def _consent(connection: Connection, conversation_id: str, message_id: str, asking: bool) -> tuple[str, str]:
    """The message that asked to be told, by id, and its words."""
    rows = connection.execute(
        select(inbox.c.message_id, inbox.c.text, inbox.c.payload, inbox.c.understood)
        .where(inbox.c.conversation_id == conversation_id)
        .order_by(inbox.c.id.desc())
        .limit(RECENT)
    ).all()
    own = storable(message_id)
    found = next((row for row in rows if (row.message_id == own if asking else _asked(row))), None)
    return (found.message_id, found.text[:MAX_WORDS]) if found else (own, "")


def _asked(row: Any) -> bool:
    return (row.understood or {}).get("intent") == ASKING or (row.payload or "").startswith(f"/{ASKING}")
