"""Slips of the finger in e-mail addresses: `gmial.com`, `hotmial.fr`, `gmail.con`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

#: Domains shorter than this are a letter apart from too many others.
MIN_LENGTH = 7


def likely_meant(address: str) -> str | None:
    """The address with the well-known domain that is one slip away, for asking; None if there is no slip.

    A slip is one letter too many, too few, wrong, or two neighbours swapped. A domain that fits two
    well-known ones is left alone.
    """
    local, at, domain = address.strip().lower().rpartition("@")
    if not at or not local or domain in _known() or len(domain) < MIN_LENGTH:
        return None
    near = [known for known in _known() if len(known) >= MIN_LENGTH and _one_slip(domain, known)]
    return f"{local}@{near[0]}" if len(near) == 1 else None


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lines = Path(__file__).with_name("mail_domains.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _one_slip(typed: str, meant: str) -> bool:
    if abs(len(typed) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    rest, wanted = typed[start:], meant[start:]
    wrong = rest[1:] == wanted[1:]
    missing, added = rest == wanted[1:], rest[1:] == wanted
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return wrong or missing or added or swapped
