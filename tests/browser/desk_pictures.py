"""Pictures of the desk's page of a case, of a conversation that the real assistant has had."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.assistant import Assistant, wismo
from tests.bot.desk_team import PASSWORD

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
QUESTIONS = ("Where is my order 10042? camille@example.com", "I want to speak to a person")


def case_pages(browser: Browser, assistant: Assistant) -> Iterator[tuple[str, Page]]:
    """A case in every look, named."""
    added: subprocess.CompletedProcess[str] = wismo(
        "desk",
        "add-user",
        "ana",
        "--name",
        "Ana",
        "--role",
        "agent",
        env=assistant.environment,
        input=PASSWORD,
    )
    assert added.returncode == 0, added.stderr
    for question in QUESTIONS:
        assistant.ask("pictures", question)
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                locale="en-GB",
                timezone_id="Europe/Paris",
            )
            page = context.new_page()
            page.goto(f"{assistant.url}/desk/sign-in")
            page.fill("#login", "ana")
            page.fill("#password", PASSWORD)
            page.keyboard.press("Enter")
            page.locator("[data-row]", has_text="Wants a person").first.click()
            page.locator("#log .claim").first.focus()
            yield f"desk-case-{size}-{scheme}", page
            context.close()
