"""The house stays livable: imports point one way, files stay short, words for shoppers stay out of Python."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for room in ("actions", "bot", "tracking") for path in (ROOT / room).rglob("*.py"))
MAX_LINES = 400
#: room → rooms it may import, besides itself.
MAY_IMPORT = {"tracking": set(), "actions": {"tracking"}, "bot": {"tracking"}}
ROOMS = {*MAY_IMPORT, "tests"}
#: Files and rooms that make what a shopper reads. Their words come from the locales.
SPEAKING = (
    "actions",
    "bot/nlg.py",
    "tracking/words",
    *(f"tracking/{name}.py" for name in ("wording", "explain", "statements", "notices")),
)


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module name imported anywhere in a file, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where they point"
            yield node.module or ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    reached = {name.split(".")[0] for name in imports(ast.parse(path.read_text()))} & ROOMS
    assert reached <= MAY_IMPORT[room] | {room}


def test_pages_do_not_know_the_front_door() -> None:
    for path in SOURCES:
        parts = path.relative_to(ROOT).parts
        if parts[:2] in {("bot", "desk"), ("bot", "widget"), ("bot", "channels"), ("bot", "nlu")}:
            assert "bot.web" not in set(imports(ast.parse(path.read_text()))), path


def test_the_check_would_notice_a_wrong_import() -> None:
    assert "bot" in {
        name.split(".")[0] for name in imports(ast.parse("def f():\n    from bot.web import app"))
    }


@pytest.mark.parametrize(
    "path",
    # Migrations are the exception: one table after another, as Alembic writes them.
    [path for path in (*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))) if "versions" not in path.parts],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MAX_LINES


def sentences(tree: ast.Module) -> Iterator[str]:
    """String constants of several words that are neither docstrings nor raised nor logged."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] in {"logger", "log", "_log"}
        ):
            passed.update(id(child) for child in ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            words = [word for word in node.value.split() if word.strip(".,!?’'").isalpha()]
            if len(words) >= 4 and len(words) > len(node.value.split()) / 2:
                yield node.value


def test_actions_hold_no_sentence_for_shoppers() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in SOURCES
        if any(path.is_relative_to(ROOT / speaking) for speaking in SPEAKING)
        for text in sentences(ast.parse(path.read_text()))
    }
    assert not found
    assert all((ROOT / speaking).exists() for speaking in SPEAKING)


def test_the_check_would_notice_a_sentence() -> None:
    assert list(sentences(ast.parse("say('Your parcel is on its way')")))
    assert not list(sentences(ast.parse("logger.info('this one is for the operator')")))
