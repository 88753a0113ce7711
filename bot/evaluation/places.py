"""Where the evidence of a gold item stands on a shelf: spans, the statements they lie in, the passages that hold them.

Invariant: a place that is resolved is one stretch of one document's canonical text; one that cannot be is an error
that says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answer import Citation
from bot.evaluation.gold import GoldItem, Place
from corpus.document import Document, Passage
from corpus.places import lies_in
from corpus.structure.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` of a document's canonical text."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of gold evidence, the ``statement`` (sentence, row, note) it lies in, and the innermost passage."""

    stretch: Stretch
    statement: Stretch
    passage: Passage


class PlaceError(ValueError):
    """A place that is not in the documents; says why."""


def resolve(item: GoldItem, documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    """Return where each place of an item stands, in order. Raises PlaceError."""
    return tuple(_resolve(place, documents) for place in item.evidence)


def _resolve(place: Place, documents: Mapping[str, Document]) -> Evidence:
    document = _document(place, documents)
    start, end = _span(place, document)
    stretch = Stretch(document.id, start, end)
    passage = _innermost(document, start, end)
    if passage is None:
        raise PlaceError(f"{document.id} [{start}, {end}) lies in no passage, or in more than one")
    return Evidence(stretch, _statement(passage, start, end), passage)


def _document(place: Place, documents: Mapping[str, Document]) -> Document:
    if place.sha256:
        found = next((d for d in documents.values() if d.sha256 == place.sha256), None)
        if found is None:
            raise PlaceError(f"no document of the shelf has the hash {place.sha256[:12]}…")
        return found
    if place.doc not in documents:
        raise PlaceError(f"there is no document {place.doc!r} on the shelf; it has {', '.join(sorted(documents))}")
    return documents[place.doc]


def _span(place: Place, document: Document) -> tuple[int, int]:
    if not place.anchor:
        if place.start is None or place.end is None:
            raise PlaceError("evidence needs an anchor, or start and end")
        if not place.start < place.end <= len(document.text):
            raise PlaceError(f"[{place.start}, {place.end}) is not a stretch of {document.id} (0–{len(document.text)})")
        return place.start, place.end
    count = document.text.count(place.anchor)
    if count != 1:
        raise PlaceError(f"the anchor {place.anchor!r} stands {count or 'not'} in {document.id}, not once")
    start = document.text.index(place.anchor)
    return start, start + len(place.anchor)


def _innermost(document: Document, start: int, end: int) -> Passage | None:
    holding = [p for p in document.passages if p.start <= start and end <= p.end]
    return min(holding, key=lambda p: p.end - p.start, default=None)


def _statement(passage: Passage, start: int, end: int) -> Stretch:
    if passage.kind != "prose":
        return Stretch(passage.doc, passage.start, passage.end)
    touched = [
        span
        for span in split_sentences(passage.text)
        if passage.start + span.start < end and start < passage.start + span.end
    ]
    if not touched:
        return Stretch(passage.doc, passage.start, passage.end)
    return Stretch(passage.doc, passage.start + touched[0].start, passage.start + touched[-1].end)


def bears(citation: Citation, evidence: Iterable[Evidence]) -> bool:
    """Say whether a footnote quotes some of a statement (sentence, row, note) that the gold names as evidence."""
    return any(
        citation.doc == place.statement.doc and span.start < place.statement.end and place.statement.start < span.end
        for place in evidence
        for span in citation.spans
    )


def relevance(evidence: Sequence[Evidence], passages: Iterable[Passage]) -> dict[str, int]:
    """Return the graded relevance of passages by id: 2 holds evidence itself, 1 is a whole table around such a row."""
    grades: dict[str, int] = {place.passage.id: 2 for place in evidence}
    for passage in passages:
        if passage.id in grades or passage.kind != "table":
            continue
        within = (place.stretch for place in evidence if place.stretch.doc == passage.doc)
        if any(lies_in(stretch, passage) for stretch in within):
            grades[passage.id] = 1
    return grades
