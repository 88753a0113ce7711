"""Which words a note mark vouches for: the clause that stands before it.

Invariant: a clause ends where its mark stands and begins behind the mark before, or later; it never leaves its
sentence. Words between two marks that are a clause or an item of their own carry no note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.clauses import split_clauses
from corpus.structure.sentences import split_sentences

_COMMA = re.compile(r"(?:[、;；]|[，,](?!(?<=\d[，,])\d{3}(?!\d)))\s*")  # none that groups the figures of a number
_LISTED = re.compile(r"[、，,;；]|\s?(?:および|及び|ならびに|並びに|と|や|and\b|or\b|和|与|및|과|와)")
_GAP = re.compile(r"[、，,;；:：。．.\s）)」』]*")
# What an item of a list ends in, as against a clause that goes on (会見し、 日本は、): a noun, こと, a bracket.
_NOUN_END = re.compile(r"(?:[一-鿿々ァ-ヺーA-Za-z0-9％%가-힣]|こと|もの|ところ|[）)」』”\]］])$")
_SUBJECT = re.compile(r"(?<=[一-鿿々ァ-ヺーA-Za-z0-9])(?:は|も)(?=[、，「一-鿿ァ-ヺ])")
_POINTS_BACK = re.compile(r"\s*(?:[そこ](?:の|れら?(?=[はもの]))|同[一-鿿](?=[はも、]))")
_SOURCE_LABEL = re.compile(r"[^、，,。]{1,12}?[:：]\s*")


def clauses(text: str, marks: Sequence[int], *, listed: bool = False) -> tuple[Span, ...]:
    """Return the clause of each mark: ``marks`` are offsets in ``text``, in order, each just behind its clause.

    ``listed`` says that the text names things in a row, as a source line does: a mark then belongs to the last one.
    """
    found: list[Span] = []
    sentences = split_sentences(text) or (Span(0, len(text)),)
    for at in marks:
        sentence = next((one for one in sentences if one.start < at <= one.end), None)
        sentence = sentence or next((one for one in reversed(sentences) if one.start < at), Span(0, at))
        before = max((one for one in marks if sentence.start < one < at), default=None)
        found.append(Span(min(_start(text, sentence, before, at, listed), at), at))
    return tuple(found)


def _start(text: str, sentence: Span, before: int | None, at: int, listed: bool) -> int:
    begin = sentence.start if before is None else before
    gap = _GAP.match(text, begin)
    begin = gap.end() if gap and before is not None else begin
    if listed:
        label = _SOURCE_LABEL.match(text, begin)
        begin = label.end() if label and label.end() < at else begin
        return max((cut for cut in _commas(text, begin, at)), default=begin)
    closes = not re.sub(r"[\W_]", "", text[at : sentence.end])
    cuts = [sentence.start + one.start for one in split_clauses(text[sentence.start : sentence.end])]
    if closes and before is None:  # at the end of a sentence: all of it, unless its last clause stands by itself
        cuts = [cut for cut in cuts if _has_subject(text[cut:at])]
    begin = max([begin, *(cut for cut in cuts if begin < cut < at)])
    if before is not None and _LISTED.match(text, before):
        items = [cut for cut in _commas(text, begin, at) if _NOUN_END.search(text[begin:cut].rstrip("、，,;； \n"))]
        begin = max(items, default=begin)
    return begin


def _has_subject(clause: str) -> bool:
    """Say whether a Japanese clause names what it is about, outside of brackets and quotes, and in words of its own.

    What points back (その額は) leans on the clause before.
    """
    if _POINTS_BACK.match(clause):
        return False
    depth = depths(clause)
    return any(not depth[match.start()] for match in _SUBJECT.finditer(clause))


def _commas(text: str, start: int, end: int) -> list[int]:
    """Return where the words behind each comma outside brackets begin."""
    depth = depths(text[start:end])
    return [
        start + match.end()
        for match in _COMMA.finditer(text[start:end])
        if not depth[match.start()] and start + match.end() < end
    ]
