"""What a module must say of a provider so that it can be asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from tracking.errors import NotUnderstoodError


@dataclass(frozen=True)
class Question:
    """A request, its path below the provider's address."""

    method: str
    path: str
    headers: dict[str, str]
    params: dict[str, str] = field(default_factory=dict)
    json: Any = None


@dataclass(frozen=True)
class Answer:
    """What a provider answered: payloads as its source reads them, and how many parcels it does not know."""

    payloads: tuple[bytes, ...] = ()
    not_known: int = 0


class Provider(Protocol):
    """What every module of a provider here offers."""

    SOURCE: str
    #: Where it is asked.
    URL: str
    #: Tracking numbers that one request may name.
    BATCH: int
    #: Requests a second that it allows.
    REQUESTS_A_SECOND: float

    def question(self, numbers: Sequence[str], key: str) -> Question:
        """How it is asked about these tracking numbers, at most `BATCH`."""

    def answer(self, content: Any, numbers: Sequence[str]) -> Answer:
        """What its answer (parsed JSON; nothing where it knows none of them) says.

        Raises:
            NotUnderstoodError: it is none of its answers.
            KeyRefusedError: it says in its own way that the key is not valid.
        """


def written(payload: Any) -> bytes:
    """A payload as it is kept: the same content is the same bytes, so it is kept once.

    Raises:
        NotUnderstoodError: it is nested too deep.
    """
    try:
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    except RecursionError as error:
        raise NotUnderstoodError("an answer nested too deep") from error
