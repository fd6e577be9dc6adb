"""Pass the conversation to the team, with everything known so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.engine import Connection

from actions.asks_team import told_of_team
from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.turn import Turn
from tracking import cases, disclosure, store
from tracking.cases import Case, CaseReason
from tracking.db import begin_read, default_engine
from tracking.vocabulary import CaseKind
from tracking.words.handover import about_team, known_to_team

#: What was under way is the team's now: the assistant asks nothing of it any more.
_UNDER_WAY = ("offer", "claim", "request", "request_fields", "request_answer", "wish", "also")


class ActionHandOver(TurnAction):
    """Open a case for a person and say so."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_hand_over"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply with the reference; a case that is open already is joined."""
        if told_of_team(dispatcher, turn, now):
            # "Has somebody answered?" asks for nobody anew.
            return []
        return hand_over(dispatcher, turn, now)


def hand_over(dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
    """Open the case that was offered, or one for a person; say who gets it and when they answer."""
    offered = turn.slot("offer")
    kind = CaseKind(offered) if offered in {kind.value for kind in CaseKind} else CaseKind.PERSON_WANTED
    return pass_on(dispatcher, turn, now, kind, "hand-over")


def hand_over_failed(dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
    """Hand over what was not understood twice in a row, without being asked."""
    return pass_on(
        dispatcher, turn, now, CaseKind.BOT_FAILED, "handover-failed", again="handover-failed-again"
    )


def hand_over_upset(dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
    """Hand over a shopper who is upset, without being asked, as something that cannot wait."""
    return pass_on(
        dispatcher, turn, now, CaseKind.PERSON_WANTED, "handover-upset", reason=CaseReason.UPSET.value
    )


def pass_on(
    dispatcher: CollectingDispatcher,
    turn: Turn,
    now: datetime,
    kind: CaseKind,
    message: str,
    *,
    again: str | None = None,
    reason: str | None = None,
) -> list[dict[str, Any]]:
    """Open or join a case and say `message`; Rasa's events that end what was being asked.

    A conversation that has asked for it before is told since when the team knows, or with `again` that text.
    """
    case = open_for(turn, kind, now, reason=reason)
    words = words_of(turn.language)
    with begin_read(default_engine()) as connection:
        since = cases.known_since(connection, case.id, turn.conversation_id, but=turn.message_id)
    known = {"reference": case.reference, **about_team(words, now)}
    if since is None or (again is None and case.state is cases.CaseState.SOLVED):
        text = line(words, message, unlike=turn.before, **known)
    elif again is not None:
        text = line(words, again, unlike=turn.before, **known)
    else:
        text = known_to_team(words, now, reference=case.reference, since=since, due=case.due_at)
    say(dispatcher, text, [button(words, "track_order")])
    # Whoever wanted a person is not asked for an order number any more.
    return [
        *(SlotSet(name, None) for name in _UNDER_WAY),
        ActiveLoop(None),
        SlotSet("requested_slot", None),
    ]


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
        order_id: an order that is proven in this conversation.
        details: the fields that the shopper confirmed, as JSON; without them, what was being filled in goes
            along, marked as not confirmed.
        reason: a `CaseReason`; by default the one that the kind stands for.
    """
    engine = default_engine()
    # The team sees the order, too, of a shopper who asked for a person before anything else.
    disclosure.prove_phone(engine, conversation_id=turn.conversation_id, now=now)
    with begin_read(engine) as connection:
        order_id = order_id or _in_question(connection, turn, now)
        known = cases.facts(connection, turn.conversation_id, order_id, now)
    unconfirmed = turn.slot("request_fields") if turn.slot("request") else None
    summary = {
        "asked": turn.slot("question") or turn.intent,
        "channel": turn.channel,
        "order_number_said": turn.slot("order_number"),
        **known,
        **({"details": dict(details)} if details else {}),
        **(
            {"unconfirmed": {"request": turn.slot("request"), "fields": unconfirmed}}
            if unconfirmed and not details
            else {}
        ),
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
        reason=CaseReason(reason) if reason else None,
    )
