"""How well messages are understood: labelled messages in, a report out."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tracking.errors import WismoError
from tracking.numbers import order_key

#: Asking for any of these gets the shopper an answer about the parcel.
ORDER_QUESTIONS = frozenset({"track_order", "ask_eta", "report_delay", "report_not_received"})
OUT_OF_SCOPE = "out_of_scope"
#: Confusions worth printing.
WORST = 15
#: Equal steps of confidence in which it is compared with how often it was right.
BINS = 10


class EvaluationFileError(WismoError):
    """A file of labelled messages cannot be read; the text names file and line."""


@dataclass(frozen=True)
class Labelled:
    """A message and what a fair judge wants understood."""

    text: str
    language: str
    want: str
    also_ok: frozenset[str]
    #: Pairs of entity type and value.
    entities: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Understood:
    """What the model made of a message, and how long that took."""

    intent: str
    entities: frozenset[tuple[str, str]]
    milliseconds: float
    #: 0 to 1.
    confidence: float = 0.0


@dataclass(frozen=True)
class Bin:
    """Messages understood with about the same confidence."""

    #: Mean confidence and share of right ones, 0 to 1.
    confidence: float
    accuracy: float
    count: int


@dataclass(frozen=True)
class Rate:
    """A share and what it is a share of."""

    right: int
    count: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.right / self.count if self.count else None


@dataclass(frozen=True)
class Report:
    """The figures of one evaluation."""

    accuracy: Rate
    by_want: dict[str, Rate]
    by_language: dict[str, Rate]
    #: Order questions understood as any of the four.
    order_questions_found: Rate
    #: Messages out of scope taken for an order question.
    false_order_answers: Rate
    #: By entity type: of the entities found, the right ones; of those wanted, the found ones.
    precision: dict[str, Rate]
    recall: dict[str, Rate]
    #: (wanted, understood) and how often, worst first.
    confusions: list[tuple[str, str, int]]
    p50_ms: float
    p99_ms: float
    #: Whether confidence means what it says: steps from unsure to sure, the empty ones left out …
    calibration: list[Bin]
    #: … and how far it is off on average (expected calibration error, 0 to 1).
    calibration_error: float

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "messages": self.accuracy.count,
            "accuracy": self.accuracy.value,
            "by_want": _table(self.by_want, "accuracy"),
            "by_language": _table(self.by_language, "accuracy"),
            "order_questions_found": self.order_questions_found.value,
            "false_order_answers": self.false_order_answers.value,
            "entities": {
                kind: {"precision": self.precision[kind].value, "recall": self.recall[kind].value}
                for kind in self.precision
            },
            "confusions": [
                {"want": want, "understood": got, "count": count} for want, got, count in self.confusions
            ],
            "calibration": {
                "error": round(self.calibration_error, 4),
                "bins": [
                    {
                        "confidence": round(each.confidence, 4),
                        "accuracy": round(each.accuracy, 4),
                        "count": each.count,
                    }
                    for each in self.calibration
                ],
            },
            "parse_ms": {"p50": round(self.p50_ms, 2), "p99": round(self.p99_ms, 2)},
        }


def _table(rates: dict[str, Rate], name: str) -> dict[str, dict[str, float | int | None]]:
    return {key: {name: rate.value, "count": rate.count} for key, rate in rates.items()}


def entity_pair(kind: str, value: str) -> tuple[str, str]:
    """An entity as it is compared: numbers without spaces, dashes and case, the rest without case."""
    numbered = kind in ("order_number", "tracking_number", "postcode")
    return kind, order_key(value) if numbered else value.strip().lower()


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """The messages of JSON-lines files.

    Raises:
        EvaluationFileError: a file or a line cannot be read, or there is no message at all.
    """
    found: list[Labelled] = []
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except OSError as error:
            raise EvaluationFileError(f"{path}: cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise EvaluationFileError(f"{path}: not UTF-8 at byte {error.start}") from error
        found += [_labelled(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise EvaluationFileError("no labelled messages in the files given")
    return found


def _labelled(path: Path, number: int, line: str) -> Labelled:
    try:
        row = json.loads(line)
        return Labelled(
            text=str(row["text"]),
            language=str(row.get("lang", "?")),
            want=str(row["want"]),
            also_ok=frozenset(map(str, row.get("also_ok", []))),
            entities=frozenset(entity_pair(item["type"], item["value"]) for item in row.get("entities", [])),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EvaluationFileError(
            f'{path}:{number}: wants {{"text", "lang", "want", "also_ok", "entities"}}'
        ) from error


def report(wanted: Sequence[Labelled], understood: Sequence[Understood]) -> Report:
    """Compare what was wanted with what was understood, one by one."""
    pairs = list(zip(wanted, understood, strict=True))
    right = [is_right(want, got) for want, got in pairs]
    by_want: dict[str, list[bool]] = defaultdict(list)
    by_language: dict[str, list[bool]] = defaultdict(list)
    for (want, _), good in zip(pairs, right, strict=True):
        by_want[want.want].append(good)
        by_language[want.language].append(good)
    wrong = Counter((want.want, got.intent) for want, got in pairs if not is_right(want, got))
    times = np.asarray([got.milliseconds for _, got in pairs])
    bins = _bins([got.confidence for got in understood], right)
    # Files label some types only; the others found there are neither right nor wrong.
    kinds = sorted({kind for want, _ in pairs for kind, _ in want.entities})
    return Report(
        accuracy=_rate(right),
        by_want={key: _rate(by_want[key]) for key in sorted(by_want)},
        by_language={key: _rate(by_language[key]) for key in sorted(by_language)},
        order_questions_found=_rate(
            got.intent in ORDER_QUESTIONS for want, got in pairs if want.want in ORDER_QUESTIONS
        ),
        false_order_answers=_rate(
            got.intent in ORDER_QUESTIONS for want, got in pairs if want.want == OUT_OF_SCOPE
        ),
        precision={kind: _rate(_kept(kind, ((g.entities, w.entities) for w, g in pairs))) for kind in kinds},
        recall={kind: _rate(_kept(kind, ((w.entities, g.entities) for w, g in pairs))) for kind in kinds},
        confusions=[(want, got, count) for (want, got), count in wrong.most_common(WORST)],
        p50_ms=float(np.percentile(times, 50)),
        p99_ms=float(np.percentile(times, 99)),
        calibration=bins,
        calibration_error=sum(each.count * abs(each.confidence - each.accuracy) for each in bins)
        / len(pairs),
    )


def is_right(want: Labelled, got: Understood) -> bool:
    """Whether a fair judge would accept what was understood."""
    return got.intent == want.want or got.intent in want.also_ok


def _bins(confidences: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    values, goods = np.asarray(confidences), np.asarray(right)
    steps = np.minimum((values * BINS).astype(int), BINS - 1)
    return [
        Bin(float(values[here].mean()), float(goods[here].mean()), int(here.sum()))
        for here in (steps == step for step in range(BINS))
        if here.any()
    ]


def _rate(goods: Iterable[bool]) -> Rate:
    outcomes = list(goods)
    return Rate(sum(outcomes), len(outcomes))


def _kept(
    kind: str, pairs: Iterable[tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]]
) -> Iterable[bool]:
    """For each entity of a kind on the left, whether it is on the right too."""
    for left, right in pairs:
        for entity in left:
            if entity[0] == kind:
                yield entity in right
