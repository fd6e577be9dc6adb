"""Actions on the store of the test, whichever of them opens it."""

from __future__ import annotations

import sys

import pytest
from sqlalchemy.engine import Engine

from tracking import disclosure


@pytest.fixture
def engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The store of the test, which is the default one of every action too."""
    for name, module in list(sys.modules.items()):
        if name.startswith("actions.") and hasattr(module, "default_engine"):
            monkeypatch.setattr(module, "default_engine", lambda: engine)
    monkeypatch.setattr(disclosure, "pepper", lambda: b"a pepper for tests")
    return engine
