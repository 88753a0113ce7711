"""A document as a person checks it on a terminal: its outline, its tables, its notes, and what to look at.

Invariant: one fact a line, and no control character of the document reaches the terminal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bot.render.plain import clean
from corpus.document import Document, Note, Passage, Table
from corpus.issues import Issue, issues

_LONGEST = 100  # characters of a line that only has to be recognised


def outline(document: Document) -> Iterator[str]:
    """Yield the lines that show sections, tables and notes."""
    yield "Outline"
    yield from _sections(document)
    if document.tables:
        yield "Tables"
        yield from (_table(table) for table in document.tables)
    if document.figures:
        yield "Figures, by their captions"
        yield from (
            f"  {_short(' '.join(part for part in (figure.label, figure.caption) if part))}"
            for figure in document.figures
        )
    if document.notes:
        yield "Notes"
        yield from (line for note in document.notes for line in _note(note))


def issue_lines(document: Document) -> Iterator[str]:
    """Yield a line for each issue: where it is, what kind it is, the words, and the reason."""
    places = _Places(document)
    for issue in issues(document):
        words = f"  「{_short(document.text[issue.start : issue.end], 40)}」" if issue.end > issue.start else ""
        yield f"  {places.of(issue)}: {issue.kind}{words}  {clean(issue.reason)}"


def place(document: Document, issue: Issue) -> str:
    """Return where an issue is: the line of the file, or the page."""
    return _Places(document).of(issue)


class _Places:
    """Places in the file of a document, which is read once, and only if it still is what was read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._data = b""
        if document.places != "container":
            try:
                data = Path(document.path).read_bytes()
            except OSError:
                data = b""
            self._data = data if hashlib.sha256(data).hexdigest() == document.sha256 else b""

    def of(self, issue: Issue) -> str:
        if issue.page is not None:
            return f"page {issue.page}"
        if issue.start < 0 or not self._document.text:
            return "whole document"
        at = min(issue.start, len(self._document.text) - 1)
        span = self._document.locate(at, at + 1)[0]
        if not self._data:
            return f"character {issue.start}"
        before = self._data[: span.first].decode(self._document.encoding, "ignore")
        return f"line {(before.count(chr(10)) or before.count(chr(13))) + 1}"


def _sections(document: Document) -> Iterator[str]:
    counts: dict[tuple[str, ...], list[Passage]] = {}
    for passage in document.passages:
        counts.setdefault(passage.section, []).append(passage)
    for section, inside in counts.items():
        kinds = [passage.kind for passage in inside]
        parts = [f"{name} {kinds.count(kind)}" for kind, name in _KINDS if kind in kinds]
        page = f", page {inside[0].page}" if inside[0].page is not None else ""
        name = clean(section[-1]) if section else "(before and outside of sections)"
        yield f"  {'  ' * max(len(section) - 1, 0)}{name}  ({', '.join(parts) or 'nothing below'}{page})"


_KINDS = (("prose", "paragraphs"), ("row", "rows"), ("note", "notes"))


def _table(table: Table) -> str:
    name = " ".join(part for part in (table.label, table.caption) if part) or "(without a caption)"
    columns = " | ".join(table.header) or f"{max((len(row.cells) for row in table.rows), default=0)} columns"
    source = f"; {table.source}" if table.source else ""
    return f"  {_short(name)}: {len(table.rows)} rows of {_short(columns)}{_short(source)}"


def _note(note: Note) -> Iterator[str]:
    yield f"  {note.marker or '-'}  {_short(note.text)}"
    for source in note.sources:
        known = [part for part in (source.publisher, source.title, source.date, source.url) if part]
        by = f"by reference to note {source.by}: " if source.by else ""
        yield f"      {by}{clean(' ／ '.join(known))}" if known else "      (nothing of it was recognised)"
    if note.damaged:
        yield f"      damaged: {clean(note.damage)}"


def _short(text: str, longest: int = _LONGEST) -> str:
    printed = clean(text)
    return printed if len(printed) <= longest else printed[:longest] + "…"
