"""A confirmed request becomes a case; nothing is ever said to be done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.hand_over import open_for
from actions.replies import button, say, words_of
from actions.request.draft import Draft, forgotten
from actions.request.registry import REQUESTS
from actions.turn import Turn
from tracking import disclosure
from tracking.cases import known_since
from tracking.db import begin_read, default_engine
from tracking.words.hours import hours_sentence


class ActionRecordRequest(TurnAction):
    """Open the case with all confirmed fields, or add them to the one that is open."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_record_request"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Say the reference and what happens now; the order must still be proven to be the shopper's."""
        draft = Draft.of(turn)
        if draft is None or draft.request not in REQUESTS:
            return forgotten()
        with begin_read(default_engine()) as connection:
            proven = disclosure.verified_orders(connection, turn.conversation_id, now=now)
        if draft.order_id not in proven:
            return [*forgotten(), SlotSet("question", draft.request), FollowupAction("identify_form")]
        request, words = REQUESTS[draft.request], words_of(turn.language)
        case = open_for(turn, request.case, now, draft.order_id, details=request.details(draft))
        with begin_read(default_engine()) as connection:
            # What another conversation has asked for is none of this one's business.
            since = known_since(connection, case.id, turn.conversation_id, but=turn.message_id)
        joined = since is not None
        recorded = request.recorded(words, draft, case, joined=joined)
        say(
            dispatcher,
            " ".join(filter(None, (recorded, hours_sentence(words, now)))),
            [button(words, "track_order"), button(words, "human_agent")],
        )
        return [*forgotten(), SlotSet("offer", None)]
