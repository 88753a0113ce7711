"""The index of one shelf: what is written into a generation, and what is opened from it.

Invariant: an open index answers from one generation, whose identity (shelf, passages as searched, model, tokeniser,
schema) is the caller's; it is never written again. Row *n* of the lexical index is the shelf's *n*-th passage.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

from corpus.document import Document, Passage, Span
from corpus.errors import IndexBroken
from corpus.normalize import search_text
from corpus.structure.sentences import split_sentences
from retrieval.generations import Generation, Generations, Identity
from retrieval.lexical import LexicalIndex
from retrieval.ports import Embedder, Entry, PassageIndex, Progress, Stage, sentence_node
from retrieval.tokens import TOKENIZER_VERSION
from retrieval.vectors import VectorCache
from retrieval.words import WordVectors


class IndexedShelf(Protocol):
    """What an index needs of a shelf."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents in order."""

    @property
    def hash(self) -> str:
        """Return a hash of the shelf's files."""


@dataclass(frozen=True)
class Index:
    """An open index. ``vectors`` and ``embedder`` are None where retrieval goes by words alone."""

    generation: str
    passages: tuple[Passage, ...]
    languages: frozenset[str]
    lexical: LexicalIndex
    vectors: PassageIndex | None
    embedder: Embedder | None
    sentences: dict[str, tuple[Span, ...]]  # passage id → its stored sentences, in canonical text
    words: WordVectors | None
    _held: Generation = field(repr=False)

    def superseded(self) -> bool:
        """Say whether another generation of the same identity is current: this one was damaged, and built again."""
        return self._held.superseded()

    def close(self) -> None:
        """Let the generation go, so that it may be removed after the next switch."""
        if self.vectors is not None:
            self.vectors.close()
        self._held.close()


def open_index(
    shelf: IndexedShelf, directory: Path, embedder: Embedder | None, progress: Progress | None = None
) -> Index:
    """Open the index of a shelf under its directory, building it first where it is missing, other or damaged.

    The vectors of passages seen before are taken from ``vectors.sqlite`` beside the directory, so that all shelves
    share them. Raises IndexBroken and ModelError; a build that fails leaves the old generation as it was.
    """
    passages = tuple(passage for document in shelf.documents for passage in document.passages)
    identity = _identity(shelf, passages, embedder)
    generations = Generations(directory)
    held = generations.current(identity)
    if held is not None:
        try:
            return _open(held, shelf, passages, embedder)
        except IndexBroken:
            held.close()  # damaged on the disk: build it again below
    with generations.building(lambda holder: progress(0, 0, Stage.WAITING) if progress else None):
        again = generations.current(identity) if held is None else None
        if again is None:
            cache = VectorCache(directory.parent / "vectors.sqlite")
            again = generations.build(identity, lambda path: _write(path, passages, embedder, cache, progress))
    return _open(again, shelf, passages, embedder)


def searched_text(passage: Passage) -> str:
    """Return what a passage is found by: its headings, its context and its text, in search form."""
    return search_text("\n".join(part for part in (*passage.section, passage.context, passage.text) if part))


def embedded_text(passage: Passage) -> str:
    """Return what a passage is embedded as: the heading it stands under, its context and its text, as printed.

    Not in search form: the model knows capitals and Chinese characters as their languages write them.
    """
    return "\n".join(part for part in (*passage.section[-1:], passage.context, passage.text) if part)


def _identity(shelf: IndexedShelf, passages: tuple[Passage, ...], embedder: Embedder | None) -> Identity:
    contents = hashlib.sha256()
    for passage in passages:
        parts = (passage.id, passage.kind, *passage.section, passage.context, passage.text)
        contents.update("\0".join((*parts, str(passage.start), str(passage.end), "\1")).encode())
    return Identity(
        shelf=shelf.hash,
        contents=contents.hexdigest(),
        model=embedder.name if embedder else "none",
        dimension=embedder.dimension if embedder else 0,
        tokenizer=f"{TOKENIZER_VERSION}/sudachidict-core-{version('sudachidict-core')}",
    )


def _write(
    path: Path, passages: tuple[Passage, ...], embedder: Embedder | None, cache: VectorCache, progress: Progress | None
) -> dict[str, int]:
    """Write a generation's files; return its counts."""
    if len({passage.id for passage in passages}) < len(passages):
        raise IndexBroken("two passages of the shelf have the same id; give every document an id of its own")
    if progress is not None:
        progress(0, len(passages), Stage.WORDS)
    LexicalIndex.build([searched_text(passage) for passage in passages], path / "lexical")
    if progress is not None:
        progress(len(passages), len(passages), Stage.WORDS)
    sentences = {passage.id: _sentences(passage) for passage in passages} if embedder else {}
    counts = {"passages": len(passages), "sentences": sum(map(len, sentences.values()))}
    if embedder is not None:
        from retrieval.chroma import ChromaIndex  # noqa: PLC0415  slow to import, and only needed with vectors

        entries = [entry for passage in passages for entry in _entries(passage, sentences[passage.id])]
        vectors = cache.passages([entry.text for entry in entries], embedder, progress)
        ChromaIndex.build(path / "chroma", entries, vectors, progress).close()
        WordVectors.build(path, (searched_text(passage) for passage in passages), cache, embedder, progress)
    stored = {key: [(span.start, span.end) for span in spans] for key, spans in sentences.items() if spans}
    (path / "sentences.json").write_text(json.dumps(stored), encoding="utf-8")
    return counts


def _sentences(passage: Passage) -> tuple[Span, ...]:
    """Return the sentences of a passage in canonical text; none where it is a single one or no prose."""
    if passage.kind in ("table", "row", "heading"):
        return ()
    spans = split_sentences(passage.text)
    return tuple(Span(passage.start + span.start, passage.start + span.end) for span in spans) if len(spans) > 1 else ()


def _entries(passage: Passage, sentences: tuple[Span, ...]) -> Iterable[Entry]:
    def entry(node: str, start: int, end: int, text: str) -> Entry:
        return Entry(node, passage.id, passage.doc, passage.kind, start, end, text)

    yield entry(passage.id, passage.start, passage.end, embedded_text(passage))
    for span in sentences:
        text = passage.text[span.start - passage.start : span.end - passage.start]
        yield entry(sentence_node(passage.id, span.start, span.end), span.start, span.end, text)


def _open(held: Generation, shelf: IndexedShelf, passages: tuple[Passage, ...], embedder: Embedder | None) -> Index:
    lexical = LexicalIndex.open(held.path / "lexical", len(passages))
    vectors: PassageIndex | None = None
    sentences: dict[str, tuple[Span, ...]] = {}
    words: WordVectors | None = None
    if embedder is not None:
        from retrieval.chroma import ChromaIndex  # noqa: PLC0415

        try:
            stored = json.loads((held.path / "sentences.json").read_text("utf-8"))
            sentences = {key: tuple(Span(*span) for span in spans) for key, spans in stored.items()}
            words = WordVectors.open(held.path)
        except (OSError, ValueError, TypeError, KeyError, BadZipFile) as error:
            raise IndexBroken(f"a file of {held.path} cannot be read ({error}); run `tenkyo index`") from error
        vectors = ChromaIndex(held.path / "chroma")  # last, so that nothing is left open when another file is damaged
    languages = frozenset(document.lang for document in shelf.documents)
    return Index(held.id, passages, languages, lexical, vectors, embedder, sentences, words, held)
