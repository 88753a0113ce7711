"""From values to places on a chart, and the round values that an axis names."""

from __future__ import annotations

import math
from dataclasses import dataclass

_ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from values ``[low, high]`` to places ``[start, end]`` in SVG units."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value, kept on the chart, to a tenth of a unit."""
        if self.high <= self.low:
            return self.start
        share = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """One named place of an axis, in SVG units."""

    at: float
    label: str


def round_step(extent: float, parts: int) -> float:
    """Return the smallest of 1, 2, 2.5, 5 × 10ⁿ that covers ``extent`` in at most ``parts`` steps; 1 for no extent."""
    if extent <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(extent / parts))
    return next(power * factor for factor in _ROUND if power * factor * parts >= extent * (1 - 1e-9))


def round_values(high: float, parts: int = 4) -> tuple[float, ...]:
    """Return round values from 0 up to the first that is not below ``high``."""
    step = round_step(high, parts)
    return tuple(round(step * index, 9) for index in range(math.ceil(high / step - 1e-9) + 1))
