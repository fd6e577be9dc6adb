"""Carriers' formats and check digits: published examples, and numbers made for each format."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracking.numbers import checkdigits, tracking_key
from tracking.numbers.formats import FORMATS, Grade, fit
from tracking.numbers.issuers import ISSUERS

#: Carrier and number, from carriers' documents, the standards and public examples, or made to their rules.
VALID = [
    ("ups", "1Z5R89390357567127"),
    ("ups", "1Z 999 AA1 01 2345 6784"),
    ("royal-mail", "RR473124829GB"),
    ("usps", "RB123456785US"),
    ("la-poste-colissimo", "LL 123 456 785 FR"),
    ("correios-cabo-verde", "RB123456785CV"),
    ("fedex", "986578788855"),
    ("fedex", "0414 4176 0228 964"),
    ("fedex", "61299998820821171811"),
    ("fedex", "9611020987654312345672"),
    ("fedex", "9622001560001234567100794808390594"),
    ("fedex", "1001921334250001000300779017972697"),
    ("fedex", "00 0123 4500 0000 0027"),
    ("usps", "9400 1112 0108 0805 4830 16"),
    ("usps", "7196 9010 7560 0307 7385"),
    ("usps", "0307 1790 0005 2348 3741"),
    ("usps", "92748931507708513018050063"),
    ("usps", "420 22153 9101026837331000039521"),
    ("usps", "4201002334249200190132607600833457"),
    ("dhl", "3318810025"),
    ("dhl", "73891051146"),
    ("dhl", "JVGL0999999990"),
    ("dhl-germany", "00340434161094015902"),
    ("dhl-germany", "563102430313"),
    ("dpd", "0081 827 0998 0000 0200 45 327 276 N"),
    ("canada-post", "0073938000549297"),
    ("purolator", "320595463938"),
    ("ontrac", "C11031500001879"),
    ("ontrac", "D10011354453707"),
    ("old-dominion", "07209562763"),
    ("amazon", "TBA502887274000"),
    ("colissimo", "6A12345678901"),
    ("la-poste-colissimo", "2C12345678901"),
    ("postnl", "3SABCD1234567"),
    ("yodel", "JJD0002257639032011"),
    ("yunexpress", "YT2229521272164446"),
    ("deutsch-post", "A4 0100 0066 00 1A69 2FE8"),
    ("deutsch-post", "42 305D A0F2 70 F07F 2E3C"),
    ("deutsch-post", "A2 0100 001D 00 010A E9FF"),
    ("dhl-germany", "00340433836442636597"),
    ("dhl-germany", "201298452277"),
    ("dhl-germany", "123456789016"),
    ("dhl-germany", "JJD1410302937991"),
    ("hermes-de", "09133131530724"),
    ("usps", "420 10282 0000 9274 8931 5077 0851 3018 0500 63"),
]

INVALID = [
    ("ups", "1Z5R89390357567128"),
    ("ups", "2Z5R89390357567127"),
    ("ups", "1Z1111111111111111"),
    ("royal-mail", "RR473124828GB"),
    ("usps", "RB123456786US"),
    ("fedex", "996578788855"),
    ("fedex", "568283610012732"),
    ("fedex", "9622001560001234567100794808390595"),
    ("fedex", "000000000000000001"),
    ("usps", "61299998820821171811"),
    ("usps", "9200000000000000000000"),
    ("usps", "420000000000000000000000000000"),
    ("usps", "420000009200000000000000000000"),
    ("dhl", "3318810010"),
    ("dpd", "008182709980000020033350276A"),
    ("canada-post", "0073938000549292"),
    ("purolator", "320595463939"),
    ("ontrac", "C11031500001889"),
    ("amazon", "TBA50288727400A"),
    ("yodel", "JD000225440506099"),
    ("deutsch-post", "A20100001D00010AE9FE"),
    ("deutsch-post", "01030928060110010014"),
    ("hermes-de", "09133131530725"),
    ("gls", "123456789010"),
]


@pytest.mark.parametrize(("carrier", "number"), VALID)
def test_a_valid_number_names_its_carrier(carrier: str, number: str) -> None:
    assert carrier in fit(tracking_key(number)).carriers


@pytest.mark.parametrize(("carrier", "number"), INVALID)
def test_a_wrong_check_digit_or_shape_names_it_not(carrier: str, number: str) -> None:
    assert carrier not in fit(tracking_key(number)).carriers


def test_a_country_that_issues_nothing_has_no_post() -> None:
    assert fit("RB123456785XX").carriers == ()
    assert "XX" not in ISSUERS
    assert len(ISSUERS) == 249


def test_one_number_may_fit_several_carriers() -> None:
    assert set(fit("9261292700768711948021").carriers) == {"fedex", "usps"}
    assert set(fit("287809468872").carriers) == {"fedex", "purolator"}


def test_digits_alone_are_never_graded_as_sure() -> None:
    for carrier, number in VALID:
        key = tracking_key(number)
        if key.isdigit():
            assert fit(key).grade is Grade.LOOSE, carrier


def test_formats_of_digits_all_have_a_check_digit() -> None:
    """Without one, every number of that length would name the carrier."""
    digits_only = [known for known in FORMATS if not re.search(r"[A-Z]", known.shape.pattern)]
    assert digits_only
    assert all(known.check for known in digits_only)


#: Serial → expected check digit, computed by hand or printed in the standard.
@pytest.mark.parametrize(
    ("expected", "computed"),
    [
        ("9", checkdigits.s10("47312482")),
        ("5", checkdigits.s10("12345678")),
        ("3", checkdigits.luhn("7992739871")),
        ("2", checkdigits.gs1("34043416109401590")),
        ("3", checkdigits.gs1("629104150021")),
        ("6", checkdigits.mod10("21802580906", 4, 9)),
        ("5", checkdigits.mod7("331881002")),
        ("C", checkdigits.mod37_36("008182709980000020033350276")),
        ("1", checkdigits.gls("12345678901")),
        ("F", checkdigits.crc4("A20100001D00010AE9F")),
    ],
)
def test_check_digits(expected: str, computed: str) -> None:
    assert computed == expected


def test_s10_remainders_of_the_two_special_cases() -> None:
    """Eleven less the remainder is 10 or 11: no single digit, so 0 and 5 stand for them."""
    ten = next(serial for serial in (f"{n:08d}" for n in range(200)) if _s10_sum(serial) % 11 == 1)
    eleven = next(serial for serial in (f"{n:08d}" for n in range(1, 200)) if _s10_sum(serial) % 11 == 0)
    assert checkdigits.s10(ten) == "0"
    assert checkdigits.s10(eleven) == "5"


def _s10_sum(serial: str) -> int:
    return sum(int(char) * weight for char, weight in zip(serial, (8, 6, 4, 2, 3, 5, 9, 7), strict=True))


@given(st.from_regex(r"[A-Z]{2}[0-9]{8}", fullmatch=True), st.sampled_from(sorted(ISSUERS)))
@settings(deadline=None)
def test_exactly_one_digit_completes_an_s10_number(start: str, country: str) -> None:
    fitting = [digit for digit in "0123456789" if fit(f"{start}{digit}{country}").carriers]
    assert fitting == [checkdigits.s10(start[2:])]
    assert fit(f"{start}{fitting[0]}{country}").carriers == (ISSUERS[country],)


@given(st.from_regex(r"1Z[0-9A-Z]{15}", fullmatch=True))
@settings(deadline=None)
def test_exactly_one_digit_completes_a_ups_number(start: str) -> None:
    assert sum("ups" in fit(f"{start}{digit}").carriers for digit in "0123456789") == 1


@given(st.from_regex(r"[0-9]{14}", fullmatch=True), st.integers(0, 13), st.integers(1, 9))
@settings(deadline=None)
def test_one_wrong_digit_is_noticed(serial: str, position: int, shift: int) -> None:
    """Every check digit of ours that is printed behind fourteen digits notices one changed digit."""
    changed = str((int(serial[position]) + shift) % 10)
    other = serial[:position] + changed + serial[position + 1 :]
    assert checkdigits.luhn(serial) != checkdigits.luhn(other)
    assert checkdigits.gs1(serial) != checkdigits.gs1(other)
    assert checkdigits.mod37_36(serial) != checkdigits.mod37_36(other)


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_asked(text: str) -> None:
    fit(tracking_key(text))
