"""Just enough of the ONNX format to say a network in it: nodes and constants in, the bytes of a model out.

Invariant: pure; the bytes are those of a ``ModelProto`` (field numbers from ``onnx.proto``), so that `onnxruntime` runs
a network whose weights are read from elsewhere, and no package is needed to write it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_STANDARD, _MICROSOFT = "", "com.microsoft"
_OPSETS = {_STANDARD: 17, _MICROSOFT: 1}
_OF_MICROSOFT = frozenset(
    ("Attention", "BiasGelu", "DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MultiHeadAttention")
)  # the others are in the standard
_IR_VERSION = 8  # the one that came with that operator set
_KINDS = {np.dtype(np.float32): 1, np.dtype(np.uint8): 2, np.dtype(np.int8): 3}  # of TensorProto.DataType
_FLOAT = _KINDS[np.dtype(np.float32)]
_ATTRIBUTE_FLOAT, _ATTRIBUTE_INT, _ATTRIBUTE_INTS = 1, 2, 7  # of AttributeProto.AttributeType
_VARINT, _BYTES, _FIXED = 0, 2, 5  # wire types

Attribute = float | int | tuple[int, ...]


@dataclass
class Graph:
    """A graph under construction: tensors, each under a name that only one node or constant gives."""

    _nodes: list[bytes] = field(default_factory=list)
    _constants: list[bytes] = field(default_factory=list)  # in pieces: they are large, and joined once

    def constant(self, name: str, value: NDArray[np.float32] | NDArray[np.int8] | NDArray[np.uint8]) -> str:
        """Add a constant tensor of float32, int8 or uint8 and return its name."""
        dims = b"".join(_number(1, size) for size in value.shape)
        raw = value.astype(value.dtype.newbyteorder("<"), copy=False).tobytes()
        head = b"".join((dims, _number(2, _KINDS[value.dtype]), _text(8, name), _head(9, len(raw))))
        self._constants += (_head(5, len(head) + len(raw)) + head, raw)
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, **attributes: Attribute) -> str:
        """Add an operation with one output and return the output's name."""
        return self.nodes(kind, inputs, (output,), **attributes)[0]

    def nodes(
        self, kind: str, inputs: Sequence[str], outputs: tuple[str, ...], **attributes: Attribute
    ) -> tuple[str, ...]:
        """Add an operation with these outputs and return their names."""
        parts = [*(_text(1, name) for name in inputs), *(_text(2, name) for name in outputs), _text(3, outputs[0])]
        parts += [_text(4, kind), *(_field(5, _attribute(name, value)) for name, value in attributes.items())]
        self._nodes.append(b"".join((*parts, _text(7, _MICROSOFT if kind in _OF_MICROSOFT else _STANDARD))))
        return outputs

    def model(self, given: tuple[str, Sequence[int | str]], found: tuple[str, Sequence[int | str]]) -> bytes:
        """Return the model that computes ``found`` from ``given``, each a name with its shape; a size may be open."""
        graph = [
            *(_field(1, node) for node in self._nodes),
            _text(2, "tenkyo"),
            *self._constants,
            _field(11, _tensor(*given)),
            _field(12, _tensor(*found)),
        ]
        opsets = (_field(8, _text(1, domain) + _number(2, version)) for domain, version in _OPSETS.items())
        return b"".join((_number(1, _IR_VERSION), _head(7, sum(map(len, graph))), *graph, *opsets))


def _tensor(name: str, shape: Sequence[int | str]) -> bytes:
    sizes = (_number(1, size) if isinstance(size, int) else _text(2, size) for size in shape)
    dims = b"".join(_field(1, size) for size in sizes)
    return _text(1, name) + _field(2, _field(1, _number(1, _FLOAT) + _field(2, dims)))


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        return _text(1, name) + _tag(2, _FIXED) + struct.pack("<f", value) + _number(20, _ATTRIBUTE_FLOAT)
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _ATTRIBUTE_INT)
    return _text(1, name) + b"".join(_number(8, one) for one in value) + _number(20, _ATTRIBUTE_INTS)


def _tag(number: int, wire: int) -> bytes:
    return bytes(_varint(number << 3 | wire))


def _number(number: int, value: int) -> bytes:
    return _tag(number, _VARINT) + bytes(_varint(value))


def _head(number: int, length: int) -> bytes:
    """Return what stands before so many bytes."""
    return _tag(number, _BYTES) + bytes(_varint(length))


def _field(number: int, value: bytes) -> bytes:
    return _head(number, len(value)) + value


def _text(number: int, value: str) -> bytes:
    return _field(number, value.encode())


def _varint(value: int) -> Iterator[int]:
    value &= (1 << 64) - 1  # a negative number is written as 64 bits
    while value > 0x7F:
        yield value & 0x7F | 0x80
        value >>= 7
    yield value
