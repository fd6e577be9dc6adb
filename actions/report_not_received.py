"""Shown as delivered, and not there: what the carrier reports, where to look, the wait, then a claim."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.answer import Answer
from actions.claim_cues import LOOKING, WAITING, Said, is_pending, said_in, tapped
from actions.hand_over import open_for
from actions.replies import MAX_BUTTONS, button, line, words_of
from actions.turn import Turn
from tracking import cases, claims
from tracking.cases import Case
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.policy import policy
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.vocabulary import CaseKind, Milestone, Tier
from tracking.wording import Wording
from tracking.words.handover import about_team

#: What a shopper wrote with a claim is kept up to so many characters.
MAX_SAID = 500

#: What a yes and a no say.
_ON_YES: dict[str, Said] = {LOOKING: "all", WAITING: "now"}
_ON_NO: dict[str, Said] = {LOOKING: "later", WAITING: "wait"}
#: Said once more after the shopper was asked to look, these mean that the claim is wanted.
INSISTS = frozenset({"report_not_received", "complaint"})


def answer(parcel: Parcel, count: int, turn: Turn, now: datetime) -> Answer:
    """The next reply about a delivered parcel that is not there; `count`: the parcels of its order."""
    words = words_of(turn.language)
    explanation = explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=count)
    known = _claim_of(parcel, turn)
    if known is not None:
        text = f"{words.reported(explanation)} {line(words, 'order-case-open', reference=known.reference)}"
        return _answer(parcel, text, [button(words, "human_agent")])
    said = _said(parcel, turn)
    until = claims.claimable_from(explanation.state, policy().waits.not_received)
    waiting = until if until is not None and until > now else None
    if said == "found":
        return _answer(parcel, line(words, "claim-found"), [button(words, "track_order")])
    if said == "now" or (said == "all" and waiting is None):
        return _open(parcel, explanation, said, waiting, turn, now)
    if said == "all" and waiting is not None:
        text = line(words, "claim-not-yet", by=words.by(waiting, now))
        taps = [claim_button(words, "now", parcel), claim_button(words, "wait", parcel)]
        return _answer(parcel, text, [*taps, button(words, "human_agent")], WAITING)
    return _looking(parcel, explanation, said, waiting, turn, now)


def ask_which(parcels: list[Parcel], text: str, question: str, turn: Turn) -> Answer:
    """Several are delivered: `text` tells of each, and the shopper says which one `question` is about."""
    words = words_of(turn.language)
    orders = list(dict.fromkeys(parcel.order.number for parcel in parcels))
    if len(orders) > 1:
        taps = [
            _tap(words.text("button-claim-order", order=each), question, order_number=each) for each in orders
        ]
    else:
        taps = [
            _tap(words.text("button-parcel", position=at), question, order_number=orders[0], parcel=at)
            for at in (each.position for each in parcels)
        ]
    message = "claim-which" if question == "report_not_received" else "claim-which-meant"
    return Answer(
        text=f"{text}\n\n{line(words, message)}",
        buttons=taps[:MAX_BUTTONS],
        order_number=orders[0] if len(orders) == 1 else None,
    )


def claim_button(words: Wording, checked: Said, parcel: Parcel) -> dict[str, str]:
    """A button that says `checked` of a claim; tapped later, it still means that parcel."""
    said = {"order_number": parcel.order.number, "parcel": parcel.position, "checked": checked}
    return _tap(words.text(f"button-claim-{checked}"), "report_not_received", **said)


def _tap(title: str, intent: str, **said: Any) -> dict[str, str]:
    return {"title": title, "payload": f"/{intent}{json.dumps(said)}"}


def _said(parcel: Parcel, turn: Turn) -> Said:
    """What this turn says about the claim. Saying again that it is not there, once asked to look, insists."""
    offer = str(turn.slot("offer"))
    if known := tapped(turn):
        return known
    asked_before = turn.slot("claim") == key(parcel)
    if asked_before and turn.typed and (said := said_in(turn.typed)):
        return "now" if said == "all" and offer == WAITING else said
    if turn.intent == "affirm" and is_pending(turn):
        return _ON_YES[offer]
    if turn.intent == "deny" and is_pending(turn):
        return _ON_NO[offer]
    return "now" if asked_before and turn.typed and turn.intent in INSISTS else "first"


def key(parcel: Parcel) -> str:
    """Names a parcel in the slot `claim`: the one whose shopper was asked to look."""
    return f"{parcel.order.number}/{parcel.position}"


def _looking(
    parcel: Parcel, explanation: Explanation, said: Said, waiting: datetime | None, turn: Turn, now: datetime
) -> Answer:
    """Where to look and what comes then; of a shopper who goes to look, or waits, only what comes then."""
    words = words_of(turn.language)
    by = words.by(waiting, now) if waiting else None
    if said == "first":
        proof = explanation.proof.proof if explanation.proof else None
        look = line(words, f"claim-look-{claims.where_to_look(proof).replace('_', '-')}")
        then = line(words, "claim-wait", by=by) if by else line(words, "claim-then")
        text, card = f"{words.reported(explanation)}\n\n{look} {then}", words.card(explanation)
        taps: tuple[Said, ...] = ("all", "later")
    else:
        message = "claim-waiting" if said == "wait" else "claim-looking-wait"
        text = line(words, message, by=by) if by else line(words, "claim-looking")
        card, taps = None, ("now",) if said == "wait" else ("all",)
    buttons = [*(claim_button(words, each, parcel) for each in taps), button(words, "human_agent")]
    return _answer(parcel, text, buttons, WAITING if said == "wait" else LOOKING, card)


def _open(
    parcel: Parcel, explanation: Explanation, said: Said, waiting: datetime | None, turn: Turn, now: datetime
) -> Answer:
    """Open the claim: what was asked and answered, what the carrier reports, whether the wait was over."""
    words = words_of(turn.language)
    case = open_for(
        turn,
        CaseKind.NOT_RECEIVED,
        now,
        parcel.order.id,
        details=_details(parcel, explanation, said, waiting, turn),
    )
    message = "claim-opened-early" if waiting else "claim-opened"
    carrier = words.carrier(explanation)
    team = about_team(words, now)
    values = {"reference": case.reference, "carrier": carrier, "hours": team["hours"], "team": team["team"]}
    return _answer(parcel, line(words, message, **values), [button(words, "track_order")])


def _details(
    parcel: Parcel, explanation: Explanation, said: Said, waiting: datetime | None, turn: Turn
) -> dict[str, Any]:
    """What the person who takes the claim needs to know, as JSON."""
    proof = explanation.proof.proof if explanation.proof else None
    looked = said == "all" or turn.slot("offer") == WAITING
    answered = "not_there" if looked else "not_answered"
    return {
        "parcel": parcel.position,
        "tracking_number": explanation.tracking_number,
        "reported": claims.facts(explanation),
        "checks": {check.value: answered for check in claims.checks(proof)},
        "said": turn.typed[:MAX_SAID] or None,
        "before_wait": waiting is not None,
        "claimable_from": waiting.isoformat() if waiting else None,
    }


def _claim_of(parcel: Parcel, turn: Turn) -> Case | None:
    """The claim that is open for this very parcel, but not one that this message opened."""
    with begin_read(default_engine()) as connection:
        found = cases.cases_about(connection, [parcel.order.id])
    for case in found:
        summaries = (case.summary, *(each["summary"] for each in case.summary.get(cases.JOINED, ())))
        of_parcel = any(each.get("details", {}).get("parcel") == parcel.position for each in summaries)
        mine = turn.message_id in (case.message_id, *case.joined)
        if case.kind is CaseKind.NOT_RECEIVED and of_parcel and not mine:
            return case
    return None


def delivered(parcels: list[Parcel], now: datetime) -> list[Parcel]:
    """Those that are shown as delivered."""
    return [
        parcel
        for parcel in parcels
        if explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone).state.milestone
        is Milestone.DELIVERED
    ]


def _answer(
    parcel: Parcel,
    text: str,
    buttons: list[dict[str, str]],
    offer: str | None = None,
    card: dict[str, Any] | None = None,
) -> Answer:
    return about(parcel, Answer(text, buttons, card, parcel.position, parcel.order.number, offer))


def about(parcel: Parcel, answer: Answer) -> Answer:
    """The answer, and up to which event it tells of the parcel: nothing older is news later on."""
    return replace(answer, latest=max((event.id for event in parcel.events), default=0))
