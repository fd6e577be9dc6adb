"""Countries as providers write them, and the time zone of a place."""

from __future__ import annotations

from datetime import datetime, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

#: Countries with outlying zones, by the zone that most of their people live by. Countries whose people
#: live by several zones (United States, Canada, Australia…) are not listed: nobody can tell.
_MAIN_ZONES = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Every spelling of a country that is understood, upper case, to its ISO 3166-1 alpha-2 code."""
    names = {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ"}
    }
    found = {name.upper(): code for code, name in names.items()}
    for alias, codes in get_global("territory_aliases").items():
        if len(codes) == 1 and alias.isalpha() and codes[0] in names:
            found[alias] = codes[0]
    found.update({code: code for code in names})
    found["UK"] = "GB"
    return found


def country_code(text: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country given as two or three letters or by its English name."""
    return _codes().get(text.strip().upper()) if text else None


@lru_cache(maxsize=512)
def zone_of(country: str | None) -> tzinfo | None:
    """The time zone that a country (ISO 3166-1 alpha-2) lives by, or nothing where it has several."""
    if country is None:
        return None
    name = _MAIN_ZONES.get(country)
    if name is None:
        zones = get_global("territory_zones").get(country, [])
        if len(zones) != 1:
            return None
        name = zones[0]
    return ZoneInfo(name)


def in_zone(naive: datetime, country: str | None) -> datetime:
    """A wall clock's time in a country as a point in time; in UTC where the country has several zones."""
    return naive.replace(tzinfo=zone_of(country) or timezone.utc)
