"""Which order is meant by “my last order”, “the lamp I ordered on Tuesday”, “parcel 4”, “the second one”."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.engine import Connection

from actions.claim_cues import takes_up
from actions.cues import (
    asks_what_now,
    has_no_request,
    is_not_there,
    is_only_marks,
    leads_to_a_code,
    picked,
    says_all_orders,
    says_last_order,
    tells_the_place,
    topic_of,
)
from actions.turn import Turn
from tracking import store
from tracking.choosing import choose, latest
from tracking.parcels import Order
from tracking.settings import settings

#: What the slot `about` may hold of the last answer, beside "customs": a parcel shown as delivered, one whose
#: carrier lacks something of the address or the way in.
DELIVERED, ADDRESS = "delivered", "address"
#: What “it’s not there” and “my flat is 4B” may be taken for.
MAY_BE_NOT_THERE = frozenset(
    {
        "delivery_instructions",
        "out_of_scope",
        "nlu_fallback",
        "change_address",
        "report_missing_item",
        "inform",
    }
)
MAY_BE_A_PLACE = frozenset({"out_of_scope", "nlu_fallback", "inform"})
#: Orders listed in one reply.
MAX_LISTED = 5


def orders_spoken_of(
    connection: Connection, proven: tuple[int, ...], turn: Turn, now: datetime
) -> tuple[Order, ...]:
    """Those of the proven orders that the message describes without a number, the newest first.

    Several are all meant if it asks for them (`says_all_orders`); otherwise the shopper has to say which.
    """
    text = turn.typed
    if len(proven) < 2 or not text:
        return ()
    found = (store.order_by_id(connection, order_id) for order_id in proven)
    orders = sorted(
        (each for each in found if each), key=lambda each: (each.placed_at, each.id), reverse=True
    )
    if says_all_orders(text):
        return tuple(orders[:MAX_LISTED])
    newest = latest(orders)
    if says_last_order(text) and newest:
        return (newest,)
    zone = settings().shop_zone
    placed_on = turn.day if turn.day and turn.day <= now.astimezone(zone).date() else None
    meant = choose(orders, text, placed_on=placed_on, zone=zone)
    in_focus = any(order.number == turn.slot("order_number") for order in meant)
    # Whoever says "the lamp" of the order just talked about does not mean to be asked which.
    return () if len(meant) > 1 and in_focus else meant[:MAX_LISTED]


def with_pick(turn: Turn) -> Turn:
    """The turn with the order and parcel that it picks from the list shown before, if it picks one."""
    choices = turn.slot("choices") or []
    if not choices or not turn.typed or turn.slot("requested_slot"):
        return turn
    number = picked(turn.typed, len(choices))
    if number is None:
        return turn
    order_number, position = choices[number - 1]
    entities = {"order_number": (str(order_number),)}
    if position is not None:
        entities["parcel"] = (str(position),)
    question = turn.slot("question")
    return replace(
        turn,
        intent="inform",
        entities=entities,
        slots={**turn.slots, "question": None if question == "ask_other_parcel" else question},
    )


def goes_on(turn: Turn) -> bool:
    """Whether a message that was understood as something else goes on with the last answer about an order.

    That is a pick from its list, a “?” after it, a mere “and on Friday?”, a detail of the customs matter that
    it told of, what came of looking for a parcel that was delivered, or what the carrier lacks of an address.
    """
    if not turn.slot("said") or turn.slot("requested_slot") or not turn.typed:
        return False
    return (
        with_pick(turn) is not turn
        or is_only_marks(turn.typed)
        or asks_a_day(turn)
        or takes_up(turn)
        or asks_customs(turn)
        or asks_what_now(turn.typed)
        or in_context(turn) is not turn
    )


def asks_customs(turn: Turn) -> bool:
    """“And how do I pay?”, after an answer about a parcel that customs have."""
    known = turn.slot("about") == "customs" and not turn.slot("requested_slot")
    return known and bool(turn.typed) and (topic_of(turn.typed) is not None or has_no_request(turn.typed))


def misses_request(turn: Turn) -> bool:
    """“I never got a letter”, to somebody who was told to answer it: a colleague was promised."""
    return asks_customs(turn) and has_no_request(turn.typed)


def in_context(turn: Turn) -> Turn:
    """The turn as the last answer makes it mean; the very same one where it changes nothing.

    “It’s not on the porch”, of a parcel that is shown as delivered, is no word to the driver; “my flat is
    4B”, where the carrier lacks that, is one.
    """
    if not turn.typed or turn.slot("requested_slot"):
        return turn
    about = turn.slot("about")
    if about == DELIVERED and turn.intent in MAY_BE_NOT_THERE and is_not_there(turn.typed):
        return replace(turn, intent="report_not_received")
    if about == ADDRESS and turn.intent in MAY_BE_A_PLACE and tells_the_place(turn.typed):
        return replace(turn, intent="delivery_instructions")
    return turn


def without_codes(turn: Turn) -> Turn:
    """The turn without the code of a door, or the number of a flat, that was read as an order's."""
    numbers = turn.entities.get("order_number", ())
    left = tuple(each for each in numbers if not leads_to_a_code(turn.typed.partition(each)[0]))
    if not turn.typed or left == numbers:
        return turn
    said = {name: values for name, values in turn.entities.items() if name != "order_number"}
    slots = {**turn.slots, "order_number": left[0] if left else None}
    return replace(turn, entities={**said, **({"order_number": left} if left else {})}, slots=slots)


def asks_a_day(turn: Turn) -> bool:
    """“And on Friday?”: a day, and nothing else that was understood."""
    return turn.intent == "nlu_fallback" and turn.day is not None
