"""The secret that keys the hashes of what strangers guess: a copy of the database tells no order number.

Every process of one shop must use the same: from `WISMO_PEPPER`, or, on one machine, from a file that the
first process makes.
"""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

from tracking.settings import settings

FILE = "wismo_pepper"


@lru_cache(maxsize=1)
def pepper() -> bytes:
    """The pepper of this process."""
    given = settings().pepper
    return given.encode() if given else kept(settings().var / "secrets" / FILE)


def kept(path: Path) -> bytes:
    """The pepper in a file; made there if it is missing, once, whoever starts at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        made = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
        try:
            # A link appears with its content, and fails where another process was first.
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_bytes()
