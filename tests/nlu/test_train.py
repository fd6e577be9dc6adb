"""`wismo train` on a shop of three intents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.commands.nlu import TrainingError, train_model
from bot.nlu.trained import TrainedNlu
from tests.nlu.corpus import ROOT

INTENTS = {
    "track_order": ["where is it", "track it", "find it", "status please", "did it ship", "any news"],
    "cancel_order": ["cancel it", "stop it now", "undo that", "do not send", "drop it", "revoke that"],
    "out_of_scope": ["sing a song", "tell a joke", "play jazz", "weather?", "cook rice", "dance"],
}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty directory with our config and a domain, and no sentence yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RASA_CACHE_DIRECTORY", str(tmp_path / "cache"))
    shutil.copy(ROOT / "config.yml", tmp_path)
    intents = "".join(f"  - {intent}\n" for intent in INTENTS)
    (tmp_path / "domain.yml").write_text(f'version: "3.1"\nintents:\n{intents}')
    return tmp_path


def _write(shop: Path, *intents: str) -> None:
    directory = shop / "data" / "nlu" / "en"
    directory.mkdir(parents=True, exist_ok=True)
    for intent in intents:
        examples = "".join(f"      - {text}\n" for text in INTENTS[intent])
        (directory / f"{intent}.yml").write_text(
            f'version: "3.1"\nnlu:\n  - intent: {intent}\n    examples: |\n{examples}'
        )


def test_the_new_model_replaces_the_old_ones(shop: Path) -> None:
    _write(shop, *INTENTS)
    models = shop / "models"
    models.mkdir()
    (models / "older.tar.gz").touch()
    made = train_model(models)
    assert list(models.glob("*")) == [made]
    assert TrainedNlu(made).parse("cancel it")["intent"]["name"] == "cancel_order"


def test_broken_data_is_named(shop: Path) -> None:
    _write(shop, *INTENTS)
    (shop / "data" / "nlu" / "en" / "broken.yml").write_text("nlu:\n  - intent: [x\n")
    with pytest.raises(TrainingError, match=r"broken\.yml"):
        train_model(shop / "models")


def test_too_few_intents_are_said(shop: Path) -> None:
    _write(shop, "track_order", "cancel_order")
    with pytest.raises(TrainingError, match="at least three intents"):
        train_model(shop / "models")


def test_no_data_is_said(shop: Path) -> None:
    with pytest.raises(TrainingError, match="training failed"):
        train_model(shop / "models")


def test_a_failed_training_keeps_the_model_that_was(shop: Path) -> None:
    _write(shop, "track_order")
    older = shop / "models" / "older.tar.gz"
    older.parent.mkdir()
    older.touch()
    with pytest.raises(TrainingError):
        train_model(older.parent)
    assert older.exists()
