"""Asked again: what is new, or that nothing is, with one fact that answers, each time in other words.

The slot `said` remembers, for the few parcels talked about last, which answers were given (as fingerprints)
and which event was the newest then. It holds no words and nothing of the shopper.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.replies import button, line
from actions.turn import Turn
from tracking.wording import Wording

#: Parcels, and answers a parcel, that are remembered.
MAX_SUBJECTS = 6
MAX_ANSWERS = 12
#: What leads in the second, third and fourth time; then from the start.
_LEADS = ("order-same-as-before", "order-still-same", "order-looked-again")
#: From this time on a person is the first thing offered.
PATIENCE = 2


def freshen(answer: Answer, turn: Turn, words: Wording) -> tuple[Answer, str]:
    """The answer as it is to be said, and the slot `said` that remembers it."""
    memory = _memory(turn)
    subject = f"{answer.order_number or ''}/{answer.parcel or ''}/{','.join(answer.subjects)}"
    before: dict[str, Any] = memory.pop(subject, {"latest": answer.latest, "times": {}})
    if answer.latest > before["latest"]:
        # News: the same words mean something else now.
        said = (
            replace(answer, text=f"{line(words, 'order-news')} {answer.text}") if before["times"] else answer
        )
        before = {"latest": answer.latest, "times": {}}
    elif turn.said("parcel") and answer.text not in turn.before:
        said = answer  # the details of one from the list are wanted in full
    else:
        said = _again(answer, before["times"].get(answer.fingerprint, 0), words)
    times = dict(before["times"])
    times[answer.fingerprint] = times.pop(answer.fingerprint, 0) + 1
    memory[subject] = {"latest": before["latest"], "times": dict(list(times.items())[-MAX_ANSWERS:])}
    return said, json.dumps(dict(list(memory.items())[-MAX_SUBJECTS:]), separators=(",", ":"))


def _again(answer: Answer, times: int, words: Wording) -> Answer:
    """The answer when it was given `times` before."""
    if not times:
        return answer
    turn_of = (times - 1) % len(_LEADS)
    fact = answer.facts[turn_of % len(answer.facts)] if answer.facts else answer.text
    offer = f"\n\n{answer.follow_up}" if answer.follow_up and answer.facts else ""
    buttons = answer.buttons
    if times >= PATIENCE and answer.offer is None:
        person = button(words, "human_agent")
        buttons = [person, *(each for each in buttons if each != person)]
    # The card stands above already.
    return replace(answer, text=f"{line(words, _LEADS[turn_of])} {fact}{offer}", card=None, buttons=buttons)


def _memory(turn: Turn) -> dict[str, Any]:
    try:
        found = json.loads(turn.slot("said") or "{}")
    except ValueError:  # a conversation of an older version
        return {}
    return found if isinstance(found, dict) else {}
