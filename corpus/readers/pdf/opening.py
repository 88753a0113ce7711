"""A PDF's pages, through pdfplumber: the only file that knows it.

Invariant: whatever is wrong with a file or a page is an error or a gap that says so; no page is passed over silently.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from corpus.document import Gap
from corpus.errors import DocumentError
from corpus.readers.extras import need
from corpus.readers.pdf.glyphs import Box, Glyph, Page, Ruled, upright
from corpus.readers.pdf.signs import drawn

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MOST_RULES = 3000  # on a page: more are a drawing, in which to look for tables would take minutes
_OCR = "run OCR on it (for instance: ocrmypdf {options}IN.pdf OUT.pdf) and add the result"
_Opened = Any  # what pdfplumber opened, or a page of it: it has no types


def open_pages(path: Path, data: bytes) -> tuple[list[Page], list[Gap], dict[str, str]]:
    """Return the pages, what of them could not be read, and what the file says of title and author.

    Raises DocumentError, naming the file and what to do, for one that is encrypted, damaged, scanned without a text
    layer, or whose text layer means nothing, and where the extra is missing.
    """
    if b"%PDF-" not in data[:1024]:
        raise DocumentError(f"{path}: line 1: not a PDF, whatever its name says; give it the name of what it is")
    need("pdfplumber", "pdf", path)
    with _quiet(), _opened(path, data) as opened:
        pages, gaps = [], []
        for number, page in enumerate(opened.pages, 1):
            try:
                pages.append(_page(page, number))
            except Exception as error:
                gaps.append(Gap(f"the page could not be read ({type(error).__name__}: {error})", number))
        about = {
            name: said for name in ("Title", "Author") if isinstance(said := (opened.metadata or {}).get(name), str)
        }
    _check(path, pages, gaps)
    return pages, [*gaps, *_gaps(pages)], about


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[_Opened]:
    import pdfplumber  # noqa: PLC0415

    try:
        opened = pdfplumber.open(BytesIO(data))
        count = len(opened.pages)
    except Exception as error:
        names = {type(one).__name__ for one in (error, error.__cause__, *error.args) if one is not None}
        if names & {"PDFPasswordIncorrect", "PDFEncryptionError", "PDFTextExtractionNotAllowed"}:
            raise DocumentError(f"{path}: encrypted with a password; save it without one and add that") from error
        raise DocumentError(
            f"{path}: damaged ({type(error).__name__}); open it in a viewer and print it anew"
        ) from error
    if not count:
        raise DocumentError(f"{path}: damaged (no page was found); open it in a viewer and print it anew")
    with opened:
        yield opened


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's own complaints off the screen: what matters becomes a gap or an error."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _page(page: _Opened, number: int) -> Page:
    glyphs = tuple(
        Glyph(
            drawn(char["text"]),
            char["x0"],
            char["x1"],
            char["top"],
            char["bottom"],
            char["size"],
            bool(re.search(r"bold|heavy|black|[-,]b$|gothic[-_]?(?:mb|bbb)", char["fontname"], re.IGNORECASE)),
        )
        for char in page.dedupe_chars().chars
        if char["text"]
    )
    rules = len(page.rects) + len(page.lines) + len(page.curves)
    tables = [_ruled(table) for table in page.find_tables()] if 2 < rules < _MOST_RULES and glyphs else []
    tables = [table for table in tables if len(table.rows) > 1 and max(map(len, table.rows)) > 1]
    height = float(page.height)
    return upright(Page(number, glyphs, tuple(tables), bool(page.images), height), float(page.width))


def _ruled(table: _Opened) -> Ruled:
    rows = tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in table.rows)
    return Ruled(Box(*table.bbox), rows)


def _check(path: Path, pages: list[Page], gaps: list[Gap]) -> None:
    """Raise DocumentError where the pages hold no text, or none that means anything."""
    signs = [glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    if not signs and not pages:
        raise DocumentError(f"{path}: {gaps[0].what}, nor any other; open it in a viewer and print it anew")
    if not signs:
        raise DocumentError(f"{path}: {_without_text(pages)}; {_OCR.format(options='')}")
    if sum(bool(_UNMAPPED.fullmatch(sign)) or "\ufffd" in sign for sign in signs) > 0.3 * len(signs):
        what = "its fonts do not say which characters they draw"
        raise DocumentError(f"{path}: {what}; {_OCR.format(options='--force-ocr ')}")


def _without_text(pages: Sequence[Page]) -> str:
    return "a scan without a text layer" if any(page.pictures for page in pages) else "no text on any page"


def without_words(path: Path, pages: Sequence[Page], silent: Collection[int]) -> Iterator[Gap]:
    """Yield a gap for each picture among the pages (by their numbers) that print nothing but what all pages do.

    Raises DocumentError, naming the file and what to do, where no page prints more.
    """
    if all(page.number in silent for page in pages):
        what = f"{_without_text(pages)} but for what stands in the margins of its pages"
        raise DocumentError(f"{path}: {what}; {_OCR.format(options='--force-ocr ')}")
    for page in pages:
        if page.pictures and page.number in silent:
            yield Gap("the page is a picture; its text, if it has any, is not read: run OCR on the file", page.number)


def _gaps(pages: list[Page]) -> Iterator[Gap]:
    for page in pages:
        unmapped = sum(bool(_UNMAPPED.fullmatch(glyph.text)) for glyph in page.glyphs)
        if unmapped:
            yield Gap(f"{unmapped} signs are drawn in a font that does not say which characters they are", page.number)
