"""Polling: rounds in which each parcel that is due is asked about once.

An answer is committed to the inbox before it is interpreted, and only then is the parcel noted as asked:
killed anywhere in between, the next round asks again or reads what is kept, and nothing is told twice.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from sqlalchemy.engine import Engine

from tracking import inbox
from tracking.counts import Counts
from tracking.errors import NotUnderstoodError, StoreUnavailableError
from tracking.polling import PROVIDERS, due
from tracking.polling.client import Client, Pace
from tracking.polling.configuration import Account
from tracking.polling.due import Due
from tracking.polling.errors import KeyRefusedError, NoAnswerError, PollingError, QuestionRefusedError
from tracking.polling.provider import Answer

#: How long what is being asked stays ours without news from us; longer than any one request takes.
LEASE = timedelta(minutes=3)
#: Between two looks for parcels that became due.
ROUND_SECONDS = 60.0


class Stopped(Exception):  # noqa: N818 - it is no error
    """Polling was told to stop while it waited."""


@dataclass
class Progress:
    """How far a round with one provider is."""

    source: str
    due: int
    #: Parcels asked about, and of these those that the provider does not know, or refuses to be asked.
    asked: int = 0
    not_known: int = 0
    refused: int = 0
    #: Answers that say the same as before, byte for byte.
    unchanged: int = 0
    scans: Counts = field(default_factory=Counts)


class Poller:
    """Asks one provider.

    Args:
        engine: of the store.
        account: whom to ask, and with which key.
        every: how long after an answer a parcel is due again.
        stop: set it to end; what is being asked is given back.
        said: is told of each step.
        pace: of waiting and asking again.
        lease: see `LEASE`.
    """

    def __init__(
        self,
        engine: Engine,
        account: Account,
        every: timedelta,
        stop: threading.Event,
        said: Callable[[Progress], None] = lambda _: None,
        pace: Pace | None = None,
        lease: timedelta = LEASE,
    ) -> None:
        self._engine = engine
        self._source = account.source
        self._key = account.key
        self._provider = PROVIDERS[account.source]
        self._every = every
        self._stop = stop
        self._said = said
        self._lease = lease
        self._owner = f"{socket.gethostname()[:24]}:{os.getpid()}:{secrets.token_hex(6)}"
        self._leased: Sequence[Due] = ()
        self._client = Client(account, self._provider.REQUESTS_A_SECOND, pace, self._wait)

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def round(self) -> Progress:
        """Ask about every parcel that is due.

        Raises:
            PollingError: the provider does not accept the key or does not answer; what was asked by then is
                kept, the rest stays due.
            StoreUnavailableError: the database does not answer.
        """
        now = _now()
        before = now - self._every
        # What an earlier round kept and did not come to read.
        inbox.replay(self._engine, now, states=("received",))
        progress = Progress(self._source, due.count(self._engine, self._source, before, now))
        while not self._stop.is_set():
            now = _now()
            self._leased = due.lease(
                self._engine, self._source, self._owner, self._provider.BATCH, before, now, now + self._lease
            )
            if not self._leased:
                break
            try:
                answers, refused = self._ask(list(dict.fromkeys(each.number for each in self._leased)))
                self._keep(answers, progress)
            except (PollingError, Stopped) as error:
                due.give_back(self._engine, self._source, self._owner, self._leased)
                if isinstance(error, Stopped):
                    break
                raise
            due.done(self._engine, self._source, self._owner, self._leased, _now())
            progress.asked += len(self._leased)
            progress.refused += refused
            self._said(progress)
        return progress

    def _ask(self, numbers: Sequence[str]) -> tuple[list[Answer], int]:
        """The answers about these numbers, and how many of them the provider does not want to be asked."""
        try:
            content = self._client.ask(self._provider.question(numbers, self._key))
            return [self._provider.answer(content, numbers)], 0
        except QuestionRefusedError:
            if len(numbers) == 1:
                return [], 1
            # One bad number must not keep the others from being asked.
            middle = len(numbers) // 2
            first, second = self._ask(numbers[:middle]), self._ask(numbers[middle:])
            return [*first[0], *second[0]], first[1] + second[1]
        except NotUnderstoodError as error:
            raise NoAnswerError(f"{self._source}: not an answer of its API: {error}") from error

    def _keep(self, answers: Sequence[Answer], progress: Progress) -> None:
        payloads = [payload for answer in answers for payload in answer.payloads]
        progress.not_known += sum(answer.not_known for answer in answers)
        if not payloads:
            return
        receipts = inbox.receive_all(self._engine, self._source, payloads, _now())
        fresh = [receipt.payload_id for receipt in receipts if not receipt.duplicate]
        progress.unchanged += len(receipts) - len(fresh)
        progress.scans.add(inbox.process_all(self._engine, fresh, _now()))

    def _wait(self, seconds: float) -> None:
        """Wait, keeping the lease; a stop ends it."""
        if self._leased and seconds > 1:
            until = _now() + timedelta(seconds=seconds) + self._lease
            due.renew(self._engine, self._source, self._owner, self._leased, until)
        if self._stop.wait(seconds):
            raise Stopped


def run(
    engine: Engine,
    accounts: Sequence[Account],
    every: timedelta,
    stop: threading.Event,
    *,
    once: bool,
    said: Callable[[Progress], None],
    failed: Callable[[Exception], None],
) -> None:
    """Poll side by side with each provider, one round or until told to stop.

    A provider that does not answer is asked again in the next round; one that refuses the key is not asked
    again, and polling goes on with the others.
    """
    threads = [
        threading.Thread(
            target=_rounds,
            args=(Poller(engine, account, every, stop, said), stop, once, failed),
            # A request that hangs must not keep the process from ending.
            daemon=True,
        )
        for account in accounts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _rounds(
    poller: Poller,
    stop: threading.Event,
    once: bool,
    failed: Callable[[Exception], None],
) -> None:
    try:
        while not stop.is_set():
            try:
                poller.round()
            except KeyRefusedError as error:
                failed(error)
                return
            except (PollingError, StoreUnavailableError) as error:
                failed(error)
            if once:
                return
            stop.wait(ROUND_SECONDS)
    except Exception as error:  # noqa: BLE001 - it would otherwise vanish with its thread
        failed(error)
    finally:
        poller.close()


def _now() -> datetime:
    return datetime.now(timezone.utc)
