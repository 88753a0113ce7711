"""What a browser prints at the head and foot of each page: time, title, address, and which page of how many.

Told by the stamps themselves, whatever the page is about: an address and a page of pages in one line, and lines with
an address or a time that return beside such.

Invariant: a line goes only with another that differs from it in nothing but the page, and never with a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import FurnitureKind
from corpus.structure.lines import Line, has_sentence
from corpus.structure.lists import item
from corpus.structure.page_chain import chain
from corpus.structure.page_cuts import tears_sentence

_ADDRESS = re.compile(r"(?:(?:https?|file)://|www\.)[^\s\u3000「」『』（）<>]+", re.IGNORECASE)
_TIME = re.compile(  # a day in figures, and a time of the day
    r"\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}日?\.?[,，]?[\s\u3000]{0,4}(?:\D{1,4}[\s\u3000]?)?"
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
)
_COUNT = r"(?:(?:page|p\.)\s?)?(?P<n>\d{1,4})\s?(?:[/／]|of)\s?(?P<of>\d{1,4})(?:\s?(?:ページ|頁|页|쪽))?"
_FIRST, _LAST = (
    re.compile(rf"{_COUNT}(?=[\s\u3000])", re.IGNORECASE),
    re.compile(rf"(?<=[\s\u3000]){_COUNT}$", re.IGNORECASE),
)
_LEAST = 80  # columns of text between two feet: a short page
_NEAR = 3  # lines between the head of a page and the foot of the page before
_LONGEST = 400  # characters


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a line prints: its words but for the page, the page and how many there are (0 where none is printed)."""

    rest: str
    page: int
    of: int


def prints(lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind]) -> dict[int, int | None]:
    """Return the heads and feet by index, with the page where it is printed."""
    stamps = {i: stamp for i in body if i not in kinds and (stamp := _stamp(lines[i]))}
    if not stamps:
        return {}
    groups: dict[_Stamp, list[int]] = defaultdict(list)
    for i, stamp in stamps.items():
        groups[_Stamp(stamp.rest, 0, stamp.of)].append(i)
    found: dict[int, int | None] = {}
    for same, members in groups.items():
        run = chain(lines, {i: stamps[i].page for i in members}, _LEAST) if same.of else set()
        taken = {**kinds, **dict.fromkeys(stamps, "running head")}
        if len(run) > 1 or (len(members) == 1 and same.of and tears_sentence(lines, members[0], taken)):
            found.update((i, stamps[i].page) for i in run or members)
    feet = set(found)
    for same, members in groups.items():
        if not same.of and len(members) > 1:
            found.update((i, None) for i in members if any(k in feet for k in _around(lines, i)))
    return found


def _stamp(line: Line) -> _Stamp | None:
    """Return what a line prints that holds an address or a time, and nothing that a text says."""
    text = line.raw.strip()
    if not text or len(text) > _LONGEST or "\t" in text or text.startswith("|") or item(text) or has_sentence(text):
        return None
    bare = _TIME.sub(_blotted, _ADDRESS.sub(_blotted, text))
    if bare == text:
        return None
    count = _FIRST.match(bare) or _LAST.search(bare)
    if count is None:
        return _Stamp(text, 0, 0)
    rest = f"{text[: count.start()]}{text[count.end() :]}".strip()
    return _Stamp(rest, int(count["n"]), int(count["of"])) if 0 < int(count["n"]) <= int(count["of"]) else None


def _blotted(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _around(lines: Sequence[Line], i: int) -> list[int]:
    """Return the indexes of the nearest lines with words above and below a line."""
    near: list[int] = []
    for step in (-1, 1):
        words = (k for k in range(i + step, i + step * 10, step) if 0 <= k < len(lines) and not lines[k].blank)
        near += [k for k, _ in zip(words, range(_NEAR), strict=False)]
    return near
