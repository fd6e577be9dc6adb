"""The text files of one language: Fluent messages in, plain strings out."""

from __future__ import annotations

import re
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from tracking.spoken import WRITTEN_REGISTER

LOCALES = Path(__file__).parents[1] / "locales"

_SPACES = re.compile(r" {2,}")
_SPACE_BEFORE = re.compile(r" +([,.)])")
_SPACE_BEFORE_MARK = re.compile(r" +([:;?!])")
#: French sets these off with a space that must not break a line.
_FRENCH_BEFORE = re.compile(r" ([:;?!»])")
_FRENCH_AFTER = re.compile(r"« ")
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Texts:
    """Every message of `locales/<language>/*.ftl`, in the register asked for."""

    def __init__(self, language: str, register: str | None = None) -> None:
        """Read the files.

        `register` is `formal` or `informal`. The files are written in one of them; messages that differ in
        the other are in the folder of its name. A language without such a folder has one register.

        Raises:
            KeyError: there are no files for this language.
            ValueError: a file cannot be read as Fluent, two messages share an id, or one of a register has no
                message to differ from; the text says which.
        """
        files = sorted((LOCALES / language).glob("*.ftl"))
        if not files:
            raise KeyError(language)
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        written = self._add(files)
        if register and register != WRITTEN_REGISTER.get(language):
            differing = self._add(sorted((LOCALES / language / register).glob("*.ftl")))
            if strangers := sorted(differing - written):
                raise ValueError(f"{language}/{register}: differs from no message: {strangers[0]}")

    def _add(self, files: list[Path]) -> set[str]:
        """Take in files, instead of messages of the same ids; returns the ids in them."""
        seen: set[str] = set()
        for file in files:
            written = file.read_text(encoding="utf-8")
            for entry in FluentParser().parse(written).body:
                if isinstance(entry, ast.Junk):
                    raise ValueError(f"{file.name}: cannot be read: {(entry.content or '').strip()[:80]!r}")
                if isinstance(entry, (ast.Message, ast.Term)):
                    if entry.id.name in seen:
                        raise ValueError(f"{file.name}: repeats {entry.id.name}")
                    seen.add(entry.id.name)
            self._bundle.add_resource(FluentResource(written), allow_overrides=True)
        return seen

    def has(self, message_id: str) -> bool:
        """Whether there is such a message."""
        return self._bundle.has_message(message_id)

    def text(self, message_id: str, **values: str | int) -> str:
        """The message with its values filled in. Empty values leave no gap.

        Raises:
            KeyError: there is no such message.
            ValueError: a value that it needs is missing.
        """
        if not self.has(message_id):
            raise KeyError(message_id)
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            raise KeyError(message_id)
        found, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{self.language}: {message_id}: {errors[0]}")
        return self._tidy(str(found))

    def _tidy(self, text: str) -> str:
        text = _SPACE_BEFORE.sub(r"\1", _SPACES.sub(" ", text)).strip(" ")
        if self.language != "fr":
            text = _SPACE_BEFORE_MARK.sub(r"\1", text)
        else:
            text = _FRENCH_BEFORE.sub(rf"{_NO_BREAK}\1", text)
            text = _FRENCH_AFTER.sub(f"«{_NO_BREAK}", text)
        return text
