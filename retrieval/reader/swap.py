"""Questions that their window does not answer, made by exchanging what they name for another of its kind.

Invariant: what is put in occurs elsewhere in the data and is of the kind of what it replaces: year, number, person or
place; so the question stays well formed and only its premise is wrong.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.tokens import morphemes

_NUMBER = re.compile(r"[0-9０-９][0-9０-９,.]*")
_KINDS = {"人名": "person", "地名": "place"}


@dataclass(frozen=True, slots=True)
class Named:
    """Something a text names: its kind and its place ``[start, end)``."""

    kind: str
    start: int
    end: int


def named(text: str) -> Iterator[Named]:
    """Yield years, numbers, persons and places; a name of several parts is one."""
    for match in _NUMBER.finditer(text):
        year = len(match[0]) in (3, 4) and text[match.end() : match.end() + 1] in ("年", "世")
        yield Named("year" if year else f"number {text[match.end() : match.end() + 1]}", *match.span())
    kind, begin, end = "", 0, 0
    for morpheme in morphemes(text):
        found = _KINDS.get(morpheme.pos[2], "") if morpheme.pos[1] == "固有名詞" else ""
        if found != kind:
            if kind:
                yield Named(kind, begin, end)
            kind, begin = found, morpheme.start
        end = morpheme.end
    if kind:
        yield Named(kind, begin, end)


def pool(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return what texts name, by kind, as often as it occurs."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for item in named(text):
            found[item.kind].append(text[item.start : item.end])
    return dict(found)


def swapped(  # noqa: PLR0913, PLR0917  what is asked, where, and what may be put in
    question: str,
    window: str,
    context: str,
    near: Sequence[str],
    names: Mapping[str, Sequence[str]],
    chance: random.Random,
) -> str | None:
    """Return the question with one name of the window's exchanged for another, or None where it has none.

    ``near`` are names of the same article, tried first half of the time: they are the hardest to tell apart.
    """
    items = [item for item in named(question) if question[item.start : item.end] in window + context]
    chance.shuffle(items)
    for item in items:
        old = question[item.start : item.end]
        beside = {window[n.start : n.end] for n in named(window) if n.kind == item.kind} | set(near)
        close = [name for name in sorted(beside & set(names.get(item.kind, ()))) if name not in question]
        far = names.get(item.kind, ())
        for _ in range(8):
            new = chance.choice(close) if close and chance.random() < 0.5 else chance.choice(far) if far else old
            if new not in question and old not in new and new not in old:
                return question[: item.start] + new + question[item.end :]
    return None
