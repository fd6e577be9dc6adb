"""Run by `understanding` in a process of its own: load the newest model, read the files, print figures."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from bot.nlu.evaluation import Understood
from bot.nlu.trained import TrainedNlu, newest_model
from tests.benchmarks.understanding import share_right


def main() -> None:
    """Print accuracy by file, the median parse time (ms) and what the model added to the process (MB)."""
    import rasa.core.agent  # noqa: F401 - Rasa itself is no part of the model's memory

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    nlu = TrainedNlu(newest_model(Path("models")))
    times: list[float] = []

    def understand(text: str) -> Understood:
        found = nlu.understand(text)
        times.append(found.milliseconds)
        return found

    accuracy = [share_right(Path(name), understand) for name in sys.argv[1:]]
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "accuracy": accuracy,
        "p50_ms": sorted(times)[len(times) // 2],
        "megabytes": (after - before) / 1024,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
