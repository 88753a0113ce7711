"""A small shelf in memory and an embedding without a model, for the tests of retrieval."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from corpus.document import Document, Passage, PassageKind
from corpus.structure.languages import language_of
from retrieval.chroma_address import Server
from retrieval.index import Index, open_index
from retrieval.ports import Vectors
from retrieval.tokens import terms
from tests.retrieval.serving import ChromaProcess, Proxy


@dataclass
class HashEmbedder:
    """Adds one fixed random direction for each term of a text: texts are near as far as they share terms."""

    name: str = "hash"
    dimension: int = 32
    arithmetic: str = ""
    embedded: list[str] = field(default_factory=list)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        rows = [
            np.sum([self._direction(term) for term in (*terms(text), "always")], axis=0, dtype=np.float32)
            for text in texts
        ]
        vectors = np.asarray(rows, dtype=np.float32).reshape(len(texts), self.dimension)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)

    def _direction(self, term: str) -> Vectors:
        seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:8], "big")
        return np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)


@dataclass(frozen=True)
class ShelfOfTexts:
    """A shelf whose hash is of its texts."""

    documents: tuple[Document, ...]

    @property
    def hash(self) -> str:
        return hashlib.sha256("\1".join(document.text for document in self.documents).encode()).hexdigest()


MakeShelf = Callable[..., ShelfOfTexts]
OpenIndex = Callable[..., Index]


@pytest.fixture
def make_shelf() -> MakeShelf:
    """Return a function from texts to a shelf: each text a document of one passage, or of the kinds given."""

    def make(*texts: str, kinds: Sequence[PassageKind] = (), section: tuple[str, ...] = ()) -> ShelfOfTexts:
        documents = []
        for number, text in enumerate(texts):
            name = f"d{number}"
            kind = kinds[number] if kinds else "prose"
            passage = Passage(f"{name}:0", name, kind, 0, len(text), text, section)
            lang = language_of(text)
            documents.append(Document(name, name, "", "", "", "", lang, text, "", "", (), (passage,)))
        return ShelfOfTexts(tuple(documents))

    return make


@pytest.fixture
def opened() -> Iterator[OpenIndex]:
    """Return `open_index`; what it opened is closed after the test."""
    indexes: list[Index] = []

    def open_(*args: Any, **options: Any) -> Index:  # noqa: ANN401
        indexes.append(open_index(*args, **options))
        return indexes[-1]

    yield open_
    for index in indexes:
        index.close()


@pytest.fixture
def embedder() -> HashEmbedder:
    """Return an embedding without a model."""
    return HashEmbedder()


@pytest.fixture(scope="session")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaProcess]:
    """Return a real Chroma server, shared by tests that do not kill it."""
    server = ChromaProcess(tmp_path_factory.mktemp("chroma")).start()
    yield server
    server.kill()


@pytest.fixture
def database(chroma: ChromaProcess) -> Server:
    """Return an empty database on the shared server."""
    return chroma.database(f"test-{uuid.uuid4().hex}")


@pytest.fixture
def proxy(chroma: ChromaProcess) -> Iterator[Proxy]:
    """Return a proxy in front of the shared server."""
    made = Proxy(chroma.url)
    yield made
    made.close()
