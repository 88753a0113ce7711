"""Whether a sentence says again what is chosen already.

Invariant: only the words are compared, and of points only what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.scoring import Scored


def same_point(item: Scored, chosen: Sequence[Scored]) -> bool:
    """Say whether a sentence has the point of one that is chosen."""
    return item.point is not None and any(one.point and one.point.text == item.point.text for one in chosen)


def repeats(item: Scored, chosen: Sequence[Scored]) -> bool:
    """Say whether a sentence holds one that is chosen, or stands in one."""
    mine = item.candidate.text
    return any(mine in other.candidate.text or other.candidate.text in mine for other in chosen)
