"""When and by whom a text was issued, as its last lines print it (令和6年7月　港湾物流庁) where its first say nothing.

Invariant: a line counts only where it holds nothing but a day with its month, an institution, or what a label says is
one; what stands above the first line that holds more is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.headings import is_notes_heading
from corpus.structure.lines import has_sentence, width
from corpus.structure.roles import date_of, names_other_day, role
from corpus.structure.titles import names_sender

_BLOCKS = 3  # from the end
_LINES = 6
_LONGEST = 80  # columns of a line
_PARTS = re.compile(r"[\u3000|｜]+|\s{2,}")
_TAIL = re.compile(r"[。．.!?！？][」』”]?\s*[（(]([^（）()]{6,40})[)）]$")
_ISSUED = re.compile(r"(?:編集・?)?発行(?:[：:]|[\s\u3000]|$)|(?:発行|編集)(?:者|元|所)?$")
_MONTH_NAME = len("September")
_MONTH = len("2024-07")


def colophon(blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the day and the institution that the last lines of a text name; empty where they do not."""
    blocks = _without_notes(blocks)
    date, publisher = (_behind_last(blocks[-1]) if blocks else ""), ""
    lines = [line for block in reversed(blocks[-_BLOCKS:]) for line in _lines(block)][:_LINES]
    for line in lines:
        said = [_said(part) for part in _PARTS.split(line) if part.strip()]
        if not all(kind for kind, _ in said):
            break
        for kind, value in said:
            date = date or (value if kind == "date" else "")
            publisher = publisher or (value if kind == "publisher" else "")
    return date, publisher


def _without_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without the notes at their end and the heading of these: the text ends above."""
    end = len(blocks)
    while end and (blocks[end - 1].kind in ("note", "stray") or is_notes_heading(blocks[end - 1].text)):
        end -= 1
    return blocks[:end]


def _behind_last(block: Block) -> str:
    """Return the day in brackets right behind the last sentence of a text (…である。（2025年3月3日）), or nothing."""
    tail = _TAIL.search(block.text) if block.kind == "prose" else None
    if tail is None or width(re.sub(r"[\d\W年月日년월일]", "", tail[1])) > _MONTH_NAME:
        return ""
    kind, value = _said(tail[1])
    return value if kind == "date" else ""


def _lines(block: Block) -> list[str]:
    """Return the lines of a block from the last on; one empty line where it holds text."""
    texts = [piece.line.text.strip() for piece in block.slices]
    plain = block.kind == "prose" and not has_sentence(block.text) and all(width(text) <= _LONGEST for text in texts)
    return list(dict.fromkeys(reversed(texts))) if plain else ["\0"]


def _said(part: str) -> tuple[str, str]:
    """Return what a part of a line is (a date, a publisher, or a label of one; empty for anything else) and says."""
    text = part.strip("（）()[] ")
    kind, value = role(text)
    if kind == "date" and len(value) >= _MONTH and date_of(text) and not names_other_day(text):
        return "date", value
    if kind == "publisher" and value:
        return "publisher", value
    if _ISSUED.fullmatch(text):
        return "label", ""
    return ("publisher", text) if names_sender(text) else ("", "")
