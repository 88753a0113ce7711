"""A question with all that reading the documents for it needs, and the point that a sentence may give.

Invariant: a point names the stretch of canonical text it was read from, and its words are that stretch, except for a
date that the text leaves to be completed (翌10月), which is shown completed.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.compose.candidates import Candidate, Sentences
from bot.compose.matters import Matters
from bot.compose.terms import Term
from bot.question import Question
from corpus.document import Span
from retrieval.kinship import script
from retrieval.tokens import tokenize


@dataclass(frozen=True)
class Asked:
    """A question with its terms, and the sentences that are read once of the documents.

    ``matters`` tells of all documents of a shelf which are about one matter; None where only those found are compared.
    """

    question: Question
    terms: tuple[Term, ...]
    sentences: Sentences
    matters: Matters | None = None

    def told(self) -> str:
        """Return the question with its names as the shelf writes them, so that a reader sees one name and not two.

        Of a question for a source, what the source is to be of.
        """
        near = [(term, *term.nearest) for term in self.terms]
        names = {word for term, word, kinship in near if term.rare and kinship >= _SAME_NAME}
        query, said, at = self.question.query, [""], 0
        for term, word, _ in near:
            if term.start < at or word not in names or script(word) == script(term.surface):
                continue
            between = self._said(at, term.start)
            if said[-1] != word or between.strip():  # the words of one name (Li Qiang) are one word there
                said += [between, word]
            at = term.end
        whole = "".join(said) + self._said(at, len(query))
        return " ".join(whole.split()).strip(_EDGES) if self.question.of_source else whole

    @cached_property
    def said(self) -> str:
        """The question, behind it the words that are one with its own (Kim Jong Un, 金正恩; 习近平, 習近平)."""
        same = {word for term in self.terms for word, kinship in term.kin.items() if kinship >= _SAME_NAME}
        same |= {term.term for term in self.terms if term.term != term.surface and not term.term.isascii()}
        return "\n".join((self.question.query, *sorted(same)))

    def _said(self, start: int, end: int) -> str:
        """Return a stretch of the query without what only asks for a source."""
        cut = {at for first, last in self.question.of_source for at in range(first, last)}
        return "".join(self.question.query[at] for at in range(start, end) if at not in cut)

    def carried(self, words: AbstractSet[str]) -> float:
        """Return how much of the question a set of words carries: the weight of its terms, each as far as it does."""
        return sum(term.weight * term.carried_by(words) for term in self.terms)

    @cached_property
    def known(self) -> frozenset[str]:
        """The question's terms."""
        return frozenset(term.term for term in self.terms)

    def says(self, words: str) -> bool:
        """Say whether the question has every word of some words, in whatever order."""
        return all(word in self.known for _, word in tokens_of(words))


@dataclass(frozen=True, slots=True)
class Point:
    """What answers one ask: its words as shown, its place in canonical text, and how well it fits in [0, 1].

    It is ``plain`` where the grammar of sentence and question says so outright, whatever else stands in the sentence.
    """

    text: str
    span: Span
    candidate: Candidate
    fit: float
    plain: bool = False


_SAME_NAME = 0.84  # kinship from which two words are one in two scripts
_MEANT = 0.4  # kinship from which a word of the sentence may be what the question says
_REACH = 30  # characters from a date or quantity to its predicate
_EDGES = " 　、，,;；：:。\n\t"


def stretch(candidate: Candidate, start: int, end: int, fit: float, text: str = "") -> Point:
    """Make a point of ``[start, end)`` in the sentence, without the signs at its edges."""
    start, end = _closed(candidate.text, start, end)
    words = candidate.text[start:end]
    bare = words.strip(_EDGES)
    start += words.index(bare)
    place = Span(candidate.start + start, candidate.start + start + len(bare))
    return Point(text or bare.replace("\n", ""), place, candidate, fit)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch that opens no round bracket or quotation without closing it: a quotation is shown whole."""
    opened = [at for at in range(start, end) if text[at] in _PAIRS and _PAIRS[text[at]] not in text[at:end]]
    if not opened:
        return start, end
    first = opened[0]
    if text[first] in _QUOTES and text[end : end + 1] == _PAIRS[text[first]]:
        return start, end + 1
    if first == start:
        return (start + 1, end) if end - start > 1 else (start, end)
    return (start, end) if text[first] in _QUOTES else (start, first)


_QUOTES = "「『“"
_PAIRS = {"（": "）", "(": ")", "「": "」", "『": "』", "“": "”"}


def nearness(asked: Asked, candidate: Candidate, at: int) -> float:
    """Return in [0, 1] how near a place in the sentence is to the words that the question shares with it."""
    reach = max(len(candidate.text), 40)
    total = found = 0.0
    for start, token in tokens_of(candidate.text):
        share = max((term.weight * term.carried_by(frozenset((token,))) for term in asked.terms), default=0.0)
        total += share
        found += share * (1 - min(abs(at - start) / reach, 1.0))
    return found / total if total else 0.0


@lru_cache(4096)
def tokens_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return ``(place, term)`` of the content terms of a text, in order."""
    return tuple((token.start, token.term) for token in tokenize(text))


def dated(asked: Asked, candidate: Candidate, begin: int, end: int) -> float:
    """Return in [0, 1] how near a date is to the question's words, in English those right before it counting most.

    There the date follows what it is of (closed on 24 March and opened on 28 April), unless it opens the sentence.
    """
    if candidate.document.lang != "en":
        return governed(asked, candidate, begin, end)
    said = [at for at, token in tokens_of(candidate.text) if _carries(asked, token)]
    before, after = [begin - at for at in said if at < begin], [at - end for at in said if at >= end]
    reach = min(before) if before else min(after, default=_REACH)
    return 0.5 * nearness(asked, candidate, begin) + 0.5 * (1 - min(reach / _REACH, 1.0))


def _carries(asked: Asked, token: str) -> bool:
    """Say whether a word is one that the question asks about, or means it."""
    return any(term.carried_by(frozenset((token,))) >= _MEANT for term in asked.terms)


def governed(asked: Asked, candidate: Candidate, begin: int, end: int) -> float:
    """Return in [0, 1] how near a date or a quantity is to the question's words, those right after it counting most.

    In Japanese and Korean the predicate that it belongs to follows it (目標の500万円を上回る820万円が集まった).
    """
    near = nearness(asked, candidate, begin)
    if candidate.document.lang not in ("ja", "ko"):
        return near
    after = [start - end for start, token in tokens_of(candidate.text) if start >= end and _carries(asked, token)]
    return 0.5 * near + 0.5 * (1 - min(after[0] / _REACH, 1.0) if after else 0.0)
