"""Rasa's memory: whole turns, the current session only, several processes side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from rasa.core.tracker_store import TrackerStore, check_if_tracker_store_async
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.engine import Engine

from bot.tracker_store import KEPT_TURNS, MAX_TURNS, Trackers, VersionError, current_session, trackers
from bot.turn import RUNNING, Failure, RunningTurn
from tracking.db import begin_write

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [say]
slots:
  order: {type: text, mappings: [{type: custom}]}
  count: {type: any, initial_value: 0, mappings: [{type: custom}]}
forms: {ask_form: {required_slots: [order]}}
actions: [action_reply]
"""
)


@pytest.fixture
def store(engine: Engine) -> Iterator[Trackers]:
    """An empty store beside, or in, the test's database."""
    yield another(engine)
    with begin_write(engine) as connection:
        trackers.drop(connection, checkfirst=True)


def another(engine: Engine) -> Trackers:
    """The same store in another process."""
    return Trackers(DOMAIN, host=engine.url.render_as_string(hide_password=False))


def opening() -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(number: int, *events: Event) -> list[Event]:
    return [
        UserUttered(f"text {number}", {"name": "say", "confidence": 1.0}, message_id=f"m{number}"),
        *events,
        ActionExecuted("action_reply"),
        BotUttered(f"re {number}", {"custom": {"card": {"n": number}}}),
        ActionExecuted("action_listen"),
    ]


def tracker(*events: Event, sender: str = "x") -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender, list(events), DOMAIN.slots, domain=DOMAIN)


def state(of: DialogueStateTracker) -> dict[str, Any]:
    """All that the next turn depends on."""
    return {
        "slots": of.current_slot_values(),
        "loop": of.active_loop_name,
        "latest action": of.latest_action_name,
        "latest message": of.latest_message.message_id if of.latest_message else None,
        "paused": of.is_paused(),
    }


def said(of: DialogueStateTracker | None) -> list[str]:
    assert of is not None
    return [e.text for e in of.events if isinstance(e, (UserUttered, BotUttered)) and e.text]


@contextmanager
def running() -> Iterator[RunningTurn]:
    """Inside a relay turn."""
    made = RunningTurn()
    token = RUNNING.set(made)
    try:
        yield made
    finally:
        RUNNING.reset(token)


def test_what_is_saved_is_read_by_any_process(engine: Engine, store: Trackers) -> None:
    saved = tracker(*opening(), *turn(1, SlotSet("order", "10042")))
    asyncio.run(store.save(saved))
    read = asyncio.run(another(engine).retrieve("x"))
    assert read is not None
    assert [e.as_dict() for e in read.events] == [e.as_dict() for e in saved.events]
    assert state(read) == state(saved)
    assert asyncio.run(another(engine).retrieve("unknown")) is None
    assert asyncio.run(store.keys()) == ["x"]


def test_an_empty_tracker_is_not_kept(store: Trackers) -> None:
    asyncio.run(store.save(tracker()))
    assert asyncio.run(store.retrieve("x")) is None


def test_only_the_current_session_is_kept(store: Trackers) -> None:
    asyncio.run(store.save(tracker(*opening(), *turn(1), *opening(), *turn(2))))
    assert said(asyncio.run(store.retrieve("x"))) == ["text 2", "re 2"]


def test_a_failed_turn_is_not_kept(store: Trackers) -> None:
    asyncio.run(store.save(tracker(*opening(), *turn(1))))
    with running() as now:
        read = asyncio.run(store.retrieve("x"))
        assert read is not None
        now.fail(Failure.FAILED)
        for event in turn(2):
            read.update(event)
        asyncio.run(store.save(read))
    assert said(asyncio.run(store.retrieve("x"))) == ["text 1", "re 1"]


def test_of_two_processes_that_run_the_same_turn_one_counts(engine: Engine, store: Trackers) -> None:
    asyncio.run(store.save(tracker(*opening(), *turn(1))))
    for first_turn in (False, True):
        sender = "new" if first_turn else "x"
        with running() as mine:
            asyncio.run(store.retrieve(sender))
            with running():
                asyncio.run(another(engine).retrieve(sender))
                asyncio.run(another(engine).save(tracker(*opening(), *turn(2), sender=sender)))
            with pytest.raises(VersionError):
                asyncio.run(store.save(tracker(*opening(), *turn(3), sender=sender)))
            # Rasa swallows the error and goes on with a store in memory: the relay must know.
            assert mine.failure is Failure.UNAVAILABLE
        assert said(asyncio.run(store.retrieve(sender))) == ["text 2", "re 2"]


def test_a_store_that_is_away_fails_the_turn(store: Trackers, tmp_path: Path, monkeypatch: Any) -> None:
    away = "postgresql://postgres@127.0.0.1:1/none"
    from sqlalchemy import create_engine

    monkeypatch.setattr(store, "_engine", create_engine(away, future=True))
    for call in (store.retrieve("x"), store.save(tracker(*opening(), *turn(1)))):
        with running() as now:
            with pytest.raises(Exception, match="does not answer"):
                asyncio.run(call)
            assert now.failure is Failure.UNAVAILABLE


def test_rasa_finds_it_by_the_name_in_endpoints_yml(engine: Engine) -> None:
    root = Path(__file__).parents[2]
    from rasa.utils.endpoints import read_endpoint_config

    config = read_endpoint_config(str(root / "endpoints.yml"), "tracker_store")
    assert config is not None
    made = TrackerStore.create(
        EndpointConfig(type=config.type, url=engine.url.render_as_string(hide_password=False)), DOMAIN
    )
    assert isinstance(made, Trackers)
    assert check_if_tracker_store_async(made)


class TestCut:
    """A long session is cut; the next turn must not notice."""

    def session(self, turns: int, *first: Event) -> list[Event]:
        return [*opening(), *first, *(event for n in range(turns) for event in turn(n))]

    @pytest.mark.parametrize("turns", [1, MAX_TURNS])
    def test_a_short_one_is_kept_whole(self, turns: int) -> None:
        events = self.session(turns)
        assert current_session(events, DOMAIN) == events

    @pytest.mark.parametrize(
        "first",
        [
            [],
            [SlotSet("order", "10042")],
            [SlotSet("order", "10042"), SlotSet("order", None), SlotSet("count", 7)],
            [ActionExecuted("ask_form"), ActiveLoop("ask_form"), SlotSet("requested_slot", "order")],
            [ActiveLoop("ask_form"), ActiveLoop(None)],
        ],
    )
    def test_one_turn_more_and_the_state_is_the_same(self, first: list[Event]) -> None:
        events = self.session(MAX_TURNS + 1, *first)
        cut = current_session(events, DOMAIN)
        assert state(tracker(*cut)) == state(tracker(*events))
        texts = said(tracker(*cut))
        assert texts[:2] == [f"text {MAX_TURNS + 1 - KEPT_TURNS}", f"re {MAX_TURNS + 1 - KEPT_TURNS}"]
        assert len(texts) == 2 * KEPT_TURNS

    def test_it_is_still_one_session(self) -> None:
        cut = current_session(self.session(MAX_TURNS + 1), DOMAIN)
        assert [type(event) for event in cut[:2]] == [ActionExecuted, SessionStarted]

    def test_cutting_again_and_again_changes_nothing(self) -> None:
        events: list[Event] = [*opening(), SlotSet("order", "10042")]
        for n in range(MAX_TURNS * 5):
            events = current_session([*events, *turn(n)], DOMAIN)
            assert sum(isinstance(event, UserUttered) for event in events) <= MAX_TURNS
        assert tracker(*events).get_slot("order") == "10042"
