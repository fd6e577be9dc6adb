"""What every kind of request must say of itself for the form to ask, confirm and record it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.identify import Identified
from actions.request.draft import Draft
from actions.turn import Turn
from tracking.cases import Case
from tracking.vocabulary import CaseKind
from tracking.wording import Wording


@dataclass(frozen=True)
class Again:
    """An answer that cannot be taken: say the text `hint` (a message id) and ask once more."""

    hint: str


@dataclass(frozen=True)
class Asking:
    """A question in words, with buttons."""

    text: str
    buttons: Sequence[dict[str, str]] = ()


@dataclass(frozen=True)
class Question:
    """One thing that a request needs to know."""

    name: str
    ask: Callable[[Wording, Draft, datetime], Asking]
    #: The answer in a message while this is asked; None where the message is about something else.
    read: Callable[[Turn, Draft], str | Again | None]
    #: A new answer in a message that was to confirm ("no, it's 14 rue …"); None where there is none.
    correct: Callable[[Turn, Draft], str | None] = lambda turn, draft: None
    #: Whether an answer is a name or an address, whose language says nothing about the shopper's.
    names: bool = False
    #: Never asked: only taken where the shopper says it before confirming.
    volunteered: bool = False


class Request(ABC):
    """A kind of request. One object serves all conversations: what differs is in the draft."""

    #: The case that a confirmed request opens.
    case: CaseKind

    @abstractmethod
    def start(
        self,
        dispatcher: CollectingDispatcher,
        turn: Turn,
        found: Identified,
        now: datetime,
        *,
        request: str,
        told: bool = False,
    ) -> list[dict[str, Any]]:
        """Begin for proven orders: say that it cannot be, or remember a draft and start `request_form`.

        `request` is the intent; `told` says that the parcel's state was just told in the same turn. May be
        called again for the request under way, when the shopper names another order or parcel.
        """

    @abstractmethod
    def questions(self, draft: Draft) -> Sequence[Question]:
        """What there is to ask, in that order; answers are in `draft.values` by the questions' names."""

    @abstractmethod
    def summary(self, words: Wording, draft: Draft, now: datetime) -> str:
        """All fields in one question that a yes confirms."""

    @abstractmethod
    def details(self, draft: Draft) -> dict[str, Any]:
        """The confirmed fields, for the person who takes the case; JSON."""

    @abstractmethod
    def recorded(self, words: Wording, draft: Draft, case: Case, *, joined: bool) -> str:
        """That it was passed on, and what a person does now; never that it is done.

        `joined` says that the case was open before.
        """

    def open_questions(self, draft: Draft) -> list[Question]:
        """Those that are asked and that no answer was given to."""
        return [each for each in self.asked(draft) if each.name not in draft.values]

    def asked(self, draft: Draft) -> list[Question]:
        """All that are asked, in their order."""
        return [question for question in self.questions(draft) if not question.volunteered]
