"""Blocks to passages: the units that are retrieved.

Invariant: a passage is one stretch of canonical text without white space around it; ids depend on nothing but the
document's id, the passage's kind and its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.canonical import Canonical
from corpus.document import Mark, Note, Passage, PassageKind, Span, Table
from corpus.structure.asking import asks
from corpus.structure.blocks import Block
from corpus.structure.captioned import Framed
from corpus.structure.headings import is_notes_heading
from corpus.structure.sentences import split_sentences

_LONGEST_QUESTION = 200  # characters
LONGEST_PROSE = 700  # characters; a longer paragraph is split at sentence ends
LONGEST_TABLE = 4000  # characters; a longer table has only its rows as passages
_BETWEEN = " ／ "


@dataclass(frozen=True, slots=True)
class Context:
    """All that passages are made of. ``sections`` holds one path per block, ``above`` is `above_items`.

    ``pages`` goes by line index, ``line_starts`` gives the original offset at which each line starts.
    """

    doc: str
    canonical: Canonical
    blocks: tuple[Block, ...]
    meta: frozenset[int]
    sections: tuple[tuple[str, ...], ...]
    above: tuple[int, ...]
    frames: tuple[Framed, ...]
    tables: tuple[Table, ...]
    marks: tuple[Mark, ...]
    pages: Mapping[int, int]
    line_starts: tuple[int, ...]
    notes: tuple[Note, ...]


def to_passages(context: Context) -> tuple[Passage, ...]:
    """Return the passages of a document in the order of their start, a table before its rows."""
    contents = [framed for framed in context.frames if framed.content is not None]
    tables = {framed.content: table for framed, table in zip(contents, context.tables, strict=True)}
    captions = {i for framed in context.frames for i in framed.captions}
    sources = {i: framed for framed in context.frames for i in framed.sources}
    remarks = {i: framed for framed in context.frames for i in framed.remarks}
    notes = {note.start: note for note in context.notes}
    passages: list[Passage] = []
    for index, block in enumerate(context.blocks):
        table = tables.get(index)
        if block.kind == "table" and table is not None:
            passages += _table(context, index, table)
        elif block.kind == "note":
            start = context.canonical.offset(block.words)
            passages.append(_passage(context, index, "note", start, notes[start].end))
        elif block.kind == "stray":
            passages.append(_passage(context, index, "note", *_span(context, block)))
        elif block.kind in ("heading", "meta", "caption", "unit") or index in captions or index in context.meta:
            passages.append(_passage(context, index, "heading", *_span(context, block)))
        elif block.kind == "source" or index in remarks:
            framed = sources.get(index) or remarks.get(index)
            around = _frame_words(framed, context) if framed else ""
            passages.append(_passage(context, index, "prose", *_span(context, block), around=around))
        else:
            passages += _prose(context, index)
            passages += _rows(context, index, table) if table is not None else []
    return tuple(passage for passage in passages if passage.text)  # an item's or a note's sign alone


def table_words(table: Table) -> str:
    """Return what a row needs to be understood alone: label and caption, period and unit, header."""
    parts = [" ".join(part for part in (table.label, table.caption) if part)]
    parts += [part for part in (table.period, table.unit) if part and part not in " ".join([*parts, *table.header])]
    parts.append(" | ".join(name for name in table.header if name))
    return _BETWEEN.join(part for part in parts if part)


def _frame_words(framed: Framed, context: Context) -> str:
    texts = [context.blocks[i].text for i in framed.captions]
    if framed.label and not any(text.startswith(framed.label) for text in texts):
        texts.insert(0, framed.label)
    return " ".join(texts)


def _span(context: Context, block: Block) -> tuple[int, int]:
    start = block.words if block.kind == "item" and block.words >= 0 else block.first
    return context.canonical.offset(start), context.canonical.end(block.last)


def _table(context: Context, index: int, table: Table) -> Iterator[Passage]:
    around = " ".join(part for part in (table.label, table.caption) if part)
    if table.end - table.start <= LONGEST_TABLE:
        yield _passage(context, index, "table", table.start, table.end, around=around, table=table.id)
    yield from _rows(context, index, table)


def _rows(context: Context, index: int, table: Table) -> Iterator[Passage]:
    around = table_words(table)
    for row in table.rows:
        yield _passage(context, index, "row", row.start, row.end, around=around, table=table.id, row=row.number)


def _prose(context: Context, index: int) -> Iterator[Passage]:
    """Yield the paragraph, in parts where it is long; a list item knows the sentence that introduces its list.

    What follows a question knows the question (申請はいつまでですか。 — 来年1月31日です。).
    """
    block = context.blocks[index]
    start, end = _span(context, block)
    around = _question_before(context, index)
    if not around and block.kind == "item":
        around = _introduction(context, index)
    for first, last in split_prose(context.canonical.text[start:end]):
        yield _passage(context, index, "prose", start + first, start + last, around=around)


def split_prose(text: str) -> list[tuple[int, int]]:
    """Return stretches of at most 700 characters, about even, cut at sentence ends; one sentence may take 1400."""
    if len(text) <= LONGEST_PROSE:
        return [(0, len(text))]
    count = -(-len(text) // LONGEST_PROSE)
    goal = min(LONGEST_PROSE, int(len(text) / count * 1.2))
    parts: list[tuple[int, int]] = []
    for sentence in (part for whole in split_sentences(text) for part in _cut_endless(text, whole)):
        if parts and sentence.end - parts[-1][0] <= goal:
            parts[-1] = (parts[-1][0], sentence.end)
        else:
            parts.append((sentence.start, sentence.end))
    return parts or [(0, len(text))]


def _cut_endless(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the sentence, or, when it is twice the longest passage (no stops printed), parts cut at its breaks."""
    start = sentence.start
    while sentence.end - start > 2 * LONGEST_PROSE:
        breaks = [m.end() for m in re.finditer(r"[\n、，,;；]|\s", text[start : start + LONGEST_PROSE])]
        end = start + (breaks[-1] if breaks else LONGEST_PROSE)
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def above_items(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return for each item the index of the block it hangs on: the item it is nested in, or the block before its list.

    -1 stands where there is none, and for blocks that are no items.
    """
    above: list[int] = []
    open_items: list[int] = []
    before = -1
    for index, block in enumerate(blocks):
        if block.kind != "item":
            open_items, before = [], index
            above.append(-1)
            continue
        while open_items and blocks[open_items[-1]].indent >= block.indent:
            open_items.pop()
        above.append(open_items[-1] if open_items else before)
        open_items.append(index)
    return tuple(above)


def _introduction(context: Context, index: int) -> str:
    """Return the item above a nested item, or the last sentence of the paragraph that a list follows."""
    at = context.above[index]
    if at >= 0 and context.blocks[at].kind == "item":
        return _words(context, at)
    if at < 0 or context.blocks[at].kind not in ("prose", "code") or at in context.meta:
        return ""
    text = _words(context, at)
    sentences = split_sentences(text)
    return text[sentences[-1].start : sentences[-1].end] if sentences else text


def _question_before(context: Context, index: int) -> str:
    """Return the last sentence of the paragraph before, where it asks; nothing where it states or is long."""
    if index == 0 or context.blocks[index - 1].kind not in ("prose", "item") or index - 1 in context.meta:
        return ""
    text = _words(context, index - 1)
    sentences = split_sentences(text)
    last = text[sentences[-1].start : sentences[-1].end] if sentences else ""
    return last if len(last) <= _LONGEST_QUESTION and asks(last) else ""


def _words(context: Context, index: int) -> str:
    start, end = _span(context, context.blocks[index])
    return context.canonical.text[start:end]


def _passage(  # noqa: PLR0913 - the fields of a passage, each named where it is given
    context: Context,
    index: int,
    kind: PassageKind,
    start: int,
    end: int,
    *,
    around: str = "",
    table: str = "",
    row: int = 0,
) -> Passage:
    text = context.canonical.text[start:end]
    start, text = start + len(text) - len(text.lstrip()), text.strip()
    end = start + len(text)
    origins = context.canonical.origins
    return Passage(
        id=f"{context.doc}#{kind}-{start}",
        doc=context.doc,
        kind=kind,
        start=start,
        end=end,
        text=text,
        section=_section(context, index),
        context=around,
        marks=_marks(context, start, end),
        table=table,
        row=row,
        page=context.pages.get(bisect_right(context.line_starts, origins[min(start, len(origins) - 1)]) - 1),
    )


def _section(context: Context, index: int) -> tuple[str, ...]:
    """Return the section path; a note that follows the body without a heading of its own stands in none."""
    from_notes = context.blocks[index].kind in ("note", "stray") and not _under_notes(context, index)
    return () if from_notes else context.sections[index]


def _under_notes(context: Context, index: int) -> bool:
    heading = next((context.blocks[i] for i in range(index, -1, -1) if context.blocks[i].kind == "heading"), None)
    return heading is not None and is_notes_heading(heading.text)


def _marks(context: Context, start: int, end: int) -> tuple[Mark, ...]:
    """Return the marks inside the passage or right behind it; one at its very start belongs to the text before."""
    before: Sequence[str] = context.canonical.text[start - 1 : start] if start else " "
    opens = not before or before[0].isspace()
    first = bisect_left(context.marks, start, key=_place)
    last = bisect_right(context.marks, end, key=_place)
    return tuple(mark for mark in context.marks[first:last] if start < mark.at or opens)


def _place(mark: Mark) -> int:
    return mark.at
