"""The best of many scores, in an order that is the same every time.

Invariant: pure; larger is better, and of equal scores the one that stands first comes first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_rows(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """Return the rows of the ``limit`` highest scores, best first; all of them where there are fewer."""
    if limit <= 0:
        return np.zeros(0, dtype=np.intp)
    rows = np.arange(len(scores))
    if len(scores) > limit:
        # Those that are as good as the last one all stay until they are in order: hence not argpartition.
        rows = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
    return rows[np.argsort(-scores[rows], kind="stable")[:limit]]
