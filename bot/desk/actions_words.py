"""Why something could not be done, in the words of whoever wanted it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.conversation_words import by_whom, changed
from bot.desk.render import moment
from tracking.cases import AlreadyOpenError, StaleCaseError
from tracking.errors import WismoError
from tracking.takeover import HeldByOtherError, NotHeldError
from tracking.wording import Wording


class Refused(WismoError):  # noqa: N818 - it is what happened, and nobody's error
    """Not possible as things are; `message` is the id of the text that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def told(error: Exception, words: Wording, people: Mapping[str, str]) -> tuple[int, str]:
    """The status of the answer, and what to say: 409 for what others did meanwhile, 422 for a wrong form."""
    if isinstance(error, StaleCaseError):
        if error.last is None:
            return 409, words.text("desk-talk-stale-unknown")
        return 409, words.text(
            "desk-talk-stale",
            name=by_whom(error.last.by, words, people),
            at=moment(words.language, error.last.at),
            what=changed(error.last, words, people),
        )
    if isinstance(error, HeldByOtherError):
        since = moment(words.language, error.holder.since)
        return 409, words.text("desk-talk-held-by-other", name=error.holder.agent.name, at=since)
    if isinstance(error, NotHeldError):
        return 409, words.text("desk-talk-not-held")
    if isinstance(error, AlreadyOpenError):
        return 409, words.text("desk-talk-already-open", reference=error.other.reference)
    if isinstance(error, Refused):
        return 409, words.text(error.message)
    return 422, words.text("desk-talk-wrong")
