"""Returns, refunds, invoices, damaged goods: the shop's own answer, what the parcel says, or a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.engine import Engine

from actions import policy_answers
from actions.identify import Identified, Need
from actions.offer_person import ActionOfferPerson, offer
from actions.policy_answers import about_parcel, shop_answer
from actions.request.draft import Draft
from actions.request.goods import GOODS_CLAIM
from actions.turn import Turn
from tests.actions.turns import remembered, texts, turn
from tests.tracking.reports import aftership, order, take
from tracking import disclosure
from tracking.conversations import receive
from tracking.db import begin_read
from tracking.orders.imports import import_orders
from tracking.policy import Policy, policy
from tracking.settings import WRITTEN_LANGUAGES
from tracking.store import find_order
from tracking.wording import wording

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
NUMBER = "15501234567890"
LINES = [{"sku": "L-1", "name": "Paper lamp", "quantity": 1}, {"sku": "V-1", "name": "Vase", "quantity": 2}]
Configured = Callable[..., None]


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Configured:
    """Sets fields of the shop's policy."""

    def set_to(**fields: Any) -> None:
        made: Policy = replace(policy(), **fields)
        monkeypatch.setattr(policy_answers, "policy", lambda: made)

    return set_to


def shipped(engine: Engine, at: str, state: str, lines: list[dict[str, Any]] = LINES) -> Identified:
    """Order 10042 of these lines, proven in a conversation, its parcel in this state."""
    row = {**order("10042", ("DPD UK", NUMBER)), "lines": lines, "email": "ada@example.com"}
    import_orders(engine, [row], NOW)
    take(engine, "aftership", aftership((at, state, "dpd-uk"), number=NUMBER))
    receive(engine, channel="rest", conversation_id="rest:1", message_id="m-0", text="hello", now=NOW)
    proof = disclosure.prove(
        engine, conversation_id="rest:1", order_number="10042", kind="email", value="ada@example.com", now=NOW
    )
    assert proof is disclosure.Outcome.VERIFIED
    with begin_read(engine) as connection:
        found = find_order(connection, "10042")
    assert found is not None
    return Identified(Need.NOTHING, order_ids=(found.id,))


# --- The shop's answer -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize("request_", sorted(policy_answers.TOPICS))
def test_a_page_is_named_with_its_address_and_none_is_made_up(
    configured: Configured, language: str, request_: str
) -> None:
    words, topic = wording(language), policy_answers.TOPICS[request_]
    page = f"https://shop.example.net/{topic}"
    configured(links={topic: {"en": page}}, answers={})
    told = shop_answer(words, request_)
    assert told is not None
    assert told.endswith(page)
    configured(links={}, answers={})
    assert shop_answer(words, request_) is None


def test_the_shops_sentence_is_said_word_for_word_with_its_page_once(configured: Configured) -> None:
    page = "https://shop.example.net/invoices"
    configured(links={"invoice": {"en": page}}, answers={"invoice": {"en": "It is in the box."}})
    told = shop_answer(wording("en"), "ask_invoice_or_payment")
    assert told == f"It is in the box. More about it: {page}"
    configured(links={"invoice": {"en": page}}, answers={"invoice": {"en": f"Look here: {page}"}})
    assert shop_answer(wording("en"), "ask_invoice_or_payment") == f"Look here: {page}"


def test_without_a_page_a_person_is_offered_as_before(configured: Configured) -> None:
    configured(links={}, answers={})
    assert offer(wording("en"), "return_refund") == wording("en").text("offer-return-refund")


# --- What the parcel says ----------------------------------------------------------------------------


def about(found: Identified, request: str, language: str = "en") -> tuple[str, bool]:
    return about_parcel(request, found, turn(intent=request, language=language), NOW)


def test_a_delivered_parcel_tells_the_last_day(engine: Engine, configured: Configured) -> None:
    found = shipped(engine, "2026-11-20T12:00:00+00:00", "Delivered_001")
    configured(returns_days=14)
    assert "You can send it back until Friday 4 December." in about(found, "return_refund")[0].replace(
        "\N{NO-BREAK SPACE}", " "
    )
    configured(returns_days=0)
    assert "The 0 days for sending it back ended yesterday." in about(found, "return_refund")[0]
    configured(returns_days=None)
    told, dated = about(found, "return_refund")
    assert "send it back" not in told
    assert not dated


def test_a_parcel_on_its_way_and_one_on_its_way_back(engine: Engine) -> None:
    found = shipped(engine, "2026-11-20T12:00:00+00:00", "InTransit_003")
    assert "A return starts once you have it." in about(found, "return_refund")[0]
    assert "I see no parcel of order 10042 on its way back" in about(found, "ask_refund_status")[0]
    take(
        engine,
        "aftership",
        aftership(("2026-11-21T08:00:00+00:00", "Exception_010", "dpd-uk"), number=NUMBER),
    )
    assert "on its way back to us" in about(found, "ask_refund_status")[0]
    assert "on its way back to us" in about(found, "return_refund")[0]


def test_without_proof_nothing_is_told_of_a_parcel(engine: Engine) -> None:
    shipped(engine, "2026-11-20T12:00:00+00:00", "Delivered_001")
    for need in (Need.DETAILS, Need.RIGHT_DETAILS, Need.PERSON):
        assert about(Identified(need), "return_refund") == ("", False)


# --- Damaged, missing, wrong -------------------------------------------------------------------------


def begin(engine: Engine, found: Identified, text: str, request: str = "report_damaged") -> Draft:
    """The draft that a first message begins."""
    said = turn(text, intent=request, question=request)
    events = GOODS_CLAIM.start(CollectingDispatcher(), said, found, NOW, request=request)
    draft = Draft.of(replace(said, slots=remembered(events)))
    assert draft is not None
    return draft


def answered(draft: Draft, name: str, message: Turn) -> Any:
    question = next(each for each in GOODS_CLAIM.questions(draft) if each.name == name)
    return question.read(message, draft)


def test_the_item_is_chosen_by_number_by_name_by_tap_or_in_own_words(engine: Engine) -> None:
    draft = begin(engine, shipped(engine, "2026-11-20T12:00:00+00:00", "Delivered_001"), "it is broken")
    assert [question.name for question in GOODS_CLAIM.open_questions(draft)] == ["item", "problem"]
    for message in (
        turn("the 2nd one, the vase", intent="out_of_scope"),
        turn("2", intent="inform"),
        turn("/report_damaged", intent="report_damaged", entities={"choice": ("2",)}),
    ):
        assert answered(draft, "item", message) == "2"
    assert answered(draft, "item", turn("the glass shade", intent="inform")) == "the glass shade"
    assert answered(draft, "item", turn("/human_agent", intent="human_agent")) is None


def test_a_message_that_says_all_leaves_only_the_confirmation(engine: Engine) -> None:
    found = shipped(engine, "2026-11-20T12:00:00+00:00", "Delivered_001")
    draft = begin(engine, found, "the vase arrived with a long crack in it")
    assert GOODS_CLAIM.open_questions(draft) == []
    details = GOODS_CLAIM.details(draft)
    assert (details["item"], details["sku"], details["parcel"]) == ("Vase", "V-1", 1)
    assert details["problem"] == "the vase arrived with a long crack in it"
    assert "Order 10042, Vase: “the vase" in GOODS_CLAIM.summary(wording("en"), draft, NOW)


def test_an_order_without_lines_is_asked_in_free_words(engine: Engine) -> None:
    found = shipped(engine, "2026-11-20T12:00:00+00:00", "Delivered_001", lines=[])
    draft = begin(engine, found, "something is missing", "report_missing_item")
    question = GOODS_CLAIM.open_questions(draft)[0]
    assert question.ask(wording("en"), draft, NOW).buttons == ()
    draft = draft.put(item="a lamp", problem="missing")
    assert GOODS_CLAIM.details(draft) == {
        "claim": "missing_or_wrong",
        "item": "a lamp",
        "problem": "missing",
        "said": "something is missing",
    }


def test_of_a_parcel_that_is_still_on_its_way_that_is_said_first(engine: Engine) -> None:
    found = shipped(engine, "2026-11-20T12:00:00+00:00", "InTransit_003")
    dispatcher = CollectingDispatcher()
    said = turn("something is missing", intent="report_missing_item", question="report_missing_item")
    GOODS_CLAIM.start(dispatcher, said, found, NOW, request="report_missing_item")
    (told,) = texts(dispatcher)
    assert told.startswith("Order 10042 isn’t marked as delivered yet:")
    assert "Paper lamp, Vase" in told


def test_where_the_shop_has_a_page_for_damage_no_form_is_begun(
    engine: Engine, configured: Configured
) -> None:
    configured(links={"damaged": {"en": "https://shop.example.net/damage"}}, answers={})
    dispatcher = CollectingDispatcher()
    receive(engine, channel="rest", conversation_id="rest:1", message_id="m-0", text="hello", now=NOW)
    said = turn("it arrived broken", intent="report_damaged")
    events = ActionOfferPerson().reply(dispatcher, said, NOW)
    assert "https://shop.example.net/damage" in texts(dispatcher)[0]
    assert remembered(events)["offer"] == "goods_claim"
    configured(links={}, answers={})
    events = ActionOfferPerson().reply(dispatcher, said, NOW)
    assert [event["name"] for event in events if event["event"] == "followup"] == ["action_answer_order"]


def test_a_complaint_tells_the_truth_about_the_parcel_and_offers_a_person(engine: Engine) -> None:
    shipped(engine, "2026-11-20T12:00:00+00:00", "InTransit_003")
    dispatcher = CollectingDispatcher()
    said = turn("what a terrible service", intent="complaint", order_number="10042")
    events = ActionOfferPerson().reply(dispatcher, said, NOW + timedelta(minutes=1))
    (told,) = texts(dispatcher)
    assert "your order 10042" in told.lower()
    assert remembered(events)["offer"] == "person_wanted"
