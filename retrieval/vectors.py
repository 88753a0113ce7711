"""A store of vectors by content: the same text is never embedded twice by the same model.

Invariant: a key is the SHA-256 of model, role and text, so an entry is never wrong, only unused. Several processes may
read and write at once (SQLite locks the file), and what a killed build had embedded is kept.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from corpus.errors import IndexBroken
from retrieval.ports import Embedder, Progress, Stage, Vectors

_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
_BATCH = 256  # texts; words by themselves are quick in hundreds
_BATCH_CHARACTERS = 4_000  # of all texts of a batch, so that progress is seen and little is lost when a run is killed
_WAIT_SECONDS = 60
_ASKED_AT_ONCE = 500  # SQLite's oldest limit on parameters is 999


class VectorCache:
    """Vectors of passages in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def passages(self, texts: Sequence[str], embedder: Embedder, progress: Progress | None = None) -> Vectors:
        """Return one vector for each text, shape (n, dimension), embedding only those never seen before.

        ``progress`` counts the texts that had to be embedded. Raises ModelError, and IndexBroken when the file cannot
        be used.
        """
        keys = [_key(embedder.name, text) for text in texts]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as database:
                database.execute(_TABLE)
                known = _known(database, keys, embedder.dimension)
                # Short texts first: texts of like length share a batch, and the batch waits for its longest.
                missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
                work = sorted(missing.items(), key=lambda item: (len(item[1]), item[0]))
                done = 0
                for batch in _batches(work):
                    vectors = embedder.passages([text for _, text in batch])
                    known.update(zip((key for key, _ in batch), vectors, strict=True))
                    rows = [(key, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True)]
                    with database:
                        database.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
                    done += len(batch)
                    if progress is not None:
                        progress(done, len(work), Stage.EMBEDDING)
        except (sqlite3.Error, OSError) as error:
            raise IndexBroken(
                f"the vector store {self._path} cannot be used ({error}); free the disk or delete the file, "
                "then run `tenkyo index`"
            ) from error
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


def _known(database: sqlite3.Connection, keys: Sequence[bytes], dimension: int) -> dict[bytes, Vectors]:
    """Return the stored vectors of these keys; one of the wrong length is treated as never stored."""
    found: dict[bytes, Vectors] = {}
    wanted = list(dict.fromkeys(keys))
    for first in range(0, len(wanted), _ASKED_AT_ONCE):
        part = wanted[first : first + _ASKED_AT_ONCE]
        marks = ",".join("?" * len(part))
        for key, blob in database.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part):
            vector = np.frombuffer(blob, dtype=np.float32)
            if len(vector) == dimension:
                found[key] = vector
    return found
