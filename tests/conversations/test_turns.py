"""How many messages it takes a shopper to get the answer, over the whole assistant."""

from __future__ import annotations

import statistics
import uuid

import pytest

from tests.assistant import Assistant

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]

#: More messages than this are no conversation that anybody would have.
MOST = 6
#: What only the answer says.
LYON = "Lyon"

#: Number and e-mail address, or postcode, in the first message.
ALL_AT_ONCE = (
    ["where is my order 10042? my email is camille@example.com"],
    ["hi!! any news on 10042, postcode 69003, thanks"],
    ["when will order #10042 arrive? camille@example.com"],
    ["10042 camille@example.com"],
    ["bonjour, où est ma commande 10042 ? camille@example.com"],
    ["commande 10042, code postal 69003, quand arrive-t-elle ?"],
    ["hola, ¿dónde está mi pedido 10042? camille@example.com"],
    ["¿cuándo llega el pedido 10042? camille@example.com"],
    ["hallo, wo ist meine Bestellung 10042? camille@example.com"],
    ["wann kommt Bestellung 10042? PLZ 69003"],
)
#: Nothing, or one of the two.
PIECE_BY_PIECE = (
    ["where is my order", "10042", "camille@example.com"],
    ["hello", "where is my stuff?", "10042", "69003"],
    ["where is order 10042", "camille@example.com"],
    ["camille@example.com", "10042"],
    ["où est ma commande ?", "10042", "camille@example.com"],
    ["quand arrive mon colis ?", "c'est la commande 10042", "69003"],
    ["¿dónde está mi pedido?", "10042", "camille@example.com"],
    ["¿cuándo llega mi paquete?", "el pedido 10042", "camille@example.com"],
    ["wo ist mein Paket?", "10042", "camille@example.com"],
    ["wann kommt meine Bestellung?", "Bestellung 10042", "69003"],
)
#: Asked in a conversation in which the order is proven.
PROVEN = (
    ["where is my order?"],
    ["hello", "when will it arrive?"],
    ["où est ma commande ?"],
    ["¿cuándo llega?"],
    ["wo ist meine Bestellung?"],
)


def turns(assistant: Assistant, sender: str, messages: list[str]) -> int:
    """After how many of the messages the answer is there; `MOST` where it never is."""
    for count, message in enumerate(messages, 1):
        replies = assistant.ask(sender, message)["replies"]
        if any(LYON in reply["text"] for reply in replies):
            return count
    return MOST


def counted(assistant: Assistant, talks: tuple[list[str], ...], *, proven: bool = False) -> list[int]:
    found = []
    for messages in talks:
        sender = f"test-{uuid.uuid4().hex}"
        if proven:
            assistant.ask(sender, "10042 camille@example.com")
            assistant.ask(sender, "thanks")
        found.append(turns(assistant, sender, messages))
    return found


def test_one_message_is_enough_that_holds_number_and_email(assistant: Assistant) -> None:
    found = counted(assistant, ALL_AT_ONCE)
    assert statistics.median(found) == 1
    assert max(found) == 1, found


def test_whoever_is_known_needs_two_at_most(assistant: Assistant) -> None:
    found = counted(assistant, PROVEN, proven=True)
    assert statistics.median(found) <= 2
    assert max(found) <= 2, found


def test_three_are_enough_for_everybody_else(assistant: Assistant) -> None:
    found = counted(assistant, PIECE_BY_PIECE)
    assert statistics.median(found) <= 3
    assert max(found) < MOST, found
