"""Numbered headings that no blank line sets apart, known by their count and by the paragraphs that open below them.

Invariant: the lines of a row count from 1 without a gap inside the heading they stand under, no two of them adjoin, and
below some opens a paragraph that is wrapped over lines; a line that the list of contents names is a heading, too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.structure.headings import Style, atx, could_be_heading, is_notes_heading, is_usual, style
from corpus.structure.lines import Line, ends_sentence, has_sentence, width
from corpus.structure.lists import item
from corpus.structure.paragraphs import LONG_LINE

_WIDEST = 60  # columns of a heading
_OF_COLUMN = 0.8  # of a column's width: a longer line may be one that is wrapped
_FULL = 0.9  # of a column's width: a line that goes on below
_FEWEST = 2  # lines of a row, and paragraphs below them
_HASH_HEADS = 2  # headings with # signs: what else is a heading has them too
_VALUE = re.compile(r"[:：]|\u3000|\s{2,}")  # (1) 日時：…: it says what it names, and heads nothing
_CLAUSE = re.compile(r"[はがをに]$")  # words that go on
_LEADERS = re.compile(r"\s?(?:[…‥]{2,}|\.{4,}|(?:\. ){3,}|・{4,}|─{3,})\s*(?:p\.?\s*)?(?:\d{1,4}|[ivx]{1,6})\s*$")
_SHORTEST_NAME = 4  # letters of what a contents list names
_KINDS = ("symbol", "question")
_RAGGED = 4  # columns that a wrapped line may fall short of its column
_NARROWEST, _COLUMN_LINES = 30, 5
_SIGNED = 3  # lines that one sign opens


@dataclass(slots=True)
class _Row:
    """Lines of one numbering, each the next of the one before, under ``parent``."""

    name: str
    parent: _Row | None
    members: list[int] = field(default_factory=list)


class _Text:
    """The lines of a document that have words, furniture and code left out, and how they stand to each other."""

    def __init__(self, lines: Sequence[Line], left_out: Mapping[int, object]) -> None:
        self.lines = lines
        self.words = [i for i, line in enumerate(lines) if not line.blank and not line.empty and i not in left_out]
        self.at = {i: n for n, i in enumerate(self.words)}
        self.column = _column([width(lines[i].text.rstrip()) for i in self.words])
        self.repeated = frozenset(_plain(lines[i].text) for i, kind in left_out.items() if kind == "running head")

    def below(self, i: int) -> int | None:
        """Return the next line with words."""
        n = self.at[i] + 1
        return self.words[n] if n < len(self.words) else None

    def above(self, i: int) -> int | None:
        """Return the line with words that adjoins from above, unless it says what the heads of other pages say."""
        n = self.at[i] - 1
        adjoins = n >= 0 and self.words[n] == i - 1 and _plain(self.lines[i - 1].text) not in self.repeated
        return i - 1 if adjoins else None

    def text(self, i: int) -> str:
        """Return a line's words."""
        return self.lines[i].text.strip()

    def goes_on(self, i: int) -> bool:
        """Say whether the sentence of a line may go on in the next: it is as wide as the column, or no column is."""
        wide = not self.column or width(self.lines[i].text.rstrip()) >= _OF_COLUMN * self.column
        return wide and not ends_sentence(self.text(i))

    def opens_paragraph(self, i: int) -> bool:
        """Say whether a paragraph of several lines opens at a line: set in, or as wide as the column, and not below."""
        after = self.below(i)
        if after != i + 1 or self.lines[after].indent or item(self.lines[after].text):
            return False
        full = 0 < self.column * _FULL <= width(self.lines[i].text.rstrip())
        return bool(re.match(r"\u3000\S", self.lines[i].text)) or (full and not self.lines[i].indent)


def _column(widths: Sequence[int]) -> int:
    """Return the columns at which lines are wrapped: the most lines are as wide, a few columns less or not."""
    counts = Counter(widths)
    near = {
        one: sum(counts[one - short] for short in range(_RAGGED)) for one in counts if _NARROWEST <= one <= LONG_LINE
    }
    best = max(near, key=lambda one: (near[one], one), default=0)
    return best if best and near[best] >= _COLUMN_LINES else 0


def nested(lines: Sequence[Line], left_out: Mapping[int, str]) -> frozenset[int]:
    """Return the indices of the lines that are headings by their numbers, their sign or the list of contents."""
    text = _Text(lines, left_out)
    if sum(atx(lines[i].text) is not None for i in text.words) >= _HASH_HEADS:
        return frozenset()
    return frozenset(_counted(text) | _signed(text) | _listed(text, left_out))


def _counted(text: _Text) -> set[int]:
    styles = {i: found for i in text.words if (found := _numbered(text, i)) is not None}
    # Lines of one numbering right below each other are the items of a list.
    lists = {
        one
        for i, found in styles.items()
        if (k := text.below(i)) in styles and styles[k].name == found.name
        for one in (i, k)
    }
    styles = {i: found for i, found in styles.items() if i not in lists}
    styles = {i: found for i, found in styles.items() if _stands_open(text, i, styles)}
    heads: set[int] = set()
    for row, ends in _rows(styles, len(text.lines)):
        if _heads(text, row, ends, heads):
            heads.update(row.members)
    return heads


def _numbered(text: _Text, i: int) -> Style | None:
    """Return how a line that can be a heading is numbered, or None."""
    words = text.text(i)
    if text.lines[i].indent or width(words) > _WIDEST or not could_be_heading(words) or is_notes_heading(words):
        return None
    if text.column and width(words) >= _OF_COLUMN * text.column:
        return None
    found = style(words)
    if found is None or found.number is None or found.name in _KINDS:
        return None
    rest = words[found.length :].strip()
    clause = _CLAUSE.search(rest) and not is_usual(rest)
    return None if not rest or _VALUE.search(rest) or clause else found


def _stands_open(text: _Text, i: int, styles: Mapping[int, Style]) -> bool:
    """Say whether no sentence goes on into a line from above, and something opens below it that it can head."""
    above, below = text.above(i), text.below(i)
    if below is None or (above is not None and above not in styles and text.goes_on(above)):
        return False
    if below in styles:
        return styles[below].number == 1
    full = 0 < text.column * _FULL <= width(text.lines[below].text.rstrip())
    return below != i + 1 or bool(text.lines[below].indent) or full or ends_sentence(text.text(below))


def _rows(styles: Mapping[int, Style], end: int) -> list[tuple[_Row, list[int]]]:
    """Return the rows, outer ones first, each with the indices at which what its lines head ends."""
    stack: list[_Row] = []
    rows: list[_Row] = []
    closed: dict[int, int] = {}
    for i, found in styles.items():
        depth = next((n for n, row in enumerate(stack) if row.name == found.name), None)
        counts_on = depth is not None and found.number == len(stack[depth].members) + 1
        if not counts_on and found.number != 1:
            continue
        if depth is not None:
            kept = depth + 1 if counts_on else depth
            closed.update((row.members[-1], i) for row in stack[depth:])
            del stack[kept:]
        if not counts_on:
            stack.append(_Row(found.name, stack[-1] if stack else None))
            rows.append(stack[-1])
        stack[-1].members.append(i)
    return [(row, [closed.get(i, end) for i in row.members]) for row in rows]


def _heads(text: _Text, row: _Row, ends: Sequence[int], heads: set[int]) -> bool:
    """Say whether the lines of a row head what stands below them: sentences, and paragraphs that are wrapped."""
    if len(row.members) < _FEWEST:
        return False
    told = wrapped = 0
    for start, stop in zip(row.members, ends, strict=True):
        own = text.words[text.at[start] + 1 : bisect_left(text.words, stop)]
        told += any(has_sentence(text.text(k)) for k in own)
        wrapped += any(text.opens_paragraph(k) for k in own)
    inside = row.parent is not None and row.parent.members[-1] in heads
    return 2 * told >= len(row.members) and told >= _FEWEST and wrapped >= (1 if inside else _FEWEST)


def _signed(text: _Text) -> set[int]:
    """Return the lines below a blank one that one sign opens (■…), where wrapped paragraphs open right below some."""
    rows: dict[str, list[int]] = {}
    items: set[str] = set()  # signs that open items, too
    for i in text.words:
        words = text.text(i)
        found = style(words)
        alone = i == 0 or text.lines[i - 1].blank
        if found is None or found.name != "symbol" or words[0] in "【＜〈《":
            continue
        if not alone or text.lines[i].indent or width(words) > _WIDEST or not could_be_heading(words):
            items.add(words[0])
        rows.setdefault(words[0], []).append(i)
    return {i for sign, row in rows.items() if sign not in items and _sets_off(text, row) for i in row}


def _sets_off(text: _Text, row: Sequence[int]) -> bool:
    below = [text.below(i) for i in row]
    if len(row) < _SIGNED or None in below or set(below) & set(row):
        return False
    return sum(k is not None and text.opens_paragraph(k) for k in below) >= _FEWEST


def _listed(text: _Text, left_out: Mapping[int, str]) -> set[int]:
    """Return the lines that say, once in the text, what the list of contents names."""
    contents = [text.lines[i].text for i, kind in left_out.items() if kind == "contents"]
    names = {_plain(_LEADERS.sub("", line)) for line in contents if _LEADERS.search(line)}
    said = Counter(_plain(text.text(i)) for i in text.words)
    once = {name for name in names if len(name) >= _SHORTEST_NAME and said[name] == 1}
    return {
        i
        for i in text.words
        if _plain(text.text(i)) in once
        and could_be_heading(text.text(i))
        and ((above := text.above(i)) is None or ends_sentence(text.text(above)) or style(text.text(i)))
    }


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
