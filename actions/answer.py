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

    @property
    def fingerprint(self) -> str:
        """Equal for equal words; holds none of them."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]
