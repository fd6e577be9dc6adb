"""Regions with public holidays of their own, as far as a postcode or a place's own words name them.

A region is written as in ISO 3166-2 (`GB-SCT`), with the codes that the package `holidays` knows. Where
nothing names a region the country stands alone, and only its national holidays count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: First two digits of a postcode, by region. In Germany only digits that lie within one state.
_TWO_DIGITS: dict[str, dict[str, str]] = {
    "DE": {
        "BW": "70 71 72 73 75 77 78",
        "BY": "80 81 82 83 84 85 86 90 91 92 93 94 95",
        "NW": "40 41 42 44 45 46 47 50 51 52 58 59",
        "SN": "08 09",
    },
    "ES": {
        "AN": "04 11 14 18 21 23 29 41",
        "AR": "22 44 50",
        "AS": "33",
        "CB": "39",
        "CE": "51",
        "CL": "05 09 24 34 37 40 42 47 49",
        "CM": "02 13 16 19 45",
        "CN": "35 38",
        "CT": "08 17 25 43",
        "EX": "06 10",
        "GA": "15 27 32 36",
        "IB": "07",
        "MC": "30",
        "MD": "28",
        "ML": "52",
        "NC": "31",
        "PV": "01 20 48",
        "RI": "26",
        "VC": "03 12 46",
    },
    # Alsace and Moselle keep Good Friday and the day after Christmas.
    "FR": {"57": "57", "6AE": "67 68"},
}
_BY_DIGITS: dict[str, dict[str, str]] = {
    country: {digits: region for region, listed in regions.items() for digits in listed.split()}
    for country, regions in _TWO_DIGITS.items()
}
#: Letters that a British postcode begins with; all others are in England or Wales, whose holidays are alike.
_BRITISH: dict[str, str] = {
    **dict.fromkeys("AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE".split(), "SCT"),  # noqa: SIM905
    "BT": "NIR",
}
_LETTERS = re.compile(r"[A-Z]{1,2}(?=\d)")


def region_of_postcode(country: str, postcode: str | None) -> str:
    """The region of a shopper's address, or `country` (ISO 3166-1 alpha-2) where the postcode tells none."""
    code = (postcode or "").strip().upper()
    found: str | None = None
    if country == "GB":
        letters = _LETTERS.match(code)
        found = _BRITISH.get(letters[0], "ENG") if letters else None
    elif code[:5].isdigit() and len(code) >= 5:
        found = _BY_DIGITS.get(country, {}).get(code[:2])
    return f"{country}-{found}" if found else country


def region_of_city(country: str, city: str | None, known: Mapping[str, str]) -> str:
    """The region that a scan's place names after a comma (`Austin, TX`), or `country`.

    `known` maps the names of the country's regions, case-folded, to their codes.
    """
    _, comma, last = (city or "").rpartition(",")
    found = known.get(last.strip().casefold()) if comma else None
    return f"{country}-{found}" if found else country
