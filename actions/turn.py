"""What an action needs to know of the turn it runs in, read from Rasa's tracker once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
        )

    def said(self, *entities: str) -> str | None:
        """The first value of this message for any of `entities`."""
        return next((self.entities[name][0] for name in entities if self.entities.get(name)), None)

    def slot(self, name: str) -> Any:
        """What was remembered, or None."""
        return self.slots.get(name)
