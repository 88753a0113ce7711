"""Canonical text: the slices of the original that stay, in order, and the way back to the original's bytes.

Invariant: every character of canonical text is a character of the original, and each is used once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.document import Piece
from corpus.structure.blocks import Block
from corpus.structure.lines import Line

_LONGEST_MARK = 6  # characters that are lifted before the word behind a mark


@dataclass(frozen=True)
class Canonical:
    """Canonical text with the original offset of each of its characters.

    They rise but where a block follows the paragraph that it interrupted in the original, or the column beside it.
    """

    text: str
    origins: tuple[int, ...]

    @cached_property
    def _sorted(self) -> tuple[list[int], list[int]]:
        """Return the original offsets that stay, rising, and the canonical offset of each."""
        order = sorted(range(len(self.origins)), key=self.origins.__getitem__)
        return [self.origins[index] for index in order], order

    def offset(self, original: int) -> int:
        """Return where a character of the original stands, or, when it was lifted, where the one before it ends."""
        kept, places = self._sorted
        at = bisect_left(kept, original)
        if at < len(kept) and kept[at] == original:
            return places[at]
        return self.end(original)

    def end(self, original: int) -> int:
        """Return where the last character ends that stands before an original offset."""
        kept, places = self._sorted
        at = bisect_left(kept, original)
        return places[at - 1] + 1 if at else 0

    def at_mark(self, original: int) -> int:
        """Return where a lifted mark stood: behind the character before it, or where its line was moved up to."""
        kept, places = self._sorted
        at = bisect_left(kept, original)
        near = at < len(kept) and kept[at] - original <= _LONGEST_MARK
        moved = near and at > 0 and places[at] < places[at - 1]
        return places[at] if moved else self.end(original)

    def pieces(self, original: str, skip: int, encoding: str = "utf-8") -> tuple[Piece, ...]:
        """Return the unbroken slices; ``skip`` is the size of the byte order mark that the original text leaves out."""
        if not self.origins:
            return ()
        starts = [0]
        starts += [i for i in range(1, len(self.origins)) if self.origins[i] != self.origins[i - 1] + 1]
        bytes_at: dict[int, int] = {}
        byte, at = skip, 0
        for first in sorted(self.origins[start] for start in starts):
            byte += len(original[at:first].encode(encoding))
            at = first
            bytes_at[first] = byte
        return tuple(
            Piece(start, stop - start, bytes_at[self.origins[start]])
            for start, stop in zip(starts, [*starts[1:], len(self.origins)], strict=True)
        )

    def held(self, first: Sequence[int], last: Sequence[int], spelled: Sequence[int]) -> tuple[Piece, ...]:
        """Return the slices of a container's text, whose characters have their bytes at ``[first, last)``.

        Characters that bytes spell make one piece while their bytes adjoin, others while they have the same bytes.
        """
        pieces: list[Piece] = []
        end = -1
        for index, at in enumerate(self.origins):
            piece = pieces[-1] if pieces else None
            size = -1 if spelled[at] else last[at] - first[at]
            goes_on = piece is not None and piece.size == size and (end if spelled[at] else piece.byte) == first[at]
            if piece is not None and goes_on:
                pieces[-1] = Piece(piece.start, piece.length + 1, piece.byte, size)
            else:
                pieces.append(Piece(index, 1, first[at], size))
            end = last[at]
        return tuple(pieces)


def assemble(original: str, lines: Sequence[Line], blocks: Sequence[Block]) -> Canonical:
    """Put the blocks together: inside a block its own separators, between two blocks one or two line breaks."""
    origins: list[int] = []
    used = {line.number for block in blocks for line in block.lines}
    breaks: set[int] = set()
    last: Line | None = None
    above: tuple[Line, ...] = ()

    def take(found: Iterable[int]) -> None:
        for newline in found:
            if newline >= 0 and newline not in breaks:
                breaks.add(newline)
                origins.append(newline)

    for block in blocks:
        first = block.slices[0].line
        if last is not None and first is not last:
            between = list(_breaks(lines, last, used))
            if first in above:  # a column beside the one above: the other breaks stay for what follows
                between = between[:1]
            if not between and first.number > 1:  # behind the last line of an original that ends without a break
                between = [lines[first.number - 2].newline]
            take(between)
        for index, piece in enumerate(block.slices):
            if index and block.seams[index - 1] == "\n":
                take([block.slices[index - 1].line.newline])
            origins += piece.line.at[piece.start : piece.end]
        last, above = block.slices[-1].line, block.lines
    return Canonical("".join(original[i] for i in origins), tuple(origins))


def _breaks(lines: Sequence[Line], last: Line, used: set[int]) -> Iterable[int]:
    """Return the line breaks that stay behind a line: its own and that of an empty line or furniture behind it."""
    if last.newline < 0:
        return
    yield last.newline
    if last.number < len(lines) and last.number + 1 not in used and lines[last.number].newline >= 0:
        yield lines[last.number].newline
