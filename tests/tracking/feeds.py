"""Feeds that a shop describes: the description is one of this process, as in a real one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tracking.settings import settings


@contextmanager
def described(path: Path | None) -> Iterator[None]:
    """As if the process had been started with this description of its feed."""
    with pytest.MonkeyPatch.context() as environment:
        if path is None:
            environment.delenv("WISMO_FEED_MAPPING", raising=False)
        else:
            environment.setenv("WISMO_FEED_MAPPING", str(path))
        settings.cache_clear()
        try:
            yield
        finally:
            settings.cache_clear()


def description_of(payload: Path) -> Path | None:
    """The description that lies beside a recorded payload of a feed."""
    path = payload.with_suffix(".yml")
    return path if path.exists() else None
