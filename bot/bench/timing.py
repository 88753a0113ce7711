"""What is measured and how: times of questions, questions a second, memory of this process, bytes on the disk."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

import numpy as np

_UNITS = {"VmRSS": "rss_mb", "VmHWM": "peak_mb", "RssAnon": "own_mb"}


class Times(TypedDict):
    """The median and the 95th percentile of some times, in milliseconds."""

    p50_ms: float
    p95_ms: float


def times(action: Callable[[str], object], questions: Sequence[str]) -> Times:
    """Do something with each question and return how long it took."""
    return times_in_turn({"": action}, questions)[""]


def times_in_turn(actions: Mapping[str, Callable[[str], object]], questions: Sequence[str]) -> dict[str, Times]:
    """Do all of these with each question, one after the other, so that what else the machine does meets them alike."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for question in questions:
        for name, action in actions.items():
            started = time.perf_counter()
            action(question)
            taken[name].append(1000 * (time.perf_counter() - started))
    return {
        name: {"p50_ms": float(np.percentile(found, 50)), "p95_ms": float(np.percentile(found, 95))}
        for name, found in taken.items()
    }


def per_second(action: Callable[[str], object], questions: Sequence[str], threads: int) -> float:
    """Return how many questions a second so many threads get through."""
    with ThreadPoolExecutor(threads) as pool:
        started = time.perf_counter()
        for _ in pool.map(action, questions):
            pass
        return len(questions) / (time.perf_counter() - started)


def memory() -> dict[str, float]:
    """Return the memory of this process in MB: resident, of which its own (not of files), and the most there was."""
    if sys.platform != "linux":
        import resource  # noqa: PLC0415  absent on Windows

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {"peak_mb": peak / (1 << 20)}
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines())
    return {_UNITS[name[:-1]]: int(rest[0]) / 1024 for name, *rest in lines if name[:-1] in _UNITS}


def disk_mb(directory: Path) -> float:
    """Return the bytes of the files below a directory, in MB."""
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) / 1e6
