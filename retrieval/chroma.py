"""Vectors of passages and sentences in a local Chroma, through LlamaIndex's vector store. Nothing else knows Chroma.

Invariant: a directory is written once by `build` and then only read. Vectors are always passed in, so that Chroma never
makes any; the space is cosine; telemetry and tracing are off whatever variables or an ``.env`` file say, so no
connection is opened. Every failure of Chroma leaves here as IndexBroken.

The nodes are ordinary LlamaIndex text nodes: LlamaIndex's own `ChromaVectorStore` opens the same collection.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores.types import VectorStoreQuery, VectorStoreQueryResult
from llama_index.vector_stores.chroma import ChromaVectorStore

from corpus.errors import IndexBroken
from retrieval.ports import Entry, Progress, Stage, Vectors

COLLECTION = "tenkyo"
_SPACE = {"hnsw": {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 400}}
_WRITTEN_AT_ONCE = 500
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
    """One collection of passages and their sentences; safe to read from many threads."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with _reported(directory):
            self._client = _client(directory)
            collection = self._client.get_collection(COLLECTION, embedding_function=None)
            self._store = LeanChromaStore.from_collection(collection)
            self._size = collection.count()

    @classmethod
    def build(
        cls, directory: Path, entries: Sequence[Entry], vectors: Vectors, progress: Progress | None = None
    ) -> ChromaIndex:
        """Write entries with their vectors, shape (entries, dimension), to a new directory and open it.

        Raises IndexBroken.
        """
        with _reported(directory):
            client = _client(directory)
            try:
                collection = client.create_collection(COLLECTION, configuration=_SPACE, embedding_function=None)
                store = LeanChromaStore.from_collection(collection)
                at_once = min(_WRITTEN_AT_ONCE, client.get_max_batch_size())
                for first in range(0, len(entries), at_once):
                    last = min(first + at_once, len(entries))
                    store.add([_node(entries[at], vectors[at]) for at in range(first, last)])
                    if progress is not None:
                        progress(last, len(entries), Stage.STORING)
            finally:
                _close(client)
        return cls(directory)

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
        where = _where(kind=kinds, doc=documents)
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


def _where(**wanted: Collection[str] | None) -> dict[str, Any] | None:
    """Return Chroma's condition for metadata in these sets of values, or None without one."""
    conditions = [{name: {"$in": sorted(values)}} for name, values in wanted.items() if values is not None]
    return {"$and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None


def _node(entry: Entry, vector: Vectors) -> TextNode:
    metadata = {"passage": entry.passage, "doc": entry.doc, "kind": entry.kind, "start": entry.start, "end": entry.end}
    return TextNode(id_=entry.node, text=entry.text, metadata=metadata, embedding=vector.tolist())


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
