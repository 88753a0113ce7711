"""What is written in the ONNX format is what onnxruntime reads and computes."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from retrieval.onnx_format import Graph


def ran(model: bytes, x: NDArray[np.float32]) -> Any:  # noqa: ANN401  onnxruntime's arrays have no type
    (found,) = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]).run(None, {"x": x})
    return found


def test_a_graph_of_nodes_and_constants_computes_what_it_says() -> None:
    x = np.arange(6, dtype=np.float32).reshape(2, 3)
    weights, bias = np.arange(12, dtype=np.float32).reshape(3, 4), np.full(4, -0.5, dtype=np.float32)
    graph = Graph()
    product = graph.node("MatMul", ["x", graph.constant("weights", weights)], "product")
    graph.node("Add", [product, graph.constant("bias", bias)], "y")
    assert ran(graph.model(("x", ("rows", 3)), ("y", ("rows", 4))), x) == pytest.approx(x @ weights + bias)


@pytest.mark.parametrize("axes", [(0,), (-1,), (-2, -1)])
def test_lists_of_numbers_negative_ones_too_are_attributes(axes: tuple[int, ...]) -> None:
    x = np.array([[1, 5, 3], [4, 2, 6]], dtype=np.float32)
    graph = Graph()
    graph.node("ReduceMax", ["x"], "y", axes=axes, keepdims=1)
    assert np.array_equal(ran(graph.model(("x", (2, 3)), ("y", ("a", "b"))), x), x.max(axis=axes, keepdims=True))


def test_numbers_with_a_fraction_are_attributes() -> None:
    x = np.array([-2, 3], dtype=np.float32)
    graph = Graph()
    graph.node("LeakyRelu", ["x"], "y", alpha=0.25)
    assert ran(graph.model(("x", (2,)), ("y", (2,))), x).tolist() == [-0.5, 3.0]


def test_an_operation_may_have_several_outputs() -> None:
    graph = Graph()
    left, right = graph.nodes("Split", ["x"], ("left", "right"), axis=-1)
    graph.node("Sub", [right, left], "y")
    found = ran(graph.model(("x", (1, 4)), ("y", (1, 2))), np.array([[1, 2, 5, 9]], dtype=np.float32))
    assert found.tolist() == [[4.0, 7.0]]


def test_a_matrix_may_be_in_8_bits() -> None:
    graph = Graph()
    weights = graph.constant("weights", np.array([[100, -100]], dtype=np.int8))
    step = graph.constant("step", np.array([0.5, 0.25], dtype=np.float32))
    graph.node("DynamicQuantizeMatMul", ["x", weights, step], "y")
    found = ran(graph.model(("x", (1, 1)), ("y", (1, 2))), np.array([[2.0]], dtype=np.float32))
    assert found == pytest.approx(np.array([[100.0, -50.0]]), rel=0.01)
