"""Who carries parcels: shops and providers name one carrier in several ways, we name it in one.

The catalogue is `carriers.csv`; its slugs have AfterShip's form. A carrier that it does not hold gets a
slug and a readable name made from its own: an unknown name is never an error. What has no letters is a
provider's number for a carrier and no name: people never read it as one.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

#: As long as the columns that hold one.
MAX_SLUG = 64
#: Providers with codes of their own in the catalogue.
PROVIDERS = ("easypost", "aftership", "17track", "shippo", "ship24")
#: Slug of a carrier whose name leaves no slug: other scripts, marks alone.
UNKNOWN = "unknown"
_SEPARATORS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Carrier:
    """One carrier; `country` (ISO 3166-1 alpha-2) is empty for one at home in several, `site` if unknown."""

    slug: str
    #: As people say it; empty where only a number is known.
    name: str
    country: str = ""
    site: str = ""
    #: Carriers of one family pass parcels among themselves: a scan by one is no handover to another.
    family: str = ""
    #: Its page for shoppers with a question; empty if unknown.
    contact: str = ""
    #: Address of its tracking page with `{number}` in it; empty if unknown.
    tracking: str = ""

    def tracking_link(self, number: str) -> str | None:
        """Where the carrier shows this parcel; None where we know no such page."""
        return self.tracking.replace("{number}", quote(number, safe="")) if self.tracking and number else None


@dataclass(frozen=True)
class _Catalogue:
    """The carriers by slug, by the key of every name they go by, and by provider and its code."""

    by_slug: dict[str, Carrier]
    by_key: dict[str, Carrier]
    by_code: dict[tuple[str, str], Carrier]


def by_slug(slug: str) -> Carrier:
    """The carrier with this slug; one made from the slug itself where the catalogue does not hold it."""
    known = _catalogue().by_slug.get(slug)
    if known:
        return known
    words = " ".join(part.capitalize() for part in slug.split("-") if part)
    return Carrier(slug, words if slug != UNKNOWN and _has_letter(words) else "")


def by_name(name: str) -> Carrier:
    """The carrier that a shop or a provider calls so: `DPD UK`, `DPDUK` and `dpd-uk` are one."""
    known = find(name)
    if known:
        return known
    slug = _SEPARATORS.sub("-", _plain(name)).strip("-")[:MAX_SLUG].rstrip("-")
    return Carrier(slug or UNKNOWN, " ".join(name.split()) if _has_letter(name) else "")


def by_code(provider: str, code: str) -> Carrier | None:
    """The carrier for which a provider (one of `PROVIDERS`) has this code, in any case; None if nobody knows.

    A code of letters that the catalogue does not list for the provider is looked up as a name; a number
    means nothing outside the provider's own list.
    """
    known = _catalogue().by_code.get((provider, code.strip().casefold()))
    return known or (find(code) if _has_letter(code) else None)


@lru_cache(maxsize=4096)  # a feed names the same few again and again
def find(name: str) -> Carrier | None:
    """The carrier of the catalogue that is called so, if any."""
    return _catalogue().by_key.get(_key(name))


def display_name(slug: str) -> str | None:
    """How people call the carrier with this slug; None where only a number is known of it."""
    return by_slug(slug).name or None


def same(first: str, second: str) -> bool:
    """Whether two slugs mean one carrier, or carriers of one family."""
    if first == second:
        return True
    family = by_slug(first).family
    return bool(family) and family == by_slug(second).family


@lru_cache(maxsize=1)
def _catalogue() -> _Catalogue:
    catalogue = _Catalogue({}, {}, {})
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            carrier = Carrier(
                slug=row["slug"],
                name=row["name"],
                country=row["country"],
                site=row["site"],
                family=row["family"],
                contact=row["contact"],
                tracking=row["tracking"],
            )
            catalogue.by_slug[carrier.slug] = carrier
            for name in (carrier.slug, carrier.name, *filter(None, row["aliases"].split("|"))):
                catalogue.by_key[_key(name)] = carrier
            for listed in filter(None, row["codes"].split("|")):
                provider, _colon, code = listed.partition(":")
                catalogue.by_code[provider, code.casefold()] = carrier
    return catalogue


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _key(name: str) -> str:
    return _SEPARATORS.sub("", _plain(name))


def _plain(name: str) -> str:
    """Lower case, without accents: `Colis Privé` is `colis prive`."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))
