"""The words of a conversation, where no action says them."""

from __future__ import annotations

from tracking.settings import settings
from tracking.wording import Wording, wording


def words_for(language: str | None) -> Wording:
    """The texts of a language, or of the shop's first one where it speaks no such language."""
    spoken = settings()
    return wording(language if language in spoken.languages else spoken.default_language)
