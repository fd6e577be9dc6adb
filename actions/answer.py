"""One reply about an order, before it is said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One reply and what to remember of it."""

    text: str
    buttons: list[dict[str, str]] = field(default_factory=list)
    card: dict[str, Any] | None = None
    #: The parcel in focus, by position, where there is one.
    parcel: int | None = None
    order_number: str | None = None
    #: The kind of case that a yes would open.
    offer: str | None = None
    #: The words of that offer, or of a case that was opened: part of the text.
    follow_up: str | None = None
    #: Sentences of which each still answers when the same is asked again.
    facts: tuple[str, ...] = ()
    #: The newest event (row id) behind it, 0 where there is none.
    latest: int = 0
    #: What it is about beside the parcel: the orders of a list, or a tracking number.
    subjects: tuple[str, ...] = ()
    #: What the shopper may pick by number: order and parcel position, in the order shown.
    choices: tuple[tuple[str, int | None], ...] = ()
    #: Set where customs have the parcel: what is asked next may be about that.
    about: str | None = None

    @property
    def fingerprint(self) -> str:
        """Equal for equal words, whatever is offered with them; holds none of them."""
        told = self.text.replace(self.follow_up, "") if self.follow_up else self.text
        return hashlib.sha256(told.strip().encode()).hexdigest()[:16]
