"""Cut text into sentences.

Invariant: every span is a slice of the text as given; sentences are in order, do not overlap and leave out nothing but
whitespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.document import Span
from corpus.structure.brackets import CLOSERS, depths, is_closer
from corpus.structure.languages import language_of
from corpus.structure.stops import FLAT_MARK, HANGUL_MARK, is_stop

_NOTE_OPENERS = "（([［〔"
_URL = re.compile(r"(?:https?://|www\.)[!-~]+?(?=[.,;:!?)\]>\"']*(?:[^!-~]|$))")
_DOTTED_DATE = re.compile(r"\d{4}\.\s?\d{1,2}\.(?:\s?\d{1,2}\.?)?")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ITEM = re.compile(
    r"\s*(?:[•‣▪●○◆■□◇▶※・]|[-*–—]\s|#{1,6}\s|\||>|<sup>|[(（]?\d{1,3}[.)．）]\s|[(（]\d{1,3}[)）]|[①-⑳]|---)", re.ASCII
)
_HEADING = re.compile(r"\s*(?:#{1,6}\s|\||---+\s*$)")
_STOP = re.compile(r"[。｡．.！？!?‼⁇⁈⁉]+")
_NOTE_MARK = re.compile(
    r"(?:\[[\d,、，\s–-]{1,20}\]|<sup>[^<\n]{0,20}</sup>|[⁰¹²³⁴-⁹]+|[*※†‡]\d{0,3}(?=\s|$))"
    r"|\s\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]"
)
_QUOTE_GOES_ON = re.compile(r"[、，,。．」』）)：:；;]|[ぁ-ん]|[─―—-]|(?:은|는|이|가|을|를|라고|이라고|하고|고)\s?")
_SPEECH_GOES_ON = re.compile(r"[、，]|と(?!こ|も|て)|って|などと|との|という")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text``, in order and trimmed of whitespace.

    A closed quote or bracket is never cut; an unclosed one does not hold. A blank line always ends a sentence; so does
    the end of a line before a list item, heading or table row. Any other line break is taken for a wrapped line,
    except after a short line of Japanese or Chinese, which is a heading.
    """
    spans: list[Span] = []
    for start, end in _blocks(text):
        at = start
        for cut in _sentence_cuts(text[start:end]):
            _append_trimmed(spans, text, at, start + cut)
            at = start + cut
        _append_trimmed(spans, text, at, end)
    return tuple(spans)


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append ``[start, end)`` less the whitespace at its ends, unless nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        spans.append(Span(start + left, start + len(piece.rstrip())))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that no sentence crosses."""
    at = 0
    for blank in _BLANK.finditer(text):
        yield from _line_groups(text, at, blank.start())
        at = blank.end()
    yield from _line_groups(text, at, len(text))


def _line_groups(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield groups of lines of one paragraph that belong together because they are one wrapped text."""
    lines = text[start:end].split("\n")
    widest = max(len(line.strip()) for line in lines)
    at = offset = start
    for line, following in pairwise(lines):
        offset += len(line) + 1
        if _ends_block(line, following, widest):
            yield at, offset
            at = offset
    yield at, end


def _ends_block(line: str, following: str, widest: int) -> bool:
    """Say whether the break between two lines of a paragraph is more than a wrapped line."""
    if _ITEM.match(following) or "\t" in line + following or _HEADING.match(line):
        return True
    if language_of(line) in ("en", "ko") or not line.strip():
        return False
    # A wrapped line is about as long as the widest; a short one without punctuation is a heading or a by-line.
    return len(line.strip()) < 0.6 * widest and not re.search(r"[、，,・（(「『\s]$", line)


def _sentence_cuts(block: str) -> Iterator[int]:
    """Yield where in a block one sentence ends and the next may begin."""
    depth = depths(block)
    held = [match.span() for pattern in (_URL, _DOTTED_DATE) for match in pattern.finditer(block)]
    begin = 0
    for stop in _STOP.finditer(block):
        first, last = stop.span()
        if last <= begin or any(a <= first < b and last < len(block) for a, b in held):
            continue
        if depth[first]:
            end = _closing_quote(block, depth, begin, last)
        else:
            end = last if is_stop(block, depth, begin, first, last) else 0
        if end:
            end = _take_trailing(block, depth, end)
            yield end
            begin = end


def _closing_quote(block: str, depth: list[int], begin: int, last: int) -> int:
    """Return the end of a quote whose last stop is also the stop of the whole sentence, else 0."""
    end = last
    while end < len(block) and block[end] in CLOSERS and depth[end]:
        end += 1
    if end == last or (end < len(block) and depth[end] and depth[end - 1]):
        return 0
    if end >= len(block):
        return end
    if _QUOTE_GOES_ON.match(block, end):
        return 0
    if block[end].isspace():
        rest = block[end : end + 20].lstrip()
        goes_on = _SPEECH_GOES_ON if block[end] == "\n" else _QUOTE_GOES_ON
        return end if not rest[:1].islower() and not goes_on.match(rest) else 0
    opened = end - 1
    while opened > begin and depth[opened - 1]:
        opened -= 1
    return end if not block[begin:opened].strip() or block[opened - 1] in "：:" else 0


def _take_trailing(block: str, depth: list[int], end: int) -> int:
    """Return ``end`` moved past the closers, note marks and short brackets that belong to the sentence before."""
    while end < len(block):
        if is_closer(block, depth, end):
            end += 1
            continue
        mark = _NOTE_MARK.match(block, end)
        if mark is None and block[end - 1] == "." and re.search(r"[a-z]{3}\.$", block[:end]):
            mark = FLAT_MARK.match(block, end)
        if mark is None and re.search(r"[다요까죠]\.$", block[:end]):
            mark = HANGUL_MARK.match(block, end)
        if mark:
            end = mark.end()
        elif block[end] in _NOTE_OPENERS and depth[end]:
            close = end
            while close < len(block) and depth[close] >= depth[end]:
                close += 1
            if _STOP.search(block, end, close):
                break
            end = close
        else:
            break
    return end
