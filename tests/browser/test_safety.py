"""Whatever anyone writes shows as text; a strict policy is enough to run the chat."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.shopper import ask, lines, open_chat, panel, say
from tests.browser.stand_in import CSP, StandIn, card, reply

MARKUP = [
    "<script>window.hurt = 1</script>",
    "<img src=x onerror='window.hurt = 1'>",
    "<svg onload='window.hurt = 1'></svg>",
    "\"><b onmouseover='window.hurt = 1'>x</b>",
    "${window.hurt = 1} {{constructor.constructor('window.hurt = 1')()}}",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_any_field_is_text(page: Page, server: StandIn, markup: str) -> None:
    def hurtful(value: object) -> object:
        """The same card with the markup in every string but the ones that choose a look."""
        if isinstance(value, dict):
            return {key: item if key == "state" else hurtful(item) for key, item in value.items()}
        if isinstance(value, list):
            return [hurtful(item) for item in value]
        return markup if isinstance(value, str) or value is None else value

    shown = hurtful(card())
    assert isinstance(shown, dict)
    server.answer = lambda text: [
        reply(markup, buttons=(markup,), card=shown),
        reply(markup, author="person"),
        reply(markup, author="system"),
    ]
    open_chat(page)
    say(page, markup)
    for author in ("shopper", "bot", "person", "system"):
        expect(lines(page, author).locator(".text")).to_have_text([markup])
    for part in (".status", ".title", ".eta .value", ".action .value", ".number", ".step .label"):
        expect(panel(page).locator(f".card {part}").first).to_contain_text(markup)
    expect(panel(page).locator(".reply")).to_have_text([markup])
    made = panel(page).locator(".log").locator("script, img, b, [onload], [onmouseover], [onerror]")
    assert made.count() == 0
    assert page.evaluate("window.hurt") is None


def test_web_addresses_become_links_that_give_nothing_away(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [
        reply("See https://example.com/a?b=1&c=(2), or (http://example.org/x). Bye.")
    ]
    open_chat(page)
    ask(page, "https://example.com/mine")
    links = panel(page).locator(".bubble a")
    expect(links).to_have_count(2)
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://example.com/a?b=1&c=(2)",
        "http://example.org/x",
    ]
    for link in links.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("target") == "_blank"
        expect(link).to_have_accessible_description("Opens in a new tab")
    assert (
        lines(page, "bot").inner_text()
        == "See https://example.com/a?b=1&c=(2), or (http://example.org/x). Bye."
    )


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "ftp://example.com",
        "https://",
        "http:// example.com",
        "www.x.y",
    ],
)
def test_other_addresses_stay_text(page: Page, server: StandIn, text: str) -> None:
    server.answer = lambda _: [reply(text)]
    open_chat(page)
    ask(page, "Hello")
    expect(lines(page, "bot")).to_have_text([text])
    expect(panel(page).locator(".bubble a")).to_have_count(0)


def test_a_hostile_text_does_not_stall_the_page(new_page: Callable[..., Page], server: StandIn) -> None:
    page = new_page("/bare")
    server.answer = lambda _: [reply("https://" + "a)" * 50_000), reply("http://(" * 20_000)]
    open_chat(page)
    say(page, "Hello")
    expect(lines(page, "bot")).to_have_count(2, timeout=5_000)


def test_the_policy_is_strict_and_violated_by_nothing(
    page: Page, server: StandIn, console: list[str]
) -> None:
    assert "unsafe" not in CSP
    assert "require-trusted-types-for" in CSP
    server.answer = lambda text: [reply("Here.", card=card(), buttons=("Thanks",))]
    open_chat(page)
    ask(page, "Hello")
    # The policy is in force: what it forbids is refused and reported.
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))"
    )
    page.wait_for_timeout(100)
    assert len(console) == 1
    assert "Content Security Policy" in console.pop()


def test_the_session_is_the_only_thing_kept_for_long(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "My email is a@example.com")
    kept = json.loads(page.evaluate("JSON.stringify({...localStorage})"))
    assert set(kept) <= {"wismo:token", "wismo:read"}
    assert "a@example.com" not in json.dumps(kept)
    assert "pending" not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_nothing_is_asked_of_any_other_host(new_page: Callable[..., Page], server: StandIn) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    open_chat(page)
    ask(page, "Hello")
    assert asked
    assert all(url.startswith((server.url, server.url.replace("http", "ws"))) for url in asked)
