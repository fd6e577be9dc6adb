"""Numbers made for each format, valid and spoilt; their check digits are counted here, in another way."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

import pytest
from babel import Locale

from tracking.numbers.formats import FORMATS, Grade, fit
from tracking.numbers.issuers import ISSUERS

#: Numbers made of each kind.
MADE = 3
DIGITS = string.digits
ALPHABET = DIGITS + string.ascii_uppercase

Check = Callable[[str], bool]


# --- Checks of whole numbers, check digit included ---------------------------------------------------


def weighed(number: str, *weights: int) -> int:
    """Digits times weights that repeat from the left."""
    return sum(int(digit) * weight for digit, weight in zip(number, itertools.cycle(weights), strict=False))


def gs1(number: str) -> bool:
    return weighed(number[::-1], 1, 3) % 10 == 0


def luhn(number: str) -> bool:
    return (
        sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(number[::-1])) % 10
        == 0
    )


def mod7(number: str) -> bool:
    return (int(number[:-1]) - int(number[-1])) % 7 == 0 and number[-1] < "7"


def ups(number: str) -> bool:
    values = "".join(c if c.isdigit() else str((ord(c) - ord("A") + 2) % 10) for c in number)
    return weighed(values[2:17] + "0", 1, 2) % 10 == -int(number[-1]) % 10


def fedex(number: str) -> bool:
    return weighed(number[-2::-1][:13], 1, 3, 7) % 11 % 10 == int(number[-1])


def identcode(number: str) -> bool:
    return (weighed(number[:-1], 4, 9) + int(number[-1])) % 10 == 0


def gls(number: str) -> bool:
    return (weighed(number[:-1], 3, 1) + 1 + int(number[-1])) % 10 == 0


def iso7064(number: str) -> bool:
    state = 36
    for character in number[:-1]:
        state = (state + ALPHABET.index(character)) % 36 or 36
        state = state * 2 % 37
    return (state + ALPHABET.index(number[-1])) % 36 == 1


def crc4(number: str) -> bool:
    """The bits divide by x⁴ + x + 1 without remainder."""
    rest = int.from_bytes(number[:-1].encode(), "big") << 4 | int(number[-1], 16)
    while rest.bit_length() > 4:
        rest ^= 0b10011 << rest.bit_length() - 5
    return rest == 0


def ontrac(number: str) -> bool:
    return (weighed({"C": "4", "D": "5"}[number[0]] + number[1:-1], 1, 2) + int(number[-1])) % 10 == 0


def s10(number: str) -> bool:
    rest = weighed(number[2:10], 8, 6, 4, 2, 3, 5, 9, 7) % 11
    return int(number[10]) == (5 if rest == 0 else (11 - rest) % 10)


def impb(number: str) -> bool:
    """A USPS barcode behind a routing code or not; one without its 91 counts it all the same."""
    for serial in (number, number[8:], number[12:]) if number.startswith("420") else (number,):
        begun = serial[:2] in ("91", "92", "93", "94", "95")
        whole = len(serial) in (20, 24) or (begun and len(serial) in (22, 26))
        if whole and gs1(serial if begun else f"91{serial}"):
            return True
    return False


# --- The kinds ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """One kind of number; in `template` # is a digit, @ a letter, * either, % a hexadecimal digit."""

    carrier: str
    pattern: str
    template: str
    check: Check | None = None

    def valid(self, number: str) -> bool:
        return re.fullmatch(self.pattern, number) is not None and (self.check is None or self.check(number))

    def make(self, random: Random) -> str:
        """A valid number; its check character is found by trying."""
        choices = {"#": DIGITS, "@": string.ascii_uppercase, "*": ALPHABET, "%": "0123456789ABCDEF"}
        while True:
            number = re.sub("[#@*%]", lambda place: random.choice(choices[place[0]]), self.template)
            fitting = [number] if self.check is None else [number[:-1] + last for last in ALPHABET]
            fitting = [each for each in fitting if self.valid(each)]
            if fitting:
                return random.choice(fitting)


KINDS = [
    Kind("ups", r"1Z[0-9A-Z]{15}\d", f"1Z{'*' * 6}{'#' * 10}", ups),
    Kind("ups", r"T\d{10}", f"T{'#' * 10}"),
    Kind("ups", r"MI\d{6}[0-9A-Z]{4,22}", f"MI{'#' * 6}{'*' * 12}"),
    Kind("dpd", r"\d{14}[A-Z]", f"{'#' * 14}@", iso7064),
    Kind("dpd", r"\d{15}", "#" * 15, iso7064),
    Kind("dpd", r"\d{24}(?!000)\d{3}[A-Z]", f"{'#' * 24}276@", iso7064),
    Kind("dpd", r"\d{24}(?!000)\d{4}", f"{'#' * 24}250#", iso7064),
    Kind("ontrac", r"C\d{14}", f"C{'#' * 14}", ontrac),
    Kind("ontrac", r"D\d{14}", f"D{'#' * 14}", ontrac),
    Kind("ontrac", r"1LS7[12]\d{10}", f"1LS71{'#' * 10}"),
    Kind("ontrac", r"1LS7[12]\d\d01[1-4]\d{6}1", "1LS72##013######1"),
    Kind("ontrac", r"LX1[3-8]\d{6}", "LX15######"),
    Kind("deutsch-post", r"(?=.*[A-F])(?=(.*\d){6})[0-9A-F]{20}", f"A4{'%' * 18}", crc4),
    Kind("amazon", r"TB[ACM]\d{12}", f"TBA{'#' * 12}"),
    Kind("colissimo", r"[5-9][A-Z]\d{11}", f"6A{'#' * 11}"),
    Kind("la-poste-colissimo", r"[1-4][A-Z]\d{11}", f"2C{'#' * 11}"),
    Kind("dhl", r"JJD\d{10}", f"JJD{'#' * 10}"),
    Kind("dhl", r"JVGL\d{10}", f"JVGL{'#' * 10}"),
    Kind("dhl", r"JD\d{18}", f"JD{'#' * 18}"),
    Kind("dhl", r"\d{10}", "#" * 10, mod7),
    Kind("dhl", r"\d{11}", "#" * 11, mod7),
    Kind("dhlparcel-nl", r"JVGL\d{10,20}", f"JVGL{'#' * 16}"),
    Kind("dhl-germany", r"JJD\d{13}", f"JJD{'#' * 13}"),
    Kind("dhl-germany", r"JJD\d{18}", f"JJD{'#' * 18}"),
    Kind("dhl-germany", r"\d{12}", "#" * 12, identcode),
    Kind("dhl-germany", r"003404\d{14}", f"003404{'#' * 14}", gs1),
    Kind("dhl-global-mail", r"GM\d{11,20}", f"GM{'#' * 16}"),
    Kind("dhl-global-mail-asia", r"(LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,37}", f"HK{'#' * 14}"),
    Kind("yodel", r"JJ?D\d{16}", f"JJD{'#' * 16}"),
    Kind("yodel", r"JJ?D\d{16}", f"JD{'#' * 16}"),
    Kind("hermes-de", r"H\d{19}", f"H{'#' * 19}"),
    Kind("hermes-de", r"\d{14}", "#" * 14, gs1),
    Kind("myhermes-uk", r"[A-Z]\d\d[A-Z]{3}\d{10}", f"H##@@A{'#' * 10}"),
    Kind("postnl", r"3S[A-Z]{4}\d{7,9}", "3S@@@@#########"),
    Kind("spain-correos-es", r"[A-Z][0-9A-Z][^IOU]{4}\d{9}[0-9A-Z]{2}\d{5}[A-Z]", f"PQ4F6P{'#' * 16}@"),
    Kind(
        "spain-correos-es", r"[A-Z][0-9A-Z][^IOU]{4}\d{9}[0-9A-Z]{2}AD\d{3}[A-Z]", f"PK0A1B{'#' * 11}AD###@"
    ),
    Kind("tnt", r"G[DE]\d{9}WW", f"GE{'#' * 9}WW"),
    Kind("yunexpress", r"YT\d{16}", f"YT{'#' * 16}"),
    Kind("sf-express", r"SF\d{13}", f"SF{'#' * 13}"),
    Kind("cainiao", r"LP\d{14}", f"LP{'#' * 14}"),
    Kind("4px", r"4PX\d{13}CN", f"4PX{'#' * 13}CN"),
    Kind("gofo", r"GFUS\d{14}", f"GFUS{'#' * 14}"),
    Kind("spee-dee", r"SP\d{18}", f"SP{'#' * 18}"),
    Kind("landmark-global", r"LTN\d{8}N1", "LTN########N1"),
    Kind("canpar", r"[CDKLSUXZ]\d{21}", f"D{'#' * 21}"),
    Kind("purolator", r"[A-Z]{3}\d{9}", "@@@#########"),
    Kind("purolator", r"[0-5]\d{11}", f"3{'#' * 11}", luhn),
    Kind("parcel-force", r"[A-Z]{2}\d{7}", "@@#######"),
    Kind("parcel-force", r"[A-Z]{4}\d{10}", f"@@@@{'#' * 10}"),
    Kind("fedex", r"DT\d{12}", f"DT{'#' * 12}"),
    Kind("fedex", r"\d{12}", "#" * 12, fedex),
    Kind("fedex", r"\d{15}", "#" * 15, gs1),
    Kind("fedex", r"0[0124]\d{16}", f"02{'#' * 16}", gs1),
    Kind("fedex", r"\d{20}", "#" * 20, lambda number: gs1(f"92{number}")),
    Kind("fedex", r"92\d{20}", f"92{'#' * 20}", gs1),
    Kind("fedex", r"96\d{20}", f"96{'#' * 20}", lambda number: gs1(number[7:])),
    Kind("fedex", r"96\d{32}", f"96{'#' * 32}", fedex),
    Kind("fedex", r"100\d{31}", f"100{'#' * 31}", fedex),
    Kind("usps", r"\d{20}", f"71{'#' * 18}", gs1),
    Kind("usps", r"\d{20}|\d{24}", "#" * 24, impb),
    Kind("usps", r"9[1-5]\d{20}", f"94{'#' * 20}", impb),
    Kind("usps", r"9[1-5]\d{24}", f"92{'#' * 24}", impb),
    *(
        Kind("usps", r"420\d+", f"420{'#' * routing}{begin}{'#' * (serial - len(begin))}", impb)
        for routing in (5, 9)
        for begin, serial in (("70", 20), ("70", 24), ("94", 22), ("92", 26))
    ),
    Kind("gls", r"\d{12}", "#" * 12, gls),
    Kind("canada-post", r"\d{16}", "#" * 16, gs1),
    Kind("old-dominion", r"(072|777|778)\d{8}", "778########", luhn),
    Kind("old-dominion", r"80\d{9}", "80#########", luhn),
    Kind("poczta-polska", r"(00)?\d5900773\d{10}", f"0035900773{'#' * 10}", gs1),
    Kind("posten-norge", r"(00)?370\d{15}", f"370{'#' * 15}", gs1),
    Kind("postnord", r"(00)?3(57|73)\d{15}", f"00373{'#' * 15}", gs1),
]


def posted(random: Random, country: str) -> str:
    """A valid S10 number."""
    serial = "".join(random.choices(DIGITS, k=8))
    return next(number for last in DIGITS if s10(number := f"RR{serial}{last}{country}"))


def belongs(carrier: str, number: str) -> bool:
    """Whether a number is the carrier's by any of its kinds, or as a post."""
    if re.fullmatch(r"[A-Z]{2}\d{9}[A-Z]{2}", number) and s10(number) and number[-2:] in ISSUERS:
        return ISSUERS[number[-2:]] == carrier
    return any(kind.carrier == carrier and kind.valid(number) for kind in KINDS)


def spoilt(number: str) -> Iterator[str]:
    """The number with each one of its digits changed to each other one."""
    for place, digit in enumerate(number):
        if digit.isdigit():
            yield from (number[:place] + other + number[place + 1 :] for other in DIGITS if other != digit)


def of_another_length(number: str) -> Iterator[str]:
    """The number with each character left out, and with a digit more at each place."""
    for place in range(len(number) + 1):
        yield number[:place] + number[place + 1 :]
        yield number[:place] + "7" + number[place:]


def made(kind: Kind) -> list[str]:
    random = Random(kind.template)
    return [kind.make(random) for _ in range(MADE)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.carrier} {kind.template}")
class TestNumbersOfAKind:
    """All that are valid are known, and nothing that is not."""

    def test_valid_numbers_name_their_carrier(self, kind: Kind) -> None:
        for number in made(kind):
            assert kind.carrier in fit(number).carriers, number

    def test_a_number_with_a_digit_changed_is_known_for_what_it_is(self, kind: Kind) -> None:
        for number in made(kind):
            changed = list(spoilt(number))
            refused = [each for each in changed if kind.carrier not in fit(each).carriers]
            assert refused == [each for each in changed if not belongs(kind.carrier, each)]
            if kind.check is not None and number[-1].isdigit():
                # The last nine are wrong check digits; one of them may be right in another of its formats.
                assert len(set(refused) & set(changed[-9:])) >= 8

    def test_a_number_of_another_length_is_known_for_what_it_is(self, kind: Kind) -> None:
        for number in made(kind):
            for other in of_another_length(number):
                assert (kind.carrier in fit(other).carriers) == belongs(kind.carrier, other), other

    def test_only_letters_make_a_number_sure(self, kind: Kind) -> None:
        for number in made(kind):
            lettered = not number.isdigit() and kind.template not in VAGUE
            assert (fit(number).grade is not Grade.LOOSE) == lettered


#: Lettered kinds that order numbers may look like.
VAGUE = frozenset(
    (
        f"T{'#' * 10}",
        f"MI{'#' * 6}{'*' * 12}",
        "LX15######",
        f"HK{'#' * 14}",
        "@@@#########",
        "@@#######",
        f"@@@@{'#' * 10}",
    )
)


def test_every_format_has_its_vectors() -> None:
    numbers = [(kind.carrier, number) for kind in KINDS for number in made(kind)]
    for known in FORMATS:
        assert any(known.carrier == carrier and known.fits(number) for carrier, number in numbers), known
    assert {kind.carrier for kind in KINDS} == {known.carrier for known in FORMATS}


def test_posts_numbers_in_all_countries_and_with_each_digit_changed() -> None:
    random = Random(10)
    for country, post in ISSUERS.items():
        number = posted(random, country)
        assert fit(number).carriers == (post,)
        for other in spoilt(number):
            assert fit(other).carriers == ((post,) if s10(other) else ())


def test_posts_numbers_of_countries_that_do_not_exist() -> None:
    random = Random(11)
    countries = {f"{first}{last}" for first in string.ascii_uppercase for last in string.ascii_uppercase}
    for country in sorted(countries - set(ISSUERS)):
        assert fit(posted(random, country)).carriers == (), country


def test_countries_are_those_of_iso_3166() -> None:
    """CLDR knows them too, besides reserved codes and those of its own."""
    known = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    own = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
    assert set(ISSUERS) == known - own


@pytest.mark.parametrize("length", range(6, 41))
def test_no_string_of_digits_is_surely_a_carriers(length: int) -> None:
    random = Random(length)
    for _ in range(200):
        number = "".join(random.choices(DIGITS, k=length))
        found = fit(number)
        assert found.grade in (None, Grade.LOOSE), number
        for carrier in found.carriers:
            assert belongs(carrier, number), number
