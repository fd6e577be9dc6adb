"""Every route of the desk is shut: to nobody in particular, to other sites, to roles that may not."""

from __future__ import annotations

import re

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.desk.accounts import Role
from bot.desk.app import pages
from bot.desk.context import PREFIX
from bot.desk.pages import Page, page
from bot.desk.security import SAFE
from tests.bot.conftest import Door
from tests.bot.desk_team import Browser, at_desk

#: What anybody may ask for; everything else wants somebody who is signed in.
PUBLIC = {"static", "sign_in_page", "sign_in"}
#: What somebody who may only read still changes: their own session and settings.
THEIR_OWN = {"sign_out", "set_language"}


def address(declared: Page) -> str:
    """An address that the page answers."""
    return PREFIX + re.sub(r"\{\w+(:int)?\}", "1", re.sub(r"\{\w+:(path|str)\}", "website:1", declared.path))


def name(declared: Page) -> str:
    return f"{'/'.join(declared.methods)} {declared.path or '/'}"


SHUT = [each for each in pages() if each.handler.__name__ not in PUBLIC]
READ = [each for each in SHUT if set(each.methods) <= SAFE]
CHANGING = [each for each in SHUT if not set(each.methods) <= SAFE]


def test_only_what_signs_in_is_public() -> None:
    assert {each.handler.__name__ for each in pages() if each.role is None} == PUBLIC
    assert len(READ) >= 2
    assert len(CHANGING) >= 2


def test_only_their_own_is_changed_by_who_may_only_read() -> None:
    assert {each.handler.__name__ for each in CHANGING if each.role is Role.READER} == THEIR_OWN


def test_a_page_either_shows_or_changes() -> None:
    for each in pages():
        assert set(each.methods) <= SAFE or not set(each.methods) & SAFE, name(each)


def test_the_front_door_serves_no_page_of_the_desk_that_is_not_in_the_table(door: Door) -> None:
    assert Browser(door).get("/desk/nowhere").status_code == 404


def test_without_a_session_every_page_leads_to_signing_in(door: Door) -> None:
    nobody = Browser(door)
    nobody.follow_redirects = False
    for each in READ:
        answer = nobody.get(address(each))
        assert answer.status_code == 303, name(each)
        assert answer.headers["location"].startswith("/desk/sign-in?next=%2Fdesk"), name(each)
        part = nobody.get(address(each), headers={"HX-Request": "true"})
        assert (part.status_code, part.headers["hx-redirect"]) == (401, "/desk/sign-in"), name(each)
        stream = nobody.get(address(each), headers={"Accept": "text/event-stream"})
        assert stream.status_code == 401, name(each)


def test_without_a_session_nothing_is_changed(door: Door) -> None:
    nobody = Browser(door)
    nobody.follow_redirects = False
    for each in CHANGING:
        assert nobody.submit(address(each)).status_code == 401, name(each)


def test_an_invented_session_is_none(door: Door) -> None:
    nobody = Browser(door)
    nobody.follow_redirects = False
    nobody.cookies.set("wismo_desk", "x" * 43, path="/desk")
    assert {nobody.get(address(each)).status_code for each in READ} == {303}


def test_without_the_token_nothing_is_changed(door: Door) -> None:
    ana = at_desk(door, Role.LEAD)
    strange = at_desk(door, Role.LEAD, "ben").csrf
    for token in ("", "0" * 64, strange, "é"):
        ana.csrf = token
        for each in CHANGING:
            answer = ana.submit(address(each))
            assert answer.status_code == 403, name(each)
            assert "lain open for too long" in answer.text, name(each)


@pytest.mark.parametrize("origin", ["https://shop.example", "http://localhost:1", "null", "x"])
def test_from_another_site_nothing_is_changed(door: Door, origin: str) -> None:
    ana = at_desk(door, Role.LEAD)
    ana.origin = origin
    for each in CHANGING:
        answer = ana.submit(address(each))
        assert answer.status_code == 403, name(each)
        assert "another website" in answer.text, name(each)


def test_another_site_is_known_by_the_browsers_word_alone(door: Door) -> None:
    ana = at_desk(door, Role.LEAD)
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        answer = ana.post("/desk/language", data={"csrf": ana.csrf}, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == status, site


def test_another_site_signs_nobody_in(door: Door) -> None:
    ana = Browser(door)
    ana.origin = "https://shop.example"
    assert ana.sign_in("ana").status_code == 403
    assert Browser(door).submit("/desk/sign-in", login="ana", password="x").status_code == 403


def test_who_may_only_read_changes_nothing(door: Door) -> None:
    reader = at_desk(door, Role.READER)
    for each in CHANGING:
        if each.handler.__name__ not in THEIR_OWN:
            answer = reader.submit(address(each))
            assert answer.status_code == 403, name(each)
            assert "may not do this" in answer.text, name(each)


def test_who_may_only_read_reads(door: Door) -> None:
    assert at_desk(door, Role.READER).get("/desk").status_code == 200


def test_every_answer_has_the_policy_and_is_kept_by_nobody(door: Door) -> None:
    ana = at_desk(door)
    for each in READ:
        if each.handler.__name__ == "events":
            continue  # it does not end
        for browser in (ana, Browser(door)):
            answer = browser.get(address(each))
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy, name(each)
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["cache-control"] == "no-store", name(each)
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_form_that_is_too_long_is_not_read(door: Door) -> None:
    ana = at_desk(door)
    assert ana.post("/desk/language", content=b"x=" + b"a" * 300_000).status_code == 413
    assert ana.post("/desk/language", content=b"&".join([b"x=1"] * 1000)).status_code == 413


@pytest.fixture
def for_leads(monkeypatch: pytest.MonkeyPatch) -> str:
    """A page that only leads may open."""

    @page("/for-leads", role=Role.LEAD)
    async def leads(_request: Request) -> Response:
        return PlainTextResponse("numbers")

    monkeypatch.setattr("bot.desk.app.pages", lambda: [*pages(), leads])
    return "/desk/for-leads"


def test_a_role_may_do_what_those_before_it_may(for_leads: str, door: Door) -> None:
    for role, status in ((Role.READER, 403), (Role.AGENT, 403), (Role.LEAD, 200)):
        assert at_desk(door, role, role.value).get(for_leads).status_code == status


def test_static_files_are_ours_alone(door: Door) -> None:
    nobody = Browser(door)
    script = nobody.get("/desk/static/desk.js")
    assert script.headers["content-type"].startswith("text/javascript")
    for wanted in ("../app.py", "..%2Fapp.py", "app.py", "%2e%2e%2fapp.py", "nothing.css"):
        assert nobody.get(f"/desk/static/{wanted}").status_code == 404, wanted
