"""What must hold of every reply, whatever was said before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine

from tests.nlu.corpus import REQUIRED_LANGUAGES
from tracking.db import begin_read
from tracking.disclosure import verified_orders
from tracking.model import case_messages, events, legs, order_lines, orders, shipments
from tracking.wording import wording

#: A message and its answer, as the REST channel gives it.
Said = tuple[str, dict[str, Any]]

#: Intents after which nothing needs to follow.
LAST_WORDS = frozenset({"goodbye", "thanks", "stop_notifications", "feedback", "deny"})
#: A person is there after at most so many messages.
PATIENCE = 2
#: Shorter names stand in too many words ("Ulm" in "Ulme").
SHORTEST_NAME = 4


class Facts:
    """What the store knows and only its own shopper may be told, by order."""

    def __init__(self, store: Engine) -> None:
        self.store = store
        with begin_read(store) as connection:
            self._private = {row.id: _private(connection, row) for row in connection.execute(select(orders))}

    def own_and_foreign(self, conversation_id: str) -> tuple[set[str], set[str]]:
        """What belongs to orders that this conversation has proven; and to others only."""
        with begin_read(self.store) as connection:
            proven = set(verified_orders(connection, conversation_id))
        own = {fact for order_id in proven for fact in self._private[order_id]}
        others = {
            fact for order_id, facts in self._private.items() if order_id not in proven for fact in facts
        }
        return own, others - own

    def has_case(self, conversation_id: str) -> bool:
        """Whether a person was asked for in this conversation."""
        said = case_messages.c.conversation_id == conversation_id
        query = select(case_messages.c.case_id).where(said).limit(1)
        with begin_read(self.store) as connection:
            return connection.execute(query).first() is not None


def _private(connection: Connection, order: Any) -> set[str]:
    """Words and numbers that tell something of an order: where, what, whose, under which number."""
    parcels = select(shipments.c.id).where(shipments.c.order_id == order.id)
    names = select(order_lines.c.name).where(order_lines.c.order_id == order.id)
    scans = connection.execute(
        select(events.c.city, events.c.proof).where(events.c.shipment_id.in_(parcels))
    ).all()
    numbers = select(legs.c.tracking_number).where(legs.c.shipment_id.in_(parcels))
    found = [
        order.email,
        order.name,
        *connection.execute(names).scalars(),
        *connection.execute(numbers).scalars(),
    ]
    for scan in scans:
        found += [scan.city, (scan.proof or {}).get("signed_by")]
    return {fact.casefold() for fact in found if fact and len(fact) >= SHORTEST_NAME}


@cache
def _excuses() -> frozenset[str]:
    """What is said when something broke."""
    return frozenset(
        wording(language).text(message)
        for language in REQUIRED_LANGUAGES
        for message in ("turn-failed", "turn-given-up", "unavailable")
    )


@cache
def _asked_again() -> frozenset[str]:
    """What a form asks without a question mark ("I still need the postcode …")."""
    ids = [
        f"again-{count}-utter-ask-identify-form-{slot}"
        for count in range(6)
        for slot in ("order-number", "proof")
    ]
    words = [wording(language) for language in REQUIRED_LANGUAGES]
    return frozenset(each.text(message) for each in words for message in ids if each.has(message))


def problems(conversation_id: str, turns: Sequence[Said], facts: Facts) -> Iterator[str]:
    """What is wrong with the last answer of a conversation."""
    answer = turns[-1][1]
    texts = [reply["text"] for reply in answer["replies"]]
    intent = _intent(answer)
    if not texts or not all(text.strip() for text in texts):
        yield "nothing was said"
        return
    if _excuses() & set(texts):
        yield "something broke"
    if len(turns) > 1 and texts == [reply["text"] for reply in turns[-2][1]["replies"]]:
        yield "the same as before, word for word"
    yield from _leaks(conversation_id, turns, "\n".join(texts), answer, facts)
    if not _goes_on(answer, texts, intent):
        yield "no question, no button, no next step"
    lately = [_intent(each) for _, each in turns[-PATIENCE:]]
    if len(turns) >= PATIENCE and lately[0] == "human_agent" and not facts.has_case(conversation_id):
        yield "a person was asked for and is not coming"
    if re.search(r"\{ ?\$|None\b|\bundefined\b|\bnan\b|<[a-z/]", "\n".join(texts)):
        yield "something that is no text"


def _intent(answer: dict[str, Any]) -> str | None:
    """What was understood; None for what the worker answers by itself, such as STOP."""
    understood = answer["understood"] or {}
    found: str | None = understood.get("intent")
    return found


def _leaks(
    conversation_id: str, turns: Sequence[Said], text: str, answer: dict[str, Any], facts: Facts
) -> Iterator[str]:
    """Facts of orders that are not this shopper's; what the shopper said may be said back."""
    told = (text + str([reply["card"] for reply in answer["replies"]])).casefold()
    typed = " ".join(said for said, _ in turns).casefold()
    own, foreign = facts.own_and_foreign(conversation_id)
    for fact in sorted(own, key=len, reverse=True):
        # "New York" is not York.
        told = told.replace(fact, " ")
    for fact in foreign:
        if fact in told and fact not in typed and re.search(rf"(?<!\w){re.escape(fact)}(?!\w)", told):
            yield f"“{fact}” is somebody else's"


def _goes_on(answer: dict[str, Any], texts: Sequence[str], intent: str | None) -> bool:
    """Whether the shopper knows what to do, or is told what happens next."""
    asks = any("?" in text or ":" in text or text in _asked_again() for text in texts)
    taps = any(reply["buttons"] for reply in answer["replies"])
    reference = any(re.search(r"\bC-\d{6}\b", text) for text in texts)
    return asks or taps or reference or intent in LAST_WORDS
