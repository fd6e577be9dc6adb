"""A trained intent model as one file of plain arrays: quick to load, and nothing in it can run."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.nlu.classifier import Calibration, IntentModel, Linear, Network, NgramFeatures, Weights

NAME = "intents.npz"
#: No n-gram holds one: masked texts are one line.
_SEPARATOR = "\n"


def write_model(model: IntentModel, directory: Path) -> None:
    """Keep a model in a directory."""
    words, parts = Weights.of(model.ngrams.words), Weights.of(model.ngrams.parts)
    np.savez_compressed(
        directory / NAME,
        intents=_joined(model.intents),
        words=_joined(words.ngrams),
        word_weights=words.weights,
        parts=_joined(parts.ngrams),
        part_weights=parts.weights,
        first_coefficients=model.first.coefficients,
        first_intercepts=model.first.intercepts,
        hidden_coefficients=model.second.hidden.coefficients,
        hidden_intercepts=model.second.hidden.intercepts,
        out_coefficients=model.second.out.coefficients,
        out_intercepts=model.second.out.intercepts,
        mean=model.mean,
        deviation=model.deviation,
        **dataclasses.asdict(model.calibration),
    )


def read_model(directory: Path) -> IntentModel:
    """The model that `write_model` kept.

    Raises:
        OSError, KeyError, ValueError, BadZipFile: there is none, or not a whole one.
    """
    with np.load(directory / NAME, allow_pickle=False) as stored:
        return IntentModel(
            intents=tuple(_split(stored["intents"])),
            ngrams=NgramFeatures.of(
                Weights(_split(stored["words"]), stored["word_weights"]),
                Weights(_split(stored["parts"]), stored["part_weights"]),
            ),
            first=Linear(stored["first_coefficients"], stored["first_intercepts"]),
            second=Network(
                Linear(stored["hidden_coefficients"], stored["hidden_intercepts"]),
                Linear(stored["out_coefficients"], stored["out_intercepts"]),
            ),
            mean=stored["mean"],
            deviation=stored["deviation"],
            calibration=Calibration(
                **{field.name: float(stored[field.name]) for field in dataclasses.fields(Calibration)}
            ),
        )


def _joined(texts: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer(_SEPARATOR.join(texts).encode(), dtype=np.uint8)


def _split(joined: NDArray[np.uint8]) -> list[str]:
    return joined.tobytes().decode().split(_SEPARATOR)
