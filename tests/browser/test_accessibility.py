"""What assistive technology is told, and what axe finds (nothing)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.shopper import ask, field, launcher, open_chat, panel, say
from tests.browser.stand_in import StandIn, card, reply

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]


def everything(server: StandIn) -> None:
    server.orders = [
        {"number": "10042", "email": "a@example.com", "situation": {"en": "On its way", "fr": "En route"}}
    ]
    server.answer = lambda text: [
        reply("On its way, see https://example.com/track.", card=card(action="Have your papers ready.")),
        reply("Which one?", buttons=("The lamp", "The candles")),
        reply("Hello, I’m a person.", author="person"),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(
    new_page: Callable[..., Page], server: StandIn, screen: dict[str, Any], scheme: str
) -> None:
    everything(server)
    page = new_page(color_scheme=scheme, reduced_motion="reduce", **screen)
    expect(page.get_by_role("button", name="Ask where order 10042 is")).to_be_visible()
    assert violations(page) == []
    open_chat(page)
    assert violations(page) == []
    ask(page, "Where is it?")
    expect(page.get_by_text("I’m a person")).to_have_count(1)
    page.get_by_text("All 6 updates").click()
    assert violations(page) == []
    page.get_by_role("button", name="The lamp").click()
    server.refusals.append("rate")
    say(page, "And now?")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    field(page).fill("x" * 2001)
    assert violations(page) == []


def test_axe_finds_nothing_in_french_without_orders(new_page: Callable[..., Page]) -> None:
    page = new_page("/?lang=fr", reduced_motion="reduce")
    open_chat(page)
    assert violations(page) == []


def test_the_panel_as_a_screen_reader_walks_it(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [
        reply("Which one?", buttons=("The lamp",), card=card(progress=[], timeline=[]))
    ]
    open_chat(page)
    ask(page, "Where is it?")
    expect(panel(page)).to_match_aria_snapshot("""
        - dialog "Order help":
          - heading "Order help" [level=2]
          - paragraph: Automatic assistant, day and night
          - button "Close the chat"
          - status
          - log "Conversation":
            - paragraph: Today
            - paragraph: "You:"
            - paragraph: Where is it?
            - paragraph: "Assistant:"
            - paragraph: Which one?
            - article "Order 10042 · parcel 1 of 2":
              - paragraph: Order 10042 · parcel 1 of 2
              - paragraph: Out for delivery
              - paragraph: today, 08:12 · Leeds, United Kingdom
              - paragraph: The delivery window is today between 13:20 and 14:20
              - term: Carrier
              - definition: DPD UK
              - term: Tracking number
              - definition: "15501234567890"
              - button "Copy the tracking number"
            - group "Answers to choose from":
              - button "The lamp"
            - paragraph: /\\d+:\\d+/
          - status
          - textbox "Your message":
            - /placeholder: Write a message…
          - button "Send"
        """)


def test_messages_are_announced_whole_and_once(page: Page, server: StandIn) -> None:
    server.thinking = 0.3
    open_chat(page)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    log.evaluate(
        """log => {
            window.announced = [];
            new MutationObserver(records => {
                for (const record of records)
                    for (const node of record.addedNodes)
                        if (node.nodeType === Node.ELEMENT_NODE && !node.closest("[aria-hidden]"))
                            window.announced.push(node.textContent.replace(/\\s+/g, " ").trim());
            }).observe(log, {childList: true, subtree: true});
        }"""
    )
    ask(page, "Where is it?")
    expect(page.locator("wismo-chat .sending")).to_have_count(0)
    heard = page.evaluate("window.announced")
    assert heard[:2] == ["Today", "You: Where is it? Sending…"]
    assert heard[2].startswith("Assistant: You said: Where is it?")
    assert len(heard) == 3


def test_history_is_not_read_out(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    page.add_init_script(
        """
        window.livelyWhenFilled = null;
        document.addEventListener("DOMContentLoaded", () => {
            const root = document.querySelector("wismo-chat").shadowRoot;
            new MutationObserver(() => {
                const log = root.querySelector(".log");
                if (window.livelyWhenFilled === null && log.querySelector(".line"))
                    window.livelyWhenFilled = log.getAttribute("aria-live");
            }).observe(root, {childList: true, subtree: true});
        });
        """
    )
    page.reload()
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    assert page.evaluate("window.livelyWhenFilled") == "off"


def test_a_closed_panel_still_tells_of_new_messages(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    page.keyboard.press("Escape")
    server.run(server.say(next(iter(server.talks)), reply("News")))
    expect(page.locator("wismo-chat > [role=status], wismo-chat [role=status]").first).to_have_text(
        "1 new message in the chat"
    )


def test_reduced_motion_is_respected(new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce")
    open_chat(page)
    assert panel(page).evaluate("panel => getComputedStyle(panel).animationDuration") == "0.001s"


def test_at_double_zoom_all_of_the_panel_can_be_used(new_page: Callable[..., Page]) -> None:
    """A window of 1280 by 900 at 200 % has this many CSS pixels."""
    page = new_page(viewport={"width": 640, "height": 450})
    open_chat(page)
    box = panel(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 640
    assert box["y"] + box["height"] <= 450
    for name in ("Close the chat", "Send"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_touch_targets_are_large_enough(new_page: Callable[..., Page], server: StandIn) -> None:
    everything(server)
    page = new_page(**PHONE)
    open_chat(page)
    ask(page, "Where is it?")
    for button in panel(page).locator("button:visible, summary").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 40, button


def test_the_launcher_says_what_it_opens(page: Page) -> None:
    expect(launcher(page)).to_have_attribute("aria-haspopup", "dialog")
    expect(launcher(page)).to_have_attribute("aria-expanded", "false")
