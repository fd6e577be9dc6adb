"""The carriers' catalogue."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracking.parcels import scan
from tests.tracking.reading import told
from tracking import carriers
from tracking.numbers.issuers import ISSUERS
from tracking.settings import WRITTEN_LANGUAGES
from tracking.vocabulary import Milestone, Tier
from tracking.wording import wording

CATALOGUE = Path(carriers.__file__).with_suffix(".csv")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("DPD UK", "dpd-uk"),
        ("DPDUK", "dpd-uk"),
        ("dpd-uk", "dpd-uk"),
        ("dpd_uk", "dpd-uk"),
        ("ColissimoShippingAPI", "colissimo"),
        ("Colissimo", "colissimo"),
        ("USPS", "usps"),
        ("DHLExpress", "dhl"),
        ("DHL", "dhl"),
        ("Evri", "myhermes-uk"),
        ("Hermes", "myhermes-uk"),
        ("colis prive", "colis-prive"),
        ("COLIS PRIVÉ", "colis-prive"),
        ("La Poste", "la-poste-colissimo"),
        # As Shopify and WooCommerce's tracking extension call them.
        ("Japan Post (EN)", "japan-post"),
        ("PostNord DK", "postnord"),
        ("Amazon Logistics UK", "amazon"),
        ("DPD.co.uk", "dpd-uk"),
        ("BRT (Bartolini)", "brt-it"),
        ("Česká pošta", "ceska-posta"),
    ],
)
def test_names_of_shops_and_providers_lead_to_one_slug(name: str, slug: str) -> None:
    assert carriers.by_name(name).slug == slug


def test_an_unknown_name_becomes_a_readable_carrier() -> None:
    carrier = carriers.by_name("  Nordische   Paketpost (Süd) ")
    assert carrier.slug == "nordische-paketpost-sud"
    assert carrier.name == "Nordische Paketpost (Süd)"
    assert carriers.display_name("nova-poshta") == "Nova Poshta"


@given(st.text(max_size=200))
def test_no_name_fails(name: str) -> None:
    carrier = carriers.by_name(name)
    assert 0 < len(carrier.slug) <= carriers.MAX_SLUG
    shown = carriers.display_name(carrier.slug)
    assert shown is None or any(map(str.isalpha, shown))


@pytest.mark.parametrize("number", ["999041", " 100 999 ", "#12", "--"])
def test_a_number_is_no_name(number: str) -> None:
    carrier = carriers.by_name(number)
    assert carrier.name == ""
    assert carriers.display_name(carrier.slug) is None


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("tier", list(Tier))
def test_a_handover_between_carriers_of_whom_only_a_number_is_known_shows_no_number(
    language: str, tier: Tier
) -> None:
    giver, taker = carriers.by_name("999041").slug, carriers.by_name("999042").slug
    found = told(
        scan(Milestone.IN_TRANSIT, 30, carrier=giver),
        scan(Milestone.HANDED_OVER, 8, carrier=taker),
        tier=tier,
    )
    words = wording(language)
    shown = f"{words.chat(found)} {words.line(found)} {words.page(found)} {words.card(found)['carrier']}"
    assert "99904" not in shown


def test_a_handover_between_known_carriers_names_both() -> None:
    found = told(
        scan(Milestone.IN_TRANSIT, 30, carrier="colissimo"), scan(Milestone.HANDED_OVER, 8, carrier="bpost")
    )
    assert "Colissimo handed your order 10042 over" in wording("en").chat(found)
    assert "bpost" in wording("en").chat(found)


@pytest.mark.parametrize(
    ("provider", "code", "slug"),
    [
        ("17track", "21051", "usps"),
        ("17track", " 3011 ", "china-post"),
        ("aftership", "myhermes-uk", "myhermes-uk"),
        ("easypost", "DHLExpress", "dhl"),
        ("shippo", "canada_post", "canada-post"),
    ],
)
def test_codes_of_providers_lead_to_a_carrier(provider: str, code: str, slug: str) -> None:
    carrier = carriers.by_code(provider, code)
    assert carrier is not None
    assert carrier.slug == slug


@pytest.mark.parametrize(
    ("provider", "code"),
    [("17track", "999041"), ("shippo", "21051"), ("ship24", "nobody-we-know"), ("17track", "")],
)
def test_an_unknown_code_names_nobody(provider: str, code: str) -> None:
    assert carriers.by_code(provider, code) is None


def test_a_tracking_link_holds_the_number_and_nothing_else_of_it() -> None:
    carrier = carriers.Carrier("a", "A", tracking="https://example.com/track?n={number}")
    assert carrier.tracking_link("AB 12/34&x") == "https://example.com/track?n=AB%2012%2F34%26x"
    assert carrier.tracking_link("") is None
    assert carriers.Carrier("a", "A").tracking_link("AB1234") is None


def rows() -> list[dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


#: Posts that a catalogue of the world cannot miss.
POSTS = {
    "Africa": ("sapo", "egypt-post", "poste-maroc", "nipost", "posta-kenya"),
    "Asia": ("china-post", "india-post", "japan-post", "kpost", "thailand-post", "saudi-post"),
    "Europe": (
        "royal-mail",
        "la-poste-colissimo",
        "deutsch-post",
        "poste-italiane",
        "poczta-polska",
        "ukrposhta",
    ),
    "North America": ("usps", "canada-post", "correos-de-mexico", "correos-de-costa-rica"),
    "Oceania": ("australia-post", "new-zealand-post", "post-fiji"),
    "South America": ("brazil-correios", "correo-argentino", "correos-chile", "4-72"),
}


@pytest.mark.parametrize("slug", [slug for posts in POSTS.values() for slug in posts])
def test_posts_of_all_continents_are_known_by_17track_too(slug: str) -> None:
    listed = next(row for row in rows() if row["slug"] == slug)
    numbers = [code.partition(":")[2] for code in listed["codes"].split("|") if code.startswith("17track:")]
    for number in numbers:
        carrier = carriers.by_code("17track", number)
        assert carrier is not None
        assert carrier.slug == slug
    # 17TRACK lists no post for Chile.
    assert numbers or slug == "correos-chile"


def test_the_catalogue_is_large_and_in_order() -> None:
    slugs = [row["slug"] for row in rows()]
    assert len(slugs) >= 150
    assert slugs == sorted(set(slugs))
    assert len({row["country"] for row in rows()}) >= 100


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["slug"])
def test_a_row_of_the_catalogue_is_sound(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["slug"])
    assert len(row["slug"]) <= carriers.MAX_SLUG
    assert any(map(str.isalpha, row["name"]))
    assert row["country"] == "" or row["country"] in ISSUERS, "not in ISO 3166-1"
    assert row["site"]
    for column in ("site", "contact", "tracking"):
        if row[column]:
            parts = urlsplit(row[column].replace("{number}", "AB123456789GB"))
            assert parts.scheme == "https"
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc)
            assert not re.search(r"[\s{}<>\"]", row[column].replace("{number}", ""))
    assert row["tracking"].count("{number}") == (1 if row["tracking"] else 0)
    assert "{" not in row["contact"] + row["site"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["slug"])
def test_no_name_and_no_code_means_two_carriers(row: dict[str, str]) -> None:
    aliases = [alias for alias in row["aliases"].split("|") if alias]
    assert len(set(aliases)) == len(aliases)
    for name in (row["slug"], row["name"], *aliases):
        carrier = carriers.find(name)
        assert carrier is not None
        assert carrier.slug == row["slug"], f"{name} is claimed twice"
    for listed in filter(None, row["codes"].split("|")):
        provider, _, code = listed.partition(":")
        assert provider in carriers.PROVIDERS
        assert code.isdigit() == (provider == "17track"), "17TRACK's codes are numbers, the others' are not"
        owner = carriers.by_code(provider, code)
        assert owner is not None
        assert owner.slug == row["slug"], f"{listed} is claimed twice"


def test_names_in_other_scripts_lead_to_nobody() -> None:
    """Their key is empty, and an empty key is nobody's."""
    assert carriers.find("郵便") is None
    assert carriers.find("") is None
    assert carriers.by_name("郵便").name == "郵便"


def test_a_tracking_page_of_the_catalogue_opens_with_the_number() -> None:
    assert carriers.by_slug("usps").tracking_link("9400 1112") == (
        "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400%201112"
    )


def test_carriers_of_one_family_are_the_same_to_a_scan() -> None:
    assert carriers.same("dpd", "dpd-uk")
    assert carriers.same("la-poste-colissimo", "colissimo")
    assert not carriers.same("dpd", "gls")
    assert not carriers.same("usps", "ups")
    assert carriers.same("nobody-knows", "nobody-knows")
    assert not carriers.same("nobody-knows", "somebody-else")
