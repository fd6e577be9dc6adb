"""A shift, whole: a shopper on the real widget, agents at the real desk, a worker between them."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot import demo
from bot.desk.accounts import Role
from bot.settings import BotSettings
from bot.web import PAGE
from tests.bot.conftest import Door, listening
from tests.bot.desk_team import hire
from tests.bot.stand_in import SECRET, StandIn, serving
from tests.bot.test_worker import at_work
from tests.browser.desk import sign_in
from tests.browser.shopper import lines, open_chat, say
from tests.browser.test_accessibility import DESKTOP, PHONE, violations
from tracking import cases, disclosure, outbox, store
from tracking.cases import Case, CaseState
from tracking.db import begin_read, begin_write, open_engine
from tracking.explain import explain
from tracking.migrations import upgrade
from tracking.model import conversations
from tracking.outbox import Reply
from tracking.settings import Settings, settings
from tracking.vocabulary import CaseKind, Tier
from tracking.wording import wording

SEEN_SECONDS = 2.0


@dataclass
class Shop:
    """A front door with its worker, the demo's parcels, and a team."""

    door: Door
    stand_in: StandIn

    @property
    def engine(self) -> Engine:
        return self.door.engine


def now() -> datetime:
    return datetime.now(timezone.utc)


@contextmanager
def working(engine: Engine, port: int, run: Path) -> Iterator[None]:
    """A worker, in a thread of its own."""
    over = threading.Event()

    async def work() -> None:
        async with at_work(engine, port, run):
            while not over.is_set():  # noqa: ASYNC110 - another thread sets it
                await asyncio.sleep(0.05)

    thread = threading.Thread(target=lambda: asyncio.run(work()))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(20)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("shift")
    engine = open_engine(f"sqlite:///{folder / 'wismo.db'}")
    upgrade(engine)
    demo.load(engine, now())
    for login, name in (("ana", "Ana"), ("ben", "Ben")):
        hire(engine, login, Role.AGENT, name)
    bot = BotSettings.from_environment(
        {"WISMO_SESSION_SECRET": "a session secret that only tests know", "WISMO_RELAY_SECRET": SECRET}
    )
    kept = Settings.from_environment({"WISMO_VAR": str(folder / "var")})
    with (
        serving(StandIn()) as stand_in,
        listening(engine, bot, kept, PAGE) as door,
        working(engine, stand_in.port, kept.var / "run"),
    ):
        yield Shop(door, stand_in)
    engine.dispose()


@pytest.fixture
def browser_of(
    new_context: Callable[..., BrowserContext], watch: Callable[[Page], Page]
) -> Callable[..., Page]:
    """A new person's browser."""

    def make(**options: Any) -> Page:
        return watch(new_context(**options).new_page())

    return make


def newest_talk(shop: Shop) -> str:
    with begin_read(shop.engine) as connection:
        query = select(conversations.c.id).order_by(conversations.c.created_at.desc()).limit(1)
        return str(connection.execute(query).scalar_one())


def ask_for_a_person(shop: Shop, page: Page) -> Case:
    """A shopper proves an order, is told where it is, and wants a person: what the dialogue does of it."""
    page.goto(shop.door.url)
    open_chat(page)
    say(page, "Where is my order 10042?")
    expect(lines(page, "bot").last).to_contain_text("re Where is my order")
    talk = newest_talk(shop)
    with begin_write(shop.engine) as connection:
        order = store.find_order(connection, "10042")
        assert order is not None
        disclosure.bind_signed(connection, talk, order.id, now())
        (parcel,) = store.parcels_of(connection, order.id)
        of = explain(parcel, now=now(), tier=Tier.FULL, zone=settings().shop_zone)
        told = [Reply(wording("en").chat(of))]
        outbox.put(connection, talk, told, author="bot", inbox_id=None, hold=True, now=now())
        summary = cases.facts(connection, talk, order.id, now())
    say(page, "I want a person")
    return cases.open_case(
        shop.engine,
        conversation_id=talk,
        kind=CaseKind.PERSON_WANTED,
        message_id=f"person-{talk}",
        language="en",
        order_id=order.id,
        summary=summary,
        now=now(),
    )


def state(shop: Shop, case: Case) -> CaseState:
    with begin_read(shop.engine) as connection:
        return cases.by_id(connection, case.id).state


@pytest.fixture(autouse=True)
def solved_afterwards(shop: Shop) -> Iterator[None]:
    """Each test has a case of its own: one order has one unsolved case of a kind."""
    yield
    with begin_read(shop.engine) as connection:
        order = store.find_order(connection, "10042")
        left = cases.cases_about(connection, [order.id]) if order else []
    for case in left:
        cases.solve(shop.engine, case.id, cases.Outcome.DUPLICATE, "ana", now())


def test_a_whole_shift(shop: Shop, browser_of: Callable[..., Page]) -> None:
    agent, shopper = browser_of(), browser_of()
    sign_in(agent, shop.door)
    agent.wait_for_timeout(1200)  # the desk listens
    case = ask_for_a_person(shop, shopper)
    began = time.monotonic()
    row = agent.locator(f"[data-row][href$='/cases/{case.id}'], [data-row][href$='{case.reference}']")
    row.wait_for()
    assert time.monotonic() - began < SEEN_SECONDS
    row.click()
    expect(agent.locator("#log")).to_contain_text("I want a person")
    assert violations(agent) == []

    agent.keyboard.press("t")
    expect(agent.locator("#reply")).to_be_focused()
    expect(lines(shopper, "system").last).to_contain_text("Ana")
    agent.keyboard.type("Hello, it goes out again on Monday.")
    expect(shopper.locator("wismo-chat .typing")).to_be_visible()
    agent.keyboard.press("Control+Enter")
    expect(lines(shopper, "person").last).to_have_text("Hello, it goes out again on Monday.")
    assert state(shop, case) is CaseState.WAITING_FOR_SHOPPER

    # What the agent has begun to write stays when the shopper writes.
    agent.locator("#reply").fill("And one more")
    say(shopper, "Thank you <b>so</b> much")
    expect(agent.locator("#log .line.shopper").last).to_contain_text("Thank you <b>so</b> much")
    expect(agent.locator("#reply")).to_have_value("And one more")
    agent.locator("#reply").fill("")

    agent.locator("#hand-back summary").click()
    agent.locator("textarea[name=agreed]").fill("It goes out again on Monday.")
    agent.locator("#hand-back button").click()
    expect(lines(shopper, "bot").last).to_contain_text("It goes out again on Monday.")
    agent.locator("body").press("e")
    expect(agent.locator("#outcome")).to_be_focused()
    agent.locator("#solve button").click()
    expect(agent.locator(".chip.state-solved")).to_be_visible()
    assert state(shop, case) is CaseState.SOLVED
    say(shopper, "And where is it now?")
    expect(lines(shopper, "bot").last).to_contain_text("re And where is it now?")


def test_two_agents_at_once_the_second_gets_told(shop: Shop, browser_of: Callable[..., Page]) -> None:
    ana, ben, shopper = browser_of(), browser_of(), browser_of()
    case = ask_for_a_person(shop, shopper)
    sign_in(ana, shop.door, "ana", f"/desk/cases/{case.reference}")
    sign_in(ben, shop.door, "ben", f"/desk/cases/{case.reference}")
    ana.locator("#take-over").click()
    expect(ana.locator("#reply")).to_be_focused()
    # Without a reload.
    expect(ben.locator("#status")).to_contain_text("Ana answers here.")
    ana.keyboard.type("I am on ")
    expect(ben.locator("#status")).to_contain_text("Ana is replying")
    # Ben takes it from her while she writes: she is told, and keeps her text.
    ben.locator("#take-over").click()
    expect(ben.locator("#reply")).to_be_focused()
    expect(ana.locator("#status")).to_contain_text("Ben answers here.")
    expect(ana.locator("#reply")).to_have_value("I am on ")
    ana.locator("#reply").press("Control+Enter")
    expect(ana.get_by_role("alert")).to_contain_text("Ben has had this conversation")
    expect(ana.locator(".kept textarea")).to_have_value("I am on ")
    expect(lines(shopper, "person")).to_have_count(0)


def test_a_sentence_shows_the_events_it_rests_on(shop: Shop, browser_of: Callable[..., Page]) -> None:
    agent, shopper = browser_of(), browser_of()
    case = ask_for_a_person(shop, shopper)
    sign_in(agent, shop.door, "ana", f"/desk/cases/{case.reference}")
    claim = agent.locator("#log .claim").first
    claim.focus()
    expect(agent.locator(".timeline .hit")).not_to_have_count(0)
    wanted = {ref for ref in (claim.get_attribute("data-refs") or "").split() if ref[0] == "e"}
    lit = {each.get_attribute("data-ref") for each in agent.locator("ol.timeline .hit").all()}
    assert lit == wanted
    agent.keyboard.press("Enter")
    expect(agent.locator("ol.timeline .hit").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_on_a_case(
    shop: Shop, browser_of: Callable[..., Page], screen: dict[str, Any], scheme: str
) -> None:
    agent, shopper = browser_of(**screen, color_scheme=scheme), browser_of()
    case = ask_for_a_person(shop, shopper)
    sign_in(agent, shop.door, "ana", f"/desk/cases/{case.reference}")
    agent.locator("#take-over").click()
    expect(agent.locator("#reply")).to_be_visible()
    for each in agent.locator("details:not(.me)").all():
        each.evaluate("each => each.open = true")
    agent.locator("#note").fill("a note")
    agent.get_by_role("button", name="Save note").click()
    expect(agent.locator(".note")).to_be_visible()
    # All in view: what lies half under the bar at the bottom, until it is scrolled, is no violation.
    agent.set_viewport_size({"width": screen["viewport"]["width"], "height": 4000})
    assert violations(agent) == []
    width = agent.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0
