"""One PDF, from its bytes to what is read of it.

Invariant: the bytes of every word are the whole file, for the words are drawn, not spelled; its page leads to it.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.readers.frontmatter import FrontMatter
from corpus.readers.opening import LARGEST_CONTAINER, fetch
from corpus.readers.pdf.opening import open_pages, without_words
from corpus.readers.pdf.paging import Pager
from corpus.readers.raw import Raw
from corpus.readers.sheet import Sheet


def load(path: Path) -> Raw:
    """Read a PDF with a text layer.

    Raises DocumentError, naming the file and what to do, for one that cannot be opened or has no text.
    """
    data = fetch(path, LARGEST_CONTAINER)
    pages, gaps, about = open_pages(path, data)
    sheet = Sheet()
    pager = Pager(sheet, pages, len(data))
    gaps += without_words(path, pages, pager.silent)
    pager.write()
    sheet.gaps += gaps
    drawn = re.sub(r"\s", "", "".join(glyph.text for page in pages for glyph in page.glyphs))
    stated = {"title": about.get("Title", "").strip(), "author": about.get("Author", "").strip()}
    # Title and author are taken where the pages print them: what a program or a template left is neither.
    front = {name: said for name, said in stated.items() if len(said) > 1 and re.sub(r"\s", "", said) in drawn}
    return sheet.raw(path, data, places="container", front=FrontMatter(front))
