"""Go on in the language that the shopper asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from babel import Locale
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TurnAction
from actions.replies import button, line, say, words_of
from actions.turn import Turn
from tracking.settings import settings
from tracking.vocabulary import CaseKind
from tracking.wording import Wording

#: What a yes opens as it is; other offers are part of an answer, which is given again.
_CASES = frozenset(kind.value for kind in CaseKind)


class ActionSwitchLanguage(TurnAction):
    """The language itself is read with the message; this says so in that language."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_switch_language"

    def reply(self, dispatcher: CollectingDispatcher, turn: Turn, now: datetime) -> list[dict[str, Any]]:
        """Reply in the language asked for, or say which ones there are."""
        words = words_of(turn.language)
        if turn.asked_language in settings().languages:
            return _go_on(dispatcher, turn, words)
        names = [Locale(code).get_display_name(turn.language) or code for code in settings().languages]
        say(dispatcher, line(words, "language-not-spoken", languages=", ".join(names)))
        return []


def _go_on(dispatcher: CollectingDispatcher, turn: Turn, words: Wording) -> list[dict[str, Any]]:
    """In the new language: the open question, the offer on the table, or the last answer once more."""
    if turn.slot("requested_slot"):
        # Its form asks it again.
        say(dispatcher, line(words, "language-on"))
        return []
    if turn.slot("offer") in _CASES:
        say(dispatcher, line(words, "language-offer"), [button(words, "affirm"), button(words, "deny")])
        return []
    if turn.slot("said") and turn.slot("question"):
        say(dispatcher, line(words, "language-on"))
        return [FollowupAction("action_answer_order")]
    say(dispatcher, line(words, "language-switched", unlike=turn.before), [button(words, "track_order")])
    return []
