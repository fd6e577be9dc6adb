"""The report of `wismo evaluate nlu`, and its reading of files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.commands import nlu as commands
from bot.nlu.evaluation import EvaluationFileError, Labelled, Understood, entity_pair, read_labelled, report
from bot.nlu.report import write_report
from bot.nlu.trained import newest_model
from tracking.errors import ConfigurationError


def _labelled(want: str, *also: str, language: str = "en", entities: tuple[str, ...] = ()) -> Labelled:
    pairs = frozenset(entity_pair("order_number", value) for value in entities)
    return Labelled("text", language, want, frozenset(also), pairs)


def _understood(intent: str, *numbers: str, ms: float = 1.0) -> Understood:
    return Understood(intent, frozenset(entity_pair("order_number", number) for number in numbers), ms)


def test_what_is_also_ok_counts_as_right() -> None:
    made = report(
        [_labelled("track_order"), _labelled("track_order", "ask_eta"), _labelled("greet", language="fr")],
        [_understood("track_order"), _understood("ask_eta"), _understood("goodbye")],
    )
    assert (made.accuracy.right, made.accuracy.count) == (2, 3)
    assert made.by_want["track_order"].value == 1
    assert made.by_language["fr"].value == 0
    assert made.confusions == [("greet", "goodbye", 1)]


def test_order_questions_count_as_found_whichever_of_the_four_is_understood() -> None:
    made = report(
        [
            _labelled("report_delay"),
            _labelled("ask_eta"),
            _labelled("out_of_scope"),
            _labelled("out_of_scope"),
        ],
        [_understood("track_order"), _understood("greet"), _understood("ask_eta"), _understood("greet")],
    )
    assert made.order_questions_found.value == 0.5
    assert made.false_order_answers.value == 0.5


def test_precision_and_recall_of_entities() -> None:
    made = report(
        [_labelled("greet", entities=("10042", "10043")), _labelled("greet")],
        [_understood("greet", "#10042"), _understood("greet", "99999")],
    )
    assert made.precision["order_number"].value == 0.5
    assert made.recall["order_number"].value == 0.5


def test_a_share_of_nothing_is_none() -> None:
    made = report([_labelled("greet")], [_understood("greet")]).as_dict()
    assert made["order_questions_found"] is None
    assert made["false_order_answers"] is None
    assert made["entities"] == {}


def test_times() -> None:
    made = report([_labelled("greet")] * 3, [_understood("greet", ms=ms) for ms in (1, 2, 9)])
    assert made.as_dict()["parse_ms"]["p50"] == 2


def test_files_are_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"text":"where is #10042","lang":"en","want":"track_order","also_ok":["ask_eta"],'
        '"entities":[{"type":"order_number","value":"#10042"}]}\n\n{"text":"hi","want":"greet"}\n'
    )
    first, second = read_labelled([file])
    assert first.entities == {("order_number", "10042")}
    assert (second.language, second.also_ok) == ("?", frozenset())


@pytest.mark.parametrize(
    "line", ["nonsense", "[]", "{}", '{"text":"x"}', '{"text":"x","want":"y","entities":[{}]}', "3"]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text":"hi","want":"greet"}\n' + line + "\n")
    with pytest.raises(EvaluationFileError, match=r"a\.jsonl:2"):
        read_labelled([file])


def test_a_missing_or_empty_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationFileError, match=r"none\.jsonl"):
        read_labelled([tmp_path / "none.jsonl"])
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    with pytest.raises(EvaluationFileError, match="no labelled messages"):
        read_labelled([empty])


def test_the_newest_model_is_taken(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="wismo train"):
        newest_model(tmp_path)
    for age, name in enumerate(("new", "old")):
        model = tmp_path / f"{name}.tar.gz"
        model.touch()
        import os

        os.utime(model, (1000 - age, 1000 - age))
    assert newest_model(tmp_path).name == "new.tar.gz"


@pytest.fixture
def evaluate(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command with a stand-in for the trained model that greets whatever it is told."""

    class Greeter:
        def __init__(self, model: Path) -> None:
            pass

        def understand(self, text: str) -> Understood:
            return _understood("greet")

    monkeypatch.setattr("bot.nlu.trained.TrainedNlu", Greeter)
    app = typer.Typer()
    app.command()(commands.evaluate)
    return lambda *arguments: CliRunner().invoke(app, list(arguments), catch_exceptions=False)


def test_the_command_prints_tables_or_json(tmp_path: Path, evaluate: Any) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"text":"hi","lang":"en","want":"greet"}\n{"text":"où","lang":"fr","want":"track_order"}\n'
    )
    model = tmp_path / "m.tar.gz"
    table = evaluate(str(file), "--model", str(model)).stdout
    assert "2 messages, accuracy 50.0%" in table
    assert "order questions found 0.0%" in table
    made = json.loads(evaluate(str(file), "--model", str(model), "--json").stdout)
    assert made["accuracy"] == 0.5
    assert made["by_language"]["fr"] == {"accuracy": 0.0, "count": 1}
    assert made["confusions"] == [{"want": "track_order", "understood": "greet", "count": 1}]


def _sure(intent: str, confidence: float) -> Understood:
    return Understood(intent, frozenset(), 1.0, confidence)


def test_confidence_is_compared_with_how_often_it_was_right() -> None:
    made = report(
        [_labelled("greet")] * 4,
        [_sure("greet", 0.95), _sure("greet", 0.95), _sure("greet", 0.45), _sure("thanks", 0.45)],
    )
    assert [(each.confidence, each.accuracy, each.count) for each in made.calibration] == [
        (pytest.approx(0.45), 0.5, 2),
        (pytest.approx(0.95), 1.0, 2),
    ]
    assert made.calibration_error == pytest.approx(0.05)


def test_a_report_keeps_every_mistake_the_surest_first(tmp_path: Path) -> None:
    wanted = [_labelled("greet"), _labelled("greet"), _labelled("greet")]
    understood = [_sure("greet", 0.9), _sure("thanks", 0.5), _sure("deny", 0.8)]
    write_report(tmp_path / "new", "tables", report(wanted, understood), wanted, understood)
    mistakes = [json.loads(each) for each in (tmp_path / "new" / "mistakes.jsonl").read_text().splitlines()]
    assert [each["understood"] for each in mistakes] == ["deny", "thanks"]
    assert json.loads((tmp_path / "new" / "report.json").read_text())["messages"] == 3
    assert (tmp_path / "new" / "reliability.png").read_bytes().startswith(b"\x89PNG")


def test_a_report_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="file"):
        write_report(tmp_path / "file", "", report([_labelled("greet")], [_sure("greet", 1)]), [], [])
