"""A message as it is matched: plain ASCII where possible, with the way back to the original.

Shoppers paste numbers with full-width digits, no-break spaces, typographic dashes, keycap emoji and invisible
joiners. All of that is undone here once, so that the patterns stay simple; spans are given in the original.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Longest text that is read: what Telegram and WhatsApp carry in one message.
MAX_TEXT = 4096

_COMBINING_KEYCAP = "\u20e3"
#: Categories without a shape of their own: control, format, marks, unassigned, surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Me", "Cn", "Cs"})


@dataclass(frozen=True)
class Plain:
    """The text as matched; `origin[i]` is the index in the original of the character at `i`."""

    text: str
    origin: range | list[int]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original; `end` is past its last character."""
        return self.origin[start], self.origin[end - 1] + 1

    def accented(self, start: int, end: int) -> str:
        """`text[start:end]` with the accents and letters that it lost: NFKC, without what cannot be seen."""
        first, last = self.span(start, end)
        return "".join(
            char
            for char in unicodedata.normalize("NFKC", self.original[first:last])
            if unicodedata.category(char) not in _INVISIBLE
        )


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """The plain form of one character: empty for an invisible one, several characters for a ligature."""
    if char in "\t\n\r\v\f\u2028\u2029\x85":
        return "\n" if char != "\t" else " "
    category = unicodedata.category(char)
    if category in _INVISIBLE or char == _COMBINING_KEYCAP:
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or char == "\u2212":
        return "-"
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKD", char)
    return "".join(part for part in folded if unicodedata.category(part) not in _INVISIBLE)


def plain(text: str) -> Plain:
    """The first `MAX_TEXT` characters of a message in plain form, in time linear in them."""
    text = text[:MAX_TEXT]
    forms = {char: _plain(char) for char in set(text)}
    if all(len(form) == 1 for form in forms.values()):
        return Plain("".join(map(forms.__getitem__, text)), range(len(text)), text)
    origin = [index for index, char in enumerate(text) for _ in forms[char]]
    return Plain("".join(map(forms.__getitem__, text)), origin, text)
