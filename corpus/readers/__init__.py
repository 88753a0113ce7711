"""One file per container format: bytes in, lines with their places out."""

from __future__ import annotations

from pathlib import Path

from corpus.document import Document

SUFFIXES = (".md", ".markdown", ".txt")


def read(path: Path) -> Document:
    """Read one Markdown or plain text file as a Document.

    Raises DocumentError, naming file, line and what to do, for a suffix that has no reader, for a file that cannot be
    opened, is empty or is not UTF-8, and for front matter that does not parse.
    """
    from corpus.errors import DocumentError  # noqa: PLC0415
    from corpus.readers.document import to_document  # noqa: PLC0415
    from corpus.readers.text import load  # noqa: PLC0415

    if path.suffix.lower() not in SUFFIXES:
        raise DocumentError(
            f"{path}: no reader for '{path.suffix or path.name}' files; convert it to one of {', '.join(SUFFIXES)}"
        )
    return to_document(load(path))
