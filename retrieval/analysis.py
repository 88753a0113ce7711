"""Passages as the word index and the vocabulary see them, analysed once and kept by content.

Invariant: what is kept under a key is what `analyse` gives for the passage the key was made of, by the same tokeniser.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from corpus.document import Passage
from corpus.kept import made_with
from corpus.normalize import search_text
from corpus.structure.sentences import split_sentences
from retrieval.ports import Progress, Stage
from retrieval.store import ContentStore
from retrieval.tokens import TOKENIZER_VERSION, pairs, tokenize
from retrieval.words import with_compounds

_TOLD_EVERY = 256  # passages
_QUICK = 1  # of zlib's levels: three times smaller at next to no cost


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text's content terms and its pairs of characters in order, and its words: terms and compounds, each once.

    ``sentences`` are where those of the passage's own text stand in it.
    """

    terms: tuple[str, ...]
    pairs: tuple[str, ...]
    words: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...] = ()


def tokenizer() -> str:
    """Name what decides how a text is analysed."""
    return f"{TOKENIZER_VERSION}/sudachidict-core-{version('sudachidict-core')}"


def searched_text(passage: Passage) -> str:
    """Return what a passage is found by: its headings, its context and its text, in search form."""
    return search_text(_searched(passage))


def analyse(passage: Passage) -> Analysis:
    """Analyse a passage."""
    text = searched_text(passage)
    tokens = tokenize(text)
    return Analysis(
        tuple(token.term for token in tokens),
        tuple(pairs(text)),
        tuple(sorted(with_compounds(tokens))),
        tuple((span.start, span.end) for span in split_sentences(passage.text)),
    )


class Analyses:
    """Analyses of passages in a store by content. ``used`` collects the keys of all that was asked for."""

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self.used: set[bytes] = set()

    def passages(self, passages: Sequence[Passage], progress: Progress | None = None) -> list[Analysis]:
        """Return one analysis for each passage, analysing only those never seen before. Raises IndexBroken."""
        by = tokenizer()
        keys = [_key(by, passage) for passage in passages]
        self.used.update(keys)
        shared: dict[str, str] = {}  # a shelf has few different words and pairs, each many times
        stored = self._store.get(keys)
        known = {key: analysis for key, value in stored.items() if (analysis := _read(value, shared))}
        fresh: dict[bytes, Analysis] = {}
        for done, (key, passage) in enumerate(zip(keys, passages, strict=True)):
            if key not in known:
                known[key] = fresh[key] = _shared(analyse(passage), shared)
                if progress is not None and done % _TOLD_EVERY == 0:
                    progress(done, len(passages), Stage.WORDS)
        if fresh:
            self._store.put((key, _written(analysis)) for key, analysis in fresh.items())
        if progress is not None:
            progress(len(passages), len(passages), Stage.WORDS)
        return [known[key] for key in keys]


def _shared(analysis: Analysis, shared: dict[str, str]) -> Analysis:
    """Return an analysis that holds each string once with all others."""
    parts = (analysis.terms, analysis.pairs, analysis.words)
    terms, both, words = (tuple(map(shared.setdefault, part, part)) for part in parts)
    return Analysis(terms, both, words, analysis.sentences)


def _key(by: str, passage: Passage) -> bytes:
    """Return the key of a passage's analysis: its own text, which sentences are of, ends what is analysed."""
    parts = (by, made_with() or "", "words", str(len(passage.text)), _searched(passage))
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _searched(passage: Passage) -> str:
    return "\n".join(part for part in (*passage.section, passage.context, passage.text) if part)


def _written(analysis: Analysis) -> bytes:
    parts = (analysis.terms, analysis.pairs, analysis.words, analysis.sentences)
    return zlib.compress(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode(), _QUICK)


def _read(value: bytes, shared: dict[str, str]) -> Analysis | None:
    try:
        terms, both, words, sentences = json.loads(zlib.decompress(value))
        return _shared(Analysis(terms, both, words, tuple((start, end) for start, end in sentences)), shared)
    except (zlib.error, ValueError, TypeError):  # of an older form
        return None
