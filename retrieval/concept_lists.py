"""The lists that ship with the package, of concepts in four languages and of talk, and how a question is found in them.

Invariant: every concept has a word in each language. The lists say nothing of any shelf, so that what they are looked
up by is made once for all shelves.
"""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from corpus.normalize import search_text
from retrieval.listing import entries
from retrieval.stems import english_stem, korean_stem
from retrieval.tokens import tokenize

LANGUAGES = ("ja", "en", "zh", "ko")  # the order in which a line has its fields
Concept = Mapping[str, tuple[str, ...]]  # language → words

_EVERYDAY = Path(__file__).with_name("everyday.txt")
_FILE = Path(__file__).with_name("concepts.txt")
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


class Lists:
    """A list of concepts and one of talk, looked up by their words; what that takes is made when it is first needed."""

    def __init__(self, listed: Sequence[Concept], everyday: Sequence[Everyday] = ()) -> None:
        self.listed, self.everyday = listed, everyday
        self._making = threading.Lock()  # it takes a third of a second, which several threads need not take at once
        self._by_form: dict[str, Mapping[str, tuple[int, ...]]] = {}
        self._by_talk: Mapping[str, tuple[int, ...]] | None = None

    def numbers(self, asked: str, lang: str) -> tuple[int, ...]:
        """Return the numbers of the concepts that have a word or phrase of a question in ``lang``."""
        with self._making:
            if lang not in self._by_form:
                words = ((word, n) for n, concept in enumerate(self.listed) for word in concept[lang])
                self._by_form[lang] = _numbered(words, lang)
        by_form = self._by_form[lang]
        return next((by_form[form] for form in _forms(asked, lang) if form in by_form), ())

    def talk(self, asked: str) -> Iterable[str]:
        """Yield what documents write for words of Japanese talk, verbs in whatever form (もてなした)."""
        with self._making:
            if self._by_talk is None:
                self._by_talk = self._talked()
        terms = " ".join(token.term for token in tokenize(asked, "ja"))
        for number in self._by_talk.get(terms, ()):
            yield from self.everyday[number][1]

    def _talked(self) -> Mapping[str, tuple[int, ...]]:
        words = [(word, n) for n, (said, _) in enumerate(self.everyday) for word in said]
        found: dict[str, list[int]] = defaultdict(list)
        for terms, (_, number) in zip(_terms_of([word for word, _ in words]), words, strict=True):
            found[terms].append(number)
        return {terms: tuple(dict.fromkeys(numbers)) for terms, numbers in found.items() if terms}


@cache
def shipped() -> Lists:
    """Return the lists that ship with the package."""
    return Lists(concepts(), everyday())


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
