"""What a page of a PDF draws, as plain data.

Invariant: lengths are in points from the upper left corner of the page; on a page written downwards the axes are
turned, so that a line is a line and the first one is on top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Glyph:
    """Characters drawn as one sign, with the box they take."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, glyph: Glyph) -> bool:
        """Say whether the middle of a glyph is inside."""
        return self.x0 <= (glyph.x0 + glyph.x1) / 2 <= self.x1 and self.top <= glyph.middle <= self.bottom


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table with rules around its cells; a cell that another one covers is None."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page, its number counted from 1 in the file; ``pictures`` says whether it shows any."""

    number: int
    glyphs: tuple[Glyph, ...]
    tables: tuple[Ruled, ...] = ()
    pictures: bool = False
    height: float = 0.0  # 0 where it is not known, or the page was turned


def upright(page: Page, width: float) -> Page:
    """Return a page that is written downwards, column by column from the right, turned so that columns are lines."""
    pairs = list(zip(page.glyphs, page.glyphs[1:], strict=False))
    down = sum(abs(a.x0 - b.x0) < 0.3 * a.size and 0.5 * a.size < b.top - a.top < 2 * a.size for a, b in pairs)
    if len(pairs) < 20 or down < 0.6 * len(pairs):
        return page
    turned = tuple(
        replace(glyph, x0=glyph.top, x1=glyph.bottom, top=width - glyph.x1, bottom=width - glyph.x0)
        for glyph in page.glyphs
    )
    return replace(page, glyphs=turned, tables=(), height=0.0)
