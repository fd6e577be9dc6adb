"""Pass the conversation to the team, with everything known so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.engine import Connection

from actions.base import TurnAction
from actions.replies import line, say, words_of
from actions.turn import Turn
from tracking import cases, disclosure, store
from tracking.cases import Case
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.settings import settings
from tracking.vocabulary import CaseKind, Tier


class ActionHandOver(TurnAction):
    """Open a case for a person and say so."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_hand_over"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply with the reference; a case that is open already is joined."""
        return hand_over(dispatcher, turn, now)


def hand_over(dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
    """Open the case that was offered, or one for a person, and say so."""
    offered = turn.slot("offer")
    kind = CaseKind(offered) if offered in {kind.value for kind in CaseKind} else CaseKind.PERSON_WANTED
    case = open_for(turn, kind, now)
    message = "hand-over" if case.message_id == turn.message_id else "hand-over-again"
    say(dispatcher, line(words_of(turn.language), message, reference=case.reference))
    # Whoever wanted a person is not asked for an order number any more.
    return [SlotSet("offer", None), ActiveLoop(None), SlotSet("requested_slot", None)]


def _in_question(connection: Connection, turn: Turn, now: datetime) -> int | None:
    """The proven order that the conversation is about; the one proven last where that is not clear."""
    proven = disclosure.verified_orders(connection, turn.conversation_id, now=now)
    named = store.find_order(connection, str(turn.slot("order_number") or ""))
    if named is not None and named.id in proven:
        return named.id
    return proven[0] if proven else None


def open_for(
    turn: Turn,
    kind: CaseKind,
    now: datetime,
    order_id: int | None = None,
    *,
    details: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> Case:
    """Open (or join) a case of `kind`; the order proven last goes with it, as it is explained now.

    Args:
        details: the fields that the shopper confirmed, as JSON.
        reason: why it is opened, where the kind does not say it.
    """
    engine = default_engine()
    with begin_read(engine) as connection:
        order_id = order_id or _in_question(connection, turn, now)
        parcels = store.parcels_of(connection, order_id) if order_id else []
    summary = {
        "asked": turn.slot("question") or turn.intent,
        "channel": turn.channel,
        "order": parcels[0].order.number if parcels else None,
        "order_number_said": turn.slot("order_number"),
        "parcels": [
            explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone).as_dict()
            for parcel in parcels
        ],
        **({"details": dict(details)} if details else {}),
        **({"reason": reason} if reason else {}),
    }
    return cases.open_case(
        engine,
        conversation_id=turn.conversation_id,
        kind=kind,
        message_id=turn.message_id,
        language=turn.language,
        order_id=order_id,
        summary=summary,
        now=now,
    )
