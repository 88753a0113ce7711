"""One file or package per container format: bytes in, lines with their places out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers.document import to_document
from corpus.readers.raw import Raw


def _text(path: Path) -> Raw:
    from corpus.readers.text import load  # noqa: PLC0415  each reader is imported when the first of its files comes

    return load(path)


def _html(path: Path) -> Raw:
    from corpus.readers.html.page import load  # noqa: PLC0415

    return load(path)


def _docx(path: Path) -> Raw:
    from corpus.readers.docx.body import load  # noqa: PLC0415

    return load(path)


def _pdf(path: Path) -> Raw:
    from corpus.readers.pdf.book import load  # noqa: PLC0415

    return load(path)


_READERS: Mapping[str, Callable[[Path], Raw]] = {
    ".md": _text, ".markdown": _text, ".txt": _text,
    ".html": _html, ".htm": _html, ".xhtml": _html,
    ".docx": _docx, ".pdf": _pdf,
}  # fmt: skip
SUFFIXES = tuple(_READERS)


def no_reader(path: Path) -> str:
    """Return the reason why a file cannot be read by its suffix, or nothing when there is a reader for it."""
    if path.suffix.lower() in SUFFIXES:
        return ""
    return f"no reader for '{path.suffix or path.name}' files; convert it to one of {', '.join(SUFFIXES)}"


def read(path: Path) -> Document:
    """Read one file as a Document.

    Raises DocumentError, naming file, line and what to do, for a suffix that has no reader or whose reader needs an
    extra, for a file that cannot be opened, is empty, damaged, encrypted or in no known encoding, and for front matter
    that does not parse.
    """
    if reason := no_reader(path):
        raise DocumentError(f"{path}: {reason}")
    return to_document(_READERS[path.suffix.lower()](path))
