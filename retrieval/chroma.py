"""Vectors of passages and sentences in a local Chroma, through LlamaIndex's vector store. Only chroma*.py know Chroma.

Invariant: a directory is written once by `build` or `changed` and then only read: its bytes stay what they were (see
`_finish`). Vectors are always passed in, so that Chroma never makes any; the space is cosine; telemetry and tracing are
off whatever variables or an ``.env`` file say, so no connection is opened. Every failure of Chroma leaves here as
IndexBroken.

LlamaIndex's own `ChromaVectorStore` opens the same collection and reads the entries as text nodes.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings
from llama_index.core.vector_stores.types import VectorStoreQuery, VectorStoreQueryResult
from llama_index.vector_stores.chroma import ChromaVectorStore

from corpus.errors import IndexBroken
from retrieval.chroma_records import SPACE, UNASKED, add, condition, rounds
from retrieval.ports import Entry, Progress, Vectors

COLLECTION = "tenkyo"
_DATABASE = "chroma.sqlite3"
_WRITTEN_AT_ONCE = 5_000
_LEAST_SYNC = 2  # the smallest number of entries Chroma agrees to wait for
# Chroma keeps one system for each path and counts its clients without a lock.
_clients = threading.Lock()


class LeanChromaStore(ChromaVectorStore):
    """LlamaIndex's Chroma store, answering a query with ids and cosines alone.

    The stock store rebuilds every node from JSON, some 0.1 ms each, which is more than the search itself; the
    passages are in memory already. ``similarities`` are cosines, where the stock store gives exp(cosine − 1).
    """

    def query(  # type: ignore[override]  # narrower on purpose: filters are given to Chroma as they are
        self, query: VectorStoreQuery, where: dict[str, Any] | None = None
    ) -> VectorStoreQueryResult:
        """Return ids and cosines, best first."""
        found = self.client.query(
            query_embeddings=[query.query_embedding],
            n_results=query.similarity_top_k,
            where=where,
            include=["distances"],
        )
        return VectorStoreQueryResult(
            nodes=None, ids=found["ids"][0], similarities=[1.0 - distance for distance in found["distances"][0]]
        )


class ChromaIndex:
    """One collection of passages, and of their sentences where they are many; safe to read from many threads."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._copy: TemporaryDirectory[str] | None = None
        with _reported(directory):
            if not (os.access(directory, os.W_OK) and os.access(directory / _DATABASE, os.W_OK)):
                # Chroma opens only what it may write, though it writes nothing.
                self._copy = TemporaryDirectory(prefix="tenkyo-")
                directory = _copied(directory, Path(self._copy.name) / "chroma")
            self._client = _client(directory)
            collection = self._client.get_collection(COLLECTION, embedding_function=None)
            self._store = LeanChromaStore.from_collection(collection)
            self._size = collection.count()

    @classmethod
    def build(
        cls,
        directory: Path,
        entries: Sequence[Entry],
        vectors: Vectors,
        progress: Progress | None = None,
        *,
        asked: bool = True,
    ) -> ChromaIndex:
        """Write entries with their vectors, shape (entries, dimension), to a new directory and open it.

        A graph that will not be asked here is made more quickly, and finds a little less. Raises IndexBroken.
        """
        with _reported(directory):
            client = _client(directory)
            try:
                # The graph goes to the disk with every round, the last included: what is not in it is read from the log
                # again at every opening, and with every round.
                at_once = min(_WRITTEN_AT_ONCE, client.get_max_batch_size())
                sync = max(len(entries) // rounds(len(entries), at_once), _LEAST_SYNC)
                space = {
                    "hnsw": {**(SPACE if asked else UNASKED), "sync_threshold": sync, "batch_size": min(100, sync)}
                }
                collection = client.create_collection(COLLECTION, configuration=space, embedding_function=None)
                add(collection, entries, vectors, at_once, progress)
            finally:
                _close(client)
            _finish(directory)
        return cls(directory)

    @staticmethod
    def changed(  # noqa: PLR0913  what is written, where, and from what
        directory: Path,
        base: Path,
        gone: Sequence[str],
        *,
        entries: Sequence[Entry],
        vectors: Vectors,
        progress: Progress | None = None,
    ) -> None:
        """Write to a new directory what is in ``base``, without the nodes ``gone`` and with these entries.

        Raises IndexBroken.
        """
        with _reported(directory):
            _copied(base, directory)
            if not gone and not entries:
                return
            with closing(sqlite3.connect(directory / _DATABASE)) as database:
                database.execute("DROP TRIGGER as_built")
                database.commit()
            with _collection(directory) as collection:
                sync = max(len(gone) + len(entries), _LEAST_SYNC)
                collection.modify(configuration={"hnsw": {"sync_threshold": sync, "batch_size": min(100, sync)}})
            with _collection(directory) as collection:  # it reads its settings when it is opened
                if len(gone) == 1 and not entries:  # one change alone is never enough to reach the disk
                    collection.update(ids=list(gone), metadatas=[{"kind": ""}])
                for first in range(0, len(gone), _WRITTEN_AT_ONCE):
                    collection.delete(ids=list(gone[first : first + _WRITTEN_AT_ONCE]))
                add(collection, entries, vectors, _WRITTEN_AT_ONCE, progress)
            _finish(directory)

    def __len__(self) -> int:
        return int(self._size)

    def nearest(
        self,
        vector: Vectors,
        limit: int,
        kinds: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> dict[str, float]:
        """Return the cosines of the ``limit`` nodes nearest to a vector, best first, of these kinds and documents.

        Raises IndexBroken.
        """
        if self._size == 0:
            return {}
        query = VectorStoreQuery(query_embedding=vector.tolist(), similarity_top_k=min(limit, self._size))
        where = condition(kind=kinds, doc=documents)
        with _reported(self._directory):
            result = self._store.query(query, where=where)
        return dict(zip(result.ids or [], result.similarities or [], strict=True))

    def similarities(self, vector: Vectors, nodes: Iterable[str]) -> dict[str, float]:
        """Return the cosine of each stored node to a vector, shape (dimension,). Raises IndexBroken."""
        wanted = list(dict.fromkeys(nodes))
        if not wanted:
            return {}
        with _reported(self._directory):
            found = self._store.client.get(ids=wanted, include=["embeddings"])
        rows = np.asarray(found["embeddings"], dtype=np.float32).reshape(len(found["ids"]), -1)
        return dict(zip(found["ids"], (rows @ vector).tolist(), strict=True))

    def close(self) -> None:
        """Let go of the files."""
        _close(self._client)
        if self._copy is not None:
            self._copy.cleanup()


def _copied(source: Path, target: Path) -> Path:
    """Copy the files of a directory, not their modes, to a new one and return it."""
    target.mkdir(parents=True)
    for path in sorted(source.rglob("*")):  # a folder comes before what is in it
        here = target / path.relative_to(source)
        if path.is_dir():
            here.mkdir()
        else:
            shutil.copyfile(path, here)
    return target


@contextmanager
def _collection(directory: Path) -> Iterator[Any]:
    client = _client(directory)
    try:
        yield client.get_collection(COLLECTION, embedding_function=None)
    finally:
        _close(client)


def _finish(directory: Path) -> None:
    """Give back the space of the log, and let later openings leave the file as it is.

    Chroma notes every opening as a row of ``acquire_write``, which nothing reads. Without that row the bytes never
    change, so that they can be checked.
    """
    with closing(sqlite3.connect(directory / _DATABASE)) as database:
        database.execute("CREATE TRIGGER as_built BEFORE INSERT ON acquire_write BEGIN SELECT RAISE(IGNORE); END")
        database.commit()
        database.execute("VACUUM")


def _client(directory: Path) -> Any:  # noqa: ANN401  Chroma's client classes differ between versions
    # `_env_file` is how pydantic-settings is told not to read ./.env, where a tracing endpoint could be set.
    settings = Settings(_env_file=None, anonymized_telemetry=False, chroma_otel_collection_endpoint="")  # type: ignore[call-arg]
    with _clients:
        return chromadb.PersistentClient(str(directory), settings=settings)


def _close(client: Any) -> None:  # noqa: ANN401
    with _clients:
        close = getattr(client, "close", None)  # since Chroma 1.1
        if close is not None:
            close()


@contextmanager
def _reported(directory: Path) -> Iterator[None]:
    """Turn whatever Chroma raises into IndexBroken."""
    try:
        yield
    except IndexBroken:
        raise
    except Exception as error:
        raise IndexBroken(
            f"the vector index {directory} cannot be used ({type(error).__name__}: {error}); "
            "run `tenkyo index` to build it again"
        ) from error
