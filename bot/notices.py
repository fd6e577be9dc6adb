"""The worker's part in notices: looks for news every second, and ends them at a word.

Looking costs one read of an index while nothing is due. Several workers may look: each notice is put into the
outbox once (`tracking.notices`).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Collection
from datetime import datetime, timezone

from sqlalchemy.engine import Engine

from bot.relay_client import Answer
from bot.signals import OUTBOX, Signals
from bot.turn import kind_and_place
from bot.words import words_for
from tracking import notices, rating_questions
from tracking.errors import StoreUnavailableError
from tracking.outbox import Reply
from tracking.subscriptions import STOPPING, is_stop_word, stop
from tracking.turns import Turn

logger = logging.getLogger(__name__)

#: How often news is looked for.
LOOK_SECONDS = 1.0
#: Pause after a pass that failed.
FAILED_SECONDS = 10.0


class Notices:
    """Puts notices, and questions for a rating, into the outbox; `fetched` names the fetching channels."""

    def __init__(self, engine: Engine, signals: Signals, fetched: Collection[str]) -> None:
        self._engine = engine
        self._signals = signals
        self._fetched = frozenset(fetched)

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop`; whatever goes wrong, turns go on."""
        while not stop.is_set():
            pause = LOOK_SECONDS
            try:
                told, more = await asyncio.to_thread(self._pass)
                for conversation_id in told:
                    self._signals.send(OUTBOX, conversation_id)
                if more:
                    continue
            except StoreUnavailableError:
                logger.warning("no notices: the database does not answer")
            except Exception as error:  # noqa: BLE001 - its words may quote a shopper; the bot goes on
                logger.error("no notices: %s", kind_and_place(error))
                pause = FAILED_SECONDS
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)

    def _pass(self) -> tuple[set[str], bool]:
        """Look once: the conversations with something new, and whether there may be more."""
        now = datetime.now(timezone.utc)
        passed = notices.send_due(self._engine, now, fetched=self._fetched)
        asked = rating_questions.ask_due(self._engine, now, fetched=self._fetched)
        return {*passed.told, *asked}, passed.looked > 0


def may_end_them(turn: Turn) -> bool:
    """Whether a message, if notices are on, ends them: a word on its own, or a tap on our button.

    Seen to before anything else: it counts whatever is being asked, while a person has the conversation,
    and while Rasa is away.
    """
    if turn.payload is not None:
        return turn.payload == f"/{STOPPING}"
    return is_stop_word(turn.text)


def end_them(engine: Engine, turn: Turn) -> Answer | None:
    """End all notices of the conversation and say so; None without any: then “stop” is a word like others."""
    if not stop(engine, turn.conversation_id, turn.message_id, datetime.now(timezone.utc)):
        return None
    understood = {"intent": STOPPING, "confidence": 1.0, "entities": []}
    return Answer((Reply(words_for(turn.language).text("notices-stopped")),), None, understood)
