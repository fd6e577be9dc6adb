"""The form that asks for what a request lacks, and for a yes to all of it.

`request_form` has one slot, `request_answer`: it stays empty, and the form goes on asking, until the shopper
has confirmed. What is asked next follows from the draft.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.replies import button, line, say, words_of
from actions.request.draft import CONFIRM, Draft
from actions.request.kinds import Again, Asking, Question, Request
from actions.request.reading import (
    LIKE_AN_ANSWER,
    SURE,
    is_certain,
    is_something_else,
    named_in,
    says_yes,
    speaks_of,
)
from actions.turn import Turn
from tracking.wording import Wording


@dataclass(frozen=True)
class Read:
    """What a message meant for the request under way."""

    draft: Draft
    confirmed: bool = False


def begun(draft: Draft) -> list[dict[str, Any]]:
    """Events that start the form, or go on with it, for this draft."""
    return [
        *draft.events(),
        SlotSet("request_answer", None),
        SlotSet("question", draft.request),
        SlotSet("order_number", draft.order_number),
        SlotSet("offer", None),
        FollowupAction("request_form"),
    ]


def read(request: Request, draft: Draft, turn: Turn) -> Read | None:
    """The draft after this message; None where the message is about something else, or was read before."""
    if turn.message_id == draft.message_id:
        return None
    # Whatever is asked after an answer is asked for the first time.
    draft = replace(draft, message_id=turn.message_id, hint=None, asked=None)
    waiting = request.open_questions(draft)
    if waiting:
        return _answered(waiting[0], draft, turn)
    return _confirmed(request, draft, turn)


def _answered(question: Question, draft: Draft, turn: Turn) -> Read | None:
    answer = question.read(turn, draft)
    if answer is None:
        return None
    if isinstance(answer, Again):
        return Read(replace(draft, hint=answer.hint))
    return Read(draft.put(**{question.name: answer}))


def _confirmed(request: Request, draft: Draft, turn: Turn) -> Read | None:
    """A yes, another answer to one of the questions, or the wish to change the last one."""
    for question in reversed(request.questions(draft)):
        if value := question.correct(turn, draft):
            return Read(draft.put(**{question.name: value}))
    # "Yes please, cancel it" is the wish once more, and a yes.
    if turn.intent == "affirm" or (turn.intent == draft.request and says_yes(turn.text)):
        return Read(draft, confirmed=True)
    questions = request.asked(draft)
    if turn.intent == draft.request:
        return Read(draft.without(questions[-1].name) if questions else draft)
    if turn.intent == "deny" and turn.typed and speaks_of("no_photo", turn.typed):
        # An answer to what was asked for by the way, and no no to the request.
        return Read(replace(draft, hint="request-yes-or-no"))
    another = turn.intent in LIKE_AN_ANSWER and named_in(turn.typed) == turn.intent and is_certain(turn)
    if turn.intent == "deny" or another or is_something_else(turn):
        return None
    # Neither yes nor no nor another wish: a new answer in words that only a question makes clear.
    answer = questions[-1].read(turn, draft) if questions else None
    if isinstance(answer, str):
        return Read(draft.put(**{questions[-1].name: answer}))
    unsure = turn.intent == "nlu_fallback" or turn.confidence < SURE
    return Read(replace(draft, hint="request-yes-or-no")) if unsure else None


def ask(
    dispatcher: CollectingDispatcher, request: Request, draft: Draft, turn: Turn, now: datetime
) -> list[dict[str, Any]]:
    """Ask the next question of the form; one that is asked again begins differently."""
    words = words_of(turn.language)
    waiting = request.open_questions(draft)
    name = waiting[0].name if waiting else CONFIRM
    times = draft.times + 1 if draft.asked == name else 1
    asked = replace(draft, asked=name, times=times)
    asking = waiting[0].ask(words, asked, now) if waiting else _ask_to_confirm(words, request, asked, now)
    hint = line(words, draft.hint, unlike=turn.before) if draft.hint else ""
    if hint and waiting:
        # It says already what is wanted.
        text = hint
    else:
        # Every other time: the same lead twice in a row would sound like a record.
        lead = hint or (line(words, "request-back") if times % 2 == 0 else "")
        text = " ".join(filter(None, (lead, asking.text)))
    buttons = asking.buttons
    if waiting and not buttons:
        # Whoever has no answer, or wants none of it any more, finds a way out.
        buttons = [_drop(words)]
    say(dispatcher, text, buttons)
    # A correction to what is to be confirmed may be a name as well.
    names = any(question.names for question in (waiting[:1] or request.questions(draft)))
    return replace(asked, hint=None, names=names).events()


def _ask_to_confirm(words: Wording, request: Request, draft: Draft, now: datetime) -> Asking:
    edit = {"title": words.text("button-request-edit"), "payload": f"/{draft.request}"}
    buttons = [
        {**button(words, "affirm"), "title": words.text("button-request-pass-on")},
        *([edit] if request.asked(draft) else []),
        _drop(words),
    ]
    return Asking(request.summary(words, draft, now), buttons)


def _drop(words: Wording) -> dict[str, str]:
    return {"title": words.text("button-request-drop"), "payload": "/deny"}


def is_asking(turn: Turn) -> bool:
    """Whether the form waits for an answer."""
    return turn.slot("requested_slot") == "request_answer" and Draft.of(turn) is not None


def going_on(turn: Turn, request: str) -> Draft | None:
    """The draft that `request` goes on with: while the form asks, or once its order is known.

    A wish that is uttered anew, after a goodbye say, takes up nothing of the one before.
    """
    draft = Draft.of(turn)
    anew = request in (turn.intent, turn.also) and not is_asking(turn)
    return draft if draft and draft.request == request and not anew else None
