"""The message that a request began with: it is needed again once the order is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rasa_sdk.events import SlotSet

from actions.request.reading import spoken, spoken_whole
from actions.turn import Turn


@dataclass(frozen=True)
class Said:
    """The words of a wish."""

    #: Without references.
    text: str = ""
    #: With all numbers and line breaks, for addresses; without an e-mail address.
    whole: str = ""
    #: Days named, ISO 8601.
    days: tuple[str, ...] = ()
    #: Whether the message asked something else first: then it is not one long instruction.
    beside: bool = False

    @classmethod
    def now(cls, turn: Turn) -> Said:
        """The words of this message."""
        return cls(spoken(turn), spoken_whole(turn), turn.entities.get("date", ()), bool(turn.also))

    @classmethod
    def of(cls, turn: Turn, request: str) -> Said:
        """The words in which `request` was wished for: now, or some messages ago."""
        if request in (turn.intent, turn.also) and not turn.text.startswith("/"):
            return cls.now(turn)
        remembered = turn.slot("wish")
        if not isinstance(remembered, Mapping) or remembered.get("request") != request:
            return cls()
        values = {name: remembered[name] for name in ("text", "whole", "beside")}
        return cls(**values, days=tuple(remembered["days"]))


def remember(turn: Turn, request: str) -> dict[str, Any]:
    """The event that keeps the words of this message for `request`."""
    event: dict[str, Any] = SlotSet("wish", {"request": request, **asdict(Said.now(turn))})
    return event
