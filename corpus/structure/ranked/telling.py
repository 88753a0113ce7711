"""The pointers of a text that no rule decides, with the meaning that is likely enough to be told.

Invariant: what is told meets no reference that a rule found, and stands before its pointer; each group of pointers has
its own measure of what is likely enough.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.document import Span
from corpus.places import meet
from corpus.structure.places_ja import is_of_kind
from corpus.structure.posts import Person
from corpus.structure.ranked.choosing import Mentions, likeliest, options, shares
from corpus.structure.ranked.named import FRONT, head_length
from corpus.structure.ranked.options import Option
from corpus.structure.ranked.pointers import Pointer, pointers
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.ranked.weights import WEIGHTS
from corpus.structure.views import Sentence, View

Kind = Literal["person", "people", "countries", "thing", "statement"]

# From which share on a meaning is told, so that of what was told of documents left out at least .85 was right.
ENOUGH = {
    "body": 0.55,
    "noun": 0.55,
    "it": 0.75,
    "sono": 0.75,
    "here": 0.7,
    "people": 0.8,
    "pair": 0.55,
    "former": 0.75,
    "latter": 0.75,
}
_ENOUGH_OF_MANY = 0.9
_DIVISIONS = frozenset("県市町村区郡州")  # what a place is by law: a plant or a fire near by is none of them
_FOREIGN = re.compile("[ァ-ヺー・]{2,}")  # a town abroad, whose name does not say what it is


@dataclass(frozen=True, slots=True)
class Read:
    """A text as its rules left it: sentences with their languages, people, and what words were found to mean."""

    text: str
    sentences: Sequence[Sentence]
    tongues: Sequence[str]
    people: Sequence[Person]
    depth: Sequence[int]
    resolved: Mapping[int, Span] = field(default_factory=dict)

    def view(self, index: int) -> View:
        """Return the view of a sentence."""
        return View(self.text, self.sentences, index, self.people, self.depth, self.resolved)

    def mentions(self) -> Mentions:
        """Return what its sentences mention, not read yet."""
        tongues = {one.start: tongue for one, tongue in zip(self.sentences, self.tongues, strict=True)}
        return Mentions(self.view(0), tongues)


def likely(read: Read, known: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...], Kind]]:
    """Yield pointers outside of ``known`` places with what they mean, and what kind of reference each is."""
    if not read.sentences:
        return
    mentions = read.mentions()
    taken = sorted(known, key=lambda one: one.start)
    starts = [one.start for one in taken]
    for index, tongue in enumerate(read.tongues):
        view = read.view(index)
        first = bisect_left(starts, view.here.start - 1)
        here = taken[first : bisect_left(starts, view.here.end)]
        for pointer in pointers(view, tongue):
            if pointer.group not in ENOUGH or any(meet(pointer.span, one) for one in here):
                continue
            here = [*here, pointer.span]
            found = options(view, pointer, mentions, tongue)
            if len(found) == 1:
                continue
            best, share = likeliest(found, shares(found, pointer.group, WEIGHTS), pointer.group)
            if is_told(pointer, found[best], share) and fits(view, pointer, found[best]):
                to = tuple(one if found[best].sort == "said" else view.whole(one) for one in found[best].to)
                yield _printed(view, pointer, to), meant(pointer, to), _kind(view, pointer, found[best])


def is_told(pointer: Pointer, option: Option, share: float) -> bool:
    """Say whether an option is likely enough, and more so where something else of its kind stands as near.

    Who he or the mayor is, and what "therefore" rests on, the rules decide: of what they leave open, little was right.
    """
    enough = ENOUGH.get(pointer.group, math.inf)
    if not option.clear:
        enough = max(enough, _ENOUGH_OF_MANY)
    return bool(option.to) and not option.never and share >= enough


def fits(view: View, pointer: Pointer, option: Option) -> bool:
    """Say whether an option may be told: 該案, 同船 and 同市 are named so, and 当社 at the head of the text."""
    if view.text[pointer.span.start] in "当本":
        front = view.sentences[min(FRONT, len(view.sentences)) - 1].end
        return head_length(pointer.head, view.text[option.to[0].start : option.to[0].end]) > 0 or (
            pointer.group == "body" and option.to[0].start < front
        )
    if pointer.head in _DIVISIONS and view.text[pointer.span.start] == "同":
        return any(
            (words := view.text[one.start : one.end]).endswith(pointer.head)
            or _FOREIGN.fullmatch(words)
            or is_of_kind(view.text, one, pointer.head)
            for one in option.to
        )
    if pointer.group != "body" or pointer.wants in ("body", "place", "country", "person"):
        return True
    return any(head_length(pointer.head, view.text[one.start : one.end]) for one in option.to)


def meant(pointer: Pointer, to: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return which of two a pointer means, or all."""
    return {"former": to[:1], "latter": to[1:]}.get(pointer.group, to)


def _printed(view: View, pointer: Pointer, to: tuple[Span, ...]) -> Span:
    """Return a pointer without the signs behind its head that belong to what follows (该塔 of 该塔建于)."""
    head = pointer.head
    if not head or head.isascii() or pointer.group not in ("body", "noun"):
        return pointer.span
    length = head_length(head, view.text[to[0].start : to[0].end])
    if not length and re.match("[该該这這那此]", view.text[pointer.span.start]):
        length = 1 if sort_of(head[0]) else min(len("制度"), len(head))
    if length in (0, len(head)):
        return pointer.span
    return Span(pointer.span.start, pointer.span.end - len(head) + length)


def _kind(view: View, pointer: Pointer, option: Option) -> Kind:
    if option.sort == "said":
        return "statement"
    if pointer.group == "pair":
        return "people" if pointer.wants == "person" else "countries" if pointer.wants == "country" else "thing"
    return "person" if view.person_at(option.to[0]) is not None else "thing"
