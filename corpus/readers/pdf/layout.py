"""Glyphs to lines, and lines in the order in which they are read: columns one after the other.

Invariant: every glyph ends in exactly one line. A gap in the middle of a page parts columns only where prose stands on
both sides; between the columns of a table it stays a gap in a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.glyphs import Glyph
from corpus.structure.lines import width

_COLUMN_GAP = 1.5  # times the size of the text: as wide as this no space between words is
_MOST_GAPS = 24  # between lines of a page that are tried as the ends of columns
_RAISED = 0.8  # times the size of the text: as small as this a sign may belong to the line beside it


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs of one line without a wide gap, from left to right; ``size`` is that of most of them."""

    glyphs: tuple[Glyph, ...]
    size: float

    @property
    def x0(self) -> float:
        """Return its left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Return its right edge."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def top(self) -> float:
        """Return the upper edge of its full-sized glyphs."""
        return min(glyph.top for glyph in self.glyphs if glyph.size >= _RAISED * self.size)

    @property
    def bottom(self) -> float:
        """Return the lower edge of its full-sized glyphs."""
        return max(glyph.bottom for glyph in self.glyphs if glyph.size >= _RAISED * self.size)

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it is read: its stretches, and the left and right edge of the column it stands in."""

    stretches: tuple[Stretch, ...]
    left: float
    right: float

    @property
    def top(self) -> float:
        """Return its upper edge."""
        return min(stretch.top for stretch in self.stretches)

    @property
    def bottom(self) -> float:
        """Return its lower edge."""
        return max(stretch.bottom for stretch in self.stretches)

    @property
    def size(self) -> float:
        """Return the size of its text."""
        return max(stretch.size for stretch in self.stretches)

    @property
    def text(self) -> str:
        """Return its characters."""
        return "  ".join(stretch.text for stretch in self.stretches)


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the lines of a page in the order in which they are read."""
    stretches = _stretches(glyphs)
    if not stretches:
        return []
    body = median(stretch.size for stretch in stretches for _ in stretch.glyphs)
    return [row for region in _regions(stretches, body, 0) for row in _rows(region)]


def _stretches(glyphs: Sequence[Glyph]) -> list[Stretch]:
    """Return the glyphs as stretches: full-sized ones by their height, small ones beside what they are set to."""
    if not glyphs:
        return []
    body = median(glyph.size for glyph in glyphs)
    lines: list[list[Glyph]] = []
    small = [glyph for glyph in glyphs if glyph.size < _RAISED * body]
    for glyph in sorted((one for one in glyphs if one.size >= _RAISED * body), key=lambda one: (one.top, one.x0)):
        _join(lines, glyph, 0.5)
    own: list[list[Glyph]] = []
    for glyph in sorted(small, key=lambda one: (one.x0, one.top)):
        beside = next((line for line in lines if _beside(line, glyph)), None)
        if beside is not None:
            beside.append(glyph)
        else:
            _join(own, glyph, 0.5)
    found = []
    for line in (*lines, *own):
        line.sort(key=lambda one: one.x0)
        found += _parted(line)
    return found


def _join(lines: list[list[Glyph]], glyph: Glyph, share: float) -> None:
    """Add a glyph to the line whose height it shares, or begin one; lines come from the top."""
    for line in reversed(lines[-12:]):
        first = line[0]
        shared = min(first.bottom, glyph.bottom) - max(first.top, glyph.top)
        if shared > share * min(first.bottom - first.top, glyph.bottom - glyph.top):
            line.append(glyph)
            return
    lines.append([glyph])


def _beside(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Say whether a small glyph is set to a line: right behind or before one of its glyphs, and not apart in height."""
    return any(
        min(other.bottom, glyph.bottom) > max(other.top, glyph.top)
        and (
            -0.3 * other.size <= glyph.x0 - other.x1 <= 0.5 * other.size or 0 <= other.x0 - glyph.x1 <= 0.3 * other.size
        )
        for other in line
    )


def _close(other: Glyph, glyph: Glyph) -> bool:
    return -0.3 * other.size <= glyph.x0 - other.x1 <= 0.5 * other.size


def _parted(line: Sequence[Glyph]) -> list[Stretch]:
    """Return the stretches of a line that wide gaps part."""
    groups: list[list[Glyph]] = [[line[0]]]
    right = line[0].x1
    for glyph in line[1:]:
        if glyph.x0 - right > _COLUMN_GAP * min(glyph.size, groups[-1][-1].size):
            groups.append([])
        groups[-1].append(glyph)
        right = max(right, glyph.x1)
    bare = [_bare(group) for group in groups]
    return [Stretch(tuple(group), median(glyph.size for glyph in group)) for group in bare if group]


def _bare(group: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs without the white space at their ends."""
    drawn = [at for at, glyph in enumerate(group) if glyph.text.strip()]
    return group[drawn[0] : drawn[-1] + 1] if drawn else []


def _regions(stretches: Sequence[Stretch], body: float, depth: int) -> list[list[Stretch]]:
    """Return the stretches in regions that are read one after the other: columns, and what stands above and below."""
    if len(stretches) < 4 or depth > 40:
        return [list(stretches)]
    if gutter := _gutter(stretches, body):
        left = [stretch for stretch in stretches if stretch.x1 <= gutter]
        right = [stretch for stretch in stretches if stretch.x1 > gutter]
        tail = _tail(left, right, body)
        sides = ([one for one in side if one not in tail] for side in (left, right))
        found = [region for side in sides for region in _regions(side, body, depth + 1)]
        return [*found, *(_regions(tail, body, depth + 1) if tail else ())]
    if cut := _cut(stretches, body):
        upper = [stretch for stretch in stretches if stretch.top < cut]
        lower = [stretch for stretch in stretches if stretch.top >= cut]
        return [*_regions(upper, body, depth + 1), *_regions(lower, body, depth + 1)]
    return [list(stretches)]


def _tail(left: Sequence[Stretch], right: Sequence[Stretch], body: float) -> list[Stretch]:
    """Return what stands below both columns in one of them, from the first line in smaller type on: notes."""
    ends = [max(stretch.bottom for stretch in side) for side in (left, right)]
    longer, end = (left, ends[1]) if ends[0] > ends[1] else (right, ends[0])
    below = sorted((stretch for stretch in longer if stretch.top >= end), key=lambda one: one.top)
    small = next((at for at, stretch in enumerate(below) if stretch.size < 0.92 * body), None)
    return [] if small is None else below[small:]


def _gutter(stretches: Sequence[Stretch], body: float) -> float:
    """Return the middle of the widest upright gap with prose on both sides, or 0."""
    edges = sorted((stretch.x0, stretch.x1) for stretch in stretches)
    best, place, right = 0.0, 0.0, edges[0][1]
    for x0, x1 in edges[1:]:
        if x0 - right > max(best, 0.8 * body):
            sides = [s for s in stretches if s.x1 <= right], [s for s in stretches if s.x0 >= x0]
            if all(_is_prose(side) for side in sides):
                best, place = x0 - right, (x0 + right) / 2
        right = max(right, x1)
    return place


def _is_prose(side: Sequence[Stretch]) -> bool:
    """Say whether stretches are lines of running text: several, long, and most of them as wide as the widest."""
    if len(side) < 3:
        return False
    column = max(stretch.x1 for stretch in side) - min(stretch.x0 for stretch in side)
    full = sum(stretch.x1 - stretch.x0 > 0.7 * column for stretch in side)
    return full >= 0.5 * len(side) and median(width(stretch.text) for stretch in side) >= 16


def _cut(stretches: Sequence[Stretch], body: float) -> float:
    """Return a height at which columns begin or end, or 0: the largest part of the page with a gutter counts."""
    if not _side_by_side(stretches):
        return 0.0
    ordered = sorted(stretches, key=lambda one: one.top)
    bottom = ordered[0].bottom
    gaps: list[tuple[float, float]] = []
    for stretch in ordered[1:]:
        if stretch.top - bottom > 0.2 * body:
            gaps.append((stretch.top - bottom, stretch.top))
        bottom = max(bottom, stretch.bottom)
    tops = sorted(top for _, top in sorted(gaps, reverse=True)[:_MOST_GAPS])
    edges = [float("-inf"), *tops, float("inf")]
    largest, cut = 0, 0.0
    for at, start in enumerate(edges[:-1]):
        for end in edges[at + 1 :]:
            part = [stretch for stretch in stretches if start <= stretch.top < end]
            if largest < len(part) < len(stretches) and _gutter(part, body):
                largest, cut = len(part), start if at else end
    return cut


def _side_by_side(stretches: Sequence[Stretch]) -> bool:
    """Say whether long stretches stand beside one another: without any there are no columns to look for."""
    long = sorted((one for one in stretches if width(one.text) >= 16), key=lambda one: one.top)
    return sum(a.bottom > b.top and (a.x1 <= b.x0 or b.x1 <= a.x0) for a, b in pairwise(long)) >= 3


def _rows(region: Sequence[Stretch]) -> list[Row]:
    """Return the lines of a region from the top, stretches of one height in one line."""
    left = min(stretch.x0 for stretch in region)
    right = max(stretch.x1 for stretch in region)
    found: list[list[Stretch]] = []
    for stretch in sorted(region, key=lambda one: (one.top, one.x0)):
        last = found[-1][0] if found else None
        shared = min(last.bottom, stretch.bottom) - max(last.top, stretch.top) if last else -1
        if last and shared > 0.5 * min(last.bottom - last.top, stretch.bottom - stretch.top):
            found[-1].append(stretch)
        else:
            found.append([stretch])
    return [Row(tuple(sorted(line, key=lambda one: one.x0)), left, right) for line in found]
