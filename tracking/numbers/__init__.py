"""References in a shopper's words: order numbers, tracking numbers, e-mail addresses, postcodes."""

from __future__ import annotations

from tracking.numbers.find import find_references
from tracking.numbers.keys import order_key, postcode_key, tracking_key
from tracking.numbers.postcodes import could_be_postcode
from tracking.numbers.reference import Reference
from tracking.numbers.shapes import DEFAULT_PATTERN

__all__ = [
    "DEFAULT_PATTERN",
    "Reference",
    "could_be_postcode",
    "find_references",
    "order_key",
    "postcode_key",
    "tracking_key",
]
