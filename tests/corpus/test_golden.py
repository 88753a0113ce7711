"""The structure of the two original documents, checked by hand and written down without their words.

A stretch is ``[first byte, byte behind the last, first characters of its SHA-256, its first two characters]`` of the
original file; so the documents need not be here for what is known of them to be read.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))
Stretch = list[Any]


def stretch(document: Document, start: int, end: int) -> Stretch:
    """Return a stretch of canonical text as it is written down."""
    text = document.text[start:end]
    if start == end:
        return []
    spans = document.locate(start, end)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    return [spans[0].first, spans[-1].last, digest, text[:2]]


def word(text: str) -> str:
    """Return a printed word as it is written down: by its length and hash."""
    return f"{len(text)}:{hashlib.sha256(text.encode('utf-8')).hexdigest()[:12]}" if text else ""


def structure(document: Document) -> dict[str, Any]:
    """Return sections, tables with every cell, figures, notes with their sources, and marks with their clauses."""
    heads = [p for p in document.passages if p.kind == "heading" and p.section and p.text == p.section[-1]]
    marks = sorted({m for p in document.passages for m in p.marks}, key=lambda mark: mark.at)
    return {
        "sha256": document.sha256,
        "head": {
            name: word(getattr(document, name)) for name in ("title", "author", "publisher", "series", "affiliation")
        },
        "date": document.date,
        "unsourced": document.unsourced,
        "sections": [[len(p.section), *stretch(document, p.start, p.end)] for p in heads],
        "paragraphs": [stretch(document, p.start, p.end) for p in document.passages if p.kind == "prose"],
        "tables": [
            {
                "label": table.label,
                "caption": word(table.caption),
                "period": table.period,
                "unit": table.unit,
                "header": [word(name) for name in table.header],
                "source": word(table.source),
                "marks": [mark.marker for mark in table.marks],
                "rows": [
                    [[*stretch(document, c.start, c.end), str(c.value or ""), c.unit] for c in row.cells]
                    for row in table.rows
                ],
            }
            for table in document.tables
        ],
        "figures": [
            [figure.label, word(figure.caption), figure.period, word(figure.source)] for figure in document.figures
        ],
        "notes": [
            {
                "marker": note.marker,
                "text": stretch(document, note.start, note.end),
                "flags": [flag.kind for flag in note.flags],
                "strays": [stretch(document, stray.start, stray.end) for stray in note.strays],
                "sources": [[word(s.title), word(s.publisher), s.date, word(s.url), s.lang] for s in note.sources],
            }
            for note in document.notes
        ],
        "marks": [[mark.marker, *stretch(document, mark.since, mark.at)] for mark in marks],
        "furniture": [[piece.kind, piece.line] for piece in document.furniture],
    }


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_original_is_read_as_it_was_by_hand(path: Path, seeds: Path) -> None:
    known = json.loads(path.read_text("utf-8"))
    original = next((one for one in sorted(seeds.iterdir()) if _sha256(one) == known["sha256"]), None)
    if original is None:
        pytest.skip("the original is not the one that was read by hand")
    read = structure(to_document(decode(original, original.read_bytes())))
    for part, expected in known.items():
        assert read[part] == expected, part


def test_what_was_read_by_hand_is_complete() -> None:
    """The commentary prints four tables, of 11 and three times 10 rows, and 16 notes with a mark each."""
    commentary = max((json.loads(path.read_text("utf-8")) for path in GOLDEN), key=lambda known: len(known["notes"]))
    assert [len(table["rows"]) for table in commentary["tables"]] == [11, 10, 10, 10]
    assert [note["marker"] for note in commentary["notes"]] == [str(number) for number in range(1, 17)]
    assert sorted(int(mark[0]) for mark in commentary["marks"]) == list(range(1, 17))
    assert [len(note["sources"]) for note in commentary["notes"]].count(2) == 1
    assert [len(note["strays"]) for note in commentary["notes"]].count(1) == 1


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
