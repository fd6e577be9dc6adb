"""“Who signed for it?”: what the carrier gave; where it gave nothing, a person asks for it."""

from __future__ import annotations

from datetime import datetime

from actions import report_not_received as claim
from actions.answer import Answer
from actions.claim_cues import is_pending as is_claiming
from actions.claim_cues import takes_up
from actions.hand_over import open_for
from actions.replies import button, line, words_of
from actions.turn import Turn
from tracking import claims
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.vocabulary import CaseKind, Tier
from tracking.words.handover import about_team

#: What stands in the slot `offer` while the shopper may have the carrier asked for proof.
OFFER = "proof_of_delivery"


def is_pending(turn: Turn) -> bool:
    """Whether a yes of this turn has the carrier asked."""
    return bool(turn.slot("offer") == OFFER)


def answer(parcel: Parcel, count: int, turn: Turn, now: datetime) -> Answer:
    """The proof of a delivered parcel; `count` is the number of its order's parcels."""
    if takes_up(turn):
        # "It was signed by someone else!"
        return claim.answer(parcel, count, turn, now)
    words = words_of(turn.language)
    explanation = explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=count)
    if turn.intent == "affirm" and is_pending(turn):
        return _ask_carrier(parcel, explanation, turn, now)
    text = words.delivery_proof(explanation)
    if not _shows_something(explanation):
        buttons = [
            button(words, "affirm"),
            button(words, "report_not_received"),
            button(words, "human_agent"),
        ]
        asked = f"{text} {line(words, 'proof-ask-carrier')}"
        return claim.about(parcel, Answer(asked, buttons, None, parcel.position, parcel.order.number, OFFER))
    # Whoever was asked to look for it may want to claim once they have read who signed.
    pending = turn.slot("claim") == claim.key(parcel) and is_claiming(turn)
    missing = claim.claim_button(words, "now", parcel) if pending else button(words, "report_not_received")
    offer = str(turn.slot("offer")) if pending else None
    buttons = [missing, button(words, "human_agent")]
    return claim.about(parcel, Answer(text, buttons, None, parcel.position, parcel.order.number, offer))


def _shows_something(explanation: Explanation) -> bool:
    """Whether the carrier gave a name, a photo, a signature or a position."""
    proof = explanation.proof.proof if explanation.proof else None
    return proof is not None and bool(
        proof.signed_by or proof.photo_url or proof.signature_url or proof.latitude is not None
    )


def _ask_carrier(parcel: Parcel, explanation: Explanation, turn: Turn, now: datetime) -> Answer:
    """A case for a person who gets the proof from the carrier."""
    words = words_of(turn.language)
    details = {"wanted": OFFER, "parcel": parcel.position, "reported": claims.facts(explanation)}
    case = open_for(turn, CaseKind.PERSON_WANTED, now, parcel.order.id, details=details)
    team = about_team(words, now)
    text = line(words, "proof-asked", reference=case.reference, hours=team["hours"], team=team["team"])
    taps = [button(words, "track_order")]
    return claim.about(parcel, Answer(text, taps, None, parcel.position, parcel.order.number))
