"""Capping, cleaning and masking."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import text


@pytest.mark.parametrize(
    ("sent", "masked"),
    [
        ("Where is order 10042?", "where is order ordernumber ?"),
        ("Where is order 77777?", "where is order ordernumber ?"),
        ("it's Jane.Doe@Example.com", "it's emailaddress"),
        ("1Z999AA10123456784 please", "trackingnumber please"),
        ("OÙ EST MON COLIS", "où est mon colis"),
        ("pleeeeeease!!!!!!!!", "pleeease!!!"),
        ("it’s late", "it's late"),
        ("zero\u200bwidth \u202eflipped\u202c", "zero width flipped"),
        ("nul\x00l and \ud800 alone", "nul l and alone"),
        ("\n\t  ", ""),
    ],
)
def test_masked(sent: str, masked: str) -> None:
    assert text.masked(sent) == masked


def test_the_same_question_about_another_order_is_the_same_text() -> None:
    one = text.masked("where is #10042, mail a.b@example.org")
    other = text.masked("where is #98765, mail someone.else@example.net")
    assert one == other


def test_no_reference_is_left_in_a_masked_text() -> None:
    sent = "order 10042, tracking 1Z999AA10123456784, mail jane.doe@example.com"
    masked = text.masked(sent)
    assert all(part not in masked for part in ("10042", "1z999", "jane", "@"))


def test_only_the_head_of_a_long_text_is_read() -> None:
    limit = text.MAX_CHARACTERS
    assert text.head("a" * limit) == "a" * limit
    assert text.head("a" * limit + "b") == "a" * limit
    late = "hello " * limit + "order 10042"
    assert text.references_in(late) == []


@pytest.mark.parametrize(("sent", "payload"), [("/inform", True), (" \u2003/inform", True), ("hi /x", False)])
def test_is_payload(sent: str, payload: bool) -> None:
    assert text.is_payload(sent) is payload


@pytest.mark.parametrize("sent", ["/inform", " \u2003/ //inform", "inform"])
def test_typed_text_is_no_payload(sent: str) -> None:
    assert text.as_typed(sent) == "inform"
    assert not text.is_payload(text.as_typed(sent))


def test_a_message_is_masked_once() -> None:
    message = Message(data={"text": "order 10042"})
    assert text.words_of(message) == "order ordernumber"
    message.set("text", "changed")
    assert text.words_of(message) == "order ordernumber"


def test_a_payload_has_no_words() -> None:
    assert text.words_of(Message(data={"text": "/inform"})) == ""


def test_a_long_text_keeps_its_head_and_its_tail() -> None:
    masked = text.masked("Where is it? " + "bla " * 300 + "Thank you, Jane")
    assert len(masked) <= text.MAX_MASKED
    assert masked.startswith("where is it?")
    assert masked.endswith("thank you, jane")


@pytest.mark.parametrize("length", [text.MAX_MASKED, text.MAX_MASKED + 1])
def test_the_cut_is_at_the_limit(length: int) -> None:
    sent = ("ab " * length)[: length - 1] + "z"
    assert len(text.masked(sent)) == text.MAX_MASKED
    assert (text.masked(sent) == sent) is (length == text.MAX_MASKED)
