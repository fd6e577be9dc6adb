"""Which language a shopper writes, among those the shop speaks."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.text import PLACEHOLDERS, words_of
from tracking.settings import settings

#: A conversation changes its language only for this many words …
MIN_WORDS_TO_SWITCH = 3
#: … read with this much confidence (0 to 1).
MIN_CONFIDENCE_TO_SWITCH = 0.8
#: Fewer words than this must hold a small word of the language, too.
ENOUGH_WORDS = 8
#: Below this a first message says nothing about its language, and the shop's first language is spoken.
MIN_CONFIDENCE = 0.55
#: What one function word weighs, in log-odds. Shoppers drop foreign nouns into their sentences
#: ("mon tracking dit delivered"), but the small words stay those of the sentence's own language.
FUNCTION_WORD_WEIGHT = 3.0
#: What n-grams leave a language at least, so that a few foreign nouns do not outweigh the small words.
MIN_SHARE = 0.05

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words)
    for code, words in json.loads(Path(__file__).with_name("function_words.json").read_text("utf-8")).items()
}


class Identifier:
    """Tells the configured languages apart; lingua's n-grams, helped by function words."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._detector = _detector(self.languages)
        if self._detector is not None:
            # The first use loads lingua's models, about 0.6 s: better at the start than in a turn.
            self._detector.compute_language_confidence_values("hello bonjour")

    def confidences(self, words: Sequence[str]) -> dict[str, float]:
        """Confidence (0 to 1, sum 1) by language code; equal shares where nothing can be read."""
        if self._detector is None:
            return {self.languages[0]: 1.0}
        values = self._detector.compute_language_confidence_values(" ".join(words))
        read = {value.language.iso_code_639_1.name.lower(): value.value for value in values}
        scores = {
            code: math.log(max(read.get(code, 0.0), MIN_SHARE))
            + FUNCTION_WORD_WEIGHT * _function_words(code, words)
            for code in self.languages
        }
        best = max(scores.values())
        weights = {code: math.exp(score - best) for code, score in scores.items()}
        total = sum(weights.values())
        return {code: weight / total for code, weight in weights.items()}

    def identify(self, text: str, sticky: str | None) -> tuple[str, float]:
        """The language code of a masked text and the confidence in it.

        A conversation that speaks `sticky` keeps it unless the message is clearly in another language.
        """
        words = [word for word in _WORD.findall(text) if word not in _NOT_WORDS]
        confidences = self.confidences(words)
        code = max(self.languages, key=lambda language: confidences[language])
        if sticky in self.languages:
            clear = len(words) >= MIN_WORDS_TO_SWITCH and confidences[code] >= MIN_CONFIDENCE_TO_SWITCH
            # Gibberish and names look like some language or other, but hold none of its small words.
            clear = clear and (len(words) >= ENOUGH_WORDS or _function_words(code, words) > 0)
            code = code if clear else str(sticky)
        elif not words or confidences[code] < MIN_CONFIDENCE:
            code = self.languages[0]
        return code, confidences[code]


_NOT_WORDS = frozenset(PLACEHOLDERS.values())


def _function_words(code: str, words: Sequence[str]) -> int:
    known = _FUNCTION_WORDS.get(code, frozenset())
    return sum(word in known for word in words)


def _detector(languages: Sequence[str]) -> LanguageDetector | None:
    """Lingua restricted to the languages; None for a single one, which needs no telling apart.

    In its low accuracy mode: on our held-out sentences 0.5 points less, of 97, for 17 MB instead of 144.
    """
    if len(languages) < 2:
        return None
    codes = [Language.from_iso_code_639_1(IsoCode639_1.from_str(code)) for code in languages]
    return LanguageDetectorBuilder.from_languages(*codes).with_low_accuracy_mode().build()


# Registered as an extractor because those run in parsing only; training needs no language.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageIdentifier(GraphComponent):
    """Sets `language` {"code", "confidence"} on a message.

    The language that the conversation speaks comes with the message, as metadata `language`: components
    see no conversation.
    """

    def __init__(self, identifier: Identifier) -> None:
        self._identifier = identifier

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageIdentifier:
        """A new identifier for the languages of `WISMO_LANGUAGES`."""
        return cls(Identifier(settings().languages))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's language, and hand it on in the parse result."""
        for message in messages:
            sticky = (message.get("metadata") or {}).get("language")
            code, confidence = self._identifier.identify(words_of(message), sticky)
            message.set("language", {"code": code, "confidence": round(confidence, 4)}, add_to_output=True)
        return messages
