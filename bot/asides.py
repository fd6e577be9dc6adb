"""Turns that need no dialogue: something that cannot be read, and the events that a message left out.

They stand in the inbox like any other message, so they keep their place in the conversation and are answered
once; the worker answers them without Rasa. Their payload is made by our own code, never read from a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.engine import Engine

from bot.channels.rendering import folds, timeline
from bot.words import words_for
from tracking.db import begin_read
from tracking.outbox import Button, Reply, replies_to
from tracking.turns import Turn

NOTICE = "notice:"
TIMELINE = "timeline:"
#: Notices that go on with the question that shoppers come with.
_ASKS = frozenset(
    f"channel-{name}" for name in ("voice", "image", "file", "sticker", "other", "no-updates", "too-many")
)


def notice(message: str) -> str:
    """The payload that is answered with the text `message` of the conversation's language."""
    return f"{NOTICE}{message}"


def is_aside(payload: str | None) -> bool:
    """Whether a turn with this payload is answered here."""
    return payload is not None and payload.startswith((NOTICE, TIMELINE))


def answer(engine: Engine, turn: Turn) -> list[Reply]:
    """What is said to an aside."""
    kind, _, about = (turn.payload or "").partition(":")
    if f"{kind}:" == NOTICE:
        return [_said(turn.language, about)]
    words = words_for(turn.language)
    with begin_read(engine) as connection:
        cards = [item.card for item in replies_to(connection, int(about)) if item.card]
    if not cards:
        return [_said(turn.language, "channel-no-updates")]
    return [Reply(timeline(card, words)) for card in cards]


def _said(language: str | None, message: str) -> Reply:
    words = words_for(language)
    ask = (Button(words.text("button-track-order"), "/track_order"),) if message in _ASKS else ()
    return Reply(words.text(message), ask)


def unfolding(replies: Sequence[Reply], turn: Turn, language: str | None) -> list[Reply]:
    """The replies to `turn`, those whose card is folded with a button that shows all of it."""
    title = words_for(language or turn.language).text("button-show-all")
    return [
        replace(reply, buttons=(*reply.buttons, Button(title, f"{TIMELINE}{turn.inbox_id}")))
        if folds(reply.card)
        else reply
        for reply in replies
    ]
