"""Two wishes in one message: "where is it, and can I change the address?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

#: Marks and words between two clauses, in all our languages at once: messages mix them.
_BETWEEN = re.compile(
    r"[.?!;…]+\s+|\s[-–—]\s|,?\s+(?:and|plus|but|et|mais|puis|y|además|ademas|pero|und|außerdem|ausserdem|aber)\s+"
)
#: A clause of fewer words wants nothing of its own.
MIN_WORDS = 3
#: Clauses looked at: a message of more is a story, and is read as a whole.
MAX_CLAUSES = 4
#: How sure a clause must be (0 to 1) to count as a wish of its own.
SURE = 0.75

#: The likeliest intent of some words, and the confidence in it.
Classify = Callable[[str], tuple[str, float]]


def clauses(words: str) -> list[str]:
    """The clauses of a masked text; none of a text that has only one, or too many."""
    parts = [part.strip() for part in _BETWEEN.split(words)]
    long_enough = [part for part in parts if len(part.split()) >= MIN_WORDS]
    return long_enough if 2 <= len(long_enough) <= MAX_CLAUSES else []


def two_wishes(
    words: str, whole: str, classify: Classify, questions: Iterable[str], requests: Iterable[str]
) -> tuple[str, str] | None:
    """An order question and a request that one message holds, in this order.

    Args:
        words: the masked text.
        whole: the likeliest intent of all of it; must be one of the two: clauses alone decide nothing.
        classify: how a clause is read.
        questions, requests: which intents pair.
    """
    if whole not in questions and whole not in requests:
        return None
    best: dict[bool, tuple[float, str]] = {}
    for clause in clauses(words):
        intent, confidence = classify(clause)
        if confidence < SURE or (intent not in questions and intent not in requests):
            continue
        is_request = intent in requests
        best[is_request] = max(best.get(is_request, (0.0, "")), (confidence, intent))
    if len(best) < 2:
        return None
    question, request = best[False][1], best[True][1]
    return (question, request) if whole in (question, request) else None
