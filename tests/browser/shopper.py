"""What a shopper does in the chat, and where things are on the page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect


def launcher(page: Page) -> Locator:
    return page.locator("wismo-chat .launcher")


def panel(page: Page) -> Locator:
    return page.locator("wismo-chat").get_by_role("dialog")


def field(page: Page) -> Locator:
    return page.locator("wismo-chat textarea")


def lines(page: Page, author: str) -> Locator:
    """The bubbles of one author."""
    return page.locator(f"wismo-chat .line.{author} .bubble")


def open_chat(page: Page) -> None:
    launcher(page).click()
    expect(panel(page)).to_be_visible()


def say(page: Page, text: str) -> None:
    field(page).fill(text)
    field(page).press("Enter")


def ask(page: Page, text: str) -> None:
    """Say something and wait for an answer to it."""
    answers = lines(page, "bot").count()
    say(page, text)
    expect(lines(page, "bot")).not_to_have_count(answers)


def wait(page: Page, true: Callable[[], bool], seconds: float = 10) -> None:
    """Until something holds outside the page."""
    for _ in range(int(seconds * 20)):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came to hold")
