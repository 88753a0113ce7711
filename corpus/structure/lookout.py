"""Where tables open in a run of adjoining lines, asked at one line after the other.

Invariant: each line is looked at once, and the lines looked at for nothing are at most as many, times a constant, as
the run has: a table that a long run of other lines hides is left as it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.structure.captions import is_caption
from corpus.structure.grid import Grid
from corpus.structure.lines import Line
from corpus.structure.lists import sets_apart
from corpus.structure.people_lines import people_lines
from corpus.structure.stacked import stacked
from corpus.structure.tables import grid_at

_NEAR = 60  # lines below a line that tell whether to look at all of them
_ABOVE = 3  # lines above it that readers look at
_LOOKS = 12  # at the whole run, that may be for nothing, before only near lines are looked at


class Lookout:
    """Tells which table opens at a line of a run; ``codes`` as in `grid_at`, and may grow between two lines."""

    def __init__(self, run: Sequence[Line], codes: Mapping[str, int], captioned: bool = False) -> None:
        self._run = run
        self._captioned = captioned  # a caption stands above the run
        self._codes = codes
        self._seen: dict[tuple[int, int], Grid | None] = {}
        self._idle = 0  # lines looked at for nothing

    def at(self, start: int) -> Grid | None:
        """Return the table that opens at a line, or None."""
        asked = (start, len(self._codes))
        if asked not in self._seen:
            self._seen[asked] = self._look(start)
        return self._seen[asked]

    def _look(self, start: int) -> Grid | None:
        named = is_caption(self._run[start - 1].text.strip()) if start else self._captioned
        if sets_apart(self._run[start].text) and not named:
            return None
        above = max(start - _ABOVE, 0)
        near = self._run[above : start + _NEAR]
        left = len(self._run) - start
        if left > _NEAR and self._idle > _LOOKS * len(self._run):
            found = grid_at(near, start - above, self._codes)
            if found is None or found.taken < _NEAR - 1:
                return found
            if self._idle > 2 * _LOOKS * len(self._run):
                return None
        found = grid_at(self._run, start, self._codes)
        if found is None and start == 0 and self._captioned:
            found = stacked(self._run, 0, captioned=True)
        if found is None and named:
            found = people_lines(self._run, start)
        self._idle += left - (found.taken if found else 0)
        return found
