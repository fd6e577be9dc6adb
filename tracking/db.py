"""Engines and transactions: SQLite by default, PostgreSQL by `WISMO_DATABASE_URL`."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, exc, func, select
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.pool import QueuePool

from tracking.errors import ConfigurationError, StoreUnavailableError
from tracking.settings import settings

#: Seconds that a writer waits for another one before it gives up.
BUSY_SECONDS = 10
DRIVERS = ("sqlite", "postgresql", "postgresql+psycopg2")
_NAP_SECONDS = 0.001


def _checked(url: str) -> URL:
    """The URL as SQLAlchemy reads it.

    Raises:
        ConfigurationError: it names no database we speak to. It may hold a password, so it is not repeated.
    """
    try:
        parsed = make_url(url)
    except (exc.ArgumentError, ValueError):
        parsed = None
    if parsed is None or parsed.drivername not in DRIVERS:
        raise ConfigurationError(
            "WISMO_DATABASE_URL: not sqlite:///path or postgresql://user:password@host/database"
        )
    return parsed


def open_engine(url: str, *, durable: bool = True) -> Engine:
    """An engine for `url`, set up for several processes writing side by side.

    SQLite: write-ahead log, foreign keys on, and `begin_write` takes the write lock at once, so that two
    writers queue instead of failing half-way. A commit reaches the operating system, which keeps it when
    this process is killed, and, if `durable`, the disk. What may be lost in a power cut, such as a lease,
    need not wait for that: 4 ms on a busy disk.
    """
    parsed = _checked(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(
            url, future=True, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True
        )
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        future=True,
        # By default each transaction would open the file, set the pragmas and close it again: 0.8 ms.
        poolclass=QueuePool,
        # Values are personal data; they stay out of errors and so out of logs.
        hide_parameters=True,
        pool_size=10,
        max_overflow=20,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")  # type: ignore[untyped-decorator]
    def _set_up(connection: Any, _record: Any) -> None:
        # The driver's own transaction handling is switched off: it would begin late and deferred.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.close()

    @event.listens_for(engine, "begin")  # type: ignore[untyped-decorator]
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("begin") != "IMMEDIATE":
            connection.exec_driver_sql("BEGIN DEFERRED")
        elif not _begin_when_free(connection.connection.cursor()):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _begin_when_free(cursor: Any) -> bool:
    """Begin a write as soon as the other writers of a SQLite file let us; False after `BUSY_SECONDS`.

    SQLite's own waiting naps longer and longer, up to 0.1 s: with three processes writing, one write in a
    hundred then waits 80 ms although the lock is free most of the time. Short, even naps wait 8 ms.
    """
    until = time.monotonic() + BUSY_SECONDS
    cursor.execute("PRAGMA busy_timeout=0")
    try:
        while time.monotonic() < until:
            try:
                cursor.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    return False
                time.sleep(_NAP_SECONDS)
            else:
                return True
        return False
    finally:
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.close()


def relaxed(engine: Engine) -> Engine:
    """The same database through an engine whose commits need not wait for the disk."""
    if engine.dialect.name != "sqlite":
        return engine
    return open_engine(engine.url.render_as_string(hide_password=False), durable=False)


@lru_cache(maxsize=1)
def default_engine() -> Engine:
    """The engine of this process, from `WISMO_DATABASE_URL`."""
    return open_engine(settings().database_url)


@contextmanager
def begin_read(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads.

    Raises:
        StoreUnavailableError: the database does not answer.
    """
    with _available(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def begin_write(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: committed on leaving, rolled back on an exception.

    Raises:
        StoreUnavailableError: the database does not answer, or another writer holds it too long.
    """
    with (
        _available(),
        engine.connect().execution_options(begin="IMMEDIATE") as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
        raise StoreUnavailableError(
            "the database does not answer; see that it runs and that WISMO_DATABASE_URL leads to it"
        ) from error


def take_lock(connection: Connection, key: int, *, shared: bool = False) -> None:
    """Hold a named lock until the transaction ends, alone or with others that share it.

    On SQLite there is nothing to do: the write transaction itself is such a lock.
    """
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock_shared if shared else func.pg_advisory_xact_lock
        connection.execute(select(lock(key)))
