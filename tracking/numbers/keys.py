"""Comparison keys: two spellings of the same number have the same key."""

from __future__ import annotations

import re
import unicodedata

_NOT_KEY = re.compile(r"[^A-Z0-9]+")


def order_key(text: str) -> str:
    """The key of an order number: `#lhq 80517` and `LHQ-80517` are both `LHQ80517`."""
    return _NOT_KEY.sub("", unicodedata.normalize("NFKC", text).upper())


def tracking_key(text: str) -> str:
    """The key of a tracking number: `1z 5r8 9390…` is `1Z5R89390…`."""
    return order_key(text)


def postcode_key(text: str) -> str:
    """The key of a postcode: `sw1a 1aa` is `SW1A1AA`."""
    return order_key(text)
