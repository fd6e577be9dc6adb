"""A person in the chat, who the shopper is, and what the shopper can take along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.shopper import ask, lines, open_chat, panel, wait
from tests.browser.stand_in import StandIn, card, reply


def banner(page: Page) -> Locator:
    return page.locator("wismo-chat .owner")


def conversation(server: StandIn) -> str:
    (name,) = server.talks
    return name


def test_a_banner_says_who_has_the_conversation_while_a_person_has_it(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    expect(banner(page)).to_be_hidden()
    server.run(server.own(conversation(server), "Ana"))
    expect(banner(page)).to_have_text("In the chat: Ana from the support team")
    server.run(server.say(conversation(server), reply("Hi, I'm on it.", author="person", name="Ana")))
    expect(page.locator("wismo-chat .line.person .author")).to_have_text("Ana:")
    assert Axe().run(page).violations_count == 0
    server.run(server.own(conversation(server), None))
    expect(banner(page)).to_be_hidden()


def test_a_name_with_markup_is_a_name(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    name = "<img src=x onerror=alert(1)>"
    server.run(server.own(conversation(server), name))
    server.run(server.say(conversation(server), reply("Hi", author="person", name=name)))
    expect(banner(page)).to_have_text(f"In the chat: {name} from the support team")
    expect(page.locator("wismo-chat .line.person .author")).to_have_text(f"{name}:")


def test_the_conversation_can_be_taken_along(page: Page, server: StandIn, tmp_path: Path) -> None:
    open_chat(page)
    save = page.get_by_role("button", name="Save this conversation")
    expect(save).to_have_count(0)
    server.answer = lambda _text: [reply("Here it is – «déjà»", card=card())]
    ask(page, "Where is it? <b>")
    with page.expect_download() as begun:
        save.click()
    assert begun.value.suggested_filename == "conversation.txt"
    begun.value.save_as(tmp_path / "conversation.txt")
    kept = (tmp_path / "conversation.txt").read_text("utf-8-sig")
    assert kept.index("You:\nWhere is it? <b>") < kept.index("Assistant:\nHere it is – «déjà»")
    assert "[Order 10042 · parcel 1 of 2: Out for delivery]" in kept


def test_what_is_kept_is_said_and_where_to_read_on(new_page: Callable[..., Page]) -> None:
    page = new_page("/bare")
    open_chat(page)
    line = page.locator("wismo-chat .privacy")
    expect(line).to_have_text("The shop keeps this conversation so that it can help.")
    chat = page.locator("wismo-chat")
    chat.evaluate("chat => chat.setAttribute('privacy', 'https://shop.example/privacy')")
    link = page.get_by_role("link", name="Privacy")
    expect(link).to_have_attribute("href", "https://shop.example/privacy")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    chat.evaluate("chat => chat.setAttribute('privacy', 'javascript:alert(1)')")
    expect(link).to_have_count(0)


class TestShopLogin:
    def test_what_the_page_knows_is_handed_in(self, new_page: Callable[..., Page], server: StandIn) -> None:
        page = new_page("/bare")
        page.locator("wismo-chat").evaluate("chat => chat.setAttribute('identity', 'signed')")
        open_chat(page)
        wait(page, lambda: [asked.get("identity") for asked in server.sessions_asked] == ["signed"])

    def test_a_function_is_asked_each_time(self, new_page: Callable[..., Page], server: StandIn) -> None:
        page = new_page("/bare")
        page.locator("wismo-chat").evaluate(
            "chat => { let count = 0; chat.identity = async () => `signed ${++count}`; }"
        )
        open_chat(page)
        wait(page, lambda: len(server.talks) == 1)
        server.ended = set(server.talks)
        server.drop_all()
        wait(page, lambda: len(server.talks) == 2)
        given = [asked.get("identity") for asked in server.sessions_asked]
        assert given[0] == "signed 1"
        assert given[-1] != "signed 1"

    def test_who_signs_in_later_is_known_from_then_on(
        self, new_page: Callable[..., Page], server: StandIn
    ) -> None:
        page = new_page("/bare")
        open_chat(page)
        ask(page, "Hello")
        page.locator("wismo-chat").evaluate("chat => { chat.identity = 'signed'; }")
        wait(page, lambda: server.sessions_asked[-1].get("identity") == "signed")
        ask(page, "And now?")
        expect(lines(page, "shopper")).to_have_text(["Hello", "And now?"])
        assert len(server.talks) == 1

    def test_without_it_the_chat_goes_on(
        self, new_page: Callable[..., Page], server: StandIn, console: list[str]
    ) -> None:
        page = new_page("/bare")
        page.locator("wismo-chat").evaluate(
            "chat => { chat.identity = () => Promise.reject(new Error('the shop is down')); }"
        )
        open_chat(page)
        ask(page, "Hello")
        assert [asked.get("identity") for asked in server.sessions_asked] == [None]
        assert any("login could not be asked" in said for said in console)
        console.clear()

    @pytest.mark.parametrize("answer", ["refused", "expired"])
    def test_a_refusal_is_told_to_the_developer_not_the_shopper(
        self, new_page: Callable[..., Page], server: StandIn, console: list[str], answer: str
    ) -> None:
        server.login = answer
        page = new_page("/bare")
        page.locator("wismo-chat").evaluate("chat => chat.setAttribute('identity', 'forged')")
        open_chat(page)
        ask(page, "Hello")
        assert any(f"login was {answer}" in said for said in console)
        console.clear()
        assert answer not in panel(page).inner_text()


def test_of_many_updates_the_newest_three_until_all_are_wanted(page: Page, server: StandIn) -> None:
    server.answer = lambda _text: [reply("Here", card=card())]
    open_chat(page)
    ask(page, "Where is it?")
    updates = page.locator("wismo-chat .updates li")
    page.locator("wismo-chat .updates summary").click()
    expect(updates.filter(visible=True)).to_have_count(3)
    expect(updates.first).to_contain_text("Out for delivery")
    everything = page.get_by_role("button", name="Show all 6")
    everything.press("Enter")
    expect(updates.filter(visible=True)).to_have_count(6)
    expect(everything).to_have_count(0)
    # The focus stays in the card.
    expect(page.locator("wismo-chat .updates ol")).to_be_focused()
    ask(page, "And now?")
    expect(updates.filter(visible=True)).to_have_count(6)


def test_few_updates_are_shown_at_once(page: Page, server: StandIn) -> None:
    few = card()["timeline"][:3]
    server.answer = lambda _text: [reply("Here", card=card(timeline=few))]
    open_chat(page)
    ask(page, "Where is it?")
    page.locator("wismo-chat .updates summary").click()
    expect(page.locator("wismo-chat .updates li").filter(visible=True)).to_have_count(3)
    expect(page.get_by_role("button", name="Show all")).to_have_count(0)
