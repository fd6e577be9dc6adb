"""How many records came in, and what became of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Counts:
    """The outcome of taking in records: scans of a payload, or rows of an order file.

    Every record received is counted once more: as new, changed, duplicate, waiting or rejected.
    """

    received: int = 0
    #: Stored for the first time.
    new: int = 0
    #: Known, and now stored with other content.
    changed: int = 0
    #: Known, and nothing to change.
    duplicate: int = 0
    #: Kept until their parcel is known.
    waiting: int = 0
    #: Why each rejected record was rejected and what to do; no personal data.
    rejected: list[str] = field(default_factory=list)
    #: Codes that no mapping knows, as the provider wrote them, and how often they came.
    unknown: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        """Add the counts of another intake to these."""
        self.received += other.received
        self.new += other.new
        self.changed += other.changed
        self.duplicate += other.duplicate
        self.waiting += other.waiting
        self.rejected += other.rejected
        self.unknown.update(other.unknown)

    def as_dict(self) -> dict[str, object]:
        """These counts as JSON."""
        return {
            "received": self.received,
            "new": self.new,
            "changed": self.changed,
            "duplicate": self.duplicate,
            "waiting": self.waiting,
            "rejected": list(self.rejected),
            "unknown": dict(self.unknown),
        }
