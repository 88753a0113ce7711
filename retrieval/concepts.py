"""What the words of four languages mean in common: a list of concepts, each with its words in every language.

An embedding model of single words guesses (sugar, soybean oil) or finds nothing near (daughter); the list knows common
words and well-known names for certain, whatever a shelf is about. It is our own, written for all subjects alike.
Invariant: every concept has a word in each language. A shelf's words are found by their terms, as passages are; those
of a question by the forms in which a list may have them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from corpus.normalize import search_text, unvoiced
from corpus.structure.countries import countries_in, country_called
from retrieval.kinship import script
from retrieval.listing import entries
from retrieval.spellings import INSIDE
from retrieval.stems import english_stem, korean_stem
from retrieval.tokens import tokenize

LANGUAGES = ("ja", "en", "zh", "ko")  # the order in which a line has its fields
Concept = Mapping[str, tuple[str, ...]]  # language → words

TRANSLATION = 0.9  # kinship of a word and its listed translation: surer than what sounds or means the same
_TALK = 0.6  # of what people say and what documents write
_EVERYDAY = Path(__file__).with_name("everyday.txt")
_FILE = Path(__file__).with_name("concepts.txt")
_REMEMBERED = 4096
_KATAKANA = re.compile("[ァ-ヴー]{5,}")  # shorter words differ in a letter from others
_MISREAD = 0.85
_SYNONYM = 0.6  # kinship of two words of one language: a sentence that has the other says it less surely
_TWO = 2


@cache
def concepts() -> tuple[Concept, ...]:
    """Return the concepts that ship with the package."""
    return tuple(read_concepts(_FILE.read_text("utf-8")))


def read_concepts(text: str) -> Iterable[Concept]:
    """Yield the concepts of a list (`retrieval.listing`), a field for each language.

    Raises:
        ValueError: an entry lacks a field, or has an empty one; the message names the line.
    """
    for entry in entries(text):
        words = entry.words
        if len(words) != len(LANGUAGES) or not all(words):
            raise ValueError(f"line {entry.line}: {entry.told!r} has not a word for each of {', '.join(LANGUAGES)}")
        yield dict(zip(LANGUAGES, words, strict=True))


Everyday = tuple[tuple[str, ...], tuple[str, ...]]  # what people say, and what documents write of the same


@cache
def everyday() -> tuple[Everyday, ...]:
    """Return what people say in Japanese with what documents write instead, as it ships with the package."""
    return tuple(read_everyday(_EVERYDAY.read_text("utf-8")))


def read_everyday(text: str) -> Iterable[Everyday]:
    """Yield the entries of a list: words of talk, then the words of documents that answer who asks with them.

    Raises:
        ValueError: an entry has not two fields; the message names the line.
    """
    for entry in entries(text):
        words = entry.words
        if len(words) != _TWO or not all(words):
            raise ValueError(f"line {entry.line}: {entry.told!r} has not words of talk and words of documents")
        yield words[0], words[1]


class Concepts:
    """Concepts as seen from a shelf: which of its words mean what a word of a question does."""

    def __init__(
        self,
        listed: Sequence[Concept],
        vocabulary: Collection[str],
        everyday: Sequence[Everyday] = (),
        languages: Collection[str] = LANGUAGES,
    ) -> None:
        """Relate to the words of ``vocabulary``, terms and pairs of terms that adjoin, of documents in ``languages``.

        A Chinese word that no document can have is not taken for the Japanese one of its characters (女儿, 女児).
        """
        self._languages = frozenset(languages)
        self._home = _home(vocabulary, self._languages)
        self._listed = listed
        self._everyday = everyday
        self._by_talk = cache(self._talked)
        self._known = frozenset(vocabulary)
        self._by_form = cache(self._keyed)  # only languages that are asked in are read
        self._by_country = cache(self._countries)
        self._by_letters = cache(self._lettered)
        self.kin = lru_cache(_REMEMBERED)(self._kin)

    def _keyed(self, lang: str) -> Mapping[str, tuple[int, ...]]:
        """Return the numbers of concepts by their words in a language, as `_forms` writes them."""
        return _numbered(((word, n) for n, concept in enumerate(self._listed) for word in concept[lang]), lang)

    def _numbers(self, asked: str, lang: str) -> tuple[int, ...]:
        by_form = self._by_form(lang)
        return next((by_form[form] for form in _forms(asked, lang) if form in by_form), ())

    def _kin(self, asked: str, lang: str) -> Mapping[str, float]:
        """Return the shelf's words that a concept of a word in ``lang`` has, with their kinship in (0, 1).

        Words of another language mean the same; a word of its own is a synonym and counts less.
        """
        code = country_called(asked)
        sure = TRANSLATION if lang != self._home else _SYNONYM
        found = dict.fromkeys(self._by_country().get(code, ()) if code else (), sure)
        for number in self._numbers(asked, lang):
            for other, words in self._listed[number].items():
                if other not in self._languages:
                    continue
                # who asks in the language of most of the shelf is answered in it before all
                most = TRANSLATION if lang not in (other, self._home) else _SYNONYM
                for word in words:
                    for term, value in self._in_shelf(word, other):
                        found[term] = max(found.get(term, 0.0), min(value, most))
        if lang == "ja":
            by_terms, terms = self._by_talk(), " ".join(token.term for token in tokenize(asked, lang))
            for number in by_terms.get(terms, ()):
                for word in self._everyday[number][1]:
                    for term, value in self._in_shelf(word, lang):
                        found[term] = max(found.get(term, 0.0), min(value, _TALK))
        found.pop(asked, None)
        return found

    def _talked(self) -> Mapping[str, tuple[int, ...]]:
        """Return the numbers of the lines of talk by the terms of their words, verbs in whatever form (もてなした)."""
        words = [(word, n) for n, (said, _) in enumerate(self._everyday) for word in said]
        found: dict[str, list[int]] = defaultdict(list)
        for terms, (_, number) in zip(_terms_of([word for word, _ in words]), words, strict=True):
            found[terms].append(number)
        return {terms: tuple(dict.fromkeys(numbers)) for terms, numbers in found.items() if terms}

    def _countries(self) -> Mapping[str, tuple[str, ...]]:
        """Return the shelf's words that are names of countries, by the codes of these."""
        found: dict[str, list[str]] = defaultdict(list)
        lines = "\n".join(self._known)
        for code, start, end in countries_in(lines):
            if lines[start - 1 : start] in ("", "\n") and lines[end : end + 1] in ("", "\n"):
                found[code].append(lines[start:end])
        return {code: tuple(words) for code, words in found.items()}

    def _in_shelf(self, word: str, lang: str) -> Iterable[tuple[str, float]]:
        """Yield the shelf's words that a listed word is: its term or two terms together, or pairs within it.

        A word in katakana that the shelf does not have is one that it prints with a letter misread.
        """
        if lang == "ja" and _KATAKANA.fullmatch(word) and word not in self._known:
            yield from ((near, _MISREAD) for near in self._misread_as(word))
        terms = [token.term for token in tokenize(word, lang)]
        whole = "".join(terms)
        if len(terms) <= _TWO and lang in ("ja", "zh"):
            if whole in self._known:
                yield whole, TRANSLATION
        elif len(terms) == 1:
            if terms[0] in self._known:
                yield terms[0], TRANSLATION
        elif lang in ("ja", "zh"):
            yield from ((one + two, INSIDE) for one, two in pairwise(terms) if one + two in self._known)
        elif all(term in self._known for term in terms):
            yield from ((term, INSIDE) for term in terms)

    def _misread_as(self, word: str) -> Iterable[str]:
        """Return the shelf's words that are one in katakana but for a letter, its voicing aside."""
        found = (near for form in _less_one(unvoiced(word)) for near in self._by_letters().get(form, ()))
        return dict.fromkeys(found)

    def _lettered(self) -> Mapping[str, tuple[str, ...]]:
        """Return the shelf's words in katakana by their forms with a letter less."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            if _KATAKANA.fullmatch(word):
                for form in _less_one(unvoiced(word)):
                    found[form].append(word)
        return {form: tuple(words) for form, words in found.items()}


def _less_one(word: str) -> set[str]:
    """Return a word with each of its letters left out; two that differ in one letter share one of these."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _home(vocabulary: Collection[str], languages: Collection[str]) -> str:
    """Return the language that most words of a shelf are in; "" where it has none."""
    scripts = Counter(script(word) for word in vocabulary)
    if not scripts:
        return ""
    first = scripts.most_common(1)[0][0]
    return {"latin": "en", "hangul": "ko"}.get(first, "ja" if "ja" in languages else "zh")


def _numbered(words: Iterable[tuple[str, int]], lang: str) -> Mapping[str, tuple[int, ...]]:
    """Return the numbers that stand beside words, by the forms in which `_forms` looks for them."""
    listed = list(words)
    joined = "\n".join(word for word, _ in listed)  # one by one takes much longer
    written = (joined if lang == "en" else search_text(joined)).lower().split("\n")
    found: dict[str, list[int]] = defaultdict(list)
    for word, (_, number) in zip(written, listed, strict=True):
        for form in {word, _bare(word, lang)}:
            found[form].append(number)
    return {word: tuple(dict.fromkeys(numbers)) for word, numbers in found.items()}


def _bare(word: str, lang: str) -> str:
    """Return a listed word or phrase without endings: English by its stems, a Korean verb by its own."""
    if lang == "en":
        return " ".join(english_stem(part) for part in re.split(r"[ -]", word))
    return word.removesuffix("다") if lang == "ko" and len(word) > 1 else word


def _forms(asked: str, lang: str) -> Iterable[str]:
    """Yield the forms in which a word or phrase of a question may be listed, likelier ones first."""
    written = search_text(asked).lower()
    yield written
    if lang == "ko":
        yield " ".join(korean_stem(word) for word in written.split())
    elif lang == "en":
        yield _bare(written, lang)


def _terms_of(words: Sequence[str]) -> list[str]:
    """Return for each Japanese word its terms with blanks between them, all at once."""
    ends = list(accumulate(len(word) + 1 for word in words))
    found: list[list[str]] = [[] for _ in words]
    row = 0
    for token in tokenize("\n".join(words), "ja"):
        while token.start >= ends[row]:
            row += 1
        found[row].append(token.term)
    return [" ".join(terms) for terms in found]
