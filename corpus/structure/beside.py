"""Prose that stands in two columns side by side, or beside a box: each column read from top to bottom.

Invariant: lines are two columns only where one gutter runs down all of them, and the words on both sides go on from
line to line; rows of a table do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.blocks import Block
from corpus.structure.lines import Line, Slice, ends_sentence, has_sentence, is_hangul, is_wide, strip, width
from corpus.structure.lists import item
from corpus.structure.paragraphs import glue, join

GUTTER = 2  # columns of space, at least
_FEWEST = 4  # lines that have both columns
_NARROWEST = 16  # columns
_GOING_ON = 0.5  # of the lines of a column, those that go on in the middle of a clause
GAPS = re.compile(r"[ \u3000\u00a0]{2,}")


def side_by_side(run: Sequence[Line], words: frozenset[str]) -> list[Block]:
    """Return the blocks of adjoining lines that are two columns of prose, the left one first; none where they are not.

    ``words`` are the document's words (see `glue`).
    """
    if len(run) < _FEWEST or any("\t" in line.text or "|" in line.text for line in run):
        return []
    for place in _gutters(run):
        parted = [halves(line, place) for line in run]
        sides = [[half[side] for half in parted if half and half[side].text] for side in (0, 1)]
        both = sum(bool(half and half[0].text and half[1].text) for half in parted)
        if not all(parted) or both < _FEWEST or not _is_prose(sides[1]):
            continue
        if _runs_across(*sides):
            return [_one(sides[0], sides[1], words)]
        if _is_prose(sides[0]):
            titled = all(_is_called(side) for side in sides)
            left, seams = join(sides[0][titled:], words)
            title = [Block("prose", (sides[0][0],))] if titled else []
            return [*title, Block("prose", left, seams), *_right(sides[1], words)]
    return []


def _gutters(run: Sequence[Line]) -> list[int]:
    """Return the columns at which the text behind a gap begins in the first line that has one, the widest gap first."""
    first = next((line.text for line in run if GAPS.search(line.text.strip())), "")
    gaps = [match for match in GAPS.finditer(first) if match.start() > 0 and match.end() < len(first)]
    return [width(first[: gap.end()]) for gap in sorted(gaps, key=lambda gap: -width(gap[0]))]


def halves(line: Line, place: int) -> tuple[Slice, Slice] | None:
    """Return what stands in a line on both sides of a gutter that ends at a column, or None where words stand in it."""
    at, columns = 0, 0
    while at < len(line.text) and columns < place:
        columns += width(line.text[at])
        at += 1
    left, right = strip(Slice(line, 0, at)), strip(Slice(line, at, len(line.text)))
    narrow = left.text and place - width(line.text[: left.end]) < GUTTER
    if right.text and (columns != place or right.start > at or narrow):
        return None
    return left, right


def _is_prose(side: Sequence[Slice], *, ends: bool = True) -> bool:
    """Say whether the lines of a column are a text: sentences that go on from line to line, and end with the last."""
    texts = [piece.text for piece in side]
    told = has_sentence(" ".join(texts)) and (ends_sentence(texts[-1]) or not ends)
    if not (len(texts) >= _FEWEST and told):
        return False
    body = [text for text in texts[:-1] if not ends_sentence(text)]
    if sum(map(width, texts)) < _NARROWEST * len(texts) or any(map(item, texts)):
        return False
    going = sum(goes_on_below(line, after) for line, after in pairwise(texts))
    return bool(body) and going >= _GOING_ON * (len(texts) - 1)


def _runs_across(left: Sequence[Slice], right: Sequence[Slice]) -> bool:
    """Say whether the last sentence of a left column, which is a text but for its end, goes on in the right one."""
    ends = ends_sentence(left[-1].text) or not _is_prose(left, ends=False)
    return not ends and goes_on_below(left[-1].text, right[0].text)


def _one(left: Sequence[Slice], right: Sequence[Slice], words: frozenset[str]) -> Block:
    """Return two columns as one paragraph."""
    first, seams = join(left, words)
    last, seam = glue(first[-1], right[0], words)
    below = _right(right, words, called=False)[0]
    opening = replace(below.slices[0], start=below.slices[0].start - 1) if seam else below.slices[0]
    return Block("prose", (*first[:-1], last, opening, *below.slices[1:]), (*seams, "", *below.seams))


def goes_on_below(line: str, after: str) -> bool:
    """Say whether a line goes on in the one below it in the middle of a clause."""
    if ends_sentence(line):
        return False
    unfinished = _UNFINISHED.search(line) is not None
    return after[0].islower() or unfinished or (_is_eastern(line[-1]) and _is_eastern(after[0]))


_UNFINISHED = re.compile(
    r"\b(?:a|an|the|of|in|on|at|by|for|from|with|to|and|or|as|is|was|are|were|has|had|her|his|its)$"
)


def _is_called(side: Sequence[Slice]) -> bool:
    """Say whether the first line of a column is what it is called, and not the beginning of its text."""
    return not goes_on_below(side[0].text, side[1].text) and not ends_sentence(side[0].text)


def _is_eastern(char: str) -> bool:
    return is_wide(char) or is_hangul(char)


def _right(side: Sequence[Slice], words: frozenset[str], called: bool | None = None) -> list[Block]:
    """Return the blocks of a right column, what it is called apart; the line breaks are those of the left one.

    ``called``: whether it has such a line, where that is known. What parts two of its words is therefore the last sign
    of the gutter.
    """
    called = _is_called(side) if called is None else called
    kept = [side[1] if called else side[0]]
    seams: list[str] = []
    for piece in side[2 if called else 1 :]:
        tail, seam = glue(kept[-1], piece, words)
        kept[-1] = tail
        kept.append(replace(piece, start=piece.start - 1) if seam else piece)
        seams.append("")
    body = Block("prose", tuple(kept), tuple(seams))
    return [Block("prose", (side[0],)), body] if called else [body]
