"""E-mail addresses as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_AT = r"(?:@| ?[(\[] ?(?:at|arobase|arroba) ?[)\]] ?)"
_DOT = r"(?:\.| ?[(\[] ?(?:dot|point|punkt|punto) ?[)\]] ?)"
#: Top-level domains that may stand behind a stray space ("jane@example. com"): a sentence does not go on so.
_AFTER_SPACE = r"(?:com|net|org|fr|de|es|it|nl|be|eu|uk|co\.uk)"
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9.!#$%&*+/=?^_`{{|}}~@-])'?(?P<local>{_LOCAL}{{1,64}}(?:\.{_LOCAL}{{1,64}}){{0,8}}){_AT}"
    rf"(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{0,8}}"
    rf"(?:{_DOT}[A-Za-z]{{2,24}}|(?: \.|\. ){_AFTER_SPACE})(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
#: Anything with an @ in it that is no address.
_AT_SIGN = re.compile(r"(?<![\w.+-])(?=[\w.+@-])[\w.+-]{0,64}@[\w.@-]{0,255}")
_SPELT_DOT = re.compile(rf" \.|\. |{_DOT}", re.IGNORECASE)
_MAX_ADDRESS = 254


def emails(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and address of each e-mail address; lower case, `(at)` and `(dot)` undone."""
    if "@" not in text and "(" not in text and "[" not in text:
        return
    for match in _EMAIL.finditer(text):
        start = match.start("local")
        local, domain = match["local"], _SPELT_DOT.sub(".", match["domain"])
        address = f"{local}@{domain}".lower()
        if len(address) <= _MAX_ADDRESS and not local.startswith("'"):
            yield start, match.end(), address


def at_signs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words around an @: accounts, broken addresses. Their digits are no numbers."""
    for match in _AT_SIGN.finditer(text):
        yield match.span()


def normal_email(address: str) -> str:
    """The form in which two addresses are compared: NFKC, trimmed, case folded."""
    return unicodedata.normalize("NFKC", address).strip().casefold()
