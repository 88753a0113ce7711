"""Kills builders of an index at random moments: ``python -m tests.retrieval.kill_builders 300``.

After each, a fresh process must find the old generation or the new one, complete and of one version, and at the end a
builder that is left alone must succeed and leave nothing of the dead.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.retrieval.builders import Server, answering, build

_PATIENCE = 120.0  # seconds


def kill_builders(directory: Path, times: int, seed: int = 0, server: Server | None = None) -> Counter[str]:
    """Kill so many builders and check after each; return how often the old generation answered, the new, or which.

    Raises AssertionError, naming the seed and the moment, when neither answers.
    """
    server, rng = server or Server(), random.Random(seed)
    build_in_child(server, directory, 0)
    started = time.perf_counter()
    build_in_child(server, directory, 1)
    usual = time.perf_counter() - started
    outcome: Counter[str] = Counter()
    current = server.result(answering, directory)
    for turn in range(times):
        version = turn + 2
        delay = rng.uniform(0, 1.1 * usual)
        started = time.perf_counter()
        process = server.start(build, directory, version)
        process.join(delay)
        finished = process.exitcode is not None
        # Follow the machine: the moment of the switch is to be met about as often as any other.
        usual = (usual + time.perf_counter() - started) / 2 if finished else 1.02 * usual
        process.kill()
        process.join()
        try:
            now = server.result(answering, directory)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, builder {turn}, killed after {delay:.3f} s: {error}") from error
        assert now == current or now.startswith(f"{version} "), f"seed {seed}, builder {turn}: {now!r} answers"
        outcome["finished" if finished else "old" if now == current else "new"] += 1
        current = now
        left = list((directory / "generations").iterdir())
        assert len(left) <= 2, f"seed {seed}, builder {turn}: the dead pile up: {left}"
    build_in_child(server, directory, times + 2)
    assert server.result(answering, directory).startswith(f"{times + 2} ")
    names = sorted(path.name for path in (directory / "generations").iterdir())
    assert len(names) == 1, f"left behind: {names}"
    return outcome


def build_in_child(server: Server, directory: Path, version: int) -> None:
    """Build in a process of its own. Raises AssertionError when that fails."""
    process = server.start(build, directory, version)
    process.join(_PATIENCE)
    assert process.exitcode == 0, f"a builder that was left alone ended with {process.exitcode}"


def main() -> int:
    """Kill as many builders as the command line says."""
    parser = argparse.ArgumentParser(description="Kill builders of an index at random moments.")
    parser.add_argument("times", type=int, nargs="?", default=300)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        outcome = kill_builders(Path(directory) / "index" / "shelf", options.times, options.seed)
    print(f"{options.times} builders killed, seed {options.seed}: {dict(outcome)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
