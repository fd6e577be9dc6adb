"""“The shoes I ordered on Tuesday”: which order is meant, by what is in it and when it was placed.

Only orders that are proven to be the shopper's may be handed in: what is chosen tells what they hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import date, tzinfo
from difflib import SequenceMatcher

from tracking.parcels import Order

#: Two words are taken for the same from this likeness (0 to 1): a slip of the finger, a plural.
ALIKE = 0.84
#: Shorter words are articles and measures.
LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+")


def plain(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def choose(orders: Sequence[Order], text: str, *, placed_on: date | None, zone: tzinfo) -> tuple[Order, ...]:
    """Those of `orders` that the text speaks of, in their order; none where it says nothing of any.

    `placed_on` is the day named in it, if any, in the calendar of `zone`.
    """
    said = frozenset(_words(text))
    scores = {order.id: _score(said, order) for order in orders}
    best = max(scores.values(), default=0)
    by_item = {id for id, score in scores.items() if score == best} if best else set[int]()
    by_day = {order.id for order in orders if order.placed_at.astimezone(zone).date() == placed_on}
    meant = (by_item & by_day) or by_item or by_day
    return tuple(order for order in orders if order.id in meant)


def latest(orders: Iterable[Order]) -> Order | None:
    """The one placed last."""
    return max(orders, key=lambda order: (order.placed_at, order.id), default=None)


def _score(said: Collection[str], order: Order) -> int:
    """How many words of what is in the order are said."""
    named = {word for line in order.lines for word in _words(line.name)}
    return sum(any(_alike(word, other) for other in said) for word in named)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(plain(text)) if len(word) >= LEAST_LETTERS]


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= ALIKE
