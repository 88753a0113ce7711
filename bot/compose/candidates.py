"""Which sentences of the evidence bear on a question, and how well: the features every decision rests on.

Invariant: a candidate is one sentence, row, note or heading at its place in canonical text; its features are computed
from the question's content terms and that text alone, and never from which document it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.question import Question
from corpus.document import Document, Passage, Span
from corpus.structure.sentences import split_sentences
from retrieval.commonness import tells
from retrieval.hit import Evidence, Hit
from retrieval.tokens import tokenize

# How much a question's term counts as supported by what stands around a sentence: a section heading or a table's
# caption says what the sentence is about; an earlier sentence of the paragraph often names the subject that Japanese
# then leaves out; a later one seldom does.
IN_CONTEXT, IN_EARLIER, IN_LATER, IN_TITLE = 0.8, 0.7, 0.4, 0.5
_RARE_IN_SHELF = 4.0  # idf of a term in about one passage of fifty; rarer ones say nothing more about what is asked
_KANJI = re.compile("[\u4e00-\u9fff]")


class Kinship(Protocol):
    """How near two terms are in meaning, in [0, 1]; 1 for the same term."""

    def __call__(self, asked: str, stated: str, /) -> float:
        """Return the kinship of a question's term with a document's term."""
        ...


@dataclass(frozen=True, slots=True)
class Term:
    """A content term of the question with its weight (idf, raised for what must be there) and its own words."""

    term: str
    surface: str
    weight: float
    start: int
    end: int
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence with its features.

    ``support[i]`` says in [0, 1] how far the sentence and its surroundings carry the question's term ``i``;
    ``direct[i]`` how far the sentence alone does. ``coverage`` and ``own`` are their weighted means. ``similarity``
    is the cosine to the question stretched over this evidence to [0, 1].
    """

    hit: Hit
    document: Document
    start: int
    end: int
    support: tuple[float, ...]
    direct: tuple[float, ...]
    coverage: float
    own: float
    similarity: float

    @property
    def text(self) -> str:
        """Return the sentence as printed."""
        return self.document.text[self.start : self.end]

    @property
    def passage(self) -> Passage:
        """Return the passage the sentence stands in."""
        return self.hit.passage


def question_terms(question: Question, idf: Callable[[str], float]) -> tuple[Term, ...]:
    """Return what a document has to support: the content terms that do not merely ask, each once, in order.

    What an elliptical follow-up inherits counts a little less than what it says itself.
    """
    terms: dict[str, Term] = {}
    first, last = question.inherited
    for token in tokenize(question.query):
        if any(start < token.end and token.start < end for start, end in question.frame):
            continue
        inherited = first <= token.start < last
        if token.term not in terms:
            surface = question.query[token.start : token.end]
            weight = tells(token.term, surface.lower(), lang=question.lang) * (0.6 if inherited else 1.0)
            weight *= 0.4 + 0.6 * min(idf(token.term) / _RARE_IN_SHELF, 1.0)
            terms[token.term] = Term(token.term, surface, weight, token.start, token.end, inherited)
    return tuple(terms.values())


def same_root(asked: str, stated: str) -> float:
    """Return how near two Japanese terms are by their characters alone, in [0, 1].

    A verb in its own reading and the Sino-Japanese noun of the same character are one word to a reader (訪れる, 訪問);
    two compounds that share a character are not (輸出, 輸入).
    """
    if asked == stated:
        return 1.0
    ours, theirs = _KANJI.findall(asked), _KANJI.findall(stated)
    if not ours or not theirs:
        return 0.0
    for verb, noun, other in ((ours, theirs, asked), (theirs, ours, stated)):
        if len(verb) == 1 and len(other) > 1 and re.search("[\u3041-\u3096]$", other) and verb[0] in noun:
            return 0.7
    shorter, longer = sorted((asked, stated), key=len)
    return 0.7 if len(shorter) >= 2 and shorter in longer else 0.0


def candidates(
    terms: Sequence[Term], evidence: Evidence, documents: Mapping[str, Document], kinship: Kinship = same_root
) -> tuple[Candidate, ...]:
    """Return every sentence of the evidence with its features, in the order of the hits and of the text."""
    found: list[Candidate] = []
    for hit in evidence.hits:
        document = documents[hit.passage.doc]
        spans = _sentences(hit.passage)
        own_terms = [_terms(document.text[span.start : span.end]) for span in spans]
        around = _terms(" ".join((*hit.passage.section, hit.passage.context)))
        title = _terms(f"{document.title} {document.author} {document.publisher}")
        cosines = {(score.start, score.end): score.similarity for score in hit.sentences}
        for index, span in enumerate(spans):
            surroundings = (
                (1.0, own_terms[index]),
                (IN_CONTEXT, around),
                (IN_EARLIER, set().union(*own_terms[:index])),
                (IN_LATER, set().union(*own_terms[index + 1 :])),
                (IN_TITLE, title),
            )
            direct = tuple(_carried(term.term, own_terms[index], kinship) for term in terms)
            support = tuple(
                max(share * _carried(term.term, known, kinship) for share, known in surroundings) for term in terms
            )
            found.append(
                Candidate(
                    hit,
                    document,
                    span.start,
                    span.end,
                    support,
                    direct,
                    _mean(terms, support),
                    _mean(terms, direct),
                    cosines.get((span.start, span.end), hit.similarity),
                )
            )
    return _stretched(found)


def _sentences(passage: Passage) -> tuple[Span, ...]:
    """Return the sentences of a passage at their places; a row, a note or a heading is one."""
    if passage.kind != "prose":
        return (Span(passage.start, passage.end),)
    shift = passage.start
    return tuple(Span(shift + s.start, shift + s.end) for s in split_sentences(passage.text)) or (
        Span(passage.start, passage.end),
    )


def _terms(text: str) -> set[str]:
    return {token.term for token in tokenize(text)}


def _carried(term: str, known: Iterable[str], kinship: Kinship) -> float:
    """Return how far a set of terms carries one term of the question."""
    known = known if isinstance(known, set) else set(known)
    if term in known:
        return 1.0
    return max((kinship(term, other) for other in known), default=0.0)


def _mean(terms: Sequence[Term], values: Sequence[float]) -> float:
    total = sum(term.weight for term in terms)
    return sum(term.weight * value for term, value in zip(terms, values, strict=True)) / total if total else 0.0


def _stretched(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Stretch the cosines of this evidence over [0, 1]: e5's are compressed, so that only their order speaks."""
    if not found:
        return ()
    low = min(candidate.similarity for candidate in found)
    high = max(candidate.similarity for candidate in found)
    width = high - low or 1.0
    return tuple(
        Candidate(
            c.hit, c.document, c.start, c.end, c.support, c.direct, c.coverage, c.own, (c.similarity - low) / width
        )
        for c in found
    )
