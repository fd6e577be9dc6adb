"""Which language a shopper asks to go on in: "auf Deutsch bitte", "do you speak Spanish?"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from babel import Locale
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.text import words_of
from tracking.settings import settings

#: Languages that shoppers ask for by name; those that the shop speaks are added.
ASKED = (
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "it"),
    *("ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh"),
)
_WORD = re.compile(r"\w+")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=4)
def _names(spoken: tuple[str, ...]) -> dict[str, str]:
    """Codes by the languages' plain names, in every language spoken here and in their own."""
    names: dict[str, str] = {}
    for code in dict.fromkeys((*spoken, *ASKED)):
        locale = Locale.parse(code)
        for shown_in in (code, *spoken):
            name = locale.get_language_name(shown_in)
            if name:
                names.setdefault(_plain(name), code)
    return names


def asked_language(words: str, spoken: tuple[str, ...]) -> str | None:
    """The code of the language that a text names, the last one where it names several."""
    names = _names(spoken)
    found = [
        names[word] for word in _plain(words).replace("?", " ").replace("!", " ").split() if word in names
    ]
    return found[-1] if found else None


# Registered as an extractor because those run in parsing only, after the intents they follow in the file.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageSwitch(GraphComponent):
    """Sets the language asked for as the message's own, where the shopper wants to switch.

    `language` gets a key `asked`; its `code` follows where the shop speaks that language. A shopper who asks
    in a language without naming one ("switch please") gets the language of the question.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageSwitch:
        """It learns nothing."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Read what is asked for in messages whose intent is to switch."""
        spoken = settings().languages
        for message in messages:
            if (message.get(INTENT) or {}).get("name") != "switch_language":
                continue
            language = dict(message.get("language") or {})
            asked = asked_language(words_of(message), spoken) or language.get("code")
            language["asked"] = asked
            if asked in spoken:
                language |= {"code": asked, "confidence": 1.0}
            message.set("language", language, add_to_output=True)
        return messages
