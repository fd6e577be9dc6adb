"""Asking, being answered, choosing an answer; what stays across reloads and tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.shopper import ask, field, launcher, lines, open_chat, panel, say, wait
from tests.browser.stand_in import StandIn, card, reply


def test_a_question_is_answered(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Where is my order?")
    expect(lines(page, "shopper")).to_have_text(["Where is my order?"])
    expect(lines(page, "bot")).to_have_text(["You said: Where is my order?"])
    expect(field(page)).to_have_value("")
    assert server.texts == ["Where is my order?"]


def test_a_stranger_costs_the_server_nothing_until_they_open_the_chat(page: Page, server: StandIn) -> None:
    page.wait_for_timeout(300)
    assert server.sessions_asked == []
    open_chat(page)
    wait(page, lambda: len(server.talks) == 1)


def test_the_dots_move_while_the_assistant_works_and_end_with_its_answer(page: Page, server: StandIn) -> None:
    server.thinking = 0.6
    open_chat(page)
    say(page, "Hello")
    dots = page.locator("wismo-chat .typing")
    expect(dots).to_be_visible()
    expect(lines(page, "bot")).to_have_count(1)
    expect(dots).to_have_count(0)


def test_enter_sends_and_shift_enter_begins_a_line(page: Page, server: StandIn) -> None:
    open_chat(page)
    field(page).press_sequentially("one")
    field(page).press("Shift+Enter")
    field(page).press_sequentially("two")
    field(page).press("Enter")
    expect(lines(page, "shopper").locator(".text")).to_have_text(["one\ntwo"], use_inner_text=True)
    wait(page, lambda: server.texts == ["one\ntwo"])


@pytest.mark.parametrize("nothing", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(page: Page, server: StandIn, nothing: str) -> None:
    open_chat(page)
    field(page).fill(nothing)
    page.get_by_role("button", name="Send").click()
    expect(lines(page, "shopper")).to_have_count(0)
    assert server.arrived == []


def test_a_starter_is_said_as_the_shoppers_own_words(page: Page, server: StandIn) -> None:
    open_chat(page)
    panel(page).get_by_role("button", name="When will it arrive?").click()
    expect(lines(page, "shopper")).to_have_text(["When will it arrive?"])
    expect(panel(page).get_by_role("button", name="Where is my order?")).to_have_count(0)
    expect(field(page)).to_be_focused()


def test_buttons_can_be_used_once(page: Page, server: StandIn) -> None:
    server.answer = lambda text: (
        [reply("Which?", buttons=("The first", "The second"))] if text == "Hi" else []
    )
    open_chat(page)
    ask(page, "Hi")
    token = next(iter(server.talks.values())).items[-1]["buttons"][1]["token"]
    page.get_by_role("button", name="The second").click()
    for title in ("The first", "The second"):
        expect(page.get_by_role("button", name=title)).to_be_disabled()
    expect(lines(page, "shopper")).to_have_text(["Hi", "The second"])
    wait(page, lambda: [what for _, what in server.arrived] == ["Hi", token])
    expect(field(page)).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="The first")).to_be_disabled()


def test_saying_what_a_button_says_uses_it_up(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [reply("Is it this one?", buttons=("Yes", "No"))] if text == "Hi" else []
    open_chat(page)
    ask(page, "Hi")
    say(page, "Yes")
    expect(page.get_by_role("button", name="No")).to_be_disabled()


def test_the_card_tells_the_parcels_state_and_way(page: Page, server: StandIn) -> None:
    server.answer = lambda text: [
        reply("It’s on its way.", card=card(action="Have £4 ready for the driver."))
    ]
    open_chat(page)
    ask(page, "Where is it?")
    shown = page.get_by_role("article", name="Order 10042 · parcel 1 of 2")
    expect(shown.locator(".status")).to_have_text("Out for delivery")
    expect(shown.locator(".since")).to_have_text("today, 08:12 · Leeds, United Kingdom")
    expect(shown.locator(".eta")).to_have_text("The delivery window is today between 13:20 and 14:20")
    expect(shown.locator(".action")).to_contain_text("Have £4 ready for the driver.")
    steps = shown.get_by_role("list", name="Progress").get_by_role("listitem")
    expect(steps).to_have_count(7)
    expect(steps.nth(0)).to_contain_text("Order confirmed, done")
    expect(steps.nth(0)).to_contain_text("16 Nov, 18:20")
    expect(steps.nth(5)).to_have_attribute("aria-current", "step")
    expect(steps.nth(6)).to_contain_text("Delivered, still to come")
    scan = shown.get_by_text("Cleared by customs")
    expect(scan).to_be_hidden()
    shown.get_by_text("All 6 updates").click()
    expect(scan).to_be_visible()


def test_a_card_with_little_in_it_shows_only_that(page: Page, server: StandIn) -> None:
    little = card(tracking_number=None, carrier="", place="", progress=[], timeline=[], eta=None, title="")
    server.answer = lambda text: [reply(card=little)]
    open_chat(page)
    say(page, "Where is it?")
    shown = page.locator("wismo-chat .card")
    expect(shown).to_have_text("Out for delivery today, 08:12")
    expect(shown.locator(".foot")).to_be_hidden()


def test_the_tracking_number_can_be_copied(new_page: Callable[..., Page], server: StandIn) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    server.answer = lambda text: [reply(card=card())]
    open_chat(page)
    say(page, "Where is it?")
    page.get_by_role("button", name="Copy the tracking number").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "15501234567890"


def test_an_answer_that_makes_no_sense_does_not_stop_the_next_one(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    conversation = next(iter(server.talks))
    for odd in (
        None,
        7,
        "text",
        {"id": 3},
        {"id": "o9", "buttons": "x", "card": 3, "at": "soon", "text": "odd"},
    ):
        server.run(server.sio.emit("reply", odd, room=conversation))
    server.run(server.say(conversation, reply("And now?")))
    expect(lines(page, "bot")).to_have_text(["You said: Hello", "odd", "And now?"])


def test_a_reload_keeps_the_conversation(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Where is my order?")
    page.reload()
    expect(lines(page, "bot")).to_have_text(["You said: Where is my order?"])
    expect(panel(page)).to_be_visible()
    ask(page, "And when?")
    assert len(server.talks) == 1
    assert server.texts == ["Where is my order?", "And when?"]


def test_two_tabs_are_one_conversation(
    server: StandIn, new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> None:
    context = new_context()
    one, two = watch(context.new_page()), watch(context.new_page())
    for tab in (one, two):
        tab.goto(server.url)
        open_chat(tab)
    ask(one, "From the first tab")
    expect(lines(two, "shopper")).to_have_text(["From the first tab"])
    expect(lines(two, "bot")).to_have_text(["You said: From the first tab"])
    ask(two, "From the second")
    expect(lines(one, "bot")).to_have_count(2)
    assert len(server.talks) == 1


def test_another_shopper_has_another_conversation(new_page: Callable[..., Page], server: StandIn) -> None:
    one, two = new_page(), new_page()
    open_chat(one)
    ask(one, "Mine")
    open_chat(two)
    ask(two, "Yours")
    expect(lines(one, "bot")).to_have_text(["You said: Mine"])
    assert len(server.talks) == 2


def test_refused_storage_is_no_obstacle(
    server: StandIn, new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> None:
    context = new_context()
    context.add_init_script(
        """for (const area of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, area, {get() { throw new DOMException("no", "SecurityError") }});"""
    )
    page = watch(context.new_page())
    page.goto(server.url)
    open_chat(page)
    ask(page, "Where is my order?")
    ask(page, "And when?")
    expect(lines(page, "bot")).to_have_count(2)
    assert len(server.talks) == 1


def test_unread_answers_are_counted_on_the_launcher(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    page.keyboard.press("Escape")
    conversation = next(iter(server.talks))
    for number in ("one", "two"):
        server.run(server.say(conversation, reply(number)))
    badge = page.locator("wismo-chat .badge")
    expect(badge).to_have_text("2")
    expect(launcher(page)).to_have_accessible_name("Chat about your order, 2 new messages")
    page.reload()
    expect(badge).to_have_text("2")
    open_chat(page)
    expect(badge).to_have_count(0)
    page.keyboard.press("Escape")
    expect(badge).to_have_count(0)
    wait(page, lambda: server.seen[-1:] == [server.talks[conversation].items[-1]["id"]])


def test_days_are_told_apart(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    now = datetime.now(timezone.utc)
    talk = next(iter(server.talks.values()))
    talk.items[0]["at"] = (now - timedelta(days=400)).isoformat()
    talk.items[1]["at"] = (now - timedelta(days=1)).isoformat()
    ask(page, "Hello again")
    page.reload()
    expect(page.locator("wismo-chat .day")).to_have_count(3)
    labels = page.locator("wismo-chat .day").all_inner_texts()
    assert labels[1:] == ["Yesterday", "Today"]
    assert str((now - timedelta(days=400)).year) in labels[0]


def test_a_person_is_named_as_such(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    conversation = next(iter(server.talks))
    server.run(server.say(conversation, reply("Hello, I’m taking over.", author="person")))
    expect(page.locator("wismo-chat .line.person .author")).to_have_text("Support team:")


def test_older_messages_can_be_read_while_new_ones_come(page: Page, server: StandIn) -> None:
    open_chat(page)
    for number in range(12):
        ask(page, f"Question {number}\n\n\n")
    log = page.get_by_role("log")
    log.evaluate("log => log.scrollTop = 0")
    page.wait_for_timeout(100)
    server.run(server.say(next(iter(server.talks)), reply("News")))
    latest = page.get_by_role("button", name="Newest messages")
    expect(latest).to_be_visible()
    assert log.evaluate("log => log.scrollTop") == 0
    latest.click()
    expect(lines(page, "bot").last).to_be_in_viewport()
    expect(latest).to_have_count(0)
