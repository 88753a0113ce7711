"""Suspected recognition errors of a document: where it probably does not print what was written, and why.

Invariant: canonical text stays as printed; a suspect is a remark about it. Precision comes first: what may be right as
it stands (a rare name, an old spelling) is not reported.

Covered: Japanese by its words (`corpus.misprints.japanese`), English and Chinese by theirs; in every language brackets
without partner, letters and gaps in numbers, cells that are no figure in a column of figures, words of two alphabets,
unreadable characters, signs of another script inside words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.document import Document
from corpus.misprints.cells import cells
from corpus.misprints.chinese import characters
from corpus.misprints.english import words
from corpus.misprints.japanese import misprints
from corpus.misprints.pairs import pairs
from corpus.misprints.signs import signs
from corpus.misprints.suspect import Suspect

__all__ = ["Suspect", "suspects", "suspects_in", "suspects_of_text"]


@lru_cache(maxsize=256)
def suspects(document: Document) -> tuple[Suspect, ...]:
    """Return the suspected recognition errors of a document, in order of place; none overlaps another."""
    return tuple(_apart([*_of_tables(document), *suspects_of_text(document.text, document.lang)]))


@lru_cache(maxsize=4096)
def suspects_in(document: Document, start: int, end: int) -> tuple[Suspect, ...]:
    """Return those of `suspects` that lie inside ``[start, end)``, without reading the rest of the document's text."""
    damaged = [item for item in _of_tables(document) if start <= item.start and item.end <= end]
    return tuple(_apart([*damaged, *suspects_of_text(document.text, document.lang, start, end)]))


@lru_cache(maxsize=256)
def _of_tables(document: Document) -> tuple[Suspect, ...]:
    return tuple(item for table in document.tables for item in cells(table))


def suspects_of_text(text: str, lang: str, start: int = 0, end: int | None = None) -> tuple[Suspect, ...]:
    """Return the suspects inside ``text[start:end]``; ``lang`` is the language of the whole (ja, en, zh, ko)."""
    end = len(text) if end is None else end
    found = [*signs(text, lang, start, end), *pairs(text, start, end)]
    if lang == "ja":
        found += misprints(text, start, end)
    if lang == "zh":
        found += characters(text, start, end)
    if lang == "en":
        found += words(text, start, end)
    return tuple(item for item in _apart(found) if start <= item.start and item.end <= end)


def _apart(found: Iterable[Suspect]) -> Iterator[Suspect]:
    """Yield suspects in order of place, of two that overlap the first found."""
    last = 0
    for item in sorted(found, key=lambda item: item.start):
        if item.start >= last:
            yield item
            last = item.end
