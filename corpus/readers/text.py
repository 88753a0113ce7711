"""Text files: bytes in, lines with their places out.

Invariant: offsets count characters of the decoded file after a byte order mark, and every line knows where it ends.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import DocumentError
from corpus.readers.encoding import decoded
from corpus.readers.opening import LARGEST_TEXT, fetch
from corpus.readers.raw import Raw
from corpus.structure import fences
from corpus.structure.inline import clean_line, verbatim_line
from corpus.structure.lines import Line

_NOTHING = "\ufeff\u200b \t\r\n\x0c\u3000\xa0"


def load(path: Path) -> Raw:
    """Read a text file in any encoding that `corpus.readers.encoding` tells.

    Raises DocumentError naming the file, the line and byte that cannot be read, and what to do.
    """
    return decode(path, fetch(path, LARGEST_TEXT))


def decode(path: Path, data: bytes) -> Raw:
    """Return the bytes as text; see `load` for what it raises."""
    found = decoded(path, data)
    if not found.text.strip(_NOTHING):
        raise DocumentError(f"{path}: the file is empty; remove it or fill it")
    if "\r" in found.text and "\n" not in found.text:  # as old Macs end their lines; each stays one character
        return Raw(path, data, found.text.replace("\r", "\n"), found.skip, found.encoding, places="markup")
    return Raw(path, data, found.text, found.skip, found.encoding)


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
