"""Whether a complaint is shouted."""

from __future__ import annotations

import pytest

from actions.upset import is_shouted


@pytest.mark.parametrize(
    "text",
    [
        "THIS IS TERRIBLE SERVICE",
        "das ist eine Frechheit!!!",
        "¿¿¿dónde está???",
        "OÙ EST MA COMMANDE, C’EST SCANDALEUX",
    ],
)
def test_shouted(text: str) -> None:
    assert is_shouted(text)


@pytest.mark.parametrize(
    "text",
    [
        "this is terrible service!",
        "",
        "OK",
        "DHL UPS DPD?",
        "my order is 10042 with DHL and it’s late!!",
        "!?",
    ],
)
def test_said(text: str) -> None:
    assert not is_shouted(text)
