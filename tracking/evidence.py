"""What a reply of the bot rests on: its sentences, each with the events that made it true when it was said.

The same facts give the same words. So what was said is found again: the parcels are explained as they were
known at that moment, in the language of the reply, and each sentence that stands in it word for word rests on
the facts of its statement. A sentence that is not found has no evidence, and is shown so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from tracking.explain import explain
from tracking.parcels import Parcel
from tracking.statements import Explanation, Facts, Statement
from tracking.vocabulary import Tier
from tracking.wording import Wording
from tracking.words.sentences import Sentences

#: A piece shorter than this (characters) says too little to be taken for a statement.
SHORTEST = 8


@dataclass(frozen=True)
class Piece:
    """A part of a reply, word for word; `facts` is what it rests on, None where nothing is found."""

    text: str
    facts: Facts | None = None

    @property
    def event_ids(self) -> tuple[int, ...]:
        """Of the events that it rests on."""
        return self.facts.event_ids if self.facts else ()


def as_known(parcel: Parcel, at: datetime) -> Parcel:
    """The parcel with nothing that was recorded or stated after `at`."""
    return replace(
        parcel,
        events=tuple(event for event in parcel.events if event.recorded_at <= at),
        promises=tuple(promise for promise in parcel.promises if promise.stated_at <= at),
    )


def evidence(
    text: str, parcels: Sequence[Parcel], *, at: datetime, words: Wording, zone: tzinfo
) -> tuple[Piece, ...]:
    """`text` in pieces, those that are statements about `parcels` with what they rested on at `at` (aware).

    Joined, the pieces are the text. `zone` is the shop's.
    """
    found: dict[str, Facts] = {}
    counts: dict[int, int] = {}
    for parcel in parcels:
        counts[parcel.order.id] = counts.get(parcel.order.id, 0) + 1
    for parcel in parcels:
        known = as_known(parcel, at)
        if parcel.order.placed_at > at:
            continue
        of = explain(known, now=at, tier=Tier.FULL, zone=zone, count=counts[parcel.order.id])
        for said, facts in statements(of, words):
            found.setdefault(said, facts)
    return tuple(_cut(text, found))


def statements(of: Explanation, words: Wording) -> Iterator[tuple[str, Facts]]:
    """Every sentence that is said of a parcel, with the facts of the statements that it is made of."""
    said = Sentences(of, words.phrases)
    state = (of.state, of.who, of.where, of.since)
    when = (of.next, of.by_when, of.outlook)
    made: list[tuple[str, Iterable[Statement | None]]] = [
        (said.state(), state),
        (said.status(), (of.state, of.who)),
        (said.why(), (of.why, of.words)),
        (said.next(), when),
        (said.next(deadline=True), when),
        (said.next(dated=False), (of.next,)),
        (said.by_when(), (of.by_when,)),
        (said.unless(), (of.outlook,)),
        (said.cost(), (of.outlook,)),
        (said.cost(known=True), (of.outlook,)),
        (said.silence(), (of.silence,)),
        (said.handed_over(), (of.handed_over,)),
        (said.same_carrier(), (of.who,)),
        (said.clearance(), (of.clearance,)),
        (said.todo(), (of.todo,)),
        (said.proof_told(), (of.proof,)),
        (said.reported(), (of.state, of.proof)),
        (words.line(of), (*state, of.by_when)),
    ]
    for sentence, parts in made:
        facts = together(parts)
        if len(sentence) >= SHORTEST and facts is not None:
            yield sentence, facts


def page_facts(of: Explanation, words: Wording) -> Iterator[tuple[str, str, Facts | None]]:
    """The rows of an explanation's page, each with what it rests on: label, text, facts.

    Without those that stand beside it anyway: the state, the timeline, what is in it, the link.
    """
    parts: dict[str, tuple[Statement | None, ...]] = {
        "page-who": (of.who,),
        "page-where": (of.where,),
        "page-since": (of.since, of.state),
        "page-why": (of.why,),
        "page-act": (of.outlook, of.why),
        "page-words": (of.words,),
        "page-handed-over": (of.handed_over,),
        "page-next": (of.next,),
        "page-unless": (of.outlook,),
        "page-cost": (of.outlook,),
        "page-when": (of.by_when,),
        "page-todo": (of.todo,),
        "page-silence": (of.silence,),
        "page-proof": (of.proof,),
    }
    by_label = {words.text(label): rests for label, rests in parts.items()}
    for label, text in words.page(of):
        if label in by_label:
            yield label, text, together(by_label[label])


def together(parts: Iterable[Statement | None]) -> Facts | None:
    """The facts of several statements as one; None where there are none."""
    facts = [part.facts for part in parts if part is not None]
    if not facts:
        return None
    return Facts(
        event_ids=tuple(dict.fromkeys(id for each in facts for id in each.event_ids)),
        promise_ids=tuple(dict.fromkeys(id for each in facts for id in each.promise_ids)),
        order_id=next((each.order_id for each in facts if each.order_id is not None), None),
    )


def _cut(text: str, found: dict[str, Facts]) -> list[Piece]:
    """The text around the sentences found in it, the longest first: one may be the start of another."""
    pieces = [Piece(text)] if text else []
    for sentence in sorted(found, key=len, reverse=True):
        pieces = [part for piece in pieces for part in _split(piece, sentence, found[sentence])]
    return pieces


def _split(piece: Piece, sentence: str, facts: Facts) -> Iterator[Piece]:
    before, there, after = piece.text.partition(sentence)
    if piece.facts is not None or not there:
        yield piece
        return
    if before:
        yield Piece(before)
    yield Piece(there, facts)
    if after:
        yield from _split(Piece(after), sentence, facts)
