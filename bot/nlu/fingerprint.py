"""Rasa's training cache knows only a component's own source; these add what else a result depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType


def of(*modules: ModuleType) -> str:
    """A digest of the source files of modules and of all modules of packages."""
    digest = hashlib.sha256()
    for module in modules:
        for path in _files(module):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(module: ModuleType) -> Iterator[Path]:
    if module.__file__ is None:
        raise ValueError(f"{module.__name__} has no source")
    file = Path(module.__file__)
    if hasattr(module, "__path__"):
        yield from sorted(file.parent.rglob("*.py"))
    else:
        yield file
