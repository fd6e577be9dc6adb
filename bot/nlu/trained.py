"""A trained model's NLU in this process, without a server: for measuring and for tests."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import Any

from bot.nlu.evaluation import Understood, entity_pair
from bot.nlu.text import as_typed
from tracking.errors import ConfigurationError


class TrainedNlu:
    """Parses messages with the NLU of a model file."""

    def __init__(self, model: Path) -> None:
        """Load the model.

        Raises:
            ConfigurationError: there is no such model.
        """
        from rasa.core.agent import Agent
        from rasa.utils.log_utils import configure_structlog

        # Rasa logs every message it parses; nobody's words go to a terminal.
        configure_structlog(logging.ERROR)
        if not model.exists():
            raise ConfigurationError(f"{model}: no such model; `wismo train` makes one")
        processor = Agent.load(model_path=str(model)).processor
        if processor is None:
            raise ConfigurationError(f"{model}: not a model of Rasa")
        self._processor = processor

    def parse(self, text: str, language: str | None = None) -> dict[str, Any]:
        """Rasa's parse result of what a shopper typed; `language` is what the conversation speaks."""
        from rasa.core.channels.channel import UserMessage

        message = UserMessage(text=as_typed(text), metadata={"language": language})
        parsed: dict[str, Any] = asyncio.run(self._processor.parse_message(message))
        return parsed

    def understand(self, text: str, language: str | None = None) -> Understood:
        """The parse result in the shape that `evaluation` compares."""
        started = time.perf_counter()
        parsed = self.parse(text, language)
        elapsed = time.perf_counter() - started
        return Understood(
            intent=str(parsed["intent"]["name"]),
            entities=frozenset(
                entity_pair(item["entity"], str(item["value"])) for item in parsed["entities"]
            ),
            milliseconds=elapsed * 1000,
            confidence=float(parsed["intent"]["confidence"] or 0.0),
        )


def newest_model(directory: Path) -> Path:
    """The newest model of a directory.

    Raises:
        ConfigurationError: there is none.
    """
    models = sorted(directory.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        raise ConfigurationError(f"{directory}: no trained model; `wismo train` makes one")
    return models[-1]
