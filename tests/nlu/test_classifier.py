"""The mathematics of intents, on a small corpus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import pytest

from bot.nlu import classifier, model_file
from bot.nlu.classifier import (
    NEVER,
    IntentModel,
    Settings,
    calibrate,
    encoded_rows,
    softmax,
    sure_from,
    train,
)
from bot.nlu.encoder import Encoder

ASKING = ["where is {}", "track {}", "status of {}", "find {}", "any news on {}", "did {} ship"]
CANCELLING = ["cancel {}", "please cancel {}", "stop {}", "do not send {}", "undo {}", "drop {} now"]
PLAYING = ["play {}", "a joke about {}", "sing {}", "weather in {}", "recipe for {}", "who is {}"]
THINGS = ["my order", "the parcel", "my shoes"]
SETTINGS = Settings(folds=3)


def _corpus() -> tuple[list[str], list[str]]:
    kinds = {"track_order": ASKING, "cancel_order": CANCELLING, "out_of_scope": PLAYING}
    rows = [(kind, form.format(thing)) for kind, forms in kinds.items() for form in forms for thing in THINGS]
    return [text for _, text in rows], [kind for kind, _ in rows]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def model(encoder: Encoder) -> IntentModel:
    texts, labels = _corpus()
    return train(texts, labels, encoder.encode_all, SETTINGS)


def test_probabilities_of_all_intents(model: IntentModel, encoder: Encoder) -> None:
    probabilities = model.classify("where is the lamp", encoder.encode)
    assert model.intents == ("cancel_order", "out_of_scope", "track_order")
    assert probabilities.sum() == pytest.approx(1)
    assert model.intents[probabilities.argmax()] == "track_order"


def test_the_encoder_understands_words_never_trained(model: IntentModel, encoder: Encoder) -> None:
    probabilities = model.classify("annulez tout", encoder.encode)
    assert model.intents[probabilities.argmax()] == "cancel_order"


def test_a_sure_first_stage_answers_without_the_encoder(model: IntentModel) -> None:
    def refuse(text: str) -> classifier.Vector:
        raise AssertionError(f"encoded {text}")

    certain = replace(model, calibration=replace(model.calibration, sure=0.0))
    assert not certain.needs_encoder("cancel my order")
    assert certain.intents[certain.classify("cancel my order", refuse).argmax()] == "cancel_order"


def test_an_unsure_first_stage_asks_the_encoder(model: IntentModel, encoder: Encoder) -> None:
    asked: list[str] = []

    def spy(text: str) -> classifier.Vector:
        asked.append(text)
        return encoder.encode(text)

    doubtful = replace(model, calibration=replace(model.calibration, sure=NEVER))
    assert doubtful.needs_encoder("cancel my order")
    doubtful.classify("cancel my order", spy)
    assert asked == ["cancel my order"]


def test_a_text_of_unknown_words_is_classified_too(model: IntentModel, encoder: Encoder) -> None:
    assert np.isfinite(model.classify("…", encoder.encode)).all()


def test_training_twice_gives_the_same(model: IntentModel, encoder: Encoder) -> None:
    texts, labels = _corpus()
    again = train(texts, labels, encoder.encode_all, SETTINGS)
    assert again.calibration == model.calibration
    for text in ("where is it", "annulez", "🍕"):
        np.testing.assert_allclose(
            again.classify(text, encoder.encode), model.classify(text, encoder.encode), atol=1e-6
        )


def test_a_model_file_keeps_everything(model: IntentModel, encoder: Encoder, tmp_path: Path) -> None:
    model_file.write_model(model, tmp_path)
    read = model_file.read_model(tmp_path)
    assert read.intents == model.intents
    assert read.calibration == model.calibration
    for text in ("where is my order", "annulez tout", "zzz"):
        np.testing.assert_allclose(
            read.classify(text, encoder.encode), model.classify(text, encoder.encode), atol=1e-6
        )


def test_a_model_file_cut_short_is_refused(model: IntentModel, tmp_path: Path) -> None:
    model_file.write_model(model, tmp_path)
    file = tmp_path / model_file.NAME
    file.write_bytes(file.read_bytes()[:1000])
    with pytest.raises(BadZipFile):
        model_file.read_model(tmp_path)


def test_too_few_intents_or_sentences_are_refused(encoder: Encoder) -> None:
    with pytest.raises(ValueError, match="three intents"):
        train(["a", "b", "c"], ["x", "y", "x"], encoder.encode_all, SETTINGS)
    with pytest.raises(ValueError, match="intent x has fewer than 3"):
        train(["a", "b", "c"], ["x", "y", "z"], encoder.encode_all, SETTINGS)


def test_the_second_stage_learns_from_a_share_spread_over_each_intent() -> None:
    targets = np.array([0] * 10 + [1] * 100)
    rows = encoded_rows(targets, Settings(encoded=20, encoded_of_rest=4))
    assert (rows[:10] == np.arange(10)).all()
    assert len(rows) == 10 + 20 + 20
    of_the_large = rows[rows >= 10]
    assert (of_the_large[0], of_the_large[-1]) == (10, 109)
    assert np.diff(of_the_large).max() <= 3
    assert len(set(rows)) == len(rows)


def test_softmax_of_large_scores_does_not_overflow() -> None:
    np.testing.assert_allclose(softmax(np.array([[1000.0, 0.0], [0.0, 0.0]])), [[1, 0], [0.5, 0.5]])


def test_sure_is_the_lowest_confidence_that_agrees_often_enough() -> None:
    probabilities = np.array([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.6, 0.4]])
    answers = np.array([0, 0, 1, 0])
    assert sure_from(probabilities, answers, 1.0) == 0.8
    assert sure_from(probabilities, answers, 0.75) == 0.6
    assert sure_from(probabilities, 1 - answers * 0, 1.0) == NEVER


def test_calibration_softens_scores_that_are_too_sure() -> None:
    generator = np.random.default_rng(5)
    targets = generator.integers(0, 3, 400)
    scores = generator.normal(0, 1, (400, 3))
    scores[np.arange(400), targets] += 1.5
    right = calibrate(scores, scores, targets, 0.99)
    boastful = calibrate(scores * 4, scores * 4, targets, 0.99)
    assert boastful.first_temperature == pytest.approx(right.first_temperature * 4, rel=0.15)
