"""The shapes and check digits of carriers' tracking numbers.

Carriers are named by their slugs in `tracking.carriers`. Every format has one of three grades, which says
how much a match is worth on its own:

- `CHECKED`: letters and a check digit; a match is a tracking number;
- `SHAPED`: no check digit, but a prefix and length that nothing else has;
- `LOOSE`: digits only, always with a check digit (yet one number in ten passes by chance, and several
  carriers may fit), or a shape that order numbers have too; a match names a candidate and asserts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from tracking.numbers import checkdigits
from tracking.numbers.issuers import ISSUERS

_FEDEX_EXPRESS = (3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
_FEDEX_34 = (1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
#: How the serial of a USPS barcode begins.
_APPLICATION = re.compile("9[1-5]")

Check = Callable[[str], bool]


class Grade(Enum):
    """How much a match is worth on its own."""

    CHECKED = "checked"
    SHAPED = "shaped"
    LOOSE = "loose"


@dataclass(frozen=True)
class Format:
    """One kind of tracking number; `shape` and `check` see it as `tracking_key` gives it."""

    carrier: str
    grade: Grade
    shape: re.Pattern[str]
    check: Check | None = None

    def fits(self, number: str) -> bool:
        """Whether a number has the shape and, where the format has one, the check digit."""
        return self.shape.fullmatch(number) is not None and (self.check is None or self.check(number))


def _ends_with(expected: Callable[[str], str], skip: int = 0, prepend: str = "") -> Check:
    """A check of the last character; `skip` characters in front are not counted, `prepend` ones are."""
    return lambda number: expected(prepend + number[skip:-1]) == number[-1]


def _fedex_express(number: str) -> str:
    return checkdigits.mod11_10(number, _FEDEX_EXPRESS)


def _fedex_34(number: str) -> str:
    return checkdigits.mod11_10(number[-13:], _FEDEX_34)


def _identcode(serial: str) -> str:
    return checkdigits.mod10(serial, 4, 9)


def _ups(serial: str) -> str:
    return checkdigits.mod10(serial, 1, 2)


def _fedex_ground(serial: str) -> str:
    return checkdigits.mod10(serial, 1, 3)


def _ontrac(area: str) -> Check:
    """OnTrac's letter counts as one digit: C as 4, D as 5."""
    return _ends_with(_ups, skip=1, prepend=area)


def _with_country(number: str) -> bool:
    """A DPD barcode: ends with the numeric country and the check character; 000 is no country."""
    return number[-4:-1] != "000" and checkdigits.mod37_36(number[:-1]) == number[-1]


def _impb(number: str) -> bool:
    """A USPS barcode: what follows a routing code (420, ZIP, perhaps four more digits) bears the check digit.

    Older ones leave the leading 91 out and count it all the same.
    """
    for routing in (0, 8, 12):
        serial = number[routing:]
        if routing and not number.startswith("420"):
            break
        if (len(serial) in (22, 26) and _APPLICATION.match(serial)) or len(serial) in (20, 24):
            counted = serial if _APPLICATION.match(serial) else f"91{serial}"
            if checkdigits.gs1(counted[:-1]) == counted[-1]:
                return True
    return False


def _format(carrier: str, shape: str, check: Check | None = None, grade: Grade = Grade.LOOSE) -> Format:
    return Format(carrier, grade, re.compile(shape), check)


FORMATS: tuple[Format, ...] = (
    # Letters and a check digit.
    _format("ups", r"1Z[0-9A-Z]{15}\d", _ends_with(_ups, skip=2), Grade.CHECKED),
    _format("dpd", r"\d{27}[A-Z]", _with_country, Grade.CHECKED),
    _format("dpd", r"\d{14}[A-Z]", _ends_with(checkdigits.mod37_36), Grade.CHECKED),
    _format("ontrac", r"C\d{14}", _ontrac("4"), Grade.CHECKED),
    _format("ontrac", r"D\d{14}", _ontrac("5"), Grade.CHECKED),
    _format(
        # Six digits and a letter at least: words are hexadecimal, too ("decade").
        "deutsch-post", r"(?=\d*[A-F])(?=(?:[A-F]*\d){6})[0-9A-F]{20}",
        _ends_with(checkdigits.crc4), Grade.CHECKED,
    ),
    # A prefix and a length of their own.
    _format("amazon", r"TB[ACM]\d{12}", None, Grade.SHAPED),
    _format("colissimo", r"[5-9][A-Z]\d{11}", None, Grade.SHAPED),
    _format("la-poste-colissimo", r"[1-4][A-Z]\d{11}", None, Grade.SHAPED),
    _format("dhl", r"J(?:JD|VGL)\d{10}|JD\d{18}", None, Grade.SHAPED),
    _format("dhlparcel-nl", r"JVGL\d{10,20}", None, Grade.SHAPED),
    _format("dhl-germany", r"JJD(?:\d{13}|\d{18})", None, Grade.SHAPED),
    _format("dhl-global-mail", r"GM\d{11,20}", None, Grade.SHAPED),
    _format("yodel", r"JJ?D\d{16}", None, Grade.SHAPED),
    _format("hermes-de", r"H\d{19}", None, Grade.SHAPED),
    _format("myhermes-uk", r"[A-Z]\d{2}[A-Z]{3}\d{10}", None, Grade.SHAPED),
    _format("postnl", r"3S[A-Z]{4}\d{7,9}", None, Grade.SHAPED),
    _format(
        "spain-correos-es",
        r"[A-Z][0-9A-Z][0-9A-HJ-NP-TV-Z]{4}\d{9}[0-9A-Z]{2}(?:\d{5}|AD\d{3})[A-Z]", None, Grade.SHAPED,
    ),
    _format("tnt", r"G[DE]\d{9}WW", None, Grade.SHAPED),
    _format("yunexpress", r"YT\d{16}", None, Grade.SHAPED),
    _format("sf-express", r"SF\d{13}", None, Grade.SHAPED),
    _format("cainiao", r"LP\d{14}", None, Grade.SHAPED),
    _format("4px", r"4PX\d{13}CN", None, Grade.SHAPED),
    _format("gofo", r"GFUS\d{14}", None, Grade.SHAPED),
    _format("spee-dee", r"SP\d{18}", None, Grade.SHAPED),
    _format("landmark-global", r"LTN\d{8}N1", None, Grade.SHAPED),
    _format("ontrac", r"1LS7[12]\d{10}|1LS7[12]\d{2}01[1-4]\d{6}1", None, Grade.SHAPED),
    _format("canpar", r"[CDKLSUXZ]\d{21}", None, Grade.SHAPED),
    _format("fedex", r"DT\d{12}", None, Grade.SHAPED),
    # Shapes that order numbers have too.
    _format("ontrac", r"LX1[3-8]\d{6}"),
    _format("purolator", r"[A-Z]{3}\d{9}"),
    _format("parcel-force", r"[A-Z]{2}\d{7}|[A-Z]{4}\d{10}"),
    _format("ups", r"T\d{10}|(?!MI\d{9}[A-Z]{2}$)MI\d{6}[0-9A-Z]{4,22}"),
    _format("dhl-global-mail-asia", r"(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,37}"),
    # Digits only, with a check digit.
    _format("dpd", r"\d{28}", _with_country),
    _format("dpd", r"\d{15}", _ends_with(checkdigits.mod37_36)),
    _format("fedex", r"\d{12}", _ends_with(_fedex_express)),
    _format("fedex", r"\d{15}", _ends_with(_fedex_ground)),
    _format("fedex", r"0[0124]\d{16}", _ends_with(checkdigits.gs1)),
    _format("fedex", r"\d{20}", _ends_with(checkdigits.gs1, prepend="92")),
    _format("fedex", r"92\d{20}", _ends_with(checkdigits.gs1)),
    _format("fedex", r"96\d{20}", _ends_with(_fedex_ground, skip=7)),
    _format("fedex", r"(?:96\d\d|100\d)\d{30}", _ends_with(_fedex_34)),
    _format("usps", r"\d{20}", _ends_with(checkdigits.gs1)),
    _format("usps", r"9[1-5]\d{20}(?:\d{4})?|\d{20}|\d{24}|420(?:\d\d){12,17}\d", _impb),
    _format("dhl", r"\d{10,11}", _ends_with(checkdigits.mod7)),
    _format("dhl-germany", r"\d{12}", _ends_with(_identcode)),
    _format("dhl-germany", r"003404\d{14}", _ends_with(checkdigits.gs1)),
    _format("hermes-de", r"\d{14}", _ends_with(checkdigits.gs1)),
    _format("gls", r"\d{12}", _ends_with(checkdigits.gls)),
    _format("canada-post", r"\d{16}", _ends_with(checkdigits.gs1)),
    _format("purolator", r"[0-5]\d{11}", _ends_with(checkdigits.luhn)),
    _format("old-dominion", r"(?:072|77[78]|80\d)\d{8}", _ends_with(checkdigits.luhn)),
    # GS1 numbers of posts, told by the company prefix behind the extension digit.
    _format("poczta-polska", r"(?:00)?\d5900773\d{10}", _ends_with(checkdigits.gs1)),
    _format("posten-norge", r"(?:00)?370\d{15}", _ends_with(checkdigits.gs1)),
    _format("postnord", r"(?:00)?3(?:57|73)\d{15}", _ends_with(checkdigits.gs1)),
)  # fmt: skip

_OF_DIGITS = tuple(known for known in FORMATS if not re.search("[A-Z]", known.shape.pattern))
_LETTERED = tuple(known for known in FORMATS if known not in _OF_DIGITS)

_S10 = re.compile(r"([A-Z]{2})(\d{8})(\d)([A-Z]{2})")


@dataclass(frozen=True)
class Fit:
    """What a number could be: its candidate carriers, and the best grade among them."""

    carriers: tuple[str, ...]
    grade: Grade | None


_NO_FIT = Fit((), None)


@lru_cache(maxsize=1024)
def fit(number: str) -> Fit:
    """Every carrier whose format and check digit a number fits (as `tracking_key` gives it)."""
    post = _post(number)
    if post is not None:
        return Fit((post,), Grade.CHECKED)
    fitting = [known for known in (_OF_DIGITS if number.isdigit() else _LETTERED) if known.fits(number)]
    if not fitting:
        return _NO_FIT
    carriers = tuple(dict.fromkeys(known.carrier for known in fitting))
    grades = {known.grade for known in fitting}
    return Fit(carriers, next(grade for grade in Grade if grade in grades))


def _post(number: str) -> str | None:
    """Who issued a UPU S10 number; None for a wrong check digit or a country that does not exist."""
    match = _S10.fullmatch(number)
    if match is None or checkdigits.s10(match[2]) != match[3]:
        return None
    return ISSUERS.get(match[4])
