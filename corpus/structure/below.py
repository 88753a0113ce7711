"""The lines below a table or figure taken apart, and the notes that they lead to.

Invariant: what is told are stretches of canonical text; a note is led to by a mark, or by words that name its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.canonical import Canonical
from corpus.document import Mark, Note, Span
from corpus.structure.blocks import Block
from corpus.structure.note_pointers import pointed_at
from corpus.structure.source_lines import part


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a table: its source as a stretch of the text, its remarks, and the ``marks`` of its notes."""

    source: Span | None
    text: str
    remarks: tuple[Span, ...]
    marks: tuple[Mark, ...]


def read_below(
    indices: Sequence[int],
    blocks: Sequence[Block],
    canonical: Canonical,
    marks: Sequence[Mark],
    notes: Sequence[Note] = (),
) -> Below:
    """Return the lines below a table or figure, which are the blocks at ``indices``, taken apart."""
    lines = [Span(canonical.offset(blocks[i].first), canonical.end(blocks[i].last)) for i in indices]
    sources: list[Span] = []
    remarks: list[Span] = []
    for line in lines:
        found = part(canonical.text[line.start : line.end])
        sources += [Span(line.start + one.start, line.start + one.end) for one in found.sources]
        remarks += [Span(line.start + one.start, line.start + one.end) for one in found.remarks]
    source = Span(sources[0].start, sources[-1].end) if sources else None
    inside = [m for m in marks if any(span.start < m.at <= span.end for span in lines)]
    led = [m for span in sources for m in pointed_at(canonical.text, span, notes)]
    known = {m.marker for m in inside}
    every = sorted([*inside, *(m for m in led if m.marker not in known)], key=lambda mark: mark.at)
    return Below(source, canonical.text[source.start : source.end] if source else "", tuple(remarks), tuple(every))
