"""What all actions share: the turn is read once, and the store is asked in a thread."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from datetime import datetime, timezone
from typing import Any

from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.replies import words_of
from actions.turn import Turn
from tracking.words.variants import reworded


class TurnAction(Action, ABC):
    """An action that replies to one turn; `name` is as in domain.yml."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Reply, and return what Rasa is to remember."""
        turn = Turn.of(tracker)
        # In a thread: a store that is slow for one shopper keeps no other one waiting.
        events = await asyncio.to_thread(self.reply, dispatcher, turn, datetime.now(timezone.utc))
        for message in dispatcher.messages:
            # Actions vary their words themselves; this holds where one of them does not.
            if message.get("text"):
                message["text"] = reworded(words_of(turn.language), message["text"], turn.before)
        return events

    @abstractmethod
    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Say something to the shopper of `turn` at `now`; return Rasa's events."""
