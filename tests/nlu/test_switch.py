"""Which language a shopper asks to go on in."""

from __future__ import annotations

import pytest

from bot.nlu.switch import asked_language

SPOKEN = ("en", "fr", "es", "de")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("do you speak spanish?", "es"),
        ("auf deutsch bitte", "de"),
        ("en español por favor", "es"),
        ("en espanol porfa", "es"),
        ("parlez-vous français ?", "fr"),
        ("can we switch from french to english", "en"),
        ("parli italiano", "it"),
        ("kan het in het nederlands", "nl"),
        ("another language please", None),
        ("", None),
    ],
)
def test_the_language_named_last_counts(words: str, code: str | None) -> None:
    assert asked_language(words, SPOKEN) == code
