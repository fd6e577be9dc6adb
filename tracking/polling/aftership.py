"""AfterShip, asked: `GET /trackings?tracking_numbers=…` for parcels that the shop has registered there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.numbers import tracking_key
from tracking.polling.provider import Answer, Question, written
from tracking.sources import wire
from tracking.sources.aftership import SOURCE

__all__ = ["BATCH", "REQUESTS_A_SECOND", "SOURCE", "URL", "answer", "question"]

#: The version of the API is part of its address.
URL = "https://api.aftership.com/tracking/2025-07"
BATCH = 50
#: Of the six that it allows for lists, one is left to the shop's other programs.
REQUESTS_A_SECOND = 5.0
#: Most trackings in one answer; a number may be registered for several carriers.
_LIMIT = 200


def question(numbers: Sequence[str], key: str) -> Question:
    """See `tracking.polling.provider`."""
    params = {"tracking_numbers": ",".join(numbers), "limit": str(_LIMIT)}
    return Question("GET", "/trackings", {"as-api-key": key}, params)


def answer(content: Any, numbers: Sequence[str]) -> Answer:
    """See `tracking.polling.provider`."""
    data = wire.record(wire.record(content or {"data": {}}, "the answer").get("data"), "data")
    trackings = data.get("trackings", [])
    if not isinstance(trackings, list):
        raise NotUnderstoodError(f"data.trackings: expected a list, found {wire.kind(trackings)}")
    known = {
        tracking_key(wire.text(tracking.get("tracking_number"), wire.MAX_NUMBER) or "")
        for tracking in trackings
        if isinstance(tracking, dict)
    }
    payloads = tuple(written({"event": "tracking_update", "msg": tracking}) for tracking in trackings)
    return Answer(payloads, len(set(numbers) - known))
