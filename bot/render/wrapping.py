"""Wrap mixed East Asian and Western text to terminal cells.

Invariant: the lines joined again are the text, up to white space; no line is wider than asked unless it holds a URL,
which is never broken; no line starts with a closing bracket, a comma, a full stop, a small kana or a footnote mark.
Japanese and Chinese break between any two characters (line-start and line-end prohibition after JIS X 4051),
Korean and Western text between words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len

_URL = re.compile(r"(https?://[!-~]+)")
_MARK = re.compile(r"\[\d+\]")
_NEVER_FIRST = frozenset(
    "、。，．・：；！？‼⁇⁈⁉,.:;!?"
    "）」』】〕〉》］｝｠〙〗〟’”»)]}"
    "‐゠–—―〜～…‥々〻ヽヾゝゞー％‰%℃°"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
_NEVER_LAST = frozenset("（「『【〔〈《［｛｟〘〖〝‘“«([{¥￥＄$£\u200d")


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break one paragraph into lines of at most ``width`` cells.

    ``first`` opens the first line and ``rest`` all others; both count towards the width. White space at a break is
    dropped. A text without a visible character gives no line.
    """
    lines: list[str] = []
    line, used, prefix = "", 0, first
    room = max(2, width - max(cell_len(first), cell_len(rest)))
    for unit in _fitting(text, room):
        size = cell_len(unit)
        if line and used + size > max(room, width - cell_len(prefix)):
            lines.append(prefix + line.rstrip())
            line, used, prefix = "", 0, rest
        if line or not unit.isspace():
            line, used = line + unit, used + size
    if line:
        lines.append(prefix + line.rstrip())
    return lines


def _fitting(text: str, room: int) -> Iterator[str]:
    """Yield the unbreakable stretches of a text, those too wide for any line cut up; URLs stay whole."""
    for unit in _units(text):
        if cell_len(unit) <= room or unit.isspace() or _URL.search(unit):
            yield unit
        else:
            yield from _broken(unit, room)


def _units(text: str) -> Iterator[str]:
    """Yield the stretches between which a line may break; white space is a unit of its own."""
    unit = ""
    for atom in _atoms(text):
        if unit and not _sticks(unit, atom):
            yield unit
            unit = ""
        unit += atom
    if unit:
        yield unit


def _atoms(text: str) -> Iterator[str]:
    """Yield URLs, runs of white space, words of narrow characters or Hangul, and single wide characters."""
    for number, part in enumerate(_URL.split(text)):
        if number % 2:
            yield part
            continue
        for kind, run in groupby(part, key=_kind):
            if kind == "wide":
                yield from run
            else:
                yield "".join(run)


def _kind(char: str) -> str:
    if char.isspace():
        return "space"
    if cell_len(char) > 1 and not unicodedata.name(char, "").startswith("HANGUL"):
        return "wide"
    return "word"


def _sticks(before: str, atom: str) -> bool:
    """Say whether no line may break between a unit and the atom after it."""
    if before.isspace() or atom.isspace():
        return False
    return (
        _forbidden_cut(before[-1], atom[0])
        or _MARK.match(atom) is not None
        or (before[-1] == "/" and _URL.match(atom) is not None)
    )


def _forbidden_cut(before: str, after: str) -> bool:
    return after in _NEVER_FIRST or before in _NEVER_LAST or cell_len(after) == 0


def _broken(unit: str, room: int) -> Iterator[str]:
    """Cut a unit that fits no line into pieces of at most ``room`` cells, where custom allows it."""
    while cell_len(unit) > room:
        end = 1
        while end < len(unit) and cell_len(unit[: end + 1]) <= room:
            end += 1
        # Where every cut is forbidden, width goes before custom.
        allowed = (cut for cut in range(end, 0, -1) if not _forbidden_cut(unit[cut - 1], unit[cut]))
        cut = next(allowed, end)
        yield unit[:cut]
        unit = unit[cut:]
    yield unit
