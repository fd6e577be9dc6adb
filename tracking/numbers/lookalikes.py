"""Tracking numbers with a slip of the eye: O for 0, l for 1, a Cyrillic А for the Latin one.

A slip is undone only where the number then has its check digit, and had none as it was typed. A number of
digits alone must be long, for one in ten has a check digit by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracking.numbers.formats import Grade, fit
from tracking.numbers.keys import tracking_key

#: Shortest number of digits alone in which a slip is undone.
MIN_DIGITS = 18

#: Capitals of the Cyrillic and Greek alphabets, and the Latin ones they look like.
_FOREIGN = "АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN = str.maketrans(_FOREIGN, "ABEKMHOPCTYXISJABEZHIKMNOPTYX")
_AS_DIGIT = str.maketrans("OIL", "011")
_AS_LETTER = str.maketrans("01", "OI")

_DIGIT = "[0-9OILОІΟΙ]"
_LETTER = f"[A-Z01{_FOREIGN}]"
_EITHER = f"[A-Z0-9{_FOREIGN}]"
_GAP = "[ -]?"


def _digits(at_least: int, at_most: int | None = None) -> str:
    return rf"(?:{_GAP}{_DIGIT}){{{at_least},{at_most or at_least}}}"


#: How a label prints it, and what stands at each place: a digit, a letter, either; the last holds to the end.
_SHAPES = tuple(
    (re.compile(rf"(?<!\w)(?:{shape})(?!\w)", re.IGNORECASE), places)
    for shape, places in (
        (rf"{_LETTER} ?{_LETTER}{_digits(9)}{_GAP}{_LETTER} ?{_LETTER}", "aadddddddddaa"),
        (rf"[1ILІΙ]{_GAP}[ZΖ](?:{_GAP}{_EITHER}){{8}}{_digits(8)}", "da??????d"),
        (rf"[CDС]{_digits(14)}", "ad"),
        (rf"{_DIGIT}{_digits(26)}{_GAP}{_LETTER}", "d" * 27 + "a"),
        (rf"{_DIGIT}{_digits(13)}{_GAP}{_LETTER}", "d" * 14 + "a"),
        (rf"{_DIGIT}{_digits(MIN_DIGITS - 1, 37)}", "d"),
    )
)


def undone(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and corrected key of each tracking number in plain text that has a slip; see `plain`."""
    for shape, places in _SHAPES:
        for match in shape.finditer(text):
            typed = re.sub("[ -]", "", match[0])
            # Words alone look like digits, too ("oil" is 011); and digits alone hide no letter.
            if 2 * sum(map(str.isdecimal, typed)) < len(typed) or typed.isdecimal():
                continue
            number = _corrected(typed.upper().translate(_LATIN), places)
            if number != tracking_key(typed) and not fit(tracking_key(typed)).carriers and _fits(number):
                yield match.start(), match.end(), number


def _corrected(typed: str, places: str) -> str:
    """What was meant, each character read as its place demands; "" if two digits would be letters."""
    filled = places.ljust(len(typed), places[-1])
    as_read = {"d": typed.translate(_AS_DIGIT), "a": typed.translate(_AS_LETTER), "?": typed}
    number = "".join(as_read[place][index] for index, place in enumerate(filled))
    letters = sum(was.isdigit() and not now.isdigit() for was, now in zip(typed, number, strict=True))
    return number if letters < 2 else ""


def _fits(number: str) -> bool:
    grade = fit(number).grade
    return grade is Grade.CHECKED or (grade is Grade.LOOSE and number.isdigit() and len(number) >= MIN_DIGITS)
