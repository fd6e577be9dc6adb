"""`wismo language add` and `wismo language missing`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import languages

Code = Annotated[str, typer.Argument(help="Two letters, such as it or nl.")]


def add(code: Code) -> None:
    """Create the files of a new language, each holding what is to be written, and list what is missing."""
    project = languages.Project(Path.cwd())
    made = languages.add(project, code)
    typer.echo(f"{len(made)} files made.")
    missing(code)


def missing(code: Code) -> None:
    """List what a language still lacks; nothing is listed for a complete one."""
    lacking = list(languages.missing(languages.Project(Path.cwd()), code))
    for line in lacking:
        typer.echo(f"  {line}")
    typer.echo(f"{code} is complete." if not lacking else f"{len(lacking)} things are missing.")
