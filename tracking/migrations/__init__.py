"""The store's tables over time, by Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection, Engine

from tracking.db import begin_write

#: Held on PostgreSQL while migrating, so that processes starting together migrate once.
_LOCK = 7_265_001


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration for our migrations."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.attributes["connection"] = connection
    return made


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest tables; safe to call from several processes at once."""
    with begin_write(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        command.upgrade(config(connection), "head")
