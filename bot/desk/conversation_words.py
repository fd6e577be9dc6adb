"""Which texts of the desk say what: deliveries, changes of a case, what a shopper confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale

from tracking.cases import BOT, STORE, CaseState, Change, Entry, Outcome, Urgency
from tracking.desk_view import Delivery
from tracking.wording import Wording

#: Outcomes that a person chooses from.
CHOSEN = (Outcome.ANSWERED, Outcome.DONE, Outcome.NOT_POSSIBLE, Outcome.NO_ANSWER, Outcome.DUPLICATE)
#: Why a reply was not delivered, as the desk has words for it.
PROBLEMS = frozenset({"refused", "window_closed", "undeliverable", "unsupported", "account", "gave_up"})

#: How far a reply got, how to show it (good, open, bad), and why not; the names end the ids of texts.
Told = tuple[str, str, str | None]


def delivered(delivery: Delivery) -> Told:
    """How far a reply got."""
    if delivery.state == "failed":
        problem = delivery.problem if delivery.problem in PROBLEMS else "refused"
        return "failed", "bad", str(problem).replace("_", "-")
    if delivery.state == "unconfirmed":
        return "unconfirmed", "bad", None
    if delivery.receipt in ("read", "delivered"):
        return delivery.receipt, "good", None
    if delivery.state == "sent":
        return "sent", "good", None
    return ("held" if delivery.state == "held" else "waiting"), "open", None


def changed(entry: Entry, words: Wording, people: Mapping[str, str]) -> str:
    """What somebody did to a case, as a clause behind their name."""
    text, after = words.text, entry.after or ""
    if entry.what is Change.ASSIGNED:
        if entry.after is None:
            return text("desk-talk-did-unassigned")
        return text("desk-talk-did-assigned", to=people.get(after, after))
    if entry.what is Change.STATE:
        return text("desk-talk-did-state", to=_state(after, words))
    if entry.what is Change.URGENCY:
        level = Urgency[after.upper()].value if after.upper() in Urgency.__members__ else None
        return text("desk-talk-did-urgency", to=after if level is None else text(f"desk-urgency-{level}"))
    if entry.what is Change.LABELLED:
        return text("desk-talk-did-labelled", label=after)
    if entry.what is Change.UNLABELLED:
        return text("desk-talk-did-unlabelled", label=entry.before or "")
    return text(f"desk-talk-did-{entry.what.value}")


def by_whom(login: str, words: Wording, people: Mapping[str, str]) -> str:
    """Who changed a case: a person's name, or what is none."""
    if login in (BOT, STORE):
        return words.text(f"desk-talk-by-{login}")
    return people.get(login, login)


def _state(after: str, words: Wording) -> str:
    """`solved: answered` and `snoozed 2026-…` as people read them."""
    name, _, outcome = after.partition(":")
    name, outcome = name.split(" ")[0], outcome.strip()
    told = words.text(f"desk-state-{name.replace('_', '-')}") if name in set(CaseState) else name
    if outcome in set(Outcome):
        return f"{told}: {words.text('desk-talk-outcome-' + outcome.replace('_', '-'))}"
    return told


def confirmed(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the shopper confirmed in a case and in what joined it, as rows of label and text."""
    asked = [summary, *(each.get("summary") or {} for each in summary.get("joined") or ())]
    rows: dict[tuple[str, str], None] = {}
    for each in asked:
        for name, value in (each.get("details") or {}).items():
            rows[(_label(name), _value(value))] = None
    return [row for row in rows if row[1]]


def _label(name: str) -> str:
    return str(name).replace("_", " ").capitalize()


def _value(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, Mapping):
        told = ((_label(name), _value(each)) for name, each in value.items())
        return "; ".join(f"{name}: {each}" for name, each in told if each)
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_value, value)))
    return str(value)


def language_name(code: str | None, words: Wording) -> str:
    """`French`, in the reader's language; empty where it is not known."""
    if not code:
        return ""
    return str(Locale(code).get_display_name(words.language) or code)
