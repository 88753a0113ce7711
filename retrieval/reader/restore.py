"""Read the network back from the shipped file, to train it further; needs the extra ``train``.

Invariant: every parameter of the network is found in the file, or an error names the one that is not. Matrices come
back as their 8 bits tell them, which is as near as the file knows.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from retrieval.packed import PackedModel
from retrieval.reader.model import packed_path
from retrieval.reader.network import ReaderNetwork

_PRODUCT = re.compile(r"/(?:Gemm_)?MatMul_quant$")  # of a layer's node, behind the path of the layer


def restored(path: Path) -> dict[str, Tensor]:
    """Return the state of the network in a reader's file. Raises ValueError where a parameter is not in the file."""
    graph = onnx.load(str(path)).graph
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    held = {name: torch.from_numpy(np.array(value, np.float32)) for name, value in values.items()}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and _PRODUCT.search(node.name):
            name = _PRODUCT.sub("", node.name).strip("/").replace("/", ".")
            held[f"{name}.weight"] = _matrix(values, node.input[1])
    network = ReaderNetwork(PackedModel(packed_path()))
    state: dict[str, Tensor] = network.state_dict()
    for name, usual in state.items():
        if name not in held:
            raise ValueError(f"{path}: no parameter {name!r}; is this a file of retrieval.reader.export?")
        # positions beyond the longest text are left out of the file
        state[name] = torch.cat([held[name], usual[len(held[name]) :]]) if name == "positions" else held[name]
    return state


def _matrix(values: dict[str, np.ndarray], quantised: str) -> Tensor:
    """Return a matrix of 8 bits, kept as (inputs, outputs), as the weight of a linear layer."""
    stem = quantised.removesuffix("_quantized")
    bits = values[quantised].astype(np.float32) - values[f"{stem}_zero_point"].astype(np.float32)
    return torch.from_numpy(np.ascontiguousarray((bits * values[f"{stem}_scale"]).T))
