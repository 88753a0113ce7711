"""Vectors by content: the same text is never embedded twice by the same model.

Invariant: a key is the SHA-256 of model, arithmetic, role and text, so that a vector is never another text's and all of
an index are of one arithmetic: nothing is nearer to a question for having been computed in fewer bits. What does not
fit the model is as never stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from retrieval.ports import Embedder, Progress, Stage, Vectors, made_by
from retrieval.store import ContentStore

_BATCH = 256  # texts; words by themselves are quick in hundreds
_BATCH_CHARACTERS = 12_000  # of all texts of a batch: some seconds, which is what a killed run loses

Batch = list[tuple[bytes, str]]  # keys with their texts


class VectorCache:
    """Vectors of passages in a store by content. ``used`` collects the keys of all that was asked for."""

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self.used: set[bytes] = set()

    def use(self, texts: Sequence[str], embedder: Embedder) -> None:
        """Count texts as used whose vectors are not asked for. Raises ModelError."""
        by = made_by(embedder)
        self.used.update(_key(by, text) for text in texts)

    def passages(self, texts: Sequence[str], embedder: Embedder, progress: Progress | None = None) -> Vectors:
        """Return one vector for each text, shape (n, dimension), embedding only those never seen before.

        ``progress`` counts the texts that had to be embedded. Raises ModelError, and IndexBroken when the store cannot
        be used.
        """
        by = made_by(embedder)
        keys = [_key(by, text) for text in texts]
        self.used.update(keys)
        known = _of_length(self._store.get(keys), embedder.dimension)
        # Short texts first: texts of like length share a batch, and the batch waits for its longest.
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        work = sorted(missing.items(), key=lambda item: (len(item[1]), item[0]))
        done = 0
        for batch, vectors in self._kept(_embedded(work, embedder)):
            known.update(zip((key for key, _ in batch), vectors, strict=True))
            done += len(batch)
            if progress is not None:
                progress(done, len(work), Stage.EMBEDDING)
        stacked = np.stack([known[key] for key in keys]) if keys else np.zeros((0, embedder.dimension))
        return np.asarray(stacked, dtype=np.float32)

    def means(
        self,
        samples: Mapping[str, Callable[[], Sequence[str]]],
        embedder: Embedder,
        progress: Progress | None = None,
    ) -> dict[str, Vectors]:
        """Return by name the mean vector, shape (dimension,), of a sample; one that is kept is not drawn.

        A name stands for all that decides what its sample is. Raises ModelError and IndexBroken.
        """
        by = made_by(embedder)
        keys = {name: hashlib.sha256(f"{by}\0mean\0{name}".encode()).digest() for name in samples}
        self.used.update(keys.values())
        known = _of_length(self._store.get(keys.values()), embedder.dimension)
        drawn = {name: draw() for name, draw in samples.items() if keys[name] not in known}
        vectors = self.passages([text for texts in drawn.values() for text in texts], embedder, progress)
        at = 0
        for name, texts in drawn.items():
            known[keys[name]] = vectors[at : at + len(texts)].mean(axis=0)
            at += len(texts)
        if drawn:
            self._store.put((keys[name], known[keys[name]].tobytes()) for name in drawn)
        return {name: known[key] for name, key in keys.items()}

    def _kept(self, made: Iterator[tuple[Batch, Vectors]]) -> Iterator[tuple[Batch, Vectors]]:
        """Yield batches with their vectors while they are put into the store: the disk is waited for beside the model.

        All that was made is kept when this ends, also where it ends with the failure of a later batch.
        """
        with ThreadPoolExecutor(1) as disk:
            before: Future[None] | None = None
            for batch, vectors in made:
                if before is not None:
                    before.result()
                rows = [(key, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True)]
                before = disk.submit(self._store.put, rows)
                yield batch, vectors
            if before is not None:
                before.result()


def _embedded(work: Sequence[tuple[bytes, str]], embedder: Embedder) -> Iterator[tuple[Batch, Vectors]]:
    for batch in _batches(work):
        yield batch, np.asarray(embedder.passages([text for _, text in batch]), dtype=np.float32)


def _batches(work: Sequence[tuple[bytes, str]]) -> Iterator[Batch]:
    """Divide the work, in order, into batches of bounded number and length."""
    batch: Batch = []
    length = 0
    for item in work:
        if batch and (len(batch) == _BATCH or length + len(item[1]) > _BATCH_CHARACTERS):
            yield batch
            batch, length = [], 0
        batch.append(item)
        length += len(item[1])
    if batch:
        yield batch


def _key(by: str, text: str) -> bytes:
    return hashlib.sha256(f"{by}\0passage\0{text}".encode()).digest()


def _of_length(stored: Mapping[bytes, bytes], dimension: int) -> dict[bytes, Vectors]:
    """Return the vectors that have so many numbers, all of them finite."""
    found = {
        key: np.frombuffer(value, dtype=np.float32) for key, value in stored.items() if len(value) == 4 * dimension
    }
    return {key: vector for key, vector in found.items() if np.isfinite(vector).all()}
