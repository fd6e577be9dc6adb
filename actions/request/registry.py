"""Which intents begin a request, and of which kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.request.change import CHANGE_REQUEST, INTENTS
from actions.request.draft import Draft, forgotten
from actions.request.goods import GOODS_CLAIM
from actions.request.goods import INTENTS as GOODS_INTENTS
from actions.request.kinds import Request
from actions.request.said import remember
from actions.turn import Turn

#: Intent → request.
REQUESTS: Mapping[str, Request] = {
    **dict.fromkeys(INTENTS, CHANGE_REQUEST),
    **dict.fromkeys(GOODS_INTENTS, GOODS_CLAIM),
}


def begin_wish(turn: Turn, question: str, also: str | None, asking: Draft | None) -> list[dict[str, Any]]:
    """Events that keep the words of a request until its order is known, and end one that was given up.

    `asking` is the request that the form waits for an answer to.
    """
    wished = next((each for each in (question, also) if each in REQUESTS), None)
    if wished is None or wished not in (turn.intent, turn.also):
        return []
    given_up = [] if asking and asking.request == wished else forgotten()
    return given_up if turn.text.startswith("/") else [*given_up, remember(turn, wished)]
