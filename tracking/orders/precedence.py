"""Which of several statements about an order counts: the latest, in whatever order they came.

A shop system sends an order again with every change, late, twice and out of order. Each part of an order
(a column, its lines, its milestones, what was sent off at once) remembers the statement that it is from; an
earlier one no longer counts. Of two made at the same moment the same one counts always, so the outcome is a
function of the set of statements. A file does not say when it was true: it speaks as of its import.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timezone
from enum import Enum


class Rank(Enum):
    """How a statement compares with the one that counted so far."""

    OLDER = "older"
    SAME = "same"
    NEWER = "newer"


class Precedence:
    """The statements that count for the parts of one order, as kept in `orders.stated`."""

    def __init__(self, stated: Mapping[str, str] | None) -> None:
        self.stated = dict(stated or {})
        self.changed = False

    def rank(self, part: str, content: object, at: datetime) -> Rank:
        """Compare a statement of a part, made at `at`, with the one that counted; a newer one counts now."""
        written = json.dumps(content, sort_keys=True, default=str).encode()
        when = at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        given = f"{when} {hashlib.sha256(written).hexdigest()[:16]}"
        known = self.stated.get(part, "")
        if given == known:
            return Rank.SAME
        if given < known:
            return Rank.OLDER
        self.stated[part] = given
        self.changed = True
        return Rank.NEWER
