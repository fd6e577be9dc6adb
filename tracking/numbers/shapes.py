"""What order numbers and grouped tracking numbers look like within a text."""

from __future__ import annotations

import re
from functools import lru_cache

#: How shops number orders that configured nothing else.
DEFAULT_PATTERN = re.compile(r"\d{4,12}")

#: A word or number; dashes hold it together.
TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
#: Digits in groups: "10 042", "9400 1112 0108 …".
GROUPS = re.compile(r"(?<![A-Za-z0-9.,-])\d{1,22}(?:(?:[.,-]| {1,3})\d{1,22}){1,37}(?![A-Za-z0-9])")
GROUP = re.compile(r"\d+")

YEAR = re.compile(r"(?:19|20)\d\d")
#: A year, a round number, a time: an order number only where words, or a message of its own, say so.
VAGUE = re.compile(r"(?:19|20)\d\d|[1-9]\d?0{3,}|0\d[0-5]\d")
#: "128GB", "1080p", "2nd": a measure or an ordinal.
MEASURE = re.compile(r"\d+[A-Za-z]{1,3}")
#: Amazon's order numbers, which its sellers' shoppers quote.
MARKETPLACE = re.compile(r"(?<![A-Za-z0-9-])(\d{3})[ -](\d{7})[ -](\d{7})(?![A-Za-z0-9-])")
#: "order10042", "nr10042": a word grown together with its number.
GLUED = re.compile(
    r"(?:orders?|purchase|commande|cmd|bestellung|bestellnr|pedido|no|nr|num|n)[-_]?(\d{3,})", re.IGNORECASE
)
#: "LHQ-80517" and "AB-2024-00123" in any case; "LHQ80517" and "R123456789" only as printed, in capitals.
DASHED_CODE = re.compile(r"[A-Za-z]{1,6}(?:[-_][A-Za-z]{1,4})?(?:[-_]\d+)+")
PRINTED_CODE = re.compile(r"[A-Z]{2,6}\d{5,}|[A-Z]\d{6,}")

#: Lettered tracking numbers as labels print them, in groups; their check digits are looked at afterwards.
LABELLED = tuple(
    re.compile(rf"(?<![A-Za-z0-9])(?:{shape})(?![A-Za-z0-9])", re.IGNORECASE)
    for shape in (
        r"1[ -]?Z(?:[ -]?[0-9A-Z]){16}",
        r"[A-Z] ?[A-Z](?:[ -]?\d){9}[ -]?[A-Z] ?[A-Z]",
        r"T ?B ?[ACM](?: ?\d){12}",
        r"[CD](?: ?\d){14}",
        r"(?:\d[ -]?){27}[0-9A-Z]",
        r"(?:\d[ -]?){14}[A-Z]",
        r"\d ?[A-Z](?: ?\d){11}",
        r"J ?(?:J ?)?D(?: ?\d){10,18}",
        r"J ?V ?G ?L(?: ?\d){10,20}",
        r"G ?M(?: ?\d){11,20}",
        r"3 ?S(?: ?[A-Z]){4}(?: ?\d){7,9}",
        r"1 ?L ?S ?7(?: ?\d){11}(?: ?\d ?-? ?1)?",
        r"[A-Z](?: ?\d){2}(?: ?[A-Z]){3}(?: ?\d){10}",
        r"P ?[0-9A-Z](?: ?[0-9A-Z]){4}(?: ?\d){9}(?: ?[0-9A-Z]){7} ?[A-Z]",
        r"4 ?P ?X(?: ?\d){13} ?C ?N",
        r"L ?T ?N(?: ?\d){8} ?N ?1",
        r"(?:[YG] ?[TD]|H|D ?T|S ?[FP]|L ?P|G ?F ?U ?S|[CDKLSUXZ])(?: ?\d){9,21}(?: ?W ?W)?",
        r"(?:[0-9A-F] ?){19}[0-9A-F]",
    )
)
#: Shapes of which a wrong check digit means a mistyped tracking number, not a number of another kind.
MISTYPED = re.compile(r"1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}")


@lru_cache(maxsize=16)
def anywhere(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The shop's order pattern as looked for within a text: without anchors, at the borders of a word."""
    bare = re.sub(r"^\(\?[aiLmsux]+\)", "", pattern.pattern)
    bare = re.sub(r"^(?:\^|\\A|\\b)+|(?<!\\)\$$|\\Z$|\\b$", "", bare)
    return re.compile(
        rf"(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(?:{bare})(?![A-Za-z0-9]|-[A-Za-z0-9])", pattern.flags
    )


def fits_shop(pattern: re.Pattern[str], value: str) -> bool:
    """Whether the shop could have numbered an order so; its pattern may demand a `#`."""
    return (pattern.fullmatch(value) or pattern.fullmatch(f"#{value}")) is not None


def is_code(token: str, pattern: re.Pattern[str], *, announced: bool, numbering: bool, alone: bool) -> bool:
    """Whether a token of digits with letters or dashes is an order number.

    Args:
        announced: words or a `#` before it speak of an order.
        numbering: they number it ("order no.") rather than name it ("order").
        alone: the message holds nothing else.
    """
    digits = sum(map(str.isdigit, token))
    parts = re.split("[-_]", token)
    if not any(map(str.isalpha, token)):
        joined = (announced or alone) and fits_shop(pattern, "".join(parts))
        suffixed = (
            len(parts) == 2 and fits_shop(pattern, parts[0]) and len(parts[0]) > 4 and len(parts[1]) < 3
        )
        return joined or suffixed or (announced and digits >= 4)
    if numbering:
        return digits >= 2 and len(token) >= 4
    if MEASURE.fullmatch(token):
        return False
    if announced:
        return digits >= 3 and (len(parts) > 1 or token.isupper() or digits >= 5)
    if DASHED_CODE.fullmatch(token):
        return digits > 4 or (digits == 4 and not YEAR.fullmatch(parts[-1]))
    return PRINTED_CODE.fullmatch(token) is not None
