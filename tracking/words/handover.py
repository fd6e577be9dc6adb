"""Words around people: what the shopper is told when one takes over, what the team reads of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date

from tracking.carriers import by_slug
from tracking.cases.case import Case, UrgencyReason
from tracking.policy import policy
from tracking.settings import settings
from tracking.wording import Wording, wording
from tracking.words.hours import hours_sentence
from tracking.words.phrases import capital


def language_or_default(language: str | None) -> str:
    """`language` if the shop speaks it, else the shop's own."""
    shop = settings()
    return language if language in shop.languages else shop.default_language


def about_team(words: Wording, now: datetime) -> dict[str, str]:
    """Values of texts that name the team: `team`, `Team`, `shop`; `hours` is what is true of it at `now`."""
    team = policy().team.get(words.language) or words.text("hours-team")
    return {
        "team": team,
        "Team": capital(team),
        "shop": settings().shop_name,
        "hours": hours_sentence(words, now),
    }


def told(language: str | None, message: str, now: datetime, **values: str) -> str:
    """A text of the files that may name the team."""
    words = wording(language_or_default(language))
    return words.text(message, **about_team(words, now), **values)


def known_to_team(
    words: Wording, now: datetime, *, reference: str, since: datetime, due: datetime | None
) -> str:
    """The answer to asking again: since when the team has it, and by when to expect an answer.

    An answer that is overdue is owned up to.
    """
    zone = policy().zone
    since = since.astimezone(zone)
    values = {
        **about_team(words, now),
        "reference": reference,
        "since": words.phrases.since(since, now, exact=(now - since).days < 2),
    }
    if due is None:
        return words.text("hand-over-again", **values)
    if due <= now:
        return words.text("hand-over-again-late", **values)
    return words.text("hand-over-again-due", by=words.by(due.astimezone(zone), now), **values)


def case_line(words: Wording, case: Case) -> str:
    """A case in one line, of the facts that it holds: what is wanted, the order, its parcels at the time."""
    what = words.text(f"case-kind-{case.kind.value.replace('_', '-')}")
    order = case.summary.get("order")
    parcels = case.summary.get("parcels") or ()
    if not order:
        return words.text("case-line-no-order", what=what)
    if not parcels:
        return words.text("case-line-order", what=what, order=order)
    return words.text("case-line", what=what, order=order, parcels=parcels_line(words, case))


def parcels_line(words: Wording, case: Case) -> str:
    """The parcels of a case as they were when it was opened; empty where none is known."""
    return "; ".join(_parcel(words, parcel) for parcel in case.summary.get("parcels") or ())


def urgency_line(words: Wording, case: Case) -> str:
    """What makes a case more, or less, urgent than usual; empty where nothing does."""
    if case.urgency_reason is None:
        return ""
    message = f"case-urgency-{case.urgency_reason.value.replace('_', '-')}"
    if case.urgency_reason is not UrgencyReason.DEADLINE:
        return words.text(message)
    days = [
        date.fromisoformat(parcel["outlook"]["back_from"])
        for parcel in case.summary.get("parcels") or ()
        if (parcel.get("outlook") or {}).get("back_from")
    ]
    return words.text(message, date=_day(words, min(days))) if days else ""


def _parcel(words: Wording, parcel: Mapping[str, Any]) -> str:
    """`Out for delivery (DPD, Lyon, 21 November)`; no “today”: it is read later."""
    state, who, where = (parcel.get(name) or {} for name in ("state", "who", "where"))
    carrier = by_slug(who["carrier"]) if who.get("carrier") else None
    at = state.get("at")
    known = [
        carrier.name if carrier else None,
        where.get("city"),
        _day(words, datetime.fromisoformat(at).date()) if at else None,
    ]
    label = words.text(f"label-{str(state.get('milestone', 'unknown')).replace('_', '-')}")
    more = ", ".join(filter(None, known))
    return f"{label} ({more})" if more else label


#: How a day is written where it is not just “21 November”.
_DAYS = {"de": "d. MMMM", "es": "d 'de' MMMM"}


def _day(words: Wording, day: date) -> str:
    return str(format_date(day, _DAYS.get(words.language, "d MMMM"), locale=words.language))
