"""Who may see what of an order.

An order number is guessable, so it opens nothing by itself: with it must come the order's e-mail address or
postcode, or an identity that the shop itself signed, or the order must carry the phone number that the
shopper's platform verified. What was proven lives in the `identities` table, bound to the conversation,
where no message can write.

Whoever guesses must learn nothing from the answer: an unknown order and a wrong pair run the same statements,
do the same work and have the same outcome; once a limit is reached, even a right pair does not tell.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Literal

from sqlalchemy import delete, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from tracking.contacts import verified_phone
from tracking.db import begin_read, begin_write
from tracking.model import failed_proofs, identities, orders
from tracking.numbers import order_key, postcode_key
from tracking.numbers.phones import spellings
from tracking.pepper import pepper
from tracking.vocabulary import Tier

# OWASP ASVS allows at most 100 failures an hour an account; these are proportionate for a chat, where
# a shopper who fails five times needs a person anyway.
#: Failed proofs of one conversation, then a person.
MAX_FAILURES_A_CONVERSATION = 5
#: Failed proofs with one order number in an hour, whoever tries and whether or not it exists.
MAX_FAILURES_AN_ORDER = 10
#: Failed proofs from one network address in an hour: shoppers behind one address are few.
MAX_FAILURES_A_NETWORK = 20

CONVERSATION_WINDOW = timedelta(hours=24)
ORDER_WINDOW = NETWORK_WINDOW = timedelta(hours=1)
#: How long a proof holds: as long as most shops let shoppers return what they bought.
IDENTITY_LIFETIME = timedelta(days=30)
#: A phone number proves orders no older than this: operators pass numbers on, some after 45 days, most
#: after 90.
PHONE_WINDOW = timedelta(days=90)
#: Orders that one phone number proves, the newest; a number with more is a business's, not one shopper's.
MAX_ORDERS_OF_PHONE = 20

ProofKind = Literal["email", "postcode"]


class Outcome(Enum):
    """What came of a proof."""

    VERIFIED = "verified"
    #: The pair does not belong together; the same for an order that does not exist.
    MISMATCH = "mismatch"
    #: Too many failures; nothing is said of the pair.
    LOCKED = "locked"


@dataclass(frozen=True)
class _Attempt:
    """What a proof is counted against."""

    conversation_id: str
    order_hash: str
    network: str | None

    def lock_keys(self) -> list[int]:
        """Signed 64 bits each, in one order for everybody, so that two proofs never wait in a circle."""
        parts = [f"conversation:{self.conversation_id}", f"order:{self.order_hash}"]
        if self.network is not None:
            parts.append(f"network:{self.network}")
        digests = (hashlib.sha256(part.encode()).digest()[:8] for part in parts)
        return sorted(int.from_bytes(digest, "big", signed=True) for digest in digests)


def prove(
    engine: Engine,
    *,
    conversation_id: str,
    order_number: str,
    kind: ProofKind,
    value: str,
    now: datetime,
    network: str | None = None,
) -> Outcome:
    """Prove that an order is the shopper's, by its e-mail address or postcode.

    Counting and recording are one write transaction that waits for others on the same conversation, order or
    network address: limits hold however many workers there are.

    Args:
        conversation_id: of an existing conversation; what is proven is bound to it.
        network: keyed hash of the shopper's network address, where the channel has one.

    Raises:
        ValueError: `kind` is none of the two.
    """
    if kind not in ("email", "postcode"):
        raise ValueError(f"an order is proven by email or postcode, not by {kind}")
    key = order_key(order_number)
    attempt = _Attempt(conversation_id, _digest("order", key).hex(), network or None)
    with begin_write(engine) as connection:
        _lock(connection, attempt)
        row = connection.execute(
            select(orders.c.id, orders.c.email, orders.c.postcode).where(orders.c.number_key == key)
        ).one_or_none()
        locked = _is_locked(connection, attempt, now)
        matches = _matches(kind, value, getattr(row, kind, None))
        if locked:
            return Outcome.LOCKED
        if row is not None and matches:
            _remember(connection, conversation_id, row.id, kind, now)
            return Outcome.VERIFIED
        connection.execute(
            failed_proofs.insert().values(
                conversation_id=conversation_id,
                order_hash=attempt.order_hash,
                network=attempt.network,
                failed_at=now,
            )
        )
        return Outcome.MISMATCH


def bind_signed(connection: Connection, conversation_id: str, order_id: int, now: datetime) -> None:
    """Bind an order to a conversation on the shop's own word (`tracking.sign_ins`).

    Strangers' failures count for nothing here, so nobody can lock a signed-in shopper out.
    """
    _remember(connection, conversation_id, order_id, "signed", now)


def bind_link(connection: Connection, *, conversation_id: str, order_number: str, now: datetime) -> bool:
    """Bind an order on a link that the shop signed and sent to its buyer; the caller has checked that.

    A link can be passed on, so it serves whom it served first: False for anybody else, and for an order that
    nobody knows.
    """
    query = select(orders.c.id).where(orders.c.number_key == order_key(order_number))
    if connection.dialect.name == "postgresql":
        # Of two who come at once, one is first.
        query = query.with_for_update()
    order_id = connection.execute(query).scalar_one_or_none()
    if order_id is None:
        return False
    taken = connection.execute(
        select(identities.c.id).where(
            identities.c.order_id == order_id,
            identities.c.method == "link",
            identities.c.conversation_id != conversation_id,
            identities.c.verified_at > now - IDENTITY_LIFETIME,
        )
    ).first()
    if taken is not None:
        return False
    _remember(connection, conversation_id, order_id, "link", now)
    return True


def prove_phone(engine: Engine, *, conversation_id: str, now: datetime) -> list[int]:
    """Bind the recent orders that carry the phone number which the platform verified for this conversation.

    The number comes from the store, where only the platform's signed word writes it (`tracking.contacts`).
    Gives the ids of the orders that were not proven here before, the newest order first.
    """
    with begin_read(engine) as connection:
        found = _orders_of_phone(connection, conversation_id, now)
        known = set(verified_orders(connection, conversation_id, now=now)) if found else set()
    new = [order_id for order_id in found if order_id not in known]
    if new:
        with begin_write(engine) as connection:
            # The newest last: `verified_orders` gives the newest proof first.
            for order_id in reversed(new):
                _remember(connection, conversation_id, order_id, "phone", now)
    return new


def _orders_of_phone(connection: Connection, conversation_id: str, now: datetime) -> list[int]:
    phone = verified_phone(connection, conversation_id)
    if phone is None:
        return []
    recent = select(orders.c.id).where(
        orders.c.phone.in_(spellings(phone)), orders.c.placed_at > now - PHONE_WINDOW
    )
    newest_first = recent.order_by(orders.c.placed_at.desc(), orders.c.id.desc())
    return list(connection.execute(newest_first.limit(MAX_ORDERS_OF_PHONE)).scalars())


def tier(connection: Connection, conversation_id: str, order_id: int, *, now: datetime | None = None) -> Tier:
    """How much of an order a conversation may see."""
    return Tier.FULL if order_id in verified_orders(connection, conversation_id, now=now) else Tier.STATUS


def verified_orders(
    connection: Connection, conversation_id: str, *, now: datetime | None = None
) -> list[int]:
    """Ids of the orders proven in a conversation and not expired, the newest proof first."""
    since = (now or datetime.now(timezone.utc)) - IDENTITY_LIFETIME
    return list(
        connection.execute(
            select(identities.c.order_id)
            .where(identities.c.conversation_id == conversation_id, identities.c.verified_at > since)
            .order_by(identities.c.verified_at.desc(), identities.c.id.desc())
        ).scalars()
    )


def forget_expired(engine: Engine, now: datetime) -> int:
    """Delete failures that no window counts any more and identities that expired; returns how many rows."""
    with begin_write(engine) as connection:
        old = connection.execute(
            delete(failed_proofs).where(
                failed_proofs.c.failed_at <= now - max(CONVERSATION_WINDOW, ORDER_WINDOW, NETWORK_WINDOW)
            )
        )
        expired = connection.execute(
            delete(identities).where(identities.c.verified_at <= now - IDENTITY_LIFETIME)
        )
        return int(old.rowcount + expired.rowcount)


def _lock(connection: Connection, attempt: _Attempt) -> None:
    """Wait until no other proof counts against the same; SQLite has one writer at a time as it is."""
    if connection.dialect.name == "postgresql":
        for key in attempt.lock_keys():
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _is_locked(connection: Connection, attempt: _Attempt, now: datetime) -> bool:
    """Whether one of the limits is reached."""
    failed = failed_proofs.c
    limits = [
        (failed.conversation_id == attempt.conversation_id, CONVERSATION_WINDOW, MAX_FAILURES_A_CONVERSATION),
        (failed.order_hash == attempt.order_hash, ORDER_WINDOW, MAX_FAILURES_AN_ORDER),
        # An attempt without an address is counted with none: the empty one is never stored.
        (failed.network == (attempt.network or ""), NETWORK_WINDOW, MAX_FAILURES_A_NETWORK),
    ]  # fmt: skip
    counts = connection.execute(
        select(
            *(
                select(func.count())
                .select_from(failed_proofs)
                .where(counted, failed.failed_at > now - window)
                .scalar_subquery()
                for counted, window, _limit in limits
            )
        )
    ).one()
    return any(count >= limit for count, (_counted, _window, limit) in zip(counts, limits, strict=True))


def _matches(kind: ProofKind, given: str, expected: str | None) -> bool:
    """Whether two proofs are the same, in a time that tells nothing of the one that was expected."""
    normal = _email if kind == "email" else postcode_key
    wanted, offered = normal(expected or ""), normal(given)
    same = hmac.compare_digest(_digest(kind, wanted), _digest(kind, offered))
    return same and wanted != ""


def _email(address: str) -> str:
    return unicodedata.normalize("NFKC", address).strip().casefold()


def _digest(purpose: str, value: str) -> bytes:
    """A keyed digest of a personal datum: of one length, and of no use without the pepper."""
    return hmac.digest(pepper(), f"{purpose}:{value}".encode("utf-8", "surrogatepass"), "sha256")


def _remember(
    connection: Connection, conversation_id: str, order_id: int, method: str, now: datetime
) -> None:
    """Write that an order is proven in a conversation; a newer proof replaces an older one."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(
        insert(identities)
        .values(conversation_id=conversation_id, order_id=order_id, method=method, verified_at=now)
        .on_conflict_do_update(
            index_elements=["conversation_id", "order_id"], set_={"method": method, "verified_at": now}
        )
    )
