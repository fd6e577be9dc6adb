"""Adding a language: what is made, and what is said to be missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot.languages import ENOUGH, HELD_OUT, Project, add, missing
from bot.nlu.schema import LANGUAGES, schema
from tracking.errors import ConfigurationError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The files that languages are made of, and nothing else."""
    for name in ("tracking/locales/en", "bot/widget/src"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in (
        "tracking/spoken.py",
        "bot/nlu/schema.py",
        "bot/nlu/function_words.json",
        "bot/nlu/date_words.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return Project(tmp_path)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_languages_we_speak_are_complete(code: str) -> None:
    assert list(missing(Project(ROOT), code)) == []


def test_adding_a_language_makes_every_file_and_says_what_to_write(project: Project) -> None:
    made = {str(path.relative_to(project.root)) for path in add(project, "it")}
    assert "tracking/locales/it/milestones.ftl" in made
    assert "bot/widget/src/locales/it.json" in made
    assert {f"data/nlu/it/{intent}.yml" for intent in schema()} <= made
    assert {f"tests/nlu/it/{intent}.yml" for intent in schema()} <= made
    lacking = list(missing(project, "it"))
    assert f"data/nlu/it/track_order.yml: 0 sentences of {ENOUGH['main']}" in lacking
    assert f"tests/nlu/it/greet.yml: 0 sentences of {HELD_OUT}" in lacking
    assert any(line.startswith("tracking/locales/it/milestones.ftl: ") for line in lacking)
    assert any(line.startswith("tracking/spoken.py: it in WRITTEN_LANGUAGES") for line in lacking)
    assert any(line.startswith("bot/widget/src/strings.ts: it in LANGUAGES") for line in lacking)
    assert 'bot/nlu/date_words.json: an entry "it"' in lacking


def test_what_is_written_is_kept_and_no_longer_missing(project: Project) -> None:
    add(project, "it")
    texts = project.texts("it") / "milestones.ftl"
    before = next(line for line in missing(project, "it") if "milestones.ftl" in line)
    texts.write_text(texts.read_text("utf-8") + "label-delivered = Consegnato\n", "utf-8")
    (project.sentences("it") / "greet.yml").write_text(
        'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n' + "      - ciao\n" * ENOUGH["small"],
        "utf-8",
    )
    assert add(project, "it") == []
    assert "label-delivered = Consegnato" in texts.read_text("utf-8")
    lacking = list(missing(project, "it"))
    assert before not in lacking
    assert not any(line.startswith("data/nlu/it/greet.yml") for line in lacking)


def test_half_of_the_chat_words_are_counted(project: Project) -> None:
    add(project, "it")
    strings = json.loads(project.strings("it").read_text("utf-8"))
    project.strings("it").write_text(json.dumps({**strings, "heading": "Aiuto"}), "utf-8")
    (line,) = (line for line in missing(project, "it") if "it.json" in line)
    assert f" {len(strings) - 1} words" in line


@pytest.mark.parametrize("code", ["", "italian", "IT", "xx", "../x", "zz"])
def test_what_is_no_language_is_refused(project: Project, code: str) -> None:
    with pytest.raises(ConfigurationError, match="two-letter"):
        add(project, code)


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"config\.yml"):
        add(Project(tmp_path), "it")
