"""Do something whenever a state changes and has settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

_INTERVAL = 1.0  # seconds between two looks; what changes must be still for so long


def watch(
    state: Callable[[], Hashable],
    act: Callable[[], None],
    *,
    interval: float = _INTERVAL,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Call ``act`` at once and after every change of ``state`` that has settled, without end.

    A change that goes on (a folder being copied) is waited out: two looks ``interval`` seconds apart must agree.
    """
    acted_on: Hashable = None
    last = state()
    while True:
        if last != acted_on:
            acted_on = last
            act()
        sleep(interval)
        seen = state()
        while seen not in (acted_on, last):
            last = seen
            sleep(interval)
            seen = state()
        last = seen
