"""The outline of a document: which section each heading opens, and in which it stands.

Invariant: numbering outranks the number of ``#`` signs, because converters guess the latter: ``### 1.``, ``## 2.`` and
``### 3.`` are sections of one level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.structure.headings import RANK, Style, is_notes_heading, is_usual

_APPENDED = re.compile(r"[付附](?:表|録|図|属資料)|別[表紙添]|附[录件]|부록|Appendi(?:x|ces)\b", re.IGNORECASE)
# Whom to ask stands below the whole text, whatever sign opens it.
_CONTACT = re.compile(
    r"[\W_]*(?:本件(?:に関する|の))?(?:お?問い?合わ?せ先?|(?:ご)?連絡先|联系(?:方式|人)|문의처?"
    r"|(?:media |press )?contacts?)[\W_]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading as the section tree sees it; ``level`` is the number of ``#`` signs, or 0 for a plain line."""

    text: str
    level: int
    style: Style | None


def sections(heads: Sequence[Head]) -> list[tuple[str, ...]]:
    """Return the section path of each heading, itself last."""
    heads = _by_first_appearance(heads)
    guessed = _guessed(heads)
    paths: list[tuple[str, ...]] = []
    stack: list[Head] = []
    for index, head in enumerate(heads):
        if is_notes_heading(head.text) and (guessed or not head.level):
            stack = []
        stack = _parents(stack, head, heads[index + 1 :], guessed)
        stack.append(head)
        paths.append(tuple(item.text for item in stack))
    return paths


def _by_first_appearance(heads: Sequence[Head]) -> Sequence[Head]:
    """Return the heads with symbols (■) ranked above numbers where they open before any: else they stand below."""
    styled = [head.style.name for head in heads if head.style]
    if styled[:1] != ["symbol"] or styled.count("symbol") < 2:
        return heads
    return [
        replace(head, style=replace(head.style, rank=-1)) if head.style and head.style.name == "symbol" else head
        for head in heads
    ]


def _guessed(heads: Sequence[Head]) -> frozenset[str]:
    """Return the styles of numbering whose headings do not all have one level: a converter guessed the levels."""
    levels: dict[str, set[int]] = {}
    for head in heads:
        if head.style and head.style.name != "symbol" and head.level:
            levels.setdefault(head.style.name, set()).add(head.level)
    return frozenset(name for name, found in levels.items() if len(found) > 1)


def _parents(stack: list[Head], head: Head, later: Sequence[Head], guessed: frozenset[str]) -> list[Head]:
    """Return the open sections that contain the new heading."""
    if head.style is None:
        return _plain_parents(stack, head, later, guessed)
    for depth, item in enumerate(stack):
        same = item.style is not None and item.style.name == head.style.name
        nested = head.style.number == 1 and head.level > item.level > 0
        if same and not nested:
            return stack[:depth]
    if head.style.name == "symbol" and _CONTACT.match(head.text):
        return next((stack[:depth] for depth, item in enumerate(stack) if item.style is not None), stack)
    if (inside := _numbers_inside(stack, head.style, later)) is not None:
        return inside
    kept = list(stack)
    while kept and not _contains(kept[-1], head):
        kept.pop()
    return kept


def _numbers_inside(stack: list[Head], own: Style, later: Sequence[Head]) -> list[Head] | None:
    """Return the open sections down to the one that counts on behind a numbering that begins in it (3, 一, 二, 4)."""
    for depth in range(len(stack) - 1, -1, -1):
        outer = stack[depth].style
        begins = outer and own.number == 1 and own.name != "symbol" != outer.name and own.rank < outer.rank
        if outer and begins and _counts_on(outer, later):
            return stack[: depth + 1]
    return None


def _plain_parents(stack: list[Head], head: Head, later: Sequence[Head], guessed: frozenset[str]) -> list[Head]:
    closes = is_usual(head.text) or (guessed and _APPENDED.match(head.text))
    if closes and (guessed or head.level in (0, 6)):  # it stands beside the numbered sections, not in one
        return next((stack[:depth] for depth, item in enumerate(stack) if item.style is not None), stack[:0])
    if head.level:
        for depth in range(len(stack) - 1, -1, -1):
            numbered = stack[depth].style
            if any(item.style is None and item.level >= head.level for item in stack[:depth]):
                continue  # it stands beside what the numbered section is in
            if numbered and numbered.name in guessed and _counts_on(numbered, later):  # its level says nothing
                return [*stack[: depth + 1], *_until(stack[depth + 1 :], head.level)]
        return _until(stack, head.level)
    for depth in range(len(stack) - 1, -1, -1):
        item = stack[depth]
        if item.style is None and not item.level:
            continue
        if item.style is None:
            return stack[: depth + 1]
        if item.style.name != "symbol" and _counts_on(item.style, later):
            return stack[: depth + 1]
    return [item for item in stack if item.level and item.style is None]


def _counts_on(numbered: Style, later: Sequence[Head]) -> bool:
    """Say whether the next heading numbered alike has the next number: what stands between belongs to this one."""
    follower = next((one.style for one in later if one.style and one.style.name == numbered.name), None)
    return bool(follower and numbered.number and follower.number == numbered.number + 1)


def _until(stack: Sequence[Head], level: int) -> list[Head]:
    kept: list[Head] = []
    for item in stack:
        if not item.level or item.level >= level:
            break
        kept.append(item)
    return kept


def _contains(outer: Head, inner: Head) -> bool:
    assert inner.style is not None
    if outer.style is None and is_usual(outer.text) and inner.style.rank < RANK["(kanji)"]:
        return False
    if outer.style is not None:
        return outer.style.rank < inner.style.rank
    if outer.level and inner.level:
        return outer.level < inner.level
    if outer.level:
        return True
    return inner.style.rank >= RANK["(kanji)"]
