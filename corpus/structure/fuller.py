"""Two things that a sentence sets side by side, each with the words that tell it from the other.

Invariant: a fuller phrase ends no earlier than the one it is made from, and stands in the same sentence.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.phrases import modified
from corpus.structure.signs import NAME_RUN

_ONWARD = re.compile(rf"(?:へ|で|から|まで)の{NAME_RUN}")  # 駅前への移転
_BACKWARD = re.compile(rf"{NAME_RUN}(?:へ|で|から|まで)の\Z")
_REACH = 60  # characters before a noun in which its clause begins


def fuller(text: str, two: tuple[Span, Span]) -> tuple[Span, Span]:
    """Return two phrases with what they are for or where, and where both are the same noun with their clauses."""
    one, other = (_with_place(text, each) for each in two)
    names = [text[each.start : each.end] for each in (one, other)]
    if names[0].endswith(names[1]) or names[1].endswith(names[0]):
        return _with_clause(text, one), _with_clause(text, other)
    return one, other


def _with_place(text: str, span: Span) -> Span:
    behind = _ONWARD.match(text, span.end)
    before = _BACKWARD.search(text[max(span.start - _REACH, 0) : span.start])
    start = span.start - len(before.group()) if before else span.start
    return Span(start, behind.end() if behind else span.end)


def _with_clause(text: str, span: Span) -> Span:
    """Return a bare noun with the clause that modifies it (堤防を高くする方法)."""
    begin = max(span.start - _REACH, text.rfind("。", 0, span.start) + 1, text.rfind("\n\n", 0, span.start) + 1, 0)
    found = [one for one in modified(text, Span(begin, span.end), text[span.start : span.end]) if one.end == span.end]
    return found[0] if found else span
