"""The index of one shelf: what is written into a generation, and what is opened from it.

Invariant: an open index answers from one generation, whose identity (shelf, passages as searched, model, tokeniser,
schema) is the caller's; it is never written again. Row *n* of the lexical index is the shelf's *n*-th passage.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

from corpus.document import Document, Passage, Span
from corpus.errors import IndexBroken, StoreUnreachable
from corpus.kept import key
from retrieval.analysis import Analyses, tokenizer
from retrieval.entries import entries_of, entry_of, nodes_of, sentences_of
from retrieval.generations import Generation, Generations, Identity
from retrieval.lexical import LexicalIndex
from retrieval.nodes import Nodes, write_nodes
from retrieval.ports import Embedder, Entry, PassageIndex, Progress, Stage, VectorStore, made_by
from retrieval.pruning import prune, write_keys
from retrieval.store import FILE, ContentStore
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
    shelf: IndexedShelf,
    directory: Path,
    embedder: Embedder | None,
    progress: Progress | None = None,
    server: VectorStore | None = None,
) -> Index:
    """Open the index of a shelf under its directory, building it first where it is missing, other or damaged.

    The vectors of passages seen before are taken from ``vectors.sqlite`` beside the directory, so that all shelves
    share them. Where there is a ``server``, it has the vectors of passages and sentences, and the directory the rest.
    Raises IndexBroken (StoreUnreachable where a server does not answer) and ModelError; a build that fails leaves the
    old generation as it was.
    """
    passages = tuple(passage for document in shelf.documents for passage in document.passages)
    identity = _identity(shelf, passages, embedder)
    generations = Generations(directory)
    damaged = False
    try:
        index = find_index(shelf, directory, embedder, server)
    except StoreUnreachable:
        raise
    except IndexBroken:
        index, damaged = None, True
    if index is not None:
        return index
    with generations.building(lambda holder: progress(0, 0, Stage.WAITING) if progress else None):
        again = generations.current(identity) if not damaged else None
        if again is None:
            read = frozenset(key(document.path, document.sha256) for document in shelf.documents)
            writer = _Writer(identity, passages, read, embedder, content_store(directory), server, progress)
            again = _build(generations, writer)
            with suppress(IndexBroken):  # what is left in the store harms nobody
                prune(directory.parent)
    try:
        return _open(again, identity, shelf, embedder, server)
    except BaseException:
        again.close()
        raise


def find_index(
    shelf: IndexedShelf, directory: Path, embedder: Embedder | None, server: VectorStore | None = None
) -> Index | None:
    """Open the index of a shelf where it is there; None where it has to be built first.

    Raises IndexBroken where it is damaged (StoreUnreachable where a server does not answer) and ModelError.
    """
    passages = tuple(passage for document in shelf.documents for passage in document.passages)
    identity = _identity(shelf, passages, embedder)
    held = Generations(directory).current(identity)
    if held is None:
        return None
    try:
        return _open(held, identity, shelf, embedder, server)
    except BaseException:
        held.close()
        raise


def _build(generations: Generations, writer: _Writer) -> Generation:
    before = generations.latest()
    try:
        return generations.build(writer.identity, lambda path: writer.write(path, before))
    finally:
        if before is not None:
            before.close()


def content_store(directory: Path) -> ContentStore:
    """Return what is kept by content for the index in this directory, and for all beside it."""
    return ContentStore(directory.parent / FILE)


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
        tokenizer=tokenizer(),
    )


@dataclass(frozen=True)
class _Writer:
    """Writes a generation, taking from the store and from the generation before whatever has not changed."""

    identity: Identity
    passages: tuple[Passage, ...]
    read: frozenset[bytes]  # keys of the documents they are of
    embedder: Embedder | None
    store: ContentStore
    server: VectorStore | None
    progress: Progress | None

    def write(self, path: Path, before: Generation | None) -> dict[str, int]:
        """Write a generation's files; return its counts."""
        passages, embedder = self.passages, self.embedder
        if len({passage.id for passage in passages}) < len(passages):
            raise IndexBroken("two passages of the shelf have the same id; give every document an id of its own")
        analyses = Analyses(self.store)
        found = analyses.passages(passages, self.progress)
        LexicalIndex.write([one.terms for one in found], [one.pairs for one in found], path / "lexical")
        divided = zip(passages, found, strict=True)
        sentences = {passage.id: sentences_of(passage, one.sentences) for passage, one in divided} if embedder else {}
        used = analyses.used | self.read
        if embedder is not None:
            cache = VectorCache(self.store)
            entries = [entry for passage in passages for entry in entries_of(passage, sentences[passage.id])]
            self._write_vectors(path, entries, cache, before)
            WordVectors.build(path, (one.words for one in found), cache, embedder, self.progress)
            used = used | cache.used
        if before is not None:
            before.close()  # read to its end: now it may be removed
        write_keys(path, used)
        stored = {key: [(span.start, span.end) for span in spans] for key, spans in sentences.items() if spans}
        (path / "sentences.json").write_text(json.dumps(stored), encoding="utf-8")
        return {"passages": len(passages), "sentences": sum(map(len, sentences.values()))}

    def _write_vectors(
        self, path: Path, entries: Sequence[Entry], cache: VectorCache, before: Generation | None
    ) -> None:
        embedder, texts = self.embedder, [entry.text for entry in entries]
        assert embedder is not None, "vectors where there is no model"
        if self.server is None:
            vectors = cache.passages(texts, embedder, self.progress)
            passages = [entry_of(passage, passage.id, passage.start, passage.end) for passage in self.passages]
            write_nodes(path, entries, vectors, passages, made_by(embedder), before=before, progress=self.progress)
        else:
            cache.use(texts, embedder)
            self.server.write(self.identity, entries, lambda told: cache.passages(texts, embedder, told), self.progress)


def _open(
    held: Generation, identity: Identity, shelf: IndexedShelf, embedder: Embedder | None, server: VectorStore | None
) -> Index:
    passages = tuple(passage for document in shelf.documents for passage in document.passages)
    lexical = LexicalIndex.open(held.path / "lexical", len(passages))
    vectors: PassageIndex | None = None
    sentences: dict[str, tuple[Span, ...]] = {}
    words: WordVectors | None = None
    if embedder is not None:
        try:
            stored = json.loads((held.path / "sentences.json").read_text("utf-8"))
            sentences = {key: tuple(Span(*span) for span in spans) for key, spans in stored.items()}
            words = WordVectors.open(held.path)
        except (OSError, ValueError, TypeError, KeyError, BadZipFile) as error:
            raise IndexBroken(f"a file of {held.path} cannot be read ({error}); run `tenkyo index`") from error
        nodes = {node: passage for passage in passages for node in nodes_of(passage, sentences)}
        # last, so that nothing is left open when another file is damaged
        vectors = server.open(identity, list(nodes)) if server is not None else Nodes(held.path, nodes)
    languages = frozenset(document.lang for document in shelf.documents)
    return Index(held.id, passages, languages, lexical, vectors, embedder, sentences, words, held)
