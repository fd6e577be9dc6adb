"""Names of workers, such that another process on the same machine can tell whether one has died.

A worker holds a lock on a file of its name; the kernel lets go of it whatever ends the process.
"""

from __future__ import annotations

import fcntl
import os
import socket
import uuid
from collections.abc import Iterable
from pathlib import Path


class Identity:
    """This process's name as a lease holder: "<machine>/<random>"."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._directory = directory
        self._machine = socket.gethostname()[:40]
        token = uuid.uuid4().hex[:12]
        self.name = f"{self._machine}/{token}"
        self._file = os.open(self._path(token), os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def _path(self, token: str) -> Path:
        return self._directory / f"worker.{token}.lock"

    def is_dead(self, name: str) -> bool:
        """Whether the worker of this name has surely ended; False if that cannot be known from here."""
        machine, _, token = name.partition("/")
        if name == self.name or machine != self._machine or not token.isalnum():
            return False
        # No file: of another machine with the same name, or removed. The lease then runs out by itself.
        return _is_locked(self._path(token)) is False

    def forget(self, names: Iterable[str]) -> None:
        """Remove the files of dead workers."""
        for name in names:
            self._path(name.partition("/")[2]).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go; the file is removed."""
        self._path(self.name.partition("/")[2]).unlink(missing_ok=True)
        os.close(self._file)


def worker_is_alive(directory: Path) -> bool:
    """Whether any worker runs on this machine."""
    return any(_is_locked(path) for path in directory.glob("worker.*.lock"))


def _is_locked(path: Path) -> bool | None:
    """Whether a living process holds the lock on a file; None if there is no such file."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
