"""The figures the reader is judged by, each a pure function.

Invariant: nothing here knows the reader; a score is better when it is larger, except the calibration error.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np

_IGNORED = re.compile(r"[\s、。,.「」『』()（）\[\]・\"'“”]")


def bare(text: str) -> str:
    """Return a text as answers are compared: compatible characters unified, without spaces and punctuation."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).lower()


def exact(found: str, answers: Sequence[str]) -> float:
    """Return 1 when what was found is one of the answers, else 0."""
    return float(any(bare(found) == bare(answer) for answer in answers))


def f1(found: str, answers: Sequence[str]) -> float:
    """Return the best harmonic mean of precision and recall in characters: 2 |f ∩ a| / (|f| + |a|)."""
    return max(_f1(Counter(bare(found)), Counter(bare(answer))) for answer in answers)


def _f1(found: Counter[str], answer: Counter[str]) -> float:
    total = found.total() + answer.total()
    return 2 * (found & answer).total() / total if total else 1.0


def auroc(yes: Sequence[float], no: Sequence[float]) -> float:
    """Return how often a score of ``yes`` is above one of ``no``; a tie counts one half."""
    order = np.sort(np.asarray(no, dtype=np.float64))
    below = np.searchsorted(order, yes, side="left") + np.searchsorted(order, yes, side="right")
    return float(below.mean() / (2 * len(order)))


def reliability(
    probabilities: Sequence[float], right: Sequence[bool], bins: int = 10
) -> list[tuple[int, float, float]]:
    """Return for each bin of equal width that holds any: how many, their mean probability, the share that is right."""
    values, truth = np.asarray(probabilities), np.asarray(right, dtype=np.float64)
    places = np.minimum((values * bins).astype(int), bins - 1)
    return [
        (int(inside.sum()), float(values[inside].mean()), float(truth[inside].mean()))
        for inside in (places == number for number in range(bins))
        if inside.any()
    ]


def calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Return the expected calibration error: Σ n/N |mean probability - share right| over ten bins."""
    table = reliability(probabilities, right)
    return sum(count * abs(mean - share) for count, mean, share in table) / len(probabilities)


def fit_calibration(probabilities: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Return scale and shift of the logit that make probabilities fit best (Platt), by Newton's method."""
    p = np.clip(np.asarray(probabilities, dtype=np.float64), 1e-6, 1 - 1e-6)
    columns = np.stack([np.log(p / (1 - p)), np.ones(len(p))], axis=1)
    truth, weights = np.asarray(right, dtype=np.float64), np.array([1.0, 0.0])
    for _ in range(50):
        made = 1 / (1 + np.exp(-columns @ weights))
        curve = columns.T @ (columns * (made * (1 - made))[:, None]) + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(curve, columns.T @ (truth - made))
    return float(weights[0]), float(weights[1])
