"""A bad connection, a server that is away, and sessions that end: nothing is lost, nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.shopper import ask, field, lines, open_chat, say, wait
from tests.browser.stand_in import StandIn, reply


def notice(page: Page) -> str:
    return page.locator("wismo-chat .notice").inner_text()


def test_a_lost_acknowledgement_is_asked_for_again_under_the_same_id(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")

    async def cut(sid: str) -> None:
        server.before_ack = None
        await server.drop(sid)

    server.before_ack = cut
    say(page, "Where is my order?")
    wait(page, lambda: len(server.arrived) >= 2)
    expect(lines(page, "bot")).to_have_count(2)
    wait(page, lambda: page.locator("wismo-chat .sending").count() == 0)
    expect(lines(page, "shopper")).to_have_text(["Hello", "Where is my order?"])
    assert server.texts == ["Hello", "Where is my order?"]
    page.reload()
    expect(lines(page, "shopper")).to_have_count(2)


def test_what_is_said_while_the_server_is_away_is_sent_in_order_when_it_is_back(
    page: Page, server: StandIn
) -> None:
    open_chat(page)
    ask(page, "Hello")
    server.stop()
    for text in ("one", "two", "three"):
        say(page, text)
    expect(page.get_by_text("No connection. What you write is kept")).to_be_visible()
    expect(page.locator("wismo-chat .sending").first).to_be_visible()
    assert server.texts == ["Hello"]
    server.start()
    expect(lines(page, "bot")).to_have_count(4, timeout=20_000)
    assert server.texts == ["Hello", "one", "two", "three"]
    expect(lines(page, "shopper")).to_have_text(["Hello", "one", "two", "three"])
    assert notice(page) == ""


def test_a_browser_that_goes_offline_misses_nothing(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    conversation = next(iter(server.talks))
    page.context.set_offline(True)
    expect(page.get_by_text("No connection")).to_be_visible()
    say(page, "Are you there?")
    server.run(server.say(conversation, reply("Your parcel has arrived at the depot.")))
    page.context.set_offline(False)
    expect(lines(page, "bot")).to_have_text(
        ["You said: Hello", "Your parcel has arrived at the depot.", "You said: Are you there?"],
        timeout=20_000,
    )
    expect(lines(page, "shopper")).to_have_text(["Hello", "Are you there?"])
    assert server.texts == ["Hello", "Are you there?"]


def test_a_short_break_is_not_worth_a_word(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    sessions = len(server.sessions_asked)
    said: list[str] = []
    page.expose_function("noticed", lambda text: said.append(text))
    page.evaluate(
        """() => {
            const notice = document.querySelector("wismo-chat").shadowRoot.querySelector(".notice");
            new MutationObserver(() => window.noticed(notice.textContent.trim()))
                .observe(notice, {childList: true, subtree: true, characterData: true});
        }"""
    )
    server.drop_all()
    ask(page, "Still there?")
    assert "".join(said) == ""
    assert len(server.sessions_asked) <= sessions + 1


def test_a_reload_does_not_lose_what_was_not_sent_yet(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    server.refusals.extend(["unavailable"] * 50)
    say(page, "Where is my order?")
    wait(page, lambda: len(server.arrived) >= 2)
    page.reload()
    expect(lines(page, "shopper")).to_have_text(["Hello", "Where is my order?"])
    server.refusals.clear()
    expect(lines(page, "bot")).to_have_count(2, timeout=20_000)
    assert server.texts == ["Hello", "Where is my order?"]


def test_a_server_in_trouble_is_tried_until_it_takes_the_message(page: Page, server: StandIn) -> None:
    open_chat(page)
    server.refusals.extend(["unavailable"] * 2)
    say(page, "Hello")
    expect(page.get_by_text("The chat has trouble taking messages")).to_be_visible()
    expect(lines(page, "bot")).to_have_text(["You said: Hello"], timeout=20_000)
    assert notice(page) == ""
    assert server.texts == ["Hello"]


def test_too_much_at_once_waits_for_the_shopper(page: Page, server: StandIn) -> None:
    open_chat(page)
    server.refusals.append("rate")
    say(page, "Hello")
    expect(page.locator("wismo-chat .failed")).to_contain_text("Not sent. That was a lot at once.")
    ask(page, "Something else")
    assert server.texts == ["Something else"]
    page.get_by_role("button", name="Try again").click()
    expect(lines(page, "bot")).to_have_count(2)
    expect(page.locator("wismo-chat .failed")).to_have_count(0)
    assert server.texts == ["Something else", "Hello"]


def test_a_message_the_server_finds_too_long_is_marked(page: Page, server: StandIn) -> None:
    open_chat(page)
    server.refusals.append("too_long")
    say(page, "Hello")
    expect(page.locator("wismo-chat .failed")).to_contain_text(
        "This is too long: 5 of at most 2000 characters."
    )
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


def test_length_is_counted_as_the_server_counts_it(page: Page, server: StandIn) -> None:
    open_chat(page)
    length = page.locator("wismo-chat .length")
    field(page).fill("x" * 1799)
    expect(length).to_be_empty()
    field(page).fill("x" * 1800)
    expect(length).to_have_text("1800 of 2000 characters")
    # Outside the basic plane: one character each, though JavaScript counts two.
    field(page).fill("📦" * 2001)
    expect(length).to_have_text("This is too long: 2001 of at most 2000 characters.")
    expect(field(page)).to_have_attribute("aria-invalid", "true")
    field(page).press("Enter")
    expect(lines(page, "shopper")).to_have_count(0)
    ask(page, "📦" * 2000)
    assert server.texts == ["📦" * 2000]


def test_a_token_that_expires_on_the_way_is_renewed_and_the_message_sent_again(
    page: Page, server: StandIn
) -> None:
    open_chat(page)
    ask(page, "Hello")
    server.refusals.append("expired")
    ask(page, "And when?")
    assert server.texts == ["Hello", "And when?"]
    assert len(server.talks) == 1
    assert server.sessions_asked[-1]["token"]


def test_a_refused_socket_asks_for_another_session(page: Page, server: StandIn) -> None:
    server.refuse_connect.append("expired")
    open_chat(page)
    ask(page, "Hello")
    assert len(server.sessions_asked) == 2


def test_an_ended_conversation_gives_way_to_a_new_one(page: Page, server: StandIn) -> None:
    open_chat(page)
    ask(page, "Hello")
    server.ended.update(server.talks)
    server.drop_all()
    expect(page.get_by_text("Your earlier conversation has ended")).to_be_visible()
    expect(lines(page, "shopper")).to_have_count(0)
    ask(page, "Hello again")
    assert len(server.talks) == 2
    assert [item["text"] for item in list(server.talks.values())[1].items][:1] == ["Hello again"]


def test_a_page_that_may_not_chat_is_told_so_and_leaves_the_server_alone(page: Page, server: StandIn) -> None:
    server.refuse_connect.extend(["forbidden"] * 20)
    open_chat(page)
    expect(page.get_by_text("The chat can’t be opened here.")).to_be_visible()
    asked = len(server.sessions_asked)
    page.wait_for_timeout(1500)
    assert len(server.sessions_asked) == asked <= 3


def test_a_server_that_gives_no_session_is_asked_again(page: Page, server: StandIn) -> None:
    server.sessions_down = True
    open_chat(page)
    say(page, "Hello")
    expect(page.get_by_text("No connection")).to_be_visible()
    server.sessions_down = False
    expect(lines(page, "bot")).to_have_text(["You said: Hello"], timeout=20_000)


def test_a_message_that_was_sent_twice_by_two_copies_of_a_tab_is_taken_once(
    page: Page, server: StandIn, watch: Callable[[Page], Page]
) -> None:
    """Duplicating a tab copies its session storage, unsent messages included."""
    open_chat(page)
    ask(page, "Hello")
    server.refusals.extend(["unavailable"] * 3)
    say(page, "Where is my order?")
    wait(page, lambda: len(server.arrived) >= 2)
    kept = page.evaluate("sessionStorage.getItem('wismo:pending')")
    copy = watch(page.context.new_page())
    copy.goto(server.url + "/healthz-is-no-page")
    copy.evaluate("kept => sessionStorage.setItem('wismo:pending', kept)", kept)
    copy.goto(server.url)
    open_chat(copy)
    for tab in (page, copy):
        expect(lines(tab, "bot")).to_have_count(2, timeout=20_000)
        expect(lines(tab, "shopper")).to_have_text(["Hello", "Where is my order?"])
    assert server.texts == ["Hello", "Where is my order?"]
