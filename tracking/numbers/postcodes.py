"""Postcodes of the countries that shops send to: how each is written, and where a text gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracking.numbers.plain import plain

#: Areas of the United Kingdom and the Crown dependencies: what a postcode there can begin with.
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|"
    "FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|"
    "NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|"
    "TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_BRITAIN = rf"((?:{_AREAS})[0-9][0-9A-Z]?) ?([0-9][ABD-HJLNP-UW-Z]{{2}})"
_CANADA = r"([ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z])[ -]?([0-9][ABCEGHJ-NPRSTV-Z][0-9])"
_IRELAND = r"([AC-FHKNPRTV-Y][0-9]{2}|D6W)[ -]?([0-9AC-FHKNPRTV-Y]{4})"
_NETHERLANDS = r"([1-9][0-9]{3}) ?((?!SA|SD|SS)[A-Z]{2})"
#: Letter before the code as on international mail: "F-75011", "D 10115".
_COUNTRY = r"(?:[A-Z]{1,3}[ -])?"

#: How a postcode looks, in capitals, and how its post prints it.
_FORMATS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(shape), printed)
    for shape, printed in (
        (_BRITAIN, r"\1 \2"),
        (_CANADA, r"\1 \2"),
        (_IRELAND, r"\1 \2"),
        (_NETHERLANDS, r"\1 \2"),
        (rf"{_COUNTRY}([0-9]{{5}})", r"\1"),  # DE ES FI FR IT US
        (r"([0-9]{5}-[0-9]{4})", r"\1"),  # US, ZIP+4
        (r"([0-9]{2}) ([0-9]{3})", r"\1\2"),  # FR, typed in groups
        (rf"{_COUNTRY}([0-9]{{4}})", r"\1"),  # AT AU BE CH DK LU NO
        (rf"{_COUNTRY}([0-9]{{3}}) ([0-9]{{2}})", r"\1 \2"),  # CZ GR SE SK
        (r"([0-9]{2}-[0-9]{3})", r"\1"),  # PL
        (r"([0-9]{4}-[0-9]{3})", r"\1"),  # PT
        (r"([0-9]{3}-[0-9]{4})", r"\1"),  # JP
    )
)
#: The same at a place in a text; a longer one first.
_HERE = re.compile(
    rf"(?:{_BRITAIN}|{_CANADA}|{_NETHERLANDS}|{_IRELAND}|{_COUNTRY}[0-9]{{5}}(?:-[0-9]{{4}})?|"
    rf"[0-9]{{2}}[ -][0-9]{{3}}|[0-9]{{4}}-[0-9]{{3}}|[0-9]{{3}} [0-9]{{2}}|[0-9]{{3}}-[0-9]{{4}}|"
    rf"{_COUNTRY}[0-9]{{4}})(?![A-Z0-9])",
    re.IGNORECASE,
)
#: British and Canadian ones look like nothing else, but for a time or an ordinal behind a short word.
_UNMISTAKABLE = re.compile(
    r"(?<![A-Za-z0-9#-])(?=[A-Za-z][A-Za-z0-9])(?!\S{1,4} ?[0-9](?:st|nd|rd|th|am|pm)\b)"
    rf"(?:{_BRITAIN}|{_CANADA})(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
#: A message of its own.
_LONE = re.compile(r"[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}|(?:[A-Z][0-9]{2}|D6W) [0-9A-Z]{4}")
_STREETS = (
    r"rue|avenue|av\.|boulevard|bd|allee|chemin|place|impasse|quai|route|[a-z]{0,20}stra(?:ss|ß)e|[a-z]{0,20}str\.|"
    r"[a-z]{0,20}weg|[a-z]{0,20}platz|gasse|calle|c/|avenida|plaza|paseo|via|corso|viale|[a-z]{0,20}straat|"
    r"[a-z]{0,20}laan"
)
_IN_ADDRESSES = (
    # 12 rue des Lilas, 75011 Paris
    re.compile(
        rf"(?<![A-Za-z])(?=[A-Za-z])(?i:{_STREETS})(?![A-Za-z])[^\n]{{0,40}}?"
        r"(?<![0-9A-Za-z])([0-9]{4,5})(?= [A-Z][a-z])"
    ),
    # Springfield, IL 62701
    re.compile(r"(?<=[A-Za-z]), ?[A-Z]{2},? ([0-9]{5}(?:-[0-9]{4})?)(?![0-9A-Za-z-])"),
)


def could_be_postcode(text: str) -> str | None:
    """The postcode that a lone token would be, as its post prints it; None when it looks like none.

    `10042` could be one, and is an order number unless the shopper was asked for a postcode: that is for
    the dialogue to know.
    """
    token = plain(text).text.strip(" \n.,;:!?()[]\"'").upper()
    for shape, printed in _FORMATS:
        match = shape.fullmatch(token)
        if match is not None:
            return match.expand(printed)
    return None


def announced(text: str, start: int) -> tuple[int, str] | None:
    """End and printed form of the postcode at `start`, where a word calls it one."""
    match = _HERE.match(text, start)
    value = could_be_postcode(match[0]) if match else None
    return (match.end(), value) if match and value else None


def unannounced(text: str, alone: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and printed form of what can only be a postcode, by its letters or the address around it.

    `alone` is the text without marks around it: "1012 AB" is a postcode as a message, not within one.
    """
    for match in _UNMISTAKABLE.finditer(text):
        yield match.start(), match.end(), could_be_postcode(match[0]) or match[0].upper()
    for pattern in _IN_ADDRESSES:
        for match in pattern.finditer(text):
            yield match.start(1), match.end(1), match[1]
    lone = could_be_postcode(alone) if _LONE.fullmatch(alone) else None
    if lone is not None:
        start = text.index(alone)
        yield start, start + len(alone), lone
