"""Answers in free words: addresses, days and instructions, and what is none of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from actions.request import answers
from actions.request.draft import Draft
from actions.request.kinds import Again
from actions.request.reading import address_in, as_meant, is_something_else, only_a_reference, spoken, trimmed
from actions.request.said import Said
from actions.turn import Turn
from tests.actions.turns import turn
from tests.tracking.parcels import NOW
from tracking.requests import ChangeKind

TOMORROW = (answers._today() + timedelta(days=1)).isoformat()
YESTERDAY = (answers._today() - timedelta(days=1)).isoformat()


def understood(text: str, intent: str, sure: float = 0.99, **entities: Any) -> Turn:
    """A typed message, as it was understood, with this confidence."""
    made = turn(text, intent=intent, entities={name: (value,) for name, value in entities.items()})
    return replace(made, ranking=((intent, sure),))


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("leave it behind the shed, order 10012", "10012", "leave it behind the shed"),
        ("bitte am Samstag liefern, Bestellung 10012", "10012", "bitte am Samstag liefern"),
        ("order 10012: leave it at the gate", "10012", "leave it at the gate"),
        ("my order #10012 is a gift", "10012", "my order is a gift"),
        ("I moved, cancel my order", "10012", "I moved, cancel my order"),
    ],
)
def test_the_words_of_a_message_without_its_references(text: str, number: str, words: str) -> None:
    assert spoken(understood(text, "inform", order_number=number)) == words


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12 rue de la Paix, 75011 Paris", "12 rue de la Paix, 75011 Paris"),
        ("12 bis, avenue de la République, 69003 Lyon", "12 bis, avenue de la République, 69003 Lyon"),
        ("Hauptstr. 5, 10115 Berlin", "Hauptstr. 5, 10115 Berlin"),
        ("Lange Straße 7a, 10243 Berlin", "Lange Straße 7a, 10243 Berlin"),
        ("Calle Mayor 15, 28013 Madrid", "Calle Mayor 15, 28013 Madrid"),
        ("C/ Betis, n.º 14, Sevilla", "C/ Betis, n.º 14, Sevilla"),
        ("14 Baker Street, London NW1 6XE", "14 Baker Street, London NW1 6XE"),
        ("Keizersgracht 12, Amsterdam", "Keizersgracht 12, Amsterdam"),
        ("avenue Louise 54, 1050 Bruxelles", "avenue Louise 54, 1050 Bruxelles"),
        # Lines of an address are parts of it.
        ("12\nrue de la Paix\n75002 Paris", "12, rue de la Paix, 75002 Paris"),
        # What stands before the street belongs to it, if it isn't a sentence.
        ("Flat 7, 12 Lambeth Road, London SE1 7PB", "Flat 7, 12 Lambeth Road, London SE1 7PB"),
        ("Anna Weber, Hauptstr. 5, 10115 Berlin", "Anna Weber, Hauptstr. 5, 10115 Berlin"),
        ("please deliver it to 5 Main Street, Naas instead", "5 Main Street, Naas"),
        ("non, c'est le 14 rue de la Paix, 75002 Paris", "14 rue de la Paix, 75002 Paris"),
        ("no, es Calle Mayor 15, 28013 Madrid", "Calle Mayor 15, 28013 Madrid"),
        ("ich wohne jetzt in der Goethestraße 12a, 60313 Frankfurt", "Goethestraße 12a, 60313 Frankfurt"),
        ("where is order 10042", None),
        ("no, it's 10024", None),
        ("the street is wrong", None),
        ("we want 2 more at the next market", None),
        ("camille@example.com", None),
        ("", None),
    ],
)
def test_the_address_in_a_message(text: str, address: str | None) -> None:
    assert address_in(text) == address


def test_the_order_beside_an_address_is_no_part_of_it() -> None:
    said = understood("3 place Bellecour, 69002 Lyon, commande 10001", "inform", order_number="10001")
    assert read(ChangeKind.ADDRESS, said) == "3 place Bellecour, 69002 Lyon"
    taken = understood("Hauptstr. 5, 10115 Berlin", "inform", order_number="10115")
    assert read(ChangeKind.ADDRESS, taken) == "Hauptstr. 5, 10115 Berlin"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, it's behind the shed please", "behind the shed"),
        ("Bitte beim Nachbarn, danke!", "beim Nachbarn"),
        ("no", "no"),
        ("please", "please"),
        ("", ""),
    ],
)
def test_what_is_said_around_an_answer(text: str, rest: str) -> None:
    assert trimmed(text) == rest


def read(change: ChangeKind, message: Turn) -> str | Again | None:
    return answers.read_value(change, message)


@pytest.mark.parametrize(
    "intent", ["inform", "out_of_scope", "nlu_fallback", "change_address", "track_order"]
)
def test_a_street_is_an_address_however_it_was_understood(intent: str) -> None:
    message = understood("Hauptstr. 5, 10115 Berlin", intent, postcode="10115")
    assert read(ChangeKind.ADDRESS, message) == "Hauptstr. 5, 10115 Berlin"


def test_an_address_without_a_word_for_street() -> None:
    message = understood("Unter den Linden 5, 10117 Berlin", "inform", 0.7, postcode="10117")
    assert read(ChangeKind.ADDRESS, message) == "Unter den Linden 5, 10117 Berlin"


def test_half_an_address_is_asked_for_whole() -> None:
    for message in (
        understood("10115 Berlin", "inform", order_number="10115"),
        understood("to my sister in Cork", "change_address"),
    ):
        assert read(ChangeKind.ADDRESS, message) == Again("change-address-incomplete")


@pytest.mark.parametrize(
    "message",
    [
        understood("camille@example.com", "inform", email="camille@example.com"),
        understood("sorry, it's 10024", "inform", order_number="10024"),
        understood("where is order 10042?", "track_order", order_number="10042"),
        understood("is 10042 held up in Berlin?", "ask_customs", 0.7, order_number="10042"),
        understood("let me talk to 1 person please", "human_agent"),
        understood("thanks", "thanks"),
        understood("never mind", "deny"),
        understood("in English please", "switch_language"),
        understood("bye", "goodbye"),
        turn("/human_agent", intent="human_agent"),
    ],
    ids=lambda message: message.text,
)
@pytest.mark.parametrize("change", ChangeKind)
def test_another_wish_is_no_answer(change: ChangeKind, message: Turn) -> None:
    assert read(change, message) is None


def test_a_question_is_less_of_an_answer_than_a_statement() -> None:
    assert is_something_else(understood("how much is delivery?", "delivery_options", 0.5))
    assert not is_something_else(understood("gate code 4471", "delivery_options", 0.5))
    assert is_something_else(understood("the weather tomorrow", "out_of_scope", 0.99))


def test_a_day_is_a_date_unless_more_was_said() -> None:
    day = ChangeKind.RESCHEDULE
    assert read(day, understood("tomorrow", "out_of_scope", 0.6, date=TOMORROW)) == TOMORROW
    assert read(day, understood("tomorrow afternoon", "reschedule", date=TOMORROW)) == "tomorrow afternoon"
    assert read(day, understood("yesterday", "inform", date=YESTERDAY)) == Again("change-day-past")
    assert read(day, understood("not tomorrow", "deny", 0.5, date=TOMORROW)) == "not tomorrow"
    assert read(day, understood("another day", "reschedule")) == Again("change-day-unclear")
    assert read(day, understood("après 18h", "out_of_scope", 0.6)) == "après 18h"
    assert read(day, understood("tomorrow 18:30", "inform", date=TOMORROW)) == "tomorrow 18:30"
    assert read(day, understood("am Freitag", "inform", date=TOMORROW)) == TOMORROW
    assert read(day, understood("where is it, tomorrow?", "track_order", date=TOMORROW)) is None


def test_an_instruction_is_what_was_said() -> None:
    note = ChangeKind.DELIVERY_INSTRUCTIONS
    assert read(note, understood("gate code is 4471, second floor", "delivery_instructions")) == (
        "gate code is 4471, second floor"
    )
    assert read(note, understood("ok", "affirm")) is None


def test_a_yes_or_a_no_with_another_value_is_a_correction() -> None:
    address, note, day = ChangeKind.ADDRESS, ChangeKind.DELIVERY_INSTRUCTIONS, ChangeKind.RESCHEDULE
    said = understood("no, it's 14 Baker Street, London", "deny")
    assert answers.correction(address, said) == "14 Baker Street, London"
    assert answers.correction(address, understood("no", "deny")) is None
    assert answers.correction(address, turn("/deny", intent="deny")) is None
    assert answers.correction(day, understood("no, tomorrow", "deny", date=TOMORROW)) == TOMORROW
    assert answers.correction(day, understood("yes", "affirm")) is None
    assert answers.correction(note, understood("no, leave it with the neighbour", "deny")) == (
        "leave it with the neighbour"
    )
    assert answers.correction(note, understood("no", "deny")) is None
    assert answers.correction(ChangeKind.CANCEL, understood("no, keep it at the gate", "deny")) is None


@pytest.mark.parametrize(
    ("change", "said", "value"),
    [
        (ChangeKind.ADDRESS, "send it to 5 Main Street, Naas instead", "5 Main Street, Naas"),
        (ChangeKind.ADDRESS, "I have moved, can you change the address", None),
        (ChangeKind.DELIVERY_INSTRUCTIONS, "leave it behind the shed", "leave it behind the shed"),
        (ChangeKind.DELIVERY_INSTRUCTIONS, "can I leave delivery instructions", None),
        (ChangeKind.DELIVERY_INSTRUCTIONS, "note for driver", None),
        (ChangeKind.CONTENTS, "bitte in grün statt in grau", "in grün statt in grau"),
        (ChangeKind.CONTENTS, "I want to change my order", None),
        (ChangeKind.CONTENTS, "Kann ich die Größe noch ändern?", None),
        (ChangeKind.CANCEL, "cancel it, the size is wrong", None),
        (ChangeKind.PICKUP_POINT, "to a pickup point please", None),
    ],
)
def test_what_the_first_message_says_already(change: ChangeKind, said: str, value: str | None) -> None:
    assert answers.value_in(change, Said(said, said), NOW) == value


def test_the_day_of_a_first_message_is_the_new_one_only_if_nothing_speaks_against_it() -> None:
    day, friday = ChangeKind.RESCHEDULE, "2026-11-20"
    assert answers.value_in(day, Said("friday please", days=(friday,)), NOW) == friday
    assert answers.value_in(day, Said("friday afternoon please", days=(friday,)), NOW) == "friday afternoon"
    assert answers.value_in(day, Said("I'm not home on friday", days=(friday,)), NOW) is None
    assert answers.value_in(day, Said("je suis absent vendredi", days=(friday,)), NOW) is None
    both = (friday, "2026-11-21")
    assert answers.value_in(day, Said("friday or saturday", days=both), NOW) is None
    assert answers.value_in(day, Said("I'm not home on friday, come on saturday", days=both), NOW) == both[1]
    assert answers.value_in(day, Said("it was monday", days=("2026-11-16",)), NOW) is None


def test_beside_another_question_a_message_is_no_instruction() -> None:
    said = Said("where is it and can they leave it behind the shed", beside=True)
    assert answers.value_in(ChangeKind.DELIVERY_INSTRUCTIONS, said, NOW) is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("can you send it to a pickup point instead", ChangeKind.PICKUP_POINT),
        ("je préfère un point relais", ChangeKind.PICKUP_POINT),
        ("mejor a un punto de recogida", ChangeKind.PICKUP_POINT),
        ("bitte an eine Packstation", ChangeKind.PICKUP_POINT),
        ("please change the address", ChangeKind.ADDRESS),
        ("to 5 Main Street, not to the pickup point", ChangeKind.ADDRESS),
    ],
)
def test_a_pickup_point_is_found_by_its_words(text: str, change: ChangeKind) -> None:
    assert answers.change_of(ChangeKind.ADDRESS, Said(text, text)) is change


def test_a_cancellation_is_never_about_a_pickup_point() -> None:
    said = Said("cancel it, the pickup point is closed")
    assert answers.change_of(ChangeKind.CANCEL, said) is ChangeKind.CANCEL


def test_a_day_beside_a_number_is_another_day_where_it_says_so() -> None:
    day = understood("livrez samedi plutôt, 10012", "inform", date=TOMORROW)
    assert as_meant(day).intent == "reschedule"
    away = understood("ich bin am Dienstag nicht da, 10012", "inform", date=TOMORROW)
    assert as_meant(away).intent == "reschedule"
    assert as_meant(understood("samedi, 10012", "inform", date=TOMORROW)).intent == "inform"


@pytest.mark.parametrize(
    ("text", "intent", "meant"),
    [
        ("cancel 10073, ada@example.com", "inform", "cancel_order"),
        ("otro día, pedido 10049", "inform", "reschedule"),
        ("adresse ändern 10003", "inform", "change_address"),
        ("lieber ein Paketshop, 10003", "inform", "change_address"),
        ("I'd like a pickup point, 10012", "track_order", "change_address"),
        ("¿pueden dejarlo con el portero? pedido 10011", "inform", "delivery_instructions"),
        ("the tracking says pickup point, 10012", "inform", "inform"),
        ("where do I cancel 10012", "track_order", "track_order"),
        ("10012", "inform", "inform"),
        ("/inform", "inform", "inform"),
    ],
)
def test_a_request_hidden_by_numbers(text: str, intent: str, meant: str) -> None:
    assert as_meant(turn(text, intent=intent)).intent == meant


def test_only_a_reference() -> None:
    assert only_a_reference(understood("sorry, it's 10024", "inform", order_number="10024"))
    assert not only_a_reference(understood("leave it at number 10024", "delivery_instructions"))
    assert not only_a_reference(understood("behind the shed", "inform"))


def test_a_parcel_by_tap_or_number() -> None:
    draft = Draft("reschedule", 1, "10071", "m", values={"parcels": "2,3"})
    tapped = turn("/reschedule", intent="reschedule", entities={"parcel": ("3",)})
    assert answers.read_parcel(tapped, draft) == "3"
    assert answers.read_parcel(understood("number 2 please", "inform"), draft) == "2"
    assert answers.read_parcel(understood("parcel 1", "inform"), draft) is None
    assert answers.read_parcel(understood("2 or 3", "inform"), draft) is None
    assert answers.read_parcel(understood("where is 2", "track_order"), draft) is None
