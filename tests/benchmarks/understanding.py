"""How well and how quickly messages are understood: our pipeline, plain TF-IDF, and Rasa's default pipeline.

All three learn from the sentences in `data/nlu` and are asked about those held out in `tests/nlu`.

    python -m tests.benchmarks.understanding [--epochs 20] [FILE.jsonl…]

Files of labelled messages, as `wismo evaluate nlu` reads them, are asked about too. The default pipeline's
100 epochs over our data take hours; `--epochs 0` leaves it out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from bot.nlu.evaluation import Understood, read_labelled, report
from tests.assistant import ROOT, environment
from tests.benchmarks import baseline
from tests.benchmarks.report import table
from tests.nlu.corpus import held_out, training


@dataclass
class Measured:
    """What one of them took and got right."""

    train_seconds: float
    #: By the name of each set of messages.
    accuracy: dict[str, float]
    parse_p50_ms: float
    #: What the process grew by when it loaded the model and read messages; None where that means nothing.
    megabytes: float | None = None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="more labelled messages")
    parser.add_argument("--epochs", type=int, default=20, help="of the default pipeline's training")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wismo-bench-") as folder:
        sets = {**_held_out(Path(folder)), **{path.stem: path for path in options.files}}
        measured = {"ours": _rasa(Path(folder) / "ours", sets), "TF-IDF": _tfidf(sets)}
        if options.epochs:
            measured["default"] = _rasa(Path(folder) / "default", sets, options.epochs)
    print(_report(measured, list(sets), options.epochs))


def _held_out(folder: Path) -> dict[str, Path]:
    """The held-out sentences of each language as a file of labelled messages."""
    by_language: dict[str, list[str]] = {}
    for one in held_out():
        row = {"text": one.text, "lang": one.language, "want": one.intent, "also_ok": []}
        if one.intent == "out_of_scope":
            row["also_ok"] = ["nlu_fallback"]
        by_language.setdefault(f"held out, {one.language}", []).append(json.dumps(row))
    files = {}
    for name, lines in by_language.items():
        files[name] = folder / f"{name}.jsonl"
        files[name].write_text("\n".join(lines), "utf-8")
    return files


def _rasa(project: Path, sets: dict[str, Path], epochs: int = 0) -> Measured:
    """Our pipeline, or Rasa's default one where `epochs` are given, without its policies."""
    baseline.write(ROOT, project)
    (project / "config.yml").write_text(_configuration(project, epochs), "utf-8")
    env = {**environment(project / "var"), "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    _run([sys.executable, "-m", "bot.cli", "train", "--force"], env, project)
    train_seconds = time.perf_counter() - began
    files = [str(path.absolute()) for path in sets.values()]
    said = _run([sys.executable, "-m", "tests.benchmarks.parse_files", *files], env, project)
    found = json.loads(said.splitlines()[-1])
    accuracy = dict(zip(sets, found["accuracy"], strict=True))
    return Measured(train_seconds, accuracy, found["p50_ms"], found["megabytes"])


def _configuration(project: Path, epochs: int) -> str:
    if not epochs:
        return (ROOT / "config.yml").read_text("utf-8")
    config: dict[str, Any] = yaml.safe_load((project / "config.yml").read_text("utf-8"))
    kept = [part for part in config["pipeline"] if part["name"] != "ResponseSelector"]
    config["pipeline"] = [{**part, "epochs": epochs} if "epochs" in part else part for part in kept]
    config["policies"] = [{"name": "RulePolicy"}]
    return yaml.safe_dump(config, sort_keys=False)


def _tfidf(sets: dict[str, Path]) -> Measured:
    """Words and parts of words into one regression: what anyone would try first."""
    sentences = training()
    began = time.perf_counter()
    model = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
        LogisticRegression(C=20, solver="liblinear", class_weight="balanced"),
    ).fit([one.text.lower() for one in sentences], [one.intent for one in sentences])
    train_seconds = time.perf_counter() - began
    times: list[float] = []

    def understand(text: str) -> Understood:
        began = time.perf_counter()
        intent = str(model.predict([text.lower()])[0])
        times.append(1000 * (time.perf_counter() - began))
        return Understood(intent, frozenset(), times[-1])

    accuracy = {name: share_right(path, understand) for name, path in sets.items()}
    return Measured(train_seconds, accuracy, sorted(times)[len(times) // 2])


def share_right(path: Path, understand: Callable[[str], Understood]) -> float:
    """The share of a file's messages that are understood as a fair judge would."""
    wanted = read_labelled([path])
    rate = report(wanted, [understand(message.text) for message in wanted]).accuracy
    return rate.right / rate.count


def _run(command: list[str], env: dict[str, str], folder: Path) -> str:
    done = subprocess.run(command, env=env, cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _report(measured: dict[str, Measured], sets: Iterable[str], epochs: int) -> str:
    rows = [("training, from nothing", *(f"{each.train_seconds:.0f} s" for each in measured.values()))]
    rows += [(name, *(f"{each.accuracy[name]:.1%}" for each in measured.values())) for name in sets]
    rows.append(("parse p50", *(f"{each.parse_p50_ms:.1f} ms" for each in measured.values())))
    grown = (f"{each.megabytes:.0f} MB" if each.megabytes else "–" for each in measured.values())
    rows.append(("memory of the language model", *grown))
    title = f"default pipeline trained for {epochs} epochs\n\n" if epochs else ""
    return title + table(("", *measured), rows)


if __name__ == "__main__":
    main()
