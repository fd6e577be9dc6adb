"""The whole assistant, on each database, for the conversations of this folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from tests.assistant import Assistant, running
from tests.conftest import postgres_database
from tracking.db import open_engine


# It ends with this folder's tests, and on PostgreSQL it has a database of its own: its worker would take the
# messages of other tests.
@pytest.fixture(scope="package", params=["sqlite", "postgresql"])
def assistant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """The whole assistant with the demo shop, on each database."""
    var = tmp_path_factory.mktemp(f"assistant-{request.param}")
    with contextlib.ExitStack() as stack:
        url = stack.enter_context(postgres_database()) if request.param == "postgresql" else None
        yield stack.enter_context(running(var, url))


@pytest.fixture(scope="package")
def store(assistant: Assistant) -> Iterator[Engine]:
    """The store of that assistant."""
    url = assistant.environment.get(
        "WISMO_DATABASE_URL", f"sqlite:///{assistant.environment['WISMO_VAR']}/wismo.db"
    )
    engine = open_engine(url)
    yield engine
    engine.dispose()
