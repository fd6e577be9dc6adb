"""What the processes count, for Prometheus. Their figures are added up when `/metrics` is read.

`PROMETHEUS_MULTIPROC_DIR`, set by `wismo up`, names the directory the processes share.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from prometheus_client import REGISTRY as _OWN
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

messages = Counter("wismo_messages", "Shoppers' messages, by channel and result", ("channel", "result"))
accept_seconds = Histogram("wismo_accept_seconds", "From a message to its commit", buckets=_SECONDS)
turns = Counter("wismo_turns", "Turns, by result", ("result",))
turn_seconds = Histogram("wismo_turn_seconds", "From a message's commit to its replies'", buckets=_SECONDS)
relay_seconds = Histogram("wismo_relay_seconds", "Time in Rasa", buckets=_SECONDS)
sends = Counter("wismo_sends", "Replies pushed, by channel and result", ("channel", "result"))
requests = Counter("wismo_requests", "Requests at the front door, by route and status", ("route", "status"))


def exposition(depth: Mapping[str, int]) -> bytes:
    """All figures in Prometheus' text format; `depth` says how many rows wait in each table."""
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_OWN)
    registry.register(_Waiting(depth))
    return generate_latest(registry)


class _Waiting(Collector):
    """Figures read from the tables, which are no process's own."""

    def __init__(self, depth: Mapping[str, int]) -> None:
        self._depth = depth

    def collect(self) -> Iterable[Metric]:
        """One gauge a table."""
        family = GaugeMetricFamily("wismo_waiting", "Rows that wait, by table", labels=["table"])
        for table, number in self._depth.items():
            family.add_metric([table], number)
        yield family
