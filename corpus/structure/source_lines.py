"""The lines below a table taken apart: what they say it is from, and what else they say about it.

Invariant: every part is a slice of the line, and a sentence is a source only where it opens as one or names one; what
tells something (その値は暫定である) is a remark, whatever line it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from corpus.document import Span
from corpus.structure.captions import is_source, labels_within, remark_words
from corpus.structure.lines import width
from corpus.structure.sentences import split_sentences
from corpus.structure.sources import parse
from corpus.structure.tables_named import tables_named

_WRAPPED = re.compile(r"[（(](?P<words>[^（(].*)[）)][。.]?", re.DOTALL)
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”|\"[^\"]*\"|（[^）]*）|\([^)]*\)")
_TELLS = re.compile(r"[\w」』）\0](?:は(?!じめ)|が(?!ら)|を(?!もと|基))")
_POINTS = re.compile(
    r"この|その|これ|それ|なお|ただし|また|今回|同(?![一-鿿]*[「『])|表中|本表|该|此|其|以上|이|그|단"
    r"|(?:th(?:is|ese|e)|it|they|but)\b",
    re.IGNORECASE,
)
_SHORT = 14  # columns; what is shorter and names nothing goes on with the source before it (各年版)
_KEPT = re.compile(r"(?:蔵|保管|作成|調べ|提供|参照|による|より|集計)[。.]?$")


class Parted(NamedTuple):
    """The sentences of lines below a table as places in their text: ``sources`` and ``remarks``, each in order."""

    sources: tuple[Span, ...]
    remarks: tuple[Span, ...]


def part(text: str) -> Parted:
    """Return which sentences of a line below a table say where it is from, and which say something else.

    Sentences of one kind that adjoin are one stretch.
    """
    wrapped = _WRAPPED.fullmatch(text.strip())
    start = text.index(wrapped["words"]) if wrapped else 0
    stop = start + len(wrapped["words"]) if wrapped else len(text)
    sources: list[Span] = []
    remarks: list[Span] = []
    source = True
    for at, sentence in enumerate(_sentences(text[start:stop])):
        words = text[start + sentence.start : start + sentence.end]
        if tables_named(words):
            source = True
        elif said := remark_words(words):
            source = names_source(said)
        elif at and not is_source(words):
            source = source and names_source(words, goes_on=True)
        else:
            source = True
        _add(sources if source else remarks, Span(start + sentence.start, start + sentence.end), text)
    return Parted(tuple(sources), tuple(remarks))


def _sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a line; a label in brackets behind a full stop opens the next and ends none."""
    for start, stop in pairwise((0, *labels_within(text), len(text))):
        yield from (Span(start + one.start, start + one.end) for one in split_sentences(text[start:stop]))


def names_source(sentence: str, *, goes_on: bool = False) -> bool:
    """Say whether a sentence names a source and tells nothing, or a few words of it go on with the one before."""
    if tells(sentence):
        return False
    return bool(parse(sentence) or _KEPT.search(_QUOTED.sub("\0", sentence))) or (goes_on and width(sentence) < _SHORT)


def tells(sentence: str) -> bool:
    """Say whether a sentence has a subject or an object outside of quotes, or points back: it tells something."""
    bare = _QUOTED.sub("\0", sentence)
    return bool(_TELLS.search(bare) or _POINTS.match(bare))


def _add(stretches: list[Span], span: Span, text: str) -> None:
    if stretches and not text[stretches[-1].end : span.start].strip():
        span = Span(stretches.pop().start, span.end)
    stretches.append(span)
