"""What a language needs before the assistant speaks it: files to fill in, and what is still missing.

Understanding works before anything is written, through the sentence encoder; speaking does not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from babel import Locale, UnknownLocaleError
from fluent.syntax import FluentParser, ast

from bot.nlu.schema import schema
from tracking.errors import ConfigurationError

#: The language that the others are translated from, and are complete against.
FROM = "en"
#: Training sentences that an intent needs, by its use in the schema; and sentences held out to test it.
ENOUGH = {"main": 80, "small": 30, "rich": 200}
HELD_OUT = 12

_CODE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True)
class Project:
    """Where the files of a language are, from the project's top folder."""

    root: Path

    def texts(self, code: str) -> Path:
        """Sentences that the assistant says."""
        return self.root / "tracking" / "locales" / code

    def sentences(self, code: str) -> Path:
        """What shoppers say, to learn from."""
        return self.root / "data" / "nlu" / code

    def held_out(self, code: str) -> Path:
        """What shoppers say, to test with."""
        return self.root / "tests" / "nlu" / code

    def strings(self, code: str) -> Path:
        """The chat widget's own words."""
        return self.root / "bot" / "widget" / "src" / "locales" / f"{code}.json"

    def words(self, name: str) -> Path:
        """Word lists of the language components: `function_words` and `date_words`."""
        return self.root / "bot" / "nlu" / f"{name}.json"


def add(project: Project, code: str) -> list[Path]:
    """Create the files that a language does not have yet, each holding what is to be written; returns them.

    Raises:
        ConfigurationError: this is no language, or not the project's folder.
    """
    _check(project, code)
    made = []
    for path, content in _wanted(project, code):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
            made.append(path)
    return made


def missing(project: Project, code: str) -> Iterator[str]:
    """What a language still lacks, one line each, with where to write it.

    Raises:
        ConfigurationError: this is no language, or not the project's folder.
    """
    _check(project, code)
    root = project.root
    wanted, written = _message_ids(project.texts(FROM)), _message_ids(project.texts(code))
    for name, ids in wanted.items():
        lacking = sorted(ids - set().union(*written.values(), set()))
        if lacking:
            yield f"{_at(root, project.texts(code) / name)}: {len(lacking)} texts: {_some(lacking)}"
    strings = project.strings(code)
    english = json.loads(project.strings(FROM).read_text("utf-8"))
    has = json.loads(strings.read_text("utf-8")) if strings.exists() else {}
    if lacking := [key for key in english if not has.get(key)]:
        yield f"{_at(root, strings)}: {len(lacking)} words of the chat: {_some(lacking)}"
    for name in ("function_words", "date_words"):
        if code not in json.loads(project.words(name).read_text("utf-8")):
            yield f'{_at(root, project.words(name))}: an entry "{code}"'
    for intent, wish in schema().items():
        path = project.sentences(code) / f"{intent}.yml"
        if (count := _training_count(path)) < ENOUGH[wish.use]:
            yield f"{_at(root, path)}: {count} sentences of {ENOUGH[wish.use]}"
        path = project.held_out(code) / f"{intent}.yml"
        if (count := _held_out_count(path)) < HELD_OUT:
            yield f"{_at(root, path)}: {count} sentences of {HELD_OUT}"
    registers = {
        "tracking/spoken.py": r"WRITTEN_LANGUAGES = .*",
        "bot/nlu/schema.py": r"LANGUAGES = .*",
        "bot/widget/src/strings.ts": r"LANGUAGES: Record<string, Texts> = .*",
    }
    for name, line in registers.items():
        found = re.search(line, (root / name).read_text("utf-8"))
        if found and not re.search(rf"\b{code}\b", found[0]):
            yield f"{name}: {code} in {line.split()[0].rstrip(':')}, once the texts are complete"


def _check(project: Project, code: str) -> None:
    try:
        known = _CODE.fullmatch(code) and Locale(code)
    except UnknownLocaleError:
        known = None
    if not known:
        raise ConfigurationError(f"{code}: not a language; give its two-letter code, such as it or nl")
    if not project.texts(FROM).is_dir():
        raise ConfigurationError(f"{project.root}: not the project's folder; run this where config.yml is")


def _wanted(project: Project, code: str) -> Iterator[tuple[Path, str]]:
    name = Locale(code).get_display_name("en")
    for path in sorted(project.texts(FROM).glob("*.ftl")):
        lines = path.read_text("utf-8").splitlines()
        english = "".join(f"# {line}".rstrip() + "\n" for line in lines)
        yield (
            project.texts(code) / path.name,
            f"### {name}: translate each message below, then take the # away from its lines.\n\n{english}",
        )
    english = json.loads(project.strings(FROM).read_text("utf-8"))
    yield project.strings(code), json.dumps(dict.fromkeys(english, ""), indent=2) + "\n"
    for intent, wish in schema().items():
        about = f"# The shopper {wish.means}.\n# In English: {wish.examples[FROM]}\n"
        yield project.sentences(code) / f"{intent}.yml", f'version: "3.1"\n{about}nlu: []\n'
        yield project.held_out(code) / f"{intent}.yml", f"{about}intent: {intent}\nsentences: []\n"


def _message_ids(folder: Path) -> dict[str, set[str]]:
    """The ids of the messages of each text file."""
    found = {}
    for path in sorted(folder.glob("*.ftl")):
        body = FluentParser().parse(path.read_text("utf-8")).body
        found[path.name] = {entry.id.name for entry in body if isinstance(entry, ast.Message)}
    return found


def _training_count(path: Path) -> int:
    if not path.exists():
        return 0
    blocks = (yaml.safe_load(path.read_text("utf-8")) or {}).get("nlu") or []
    return sum(len(str(block.get("examples", "")).splitlines()) for block in blocks)


def _held_out_count(path: Path) -> int:
    if not path.exists():
        return 0
    return len((yaml.safe_load(path.read_text("utf-8")) or {}).get("sentences") or [])


def _at(root: Path, path: Path) -> str:
    return str(path.relative_to(root))


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
