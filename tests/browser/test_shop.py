"""The demo shop's page: its languages, its orders to try, and its ways into the chat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.shopper import launcher, lines, open_chat, panel
from tests.browser.stand_in import StandIn

ORDERS = [
    {
        "number": "10042",
        "email": "ava@example.com",
        "situation": {"en": "Out for delivery", "fr": "En livraison"},
    },
    {"number": "<b>10043</b>", "email": "noe@example.com", "situation": {"en": "At customs"}},
]


def test_french_changes_the_page_and_the_chat(page: Page) -> None:
    page.get_by_role("button", name="Français").click()
    assert page.evaluate("document.documentElement.lang") == "fr"
    expect(page.get_by_role("heading", level=1)).to_have_text("La lumière des fins de journée")
    expect(page).to_have_title("Maison Lumen : lampes, bougies et objets de bureau")
    expect(page.locator("[data-price='148']")).to_have_text("148 €", use_inner_text=True)
    expect(launcher(page)).to_have_accessible_name("Une question sur votre commande ?")
    open_chat(page)
    expect(panel(page)).to_have_accessible_name("Suivi de commande")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("La lumière des fins de journée")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Light for the slow end of the day")
    expect(page.locator("[data-price='148']")).to_have_text("€148")


def test_every_text_of_the_page_is_there_in_french(page: Page) -> None:
    english = page.locator("[data-text]").all_inner_texts()
    page.get_by_role("button", name="Français").click()
    french = page.locator("[data-text]").all_inner_texts()
    same = [one for one, other in zip(english, french, strict=True) if one and one == other]
    assert same == []


def test_a_question_on_the_page_is_asked_in_the_chat(page: Page, server: StandIn) -> None:
    page.get_by_role("button", name="Why is my parcel stuck at customs?").click()
    expect(panel(page)).to_be_visible()
    expect(lines(page, "bot")).to_have_text(["You said: Why is my parcel stuck at customs?"])
    assert server.texts == ["Why is my parcel stuck at customs?"]


def test_the_orders_to_try_come_from_the_server(new_page: Callable[..., Page], server: StandIn) -> None:
    server.orders = ORDERS
    page = new_page()
    rows = page.locator(".orders li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Order 10042")
    expect(rows.first).to_contain_text("Out for delivery")
    expect(rows.last).to_contain_text("Order <b>10043</b>")
    page.get_by_role("button", name="Ask where order 10042 is").click()
    expect(lines(page, "shopper")).to_have_text(["Where is my order 10042? My email is ava@example.com."])
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Français").click()
    expect(rows.first).to_contain_text("En livraison")
    expect(rows.last).to_contain_text("At customs")


def test_without_a_list_of_orders_the_page_explains_itself(page: Page) -> None:
    expect(page.get_by_role("heading", name="Show that it’s yours")).to_be_visible()
    expect(page.locator(".orders")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_the_page_fits_every_width(new_page: Callable[..., Page], server: StandIn, width: int) -> None:
    server.orders = ORDERS
    page = new_page(viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_one_script_tag_is_all_a_shop_adds(new_page: Callable[..., Page], server: StandIn) -> None:
    page = new_page("/bare")
    open_chat(page)
    expect(panel(page)).to_be_visible()
    assert page.locator("wismo-chat").count() == 1
