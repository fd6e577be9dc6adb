"""Without a mouse: into the panel, through it, and back to where one came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.shopper import ask, field, launcher, lines, open_chat, panel
from tests.browser.stand_in import StandIn, card, reply

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def focused(page: Page) -> str:
    """The name of what has the focus, inside the chat too."""
    return page.evaluate(
        """() => {
            let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            return at?.getAttribute("aria-label") || at?.textContent.trim() || at?.localName;
        }"""
    )


def test_the_keyboard_alone_suffices(page: Page, server: StandIn) -> None:
    server.answer = lambda text: (
        [reply("Which one?", buttons=("The lamp", "The candles"))] if "order" in text else []
    )
    launcher(page).focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("Where is my order?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="The lamp")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "The candles"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(lines(page, "shopper")).to_have_text(["Where is my order?", "The lamp"])
    expect(field(page)).to_be_focused()
    page.keyboard.press("Tab")
    assert focused(page) == "Send"


def test_everything_in_the_panel_is_reached_in_reading_order(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [reply("Here: https://example.com/a", card=card(), buttons=("Thanks",))]
    open_chat(page)
    ask(page, "Where is it?")
    panel(page).get_by_role("button", name="Close the chat").focus()
    order = []
    for _ in range(8):
        order.append(focused(page))
        page.keyboard.press("Tab")
    expected = ["Close the chat", "Conversation", "https://example.com/a"]
    expected += ["Copy the tracking number", "All 6 updates", "Thanks"]
    assert order[:6] == expected
    assert order[-2:] == ["Your message", "Send"] or order[6:] == ["Newest messages", "Your message"]


def test_updates_open_by_key(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [reply(card=card())]
    open_chat(page)
    field(page).fill("Where is it?")
    field(page).press("Enter")
    panel(page).locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Cleared by customs")).to_be_visible()


def test_escape_closes_and_the_focus_returns_to_the_launcher(page: Page) -> None:
    launcher(page).focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    expect(launcher(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()


def test_the_focus_returns_to_the_shops_own_button(page: Page) -> None:
    opener = page.locator(".hero-links").get_by_role("button", name="Where is my order?")
    opener.focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_the_close_button_returns_the_focus_too(page: Page) -> None:
    open_chat(page)
    panel(page).get_by_role("button", name="Close the chat").click()
    expect(launcher(page)).to_be_focused()


def test_a_panel_that_was_open_before_a_reload_does_not_grab_the_focus(page: Page) -> None:
    open_chat(page)
    page.reload()
    expect(panel(page)).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")
    panel(page).get_by_role("button", name="Close the chat").click()
    expect(launcher(page)).to_be_focused()


def test_on_a_phone_the_page_behind_cannot_be_reached(new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    launcher(page).tap()
    expect(panel(page)).to_be_visible()
    assert focused(page) == "Order help", "the keyboard must not jump up unasked"
    for _ in range(14):
        page.keyboard.press("Tab")
        assert page.evaluate("['BODY', 'WISMO-CHAT'].includes(document.activeElement.tagName)")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()


def test_on_a_phone_the_panel_stays_closed_on_the_next_page(new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    launcher(page).tap()
    expect(panel(page)).to_be_visible()
    page.reload()
    expect(launcher(page)).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_an_input_method_keeps_its_keys(page: Page, server: StandIn, key: str) -> None:
    open_chat(page)
    field(page).fill("かな")
    field(page).evaluate(
        """(field, key) => field.dispatchEvent(new KeyboardEvent("keydown",
            {key, isComposing: true, bubbles: true, composed: true, cancelable: true}))""",
        key,
    )
    expect(panel(page)).to_be_visible()
    expect(field(page)).to_have_value("かな")
    assert server.arrived == []
