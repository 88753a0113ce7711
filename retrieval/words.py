"""The words of a shelf that a question may mean without saying them, with their vectors.

A vocabulary of shortest units alone misses what a language says in one word and Japanese in two (delegation, 代表|団),
so that units which adjoin are words too.
Invariant: row ``i`` of the vectors is word ``i``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.commonness import LANGUAGES, usual_words
from retrieval.ports import Embedder, Progress, Vectors
from retrieval.tokens import Token
from retrieval.vectors import VectorCache

_SAMPLED = 96  # words of a language whose mean stands for it
_MOST_WORDS = 10_000  # of a large shelf, the commonest
_LONGEST = 8  # characters of a compound


def with_compounds(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the terms of a text and, as words of their own, its pairs of units that adjoin."""
    return frozenset(token.term for token in tokens) | frozenset(_compounds(tokens))


def _compounds(tokens: Sequence[Token]) -> Iterable[str]:
    for one, other in pairwise(tokens):
        joined = one.term + other.term
        if one.end == other.start and len(joined) <= _LONGEST and not any(c.isascii() for c in joined):
            yield joined


@dataclass(frozen=True)
class WordVectors:
    """``words`` with ``vectors``, float32 (words, dimension); ``means``: one mean (dimension,) for each language."""

    words: tuple[str, ...]
    vectors: Vectors
    means: Mapping[str, Vectors]

    @staticmethod
    def build(
        path: Path, texts: Iterable[Iterable[str]], cache: VectorCache, embedder: Embedder, progress: Progress | None
    ) -> None:
        """Embed the words of texts, given each by its words, and write them under ``path``.

        Raises ModelError, IndexBroken and OSError.
        """
        counted: Counter[str] = Counter()
        for some in texts:
            counted.update(word for word in some if not any(c.isdigit() for c in word))
        words = sorted(word for word, _ in counted.most_common(_MOST_WORDS))
        vectors = cache.passages(words, embedder, progress)
        # Drawing a sample loads the lists of wordfreq, which takes longer than a small change.
        names = {lang: f"{_SAMPLED} usual words of {lang}, wordfreq {version('wordfreq')}" for lang in LANGUAGES}
        drawn = {name: partial(usual_words, lang, _SAMPLED) for lang, name in names.items()}
        found = cache.means(drawn, embedder, progress)
        means: dict[str, Any] = {lang: found[name] for lang, name in names.items()}  # numpy takes it for its options
        np.savez(path / "words.npz", vectors=vectors.astype(np.float16), **means)
        (path / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def open(cls, path: Path) -> WordVectors:
        """Read what `build` wrote. Raises OSError, ValueError and KeyError when it is missing or damaged."""
        words = tuple(json.loads((path / "words.json").read_text("utf-8")))
        with np.load(path / "words.npz") as stored:
            vectors = stored["vectors"].astype(np.float32)
            if len(vectors) != len(words):
                raise ValueError(f"{path}: {len(words)} words have {len(vectors)} vectors")
            return cls(words, vectors, {lang: stored[lang] for lang in LANGUAGES})
