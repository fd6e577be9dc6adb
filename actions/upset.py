"""Whether a shopper is so upset that a person should answer, without being asked."""

from __future__ import annotations

import re
from datetime import datetime

from actions.turn import Turn
from tracking import cases
from tracking.db import begin_read, default_engine

#: Shouting: so many letters at least, this share of them capitals.
_LETTERS = 12
_CAPITALS = 0.7
_MARKS = re.compile(r"[!?¡¿]{3,}")


def is_upset(turn: Turn, now: datetime) -> bool:
    """Whether a complaint is the second one, or shouted. Ask it of a message that is a complaint."""
    if is_shouted(turn.typed):
        return True
    with begin_read(default_engine()) as connection:
        return cases.complained_before(connection, turn.conversation_id, turn.message_id, now)


def is_shouted(text: str) -> bool:
    """Whether a text is mostly capitals, or ends in a row of marks. Words are for the classifier to judge."""
    letters = [each for each in text if each.isalpha()]
    capitals = sum(each.isupper() for each in letters)
    return bool(_MARKS.search(text)) or (len(letters) >= _LETTERS and capitals >= _CAPITALS * len(letters))
