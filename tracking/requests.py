"""What of a parcel can still be changed, and what is left to do where it cannot.

Pure: an explanation and the shop's rule in, a judgement out. Nothing here changes anything; a change that is
still possible is asked of a person, who asks the carrier.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tracking.statements import Explanation
from tracking.vocabulary import Milestone, Reason

M = Milestone


class ChangeKind(str, Enum):
    """What a shopper may want to be different; the values are the keys of `changes` in the shop's policy."""

    ADDRESS = "address"
    DELIVERY_INSTRUCTIONS = "delivery_instructions"
    RESCHEDULE = "reschedule"
    PICKUP_POINT = "pickup_point"
    CANCEL = "cancel"
    CONTENTS = "contents"

    @property
    def key(self) -> str:
        """The value as a Fluent message key part: `pickup-point`."""
        return self.value.replace("_", "-")

    @property
    def of_the_order(self) -> bool:
        """Whether it is about all parcels of the order at once."""
        return self in {ChangeKind.CANCEL, ChangeKind.CONTENTS}


class Standing(str, Enum):
    """Whether a change can still be asked for."""

    POSSIBLE = "possible"
    TOO_LATE = "too_late"
    #: The parcel comes no more, or has come: nothing is left to change.
    OVER = "over"
    #: The shop does not do it at any time.
    NEVER = "never"


class Instead(str, Enum):
    """What the shopper can do where the shop cannot; each is worded as `instead-<value>`."""

    #: The carrier's own page may offer what the shop cannot.
    CARRIER_PAGE = "carrier_page"
    #: What carriers do when nobody opens: nothing is lost by it.
    MISSED = "missed"
    #: It waits at a pickup point.
    COLLECT = "collect"
    #: Not to take it at the door: it travels back.
    REFUSE = "refuse"
    #: To send it back once it is there.
    RETURN = "return"


@dataclass(frozen=True)
class Judgement:
    """What became of the wish for one parcel."""

    change: ChangeKind
    standing: Standing
    #: Position of the parcel in its order.
    position: int
    #: What is left, in the order in which it is told; empty where the change is possible.
    instead: tuple[Instead, ...] = ()


#: The way of a parcel. A label alone is less than a packed parcel.
PATH: tuple[Milestone, ...] = (
    M.ORDER_CONFIRMED,
    M.LABEL_CREATED,
    M.PACKED,
    *tuple(M)[tuple(M).index(M.CARRIER_RECEIVED) : tuple(M).index(M.DELIVERED) + 1],
)
_RANK = {milestone: rank for rank, milestone in enumerate(PATH)}
#: After these there is nothing to change any more.
OVER = frozenset({M.DELIVERED, M.RETURN_STARTED, M.RETURNED, M.LOST, M.DAMAGED, M.CANCELLED})
#: The carrier waits for just this, whatever the parcel had reached before.
_WAITS_FOR: dict[ChangeKind, frozenset[Reason]] = {
    ChangeKind.ADDRESS: frozenset({Reason.DELIVERY_ADDRESS_INCOMPLETE, Reason.DELIVERY_ADDRESS_WRONG}),
    ChangeKind.DELIVERY_INSTRUCTIONS: frozenset(
        {Reason.DELIVERY_ADDRESS_INCOMPLETE, Reason.DELIVERY_NO_ACCESS}
    ),
}
#: A round that failed for such a reason is over: the parcel is at the depot again.
_BACK_AT_DEPOT = frozenset({M.DELIVERY_ATTEMPTED, M.EXCEPTION, M.DELAYED})


def judge(change: ChangeKind, explanation: Explanation, until: Milestone | None) -> Judgement:
    """Whether `change` can still be asked for the parcel of `explanation`.

    `until` is the milestone before which the shop can; None says that it never does.
    """
    standing = _standing(change, explanation, until)
    instead = () if standing is Standing.POSSIBLE else _instead(change, explanation)
    return Judgement(change, standing, explanation.position, instead)


def reached(explanation: Explanation) -> Milestone | None:
    """The furthest milestone of the way, after a round that failed the local depot; None: not one of them."""
    state = explanation.state.milestone
    passed = {scan.milestone for scan in explanation.timeline} | {state, *_marks(explanation)}
    furthest = max(passed & _RANK.keys(), key=_RANK.__getitem__, default=None)
    if furthest is None or not _round_failed(explanation):
        return furthest
    return min(furthest, M.AT_LOCAL_DEPOT, key=_RANK.__getitem__)


def _marks(explanation: Explanation) -> set[Milestone]:
    return {mark.milestone for mark in explanation.progress}


def _round_failed(explanation: Explanation) -> bool:
    """Whether the driver has come back with it."""
    state = explanation.state.milestone
    if state is M.DELIVERY_ATTEMPTED:
        return True
    reason = explanation.why.reason if explanation.why else None
    return state in _BACK_AT_DEPOT and reason is not None and reason.family == "delivery"


def _standing(change: ChangeKind, explanation: Explanation, until: Milestone | None) -> Standing:
    state = explanation.state.milestone
    if state in OVER:
        return Standing.OVER
    if until is None:
        return Standing.NEVER
    reason = explanation.why.reason if explanation.why else None
    if reason in _WAITS_FOR.get(change, ()):
        return Standing.POSSIBLE
    # Where it waits to be collected nobody delivers it any more.
    if state is M.READY_FOR_PICKUP:
        return Standing.TOO_LATE
    furthest = reached(explanation)
    if furthest is None or until not in _RANK:
        return Standing.POSSIBLE
    return Standing.POSSIBLE if _RANK[furthest] < _RANK[until] else Standing.TOO_LATE


def _instead(change: ChangeKind, explanation: Explanation) -> tuple[Instead, ...]:
    state = explanation.state.milestone
    if state is M.DELIVERED:
        return (Instead.RETURN,) if change.of_the_order else ()
    if state in OVER:
        return ()
    if change is ChangeKind.CANCEL:
        return (Instead.RETURN,) if state is M.READY_FOR_PICKUP else (Instead.REFUSE, Instead.RETURN)
    if change is ChangeKind.CONTENTS:
        return (Instead.RETURN,)
    if state is M.READY_FOR_PICKUP:
        return (Instead.COLLECT,)
    page = (Instead.CARRIER_PAGE,) if explanation.follow else ()
    return (Instead.MISSED, *page) if state is M.OUT_FOR_DELIVERY else page
