"""Vectors that cost nothing beside the model's: for measuring an index apart from the embedding of its texts.

Invariant: a text's vector depends on the text alone; texts that share pairs of characters are near, as with a model.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from retrieval.ports import Embedder, Vectors

_DIRECTIONS = 4096
_SAMPLED = 16  # of so many texts one is kept, to be embedded by the model


class StandIn:
    """An embedder of sums of fixed directions, one for each pair of neighbouring characters.

    A question first costs what it costs the ``model``, so that its time is that of the real thing. For passages it
    keeps ``seconds`` spent here, the number of ``texts``, and a ``sample`` of them.
    """

    def __init__(self, model: Embedder) -> None:
        self.name = f"stand-in-1 for {model.name}"
        self.arithmetic = ""
        self.dimension = model.dimension
        self.seconds, self.texts = 0.0, 0
        self.sample: list[str] = []
        self._model = model
        drawn = np.random.default_rng(0).standard_normal((_DIRECTIONS, model.dimension)).astype(np.float32)
        self._directions = drawn + 1.5 * drawn[0]  # a model's vectors share a large direction, too
        self._row = lru_cache(1 << 16)(lambda pair: crc32(pair.encode()) % _DIRECTIONS)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector for each question, shape (n, dimension), having embedded them as well."""
        self._model.queries(texts)
        return self._vectors(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector for each passage, shape (n, dimension)."""
        started = time.perf_counter()
        self.sample += texts[(-self.texts) % _SAMPLED :: _SAMPLED]
        self.texts += len(texts)
        vectors = self._vectors(texts)
        self.seconds += time.perf_counter() - started
        return vectors

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        for at, text in enumerate(texts):
            pairs = [self._row(text[start : start + 2]) for start in range(max(len(text) - 1, 1))]
            rows[at] = self._directions[pairs].sum(axis=0)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
