"""How many cores there are to work with."""

from __future__ import annotations

import os
import sys


def cores() -> int:
    """Return the number of cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
