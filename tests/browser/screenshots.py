"""`make screenshots`: the demo shop and a real conversation, desktop and phone, light and dark.

Pictures go to var/screenshots; the one that README shows goes to docs/images.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.assistant import ROOT, running
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.desk_pictures import case_pages
from tests.browser.shopper import ask, open_chat

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")
QUESTIONS = {
    "en-GB": ("Hi, where is my order 10042? My email is camille@example.com", "And when exactly?"),
    "fr-FR": ("Bonjour, où est ma commande 10041 ? zoe@example.com", "Pourquoi ?"),
}
FOLDER = ROOT / "var" / "screenshots"
README_PICTURE = ROOT / "docs" / "images" / "conversation.png"


def pages(browser: Browser, url: str) -> Iterator[tuple[str, Page]]:
    """Every page in every look, named."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            for locale, questions in QUESTIONS.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    locale=locale,
                    device_scale_factor=2 if size == "phone" else 1,
                    timezone_id="Europe/Paris",
                )
                page = context.new_page()
                page.goto(f"{url}/?lang={locale[:2]}")
                page.wait_for_load_state("networkidle")
                yield f"shop-{size}-{scheme}-{locale[:2]}", page
                open_chat(page)
                for question in questions:
                    ask(page, question)
                # The answer slides in.
                page.wait_for_timeout(600)
                yield f"chat-{size}-{scheme}-{locale[:2]}", page
                context.close()


def readme_picture(browser: Browser, url: str) -> None:
    """One question and its answer, whole, as on a tall phone."""
    page = browser.new_page(
        viewport={"width": 460, "height": 1120}, device_scale_factor=2, timezone_id="Europe/Paris"
    )
    page.goto(f"{url}/?lang=en")
    open_chat(page)
    ask(page, QUESTIONS["en-GB"][0])
    page.wait_for_timeout(600)
    page.screenshot(path=README_PICTURE)


def main() -> None:
    """Take them all."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as var,
        running(Path(var)) as assistant,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, page in pages(browser, assistant.url):
            page.screenshot(path=FOLDER / f"{name}.png")
        for name, page in case_pages(browser, assistant):
            page.screenshot(path=FOLDER / f"{name}.png")
        readme_picture(browser, assistant.url)
        browser.close()


if __name__ == "__main__":
    main()
