"""Every intent and what it means; read from `schema.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

#: Languages whose every intent has an example and training data.
LANGUAGES = ("en", "fr", "es", "de")
USES = ("main", "small", "rich")


@dataclass(frozen=True)
class Wish:
    """What a shopper may want."""

    means: str
    #: How much training data it needs: `main` is asked most, `small` in few words, `rich` is all else.
    use: str
    #: By language.
    examples: dict[str, str]
    #: A question that is answered from a parcel's events.
    order: bool = False
    #: Something that a person at the shop does.
    request: bool = False


@lru_cache(maxsize=1)
def schema() -> dict[str, Wish]:
    """Every intent by name, in the file's order.

    Raises:
        ValueError: an entry has a key that is not known, or one is missing; the text says where.
    """
    written = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
    found = {}
    for name, entry in written.items():
        examples = {code: entry.pop(code, "") for code in LANGUAGES}
        if missing := [code for code, example in examples.items() if not example]:
            raise ValueError(f"schema.yml: {name}: no example in {', '.join(missing)}")
        try:
            found[name] = Wish(examples=examples, **entry)
        except TypeError as error:
            raise ValueError(f"schema.yml: {name}: {error}") from error
        if found[name].use not in USES:
            raise ValueError(f"schema.yml: {name}: use is one of {', '.join(USES)}")
    return found


def order_questions() -> frozenset[str]:
    """Intents that are answered from a parcel's events."""
    return frozenset(name for name, wish in schema().items() if wish.order)


def requests() -> frozenset[str]:
    """Intents that a person at the shop takes care of."""
    return frozenset(name for name, wish in schema().items() if wish.request)
