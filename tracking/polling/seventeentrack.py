"""17TRACK, asked: `POST /gettrackinfo` with up to 40 numbers that the shop has registered there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.polling.errors import KeyRefusedError
from tracking.polling.provider import Answer, Question, written
from tracking.sources import wire
from tracking.sources.seventeentrack import SOURCE

__all__ = ["BATCH", "REQUESTS_A_SECOND", "SOURCE", "URL", "answer", "question"]

URL = "https://api.17track.net/track/v2.2"
BATCH = 40
REQUESTS_A_SECOND = 3.0
#: What it answers where the address is not on the account's list, the key is wrong, or the account closed.
_REFUSED = frozenset({-18010001, -18010002, -18010004, -18010005})


def question(numbers: Sequence[str], key: str) -> Question:
    """See `tracking.polling.provider`."""
    return Question(
        "POST", "/gettrackinfo", {"17token": key}, json=[{"number": number} for number in numbers]
    )


def answer(content: Any, numbers: Sequence[str]) -> Answer:
    """See `tracking.polling.provider`."""
    content = wire.record(content or {"code": 0, "data": {}}, "the answer")
    code = content.get("code")
    if code in _REFUSED:
        raise KeyRefusedError(SOURCE, f"it answered {code}")
    if code != 0:
        raise NotUnderstoodError(
            f"code: expected 0, found {code if isinstance(code, int) else wire.kind(code)}"
        )
    data = wire.part(content, "data")
    accepted, rejected = data.get("accepted") or [], data.get("rejected") or []
    if not isinstance(accepted, list) or not isinstance(rejected, list):
        raise NotUnderstoodError("data: expected lists of what is accepted and rejected")
    payloads = tuple(written({"event": "TRACKING_UPDATED", "data": tracking}) for tracking in accepted)
    return Answer(payloads, len(rejected))
