"""`wismo train` and `wismo evaluate nlu`."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracking.errors import ConfigurationError

if TYPE_CHECKING:
    from bot.nlu.evaluation import Rate, Report

#: Where `rasa run` looks for a model.
MODELS = Path("models")
#: What the model is trained from.
TRAINING_FILES = (Path("data/nlu"), Path("data/rules.yml"), Path("data/stories.yml"))


class TrainingError(ConfigurationError):
    """The training data or the configuration is not valid; the text is Rasa's."""


def train(
    output: Annotated[Path, typer.Option(help="Directory of the model.")] = MODELS,
    force: Annotated[bool, typer.Option(help="Train from nothing, past the cache.")] = False,
) -> None:
    """Train the language model and the dialogue from config.yml, domain.yml and data/."""
    started = time.monotonic()
    model = train_model(output, force=force)
    typer.echo(f"Trained {model} in {time.monotonic() - started:.0f} s.")


def train_model(output: Path, *, force: bool = False, name: str | None = None) -> Path:
    """Train and return the model file; older models in `output` are deleted.

    Raises:
        TrainingError: data or configuration are not valid.
    """
    files = [str(path) for path in TRAINING_FILES if path.exists()]
    output.mkdir(parents=True, exist_ok=True)
    with _quiet() as said:
        from rasa.engine.exceptions import GraphComponentException
        from rasa.model_training import train as rasa_train
        from rasa.shared.exceptions import RasaException

        try:
            result = rasa_train(
                domain="domain.yml",
                config="config.yml",
                training_files=files,
                output=str(output),
                force_training=force,
                fixed_model_name=name,
            )
        except (RasaException, GraphComponentException, ValueError) as error:
            raise TrainingError(f"training failed: {_root(error)}") from error
        except SystemExit as stop:  # how Rasa ends on some invalid data, after printing why
            raise TrainingError(f"training failed: {said.getvalue().strip()}") from stop
    if result.code != 0 or not result.model:
        raise TrainingError(f"training failed: {said.getvalue().strip() or 'there is no training data'}")
    made = Path(result.model)
    for older in output.glob("*.tar.gz"):
        if older != made:
            older.unlink()
    return made


def _root(error: BaseException) -> str:
    """The first cause of an error: Rasa wraps what a component says into what its node is called."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error)


def evaluate(
    files: Annotated[
        list[Path], typer.Argument(help='JSON lines {"text","lang","want","also_ok","entities"}.')
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    model: Annotated[Path | None, typer.Option(help="The model to measure; the newest if not given.")] = None,
    directory: Annotated[
        Path | None,
        typer.Option(
            "--report", help="Write tables, every mistake and a reliability plot into this directory."
        ),
    ] = None,
) -> None:
    """Measure how well labelled messages are understood."""
    with _quiet():
        from bot.nlu.evaluation import read_labelled, report
        from bot.nlu.report import write_report
        from bot.nlu.trained import TrainedNlu, newest_model

        wanted = read_labelled(files)
        nlu = TrainedNlu(model or newest_model(MODELS))
        understood = [nlu.understand(message.text) for message in wanted]
        measured = report(wanted, understood)
        if directory:
            write_report(directory, "\n".join(_lines(measured)), measured, wanted, understood)
    typer.echo(json.dumps(measured.as_dict(), indent=2) if as_json else "\n".join(_lines(measured)))


def _lines(measured: Report) -> Iterator[str]:
    yield f"{measured.accuracy.count} messages, accuracy {_percent(measured.accuracy)}"
    yield f"order questions found {_percent(measured.order_questions_found)}"
    yield f"false order answers on out of scope {_percent(measured.false_order_answers)}"
    for kind, precision in measured.precision.items():
        yield f"{kind}: precision {_percent(precision)}, recall {_percent(measured.recall[kind])}"
    yield f"calibration error {measured.calibration_error:.1%}"
    yield f"parse p50 {measured.p50_ms:.1f} ms, p99 {measured.p99_ms:.1f} ms"
    yield from ("", "by want")
    yield from (f"  {want:<22}{_percent(rate):>7} of {rate.count}" for want, rate in measured.by_want.items())
    yield from ("", "by language")
    yield from (
        f"  {code:<22}{_percent(rate):>7} of {rate.count}" for code, rate in measured.by_language.items()
    )
    if measured.confusions:
        yield from ("", "worst confusions (wanted, understood as)")
    yield from (f"  {want:<22}{got:<22}{count:>4}" for want, got, count in measured.confusions)


def _percent(rate: Rate) -> str:
    return "–" if rate.value is None else f"{rate.value:.1%}"


@contextlib.contextmanager
def _quiet() -> Iterator[io.StringIO]:
    """Keep what Rasa and its libraries print and log from the terminal; yields what they printed."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    logging.getLogger("rasa").setLevel(logging.ERROR)
    said = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        warnings.simplefilter("ignore")
        yield said
