"""One trained model for all tests of understanding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.nlu import MODELS, train_model
from bot.nlu.trained import TrainedNlu, newest_model
from tests.nlu.corpus import ROOT
from tracking.errors import ConfigurationError


def _inputs() -> Iterator[Path]:
    yield from (ROOT / "config.yml", ROOT / "domain.yml")
    yield from (ROOT / "data" / "nlu").rglob("*.yml")
    yield from (ROOT / "bot" / "nlu").rglob("*.py")


def _fresh_model() -> Path | None:
    """The model that `make train` made, if nothing it depends on has changed since."""
    try:
        model = newest_model(ROOT / MODELS)
    except ConfigurationError:
        return None
    made = model.stat().st_mtime
    return model if all(path.stat().st_mtime < made for path in _inputs()) else None


@pytest.fixture(scope="session")
def nlu(tmp_path_factory: pytest.TempPathFactory) -> TrainedNlu:
    """The trained NLU; training takes a minute or two where `make train` has not just done it."""
    return TrainedNlu(_fresh_model() or train_model(tmp_path_factory.mktemp("models")))
