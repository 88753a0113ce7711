"""Where a statement comes from: the second hop, from a sentence to the note that it carries and its primary source.

Invariant: a note is given for a sentence only when its mark stands in that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.compose.noted import vouching
from bot.question import Question
from corpus.document import Document, Note, Span
from corpus.places import lies_in

_NOTE_NUMBER = re.compile(
    r"(?:脚注|原注|注釈?|註|注释|脚註|각주|주석?|footnote|note|reference)\s*(?:の|第|番号|no\.?|#)?\s*[(（\[]?\s*(\d{1,3})",
    re.I,
)

_SHORT_NOTE = 80  # characters


def asked_notes(question: Question) -> tuple[str, ...]:
    """Return the markers of the notes that a question asks for by their numbers."""
    return tuple(dict.fromkeys(_NOTE_NUMBER.findall(question.text)))


def notes_by_number(markers: Sequence[str], documents: Sequence[Document]) -> Draft | None:
    """Return the notes themselves, from the first of the documents (nearest first) that has them all."""
    for document in documents:
        notes = [note for marker in markers if (note := document.note(marker)) is not None]
        quotes = [quote for note in notes if (quote := _note_quote(document, note)) is not None]
        if markers and len(quotes) == len(markers):
            names = [name for note, quote in zip(notes, quotes, strict=True) if (name := _source_name(note, quote))]
            short = DraftStatement(" ／ ".join(name.text for name in names), tuple(quotes)) if names else None
            statements = tuple(DraftStatement(quote.text, (quote,)) for quote in quotes)
            return Draft(short=short, statements=statements, confidence=0.95)
    return None


def notes_naming(words: str, documents: Sequence[Document]) -> Draft | None:
    """Return the notes of the first document in which few name what is so called (NK News), as they print it."""
    named = re.compile(rf"(?<![A-Za-z]){re.escape(words)}(?![A-Za-z])", re.IGNORECASE)
    for document in documents:
        found = [note.marker for note in document.notes if named.search(document.text[note.start : note.end])]
        if 0 < len(found) <= _MOST_NAMING:
            return notes_by_number(tuple(dict.fromkeys(found)), (document,))
    return None


_MOST_NAMING = 3


def with_sources(draft: Draft, asked: Asked, marked: Sequence[Quote], after: Sequence[Quote] = ()) -> Draft:
    """Add to a draft the notes that its quotes carry, and let the point be the source they name.

    Where they carry none, those of what stands ``after`` them are shown, and are not the point.
    """
    line = _source_line(marked)  # of a table; it may name sources of its own beside its notes
    notes = _notes(asked, marked)
    if not notes and line is None:
        later = tuple(DraftStatement(quote.text, (quote,)) for _, quote in _notes(asked, after))
        statements = (*draft.statements, *later)
        return replace(draft, short=None, statements=statements, unsourced=True, noted_after=bool(later))
    names = [name for note, quote in notes if (name := _source_name(note, quote) or _whole(quote)) is not None]
    if line is not None:
        names.insert(0, DraftStatement(line.text, (line,)))
    short = DraftStatement(
        " ／ ".join(dict.fromkeys(name.text for name in names)), tuple(quote for name in names for quote in name.quotes)
    )
    return replace(
        draft,
        short=short if names else None,
        statements=(*draft.statements, *(DraftStatement(quote.text, (quote,)) for _, quote in notes)),
    )


def _notes(asked: Asked, marked: Sequence[Quote]) -> list[tuple[Note, Quote]]:
    """Return the notes that quotes carry for what is asked about, each with its own quote."""
    notes: list[tuple[Note, Quote]] = []
    for quote in marked:
        for marker in vouching(asked, quote):
            note = quote.document.note(marker)
            if note is not None and (found := _note_quote(quote.document, note)) is not None:
                notes.append((note, found))
    return notes


def _note_quote(document: Document, note: Note) -> Quote | None:
    passage = next((p for p in document.passages if p.kind == "note" and p.start <= note.start < p.end), None)
    return Quote(document, passage, (Span(passage.start, passage.end),)) if passage else None


def _source_name(note: Note, quote: Quote) -> DraftStatement | None:
    """Return the publisher and title of a note's sources as the note prints them."""
    parts = []
    for source in note.sources:
        named = [part for part in (source.publisher, source.title) if part and part in quote.text]
        parts.append(" ／ ".join(named))
    shown = " ／ ".join(part for part in parts if part)
    return DraftStatement(shown, (quote,)) if shown else None


def _whole(quote: Quote) -> DraftStatement | None:
    """Return a note that names neither publisher nor title, where it is short enough to be the point."""
    return DraftStatement(quote.text, (quote,)) if len(quote.text) <= _SHORT_NOTE else None


def _source_line(marked: Sequence[Quote]) -> Quote | None:
    """Return the source line printed below the table that a quoted row stands in."""
    for quote in marked:
        table = quote.document.table(quote.passage.table) if quote.passage.table else None
        if table is None or table.source_span is None:
            continue
        span = table.source_span
        home = next((p for p in quote.document.passages if lies_in(span, p)), quote.passage)
        return Quote(quote.document, home, (span,))
    return None


def nearest_documents(found: Sequence[Candidate], documents: Mapping[str, Document]) -> tuple[Document, ...]:
    """Return the documents of a shelf, those of the best candidates first."""
    order = dict.fromkeys(candidate.document.id for candidate in found)
    return tuple(documents[name] for name in (*order, *(name for name in documents if name not in order)))
