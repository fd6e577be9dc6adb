"""Shopify and WooCommerce: their webhooks, once, twice, late and in any order, leave the same order."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.tracking.reports import NOW, easypost, take
from tests.tracking.shop_systems import (
    body,
    everything,
    fulfilment,
    item,
    milestones,
    moment,
    numbers,
    order,
    states,
    woo,
)
from tracking import inbox, store
from tracking.db import begin_read, begin_write
from tracking.model import metadata
from tracking.model import orders as order_table

FIRST, SECOND = "15501234567890", "15501234567891"

Sent = tuple[str, bytes]


def shopify(content: object) -> Sent:
    return "shopify", body(content)


def woocommerce(content: object) -> Sent:
    return "woocommerce", body(content)


def scan(day: int, status: str, number: str) -> Sent:
    return "easypost", easypost((moment(day, 8), status), number=number)


def send(engine: Engine, *sent: Sent) -> None:
    for source, content in sent:
        take(engine, source, content)


STORIES: dict[str, Sequence[Sent]] = {
    "sent in two parcels": [
        shopify(order(moment(10, 9))),
        shopify(fulfilment(61, moment(11, 1), FIRST)),
        shopify(fulfilment(62, moment(11, 2), SECOND)),
        shopify(
            order(
                moment(11, 3),
                fulfilment(61, moment(11, 1), FIRST),
                fulfilment(62, moment(11, 2), SECOND),
            )
        ),
        scan(12, "in_transit", FIRST),
    ],
    "a tracking number corrected": [
        shopify(order(moment(10, 9))),
        shopify(fulfilment(61, moment(11, 1), FIRST)),
        shopify(fulfilment(61, moment(11, 5), SECOND)),
        scan(12, "delivered", FIRST),
        scan(12, "in_transit", SECOND),
    ],
    "one called off, another sent, then cancelled": [
        shopify(order(moment(10, 9))),
        shopify(fulfilment(61, moment(11, 1), FIRST)),
        shopify(fulfilment(61, moment(11, 5), FIRST, status="cancelled")),
        shopify(fulfilment(62, moment(11, 2), SECOND)),
        shopify(order(moment(11, 6), email="new@example.com", cancelled_at=moment(11, 6))),
    ],
    "cancelled for want of payment, then paid and sent in two parcels, then one": [
        woocommerce(woo(moment(10, 9), "pending")),
        woocommerce(woo(moment(10, 10), "cancelled")),
        woocommerce(woo(moment(10, 11), "processing", item(FIRST))),
        woocommerce(woo(moment(11, 11), "completed", item(FIRST), item(SECOND))),
        woocommerce(woo(moment(11, 12), "completed", item(SECOND))),
        scan(12, "in_transit", SECOND),
    ],
}


def empty(engine: Engine) -> None:
    with begin_write(engine) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_any_order_of_arrival_leaves_the_same(engine: Engine, story: Sequence[Sent]) -> None:
    send(engine, *story)
    wanted, settled = everything(engine), sorted(states(engine))
    orders = list(itertools.permutations(story))
    for arrival in random.Random(3).sample(orders, 12):
        empty(engine)
        send(engine, *arrival, *arrival[:2])
        assert everything(engine) == wanted
        assert sorted(states(engine)) == settled


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_all_at_once_and_read_again_leaves_the_same(engine: Engine, story: Sequence[Sent]) -> None:
    send(engine, *story)
    wanted = everything(engine)
    empty(engine)
    ids = [inbox.receive(engine, *sent, NOW).payload_id for sent in reversed(story)]
    inbox.process_all(engine, ids, NOW)
    assert everything(engine) == wanted
    again = inbox.replay(engine, NOW, ("done", "waiting", "rejected"))
    assert (again.new, again.changed) == (0, 0)
    assert everything(engine) == wanted


def test_what_shopify_says_of_an_order(engine: Engine) -> None:
    counts = take(engine, "shopify", body(order(moment(11, 3), fulfilment(61, moment(11, 3), FIRST))))
    # The order, confirmed, packed.
    assert (counts.received, counts.new, counts.rejected) == (3, 3, [])
    with begin_read(engine) as connection:
        found = store.find_order(connection, "#1042")
    assert found is not None
    assert (found.number, found.email, found.postcode, found.country, found.language) == (
        "1042", "camille@example.com", "69003", "FR", "fr-fr"
    )  # fmt: skip
    assert {line.sku: line.quantity for line in found.lines} == {"LAMP-1": 1, "77": 2}
    assert milestones(engine) == [["order_confirmed", "packed"]]
    assert numbers(engine) == [[FIRST]]


def test_a_fulfilment_waits_for_its_order(engine: Engine) -> None:
    counts = take(engine, "shopify", body(fulfilment(61, moment(11, 1), FIRST)))
    assert (counts.received, counts.waiting) == (1, 1)
    assert states(engine) == ["waiting"]
    send(engine, shopify(order(moment(10, 9))))
    assert states(engine) == ["done", "done"]
    assert numbers(engine) == [[FIRST]]


def test_protected_customer_data_may_be_missing_and_keeps_what_a_file_said(engine: Engine) -> None:
    row = {"number": "1042", "placed_at": moment(10, 9), "email": "a@example.com", "postcode": "1000"}
    store.import_orders(engine, [row], NOW)
    bare = order(moment(10, 10))
    for name in ("email", "phone", "shipping_address", "customer_locale"):
        del bare[name]
    send(engine, shopify(bare))
    with begin_read(engine) as connection:
        found = store.find_order(connection, "1042")
    assert found is not None
    assert (found.email, found.postcode) == ("a@example.com", "1000")


def test_a_file_speaks_as_of_its_import(engine: Engine) -> None:
    send(engine, shopify(order(moment(10, 9))))
    row = {"number": "1042", "placed_at": moment(10, 9), "email": "corrected@example.com"}
    assert store.import_orders(engine, [row], NOW).changed == 1
    inbox.replay(engine, NOW, ("done",))
    send(engine, shopify(order(moment(10, 10), email="late@example.com")))
    with begin_read(engine) as connection:
        assert connection.execute(select(order_table.c.email)).scalar_one() == "corrected@example.com"
    send(engine, shopify(order(moment(22, 10), email="later@example.com")))
    with begin_read(engine) as connection:
        assert connection.execute(select(order_table.c.email)).scalar_one() == "later@example.com"


def test_what_a_shopper_mistyped_never_keeps_an_order_from_being_known(engine: Engine) -> None:
    strange = order(
        moment(10, 9),
        email="no address",
        phone="0" * 50,
        customer_locale="??",
        shipping_address={"zip": "x" * 40, "country_code": "ZZ", "name": "\x00"},
        line_items=[{"id": 4, "sku": "s" * 90, "name": "", "quantity": 10**9}, {"quantity": 1}, 7],
    )
    counts = take(engine, "shopify", body(strange))
    assert (counts.new, counts.rejected) == (2, [])
    with begin_read(engine) as connection:
        found = store.find_order(connection, "1042")
    assert found is not None
    assert (found.email, found.country) == (None, None)


def test_a_download_is_no_parcel_and_several_numbers_are_several(engine: Engine) -> None:
    download = fulfilment(61, moment(11, 1), line_items=[{"sku": "E-BOOK", "requires_shipping": False}])
    send(engine, shopify(order(moment(10, 9), download)))
    assert (numbers(engine), milestones(engine)) == ([[]], [["order_confirmed"]])
    send(engine, shopify(order(moment(10, 10), fulfilment(62, moment(11, 2), FIRST, SECOND))))
    assert numbers(engine) == [[FIRST], [SECOND]]


@pytest.mark.parametrize("company", [None, "Other"])
def test_a_number_without_its_carrier_is_found_by_any(engine: Engine, company: str | None) -> None:
    send(engine, shopify(order(moment(10, 9), fulfilment(61, moment(11, 1), "ZX9", company=company))))
    send(engine, scan(12, "delivered", "ZX9"))
    assert milestones(engine) == [["order_confirmed", "packed", "delivered"]]
    send(engine, shopify(order(moment(13, 9), fulfilment(61, moment(13, 1), "ZX9", company=company))))
    assert milestones(engine) == [["order_confirmed", "packed", "delivered"]]


def test_a_check_digit_names_the_carrier_that_the_shop_left_out(engine: Engine) -> None:
    send(
        engine,
        shopify(order(moment(10, 9), fulfilment(61, moment(11, 1), "1Z5R89390357567127", company=None))),
    )
    assert everything(engine)[3][0][1] == [("ups", "1Z5R89390357567127")]


def deleted(source: str) -> Sent:
    return source, body({"id": 5001 if source == "shopify" else 731})


@pytest.mark.parametrize(
    ("source", "before", "restored"),
    [
        ("shopify", order(moment(10, 9)), order(moment(22, 9))),
        ("woocommerce", woo(moment(10, 9), "processing"), woo(moment(22, 9), "processing")),
    ],
)
def test_a_deleted_order_is_cancelled_until_it_is_restored(
    engine: Engine, source: str, before: dict[str, Any], restored: dict[str, Any]
) -> None:
    send(engine, (source, body(before)), deleted(source))
    assert milestones(engine) == [["cancelled"]]
    send(engine, (source, body({**before, "note": "late"})))
    assert milestones(engine) == [["cancelled"]]
    send(engine, (source, body(restored)))
    assert milestones(engine) == [["order_confirmed"]]


def plugins(number: str) -> dict[str, dict[str, Any]]:
    """How each plugin keeps a tracking number with an order."""

    def meta(key: str, value: object) -> dict[str, Any]:
        return {"meta_data": [{"id": 3, "key": key, "value": value}]}

    line = {"id": 1, "product_id": 9, "sku": "LAMP-1", "name": "Desk lamp", "quantity": 1}
    of_line = json.dumps([{"tracking_number": number, "carrier_slug": "dpd-uk", "carrier_name": "DPD UK"}])
    return {
        "Shipment Tracking": meta("_wc_shipment_tracking_items", [item(number)]),
        "of a carrier of one's own": meta(
            "_wc_shipment_tracking_items",
            {"1": {"tracking_provider": "", "custom_tracking_provider": "DPD UK", "tracking_number": number}},
        ),
        "AfterShip": meta("_aftership_tracking_items", [{"slug": "dpd-uk", "tracking_number": number}]),
        "Orders Tracking, by order": {
            "meta_data": [
                {"key": "_wot_tracking_number", "value": number},
                {"key": "_wot_tracking_carrier", "value": "dpd-uk"},
            ]
        },
        "Orders Tracking, by line": {
            "meta_data": [],
            "line_items": [{**line, **meta("_vi_wot_order_item_tracking_data", of_line)}],
        },
    }


@pytest.mark.parametrize("plugin", plugins(FIRST))
def test_each_plugin_for_shipment_tracking_is_read(engine: Engine, plugin: str) -> None:
    send(engine, woocommerce(woo(moment(10, 9), "processing", **plugins(FIRST)[plugin])))
    assert everything(engine)[3][0][1] == [("dpd-uk", FIRST)]


def test_a_draft_at_checkout_is_no_order(engine: Engine) -> None:
    counts = take(engine, "woocommerce", body(woo(moment(10, 9), "checkout-draft")))
    assert (counts.received, states(engine)) == (0, ["done"])
    assert everything(engine) is None


def test_an_unpaid_order_is_not_confirmed(engine: Engine) -> None:
    send(engine, woocommerce(woo(moment(10, 9), "pending")))
    assert milestones(engine) == [[]]
    send(engine, woocommerce(woo(moment(10, 10), "processing")))
    assert milestones(engine) == [["order_confirmed"]]


BROKEN: dict[str, Callable[[], Sent]] = {
    "no order": lambda: shopify({"id": 1, "title": "Lamp"}),
    "no number": lambda: shopify(order(moment(10, 9), name="", order_number=None)),
    "no time": lambda: shopify(order(moment(10, 9), created_at="yesterday")),
    "no id": lambda: shopify(order(moment(10, 9), id="x")),
    "a refund": lambda: shopify({"id": 1, "order_id": 5001, "refund_line_items": []}),
    "a product": lambda: woocommerce({"id": 1, "name": "Lamp", "status": "publish"}),
    "no id of WooCommerce": lambda: woocommerce({"status": "processing", "line_items": []}),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_order_is_rejected_and_kept(engine: Engine, case: str) -> None:
    source, content = BROKEN[case]()
    receipt = inbox.receive(engine, source, content, NOW)
    counts = inbox.process_all(engine, [receipt.payload_id], NOW)
    assert counts.rejected
    assert states(engine) == ["rejected"]
    assert everything(engine) is None


def test_several_processes_at_once_leave_the_same(engine: Engine) -> None:
    story = [
        shopify(
            order(moment(10, 9 + hour), fulfilment(61, moment(11, hour), FIRST), email=f"{hour}@example.com")
        )
        for hour in range(10)
    ] + [shopify(fulfilment(62, moment(11, hour), SECOND)) for hour in range(5)]
    send(engine, *story)
    wanted = everything(engine)
    empty(engine)
    ids = [inbox.receive(engine, *sent, NOW).payload_id for sent in story]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda payload_id: inbox.process(engine, payload_id, NOW), reversed(ids)))
    assert everything(engine) == wanted
    assert set(states(engine)) == {"done"}
