"""States of a parcel that a person of the shop must deal with at once, whether or not anybody asks."""

from __future__ import annotations

from tracking.vocabulary import CaseKind, Milestone, Reason

#: While customs have it, a reason still means what it says; after that it is over.
_WITH_CUSTOMS = frozenset({Milestone.CUSTOMS_STARTED, Milestone.CUSTOMS_HELD, Milestone.EXCEPTION})


def crossed(milestone: Milestone, reason: Reason | None) -> CaseKind | None:
    """The kind of case that this state opens; None for one that needs nobody.

    Lost: the carrier itself says so. Seized: customs will not let it in. How long a silence may last is for
    `tracking.silence` to judge.
    """
    if milestone is Milestone.LOST:
        return CaseKind.LOST
    if reason is Reason.CUSTOMS_PROHIBITED and milestone in _WITH_CUSTOMS:
        return CaseKind.SEIZED
    return None
