"""Tracking numbers as shoppers write them: in sentences, in groups, with look-alikes of their characters."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from random import Random

import pytest

from tests.tracking.test_number_vectors import DIGITS, KINDS, VAGUE, Kind, made, posted
from tracking.numbers import Reference, find_references

SHOP = re.compile(r"\d{4,12}", re.IGNORECASE)
SURE = [kind for kind in KINDS if kind.template not in VAGUE and re.search("[A-Z@]", kind.template)]


def grouped(number: str, gap: str = " ") -> str:
    """In fours, as labels print them."""
    return gap.join(number[start : start + 4] for start in range(0, len(number), 4))


def wide(number: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in number)


DRESSES: dict[str, Callable[[str], str]] = {
    "alone": str,
    "in a sentence": "hello, where is {}? thanks".format,
    "in lower case": lambda number: f"où est {number.lower()} svp",
    "announced": "Sendungsnummer: {}.".format,
    "in fours": lambda number: f"my parcel {grouped(number)} is late",
    "with no-break spaces": lambda number: f"mi paquete {grouped(number, chr(0xA0))} no llega",
    "with narrow ones": lambda number: f"mon colis {grouped(number, chr(0x202F))} est perdu",
    "in full width": lambda number: f"parcel {wide(number)} please",
    "with joiners": lambda number: f"parcel {chr(0x200B).join(number)} please",
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
@pytest.mark.parametrize("kind", SURE, ids=lambda kind: f"{kind.carrier} {kind.template}")
def test_a_sure_number_is_found_in_any_dress(kind: Kind, dress: Callable[[str], str]) -> None:
    for number in made(kind):
        (reference,) = find_references(dress(number), SHOP)
        assert (reference.kind, reference.value) == ("tracking_number", number)
        assert kind.carrier in reference.candidates


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
def test_a_posts_number_is_found_in_any_dress(dress: Callable[[str], str]) -> None:
    random = Random(12)
    for country in ("GB", "FR", "DE", "ES", "US", "CN", "BR", "ZA", "FO"):
        number = posted(random, country)
        (reference,) = find_references(dress(number), SHOP)
        assert (reference.kind, reference.value) == ("tracking_number", number)


@pytest.mark.parametrize(
    ("typed", "meant", "carrier"),
    [
        ("RBl23456785GB", "RB123456785GB", "royal-mail"),
        ("rb I23 456 785 gb", "RB123456785GB", "royal-mail"),
        ("R8 123456785 GB", None, None),  # 8 and B are not among the slips
        ("LL O23 456 785 FR", None, None),  # the check digit of 02345678 is another
        ("LL O23 456 781 FR", None, None),
        ("RR473I24829GB", "RR473124829GB", "royal-mail"),
        ("RВ123456785GВ", "RB123456785GB", "royal-mail"),  # Cyrillic
        ("ΡΒ123456785GB", "PB123456785GB", "royal-mail"),  # Greek
        ("RВ l23 456 785 CА", "RB123456785CA", "canada-post"),  # all at once
        ("RB123456785lT", "RB123456785LT", "lietuvos-pastas"),  # right as it is typed
        ("RB1234567851T", "RB123456785IT", "poste-italiane"),
        ("RB12345678510", None, None),  # two digits for letters: more likely no such number
        ("IZ5R8939O357567l27", "1Z5R89390357567127", "ups"),
        ("lz 5r8 939 O3 5756 7127", "1Z5R89390357567127", "ups"),
        ("1Z5R8939O357567128", None, None),
        ("СI1031500001879", "C11031500001879", "ontrac"),
        ("OO8182709980OOOO20033350276C", "008182709980000020033350276C", "dpd"),
        ("94OO 1112 O1O8 O8O5 483O 16", "9400111201080805483016", "usps"),
        ("94OO 1112 O1O8 O8O5 483O 17", None, None),
        ("OO34O434161O94O159O2", "00340434161094015902", "dhl-germany"),
    ],
)
def test_a_slip_of_the_eye_is_undone_where_a_check_digit_proves_it(
    typed: str, meant: str | None, carrier: str | None
) -> None:
    found = [each for each in find_references(f"where is {typed} ?", SHOP) if each.kind == "tracking_number"]
    if meant is None:
        assert found == []
    else:
        (reference,) = found
        assert reference.value == meant
        assert carrier in reference.candidates
        assert f"where is {typed} ?"[reference.start : reference.end] == typed


def test_a_number_that_is_right_as_typed_stays_as_it_is() -> None:
    """UPS counts O and I as letters: read as digits, the number would be another."""
    number = "1ZO5I8930303030303"
    right = next(number[:-1] + last for last in DIGITS if find_references(number[:-1] + last, SHOP))
    (reference,) = find_references(f"parcel {right}", SHOP)
    assert reference == Reference("tracking_number", right, 7, 25, ("ups",))


@pytest.mark.parametrize(
    "text",
    [
        "order RBl23456785GB",
        "invoice RBl23456785GB",
        "my number is 23456789010 and that is 234567890101",
        "LOL oil, I ill 101 O1O lO10",
        "LO1234567890",
    ],
)
def test_no_slip_is_undone_where_words_or_digits_say_otherwise(text: str) -> None:
    assert all(each.kind != "tracking_number" for each in find_references(text, SHOP))


@pytest.mark.parametrize("length", [13, 17, 19, 21, 23, 25, 27, 29, 36])
def test_digits_of_a_length_that_no_carrier_has_are_nothing(length: int) -> None:
    random = Random(length)
    for _ in range(50):
        number = "".join(random.choices(DIGITS, k=length))
        assert find_references(f"my number is {number} thanks", SHOP) == []


@pytest.mark.parametrize("length", range(4, 13))
def test_digits_that_an_order_could_have_are_an_order(length: int) -> None:
    """Whatever carrier they fit: the shop's pattern comes first."""
    random = Random(length)
    for _ in range(50):
        number = random.choice("123456789") + "".join(random.choices(DIGITS, k=length - 1))
        assert [each.kind for each in find_references(f"order {number}", SHOP)] == ["order_number"]


def test_random_letters_and_digits_are_seldom_a_carriers() -> None:
    """Codes of all lengths that carriers use; fewer than one in a hundred looks like theirs."""
    random = Random(13)
    codes = [
        "".join(random.choices(string.ascii_uppercase + DIGITS, k=random.randint(8, 28))) for _ in range(2000)
    ]
    found = [
        code for code in codes if any(each.kind == "tracking_number" for each in find_references(code, SHOP))
    ]
    assert len(found) < 20, found
