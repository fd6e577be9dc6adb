"""Rasa's text generator, reading the same text files as everything else.

`endpoints.yml` names this class. A response of `domain.yml` gives the buttons and an English last resort;
the words come from `tracking/locales/<language>/dialogue.ftl`, in the language of the shopper's last message.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import yaml
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from tracking.settings import settings
from tracking.wording import wording
from tracking.words.variants import fresh

logger = logging.getLogger(__name__)

DOMAIN = Path("domain.yml")
_INTENT = re.compile(r"/(\w+)")


class Texts(NaturalLanguageGenerator):
    """Generates a response in the language of the conversation."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        # Rasa makes its text generator before it has a domain: the responses are read from the file.
        written: dict[str, Any] = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))
        self._responses: dict[str, list[dict[str, Any]]] = written["responses"]

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """The response as a message: `text` and `buttons`; None for a response that nobody wrote."""
        variants = self._responses.get(utter_action, [])
        words = wording(language_of(tracker))
        message = utter_action.replace("_", "-")
        if words.has(message):
            text = fresh(words, message, said_last(tracker), shop=settings().shop_name, **kwargs)
        elif variants:
            logger.warning("no text for %s in %s: the English default is sent", message, words.language)
            text = str(variants[0]["text"])
        else:
            logger.error("no text for %s in any file", message)
            return None
        buttons = []
        for button in variants[0].get("buttons", []) if variants else []:
            intent = _INTENT.match(button["payload"])
            title = f"button-{intent[1].replace('_', '-')}" if intent else ""
            buttons.append(
                {
                    "title": words.text(title) if words.has(title) else button["title"],
                    "payload": button["payload"],
                }
            )
        return {"text": text, "buttons": buttons}


def said_last(tracker: DialogueStateTracker) -> list[str]:
    """What the assistant said to the message before and to this one so far."""
    found: list[str] = []
    messages = 0
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            messages += 1
            if messages == 2:
                break
        elif isinstance(event, BotUttered) and event.text:
            found.append(event.text)
    return found


def language_of(tracker: DialogueStateTracker) -> str:
    """The language of the shopper's last message, or the first configured one."""
    message = tracker.latest_message
    known: Any = (message.parse_data.get("language") if message else None) or {}
    metadata: Any = (message.metadata if message else None) or {}
    code = known.get("code") or metadata.get("language")
    return code if code in settings().languages else settings().default_language
