"""References in whatever is sent: laws that hold for any text, and how long the worst texts take."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracking.numbers import find_references, order_key

SHOP = re.compile(r"\d{4,12}", re.IGNORECASE)
#: In a tracking number, these are taken for one another where only one of them has the check digit.
SLIPS = str.maketrans("OIL", "011")

PIECES = (
    *("order", "n°", "#", "10042", "LHQ-80517", "and", ",", "1Z5R89390357567127", "RB123456785GB"),
    *("tracking number", "75011", "SW1A 1AA", "postcode", "a@b.co", "06 12 34 56 78", "12,50 €"),
    *("９", "⑽", "½"),
)
ANY = st.one_of(
    st.text(),
    st.text(alphabet="0123456789 -#.,@+()/€$aAzZ\u200b\x00", max_size=200),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
)  # fmt: skip


@given(ANY)
@settings(deadline=None)
def test_references_lie_within_the_text_and_do_not_overlap(text: str) -> None:
    references = sorted(find_references(text, SHOP), key=lambda reference: reference.start)
    assert all(0 <= reference.start < reference.end <= len(text) for reference in references)
    assert all(first.end <= second.start for first, second in pairwise(references))
    assert all(reference.value for reference in references)


@given(ANY)
@settings(deadline=None)
def test_a_value_is_what_stands_at_its_span(text: str) -> None:
    for reference in find_references(text, SHOP):
        if reference.kind in ("order_number", "tracking_number"):
            typed = text[reference.start : reference.end].replace("\u20e3", "")
            assert order_key(reference.value).translate(SLIPS) == order_key(typed).translate(SLIPS)


@given(st.from_regex(r"[0-9]{1,40}", fullmatch=True))
@settings(deadline=None)
def test_digits_alone_are_an_order_number_wherever_the_shop_could_have_given_it(number: str) -> None:
    references = find_references(number, SHOP)
    if SHOP.fullmatch(number):
        assert [(r.kind, r.value) for r in references] == [("order_number", number)]
    else:
        assert all(reference.candidates for reference in references)


@given(st.from_regex(r"[1-9][0-9]{4,8}", fullmatch=True))
@settings(deadline=None)
def test_an_announced_number_is_found_in_any_language(number: str) -> None:
    for words in ("order {}", "commande n° {} svp", "Bestellnummer: {}", "mi pedido {}.", "#{} please"):
        (reference,) = find_references(words.format(number), SHOP)
        assert (reference.kind, reference.value) == ("order_number", number), words


HOSTILE = {
    "digits": "1",
    "letters": "a",
    "at signs": "@",
    "dots": ".",
    "spaces": " ",
    "addresses without end": "a@",
    "domains without end": "a.",
    "digits apart": "1 ",
    "digits dashed": "1-",
    "order numbers": "1234 ",
    "announced": "order no ",
    "announced digits": "order 1 ",
    "hashes": "#1",
    "tracking numbers": "1Z",
    "prices": "$1,",
    "telephone numbers": "+1 ",
    "brackets": "(",
    "codes": "LHQ-1234 ",
    "streets": "rue ",
    "months": "jan 1 ",
    "spelt addresses": "a [at] ",
    "wide digits": "１",
    "keycaps": "1️⃣",
    "joiners": "1\u200b",
    "nulls": "\x00",
    "apostrophes": "'",
    "links": "http://",
    "zeros and ones as letters": "OIl",
    "zeros and ones as letters, apart": "O I ",
    "half a number of a post": "RB O1",
    "Cyrillic": "\u0410\u041e1 ",
    "hexadecimal": "A1 ",
    "digits far apart": "1   ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hundred_kilobytes_take_less_than_fifty_milliseconds(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    find_references(text, SHOP)
    took = []
    for _ in range(3):
        begin = time.process_time()
        find_references(text, SHOP)
        took.append(time.process_time() - begin)
    assert min(took) < 0.05
