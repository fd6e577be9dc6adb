"""Who may see what of an order: proofs, limits, and what a guesser can learn (nothing)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from tracking import disclosure, pepper
from tracking.db import begin_read, begin_write
from tracking.disclosure import Outcome, bind_signed, forget_expired, prove, tier, verified_orders
from tracking.model import conversations, failed_proofs, identities, orders
from tracking.numbers import order_key
from tracking.vocabulary import Tier

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
EMAIL = "jane@example.com"
POSTCODE = "SW1A 1AA"


@pytest.fixture(autouse=True)
def _pepper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "pepper", lambda: b"a pepper for tests")


@pytest.fixture
def shop(engine: Engine) -> Engine:
    """A store with two orders and thirty conversations."""
    with begin_write(engine) as connection:
        connection.execute(
            conversations.insert(),
            [
                {
                    "id": f"website:{number}",
                    "channel": "website",
                    "owner": "bot",
                    "created_at": NOW,
                    "updated_at": NOW,
                }
                for number in range(30)
            ],
        )
        for number, email, postcode in (("10042", EMAIL, POSTCODE), ("LHQ-80517", None, None)):
            connection.execute(
                orders.insert().values(
                    number=number,
                    number_key=order_key(number),
                    email=email,
                    postcode=postcode,
                    placed_at=NOW,
                    recorded_at=NOW,
                )
            )
    return engine


def attempt(engine: Engine, value: str = EMAIL, *, order: str = "10042", **given: Any) -> Outcome:
    """One proof, by e-mail in the first conversation unless told otherwise."""
    return prove(
        engine,
        **{
            "conversation_id": "website:0",
            "order_number": order,
            "kind": "email",
            "value": value,
            "now": NOW,
            **given,
        },
    )


def failures(engine: Engine) -> int:
    with begin_read(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(failed_proofs)).scalar_one())


def order_id(engine: Engine, number: str = "10042") -> int:
    with begin_read(engine) as connection:
        return int(connection.execute(select(orders.c.id).where(orders.c.number == number)).scalar_one())


def seen(engine: Engine, conversation: str = "website:0", now: datetime = NOW) -> Tier:
    with begin_read(engine) as connection:
        return tier(connection, conversation, order_id(engine), now=now)


@contextmanager
def recorded(engine: Engine) -> Iterator[list[str]]:
    """The SQL that runs meanwhile."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def sign(engine: Engine, conversation_id: str, number: str = "10042", at: datetime = NOW) -> None:
    """Let the shop vouch for who owns an order."""
    found = order_id(engine, number)
    with begin_write(engine) as connection:
        bind_signed(connection, conversation_id, found, at)


class TestProof:
    @pytest.mark.parametrize("email", [EMAIL, " Jane@Example.COM ", "ｊane@example.com"])
    def test_the_orders_email_opens_it(self, shop: Engine, email: str) -> None:
        assert seen(shop) is Tier.STATUS
        assert attempt(shop, email) is Outcome.VERIFIED
        assert seen(shop) is Tier.FULL
        assert failures(shop) == 0

    @pytest.mark.parametrize("postcode", [POSTCODE, "sw1a1aa", "SW1A-1AA", " sw1a 1aa "])
    def test_the_orders_postcode_opens_it(self, shop: Engine, postcode: str) -> None:
        assert attempt(shop, postcode, kind="postcode") is Outcome.VERIFIED
        assert seen(shop) is Tier.FULL

    @pytest.mark.parametrize("number", ["10042", "#10042", "１００４２", "10 042"])
    def test_the_number_may_be_spelt_in_any_way(self, shop: Engine, number: str) -> None:
        assert attempt(shop, order=number) is Outcome.VERIFIED

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            ("email", "john@example.com"),
            ("email", "jane@example.co"),
            ("email", "jane@example.com.evil.example"),
            ("email", POSTCODE),
            ("email", ""),
            ("email", "\x00"),
            ("email", "\ud800"),
            ("postcode", "SW1A"),
            ("postcode", "SW1A 1AB"),
            ("postcode", EMAIL),
            ("postcode", ""),
        ],
    )
    def test_anything_else_does_not(self, shop: Engine, kind: str, value: str) -> None:
        assert attempt(shop, value, kind=kind) is Outcome.MISMATCH
        assert seen(shop) is Tier.STATUS
        assert failures(shop) == 1

    @pytest.mark.parametrize("kind", ["email", "postcode"])
    @pytest.mark.parametrize("value", ["", " ", "None", EMAIL])
    def test_an_order_without_email_or_postcode_is_opened_by_nothing(
        self, shop: Engine, kind: str, value: str
    ) -> None:
        assert attempt(shop, value, kind=kind, order="LHQ-80517") is Outcome.MISMATCH

    def test_it_holds_in_its_own_conversation_only(self, shop: Engine) -> None:
        attempt(shop)
        assert seen(shop, "website:1") is Tier.STATUS

    def test_it_expires(self, shop: Engine) -> None:
        attempt(shop)
        end = NOW + disclosure.IDENTITY_LIFETIME
        assert seen(shop, now=end - timedelta(seconds=1)) is Tier.FULL
        assert seen(shop, now=end) is Tier.STATUS

    def test_a_second_proof_renews_it(self, shop: Engine) -> None:
        attempt(shop)
        later = NOW + timedelta(days=20)
        attempt(shop, POSTCODE, kind="postcode", now=later)
        assert seen(shop, now=later + timedelta(days=20)) is Tier.FULL
        with begin_read(shop) as connection:
            assert connection.execute(select(identities.c.method)).scalars().all() == ["postcode"]

    def test_the_newest_proof_comes_first(self, shop: Engine) -> None:
        first, second = order_id(shop), order_id(shop, "LHQ-80517")
        attempt(shop)
        sign(shop, "website:0", "LHQ-80517", NOW + timedelta(minutes=1))
        with begin_read(shop) as connection:
            assert verified_orders(connection, "website:0", now=NOW) == [second, first]

    def test_another_kind_of_proof_is_refused(self, shop: Engine) -> None:
        with pytest.raises(ValueError, match="phone"):
            attempt(shop, "+33612345678", kind="phone")

    def test_an_unknown_conversation_proves_nothing(self, shop: Engine) -> None:
        with pytest.raises(IntegrityError):
            attempt(shop, conversation_id="website:nobody")


class TestGuessing:
    """What somebody learns who does not know the order."""

    @pytest.mark.parametrize("kind", ["email", "postcode"])
    def test_an_unknown_order_and_a_wrong_pair_run_the_same_statements(self, shop: Engine, kind: str) -> None:
        with recorded(shop) as wrong_pair:
            assert attempt(shop, "guess", kind=kind) is Outcome.MISMATCH
        with recorded(shop) as unknown:
            assert attempt(shop, "guess", kind=kind, order="99999") is Outcome.MISMATCH
        with recorded(shop) as without_proof:
            assert attempt(shop, "guess", kind=kind, order="LHQ-80517") is Outcome.MISMATCH
        assert wrong_pair == unknown == without_proof
        assert any("failed_proofs" in statement for statement in unknown)

    def test_a_right_pair_behind_a_lock_runs_the_same_statements_as_a_wrong_one(self, shop: Engine) -> None:
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION):
            attempt(shop, "guess")
        outcomes, ran = [], []
        for value, order in ((EMAIL, "10042"), ("guess", "10042"), ("guess", "99999")):
            with recorded(shop) as statements:
                outcomes.append(attempt(shop, value, order=order))
            ran.append(statements)
        assert outcomes == [Outcome.LOCKED] * 3
        assert ran[0] == ran[1] == ran[2]
        assert seen(shop) is Tier.STATUS

    def test_every_comparison_is_of_keyed_digests(
        self, shop: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        compared: list[tuple[bytes, bytes]] = []
        real = disclosure.hmac.compare_digest
        monkeypatch.setattr(
            disclosure.hmac,
            "compare_digest",
            lambda first, second: compared.append((first, second)) or real(first, second),
        )
        for value, order in ((EMAIL, "10042"), ("x", "10042"), ("x" * 5000, "99999")):
            attempt(shop, value, order=order)
        assert [(len(first), len(second)) for first, second in compared] == [(32, 32)] * 3

    def test_what_was_guessed_is_kept_as_a_keyed_hash(
        self, shop: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        attempt(shop, "guess", order="99999")
        monkeypatch.setattr(disclosure, "pepper", lambda: b"another pepper")
        attempt(shop, "guess", order="99999")
        with begin_read(shop) as connection:
            hashes = connection.execute(select(failed_proofs.c.order_hash)).scalars().all()
        assert len(set(hashes)) == 2
        assert all(len(order_hash) == 64 and "99999" not in order_hash for order_hash in hashes)


class TestLimits:
    def test_five_failures_lock_a_conversation(self, shop: Engine) -> None:
        outcomes = [
            attempt(shop, order=f"9000{number}") for number in range(disclosure.MAX_FAILURES_A_CONVERSATION)
        ]
        assert set(outcomes) == {Outcome.MISMATCH}
        assert attempt(shop) is Outcome.LOCKED
        assert attempt(shop, conversation_id="website:1") is Outcome.VERIFIED

    def test_a_right_pair_is_accepted_at_the_last_chance(self, shop: Engine) -> None:
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION - 1):
            attempt(shop, "guess")
        assert attempt(shop) is Outcome.VERIFIED

    @pytest.mark.parametrize("order", ["10042", "99999"])
    def test_ten_failures_an_hour_lock_an_order_that_exists_or_not(self, shop: Engine, order: str) -> None:
        for number in range(disclosure.MAX_FAILURES_AN_ORDER):
            assert (
                attempt(shop, "guess", order=order, conversation_id=f"website:{number}") is Outcome.MISMATCH
            )
        assert attempt(shop, order=order, conversation_id="website:20") is Outcome.LOCKED

    def test_twenty_failures_an_hour_lock_a_network_address(self, shop: Engine) -> None:
        for number in range(disclosure.MAX_FAILURES_A_NETWORK):
            outcome = attempt(
                shop, order=f"900{number}", conversation_id=f"website:{number}", network="a hash"
            )
            assert outcome is Outcome.MISMATCH
        assert attempt(shop, conversation_id="website:25", network="a hash") is Outcome.LOCKED
        assert attempt(shop, conversation_id="website:25", network="another") is Outcome.VERIFIED

    @pytest.mark.parametrize("network", [None, ""])
    def test_channels_without_an_address_do_not_lock_each_other(
        self, shop: Engine, network: str | None
    ) -> None:
        for number in range(disclosure.MAX_FAILURES_A_NETWORK + 1):
            attempt(shop, order=f"900{number}", conversation_id=f"website:{number}", network=network)
        assert attempt(shop, conversation_id="website:25", network=network) is Outcome.VERIFIED

    def test_failures_expire(self, shop: Engine) -> None:
        for number in range(disclosure.MAX_FAILURES_AN_ORDER):
            attempt(shop, "guess", conversation_id=f"website:{number // 2}")
        hour = NOW + disclosure.ORDER_WINDOW
        assert attempt(shop, conversation_id="website:9", now=hour - timedelta(seconds=1)) is Outcome.LOCKED
        assert attempt(shop, conversation_id="website:9", now=hour) is Outcome.VERIFIED

    def test_failures_of_a_conversation_expire(self, shop: Engine) -> None:
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION):
            attempt(shop, "guess")
        day = NOW + disclosure.CONVERSATION_WINDOW
        assert attempt(shop, now=day - timedelta(seconds=1)) is Outcome.LOCKED
        assert attempt(shop, now=day) is Outcome.VERIFIED

    def test_attempts_while_locked_are_not_counted(self, shop: Engine) -> None:
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION + 3):
            attempt(shop, "guess")
        assert failures(shop) == disclosure.MAX_FAILURES_A_CONVERSATION

    def test_a_lock_takes_nothing_from_who_was_proven_before(self, shop: Engine) -> None:
        attempt(shop)
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION + 1):
            attempt(shop, "guess")
        assert seen(shop) is Tier.FULL

    def test_strangers_cannot_lock_a_signed_identity_out(self, shop: Engine) -> None:
        for number in range(disclosure.MAX_FAILURES_AN_ORDER):
            attempt(shop, "guess", conversation_id=f"website:{number}", network="a hash")
        for _ in range(disclosure.MAX_FAILURES_A_CONVERSATION):
            attempt(shop, "guess", order="99999", conversation_id="website:20")
        sign(shop, "website:20")
        assert seen(shop, "website:20") is Tier.FULL

    def test_two_at_once_do_not_exceed_a_limit(self, shop: Engine) -> None:
        def guess(number: int) -> Outcome:
            return attempt(
                shop, "guess", conversation_id=f"website:{number % 3}", network=f"a hash {number % 2}"
            )

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(guess, range(24)))
        assert outcomes.count(Outcome.MISMATCH) == disclosure.MAX_FAILURES_AN_ORDER
        assert failures(shop) == disclosure.MAX_FAILURES_AN_ORDER

    def test_two_right_proofs_at_once_are_one_identity(self, shop: Engine) -> None:
        def right(number: int) -> Outcome:
            if number % 2:
                return attempt(shop)
            sign(shop, "website:0")
            return Outcome.VERIFIED

        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(right, range(16))) == {Outcome.VERIFIED}
        with begin_read(shop) as connection:
            assert connection.execute(select(func.count()).select_from(identities)).scalar_one() == 1


def test_what_expired_is_forgotten(shop: Engine) -> None:
    attempt(shop)
    attempt(shop, "guess")
    assert forget_expired(shop, NOW + timedelta(hours=1)) == 0
    assert forget_expired(shop, NOW + disclosure.CONVERSATION_WINDOW) == 1
    assert forget_expired(shop, NOW + disclosure.IDENTITY_LIFETIME) == 1
    assert failures(shop) == 0
    assert seen(shop) is Tier.STATUS


class TestPepper:
    def test_is_made_once_and_kept_for_this_user_only(self, tmp_path: Path) -> None:
        path = tmp_path / "secrets" / "wismo_pepper"
        with ThreadPoolExecutor(8) as pool:
            made = set(pool.map(pepper.kept, [path] * 16))
        assert len(made) == 1
        assert len(made.pop()) == 64
        assert os.stat(path).st_mode & 0o777 == 0o600
        assert [entry.name for entry in path.parent.iterdir()] == ["wismo_pepper"]

    def test_another_shop_has_another(self, tmp_path: Path) -> None:
        assert pepper.kept(tmp_path / "one") != pepper.kept(tmp_path / "two")
