"""The day a document is of, as a line of its opening prints it, whatever the scan made of its figures.

Invariant: a date is read from a line that says little more than it, or that a label says is one. Of the days of a page
the one on which it appeared comes before that of a change, and that before the one of its printing or of a look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.misprints.signs import signs
from corpus.structure.blocks import Block
from corpus.structure.dates import find_dates
from corpus.structure.lines import ends_sentence

_SHAPE = re.compile(
    r"\W*(?:令和|平成|昭和|西暦)?\s?\S{1,4}\s?[年년]\s?\S{1,2}\s?[月월]\s?\S{1,3}\s?[日曰号號일]\W*(?:[（(].{1,4}[)）])?\W*"
)
_FIGURE = re.compile(r"[0-9０-９〇一二三四五六七八九十元]")
_PARTS = re.compile(r"[\u3000|｜]+|\s{2,}")
_WHEN = re.compile(r"(?:日時|期日|开会时间|會議時間|일시)(?![^\s　・、及])")
# What a day is said to be of: a later change of the page, or a look at it.
CHANGED = r"更新|追記|改稿|修改|수정|갱신|\b(?:[Uu]pdated|[Mm]odified)\b"
SEEN = (
    r"印刷|出力|閲覧|参照|取得|アクセス|打印|浏览|访问|출력|열람|접속"
    r"|\b(?:[Pp]rinted|[Aa]ccessed|[Rr]etrieved|[Vv]iewed|[Dd]ownloaded)\b"
)
_CHANGED, _SEEN = re.compile(CHANGED), re.compile(SEEN)
_FULL_DAY = len("2024-06-03")
_MOST_BLOCKS = 3  # at the head of what was taken for the body


def as_meant(line: str) -> str:
    """Return a line with the letters and signs put right that only a scan puts into figures (2O26年)."""
    parts: list[str] = []
    at = 0
    for one in signs(line, "", 0, len(line)):
        if one.likely and one.start >= at:
            parts += [line[at : one.start], one.likely]
            at = one.end
    return "".join(parts) + line[at:]


def has_shape_of_day(line: str) -> bool:
    """Say whether a line is nothing but a day, even one of which a figure cannot be read."""
    return bool(_SHAPE.fullmatch(line)) and bool(_FIGURE.search(line))


class Day(NamedTuple):
    """A day that a line gives (ISO 8601), and whether it is that of a look at the page or of a change of it."""

    value: str = ""
    seen: bool = False
    changed: bool = False


def likeliest(days: Iterable[Day]) -> Day:
    """Return the day that a text is of, of those its lines give: the most precise, the first of equals."""
    return min(days, key=lambda day: (not day.value, day.seen, -len(day.value), day.changed), default=Day())


def day_of(line: str, value: str) -> Day:
    """Return the day that a line gives, which is ``value`` where it prints one; of several the one of its appearing."""
    told = find_dates(line)
    if len(told) < 2:
        return _said(line, value)
    labelled = re.search(r"[^\W\d]", line[: told[0].start]) is not None  # 更新日：… 公開日：…, not …更新（…公開）
    starts, ends = [one.start for one in told], [one.end for one in told]
    beside = zip([0, *ends[:-1]], starts, strict=True) if labelled else zip(ends, [*starts[1:], len(line)], strict=True)
    days = [
        _said(line[start:end], one.value)
        for (start, end), one in zip(beside, told, strict=True)
        if one.value == value or (one.stated_year and len(one.value) == len(value) == _FULL_DAY)
    ]
    return likeliest(days) if days else _said(line, value)


def _said(words: str, value: str) -> Day:
    """Return a day with what the words beside it say that it is of."""
    return Day(value, _SEEN.search(words) is not None, _CHANGED.search(words) is not None)


def lines_below(blocks: Sequence[Block], *, record: bool = False) -> list[str]:
    """Return the parts of the lines at the head of a body, up to the first that ends a sentence.

    Of a ``record`` the heading above them may say that they tell when it was (１．日時及び場所), or say it
    themselves behind wide space (１．日時　令和3年4月1日); so may the rows of a table.
    """
    found: list[str] = []
    for block in blocks[:_MOST_BLOCKS]:
        if record and block.kind in ("heading", "item") and _WHEN.search(block.text):
            found += [part.strip() for part in _PARTS.split(block.text)[1:] if part.strip()]
            continue
        if record and block.grid is not None:
            rows = (*block.grid.header, *block.grid.rows)
            found += ["\u3000\u3000".join(row.texts).strip() for row in rows if len(row.texts) > 1]
            continue
        if block.kind not in ("prose", "source"):
            return found
        for text in dict.fromkeys(piece.line.text.strip() for piece in block.slices):
            if ends_sentence(text):
                return found
            found += [part.strip() for part in _PARTS.split(text) if part.strip()]
    return found
