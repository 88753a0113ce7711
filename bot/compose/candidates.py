"""Which sentences of the evidence bear on a question, and how well: the features every decision rests on.

Invariant: a candidate is one sentence, row, note or heading at its place in canonical text; its features are computed
from the question's content terms and that text alone, and never from which document it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.compose.lexicon import Lexicon
from bot.question import Question
from corpus.document import Document, Passage, Span
from corpus.structure.sentences import split_sentences
from retrieval.commonness import tells
from retrieval.hit import Evidence, Hit
from retrieval.tokens import Token, tokenize
from retrieval.words import with_compounds

# How much a question's term counts as supported by what stands around a sentence: a section heading or a table's
# caption says what the sentence is about; an earlier sentence of the paragraph often names the subject that Japanese
# then leaves out; a later one seldom does.
IN_CONTEXT, IN_EARLIER, IN_LATER, IN_TITLE = 0.8, 0.8, 0.4, 0.5
_RARE = 0.85  # from here on a word is a name or a technical word
_RARE_IN_SHELF = 4.0  # idf of a term in about one passage of fifty; rarer ones say nothing more about what is asked
_PAIRED = 0.75  # what two words mean together is not surely what each of them means
_LONGEST_NAME = 5  # words
_ASIDE = 0.4  # weight of what a message says beside the sentence that asks


@dataclass(frozen=True, slots=True)
class Term:
    """A content term of the question with what it tells, its own words, and the shelf's words akin to it."""

    term: str
    surface: str
    weight: float
    start: int
    end: int
    kin: Mapping[str, float]
    inherited: bool = False
    rare: bool = False  # a name or a technical word: where it is missing, the sentence is about something else

    def carried_by(self, words: AbstractSet[str]) -> float:
        """Return in [0, 1] how far a set of words carries this term."""
        if self.term in words:
            return 1.0
        return max((value for word, value in self.kin.items() if word in words), default=0.0)


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


def question_terms(question: Question, words: Lexicon) -> tuple[Term, ...]:
    """Return what a document has to support: the content terms that do not merely ask, each once, in order.

    A common word tells little, a word that every passage has even less; what an elliptical follow-up inherits, and
    what is said beside the sentence that asks, count less than the rest.
    """
    terms: dict[str, Term] = {}
    first, last = question.inherited
    asked = [
        token
        for token in tokenize(question.query)
        if not any(start <= token.start and token.end <= end for start, end in question.frame)
    ]
    kin = _kin(question, asked, words)
    for token in asked:
        if token.term in terms:
            continue
        inherited = first <= token.start < last
        surface = question.query[token.start : token.end]
        weight = told = tells(token.term, surface.lower(), lang=question.lang)
        weight *= 0.4 + 0.6 * min(words.idf(token.term) / _RARE_IN_SHELF, 1.0)
        weight *= 0.6 if inherited else _ASIDE if question.is_aside(token.start) else 1.0
        rare = told >= _RARE and not inherited and not question.is_aside(token.start)
        akin = kin.get(token.term, {})
        terms[token.term] = Term(token.term, surface, weight, token.start, token.end, akin, inherited, rare)
    return tuple(terms.values())


def _kin(question: Question, asked: Sequence[Token], words: Lexicon) -> Mapping[str, Mapping[str, float]]:
    """Return the kin of each term; two words with a space between them may mean one thing (prime minister, 首相)."""
    # An English stem (beij) is no word to a model; the word as written is.
    word = {token.term: _as_written(question.query[token.start : token.end], token.term) for token in asked}
    pairs = {
        f"{word[one.term]} {word[other.term]}": (one.term, other.term)
        for one, other in pairwise(asked)
        if question.query[one.end : other.start] == " " and not one.term[0].isdigit() and not other.term[0].isdigit()
    }
    names = _names(question.query, asked)
    found = words.kin((*dict.fromkeys(word.values()), *pairs, *names), question.lang)
    kin = {term: dict(found.get(written, {})) for term, written in word.items()}
    for pair, terms in pairs.items():
        for near, value in found.get(pair, {}).items():
            for term in terms:
                kin[term][near] = max(_PAIRED * value, kin[term].get(near, 0.0))
    for name, parts in _surest(names, found).items():  # a name means one thing as a whole; its parts mean others
        kin.update({part: dict(found.get(name, {})) for part in parts})
    return kin


def _surest(
    names: Mapping[str, tuple[str, ...]], found: Mapping[str, Mapping[str, float]]
) -> Mapping[str, tuple[str, ...]]:
    """Return, of runs of capitals and runs within them that name something, those nearest to a word of the shelf.

    Of Premier Li Qiang only the last two words are the name; which ones are, the shelf tells.
    """
    order = sorted(names, key=lambda name: (-max(found.get(name, {}).values(), default=0.0), -len(names[name])))
    kept: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name in order:
        if not taken & set(names[name]):
            kept[name] = names[name]
            taken |= set(names[name])
    return kept


def _names(query: str, asked: Sequence[Token]) -> Mapping[str, tuple[str, ...]]:
    """Return what an English question may name in several capitals, with their terms: whole runs, and their parts."""
    runs: list[list[Token]] = []
    for token in asked:
        if not query[token.start : token.end][:1].isascii() or not query[token.start].isupper():
            continue
        if runs and query[runs[-1][-1].end : token.start] == " ":
            runs[-1].append(token)
        else:
            runs.append([token])
    parts = [
        run[a:b] for run in runs for a in range(len(run)) for b in range(a + 2, min(len(run), a + _LONGEST_NAME) + 1)
    ]
    return {
        re.sub(r"['’]s?$", "", query[part[0].start : part[-1].end]): tuple(token.term for token in part)
        for part in parts
    }


def _as_written(surface: str, term: str) -> str:
    return re.sub(r"['’]s?$", "", surface.lower()) if surface.isascii() else term


def named_together(terms: Sequence[Term]) -> list[str]:
    """Return terms in the question's own words; words that adjoin are named together."""
    words: list[str] = []
    last = -1
    for term in terms:
        if term.inherited:
            continue
        if term.start == last and words:
            words[-1] += _named(term)
        else:
            words.append(_named(term))
        last = term.end
    return words


def _named(term: Term) -> str:
    """Return a term as the question writes it; a Korean word without the particle that hangs on it."""
    return term.term if re.search("[\uac00-\ud7a3]", term.term) else term.surface


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

    def around(self, passage: Passage) -> frozenset[str]:
        """Return the terms of what stands around a passage: its headings and its context."""
        return self.words(" ".join((*passage.section, passage.context)))

    def words(self, text: str) -> frozenset[str]:
        """Return the terms of a text."""
        if text not in self._words:
            self._words[text] = with_compounds(tokenize(text))
        return self._words[text]


def candidates(
    terms: Sequence[Term], evidence: Evidence, documents: Mapping[str, Document], sentences: Sentences
) -> tuple[Candidate, ...]:
    """Return every sentence of the evidence with its features, in the order of the hits and of the text."""
    found: list[Candidate] = []
    for hit in evidence.hits:
        document, read = documents[hit.passage.doc], sentences.of(hit.passage)
        around = sentences.around(hit.passage)
        title = sentences.words(f"{document.title} {document.author} {document.publisher}")
        cosines = {(score.start, score.end): score.similarity for score in hit.sentences}
        for index, (span, own, _) in enumerate(read):
            earlier = frozenset().union(*(words for _, words, _ in read[:index]))
            later = frozenset().union(*(words for _, words, _ in read[index + 1 :]))
            surroundings = ((IN_CONTEXT, around), (IN_EARLIER, earlier), (IN_LATER, later), (IN_TITLE, title))
            direct = tuple(term.carried_by(own) for term in terms)
            support = tuple(
                max(here, *(share * term.carried_by(words) for share, words in surroundings))
                for term, here in zip(terms, direct, strict=True)
            )
            similarity = cosines.get((span.start, span.end), hit.similarity)
            mean, mean_own = _mean(terms, support), _mean(terms, direct)
            found.append(Candidate(hit, document, span.start, span.end, support, direct, mean, mean_own, similarity))
    return _stretched(found)


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
