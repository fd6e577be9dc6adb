"""What shoppers thought of the help they had: asked at most once a day, and never in the way.

The question goes with a goodbye or thanks, or follows by itself when a person has finished
(`tracking.rating_questions`). Nothing waits for the answer: what the shopper says next is answered as ever.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum, IntEnum

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row

from tracking.db import begin_write
from tracking.model import conversations, inbox, outbox, ratings

#: After a question none is asked for so long, answered or not.
ASKED_AGAIN = timedelta(days=1)
#: A tap on a question counts for so long, words said of it for so long.
ANSWERED = timedelta(days=7)
COMMENTED = timedelta(hours=1)
#: A person who wrote since is whom the question is about.
LATELY = timedelta(days=1)
#: The longest comment that is kept.
MAX_COMMENT = 2000


class Score(IntEnum):
    """The three answers."""

    BAD = 1
    MIDDLING = 2
    GOOD = 3


class About(str, Enum):
    """Whose work is rated."""

    BOT = "bot"
    PERSON = "person"


def ask(engine: Engine, conversation_id: str, message_id: str, now: datetime) -> About | None:
    """Note that the turn of `message_id` asks for a rating, and give about whom; None: it is not to ask.

    The same turn, run again, gets the same.
    """
    with begin_write(engine) as connection:
        _lock(connection, conversation_id)
        last = _last_asked(connection, conversation_id, now - ASKED_AGAIN)
        if last is not None:
            return About(last.about) if last.message_id == message_id else None
        about = About.PERSON if _person_wrote(connection, conversation_id, now) else About.BOT
        # It is asked now; what waited to be asked is asked with it.
        connection.execute(
            ratings.delete().where(ratings.c.conversation_id == conversation_id, ratings.c.asked_at.is_(None))
        )
        connection.execute(
            insert(ratings).values(
                conversation_id=conversation_id, about=about.value, asked_at=now, message_id=message_id
            )
        )
        return about


def want(connection: Connection, conversation_id: str, now: datetime) -> None:
    """A person has finished: if they wrote something, ask once the bot has the conversation again."""
    if not _person_wrote(connection, conversation_id, now):
        return
    waiting = select(ratings.c.id).where(
        ratings.c.conversation_id == conversation_id, ratings.c.ask_at.is_not(None)
    )
    if connection.execute(waiting).first() is None:
        connection.execute(
            insert(ratings).values(conversation_id=conversation_id, about=About.PERSON.value, ask_at=now)
        )


def rate(engine: Engine, conversation_id: str, score: Score, now: datetime) -> None:
    """Keep the answer with the question asked last; a second tap corrects the first."""
    with begin_write(engine) as connection:
        _lock(connection, conversation_id)
        asked = _last_asked(connection, conversation_id, now - ANSWERED)
        if asked is None:  # its button is older than we ask about
            return
        connection.execute(
            update(ratings).where(ratings.c.id == asked.id).values(score=score.value, rated_at=now)
        )


def comment(engine: Engine, conversation_id: str, message_id: str, now: datetime) -> bool:
    """Keep a message as the comment on the rating just asked for; False if none was, or it has one."""
    with begin_write(engine) as connection:
        _lock(connection, conversation_id)
        asked = _last_asked(connection, conversation_id, now - COMMENTED)
        said = connection.execute(
            select(inbox.c.text).where(
                inbox.c.conversation_id == conversation_id, inbox.c.message_id == message_id
            )
        ).scalar_one_or_none()
        if asked is None or asked.comment is not None or not said:
            return False
        connection.execute(update(ratings).where(ratings.c.id == asked.id).values(comment=said[:MAX_COMMENT]))
        return True


def totals(connection: Connection) -> dict[str, dict[str, int]]:
    """By whose work it was: how often a rating was asked for, and each score given."""
    rows = connection.execute(
        select(ratings.c.about, ratings.c.score, func.count())
        .where(ratings.c.asked_at.is_not(None))
        .group_by(ratings.c.about, ratings.c.score)
    ).all()
    found: dict[str, dict[str, int]] = {}
    for about, score, count in sorted(rows, key=lambda row: str(row.about)):
        counts = found.setdefault(about, {"asked": 0, "good": 0, "middling": 0, "bad": 0})
        counts["asked"] += count
        if score is not None:
            counts[Score(score).name.lower()] += count
    return found


def _lock(connection: Connection, conversation_id: str) -> None:
    """One question at a time in a conversation. (SQLite has one writer at a time as it is.)"""
    connection.execute(
        select(conversations.c.id)
        .where(conversations.c.id == conversation_id)
        .with_for_update(key_share=True)
    )


def _last_asked(connection: Connection, conversation_id: str, since: datetime) -> Row | None:
    return connection.execute(
        select(ratings)
        .where(ratings.c.conversation_id == conversation_id, ratings.c.asked_at > since)
        .order_by(ratings.c.id.desc())
        .limit(1)
    ).one_or_none()


def _person_wrote(connection: Connection, conversation_id: str, now: datetime) -> bool:
    """Whether a person answered lately."""
    query = select(outbox.c.id).where(
        outbox.c.conversation_id == conversation_id,
        outbox.c.author == About.PERSON.value,
        outbox.c.created_at > now - LATELY,
    )
    return connection.execute(query.limit(1)).first() is not None
