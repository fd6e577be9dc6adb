"""Ship24, asked: `GET /trackers/search/<number>/results` for a parcel that the shop has a tracker for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from tracking.errors import NotUnderstoodError
from tracking.polling.provider import Answer, Question, written
from tracking.sources import wire
from tracking.sources.ship24 import SOURCE

__all__ = ["BATCH", "REQUESTS_A_SECOND", "SOURCE", "URL", "answer", "question"]

URL = "https://api.ship24.com/public/v1"
BATCH = 1
REQUESTS_A_SECOND = 10.0


def question(numbers: Sequence[str], key: str) -> Question:
    """See `tracking.polling.provider`."""
    path = f"/trackers/search/{quote(numbers[0], safe='')}/results"
    return Question("GET", path, {"Authorization": f"Bearer {key}"})


def answer(content: Any, numbers: Sequence[str]) -> Answer:
    """See `tracking.polling.provider`."""
    if content is None:
        return Answer(not_known=len(numbers))
    trackings = wire.part(wire.record(content, "the answer"), "data").get("trackings")
    if not isinstance(trackings, list):
        raise NotUnderstoodError(f"data.trackings: expected a list, found {wire.kind(trackings)}")
    return Answer(tuple(written({"trackings": [tracking]}) for tracking in trackings), int(not trackings))
