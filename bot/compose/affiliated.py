"""The people that a sentence names in parallel, each with the words that belong to the name.

Invariant: people stand in parallel where they are joined by signs and words that join, with nothing between but what
is said of them, or where each has the same particle and a clause of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.compose.candidates import Candidate
from bot.compose.persons import FEWEST, called_by, with_post
from bot.compose.phrases import found_phrases
from corpus.document import Span
from corpus.places import lies_in
from retrieval.tokens import morphemes


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at ``[start, end)`` of a sentence; ``beside`` is what belongs to the name, ``does`` its clause."""

    start: int
    end: int
    names: tuple[str, ...] = ()
    beside: str = ""
    does: str = ""

    def is_called_in(self, words: str) -> bool:
        """Say whether words say the name, or the part of it that stands for all of it."""
        return any(len(name) >= FEWEST and name in words for name in self.names)


_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Captain|Judge)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
)
_LONGEST = 120  # characters between two people named in parallel
_BRACKET = re.compile(r"\s?[（(][^（）()]{1,40}[）)]")
_ROLE = re.compile(r"(?:氏|さん|ら|たち)*([はがをにでへもと](?=[^、])|から|より)")
_JOINED = re.compile(r"(?:氏|さん)?(?:[、，,]|と|や|および|及び|ならびに|並びに|そして|和|与|與|及|跟|와 |과 |및|, )")
# Before what belongs to a name: a sign, a particle of another part of the sentence, a word that joins.
_BEGINS = re.compile(
    r"[、，,;；（(「『:：]\s?|[はがを]|(?<=[一-鿿ァ-ヴー氏ん])[とや]|そして|および|及び|[和与與跟由在]|"
    r"(?<=[가-힣])(?:와|과|은|는|이|가|에는|에서) |및 "
)
_CLAUSE_ENDS = re.compile(r"[、，。](?![^「]*」)")


def _named(candidate: Candidate) -> list[Named]:
    """Return the people that a sentence names, with their posts, in order; they do not overlap."""
    text, lang = candidate.text, candidate.document.lang
    found: list[Named] = []
    for one in candidate.document.told.people:
        apposed = lang == "en" and one.post_start > one.end  # such a post is no part of the name
        place = Span(one.start, one.end) if apposed else with_post(one, candidate.document.text)
        if lies_in(place, candidate):
            here = candidate.within(place)
            found.append(Named(here.start, here.end, (one.name[:FEWEST], *called_by(one.name))))
    if lang == "ja":
        found += [Named(p.start, p.end, p.names[:1]) for p in found_phrases(text) if p.kind == "person" and p.names]
    elif lang == "en":
        found += [Named(*match.span(), tuple(match.group().split()[1:])) for match in _TITLED.finditer(text)]
    kept: list[Named] = []
    for named in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept


def people(candidate: Candidate) -> list[Named]:
    """Return the people that a sentence names, in order; those in parallel with their own words."""
    with_words = {one.start: one for group in in_parallel(candidate) for one in group}
    return [with_words.get(one.start, one) for one in _named(candidate)]


def in_parallel(candidate: Candidate) -> Iterator[list[Named]]:
    """Yield each run of people that a sentence names in parallel, two at least, with their own words."""
    text, lang = candidate.text, candidate.document.lang
    stands = _stand_english if lang == "en" else _stand
    group: list[Named] = []
    for one in _named(candidate):
        if group and not stands(text, group[-1], one):
            if len(group) > 1:
                yield list(_with_words(text, group, lang))
            group = []
        group.append(one)
    if len(group) > 1:
        yield list(_with_words(text, group, lang))


def joined(candidate: Candidate, group: Sequence[Named]) -> bool:
    """Say whether people have one part in their sentence, and no clauses of their own."""
    text = candidate.text
    if candidate.document.lang == "en":
        return any(re.search(r"\band\b", text[a.end : b.start]) for a, b in pairwise(group))
    return all(_is_joined(text[_after(text, a.end) : b.start]) for a, b in pairwise(group))


def _is_joined(between: str) -> bool:
    return _JOINED.match(between) is not None and not any(m.pos[0] == "動詞" for m in morphemes(between))


def _stand(text: str, one: Named, other: Named) -> bool:
    """Say whether two people stand in parallel: joined with no verb between, or each a clause with its particle."""
    first, last = _after(text, one.end), _after(text, other.end)
    between = text[first : other.start]
    if len(between) > _LONGEST or "。" in between:
        return False
    if _is_joined(between):
        return True
    role, same = _ROLE.match(text, first), _ROLE.match(text, last)
    return bool(role and same and role[1] == same[1] and _CLAUSE_ENDS.search(between))


def _stand_english(text: str, one: Named, other: Named) -> bool:
    between = text[one.end : other.start]
    return len(between) <= _LONGEST and re.search(r",|;|\band\b", between) is not None


def _after(text: str, end: int) -> int:
    bracket = _BRACKET.match(text, end)
    return bracket.end() if bracket else end


def _with_words(text: str, group: Sequence[Named], lang: str) -> Iterator[Named]:
    if lang == "en":
        yield from _english(text, group)
        return
    clauses = all(_CLAUSE_ENDS.search(text[a.end : b.start]) and _ROLE.match(text, a.end) for a, b in pairwise(group))
    at = 0
    for one in group:
        low = max((m.end() for m in _BEGINS.finditer(text, at, one.start)), default=at)
        high = at = _after(text, one.end)
        end = _CLAUSE_ENDS.search(text, high)
        does = text[high : end.start() if end else len(text)] if clauses else ""
        yield replace(one, beside=text[low:high], does=does)


_PARTS = (re.compile(r",\s+and\b"), re.compile(r";"), re.compile(r"\band\b"), re.compile(r","))


def _english(text: str, group: Sequence[Named]) -> Iterator[Named]:
    """Yield the people with what stands before each name, or with what stands behind each in apposition."""
    first, last = group[0], group[-1]
    before = text[: first.start].rstrip()
    follows = re.match(r",|\s?\(| (?:of|from|for) ", text[first.end :]) is not None and not before.endswith(",")
    low = before.rstrip(",").rfind(", ") + 1
    bounds = [first.start if follows else low]
    for one, other in pairwise(group):
        between = text[one.end : other.start]
        if follows or _PARTS[0].search(between) or _PARTS[2].search(between):
            parts = next((found for part in _PARTS if (found := list(part.finditer(between)))), [])
            bounds.append(one.end + (parts[-1].end() if parts else 0))
        else:
            bounds.append(one.end)
    behind = re.match(r"(?:, [^,.;]+|\s?\([^)]*\)| (?:of|from|for) [^,.;]+)", text[last.end :]) if follows else None
    bounds.append(last.end + (behind.end() if behind else 0))
    for one, (begin, end) in zip(group, pairwise(bounds), strict=True):
        yield replace(one, beside=text[begin:end])
