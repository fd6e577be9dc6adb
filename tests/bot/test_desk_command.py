"""`wismo desk`, as whoever runs the desk types it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.desk import accounts
from tracking.db import begin_read, open_engine

Desk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The command, against a store of its own."""

    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", "desk", *arguments],
            input=typed,
            capture_output=True,
            text=True,
            env={**os.environ, "WISMO_VAR": str(tmp_path)},
            check=False,
        )

    return run


def test_accounts_from_the_first_to_the_last(desk: Desk, tmp_path: Path) -> None:
    assert "nobody yet" in desk("users").stdout
    made = desk("add-user", "Ana", "--name", "Ana", "--role", "lead", typed="correct horse battery\n")
    assert made.stdout == "ana: Ana, lead; signs in at /desk\n"
    again = desk("add-user", "ana", "--name", "Ana", typed="correct horse battery\n")
    assert (again.returncode, again.stderr) == (2, "wismo: there is already an account ana\n")
    assert desk("add-user", "ben", "--name", "Ben", typed="short\n").returncode == 2
    assert desk("set-password", "ana", typed="another horse battery\n").returncode == 0
    engine = open_engine(f"sqlite:///{tmp_path / 'wismo.db'}")
    with begin_read(engine) as connection:
        assert accounts.verified(connection, "ana", "correct horse battery") is None
        assert accounts.verified(connection, "ana", "another horse battery")
    assert desk("set-role", "ana", "reader").returncode == 0
    assert desk("disable-user", "ana").returncode == 0
    assert "ana: Ana, reader, disabled since" in desk("users").stdout
    with begin_read(engine) as connection:
        assert accounts.verified(connection, "ana", "another horse battery") is None
    assert desk("enable-user", "ana").returncode == 0
    with begin_read(engine) as connection:
        assert accounts.verified(connection, "ana", "another horse battery")
    engine.dispose()
    lines = [line.split(" ", 2)[2] for line in desk("log", "--login", "ANA").stdout.splitlines()]
    assert lines == [
        "ana account_enabled", "ana account_disabled", "ana role_set reader", "ana password_set",
        "ana account_made lead",
    ]  # fmt: skip
    assert desk("log", "--case", "C-000001").stdout == ""
    assert desk("log", "--case", "order").returncode == 2
    assert desk("disable-user", "zoe").stderr == "wismo: there is no account zoe\n"


def test_a_password_is_no_argument(desk: Desk) -> None:
    refused = desk("add-user", "ana", "--name", "Ana", "--password", "correct horse battery")
    assert refused.returncode != 0
    assert "nobody yet" in desk("users").stdout
