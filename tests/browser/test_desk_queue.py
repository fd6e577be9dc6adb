"""The desk's queue in a real browser: by keyboard, live, light and dark, on a phone; nothing inline runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.bot.conftest import Door
from tests.bot.desk_cases import put
from tests.browser.desk import open_desk, sign_in
from tests.browser.test_accessibility import DESKTOP, PHONE, violations
from tracking.db import begin_write
from tracking.model import desk_sessions


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_desk(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def desk(
    door: Door, new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> Callable[..., Page]:
    """A browser in which somebody has signed in."""

    def make(login: str = "ana", **options: Any) -> Page:
        page = watch(new_context(**options).new_page())
        sign_in(page, door, login)
        return page

    return make


def rows(page: Page) -> Any:
    return page.locator("[data-row]")


def test_a_queue_is_worked_through_by_keyboard_alone(desk: Callable[..., Page]) -> None:
    page = desk()
    page.keyboard.press("j")
    expect(rows(page).nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(rows(page).nth(1)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("jk/?")  # typed, not obeyed
    expect(page.locator("#search")).to_have_value("jk/?")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("camille@example.com")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cases found for “camille@example.com”")
    expect(rows(page)).to_have_text(["No news for too long"])
    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page.get_by_role("heading", level=1)).to_have_text("Queue: All open")
    page.keyboard.press("j")
    with page.expect_navigation(url=re.compile(r"/desk/cases/\d+")):
        page.keyboard.press("Enter")


def test_single_keys_can_be_switched_off(desk: Callable[..., Page]) -> None:
    page = desk()
    page.keyboard.press("?")
    page.get_by_label("Use keyboard shortcuts").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("j")
    expect(rows(page).nth(0)).not_to_be_focused()
    page.get_by_role("button", name="Keyboard").click()
    expect(page.get_by_label("Use keyboard shortcuts")).not_to_be_checked()


def test_a_new_case_appears_by_itself_and_the_place_is_kept(desk: Callable[..., Page], door: Door) -> None:
    page = desk()
    before = rows(page).count()
    page.keyboard.press("j")
    page.keyboard.press("j")
    held = page.evaluate("document.activeElement.id")
    put(door.engine, datetime.now(timezone.utc), kind="lost", urgency=3, message_id="appears")
    expect(rows(page)).to_have_count(before + 1, timeout=5000)
    assert page.evaluate("document.activeElement.id") == held
    assert "/desk/sign-in" not in page.url


def test_filters_work_without_loading_the_page_anew(desk: Callable[..., Page]) -> None:
    page = desk()
    page.evaluate("window.same = true")
    page.locator("#filter-language").select_option("de")
    expect(rows(page)).to_have_text(["Says it never arrived"])
    expect(page).to_have_url(re.compile("language=de"))
    assert page.evaluate("window.same")
    page.get_by_role("link", name="Clear filters").click()
    expect(rows(page)).not_to_have_count(1)


def test_who_is_signed_out_elsewhere_is_asked_to_sign_in(desk: Callable[..., Page], door: Door) -> None:
    page = desk("ben")
    with begin_write(door.engine) as connection:
        connection.execute(desk_sessions.delete().where(desk_sessions.c.login == "ben"))
    page.locator("#filter-language").select_option("de")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_somebody_signs_out(desk: Callable[..., Page], door: Door) -> None:
    page = desk("ben")
    page.locator(".me summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.goto(door.url + "/desk")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(
    door: Door, desk: Callable[..., Page], screen: dict[str, Any], scheme: str
) -> None:
    page = desk(color_scheme=scheme, reduced_motion="reduce", **screen)
    assert violations(page) == []
    page.keyboard.press("j")
    assert violations(page) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".me summary").click()
    assert violations(page) == []
    page.goto(door.url + "/desk?q=nothing+at+all")
    assert violations(page) == []
    page.context.clear_cookies()
    page.goto(door.url + "/desk")
    expect(page.locator("#login")).to_be_visible()
    assert violations(page) == []


def test_nothing_is_wider_than_a_phone(desk: Callable[..., Page]) -> None:
    page = desk(**PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for row in rows(page).all():
        box = row.locator("xpath=ancestor::li").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_dark_is_dark(desk: Callable[..., Page]) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    assert desk(color_scheme="light").evaluate(paper) == "rgb(243, 245, 244)"
    assert desk(color_scheme="dark").evaluate(paper) == "rgb(15, 21, 22)"


MARKUP = "<img src=x onerror='window.hurt = 1'><script>window.hurt = 1</script>\"'>"


def test_markup_in_any_field_is_text_and_the_policy_holds(desk: Callable[..., Page], door: Door) -> None:
    put(
        door.engine,
        datetime.now(timezone.utc),
        label=MARKUP[:38],
        urgency=3,
        channel=None,
        message_id="hurtful",
        assignee=MARKUP,
        summary={"order": MARKUP, "parcels": [{"where": {"city": MARKUP}, "who": {"carrier": MARKUP}}]},
    )
    page = desk()
    expect(page.get_by_text(MARKUP).first).to_be_visible()
    page.goto(f"{door.url}/desk?q={MARKUP}&view={MARKUP}")
    page.goto(f"{door.url}/desk?label={MARKUP}&channel={MARKUP}&after={MARKUP}")
    assert page.evaluate("window.hurt") is None
    assert page.locator("main img, main script, [onerror]").count() == 0


def test_an_inline_script_would_not_run(desk: Callable[..., Page], console: list[str]) -> None:
    page = desk()
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hurt = 1";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.hurt") is None
    assert "Content Security Policy" in console.pop()


def test_the_desk_works_without_scripts(door: Door, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(door.url + "/desk")
    page.fill("#login", "rita")
    page.fill("#password", "a password for tests")
    page.get_by_role("button", name="Sign in").click()
    page.locator("#filter-language").select_option("de")
    page.get_by_role("button", name="Apply").click()
    expect(rows(page)).to_have_text(["Says it never arrived"])
