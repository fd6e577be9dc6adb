"""Replies that the team writes often, with the shopper's name, order and carrier filled in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

from tracking.errors import ConfigurationError

DEFAULT = Path(__file__).parent / "canned.yml"
VARIABLES = frozenset({"name", "order", "carrier", "agent"})
#: Without it the text still reads well.
OPTIONAL = frozenset({"name"})
MAX_TEXT = 2000

_GAP = re.compile(r" ?\{name\}")


@dataclass(frozen=True)
class Canned:
    """A prepared reply; `texts` is one a language."""

    key: str
    title: str
    texts: Mapping[str, str]

    def filled(self, language: str, values: Mapping[str, str | None]) -> str | None:
        """The text in `language`; None where there is none, or something it needs is not known."""
        text = self.texts.get(language)
        if text is None:
            return None
        given = {name: value for name, value in values.items() if value}
        if "name" not in given:
            text = _GAP.sub("", text)
        needed = _variables(text)
        return text.format_map(given) if needed <= set(given) else None


def offered(
    replies: Iterable[Canned], language: str, values: Mapping[str, str | None]
) -> list[tuple[str, str, str]]:
    """The replies that can be given here: key, title, text."""
    found = ((each.key, each.title, each.filled(language, values)) for each in replies)
    return [(key, title, text) for key, title, text in found if text is not None]


@lru_cache(maxsize=1)
def canned() -> tuple[Canned, ...]:
    """The prepared replies of this process: of the file that WISMO_CANNED names, else ours.

    Raises:
        ConfigurationError: the file cannot be read, or a text names something unknown.
    """
    return read(Path(os.environ.get("WISMO_CANNED") or DEFAULT))


def read(path: Path) -> tuple[Canned, ...]:
    """The prepared replies of a file.

    Raises:
        ConfigurationError: the file cannot be read, or a text names something unknown.
    """
    try:
        given = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path}: not a file of prepared replies: {type(error).__name__}") from error
    if not isinstance(given, dict):
        raise ConfigurationError(f"{path}: each reply has a name, a title and a text a language")
    return tuple(_canned(path, str(key), entry) for key, entry in given.items())


def _canned(path: Path, key: str, entry: object) -> Canned:
    texts = entry.get("text") if isinstance(entry, dict) else None
    title = entry.get("title") if isinstance(entry, dict) else None
    if not isinstance(title, str) or not isinstance(texts, dict) or not texts:
        raise ConfigurationError(f"{path}: {key}: needs a title, and under text one text a language")
    for language, text in texts.items():
        if not isinstance(text, str) or not 0 < len(text) <= MAX_TEXT:
            raise ConfigurationError(f"{path}: {key}.{language}: a text has 1 to {MAX_TEXT} characters")
        try:
            unknown = _variables(text) - VARIABLES
        except ValueError as error:
            raise ConfigurationError(f"{path}: {key}.{language}: {error}") from error
        if unknown:
            known = ", ".join(f"{{{name}}}" for name in sorted(VARIABLES))
            raise ConfigurationError(
                f"{path}: {key}.{language}: {{{min(unknown)}}} is not known; {known} are"
            )
    return Canned(key, title, {str(language): text for language, text in texts.items()})


def _variables(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
