"""How often something may happen, by key, in a sliding window. Kept in this process's memory."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

#: Keys remembered; the one that was quiet longest is forgotten first.
MAX_KEYS = 50_000


class RateLimit:
    """At most `times` in `seconds` for each key."""

    def __init__(self, times: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._times = times
        self._seconds = seconds
        self._clock = clock
        self._happened: OrderedDict[str, deque[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Whether it may happen now; if so, it has."""
        now = self._clock()
        moments = self._happened.setdefault(key, deque())
        self._happened.move_to_end(key)
        while moments and moments[0] <= now - self._seconds:
            moments.popleft()
        if len(moments) >= self._times:
            return False
        moments.append(now)
        while len(self._happened) > MAX_KEYS:
            self._happened.popitem(last=False)
        return True

    def take_back(self, key: str) -> None:
        """What `allows` counted last did not happen after all."""
        if moments := self._happened.get(key):
            moments.pop()
