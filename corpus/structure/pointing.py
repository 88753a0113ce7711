"""Which notes a stretch of text points to, where its marks have no form of their own (see `rising`).

Invariant: notes are pointed to from the text above them, behind the notes before; a mark known otherwise stays one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.structure import rising
from corpus.structure.blocks import Block
from corpus.structure.lines import Slice

Cut = tuple[int, int, tuple[str, ...]]  # where a mark stands in its line, and what it names
TEXT = ("prose", "item", "heading", "source")


@dataclass(frozen=True, slots=True)
class Cuts:
    """Marks by the number of their line, and the original offsets of signs that look like marks and are none."""

    marks: Mapping[int, Sequence[Cut]] = field(default_factory=dict)
    never: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Part:
    """Notes that count on, with nothing but notes between them, and the text above that belongs to them."""

    text: list[tuple[int, Slice]] = field(default_factory=list)  # with the block's index
    notes: list[Block] = field(default_factory=list)


def bare_marks(blocks: Sequence[Block], known: Sequence[tuple[int, str]], flat: frozenset[int]) -> Cuts:
    """Return the marks that are bare figures, or have half a bracket.

    ``known`` are the marks told by their form, with their original offsets; those at ``flat`` are bare figures, too.
    """
    cuts: dict[int, list[Cut]] = {}
    never: set[int] = set()
    parts = _parts(blocks)
    printed = [block.marker for part in parts for block in part.notes]
    anew = len(set(printed)) < len(printed)  # numbers start over: a mark points to the notes of its own page
    for part in parts:
        numbers = [int(block.marker) for block in part.notes]
        half = any(block.form == "half" for block in part.notes)
        text, places = _joined(part.text)
        offsets = {piece.line.at[piece.start + k]: at + k for at, piece in places for k in range(len(piece.text))}
        marked = {offsets[at]: int(name) for at, name in known if at in offsets and name.isdecimal()}
        if any(block.form == "circle" for block in part.notes):
            wrong = _counting(text, numbers if anew else ())
            never.update(at for at, place in offsets.items() if place in wrong)
        formed = {place for at, place in offsets.items() if at not in flat} & marked.keys()
        rows = [rising.read_row(text, numbers, True, marked)] if half else []
        if not formed and not any(row.marks for row in rows):
            rows.append(rising.read_row(text, numbers, False, marked))
        for mark in (mark for row in rows for mark in row.marks):
            start, piece = next(one for one in reversed(places) if one[0] <= mark.start)
            first = piece.start + mark.start - start
            cut = (first, first + mark.end - mark.start, tuple(map(str, mark.names)))
            cuts.setdefault(piece.line.number, []).append(cut)
    return Cuts(cuts, frozenset(never))


def _counting(text: str, numbers: Sequence[int]) -> set[int]:
    """Return where circled figures stand that count something (①号至③号), not what stands before them.

    That is one between words where the same figure stands behind a clause, and one not among the notes' ``numbers``.
    """
    found = [(match.start(), match[0]) for match in re.finditer("[①-⑳]", text)]
    amid = {at for at, _ in found if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()}
    plain = {sign for at, sign in found if at not in amid and at and not text[at - 1].isspace()}
    strange = {at for at, sign in found if numbers and int(unicodedata.numeric(sign)) not in numbers}
    return strange | {at for at, sign in found if at in amid and sign in plain}


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """Return the notes with numbers and the text that may point to them, in the order of the original."""
    pieces: list[tuple[int, int, Slice, Block]] = []
    for index, block in enumerate(blocks):
        if block.kind == "note" and block.marker.isdecimal():
            pieces.append((block.slices[0].line.number, index, block.slices[0], block))
        elif block.kind in TEXT:
            pieces += [(piece.line.number, index, piece, block) for piece in block.slices]
    parts = [_Part()]
    for _, index, piece, block in sorted(pieces, key=lambda one: (one[0], one[2].start)):
        last = parts[-1]
        note = block.kind == "note"
        if last.notes and (not note or int(block.marker) <= int(last.notes[-1].marker)):
            last = _Part()
            parts.append(last)
        if note:
            last.notes.append(block)
        else:
            last.text.append((index, piece))
    return [part for part in parts if part.notes and part.text]


def _joined(text: Sequence[tuple[int, Slice]]) -> tuple[str, list[tuple[int, Slice]]]:
    """Return the text with a line break between lines and two between blocks, and where each slice stands in it."""
    parts: list[str] = []
    places: list[tuple[int, Slice]] = []
    at = 0
    for k, (index, piece) in enumerate(text):
        seam = "" if not k else "\n" if text[k - 1][0] == index else "\n\n"
        parts += [seam, piece.text]
        at += len(seam)
        places.append((at, piece))
        at += len(piece.text)
    return "".join(parts), places
