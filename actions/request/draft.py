"""A request while it is being filled in, as it is remembered between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from rasa_sdk.events import SlotSet

from actions.turn import Turn

#: The last question of every request: is that what is to be passed on?
CONFIRM = "confirm"


@dataclass(frozen=True)
class Draft:
    """What a request is about, what was answered so far, and what was asked last.

    It says nothing about who may see the order: that is looked up again before anything is done.
    """

    #: The intent that it began with.
    request: str
    order_id: int
    order_number: str
    #: The last message that was read for it: none is read twice.
    message_id: str
    #: The words in which it was wished for, without numbers and addresses of e-mail.
    said: str = ""
    #: Answers by name of the question, and what the request itself found out.
    values: Mapping[str, str] = field(default_factory=dict)
    #: The question asked last, and how often in a row.
    asked: str | None = None
    times: int = 0
    #: A text to say before the next question: why the answer could not be taken.
    hint: str | None = None
    #: The e-mail address or postcode given before: a postcode of a new address must not take its place.
    proof: str | None = None
    #: Whether what is asked for now is a name or an address: its language says nothing about the shopper's
    #: (bot/channels/relay.py keeps to the language spoken so far).
    names: bool = False

    @classmethod
    def of(cls, turn: Turn) -> Draft | None:
        """The request under way, if there is one."""
        remembered = turn.slot("request_fields")
        if not isinstance(remembered, Mapping) or not turn.slot("request"):
            return None
        try:
            return cls(request=str(turn.slot("request")), **remembered)
        except TypeError:
            # Remembered by another version of the assistant: the shopper says it once more.
            return None

    def put(self, **values: str) -> Draft:
        """With these answers."""
        return replace(self, values={**self.values, **values})

    def without(self, *names: str) -> Draft:
        """Without these answers: they are asked for again."""
        return replace(self, values={name: self.values[name] for name in self.values if name not in names})

    def events(self) -> list[dict[str, Any]]:
        """What Rasa is to remember."""
        remembered = asdict(self)
        return [SlotSet("request", remembered.pop("request")), SlotSet("request_fields", remembered)]


def forgotten() -> list[dict[str, Any]]:
    """No request is under way any more."""
    return [SlotSet(name, None) for name in ("request", "request_fields", "request_answer")]
