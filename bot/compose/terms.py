"""The terms of a question: the words that a document has to support, with what each tells and what the shelf calls it.

Invariant: terms are read from the question's words and the shelf's vocabulary alone, and never from a document's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.compose.lexicon import Lexicon
from bot.question import Question
from retrieval.commonness import tells
from retrieval.spellings import SAME_WORD
from retrieval.tokens import Token, tokenize

_RARE = 0.85  # from here on a word is a name or a technical word
_RARE_IN_SHELF = 4.0  # idf of a term in about one passage of fifty; rarer ones say nothing more about what is asked
_PAIRED = 0.75  # what two words mean together is not surely what each of them means
_SURE = 0.8  # kinship of a name with the shelf's word for it
_LONGEST_NAME = 5  # words
_LONGEST_PHRASE = 4
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ROUGH = (
    re.compile(
        r"(?:約|およそ|おおよそ|ざっと|\b(?:about|around|roughly|nearly|almost|approximately) (?:[$€£¥] ?)?|"
        r"约|大约|大概|약 ?|대략 ?)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?![はがをとのどい])\D){0,4}?(?:ほど|くらい|ぐらい|程度|前後|近く|あまり|余り|左右|上下|정도|쯤|가량|안팎)"
    ),
)
_NEARLY, _ROUGHLY = 0.1, 0.8
_AS_WRITTEN = 0.99  # kinship of one number written in two ways
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
    about: bool = False  # a number that the question calls a rough one
    left_out: bool = False  # says what is not asked for: it weighs nothing, and is no answer

    @property
    def nearest(self) -> tuple[str, float]:
        """Return the shelf's word that is most akin, and how much; no word where none is."""
        return max(self.kin.items(), key=lambda item: item[1], default=("", 0.0))

    def carried_by(self, words: AbstractSet[str]) -> float:
        """Return in [0, 1] how far a set of words carries this term."""
        if self.term in words:
            return 1.0
        if self.about and any(_is_near(self.term, word) for word in words):
            return _ROUGHLY
        return max((self.kin[word] for word in self.kin.keys() & words), default=0.0)


def question_terms(question: Question, words: Lexicon) -> tuple[Term, ...]:
    """Return what a document has to support: the content terms that do not merely ask, each once, in order.

    A common word tells little, a word that every passage has even less; what an elliptical follow-up inherits, and
    what is said beside the sentence that asks, count less than the rest, what it leaves out nothing.
    """
    terms: dict[str, Term] = {}
    first, last = question.inherited
    asked = [
        token
        for token in tokenize(question.query)
        if not any(start <= token.start and token.end <= end for start, end in question.frame)
    ]
    kin = _kin(question, asked, words)
    scaled = _scaled(question.query, asked)
    for token in asked:
        if token.term in terms:
            continue
        inherited = first <= token.start < last
        surface = question.query[token.start : token.end]
        weight = told = tells(token.term, surface.lower(), lang=question.lang)
        weight *= 0.4 + 0.6 * min(words.idf(token.term) / _RARE_IN_SHELF, 1.0)
        weight *= 0.6 if inherited else _ASIDE if question.is_aside(token.start) else 1.0
        out = question.leaves_out(token.start)
        weight *= not out
        rare = told >= _RARE and not inherited and not question.is_aside(token.start) and not out
        akin = {**kin.get(token.term, {}), **scaled.get(token.term, {})}
        about = _is_rough(question.query, token)
        terms[token.term] = Term(token.term, surface, weight, token.start, token.end, akin, inherited, rare, about, out)
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
    phrases = _phrases(question.query, asked)
    meant = words.phrases(tuple(phrases), question.lang)
    for phrase, parts in _surest(phrases, meant).items():
        akin = meant.get(phrase, {})
        whole = max(akin.values(), default=0.0) >= SAME_WORD  # as with a name, its parts mean others
        kin.update({part: dict(akin) if whole else {**kin[part], **akin} for part in parts})
    for name, parts in _surest(names, found).items():
        akin = found.get(name, {})
        whole = max(akin.values(), default=0.0) >= _SURE  # a name means one thing as a whole; its parts mean others
        kin.update({part: dict(akin) if whole else {**akin, **kin[part]} for part in parts})
    return kin


_WITHIN_PHRASE = re.compile(r"[ -]?|['’]s | of (?:the )?|[にをがの]|って?")


def _phrases(query: str, asked: Sequence[Token]) -> Mapping[str, tuple[str, ...]]:
    """Return the stretches of two to four words that may mean one thing as a whole, with their terms."""
    found: dict[str, tuple[str, ...]] = {}
    for at in range(len(asked)):
        for last in range(at + 1, min(len(asked), at + _LONGEST_PHRASE)):
            if not _WITHIN_PHRASE.fullmatch(query, asked[last - 1].end, asked[last].start):
                break
            found[query[asked[at].start : asked[last].end]] = tuple(one.term for one in asked[at : last + 1])
    return found


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


def _is_rough(query: str, token: Token) -> bool:
    """Say whether a question calls a number a rough one (2億円ほど, about 200)."""
    before, after = _ROUGH
    return token.term.isdigit() and bool(before.search(query, 0, token.start) or after.match(query, token.end))


def _is_near(asked: str, word: str) -> bool:
    return word.isdigit() and abs(int(word) - int(asked)) <= _NEARLY * int(asked)


def _scaled(query: str, asked: Sequence[Token]) -> Mapping[str, Mapping[str, float]]:
    """Return what the two words of an English number mean together, as other languages write it (34 million)."""
    found: dict[str, Mapping[str, float]] = {}
    for one, other in pairwise(asked):
        power = _SCALES.get(query[other.start : other.end].lower())
        if power is None or not re.fullmatch(r"[\d.]+", one.term) or query[one.end : other.start] not in (" ", "-"):
            continue
        value = format((Decimal(one.term) * power).normalize(), "f")
        found[one.term] = found[other.term] = {value: _AS_WRITTEN}
    return found


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
        if term.inherited or term.left_out:
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
