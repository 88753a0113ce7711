"""A file's bytes, once it is clear that reading them can end well.

Invariant: a file is looked at before it is read, so that none too large is ever taken into memory.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import DocumentError

LARGEST_TEXT = 20_000_000  # bytes; some twenty thick books: what is larger is a dump, and would take hours to index
LARGEST_CONTAINER = 100_000_000  # bytes of a PDF or DOCX, most of which are pictures

_SIGNATURES = (  # the first bytes of what is often met under another name
    (b"%PDF-", "a PDF file", "name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive (as DOCX, XLSX and ODT are)", "name it .docx if it is one, or unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls) or an encrypted one", "save it as .docx without a password"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"\x89PNG", "a picture (PNG)", "run OCR on it and add the text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run OCR on it and add the text"),
    (b"GIF8", "a picture (GIF)", "run OCR on it and add the text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"SQLite format 3\x00", "a database (SQLite)", "export its text"),
    (b"\x7fELF", "a program", "remove it"),
)


def fetch(path: Path, largest: int) -> bytes:
    """Return the bytes of a file of at most ``largest`` bytes.

    Raises DocumentError, naming the file and what to do, for one that is larger, is empty or cannot be opened.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise DocumentError(
                f"{path}: {size / 1e6:,.0f} MB; at most {largest / 1e6:,.0f} MB are read as one document: split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror or error}); check its permissions") from error
    if not data:
        raise DocumentError(f"{path}: the file is empty; remove it or fill it")
    return data


def signature(data: bytes) -> tuple[str, str]:
    """Return what a file is by its first bytes, and what to do with it; empty strings for what may be text."""
    return next(((what, do) for first, what, do in _SIGNATURES if data.startswith(first)), ("", ""))
