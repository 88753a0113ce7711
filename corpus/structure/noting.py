"""Blocks to notes with their sources, flags and strays, and marks to the notes and clauses they belong to.

Invariant: a note's text is the canonical slice at its place; what may belong to it stands beside it, never in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.canonical import Canonical
from corpus.document import Mark, Note, Span, Stray
from corpus.structure import notes as note_rules
from corpus.structure import sources as source_rules
from corpus.structure.blocks import Block
from corpus.structure.carried import clauses
from corpus.structure.flags import assess
from corpus.structure.halves import is_address_part, stranded
from corpus.structure.lines import Link
from corpus.structure.marks import Placed
from corpus.structure.referring import resolve

_NEAR = 3  # notes before and behind half a note among which it may find its own
_SAME_SITE = "it names the same site"


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes of a document in the order of their blocks, and its marks in the order of canonical text."""

    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]


def to_notes(blocks: Sequence[Block], canonical: Canonical, placed: Sequence[Placed]) -> Noted:
    """Return the notes, and the marks pointing to the right note where numbers repeat, each with its clause."""
    defined = [block for block in blocks if block.kind == "note"]
    names = note_rules.unique([block.marker for block in defined])
    links = [_links(block, canonical) for block in defined]
    notes = resolve([_note(*one, canonical) for one in zip(defined, names, links, strict=True)])
    pointed = note_rules.point(placed, [(block.first, block.marker) for block in defined], names)
    marks = _clauses(blocks, canonical, [(canonical.at_mark(at), marker) for at, marker in pointed])
    flagged = assess(notes, links, {mark.marker for mark in marks})
    strays = [(block, _link_of(block, canonical)) for block in blocks if block.kind == "stray"]
    for block, url in strays:
        flagged = _beside(flagged, block, url, canonical)
    return Noted(flagged, marks)


def _note(block: Block, name: str, links: Sequence[Link], canonical: Canonical) -> Note:
    start, end = canonical.offset(block.words), canonical.end(block.last)
    text = canonical.text[start:end]
    emphasised = [
        (canonical.offset(line.at[a]) - start, canonical.end(line.at[b - 1] + 1) - start)
        for line in dict.fromkeys(block.lines)
        for a, b in line.emphasis
        if b > a and line.at[a] >= block.words
    ]
    return Note(name, text, start, end, source_rules.parse(text, links, emphasised))


def _links(block: Block, canonical: Canonical) -> list[Link]:
    """Return the links in a block, their places counted from where its words begin in canonical text."""
    words = block.words if block.words >= 0 else block.first
    start = canonical.offset(words)
    return [
        replace(
            link,
            start=canonical.offset(line.at[link.start]) - start,
            end=canonical.end(line.at[link.end - 1] + 1) - start,
        )
        for line in dict.fromkeys(block.lines)
        for link in line.links
        if link.end > link.start and line.at[link.start] >= words
    ]


def _link_of(block: Block, canonical: Canonical) -> str:
    links = _links(block, canonical)
    sources = source_rules.parse(block.text, links)
    return next((one.url for one in sources if one.url), "")


def _beside(notes: tuple[Note, ...], block: Block, url: str, canonical: Canonical) -> tuple[Note, ...]:
    """Return the notes with half a note beside the one near it that most likely lacks it.

    That is one before it, or one behind it that names the same site; to stand nearest counts for least.
    """
    start, end = canonical.offset(block.first), canonical.end(block.last)
    address = url or (block.text.strip("<＜>＞（() ") if is_address_part(block.text) else "")  # without its scheme
    above = [index for index, note in enumerate(notes) if note.start < start][-_NEAR:]
    below = [index for index, note in enumerate(notes) if note.start > start][:_NEAR]
    near = [*above, *(index for index in below if _SAME_SITE in _reasons(notes[index], address))]
    if not near:
        return notes
    reasons = {index: _reasons(notes[index], address) for index in near}
    nearest = above[-1] if above else -1
    best = max(near, key=lambda one: (_weight(reasons[one], one == nearest), -abs(one - nearest), one in above))
    told = "; ".join([*(["it is the note before"] if best == nearest else []), *reasons[best]])
    stray = Stray(canonical.text[start:end], start, end, url, told)
    note = notes[best]
    flag = stranded(stray)
    damage = "; ".join(part for part in (note.damage, flag.detail) if part)
    kept = replace(note, strays=(*note.strays, stray), flags=(*note.flags, flag), damage=damage)
    return (*notes[:best], kept, *notes[best + 1 :])


def _weight(reasons: Sequence[str], nearest: bool) -> int:
    """Return how much speaks for a note: the same site most, to stand nearest alone least."""
    return 2 * len(reasons) + 2 * (_SAME_SITE in reasons) + nearest * (3 if reasons else 1)


def _reasons(note: Note, url: str) -> list[str]:
    """Return what speaks for a note as the one that half a note belongs to, wherever it stands."""
    kinds = {flag.kind for flag in note.flags}
    found: list[str] = []
    if "no address" in kinds and url:
        found.append("it prints no address")
    if "shared address" in kinds:
        found.append("its address is printed in another note too")
    if url and _site(url) in {_site(source.url) for source in note.sources if source.url}:
        found.append(_SAME_SITE)
    return found


def _site(url: str) -> str:
    return re.sub(r"^\w*:?/{2,}", "", url).split("/")[0].lower().removeprefix("www.")


def _clauses(blocks: Sequence[Block], canonical: Canonical, marks: Sequence[tuple[int, str]]) -> tuple[Mark, ...]:
    """Return the marks in order, each with where the clause before it begins."""
    result: list[Mark] = []
    ordered = sorted(marks)
    at = 0
    homes = sorted(((canonical.offset(one.first), canonical.end(one.last), one) for one in blocks), key=lambda h: h[:2])
    for start, end, block in homes:
        inside: list[tuple[int, str]] = []
        while at < len(ordered) and ordered[at][0] <= end:
            inside.append(ordered[at])
            at += 1
        places = [max(place - start, 0) for place, _ in inside]
        spans = _of_block(block, canonical.text[start:end], places)
        result += [Mark(marker, place, start + span.start) for (place, marker), span in zip(inside, spans, strict=True)]
    return tuple(sorted([*result, *(Mark(marker, place, place) for place, marker in ordered[at:])], key=_place))


def _place(mark: Mark) -> int:
    return mark.at


def _of_block(block: Block, text: str, places: Sequence[int]) -> Sequence[Span]:
    if not places:
        return ()
    if block.kind == "table":  # a mark in a table belongs to its cell
        starts = [max(text.rfind("\t", 0, at), text.rfind("\n", 0, at), text.rfind("|", 0, at)) + 1 for at in places]
        return [Span(start, at) for start, at in zip(starts, places, strict=True)]
    return clauses(text, places, listed=block.kind == "source")
