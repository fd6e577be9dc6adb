"""Phone numbers as platforms write them, beside the ways in which an order may carry the same number."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[1-9]\d{6,14}")
# WhatsApp's ids of some countries keep an older way of writing: Mexico's mobile numbers lost the 1 after the
# country code in 2019, Brazil's were given a 9 after the area code by 2016.
_MEXICO = re.compile(r"\+521(\d{10})")
_BRAZIL = re.compile(r"\+55(\d{2})([6-9]\d{7})")


def international(digits: str | None) -> str | None:
    """ "+" and digits of a number that a platform names by its digits; None for what is none."""
    digits = (digits or "").strip().lstrip("+")
    return f"+{digits}" if digits.isascii() and _DIGITS.fullmatch(digits) else None


def spellings(phone: str) -> tuple[str, ...]:
    """Every way in E.164 in which an order may carry the number `phone`, itself first."""
    others = []
    if found := _MEXICO.fullmatch(phone):
        others.append(f"+52{found[1]}")
    if found := _BRAZIL.fullmatch(phone):
        others.append(f"+55{found[1]}9{found[2]}")
    return (phone, *others)
