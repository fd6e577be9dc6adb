"""Training and held-out sentences as the tests read them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "data" / "nlu"
HELD_OUT = ROOT / "tests" / "nlu"
#: Languages whose every intent must be trained and tested.
REQUIRED_LANGUAGES = ("en", "fr", "es", "de")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it stands."""

    text: str
    intent: str
    language: str

    @property
    def plain(self) -> str:
        """The sentence without what varies for nothing: case, accents, marks, digits, addresses."""
        decomposed = unicodedata.normalize("NFKD", self.text.lower())
        bare = "".join(char for char in decomposed if not unicodedata.combining(char))
        masked = re.sub(r"\S+@\S+", "email", re.sub(r"\d+", "0", bare))
        return " ".join(re.findall(r"\w+", masked)) or self.text


def training() -> list[Sentence]:
    """All training sentences."""
    found = []
    for path in sorted(TRAINING.glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            assert block["intent"] == path.stem, f"{path} holds {block['intent']}"
            found += [
                Sentence(line.removeprefix("- "), path.stem, path.parent.name)
                for line in block["examples"].splitlines()
            ]
    return found


def held_out() -> list[Sentence]:
    """All held-out sentences."""
    found = []
    for path in sorted(HELD_OUT.glob("*/*.yml")):
        block = yaml.safe_load(path.read_text("utf-8"))
        assert block["intent"] == path.stem, f"{path} holds {block['intent']}"
        found += [Sentence(text, path.stem, path.parent.name) for text in block["sentences"]]
    return found
