"""A file on its way to a document: its bytes, the text that was read from them, and the way back.

Invariant: every character of ``text`` is spelled by bytes of the file (a text file), or ``places`` says for each the
bytes that hold it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Furniture, Gap, Places
from corpus.readers.frontmatter import FrontMatter
from corpus.structure.lines import Line


@dataclass(frozen=True, slots=True)
class ByteMap:
    """For each character the bytes ``[first, last)`` that hold it, and whether they spell it and nothing else."""

    first: Sequence[int]
    last: Sequence[int]
    spelled: Sequence[int]


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it stands: its bytes, its text, and the number of bytes (0, 2, 3 or 4) that a byte order mark takes.

    The other fields are for containers, whose reader has taken the text apart itself: ``lines``, ``byte_map``, what
    it knows of the document (``front``), the page of each line index, the furniture that it left out of the text,
    the numbers of lines that hold only signs of its own, the file's line for each line, and what could not be read.
    """

    path: Path
    data: bytes
    text: str
    skip: int
    encoding: str = "utf-8"
    places: Places = "exact"
    lines: tuple[Line, ...] = ()
    byte_map: ByteMap | None = None
    front: FrontMatter | None = None
    pages: Mapping[int, int] | None = None
    furniture: tuple[Furniture, ...] = ()
    own_lines: frozenset[int] = frozenset()
    file_lines: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = field(default=())
