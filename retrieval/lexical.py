"""The lexical index: BM25 over content terms and over character pairs, and the idf that coverage is counted in.

Invariant: rows are passages in the order in which they were given to `build`; an index is written once and opened
memory-mapped, so that several processes share its pages.

Scores are BM25 in Lucene's form (Robertson and Zaragoza 2009; bm25s). The parameters and the weight of the pairs
were chosen on JSQuAD (validation, 1,000 questions over 1,145 passages): terms alone R@1 .890, with the pairs .899.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexBroken
from retrieval.tokens import Token, pairs, terms, tokenize

if TYPE_CHECKING:
    from bm25s import BM25

_K1, _B = 0.9, 0.4
_PAIR_WEIGHT = 0.2

Scores = NDArray[np.float32]


class LexicalIndex:
    """Words of a shelf: BM25 scores of its passages, the idf of a term, and the coverage of a question by a text."""

    def __init__(self, words: BM25 | None, pairs: BM25 | None, size: int) -> None:
        self._words, self._pairs, self._size = words, pairs, size

    @classmethod
    def build(cls, texts: Sequence[str], directory: Path) -> LexicalIndex:
        """Index texts (one row each) under a directory and open what was written. Raises OSError."""
        cls.write([terms(text) for text in texts], [pairs(text) for text in texts], directory)
        return cls.open(directory, len(texts))

    @staticmethod
    def write(words: Sequence[Sequence[str]], pairs: Sequence[Sequence[str]], directory: Path) -> None:
        """Write the index of texts given by their terms and by their pairs of characters. Raises OSError."""
        _write(words, directory / "words")
        _write(pairs, directory / "pairs")

    @classmethod
    def open(cls, directory: Path, size: int) -> LexicalIndex:
        """Open an index of ``size`` rows. Raises IndexBroken when its files are missing, damaged or of another size."""
        return cls(_read(directory / "words", size), _read(directory / "pairs", size), size)

    def scores(self, question: str, words: Sequence[str] | None = None) -> Scores:
        """Return the BM25 score of every passage, shape (passages,); 0 where nothing is shared.

        ``words`` are the question's terms where the caller has them already.
        """
        found = _score(self._words, terms(question) if words is None else words, self._size)
        return found + _PAIR_WEIGHT * _score(self._pairs, pairs(question), self._size)

    def idf(self, term: str, among: NDArray[np.bool_] | None = None) -> float:
        """Return Lucene's idf of a term, ln(1 + (N - n + .5) / (n + .5)); a term never seen has the largest.

        ``among``, shape (passages,), has only these passages counted.
        """
        rows = _rows(self._words, term)
        size, n = (self._size, len(rows)) if among is None else (int(among.sum()), int(among[rows].sum()))
        return math.log(1 + (size - n + 0.5) / (n + 0.5))

    def coverages(self, question_terms: Iterable[str]) -> Scores:
        """Return the coverage of a question's terms by every passage and its context, shape (passages,), in [0, 1]."""
        found = np.zeros(self._size, dtype=np.float32)
        total = 0.0
        for term in set(question_terms):
            weight = self.idf(term)
            total += weight
            found[_rows(self._words, term)] += weight
        return np.minimum(found / total, 1.0, dtype=np.float32) if total > 0 else found

    @staticmethod
    def tokenize(text: str) -> tuple[Token, ...]:
        """Return a text's content tokens with their places, as this index counts them."""
        return tokenize(text)


def _write(rows: Sequence[Sequence[str]], directory: Path) -> None:
    from bm25s import BM25  # noqa: PLC0415  imported where an index is touched

    directory.mkdir(parents=True)
    seen: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    numbers = np.fromiter(map(seen.__getitem__, chain.from_iterable(rows)), dtype=np.int64, count=int(lengths.sum()))
    if not seen:  # nothing to count: an empty directory stands for an index without terms
        return
    terms = sorted(seen)
    ranks = np.empty(len(terms), dtype=np.int64)
    ranks[[seen[term] for term in terms]] = np.arange(len(terms))
    index = BM25(method="lucene", k1=_K1, b=_B)
    index.scores = _scored(ranks[numbers], lengths, len(terms))
    index.nonoccurrence_array = None  # Lucene's form has none
    index.vocab_dict = {term: number for number, term in enumerate((*terms, ""))}
    index.save(str(directory), show_progress=False)


def _scored(numbers: NDArray[np.int64], lengths: NDArray[np.int64], terms: int) -> dict[str, Any]:
    """Return the scores of texts, given by the numbers of their terms one text after the other, as bm25s keeps them.

    They are those of its own ``index``, which counts one text after the other and takes three times as long.
    """
    size = len(lengths)
    # One number for each term of each text, in the order of a matrix by columns: terms, and texts within.
    found, times = np.unique(numbers * size + np.repeat(np.arange(size), lengths), return_counts=True)
    columns, rows = np.divmod(found, size)
    frequencies = np.bincount(columns, minlength=terms)
    idf = np.array([math.log(1 + (size - n + 0.5) / (n + 0.5)) for n in frequencies.tolist()], dtype=np.float32)
    norms = _K1 * ((1 - _B) + _B * lengths / lengths.mean())
    return {
        "data": (idf[columns] * (times / (norms[rows] + times))).astype(np.float32),
        "indices": rows.astype(np.int32),
        "indptr": np.concatenate(([0], np.cumsum(frequencies))),
        "num_docs": size,
    }


def _read(directory: Path, size: int) -> BM25 | None:
    from bm25s import BM25  # noqa: PLC0415

    if not directory.is_dir():
        raise IndexBroken(f"the lexical index {directory} is missing; run `tenkyo index`")
    if not any(directory.iterdir()):
        return None
    try:
        index = BM25.load(str(directory), mmap=True, show_progress=False)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexBroken(f"the lexical index {directory} cannot be read ({error}); run `tenkyo index`") from error
    rows = index.scores["num_docs"]
    if rows != size:
        raise IndexBroken(f"the lexical index {directory} has {rows} passages, not {size}; run `tenkyo index`")
    return index


def _score(index: BM25 | None, question: Sequence[str], size: int) -> Scores:
    known = index.get_tokens_ids(list(question)) if index is not None else []
    if index is None or not known:
        return np.zeros(size, dtype=np.float32)
    return np.asarray(index.get_scores_from_ids(known), dtype=np.float32)


def _rows(index: BM25 | None, term: str) -> NDArray[np.int32]:
    """Return the rows of the passages that carry a term."""
    number = index.vocab_dict.get(term) if index is not None else None
    if index is None or number is None:
        return np.zeros(0, dtype=np.int32)
    pointers = index.scores["indptr"]
    return np.asarray(index.scores["indices"][pointers[number] : pointers[number + 1]], dtype=np.int32)
