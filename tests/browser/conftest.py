"""A real chromium against the stand-in server. Without chromium these tests fail; they are never skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.stand_in import DIST, StandIn

CHROMIUM = os.environ.get("WISMO_TEST_CHROMIUM", "/usr/bin/chromium")
#: Chromium for tests: it talks to nobody but the page's server.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: Chromium itself reports the failed requests of a server that a test has taken away.
NETWORK_NOISE = ("Failed to load resource", "WebSocket connection to", "net::ERR_")

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that is in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


# Playwright keeps an event loop running in this thread, so it stops with this folder's last test.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    assert shutil.which(CHROMIUM), (
        f"{CHROMIUM} is missing: install Debian's chromium, or set WISMO_TEST_CHROMIUM"
    )
    assert (DIST / "wismo-chat.js").exists(), "the widget is not built: run make setup"
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def server() -> Iterator[StandIn]:
    made = StandIn()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Browsers of separate shoppers: each context has its own storage."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(
            **{
                "locale": "en-GB",
                "timezone_id": "Europe/London",
                "viewport": {"width": 1280, "height": 900},
                **options,
            }
        )
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def console(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Errors and warnings of every page; the test fails if any is left in it at the end."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def watch(console: list[str]) -> Callable[[Page], Page]:
    """Collect what a page complains about, the policy's violations included."""

    def listen(page: Page) -> Page:
        def heard(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning") and not message.text.startswith(NETWORK_NOISE):
                console.append(f"{message.type}: {message.text}")

        page.on("console", heard)
        page.on("pageerror", lambda error: console.append(f"uncaught: {error}"))
        return page

    return listen


@pytest.fixture
def new_page(
    server: StandIn, new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> NewPage:
    """Open the demo shop as a new shopper."""

    def make(path: str = "/", **options: Any) -> Page:
        page = watch(new_context(**options).new_page())
        page.goto(server.url + path)
        return page

    return make


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()
