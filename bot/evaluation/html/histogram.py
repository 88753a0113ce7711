"""Latencies as a histogram.

Invariant: every answer is in exactly one bin; the last bin is open where a few slow answers would flatten the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluation.html.scales import Scale, Tick, round_step, round_values
from bot.evaluation.html.words import seconds
from bot.evaluation.metrics.intervals import percentile

WIDTH, HEIGHT = 360, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 348, 26, 188
_BINS = 12
_FAR = 2.0  # times p95: what lies beyond goes into the open bin


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar (SVG units) of ``count`` answers; ``label`` says from when to when."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bins with their axes and the marked percentiles (SVG units), and a sentence that says the same."""

    says: str
    bins: tuple[Bin, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    marks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    top: int = _TOP
    bottom: int = _BOTTOM


def latency(times: Sequence[float]) -> Histogram | None:
    """Sort times in seconds into bins of one round width; None without a time, or where none was taken."""
    median, p95 = percentile(times, 0.5), percentile(times, 0.95)
    if median is None or p95 is None or max(times) <= 0:
        return None
    end = max(times) if max(times) <= _FAR * p95 or p95 <= 0 else _FAR * p95
    step = round_step(end, _BINS)
    number = max(1, -int(-end // step))
    counts = [0] * (number + 1)  # the last is open
    for time in times:
        counts[min(int(time / step + 1e-9), number)] += 1
    counts = counts if counts[-1] else counts[:-1]
    across = Scale(0.0, len(counts) * step, _LEFT, _RIGHT)
    up = round_values(max(counts))
    high = Scale(0.0, up[-1], _BOTTOM, _TOP)
    return Histogram(
        f"{len(times)} answers: half within {seconds(median)}, 95% within {seconds(p95)}, "
        f"the slowest {seconds(max(times))}.",
        tuple(_bin(index, count, (across, high), step, index == number) for index, count in enumerate(counts)),
        _times(across, step, len(counts), open_at=number),
        tuple(Tick(high.at(value), f"{value:g}") for value in up if value == int(value)),
        tuple(Tick(across.at(value), name) for name, value in (("p50", median), ("p95", p95))),
    )


def _times(across: Scale, step: float, bins: int, open_at: int) -> tuple[Tick, ...]:
    """Name every third edge, and where the open bin starts, if there is one."""
    edges = list(range(0, bins + 1, 3))
    if bins <= open_at:
        return tuple(Tick(across.at(index * step), seconds(index * step)) for index in edges)
    ticks = tuple(Tick(across.at(index * step), seconds(index * step)) for index in edges if index <= open_at - 3)
    return (*ticks, Tick(across.at((open_at + 0.5) * step), f"≥ {seconds(open_at * step)}"))


def _bin(index: int, count: int, scales: tuple[Scale, Scale], step: float, is_open: bool) -> Bin:
    across, high = scales
    left, right, top = across.at(index * step), across.at((index + 1) * step), high.at(count)
    label = (
        f"{seconds(index * step)} or more" if is_open else f"{seconds(index * step)} to {seconds((index + 1) * step)}"
    )
    return Bin(left + 0.5, top, round(right - left - 1, 1), round(_BOTTOM - top, 1), label, count)
