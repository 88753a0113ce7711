"""What got better and what worse between two runs, and whether that is more than noise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.evaluation.metrics.intervals import paired_difference
from bot.evaluation.record import Record, Score


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one measure over the items that both runs have: mean difference and 95 % interval."""

    measure: str
    n: int
    before: float
    after: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Say whether the interval leaves out zero: ``better``, ``worse``, or ``no telling``."""
        return "better" if self.low > 0 else "worse" if self.high < 0 else "no telling"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs held side by side; ``better`` and ``worse`` are keys of items."""

    changes: tuple[Change, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    only_before: int
    only_after: int
    warnings: tuple[str, ...]


_MEASURES: dict[str, Callable[[Score], float | None]] = {
    "success": lambda score: score.success,
    "fact_recall": lambda score: score.facts,
    "citation_precision": lambda score: score.citation_precision,
}


def compare(before: Record, after: Record) -> Comparison:
    """Compare two runs item by item, over the items that both have."""
    shared = [key for key in after.scores if key in before.scores]
    pairs = [(before.scores[key], after.scores[key]) for key in shared]
    changes = [change for name in _MEASURES if (change := _change(name, pairs)) is not None]
    warnings = []
    if before.gold_sha256 != after.gold_sha256:
        warnings.append("the gold file has changed between the runs; only items with the same id are compared")
    if before.showed_held != after.showed_held:
        warnings.append("one run showed held items and the other did not; held items are not paired")
    return Comparison(
        tuple(changes),
        tuple(key for key in shared if after.scores[key].success > before.scores[key].success),
        tuple(key for key in shared if after.scores[key].success < before.scores[key].success),
        len(before.scores) - len(shared),
        len(after.scores) - len(shared),
        tuple(warnings),
    )


def _change(name: str, pairs: list[tuple[Score, Score]]) -> Change | None:
    measure = _MEASURES[name]
    values = [(measure(a), measure(b)) for a, b in pairs]
    both = [(float(a), float(b)) for a, b in values if a is not None and b is not None]
    if not both:
        return None
    before, after = [a for a, _ in both], [b for _, b in both]
    _, low, high = paired_difference(before, after)
    return Change(name, len(both), sum(before) / len(both), sum(after) / len(both), low, high)
