"""How the question for a rating is put: its words and buttons, and when a person has finished, by itself."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine, Row

from tracking import outbox
from tracking.db import begin_read, begin_write
from tracking.model import conversations, ratings
from tracking.notices import PERSON_AT_WORK, may_ring_at
from tracking.outbox import FETCHED, Button, Reply
from tracking.ratings import ASKED_AGAIN, About, Score
from tracking.settings import settings
from tracking.vocabulary import Owner
from tracking.wording import Wording, wording

#: Questions put in one transaction.
BATCH = 20
_TITLES = {Score.GOOD: "good", Score.MIDDLING: "middling", Score.BAD: "bad"}


def question(words: Wording, about: About) -> str:
    """The question in words."""
    return words.text("rating-ask-person" if about is About.PERSON else "rating-ask")


def buttons(words: Wording) -> list[dict[str, str]]:
    """One button a score; typed words mean a score to nobody."""
    return [
        {"title": words.text(f"button-rating-{name}"), "payload": f"/feedback{json.dumps({'score': score})}"}
        for score, name in _TITLES.items()
    ]


def ask_due(engine: Engine, now: datetime, *, fetched: Collection[str] = FETCHED) -> list[str]:
    """Put the questions that wait for a person to have finished; gives their conversations.

    Like a notice it comes by itself, so it rings at no hour of the night (by the shop's clock).
    """
    due = select(ratings.c.id).where(ratings.c.ask_at <= now)
    with begin_read(engine) as connection:
        if connection.execute(due.limit(1)).first() is None:
            return []
    with begin_write(engine) as connection:
        query = (
            select(
                ratings.c.id,
                conversations.c.id.label("conversation_id"),
                conversations.c.channel,
                conversations.c.language,
                conversations.c.owner,
            )
            .join(conversations, conversations.c.id == ratings.c.conversation_id)
            .where(ratings.c.ask_at <= now)
            .order_by(ratings.c.id)
            .limit(BATCH)
            .with_for_update(of=ratings, skip_locked=True)
        )
        return [
            row.conversation_id
            for row in connection.execute(query).all()
            if _put(connection, row, now, hold=row.channel in fetched)
        ]


def _put(connection: Connection, row: Row, now: datetime, *, hold: bool) -> bool:
    """Ask, or put it off, or drop it; whether it was asked."""
    mine = ratings.c.id == row.id
    conversation_id: str = row.conversation_id
    rings = now if hold else may_ring_at(now, settings().shop_zone, ())
    if row.owner == Owner.PERSON.value or rings > now:
        later = max(rings, now + PERSON_AT_WORK)
        connection.execute(update(ratings).where(mine).values(ask_at=later))
        return False
    asked = select(ratings.c.id).where(
        ratings.c.conversation_id == conversation_id, ratings.c.asked_at > now - ASKED_AGAIN
    )
    if connection.execute(asked.limit(1)).first() is not None:
        connection.execute(ratings.delete().where(mine))
        return False
    connection.execute(update(ratings).where(mine).values(ask_at=None, asked_at=now))
    code = row.language
    words = wording(code if code in settings().languages else settings().default_language)
    reply = Reply(
        question(words, About.PERSON),
        tuple(Button(each["title"], each["payload"]) for each in buttons(words)),
    )
    outbox.put(connection, conversation_id, [reply], author="bot", inbox_id=None, hold=hold, now=now)
    return True
