"""A parcel that is shown as delivered and is not there: where to look, and from when on it is claimed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

from tracking.parcels import Proof
from tracking.statements import Explanation, State
from tracking.vocabulary import Milestone


class Check(str, Enum):
    """One thing worth doing before a delivered parcel is called missing."""

    MAILBOX = "mailbox"
    FRONT_DOOR = "front_door"
    SAFE_PLACE = "safe_place"
    RECEPTION = "reception"
    LOCKER = "locker"
    PICKUP_POINT = "pickup_point"
    NEIGHBOURS = "neighbours"
    HOUSEHOLD = "household"
    #: Whether the name of who signed says anything to the shopper.
    SIGNATURE = "signature"
    #: Whether the carrier's photo shows a place that the shopper knows.
    PHOTO = "photo"


#: Where it was handed over, as the carrier's scan says → where to look, the likeliest place first.
_PLACES: dict[str, tuple[Check, ...]] = {
    "mailbox": (Check.MAILBOX, Check.HOUSEHOLD, Check.NEIGHBOURS),
    "front_door": (Check.FRONT_DOOR, Check.NEIGHBOURS, Check.HOUSEHOLD),
    "safe_place": (Check.SAFE_PLACE, Check.NEIGHBOURS, Check.HOUSEHOLD),
    "reception": (Check.RECEPTION, Check.HOUSEHOLD),
    "neighbour": (Check.NEIGHBOURS, Check.MAILBOX),
    "household": (Check.HOUSEHOLD,),
    "locker": (Check.LOCKER, Check.HOUSEHOLD),
    "pickup_point": (Check.PICKUP_POINT, Check.HOUSEHOLD),
}
#: Somebody signed, and nobody said where.
_SIGNED = (Check.HOUSEHOLD, Check.RECEPTION, Check.NEIGHBOURS)
#: Nothing is known of the handover.
_ANYWHERE = (Check.MAILBOX, Check.SAFE_PLACE, Check.NEIGHBOURS, Check.HOUSEHOLD)


def where_to_look(proof: Proof | None) -> str:
    """What the handover was like: a place of `Proof.handed_to`, else `signed` or `unknown`."""
    if proof is not None and proof.handed_to in _PLACES:
        return str(proof.handed_to)
    return "signed" if proof is not None and proof.signed_by else "unknown"


def checks(proof: Proof | None) -> tuple[Check, ...]:
    """The checks that fit this proof of delivery, in the order in which they help most."""
    place = where_to_look(proof)
    found = list(_PLACES.get(place, _SIGNED if place == "signed" else _ANYWHERE))
    if proof is not None and proof.signed_by:
        found.insert(0, Check.SIGNATURE)
    if proof is not None and (proof.photo_url or proof.signature_url):
        found.insert(0, Check.PHOTO)
    return tuple(found)


def claimable_from(delivered: State, wait: timedelta) -> datetime | None:
    """The moment from which a delivered parcel that is not there is claimed, on the clock of its place.

    A full hour, so that what a shopper is told is also what holds. Where only the day of the delivery is
    known, the wait begins when that day ends. None where the parcel is not delivered.
    """
    if delivered.milestone is not Milestone.DELIVERED or delivered.at is None:
        return None
    at = delivered.at
    # Counted in UTC: a wait of 24 hours is 24 hours on the night that the clocks change, too.
    if not delivered.exact:
        at = datetime.combine(at.date() + timedelta(days=1), datetime.min.time(), at.tzinfo)
    over = at.astimezone(timezone.utc) + wait
    whole = over.replace(minute=0, second=0, microsecond=0)
    return (whole if whole == over else whole + timedelta(hours=1)).astimezone(delivered.at.tzinfo)


def facts(explanation: Explanation) -> dict[str, Any]:
    """What the carrier says of a delivery, as JSON for the person who takes the claim.

    `signed` says only that there is a name: who it is stands in the explanation, not in every copy of it.
    """
    state, proof = explanation.state, explanation.proof.proof if explanation.proof else None
    events = {*state.facts.event_ids, *(explanation.proof.facts.event_ids if explanation.proof else ())}
    return {
        "delivered_at": state.at.isoformat() if state.at else None,
        "exact": state.exact,
        "carrier": explanation.who.carrier,
        "handed_to": proof.handed_to if proof else None,
        "signed": bool(proof and proof.signed_by),
        "photo": bool(proof and proof.photo_url),
        "events": sorted(events),
    }
