"""“Tell me when it moves”: the shopper's consent, once it is proven whose order it is."""

from __future__ import annotations

from datetime import datetime

from actions.answer import Answer
from actions.identify import Identified
from actions.replies import button, line, words_of
from actions.turn import Turn
from tracking import store, subscriptions
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.outbox import FETCHED
from tracking.parcels import Parcel
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.subscriptions import Consent
from tracking.vocabulary import Tier
from tracking.wording import Wording

#: The intent; like a question about an order it waits until the order is proven.
ASKING = subscriptions.ASKING


def tell_when_it_moves(found: Identified, turn: Turn, now: datetime) -> Answer:
    """Record the consent for each proven order, and say what will be told and how it is ended."""
    words, ahead, told = words_of(turn.language), False, []
    for order_id in found.order_ids:
        outcome = subscriptions.subscribe(
            default_engine(),
            conversation_id=turn.conversation_id,
            order_id=order_id,
            channel=turn.channel,
            language=turn.language,
            message_id=turn.message_id,
            asking=turn.intent == ASKING,
            now=now,
        )
        number, explained = _explained(order_id, now)
        ahead = ahead or any(each.ahead for each in explained)
        told.append(_said(words, outcome, number, explained, turn))
    if found.refused:
        told.append(line(words, "order-not-matched-also", numbers=", ".join(found.refused)))
    next_taps = ("ask_eta",) if ahead else ()
    return Answer(
        text="\n\n".join(told),
        buttons=[
            button(words, intent)
            for intent in (*next_taps, *((subscriptions.STOPPING,) if ahead else ()), "human_agent")
        ],
        order_number=number if len(found.order_ids) == 1 else None,
    )


def _explained(order_id: int, now: datetime) -> tuple[str, list[Explanation]]:
    """The order's number and its parcels; one that nothing is known of while it has none."""
    with begin_read(default_engine()) as connection:
        order = store.order_by_id(connection, order_id)
        parcels = store.parcels_of(connection, order_id)
    if order is None:
        raise LookupError("a proven order is not in the store any more")
    count, zone = max(len(parcels), 1), settings().shop_zone
    return order.number, [
        explain(parcel, now=now, tier=Tier.FULL, zone=zone, count=count)
        for parcel in parcels or [Parcel(order=order, lines=order.lines)]
    ]


def _said(words: Wording, outcome: Consent, number: str, explained: list[Explanation], turn: Turn) -> str:
    """What is said of one order: the promise, and where it is for now."""
    now_at = (
        words.line(explained[0])
        if len(explained) == 1
        else "\n".join(
            (
                "",
                *(
                    line(words, "order-parcel-line", position=e.position, line=words.line(e))
                    for e in explained
                ),
            )
        )
    )
    state = line(words, "notice-now", line=now_at)
    if outcome is Consent.OVER:
        chat = words.chat(explained[0]) if len(explained) == 1 else state
        return f"{chat}\n\n{line(words, 'notice-over')}"
    given = "notice-given-chat" if turn.channel in FETCHED else "notice-given"
    message = "notice-held" if outcome is Consent.HELD else given
    word = subscriptions.stop_word(words.language)
    return f"{line(words, message, order=number, word=word)}\n\n{state}"
