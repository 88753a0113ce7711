"""Text set in two columns with headings and paragraphs of their own in each: the left column is read first.

Invariant: lines are such columns only where one gutter stands clear in all of them and both sides are prose that goes
on from line to line; every word stays, in the column it is printed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.beside import GAPS, GUTTER, goes_on_below, halves, side_by_side
from corpus.structure.blocks import Block
from corpus.structure.headings import could_be_bare_heading
from corpus.structure.lines import Line, Slice, ends_sentence, has_sentence, width
from corpus.structure.lists import item
from corpus.structure.paragraphs import glue, join

_FEWEST = 6  # lines that have both columns
_NARROWEST = 24  # columns that most lines of a column have
_DEEPEST = 4  # columns that the first line of a paragraph stands in
_GOING_ON = 0.6  # of the lines inside a paragraph, those that go on in the middle of a clause
_STOPS = 2  # sentences that end in a column, at least


def in_columns(run: Sequence[Line], words: frozenset[str]) -> list[Block]:
    """Return the blocks of adjoining lines that are two columns of text, the left one first; none where they are not.

    ``words`` are the document's words (see `glue`).
    """
    if found := side_by_side(run, words):
        return found
    if len(run) < _FEWEST or any("\t" in line.text or "|" in line.text for line in run):
        return []
    parted = [_parted(line, place) for line in run] if (place := _gutter(run)) else []
    if not parted or not all(parted):
        return []
    left, right = ([half[side] for half in parted if half] for side in (0, 1))
    both = sum(bool(one.text and other.text) for one, other in zip(left, right, strict=True))
    if both < _FEWEST or not (_is_text(left) and _is_text(right)):
        return []
    return _read([*_paragraphs(left)], [*_paragraphs(right)], words)


def _gutter(run: Sequence[Line]) -> int:
    """Return the column at which the text behind a gap begins in most lines that have one; 0 where none has."""
    places = Counter(
        width(line.text[: gap.end()])
        for line in run
        for gap in GAPS.finditer(line.text.rstrip())
        if line.text[: gap.start()].strip()
    )
    indented = (match.end() for line in run if (match := GAPS.match(line.text)) and match.end() > _DEEPEST)
    places.update(indented)
    return max(places, key=lambda place: (places[place], -place), default=0)


def _parted(line: Line, place: int) -> tuple[Slice, Slice] | None:
    """Return what stands in a line on both sides of a gutter, the right side perhaps indented; None across it."""
    for deeper in range(_DEEPEST + 1):
        if found := halves(line, place + deeper):
            clear = found[0].text and width(line.text[: found[0].end]) > place - GUTTER
            return None if clear else found
    return None


def _is_text(side: Sequence[Slice]) -> bool:
    """Say whether the lines of a column are prose: of a common width, most going on, with sentences that end in it."""
    paragraphs = [part for part in _paragraphs(side) if len(part) > 1]
    filled = [piece for part in paragraphs for piece in part[:-1]]
    if not filled or any(item(piece.text) for piece in filled):
        return False
    wide = sum(width(piece.text) >= _NARROWEST for piece in filled)
    going = sum(goes_on_below(one.text, two.text) for p in paragraphs for one, two in pairwise(p))
    stops = sum(has_sentence(piece.text) or ends_sentence(piece.text) for part in paragraphs for piece in part)
    return wide >= 0.8 * len(filled) and going >= _GOING_ON * len(filled) and stops >= _STOPS


def _paragraphs(side: Sequence[Slice]) -> list[list[Slice]]:
    """Return the lines of a column by paragraphs: one begins behind a blank stretch, or with an indented line."""
    inner = min((_left(piece) for piece in side if piece.text), default=0)
    found: list[list[Slice]] = []
    begins = True
    for piece in side:
        if not piece.text:
            begins = True
        elif begins or _left(piece) > inner:
            found.append([piece])
            begins = False
        else:
            found[-1].append(piece)
    return found


def _left(piece: Slice) -> int:
    return width(piece.line.text[: piece.start])


def _read(left: list[list[Slice]], right: list[list[Slice]], words: frozenset[str]) -> list[Block]:
    """Return the blocks of both columns; a paragraph that the first one ends in goes on in the other."""
    across = not ends_sentence(left[-1][-1].text) and not _is_heading(right[0])
    blocks = [_block(part, words) for part in (left[:-1] if across else left)]
    if across:
        first, seams = join(left[-1], words)
        last, seam = glue(first[-1], right[0][0], words)
        below = _right(right[0], words, bool(seam))
        blocks.append(Block("prose", (*first[:-1], last, *below.slices), (*seams, "", *below.seams)))
    rest = right[1:] if across else right
    return [*blocks, *(_block(part, words) if _is_heading(part) else _right(part, words) for part in rest)]


def _is_heading(part: Sequence[Slice]) -> bool:
    """Say whether a paragraph is one short line that ends no sentence: what the text below it is called."""
    text = part[0].text
    return len(part) == 1 and could_be_bare_heading(text) and not (ends_sentence(text) or has_sentence(text))


def _block(part: Sequence[Slice], words: frozenset[str]) -> Block:
    if _is_heading(part):
        return Block("heading", tuple(part), alone=True)
    kept, seams = join(part, words)
    return Block("prose", kept, seams)


def _right(part: Sequence[Slice], words: frozenset[str], opened: bool = False) -> Block:
    """Return a paragraph of the right column, whose line breaks are those of the left one.

    What parts two of its words is therefore the last sign of the gutter. ``opened``: so is what stands before it.
    """
    first = part[0]
    kept = [replace(first, start=first.start - 1) if opened else first]
    for piece in part[1:]:
        kept[-1], seam = glue(kept[-1], piece, words)
        kept.append(replace(piece, start=piece.start - 1) if seam else piece)
    return Block("prose", tuple(kept), ("",) * (len(kept) - 1))
