"""Fixtures shared by all rooms: an empty store on SQLite and on PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import Engine, make_url

from tracking.db import open_engine
from tracking.migrations import upgrade
from tracking.model import metadata

POSTGRES = os.environ.get("WISMO_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")

#: Rooms whose tests share something costly: a running assistant, a browser, a trained model.
TOGETHER = ("browser", "conversations", "nlu")


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run side by side, those that share something stay together."""
    here = Path(__file__).parent
    for item in items:
        room = item.path.relative_to(here).parts[0]
        item.add_marker(pytest.mark.xdist_group(room if room in TOGETHER else str(item.path)))


@contextlib.contextmanager
def postgres_database() -> Iterator[str]:
    """The address of a new, empty database; a missing server fails the tests, it does not skip them."""
    name = f"wismo_test_{uuid.uuid4().hex[:12]}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT", future=True)
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own."""
    with postgres_database() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file that tests copy: migrating each anew would take most of their time."""
    path = tmp_path_factory.mktemp("template") / "wismo.db"
    made = open_engine(f"sqlite:///{path}")
    upgrade(made)
    with made.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    made.dispose()
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> Iterator[Engine]:
    """The run's PostgreSQL database, migrated."""
    made = open_engine(postgres_url)
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated store; each test runs on both databases."""
    if request.param == "sqlite":
        path = tmp_path / "wismo.db"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        made = open_engine(f"sqlite:///{path}")
        yield made
        made.dispose()
        return
    made = request.getfixturevalue("migrated_postgres")
    yield made
    with made.begin() as connection:
        # Deleting from small tables is quicker than truncating them; Rasa's table is not among ours.
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
        if inspect(connection).has_table("trackers"):
            connection.exec_driver_sql("DELETE FROM trackers")
        connection.exec_driver_sql(
            "SELECT setval(oid::regclass, 1, false) FROM pg_class "
            "WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"
        )
