"""Who of the team is writing an answer right now: so that nobody answers at the same time twice.

A hint, not a lock: it is believed for a few seconds and renewed while somebody types. Who may answer is
decided by `tracking.takeover`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Engine

from tracking.conversations import insert_new
from tracking.db import begin_write, relaxed
from tracking.model import writing
from tracking.takeover import Agent

#: How long a sign of somebody's typing is believed.
BELIEVED = timedelta(seconds=8)


def writes(engine: Engine, conversation_id: str, agent: Agent, now: datetime) -> bool:
    """`agent` is typing; gives whether that is news: they were not a moment ago."""
    until = now + BELIEVED
    # A hint that a power cut undoes is given again with the next key.
    with begin_write(relaxed(engine)) as connection:
        mine = (writing.c.conversation_id == conversation_id, writing.c.agent == agent.login)
        before = connection.execute(select(writing.c.until).where(*mine)).scalar_one_or_none()
        row = {
            "conversation_id": conversation_id,
            "agent": agent.login,
            "agent_name": agent.name,
            "until": until,
        }
        if before is not None or insert_new(connection, writing, row) is None:
            connection.execute(update(writing).where(*mine).values(until=until, agent_name=agent.name))
        return before is None or before <= now


def stops(engine: Engine, conversation_id: str, agent: Agent) -> None:
    """`agent` has sent it, or left it."""
    with begin_write(relaxed(engine)) as connection:
        connection.execute(
            delete(writing).where(
                writing.c.conversation_id == conversation_id, writing.c.agent == agent.login
            )
        )


def others_writing(connection: Connection, conversation_id: str, login: str, now: datetime) -> list[str]:
    """The first names of those who are writing an answer now, but for `login`."""
    rows = connection.execute(
        select(writing.c.agent_name)
        .where(
            writing.c.conversation_id == conversation_id,
            writing.c.agent != login,
            writing.c.until > now,
        )
        .order_by(writing.c.agent)
    )
    return list(rows.scalars())
