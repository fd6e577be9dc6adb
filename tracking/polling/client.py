"""Asking a provider over HTTP, with patience: no faster than it allows, and again when it does not answer."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from tracking.errors import NotUnderstoodError
from tracking.polling.configuration import Account
from tracking.polling.errors import KeyRefusedError, NoAnswerError, QuestionRefusedError
from tracking.polling.provider import Question
from tracking.sources import wire

#: Longest answer that is read: 200 trackings of a few hundred scans each.
MAX_ANSWER_BYTES = 64 * 1024 * 1024
_REFUSED = frozenset({401, 403})
_AGAIN_LATER = frozenset({408, 425, 429})


@dataclass(frozen=True)
class Pace:
    """How long a provider is waited for, in seconds."""

    #: How often a question is asked before we give up for now.
    attempts: int = 6
    #: Before the second attempt; doubled each time, and shortened at random so that pollers do not keep step.
    first_pause: float = 1.0
    longest_pause: float = 60.0
    #: A provider that wants a longer pause is left alone until the next round.
    longest_asked_for: float = 300.0
    #: Until the first byte of an answer, and between any two.
    silence: float = 30.0
    #: For a whole answer.
    answer: float = 90.0


class _NotNowError(Exception):
    """No answer this time; `pause` is what the provider asked for."""

    def __init__(self, why: str, pause: float = 0.0) -> None:
        super().__init__(why)
        self.pause = pause


class Client:
    """A connection to one provider.

    Args:
        account: whose key is used, and where.
        requests_a_second: that the provider allows.
        pace: of waiting and asking again.
        pause: waits so many seconds; may raise to end the waiting.
        transport: of httpx, for tests.
    """

    def __init__(
        self,
        account: Account,
        requests_a_second: float,
        pace: Pace | None = None,
        pause: Callable[[float], None] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._account = account
        self._between = 1.0 / requests_a_second
        self._pace = pace or Pace()
        self._pause = pause
        self._next = 0.0
        self._http = httpx.Client(timeout=self._pace.silence, transport=transport)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def ask(self, question: Question) -> Any:
        """The parsed answer; None where the provider says that it knows nothing of what was asked.

        Raises:
            KeyRefusedError: it does not accept the key.
            QuestionRefusedError: it does not accept the question.
            NoAnswerError: it gave no answer, however often it was asked.
        """
        why = ""
        for attempt in range(self._pace.attempts):
            self._keep_pace()
            try:
                return self._once(question)
            except _NotNowError as error:
                why = str(error)
                if error.pause > self._pace.longest_asked_for:
                    raise NoAnswerError(
                        f"{self._account.source} asks for a pause of {error.pause:.0f} s; poll again then"
                    ) from error
                if attempt + 1 < self._pace.attempts:
                    doubled = min(self._pace.first_pause * 2**attempt, self._pace.longest_pause)
                    # Not a secret: it only keeps pollers apart.
                    self._pause(max(error.pause, doubled * random.uniform(0.5, 1.0)))  # noqa: S311
        raise NoAnswerError(
            f"{self._account.source} gave no answer in {self._pace.attempts} attempts ({why}); poll later"
        )

    def _keep_pace(self) -> None:
        wait = self._next - time.monotonic()
        if wait > 0:
            self._pause(wait)
        self._next = time.monotonic() + self._between

    def _once(self, question: Question) -> Any:
        try:
            with self._http.stream(
                question.method,
                self._account.url + question.path,
                headers=question.headers,
                params=question.params or None,
                json=question.json,
            ) as response:
                body = self._body(response) if response.status_code == 200 else b""
        except httpx.HTTPError as error:
            raise _NotNowError(type(error).__name__) from error
        status = response.status_code
        if status == 404:
            return None
        if status in _REFUSED:
            raise KeyRefusedError(self._account.source, f"status {status}")
        if status in _AGAIN_LATER or status >= 500:
            raise _NotNowError(f"status {status}", _asked_for(response.headers.get("Retry-After", "")))
        if status != 200:
            raise QuestionRefusedError(
                f"{self._account.source} does not take the question (status {status}); "
                f"see that WISMO_{self._account.source.upper()}_URL is the address of its API"
            )
        try:
            return wire.parse(body)
        except NotUnderstoodError as error:
            raise _NotNowError("an answer that is not JSON") from error

    def _body(self, response: httpx.Response) -> bytes:
        until = time.monotonic() + self._pace.answer
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > MAX_ANSWER_BYTES:
                raise _NotNowError("an answer that is too large")
            if time.monotonic() > until:
                raise _NotNowError("an answer that takes too long")
        return bytes(body)


def _asked_for(retry_after: str) -> float:
    """The seconds of a Retry-After header, which may hold a date; none where it makes no sense."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:9])
    try:
        at = parsedate_to_datetime(retry_after)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return max(0.0, (at - datetime.now(timezone.utc)).total_seconds())
