"""What an evaluation leaves behind: tables, every mistake, and a plot of what confidence is worth."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bot.nlu.evaluation import Bin, Labelled, Report, Understood, is_right
from tracking.errors import ConfigurationError


def write_report(
    directory: Path,
    tables: str,
    measured: Report,
    wanted: Sequence[Labelled],
    understood: Sequence[Understood],
) -> None:
    """Write `report.txt`, `report.json`, `mistakes.jsonl` (with the messages) and `reliability.png`.

    Raises:
        ConfigurationError: the directory cannot be written to.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "report.txt").write_text(tables + "\n", "utf-8")
        (directory / "report.json").write_text(json.dumps(measured.as_dict(), indent=2) + "\n", "utf-8")
        mistakes = [
            {
                "text": want.text,
                "lang": want.language,
                "want": want.want,
                "understood": got.intent,
                "confidence": round(got.confidence, 3),
            }
            for want, got in zip(wanted, understood, strict=True)
            if not is_right(want, got)
        ]
        # The surest mistakes first: those are the ones that nobody asks back about.
        mistakes.sort(key=lambda each: -float(str(each["confidence"])))
        (directory / "mistakes.jsonl").write_text(
            "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in mistakes), "utf-8"
        )
        plot_reliability(measured.calibration, measured.calibration_error, directory / "reliability.png")
    except OSError as error:
        raise ConfigurationError(
            f"{directory}: cannot be written ({error.strerror}); name another one"
        ) from error


def plot_reliability(bins: Sequence[Bin], error: float, path: Path) -> None:
    """Confidence against the share of right answers; on the diagonal it means what it says."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 5), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], linestyle="--", linewidth=1, color="0.6")
    axes.plot([each.confidence for each in bins], [each.accuracy for each in bins], color="#1f4e79")
    biggest = max((each.count for each in bins), default=1)
    axes.scatter(
        [each.confidence for each in bins],
        [each.accuracy for each in bins],
        s=[20 + 180 * each.count / biggest for each in bins],
        color="#1f4e79",
    )
    axes.set(
        xlim=(0, 1), ylim=(0, 1.02), xlabel="confidence", ylabel="share of right answers", aspect="equal",
        title=f"expected calibration error {error:.1%}",
    )  # fmt: skip
    figure.savefig(path, dpi=120)
