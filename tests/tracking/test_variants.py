"""The same thing in other words."""

from __future__ import annotations

import pytest

from tracking.settings import WRITTEN_LANGUAGES
from tracking.wording import wording
from tracking.words.variants import fresh, reworded

VARIED = (
    "utter-unclear",
    "utter-out-of-scope",
    "utter-thanks",
    "unclear-which",
    "deny-nothing",
    "affirm-done",
)


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("message", [*VARIED, "order-only-parcel", "language-switched"])
def test_nothing_is_ever_said_twice_in_a_row(message: str, language: str) -> None:
    words, before = wording(language), ""
    for _ in range(8):
        said = fresh(words, message, (before,), order="10042", shop="Maison Lumen")
        assert said != before
        before = said


def test_a_text_that_was_not_said_is_said_as_it_is() -> None:
    words = wording("en")
    assert fresh(words, "utter-thanks", ("something else",)) == words.text("utter-thanks")


def test_the_first_form_comes_back_last() -> None:
    """“Thanks. And the e-mail address?” thanks for nothing the third time."""
    words = wording("en")
    message = "utter-ask-identify-form-proof"
    second = fresh(words, message, (words.text(message),))
    third = fresh(words, message, (second,))
    assert len({words.text(message), second, third}) == 3
    assert fresh(words, message, (third,)) == second


def test_a_text_without_variants_is_led_in() -> None:
    words = wording("en")
    assert reworded(words, "Hello.", ()) == "Hello."
    assert reworded(words, "Hello.", ("Hello.",)) == "Once more: Hello."
    assert reworded(words, "Hello.", ("Hello.", "Once more: Hello.")) == "As before: Hello."
