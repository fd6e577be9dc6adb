"""The desk's queue over real HTTP: views, filters, search, pages; and what markup can't do there."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html import unescape

import pytest

from bot.desk import accounts
from bot.desk.accounts import Role
from bot.desk.queue import Asked
from tests.bot.conftest import Door
from tests.bot.desk_cases import fill, order, put
from tests.bot.desk_team import Browser, at_desk, hire
from tracking.cases.queue import PAGE
from tracking.db import begin_write

NOW = datetime.now(timezone.utc)


def listed(browser: Browser, query: str = "") -> list[int]:
    """The cases of a page, in its order."""
    answer = browser.get(f"/desk?{query}")
    assert answer.status_code == 200
    return [int(each) for each in re.findall(r'href="/desk/cases/(\d+)" data-row', answer.text)]


@pytest.fixture
def ids(door: Door) -> dict[str, int]:
    return fill(door.engine, NOW)


@pytest.fixture
def ana(door: Door, ids: dict[str, int]) -> Browser:
    hire(door.engine, "ben", Role.AGENT, "Ben")
    return at_desk(door)


def test_each_view_lists_its_cases_the_most_urgent_first(ana: Browser, ids: dict[str, int]) -> None:
    views = {
        "active": ["deadline", "change", "not_received", "person", "return"],
        "mine": ["change"],
        "unassigned": ["deadline", "person", "return"],
        "waiting": ["waiting"],
        "snoozed": ["snoozed"],
        "solved": ["solved"],
    }
    for view, names in views.items():
        assert listed(ana, f"view={view}") == [ids[name] for name in names], view
    assert listed(ana) == listed(ana, "view=active") == listed(ana, "view=nonsense")
    page = ana.get("/desk").text
    counts = re.findall(r'>([A-Z][a-z ]+) <span class="count">(\d+)</span>', page)
    assert counts == [
        ("Mine", "1"), ("Unassigned", "3"), ("All open", "5"), ("Waiting for shopper", "1"), ("Snoozed", "1"),
    ]  # fmt: skip


def test_filters_narrow_a_view_and_its_counts(ana: Browser, ids: dict[str, int]) -> None:
    found = {
        "kind=not_received": ["not_received"],
        "urgency=3": ["deadline"],
        "channel=whatsapp": ["change"],
        "language=de": ["not_received"],
        "label=customs": ["deadline"],
        "language=en&urgency=1": ["person"],
        "view=mine&kind=lost": [],
        "view=snoozed&language=de": ["snoozed"],
        "urgency=9": ["deadline", "change", "not_received", "person", "return"],
        "kind=": ["deadline", "change", "not_received", "person", "return"],
    }
    for query, names in found.items():
        assert listed(ana, query) == [ids[name] for name in names], query
    page = ana.get("/desk?language=de").text
    assert re.findall(r"view=mine&amp;language=de", page)
    assert 'All open <span class="count">1</span>' in page
    assert "Nothing in this view fits the filters." in ana.get("/desk?view=mine&kind=lost").text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("10042", ["deadline"]),
        ("JD0001234568", ["solved", "change"]),
        (" jd 0001 234568 ", ["solved", "change"]),
        ("lena@example.com", ["snoozed", "not_received"]),
        ("álvarez", ["solved", "change"]),
        ("Schäf", ["snoozed", "not_received"]),
        ("C-000003", ["not_received"]),
        ("nobody at all", []),
        ("%", []),
        ("' OR 1=1 --", []),
        ("x" * 500, []),
    ],
)
def test_search_finds_whatever_a_shopper_quotes(
    ana: Browser, ids: dict[str, int], text: str, names: list[str]
) -> None:
    answer = ana.get("/desk", params={"q": text})
    assert answer.status_code == 200
    found = [int(each) for each in re.findall(r'href="/desk/cases/(\d+)" data-row', answer.text)]
    assert found == [ids[name] for name in names]
    assert ("No case fits" in answer.text) is not names


def test_a_row_says_what_counts(ana: Browser, ids: dict[str, int]) -> None:
    page = ana.get("/desk").text
    rows = {
        int(case): " ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split())
        for row, case in re.findall(r'(?s)<li class="case[^>]*>(.*?href="/desk/cases/(\d+)".*?)</li>', page)
    }
    first = rows[ids["deadline"]]
    for said in ("Urgent", "No news for too long", "New", "customs", "it may be sent back from",
                 "Held by customs (DHL Express, Leipzig,", "10042", "Camille Durand", "Website", "French",
                 "3 hours", "late by 4", "nobody"):  # fmt: skip
        assert said in first
    second = rows[ids["change"]]
    for said in (
        "High",
        "Wants something changed",
        "José Álvarez",
        "WhatsApp",
        "Spanish",
        "5",
        "you",
    ):
        assert said in second
    assert "Ben" in rows[ids["not_received"]]
    assert "no order" in rows[ids["person"]]
    assert "back " in ana.get("/desk?view=snoozed").text
    assert "No chat" in ana.get("/desk?view=snoozed").text


def test_a_long_list_is_read_page_by_page(door: Door, ana: Browser) -> None:
    for number in range(PAGE + 5):
        put(door.engine, NOW - timedelta(minutes=number), message_id=f"more-{number}", language="fr")
    seen: list[int] = []
    address = "view=unassigned&language=fr"
    while address:
        seen += listed(ana, address)
        following = re.search(r'rel="next" href="/desk\?([^"]+)"', ana.get(f"/desk?{address}").text)
        address = unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == PAGE + 5 + 1
    gone = ana.get("/desk?view=solved&after=nonsense")
    assert "This page of the list no longer exists" in gone.text


def test_htmx_gets_the_list_alone(ana: Browser) -> None:
    part = ana.get("/desk?view=mine", headers={"HX-Request": "true", "HX-Target": "queue"}).text
    assert part.startswith('<div id="queue"')
    assert "<html" not in part
    assert 'hx-get="/desk?view=mine"' in part


@pytest.mark.parametrize(("language", "said"), [
    ("fr", ["Ouverts", "Retenu par la douane" ]), ("es", ["Sin asignar", "nadie"]),
    ("de", ["Alle offenen", "niemand"]), ("en", ["All open", "nobody"]),
])  # fmt: skip
def test_the_queue_speaks_the_agents_language(
    door: Door, ids: dict[str, int], language: str, said: list[str]
) -> None:
    page = at_desk(door, language=f"{language}-XX,{language};q=0.9").get("/desk").text
    assert f'<html lang="{language}">' in page
    for each in said:
        assert each in page


HURTFUL = "\"><script>alert(1)</script>{{ 7*7 }}<img src=x onerror='alert(1)'>"


def test_markup_in_any_field_is_text(door: Door) -> None:
    with begin_write(door.engine) as connection:
        order_id = order(connection, HURTFUL[:60], HURTFUL, "x@example.com", "JD1", NOW)
        accounts.add_user(connection, "mallory", HURTFUL[:80], Role.AGENT, "a password for tests", NOW)
    place = {"state": {"milestone": "in_transit"}, "where": {"city": HURTFUL}, "who": {"carrier": HURTFUL}}
    put(
        door.engine, NOW, label=HURTFUL[:40], order_id=order_id, assignee="mallory", language=HURTFUL[:8],
        channel=None, summary={"order": HURTFUL, "parcels": [place]},
    )  # fmt: skip
    ana = at_desk(door)
    for page in (ana.get("/desk").text, ana.get("/desk", params={"q": HURTFUL}).text):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "49" not in re.sub(r"[0-9a-f]{12,}", "", page)
    assert unescape(ana.get("/desk").text).count(HURTFUL) >= 2


def test_a_channel_that_nobody_knew_is_still_listed(door: Door) -> None:
    case = put(door.engine, NOW, channel="pigeon", language="tlh")
    assert listed(at_desk(door)) == [case]


def test_the_address_keeps_what_is_asked_for() -> None:
    from starlette.datastructures import QueryParams

    query = "view=mine&kind=lost&urgency=0&channel=telegram&language=fr&label=a+%26+b"
    assert Asked.of(QueryParams(query)).address() == f"/desk?{query}"
