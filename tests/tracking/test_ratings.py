"""Ratings: asked once a day, kept whenever they come, and in nobody's way."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from tracking import conversations, outbox, ratings
from tracking.db import begin_read, begin_write
from tracking.model import conversations as talks
from tracking.model import outbox as sent
from tracking.model import ratings as table
from tracking.notices import PERSON_AT_WORK
from tracking.outbox import Reply
from tracking.rating_questions import ask_due, buttons
from tracking.ratings import ASKED_AGAIN, About, Score
from tracking.wording import wording

#: Noon in Paris.
NOW = datetime(2026, 9, 8, 10, 0, tzinfo=timezone.utc)
TALK = "website:1"


def say(engine: Engine, text: str, message: str, talk: str = TALK, now: datetime = NOW) -> None:
    conversations.receive(
        engine, channel=talk.partition(":")[0], conversation_id=talk, message_id=message, text=text, now=now
    )


def write(engine: Engine, author: str, text: str, at: datetime = NOW, talk: str = TALK) -> None:
    with begin_write(engine) as connection:
        outbox.put(connection, talk, [Reply(text)], author=author, inbox_id=None, hold=True, now=at)


def finished(engine: Engine, at: datetime = NOW, talk: str = TALK) -> None:
    with begin_write(engine) as connection:
        ratings.want(connection, talk, at)


def kept(engine: Engine) -> Sequence[Any]:
    with begin_read(engine) as connection:
        found: Sequence[Any] = connection.execute(select(table).order_by(table.c.id)).all()
    return found


def asked(engine: Engine, talk: str = TALK) -> list[str]:
    with begin_read(engine) as connection:
        query = select(sent.c.reply).where(sent.c.conversation_id == talk, sent.c.author == "bot")
        return [reply["text"] for reply in connection.execute(query).scalars()]


def test_a_conversation_is_asked_once_a_day(engine: Engine) -> None:
    say(engine, "bye", "m1")
    assert ratings.ask(engine, TALK, "m1", NOW) is About.BOT
    assert ratings.ask(engine, TALK, "m2", NOW + timedelta(hours=1)) is None
    assert ratings.ask(engine, TALK, "m3", NOW + ASKED_AGAIN + timedelta(seconds=1)) is About.BOT


def test_the_same_turn_run_again_asks_again_but_counts_once(engine: Engine) -> None:
    say(engine, "bye", "m1")
    assert ratings.ask(engine, TALK, "m1", NOW) is ratings.ask(engine, TALK, "m1", NOW) is About.BOT
    assert len(kept(engine)) == 1


def test_two_turns_at_once_ask_once(engine: Engine) -> None:
    say(engine, "bye", "m1")
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda n: ratings.ask(engine, TALK, f"m{n}", NOW), range(8)))
    assert sum(answer is not None for answer in answers) == 1


@pytest.mark.parametrize("score", list(Score))
def test_a_score_is_kept_with_the_question_and_a_second_tap_corrects_it(engine: Engine, score: Score) -> None:
    say(engine, "bye", "m1")
    ratings.ask(engine, TALK, "m1", NOW)
    ratings.rate(engine, TALK, Score.MIDDLING, NOW + timedelta(minutes=1))
    ratings.rate(engine, TALK, score, NOW + timedelta(minutes=2))
    (only,) = kept(engine)
    assert (only.conversation_id, only.about, only.score) == (TALK, "bot", score.value)
    assert only.rated_at == NOW + timedelta(minutes=2)


def test_a_tap_on_a_question_of_long_ago_counts_no_more(engine: Engine) -> None:
    say(engine, "bye", "m1")
    ratings.ask(engine, TALK, "m1", NOW)
    ratings.rate(engine, TALK, Score.BAD, NOW + timedelta(days=8))
    assert kept(engine)[0].score is None


def test_words_right_after_the_question_are_its_comment_and_others_are_none(engine: Engine) -> None:
    say(engine, "that was really helpful", "m0")
    assert not ratings.comment(engine, TALK, "m0", NOW)
    ratings.ask(engine, TALK, "m1", NOW)
    assert ratings.comment(engine, TALK, "m0", NOW + timedelta(minutes=1))
    say(engine, "really", "m2")
    assert not ratings.comment(engine, TALK, "m2", NOW + timedelta(minutes=2))
    assert [row.comment for row in kept(engine)] == ["that was really helpful"]
    ratings.ask(engine, TALK, "m3", NOW + timedelta(days=2))
    assert not ratings.comment(engine, TALK, "m2", NOW + timedelta(days=2, hours=2))


def test_who_wrote_last_is_whom_it_is_about(engine: Engine) -> None:
    say(engine, "bye", "m1")
    write(engine, "person", "It is on its way, I called them.")
    assert ratings.ask(engine, TALK, "m1", NOW + timedelta(hours=1)) is About.PERSON
    assert ratings.ask(engine, TALK, "m2", NOW + timedelta(days=2)) is About.BOT


# --- When a person has finished -------------------------------------------------------------------------


def test_when_a_person_has_finished_the_question_follows_once(engine: Engine) -> None:
    say(engine, "a person please", "m1")
    write(engine, "person", "Here I am.")
    finished(engine)
    finished(engine)  # the case was solved, then the conversation handed back
    assert ask_due(engine, NOW) == [TALK]
    assert ask_due(engine, NOW + timedelta(hours=1)) == []
    finished(engine, NOW + timedelta(hours=2))
    assert ask_due(engine, NOW + timedelta(hours=2)) == []
    assert asked(engine) == [wording("en").text("rating-ask-person")]
    assert [(row.about, row.ask_at, row.asked_at) for row in kept(engine)] == [("person", None, NOW)]
    assert ratings.ask(engine, TALK, "m2", NOW + timedelta(hours=3)) is None


def test_a_person_who_wrote_nothing_is_not_asked_about(engine: Engine) -> None:
    say(engine, "a person please", "m1")
    finished(engine)
    assert ask_due(engine, NOW) == []


def test_while_a_person_has_the_conversation_the_question_waits(engine: Engine) -> None:
    say(engine, "a person please", "m1")
    write(engine, "person", "Here I am.")
    with begin_write(engine) as connection:
        connection.execute(update(talks).values(owner="person", language="de"))
    finished(engine)
    assert ask_due(engine, NOW) == []
    with begin_write(engine) as connection:
        connection.execute(update(talks).values(owner="bot"))
    assert ask_due(engine, NOW + PERSON_AT_WORK) == [TALK]
    assert asked(engine) == [wording("de").text("rating-ask-person")]


def test_a_goodbye_before_it_was_put_asks_instead_of_it(engine: Engine) -> None:
    say(engine, "thanks", "m1")
    write(engine, "person", "Here I am.")
    finished(engine)
    assert ratings.ask(engine, TALK, "m1", NOW) is About.PERSON
    assert ask_due(engine, NOW + timedelta(hours=1)) == []


def test_a_phone_is_not_asked_at_night(engine: Engine) -> None:
    night = datetime(2026, 9, 8, 22, 0, tzinfo=timezone.utc)
    for talk in ("telegram:1", "website:2"):
        say(engine, "a person please", "m1", talk, night)
        write(engine, "person", "Here I am.", night, talk)
        finished(engine, night, talk)
    assert ask_due(engine, night) == ["website:2"]
    assert ask_due(engine, night + timedelta(hours=7)) == []
    assert ask_due(engine, night + timedelta(hours=8)) == ["telegram:1"]


def test_several_workers_ask_once(engine: Engine) -> None:
    talks_asked = [f"website:{index}" for index in range(30)]
    for talk in talks_asked:
        say(engine, "a person please", "m1", talk)
        write(engine, "person", "Here I am.", talk=talk)
        finished(engine, talk=talk)

    def work(_: int) -> list[str]:
        return [talk for _ in range(6) for talk in ask_due(engine, NOW)]

    with ThreadPoolExecutor(3) as pool:
        found = [talk for each in pool.map(work, range(3)) for talk in each]
    assert sorted(found) == sorted(talks_asked)


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_there_is_a_button_for_each_score_the_best_first(language: str) -> None:
    found = buttons(wording(language))
    assert [each["payload"] for each in found] == [
        '/feedback{"score": 3}',
        '/feedback{"score": 2}',
        '/feedback{"score": 1}',
    ]
    assert len({each["title"] for each in found}) == 3
