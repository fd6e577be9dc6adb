"""How soon a case should be looked at, by rules over its facts. What an order is worth is not known here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from tracking.cases.case import CaseReason, Urgency, UrgencyReason
from tracking.vocabulary import CaseKind, Milestone, Reason

#: A parcel that is sent back so soon if nobody acts is urgent.
DEADLINE_DAYS = 3
#: A shopper who asks for the same so often has waited too long.
PATIENCE = 3

Judged = tuple[Urgency, UrgencyReason | None]

_ORDINARY: Judged = (Urgency.NORMAL, None)


def judge(
    kind: CaseKind, reason: CaseReason | None, parcels: Sequence[Mapping[str, Any]], now: datetime
) -> Judged:
    """The urgency of a case, and the fact that it rests on; the strongest fact counts.

    Args:
        parcels: their explanations, as JSON.
    """
    if kind is CaseKind.SEIZED or any(
        _reason(parcel) == Reason.CUSTOMS_PROHIBITED.value for parcel in parcels
    ):
        return Urgency.URGENT, UrgencyReason.SEIZED
    if any(_is_near(parcel, now.date()) for parcel in parcels):
        return Urgency.URGENT, UrgencyReason.DEADLINE
    if reason is CaseReason.UPSET:
        return Urgency.HIGH, UrgencyReason.UPSET
    if kind is CaseKind.LOST or any(_milestone(parcel) == Milestone.LOST.value for parcel in parcels):
        return Urgency.HIGH, UrgencyReason.LOST
    if kind is CaseKind.CHANGE_REQUEST and not all(
        _milestone(parcel) == Milestone.DELIVERED.value for parcel in parcels or ({},)
    ):
        return Urgency.HIGH, UrgencyReason.IN_TIME
    if kind is CaseKind.RETURN_REQUEST:
        return Urgency.LOW, UrgencyReason.CAN_WAIT
    return _ORDINARY


def stronger(known: Judged, found: Judged) -> Judged:
    """Of what a case was and what a new message makes of it: nothing that is learnt later calms it."""
    return found if found[0] > known[0] else known


def raised(known: Urgency) -> Urgency:
    """One step up, as far as there is one."""
    return Urgency(min(known + 1, Urgency.URGENT))


def _part(parcel: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = parcel.get(name)
    return found if isinstance(found, Mapping) else {}


def _milestone(parcel: Mapping[str, Any]) -> str | None:
    found: str | None = _part(parcel, "state").get("milestone")
    return found


def _reason(parcel: Mapping[str, Any]) -> str | None:
    found: str | None = _part(parcel, "why").get("reason")
    return found


def _is_near(parcel: Mapping[str, Any], today: date) -> bool:
    """Whether the first day on which it may be sent back is near, or has passed."""
    back_from = _part(parcel, "outlook").get("back_from")
    return back_from is not None and (date.fromisoformat(back_from) - today).days <= DEADLINE_DAYS
