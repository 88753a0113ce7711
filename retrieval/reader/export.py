"""Write the reader's file from a training: ``python -m retrieval.reader.export RUN OUT``; needs the extra ``train``.

The ONNX file holds the layers and heads alone, matrices in 8 bits; vectors of tokens go in. How many windows and how
many tokens is left open.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from retrieval.packed import PackedModel
from retrieval.reader.encode import LONGEST
from retrieval.reader.model import packed_path
from retrieval.reader.network import ReaderNetwork

_OPSET = 17


def export(state: Path, out: Path, quantise: bool = True) -> None:
    """Write the network of a training's state as ONNX, its matrices in 8 bits or in 32."""
    network = ReaderNetwork(PackedModel(packed_path()))
    network.load_state_dict(torch.load(state, map_location="cpu")["network"])
    network.positions = torch.nn.Parameter(network.positions[:LONGEST].clone(), requires_grad=False)
    network.eval()
    width = network.positions.shape[1]
    with tempfile.TemporaryDirectory() as directory:
        plain = out if not quantise else Path(directory) / "plain.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(2, 16, width), torch.ones(2, 16), torch.ones(2, 16)),
            str(plain),
            input_names=["words", "mask", "window"],
            output_names=["relevance", "span"],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in ("words", "mask", "window", "span")}
            | {"relevance": {0: "batch"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        if quantise:
            quantize_dynamic(plain, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])


def calibrate(path: Path, scale: float, shift: float) -> None:
    """Write into a model's file how its logit of relevance becomes a probability."""
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, {"scale": f"{scale:.4f}", "shift": f"{shift:.4f}"})
    onnx.save(model, str(path))


def main(arguments: Sequence[str] | None = None) -> None:
    """Export a training's state and print the size and the sha256 of the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--plain", action="store_true", help="keep 32 bits, to see what the 8 bits lose")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--shift", type=float, default=0.0)
    options = parser.parse_args(arguments)
    export(options.run / "state.pt", options.out, not options.plain)
    calibrate(options.out, options.scale, options.shift)
    written = options.out.read_bytes()
    print(f"{options.out}: {len(written)} bytes, sha256 {hashlib.sha256(written).hexdigest()}")


if __name__ == "__main__":
    main()
