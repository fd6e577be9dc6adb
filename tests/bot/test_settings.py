"""Settings that make no sense are said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.evaluation import EvaluationFileError, read_labelled
from tracking.errors import ConfigurationError
from tracking.settings import Settings


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_data_cannot_live_in_a_file(tmp_path: Path, below: str) -> None:
    file = tmp_path / "a-file"
    file.touch()
    with pytest.raises(ConfigurationError, match=r"WISMO_VAR: .* name a directory"):
        Settings.from_environment({"WISMO_VAR": str(file / below)})


def test_a_directory_that_is_not_there_yet_is_made_later(tmp_path: Path) -> None:
    assert (
        Settings.from_environment({"WISMO_VAR": str(tmp_path / "new" / "er")}).var == tmp_path / "new" / "er"
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "No such file"), (b"\xff", "not UTF-8"), (b'{"text":' + b"[" * 100_000, ":1: wants")],
)
def test_labelled_messages_that_cannot_be_read_are_said(
    tmp_path: Path, content: bytes | None, problem: str
) -> None:
    file = tmp_path / "messages.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(EvaluationFileError, match=problem):
        read_labelled([file])
