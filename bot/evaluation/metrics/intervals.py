"""How sure a figure is: intervals for shares, and a paired bootstrap for differences."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_Z = 1.959964  # 95 %
_RESAMPLES = 4_000


def share_interval(successes: float, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share (Wilson 1927). Raises ValueError when total is 0."""
    if total <= 0:
        raise ValueError("a share of nothing has no interval")
    share = successes / total
    scale = 1 + _Z**2 / total
    middle = (share + _Z**2 / (2 * total)) / scale
    half = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_interval(values: Sequence[float], seed: int = 0) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of a mean (Efron 1979). Raises ValueError without values."""
    if not values:
        raise ValueError("a mean of nothing has no interval")
    sample = np.asarray(values, dtype=float)
    draws = np.random.default_rng(seed).integers(0, len(sample), size=(_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def paired_difference(before: Sequence[float], after: Sequence[float], seed: int = 0) -> tuple[float, float, float]:
    """Return the mean of after − before over the same items, and its 95 % paired bootstrap interval.

    Items are drawn with replacement, each with both its values, so that what is hard for both cancels out. Raises
    ValueError when the two are not of one length, or empty.
    """
    differences = [b - a for a, b in zip(before, after, strict=True)]
    low, high = mean_interval(differences, seed)
    return sum(differences) / len(differences), low, high


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which ``share`` of the values lie, interpolated; None without values."""
    return float(np.percentile(np.asarray(values, dtype=float), 100 * share)) if values else None
