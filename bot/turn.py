"""The turn that Rasa is running on this task, known to the relay, the tracker store and the action endpoint.

Rasa swallows what goes wrong inside a turn: a failed action and a tracker that could not be read or saved
are logged and the turn goes on. What failed is noted here instead, so that the relay can say so, nothing
half-done is saved, and the worker runs the message again.
"""

from __future__ import annotations

import traceback
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any


class Failure(str, Enum):
    """Why a turn does not count."""

    #: The action server or the database does not answer: worth another try, for as long as it takes.
    UNAVAILABLE = "unavailable"
    #: An action crashed: worth a few tries.
    FAILED = "failed"


@dataclass
class RunningTurn:
    """State of one turn, from the relay's request to its answer."""

    failure: Failure | None = None
    #: Version of the tracker that was read, 0 for none yet; the save must find it unchanged.
    version: int = 0
    #: The tracker as the relay read it, which the same turn need not read again.
    tracker: Any = None
    milliseconds: dict[str, float] = field(default_factory=dict)

    def fail(self, failure: Failure) -> None:
        """Note what went wrong; a crash outweighs an outage."""
        if self.failure is not Failure.FAILED:
            self.failure = failure

    def took(self, part: str, seconds: float) -> None:
        """Add to the time spent in a part of the turn."""
        self.milliseconds[part] = round(self.milliseconds.get(part, 0.0) + seconds * 1000, 1)


#: None outside the relay: Rasa's own commands work as usual.
RUNNING: ContextVar[RunningTurn | None] = ContextVar("running_turn", default=None)


def kind_and_place(error: BaseException) -> str:
    """An error for the log without its words, which may quote the shopper: "KeyError at forms.py:40"."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "an unknown place"
    return f"{type(error).__name__} at {place}"
