"""UTF-8 bytes in, lines with their places out. Shared by every text format.

Invariant: offsets count characters of the decoded file after a byte order mark, and every line knows where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DocumentError
from corpus.structure import fences
from corpus.structure.inline import clean_line, verbatim_line
from corpus.structure.lines import Line

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it stands: its bytes, its text, and the number of bytes (0 or 3) that a byte order mark takes."""

    path: Path
    data: bytes
    text: str
    skip: int


def load(path: Path) -> Raw:
    """Read a UTF-8 file.

    Raises DocumentError naming the file, and the line and byte where it is not UTF-8, and what to do.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror or error}); check its permissions") from error
    return decode(path, data)


def decode(path: Path, data: bytes) -> Raw:
    """Return the bytes as text; see `load` for what it raises."""
    skip = len(_BOM) if data.startswith(_BOM) else 0
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise DocumentError(f"{path}: line 1, byte 1: UTF-16, not UTF-8; save it as UTF-8")
    try:
        text = data[skip:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + skip
        line = data.count(b"\n", 0, at) + 1
        hint = f"convert it with: iconv -f SHIFT_JIS -t UTF-8 '{path.name}' (or its real encoding)"
        raise DocumentError(f"{path}: line {line}, byte {at + 1}: not UTF-8; {hint}") from error
    if "\x00" in text:
        at = data.index(b"\x00")
        line = data.count(b"\n", 0, at) + 1
        raise DocumentError(
            f"{path}: line {line}, byte {at + 1}: a zero byte; this is not a text file, convert it first"
        )
    if not text.strip("\ufeff\u200b \t\r\n\x0c\u3000\xa0"):
        raise DocumentError(f"{path}: the file is empty; remove it or fill it")
    return Raw(path, data, text, skip)


def to_lines(text: str) -> tuple[Line, ...]:
    """Return every line of the text, markup lifted out (not inside code fences), blank lines included."""
    raws = text.split("\n")
    code, marks = fences.find(raws)
    lines: list[Line] = []
    start = 0
    for index, raw in enumerate(raws):
        end = start + len(raw)
        make = verbatim_line if index in code or index in marks else clean_line
        lines.append(make(index + 1, start, raw, end if end < len(text) else -1))
        start = end + 1
    return tuple(lines)
