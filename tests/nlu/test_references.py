"""References as Rasa entities; how they are found is tested with `tracking.numbers`."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.training_data.message import Message

from bot.nlu.references import ReferenceExtractor, as_entity
from tracking.numbers import Reference


def _entities(text: str) -> list[dict[str, Any]]:
    message = Message(data={"text": text})
    ReferenceExtractor().process([message])
    found: list[dict[str, Any]] = message.as_dict(only_output_properties=True).get("entities", [])
    return found


def test_each_reference_is_an_entity_with_its_place_in_the_message() -> None:
    text = "Order 10042, my e-mail is Jane.Doe@example.com"
    assert [(one["entity"], one["value"], text[one["start"] : one["end"]]) for one in _entities(text)] == [
        ("order_number", "10042", "10042"),
        ("email", "jane.doe@example.com", "Jane.Doe@example.com"),
    ]


def test_an_entity_names_its_extractor() -> None:
    (entity,) = _entities("where is 10042")
    assert entity["extractor"] == "ReferenceExtractor"


def test_other_readings_of_a_reference_come_with_it() -> None:
    assert as_entity(Reference("tracking_number", "X1", 0, 2, ("a", "b")))["candidates"] == ["a", "b"]
    assert "candidates" not in as_entity(Reference("email", "a@b.example", 0, 11))


def test_a_message_without_references_has_none() -> None:
    assert _entities("where is my parcel") == []


def test_a_payload_is_left_to_rasa() -> None:
    assert _entities('/inform{"order_number":"10042"}') == []
