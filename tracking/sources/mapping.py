"""From a provider's status and words to ours: tables in data files, one a provider, and one of words for all.

Columns of a provider's table: `status`, `detail`, `words`, `milestone`, `reason`, `actor`, `handed_to`,
`definition`, which says what the provider means by it and where it says so.

- A row without `words` says what a status with this detail means (an empty detail: any).
- A row with the status `*` says what a detail adds to any status that leaves room for it; one that means
  `unknown` adds nothing.
- A row with `words` says it more precisely for scans whose message matches this pattern; the first counts.

`words.csv` says what carriers' words mean whoever passes them on. They only count where the status leaves
room for them: words make a vague meaning precise, they never contradict a precise one. Its column `status`
names the kinds of statuses that it is looked at for: moving, unclear, delivered, returning.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from collections.abc import Mapping as Row
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tracking.vocabulary import Actor, Milestone, Reason


@dataclass(frozen=True)
class Meaning:
    """What a scan says, in our words."""

    milestone: Milestone
    actor: Actor = Actor.CARRIER
    reason: Reason | None = None
    #: To whom or where a parcel was handed over, see `tracking.parcels.Proof`.
    handed_to: str | None = None
    #: False where the status or its detail is in no table.
    known: bool = True


#: The status of rows that say what a detail adds to any status.
ANY = "*"
#: Meanings so vague that words may say anything better.
_VAGUE = frozenset({Milestone.IN_TRANSIT, Milestone.EXCEPTION, Milestone.DELAYED, Milestone.UNKNOWN})
#: Meanings that words may carry one step further.
_NEXT = {
    Milestone.ARRIVED_DESTINATION: frozenset(
        {
            Milestone.CUSTOMS_STARTED,
            Milestone.CUSTOMS_HELD,
            Milestone.CUSTOMS_CLEARED,
            Milestone.HANDED_OVER,
            Milestone.AT_LOCAL_DEPOT,
        }
    ),
    Milestone.RETURN_STARTED: frozenset({Milestone.RETURNED}),
}
#: The kind of a status, by what it means; a status of no kind is precise enough without words.
_KINDS = {
    Milestone.IN_TRANSIT: "moving",
    Milestone.EXCEPTION: "unclear",
    Milestone.DELAYED: "unclear",
    Milestone.UNKNOWN: "unclear",
    Milestone.DELIVERY_ATTEMPTED: "unclear",
    Milestone.CUSTOMS_HELD: "unclear",
    Milestone.DELIVERED: "delivered",
    Milestone.RETURN_STARTED: "returning",
}
#: Meanings to which a detail gives a reason of their own family.
_FAMILIES = {
    Milestone.DELIVERY_ATTEMPTED: "delivery",
    Milestone.CUSTOMS_HELD: "customs",
    Milestone.RETURN_STARTED: "return",
}
#: Characters of a message that are looked at.
_WORDS_READ = 500


@dataclass(frozen=True)
class _Rule:
    #: Of a provider's own table: a status. Of the common one: a kind of statuses.
    status: str
    detail: str
    pattern: re.Pattern[str]
    meaning: Meaning


class Mapping:
    """The table of one provider."""

    def __init__(self, rows: Iterable[Row[str, str]]) -> None:
        self._meanings: dict[tuple[str, str], Meaning] = {}
        self._rules: list[_Rule] = []
        for row in rows:
            if row["words"]:
                self._rules += _rules(row, row["detail"])
            else:
                self._meanings[row["status"], row["detail"]] = _meaning(row)
        self._details = {detail for _, detail in self._meanings}
        # Providers say the same few hundred things over and over.
        self._look_up = lru_cache(maxsize=4096)(self._find)

    def read(self, status: str | None, detail: str | None, words: str | None) -> Meaning:
        """What a scan with this status, detail and message says; `unknown` for a status nobody defined."""
        return self._look_up(status or "", detail or "", " ".join((words or "")[:_WORDS_READ].split()))

    def knows(self, status: str | None, detail: str | None = None) -> bool:
        """Whether both status and detail are in the table."""
        return self.read(status, detail, None).known

    def _find(self, status: str, detail: str, message: str) -> Meaning:
        general = self._meanings.get((status, ""))
        if general is None or status == ANY:
            return Meaning(Milestone.UNKNOWN, known=False)
        meaning = self._meanings.get((status, detail))
        if meaning is None:
            meaning = _added(general, self._meanings.get((ANY, detail)))
        for rule in self._rules:
            if rule.status == status and rule.detail in ("", detail) and rule.pattern.search(message):
                meaning = rule.meaning
                break
        else:
            kinds = {_KINDS.get(general.milestone), _KINDS.get(meaning.milestone)}
            for rule in _common_rules():
                room = rule.status in kinds and _leaves_room(meaning, rule.meaning)
                if room and rule.pattern.search(message):
                    meaning = rule.meaning
                    break
        return meaning if detail in self._details else replace(meaning, known=False)


def load(path: Path) -> Mapping:
    """The table in a data file."""
    return Mapping(rows_of(path))


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _added(general: Meaning, detail: Meaning | None) -> Meaning:
    """The meaning of a status with what a detail adds to it."""
    if detail is None or detail.milestone is Milestone.UNKNOWN:
        return general
    if _leaves_room(general, detail):
        return detail
    if general.reason is None and detail.reason and detail.reason.family == _FAMILIES.get(general.milestone):
        return replace(general, reason=detail.reason)
    return general


def _leaves_room(meaning: Meaning, better: Meaning) -> bool:
    if meaning.reason not in (None, Reason.CUSTOMS_NO_REASON_GIVEN):
        return False
    if meaning.milestone is better.milestone:
        return True
    return meaning.milestone in _VAGUE or better.milestone in _NEXT.get(meaning.milestone, ())


@lru_cache(maxsize=1)
def _common_rules() -> list[_Rule]:
    path = Path(__file__).with_name("words.csv")
    return [rule for row in rows_of(path) for rule in _rules(row, "")]


def _rules(row: Row[str, str], detail: str) -> list[_Rule]:
    pattern = re.compile(row["words"], re.IGNORECASE)
    return [_Rule(status, detail, pattern, _meaning(row)) for status in row["status"].split("|")]


def _meaning(row: Row[str, str]) -> Meaning:
    return Meaning(
        Milestone(row["milestone"]),
        Actor(row["actor"]),
        Reason(row["reason"]) if row["reason"] else None,
        row["handed_to"] or None,
    )
