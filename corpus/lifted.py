"""What is lifted out of the lines that stay: signs of markup, note marks, targets of links, hyphens of hyphenation.

Invariant: with canonical text, furniture and white space it makes up the original, each character once; none of it
holds a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.canonical import Canonical
from corpus.document import Lifted, LiftedKind
from corpus.structure.inline import markers
from corpus.structure.lines import BLANK, Line
from corpus.structure.notes import text_marks

_NOTE_MARK = re.compile(r"<sup\b|\[\^|\^[{(（\d]|\^\s\{|[⁰¹²³⁴-⁹]", re.IGNORECASE)


def find_lifted(
    lines: Sequence[Line], canonical: Canonical, furniture: Collection[int], skip: int, encoding: str = "utf-8"
) -> tuple[Lifted, ...]:
    """Return what is lifted out of each line, in the order of the file; ``furniture`` holds numbers of lines that go.

    ``skip`` is the size of the byte order mark that the lines leave out, ``encoding`` that of the file.
    """
    kept = frozenset(canonical.origins)
    found: list[Lifted] = []
    byte = skip
    for line in lines:
        start = line.at[-1] - len(line.raw)
        if line.number not in furniture:
            found += _in_line(line, start, kept, byte, encoding)
        byte += len(f"{line.raw}\n".encode(encoding))
    return tuple(found)


def _in_line(line: Line, start: int, kept: Collection[int], byte: int, encoding: str) -> Iterator[Lifted]:
    raw = line.raw
    at = 0
    while at < len(raw):
        end = at
        while end < len(raw) and start + end not in kept:
            end += 1
        words = raw[at:end].strip(BLANK)
        if words:
            first = at + raw[at:end].index(words)
            place = byte + len(raw[:first].encode(encoding))
            yield Lifted(_kind(words), line.number, words, place, place + len(words.encode(encoding)))
        at = end + 1


def _kind(words: str) -> LiftedKind:
    if "://" in words or "](" in words:
        return "link target"
    if _NOTE_MARK.search(words) or markers(words) or text_marks(f"あ{words}。"):
        return "note mark"
    return "hyphen" if words in "-‐\u00ad" else "markup"
