"""Shoppers whom the shop's own login knows: a signed word of the shop opens their orders in a conversation.

Who checks the signature is the channel; here is what the word opens, and for whom. A word serves the
conversation that it served first, so one that was overheard opens nothing elsewhere. And a conversation
serves one shopper: who signs in on a computer where someone else was signed in begins a new conversation.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import Connection, Engine

from tracking.conversations import insert_new
from tracking.db import begin_write
from tracking.disclosure import IDENTITY_LIFETIME, bind_signed
from tracking.model import conversations, orders, sign_ins
from tracking.numbers import order_key
from tracking.pepper import pepper
from tracking.vocabulary import Owner

#: Orders that one signing-in opens, the newest; older ones can still be asked for by number and e-mail.
MAX_ORDERS = 50


@dataclass(frozen=True)
class SignedShopper:
    """What the shop says of a shopper who is logged in."""

    #: The shop's own id of the shopper.
    subject: str
    #: The address whose orders are the shopper's: one that the shop has confirmed.
    email: str | None = None
    #: Numbers of orders that are the shopper's beside those.
    order_numbers: Sequence[str] = ()


class SignIn(str, Enum):
    """What came of it."""

    DONE = "done"
    #: The word served another conversation before.
    REPLAYED = "replayed"
    #: Somebody else was signed in in this conversation.
    OTHER_SHOPPER = "other_shopper"


def sign_in(
    engine: Engine, *, channel: str, conversation_id: str, shopper: SignedShopper, token: str, now: datetime
) -> SignIn:
    """Open a shopper's orders in a conversation, on a word (`token`) whose signature the caller has checked.

    The same word again, in the same conversation, opens orders that were placed since.
    """
    digest = hashlib.sha256(token.encode()).hexdigest()
    who = hmac.new(pepper(), f"shopper:{shopper.subject}".encode(), "sha256").hexdigest()
    with begin_write(engine) as connection:
        _know(connection, channel, conversation_id, now)
        signed = select(sign_ins).where(
            or_(sign_ins.c.token_digest == digest, sign_ins.c.conversation_id == conversation_id)
        )
        for row in connection.execute(signed):
            if row.token_digest == digest and row.conversation_id != conversation_id:
                return SignIn.REPLAYED
            if row.shopper != who:
                return SignIn.OTHER_SHOPPER
        word = {
            "token_digest": digest,
            "conversation_id": conversation_id,
            "shopper": who,
            "signed_in_at": now,
        }
        insert_new(connection, sign_ins, word)
        # Of two conversations that bring the same word at once, one has written it.
        holder = connection.execute(
            select(sign_ins.c.conversation_id).where(sign_ins.c.token_digest == digest)
        ).scalar_one()
        if holder != conversation_id:
            return SignIn.REPLAYED
        # The newest last: the newest proof is the one that "my order" means.
        for order_id in reversed(_orders_of(connection, shopper)):
            bind_signed(connection, conversation_id, order_id, now)
    return SignIn.DONE


def forget_old(engine: Engine, now: datetime) -> int:
    """Delete what no proof rests on any more; returns how many rows."""
    with begin_write(engine) as connection:
        old = delete(sign_ins).where(sign_ins.c.signed_in_at <= now - IDENTITY_LIFETIME)
        return int(connection.execute(old).rowcount)


def _know(connection: Connection, channel: str, conversation_id: str, now: datetime) -> None:
    row = {
        "id": conversation_id,
        "channel": channel,
        "owner": Owner.BOT.value,
        "created_at": now,
        "updated_at": now,
    }
    insert_new(connection, conversations, row)


def _orders_of(connection: Connection, shopper: SignedShopper) -> list[int]:
    """Ids of the shopper's orders, the newest first."""
    keys = sorted({order_key(number) for number in shopper.order_numbers})
    theirs = [orders.c.number_key.in_(keys)] if keys else []
    if shopper.email:
        theirs.append(orders.c.email == shopper.email.strip().lower())
    if not theirs:
        return []
    newest = select(orders.c.id).where(or_(*theirs)).order_by(orders.c.placed_at.desc(), orders.c.id.desc())
    return list(connection.execute(newest.limit(MAX_ORDERS)).scalars())
