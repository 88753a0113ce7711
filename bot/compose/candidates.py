"""Which sentences of the evidence bear on a question, and how well: the features every decision rests on.

Invariant: a candidate is one sentence, row, note or heading at its place in canonical text; its features are computed
from the question's content terms and that text alone, and never from which document it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.compose.terms import Term
from bot.marks import marks_in
from corpus.document import Document, Passage, Span
from corpus.places import Stretch, lies_in
from corpus.structure.dates import DateMention
from corpus.structure.posts import Person
from corpus.structure.sentences import split_sentences
from retrieval.hit import Evidence, Hit
from retrieval.tokens import Token, tokenize
from retrieval.words import with_compounds

# How much a question's term counts as supported by what stands around a sentence: a section heading or a table's
# caption says what the sentence is about; an earlier sentence of the paragraph often names the subject that Japanese
# then leaves out; a later one seldom does.
IN_CONTEXT, IN_EARLIER, IN_LATER, IN_TITLE = 0.8, 0.8, 0.4, 0.5
IN_NOTE = 0.8  # where a source is asked for: what the notes of a sentence print, it is about


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

    @property
    def people(self) -> tuple[Person, ...]:
        """Return the people that the sentence names."""
        return tuple(one for one in self.document.told.people if lies_in(one, self))

    def place(self, words: Stretch) -> Span:
        """Return where words of the sentence stand in canonical text."""
        return Span(self.start + words.start, self.start + words.end)

    def within(self, place: Stretch) -> Span:
        """Return where in the sentence the words at a place in canonical text stand."""
        return Span(place.start - self.start, place.end - self.start)

    def whole(self, passage: Passage) -> Candidate:
        """Return another passage of the document, all of it, with the features of this sentence."""
        hit = replace(self.hit, passage=passage, sentences=())
        return replace(self, hit=hit, start=passage.start, end=passage.end)


def dates_in(document: Document, stretch: Stretch) -> list[DateMention]:
    """Return the dates that begin in a stretch of a document and whose value is known, in order."""
    return [one for one in document.told.dates if one.value and stretch.start <= one.start < stretch.end]


_LISTED = 3  # dates


def lists_times(candidate: Candidate) -> bool:
    """Say whether a sentence lists when a thing happened again and again, so that no one of them is its time."""
    return len(dates_in(candidate.document, candidate)) >= _LISTED


class Sentences:
    """The sentences of passages with their terms, read once each. Safe to use from several threads."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[tuple[Span, frozenset[str], tuple[Token, ...]], ...]] = {}
        self._words: dict[str, frozenset[str]] = {}

    def of(self, passage: Passage) -> tuple[tuple[Span, frozenset[str], tuple[Token, ...]], ...]:
        """Return each sentence's place in canonical text, its terms and its tokens; a row, note or heading is one."""
        if passage.id not in self._read:
            spans = split_sentences(passage.text) if passage.kind == "prose" else ()
            spans = spans or (Span(0, len(passage.text)),)
            read = []
            for span in spans:
                tokens = tokenize(passage.text[span.start : span.end])
                place = Span(passage.start + span.start, passage.start + span.end)
                read.append((place, with_compounds(tokens), tokens))
            self._read[passage.id] = tuple(read)
        return self._read[passage.id]

    def spans(self, passage: Passage) -> list[Span]:
        """Return the place of each sentence of a passage in canonical text."""
        return [span for span, _, _ in self.of(passage)]

    def around(self, passage: Passage) -> frozenset[str]:
        """Return the terms of what stands around a passage: its headings and its context."""
        return self.words(" ".join((*passage.section, passage.context)))

    def words(self, text: str) -> frozenset[str]:
        """Return the terms of a text."""
        if text not in self._words:
            self._words[text] = with_compounds(tokenize(text))
        return self._words[text]


def candidates(
    terms: Sequence[Term],
    evidence: Evidence,
    documents: Mapping[str, Document],
    sentences: Sentences,
    *,
    noted: bool = False,
) -> tuple[Candidate, ...]:
    """Return every sentence of the evidence with its features, in the order of the hits and of the text.

    Characters that a tokenizer cuts from a name are carried where they stand together (正恩 of 金正恩). With ``noted``,
    where a sentence is looked for that says something again, it is also about what its notes print.
    """
    found = [
        candidate
        for hit in evidence.hits
        for candidate in _in_hit(terms, hit, documents[hit.passage.doc], sentences, noted=noted)
    ]
    return _stretched(found)


def _in_hit(
    terms: Sequence[Term], hit: Hit, document: Document, sentences: Sentences, *, noted: bool
) -> Iterator[Candidate]:
    """Yield the sentences of a hit with their features, their cosines as they are."""
    read, around = sentences.of(hit.passage), sentences.around(hit.passage)
    title = sentences.words(f"{document.title} {document.author} {document.publisher}")
    cosines = {(score.start, score.end): score.similarity for score in hit.sentences}
    for index, (span, own, _) in enumerate(read):
        notes = sentences.words(_noted(document, hit.passage, span)) if noted else frozenset[str]()
        surroundings = (
            (IN_CONTEXT, around),
            (IN_EARLIER, frozenset().union(*(words for _, words, _ in read[:index]))),
            (IN_LATER, frozenset().union(*(words for _, words, _ in read[index + 1 :]))),
            (IN_TITLE, title),
            (IN_NOTE, notes),
        )
        written = _as_written(terms, document.text[span.start : span.end])
        direct = tuple(1.0 if i in written else term.carried_by(own) for i, term in enumerate(terms))
        support = tuple(
            max(here, *(share * term.carried_by(words) for share, words in surroundings))
            for term, here in zip(terms, direct, strict=True)
        )
        similarity = cosines.get((span.start, span.end), hit.similarity)
        mean, mean_own = _mean(terms, support), _mean(terms, direct)
        yield Candidate(hit, document, span.start, span.end, support, direct, mean, mean_own, similarity)


def _as_written(terms: Sequence[Term], sentence: str) -> frozenset[int]:
    """Return which terms are single characters of a run of them that a sentence has as the question writes it."""
    found: set[int] = set()
    for at, (one, other) in enumerate(pairwise(terms)):
        single = one.end == other.start and len(one.surface) == len(other.surface) == 1
        if single and one.surface + other.surface in sentence:
            found |= {at, at + 1}
    return frozenset(found)


def _noted(document: Document, passage: Passage, span: Span) -> str:
    """Return what the notes print whose marks stand in a sentence."""
    notes = (document.note(mark.marker) for mark in marks_in(passage.marks, span))
    return " ".join(note.text for note in notes if note)


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
    return tuple(replace(c, similarity=(c.similarity - low) / width) for c in found)
