"""What is named before a pointer: things, each with its mentions.

Invariant: mentions of one thing are those that say the same words, a name and the shorter form it ends in, and words
that were found to mean it; each ends before the pointer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from corpus.document import Span
from corpus.structure.ranked.mentioned import Mention
from corpus.structure.ranked.pointers import Pointer
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.views import Sentence, View

Mentioned = Callable[[Sentence], tuple[Mention, ...]]
BACK = 8  # sentences in which something may be named that is meant
FRONT = 3  # sentences at the head of a text that say what it is about
_MOST = 30  # things, nearest first
_LONGEST = 50  # characters of what words that point back were found to mean, and that may be meant again
_POINTS = re.compile(
    r"[同両当該该其这這此]|[こそあ][のれこ]|(?:[Tt]h(?:is|at|ese|ose)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\b|이 |그 "
)


@dataclass(slots=True)
class Thing:
    """One thing named before a pointer: its mentions, nearest first, each with how many sentences it is back."""

    name: str
    sort: str
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    elsewhere: bool = False  # its nearest mention is in another paragraph

    @property
    def span(self) -> Span:
        """Return the nearest mention that says the most of its name."""
        return next(one.span for _, one in self.mentions if one.name == self.name)

    @property
    def proper(self) -> bool:
        """Say whether a mention of it is a name."""
        return any(one.proper for _, one in self.mentions)


def head_length(head: str, name: str) -> int:
    """Return how much of a head noun, from its beginning, a name ends in: 該塔建于 asks for 塔."""
    if head.isascii():
        return len(head) if re.search(rf"\b{re.escape(head.lower())}s?\b", name.lower()) else 0
    return next((n for n in range(len(head), 0, -1) if name.endswith(head[:n])), 0)


def things(view: View, pointer: Pointer, mentions: Mentioned) -> list[Thing]:
    """Return what is named before a pointer, nearest first."""
    numbers = [*range(view.index, max(view.index - BACK, 0) - 1, -1)]
    numbers += [one for one in range(min(FRONT, view.index)) if one not in numbers]
    found: list[Thing] = []
    for number in numbers:
        sentence = view.sentences[number]
        elsewhere = sentence.paragraph != view.here.paragraph
        for mention in reversed(mentions(sentence)):
            if mention.span.end > pointer.span.start or mention.sort == "time":
                continue
            known = _known(view, mention)
            if (
                known is not None and known.name.lower() != pointer.head.lower()
            ):  # it would say no more than the pointer
                _add(found, known, view.index - number, elsewhere)
    return found[:_MOST]


def _known(view: View, mention: Mention) -> Mention | None:
    """Return a mention, or what it was found to mean; None where it points back to what is not known."""
    meant = view.resolved.get(mention.span.start)
    if meant is not None and meant.end - meant.start <= _LONGEST:
        name = view.text[meant.start : meant.end].strip("「」『』《》“”")
        return replace(mention, span=meant, name=name, sort=sort_of(name) or mention.sort, proper=False)
    return None if _POINTS.match(mention.name) else mention


def _add(found: list[Thing], mention: Mention, back: int, elsewhere: bool) -> None:
    """Add a mention to the thing that it names, or as another thing."""
    name = mention.name
    for one in found:
        shorter = len(name) > 1 and one.name.endswith(name) and one.name[-len(name) - 1 :][:1] != " "
        longer = len(one.name) > 1 and name.endswith(one.name) and one.sort == mention.sort
        if one.name == name or shorter or longer:
            one.name = name if longer else one.name
            one.mentions.append((back, mention))
            return
    found.append(Thing(name, mention.sort, [(back, mention)], elsewhere))
