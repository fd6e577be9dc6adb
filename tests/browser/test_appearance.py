"""Light and dark, phone and desktop, the shop's colours, reading direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.shopper import ask, launcher, lines, open_chat, panel


def brightness(of: Locator, what: str = "backgroundColor") -> float:
    """0 is black, 1 is white."""
    return of.evaluate(
        """(element, what) => {
            const brush = new OffscreenCanvas(1, 1).getContext("2d");
            brush.fillStyle = getComputedStyle(element)[what];
            brush.fillRect(0, 0, 1, 1);
            const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
            return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
        }""",
        what,
    )


@pytest.mark.parametrize(
    ("browser_wish", "attribute", "dark"),
    [
        ("light", None, False),
        ("dark", None, True),
        ("light", "dark", True),
        ("dark", "light", False),
    ],
)
def test_dark_follows_the_browser_unless_the_shop_says_otherwise(
    new_page: Callable[..., Page], browser_wish: str, attribute: str | None, dark: bool
) -> None:
    page = new_page("/bare", color_scheme=browser_wish)
    if attribute:
        page.locator("wismo-chat").evaluate("(chat, theme) => chat.setAttribute('theme', theme)", attribute)
    open_chat(page)
    assert (brightness(panel(page)) < 0.2) is dark
    assert (brightness(panel(page), "color") > 0.7) is dark


def test_the_shops_colours_are_worn(new_page: Callable[..., Page]) -> None:
    page = new_page("/bare")
    page.locator("html").evaluate(
        "html => { html.style.setProperty('--wismo-accent', 'rgb(120, 20, 60)');"
        "html.style.setProperty('--wismo-on-accent', 'rgb(255, 250, 240)'); }"
    )
    style = "button => { const s = getComputedStyle(button); return [s.backgroundColor, s.color] }"
    assert launcher(page).evaluate(style) == ["rgb(120, 20, 60)", "rgb(255, 250, 240)"]


def test_on_a_phone_the_panel_is_the_whole_screen(new_page: Callable[..., Page]) -> None:
    page = new_page(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    open_chat(page)
    # The panel takes its size from the screen as emulated, which follows the page's first picture.
    page.wait_for_function(
        """panel => {
        const { x, y, width, height } = panel.getBoundingClientRect()
        return x === 0 && y === 0 && width === 390 && height === 844
    }""",
        arg=panel(page).element_handle(),
    )


def test_turning_the_screen_keeps_the_conversation_and_the_focus(new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_chat(page)
    ask(page, "Hello")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(panel(page)).to_have_css("border-radius", "0px")
    assert panel(page).evaluate("panel => panel.matches(':modal')")
    expect(page.locator("wismo-chat textarea")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not panel(page).evaluate("panel => panel.matches(':modal')")
    expect(lines(page, "bot")).to_have_count(1)


def test_right_to_left_mirrors_the_panel(new_page: Callable[..., Page]) -> None:
    page = new_page("/bare")
    page.locator("html").evaluate("html => html.setAttribute('dir', 'rtl')")
    page.locator("wismo-chat").evaluate("chat => chat.setAttribute('dir', 'rtl')")
    box = launcher(page).bounding_box()
    assert box is not None
    assert box["x"] < 100
    open_chat(page)
    ask(page, "שלום")
    own, other = lines(page, "shopper").bounding_box(), lines(page, "bot").bounding_box()
    assert own is not None
    assert other is not None
    assert own["x"] < other["x"] + other["width"] - own["width"]


def test_long_words_stay_in_the_panel(page: Page) -> None:
    open_chat(page)
    ask(page, "x" * 400)
    log = page.get_by_role("log")
    assert log.evaluate("log => log.scrollWidth <= log.clientWidth")


def test_the_field_grows_with_the_text_to_a_limit(page: Page) -> None:
    open_chat(page)
    field = page.locator("wismo-chat textarea")
    height = "field => field.getBoundingClientRect().height"
    one = field.evaluate(height)
    field.fill("a\nb\nc")
    three = field.evaluate(height)
    field.fill("a\n" * 40)
    many = field.evaluate(height)
    assert one < three < many < 160
    field.fill("")
    assert field.evaluate(height) == one
