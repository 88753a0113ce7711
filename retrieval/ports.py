"""What retrieval needs from the outside, as protocols: vectors for texts, and a place that finds near vectors.

Invariant: vectors are float32, one row for each text in the order given, and of length 1, so that a dot product is a
cosine. A passage is stored whole, or sentence by sentence under several node ids.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from retrieval.generations import Identity

Vectors = NDArray[np.float32]
Progress = Callable[[int, int, str], None]
"""Called as ``progress(done, total, what)``; ``what`` is one of the names in `Stage`."""


class Stage:
    """What a build is doing, as `Progress` is told."""

    WAITING = "waiting"  # for another process that builds the same index
    WORDS = "words"
    EMBEDDING = "embedding"
    STORING = "storing"


class Embedder(Protocol):
    """A model that turns questions and passages into vectors of one space."""

    @property
    def name(self) -> str:
        """Name the model and its version: an index of another name is never searched with it."""

    @property
    def dimension(self) -> int:
        """Return the number of columns of every vector."""

    @property
    def arithmetic(self) -> str:
        """Name what the last digits of a vector depend on beside the model; nothing where they never differ.

        Vectors of one model are of one space however they were computed, so that an index may be searched by another
        arithmetic than it was built by; within an index they are all of one. Asking may load the model: ModelError.
        """

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector for each question, shape (n, dimension). Raises ModelError."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector for each passage, shape (n, dimension). Raises ModelError."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is stored under one vector: a passage, or one sentence of it at ``[start, end)`` of canonical text."""

    node: str
    passage: str
    doc: str
    kind: str
    start: int
    end: int
    text: str


def sentence_node(passage: str, start: int, end: int) -> str:
    """Return the node id of a sentence of a passage; a whole passage's node id is its own id."""
    return f"{passage}@{start}-{end}"


def made_by(embedder: Embedder) -> str:
    """Name all that a text's vector depends on beside the text. Raises ModelError."""
    return f"{embedder.name}/{embedder.arithmetic}" if embedder.arithmetic else embedder.name


class PassageIndex(Protocol):
    """A store of vectors that is written once and then only read."""

    def nearest(
        self,
        vector: Vectors,
        limit: int,
        kinds: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> Mapping[str, float]:
        """Return the cosines of the ``limit`` nodes nearest to a vector, best first, of these kinds and documents.

        Raises IndexBroken.
        """

    def similarities(self, vector: Vectors, nodes: Iterable[str]) -> Mapping[str, float]:
        """Return the cosine of each stored node to a vector, shape (dimension,). Raises IndexBroken."""

    def close(self) -> None:
        """Let go of the files."""


class VectorStore(Protocol):
    """Where the vectors of generations are kept when that is not beside their other files: a server."""

    def write(
        self,
        identity: Identity,
        entries: Sequence[Entry],
        vectors: Callable[[Progress | None], Vectors],
        progress: Progress | None,
    ) -> None:
        """Keep the entries of a generation with their vectors, shape (entries, dimension).

        ``vectors`` computes them and is not called where they are kept already. Raises IndexBroken and ModelError.
        """

    def open(self, identity: Identity, nodes: Sequence[str]) -> PassageIndex:
        """Open the vectors of a generation, which must be exactly those of ``nodes``. Raises IndexBroken."""
