"""What a shopper answers who was asked to look for a delivered parcel, or to wait for it.

Said after that question, "it was signed by someone else" wants the claim, whatever it would mean by itself.
The words are in `claim_cues.json`.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from actions.turn import Turn
from tracking.choosing import plain

#: What stands in the slot `offer` while a claim is talked about: the shopper was asked to look, or has looked
#: and was asked to wait. They are no kinds of cases: whoever asks for a person meanwhile gets one.
LOOKING, WAITING = "claim_looking", "claim_waiting"
CLAIMING = frozenset({LOOKING, WAITING})

#: What the shopper says about a delivery that is not there: for the first time, has looked everywhere, will
#: look, wants the claim now, will wait, has found it.
Said = Literal["first", "all", "later", "now", "wait", "found"]
ANSWERS: tuple[Said, ...] = ("found", "all", "now", "later", "wait")


@lru_cache(maxsize=1)
def _patterns() -> dict[Said, re.Pattern[str]]:
    words = json.loads(Path(__file__).with_name("claim_cues.json").read_text("utf-8"))
    return {each: re.compile("|".join(words[each])) for each in ANSWERS}


def said_in(text: str) -> Said | None:
    """What a text says to the question whether the parcel has turned up; None where it says none of it."""
    said = plain(text).replace("’", "'")
    return next((kind for kind, pattern in _patterns().items() if pattern.search(said)), None)


def tapped(turn: Turn) -> Said | None:
    """What a tapped button says of the claim."""
    checked = turn.said("checked")
    return next((each for each in ANSWERS if each == checked), None)


def is_pending(turn: Turn) -> bool:
    """Whether a yes or no of this turn is about a claim."""
    return turn.slot("offer") in CLAIMING


def takes_up(turn: Turn) -> bool:
    """Whether a message that was understood as something else goes on with the claim that is talked about.

    Whoever was asked to look and has asked something else meanwhile may still say that they have looked; and
    whoever was just told that it was delivered, that they don't know who signed.
    """
    said = said_in(turn.typed) if turn.typed else None
    if said is None:
        return False
    told = said in ("all", "now") and turn.slot("about") == "delivered"
    return is_pending(turn) or (said == "all" and bool(turn.slot("claim"))) or told
