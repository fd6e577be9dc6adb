"""The mathematics of intents: a cheap regression over n-grams, a network over sentence vectors for doubts.

The first stage sees words and parts of words (TF-IDF) and costs about a millisecond. Where it is sure, its
answer stands. Where it is not, the second stage's scores, from the encoder's vector, are added to its own.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

Vector = NDArray[np.float32]
Scores = NDArray[np.float64]
Targets = NDArray[np.int64]

#: Temperatures tried when calibrating; below 1 sharpens, above 1 softens.
TEMPERATURES = np.geomspace(0.2, 5.0, 61)
#: Weights of the first stage's scores tried beside the second's.
FIRST_WEIGHTS = np.linspace(0.0, 3.0, 13)
#: A word, or a mark or digit alone.
WORD = r"[^\W\d_]+|[?!]|\d"
#: A confidence that no answer reaches.
NEVER = 2.0


@dataclass(frozen=True)
class Settings:
    """What `config.yml` may set."""

    #: The first stage answers alone where, in cross-validation, answers so confident agreed at this rate with
    #: those of both stages.
    sure_agreement: float = 0.99
    #: Inverse regularisation of the first stage.
    first_c: float = 20.0
    #: Neurons of the second stage's one hidden layer, its L2 penalty, and how often it sees each sentence.
    second_width: int = 256
    second_penalty: float = 1.0
    second_epochs: int = 10
    #: Sentences an intent that the second stage learns from, and how many of the rest: one in so many.
    encoded: int = 260
    encoded_of_rest: int = 3
    folds: int = 3
    seed: int = 7


@dataclass(frozen=True)
class Calibration:
    """Numbers that cross-validation chose."""

    #: Confidence from which the first stage answers alone.
    sure: float
    #: Weight of the first stage's scores in the second's answer.
    first_weight: float
    first_temperature: float
    both_temperature: float


@dataclass(frozen=True)
class Linear:
    """What is left of a fitted regression: coefficients (features, intents) and intercepts (intents,)."""

    coefficients: NDArray[np.float32]
    intercepts: NDArray[np.float32]

    @classmethod
    def of(cls, regression: LogisticRegression) -> Linear:
        """The linear part of a fitted regression."""
        return cls(regression.coef_.T.astype(np.float32), regression.intercept_.astype(np.float32))

    def __call__(self, features: csr_matrix | Vector) -> Scores:
        """Scores of shape (rows, intents)."""
        return np.asarray(features @ self.coefficients + self.intercepts, dtype=np.float64)


@dataclass(frozen=True)
class Network:
    """What is left of a fitted network: a hidden layer (features, width) of rectifiers, and scores on top."""

    hidden: Linear
    out: Linear

    @classmethod
    def of(cls, network: MLPClassifier) -> Network:
        """The weights of a fitted network with one hidden layer."""
        layers = zip(network.coefs_, network.intercepts_, strict=True)
        return cls(*(Linear(w.astype(np.float32), b.astype(np.float32)) for w, b in layers))

    def __call__(self, features: Vector) -> Scores:
        """Scores of shape (rows, intents); their softmax is the network's probabilities."""
        return self.out(np.maximum(self.hidden(features), 0.0).astype(np.float32))


@dataclass(frozen=True)
class IntentModel:
    """A trained classifier of masked texts."""

    intents: tuple[str, ...]
    ngrams: NgramFeatures
    first: Linear
    second: Network
    #: The vectors' mean and standard deviation in training, shape (d,).
    mean: Vector
    deviation: Vector
    calibration: Calibration

    def needs_encoder(self, text: str) -> bool:
        """Whether `classify` will ask for the text's vector."""
        return self._is_unsure(self._first_scores(text))

    def classify(self, text: str, encode: Callable[[str], Vector]) -> Scores:
        """The probability of each intent, shape (intents,)."""
        scores = self._first_scores(text)
        if not self._is_unsure(scores):
            return softmax(scores / self.calibration.first_temperature)
        vector = (encode(text) - self.mean) / self.deviation
        both = self.calibration.first_weight * scores + self.second(vector[np.newaxis])[0]
        return softmax(both / self.calibration.both_temperature)

    def first_guess(self, text: str) -> tuple[str, float]:
        """The likeliest intent by n-grams alone, and the confidence in it (0 to 1)."""
        probabilities = softmax(self._first_scores(text) / self.calibration.first_temperature)
        best = int(probabilities.argmax())
        return self.intents[best], float(probabilities[best])

    def _first_scores(self, text: str) -> Scores:
        scores: Scores = self.first(self.ngrams([text]))[0]
        return scores

    def _is_unsure(self, scores: Scores) -> bool:
        confidence = softmax(scores / self.calibration.first_temperature).max()
        return bool(confidence < self.calibration.sure)


def train(
    texts: Sequence[str],
    labels: Sequence[str],
    encode_all: Callable[[Sequence[str]], Vector],
    settings: Settings,
) -> IntentModel:
    """Fit both stages on masked texts and their intents.

    The first stage learns from all of them; the second, whose encoding costs most of a training's time, from
    a share spread evenly over each intent. Deterministic for the same input and settings.

    Args:
        texts: masked sentences.
        labels: the intent of each.
        encode_all: unit vectors, shape (texts, d), of masked texts.
        settings: see there.

    Raises:
        ValueError: fewer than three intents, or one with fewer sentences than there are folds.
    """
    intents, targets = np.unique(np.asarray(labels), return_inverse=True)
    if len(intents) < 3:
        raise ValueError("at least three intents are needed")
    counts = np.bincount(targets)
    if counts.min() < settings.folds:
        raise ValueError(f"intent {intents[counts.argmin()]} has fewer than {settings.folds} sentences")
    ngrams = NgramFeatures.fit(texts)
    words = ngrams(texts)
    rows = encoded_rows(targets, settings)
    first, second = _stages(settings)
    # The matrices are small: a second BLAS thread gains nothing, and on busy cores each waits for the other.
    with threadpool_limits(1), ThreadPoolExecutor(max_workers=1) as beside:
        first_held_out = beside.submit(held_out_scores, _fit_first(first), words, targets, settings)
        vectors = encode_all([texts[row] for row in rows])
        mean = vectors.mean(axis=0)
        deviation = np.maximum(vectors.std(axis=0), 1e-6)
        dense = (vectors - mean) / deviation
        second_held_out = held_out_scores(_fit_second(second), dense, targets[rows], settings)
        calibration = calibrate(
            first_held_out.result()[rows], second_held_out, targets[rows], settings.sure_agreement
        )
        return IntentModel(
            intents=tuple(map(str, intents)),
            ngrams=ngrams,
            first=_fit_first(first)(words, targets),
            second=_fit_second(second)(dense, targets[rows]),
            mean=mean,
            deviation=deviation,
            calibration=calibration,
        )


def encoded_rows(targets: Targets, settings: Settings) -> Targets:
    """The sentences that the second stage learns from, in order: so many of each intent, evenly spread."""
    kept = []
    for target in range(int(targets.max()) + 1):
        rows = np.flatnonzero(targets == target)
        wanted = min(len(rows), settings.encoded)
        wanted += max(0, len(rows) - settings.encoded) // settings.encoded_of_rest
        kept.append(rows[np.linspace(0, len(rows) - 1, wanted).round().astype(int)])
    return np.sort(np.concatenate(kept))


@dataclass(frozen=True)
class NgramFeatures:
    """Words, pairs of words and parts of words, without accents."""

    words: TfidfVectorizer
    parts: TfidfVectorizer

    @classmethod
    def fit(cls, texts: Sequence[str]) -> NgramFeatures:
        """Learn the n-grams of training sentences and their weights."""
        return cls(_word_vectorizer().fit(texts), _part_vectorizer().fit(texts))

    @classmethod
    def of(cls, words: Weights, parts: Weights) -> NgramFeatures:
        """The features that were learnt earlier."""
        return cls(words.into(_word_vectorizer()), parts.into(_part_vectorizer()))

    def __call__(self, texts: Sequence[str]) -> csr_matrix:
        """The features of texts, shape (texts, n-grams)."""
        return hstack([self.words.transform(texts), self.parts.transform(texts)], format="csr")


@dataclass(frozen=True)
class Weights:
    """What a vectorizer learnt: n-grams in the order of their columns, and each one's weight."""

    ngrams: Sequence[str]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, vectorizer: TfidfVectorizer) -> Weights:
        """Take the weights out of a fitted vectorizer."""
        vocabulary: dict[str, int] = vectorizer.vocabulary_
        return cls(sorted(vocabulary, key=vocabulary.__getitem__), vectorizer.idf_)

    def into(self, vectorizer: TfidfVectorizer) -> TfidfVectorizer:
        """Give the weights to an unfitted vectorizer, and return it."""
        vectorizer.set_params(vocabulary={ngram: column for column, ngram in enumerate(self.ngrams)})
        vectorizer.idf_ = self.weights
        return vectorizer


def _word_vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(
        ngram_range=(1, 2), sublinear_tf=True, strip_accents="unicode", token_pattern=WORD, dtype=np.float32
    )


def _part_vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 5),
        min_df=2,
        sublinear_tf=True,
        strip_accents="unicode",
        dtype=np.float32,
    )


def softmax(scores: Scores) -> Scores:
    """Probabilities along the last axis."""
    weights: Scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights


def calibrate(first: Scores, second: Scores, targets: Targets, sure_agreement: float) -> Calibration:
    """Choose what loses the least log-likelihood on held-out scores, each of shape (sentences, intents)."""
    first_temperature, _ = _temperature(first, targets)
    fits = [(*_temperature(weight * first + second, targets), weight) for weight in FIRST_WEIGHTS]
    both_temperature, _, first_weight = min(fits, key=lambda fit: fit[1])
    both = first_weight * first + second
    return Calibration(
        sure=sure_from(softmax(first / first_temperature), both.argmax(axis=1), sure_agreement),
        first_weight=float(first_weight),
        first_temperature=first_temperature,
        both_temperature=both_temperature,
    )


def _temperature(scores: Scores, targets: Targets) -> tuple[float, float]:
    """The best temperature and the mean negative log-likelihood under it."""
    rows = np.arange(len(targets))
    losses = [-np.log(softmax(scores / t)[rows, targets] + 1e-12).mean() for t in TEMPERATURES]
    best = int(np.argmin(losses))
    return float(TEMPERATURES[best]), float(losses[best])


def sure_from(probabilities: Scores, answers: Targets, agreement: float) -> float:
    """The lowest confidence from which the likeliest intent is the one in `answers` at the rate given."""
    confidences = probabilities.max(axis=1)
    order = np.argsort(-confidences, kind="stable")
    right = (probabilities.argmax(axis=1) == answers)[order]
    rates = np.cumsum(right) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(rates >= agreement)
    return float(confidences[order][enough[-1]]) if len(enough) else NEVER


def held_out_scores(
    fit: Callable[[csr_matrix | Vector, Targets], Callable[[csr_matrix | Vector], Scores]],
    features: csr_matrix | Vector,
    targets: Targets,
    settings: Settings,
) -> Scores:
    """The scores of each sentence under a fit that has not seen it, shape (sentences, intents)."""
    scores = np.zeros((len(targets), int(targets.max()) + 1))
    folds = StratifiedKFold(settings.folds, shuffle=True, random_state=settings.seed)
    for kept, held_out in folds.split(targets, targets):
        scores[held_out] = fit(features[kept], targets[kept])(features[held_out])
    return scores


def _fit_first(regression: LogisticRegression) -> Callable[[csr_matrix, Targets], Linear]:
    return lambda features, targets: Linear.of(regression.fit(features, targets))


def _fit_second(network: MLPClassifier) -> Callable[[Vector, Targets], Network]:
    def fit(features: Vector, targets: Targets) -> Network:
        with warnings.catch_warnings():
            # It is stopped early on purpose: that, and the penalty, keep it from learning sentences by heart.
            warnings.simplefilter("ignore", ConvergenceWarning)
            return Network.of(network.fit(features, targets))

    return fit


def _stages(settings: Settings) -> tuple[LogisticRegression, MLPClassifier]:
    """The two stages, unfitted.

    One-against-rest is as good on the n-grams as a multinomial fit, in a fiftieth of the time. A network of
    one hidden layer beats a regression on the vectors by one to two points, in a fifth of the time.
    """
    first = LogisticRegression(
        C=settings.first_c, solver="liblinear", class_weight="balanced", random_state=settings.seed
    )
    second = MLPClassifier(
        hidden_layer_sizes=(settings.second_width,),
        alpha=settings.second_penalty,
        max_iter=settings.second_epochs,
        batch_size=256,
        random_state=settings.seed,
    )
    return first, second
