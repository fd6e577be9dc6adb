"""Slips in e-mail addresses are asked about, and nothing else is."""

from __future__ import annotations

import pytest

from tracking.numbers.slips import likely_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("camille@gmial.com", "camille@gmail.com"),
        ("camille@gmal.com", "camille@gmail.com"),
        ("camille@gmaiil.com", "camille@gmail.com"),
        ("camille@gmail.con", "camille@gmail.com"),
        ("Camille@GMIAL.com", "camille@gmail.com"),
        ("j.weber@t-onlin.de", "j.weber@t-online.de"),
        ("ana@hotmial.es", "ana@hotmail.es"),
        ("luc@wanado.fr", "luc@wanadoo.fr"),
        ("luc@oragne.fr", "luc@orange.fr"),
    ],
)
def test_a_slip(typed: str, meant: str) -> None:
    assert likely_meant(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "camille@gmail.com",
        "camille@example.com",
        "camille@mymail.shop",
        # Too short to tell.
        "a@gmx.dk",
        "a@web.dk",
        # One slip from two domains.
        "camille@hotmail.ee",
        "camille@hotmail.xx",
        "camille",
        "@gmial.com",
        "camille@",
        "",
    ],
)
def test_no_slip(typed: str) -> None:
    assert likely_meant(typed) is None
