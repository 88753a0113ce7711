"""Reading one generation from a Chroma server.

Invariant: what is read is a ready collection, made for exactly the identity of the shelf that the reader has in its
hands, and with as many records as that shelf has nodes; a reader says every ten minutes of use that it reads.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import IndexBroken
from retrieval.chroma_http import Gone, reported
from retrieval.chroma_records import condition
from retrieval.chroma_server import AT_ONCE, LEASE_SECONDS, PREFIX, ChromaServer
from retrieval.ports import Vectors

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection as ChromaCollection

    from retrieval.generations import Identity

_log = logging.getLogger(__name__)

_LONGEST_ID = 128  # bytes, a quota of Chroma Cloud
_MOST_FOUND = 300  # results, another


class RemoteIndex:
    """The ready collection of one identity; safe to read from many threads.

    A server that was away answers again when it is back. A collection that was removed is looked for again under
    another number: whatever has the same identity answers alike.
    """

    def __init__(self, server: ChromaServer, identity: Identity, nodes: Sequence[str], holder: str) -> None:
        self._chroma, self._identity, self._holder = server, identity, holder
        self._size = len(nodes)
        self._long = {stored_id(node): node for node in nodes if len(node.encode()) > _LONGEST_ID}
        self._most = _MOST_FOUND if server.server.cloud else len(nodes)
        self._leasing = threading.Lock()
        self._renew_at = 0.0
        self._collection = self._find()

    def __len__(self) -> int:
        return self._size

    def nearest(
        self,
        vector: Vectors,
        limit: int,
        kinds: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> dict[str, float]:
        """Return the cosines of the ``limit`` nodes nearest to a vector, best first, of these kinds and documents.

        Chroma Cloud gives 300 at most. Raises IndexBroken.
        """
        most = min(limit, self._size, self._most)
        if most == 0:
            return {}
        asked: Any = [vector]  # Chroma's types know no NDArray[np.float32]
        where = condition(kind=kinds, doc=documents)
        found = self._ask(
            lambda collection: collection.query(
                query_embeddings=asked, n_results=most, where=where, include=["distances"]
            )
        )
        keys, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return {self._long.get(key, key): 1.0 - distance for key, distance in zip(keys, distances, strict=True)}

    def similarities(self, vector: Vectors, nodes: Iterable[str]) -> dict[str, float]:
        """Return the cosine of each stored node to a vector, shape (dimension,). Raises IndexBroken."""
        wanted = [stored_id(node) for node in dict.fromkeys(nodes)]
        cosines: dict[str, float] = {}
        for first in range(0, len(wanted), AT_ONCE):
            part = wanted[first : first + AT_ONCE]
            found = self._ask(lambda collection, part=part: collection.get(ids=part, include=["embeddings"]))  # type: ignore[misc]
            rows = np.asarray(found["embeddings"], dtype=np.float32).reshape(len(found["ids"]), -1)
            cosines.update(zip(found["ids"], (rows @ vector).tolist() if len(rows) else [], strict=True))
        return {self._long.get(key, key): cosine for key, cosine in cosines.items()}

    def close(self) -> None:
        """Close the connections. The lease is shared with other processes of this place and ends by itself."""
        self._chroma.close()

    def _ask(self, what: Callable[[ChromaCollection], Any]) -> Any:  # noqa: ANN401  Chroma's results differ
        collection = self._collection
        try:
            with reported(self._chroma.server):
                answer = what(collection)
        except Gone:
            collection = self._collection = self._find()
            with reported(self._chroma.server):
                answer = what(collection)
        if time.monotonic() > self._renew_at:
            self._lease(collection.name)
        return answer

    def _find(self) -> ChromaCollection:
        """Return the ready collection, leased to us before it is counted. Raises Gone where there is none."""
        for stored in reversed(self._chroma.listed(f"{PREFIX}{self._identity.digest()}-")):
            if not stored.ready or not stored.holds(self._identity):
                continue
            self._lease(stored.name)
            try:
                collection = self._chroma.collection(stored.name)
                if self._chroma.count(collection) == self._size:
                    return collection
            except Gone:
                continue
        raise Gone(f"the Chroma server {self._chroma.server.name} has no whole index of this shelf; run `tenkyo index`")

    def _lease(self, name: str) -> None:
        """Say that a collection is read; who may not write reads without, and may find it removed one day."""
        if not self._leasing.acquire(blocking=False):
            return  # another thread is saying it
        try:
            self._renew_at = time.monotonic() + LEASE_SECONDS / 6
            self._chroma.lease(name, self._holder)
        except IndexBroken as error:
            _log.warning("no lease for %s: %s", name, error)
        finally:
            self._leasing.release()


def stored_id(node: str) -> str:
    """Return the id under which a node is kept on a server: its own, or its hash where that is too long for one."""
    return node if len(node.encode()) <= _LONGEST_ID else hashlib.sha256(node.encode()).hexdigest()
