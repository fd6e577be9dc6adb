"""“Tell me when it moves”: what is kept of a consent, and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.tracking.consents import NOW, TALK, agree, bring, look, row, say, scan, told
from tracking import disclosure, subscriptions
from tracking.db import begin_read, begin_write
from tracking.model import inbox
from tracking.model import subscriptions as table
from tracking.outbox import claim_sends
from tracking.subscriptions import Consent, Ended, NotProvenError

# --- Consent --------------------------------------------------------------------------------------------


def test_a_consent_is_kept_with_its_channel_time_language_and_words(engine: Engine) -> None:
    order_id = bring(engine)
    assert agree(engine, order_id, language="fr") is Consent.GIVEN
    kept = row(engine)
    assert (kept.conversation_id, kept.order_id, kept.channel) == (TALK, order_id, "website")
    assert (kept.language, kept.consented_at, kept.consent_message_id) == ("fr", NOW, "m1")
    assert kept.consent_words == "tell me when it moves"
    assert kept.stopped_at is None
    assert [state["milestone"] for state in kept.told.values()] == ["in_transit"]


def test_asking_again_changes_nothing(engine: Engine) -> None:
    order_id = bring(engine)
    agree(engine, order_id)
    before = row(engine)
    assert agree(engine, order_id, now=NOW + timedelta(hours=1)) is Consent.HELD
    assert row(engine) == before


def test_nobody_is_told_of_an_order_that_they_have_not_proven(engine: Engine) -> None:
    order_id = bring(engine)
    say(engine, "tell me", "m1")
    with pytest.raises(NotProvenError):
        subscriptions.subscribe(
            engine,
            conversation_id=TALK,
            order_id=order_id,
            channel="website",
            language="en",
            message_id="m1",
            asking=True,
            now=NOW,
        )


def test_the_words_of_a_consent_are_those_that_asked_not_those_that_proved_the_order(engine: Engine) -> None:
    order_id = bring(engine)
    say(engine, "please tell me when it moves", "asked")
    with begin_write(engine) as connection:
        connection.execute(inbox.update().values(understood={"intent": "notify_me"}))
    say(engine, "a@example.com", "proof")
    disclosure.prove(
        engine, conversation_id=TALK, order_number="10042", kind="email", value="a@example.com", now=NOW
    )
    subscriptions.subscribe(
        engine,
        conversation_id=TALK,
        order_id=order_id,
        channel="website",
        language="en",
        message_id="proof",
        asking=False,
        now=NOW,
    )
    kept = row(engine)
    assert (kept.consent_message_id, kept.consent_words) == ("asked", "please tell me when it moves")


def test_an_order_that_has_arrived_needs_no_consent(engine: Engine) -> None:
    order_id = bring(engine)
    scan(engine, NOW - timedelta(hours=1), "delivered")
    assert agree(engine, order_id) is Consent.OVER
    with begin_read(engine) as connection:
        assert connection.execute(select(table)).first() is None


# --- Stopping -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["STOP", "stop!", " Stop. ", "ARRÊT", "arret", "Alto", "¡ALTO!", "stopp", "STOPP"]
)
def test_one_word_is_enough_in_any_language(text: str) -> None:
    assert subscriptions.is_stop_word(text)


@pytest.mark.parametrize(
    "text", ["", "...", "stop it there", "don't stop", "10042", "stop 10042", "nonstop", "st op"]
)
def test_other_messages_are_not_that_word(text: str) -> None:
    assert not subscriptions.is_stop_word(text)


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_the_word_that_shoppers_are_told_is_one_that_works(language: str) -> None:
    assert subscriptions.is_stop_word(subscriptions.stop_word(language))


def test_stop_ends_all_of_a_conversation_and_of_no_other(engine: Engine) -> None:
    first, second = bring(engine), bring(engine, name="10043")
    agree(engine, first)
    agree(engine, second)
    agree(engine, first, talk="website:2")
    assert subscriptions.stop(engine, TALK, "m2", NOW)
    for name in ("10042", "10043"):
        scan(engine, NOW, "out_for_delivery", name=name)
    assert look(engine, NOW + timedelta(minutes=1)) == 1
    assert told(engine) == []
    assert len(told(engine, "website:2")) == 1
    with begin_read(engine) as connection:
        ended = connection.execute(select(table).where(table.c.conversation_id == TALK)).all()
    assert {(each.stopped_by, each.stopped_at, each.stop_message_id) for each in ended} == {
        (Ended.SHOPPER.value, NOW, "m2")
    }


def test_a_notice_that_waits_for_its_platform_is_not_sent_after_stop(engine: Engine) -> None:
    order_id, talk = bring(engine), "telegram:1"
    agree(engine, order_id, talk=talk)
    scan(engine, NOW, "out_for_delivery")
    assert look(engine, NOW + timedelta(minutes=1)) == 1
    subscriptions.stop(engine, talk, "m2", NOW + timedelta(minutes=2))
    assert claim_sends(engine, ["telegram"], 9, NOW + timedelta(minutes=3)) == []


def test_stop_is_a_word_like_others_where_nothing_holds_but_not_when_its_turn_is_run_again(
    engine: Engine,
) -> None:
    assert not subscriptions.stop(engine, TALK, "m2", NOW)
    agree(engine, bring(engine))
    assert subscriptions.stop(engine, TALK, "m2", NOW)
    assert subscriptions.stop(engine, TALK, "m2", NOW)
    assert not subscriptions.stop(engine, TALK, "m3", NOW)


def test_one_who_stopped_may_ask_again_and_both_consents_are_kept(engine: Engine) -> None:
    order_id = bring(engine)
    agree(engine, order_id)
    subscriptions.stop(engine, TALK, "m2", NOW)
    assert agree(engine, order_id, now=NOW + timedelta(hours=1)) is Consent.GIVEN
    with begin_read(engine) as connection:
        totals = subscriptions.totals(connection)
    assert (totals.given, totals.holding, totals.ended["shopper"], totals.notices) == (2, 1, 1, 0)
