"""What usually comes of a reason, in words: how long it takes, what it costs, what happens if nobody acts."""

from __future__ import annotations

from datetime import date

from tracking.lane import in_eu
from tracking.statements import Outlook
from tracking.vocabulary import Reason
from tracking.words.phrases import Phrases


class Usually:
    """The clauses about one outlook; `values` are what every sentence may name (the carrier)."""

    def __init__(self, outlook: Outlook, phrases: Phrases, today: date, values: dict[str, str]) -> None:
        self._of = outlook
        self._say = phrases
        self._today = today
        figures = {name: getattr(outlook, name) for name in ("shortest", "longest", "least", "most")}
        known: dict[str, str | int] = {name: each for name, each in figures.items() if each is not None}
        self._values = {**values, **known}

    def takes(self, reason: Reason) -> str:
        """How long customs take for `reason`, as a clause without a full stop."""
        return self._say.texts.text(f"takes-{reason.key}", **self._values)

    def unless(self, *, deadline: bool) -> str:
        """What happens if nobody acts, as a clause; `deadline` adds the first day on which it may."""
        key = f"unless-{self._of.reason.key if self._of.reason else 'pickup'}"
        if not self._say.texts.has(key):
            return ""
        told, day = "", self._of.back_from
        if deadline and day and day > self._today:
            told = self._say.texts.text(
                "unless-from", **{"from": self._say.day("day-from", day, self._today)}
            )
        return self._say.texts.text(key, deadline=told, **self._values)

    def cost(self, *, known: bool) -> str:
        """What customs ask for, as a sentence; `known`: empty where nobody has asked for an amount."""
        reason = self._of.reason
        if reason is None or reason.family != "customs":
            return ""
        if not self._say.texts.has(f"costs-{reason.key}"):
            return "" if known else self._say.texts.text("costs-none")
        eu = "yes" if in_eu(self._of.country) else "no"
        return self._say.texts.text(f"costs-{reason.key}", eu=eu, **self._values)
