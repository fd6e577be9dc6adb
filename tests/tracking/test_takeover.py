"""A person answers: one at a time, the bot silent meanwhile, and nothing said is lost or said twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tracking import cases, conversations, takeover, turns
from tracking.cases import CaseState, UnknownConversationError
from tracking.conversations import Item, receive, transcript
from tracking.db import begin_read, open_engine
from tracking.model import inbox
from tracking.outbox import Reply
from tracking.takeover import Agent, HeldByOtherError, Holder, NotHeldError
from tracking.vocabulary import CaseKind, Owner

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.utc)
ANA, BEN = Agent("ana@shop.example", "Ana"), Agent("ben@shop.example", "Ben")
TALK = "website:anne"


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def say(engine: Engine, message_id: str, now: datetime = NOW, conversation: str = TALK) -> None:
    receive(
        engine,
        channel=conversation.partition(":")[0],
        conversation_id=conversation,
        message_id=message_id,
        text=message_id,
        now=now,
    )


def items(engine: Engine, conversation: str = TALK) -> list[Item]:
    with begin_read(engine) as connection:
        return transcript(connection, conversation)


def authors(engine: Engine) -> list[str]:
    return [item.author for item in items(engine)]


def held(engine: Engine) -> Holder | None:
    with begin_read(engine) as connection:
        return takeover.holder(connection, TALK)


def wanted(engine: Engine, message_id: str = "a person please") -> cases.Case:
    return cases.open_case(
        engine,
        conversation_id=TALK,
        kind=CaseKind.PERSON_WANTED,
        message_id=message_id,
        language="en",
        summary={},
        now=NOW,
    )


def states(engine: Engine) -> list[CaseState]:
    with begin_read(engine) as connection:
        return [case.state for case in cases.open_cases(connection, TALK)]


def test_the_shopper_is_told_once_who_has_joined(engine: Engine) -> None:
    say(engine, "hello")
    assert held(engine) is None
    assert takeover.take_over(engine, TALK, ANA, NOW) == Holder(ANA, NOW)
    assert takeover.take_over(engine, TALK, ANA, later(1)) == Holder(ANA, NOW)
    assert held(engine) == Holder(ANA, NOW)
    assert authors(engine) == ["shopper", "system"]
    assert "Ana" in items(engine)[-1].text


def test_they_are_told_in_their_language(engine: Engine) -> None:
    say(engine, "hallo")
    (turn,) = turns.claim(engine, "w", 1, NOW)
    turns.finish(engine, turn, replies=[Reply("…")], hold=True, now=NOW, language="de")
    takeover.take_over(engine, TALK, ANA, NOW)
    assert items(engine)[-1].text.startswith("Ana von ")


def test_what_a_person_writes_bears_their_name(engine: Engine) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    takeover.reply(engine, TALK, ANA, " I am looking into it. ", later(1))
    last = items(engine)[-1]
    assert (last.author, last.name, last.text) == ("person", "Ana", "I am looking into it.")


def test_one_person_at_a_time(engine: Engine) -> None:
    say(engine, "hello")
    with pytest.raises(NotHeldError):
        takeover.reply(engine, TALK, ANA, "hi", NOW)
    with pytest.raises(NotHeldError):
        takeover.hand_back(engine, TALK, ANA, NOW)
    takeover.take_over(engine, TALK, ANA, NOW)
    for attempt in (
        lambda: takeover.take_over(engine, TALK, BEN, NOW),
        lambda: takeover.reply(engine, TALK, BEN, "hi", NOW),
        lambda: takeover.hand_back(engine, TALK, BEN, NOW),
    ):
        with pytest.raises(HeldByOtherError, match="Ana") as error:
            attempt()
        assert error.value.holder == Holder(ANA, NOW)
    assert authors(engine) == ["shopper", "system"]
    takeover.take_over(engine, TALK, BEN, later(1), from_other=True)
    assert held(engine) == Holder(BEN, later(1))
    with pytest.raises(HeldByOtherError):
        takeover.reply(engine, TALK, ANA, "hi", later(1))


def test_two_at_once(engine: Engine) -> None:
    say(engine, "hello")

    def attempt(number: int) -> bool:
        try:
            takeover.take_over(engine, TALK, (ANA, BEN)[number % 2], NOW)
        except HeldByOtherError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(attempt, range(16)))
    assert sum(won) == 8
    assert authors(engine).count("system") == 1


def test_the_bot_says_that_it_is_back_and_what_was_agreed(engine: Engine) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    takeover.hand_back(engine, TALK, ANA, later(2), agreed="  We send it again on Monday. ")
    assert held(engine) is None
    back = items(engine)[-1]
    assert back.author == "bot"
    assert "Ana" in back.text
    assert "We send it again on Monday." in back.text
    assert len(back.buttons) == 2
    with begin_read(engine) as connection:
        assert conversations.owner(connection, TALK) is Owner.BOT
        known = cases.facts(connection, TALK, None, later(3))
    assert known[cases.AGREED]["text"] == "We send it again on Monday."
    assert known[cases.AGREED]["by"] == ANA.login


@pytest.mark.parametrize("text", ["", "  ", "x" * (takeover.MAX_TEXT + 1)])
def test_a_reply_is_a_text(engine: Engine, text: str) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    with pytest.raises(ValueError, match="characters"):
        takeover.reply(engine, TALK, ANA, text, NOW)


def test_a_conversation_that_nobody_knows(engine: Engine) -> None:
    with pytest.raises(UnknownConversationError):
        takeover.take_over(engine, "website:nobody", ANA, NOW)
    with begin_read(engine) as connection:
        assert takeover.holder(connection, "website:nobody") is None


# --- Turns ----------------------------------------------------------------------------------------------


def claim(engine: Engine, now: datetime = NOW) -> turns.Turn:
    (turn,) = turns.claim(engine, "worker", 1, now)
    return turn


def finish(engine: Engine, turn: turns.Turn, *texts: str, now: datetime = NOW) -> None:
    turns.finish(engine, turn, replies=[Reply(text) for text in texts], hold=True, now=now)


def waiting(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return len(connection.execute(select(inbox.c.id).where(inbox.c.state == "waiting")).all())


def test_a_message_to_a_person_gets_no_answer_of_the_bot_and_stays_in_the_transcript(engine: Engine) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    turn = claim(engine)
    assert turn.owner is Owner.PERSON
    finish(engine, turn)
    assert (authors(engine), waiting(engine)) == (["shopper", "system"], 0)


def test_who_takes_over_in_mid_turn_is_not_talked_over(engine: Engine) -> None:
    say(engine, "hello")
    turn = claim(engine)
    takeover.take_over(engine, TALK, ANA, NOW)
    finish(engine, turn, "here it is")
    assert (authors(engine), waiting(engine)) == (["shopper", "system"], 0)


def test_a_message_that_was_left_to_a_person_who_hands_back_meanwhile_is_answered_by_the_bot(
    engine: Engine,
) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    turn = claim(engine)
    takeover.hand_back(engine, TALK, ANA, later(1))
    finish(engine, turn, now=later(1))
    assert waiting(engine) == 1
    again = claim(engine, later(2))
    assert (again.owner, again.handed_back_at) == (Owner.BOT, later(1))
    finish(engine, again, "here it is", now=later(2))
    assert authors(engine)[-2:] == ["bot", "bot"]
    say(engine, "and now?", later(3))
    assert claim(engine, later(3)).handed_back_at is None


def test_a_second_hand_back_during_a_turn_is_not_forgotten(engine: Engine) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    takeover.hand_back(engine, TALK, ANA, later(1))
    turn = claim(engine, later(1))
    takeover.take_over(engine, TALK, ANA, later(2))
    takeover.hand_back(engine, TALK, ANA, later(3))
    finish(engine, turn, "here it is", now=later(4))
    say(engine, "and now?", later(5))
    assert claim(engine, later(5)).handed_back_at == later(3)


def test_it_outlives_every_process(engine: Engine) -> None:
    say(engine, "hello")
    takeover.take_over(engine, TALK, ANA, NOW)
    again = open_engine(engine.url.render_as_string(hide_password=False))
    assert held(again) == Holder(ANA, NOW)
    assert claim(again).owner is Owner.PERSON
    again.dispose()


# --- Cases ----------------------------------------------------------------------------------------------


def test_a_case_follows_the_talk(engine: Engine) -> None:
    say(engine, "a person please")
    case = wanted(engine)
    turns.finish(engine, claim(engine), replies=[Reply("a person comes")], hold=True, now=NOW)
    takeover.take_over(engine, TALK, ANA, later(1))
    takeover.reply(engine, TALK, ANA, "Which order is it?", later(2))
    with begin_read(engine) as connection:
        (known,) = cases.open_cases(connection, TALK)
    assert (known.state, known.assignee) == (CaseState.WAITING_FOR_SHOPPER, ANA.login)
    assert (known.waiting_since, known.answered_at) == (None, later(2))
    say(engine, "10042", later(3))
    finish(engine, claim(engine, later(3)), now=later(3))
    with begin_read(engine) as connection:
        (known,) = cases.open_cases(connection, TALK)
        trail = [(entry.what.value, entry.by) for entry in cases.trail(connection, case.id)]
    assert (known.state, known.waiting_since) == (CaseState.OPEN, later(3))
    assert trail == [("opened", "bot"), ("answered", ANA.login), ("state", ANA.login), ("state", "store")]


def test_another_persons_case_stays_theirs(engine: Engine) -> None:
    say(engine, "a person please")
    case = wanted(engine)
    cases.assign(engine, case.id, BEN.login, BEN.login, NOW)
    takeover.take_over(engine, TALK, ANA, NOW)
    takeover.reply(engine, TALK, ANA, "Hello", NOW)
    assert states(engine) == [CaseState.NEW]
