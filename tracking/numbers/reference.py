"""What is found in a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["order_number", "tracking_number", "email", "postcode"]


@dataclass(frozen=True)
class Reference:
    """One reference in a message.

    `value` is its normal form: an order number in capitals without `#`, a tracking number as its key (a slip
    of the eye undone: O for 0), a postcode as its post prints it, an e-mail address in lower case. `start`
    and `end` are its span in the original text, a `#` included. `candidates` are the slugs of all carriers
    whose format and check digit a number fits, for an order number too: digits alone are an order number
    first, and never asserted to be a carrier's.
    """

    kind: Kind
    value: str
    start: int
    end: int
    candidates: tuple[str, ...] = ()
