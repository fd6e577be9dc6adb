"""How the chat's own words address a shopper is the shop's choice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.shopper import launcher, open_chat, panel
from tests.tracking.test_tone import OTHER, TELLING

LOCALES = Path(__file__).parents[2] / "bot" / "widget" / "src" / "locales"


@pytest.mark.parametrize("language", sorted(OTHER))
def test_words_that_address_a_shopper_are_there_in_both_tones(language: str) -> None:
    own = json.loads((LOCALES / f"{language}.json").read_text("utf-8"))
    other = json.loads((LOCALES / f"{language}.{OTHER[language]}.json").read_text("utf-8"))
    assert other.keys() <= own.keys()
    for key, text in own.items():
        said = json.dumps(text, ensure_ascii=False)
        if key != "dir" and TELLING[language].search(said):
            assert key in other, f"{language}.{OTHER[language]}.json: {key}"
    for key, text in other.items():
        said, before = (json.dumps(each, ensure_ascii=False) for each in (text, own[key]))
        assert not TELLING[language].search(said), key
        assert re.findall(r"\{\w+\}|\"\w+\":", said) == re.findall(r"\{\w+\}|\"\w+\":", before), key
        assert text != own[key], key


@pytest.mark.parametrize(
    ("language", "tone", "label", "welcome"),
    [
        ("de", "formal", "Fragen zu Ihrer Bestellung?", "Fragen Sie mich, wo Ihre Bestellung ist"),
        ("de", "informal", "Fragen zu deiner Bestellung?", "Frag mich, wo deine Bestellung ist"),
        ("es", "formal", "¿Una pregunta sobre su pedido?", "Pregúnteme dónde está su pedido"),
        ("fr", "informal", "Une question sur ta commande", "Demande-moi où est ta commande"),
        ("en", "formal", "Chat about your order", "Ask me"),
    ],
)
def test_the_chat_speaks_in_the_tone_that_the_shop_gives_it(
    new_page: Callable[..., Page], language: str, tone: str, label: str, welcome: str
) -> None:
    page = new_page("/bare")
    page.evaluate(
        """([lang, tone]) => {
            const chat = document.querySelector("wismo-chat");
            chat.setAttribute("lang", lang);
            chat.setAttribute("tone", tone);
        }""",
        [language, tone],
    )
    expect(launcher(page)).to_have_accessible_name(re.compile(re.escape(label)))
    open_chat(page)
    expect(panel(page)).to_contain_text(welcome)
