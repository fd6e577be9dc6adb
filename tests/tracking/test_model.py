"""The tables: migrations that make them, times that fit them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, StatementError

from tracking.db import begin_read, begin_write
from tracking.errors import StoreUnavailableError
from tracking.migrations import upgrade
from tracking.model import legs, metadata, orders, shipments

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)


def test_the_migrations_make_exactly_the_tables_of_the_model(engine: Engine) -> None:
    with begin_read(engine) as connection:
        # Conversations' trackers are the bot's own table, made where it first needs it.
        ours = {"include_object": lambda made, name, kind, *_: (kind, name) != ("table", "trackers")}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    upgrade(engine)


def test_times_come_back_as_the_same_moment_in_utc(engine: Engine) -> None:
    paris = datetime(2026, 11, 21, 11, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    with begin_write(engine) as connection:
        connection.execute(
            insert(orders).values(number="1", number_key="1", placed_at=paris, recorded_at=NOW)
        )
    with begin_read(engine) as connection:
        stored = connection.execute(select(orders.c.placed_at)).scalar_one()
    assert stored == paris
    assert stored.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="without a zone"), begin_write(engine) as connection:
        connection.execute(
            insert(orders).values(
                number="1", number_key="1", placed_at=NOW.replace(tzinfo=None), recorded_at=NOW
            )
        )


def test_a_parcel_needs_its_order_and_a_leg_its_parcel(engine: Engine) -> None:
    with pytest.raises(IntegrityError), begin_write(engine) as connection:
        connection.execute(insert(shipments).values(order_id=4711, position=1))
    with pytest.raises(IntegrityError), begin_write(engine) as connection:
        connection.execute(
            insert(legs).values(shipment_id=4711, carrier="dpd", tracking_number="1", position=1)
        )


def test_an_error_rolls_back_what_was_written_before_it(engine: Engine) -> None:
    one = insert(orders).values(number="1", number_key="1", placed_at=NOW, recorded_at=NOW)

    def write_and_fail() -> None:
        with begin_write(engine) as connection:
            connection.execute(one)
            connection.execute(one)

    with pytest.raises(IntegrityError):
        write_and_fail()
    with begin_read(engine) as connection:
        assert connection.execute(select(orders)).first() is None


def test_a_database_that_does_not_answer_is_said_so() -> None:
    from tracking.db import open_engine

    nowhere = open_engine("postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(StoreUnavailableError, match="WISMO_DATABASE_URL"), begin_read(nowhere):
        pass
