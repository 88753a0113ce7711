"""Canonical text: the slices of the original that stay, in order, and the way back to the original's bytes.

Invariant: every character of canonical text is a character of the original, in the original's order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import Piece
from corpus.structure.blocks import Block
from corpus.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Canonical:
    """Canonical text with the original offset of each of its characters, in rising order."""

    text: str
    origins: tuple[int, ...]

    def offset(self, original: int) -> int:
        """Return how many characters of canonical text stand before an original offset."""
        return bisect_left(self.origins, original)

    def pieces(self, original: str, skip: int, encoding: str = "utf-8") -> tuple[Piece, ...]:
        """Return the unbroken slices; ``skip`` is the size of the byte order mark that the original text leaves out."""
        pieces: list[Piece] = []
        byte, at = skip, 0
        start = 0
        for index in range(1, len(self.origins) + 1):
            if index == len(self.origins) or self.origins[index] != self.origins[index - 1] + 1:
                first = self.origins[start]
                byte += len(original[at:first].encode(encoding))
                at = first
                pieces.append(Piece(start, index - start, byte))
                start = index
        return tuple(pieces)

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


def assemble(original: str, lines: Sequence[Line], blocks: Iterable[Block]) -> Canonical:
    """Put the blocks together: inside a block its own separators, between two blocks one or two line breaks."""
    origins: list[int] = []
    last: Line | None = None
    for block in blocks:
        if last is not None:
            origins += _breaks(lines, last, block.slices[0].line)
        for index, piece in enumerate(block.slices):
            if index and block.seams[index - 1] == "\n":
                origins += _breaks(lines, block.slices[index - 1].line, piece.line)[:1]
            origins += piece.line.at[piece.start : piece.end]
        last = block.slices[-1].line
    return Canonical("".join(original[i] for i in origins), tuple(origins))


def _breaks(lines: Sequence[Line], left: Line, right: Line) -> list[int]:
    """Return the offsets of the line breaks that stay between two lines: at most two."""
    between = [line.newline for line in lines[left.number - 1 : right.number - 1] if line.newline >= 0]
    return between[:2]
