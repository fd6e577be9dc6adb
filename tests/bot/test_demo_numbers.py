"""The demo's tracking numbers; their check digits are counted here, apart from the product's own code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.demo_stories import Shipment, Story, stories
from tracking.numbers import could_be_postcode, find_references

SHIPMENTS = [(story, shipment) for story in stories() for shipment in story.shipments]


def s10(number: str) -> bool:
    weighed = sum(
        int(digit) * weight for digit, weight in zip(number[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True)
    )
    return int(number[10]) == {10: 0, 11: 5}.get(11 - weighed % 11, 11 - weighed % 11)


def ups(number: str) -> bool:
    values = [int(c) if c.isdigit() else (ord(c) - ord("A") + 2) % 10 for c in number[2:-1]]
    return (sum(values[0::2]) + 2 * sum(values[1::2]) + int(number[-1])) % 10 == 0


def fedex(number: str) -> bool:
    weighed = sum(int(digit) * (3, 1, 7)[place % 3] for place, digit in enumerate(number[:-1]))
    return weighed % 11 % 10 == int(number[-1])


def mod_37_36(number: str) -> bool:
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    state = 36
    for character in number[:-1]:
        state = (state + alphabet.index(character)) % 36 or 36
        state = state * 2 % 37
    return (state + alphabet.index(number[-1])) % 36 == 1


def gs1(number: str) -> bool:
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(number)))
    return weighed % 10 == 0


def mod_7(number: str) -> bool:
    return int(number[:-1]) % 7 == int(number[-1])


#: The form of each carrier's numbers in the demo: ending of an S10 number, or length, and the check.
FORMS: dict[str, tuple[str | int, Callable[[str], bool]]] = {
    "Colissimo": ("FR", s10),
    "Chronopost": ("FR", s10),
    "Royal Mail": ("GB", s10),
    "USPS": ("US", s10),
    "Correos": ("ES", s10),
    "UPS": (18, ups),
    "FedEx": (12, fedex),
    "DHL Express": (10, mod_7),
    "DHL Paket": (20, gs1),
    "DPD France": (15, mod_37_36),
    "DPD UK": (15, mod_37_36),
}


@pytest.mark.parametrize(
    ("check", "good"),
    [
        (s10, "RB473124829US"),
        (ups, "1Z999AA10123456784"),
        (gs1, "00340434161094042557"),
        (mod_7, "3318810025"),
    ],
)
def test_the_checks_accept_published_numbers_and_no_other_check_digit(
    check: Callable[[str], bool], good: str
) -> None:
    place = 10 if check is s10 else len(good) - 1
    accepted = [d for d in "0123456789" if check(good[:place] + d + good[place + 1 :])]
    assert accepted == [good[place]]


@pytest.mark.parametrize(
    ("story", "shipment"), SHIPMENTS, ids=[f"{s.number}-{p.tracking_number}" for s, p in SHIPMENTS]
)
def test_tracking_numbers_have_the_form_and_check_digit_of_their_carrier(
    story: Story, shipment: Shipment
) -> None:
    form, check = FORMS[shipment.carrier]
    number = shipment.tracking_number
    if isinstance(form, str):
        assert len(number) == 13
        assert number.endswith(form)
    else:
        assert len(number) == form
    assert check(number)


def test_only_the_reused_number_occurs_twice() -> None:
    numbers = [shipment.tracking_number for _, shipment in SHIPMENTS]
    twice = {number for number in numbers if numbers.count(number) > 1}
    assert twice == {"CB246813576FR"}
    assert {story.number for story, shipment in SHIPMENTS if shipment.tracking_number in twice} == {
        "10075",
        "10076",
    }


def test_what_a_shopper_types_is_recognised() -> None:
    for story in stories():
        found = find_references(f"where is my order {story.number}? {story.shopper.email}", None)
        assert [(reference.kind, reference.value) for reference in found] == [
            ("order_number", story.number),
            ("email", story.shopper.email),
        ]
        assert could_be_postcode(story.shopper.postcode), story.number
    for story, shipment in SHIPMENTS:
        found = find_references(f"parcel {shipment.tracking_number}, where is it?", None)
        assert [reference.value for reference in found] == [shipment.tracking_number], story.number
