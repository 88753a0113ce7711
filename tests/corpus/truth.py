"""A document against what is known to be in it: each item right or wrong."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from tests.corpus.generated import Truth


def wrong(document: Document, truth: Truth) -> Iterator[str]:
    """Yield what a reading of a generated document got wrong, in words."""
    if document.title != truth.title:
        yield f"title: {document.title!r}, not {truth.title!r}"
    tops = list(dict.fromkeys(passage.section[0] for passage in document.passages if passage.section))
    if [top for top in tops if top in truth.sections] != truth.sections or len(tops) > len(truth.sections) + 1:
        yield f"sections: {tops}, not {truth.sections}"
    prose = [passage.text for passage in document.passages if passage.kind == "prose"]
    for sentence in truth.sentences:
        if not any(sentence in text.replace("\n", " ") for text in prose):
            yield f"not whole: {sentence}"
    found = [(table.label, [tuple(cell.text for cell in row.cells) for row in table.rows]) for table in document.tables]
    if found != truth.tables:
        yield f"tables: {found}, not {truth.tables}"
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].value is not None or row.cells[-1].value is None:
                yield f"figures: {row.cells}"
    notes = [
        (note.marker.lstrip("※"), *((s.title, s.publisher, s.date, s.url) for s in note.sources))
        for note in document.notes
    ]
    if notes != [(marker, tuple(rest)) for marker, *rest in truth.notes]:
        yield f"notes: {notes}, not {truth.notes}"
    text = document.text.replace("\n", " ")
    marks = {(mark.marker, text[mark.at - 8 : mark.at]) for p in document.passages for mark in p.marks}
    if missing := set(truth.marks) - marks:
        yield f"marks: {sorted(missing)} not in {sorted(marks)}"
