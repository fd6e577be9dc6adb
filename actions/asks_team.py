"""“Is it done?”, “when will somebody answer?”: what is true of a case that this conversation has open."""

from __future__ import annotations

from datetime import datetime

from rasa_sdk.executor import CollectingDispatcher

from actions.cues import asks_team
from actions.replies import button, say, words_of
from actions.turn import Turn
from tracking import cases
from tracking.db import begin_read, default_engine
from tracking.words.handover import known_to_team


def told_of_team(dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> bool:
    """Say since when the team has it and when it answers; False if that is not asked, or there is no case.

    Asked for by its words: what they mean depends on there being a case, which nothing before this knows of.
    """
    if not turn.typed or not asks_team(turn.typed):
        return False
    with begin_read(default_engine()) as connection:
        found = cases.open_cases(connection, turn.conversation_id)
        case = found[-1] if found else None
        since = (
            cases.known_since(connection, case.id, turn.conversation_id, but=turn.message_id)
            if case
            else None
        )
    if case is None or since is None:
        return False
    words = words_of(turn.language)
    text = known_to_team(words, now, reference=case.reference, since=since, due=case.due_at)
    say(dispatcher, text, [button(words, "track_order"), button(words, "human_agent")])
    return True
