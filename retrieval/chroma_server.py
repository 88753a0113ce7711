"""What generations need of a Chroma server: collections that say what they are, and leases of their readers.

Invariant: a collection named ``tenkyo-DIGEST-N`` says in its metadata that it is being built, by whom and until when,
or that it is ready; ready is said by one update of the metadata, which Chroma makes in one transaction. A name is given
once (Chroma refuses a second), which is what lets only one builder win. Readers write a lease each into the collection
``tenkyo-leases``, one record a reader, so that no two writers share a record. All times are the server's.
"""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from chromadb.api.models.Collection import Collection
from chromadb.errors import ChromaError

from corpus.errors import IndexBroken
from retrieval.chroma_address import Server
from retrieval.chroma_http import Gone, connect, disconnect, reported
from retrieval.chroma_records import SPACE

if TYPE_CHECKING:
    from retrieval.generations import Identity

PREFIX = "tenkyo-"
LEASES = "tenkyo-leases"
LEASE_SECONDS = 3600.0
"""How long a reader is waited for after it was last heard of."""
BUILD_SECONDS = 300.0
"""How long a builder is waited for after it was last heard of; it speaks after every batch."""
UNUSED_SECONDS = 30 * 86_400.0
"""After this a generation that nobody reads is not kept for being the newest of its shelf: shelves move and end."""
AT_ONCE = 300
"""Records in one request: the quota of Chroma Cloud."""
_NO_VECTOR: Any = [[1.0, 0.0]]  # a record has to have one
_BUILDING, _READY = "building", "ready"


@dataclass(frozen=True, slots=True)
class Stored:
    """A collection of ours as it was when it was listed."""

    name: str
    metadata: Mapping[str, Any]

    @property
    def number(self) -> int:
        """Return the N of its name; 0 where there is none."""
        last = self.name.rsplit("-", 1)[-1]
        return int(last) if last.isdecimal() else 0

    @property
    def ready(self) -> bool:
        """Say whether it may be read."""
        return self.metadata.get("state") == _READY

    @property
    def until(self) -> float:
        """Return until when its builder is waited for."""
        return float(self.metadata.get("until", 0))

    @property
    def holder(self) -> str:
        """Return who built or builds it."""
        return str(self.metadata.get("holder", ""))

    @property
    def made(self) -> float:
        """Return when it became the one in use."""
        return float(self.metadata.get("made", 0))

    @property
    def shelf(self) -> str:
        """Return the key of the shelf it was built for."""
        return str(self.metadata.get("key", ""))

    def holds(self, identity: Identity) -> bool:
        """Say whether it was made for exactly this identity."""
        return all(self.metadata.get(name) == value for name, value in asdict(identity).items())


def stored_as(collection: Collection) -> Stored:
    """Return a collection as it would be listed."""
    return Stored(collection.name, collection.metadata or {})


class ChromaServer:
    """One connection; safe to use from many threads. Everything raises IndexBroken, and Gone for what is not there."""

    def __init__(self, server: Server, patience: float = 1.0) -> None:
        self.server = server
        with reported(server):
            self._api = connect(server, server.seconds * patience)
        self._at: dict[str, Any] = {"tenant": server.tenant, "database": server.database}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        disconnect(self._api)

    def now(self) -> float:
        """Return the server's time in seconds."""
        with reported(self.server):
            return self._api.heartbeat() / 1e9

    def version(self) -> str:
        """Return the server's version."""
        with reported(self.server):
            return str(self._api.get_version())

    def listed(self, prefix: str = PREFIX, without: Container[str] = ()) -> list[Stored]:
        """Return the generations whose names start so, but for those ``without``."""
        found = (stored for stored in self._listed(prefix) if stored.name not in without)
        return sorted(found, key=lambda stored: (stored.number, stored.name))

    def _listed(self, prefix: str) -> Iterator[Stored]:
        first, page = 0, 100
        while True:
            with reported(self.server):
                models = self._api.list_collections(limit=page, offset=first, **self._at)
            for model in models:
                if model.name.startswith(prefix) and model.name != LEASES:
                    yield Stored(model.name, model.metadata or {})
            if len(models) < page:
                return
            first += page

    def claim(self, name: str, identity: Identity, key: str, holder: str) -> Collection | None:
        """Make a collection that is being built by us; None where someone else has the name."""
        nonce = uuid.uuid4().hex
        said = {**asdict(identity), "key": key, "state": _BUILDING, "holder": holder, "nonce": nonce}
        said["until"] = self.now() + BUILD_SECONDS
        with reported(self.server):
            try:
                self._api.create_collection(name, configuration={"hnsw": SPACE}, metadata=said, **self._at)  # type: ignore[arg-type]
            except ChromaError as error:
                if "exist" not in str(error).lower() or "not" in str(error).lower():
                    raise
        try:
            collection = self.collection(name)
        except Gone:
            return None
        # A request that was sent twice meets itself: then the name is ours.
        return collection if (collection.metadata or {}).get("nonce") == nonce else None

    def collection(self, name: str) -> Collection:
        """Return a collection to read from and write to."""
        with reported(self.server):
            model = self._api.get_collection(name, **self._at)
            return Collection(client=self._api, model=model, embedding_function=None)

    def keep(self, collection: Collection) -> None:
        """Say that we are still building it."""
        self._say(collection, until=self.now() + BUILD_SECONDS)

    def switch(self, collection: Collection) -> None:
        """Say in one update that a collection is ready, or in use again: from now on it is read."""
        self._say(collection, state=_READY, until=0.0, made=self.now())

    def _say(self, collection: Collection, **changed: Any) -> None:  # noqa: ANN401  what metadata may hold
        with reported(self.server):
            collection.modify(metadata={**(collection.metadata or {}), **changed})

    def count(self, collection: Collection) -> int:
        """Return how many records a collection has."""
        with reported(self.server):
            return int(collection.count())

    def delete(self, stored: Stored) -> None:
        """Delete a collection; one that is gone already is as well.

        Chroma deletes by name, and a name that is free again may be given again: only what still is what was listed
        is deleted.
        """
        try:
            said = self.collection(stored.name).metadata or {}
            if said.get("nonce") == stored.metadata.get("nonce"):
                with reported(self.server):
                    self._api.delete_collection(stored.name, **self._at)
        except Gone:
            pass

    def lease(self, generation: str, holder: str) -> None:
        """Say that a reader uses a generation for a while longer."""
        until = self.now() + LEASE_SECONDS
        with reported(self.server):
            self._leases().upsert(
                ids=[f"{generation}@{holder}"[:128]],
                embeddings=_NO_VECTOR,
                metadatas=[{"generation": generation, "holder": holder, "until": until}],
            )

    def leases(self) -> dict[str, float]:
        """Return until when each generation is leased at the latest, removing the leases that are over."""
        now, latest, over = self.now(), dict[str, float](), list[str]()
        with reported(self.server):
            leases = self._leases()
            for ids, metadatas in _pages(leases):
                for key, said in zip(ids, metadatas, strict=True):
                    until = float(said["until"])
                    if until < now:
                        over.append(key)
                    else:
                        latest[str(said["generation"])] = max(until, latest.get(str(said["generation"]), 0.0))
            for first in range(0, len(over), AT_ONCE):
                leases.delete(ids=over[first : first + AT_ONCE])
        return latest

    def _leases(self) -> Collection:
        model = self._api.get_or_create_collection(LEASES, **self._at)
        return Collection(client=self._api, model=model, embedding_function=None)


def _pages(collection: Collection) -> Iterator[tuple[Sequence[str], Sequence[Mapping[str, Any]]]]:
    first = 0
    while True:
        found = collection.get(limit=AT_ONCE, offset=first, include=["metadatas"])
        metadatas = found["metadatas"]
        if metadatas is None:
            raise IndexBroken("the Chroma server gives records without what they say")
        yield found["ids"], metadatas
        if len(found["ids"]) < AT_ONCE:
            return
        first += AT_ONCE
