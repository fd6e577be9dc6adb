"""What a shopper's words say about a change: which one it is, and the new address, day or instruction."""

from __future__ import annotations

import re
from datetime import date, datetime

from actions.request.draft import Draft
from actions.request.kinds import Again
from actions.request.reading import (
    MAX_ADDRESS,
    address_in,
    is_certain,
    is_something_else,
    looks_like_an_address,
    only_a_reference,
    only_a_town,
    speaks_of,
    spoken,
    spoken_whole,
    trimmed,
)
from actions.request.said import Said
from actions.turn import Turn
from tracking.requests import ChangeKind
from tracking.settings import settings

#: Words of a wish that says all at once; fewer only say that there is a wish.
TELLING = 4
#: Words of a wish that can be said back as they are.
SHORT_WISH = 8
#: Characters of an answer that says something.
SHORTEST = 3
_CLOCK = re.compile(r"\d ?(?:am|pm|h|uhr)\b|\d[:.]\d\d", re.IGNORECASE)
_POSITION = re.compile(r"(?<!\d)[1-9](?!\d)")
_MAY_BE_PICKUP = frozenset({ChangeKind.ADDRESS, ChangeKind.DELIVERY_INSTRUCTIONS, ChangeKind.RESCHEDULE})


def change_of(change: ChangeKind, said: Said) -> ChangeKind:
    """The change that is meant: a pickup point comes as a wish for another address, day or place."""
    if change in _MAY_BE_PICKUP and speaks_of("pickup_point", said.text) and not address_in(said.whole):
        return ChangeKind.PICKUP_POINT
    return change


def value_in(change: ChangeKind, said: Said, now: datetime) -> str | None:
    """What the first message says already; None where it must be asked for."""
    if change is ChangeKind.ADDRESS:
        return address_in(said.whole)
    if change is ChangeKind.RESCHEDULE:
        unwanted = speaks_of("not_then", said.text)
        day = _new_day(said.days, unwanted)
        if day is None or day < _today(now):
            return None
        if not _names_a_time(said.text):
            return day.isoformat()
        return trimmed(said.text) if len(said.text.split()) <= SHORT_WISH else None
    count = len(said.text.split())
    if said.beside or count < TELLING or speaks_of("only_asks", said.text):
        return None
    # "Can I still change the size?" does not say to which.
    if change is ChangeKind.CONTENTS and said.text.endswith("?") and count < SHORT_WISH:
        return None
    names = {ChangeKind.DELIVERY_INSTRUCTIONS: "instruction", ChangeKind.CONTENTS: "contents"}
    return trimmed(said.text) if change in names and speaks_of(names[change], said.text) else None


def read_parcel(turn: Turn, draft: Draft) -> str | Again | None:
    """The position that was tapped or typed."""
    possible = draft.values["parcels"].split(",")
    tapped = turn.said("parcel")
    if tapped in (*possible, "0"):
        return tapped
    if is_something_else(turn):
        return None
    typed = [each for each in _POSITION.findall(spoken_whole(turn)) if each in possible]
    return typed[0] if len(typed) == 1 else None


def read_value(change: ChangeKind, turn: Turn) -> str | Again | None:
    """The answer while it is asked for."""
    if change is ChangeKind.ADDRESS and turn.intent == "inform" and only_a_town(spoken_whole(turn)):
        return Again("change-address-incomplete")
    if only_a_reference(turn) and not address_in(spoken_whole(turn)):
        return None
    if change is ChangeKind.ADDRESS:
        return _read_address(turn)
    if change is ChangeKind.RESCHEDULE:
        return _read_day(turn)
    text = trimmed(spoken(turn))
    named = change is ChangeKind.PICKUP_POINT and speaks_of("pickup_point", text) and "?" not in text
    if is_something_else(turn) and not (named and not is_certain(turn)):
        return None
    if len(text) < SHORTEST:
        return None
    return text


def correction(change: ChangeKind, turn: Turn) -> str | None:
    """A new answer in a message that was to say yes or no; only where the words leave no doubt."""
    if turn.text.startswith("/"):
        return None
    if change is ChangeKind.ADDRESS:
        return address_in(spoken_whole(turn))
    if change is ChangeKind.RESCHEDULE:
        found = _read_day(turn)
        return found if isinstance(found, str) and turn.entities.get("date") else None
    text = trimmed(spoken(turn))
    names = {ChangeKind.DELIVERY_INSTRUCTIONS: "instruction", ChangeKind.CONTENTS: "contents"}
    if change not in names or turn.intent not in {"deny", "affirm", "delivery_instructions", "change_order"}:
        return None
    return text if len(text.split()) >= TELLING - 1 and speaks_of(names[change], text) else None


def _read_address(turn: Turn) -> str | Again | None:
    whole = spoken_whole(turn)
    if "?" not in whole and (found := address_in(whole)):
        return found
    if only_a_town(whole) and not is_something_else(turn):
        return Again("change-address-incomplete")
    if is_something_else(turn):
        return None
    if looks_like_an_address(turn):
        text = ", ".join(part.strip(" ,") for part in whole.splitlines() if part.strip(" ,"))
        return trimmed(text)[:MAX_ADDRESS]
    # Words of a place without a number: more than a stranger's question, less than an address.
    wished = turn.intent in {"change_address", "inform"} or len(spoken(turn).split()) > 1
    return Again("change-address-incomplete") if wished and spoken(turn) and "?" not in whole else None


def _read_day(turn: Turn) -> str | Again | None:
    days, text = turn.entities.get("date", ()), trimmed(spoken(turn))
    if days and turn.intent not in {"human_agent", "track_order", "cancel_order"}:
        day = _new_day(days, speaks_of("not_then", text))
        if day is None or _names_a_time(text):
            return text
        return day.isoformat() if day >= _today() else Again("change-day-past")
    if is_something_else(turn):
        return None
    if text and _names_a_time(text):
        return text
    wished = turn.intent == "reschedule" and not turn.text.startswith("/")
    return Again("change-day-unclear") if wished else None


def _names_a_time(text: str) -> bool:
    """Whether it says more than a day: a time of day, or a time that is no date."""
    return speaks_of("time", text) or _CLOCK.search(text) is not None


def why_in(turn: Turn) -> str | None:
    """Why somebody cancels, where they say so; nobody is asked."""
    text = spoken(turn)
    return text if text and speaks_of("because", text) and not is_certain(turn) else None


def _new_day(days: tuple[str, ...], unwanted: bool) -> date | None:
    """The day that is wished for: the only one, or the other one where one of two is `unwanted`."""
    if len(days) != (2 if unwanted else 1):
        return None
    try:
        return date.fromisoformat(days[-1][:10])
    except ValueError:
        return None


def _today(now: datetime | None = None) -> date:
    return (now or datetime.now(settings().shop_zone)).astimezone(settings().shop_zone).date()
