"""Neutral replies within a messenger's limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rendering import Limits, render, timeline, trim, units
from tracking.settings import WRITTEN_LANGUAGES
from tracking.wording import wording

CARD: dict[str, Any] = json.loads((Path(__file__).parents[1] / "browser" / "card.json").read_text())
TELEGRAM = Limits(text=4096, buttons=10, title=64)
#: As WhatsApp has them.
NARROW = Limits(
    text=4096, buttons=3, title=20, list_rows=10, row_title=24, row_description=72, text_with_choices=1024
)
WORDS = wording("en")


def buttons(*titles: str) -> list[dict[str, str]]:
    return [{"title": title, "token": f"token {n}"} for n, title in enumerate(titles)]


def test_a_parcel_card_is_told_in_lines() -> None:
    shown = render({"text": "It’s out for delivery.", "card": CARD}, TELEGRAM, WORDS)
    assert shown.text.split("\n") == [
        "It’s out for delivery.",
        "",
        "Order 10042 · parcel 1 of 2 · Out for delivery",
        "The delivery window is today between 13:20 and 14:20",
        "DPD UK · 15501234567890",
        "",
        "✓ Order confirmed › ✓ Packed › ✓ With the carrier › ✓ Left France › ✓ Through customs › "
        "● Out for delivery › ○ Delivered",
        "",
        "• Out for delivery · today, 08:12 · Leeds, United Kingdom",
        "• At the local depot · today, 05:31 · Leeds, United Kingdom",
        "• Cleared by customs · 19 Nov, 11:02 · Dover, United Kingdom",
    ]
    assert shown.heading is not None
    assert shown.text[slice(*shown.heading)] == "Order 10042 · parcel 1 of 2 · Out for delivery"
    assert not shown.trimmed


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_all_events_come_on_request(language: str) -> None:
    lines = timeline(CARD, wording(language)).split("\n")
    assert lines[0].endswith("Order 10042 · parcel 1 of 2")
    assert len(lines) == 1 + len(CARD["timeline"])


def test_what_the_text_says_is_not_said_again() -> None:
    text = "It is near you. The delivery window is today between 13:20 and 14:20."
    assert render({"text": text, "card": CARD}, TELEGRAM, WORDS).text.count("13:20") == 1


def test_a_card_without_news() -> None:
    bare = {**CARD, "timeline": [], "progress": [], "eta": None, "carrier": None, "tracking_number": None}
    assert render({"text": "Hello.", "card": bare}, TELEGRAM, WORDS).text == (
        "Hello.\n\nOrder 10042 · parcel 1 of 2 · Out for delivery"
    )


def test_a_card_loses_its_events_before_the_text_loses_a_word() -> None:
    text = "word " * 60
    shown = render({"text": text, "card": CARD}, Limits(text=500, buttons=3, title=20), WORDS)
    assert shown.text.startswith(text.strip())
    assert "Cleared by customs" not in shown.text
    assert "Order 10042" in shown.text
    assert shown.trimmed
    assert units(shown.text) <= 500


def test_a_text_that_is_too_long_ends_with_a_word_about_it() -> None:
    shown = render({"text": "word " * 1000, "card": CARD}, TELEGRAM, WORDS)
    assert shown.text.endswith("word… (message shortened)")
    assert units(shown.text) <= 4096
    assert shown.heading is None


def test_choices_as_buttons_or_as_a_list() -> None:
    three = buttons("Yes, please", "No, thanks", "Talk to a person")
    shown = render({"text": "?", "buttons": three}, NARROW, WORDS)
    assert [each.title for each in shown.buttons] == [each["title"] for each in three]
    assert shown.rows == ()
    four = buttons("Yes, please", "No, thanks", "Talk to a person", "A title that is much too long for a row")
    shown = render({"text": "?", "buttons": four}, NARROW, WORDS)
    assert shown.buttons == ()
    assert [each.token for each in shown.rows] == [each["token"] for each in four]
    last = shown.rows[-1]
    assert (last.title, last.description) == ("A title that is much…", four[-1]["title"])


def test_a_platform_without_lists_gets_what_fits() -> None:
    shown = render({"text": "?", "buttons": buttons(*["x" * 80] * 12)}, TELEGRAM, WORDS)
    assert len(shown.buttons) == 10
    assert {units(each.title) for each in shown.buttons} == {64}


@given(
    st.text(),
    st.lists(st.text(min_size=1), max_size=12),
    st.sampled_from([None, CARD]),
    st.sampled_from([Limits(60, 3, 20), Limits(100, 3, 20, 10, 24, 72, 80), TELEGRAM]),
)
def test_everything_fits(text: str, titles: list[str], card: dict[str, Any] | None, limits: Limits) -> None:
    shown = render({"text": text, "buttons": buttons(*titles), "card": card}, limits, WORDS)
    assert units(shown.text) <= ((limits.text_with_choices if titles else None) or limits.text)
    assert len(shown.buttons) <= limits.buttons
    assert len(shown.rows) <= limits.list_rows
    assert all(units(each.title) <= limits.title for each in shown.buttons)
    assert all(units(each.title) <= limits.row_title for each in shown.rows)
    assert all(units(each.description) <= limits.row_description for each in shown.rows)
    assert not (shown.buttons and shown.rows)


def test_no_emoji_is_cut_in_half() -> None:
    assert trim("🚚" * 10, 8) == "🚚🚚🚚…"
