"""The network of multilingual-e5-small (a BERT encoder) in onnxruntime, from a packed model's tensors.

Invariant: a text goes through it alone, so that its vector depends on nothing else. Products with the weights take both
in 8 bits and are added exactly on every processor, so that vectors are the same wherever they are computed: x86 without
VNNI stops adding products with signed weights at what 16 bits hold, and is given the same weights unsigned.

Eight bits keep the vectors to a cosine of .9997 because of two things. The inputs of the feed-forward part are first
divided, token by token, by the largest of them: a few tokens have some that are twenty times those of all others, which
would cost these their last four bits. And what 8 bits leave of the inputs goes through the products for the values of
attention once more, in another 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from retrieval.onnx_format import Graph
from retrieval.packed import Floats, PackedModel

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_STEPS = 127  # of a weight in 8 bits, on either side of zero
_LEAST = np.float32(1e-6)  # what a token's inputs are divided by at least
# What differs between the inputs of one token is taken off them and put on the weights, which lose less by it: how far
# an input spreads, as the norm before it tells, to the power of .7 (the least cosine rises from .9998 to .9999).
_EVENED = 0.7
_RANGE = 3.0  # standard deviations


class Network:
    """The layers, made once and then only read: safe to use from several threads.

    Products are in 32 bits where not ``short``, to hold the 8 bits against. Raises ImportError without onnxruntime.
    """

    def __init__(self, model: PackedModel, short: bool = True) -> None:
        self._model = model
        first_type = model.vector("emb.type")[: model.shape.width]  # every token of a text is of the first type
        self._positions = model.vector("emb.pos").reshape(-1, model.shape.width) + first_type
        self.short = short
        self._session = _session(_encoder(model, short))

    def mean(self, ids: Sequence[int]) -> Floats:
        """Return the mean of the last layer's vectors for the token ids of a window, shape (width,)."""
        tokens = self._model.words(np.asarray(ids, dtype=np.intp))
        tokens += self._positions[: len(ids)]
        (means,) = self._session.run(None, {"tokens": tokens[None]})
        return np.asarray(means[0], dtype=np.float32)


@cache
def exact_in_8_bits(signed: bool) -> bool:
    """Say whether this processor adds 8-bit products exactly where the weights are ``signed``, or unsigned."""
    size = 64
    graph = Graph()
    weights = _in_8_bits(graph, "w", np.ones((size, size), np.float32), signed)
    graph.node("DynamicQuantizeMatMul", ["x", *weights], "y")
    (found,) = _session(graph.model(("x", (1, size)), ("y", (1, size)))).run(
        None, {"x": np.ones((1, size), np.float32)}
    )
    return bool(np.allclose(found, size, rtol=0.01))


def _session(model: bytes) -> InferenceSession:
    import onnxruntime  # noqa: PLC0415  a slow import, paid only when something is embedded

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # texts already share out the cores
    options.log_severity_level = 3
    # The graph has nothing left to be made simpler, and looking for it takes time at every start.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.enable_mem_pattern = False  # kept for each number of tokens, of which there are hundreds
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _encoder(model: PackedModel, short: bool) -> bytes:
    """Return the model from the vectors of a text's tokens, shape (1, tokens, width), to their mean, (1, width)."""
    width = model.shape.width
    graph = _Encoder(model, short)
    x = graph.norm("tokens", "emb.ln")
    for index in range(model.shape.layers):
        layer = f"l{index}."
        mixed = graph.attention(x, layer)
        x = graph.norm(graph.node("Add", [graph.product(mixed, f"{layer}ao", width), x], f"{layer}a"), f"{layer}aln")
        inner = graph.up(x, layer)
        down = graph.product(inner, f"{layer}fo", width, scaled=True)
        x = graph.norm(graph.node("Add", [down, x], f"{layer}b"), f"{layer}oln")
    graph.node("ReduceMean", [x], "mean", axes=(1,), keepdims=0)
    return graph.model(("tokens", (1, "length", width)), ("mean", (1, width)))


class _Encoder(Graph):
    """A graph whose constants are the tensors of a packed model, under their names there."""

    def __init__(self, model: PackedModel, short: bool) -> None:
        super().__init__()
        self._model = model
        self._short = short
        self._least = self.constant("least", np.full(1, _LEAST, dtype=np.float32))

    def vector(self, name: str) -> str:
        """Add a vector of the model."""
        return self.constant(name, self._model.vector(name))

    def norm(self, x: str, name: str) -> str:
        """Add a normalisation over the width."""
        inputs = [x, self.vector(f"{name}.w"), self.vector(f"{name}.b")]
        return self.node("LayerNormalization", inputs, f"{name}.y", axis=-1, epsilon=float(self._model.shape.epsilon))

    def attention(self, x: str, layer: str) -> str:
        """Add the self-attention of a layer."""
        width, heads = self._model.shape.width, self._model.shape.heads
        weights = np.concatenate([self._model.matrix(f"{layer}{one}.w", width) for one in "qkv"], axis=1)
        biases = np.concatenate([self._model.vector(f"{layer}{one}.b") for one in "qkv"])
        name, bias = f"{layer}qkv", self.constant(f"{layer}qkv.b", biases)
        if not self._short:
            return self.node("Attention", [x, self.constant(f"{name}.w", weights), bias], f"{name}.y", num_heads=heads)
        short, scale, zero = self.nodes("DynamicQuantizeLinear", [x], (f"{name}.x8", f"{name}.scale", f"{name}.at"))
        w8, step, none = _in_8_bits(self, name, weights)
        both = self.node("MatMulIntegerToFloat", [short, w8, scale, step, zero, none], f"{name}.xw")
        query, key, value = self.nodes("Split", [both], (f"{layer}query", f"{layer}key", f"{layer}value8"), axis=-1)
        kept = self.node("DequantizeLinear", [short, scale, zero], f"{name}.kept")
        rest = [self.node("Sub", [x, kept], f"{name}.rest"), *_in_8_bits(self, f"{layer}v", weights[:, 2 * width :])]
        value = self.node("Add", [value, self.node("DynamicQuantizeMatMul", rest, f"{name}.more")], f"{layer}value")
        return self.node("MultiHeadAttention", [query, key, value, bias], f"{name}.y", num_heads=heads)

    def up(self, x: str, layer: str) -> str:
        """Add the first product of a layer's feed-forward part, and GELU."""
        model, name = self._model, f"{layer}fi"
        inner = model.matrix(f"{name}.w", model.shape.inner)
        if self._short:
            spread = np.abs(model.vector(f"{layer}aln.b")) + _RANGE * np.abs(model.vector(f"{layer}aln.w"))
            strength = np.maximum(np.abs(inner).max(axis=1), _LEAST)
            even = np.maximum(spread, _LEAST) ** _EVENED / strength ** (1 - _EVENED)
            x = self.node("Mul", [x, self.constant(f"{name}.even", 1 / even)], f"{name}.x")
            y = self._scaled(x, name, inner * even[:, None])
        else:
            y = self.node("MatMul", [x, self.constant(f"{name}.w", inner)], f"{name}.y")
        return self.node("BiasGelu", [y, self.vector(f"{name}.b")], f"{name}.gelu")

    def product(self, x: str, name: str, outputs: int, scaled: bool = False) -> str:
        """Add a product with a matrix of the model, and its bias; ``scaled`` where tokens differ much in size."""
        weights, bias = self._model.matrix(f"{name}.w", outputs), self.vector(f"{name}.b")
        if self._short and not scaled:
            return self.node("DynamicQuantizeMatMul", [x, *_in_8_bits(self, name, weights), bias], f"{name}.y")
        if self._short:
            y = self._scaled(x, name, weights)
        else:
            y = self.node("MatMul", [x, self.constant(f"{name}.w", weights)], f"{name}.xw")
        return self.node("Add", [y, bias], f"{name}.y")

    def _scaled(self, x: str, name: str, weights: Floats) -> str:
        """Add a product in 8 bits, each token divided by its largest input before and multiplied by it after."""
        largest = self.node("ReduceMax", [self.node("Abs", [x], f"{name}.abs")], f"{name}.most", axes=(-1,), keepdims=1)
        size = self.node("Max", [largest, self._least], f"{name}.size")
        unit = self.node("Mul", [x, self.node("Reciprocal", [size], f"{name}.part")], f"{name}.unit")
        y = self.node("DynamicQuantizeMatMul", [unit, *_in_8_bits(self, name, weights)], f"{name}.short")
        return self.node("Mul", [y, size], f"{name}.xw")


def _in_8_bits(graph: Graph, name: str, weights: Floats, signed: bool | None = None) -> list[str]:
    """Add a matrix in 8 bits; return the names of it, of what a step is in each column, and of where zero is.

    ``signed`` says whether the numbers are; None takes what the processor adds exactly.
    """
    signed = exact_in_8_bits(signed=True) if signed is None else signed
    kind, middle = (np.int8, 0) if signed else (np.uint8, _STEPS + 1)
    steps = np.maximum(np.abs(weights).max(axis=0), _LEAST) / np.float32(_STEPS)
    short = (np.rint(weights / steps) + middle).astype(kind)
    constants = {f"{name}.w8": short, f"{name}.step": steps, f"{name}.zero": np.full(len(steps), middle, kind)}
    return [graph.constant(constant, value) for constant, value in constants.items()]
