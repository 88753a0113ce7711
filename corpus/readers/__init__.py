"""One file per container format: bytes in, lines with their places out."""

from __future__ import annotations

from pathlib import Path

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers.document import to_document
from corpus.readers.text import load

SUFFIXES = (".md", ".markdown", ".txt")


def no_reader(path: Path) -> str:
    """Return the reason why a file cannot be read by its suffix, or nothing when there is a reader for it."""
    if path.suffix.lower() in SUFFIXES:
        return ""
    return f"no reader for '{path.suffix or path.name}' files; convert it to one of {', '.join(SUFFIXES)}"


def read(path: Path) -> Document:
    """Read one Markdown or plain text file as a Document.

    Raises DocumentError, naming file, line and what to do, for a suffix that has no reader, for a file that cannot be
    opened, is empty or is not UTF-8, and for front matter that does not parse.
    """
    if reason := no_reader(path):
        raise DocumentError(f"{path}: {reason}")
    return to_document(load(path))
