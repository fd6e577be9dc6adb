"""Run by `understanding` in a process of its own: load the newest model, read the files, print figures."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

from bot.nlu.evaluation import Understood
from bot.nlu.trained import TrainedNlu, newest_model
from tests.benchmarks.understanding import share_right


def main() -> None:
    """Print accuracy by file, the median parse time (ms) and what the model added to the process (MB)."""
    # Rasa itself is no part of the model's memory.
    import rasa.core.agent
    import rasa.engine.recipes.default_components  # noqa: F401

    before = resident()
    nlu = TrainedNlu(newest_model(Path("models")))
    times: list[float] = []

    def understand(text: str) -> Understood:
        found = nlu.understand(text)
        times.append(found.milliseconds)
        return found

    accuracy = [share_right(Path(name), understand) for name in sys.argv[1:]]
    gc.collect()
    after = resident()
    figures = {
        "accuracy": accuracy,
        "p50_ms": sorted(times)[len(times) // 2],
        "megabytes": after - before,
    }
    print(json.dumps(figures))


def resident() -> float:
    """The memory of this process that is in use now, MB."""
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
