"""Vectors by content: the same text is never embedded twice by the same model.

Invariant: a key is the SHA-256 of model, role and text, so a vector is never another text's; one that does not fit the
model is as one never stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from retrieval.ports import Embedder, Progress, Stage, Vectors
from retrieval.store import ContentStore

_BATCH = 256  # texts; words by themselves are quick in hundreds
_BATCH_CHARACTERS = 12_000  # of all texts of a batch: some seconds, which is what a killed run loses


class VectorCache:
    """Vectors of passages in a store by content. ``used`` collects the keys of all that was asked for."""

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self.used: set[bytes] = set()

    def use(self, texts: Sequence[str], model: str) -> None:
        """Count texts as used whose vectors are not asked for."""
        self.used.update(_key(model, text) for text in texts)

    def passages(self, texts: Sequence[str], embedder: Embedder, progress: Progress | None = None) -> Vectors:
        """Return one vector for each text, shape (n, dimension), embedding only those never seen before.

        ``progress`` counts the texts that had to be embedded. Raises ModelError, and IndexBroken when the store cannot
        be used.
        """
        keys = [_key(embedder.name, text) for text in texts]
        self.used.update(keys)
        known = _of_length(self._store.get(keys), embedder.dimension)
        # Short texts first: texts of like length share a batch, and the batch waits for its longest.
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        work = sorted(missing.items(), key=lambda item: (len(item[1]), item[0]))
        done = 0
        for batch in _batches(work):
            vectors = np.asarray(embedder.passages([text for _, text in batch]), dtype=np.float32)
            known.update(zip((key for key, _ in batch), vectors, strict=True))
            self._store.put((key, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True))
            done += len(batch)
            if progress is not None:
                progress(done, len(work), Stage.EMBEDDING)
        stacked = np.stack([known[key] for key in keys]) if keys else np.zeros((0, embedder.dimension))
        return np.asarray(stacked, dtype=np.float32)


def _batches(work: Sequence[tuple[bytes, str]]) -> Iterator[list[tuple[bytes, str]]]:
    """Divide the work, in order, into batches of bounded number and length."""
    batch: list[tuple[bytes, str]] = []
    length = 0
    for item in work:
        if batch and (len(batch) == _BATCH or length + len(item[1]) > _BATCH_CHARACTERS):
            yield batch
            batch, length = [], 0
        batch.append(item)
        length += len(item[1])
    if batch:
        yield batch


def _key(model: str, text: str) -> bytes:
    return hashlib.sha256(f"{model}\0passage\0{text}".encode()).digest()


def _of_length(stored: Mapping[bytes, bytes], dimension: int) -> dict[bytes, Vectors]:
    """Return the vectors that have so many numbers, all of them finite."""
    found = {
        key: np.frombuffer(value, dtype=np.float32) for key, value in stored.items() if len(value) == 4 * dimension
    }
    return {key: vector for key, vector in found.items() if np.isfinite(vector).all()}
