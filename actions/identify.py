"""Whose parcel is it? What was said and remembered in; an order, a bare status, or what is missing out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from sqlalchemy.engine import Connection, Engine

from actions.bare_proof import with_bare_proof
from actions.cues import says_all_orders
from actions.spoken_of import orders_spoken_of
from actions.turn import Turn
from tracking import disclosure, store
from tracking.db import begin_read
from tracking.disclosure import Outcome
from tracking.journey import journey
from tracking.numbers import order_key, tracking_key
from tracking.numbers.formats import fit
from tracking.parcels import Parcel
from tracking.vocabulary import Milestone

#: Orders answered in one reply when a message names several.
MAX_ORDERS = 3
#: Questions that a delivered order is meant by.
ABOUT_DELIVERED = ("report_not_received", "ask_proof_of_delivery")
#: Where an order that is over stands: nobody asks where it is without naming it.
OVER = (Milestone.DELIVERED, Milestone.RETURNED, Milestone.CANCELLED)


class Need(Enum):
    """What stands between the shopper and an answer."""

    NOTHING = auto()
    #: Order number, or proof, or both: the form asks.
    DETAILS = auto()
    #: The pair just tried does not belong together; said alike for an order that does not exist.
    RIGHT_DETAILS = auto()
    #: Too many wrong pairs.
    PERSON = auto()
    #: Several parcels bear the tracking number.
    ORDER_FOR_TRACKING = auto()
    #: No parcel bears it.
    KNOWN_TRACKING = auto()


@dataclass(frozen=True)
class Identified:
    """What the shopper may see."""

    need: Need
    #: Orders proven to be the shopper's, in the order they were asked for.
    order_ids: tuple[int, ...] = ()
    #: A parcel known by its tracking number alone: its status, no more.
    status_of: Parcel | None = None
    #: Position of the parcel whose tracking number was given, for a proven order.
    position: int | None = None
    #: The pairs just refused, a line each, remembered so that mere repetition does not try them again.
    tried: str | None = None
    #: Numbers asked for beside the proven orders that the same proof did not open.
    refused: tuple[str, ...] = ()
    #: Whether the shopper has to say which of the orders is meant.
    ambiguous: bool = False


def identify(engine: Engine, turn: Turn, now: datetime) -> Identified:
    """Find what `turn` may see, trying a given proof at most once an order."""
    fresh = disclosure.prove_phone(engine, conversation_id=turn.conversation_id, now=now)
    if fresh and turn.intent == "track_order" and turn.said("order_number", "tracking_number") is None:
        # "Where is my order?", from somebody with a new one, is not about the one they asked for last time.
        turn = replace(turn, slots={**turn.slots, "order_number": None})
    bare = with_bare_proof(turn)
    if bare is not None and bare.said("postcode") == turn.slot("proof"):
        # The form has taken it for the proof already.
        turn, bare = bare, None
    found = _identify(engine, turn, now)
    other = None
    if found.need is Need.DETAILS:
        # Where it does not fit, the proof is asked for as ever: two numbers may have been two orders.
        other = bare
    elif found.need is Need.RIGHT_DETAILS:
        other = bare or _read_as_number(turn)
    if other is None:
        return found
    instead = _identify(engine, other, now)
    return instead if instead.need in (Need.NOTHING, Need.PERSON) else found


def _meant(engine: Engine, turn: Turn, order_ids: list[int], now: datetime) -> tuple[int, ...]:
    """Which of a shopper's orders, the newest first: those that are not over, else the newest."""
    if turn.intent in ABOUT_DELIVERED:
        return tuple(order_ids[:MAX_ORDERS])
    with begin_read(engine) as connection:
        parcels = store.parcels_of_all(connection, order_ids)
    over = {parcel.order.id: True for parcel in parcels}
    for parcel in parcels:
        if journey(parcel, now).milestone not in OVER:
            over[parcel.order.id] = False
    open_ones = [order_id for order_id in order_ids if not over.get(order_id)]
    return tuple(open_ones[:MAX_ORDERS] or order_ids[:1])


def _read_as_number(turn: Turn) -> Turn | None:
    """The turn with a bare number taken for the order number that a refused pair had wrong.

    After "these don't belong together" a lone "10042" is read as a postcode first; it may as well be the
    right order number for the address given before.
    """
    number, before = turn.said("postcode"), str(turn.slot("tried") or "")
    if not number or not number.isdigit() or not before or turn.said("order_number", "email"):
        return None
    proof = before.splitlines()[-1].partition(" ")[2]
    return replace(turn, entities={"order_number": (number,)}, slots={**turn.slots, "proof": proof})


def _identify(engine: Engine, turn: Turn, now: datetime) -> Identified:
    numbers = turn.entities.get("order_number", ())
    tracking = turn.said("tracking_number")
    with begin_read(engine) as connection:
        proven = tuple(disclosure.verified_orders(connection, turn.conversation_id, now=now))
        if tracking and not numbers:
            return _by_tracking(store.parcels_by_tracking(connection, tracking_key(tracking)), proven)
        spoken = () if numbers else orders_spoken_of(connection, proven, turn, now)
        if spoken:
            ids = tuple(order.id for order in spoken)
            several = len(ids) > 1 and not says_all_orders(turn.typed)
            return Identified(Need.NOTHING, order_ids=ids, ambiguous=several)
        remembered = turn.slot("order_number")
        if not numbers and remembered:
            numbers = (str(remembered),)
        asked = tuple({order_key(number): number for number in numbers}.values())[:MAX_ORDERS]
        found = [(number, store.find_order(connection, number)) for number in asked]
        bearing = _bearing(connection, asked)
    if bearing and not any(order for _, order in found):
        return _by_tracking(bearing, proven)
    if not found and proven:
        meant = _meant(engine, turn, list(proven), now) if len(proven) > 1 else proven
        return Identified(Need.NOTHING, order_ids=meant)
    if not found:
        return Identified(Need.DETAILS)
    known = {number: order.id for number, order in found if order is not None and order.id in proven}
    closed = [number for number in asked if number not in known]
    problem = _prove(engine, turn, closed, now) if closed else None
    with begin_read(engine) as connection:
        proven = tuple(disclosure.verified_orders(connection, turn.conversation_id, now=now))
        orders = [(number, store.find_order(connection, number)) for number in asked]
    opened = {number: order.id for number, order in orders if order is not None and order.id in proven}
    if problem is None or (opened and problem.need is not Need.DETAILS):
        refused = tuple(number for number in asked if number not in opened)
        tried = problem.tried if problem else None
        return Identified(Need.NOTHING, order_ids=tuple(opened.values()), refused=refused, tried=tried)
    return problem


def _bearing(connection: Connection, numbers: tuple[str, ...]) -> list[Parcel]:
    """The parcels whose tracking number one of `numbers` is: a bare number reads as an order number first.

    Looked for whether or not there is such an order, so that the time taken tells nobody.
    """
    keys = [key for key in map(tracking_key, numbers) if fit(key).carriers]
    return next(filter(None, [store.parcels_by_tracking(connection, key) for key in keys]), [])


def _by_tracking(parcels: list[Parcel], proven: tuple[int, ...]) -> Identified:
    """A tracking number alone; a parcel of a proven order is the one that is meant."""
    own = [parcel for parcel in parcels if parcel.order.id in proven]
    if len(own) == 1:
        return Identified(Need.NOTHING, order_ids=(own[0].order.id,), position=own[0].position)
    if len(parcels) == 1:
        return Identified(Need.NOTHING, status_of=parcels[0])
    return Identified(Need.ORDER_FOR_TRACKING if parcels else Need.KNOWN_TRACKING)


def _prove(engine: Engine, turn: Turn, numbers: list[str], now: datetime) -> Identified | None:
    """Try the proof with each order number; None when all are proven now."""
    proof = turn.said("email", "postcode") or turn.slot("proof")
    if not proof:
        return Identified(Need.DETAILS)
    before = str(turn.slot("tried") or "").split("\n")
    refused = []
    for number in numbers:
        pair = f"{order_key(number)} {proof}"
        if pair in before:
            refused.append(pair)
            continue
        outcome = disclosure.prove(
            engine,
            conversation_id=turn.conversation_id,
            order_number=number,
            kind="email" if "@" in proof else "postcode",
            value=proof,
            now=now,
            network=turn.network,
        )
        if outcome is Outcome.LOCKED:
            return Identified(Need.PERSON)
        if outcome is Outcome.MISMATCH:
            refused.append(pair)
    return Identified(Need.RIGHT_DETAILS, tried="\n".join(refused)) if refused else None


def is_answerable(engine: Engine, turn: Turn, now: datetime) -> bool:
    """Whether the numbers of this message already lead to an answer, so that no proof need be asked for.

    That is a tracking number, also one of digits alone that reads as an order number, and an order that is
    proven. The same is looked up whether or not there is such an order: the time taken tells nothing.
    """
    if turn.said("tracking_number"):
        return True
    numbers = turn.entities.get("order_number", ())
    with begin_read(engine) as connection:
        proven = disclosure.verified_orders(connection, turn.conversation_id, now=now)
        found = [store.find_order(connection, number) for number in numbers]
        bearing = _bearing(connection, numbers)
    if any(found):
        return all(order is not None and order.id in proven for order in found)
    return bool(bearing)
