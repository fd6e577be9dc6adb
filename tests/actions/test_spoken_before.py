"""What a message means because of what was said before it, and a proof that nothing announces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.bare_proof import with_bare_proof
from actions.claim_cues import takes_up
from actions.cues import asks_team, asks_what_now, has_no_request, is_not_there, parcel_named
from actions.spoken_of import in_context, misses_request, without_codes
from actions.turn import Turn
from tests.actions.turns import turn


def said(text: str, *numbers: str, intent: str = "inform", **slots: str) -> Turn:
    return turn(
        text, intent=intent, entities={"order_number": numbers} if numbers else {}, said="{}", **slots
    )


@pytest.mark.parametrize(
    ("text", "numbers", "postcode"),
    [
        ("où est la commande 10041 ? 75011", ("10041", "75011"), "75011"),
        ("10056 NE1 4ST", ("10056",), "NE1 4ST"),
        ("10063, 1012 JS", ("10063", "1012"), "1012 JS"),
        ("10042 / 69003.", ("10042", "69003"), "69003"),
        ("10041 and 75011", ("10041", "75011"), None),
        ("10042 10041 10028", ("10042", "10041", "10028"), None),
        ("10042", ("10042",), None),
        ("where is 10042?", ("10042",), None),
    ],
)
def test_a_postcode_behind_the_number(text: str, numbers: tuple[str, ...], postcode: str | None) -> None:
    found = with_bare_proof(said(text, *numbers))
    assert (found.said("postcode") if found else None) == postcode
    if found:
        assert found.entities["order_number"] == numbers[:1]


def test_an_address_that_was_given_is_the_proof() -> None:
    both = said("10041 75011", "10041", "75011")
    mail = replace(both, entities={**both.entities, "email": ("zoe@example.com",)})
    assert with_bare_proof(mail) is None


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        ("le code de la porte c'est 45B8", "45B8", ()),
        ("the door code is 10042", "10042", ()),
        ("die Wohnung ist 12045", "12045", ()),
        ("leave order 10042 at the door", "10042", ("10042",)),
        ("10042, the code is at the gate", "10042", ("10042",)),
    ],
)
def test_a_code_is_no_order(text: str, number: str, left: tuple[str, ...]) -> None:
    found = without_codes(said(text, number, order_number=number))
    assert found.entities.get("order_number", ()) == left
    assert found.slot("order_number") == (left[0] if left else None)


def test_not_there_is_about_the_delivery_only_after_one_was_told_of() -> None:
    text = "it's not on the porch"
    after = said(text, intent="delivery_instructions", about="delivered")
    assert in_context(after).intent == "report_not_received"
    before = said(text, intent="delivery_instructions")
    assert in_context(before) is before


def test_a_flat_is_for_the_driver_only_where_the_carrier_lacks_it() -> None:
    assert in_context(said("my flat is 4B", intent="out_of_scope", about="address")).intent == (
        "delivery_instructions"
    )
    elsewhere = said("my flat is 4B", intent="out_of_scope", about="customs")
    assert in_context(elsewhere) is elsewhere


def test_a_request_that_never_came_is_one_of_customs() -> None:
    assert misses_request(said("j'ai déjà payé", intent="complaint", about="customs"))
    assert not misses_request(said("j'ai déjà payé", intent="complaint"))


def test_who_does_not_know_the_name_goes_on_with_the_delivery() -> None:
    assert takes_up(said("i dont know him", intent="out_of_scope", about="delivered"))
    assert not takes_up(said("i dont know him", intent="out_of_scope"))


@pytest.mark.parametrize(
    "text",
    [
        "did you do it?",
        "has somebody answered?",
        "when will someone get back to me",
        "c'est fait ?",
        "vous l'avez dit au livreur ?",
        "quelqu’un m’a répondu ?",
        "cuándo me contestan",
        "¿ya está hecho?",
        "wann meldet sich jemand",
        "ist das erledigt?",
    ],
)
def test_the_team_is_asked_about(text: str) -> None:
    assert asks_team(text)


@pytest.mark.parametrize(
    "text", ["when will it arrive", "quand arrive-t-il ?", "wann kommt es", "hat jemand unterschrieben?"]
)
def test_the_parcel_is_asked_about(text: str) -> None:
    assert not asks_team(text)


def test_short_questions_of_every_language() -> None:
    assert all(map(asks_what_now, ("and now?", "et maintenant ?", "¿y ahora qué?", "und jetzt?")))
    assert not asks_what_now("where is it now")
    assert all(map(has_no_request, ("I already paid", "no me ha llegado ninguna carta", "schon bezahlt")))
    assert not has_no_request("how do I pay")
    assert all(map(is_not_there, ("no está ahí", "il n'est pas dans la boîte", "da liegt nichts")))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("colis 1 pas reçu", 1),
        ("Paket Nr. 2 fehlt", 2),
        ("le deuxième n'est pas arrivé", 2),
        ("parcel 1 and parcel 2", None),
        ("wait a second", None),
        ("this is the second time", None),
        ("I ordered 2 lamps", None),
    ],
)
def test_a_parcel_is_named(text: str, position: int | None) -> None:
    assert parcel_named(text) == position
