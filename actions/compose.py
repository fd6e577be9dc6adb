"""From proven orders to one reply: which parcels, in which words, with which buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.engine import Connection, Engine

from actions import ask_proof_of_delivery, report_not_received
from actions.answer import Answer
from actions.cues import parcel_named
from actions.hand_over import open_for
from actions.identify import Identified
from actions.replies import MAX_BUTTONS, button, line, order_button, parcel_button, words_of
from actions.spoken_of import ADDRESS, DELIVERED
from actions.tell import by_day_line, has_customs, tell
from actions.turn import Turn
from tracking import cases, disclosure, store, subscriptions
from tracking.cases import Case
from tracking.db import begin_read, default_engine
from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.settings import settings
from tracking.statements import Explanation
from tracking.thresholds import crossed
from tracking.vocabulary import CaseKind, Milestone, Reason, Tier
from tracking.wording import Wording
from tracking.words import situations

#: What a carrier may lack, and the shopper can tell.
LACKING = frozenset({Reason.DELIVERY_ADDRESS_INCOMPLETE, Reason.DELIVERY_NO_ACCESS})
#: Questions about a delivery that has happened; of other parcels they get the usual answer.
OF_DELIVERED = {
    "report_not_received": report_not_received.answer,
    "ask_proof_of_delivery": ask_proof_of_delivery.answer,
}


def answer_status(parcel: Parcel, turn: Turn, now: datetime) -> Answer:
    """All that a tracking number alone may show."""
    words = words_of(turn.language)
    explanation = explain(parcel, now=now, tier=Tier.STATUS, zone=settings().shop_zone)
    return Answer(
        text=f"{words.chat(explanation)}\n\n{line(words, 'order-status-only')}",
        buttons=[button(words, "human_agent")],
        card=words.card(explanation),
        latest=max((event.id for event in parcel.events), default=0),
        subjects=(f"parcel {parcel.id}",),
    )


def answer_orders(engine: Engine, found: Identified, question: str, turn: Turn, now: datetime) -> Answer:
    """What the shopper of these proven orders wants to know, and which others stay closed."""
    answer = _answer(engine, found, question, turn, now)
    if not found.refused:
        return answer
    closed = line(words_of(turn.language), "order-not-matched-also", numbers=", ".join(found.refused))
    return replace(answer, text=f"{answer.text}\n\n{closed}")


def _answer(engine: Engine, found: Identified, question: str, turn: Turn, now: datetime) -> Answer:
    with begin_read(engine) as connection:
        orders = [_parcels(connection, order_id) for order_id in found.order_ids]
    parcels = [parcel for order in orders for parcel in order]
    if found.ambiguous:
        return which_of(orders, turn, now)
    if question == "ask_other_parcel" and turn.said("order_number"):
        # Whoever names the other order by its number asks about that one.
        question = "track_order"
    if question == "ask_other_parcel" and len(parcels) == 1:
        return _other_order(engine, parcels[0], turn, now)
    chosen = _chosen(orders, found, question, turn)
    if question == "ask_customs" and chosen is None:
        held = [parcel for parcel in parcels if _is_with_customs(parcel, now)]
        if len(held) == 1:
            chosen = held[0]
        else:
            return _customs_of_several(orders, held, turn, now)
    arrived = report_not_received.delivered([chosen] if chosen else parcels, now)
    if question in OF_DELIVERED and len(arrived) > 1:
        every = _several(orders, turn, now).text
        return report_not_received.ask_which(arrived, every, question, turn)
    meant = arrived[0] if question in OF_DELIVERED and arrived else chosen
    if meant is None:
        return _several(orders, turn, now, question)
    count = len([each for each in parcels if each.order.id == meant.order.id])
    if question in OF_DELIVERED and arrived:
        return replace(OF_DELIVERED[question](meant, count, turn, now), about=DELIVERED)
    return _one(meant, count, question, turn, now)


def _parcels(connection: Connection, order_id: int) -> list[Parcel]:
    """The parcels of an order; one that nothing is known of while it has none."""
    found = store.parcels_of(connection, order_id)
    if found:
        return found
    order = store.order_by_id(connection, order_id)
    return [Parcel(order=order, lines=order.lines)] if order else []


def _other_order(engine: Engine, only: Parcel, turn: Turn, now: datetime) -> Answer:
    """The other one, when the order has a single parcel: another order proven here, or there is none."""
    words = words_of(turn.language)
    with begin_read(engine) as connection:
        proven = disclosure.verified_orders(connection, turn.conversation_id, now=now)
        others = [_parcels(connection, order_id) for order_id in proven if order_id != only.order.id]
    if not others:
        text = line(words, "order-only-parcel", order=only.order.number)
        return Answer(text, [button(words, "ask_eta"), button(words, "human_agent")], parcel=only.position)
    if len(others[0]) == 1:
        return _one(others[0][0], 1, "track_order", turn, now)
    return _several(others[:1], turn, now)


def _chosen(orders: list[list[Parcel]], found: Identified, question: str, turn: Turn) -> Parcel | None:
    """The one parcel that is meant, or None when all are."""
    if len(orders) != 1:
        return None
    parcels = orders[0]
    tapped = turn.said("parcel")
    named = parcel_named(turn.typed)
    if not tapped and named in {parcel.position for parcel in parcels}:
        tapped = str(named)
    position = int(tapped) if tapped and tapped.isdigit() else found.position
    if position is None and turn.slot("parcel") and turn.slot("order_number") == parcels[0].order.number:
        before = int(turn.slot("parcel"))
        if question == "ask_other_parcel":
            others = [parcel for parcel in parcels if parcel.position != before]
            return others[0] if len(others) == 1 else None
        # "Where is my order" is about all of it again; "when?" and "why?" stay with the parcel.
        position = None if turn.intent == "track_order" else before
    by_position = {parcel.position: parcel for parcel in parcels}
    return by_position.get(position) if position is not None else (parcels[0] if len(parcels) == 1 else None)


def _is_with_customs(parcel: Parcel, now: datetime) -> bool:
    """Whether customs have it now."""
    return has_customs(explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone))


def _customs_of_several(orders: list[list[Parcel]], held: list[Parcel], turn: Turn, now: datetime) -> Answer:
    """All of them, those that customs have first; or that they have none."""
    first = [sorted(parcels, key=lambda parcel: parcel not in held) for parcels in orders]
    answer = _several(sorted(first, key=lambda parcels: parcels[0] not in held), turn, now)
    if held:
        return answer
    return replace(answer, text=f"{line(words_of(turn.language), 'customs-none-of-them')}\n\n{answer.text}")


def _one(parcel: Parcel, count: int, question: str, turn: Turn, now: datetime) -> Answer:
    """One parcel in full, and what follows from it."""
    words = words_of(turn.language)
    explanation = explain(parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=count)
    told = tell(parcel, explanation, question, turn)
    offer, follow_up = _consequence(explanation, parcel, turn, now)
    if follow_up is None and told.offer is not None:
        offer, follow_up = told.offer, told.offer_text
    return Answer(
        text=f"{told.text}\n\n{follow_up}" if follow_up else told.text,
        buttons=_buttons(words, explanation, question, offer, told=_is_told(turn, parcel)),
        card=words.card(explanation) if told.card else None,
        parcel=parcel.position,
        order_number=parcel.order.number,
        offer=offer.value if offer else None,
        follow_up=follow_up,
        facts=told.facts or situations.key_facts(words, explanation),
        latest=newest(explanation),
        about=_about(explanation),
    )


def _about(explanation: Explanation) -> str | None:
    """What the next message may go on with."""
    if has_customs(explanation):
        return "customs"
    if explanation.state.milestone is Milestone.DELIVERED:
        return DELIVERED
    lacking = explanation.why and explanation.why.reason in LACKING
    return ADDRESS if lacking else None


def newest(explanation: Explanation) -> int:
    """The newest event (row id) of a parcel, 0 where there is none."""
    return max((id for scan in explanation.timeline for id in scan.facts.event_ids), default=0)


def _consequence(
    explanation: Explanation, parcel: Parcel, turn: Turn, now: datetime
) -> tuple[CaseKind | None, str | None]:
    """What a loss, a seizure or a silence leads to: a case to offer, or one opened now; and its words."""
    words, quiet = words_of(turn.language), explanation.silence
    why = explanation.why
    needed = crossed(explanation.state.milestone, why.reason if why else None)
    if needed is None and quiet is not None and quiet.case_opened:
        needed = quiet.case
    if needed is not None:
        known = _open_case(turn, needed, parcel.order.id)
        if known is not None:
            return None, line(words, "order-case-open", reference=known.reference)
        case = open_for(turn, needed, now, parcel.order.id)
        return None, line(words, "order-case-opened", reference=case.reference)
    if quiet is None or quiet.case is None:
        return None, None
    with begin_read(default_engine()) as connection:
        mine = cases.open_cases(connection, turn.conversation_id)
    asked = next((case for case in mine if case.order_id == parcel.order.id), None)
    if asked is not None:
        # Whoever took the offer is not offered it again.
        return None, line(words, "order-case-open", reference=asked.reference)
    return quiet.case, line(words, "order-late-offer")


def _open_case(turn: Turn, kind: CaseKind, order_id: int) -> Case | None:
    """The case that is open for this already: asking again adds nothing to it."""
    with begin_read(default_engine()) as connection:
        found = cases.open_cases(connection, turn.conversation_id)
    return next((case for case in found if case.kind is kind and case.order_id == order_id), None)


def _is_told(turn: Turn, parcel: Parcel) -> bool:
    """Whether news of the parcel comes to this conversation by itself."""
    with begin_read(default_engine()) as connection:
        return subscriptions.holds(connection, turn.conversation_id, parcel.order.id)


def _buttons(
    words: Wording, explanation: Explanation, question: str, offer: CaseKind | None, *, told: bool
) -> list[dict[str, str]]:
    """The next useful taps; what was just answered is not offered again."""
    if offer:
        return [button(words, "affirm"), button(words, "deny")]
    delivered = explanation.state.milestone is Milestone.DELIVERED
    wanted = ["report_not_received"] if delivered else ["ask_eta"] if explanation.ahead else []
    taps = [button(words, intent) for intent in wanted if intent != question]
    if explanation.ahead and not told:
        taps.append(button(words, "notify_me", order_number=explanation.order_number))
    return [*taps, button(words, "human_agent")]


def which_of(orders: list[list[Parcel]], turn: Turn, now: datetime) -> Answer:
    """Several orders fit what the shopper said: which of them is meant?"""
    words = words_of(turn.language)
    today = now.astimezone(settings().shop_zone)
    lines = [line(words, "which-order")]
    for position, parcels in enumerate(orders, 1):
        order = parcels[0].order
        items = ", ".join(words.text("contents-item", quantity=e.quantity, name=e.name) for e in order.lines)
        placed = order.placed_at.astimezone(settings().shop_zone).date()
        values = {"on": words.phrases.day("day-on", placed, today.date()), "items": items}
        lines.append(line(words, "which-order-line", position=position, order=order.number, **values))
    if len(orders) > MAX_BUTTONS:
        lines.append(line(words, "pick-by-number", example=len(orders)))
    numbers = [parcels[0].order.number for parcels in orders]
    return Answer(
        text="\n".join(lines),
        buttons=[order_button(words, number) for number in numbers[:MAX_BUTTONS]],
        subjects=tuple(numbers),
        choices=tuple((number, None) for number in numbers),
    )


def _several(orders: list[list[Parcel]], turn: Turn, now: datetime, question: str = "track_order") -> Answer:
    """Each parcel in one line; the details come on request."""
    words = words_of(turn.language)
    paragraphs, follow_ups, offers, explained = [], [], [], []
    for parcels in orders:
        split = len(parcels) > 1 or len(orders) == 1
        number = parcels[0].order.number
        lines = [line(words, "order-parcels", order=number, count=len(parcels))] if split else []
        for parcel in parcels:
            explanation = explain(
                parcel, now=now, tier=Tier.FULL, zone=settings().shop_zone, count=len(parcels)
            )
            explained.append(explanation)
            told = by_day_line(parcel, explanation, question, turn) or words.line(explanation)
            if split:
                lines.append(line(words, "order-parcel-line", position=parcel.position, line=told))
            else:
                lines.append(line(words, "order-line", order=number, line=told))
            offer, follow_up = _consequence(explanation, parcel, turn, now)
            offers += [offer] if offer else []
            follow_ups += [follow_up] if follow_up else []
        paragraphs.append("\n".join(lines))
    if len(orders) == 1:
        choices: list[tuple[str, int | None]] = [(each.order.number, each.position) for each in orders[0]]
        shown = orders[0][:MAX_BUTTONS]
        taps = [parcel_button(words, each.order.number, each.position) for each in shown]
        example = words.text("button-parcel", position=len(choices))
    else:
        choices = [(parcels[0].order.number, None) for parcels in orders]
        taps = [order_button(words, number) for number, _ in choices[:MAX_BUTTONS]]
        example = choices[-1][0]
    if len(choices) > MAX_BUTTONS:
        paragraphs.append(line(words, "pick-by-number", example=example))
    return Answer(
        text="\n\n".join([*paragraphs, *dict.fromkeys(follow_ups)]),
        buttons=taps,
        order_number=orders[0][0].order.number if len(orders) == 1 else None,
        offer=offers[0].value if offers else None,
        latest=max(map(newest, explained), default=0),
        subjects=tuple(parcels[0].order.number for parcels in orders),
        choices=tuple(choices),
    )
