"""The vector of a question, turned towards the vectors of what answers it: one matrix, learned for one embedding model.

Invariant: a turned vector has length 1, and only vectors of the model that the matrix was learned for are turned; what
is stored of passages is never touched.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np

from retrieval.embedding import DIMENSION, MODEL
from retrieval.ports import Vectors

FILE = "adapter.npy"
"""What is added to the identity, shape (`DIMENSION`, `DIMENSION`), in 16 bits (`MODEL_CARD.md`)."""


def turned(vector: Vectors, model: str) -> Vectors:
    """Return a question's vector, shape (dimension,), as passages are compared with it; that of another model as it is.

    ``model`` is the embedder's name.
    """
    return applied(_matrix(), vector) if model == MODEL else vector


def applied(matrix: Vectors, vector: Vectors) -> Vectors:
    """Return the product of a matrix and a vector, of length 1."""
    # not `matrix @ vector`: its threads wait for each other where several questions are asked at once
    product = np.einsum("ij,j->i", matrix, vector)
    return np.asarray(product / max(float(np.linalg.norm(product)), 1e-12), dtype=np.float32)


@lru_cache(maxsize=1)
def _matrix() -> Vectors:
    with (files("retrieval.adapter") / FILE).open("rb") as file:
        added: Vectors = np.load(file).astype(np.float32)
    return np.eye(DIMENSION, dtype=np.float32) + added
