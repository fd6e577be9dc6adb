"""Order numbers, tracking numbers, e-mail addresses and postcodes, as Rasa entities."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.text import head, is_payload, references_in
from tracking.numbers import Reference, could_be_postcode


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ReferenceExtractor(GraphComponent, EntityExtractorMixin):
    """Finds references by rule: the shop's order pattern, carriers' formats and check digits."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ReferenceExtractor:
        """A new extractor; it has no settings of its own, see `WISMO_ORDER_PATTERN`."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the references of each message to its entities."""
        for message in messages:
            text = message.get(TEXT) or ""
            if is_payload(text):
                continue
            found = [as_entity(reference) for reference in _asked_for(message, text)]
            entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
            message.set(ENTITIES, entities, add_to_output=True)
        return messages


def _asked_for(message: Message, text: str) -> list[Reference]:
    """The references of a message, read in the light of the question that is open.

    The relay says in the metadata which slot was asked for: "75011" alone is an order number, unless we have
    just asked for the e-mail address or the postcode.
    """
    asked = (message.get(METADATA) or {}).get("asked")
    postcode = could_be_postcode(head(text).strip()) if asked == "proof" else None
    if postcode is None:
        return references_in(text)
    return [Reference("postcode", postcode, 0, len(head(text)), ())]


def as_entity(reference: Reference) -> dict[str, Any]:
    """A reference in Rasa's shape; `candidates` lists other readings, best first, where there are any."""
    entity: dict[str, Any] = {
        "entity": reference.kind,
        "value": reference.value,
        "start": reference.start,
        "end": reference.end,
        "confidence_entity": 1.0,
    }
    if reference.candidates:
        entity["candidates"] = list(reference.candidates)
    return entity
