"""Where a page end may stand: a line apart from its neighbours, and a sentence that stops above it and goes on below.

Invariant: `tears_sentence` is the stricter of the two questions: where it says so, no heading can stand between.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from corpus.document import FurnitureKind
from corpus.structure.clipped import is_clipped
from corpus.structure.headings import atx
from corpus.structure.lines import CLOSERS, Line, ends_sentence, has_sentence, is_wide, width
from corpus.structure.lists import item

_FARTHEST = 60  # lines of furniture that may stand between two lines of text
_BRACKETS = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"))
_NOTE = re.compile(r"(?:<sup\b|\[\^?\d|[(（]?(?:注|註|주)?\s?\d{1,3}[)）]|[注註※＊*]\s?\d)")
_SENTENCE = re.compile(r"[。！？｡.!?][」』”\"）)]*")
_LISTS = re.compile(r"[:：;；]$")  # what follows is told apart
_FOOT = 20  # notes at the foot of a page
_SHORTEST = 8  # characters before a cut that its grammar can be told from


def alone(lines: Sequence[Line], i: int, kinds: Mapping[int, FurnitureKind], feeds: frozenset[int]) -> bool:
    """Say whether nothing stands right above a line nor right below it."""
    open_ = [not 0 <= k < len(lines) or lines[k].blank or k in kinds or k in feeds for k in (i - 1, i + 1)]
    return all(open_) or i in feeds or (i + 1 in feeds)


def neighbour(lines: Sequence[Line], i: int, step: int, skip: Mapping[int, str]) -> int | None:
    """Return the index of the next line with text in the given direction, furniture skipped."""
    k = i + step
    while 0 <= k < len(lines) and abs(k - i) <= _FARTHEST:
        if lines[k].text.strip() and k not in skip:
            return k
        k += step
    return None


def cuts_sentence(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> bool:
    """Say whether the text before line ``i`` stops in mid-sentence and goes on behind it."""
    before, after = neighbour(lines, i, -1, kinds), neighbour(lines, i, 1, kinds)
    if before is None or after is None:
        return False
    left, right = lines[before].text.strip(), lines[after].text.strip()
    if ends_sentence(left) or len(left) < 20:
        return False
    return right[:1].islower() or (
        is_wide(left[-1]) and is_wide(right[:1]) and width(left) >= 40 and width(right) >= 20
    )


def tears_sentence(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> bool:
    """Say whether the words themselves show that the sentence before line ``i`` goes on behind it.

    A quotation stays open, the grammar asks for what follows, or a paragraph stops behind the first of its sentences.
    """
    halves = _halves(lines, i, kinds)
    return halves is not None and (_is_shown(*halves) or _has_no_end(*halves))


def _halves(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> tuple[str, str] | None:
    """Return the lines with text above and below line ``i`` where they may be halves of a sentence."""
    before, after = neighbour(lines, i, -1, kinds), neighbour(lines, i, 1, kinds)
    for _ in range(_FOOT):
        if before is not None and _NOTE.match(lines[before].raw.lstrip()):  # at the foot of the page
            before = neighbour(lines, before, -1, kinds)
    if before is None or after is None:
        return None
    left, right = lines[before].text.strip(), lines[after].text.strip()
    if ends_sentence(left) or left[-1] in CLOSERS or _LISTS.search(left):
        return None
    return None if _opens(left) or _opens(right) or item(right) else (left, right)


def _is_shown(left: str, right: str) -> bool:
    """Say whether a bracket or the grammar shows that one text goes on with the other."""
    if any(left.count(o) > left.count(c) and _closes(right, o, c) for o, c in _BRACKETS):
        return True
    begun = [match.end() for match in _SENTENCE.finditer(left)]
    clause = left[begun[-1] :].strip() if begun and has_sentence(left) else left
    return len(clause) >= _SHORTEST and is_clipped(clause, right)


def _has_no_end(left: str, right: str) -> bool:
    """Say whether a paragraph of sentences stops without a full stop above another: some only lack it."""
    told = not item(left) and has_sentence(left) and (has_sentence(right) or ends_sentence(right))
    words = (left[-1].isalpha() or left[-1] in "、，") and right[0].isalpha()
    return told and words and is_wide(left[-1]) and is_wide(right[0])


def behind_item(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> bool:
    """Say whether the text before line ``i`` is an item of a list, which often ends without a full stop."""
    before = neighbour(lines, i, -1, kinds)
    return before is not None and item(lines[before].text.strip()) is not None


def torn(lines: Sequence[Line], of: Collection[int], kinds: Mapping[int, str]) -> list[int]:
    """Return the lines that tear a sentence: one in four at least, and where it is a single one, for sure."""
    found = [i for i in of if tears_sentence(lines, i, kinds)]
    if len(found) == 1 and not ((halves := _halves(lines, found[0], kinds)) and _is_shown(*halves)):
        return []
    return found if len(found) * 4 >= len(of) else []


def _closes(right: str, opener: str, closer: str) -> bool:
    """Say whether a text closes a bracket that it has not opened."""
    return closer in right and opener not in right[: right.index(closer)]


def _opens(text: str) -> bool:
    """Say whether a line is a heading by its sign or a row of cells, and no half of a sentence."""
    return atx(text) is not None or "\t" in text or text.startswith("|")
