"""How shoppers are reached: the conversation follows the person, not the number."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.engine import Engine

from tracking import contacts
from tracking.contacts import WINDOW, Contact, address_of, conversation_of, moved, verified_phone, window_open
from tracking.conversations import Incoming, receive_all
from tracking.db import begin_read
from tracking.numbers.phones import international, spellings

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
JANE, MIA = "FR.1001", "FR.1002"
NUMBER, OTHER = "+33612345678", "+33687654321"


@pytest.fixture(autouse=True)
def _pepper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contacts, "pepper", lambda: b"a pepper for tests")


def who(user_id: str | None, phone: str | None, hours: float = 0) -> Contact:
    return Contact(user_id, phone, NOW + timedelta(hours=hours))


def write(engine: Engine, contact: Contact, message_id: str = "") -> str:
    """A message of `contact`; gives the conversation that it came into."""
    with begin_read(engine) as connection:
        conversation = conversation_of(connection, "whatsapp", contact)
    message = Incoming("whatsapp", conversation, message_id or f"m{contact.wrote_at}", "hi", contact=contact)
    receive_all(engine, [message], contact.wrote_at)
    return conversation


def phone(engine: Engine, conversation: str) -> str | None:
    with begin_read(engine) as connection:
        return verified_phone(connection, conversation)


def test_an_id_tells_nobody_the_number(engine: Engine) -> None:
    for contact in (who(JANE, NUMBER), who(None, OTHER)):
        conversation = write(engine, contact)
        assert conversation.startswith("whatsapp:")
        assert len(conversation) == len("whatsapp:") + 32
        assert "612345678" not in conversation
        assert NUMBER not in repr(contact)
        assert JANE not in repr(contact)


def test_the_shopper_comes_back_to_the_same_conversation(engine: Engine) -> None:
    first = write(engine, who(JANE, NUMBER))
    assert write(engine, who(JANE, NUMBER, 1)) == first
    # The number is hidden now, and later shown again.
    assert write(engine, who(JANE, None, 2)) == first
    assert phone(engine, first) == NUMBER
    assert write(engine, who(MIA, OTHER, 3)) != first


def test_a_conversation_that_was_known_by_number_goes_on_under_the_id(engine: Engine) -> None:
    first = write(engine, who(None, NUMBER))
    assert write(engine, who(JANE, NUMBER, 1)) == first
    assert write(engine, who(JANE, None, 2)) == first


def test_a_number_that_was_passed_on_opens_nothing_of_whoever_had_it(engine: Engine) -> None:
    before = write(engine, who(JANE, NUMBER))
    after = write(engine, who(MIA, NUMBER, 1))
    assert after != before
    assert phone(engine, before) is None
    assert phone(engine, after) == NUMBER
    long_ago = write(engine, who(None, OTHER))
    assert write(engine, who("FR.1003", OTHER, 24 * 31)) != long_ago


def test_an_old_message_that_comes_late_does_not_bring_an_old_number_back(engine: Engine) -> None:
    conversation = write(engine, who(JANE, OTHER, 2))
    assert write(engine, who(JANE, NUMBER, 1)) == conversation
    assert phone(engine, conversation) == OTHER
    with begin_read(engine) as connection:
        address = address_of(connection, conversation)
    assert address is not None
    assert address.wrote_at == NOW + timedelta(hours=2)


def test_a_new_number_keeps_the_conversation(engine: Engine) -> None:
    conversation = write(engine, who(JANE, NUMBER))
    assert moved(engine, "whatsapp", who(None, NUMBER, 1), who("FR.2001", OTHER, 1)) == conversation
    assert phone(engine, conversation) == OTHER
    assert write(engine, who("FR.2001", OTHER, 2)) == conversation
    # The old number belongs to somebody else one day.
    assert write(engine, who(MIA, NUMBER, 3)) != conversation


def test_a_new_number_that_wrote_first_keeps_its_own_conversation(engine: Engine) -> None:
    old = write(engine, who(JANE, NUMBER))
    new = write(engine, who("FR.2001", OTHER, 1))
    assert moved(engine, "whatsapp", who(JANE, NUMBER, 1), who("FR.2001", OTHER, 1)) == old
    assert phone(engine, old) is None
    assert phone(engine, new) == OTHER
    assert write(engine, who("FR.2001", OTHER, 2)) == new


def test_a_change_of_somebody_who_never_wrote_is_nothing(engine: Engine) -> None:
    assert moved(engine, "whatsapp", who(None, NUMBER), who(None, OTHER)) is None
    assert moved(engine, "whatsapp", who(None, None), who(None, OTHER)) is None


def test_a_change_of_another_channel_is_not_ours(engine: Engine) -> None:
    conversation = write(engine, who(JANE, NUMBER))
    assert moved(engine, "other", who(JANE, NUMBER, 1), who(MIA, OTHER, 1)) is None
    assert phone(engine, conversation) == NUMBER


def test_the_window_is_open_for_a_day(engine: Engine) -> None:
    conversation = write(engine, who(JANE, NUMBER))
    with begin_read(engine) as connection:
        assert window_open(connection, conversation, NOW + WINDOW - timedelta(seconds=1))
        assert not window_open(connection, conversation, NOW + WINDOW)
    write(engine, who(JANE, NUMBER, 23))
    with begin_read(engine) as connection:
        assert window_open(connection, conversation, NOW + WINDOW + timedelta(hours=22))


def test_a_channel_without_a_window_is_always_open(engine: Engine) -> None:
    receive_all(engine, [Incoming("website", "website:1", "m1", "hi")], NOW)
    with begin_read(engine) as connection:
        assert window_open(connection, "website:1", NOW + timedelta(days=400))
        assert verified_phone(connection, "website:1") is None


def test_somebody_without_a_name_is_refused(engine: Engine) -> None:
    with begin_read(engine) as connection, pytest.raises(ValueError, match="user id"):
        conversation_of(connection, "whatsapp", who(None, None))


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("33612345678", "+33612345678"),
        ("+33612345678", "+33612345678"),
        ("", None),
        (None, None),
        ("0612345678", None),
        ("33 6 12", None),
        ("US.13491208655302741918", None),
        ("١٢٣٤٥٦٧٨", None),
        ("1" * 16, None),
    ],
)
def test_numbers_of_a_platform(digits: str | None, number: str | None) -> None:
    assert international(digits) == number


@pytest.mark.parametrize(
    ("number", "others"),
    [
        ("+33612345678", []),
        ("+5215512345678", ["+525512345678"]),
        ("+525512345678", []),
        ("+551187654321", ["+5511987654321"]),
        ("+5511987654321", []),
        # A landline is nobody's mobile.
        ("+551132345678", []),
    ],
)
def test_other_spellings(number: str, others: list[str]) -> None:
    assert spellings(number) == (number, *others)
