"""What the shopper thought of it: a tap on a score, or words; and the question for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.turn import Turn
from tracking import ratings
from tracking.db import default_engine
from tracking.rating_questions import buttons, question
from tracking.ratings import Score
from tracking.vocabulary import CaseKind

_SCORES = {str(score.value): score for score in Score}


class ActionFeedback(TurnAction):
    """Keep a score or a comment, thank, and offer a person where it went badly."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_feedback"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply; nothing is asked but whether to fetch a person."""
        words = words_of(turn.language)
        # Only a button carries a score: no message is read for one.
        score = _SCORES.get(turn.said("score") or "")
        if score is None:
            ratings.comment(default_engine(), turn.conversation_id, turn.message_id, now)
            say(dispatcher, line(words, "utter-feedback"))
            return []
        ratings.rate(default_engine(), turn.conversation_id, score, now)
        if score is not Score.BAD:
            say(dispatcher, line(words, "rating-thanks"))
            return []
        say(dispatcher, line(words, "rating-bad"), [button(words, "affirm"), button(words, "deny")])
        return [
            SlotSet("offer", CaseKind.PERSON_WANTED.value),
            ActiveLoop(None),
            SlotSet("requested_slot", None),
        ]


def say_in_closing(dispatcher: CollectingDispatcher, text: str, turn: Turn, now: datetime) -> None:
    """Send `text`; after an answer, and if no question is open, ask for a rating in the same reply."""
    words = words_of(turn.language)
    is_open = turn.slot("requested_slot") or turn.slot("offer")
    answered = turn.slot("said") and not is_open
    about = ratings.ask(default_engine(), turn.conversation_id, turn.message_id, now) if answered else None
    if about is None:
        # What is being asked stays the next step; else there is always one to tap.
        taps = [] if is_open else [button(words, "track_order"), button(words, "human_agent")]
        say(dispatcher, text, taps)
    else:
        say(dispatcher, f"{text}\n\n{question(words, about)}", buttons(words))
