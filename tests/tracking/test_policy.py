"""The shop's policy: what it gives, what wins over it, and how every mistake in it is said."""

from __future__ import annotations

import contextlib
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tracking.errors import ConfigurationError
from tracking.hours import Interval
from tracking.policy import CHANGES, DEFAULT, TOPICS, UNTIL, Policy, policy, read_policy
from tracking.settings import WRITTEN_LANGUAGES, Settings
from tracking.vocabulary import Milestone

ROOT = Path(__file__).parents[2]
SMALL = """
shop: {name: Acme, zone: Europe/Madrid, languages: [es, en]}
"""


def written(folder: Path, text: str) -> Path:
    """A policy of this text."""
    path = folder / "policy.yml"
    path.write_text(text, "utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    """What is said to be wrong with `SMALL` and this text below it, without the file's name."""
    path = written(folder, SMALL + text)
    with pytest.raises(ConfigurationError) as caught:
        read_policy(path)
    first, *rest = str(caught.value).splitlines()
    assert first.startswith(f"{path}: ")
    said = [line.strip() for line in rest] or [first.removeprefix(f"{path}: ")]
    assert not rest or first.endswith(f": {len(rest)} things to mend:")
    return said


def test_the_demo_shops_policy_can_be_used() -> None:
    found = policy()
    assert found.shop_name == "Maison Lumen"
    assert found.languages == WRITTEN_LANGUAGES
    assert found.hours.known
    assert found.hours.answer == timedelta(hours=4)
    assert found.waits.not_received == timedelta(hours=24)
    assert found.link("returns", "de") == "https://maison-lumen.example/de/ruecksendung"
    assert found.link("damaged", "de") is None
    assert set(found.changes) == set(CHANGES)
    assert found.tone == {"fr": "formal", "es": "informal", "de": "informal"}
    for topic in TOPICS:
        for language in WRITTEN_LANGUAGES:
            link = found.link(topic, language)
            assert link is None or link.startswith("https://maison-lumen.example/")


def test_what_a_shop_leaves_out_is_not_made_up(tmp_path: Path) -> None:
    found = read_policy(written(tmp_path, SMALL))
    assert found.shop_name == "Acme"
    assert not found.hours.known
    assert found.hours.answer is None
    assert found.returns_days is None
    assert found.waits.not_received == timedelta(hours=24)
    assert found.tone == {"fr": "formal", "es": "informal", "de": "informal"}
    assert found.team == {}
    for name in CHANGES:
        assert found.changes[name].until is None
        assert found.changes[name].link("es") is None
    for topic in TOPICS:
        assert found.link(topic, "es") is None
        assert found.answer(topic, "es") is None


def test_a_page_falls_back_to_the_shops_first_language_a_sentence_does_not(tmp_path: Path) -> None:
    found = read_policy(
        written(
            tmp_path,
            SMALL
            + """
links: {returns: {es: https://acme.example/es, fr: https://acme.example/fr}, contact: https://acme.example/}
answers: {returns: {es: Tienes 30 días.}}
changes: {cancel: {until: never, link: {es: https://acme.example/cancelar}}}
""",
        )
    )
    assert found.link("returns", "fr") == "https://acme.example/fr"
    assert found.link("returns", "de") == "https://acme.example/es"
    assert found.link("contact", "de") == "https://acme.example/"
    assert found.answer("returns", "es") == "Tienes 30 días."
    assert found.answer("returns", "en") is None
    assert found.changes["cancel"].until is None
    assert found.changes["cancel"].link("en") == "https://acme.example/cancelar"
    with pytest.raises(KeyError):
        found.link("returnz", "es")
    with pytest.raises(KeyError):
        found.answer("returnz", "es")


def test_everything_that_a_shop_may_say_is_read(tmp_path: Path) -> None:
    found = read_policy(
        written(
            tmp_path,
            SMALL
            + """
tone: {de: Sie, es: usted, fr: informal}
hours:
  monday: ["9:00-12:30", "12:30 – 24:00"]
  sunday: 10:00-11:00
  closed: [2026-12-24, 2026-12-30 to 2027-01-01]
  holidays: GB-SCT
waits: {answer: 1h30m, not_received: 2d, rating: 5m}
changes: {address: {until: label_created}}
returns_days: 14
""",
        )
    )
    assert found.tone == {"fr": "informal", "es": "formal", "de": "formal"}
    assert found.hours.week == {0: (Interval(540, 750), Interval(750, 1440)), 6: (Interval(600, 660),)}
    assert found.hours.closed == {
        date(2026, 12, 24),
        date(2026, 12, 30),
        date(2026, 12, 31),
        date(2027, 1, 1),
    }
    assert found.hours.holidays == "GB-SCT"
    assert found.hours.zone.key == "Europe/Madrid"
    assert found.hours.answer == timedelta(minutes=90)
    assert (found.waits.not_received, found.waits.rating) == (timedelta(days=2), timedelta(minutes=5))
    assert found.changes["address"].until is Milestone.LABEL_CREATED
    assert found.returns_days == 14


def test_every_key_is_described() -> None:
    described = (ROOT / "docs" / "policy.md").read_text("utf-8")
    for name in (*TOPICS, *CHANGES, *UNTIL):
        assert f"`{name}`" in described, name
    for section, below in yaml.safe_load(DEFAULT.read_text("utf-8")).items():
        keys = (f"{section}.{key}" for key in below) if section in {"shop", "waits"} else (section,)
        for key in keys:
            assert re.search(rf"^\| `{re.escape(key)}", described, re.MULTILINE), key
    for key in ("hours.closed", "hours.holidays"):
        assert f"| `{key}` |" in described
    for example in re.findall(r"```yaml\n(.*?)```", described, re.DOTALL):
        assert yaml.safe_load(example)["changes"]["address"] == {"until": "carrier_received"}


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("link: {}", "link", "did you mean links?"),
        ("hours: {mondays: []}", "hours.mondays", "did you mean monday?"),
        ("links: {xyz: https://a.example}", "links.xyz", "returns, refund, damaged"),
        ('hours: {monday: ["09:00-12:00", "11:30-18:00"]}', "hours.monday[1]", "ends at 12:00"),
        ('hours: {monday: ["13:00-18:00", "09:00-12:00"]}', "hours.monday[1]", "one after the other"),
        (
            'hours: {friday: ["22:00-02:00"]}',
            "hours.friday[0]",
            "22:00-24:00 here and 00:00-02:00 on the next",
        ),
        ('hours: {friday: ["22:00-00:00"]}', "hours.friday[0]", "write 22:00-24:00 here"),
        ('hours: {friday: ["09:00-09:00"]}', "hours.friday[0]", "does not end after it starts"),
        ('hours: {friday: ["9-17"]}', "hours.friday[0]", "write it like 09:00-18:00"),
        ('hours: {friday: ["24:00-24:00"]}', "hours.friday[0]", "write it like 09:00-18:00"),
        ('hours: {friday: ["09:00-25:00"]}', "hours.friday[0]", "write it like 09:00-18:00"),
        ('hours: {friday: ["09:60-12:00"]}', "hours.friday[0]", "write it like 09:00-18:00"),
        # YAML's own way of reading 13:30: minutes.
        ("hours: {friday: [13:30]}", "hours.friday[0]", "“810” is not an interval"),
        ("hours: {friday: {open: 9}}", "hours.friday", "is not a list"),
        ("hours: {}", "hours", "no day is open"),
        ("hours: {sunday: []}", "hours", "no day is open"),
        ("hours: [monday]", "hours", "is not a mapping"),
        ("hours: {monday: 09:00-18:00, closed: [2026-13-01]}", "hours.closed[0]", "is not a date"),
        ("hours: {monday: 09:00-18:00, closed: [Christmas]}", "hours.closed[0]", "2026-12-24 to 2027-01-02"),
        ("hours: {monday: 09:00-18:00, closed: [2026-12-31 to 2026-12-30]}", "hours.closed[0]", "must end"),
        ("hours: {monday: 09:00-18:00, closed: [2026-12-24 10:00:00]}", "hours.closed[0]", "is not a date"),
        ("hours: {monday: 09:00-18:00, closed: 2026-12-24}", "hours.closed", "is not a list"),
        ("hours: {monday: 09:00-18:00, holidays: XX}", "hours.holidays", "a country like FR"),
        ("hours: {monday: 09:00-18:00, holidays: GB-ZZZ}", "hours.holidays", "a part like GB-SCT"),
        ("hours: {monday: 09:00-18:00, holidays: [FR]}", "hours.holidays", "a list has no calendar"),
        ("waits: {answer: 4h}", "waits.answer", "write them under hours"),
        ("hours: {monday: 09:00-18:00}\nwaits: {answer: 1d}", "waits.answer", "without days"),
        ("hours: {monday: 09:00-10:00}\nwaits: {answer: 5h}", "waits.answer", "must be from 1m to 4h"),
        ("waits: {not_received: 24}", "waits.not_received", "write it like 24h"),
        ("waits: {not_received: 90d}", "waits.not_received", "must be from 0m to 30d"),
        ("waits: {rating: soon}", "waits.rating", "is not a length of time"),
        ("changes: {address: {until: shipped}}", "changes.address.until", "is none of never, packed"),
        ("changes: {address: {until: lost}}", "changes.address.until", "“lost” is none of"),
        ("changes: {address: {}}", "changes.address", "until is missing"),
        ("changes: {adress: {until: never}}", "changes.adress", "did you mean address?"),
        ("changes: {cancel: {until: packed, link: www.acme.example}}", "changes.cancel.link", "https://"),
        ("links: {returns: http://acme.example/returns}", "links.returns", "starts with https://"),
        ("links: {returns: {es: http://acme.example}}", "links.returns.es", "starts with https://"),
        ("links: {returns: {it: https://acme.example}}", "links.returns.it", "it may be en, fr, es or de"),
        ("links: {returns: https://user:pw@acme.example}", "links.returns", "starts with https://"),
        ("links: {returns: 'https://acme.example/a b'}", "links.returns", "starts with https://"),
        ("links: {returns: 'https://['}", "links.returns", "starts with https://"),
        ("links: {returns: https://localhost}", "links.returns", "starts with https://"),
        ("links: {returns: [https://acme.example]}", "links.returns", "write one a language"),
        ("answers: {returns: Thirty days.}", "answers.returns", "write one a language"),
        ("answers: {returns: {en: ''}}", "answers.returns.en", "text of 1 to 500 characters"),
        ("answers: {returns: {en: 30}}", "answers.returns.en", "put it in quotes"),
        ("returns_days: thirty", "returns_days", "whole number from 1 to 730"),
        ("returns_days: true", "returns_days", "“true” is not a whole number"),
        ("tone: {fr: Sie}", "tone.fr", "is none of vous, tu, formal, informal"),
        ("tone: {en: formal}", "tone.en", "it may be fr, es or de"),
        ("tone: formal", "tone", "is not a mapping"),
    ],
)
def test_a_mistake_is_said_with_its_place_and_what_to_write(
    tmp_path: Path, text: str, place: str, hint: str
) -> None:
    (said,) = problems(tmp_path, text)
    assert said.startswith(f"{place}: ")
    assert hint in said


def test_all_mistakes_are_said_together(tmp_path: Path) -> None:
    said = problems(tmp_path, 'hours: {monday: ["9-17", "11:00-10:00"]}\ntone: {de: Ihr}\ncloset: 1\n')
    places = [line.split(":")[0] for line in said]
    assert sorted(places) == ["closet", "hours.monday[0]", "hours.monday[1]", "tone.de"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shop: {zone: Europe/Paris}", "shop.name: nothing is not a text"),
        ("shop: {name: Acme}", "shop.zone: nothing is not an IANA time zone"),
        ("shop: {name: Acme, zone: Paris}", "shop.zone: “Paris” is not an IANA time zone"),
        ("shop: {name: Acme, zone: ../../etc}", "shop.zone: "),
        ("shop: {name: Acme, zone: UTC, languages: []}", "shop.languages: no texts for an empty list"),
        ("shop: {name: Acme, zone: UTC, languages: [it]}", "shop.languages: no texts for it; choose from en"),
        ("shop: {name: Acme, zone: UTC, languages: en}", "shop.languages: no texts for “en”"),
        ("shop: {name: Acme, zone: UTC, team: us}", "shop.team: “us” has no language"),
        ("shop: {name: Acme, zone: UTC, team: }", "shop.team: nothing has no language"),
        ("shop: {name: Acme\n", "line 2, column 1: not YAML"),
        (
            "shop: {name: Acme}\nshop: {name: Bcme}",
            "line 2, column 1: not YAML that can be used: 'shop' comes",
        ),
        ("a: !!python/object:os.system {}", "not YAML that can be used"),
        ("d: !!timestamp 2026-02-30", "not YAML that can be used"),
        ("- a list", "a list is not a mapping"),
    ],
)
def test_a_file_that_is_no_policy_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_policy(written(tmp_path, text))
    assert said in str(caught.value)
    assert str(tmp_path / "policy.yml") in str(caught.value)


def test_a_file_that_is_missing_or_unreadable_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere\.yml: No such file .* WISMO_POLICY"):
        Policy.from_environment({"WISMO_POLICY": str(tmp_path / "nowhere.yml")})
    (tmp_path / "latin.yml").write_bytes("shop: é".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="not UTF-8 at byte 6"):
        read_policy(tmp_path / "latin.yml")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    named = {"WISMO_POLICY": str(written(tmp_path, SMALL + "links: {contact: {fr: https://a.example/fr}}"))}
    found = Settings.from_environment(named)
    assert (found.shop_name, found.shop_zone.key, found.languages) == ("Acme", "Europe/Madrid", ("es", "en"))
    given = {
        **named,
        "WISMO_SHOP_NAME": "Bcme",
        "WISMO_SHOP_ZONE": "Asia/Tokyo",
        "WISMO_LANGUAGES": "FR, de",
    }
    found = Settings.from_environment(given)
    assert (found.shop_name, found.shop_zone.key, found.languages) == ("Bcme", "Asia/Tokyo", ("fr", "de"))
    shop = Policy.from_environment(given)
    assert shop.hours.zone.key == "Asia/Tokyo"
    # The first language is the environment's too.
    assert shop.link("contact", "de") == "https://a.example/fr"
    assert Policy.from_environment(named).link("contact", "de") is None


def test_empty_variables_say_nothing(tmp_path: Path) -> None:
    given = {"WISMO_POLICY": "", "WISMO_SHOP_NAME": "", "WISMO_SHOP_ZONE": " ", "WISMO_LANGUAGES": ""}
    assert Policy.from_environment(given) == read_policy(DEFAULT)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WISMO_LANGUAGES", "en,it", "WISMO_LANGUAGES: no texts for it; choose from en, fr, es, de"),
        ("WISMO_LANGUAGES", ",", "WISMO_LANGUAGES: no texts for an empty list"),
        ("WISMO_SHOP_ZONE", "Mars/Olympus", "WISMO_SHOP_ZONE: “Mars/Olympus” is not an IANA time zone"),
        ("WISMO_SHOP_NAME", "x" * 61, "WISMO_SHOP_NAME: “xxx"),
    ],
)
def test_a_variable_that_makes_no_sense_is_named(name: str, value: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_environment({name: value})
    assert str(caught.value).startswith(said)


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), below, max_size=3)
    ),
    max_leaves=6,
)


def places(value: object, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every place of the demo shop's policy."""
    below = value.items() if isinstance(value, dict) else ()
    return [at, *(place for key, each in below for place in places(each, (*at, key)))]


@settings(max_examples=150, deadline=None)
@given(place=st.sampled_from(places(yaml.safe_load(DEFAULT.read_text("utf-8")))), junk=_JUNK)
def test_whatever_stands_at_a_place_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[str, ...], junk: object
) -> None:
    whole: dict[str, object] = {"": yaml.safe_load(DEFAULT.read_text("utf-8"))}
    table, key = whole, ""
    for name in place:
        table, key = table[key], name  # type: ignore[assignment]
    table[key] = junk
    path = written(tmp_path_factory.mktemp("junk"), yaml.safe_dump(whole[""], allow_unicode=True))
    with contextlib.suppress(ConfigurationError):
        assert isinstance(read_policy(path), Policy)
