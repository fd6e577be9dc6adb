"""The form of a request: what is asked next, what an answer changes, and what only a yes does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.identify import Identified
from actions.request.draft import Draft, forgotten
from actions.request.form import ask, begun, is_asking, read
from actions.request.kinds import Again, Asking, Question, Request
from actions.request.registry import REQUESTS, begin_wish
from actions.request.said import Said, remember
from actions.turn import Turn
from actions.validate_request_form import ValidateRequestForm
from tests.actions.turns import remembered, texts, turn
from tests.tracking.parcels import NOW
from tracking.cases import Case
from tracking.vocabulary import CaseKind
from tracking.wording import Wording

DRAFT = Draft("lend_umbrella", 7, "10042", "m-0", said="lend me one")


def said(message: Turn, draft: Draft) -> str | Again | None:
    """An answer that is not understood as anything else."""
    if message.text == "purple with dots":
        return Again("request-dropped")
    return message.text if message.intent == "inform" and message.text else None


class Umbrella(Request):
    """A request with two questions, which no shop has."""

    case = CaseKind.PERSON_WANTED

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
        return begun(replace(DRAFT, message_id=turn.message_id))

    def questions(self, draft: Draft) -> Sequence[Question]:
        def corrected(message: Turn, draft: Draft) -> str | None:
            return message.text.removeprefix("no, ") if message.text.startswith("no, ") else None

        return [
            Question("colour", lambda words, draft, now: Asking("Which colour?"), said, corrected),
            Question("size", lambda words, draft, now: Asking("Which size?"), said, names=True),
        ]

    def summary(self, words: Wording, draft: Draft, now: datetime) -> str:
        return f"{draft.values['colour']}, {draft.values['size']}?"

    def details(self, draft: Draft) -> dict[str, Any]:
        return dict(draft.values)

    def recorded(self, words: Wording, draft: Draft, case: Case, *, joined: bool) -> str:
        return case.reference


UMBRELLA = Umbrella()
FULL = DRAFT.put(colour="red", size="large")


def message(text: str, intent: str = "inform", id: str = "m-1") -> Turn:
    return replace(turn(text, intent=intent), message_id=id)


def after(draft: Draft, *answers: Turn) -> Draft:
    """The draft after these messages, all of which were answers."""
    for answer in answers:
        found = read(UMBRELLA, draft, answer)
        assert found is not None
        assert not found.confirmed
        draft = found.draft
    return draft


def asked(draft: Draft) -> tuple[str, Draft]:
    """What is asked next, and the draft that remembers it."""
    dispatcher = CollectingDispatcher()
    events = ask(dispatcher, UMBRELLA, draft, turn(), NOW)
    slots = remembered(events)
    again = Draft.of(turn(**slots))
    assert again is not None
    (text,) = texts(dispatcher)
    return text, again


def test_it_asks_one_thing_after_the_other_then_for_a_yes() -> None:
    text, draft = asked(DRAFT)
    assert text == "Which colour?"
    text, draft = asked(after(draft, message("red", id="m-1")))
    assert text == "Which size?"
    text, draft = asked(after(draft, message("large", id="m-2")))
    assert text == "red, large?"
    found = read(UMBRELLA, draft, message("yes", "affirm", id="m-3"))
    assert found is not None
    assert found.confirmed
    assert found.draft.values == {"colour": "red", "size": "large"}


def test_no_message_is_read_twice() -> None:
    """The form is run again after an interruption, and when it starts: with the message that did it."""
    assert read(UMBRELLA, DRAFT, message("red", id="m-0")) is None
    assert read(UMBRELLA, FULL, message("yes", "affirm", id="m-0")) is None


def test_a_yes_confirms_nothing_while_something_is_missing() -> None:
    assert read(UMBRELLA, DRAFT.put(colour="red"), message("yes", "affirm")) is None


@pytest.mark.parametrize("intent", ["deny", "human_agent", "track_order"])
def test_what_is_no_answer_is_left_to_its_own_rule(intent: str) -> None:
    other = replace(message("something else", intent), ranking=((intent, 0.9),))
    assert read(UMBRELLA, DRAFT, other) is None
    assert read(UMBRELLA, FULL, other) is None


def test_a_correction_changes_the_answer_and_asks_for_a_yes_again() -> None:
    draft = after(FULL, message("no, blue", "deny"))
    assert draft.values == {"colour": "blue", "size": "large"}
    assert asked(draft)[0] == "blue, large?"


def test_the_wish_to_change_it_asks_the_last_question_again() -> None:
    draft = after(FULL, message("/lend_umbrella", "lend_umbrella"))
    assert draft.values == {"colour": "red"}
    assert asked(draft)[0] == "Which size?"


def test_the_wish_once_more_with_a_yes_is_a_yes() -> None:
    found = read(UMBRELLA, FULL, message("yes please, lend it to me", "lend_umbrella"))
    assert found is not None
    assert found.confirmed


def test_what_is_not_understood_is_neither_a_yes_nor_a_no() -> None:
    draft = after(FULL, message("hm", "nlu_fallback"))
    text, draft = asked(draft)
    assert text.startswith("I’m not sure what you mean")
    assert text.endswith("red, large?")
    assert draft.values == FULL.values


def test_an_answer_in_place_of_a_yes_is_a_new_answer() -> None:
    assert after(FULL, message("small")).values == {"colour": "red", "size": "small"}


def test_an_answer_that_cannot_be_taken_says_why_once() -> None:
    draft = after(DRAFT, message("purple with dots"))
    assert draft.values == {}
    text, draft = asked(draft)
    assert text == "All right, I haven’t passed anything on."
    assert draft.hint is None


def test_asked_again_it_does_not_sound_the_same() -> None:
    first, draft = asked(DRAFT)
    second, draft = asked(draft)
    third, draft = asked(draft)
    assert first == third == "Which colour?"
    assert second.endswith(first)
    assert second != first
    # After an answer, the next question is new.
    assert asked(after(draft, message("red")))[0] == "Which size?"


def test_the_language_of_a_name_says_nothing_about_the_shopper() -> None:
    _, draft = asked(DRAFT)
    assert not draft.names
    _, draft = asked(DRAFT.put(colour="red"))
    assert draft.names
    _, draft = asked(FULL)
    assert draft.names


def test_the_buttons_of_the_last_question() -> None:
    dispatcher = CollectingDispatcher()
    ask(dispatcher, UMBRELLA, FULL, turn(language="de"), NOW)
    (sent,) = dispatcher.messages
    assert [(each["title"], each["payload"]) for each in sent["buttons"]] == [
        ("Ja, gib es weiter", "/affirm"),
        ("Ändern", "/lend_umbrella"),
        ("Schon gut", "/deny"),
    ]


def test_a_draft_is_remembered_whole() -> None:
    draft = replace(FULL, asked="confirm", times=2, hint="x", proof="69003", names=True)
    assert Draft.of(turn(**remembered(draft.events()))) == draft
    assert Draft.of(turn(**remembered(forgotten()))) is None
    assert Draft.of(turn()) is None
    # One of another version of the assistant.
    assert Draft.of(turn(request="lend_umbrella", request_fields={"order": 7})) is None


def test_the_form_is_asking_only_while_its_slot_is_requested() -> None:
    slots = remembered(FULL.events())
    assert is_asking(turn(**slots, requested_slot="request_answer"))
    assert not is_asking(turn(**slots, requested_slot="proof"))
    assert not is_asking(turn(requested_slot="request_answer"))


def test_an_answer_gives_back_what_it_took_from_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The postcode of a new address was taken for the order's; a house number for an order number."""
    monkeypatch.setattr("actions.validate_request_form.REQUESTS", {"lend_umbrella": UMBRELLA})
    slots = remembered(replace(DRAFT, proof="ada@example.com").events())
    answer = replace(message("red"), slots={**slots, "order_number": "10115", "proof": "75002"})
    events = ValidateRequestForm().reply(CollectingDispatcher(), answer, NOW)
    found = remembered(events)
    assert found["order_number"] == "10042"
    assert found["proof"] == "ada@example.com"
    assert found["request_answer"] is None
    # No answer: no event at all, so that the form steps back.
    other = replace(answer, intent="track_order", ranking=(("track_order", 0.9),))
    assert ValidateRequestForm().reply(CollectingDispatcher(), other, NOW) == []


def test_the_words_of_a_wish_are_kept_until_its_order_is_known() -> None:
    wish = turn("leave it behind the shed, order 10042", intent="delivery_instructions")
    wish = replace(wish, entities={"order_number": ("10042",), "date": ("2026-11-20",)})
    later = turn("ada@example.com", intent="inform", **remembered([remember(wish, "delivery_instructions")]))
    found = Said.of(later, "delivery_instructions")
    assert found == Said.now(wish)
    assert found.text == "leave it behind the shed"
    assert found.days == ("2026-11-20",)
    assert Said.of(later, "cancel_order") == Said()
    # A tap has no words: those of the message before it count.
    tap = replace(later, text="/delivery_instructions", intent="delivery_instructions")
    assert Said.of(tap, "delivery_instructions") == found


def test_a_new_wish_ends_the_one_before_but_not_itself() -> None:
    wish = turn("change the address", intent="change_address")
    other = replace(DRAFT, request="cancel_order")
    assert remembered(begin_wish(wish, "change_address", None, other))["request_fields"] is None
    same = replace(DRAFT, request="change_address")
    assert "request_fields" not in remembered(begin_wish(wish, "change_address", None, same))
    question = turn("where is it", intent="track_order")
    assert begin_wish(question, "track_order", None, same) == []


def test_a_reason_that_is_volunteered_is_kept_and_never_asked_for() -> None:
    request = REQUESTS["cancel_order"]
    draft = Draft(
        "cancel_order", 7, "10042", "m-0", values={"change": "cancel", "parcels": "1", "parcel": ""}
    )
    assert request.open_questions(draft) == []
    found = read(request, draft, message("because I found it cheaper", "out_of_scope"))
    assert found is not None
    assert not found.confirmed
    assert request.details(found.draft) == {
        "change": "cancel",
        "value": "because I found it cheaper",
    }


def test_every_change_has_a_request() -> None:
    changes = {"change_address", "delivery_instructions", "reschedule", "cancel_order", "change_order"}
    assert changes <= REQUESTS.keys()
