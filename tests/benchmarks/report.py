"""Rows and ratios of a benchmark run, as text that can be pasted into docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def milliseconds(seconds: float) -> str:
    """`12.3 ms`."""
    return f"{seconds * 1000:.1f} ms"


def resident_megabytes(root: int) -> dict[str, float]:
    """Proportional memory (PSS, MB) of each process below `root`, by what it was started as."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue  # it ended meanwhile
            children.setdefault(parent, []).append(int(entry.name))
    found: dict[str, float] = {}
    waiting = [root]
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, [])
        try:
            words = (Path("/proc") / str(process) / "cmdline").read_bytes().split(b"\0")
            rollup = (Path("/proc") / str(process) / "smaps_rollup").read_text()
        except OSError:
            continue
        name = words[3].decode() if b"bot.serve" in words and len(words) > 3 else "supervisor"
        pss = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        found[name] = found.get(name, 0.0) + pss / 1024
    return found
