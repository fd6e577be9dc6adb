"""What an action needs to know of the turn it runs in, read from Rasa's tracker once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rasa_sdk.interfaces import Tracker

from tracking.settings import settings


@dataclass(frozen=True)
class Turn:
    """One message of a shopper, with what was remembered before it."""

    conversation_id: str
    #: The channel's own id of the message: what opening a case is idempotent on.
    message_id: str
    channel: str
    language: str
    intent: str
    #: Values of this message only, by entity, in the order they were said, without repeats.
    entities: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, Any]
    #: Keyed hash of the sender's network address, for throttling.
    network: str | None = None
    #: What the message may mean, likeliest first, each with its confidence (0 to 1).
    ranking: tuple[tuple[str, float], ...] = ()
    #: A second wish in the same message ("where is it, and can I change the address?").
    also: str | None = None
    #: Code of the language that the shopper asks to go on in, also one that the shop does not speak.
    asked_language: str | None = None
    #: The words as they came; what a tapped button means starts with a slash.
    text: str = ""
    #: What the assistant said to the message before and to this one so far, oldest first.
    before: tuple[str, ...] = ()
    #: The names of the slots that this message has filled.
    filled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """Read the tracker that Rasa sent with the call."""
        message = tracker.latest_message or {}
        metadata = message.get("metadata") or {}
        code = (message.get("language") or {}).get("code") or metadata.get("language")
        entities: dict[str, tuple[str, ...]] = {}
        for entity in message.get("entities") or ():
            value, values = str(entity.get("value")), entities.get(entity["entity"], ())
            if value not in values:
                entities[entity["entity"]] = (*values, value)
        return cls(
            conversation_id=tracker.sender_id,
            message_id=str(message.get("message_id") or metadata.get("message_id") or ""),
            channel=str(metadata.get("channel") or ""),
            language=code if code in settings().languages else settings().default_language,
            intent=str((message.get("intent") or {}).get("name") or ""),
            entities=entities,
            slots=dict(tracker.slots),
            network=metadata.get("network"),
            ranking=tuple(
                (str(each["name"]), float(each["confidence"]))
                for each in message.get("intent_ranking") or ()
                if each.get("name") not in (None, "nlu_fallback")
            ),
            also=message.get("also_intent"),
            asked_language=(message.get("language") or {}).get("asked"),
            text=str(message.get("text") or ""),
            before=said_last(tracker.events),
            filled=frozenset(filled_since(tracker.events)),
        )

    def said(self, *entities: str) -> str | None:
        """The first value of this message for any of `entities`."""
        return next((self.entities[name][0] for name in entities if self.entities.get(name)), None)

    @property
    def confidence(self) -> float:
        """How sure the intent is, 0 to 1; a tap is certain, and what was not understood is not."""
        return 1.0 if self.text.startswith("/") else dict(self.ranking).get(self.intent, 0.0)

    @property
    def typed(self) -> str:
        """The words that were typed; empty for a tap."""
        return "" if self.text.startswith("/") else self.text

    @property
    def day(self) -> date | None:
        """The first date that this message names."""
        for value in self.entities.get("date", ()):
            with contextlib.suppress(ValueError):
                return date.fromisoformat(value)
        return None

    def slot(self, name: str) -> Any:
        """What was remembered, or None."""
        return self.slots.get(name)


def said_last(events: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The texts of the assistant since the message before this one, oldest first."""
    found: list[str] = []
    messages = 0
    for event in reversed(events):
        if event.get("event") == "user":
            messages += 1
            if messages == 2:
                break
        elif event.get("event") == "bot" and event.get("text"):
            found.append(str(event["text"]))
    return tuple(reversed(found))


def filled_since(events: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The slots set since the shopper's message."""
    for event in reversed(events):
        if event.get("event") == "user":
            return
        if event.get("event") == "slot" and event.get("value") is not None:
            yield str(event.get("name"))
