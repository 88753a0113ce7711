"""Lists of people below a caption, one to a line: post and name, name and post, whatever sign stands between.

Invariant: every line is cut in two at a sign of one kind, and most lines name a person on the same side of it; a line
that ends a sentence or holds a figure belongs to no such list.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from corpus.structure.captions import is_caption, is_remark, is_source, is_unit
from corpus.structure.enumerations import Cut, cut_at_gaps, cut_item, is_named
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, ends_sentence, whole, width
from corpus.structure.lists import item
from corpus.structure.stacked import NAMES, below_caption

_FEWEST = 3  # lines
_MOST = 400
_WIDEST = 80  # columns
_SIGNS = ("：:", "・·", "（(", "＝=")


def people_lines(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the list of people that opens at ``lines[start]``, which a caption stands right above, or None."""
    taken = []
    for line in lines[start : start + _MOST]:
        if not _can_be_one(line):
            break
        taken.append(line)
    behind = lines[start + len(taken)].text.strip() if start + len(taken) < len(lines) else ""
    if behind and not (is_source(behind) or is_remark(behind) or is_unit(behind) or is_caption(behind)):
        return None
    return _grid(taken)


def people_apart(lines: Sequence[Line], start: int, left_out: Container[int]) -> int:
    """Return how many lines from ``lines[start]`` on are a list of people below a caption, blank lines between.

    0 where they are none; ``left_out`` are the indices of lines that are furniture.
    """
    if not _can_be_one(lines[start]) or not below_caption(lines, start):
        return 0
    taken: list[int] = []
    for index in range(start, min(start + 2 * _MOST, len(lines))):
        if lines[index].blank:
            continue
        if index in left_out or not _can_be_one(lines[index]):
            break
        taken.append(index)
    last = taken[-1]
    apart = last + 1 - start >= 2 * len(taken) - 1 and (last + 1 == len(lines) or lines[last + 1].blank)
    return last + 1 - start if apart and _grid([lines[index] for index in taken]) is not None else 0


def _can_be_one(line: Line) -> bool:
    text = line.text.strip()
    framing = is_caption(text) or is_source(text) or is_unit(text) or is_remark(text)
    return bool(text) and width(text) <= _WIDEST and not (framing or ends_sentence(text) or re.search(r"[|#]", text))


def _grid(lines: Sequence[Line]) -> Grid | None:
    if len(lines) < _FEWEST:
        return None
    pieces = [_words(line) for line in lines]
    texts = [piece.text for piece in pieces]
    top = 1 if _header(texts[0]) and len(texts) > _FEWEST else 0
    cuts = _cuts(texts[top:])
    if not cuts:
        return None
    cuts = [cut for cut in (_header(texts[0]),) if top and cut] + cuts
    rows = tuple(
        RowCut((whole(line),), tuple((Slice(line, piece.start + a, piece.start + b),) for a, b in cut))
        for line, piece, cut in zip(lines, pieces, cuts, strict=True)
    )
    return Grid(rows[:top], rows[top:], len(lines))


def _words(line: Line) -> Slice:
    """Return a line without the sign that makes it an item."""
    piece = whole(line)
    found = item(line.text)
    start = found.words if found and not found.numbered else piece.start
    return Slice(line, start, piece.end)


def _header(text: str) -> Cut | None:
    """Return the cut of a line that names two columns (役職　氏名), or None."""
    match = re.fullmatch(r"(\S+?)(?:[ \u3000\t]+|[：:・])(\S+)", text)
    both = match is not None and NAMES.fullmatch(match[1]) and NAMES.fullmatch(match[2])
    return (match.span(1), match.span(2)) if match is not None and both else None


def _cuts(texts: Sequence[str]) -> list[Cut]:
    """Return the lines cut at one sign, most of them beside a person's name; nothing where they cannot be."""
    if any(re.search(r"\d", text) for text in texts):
        return []
    for signs in _SIGNS:
        found = [cut for text in texts if (cut := cut_item(text, signs))]
        if len(found) < len(texts):
            continue
        named = [sum(is_named(text[slice(*cut[k])]) for text, cut in zip(texts, found, strict=True)) for k in (0, 1)]
        if 2 * max(named) > len(texts) and 2 * min(named) < len(texts):
            return found
    return cut_at_gaps(texts)
